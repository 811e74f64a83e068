// weakref.ref, and what the collector does for it. A reference dies in the collection that finds its
// object unreachable, so calling one collects first while that is cheap; its callback runs afterwards.
#include "stdlib/weakref.h"

#include <algorithm>
#include <memory>
#include <unordered_map>
#include <vector>

#include "core/vm/class.h"
#include "core/vm/containers.h"
#include "core/vm/frame.h"
#include "stdlib/args.h"
#include "stdlib/registry.h"

namespace sl {
namespace {

constexpr uint32_t kEagerCollections = 64;
constexpr size_t kEagerBytes = 64u << 20;

struct WeakRef {
  Obj* target = nullptr;  // null: dead
  uint64_t hash = 0;
  bool hashed = false;
};

struct State {
  explicit State(Vm& vm) : pending(vm.heap) {}
  std::vector<HostObj*> refs;
  std::unordered_map<Obj*, HostObj*> canonical;  // the reference without a callback
  RootVec pending;                               // references whose callback has to run
  uint32_t eager = 0;
  bool running = false;
};

const char kStateKey = 0, kTag = 0;
Class* ref_class;

WeakRef* data_of(HostObj* o) { return static_cast<WeakRef*>(o->data); }

void forget_canonical(State* s, HostObj* o, Obj* target) {
  auto it = s->canonical.find(target);
  if (it != s->canonical.end() && it->second == o) s->canonical.erase(it);
}

// References to what is unreachable die, also those that a finalizer may still get to see.
void on_marked(Heap& heap, void* data) {
  auto* s = static_cast<State*>(data);
  size_t kept = 0;
  for (HostObj* o : s->refs) {
    WeakRef* r = data_of(o);
    if (heap.reached(r->target)) {
      s->refs[kept++] = o;
      continue;
    }
    forget_canonical(s, o, r->target);
    r->target = nullptr;
    if (heap.reached(o) && !o->fields[0].is_none()) s->pending.items.push_back(Value::object(o));
  }
  s->refs.resize(kept);
}

void before_sweep(Heap& heap, void* data) {
  auto* s = static_cast<State*>(data);
  size_t kept = 0;
  for (HostObj* o : s->refs) {
    if (heap.reached(o))
      s->refs[kept++] = o;
    else
      forget_canonical(s, o, data_of(o)->target);
  }
  s->refs.resize(kept);
}

State& state_of(Vm& vm) {
  auto& p = vm.locals[&kStateKey];
  if (!p) p = std::make_shared<State>(vm);
  auto* s = static_cast<State*>(p.get());
  vm.heap.on_marked = on_marked;
  vm.heap.before_sweep = before_sweep;
  vm.heap.weak_data = s;
  vm.heap.after_collect = run_weakref_callbacks;
  return *s;
}

HostObj* self_ref(Vm& vm, Value v) {
  v = unwrap(v);
  if (is_kind(v, Kind::Host) && as<HostObj>(v)->type->tag == &kTag) return as<HostObj>(v);
  vm.raise_type("descriptor requires a 'weakref.ReferenceType' object but received a '" + type_name_of(vm, v) + "'");
  return nullptr;
}

bool can_refer(Value v) {
  if (!v.is_object()) return false;
  switch (v.o->kind) {
    case Kind::Instance: {
      if (!weakly_referable(as<Instance>(v)->cls)) return false;
      Value inner = unwrap(v);
      return inner.same(v) ||
             (inner.is_object() && (inner.o->kind == Kind::List || inner.o->kind == Kind::Dict || inner.o->kind == Kind::Set || inner.o->kind == Kind::FrozenSet ||
                                    inner.o->kind == Kind::Str || inner.o->kind == Kind::Host || inner.o->kind == Kind::Iter)) ||
             !inner.is_object();
    }
    case Kind::Function:
    case Kind::Native:
    case Kind::BoundMethod:
    case Kind::Module:
    case Kind::Class:
    case Kind::Set:
    case Kind::FrozenSet:
    case Kind::Generator:
    case Kind::Host:
    case Kind::CodeObj: return true;
    default: return false;
  }
}

// Apart, so that the collection finds no trace of the target in the caller's registers or frame.
__attribute__((noinline)) bool should_collect(Vm& vm, HostObj* o) {
  WeakRef* r = data_of(o);
  if (!r->target || r->target->mark == kSharedMark) return false;
  State& s = state_of(vm);
  if (s.eager >= kEagerCollections || vm.heap.bytes_in_use() >= kEagerBytes || s.running) return false;
  ++s.eager;
  return true;
}

Value target_value(Vm& vm, HostObj* o, const Value* args, size_t n) {
  if (should_collect(vm, o)) {
    collect_now(vm, Value::object(o), args, n);
    if (vm.raised()) return Value();
  }
  WeakRef* r = data_of(o);
  return r->target ? Value::object(r->target) : Value::none();
}

Value call_ref(Vm& vm, HostObj* o, const Value* args, size_t n, Dict* keywords) {
  if (n || (keywords && keywords->used)) return vm.raise_type("ref() takes no arguments");
  return target_value(vm, o, args, 0);
}

const HostType kRefType = {.name = "ReferenceType", .release = [](void* data) { delete static_cast<WeakRef*>(data); }, .tag = &kTag, .call = call_ref};

Value construct(Vm& vm, Value* args) {  // object, callback
  Value v = args[0];
  if (!can_refer(v)) return vm.raise_type("cannot create weak reference to '" + type_name_of(vm, v) + "' object");
  State& s = state_of(vm);
  bool plain = args[1].is_none();
  if (plain) {
    auto known = s.canonical.find(v.o);
    if (known != s.canonical.end()) return Value::object(known->second);
  }
  auto r = std::make_unique<WeakRef>();
  r->target = v.o;
  HostObj* o = vm.new_host(ref_class, r.release(), 1);
  o->fields[0] = args[1];
  if (v.o->mark != kSharedMark) s.refs.push_back(o);
  if (plain && v.o->mark != kSharedMark) s.canonical[v.o] = o;
  return Value::object(o);
}

Value ref_call(Vm& vm, Value* args) {
  HostObj* o = self_ref(vm, args[0]);
  return o ? target_value(vm, o, args, 1) : Value();
}

// The object without a collection: None when it is known to be dead.
Value ref_peek(Vm& vm, Value* args) {
  HostObj* o = self_ref(vm, args[0]);
  if (!o) return Value();
  return data_of(o)->target ? Value::object(data_of(o)->target) : Value::none();
}

Value ref_callback(Vm& vm, Value* args) {
  HostObj* o = self_ref(vm, args[0]);
  if (!o) return Value();
  return data_of(o)->target ? o->fields[0] : Value::none();
}

Value ref_hash(Vm& vm, Value* args) {
  HostObj* o = self_ref(vm, args[0]);
  if (!o) return Value();
  WeakRef* r = data_of(o);
  if (!r->hashed) {
    if (!r->target) return vm.raise_type("weak object has gone away");
    if (!vm.hash(Value::object(r->target), &r->hash)) return Value();
    r->hashed = true;
  }
  return Value::integer(static_cast<int64_t>(r->hash));
}

template <CmpOp op>
Value compare(Vm& vm, Value* args) {
  HostObj* a = self_ref(vm, args[0]);
  if (!a) return Value();
  Value other = unwrap(args[1]);
  if (!is_kind(other, Kind::Host) || as<HostObj>(other)->type->tag != &kTag) return not_implemented();
  HostObj* b = as<HostObj>(other);
  if (!data_of(a)->target || !data_of(b)->target) return Value::boolean((a == b) == (op == CmpOp::Eq));
  return vm.compare(op, Value::object(data_of(a)->target), Value::object(data_of(b)->target));
}

Value ref_repr(Vm& vm, Value* args) {
  HostObj* o = self_ref(vm, args[0]);
  if (!o) return Value();
  char text[200];
  WeakRef* r = data_of(o);
  if (!r->target)
    std::snprintf(text, sizeof text, "<weakref at %p; dead>", static_cast<void*>(o));
  else
    std::snprintf(text, sizeof text, "<weakref at %p; to '%.80s' at %p>", static_cast<void*>(o), type_name_of(vm, Value::object(r->target)).c_str(), static_cast<void*>(r->target));
  return vm.str_value(text);
}

Value get_refs(Vm& vm, Value* args) {
  List* found = vm.new_list();
  for (HostObj* o : state_of(vm).refs)
    if (args[0].is_object() && data_of(o)->target == args[0].o) list_append(vm, found, Value::object(o));
  return Value::object(found);
}

Value get_count(Vm& vm, Value* args) {
  Value found = get_refs(vm, args);
  return size_value(as<List>(found)->size);
}

const MethodDef kMethods[] = {
    {"__call__(self, /)", ref_call, 0, "The object, or None when it is gone."},
    {"_peek(self, /)", ref_peek},
    {"__callback__", ref_callback, kNativeGetter},
    {"__hash__(self, /)", ref_hash},
    {"__eq__(self, other, /)", compare<CmpOp::Eq>},
    {"__ne__(self, other, /)", compare<CmpOp::Ne>},
    {"__repr__(self, /)", ref_repr},
    kClassGetItem,
};

const MethodDef kFunctions[] = {
    {"getweakrefs(object, /)", get_refs, 0, "The weak references to an object."},
    {"getweakrefcount(object, /)", get_count, 0, "How many weak references to an object there are."},
};

}  // namespace

void collect_now(Vm& vm, Value callee, const Value* args, size_t n) {
  Thread* th = vm.thread;
  // Called by a script's loop itself, the native's arguments are the last registers in use.
  bool by_loop = th->depth && args >= th->frames[th->depth - 1].base + 2 && args + n < th->top && (args[-1].same(callee) || (args[-1].is_unset() && args[-2].same(callee)));
  if (by_loop)
    vm.collect_exactly(const_cast<Value*>(args) + n);
  else
    vm.collect_garbage();
  vm.after_collection();
}

void run_weakref_callbacks(Vm& vm) {
  auto known = vm.locals.find(&kStateKey);
  if (known == vm.locals.end()) return;
  auto* s = static_cast<State*>(known->second.get());
  if (s->running) return;
  s->running = true;
  while (!s->pending.items.empty()) {
    Value ref = s->pending.items.back();
    s->pending.items.pop_back();
    Value callback = as<HostObj>(ref)->fields[0];
    vm.call(callback, {ref});
    if (!vm.raised()) continue;
    if (vm.is_instance(vm.pending, errors().ExecutionInterrupted)) break;
    Value error = vm.take_error();
    vm.host->write_err("Exception ignored in a weak reference's callback:\n" + vm.format_exception(error));
    vm.clear_error();
  }
  s->running = false;
}

void register_weakref_module() {
  TypeDef def;
  def.name = "ReferenceType";
  def.module = "weakref";
  def.payload = Kind::Host;
  def.layout = Layout::Payload;
  def.construct_signature = "ReferenceType(object, callback=None, /)";
  def.construct = construct;
  def.host_type = &kRefType;
  def.methods = kMethods;
  ref_class = define_type(def);
  static Class* const classes[] = {ref_class};
  ModuleDef module{.name = "_weakref", .doc = "Weak references.", .functions = kFunctions};
  module.classes = classes;
  define_module(module);
}

}  // namespace sl
