// Reading pickles. Naming, calling and building run script code.
#include <bit>
#include <cstring>
#include <string>

#include "core/vm/bigint.h"
#include "core/vm/class.h"
#include "core/vm/containers.h"
#include "core/vm/text.h"
#include "core/vm/unicode.h"
#include "stdlib/args.h"
#include "stdlib/pickle_internal.h"

namespace sl::pickles {
namespace {

Str* attribute_name(Str* name) { return name->interned() || name->size > 64 ? name : intern(name->view()); }

class Reader {
 public:
  Reader(Vm& vm, std::string_view data, Value find_class, Value build, List* memo) : vm_(vm), data_(data), find_class_(find_class), build_(build), stack_(vm.heap), memo_(memo) {}
  bool ran_scripts() const noexcept { return ran_scripts_; }
  size_t used() const noexcept { return at_; }
  // False: not for this class, damaged, or raised.
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
  bool push_bytearray(std::string_view s) {
    ByteArray* b = new_bytearray(vm_, s);
    return b && push(Value::object(b));
  }
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
  bool fetch(uint32_t index) { return index < memo_->size && push(memo_->items[index]); }
  bool keep(uint32_t index) {
    if (stack_.items.empty() || index > memo_->size) return false;
    if (index == memo_->size)
      list_append(vm_, memo_, stack_.items.back());
    else
      memo_->items[index] = stack_.items.back();
    return true;
  }
  template <class T>
  bool push_int() {
    T n;
    return fixed(&n) && push(Value::integer(n));
  }
  bool push_wide(std::string_view s) {
    std::string bytes(s);
    const bool negative = bytes.back() & 0x80;
    bytes.resize((bytes.size() + 7) / 8 * 8, negative ? '\xff' : '\0');
    std::vector<uint64_t> limbs(bytes.size() / 8);
    std::memcpy(limbs.data(), bytes.data(), bytes.size());
    bool carry = negative;
    for (uint64_t& limb : limbs) {
      if (!negative) break;
      limb = ~limb + carry;
      carry = carry && limb == 0;
    }
    if (carry) limbs.push_back(1);
    return push(from_limbs(vm_, limbs.data(), limbs.size(), negative));
  }
  template <class Size>
  bool push_long() {
    std::string_view s;
    if (!piece<Size>(&s)) return false;
    if (s.size() > 8) return push_wide(s);
    uint64_t bits = !s.empty() && s.back() & 0x80 ? ~uint64_t{0} : 0;
    std::memcpy(&bits, s.data(), s.size());
    return push(Value::integer(static_cast<int64_t>(bits)));
  }
  Value target() const { return start_ ? stack_.items[start_ - 1] : Value(); }
  bool append_items(const Value* items, size_t n) {
    if (start_ == 0) return false;
    if (is_kind(target(), Kind::List)) {
      List* l = as<List>(target());
      for (size_t i = 0; i < n; ++i) list_append(vm_, l, items[i]);
      return drop();
    }
    static Str* const kAppend = intern("append");
    ran_scripts_ = true;
    Value append = vm_.get_attr(target(), kAppend);
    if (append.is_unset()) return false;
    for (size_t i = start_; i < stack_.items.size(); ++i)
      if (vm_.call(append, {stack_.items[i]}).is_unset()) return false;
    return drop();
  }
  bool set_items(size_t n) {
    if (n % 2 || start_ == 0) return false;
    const bool plain = is_kind(target(), Kind::Dict);
    ran_scripts_ |= !plain;
    for (size_t i = start_; i < start_ + n; i += 2) {
      Value key = stack_.items[i], value = stack_.items[i + 1];
      if (plain ? !dict_set(vm_, as<Dict>(target()), key, value) : !vm_.set_item(target(), key, value)) return false;
    }
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
  bool named() {
    std::string_view module, name;
    if (!line(&module) || !line(&name) || valid_utf8_prefix(module, false) != module.size() || valid_utf8_prefix(name, false) != name.size()) return false;
    if (protocol_ < 3 && module != "__main__") return false;  // it may have another name today
    return push(vm_.str_value(module)) && push(vm_.str_value(name)) && push_global();
  }
  // Are there n values above the last mark?
  bool holds(size_t n) const { return stack_.items.size() >= n && (marks_.empty() || stack_.items.size() - n >= marks_.back()); }
  // Replaces the last n values by another, unless that is unset.
  bool replace(size_t n, Value v) {
    if (v.is_unset()) return false;
    stack_.items.resize(stack_.items.size() - n);
    return push(v);
  }
  bool push_global() {
    if (!holds(2)) return false;
    Value module = stack_.items[stack_.items.size() - 2], name = stack_.items.back();
    if (Class* c = named_class(vm_, module, name)) return replace(2, Value::object(c));
    ran_scripts_ = true;
    return replace(2, vm_.call(find_class_, {module, name}));
  }
  bool call() {
    if (!holds(2) || !is_kind(stack_.items.back(), Kind::Tuple)) return false;
    Value function = stack_.items[stack_.items.size() - 2];
    const Tuple* args = as<Tuple>(stack_.items.back());
    ran_scripts_ = true;
    return replace(2, vm_.call(function, args->items, args->size));
  }
  bool make_instance() {
    if (!holds(2) || !is_kind(stack_.items.back(), Kind::Tuple)) return false;
    Value cls = stack_.items[stack_.items.size() - 2];
    const Tuple* args = as<Tuple>(stack_.items.back());
    if (is_kind(cls, Kind::Class) && args->size == 0 && plain_.contain(vm_, as<Class>(cls))) return replace(2, allocate_instance(vm_, as<Class>(cls), nullptr, 0, nullptr));
    return make(2, cls, args, nullptr);
  }
  bool make_with_keywords() {
    if (!holds(3) || !is_kind(stack_.items.back(), Kind::Dict) || !is_kind(stack_.items[stack_.items.size() - 2], Kind::Tuple)) return false;
    return make(3, stack_.items[stack_.items.size() - 3], as<Tuple>(stack_.items[stack_.items.size() - 2]), as<Dict>(stack_.items.back()));
  }
  // cls.__new__(cls, *args, **keywords) instead of the last n values
  bool make(size_t n, Value cls, const Tuple* args, Dict* keywords) {
    ran_scripts_ = true;
    Value maker = vm_.get_attr(cls, names().__new__);
    if (maker.is_unset()) return false;
    RootVec all(vm_.heap);
    all.items.push_back(cls);
    all.items.insert(all.items.end(), args->items, args->items + args->size);
    return replace(n, vm_.call_kw(maker, all.items.data(), all.items.size(), keywords));
  }
  bool set_state() {
    if (!holds(2)) return false;
    Value object = stack_.items[stack_.items.size() - 2], state = stack_.items.back();
    if (is_kind(state, Kind::Dict) && is_kind(object, Kind::Instance) && plain_.contain(vm_, as<Instance>(object)->cls)) {
      if (int r = set_plain_state(as<Instance>(object), as<Dict>(state))) return r > 0;
    }
    ran_scripts_ = true;
    if (vm_.call(build_, {object, state}).is_unset()) return false;
    stack_.items.pop_back();
    return true;
  }
  // 1 done, 0 not so simple, -1 raised
  int set_plain_state(Instance* target, Dict* state) {
    Value key, value;
    for (uint32_t cursor = 0; dict_next(state, &cursor, &key, &value);)
      if (!is_kind(key, Kind::Str)) return 0;
    for (uint32_t cursor = 0; dict_next(state, &cursor, &key, &value);)
      if (!instance_store(vm_, target, attribute_name(as<Str>(key)), value)) return -1;
    stack_.items.pop_back();
    return 1;
  }

  bool step(char code) {
    std::string_view s;
    const Value* items;
    size_t n;
    uint8_t small;
    uint32_t large;
    uint64_t wide;
    switch (code) {
      case '\x80': protocol_ = data_.size() > at_ ? static_cast<uint8_t>(data_[at_]) : 0; return fixed(&small) && small <= 5;
      case '\x95': return fixed(&wide);
      case 'N': return push(Value::none());
      case '\x88': return push(Value::boolean(true));
      case '\x89': return push(Value::boolean(false));
      case 'K': return push_int<uint8_t>();
      case 'M': return push_int<uint16_t>();
      case 'J': return push_int<int32_t>();
      case '\x8a': return push_long<uint8_t>();
      case '\x8b': return push_long<uint32_t>();
      case 'G': return fixed(&wide) && push(Value::number(std::bit_cast<double>(__builtin_bswap64(wide))));
      case '\x8c': return piece<uint8_t>(&s) && push_text(s);
      case 'X': return piece<uint32_t>(&s) && push_text(s);
      case 'C': return piece<uint8_t>(&s) && push(Value::object(vm_.new_bytes(s)));
      case 'B': return piece<uint32_t>(&s) && push(Value::object(vm_.new_bytes(s)));
      case '\x8d': return piece<uint64_t>(&s) && push_text(s);
      case '\x8e': return piece<uint64_t>(&s) && push(Value::object(vm_.new_bytes(s)));
      case '\x96': return piece<uint64_t>(&s) && push_bytearray(s);
      case '0':
        if (stack_.items.empty()) return false;
        if (!marks_.empty() && marks_.back() == stack_.items.size())
          marks_.pop_back();
        else
          stack_.items.pop_back();
        return true;
      case '1': return to_mark(&items, &n) && drop();
      case '2': return !stack_.items.empty() && push(stack_.items.back());
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
        if (!holds(2)) return false;
        start_ = stack_.items.size() - 1;
        return append_items(&stack_.items.back(), 1);
      case 's':
        if (!holds(3)) return false;
        start_ = stack_.items.size() - 2;
        return set_items(2);
      case '\x8f': return push(Value::object(vm_.new_set()));
      case '\x90': return to_mark(&items, &n) && is_kind(target(), Kind::Set) && add_members(target());
      case '\x91': {
        if (!to_mark(&items, &n)) return false;
        Value made = Value::object(vm_.new_set(true));
        stack_.items.insert(stack_.items.begin() + static_cast<ptrdiff_t>(start_), made);
        ++start_;
        return add_members(made);
      }
      case 'c': return named();
      case '\x93': return push_global();
      case 'R': return call();
      case '\x81': return make_instance();
      case '\x92': return make_with_keywords();
      case 'b': return set_state();
      case '\x94': return keep(static_cast<uint32_t>(memo_->size));
      case 'q': return fixed(&small) && keep(small);
      case 'r': return fixed(&large) && keep(large);
      case 'h': return fixed(&small) && fetch(small);
      case 'j': return fixed(&large) && fetch(large);
      default: return false;
    }
  }

  Vm& vm_;
  std::string_view data_;
  Value find_class_, build_;
  size_t at_ = 0, start_ = 0;
  uint8_t protocol_ = 0;
  bool ran_scripts_ = false;
  RootVec stack_;
  List* memo_;
  std::vector<size_t> marks_;
  PlainClasses plain_;
};

}  // namespace

Value load(Vm& vm, Value* args) {
  if (!is_kind(args[0], Kind::Bytes)) return Value::none();
  List* memo = is_kind(args[3], Kind::List) ? as<List>(args[3]) : vm.new_list();
  const uint64_t known = memo->size;
  RootVec roots(vm.heap);
  roots.items = {args[0], args[1], args[2], Value::object(memo)};
  Reader r(vm, as<Bytes>(args[0])->view(), args[1], args[2], memo);
  Value v;
  if (r.run(&v)) return Value::object(vm.new_tuple({v, size_value(r.used())}));
  if (vm.raised() && (r.ran_scripts() || !vm.catch_error(errors().TypeError))) return Value();
  memo->size = std::min(memo->size, known);
  return Value::none();
}

}  // namespace sl::pickles
