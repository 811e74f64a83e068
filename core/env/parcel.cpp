#include "core/env/parcel.h"

#include <cstring>
#include <new>
#include <unordered_map>
#include <vector>

#include "core/env/parcel_format.h"
#include "core/env/parcel_handles.h"
#include "core/vm/types.h"
#include "core/vm/vm.h"

namespace sl {
namespace {

// Objects met so far and their numbers: an array while there are few, then a hash table.
class Numbers {
 public:
  // The number of `o`, or -1 after giving it the next one.
  int64_t find_or_add(const Obj* o) {
    if (table_.empty()) {
      for (uint32_t i = 0; i < count_; ++i)
        if (few_[i] == o) return i;
      if (count_ < kFew) {
        few_[count_++] = o;
        return -1;
      }
      for (uint32_t i = 0; i < count_; ++i) table_.emplace(few_[i], i);
    }
    auto [it, added] = table_.emplace(o, count_);
    if (!added) return it->second;
    ++count_;
    return -1;
  }

 private:
  static constexpr uint32_t kFew = 16;
  const Obj* few_[kFew];
  uint32_t count_ = 0;
  std::unordered_map<const Obj*, uint32_t> table_;
};

// Where the writer is, for error messages; lives on the native stack.
struct Step {
  const Step* up;
  Value key;  // of a dict, else unset
  int64_t index;
  bool is_key;  // the failing value is itself the key
};

class Packer {
 public:
  Packer(Vm& vm, std::string& out, std::vector<ParcelHandle>& handles) : vm_(vm), out_(out), handles_(handles) {}
  bool refs = false;

  bool value(Value v, const Step* at, uint32_t depth) {
    switch (v.tag) {
      case kNone: code(ParcelCode::None); return true;
      case kBool: code(v.i ? ParcelCode::True : ParcelCode::False); return true;
      case kInt: integer(v.i); return true;
      case kFloat:
        code(ParcelCode::Float);
        raw(&v.bits, 8);
        return true;
      case kObject: return object(v, at, depth);
      default: code(ParcelCode::None); return true;
    }
  }

  std::string_view what;

 private:
  void code(ParcelCode c) { out_.push_back(static_cast<char>(c)); }
  void raw(const void* p, size_t n) { out_.append(static_cast<const char*>(p), n); }

  void integer(int64_t i) {
    uint64_t zigzag = static_cast<uint64_t>(i) << 1 ^ static_cast<uint64_t>(i >> 63);
    if (zigzag < uint64_t{1} << 42) {
      code(ParcelCode::SmallInt);
      put_varint(out_, zigzag);
    } else {
      code(ParcelCode::Int);
      raw(&i, 8);
    }
  }

  // True when `o` was written before; then the reference is out already.
  bool seen(const Obj* o) {
    int64_t number = numbers_.find_or_add(o);
    if (number < 0) return false;
    refs = true;
    code(ParcelCode::Ref);
    put_varint(out_, static_cast<uint64_t>(number));
    return true;
  }

  void text(const Str* s) {
    if (s->size >= kRefBytes && seen(s)) return;
    code(s->ascii() ? ParcelCode::Ascii : ParcelCode::Text);
    put_varint(out_, s->size);
    if (!s->ascii()) put_varint(out_, s->length);
    raw(s->data, s->size);
  }

  bool object(Value v, const Step* at, uint32_t depth) {
    v = unwrap(v);
    if (v.tag != kObject) return value(v, at, depth);
    Obj* o = v.o;
    switch (o->kind) {
      case Kind::Str: text(static_cast<Str*>(o)); return true;
      case Kind::Bytes: {
        auto* b = static_cast<Bytes*>(o);
        if (b->size >= kRefBytes && seen(b)) return true;
        code(ParcelCode::Bytes);
        put_varint(out_, b->size);
        raw(b->data, b->size);
        return true;
      }
      case Kind::BigInt: {
        auto* b = static_cast<BigInt*>(o);
        code(ParcelCode::BigInt);
        out_.push_back(b->negative ? 1 : 0);
        put_varint(out_, b->limb_count);
        raw(b->limbs, size_t{b->limb_count} * 8);
        return true;
      }
      case Kind::List: {
        auto* l = static_cast<List*>(o);
        return sequence(ParcelCode::List, o, l->items, l->size, at, depth);
      }
      case Kind::Tuple: {
        auto* t = static_cast<Tuple*>(o);
        return sequence(ParcelCode::Tuple, o, t->items, t->size, at, depth);
      }
      case Kind::Dict: return dict(static_cast<Dict*>(o), at, depth);
      case Kind::Set: return set(ParcelCode::Set, static_cast<Set*>(o), at, depth);
      case Kind::FrozenSet: return set(ParcelCode::FrozenSet, static_cast<Set*>(o), at, depth);
      case Kind::Host: {
        auto* h = static_cast<HostObj*>(o);
        if (!h->type->shareable) return refuse(v, at);
        code(ParcelCode::Handle);
        put_varint(out_, handles_.size());
        Class* cls = h->cls;  // the native class: a script's subclass stays behind
        while (cls->mark != kSharedMark && cls->mro_count > 1) cls = cls->mro[1];
        if (h->type->retain) h->type->retain(h->data);
        handles_.push_back({h->type, cls, h->data, h->field_count});
        return true;
      }
      default: return refuse(v, at);
    }
  }

