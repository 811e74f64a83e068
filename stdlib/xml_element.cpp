// import _element: what the class Element of xml.etree.ElementTree does at every element. An element is an instance
// with the attributes tag, attrib, text, tail and _children; anything else is left to the script module.
#include <string>
#include <vector>

#include "core/vm/class.h"
#include "core/vm/containers.h"
#include "core/vm/text.h"
#include "stdlib/registry.h"

namespace sl {
namespace {

// An attribute of instances, most of which have one shape.
class Attribute {
 public:
  explicit Attribute(const char* name) : name_(intern(name)) {}
  Value of(const Value& v) {
    if (!is_kind(v, Kind::Instance)) return Value();
    auto* i = as<Instance>(v);
    if (i->aux == kDictShape) return instance_find(i, name_);
    if (i->aux != shape_) {
      shape_ = i->aux;
      slot_ = shape_find(shape_, name_).slot;
    }
    return slot_ < 0 ? Value() : i->slots[slot_];
  }

 private:
  Str* name_;
  uint32_t shape_ = kNoShape;
  int32_t slot_ = -1;
};

struct Attributes {
  Attribute tag{"tag"}, attrib{"attrib"}, text{"text"}, tail{"tail"}, children{"_children"};
};
Attributes& attributes() {
  thread_local Attributes a;
  return a;
}

List* children_of(const Value& element) {
  Value v = attributes().children.of(element);
  return is_kind(v, Kind::List) ? as<List>(v) : nullptr;
}
List* self_children(Vm& vm, const Value& self) {
  List* l = children_of(self);
  if (!l) vm.raise_type("an Element is required");
  return l;
}

// 1, 0 or -1: raised. A null tag fits every element.
int has_tag(Vm& vm, const Value& element, Str* tag) {
  if (!tag) return 1;
  Value own = attributes().tag.of(element);
  if (is_kind(own, Kind::Str)) return own.o == tag || str_equal(as<Str>(own), tag);
  return own.is_unset() ? 0 : vm.equal(own, Value::object(tag));
}

// ---- paths of tags, "a/b", "./a", ".//a", "*" -------------------------------------------------------

struct Step {
  bool deep;
  Str* tag;  // null: any
};

// What is left to the script module: conditions, parents, namespaces with wildcards, errors.
bool parse_path(Vm& vm, const Value& path, RootVec* keep, std::vector<Step>* out) {
  if (!is_kind(path, Kind::Str)) return false;
  std::string_view s = as<Str>(path)->view();
  bool deep = false;
  for (size_t at = 0;;) {
    size_t end = at;
    if (s.substr(at, 1) == "{") {
      end = s.find('}', at);
      if (end == std::string_view::npos || end == at + 1 || s.substr(at, end - at).find('*') != std::string_view::npos) return false;
    }
    end = std::min(s.find('/', end), s.size());
    std::string_view tag = s.substr(at, end - at);
    const size_t name = tag[0] == '{' ? tag.find('}') + 1 : 0;
    const bool whole = at == 0 && end == s.size();
    if (tag == ".") {
      if (deep || end == s.size()) return false;
    } else if (tag == "*") {
      out->push_back({deep, nullptr});
    } else if (tag.size() == name || tag.find_first_of("*[]()@=!.:{} \t\n", name) != std::string_view::npos) {
      return false;
    } else {
      Value text = whole ? path : vm.str_value(tag);
      keep->items.push_back(text);
      out->push_back({deep, as<Str>(text)});
    }
    if (end == s.size()) return true;
    at = end + 1;
    deep = s.substr(at, 1) == "/";
    at += deep;
    if (at >= s.size()) return false;
  }
}

// Appends the children that fit, or all below; with `first` only the first one. False: raised.
bool select_children(Vm& vm, const Value& element, Str* tag, bool first, List* out) {
  List* l = children_of(element);
  for (uint64_t i = 0; l && i < l->size; ++i) {
    Value child = l->items[i];
    int fits = has_tag(vm, child, tag);
    if (fits < 0 || !poll_at(vm, i)) return false;
    if (!fits) continue;
    list_append(vm, out, child);
    if (first) return true;
  }
  return true;
}

bool select_below(Vm& vm, const Value& element, Str* tag, List* out) {
  RootVec way(vm.heap);
  std::vector<uint64_t> positions{0};
  way.items.push_back(element);
  for (uint32_t steps = 1; !way.items.empty(); ++steps) {
    if ((steps & 1023) == 0 && !vm.poll()) return false;
    const List* l = children_of(way.items.back());
    if (!l || positions.back() >= l->size) {
      way.items.pop_back();
      positions.pop_back();
      continue;
    }
    Value child = l->items[positions.back()++];
    int fits = has_tag(vm, child, tag);
    if (fits < 0) return false;
    if (fits) list_append(vm, out, child);
    way.items.push_back(child);
    positions.push_back(0);
  }
  return true;
}

// 1 found into *out, 0 left to the script module, -1 raised.
int select(Vm& vm, const Value& element, const Value& path, const Value& namespaces, bool first, List** out) {
  RootVec keep(vm.heap);
  std::vector<Step> steps;
  if (!namespaces.is_none() || !children_of(element) || !parse_path(vm, path, &keep, &steps)) return 0;
  List* found = vm.new_list();
  keep.items.push_back(Value::object(found));
  list_append(vm, found, element);
  for (size_t n = 0; n < steps.size(); ++n) {
    List* next = vm.new_list();
    keep.items.push_back(Value::object(next));
    for (uint64_t i = 0; i < found->size; ++i) {
      const bool ok = steps[n].deep ? select_below(vm, found->items[i], steps[n].tag, next)
                                    : select_children(vm, found->items[i], steps[n].tag, first && n + 1 == steps.size() && found->size == 1, next);
      if (!ok) return -1;
    }
    found = next;
  }
  *out = found;
  return 1;
}

Value by_script(Vm& vm, const char* name, std::initializer_list<Value> args) {
  static Str* const kModule = intern("xml.etree.ElementTree");
  Value module = dict_get_str(vm.modules, kModule);
  if (!is_kind(module, Kind::Module)) module = vm.host->import_module(vm, kModule);
  if (module.is_unset()) return module;
  Value f = vm.get_attr(module, name);
  return f.is_unset() ? f : vm.call(f, args);
}

// A single plain tag, the most frequent path by far.
bool is_tag(const Value& path) {
  if (!is_kind(path, Kind::Str) || as<Str>(path)->size == 0) return false;
  for (char c : as<Str>(path)->view())
    if (c != '_' && c != '-' && (c < '0' || c > '9') && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z')) return false;
  return true;
}

Value find(Vm& vm, Value* args) {
  if (args[2].is_none() && is_tag(args[1])) {
    const List* l = self_children(vm, args[0]);
    if (!l) return Value();
    for (uint64_t i = 0; i < l->size; ++i) {
      Value child = l->items[i];
      int fits = has_tag(vm, child, as<Str>(args[1]));
      if (fits || !poll_at(vm, i)) return fits > 0 ? child : Value();
    }
    return Value::none();
  }
  List* found;
  int r = select(vm, args[0], args[1], args[2], true, &found);
  if (r == 0) return by_script(vm, "_find", {args[0], args[1], args[2]});
  if (r < 0) return Value();
  return found->size ? found->items[0] : Value::none();
}

Value find_all(Vm& vm, Value* args) {
  List* found;
  if (args[2].is_none() && is_tag(args[1]) && children_of(args[0])) {
    found = vm.new_list();
    return select_children(vm, args[0], as<Str>(args[1]), false, found) ? Value::object(found) : Value();
  }
  int r = select(vm, args[0], args[1], args[2], false, &found);
  if (r == 0) return by_script(vm, "_find_all", {args[0], args[1], args[2]});
  return r < 0 ? Value() : Value::object(found);
}

Value find_text(Vm& vm, Value* args) {
  Value call[] = {args[0], args[1], args[3]};
  Value found = find(vm, call);
  if (found.is_unset()) return found;
  if (found.is_none()) return args[2];
  Value text = attributes().text.of(found);
  return text.is_none() || text.is_unset() ? Value::object(names().empty) : text;
}

Value get(Vm& vm, Value* args) {
  Value attrib = attributes().attrib.of(args[0]);
  if (!is_kind(attrib, Kind::Dict)) {
    if (attrib.is_unset()) return vm.raise_type("an Element is required");
    return vm.call_method(attrib, names().get, {args[1], args[2]});
  }
  uint64_t hash;
  if (!hash_value(vm, args[1], &hash)) return Value();
  DictEntry* e = dict_find(vm, as<Dict>(attrib), args[1], hash);
  return e ? e->value : vm.raised() ? Value() : args[2];
}

Value length(Vm& vm, Value* args) {
  const List* l = self_children(vm, args[0]);
  return l ? size_value(l->size) : Value();
}
Value item(Vm& vm, Value* args) {
  List* l = self_children(vm, args[0]);
  if (!l) return Value();
  if (args[1].is_int() && args[1].i >= 0 && static_cast<uint64_t>(args[1].i) < l->size) return l->items[args[1].i];
  if (is_kind(args[1], Kind::Slice)) return vm.get_item(Value::object(l), args[1]);
  int64_t at;
  if (vm.find_special(args[1], names().__index__).is_unset()) return vm.raise_type("element indices must be integers");
  if (!vm.to_index(args[1], &at)) return Value();
  if (at < 0) at += static_cast<int64_t>(l->size);
  if (at < 0 || static_cast<uint64_t>(at) >= l->size) return vm.raise(errors().IndexError, "child index out of range");
  return l->items[at];
}
Value iterate(Vm& vm, Value* args) {
  List* l = self_children(vm, args[0]);
  return l ? vm.iter(Value::object(l)) : Value();
}

// ---- in document order: a the elements on the way down, b the tag or None, c the positions there ------------

// The next element, or unset. *left: an element whose end was reached, behind which its tail follows.
Value advance(Vm& vm, IterObj* it, Value* left) {
  auto *way = as<List>(it->a), *positions = as<List>(it->c);
  if ((++it->k & 255) == 0 && !vm.poll()) return Value();
  if (!it->i) {
    it->i = 1;
    return way->items[0];
  }
  while (way->size) {
    const List* l = children_of(way->items[way->size - 1]);
    int64_t& position = positions->items[positions->size - 1].i;
    if (l && static_cast<uint64_t>(position) < l->size) {
      Value element = l->items[position++];
      list_append(vm, way, element);
      list_append(vm, positions, Value::integer(0));
      return element;
    }
    if (left) *left = way->items[way->size - 1];
    --way->size;
    --positions->size;
    if (left) return Value();
  }
  return Value();
}

Value next_element(Vm& vm, IterObj* it) {
  for (;;) {
    Value element = advance(vm, it, nullptr);
    if (element.is_unset() || it->b.is_none()) return element;
    if (is_kind(it->b, Kind::Str)) {
      int fits = has_tag(vm, element, as<Str>(it->b));
      if (fits) return fits > 0 ? element : Value();
      continue;
    }
    Value tag = attributes().tag.of(element);
    int same = tag.is_unset() ? 0 : vm.equal(tag, it->b);
    if (same) return same > 0 ? element : Value();
  }
}

// Texts and tails; the tail of the element it began with is not its own.
Value next_text(Vm& vm, IterObj* it) {
  const auto* way = as<List>(it->a);
  while (way->size) {
    Value left, element = advance(vm, it, &left);
    if (vm.raised()) return Value();
    Value text;
    if (!element.is_unset())
      text = attributes().text.of(element);
    else if (!left.is_unset() && way->size)
      text = attributes().tail.of(left);
    if (text.is_unset()) continue;
    int t = vm.truthy(text);
    if (t) return t > 0 ? text : Value();
  }
  return Value();
}

const IterType kElementIter = {"_element_iterator", next_element, nullptr, nullptr};
const IterType kTextIter = {"_element_iterator", next_text, nullptr, nullptr};

Value new_walk(Vm& vm, const IterType& type, Value root, Value tag) {
  IterObj* it = vm.new_iter(type, Value::object(vm.new_list(&root, 1)), tag);
  Value zero = Value::integer(0);
  it->c = Value::object(vm.new_list(&zero, 1));
  it->i = it->k = 0;
  return Value::object(it);
}

Value walk(Vm& vm, Value* args) {
  static Str* const kAny = intern("*");
  const bool any = is_kind(args[1], Kind::Str) && str_equal(as<Str>(args[1]), kAny);
  return new_walk(vm, kElementIter, args[0], any ? Value::none() : args[1]);
}
Value walk_text(Vm& vm, Value* args) { return new_walk(vm, kTextIter, args[0], Value::none()); }

const MethodDef kFunctions[] = {
    {"find(self, /, path, namespaces=None)", find, kNativeMethod},
    {"findall(self, /, path, namespaces=None)", find_all, kNativeMethod},
    {"findtext(self, /, path, default=None, namespaces=None)", find_text, kNativeMethod},
    {"get(self, /, key, default=None)", get, kNativeMethod},
    {"iter(self, /, tag=None)", walk, kNativeMethod},
    {"itertext(self, /)", walk_text, kNativeMethod},
    {"__len__(self, /)", length, kNativeMethod},
    {"__getitem__(self, index, /)", item, kNativeMethod},
    {"__iter__(self, /)", iterate, kNativeMethod},
};

}  // namespace

void register_xml_element_module() {
  define_iter_type(kElementIter);
  define_iter_type(kTextIter);
  define_module({.name = "_element", .doc = "Elements of XML trees.", .functions = kFunctions});
}

}  // namespace sl
