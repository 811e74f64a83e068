// Views of dicts and the iterators over their entries.
#include "core/vm/containers.h"
#include "core/vm/mapping_proxy.h"

namespace sl {
namespace {

DictView* view_of(Obj* o) noexcept { return static_cast<DictView*>(o); }

// ---- iterators: a the dict or None at the end, i next entry, j expected size, k keys left ---------

DictEntry* next_entry(Vm& vm, IterObj* it, bool reverse) {
  if (!is_kind(it->a, Kind::Dict)) return nullptr;
  Dict* d = as<Dict>(it->a);
  if (it->j != static_cast<int64_t>(d->used)) {
    it->j = -1;  // stays broken
    vm.raise(errors().RuntimeError, "dictionary changed size during iteration");
    return nullptr;
  }
  while (reverse ? it->i >= 0 : it->i < static_cast<int64_t>(d->fill)) {
    DictEntry* e = it->i < static_cast<int64_t>(d->fill) ? &d->entries[it->i] : nullptr;
    it->i += reverse ? -1 : 1;
    if (!e || e->key.is_unset()) continue;
    if (it->k == 0) {
      vm.raise(errors().RuntimeError, "dictionary keys changed during iteration");
      return nullptr;
    }
    --it->k;
    return e;
  }
  it->a = Value::none();
  return nullptr;
}

template <ViewKind kind, bool reverse>
Value next(Vm& vm, IterObj* it) {
  DictEntry* e = next_entry(vm, it, reverse);
  if (!e) return Value();
  if constexpr (kind == ViewKind::Keys) return e->key;
  if constexpr (kind == ViewKind::Values) return e->value;
  return Value::object(vm.new_tuple({e->key, e->value}));
}

int64_t entries_left(const IterObj* it) { return is_kind(it->a, Kind::Dict) && it->j == static_cast<int64_t>(as<Dict>(it->a)->used) ? it->k : 0; }

}  // namespace

const IterType kDictKeyIter{"dict_keyiterator", next<ViewKind::Keys, false>, nullptr, entries_left};
const IterType kDictValueIter{"dict_valueiterator", next<ViewKind::Values, false>, nullptr, entries_left};
const IterType kDictItemIter{"dict_itemiterator", next<ViewKind::Items, false>, nullptr, entries_left};

namespace {

const IterType kReverseKeyIter{"dict_reversekeyiterator", next<ViewKind::Keys, true>, nullptr, entries_left};
const IterType kReverseValueIter{"dict_reversevalueiterator", next<ViewKind::Values, true>, nullptr, entries_left};
const IterType kReverseItemIter{"dict_reverseitemiterator", next<ViewKind::Items, true>, nullptr, entries_left};

// ---- behaviour --------------------------------------------------------------------------------------

bool is_set_like(const Value& v) { return is_kind(v, Kind::DictView) && view_kind(as<DictView>(v)) != ViewKind::Values; }

Value view_iter(Vm& vm, Obj* o) { return new_dict_iter(vm, view_of(o)->dict, view_kind(view_of(o)), false); }

int64_t view_length(Vm&, Obj* o) { return view_of(o)->dict->used; }

Value view_repr(Vm& vm, Obj* o) {
  ReprScope scope(vm, o);
  if (!scope.entered) return repr_cycle(vm, scope, "...");
  static constexpr const char* kNames[] = {"dict_keys([", "dict_values([", "dict_items(["};
  List* l = vm.to_list(Value::object(o));
  if (!l) return Value();
  std::string out = kNames[o->flags];
  for (uint64_t i = 0; i < l->size; ++i) {
    if (i) out += ", ";
    if (!append_repr(vm, &out, l->items[i])) return Value();
  }
  out += "])";
  return vm.str_value(out);
}

bool view_hash(Vm& vm, Obj* o, uint64_t* out) {
  if (view_kind(view_of(o)) == ViewKind::Values) return hash_by_identity(vm, o, out);
  return unhashable(vm, Value::object(o));
}

int has_key(Vm& vm, Dict* d, Value key, Value* value) {
  uint64_t hash;
  if (!hash_value(vm, key, &hash)) return -1;
  DictEntry* e = dict_find(vm, d, key, hash);
  if (!e) return vm.raised() ? -1 : 0;
  *value = e->value;
  return 1;
}

int has_value(Vm& vm, Dict* d, Value item) {
  Value key, value;
  for (uint32_t cursor = 0; dict_next(d, &cursor, &key, &value);) {
    int r = equal_values(vm, value, item);
    if (r) return r;
  }
  return 0;
}

int view_contains(Vm& vm, Obj* o, Value item) {
  Dict* d = view_of(o)->dict;
  Value value;
  switch (view_kind(view_of(o))) {
    case ViewKind::Keys: return has_key(vm, d, item, &value);
    case ViewKind::Values: return has_value(vm, d, item);
    case ViewKind::Items: break;
  }
  Tuple* pair = as_tuple(item);
  if (!pair || pair->size != 2) return 0;
  int r = has_key(vm, d, pair->items[0], &value);
  return r <= 0 ? r : equal_values(vm, value, pair->items[1]);
}

// Is every item of `a` in `b`? -1: raised.
int all_in(Vm& vm, Value a, Value b) {
  Value it = vm.iter(a);
  if (it.is_unset()) return -1;
  for (;;) {
    Value v = next_item(vm, it);
    if (v.is_unset()) return vm.raised() ? -1 : 1;
    int r = vm.contains(b, v);
    if (r <= 0) return r;
  }
}

Value view_compare(Vm& vm, CmpOp op, Value a, Value b) {
  if (!is_set_like(a) || !(is_set_like(b) || as_set(b))) return not_implemented();
  int64_t n = vm.length(a), m = vm.length(b);
  int r = 0;
  switch (op) {
    case CmpOp::Eq:
    case CmpOp::Ne: r = n == m ? all_in(vm, a, b) : 0; break;
    case CmpOp::Lt: r = n < m ? all_in(vm, a, b) : 0; break;
    case CmpOp::Le: r = n <= m ? all_in(vm, a, b) : 0; break;
    case CmpOp::Gt: r = n > m ? all_in(vm, b, a) : 0; break;
    case CmpOp::Ge: r = n >= m ? all_in(vm, b, a) : 0; break;
  }
  return r < 0 ? Value() : Value::boolean(op == CmpOp::Ne ? !r : r);
}

Value intersect(Vm& vm, Value a, Value b) {
  if (!is_set_like(a)) std::swap(a, b);
  if (Set* other = as_set(b); other && other->kind == Kind::Set && other->used > static_cast<uint64_t>(vm.length(a))) {
    Set* out = set_intersection(vm, other, a);
    return out ? Value::object(out) : Value();
  }
  if (is_set_like(b) && vm.length(b) > vm.length(a)) std::swap(a, b);
  Set* out = vm.new_set();
  Value it = vm.iter(b);
  if (it.is_unset()) return Value();
  for (;;) {
    Value v = next_item(vm, it);
    if (v.is_unset()) return vm.raised() ? Value() : Value::object(out);
    int r = vm.contains(a, v);
    if (r < 0 || (r && !set_add(vm, out, v))) return Value();
  }
}

Value view_binary(Vm& vm, BinOp op, Value a, Value b) {
  if (!is_set_like(a) && !is_set_like(b)) return not_implemented();
  if (op == BinOp::And) return intersect(vm, a, b);
  if (op != BinOp::Or && op != BinOp::Sub && op != BinOp::Xor) return not_implemented();
  Set* out = set_from(vm, a, false);
  if (!out) return Value();
  bool ok = op == BinOp::Or ? set_update(vm, out, b) : op == BinOp::Sub ? set_difference_update(vm, out, b) : set_symmetric_update(vm, out, b);
  return ok ? Value::object(out) : Value();
}

Value isdisjoint(Vm& vm, Value* args) {
  Value a = args[0], b = args[1];
  if (!is_set_like(a)) return wrong_receiver(vm, "dict_keys", "isdisjoint", a);
  bool sized = is_set_like(b) || as_set(b);
  if (sized && vm.length(b) > vm.length(a)) std::swap(a, b);
  Value it = vm.iter(b);
  if (it.is_unset()) return it;
  for (;;) {
    Value v = next_item(vm, it);
    if (v.is_unset()) return vm.raised() ? v : Value::boolean(true);
    int r = vm.contains(a, v);
    if (r) return r < 0 ? Value() : Value::boolean(false);
  }
}

Value reversed(Vm& vm, Value* args) {
  auto* view = as<DictView>(args[0]);
  return new_dict_iter(vm, view->dict, view_kind(view), true);
}

template <Literal name, NativeFn fn>
constexpr NativeFn of_view = checked<Kind::DictView, "dict_keys", name, fn>;

Value mapping(Vm& vm, Value* args) { return mapping_proxy(vm, Value::object(as<DictView>(args[0])->dict)); }

const MethodDef kSetLikeMethods[] = {
    {"mapping", mapping, kNativeGetter, "dictionary that this view refers to"},
    {"__reversed__(self, /)", of_view<"__reversed__", reversed>, 0, "Return a reverse iterator over the view."},
    {"isdisjoint(self, other, /)", of_view<"isdisjoint", isdisjoint>, 0, "Return True if the view and the given iterable have a null intersection."},
};
const MethodDef kValuesMethods[] = {
    {"mapping", mapping, kNativeGetter, "dictionary that this view refers to"},
    {"__reversed__(self, /)", checked<Kind::DictView, "dict_values", "__reversed__", reversed>, 0, "Return a reverse iterator over the dict values."},
};

Class* define_view(const char* name, std::span<const MethodDef> methods) {
  TypeDef def{.name = name, .payload = Kind::DictView};
  def.subclassable = false;
  def.methods = methods;
  return define_type(def);
}

}  // namespace

Value new_dict_view(Vm& vm, Dict* d, ViewKind kind) {
  auto* view = vm.heap.make<DictView>(Kind::DictView);
  view->flags = static_cast<uint8_t>(kind);
  view->dict = d;
  return Value::object(view);
}

Value new_dict_iter(Vm& vm, Dict* d, ViewKind kind, bool reverse) {
  static constexpr const IterType* kTypes[2][3] = {{&kDictKeyIter, &kDictValueIter, &kDictItemIter}, {&kReverseKeyIter, &kReverseValueIter, &kReverseItemIter}};
  IterObj* it = vm.new_iter(*kTypes[reverse][static_cast<int>(kind)], Value::object(d));
  it->i = reverse ? static_cast<int64_t>(d->fill) - 1 : 0;
  it->j = it->k = d->used;
  return Value::object(it);
}

int dict_next_pair(Vm& vm, IterObj* it, Value* out) {
  DictEntry* e = next_entry(vm, it, false);
  if (!e) return vm.raised() ? -1 : 0;
  out[0] = e->key;
  out[1] = e->value;
  return 1;
}

void register_dict_views() {
  KindOps& ops = ops_of(Kind::DictView);
  ops.repr = view_repr;
  ops.hash = view_hash;
  ops.length = view_length;
  ops.contains = view_contains;
  ops.iter = view_iter;
  ops.binary = view_binary;
  ops.compare = view_compare;

  types().dict_keys = define_view("dict_keys", kSetLikeMethods);
  types().dict_values = define_view("dict_values", kValuesMethods);
  types().dict_items = define_view("dict_items", kSetLikeMethods);
}

void register_dict_iterators() {
  for (const IterType* t : {&kDictKeyIter, &kDictValueIter, &kDictItemIter, &kReverseKeyIter, &kReverseValueIter, &kReverseItemIter}) define_iter_type(*t);
}

}  // namespace sl
