// Shared by the files that implement numbers; the engine's view of them is in types.h.
#pragma once

#include <string>
#include <string_view>

#include "core/vm/types.h"

namespace sl {

// ---- integers: inline, bool or BigInt -----------------------------------------------------------
// Results longer than this raise MemoryError before anything is computed.
inline constexpr uint64_t kMaxIntBits = 1ull << 31;

Value int_binary(Vm& vm, BinOp op, Value a, Value b);  // both integers; true division gives a float
Value int_negate(Vm& vm, Value v);
Value int_abs(Vm& vm, Value v);
Value int_divmod(Vm& vm, Value a, Value b);  // a Tuple
Value int_true_divide(Vm& vm, Value a, Value b);
Value int_left_shift(Vm& vm, Value a, Value b);
Value int_right_shift(Vm& vm, Value a, Value b);
Value int_pow(Vm& vm, Value a, Value b);  // a float for a negative exponent
Value int_pow_mod(Vm& vm, Value a, Value b, Value modulus);
Value int_round(Vm& vm, Value v, Value digits);  // round(int, digits), digits an integer
int int_order(Value a, Value b) noexcept;        // <0, 0, >0
int int_sign(Value v) noexcept;
uint64_t int_bit_length(Value v) noexcept;
uint64_t int_bit_count(Value v) noexcept;
bool int_to_double(Vm& vm, Value v, double* out);  // correctly rounded; OverflowError
Value int_from_bytes(Vm& vm, std::string_view data, bool little, bool is_signed);
bool int_to_bytes(Vm& vm, Value v, uint8_t* out, size_t size, bool little, bool is_signed);  // OverflowError
// Text of an integer, polling; honours the digit limit for bases that are no power of two when `limited`.
bool int_text(Vm& vm, Value v, int base, bool limited, std::string* out);
// sys.get/set_int_max_str_digits of this environment; 0: no limit.
int64_t& int_max_str_digits(Vm& vm);
// The integer a value stands for: itself, or what __index__ returns. Unset: TypeError pending.
Value to_integer(Vm& vm, Value v);

// ---- floats -----------------------------------------------------------------------------------------
Value float_binary(Vm& vm, BinOp op, double x, double y);  // not_implemented() for bit operations
Value float_divmod(Vm& vm, double x, double y);
void floor_divmod(double x, double y, double* quotient, double* modulo) noexcept;  // of finite numbers; y != 0
Value float_pow(Vm& vm, double x, double y);
Value float_round(Vm& vm, double x, int64_t digits);
int float_order(Value integer, double d) noexcept;               // exact; 2 when d is nan
bool float_parse(std::string_view ascii, double* out) noexcept;  // no blanks or underscores; whole text
std::string float_shortest(double d, bool add_point_zero);
std::string float_hex(double d);
Value float_from_hex(Vm& vm, std::string_view text);
// Result of float(text); `shown` is the repr used in the message, that of text when empty.
Value float_from_text(Vm& vm, std::string_view text, std::string_view shown = {});

// ---- complex ----------------------------------------------------------------------------------------
Value new_complex(Vm& vm, double re, double im);
Value complex_binary(Vm& vm, BinOp op, double ar, double ai, double br, double bi);
// Parts of an argument that must be a number: complex, __complex__, __float__ or __index__. False: raised.
bool complex_argument(Vm& vm, Value v, double* re, double* im);
Value complex_from_text(Vm& vm, std::string_view text);
std::string complex_repr(double re, double im);
// Parts of any number; 1 ok, 0 not a number, -1 OverflowError pending.
int complex_parts(Vm& vm, Value v, double* re, double* im);

// ---- generic ----------------------------------------------------------------------------------------
Value number_divmod(Vm& vm, Value a, Value b);  // not_implemented() unless both are real numbers
Value number_abs(Vm& vm, Value v);              // not_implemented() for non-numbers
int number_truthy(Value v) noexcept;
bool is_complex(Value v);
// Text for parsing: blanks around it removed, Unicode digits and blanks inside made ASCII, other
// characters kept as '?'.
std::string ascii_number_text(std::string_view text);
// Removes single underscores between digits; false when one stands elsewhere.
bool strip_underscores(std::string* text);
// First 200 characters of repr(text), as messages quote it.
std::string quoted_for_message(std::string_view text);
uint64_t hash_double(double d) noexcept;

void register_int_types();
void register_float_type();
void register_complex_type();

}  // namespace sl
