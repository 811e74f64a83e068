// Argument binding and the calls natives make into scripts.
#include <optional>
#include <string>

#include "core/vm/bulk.h"
#include "core/vm/argument_errors.h"
#include "core/vm/cache.h"
#include "core/vm/class.h"
#include "core/vm/dialect.h"
#include "core/vm/frame.h"
#include "core/vm/slow.h"
#include "core/vm/types.h"

namespace sl {
namespace {

// Room for parameters that nothing initialises: clearing it would cost more than most calls.
template <size_t n>
union Window {
  Window() {}
  Value slots[n];
};

int text_size(const Str* s) { return static_cast<int>(s->size); }
std::string text_of(const Str* s) { return std::string(s->view()); }

std::string name_list(const std::vector<Str*>& missing) {
  std::string out;
  for (size_t i = 0; i < missing.size(); ++i) {
    if (i) out += missing.size() == 2 ? " and " : i + 1 == missing.size() ? ", and " : ", ";
    out += "'" + text_of(missing[i]) + "'";
  }
  return out;
}

bool raise_missing(Vm& vm, Str* name, const std::vector<Str*>& missing, const char* what) {
  vm.raise_type(text_of(name) + "() missing " + std::to_string(missing.size()) + " required " + what + " argument" + (missing.size() == 1 ? "" : "s") + ": " + name_list(missing));
  return false;
}

bool raise_too_many(Vm& vm, Function* f, size_t given, size_t keyword_only_given) {
  const Code* c = f->code;
  int64_t defaults = f->defaults ? static_cast<int64_t>(f->defaults->size) : 0;
  bool plural = c->positional != 1;
  std::string takes;
  if (defaults) {
    takes = "from " + std::to_string(static_cast<int64_t>(c->positional) - defaults) + " to " + std::to_string(c->positional);
    plural = true;
  } else {
    takes = std::to_string(c->positional);
  }
  std::string extra;
  if (keyword_only_given)
    extra = " positional argument" + std::string(given == 1 ? "" : "s") + " (and " + std::to_string(keyword_only_given) + " keyword-only argument" +
            (keyword_only_given == 1 ? "" : "s") + ")";
  vm.raise_type(text_of(f->qualname) + "() takes " + takes + " positional argument" + (plural ? "s" : "") + " but " + std::to_string(given) + extra +
                (given == 1 && !keyword_only_given ? " was" : " were") + " given");
  return false;
}

constexpr uint32_t kManyParameters = 1000;  // looking each keyword up among them takes a while

struct Keywords {  // those of a call
  Tuple* names;
  Dict* dict;
  bool contains(const Str* name) const {
    for (size_t i = 0; names && i < names->size; ++i)
      if (Str* s = as_str(names->items[i]); s && str_equal(s, name)) return true;
    return dict && !dict_get_str(dict, const_cast<Str*>(name)).is_unset();
  }
};

bool raise_positional_only(Vm& vm, Function* f, const Keywords& given) {
  std::string list;
  for (uint32_t i = 0; i < f->code->positional_only; ++i)
    if (given.contains(f->code->params[i])) list += (list.empty() ? "" : ", ") + text_of(f->code->params[i]);
  vm.raise_type(text_of(f->qualname) + "() got some positional-only arguments passed as keyword arguments: '" + list + "'");
  return false;
}

// One keyword argument into its parameter, or into **kwargs.
bool bind_keyword(Vm& vm, Function* f, Value* slots, Dict* rest, Value key, Value value, const Keywords& given) {
  const Code* c = f->code;
  Str* name = as_str(key);
  uint32_t named = c->positional + c->keyword_only;
  if (named > kManyParameters && !vm.poll()) return false;
  for (uint32_t i = c->positional_only; i < named; ++i) {
    if (c->params[i] != name && !str_equal(c->params[i], name)) continue;
    if (!slots[i].is_unset()) {
      vm.raise_type(text_of(f->qualname) + "() got multiple values for argument '" + text_of(name) + "'");
      return false;
    }
    slots[i] = value;
    return true;
  }
  if (rest) return dict_set(vm, rest, key, value);
  for (uint32_t i = 0; i < c->positional_only; ++i)
    if (given.contains(c->params[i])) return raise_positional_only(vm, f, given);
  vm.raise_type(text_of(f->qualname) + "() got an unexpected keyword argument '" + text_of(name) + "'");
  return false;
}

}  // namespace

namespace {

// Positional arguments alone, with defaults, *args and **kwargs, when no parameter is missing and the stack has room.
bool bind_positional(Vm& vm, Function* f, Value* base, const Value* args, size_t n) {
  const Code* c = f->code;
  size_t defaults = f->defaults ? f->defaults->size : 0;
  bool surplus = n > c->positional;
  if (c->keyword_only || n + defaults < c->positional || (surplus && !(c->flags & kCodeVarArgs)) || base + c->register_count + 2 * kWindowSlack > vm.thread->stack_end)
    return false;
  size_t direct = surplus ? c->positional : n, at = c->positional;
  Tuple* extra = surplus ? vm.new_tuple(args + direct, n - direct) : g_empty_tuple;
  if (base != args) std::copy(args, args + direct, base);
  for (size_t i = direct; i < c->positional; ++i) base[i] = f->defaults->items[i + defaults - c->positional];
  if (c->flags & kCodeVarArgs) base[at++] = Value::object(extra);
  if (c->flags & kCodeVarKeywords) base[at] = Value::object(vm.new_dict());
  return true;
}

}  // namespace

namespace {

bool only_text_keys(Vm& vm, const Dict* keywords) {
  uint32_t cursor = 0;
  Value key, value;
  while (dict_next(keywords, &cursor, &key, &value))
    if (!as_str(key)) return vm.raise_type("keywords must be strings"), false;
  return true;
}

}  // namespace

bool bind_arguments(Vm& vm, Function* f, Value* base, const Value* args, size_t n, Tuple* kw_names, Dict* keywords) {
  if (!kw_names && (!keywords || !keywords->used) && bind_positional(vm, f, base, args, n)) return true;
  const Code* c = f->code;
  uint32_t named = c->positional + c->keyword_only;
  size_t kw_count = kw_names ? kw_names->size : 0;
  Window<300> local;
  std::optional<RootVec> large;
  Value* slots = local.slots;
  if (named + 2u > 300) {
    large.emplace(vm.heap).items.resize(named + 2u);
    slots = large->items.data();
  }
  for (uint32_t i = 0; i < named; ++i) slots[i] = Value();
  size_t direct = std::min<size_t>(n, c->positional);
  for (size_t i = 0; i < direct; ++i) slots[i] = args[i];
  Tuple* extra = nullptr;
  if (c->flags & kCodeVarArgs) extra = n > direct ? vm.new_tuple(args + direct, n - direct) : g_empty_tuple;
  Dict* rest = c->flags & kCodeVarKeywords ? vm.new_dict() : nullptr;
  for (size_t i = 0; i < kw_count; ++i)
    if (!bind_keyword(vm, f, slots, rest, kw_names->items[i], args[n + i], {kw_names, keywords})) return false;
  if (keywords) {
    if (!only_text_keys(vm, keywords)) return false;
    uint32_t cursor = 0;
    Value key, value;
    Pace pace(vm);
    while (dict_next(keywords, &cursor, &key, &value))
      if (!pace.on() || !bind_keyword(vm, f, slots, rest, key, value, {kw_names, keywords})) return false;
  }
  if (n > c->positional && !extra) {
    size_t keyword_only_given = 0;
    for (uint32_t i = c->positional; i < named; ++i) keyword_only_given += !slots[i].is_unset();
    return raise_too_many(vm, f, n, keyword_only_given);
  }
  uint32_t surplus = f->defaults && f->defaults->size > c->positional ? static_cast<uint32_t>(f->defaults->size - c->positional) : 0;
  uint32_t first_default = c->positional - (f->defaults ? static_cast<uint32_t>(f->defaults->size) - surplus : 0);
  std::vector<Str*> missing;
  for (uint32_t i = static_cast<uint32_t>(direct); i < c->positional; ++i) {
    if (!slots[i].is_unset()) continue;
    if (i >= first_default)
      slots[i] = f->defaults->items[i - first_default + surplus];
    else
      missing.push_back(c->params[i]);
  }
  if (!missing.empty()) return raise_missing(vm, f->qualname, missing, "positional");
  for (uint32_t i = c->positional; i < named; ++i) {
    if (!slots[i].is_unset()) continue;
    if (f->kw_defaults) slots[i] = dict_get_str(f->kw_defaults, c->params[i]);
    if (slots[i].is_unset()) missing.push_back(c->params[i]);
  }
  if (!missing.empty()) return raise_missing(vm, f->qualname, missing, "keyword-only");
  if (base + c->register_count + 2 * kWindowSlack > vm.thread->stack_end) {
    raise_depth(vm);
    return false;
  }
  std::copy(slots, slots + named, base);
  uint32_t at = named;
  if (extra) base[at++] = Value::object(extra);
  if (rest) base[at++] = Value::object(rest);
  return true;
}

bool push_frame(Vm& vm, Function* f, Value* base, Value* result, uint32_t flags, Value extra) {
  Thread* th = vm.thread;
  if (th->depth >= vm.limits.depth || th->depth + 1 >= kMaxFrames || base + f->code->register_count + 2 * kWindowSlack > th->stack_end) {
    raise_depth(vm);
    return false;
  }
  place_frame(th, f, base, result, flags, extra);
  return true;
}

void place_frame(Thread* th, Function* f, Value* base, Value* result, uint32_t flags, Value extra) noexcept {
  Frame& frame = th->frames[th->depth++];
  frame.code = f->code;
  frame.function = f;
  frame.module = f->module;
  frame.base = base;
  frame.pc = f->code->words.data();
  frame.result = result;
  frame.extra = extra;
  frame.flags = flags;
  th->top = base + f->code->register_count + kWindowSlack;
}

// ---- natives --------------------------------------------------------------------------------

namespace {

bool convert_argument(Vm& vm, Native* f, const Param& p, Value* v) {
  if (v->is_unset() || (p.or_none && v->is_none())) return true;
  bool ok = true;
  switch (p.type) {
    case ParamType::Any: return true;
    case ParamType::Int: {
      if (v->is_int()) return true;
      if (v->is_bool()) {
        *v = Value::integer(v->i);
        return true;
      }
      int64_t i;
      if (!vm.to_index(*v, &i)) {
        if (vm.is_instance(vm.pending, errors().TypeError)) {
          vm.clear_error();
          ok = false;
          break;
        }
        return false;
      }
      *v = Value::integer(i);
      return true;
    }
    case ParamType::Float: {
      if (v->is_float()) return true;
      double d;
      if (!vm.to_double(*v, &d)) {
        if (vm.is_instance(vm.pending, errors().TypeError)) {
          vm.clear_error();
          ok = false;
          break;
        }
        return false;
      }
      *v = Value::number(d);
      return true;
    }
    case ParamType::Str: ok = as_str(*v) != nullptr; break;
    case ParamType::Bytes: ok = as_bytes(*v) != nullptr; break;
    case ParamType::Bool: {
      int t = vm.truthy(*v);
      if (t < 0) return false;
      *v = Value::boolean(t);
      return true;
    }
    case ParamType::List: ok = as_list(*v) != nullptr; break;
    case ParamType::Tuple: ok = as_tuple(*v) != nullptr; break;
    case ParamType::Dict: ok = as_dict(*v) != nullptr; break;
    case ParamType::Callable: ok = vm.callable(*v); break;
  }
  if (ok) return true;
  raise_argument_type(vm, f, p, *v);
  return false;
}

Value invoke(Vm& vm, Native* f, Value* args) {
  if (f->flags & kNativeAbi) return call_abi_native(vm, f, args);
  Value v = f->fn(vm, args);
  if (v.is_unset() && f->owner) name_receiver_error(vm, f);
  return v;
}

// Nothing to convert, no **kwargs, and room for all parameters behind the arguments?
bool takes_values(const Signature& s) {
  if (s.var_keywords || s.arity() + 2 > kWindowSlack) return false;
  for (size_t i = 0; i < s.params.size(); ++i)
    if (s.params[i].type != ParamType::Any || (i >= s.positional && !s.params[i].optional)) return false;
  return true;
}

}  // namespace

uint32_t direct_arity(const Native* f) noexcept {
  const Signature* s = f->signature;
  bool direct = s->simple && s->arity() + 2 <= kWindowSlack && !(f->flags & (kNativeAbi | kNativeCheckSelf));
  return direct ? static_cast<uint32_t>(s->params.size() | size_t{s->required} << 16) : kBound;
}

Value call_native(Vm& vm, Native* f, Value* args, size_t n) {
  const Signature* s = f->signature;
  const bool checks_self = f->flags & kNativeCheckSelf;
  if (s->simple && !checks_self && n <= s->positional && n >= s->required && s->arity() + 2 <= kWindowSlack) {
    for (size_t i = n; i < s->params.size(); ++i) args[i] = s->params[i].default_value;
    return invoke(vm, f, args);
  }
  if (!s->var_args && !s->var_keywords && !checks_self && !(f->flags & kNativeNew) && n <= s->positional && n >= s->required && s->arity() + 2 <= kWindowSlack) {
    const Param* p = s->params.data();
    const size_t count = s->params.size();
    bool complete = true;
    for (size_t i = n; i < count; ++i) {
      complete = complete && p[i].optional;
      args[i] = p[i].default_value;
    }
    if (complete) {
      for (size_t i = 0; i < count; ++i)
        if (p[i].type != ParamType::Any && !convert_argument(vm, f, p[i], &args[i])) return Value();
      return invoke(vm, f, args);
    }
  }
  if (checks_self && n == s->params.size()) return accept_receiver(vm, f, args, n) ? f->fn(vm, args) : Value();
  if (s->var_args && n >= s->positional && takes_values(*s)) {
    Tuple* rest = n > s->positional ? vm.new_tuple(args + s->positional, n - s->positional) : g_empty_tuple;
    size_t at = s->positional;
    for (; at < s->params.size(); ++at) args[at] = s->params[at].default_value;
    args[at] = Value::object(rest);
    return invoke(vm, f, args);
  }
  return call_native_kw(vm, f, args, n, nullptr, nullptr);
}

Value call_native_kw(Vm& vm, Native* f, const Value* args, size_t n, Tuple* names, Dict* keywords) {
  const Signature* s = f->signature;
  const size_t named = (names ? names->size : 0) + (keywords ? keywords->used : 0);
  if (f->flags & kNativeCheckSelf && !accept_receiver(vm, f, args, n)) return Value();
  if (f->flags & kNativeNew && f->owner != types().object && !accept_new(vm, f, args, n)) return Value();
  const bool nameless = !s->var_keywords && s->params.size() <= std::max<size_t>(s->positional_only, f->owner && f->flags & kNativeMethod ? 1 : 0);
  if (named && nameless && n >= receivers(f)) return vm.raise_type(refusing_title(vm, f, args) + " takes no keyword arguments");
  if (n > s->positional && !s->var_args) return raise_argument_count(vm, f, args, n, named);
  Window<40> room;
  Value* window = room.slots;
  if (s->arity() > 38) return vm.raise(errors().SystemError, "native with too many parameters");
  size_t params = s->params.size();
  size_t direct = std::min<size_t>(n, s->positional);
  for (size_t i = 0; i < params; ++i) window[i] = Value();
  for (size_t i = 0; i < direct; ++i) window[i] = args[i];
  uint64_t given = 0;
  Dict* rest = s->var_keywords ? vm.new_dict() : nullptr;
  Str* unknown = nullptr;
  size_t repeated = 0;  // the first parameter given by name and position, from 1
  auto bind = [&](Value key, Value value) {
    Str* name = as_str(key);
    if (!name) return vm.raise_type("keywords must be strings"), false;
    for (size_t i = s->positional_only; i < params; ++i) {
      if (s->params[i].name != name && !str_equal(s->params[i].name, name)) continue;
      if (i < direct && !repeated && counts_first(f)) {
        repeated = i + 1 - receivers(f);
        return true;
      }
      if (i < direct || given >> i & 1) {
        raise_given_twice(vm, f, text_of(name), i + 1 - receivers(f));
        return false;
      }
      given |= uint64_t{1} << i;
      window[i] = value;
      return true;
    }
    if (rest) return dict_set(vm, rest, key, value);
    if (!unknown) unknown = name;  // what is missing is said first
    return true;
  };
  if (n + named > params && named && params > s->positional_only && !s->var_args && !rest) return raise_argument_count(vm, f, args, n, named);
  if (names)
    for (size_t i = 0; i < names->size; ++i)
      if (!bind(names->items[i], args[n + i])) return Value();
  if (keywords) {
    uint32_t cursor = 0;
    Value key, value;
    while (dict_next(keywords, &cursor, &key, &value))
      if (!bind(key, value)) return Value();
  }
  for (size_t i = direct; i < params; ++i) {
    if (given >> i & 1) continue;
    const Param& p = s->params[i];
    if (!p.optional) {
      if (i < s->positional_only) return raise_argument_count(vm, f, args, n, named);
      if (n < receivers(f)) return raise_argument_count(vm, f, args, n, named);
      return vm.raise_type(text_of(f->name) + "() missing required argument '" + text_of(p.name) + "' (pos " + std::to_string(i + 1 - receivers(f)) + ")");
    }
    window[i] = p.default_value;
  }
  if (repeated) {
    raise_given_twice(vm, f, text_of(s->params[repeated - 1 + receivers(f)].name), repeated);
    return Value();
  }
  if (unknown) return raise_unknown_keyword(vm, f, args, unknown);
  for (size_t i = 0; i < params; ++i)
    if (s->params[i].type != ParamType::Any && !convert_argument(vm, f, s->params[i], &window[i])) return Value();
  size_t at = params;
  if (s->var_args) window[at++] = Value::object(n > direct ? vm.new_tuple(args + direct, n - direct) : g_empty_tuple);
  if (rest) window[at++] = Value::object(rest);
  return invoke(vm, f, window);
}

// ---- calls from C++ -------------------------------------------------------------------------

namespace {

// Runs a script function whose parameters are bound at the thread's top.
Value run_function(Vm& vm, Function* f, Value* base) {
  Thread* th = vm.thread;
  Value* saved_top = base;
  if (f->code->flags & kCodeGenerator) return new_generator(vm, f, base);
  char probe;
  if (&probe < th->native_low) return raise_depth(vm);
  Value result;
  if (!push_frame(vm, f, base, &result, kFrameEntry)) {
    th->top = saved_top;
    return Value();
  }
  RunStatus status = run(vm, th->depth - 1);
  th->top = saved_top;
  return status == RunStatus::Raised ? Value() : result;
}

}  // namespace

bool room_for(Vm& vm, const Function* f, const Value* base, size_t arguments) {
  if (base + arguments + f->code->register_count + 4 * kWindowSlack <= vm.thread->stack_end) return true;
  raise_depth(vm);
  return false;
}

Value Vm::call_function(Function* f, const Value* args, size_t n) {
  Value* base = thread->top;
  if (!room_for(*this, f, base, n)) return Value();
  const Code* c = f->code;
  const bool class_body = c->flags & (kCodeClassBody | kCodeNamespace);  // its one argument, the namespace, is no declared parameter
  if (class_body || (n == c->positional && !c->keyword_only && !(c->flags & (kCodeVarArgs | kCodeVarKeywords)))) {
    for (size_t i = 0; i < n; ++i) base[i] = args[i];
  } else if (!bind_arguments(*this, f, base, args, n, nullptr, nullptr)) {
    return Value();
  }
  return run_function(*this, f, base);
}

Value Vm::call(Value f, const Value* args, size_t n) { return call_kw(f, args, n, nullptr); }

Value Vm::call_kw(Value f, const Value* args, size_t n, Dict* keywords) {
  if (!f.is_object()) {
    Class* got = type_of(f);
    return raisef(errors().TypeError, "'%.*s' object is not callable", text_size(got->name), got->name->data);
  }
  switch (f.o->kind) {
    case Kind::Function: {
      auto* fn = as<Function>(f);
      if (!keywords) return call_function(fn, args, n);
      Value* base = thread->top;
      if (!bind_arguments(*this, fn, base, args, n, nullptr, keywords)) return Value();
      return run_function(*this, fn, base);
    }
    case Kind::Native: {
      char probe;
      if (&probe < thread->native_low) return raise_depth(*this);
      auto* native = as<Native>(f);
      if (!keywords && n <= 4 && native->signature->simple && n == native->signature->params.size() && !(native->flags & kNativeAbi)) {
        if (native->flags & kNativeCheckSelf && !accept_receiver(*this, native, args, n)) return Value();
        Window<4> room;  // the callee may overwrite its arguments
        for (size_t i = 0; i < n; ++i) room.slots[i] = args[i];
        Value r = native->fn(*this, room.slots);
        if (r.is_unset() && native->owner) name_receiver_error(*this, native);
        return r;
      }
      return call_native_kw(*this, as<Native>(f), args, n, nullptr, keywords);
    }
    case Kind::BoundMethod: {
      auto* m = as<BoundMethod>(f);
      if (n < 16) {
        Window<16> room;
        Value* window = room.slots;
        window[0] = m->self;
        for (size_t i = 0; i < n; ++i) window[i + 1] = args[i];
        return call_kw(m->function, window, n + 1, keywords);
      }
      RootVec large(heap);
      large.items.push_back(m->self);
      large.items.insert(large.items.end(), args, args + n);
      return call_kw(m->function, large.items.data(), n + 1, keywords);
    }
    case Kind::Class: {
      auto* c = as<Class>(f);
      if (c->metaclass != types().type) {
        Value hook = class_lookup_cached(*this, c->metaclass, names().__call__);
        if (is_kind(hook, Kind::Function)) {
          RootVec window(heap);
          window.items.push_back(f);
          window.items.insert(window.items.end(), args, args + n);
          return call_kw(hook, window.items.data(), n + 1, keywords);
        }
      }
      return instantiate(*this, c, args, n, keywords);
    }
    case Kind::StaticMethod: return call_kw(as<StaticMethod>(f)->function, args, n, keywords);
    default: {
      if (f.o->kind == Kind::Host && as<HostObj>(f)->type->call) {
        char probe;
        if (&probe < thread->native_low) return raise_depth(*this);
        return as<HostObj>(f)->type->call(*this, as<HostObj>(f), args, n, keywords);
      }
      Class* cls = type_of(f);
      Value hook = class_lookup_cached(*this, cls, names().__call__);
      if (hook.is_unset()) return raisef(errors().TypeError, "'%.*s' object is not callable", text_size(cls->name), cls->name->data);
      NativeDepth depth(*this);  // keeps the call below from becoming a jump: an endless chain of __call__ must end
      if (!depth.ok) return {};
      Value bound = bind_attribute(*this, hook, f, cls);
      return bound.is_unset() ? bound : call_kw(bound, args, n, keywords);
    }
  }
}

bool Vm::callable(Value v) const {
  if (!v.is_object()) return false;
  switch (v.o->kind) {
    case Kind::Function:
    case Kind::Native:
    case Kind::BoundMethod:
    case Kind::Class:
    case Kind::StaticMethod: return true;
    default: return !class_lookup(type_of(v), names().__call__).is_unset();
  }
}

}  // namespace sl
