// import _pickle: what pickle does in one step with plain data, that is, None, bool, int, float, str, bytes,
// tuple, list, dict and instances of plain classes. Anything else is left to the script module, which starts over.
#include <bit>
#include <cstring>
#include <string>
#include <unordered_map>

#include "core/vm/bigint.h"
#include "core/vm/class.h"
#include "core/vm/containers.h"
#include "core/vm/text.h"
#include "core/vm/unicode.h"
#include "stdlib/args.h"
#include "stdlib/plain_class.h"
#include "stdlib/registry.h"

namespace sl {
namespace {

constexpr int kMaxDepth = 200;
constexpr uint64_t kBatch = 1000;
constexpr size_t kFrame = 64 * 1024;  // a frame this long ends before the next value
constexpr size_t kFrameHeader = 9;    // opcode and length
constexpr size_t kShortestFrame = 4;  // less has no header
constexpr size_t kNoFrame = SIZE_MAX;

// The class a pickle names by a module and a name in it; null: not so simple.
Class* named_class(Vm& vm, const Value& module, const Value& name) {
  if (!is_kind(module, Kind::Str) || !is_kind(name, Kind::Str)) return nullptr;
  Value found = dict_get_str(vm.modules, as<Str>(module));
  if (!is_kind(found, Kind::Module)) return nullptr;
  found = vm.module_get(as<Module>(found), as<Str>(name));
  return is_kind(found, Kind::Class) ? as<Class>(found) : nullptr;
}

Str* attribute_name(Str* name) { return name->interned() || name->size > 64 ? name : intern(name->view()); }

// Remembers the classes found to be made of attributes alone.
class PlainClasses {
 public:
  bool contain(Vm& vm, Class* c) {
    for (Class* known : known_)
      if (known == c) return true;
    static Str* const kSlots = intern("__slots__");
    if (c->metaclass != types().type || c->has_finalizer || !class_lookup(c, kSlots).is_unset() || !is_plain_class(vm, c)) return false;
    if (known_.size() < 16) known_.push_back(c);
    return true;
  }

 private:
  std::vector<Class*> known_;
};

class Writer {
 public:
  Writer(Vm& vm, char protocol) : vm_(vm), protocol_(protocol), states_(vm.heap) {
    out_ += '\x80';
    out_ += protocol;
    begin_frame();
  }
  // False: not plain, or raised.
  bool save(const Value& v, int depth) {
    if (depth > kMaxDepth || ((++count_ & 0xFFFF) == 0 && (!vm_.check_alloc(2 * out_.size()) || !vm_.poll()))) return false;
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
    if (auto it = memo_.find(v.o); it != memo_.end()) return get(it->second);
    return save_object(v, depth);
  }
  std::string take() {
    op('.');
    end_frame();
    return std::move(out_);
  }

