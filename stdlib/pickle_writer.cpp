// Writing pickles. Describing an object may run script code, which may change any container at hand.
#include <bit>
#include <cstring>
#include <string>

#include "core/vm/bigint.h"
#include "core/vm/class.h"
#include "core/vm/containers.h"
#include "core/vm/frame.h"
#include "core/vm/text.h"
#include "stdlib/args.h"
#include "stdlib/pickle_internal.h"

namespace sl::pickles {
namespace {

constexpr uint64_t kBatch = 1000;
constexpr size_t kFrame = 64 * 1024;  // a frame this long ends before the next value
constexpr size_t kFrameHeader = 9;    // opcode and length
constexpr size_t kShortestFrame = 4;  // less has no header
constexpr size_t kNoFrame = SIZE_MAX;

// The objects a pickle can refer back to, by address.
class Memo {
 public:
  const uint32_t* find(const Obj* o) const noexcept {
    if (cells_.empty()) return nullptr;
    for (size_t at = hash(o);; ++at) {
      const Cell& c = cells_[at & (cells_.size() - 1)];
      if (c.key == o) return &c.index;
      if (!c.key) return nullptr;
    }
  }
  uint32_t add(const Obj* o) {
    if (size_ * 2 >= cells_.size()) grow();
    put(o, size_);
    return size_++;
  }

 private:
  struct Cell {
    const Obj* key = nullptr;
    uint32_t index = 0;
  };
  size_t hash(const Obj* o) const noexcept { return (reinterpret_cast<uintptr_t>(o) >> 4) * 0x9E3779B97F4A7C15ull >> 20; }
  void put(const Obj* o, uint32_t index) noexcept {
    size_t at = hash(o);
    while (cells_[at & (cells_.size() - 1)].key) ++at;
    cells_[at & (cells_.size() - 1)] = {o, index};
  }
  void grow() {
    std::vector<Cell> old(cells_.empty() ? 64 : cells_.size() * 4);
    old.swap(cells_);
    for (const Cell& c : old)
      if (c.key) put(c.key, c.index);
  }
  std::vector<Cell> cells_;
  uint32_t size_ = 0;
};

class Writer {
 public:
  Writer(Vm& vm, char protocol, Value describe) : vm_(vm), protocol_(protocol), describe_(describe), kept_(vm.heap) {
    out_ += '\x80';
    out_ += protocol;
    begin_frame();
  }
  // False: left to the script module, or raised.
  bool save(Value v, uint32_t depth) {
    if ((++count_ & 0xFFFF) == 0 && (!vm_.check_alloc(2 * out_.size()) || !vm_.poll())) return false;
    if (frame_ != kNoFrame && out_.size() - frame_ - kFrameHeader >= kFrame) {
      end_frame();
      begin_frame();
    }
    switch (v.tag) {
      case kNone: return op('N');
      case kBool: return op(v.i ? '\x88' : '\x89');
      case kInt: return save_int(v.i);
      case kFloat: {
        auto bits = __builtin_bswap64(std::bit_cast<uint64_t>(v.f));
        return op('G') && raw(&bits, 8);
      }
      default: break;
    }
    if (!v.is_object()) return false;
    if (const uint32_t* index = memo_.find(v.o)) return get(*index);
    char probe;
    if (depth + kReserve > vm_.limits.depth || &probe < vm_.thread->native_low) {
      vm_.raise(errors().RecursionError, "maximum recursion depth exceeded while pickling an object");
      return false;
    }
    return save_object(v, depth);
  }
  std::string take() {
    op('.');
    end_frame();
    return std::move(out_);
  }

