// Integers as text: parsing in any base, printing, the digit limit.
#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

#include "core/vm/dialect.h"
#include "core/vm/bigint.h"
#include "core/vm/limbs.h"
#include "core/vm/number.h"
#include "core/vm/small_text.h"

namespace sl {

namespace {

constexpr int64_t kDefaultDigitLimit = 4300;
constexpr uint64_t kPollSteps = 1u << 21;
constexpr uint32_t kShortLimbs = 16;

struct DigitLimit {
  int64_t value = kDefaultDigitLimit;
};

int digit_value(char c) noexcept {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'z') return c - 'a' + 10;
  if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
  return 99;
}

bool power_of_two(int base) noexcept { return (base & (base - 1)) == 0; }

// Digits of one limb in `base`, and base to that power.
struct LimbBase {
  int digits = 0;
  uint64_t power = 1;
  explicit LimbBase(int base) noexcept {
    auto b = static_cast<uint64_t>(base);
    while (power <= UINT64_MAX / b) power *= b, ++digits;
  }
};

// limbs = limbs * factor + addend
void multiply_add(std::vector<uint64_t>* limbs, uint64_t factor, uint64_t addend) {
  if (limbs->empty()) limbs->reserve(8);
  unsigned __int128 carry = addend;
  for (auto& limb : *limbs) {
    carry += static_cast<unsigned __int128>(limb) * factor;
    limb = static_cast<uint64_t>(carry);
    carry >>= 64;
  }
  if (carry) limbs->push_back(static_cast<uint64_t>(carry));
}

// `digits` holds only digits of the base. vm may be null: no polling.
bool parse_digits(Vm* vm, std::string_view digits, int base, std::vector<uint64_t>* limbs) {
  if (power_of_two(base)) {
    int bits = __builtin_ctz(static_cast<unsigned>(base));
    limbs->assign(digits.size() * static_cast<size_t>(bits) / 64 + 1, 0);
    size_t at = 0;
    for (size_t i = digits.size(); i-- > 0; at += static_cast<size_t>(bits)) {
      auto v = static_cast<uint64_t>(digit_value(digits[i]));
      (*limbs)[at / 64] |= v << at % 64;
      if (at % 64 + static_cast<size_t>(bits) > 64) (*limbs)[at / 64 + 1] |= v >> (64 - at % 64);
    }
    return true;
  }
  LimbBase chunk(base);
  uint64_t steps = 0;
  auto step = static_cast<size_t>(chunk.digits);
  size_t first = digits.size() % step ? digits.size() % step : step;
  for (size_t i = 0, n = std::min(first, digits.size()); i < digits.size(); i += n, n = step) {
    uint64_t value = 0, factor = 1;
    for (size_t k = 0; k < n; ++k) {
      value = value * static_cast<uint64_t>(base) + static_cast<uint64_t>(digit_value(digits[i + k]));
      factor *= static_cast<uint64_t>(base);
    }
    multiply_add(limbs, factor, value);
    steps += limbs->size();
    if (vm && steps > kPollSteps) {
      steps = 0;
      if (!vm->poll()) return false;
    }
  }
  return true;
}

const char kDigits[] = "0123456789abcdefghijklmnopqrstuvwxyz";

// "00" to "99"
constexpr std::array<char, 200> kPairs = [] {
  std::array<char, 200> pairs{};
  for (int i = 0; i < 100; ++i) {
    pairs[static_cast<size_t>(2 * i)] = static_cast<char>('0' + i / 10);
    pairs[static_cast<size_t>(2 * i + 1)] = static_cast<char>('0' + i % 10);
  }
  return pairs;
}();

// Decimal digits of a number of a few limbs.
void print_short(const BigInt* b, std::string* out) {
  constexpr uint64_t kChunk = 10'000'000'000'000'000'000u;  // 19 digits
  uint64_t limbs[kShortLimbs], chunks[kShortLimbs * 2];
  uint32_t n = b->limb_count, count = 0;
  std::copy(b->limbs, b->limbs + n, limbs);
  static const limbs::Divisor kDivisor(kChunk);
  while (n) {
    chunks[count++] = kDivisor.divide(limbs, limbs, n);
    while (n && limbs[n - 1] == 0) --n;
  }
  char text[20 * kShortLimbs * 2];
  char* p = text;
  if (b->negative) *p++ = '-';
  p = std::to_chars(p, text + sizeof text, chunks[count - 1]).ptr;
  for (uint32_t i = count - 1; i-- > 0; p += 19) {
    uint64_t v = chunks[i];
    for (int k = 17; k >= 1; k -= 2, v /= 100) std::memcpy(p + k, kPairs.data() + v % 100 * 2, 2);
    p[0] = static_cast<char>('0' + v);
  }
  out->assign(text, p);
}

bool print_digits(Vm* vm, const BigInt* b, int base, std::string* out) {
  if (base == 10 && b->limb_count <= kShortLimbs) {
    print_short(b, out);
    return true;
  }
  if (power_of_two(base)) {
    auto bits = static_cast<size_t>(__builtin_ctz(static_cast<unsigned>(base)));
    const uint64_t mask = static_cast<uint64_t>(base) - 1;
    const size_t total = int_bit_length(Value::object(b));
    out->assign((total + bits - 1) / bits + b->negative, '-');
    char* p = out->data() + out->size();
    for (size_t at = 0; at < total; at += bits) {
      uint64_t v = b->limbs[at / 64] >> at % 64;
      if (at % 64 + bits > 64 && at / 64 + 1 < b->limb_count) v |= b->limbs[at / 64 + 1] << (64 - at % 64);
      *--p = kDigits[v & mask];
    }
    return true;
  }
  std::string text;  // least significant digit first
  LimbBase chunk(base);
  std::vector<uint64_t> limbs(b->limbs, b->limbs + b->limb_count);
  uint64_t steps = 0;
  limbs::Divisor divisor(chunk.power);
  text.reserve(limbs.size() * 20 + 2);
  while (!limbs.empty()) {
    uint64_t v = divisor.divide(limbs.data(), limbs.data(), limbs.size());
    while (!limbs.empty() && limbs.back() == 0) limbs.pop_back();
    for (int k = 0; k < chunk.digits && (v || !limbs.empty()); ++k, v /= static_cast<uint64_t>(base)) text += kDigits[v % static_cast<uint64_t>(base)];
    steps += limbs.size();
    if (vm && steps > kPollSteps) {
      steps = 0;
      if (!vm->poll()) return false;
    }
  }
  if (b->negative) text += '-';
  std::reverse(text.begin(), text.end());
  *out = std::move(text);
  return true;
}

std::string small_text(int64_t v, int base) {
  char text[72];
  if (base == 10) return {text, write_int(text, v)};
  auto end = std::to_chars(text, text + sizeof text, v, base).ptr;
  return {text, end};
}

// Sign, prefix and underscores removed from *text; false when malformed. base becomes the real base.
bool split_literal(std::string* text, int* base, bool* negative) {
  std::string_view s = *text;
  *negative = false;
  if (!s.empty() && (s[0] == '+' || s[0] == '-')) {
    *negative = s[0] == '-';
    s.remove_prefix(1);
  }
  bool prefixed = false, any_base = *base == 0;
  if (s.size() > 1 && s[0] == '0') {
    char c = static_cast<char>(s[1] | 0x20);
    int implied = c == 'x' ? 16 : c == 'o' ? 8 : c == 'b' ? 2 : 0;
    if (implied && (*base == 0 || *base == implied)) {
      *base = implied;
      s.remove_prefix(2);
      prefixed = true;
      if (!s.empty() && s[0] == '_') s.remove_prefix(1);
    }
  }
  if (*base == 0) *base = 10;
  if (s.empty() || s.front() == '_' || s.back() == '_') return false;
  std::string digits;
  for (size_t i = 0; i < s.size(); ++i) {
    if (s[i] == '_') {
      if (s[i - 1] == '_') return false;
      continue;
    }
    if (digit_value(s[i]) >= *base) return false;
    digits += s[i];
  }
  size_t zeros = std::min(digits.find_first_not_of('0'), digits.size());
  if (any_base && !prefixed && zeros && zeros < digits.size()) return false;  // 01
  *text = std::move(digits);
  return true;
}

}  // namespace