 private:
  bool save_object(const Value& v, int depth) {
    switch (v.o->kind) {
      case Kind::Str: return sized(protocol_ >= 4 ? '\x8c' : 0, 'X', as<Str>(v)->view()) && memoize(v.o);
      case Kind::Bytes: return protocol_ >= 3 && sized('C', 'B', as<Bytes>(v)->view()) && memoize(v.o);
      case Kind::Tuple: return save_tuple(as<Tuple>(v), depth);
      case Kind::List: return op(']') && memoize(v.o) && save_items(as<List>(v), depth);
      case Kind::Dict: return op('}') && memoize(v.o) && save_pairs(as<Dict>(v), depth);
      case Kind::Set:
      case Kind::FrozenSet: return protocol_ >= 4 && save_set(as<Set>(v), depth);
      case Kind::Instance: return save_instance(as<Instance>(v), depth);
      default: return false;
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
    auto index = static_cast<uint32_t>(memo_.size());
    memo_.emplace(o, index);
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
  bool save_tuple(const Tuple* t, int depth) {
    if (t->size == 0) return op(')');
    if (t->size > 3) op('(');
    for (uint64_t i = 0; i < t->size; ++i)
      if (!save(t->items[i], depth + 1)) return false;
    if (auto it = memo_.find(t); it != memo_.end()) {  // a cycle led back here: the copy exists
      out_.append(t->size > 3 ? "1" : std::string(t->size, '0'));
      return get(it->second);
    }
    return op(t->size > 3 ? 't' : static_cast<char>(0x84 + t->size)) && memoize(t);
  }
  bool save_items(const List* l, int depth) {
    if (l->size == 1) return save(l->items[0], depth + 1) && op('a');
    for (uint64_t start = 0; start < l->size; start += kBatch) {
      op('(');
      for (uint64_t i = start; i < l->size && i < start + kBatch; ++i)
        if (!save(l->items[i], depth + 1)) return false;
      op('e');
    }
    return true;
  }
  bool save_set(Set* set, int depth) {
    const bool frozen = set->kind == Kind::FrozenSet;
    if (frozen) {
      op('(');
      return save_members(set, depth) && !memo_.contains(set) && op('\x91') && memoize(set);
    }
    return op('\x8f') && memoize(set) && save_members(set, depth);
  }
  bool save_members(Set* set, int depth) {
    const bool frozen = set->kind == Kind::FrozenSet;
    uint64_t n = 0;
    Value item;
    for (uint32_t cursor = 0; set_next(set, &cursor, &item);) {
      if (!frozen && n == 0) op('(');
      if (!save(item, depth + 1)) return false;
      if (++n % kBatch == 0 && !frozen) out_ += "\x90(";
    }
    return frozen || n == 0 || op('\x90');
  }
  bool save_class(Class* c, int depth) {
    if (auto it = memo_.find(c); it != memo_.end()) return get(it->second);
    Value name = Value::object(c->qualname);
    if (named_class(vm_, c->module, name) != c) return false;
    if (protocol_ < 4) {
      std::string_view module = as<Str>(c->module)->view();
      if (module != "__main__" || !as<Str>(name)->ascii()) return false;  // others may have had other names
      out_.append("c").append(module).append("\n").append(as<Str>(name)->view()).append("\n");
      return memoize(c);
    }
    return save(c->module, depth + 1) && save(name, depth + 1) && op('\x93') && memoize(c);
  }
  bool save_instance(Instance* i, int depth) {
    if (!plain_.contain(vm_, i->cls) || !save_class(i->cls, depth) || !op(')') || !op('\x81') || !memoize(i)) return false;
    Dict* state = instance_dict_copy(vm_, i);
    if (!state->used) return true;
    states_.items.push_back(Value::object(state));  // its address stays in the memo
    return save(states_.items.back(), depth + 1) && op('b');
  }
  bool save_pairs(Dict* d, int depth) {
    Value key, value;
    uint64_t n = 0;
    if (d->used == 1) {
      uint32_t only = 0;
      return dict_next(d, &only, &key, &value) && save(key, depth + 1) && save(value, depth + 1) && op('s');
    }
    for (uint32_t cursor = 0; dict_next(d, &cursor, &key, &value);) {
      if (n == 0) op('(');
      if (!save(key, depth + 1) || !save(value, depth + 1)) return false;
      if (++n % kBatch == 0) out_ += "u(";  // also behind a last full batch, as CPython does
    }
    return n == 0 || op('u');
  }

  Vm& vm_;
  char protocol_;
  std::string out_;
  size_t frame_ = kNoFrame;
  std::unordered_map<const Obj*, uint32_t> memo_;
  RootVec states_;
  PlainClasses plain_;
  uint32_t count_ = 0;
};

class Reader {
 public:
  Reader(Vm& vm, std::string_view data) : vm_(vm), data_(data), stack_(vm.heap), memo_(vm.heap) {}
  // False: not plain, damaged, or raised.
  bool run(Value* result) {
    auto& stack = stack_.items;
    for (uint32_t count = 1; at_ < data_.size(); ++count) {
      if ((count & 0xFFFF) == 0 && !vm_.poll()) return false;
      char code = data_[at_++];
      if (code == '.') {
        if (stack.empty()) return false;
        *result = stack.back();
        return true;
      }
      if (!step(code)) return false;
    }
    return false;
  }

 private:
  template <class T>
  bool fixed(T* out) {
    if (data_.size() - at_ < sizeof(T)) return false;
    std::memcpy(out, data_.data() + at_, sizeof(T));
    at_ += sizeof(T);
    return true;
  }
  template <class T>
  bool piece(std::string_view* out) {
    T n;
    if (!fixed(&n) || data_.size() - at_ < n) return false;
    *out = data_.substr(at_, n);
    at_ += n;
    return true;
  }
  bool push(Value v) {
    stack_.items.push_back(v);
    return true;
  }
  bool push_text(std::string_view s) { return valid_utf8_prefix(s, true) == s.size() && push(vm_.str_value(s)); }
  bool push_tuple(size_t n) {
    auto& stack = stack_.items;
    if (stack.size() < n || (!marks_.empty() && stack.size() - n < marks_.back())) return false;
    Value t = Value::object(vm_.new_tuple(stack.data() + stack.size() - n, n));
    stack.resize(stack.size() - n);
    return push(t);
  }
  // The items above the last mark, which stay on the stack until drop().
  bool to_mark(const Value** items, size_t* n) {
    if (marks_.empty()) return false;
    start_ = marks_.back();
    marks_.pop_back();
    *items = stack_.items.data() + start_;
    *n = stack_.items.size() - start_;
    return true;
  }
  bool drop() {
    stack_.items.resize(start_);
    return true;
  }
  bool fetch(uint32_t index) { return index < memo_.items.size() && push(memo_.items[index]); }
  bool keep(uint32_t index) {
    if (stack_.items.empty() || index > memo_.items.size()) return false;
    if (index == memo_.items.size())
      memo_.items.push_back(stack_.items.back());
    else
      memo_.items[index] = stack_.items.back();
    return true;
  }
  template <class T>
  bool push_int() {
    T n;
    return fixed(&n) && push(Value::integer(n));
  }
  bool push_long() {
    std::string_view s;
    if (!piece<uint8_t>(&s) || s.size() > 8) return false;
    uint64_t bits = !s.empty() && s.back() & 0x80 ? ~uint64_t{0} : 0;
    std::memcpy(&bits, s.data(), s.size());
    return push(Value::integer(static_cast<int64_t>(bits)));
  }
  bool append_items(const Value* items, size_t n) {
    if (start_ == 0 || !is_kind(stack_.items[start_ - 1], Kind::List)) return false;
    List* l = as<List>(stack_.items[start_ - 1]);
    for (size_t i = 0; i < n; ++i) list_append(vm_, l, items[i]);
    return drop();
  }
  bool set_items(size_t n) {
    if (n % 2 || start_ == 0 || !is_kind(stack_.items[start_ - 1], Kind::Dict)) return false;
    for (size_t i = start_; i < start_ + n; i += 2)
      if (!dict_set(vm_, as<Dict>(stack_.items[start_ - 1]), stack_.items[i], stack_.items[i + 1])) return false;
    return drop();
  }
  // What is above start_.
  bool add_members(Value set) {
    for (size_t i = start_; i < stack_.items.size(); ++i)
      if (!set_add(vm_, as<Set>(set), stack_.items[i])) return false;
    return drop();
  }
  bool line(std::string_view* out) {
    size_t end = data_.find('\n', at_);
    if (end == std::string_view::npos) return false;
    *out = data_.substr(at_, end - at_);
    at_ = end + 1;
    return true;
  }
  // A class named in the text; modules other than the program's own may have another name today.
  bool named() {
    std::string_view module, name;
    if (!line(&module) || !line(&name) || module != "__main__" || valid_utf8_prefix(name, false) != name.size()) return false;
    return push(vm_.str_value(module)) && push(vm_.str_value(name)) && push_class();
  }
  bool push_class() {
    auto& stack = stack_.items;
    if (stack.size() < 2 || (!marks_.empty() && stack.size() - 2 < marks_.back())) return false;
    Class* c = named_class(vm_, stack[stack.size() - 2], stack.back());
    if (!c) return false;
    stack.resize(stack.size() - 2);
    return push(Value::object(c));
  }
  bool make_instance() {
    auto& stack = stack_.items;
    size_t n = stack.size();
    if (n < 2 || (!marks_.empty() && n - 2 < marks_.back()) || !is_kind(stack[n - 1], Kind::Tuple) || as<Tuple>(stack[n - 1])->size) return false;
    if (!is_kind(stack[n - 2], Kind::Class) || !plain_.contain(vm_, as<Class>(stack[n - 2]))) return false;
    Value made = allocate_instance(vm_, as<Class>(stack[n - 2]), nullptr, 0, nullptr);
    if (!is_kind(made, Kind::Instance)) return false;
    stack.resize(n - 2);
    return push(made);
  }
  bool set_state() {
    auto& stack = stack_.items;
    size_t n = stack.size();
    if (n < 2 || (!marks_.empty() && n - 2 < marks_.back()) || !is_kind(stack[n - 1], Kind::Dict) || !is_kind(stack[n - 2], Kind::Instance)) return false;
    auto* target = as<Instance>(stack[n - 2]);
    if (!plain_.contain(vm_, target->cls)) return false;
    auto* state = as<Dict>(stack[n - 1]);
    Value key, value;
    for (uint32_t cursor = 0; dict_next(state, &cursor, &key, &value);)
      if (!is_kind(key, Kind::Str)) return false;
    for (uint32_t cursor = 0; dict_next(state, &cursor, &key, &value);)
      if (!instance_store(vm_, target, attribute_name(as<Str>(key)), value)) return false;
    stack.pop_back();
    return true;
  }

  bool step(char code) {
    std::string_view s;
    const Value* items;
    size_t n;
    uint8_t small;
    uint32_t large;
    uint64_t wide;
    switch (code) {
      case '\x80': return fixed(&small);
      case '\x95': return fixed(&wide);
      case 'N': return push(Value::none());
      case '\x88': return push(Value::boolean(true));
      case '\x89': return push(Value::boolean(false));
      case 'K': return push_int<uint8_t>();
      case 'M': return push_int<uint16_t>();
      case 'J': return push_int<int32_t>();
      case '\x8a': return push_long();
      case 'G': return fixed(&wide) && push(Value::number(std::bit_cast<double>(__builtin_bswap64(wide))));
      case '\x8c': return piece<uint8_t>(&s) && push_text(s);
      case 'X': return piece<uint32_t>(&s) && push_text(s);
      case 'C': return piece<uint8_t>(&s) && push(Value::object(vm_.new_bytes(s)));
      case 'B': return piece<uint32_t>(&s) && push(Value::object(vm_.new_bytes(s)));
      case ']': return push(Value::object(vm_.new_list()));
      case '}': return push(Value::object(vm_.new_dict()));
      case ')': return push_tuple(0);
      case '\x85': return push_tuple(1);
      case '\x86': return push_tuple(2);
      case '\x87': return push_tuple(3);
      case '(': marks_.push_back(stack_.items.size()); return true;
      case 't': {
        if (!to_mark(&items, &n)) return false;
        Value t = Value::object(vm_.new_tuple(items, n));
        return drop() && push(t);
      }
      case 'e': return to_mark(&items, &n) && append_items(items, n);
      case 'u': return to_mark(&items, &n) && set_items(n);
      case 'a':
        if (stack_.items.size() < 2) return false;
        start_ = stack_.items.size() - 1;
        return append_items(&stack_.items.back(), 1);
      case 's':
        if (stack_.items.size() < 3) return false;
        start_ = stack_.items.size() - 2;
        return set_items(2);
      case '\x8f': return push(Value::object(vm_.new_set()));
      case '\x90': return to_mark(&items, &n) && start_ && is_kind(stack_.items[start_ - 1], Kind::Set) && add_members(stack_.items[start_ - 1]);
      case '\x91': {
        if (!to_mark(&items, &n)) return false;
        Value made = Value::object(vm_.new_set(true));
        stack_.items.insert(stack_.items.begin() + static_cast<ptrdiff_t>(start_), made);
        ++start_;
        return add_members(made);
      }
      case 'c': return named();
      case '\x93': return push_class();
      case '\x81': return make_instance();
      case 'b': return set_state();
      case '\x94': return keep(static_cast<uint32_t>(memo_.items.size()));
      case 'q': return fixed(&small) && keep(small);
      case 'r': return fixed(&large) && keep(large);
      case 'h': return fixed(&small) && fetch(small);
      case 'j': return fixed(&large) && fetch(large);
      default: return false;
    }
  }

  Vm& vm_;
  std::string_view data_;
  size_t at_ = 0, start_ = 0;
  RootVec stack_, memo_;
  std::vector<size_t> marks_;
  PlainClasses plain_;
};

// The pickle, or None.
Value dump_plain(Vm& vm, Value* args) {
  Writer w(vm, static_cast<char>(args[1].i));
  if (w.save(args[0], 0)) return new_bytes_value(vm, w.take());
  return vm.raised() ? Value() : Value::none();
}

// A tuple of the object, or None.
Value load_plain(Vm& vm, Value* args) {
  if (!is_kind(args[0], Kind::Bytes)) return Value::none();
  Reader r(vm, as<Bytes>(args[0])->view());
  Value v;
  if (r.run(&v)) return Value::object(vm.new_tuple({v}));
  if (vm.raised() && !vm.catch_error(errors().TypeError)) return Value();
  return Value::none();
}

const MethodDef kFunctions[] = {
    {"dump_plain(obj, protocol: int, /)", dump_plain, 0, "The pickle of plain data in protocol 4 or 5; None for anything else."},
    {"load_plain(data, /)", load_plain, 0, "A tuple of the plain data in a pickle; None for anything else."},
};

}  // namespace

void register_pickle_module() {
  ModuleDef module{.name = "_pickle", .doc = "Pickles of plain data.", .functions = kFunctions};
  define_module(module);
}

}  // namespace sl