 private:
  bool save_object(const Value& v, uint32_t depth) {
    switch (v.o->kind) {
      case Kind::Str: return sized(protocol_ >= 4 ? '\x8c' : 0, 'X', as<Str>(v)->view()) && memoize(v.o);
      case Kind::Bytes: return protocol_ >= 3 && sized('C', 'B', as<Bytes>(v)->view()) && memoize(v.o);
      case Kind::Tuple: return save_tuple(as<Tuple>(v), depth);
      case Kind::List: return op(']') && memoize(v.o) && save_items(as<List>(v), depth);
      case Kind::Dict: return op('}') && memoize(v.o) && save_pairs(as<Dict>(v), depth);
      case Kind::Set:
      case Kind::FrozenSet: return protocol_ >= 4 && save_set(as<Set>(v), depth);
      case Kind::BigInt: return save_big(as<BigInt>(v));
      case Kind::ByteArray: return protocol_ >= 5 ? save_bytearray(as<ByteArray>(v)) : save_other(v, depth);
      case Kind::Class: return named_class(vm_, as<Class>(v)->module, Value::object(as<Class>(v)->qualname)) == v.o ? save_class(as<Class>(v), depth) : save_other(v, depth);
      case Kind::Instance:
        if (plain_.contain(vm_, as<Instance>(v)->cls)) return save_instance(as<Instance>(v), depth);
        return save_other(v, depth);
      default: return save_other(v, depth);
    }
  }
  void begin_frame() {
    if (protocol_ < 4) return;
    frame_ = out_.size();
    out_.append(kFrameHeader, '\x95');
  }
  void end_frame() {
    if (protocol_ < 4) return;
    uint64_t n = out_.size() - frame_ - kFrameHeader;
    if (n >= kShortestFrame)
      std::memcpy(&out_[frame_ + 1], &n, 8);
    else
      out_.erase(frame_, kFrameHeader);
    frame_ = kNoFrame;
  }
  bool op(char c) {
    out_ += c;
    return true;
  }
  bool raw(const void* p, size_t n) {
    out_.append(static_cast<const char*>(p), n);
    return true;
  }
  bool memoize(const Obj* o) {
    uint32_t index = memo_.add(o);
    kept_.items.push_back(Value::object(o));  // so that no other object gets its address
    if (protocol_ >= 4) return op('\x94');
    return index < 256 ? op('q') && op(static_cast<char>(index)) : op('r') && raw(&index, 4);
  }
  bool get(uint32_t index) { return index < 256 ? op('h') && op(static_cast<char>(index)) : op('j') && raw(&index, 4); }
  bool sized(char small, char large, std::string_view data) {
    auto n = static_cast<uint32_t>(data.size());
    if (data.size() > UINT32_MAX) return false;
    bool outside = data.size() >= kFrame;  // of any frame
    if (outside) end_frame();
    (n < 256 && small ? op(small) && op(static_cast<char>(n)) : op(large) && raw(&n, 4)) && raw(data.data(), n);
    if (outside) begin_frame();
    return true;
  }
  bool save_int(int64_t i) {
    if (i >= 0 && i < 256) return op('K') && op(static_cast<char>(i));
    if (i >= 0 && i < 0x10000) return op('M') && raw(&i, 2);
    if (i >= INT32_MIN && i <= INT32_MAX) return op('J') && raw(&i, 4);
    uint64_t magnitude = i < 0 ? 0 - static_cast<uint64_t>(i) : static_cast<uint64_t>(i);
    size_t n = static_cast<size_t>(std::bit_width(magnitude)) / 8 + 1;
    char bytes[9];
    std::memcpy(bytes, &i, 8);
    bytes[8] = i < 0 ? '\xff' : '\0';
    if (i < 0 && n > 1 && bytes[n - 1] == '\xff' && bytes[n - 2] & '\x80') --n;
    return op('\x8a') && op(static_cast<char>(n)) && raw(bytes, n);
  }
  bool save_tuple(const Tuple* t, uint32_t depth) {
    if (t->size == 0) return op(')');
    if (t->size > 3) op('(');
    for (uint64_t i = 0; i < t->size; ++i)
      if (!save(t->items[i], depth + 1)) return false;
    if (const uint32_t* index = memo_.find(t)) {  // a cycle led back here: the copy exists
      out_.append(t->size > 3 ? "1" : std::string(t->size, '0'));
      return get(*index);
    }
    return op(t->size > 3 ? 't' : static_cast<char>(0x84 + t->size)) && memoize(t);
  }
  bool save_items(const List* l, uint32_t depth) {
    if (l->size == 1) return save(l->items[0], depth + 1) && op('a');
    for (uint64_t start = 0; start < l->size; start += kBatch) {
      op('(');
      for (uint64_t i = start; i < l->size && i < start + kBatch; ++i)
        if (!save(l->items[i], depth + 1)) return false;
      op('e');
    }
    return true;
  }
  bool save_set(Set* set, uint32_t depth) {
    const bool frozen = set->kind == Kind::FrozenSet;
    if (frozen) {
      op('(');
      if (!save_members(set, depth)) return false;
      if (const uint32_t* index = memo_.find(set)) return op('1') && get(*index);
      return op('\x91') && memoize(set);
    }
    return op('\x8f') && memoize(set) && save_members(set, depth);
  }
  bool save_members(Set* set, uint32_t depth) {
    const bool frozen = set->kind == Kind::FrozenSet;
    uint64_t n = 0;
    const uint32_t size = set->used;
    Value item;
    for (uint32_t cursor = 0; set_next(set, &cursor, &item);) {
      if (!frozen && n == 0) op('(');
      if (!save(item, depth + 1)) return false;
      if (set->used != size) return changed("set changed size during iteration");
      if (++n % kBatch == 0 && !frozen) out_ += "\x90(";
    }
    return frozen || n == 0 || op('\x90');
  }
  bool save_class(Class* c, uint32_t depth) {
    if (const uint32_t* index = memo_.find(c)) return get(*index);
    Value name = Value::object(c->qualname);
    if (named_class(vm_, c->module, name) != c) return false;
    if (protocol_ < 4) {
      std::string_view module = as<Str>(c->module)->view();
      if (module != "__main__" || !as<Str>(name)->ascii()) return false;  // others may have had other names
      out_.append("c").append(module).append("\n").append(as<Str>(name)->view()).append("\n");
      return memoize(c);
    }
    if (name.same(c->module)) name = vm_.str_value(as<Str>(name)->view());  // two objects in CPython
    return save(c->module, depth + 1) && save(name, depth + 1) && op('\x93') && memoize(c);
  }
  bool save_instance(Instance* i, uint32_t depth) {
    if (!save_class(i->cls, depth) || !op(')') || !op('\x81') || !memoize(i)) return false;
    Dict* state = instance_dict_copy(vm_, i);
    if (!state->used) return true;
    return save(Value::object(state), depth + 1) && op('b');
  }
  bool save_big(const BigInt* b) {
    std::string bytes;  // two's complement, as short as possible
    bool borrow = b->negative;
    for (uint32_t i = 0; i < b->limb_count; ++i) {
      uint64_t limb = b->negative ? ~b->limbs[i] + borrow : b->limbs[i];
      borrow = borrow && limb == 0;
      bytes.append(reinterpret_cast<const char*>(&limb), 8);
    }
    const char sign = b->negative ? '\xff' : '\0';
    while (bytes.back() == sign) bytes.pop_back();
    if ((bytes.back() & 0x80) != (sign & 0x80)) bytes += sign;
    auto n = static_cast<uint32_t>(bytes.size());
    if (bytes.size() > INT32_MAX) return false;
    return (n < 256 ? op('\x8a') && op(static_cast<char>(n)) : op('\x8b') && raw(&n, 4)) && raw(bytes.data(), n);
  }
  bool save_bytearray(const ByteArray* b) {
    const bool outside = b->size >= kFrame;
    if (outside) end_frame();
    op('\x96') && raw(&b->size, 8) && raw(b->data, b->size);
    if (outside) begin_frame();
    return memoize(b);
  }
  bool changed(const char* text) {
    vm_.raise(errors().RuntimeError, text);
    return false;
  }
  // What the script module says of any other object: a list of its module and name, or how it is rebuilt.
  bool save_other(Value v, uint32_t depth) {
    if (protocol_ < 4) return false;
    Value found = vm_.call(describe_, {v, Value::integer(protocol_)});
    if (found.is_unset() || !found.is_object()) return false;
    kept_.items.push_back(found);
    if (is_kind(found, Kind::List)) return save_global(v, as<List>(found), depth);
    return is_kind(found, Kind::Tuple) && as<Tuple>(found)->size == 8 && save_reduced(v, as<Tuple>(found)->items, depth);
  }
  bool save_global(Value v, const List* name, uint32_t depth) {
    return name->size == 2 && save(name->items[0], depth + 1) && save(name->items[1], depth + 1) && op('\x93') && memoize(v.o);
  }
  // parts: kind (0 call, 1 __newobj__, 2 __newobj_ex__), callable, arguments, keywords, state, items, pairs, function for the state
  bool save_reduced(Value v, const Value* parts, uint32_t depth) {
    if (!save(parts[1], depth + 1) || !save(parts[2], depth + 1)) return false;
    if (parts[0].i == 2 ? !save(parts[3], depth + 1) || !op('\x92') : !op(parts[0].i == 1 ? '\x81' : 'R')) return false;
    if (const uint32_t* index = memo_.find(v.o)) {  // a cycle led back here: the copy exists
      if (!op('0') || !get(*index)) return false;
    } else if (!memoize(v.o)) {
      return false;
    }
    if (!parts[5].is_none() && !save_batches(parts[5], false, depth)) return false;
    if (!parts[6].is_none() && !save_batches(parts[6], true, depth)) return false;
    if (parts[4].is_none()) return true;
    if (parts[7].is_none()) return save(parts[4], depth + 1) && op('b');
    return save(parts[7], depth + 1) && save(v, depth + 1) && save(parts[4], depth + 1) && op('\x86') && op('R') && op('0');
  }
  bool save_batches(Value iterable, bool pairs, uint32_t depth) {
    const List* items = vm_.to_list(iterable);
    if (!items) return false;
    kept_.items.push_back(Value::object(items));
    for (uint64_t start = 0; start < items->size; start += kBatch) {
      const uint64_t end = std::min(items->size, start + kBatch);
      if (end - start > 1) op('(');
      for (uint64_t i = start; i < end; ++i) {
        if (!pairs) {
          if (!save(items->items[i], depth + 1)) return false;
          continue;
        }
        const Tuple* pair = as_tuple(items->items[i]);
        if (!pair || pair->size != 2 || !save(pair->items[0], depth + 1) || !save(pair->items[1], depth + 1)) return false;
      }
      op(end - start > 1 ? pairs ? 'u' : 'e' : pairs ? 's' : 'a');
    }
    return true;
  }
  bool save_pairs(Dict* d, uint32_t depth) {
    Value key, value;
    uint64_t n = 0;
    const uint32_t size = d->used;
    if (size == 1) {
      uint32_t only = 0;
      return dict_next(d, &only, &key, &value) && save(key, depth + 1) && save(value, depth + 1) && op('s');
    }
    for (uint32_t cursor = 0; dict_next(d, &cursor, &key, &value);) {
      if (n == 0) op('(');
      if (!save(key, depth + 1) || !save(value, depth + 1)) return false;
      if (d->used != size) return changed("dictionary changed size during iteration");
      if (++n % kBatch == 0) out_ += "u(";  // also behind a last full batch, as CPython does
    }
    return n == 0 || op('u');
  }

  static constexpr uint32_t kReserve = 8;

  Vm& vm_;
  char protocol_;
  Value describe_;
  std::string out_;
  size_t frame_ = kNoFrame;
  Memo memo_;
  RootVec kept_;
  PlainClasses plain_;
  uint32_t count_ = 0;
};

}  // namespace

Value dump(Vm& vm, Value* args) {
  RootVec roots(vm.heap);
  roots.items = {args[0], args[2]};
  Writer w(vm, static_cast<char>(args[1].i), args[2]);
  if (w.save(roots.items[0], 0)) return new_bytes_value(vm, w.take());
  return vm.raised() ? Value() : Value::none();
}

}  // namespace sl::pickles
