// Calling a plugin's native functions.
#include "core/plugin/abi.h"
#include "core/plugin/record.h"
#include "core/symbols/symbol_table.h"
#include "core/vm/frame.h"

namespace sl {

constinit thread_local AbiScope* AbiScope::current_ = nullptr;

AbiScope::Overflow& AbiScope::more() {
  if (!more_) more_ = std::make_unique<Overflow>(vm_.heap);
  return *more_;
}

void AbiScope::add_more(Obj* o) { more().values.items.push_back(Value::object(o)); }

void AbiScope::push() {
  // The inline part fills up: everything from here on can be dropped by pop().
  while (used_ < kInline) objects_[used_++] = nullptr;
  Overflow& m = more();
  m.marks.push_back(m.values.items.size());
}

void AbiScope::pop() {
  if (!more_ || more_->marks.empty()) return;
  more_->values.items.resize(more_->marks.back());
  more_->marks.pop_back();
}

void AbiScope::enter(Vm& vm) {
  auto* scope = new AbiScope(vm);
  scope->used_ = kInline;  // off the stack, the inline part would not be seen by the collector
  for (Obj*& o : scope->objects_) o = nullptr;
}

void AbiScope::leave(Vm& vm) {
  if (AbiScope* s = innermost(vm); s && s == current_) delete s;
}

namespace {

Value wrong_self(Vm& vm, Native* f, Value self) {
  auto text = [](Str* s) { return std::string(s->view()); };
  return vm.raise_type("descriptor '" + text(f->name) + "' for '" + text(f->owner->name) + "' objects doesn't apply to a '" + text(vm.type_of(self)->name) + "' object");
}

Value bad_result(Vm& vm, Native* f, const char* what) { return vm.raise(errors().SystemError, "native function " + std::string(f->name->view()) + " " + what); }

}  // namespace

Value call_abi_native(Vm& vm, Native* f, Value* args) {
  const auto* function = static_cast<const sl_function*>(f->abi_function);
  auto* plugin = static_cast<sl_plugin*>(f->abi_state);
  bool method = f->owner && !(f->flags & kNativeStatic);
  Value result = Value::none();
  sl_call call;
  call.struct_size = sizeof call;
  call.argc = static_cast<uint32_t>(f->signature->arity()) - method;
  call.env = to_abi(Environment::of(vm));
  call.self = nullptr;
  call.state = plugin->state;
  call.argv = reinterpret_cast<const sl_value*>(args + method);
  call.result = reinterpret_cast<sl_value*>(&result);
  call.self_value = to_abi(Value());
  if (method) {
    Value self = args[0];
    if (!is_kind(self, Kind::Host) || as<HostObj>(self)->cls != f->owner) return wrong_self(vm, f, self);
    call.self = as<HostObj>(self)->data;
    call.self_value = to_abi(self);
  }

  AbiScope scope(vm);
  sl_status status;
  try {
    status = function->fn(&call);
  } catch (const std::exception& e) {
    if (!vm.raised()) vm.raise(errors().RuntimeError, e.what());
    return Value();
  } catch (...) {
    return bad_result(vm, f, "let a C++ exception escape");
  }
  if (status != SL_OK) {
    if (!vm.raised()) return bad_result(vm, f, "failed without an exception");
    return Value();
  }
  if (vm.raised()) return Value();
  switch (result.tag) {
    case kNone:
    case kInt:
    case kFloat: return result;
    case kBool: return Value::boolean(result.i != 0);
    case kObject:
      if (result.o) return result;
      [[fallthrough]];
    default: return bad_result(vm, f, "returned no valid value");
  }
}

}  // namespace sl
