// Unpacking parcels, and checking bytes that claim to be one.
#include <cstring>
#include <vector>

#include "core/env/parcel.h"
#include "core/env/parcel_format.h"
#include "core/env/parcel_handles.h"
#include "core/vm/types.h"
#include "core/vm/vm.h"

namespace sl {
namespace {

// Trusts its input: made by pack() or passed by Checker. Runs no script code, so nothing is collected.
class Unpacker {
 public:
  Unpacker(Vm& vm, ParcelCursor in, bool refs, const std::vector<ParcelHandle>* handles) : vm_(vm), in_(in), refs_(refs), handles_(handles) {}

  Value value() {
    switch (static_cast<ParcelCode>(*in_.at++)) {
      case ParcelCode::None: return Value::none();
      case ParcelCode::False: return Value::boolean(false);
      case ParcelCode::True: return Value::boolean(true);
      case ParcelCode::Int: return {kInt, word()};
      case ParcelCode::SmallInt: {
        uint64_t z = in_.varint_unchecked();
        return Value::integer(static_cast<int64_t>(z >> 1) ^ -static_cast<int64_t>(z & 1));
      }
      case ParcelCode::BigInt: return big_integer();
      case ParcelCode::Float: return {kFloat, word()};
      case ParcelCode::Ascii: {
        size_t n = in_.varint_unchecked();
        return text(n, static_cast<uint32_t>(n));
      }
      case ParcelCode::Text: {
        size_t n = in_.varint_unchecked();
        return text(n, static_cast<uint32_t>(in_.varint_unchecked()));
      }
      case ParcelCode::Bytes: {
        size_t n = in_.varint_unchecked();
        if (!room(n, 1)) return Value();
        Value v = Value::object(vm_.new_bytes(take(n)));
        if (refs_ && n >= kRefBytes) met_.push_back(v);
        return v;
      }
      case ParcelCode::List: return list(in_.varint_unchecked());
      case ParcelCode::Tuple: return tuple(in_.varint_unchecked());
      case ParcelCode::Dict: return dict(in_.varint_unchecked());
      case ParcelCode::Set: return set(in_.varint_unchecked(), false);
      case ParcelCode::FrozenSet: return set(in_.varint_unchecked(), true);
      case ParcelCode::Ref: return met_[in_.varint_unchecked()];
      case ParcelCode::Handle: return handle((*handles_)[in_.varint_unchecked()]);
    }
    return Value::none();
  }

 private:
  uint64_t word() {
    uint64_t bits;
    std::memcpy(&bits, in_.at, 8);
    in_.at += 8;
    return bits;
  }

  std::string_view take(size_t n) {
    std::string_view s(in_.at, n);
    in_.at += n;
    return s;
  }

  // Small ones are left to the collector's own accounting.
  bool room(size_t n, size_t each) { return n < 4096 || vm_.check_alloc(n * each); }

  Value met(Value v) {
    if (refs_) met_.push_back(v);
    return v;
  }

  Value text(size_t n, uint32_t length) {
    if (!room(n, 1)) return Value();
    Value v = Value::object(vm_.new_str(take(n), length));
    if (refs_ && n >= kRefBytes) met_.push_back(v);
    return v;
  }

  Value big_integer() {
    bool negative = *in_.at++;
    uint32_t n = static_cast<uint32_t>(in_.varint_unchecked());
    auto* b = vm_.heap.make<BigInt>(Kind::BigInt, (size_t{n} - 1) * 8);
    b->negative = negative;
    b->limb_count = n;
    std::memcpy(b->limbs, in_.at, size_t{n} * 8);
    in_.at += size_t{n} * 8;
    return Value::object(b);
  }

  Value list(size_t n) {
    if (!room(n, sizeof(Value))) return Value();
    List* l = vm_.new_list(n);
    met(Value::object(l));
    for (size_t i = 0; i < n; ++i) {
      Value v = value();
      if (v.is_unset()) return v;
      l->items[l->size++] = v;
    }
    return Value::object(l);
  }

