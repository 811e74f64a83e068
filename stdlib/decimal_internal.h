// The native part of the module decimal. What is rare or concerns infinities, NaNs and numbers of thousands
// of digits is written in the script module, in its class _Methods.
#pragma once

#include <initializer_list>

#include "core/vm/containers.h"
#include "stdlib/decimal_nat.h"

namespace sl::decimal {

// In the order of the module's _roundings and _signals.
enum class Rounding : uint8_t { HalfEven, HalfUp, Down, Up, Ceiling, Floor, HalfDown, ZeroFiveUp };
enum Signal : uint32_t { kClamped = 1, kDivisionByZero = 2, kInexact = 4, kOverflow = 8, kRounded = 16, kUnderflow = 32, kInvalid = 64, kSubnormal = 128, kFloatOperation = 256 };

struct Context {
  int64_t prec = 28, emin = -999999, emax = 999999;
  Rounding rounding = Rounding::HalfEven;
  uint8_t capitals = 1, clamp = 0;
  uint32_t traps = 0, flags = 0;
};

enum NumberKind : uint8_t { kFinite, kInfinite, kQuiet, kSignaling };
constexpr int64_t kMaxExponent = 2'000'000'000'000'000'000;

// An operand: a Decimal or an int. The coefficient of an int may be negative: only its magnitude counts.
struct Number {
  Value coefficient;
  int64_t exponent;
  bool sign;
  uint8_t kind;
};
extern const HostType kDecimalType;
extern const KindOps kDecimalOps;
// fields {coefficient, exponent}; data: sign and kind. Null for other values.
inline HostObj* decimal_of(const Value& v) noexcept {
  if (is_kind(v, Kind::Host)) return as<HostObj>(v)->type == &kDecimalType ? as<HostObj>(v) : nullptr;
  Value u = unwrap(v);
  return is_kind(u, Kind::Host) && as<HostObj>(u)->type == &kDecimalType ? as<HostObj>(u) : nullptr;
}
inline void read_decimal(const HostObj* o, Number* out) noexcept {
  auto bits = reinterpret_cast<uintptr_t>(o->data);
  out->coefficient = o->fields[0];
  out->exponent = o->fields[1].i;
  out->sign = (bits & 1) != 0;
  out->kind = static_cast<uint8_t>(bits >> 1);
}
bool integer_of(const Value& v, Number* out) noexcept;
// False without an error when `v` is neither.
inline bool number_of(const Value& v, Number* out) noexcept {
  if (HostObj* o = decimal_of(v)) return read_decimal(o, out), true;
  return integer_of(v, out);
}
inline bool is_decimal(const Value& v) noexcept { return decimal_of(v) != nullptr; }
bool wrong_self(Vm& vm, Value v);                               // TypeError
inline bool self_number(Vm& vm, const Value& v, Number* out) {  // false: raised
  HostObj* o = decimal_of(v);
  if (!o) return wrong_self(vm, v), false;
  read_decimal(o, out);
  return true;
}
Value new_decimal(Vm& vm, bool sign, Value coefficient, int64_t exponent, uint8_t kind = kFinite);
inline Value new_decimal(Vm& vm, bool sign, const Nat& n, int64_t exponent) { return new_decimal(vm, sign, n.value(vm), exponent); }

// The context an argument names, None being the current one. Null: raised. *object keeps it alive.
Context* context_arg(Vm& vm, Value v, Value* object);
bool rounding_arg(Vm& vm, Value v, Rounding* out);  // false: raised
Value rounding_name(Rounding r);
// The function of the script module's class _Methods.
Value call_script(Vm& vm, const char* name, std::initializer_list<Value> args);
// Sets flags; false with the exception pending when one is trapped.
bool signal(Vm& vm, Value context, Context* c, uint32_t bits);
bool rounds_up(Rounding r, const Nat& kept, Rest rest, bool sign);
// The number rounded to the context.
Value finish(Vm& vm, Value context, Context* c, bool sign, Nat& n, int64_t exponent);
// The text of a finite number.
void append_text(std::string& out, const Number& n, bool capitals);
// -1, 0 or 1 for finite numbers; 2 when they are too long.
int order(const Number& a, const Number& b);

// ---- coefficients of one or two machine words: the general functions answer when these give unset, 2 or 0 --------------
Value small_sum(Vm& vm, Value context, Context* c, const Number& p, const Number& q, bool subtract);  // may raise, as the next two
Value small_product(Vm& vm, Value context, Context* c, const Number& p, const Number& q);
Value small_quotient(Vm& vm, Value context, Context* c, const Number& p, const Number& q);
Value small_remainder(Vm& vm, const Context* c, const Number& p, const Number& q, bool quotient);
Value small_signed(Vm& vm, const Context* c, const Number& p, bool sign);  // +p or -p
int small_order(const Number& p, const Number& q) noexcept;                // as order()
constexpr size_t kSmallText = 64;
size_t small_text(const Number& n, char* out) noexcept;  // without an exponent; its length

Class* define_context();
std::span<const MethodDef> context_functions();
std::span<const MethodDef> arithmetic_methods();
std::span<const MethodDef> comparison_methods();
std::span<const MethodDef> rounding_methods();
std::span<const MethodDef> conversion_methods();

}  // namespace sl::decimal
