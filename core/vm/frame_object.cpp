// Frames as scripts see them: of a generator or a traceback, as they were then; of a running call,
// followed for as long as it runs.
#include "core/lang/written.h"
#include "core/vm/builtins.h"
#include "core/vm/frame.h"
#include "core/vm/frame_access.h"
#include "core/vm/introspection.h"
#include "core/vm/types.h"

namespace sl {
namespace {

const HostType kFrameType = {.name = "frame", .tag = &kFrameType};
Class* g_frame_class;
// kThread, kDepth, kBase tell which call it was; kDepth None: of no running call.
enum FrameField { kCode, kLine, kLocals, kGlobals, kBack, kThread, kDepth, kBase, kFrameFields };

const Code* code_of(HostObj* f) { return as<CodeObj>(f->fields[kCode])->code; }

uint32_t line_of(const Code* c, const uint32_t* pc) {
  auto at = static_cast<uint32_t>(pc - c->words.data());
  return find_position(*c, at ? at - 1 : 0).line;
}

// Null when the call has returned.
const Frame* live(Vm& vm, HostObj* f) {
  if (f->fields[kDepth].is_none()) return nullptr;
  auto depth = static_cast<uint64_t>(f->fields[kDepth].i);
  Thread* th = vm.thread;
  if (f->fields[kThread].i != reinterpret_cast<int64_t>(th) || depth >= th->depth) return nullptr;
  const Frame* frame = &th->frames[depth];
  return frame->code == code_of(f) && reinterpret_cast<int64_t>(frame->base) == f->fields[kBase].i ? frame : nullptr;
}

Value frame_code(Vm&, Value* a) { return as<HostObj>(a[0])->fields[kCode]; }
Value frame_back(Vm&, Value* a) { return as<HostObj>(a[0])->fields[kBack]; }
Value frame_line(Vm& vm, Value* a) {
  auto* f = as<HostObj>(a[0]);
  if (const Frame* frame = live(vm, f)) f->fields[kLine] = Value::integer(line_of(frame->code, frame->pc));
  return f->fields[kLine];
}
Value frame_locals(Vm& vm, Value* a) {
  auto* f = as<HostObj>(a[0]);
  if (const Frame* frame = live(vm, f)) f->fields[kLocals] = variables_of(vm, *frame);
  return f->fields[kLocals];
}
Value frame_globals(Vm&, Value* a) { return as<HostObj>(a[0])->fields[kGlobals]; }
Value frame_builtins(Vm& vm, Value*) {
  Value m = vm.host->import_module(vm, intern("builtins"));
  return m.is_unset() ? m : globals_view(vm, as<Module>(m));
}
Value frame_trace(Vm&, Value*) { return Value::none(); }
Value frame_clear(Vm& vm, Value* a) {
  if (live(vm, as<HostObj>(a[0]))) return vm.raise(errors().RuntimeError, "cannot clear an executing frame");
  return Value::none();
}
Value frame_repr(Vm& vm, Value* a) {
  const Code* c = code_of(as<HostObj>(a[0]));
  Value line = frame_line(vm, a);
  char at[32];
  std::snprintf(at, sizeof at, "0x%llx", static_cast<unsigned long long>(a[0].bits));
  return vm.str_value("<frame at " + std::string(at) + ", file '" + c->module->path + "', line " + std::to_string(line.i) + ", code " + std::string(c->name->view()) + ">");
}
const MethodDef kFrameMethods[] = {
    {"f_code", frame_code, kNativeGetter},
    {"f_lineno", frame_line, kNativeGetter},
    {"f_locals", frame_locals, kNativeGetter},
    {"f_globals", frame_globals, kNativeGetter},
    {"f_builtins", frame_builtins, kNativeGetter},
    {"f_back", frame_back, kNativeGetter},
    {"f_trace", frame_trace, kNativeGetter},
    {"clear(self, /)", frame_clear},
    {"__repr__(self, /)", frame_repr},
};

}  // namespace

Value frame_object(Vm& vm, const Code* code, uint32_t line, Value locals, Value globals, Value back) {
  HostObj* f = vm.new_host(g_frame_class, nullptr, kFrameFields);
  f->fields[kCode] = code_object(vm, code);
  f->fields[kLine] = Value::integer(line);
  f->fields[kLocals] = locals.is_unset() ? Value::object(vm.new_dict()) : locals;
  f->fields[kGlobals] = globals.is_unset() ? Value::object(vm.new_dict()) : globals;
  f->fields[kBack] = back;
  return Value::object(f);
}

Value running_frame(Vm& vm, uint32_t depth) {
  Thread* th = vm.thread;
  Value frame = Value::none();
  if (depth >= th->depth) return {};
  for (uint32_t i = 0; i < th->depth - depth; ++i) {
    const Frame& at = th->frames[i];
    frame = frame_object(vm, at.code, line_of(at.code, at.pc), Value(), globals_view(vm, at.module), frame);
    auto* f = as<HostObj>(frame);
    f->fields[kThread] = Value::integer(reinterpret_cast<int64_t>(th));
    f->fields[kDepth] = Value::integer(i);
    f->fields[kBase] = Value::integer(reinterpret_cast<int64_t>(at.base));
  }
  return frame;
}

Value generator_frame(Vm& vm, Generator* g) {
  if (static_cast<GenState>(g->flags) == GenState::Done) return Value::none();
  const Code* c = g->function->code;
  Dict* locals = vm.new_dict();
  if (g->registers && static_cast<GenState>(g->flags) != GenState::Running)
    for (auto& v : c->locals) {
      Value value;
      if (v.kind == VarKind::Free)
        value = as<Cell>(g->function->cells->items[v.index])->value;
      else if (v.kind == VarKind::Spilled)
        value = spilled_variable(g->registers[c->spill_register], v);
      else if (v.index < g->aux)
        value = g->registers[v.index];
      if (v.kind == VarKind::Cell) value = is_kind(value, Kind::Cell) ? as<Cell>(value)->value : Value();
      if (!value.is_unset() && v.name->size && v.name->data[0] != '.') dict_set_str(vm, locals, v.name, value);
    }
  uint32_t line = c->first_line;
  if (static_cast<GenState>(g->flags) == GenState::Suspended) line = line_of(c, g->pc);
  return frame_object(vm, c, line, Value::object(locals), globals_view(vm, g->function->module), Value::none());
}

void register_frame_type() {
  TypeDef def;
  def.name = "frame";
  def.host_type = &kFrameType;
  def.subclassable = false;
  def.methods = kFrameMethods;
  g_frame_class = define_type(def);
}

}  // namespace sl