int64_t& int_max_str_digits(Vm& vm) { return local<DigitLimit>(vm).value; }

Value int_from_text(Vm& vm, std::string_view text, int base) {
  if (base == 10 && !text.empty() && text.size() < 19) {  // the usual case: plain digits
    int64_t v;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), v);
    if (error == std::errc() && end == text.data() + text.size()) return Value::integer(v);
  }
  bool plain = base == 10 && !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  std::string clean = plain ? std::string(text) : ascii_number_text(text);
  int real_base = base;
  bool negative = false;
  if (!plain && !split_literal(&clean, &real_base, &negative)) {
    std::string message = "invalid literal for int() with base " + std::to_string(base) + ": " + quoted_for_message(text);
    return vm.raise_value(dialect_message(vm, std::move(message), ": cannot convert it"));
  }
  int64_t limit = int_max_str_digits(vm);
  if (limit && !power_of_two(real_base) && static_cast<int64_t>(clean.size()) > limit) {
    return vm.raisef(errors().ValueError,
                     "Exceeds the limit (%lld digits) for integer string conversion: value has %zu digits; "
                     "use sys.set_int_max_str_digits() to increase the limit",
                     static_cast<long long>(limit), clean.size());
  }
  if (!check_int_bits(vm, clean.size() * 6)) return {};
  std::vector<uint64_t> limbs;
  if (!parse_digits(&vm, clean, real_base, &limbs)) return {};
  return from_limbs(vm, limbs.data(), limbs.size(), negative);
}

Value int_from_digits(std::string_view digits, int base) {
  std::vector<uint64_t> limbs;
  parse_digits(nullptr, digits, base, &limbs);
  return shared_from_limbs(limbs.data(), limbs.size(), false);
}

std::string int_to_text(Value v, int base) {
  if (!v.is_object()) return small_text(v.i, base);
  std::string out;
  print_digits(nullptr, as<BigInt>(v), base, &out);
  return out;
}

bool int_text(Vm& vm, Value v, int base, bool limited, std::string* out) {
  if (!v.is_object()) {
    *out = small_text(v.i, base);
    return true;
  }
  auto* b = as<BigInt>(v);
  int64_t limit = limited && !power_of_two(base) ? int_max_str_digits(vm) : 0;
  auto too_long = [&] {
    vm.raisef(errors().ValueError, "Exceeds the limit (%lld digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit",
              static_cast<long long>(limit));
    return false;
  };
  // log10(2) > 0.30102; the exact count is only known after the conversion.
  if (limit && static_cast<double>(int_bit_length(v) - 1) * 0.30102 > static_cast<double>(limit)) return too_long();
  if (!vm.check_alloc(b->limb_count * size_t{64})) return false;
  if (!print_digits(&vm, b, base, out)) return false;
  if (limit && static_cast<int64_t>(out->size()) - (b->negative ? 1 : 0) > limit) return too_long();
  return true;
}

}  // namespace sl