  Value tuple(size_t n) {
    if (!room(n, sizeof(Value))) return Value();
    Tuple* t = vm_.new_tuple(n);
    met(Value::object(t));
    for (size_t i = 0; i < n; ++i) t->items[i] = Value::none();
    for (size_t i = 0; i < n; ++i) {
      Value v = value();
      if (v.is_unset()) return v;
      t->items[i] = v;
    }
    return Value::object(t);
  }

  Value dict(size_t n) {
    if (!room(n, 2 * sizeof(DictEntry))) return Value();
    Dict* d = vm_.new_dict(n);
    met(Value::object(d));
    for (size_t i = 0; i < n; ++i) {
      Value key = value();
      if (key.is_unset()) return key;
      Value item = value();
      if (item.is_unset()) return item;
      if (is_str(key))
        dict_set_str(vm_, d, as<Str>(key), item);
      else if (!dict_set(vm_, d, key, item))
        return Value();
    }
    return Value::object(d);
  }

  Value set(size_t n, bool frozen) {
    if (!room(n, 4 * sizeof(SetEntry))) return Value();
    Set* s = vm_.new_set(frozen);
    met(Value::object(s));
    for (size_t i = 0; i < n; ++i) {
      Value item = value();
      if (item.is_unset() || !set_add(vm_, s, item)) return Value();
    }
    return Value::object(s);
  }

  Value handle(const ParcelHandle& h) {
    if (h.type->retain) h.type->retain(h.data);
    return Value::object(vm_.new_host(h.cls, h.data, h.field_count));
  }

  Vm& vm_;
  ParcelCursor in_;
  bool refs_;
  const std::vector<ParcelHandle>* handles_;
  std::vector<Value> met_;
};

// Length in code points of well-formed text (surrogates allowed, as in Str); false when it is not.
bool check_utf8(std::string_view s, uint64_t* length) {
  uint64_t n = 0;
  for (size_t i = 0; i < s.size(); ++n) {
    auto b = static_cast<uint8_t>(s[i]);
    size_t more = b < 0x80 ? 0 : b >= 0xC2 && b < 0xE0 ? 1 : b >= 0xE0 && b < 0xF0 ? 2 : b >= 0xF0 && b < 0xF5 ? 3 : 4;
    if (more == 4 || s.size() - i <= more) return false;
    for (size_t k = 1; k <= more; ++k)
      if ((static_cast<uint8_t>(s[i + k]) & 0xC0) != 0x80) return false;
    auto second = static_cast<uint8_t>(more ? s[i + 1] : 0);
    if ((b == 0xE0 && second < 0xA0) || (b == 0xF0 && second < 0x90) || (b == 0xF4 && second > 0x8F)) return false;
    i += more + 1;
  }
  *length = n;
  return true;
}

// Everything Unpacker relies on.
class Checker {
 public:
  Checker(ParcelCursor in, bool refs) : in_(in), refs_(refs) {}

  bool whole() { return value(0) != Verdict::Bad && in_.at == in_.end; }

 private:
  bool take(uint64_t n) {
    if (n > in_.left()) return false;
    in_.at += n;
    return true;
  }

  // Only hashable values may be a set's item or a dict's key. A container that is still open counts
  // as unhashable: its hash would be that of a part.
  enum class Verdict : uint8_t { Bad, Plain, Hashable };

  Verdict text(bool ascii) {
    uint64_t n, points;
    if (!in_.varint(&n) || n > UINT32_MAX) return Verdict::Bad;
    uint64_t declared = n;
    if (!ascii && !in_.varint(&declared)) return Verdict::Bad;
    if (n > in_.left()) return Verdict::Bad;
    if (!check_utf8({in_.at, n}, &points) || points != declared || ascii != (points == n)) return Verdict::Bad;
    in_.at += n;
    if (n >= kRefBytes) met_.push_back(Verdict::Hashable);
    return Verdict::Hashable;
  }

  Verdict bytes() {
    uint64_t n;
    if (!in_.varint(&n) || !take(n)) return Verdict::Bad;
    if (n >= kRefBytes) met_.push_back(Verdict::Hashable);
    return Verdict::Hashable;
  }

