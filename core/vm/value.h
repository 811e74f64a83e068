// A script value: a 64-bit tag word and a 64-bit payload, the layout plugins see as sl_value.
// Tags are one-hot so that `a.tag | b.tag` classifies a pair of operands with one compare.
#pragma once

#include <bit>
#include <cstdint>
#include <type_traits>

namespace sl {

struct Obj;

enum Tag : uint64_t {
  kUnset = 0,  // no value: an unbound slot, or "an exception is pending" as a native's result
  kNone = 1,
  kBool = 2,
  kInt = 4,
  kFloat = 8,
  kObject = 16,
};

struct Value {
  uint64_t tag;
  union {
    int64_t i;
    double f;
    Obj* o;
    uint64_t bits;
  };

  Value() noexcept : tag(kUnset), i(0) {}
  Value(uint64_t t, uint64_t payload) noexcept : tag(t), bits(payload) {}

  static Value none() noexcept { return {kNone, 0}; }
  static Value boolean(bool b) noexcept { return {kBool, static_cast<uint64_t>(b)}; }
  static Value integer(int64_t v) noexcept { return {kInt, static_cast<uint64_t>(v)}; }
  static Value number(double d) noexcept { return {kFloat, std::bit_cast<uint64_t>(d)}; }
  static Value object(const Obj* p) noexcept { return {kObject, reinterpret_cast<uint64_t>(p)}; }

  bool is_unset() const noexcept { return tag == kUnset; }
  bool is_none() const noexcept { return tag == kNone; }
  bool is_bool() const noexcept { return tag == kBool; }
  bool is_int() const noexcept { return tag == kInt; }  // inline 64-bit integers only, neither bool nor BigInt
  bool is_float() const noexcept { return tag == kFloat; }
  bool is_object() const noexcept { return tag == kObject; }
  bool is_int_or_bool() const noexcept { return (tag & (kInt | kBool)) != 0; }
  bool is_true() const noexcept { return tag == kBool && i; }
  bool same(const Value& v) const noexcept { return tag == v.tag && bits == v.bits; }  // identity, Python's `is`
  explicit operator bool() const noexcept = delete;
};
static_assert(sizeof(Value) == 16 && std::is_trivially_copyable_v<Value>);  // so that it travels in registers

}  // namespace sl
