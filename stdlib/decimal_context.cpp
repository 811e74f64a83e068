// Contexts of decimal arithmetic: the base class of decimal.Context, and the current one.
#include <algorithm>

#include "stdlib/args.h"
#include "stdlib/decimal_internal.h"

namespace sl::decimal {
namespace {

const char kTag = 0;
const HostType kType = {.name = "Context", .release = [](void* data) { delete static_cast<Context*>(data); }, .tag = &kTag};
Class* g_class;

constexpr const char* kRoundings[] = {"ROUND_HALF_EVEN", "ROUND_HALF_UP", "ROUND_DOWN", "ROUND_UP", "ROUND_CEILING", "ROUND_FLOOR", "ROUND_HALF_DOWN", "ROUND_05UP"};
constexpr int64_t kMaxPrec = 999999999999999999;

Context* context_of(Value v) {
  Value u = unwrap(v);
  return is_kind(u, Kind::Host) && as<HostObj>(u)->type == &kType ? static_cast<Context*>(as<HostObj>(u)->data) : nullptr;
}

std::atomic<uint64_t> g_forgotten{0};  // how many Current have ended

// The current context of the thread that asked last.
struct Current {
  Value context;
  uint64_t thread = 0;
  ~Current() { g_forgotten.fetch_add(1, std::memory_order_acq_rel); }
};

// local<Current>(vm), remembered while none has ended.
Current& current_of(Vm& vm) {
  struct Known {
    Vm* vm = nullptr;
    uint64_t forgotten = 0;
    Current* current = nullptr;
  };
  static thread_local Known known;
  uint64_t forgotten = g_forgotten.load(std::memory_order_acquire);
  if (known.vm != &vm || known.forgotten != forgotten) known = {&vm, forgotten, &local<Current>(vm)};
  return *known.current;
}

uint64_t this_thread() {
  static std::atomic<uint64_t> next{0};
  static thread_local const uint64_t id = ++next;
  return id;
}

void mark_current(Vm& vm, Marker& marker) { marker.mark(local<Current>(vm).context); }

Value current_context(Vm& vm) {
  auto& current = current_of(vm);
  if (current.thread == this_thread()) return current.context;
  Value found = call_script(vm, "_find_context", {});
  if (found.is_unset()) return found;
  if (std::find(vm.extra_roots.begin(), vm.extra_roots.end(), mark_current) == vm.extra_roots.end()) vm.extra_roots.push_back(mark_current);
  auto& now = local<Current>(vm);
  now.context = found;
  now.thread = this_thread();
  return found;
}

Value getcontext(Vm& vm, Value*) { return current_context(vm); }
Value forget(Vm& vm, Value*) {
  auto& current = local<Current>(vm);
  current.context = Value();
  current.thread = 0;
  return Value::none();
}

Value construct(Vm& vm, Value*) { return Value::object(vm.new_host(g_class, new Context)); }

Context* self_context(Vm& vm, Value v) {
  Context* c = context_of(v);
  if (!c) vm.raise_type("descriptor requires a 'decimal.Context' object but received a '" + type_name_of(vm, v) + "'");
  return c;
}

template <auto kField>
Value get(Vm& vm, Value* args) {
  Context* c = self_context(vm, args[0]);
  return c ? Value::integer(static_cast<int64_t>(c->*kField)) : Value();
}

bool number_arg(Vm& vm, Value v, int64_t low, int64_t high, const char* refusal, int64_t* out) {
  if (v.is_unset()) return vm.raise(errors().AttributeError, "context attributes cannot be deleted"), false;
  Value u = unwrap(v);
  if (!is_integer(u)) return vm.raise_type("an integer is required (got type " + type_name_of(vm, v) + ")"), false;
  *out = u.i;
  if (u.is_object() || u.i < low || u.i > high) return vm.raise_value(refusal), false;
  return true;
}

template <auto kField, int64_t kLow, int64_t kHigh, Literal kRefusal>
Value set(Vm& vm, Value* args) {
  Context* c = self_context(vm, args[0]);
  int64_t n;
  if (!c || !number_arg(vm, args[1], kLow, kHigh, kRefusal.text, &n)) return {};
  c->*kField = static_cast<std::remove_reference_t<decltype(c->*kField)>>(n);
  return Value::none();
}

Value get_rounding(Vm& vm, Value* args) {
  Context* c = self_context(vm, args[0]);
  return c ? rounding_name(c->rounding) : Value();
}
Value set_rounding(Vm& vm, Value* args) {
  Context* c = self_context(vm, args[0]);
  if (args[1].is_unset()) return vm.raise(errors().AttributeError, "context attributes cannot be deleted");
  return c && rounding_arg(vm, args[1], &c->rounding) ? Value::none() : Value();
}

const MethodDef kMethods[] = {
    {"prec", get<&Context::prec>, kNativeGetter, nullptr, set<&Context::prec, 1, kMaxPrec, "valid range for prec is [1, MAX_PREC]">},
    {"Emin", get<&Context::emin>, kNativeGetter, nullptr, set<&Context::emin, -kMaxPrec, 0, "valid range for Emin is [MIN_EMIN, 0]">},
    {"Emax", get<&Context::emax>, kNativeGetter, nullptr, set<&Context::emax, 0, kMaxPrec, "valid range for Emax is [0, MAX_EMAX]">},
    {"capitals", get<&Context::capitals>, kNativeGetter, nullptr, set<&Context::capitals, 0, 1, "valid values for capitals are [0, 1]">},
    {"clamp", get<&Context::clamp>, kNativeGetter, nullptr, set<&Context::clamp, 0, 1, "valid values for clamp are [0, 1]">},
    {"rounding", get_rounding, kNativeGetter, nullptr, set_rounding},
    {"_traps", get<&Context::traps>, kNativeGetter, nullptr, set<&Context::traps, 0, 511, "invalid signals">},
    {"_flags", get<&Context::flags>, kNativeGetter, nullptr, set<&Context::flags, 0, 511, "invalid signals">},
};

const MethodDef kFunctions[] = {
    {"getcontext()", getcontext, 0, "Get the current default context."},
    {"forget_context()", forget, 0, "The current context may be another one from now on."},
};

}  // namespace

Value rounding_name(Rounding r) { return Value::object(intern(kRoundings[static_cast<int>(r)])); }

bool rounding_arg(Vm& vm, Value v, Rounding* out) {
  if (Str* s = as_str(v))
    for (size_t i = 0; i < std::size(kRoundings); ++i)
      if (s->view() == kRoundings[i]) return *out = static_cast<Rounding>(i), true;
  vm.raise_type("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]");
  return false;
}

Context* context_arg(Vm& vm, Value v, Value* object) {
  *object = v.is_none() ? current_context(vm) : v;
  if (object->is_unset()) return nullptr;
  Context* c = context_of(*object);
  if (!c) vm.raise_type("optional argument must be a context");
  return c;
}

Value call_script(Vm& vm, const char* name, std::initializer_list<Value> args) {
  static Str* const kModule = intern("decimal");
  static Str* const kClass = intern("_Methods");
  Value module = vm.host->import_module(vm, kModule);
  if (module.is_unset()) return module;
  Value methods = vm.get_attr(module, kClass);
  if (methods.is_unset()) return methods;
  Value f = vm.get_attr(methods, name);
  return f.is_unset() ? f : vm.call(f, args);
}

bool signal(Vm& vm, Value context, Context* c, uint32_t bits) {
  c->flags |= bits;
  if (!(bits & c->traps)) return true;
  return !call_script(vm, "_raise", {context, Value::integer(bits & c->traps)}).is_unset();
}

Class* define_context() {
  TypeDef def;
  def.name = "Context";
  def.module = "_decimal";
  def.payload = Kind::Host;
  def.layout = Layout::Payload;
  def.construct_signature = "Context()";
  def.construct = construct;
  def.mutable_init = true;
  def.host_type = &kType;
  def.methods = kMethods;
  return g_class = define_type(def);
}

std::span<const MethodDef> context_functions() { return kFunctions; }

}  // namespace sl::decimal