  // Begins a container; true: its items follow.
  bool open(ParcelCode c, Obj* o, size_t count, const Step* at, uint32_t depth, bool* ok) {
    *ok = true;
    if (seen(o)) return false;
    if (depth >= kMaxParcelDepth) {
      vm_.raise(errors().RecursionError, std::string(what) + " is nested too deeply to be transferred");
      *ok = false;
      return false;
    }
    code(c);
    put_varint(out_, count);
    return true;
  }

  bool sequence(ParcelCode c, Obj* o, const Value* items, uint64_t n, const Step* at, uint32_t depth) {
    bool ok;
    if (!open(c, o, n, at, depth, &ok)) return ok;
    for (uint64_t i = 0; i < n; ++i) {
      Step step{at, Value(), static_cast<int64_t>(i), false};
      if (!value(items[i], &step, depth + 1)) return false;
    }
    return true;
  }

  bool dict(Dict* d, const Step* at, uint32_t depth) {
    bool ok;
    if (!open(ParcelCode::Dict, d, d->used, at, depth, &ok)) return ok;
    Value key, item;
    for (uint32_t cursor = 0; dict_next(d, &cursor, &key, &item);) {
      Step step{at, key, 0, true};
      if (is_str(key))
        text(as<Str>(key));
      else if (!value(key, &step, depth + 1))
        return false;
      step.is_key = false;
      if (!value(item, &step, depth + 1)) return false;
    }
    return true;
  }

  bool set(ParcelCode c, Set* s, const Step* at, uint32_t depth) {
    bool ok;
    if (!open(c, s, s->used, at, depth, &ok)) return ok;
    Value item;
    for (uint32_t cursor = 0; set_next(s, &cursor, &item);) {
      Step step{at, item, 0, true};
      if (!value(item, &step, depth + 1)) return false;
    }
    return true;
  }

  std::string path(const Step* at) {
    if (!at) return std::string(what);
    std::string base = path(at->up);
    if (at->key.is_unset()) return base + "[" + std::to_string(at->index) + "]";
    Value key = is_str(at->key) || !at->key.is_object() ? vm_.repr(at->key) : Value();
    Str* text = key.is_unset() ? nullptr : as_str(key);
    std::string shown = "...";
    if (text) {
      shown = text->view();
      if (is_str(at->key) && shown.size() >= 2 && shown.front() == '\'' && shown.find('"') == std::string::npos) shown.front() = shown.back() = '"';
    }
    return at->is_key ? base + " key " + shown : base + "[" + shown + "]";
  }

  bool refuse(Value v, const Step* at) {
    // A set's item and a dict's key are named by their type alone.
    const Step* shown = at && at->is_key ? at->up : at;
    std::string where = path(shown);
    if (at && at->is_key) where += " key";
    vm_.raise_type(where + ": " + std::string(vm_.type_of(v)->name->view()) + " is not transferable");
    return false;
  }

  Vm& vm_;
  std::string& out_;
  std::vector<ParcelHandle>& handles_;
  Numbers numbers_;
};

}  // namespace

Parcel::~Parcel() {
  if (!handles_) return;
  for (const ParcelHandle& h : handles_->items)
    if (h.type->release) h.type->release(h.data);
}

std::shared_ptr<const Parcel> Parcel::pack(Vm& vm, Value v, std::string_view what) {
  struct Shell : Parcel {};  // make_shared with the private constructor
  auto parcel = std::make_shared<Shell>();
  parcel->bytes_.push_back(static_cast<char>(kParcelVersion));
  parcel->bytes_.push_back(0);
  std::vector<ParcelHandle> handles;
  Packer packer(vm, parcel->bytes_, handles);
  packer.what = what;
  bool ok = packer.value(v, nullptr, 0);
  if (!handles.empty()) {
    parcel->handles_ = std::make_unique<Handles>();
    parcel->handles_->items = std::move(handles);
  }
  if (!ok) return nullptr;
  parcel->bytes_[1] = static_cast<char>((packer.refs ? kParcelRefs : 0) | (parcel->handles_ ? kParcelHandles : 0));
  return parcel;
}

bool Parcel::save(std::string* out) const {
  if (handles_) return false;
  *out = bytes_;
  return true;
}

}  // namespace sl