  Verdict big_integer() {
    uint64_t n;
    if (!in_.left()) return Verdict::Bad;
    auto sign = static_cast<uint8_t>(*in_.at++);
    if (sign > 1 || !in_.varint(&n) || n == 0 || n > in_.left() / 8) return Verdict::Bad;
    uint64_t low, high;
    std::memcpy(&low, in_.at, 8);
    std::memcpy(&high, in_.at + (n - 1) * 8, 8);
    in_.at += n * 8;
    // Smaller ones are inline integers.
    bool large = n > 1 ? high != 0 : sign ? low > uint64_t{1} << 63 : low >= uint64_t{1} << 63;
    return large ? Verdict::Hashable : Verdict::Bad;
  }

  Verdict value(uint32_t depth) {
    if (!in_.left() || depth > kMaxParcelDepth) return Verdict::Bad;
    auto code = static_cast<ParcelCode>(*in_.at++);
    uint64_t n;
    switch (code) {
      case ParcelCode::None:
      case ParcelCode::False:
      case ParcelCode::True: return Verdict::Hashable;
      case ParcelCode::Int:
      case ParcelCode::Float: return take(8) ? Verdict::Hashable : Verdict::Bad;
      case ParcelCode::SmallInt: return in_.varint(&n) ? Verdict::Hashable : Verdict::Bad;
      case ParcelCode::BigInt: return big_integer();
      case ParcelCode::Ascii: return text(true);
      case ParcelCode::Text: return text(false);
      case ParcelCode::Bytes: return bytes();
      case ParcelCode::List:
      case ParcelCode::Tuple:
      case ParcelCode::Dict:
      case ParcelCode::Set:
      case ParcelCode::FrozenSet: return container(code, depth);
      case ParcelCode::Ref: return refs_ && in_.varint(&n) && n < met_.size() ? met_[n] : Verdict::Bad;
      case ParcelCode::Handle: return Verdict::Bad;
    }
    return Verdict::Bad;
  }

  Verdict container(ParcelCode code, uint32_t depth) {
    uint64_t n;
    if (!in_.varint(&n) || n > in_.left()) return Verdict::Bad;  // each item takes a byte at least
    size_t number = met_.size();
    met_.push_back(Verdict::Plain);
    bool is_dict = code == ParcelCode::Dict;
    bool keys = is_dict || code == ParcelCode::Set || code == ParcelCode::FrozenSet;
    bool hashable = code == ParcelCode::Tuple || code == ParcelCode::FrozenSet;
    for (uint64_t i = 0; i < n; ++i) {
      Verdict item = value(depth + 1);
      if (item == Verdict::Bad || (keys && item != Verdict::Hashable)) return Verdict::Bad;
      if (item == Verdict::Plain) hashable = false;
      if (is_dict && value(depth + 1) == Verdict::Bad) return Verdict::Bad;
    }
    if (hashable) met_[number] = Verdict::Hashable;
    return met_[number];
  }

  ParcelCursor in_;
  bool refs_;
  std::vector<Verdict> met_;
};

}  // namespace

Value Parcel::unpack(Vm& vm) const {
  const char* begin = bytes_.data();
  Unpacker unpacker(vm, {begin + 2, begin + bytes_.size()}, begin[1] & kParcelRefs, handles_ ? &handles_->items : nullptr);
  return unpacker.value();
}

std::shared_ptr<const Parcel> Parcel::load(std::string_view bytes) {
  if (bytes.size() < 3 || bytes[0] != static_cast<char>(kParcelVersion)) return nullptr;
  auto flags = static_cast<uint8_t>(bytes[1]);
  if (flags & ~kParcelRefs) return nullptr;
  Checker checker({bytes.data() + 2, bytes.data() + bytes.size()}, flags & kParcelRefs);
  if (!checker.whole()) return nullptr;
  struct Shell : Parcel {};
  auto parcel = std::make_shared<Shell>();
  parcel->bytes_ = bytes;
  return parcel;
}

}  // namespace sl
