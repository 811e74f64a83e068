// The type complex.
#include <cmath>

#include "core/vm/number.h"
#include "core/vm/text.h"

namespace sl {

namespace {

std::string name_of(Vm& vm, Value v) { return std::string(type_name(vm, v)); }

Complex* self_complex(Vm& vm, Value v) {
  if (auto* c = as_kind<Complex>(v, Kind::Complex)) return c;
  vm.raisef(errors().TypeError, "descriptor requires a 'complex' object but received a '%s'", name_of(vm, v).c_str());
  return nullptr;
}

// __complex__, then any number, __float__ or __index__. 1 ok, 0 no number, -1 raised.
int convert(Vm& vm, Value v, double* re, double* im) {
  if (is_kind(v, Kind::Instance)) {
    Value r = vm.call_special(v, names().complex_);
    if (vm.raised()) return -1;
    if (!r.is_unset()) {
      auto* c = as_kind<Complex>(r, Kind::Complex);
      if (!c) {
        vm.raisef(errors().TypeError, "__complex__ returned non-complex (type %s)", name_of(vm, r).c_str());
        return -1;
      }
      *re = c->re;
      *im = c->im;
      return 1;
    }
  }
  if (is_kind(v, Kind::Instance) && !is_kind(unwrap(v), Kind::Complex)) {
    Value r = vm.call_special(v, names().__float__);
    if (vm.raised()) return -1;
    *im = 0;
    if (!r.is_unset()) {
      if (unwrap(r).is_float()) return vm.to_double(r, re) ? 1 : -1;
      vm.raisef(errors().TypeError, "%s.__float__ returned non-float (type %s)", name_of(vm, v).c_str(), name_of(vm, r).c_str());
      return -1;
    }
  }
  int known = complex_parts(vm, unwrap(v), re, im);
  if (known) return known;
  if (vm.find_special(v, names().__float__).is_unset() && vm.find_special(v, names().__index__).is_unset()) return 0;
  *im = 0;
  return vm.to_double(v, re) ? 1 : -1;
}

Value complex_construct(Vm& vm, Value* args) {
  Value real = args[0], imag = args[1];
  if (real.is_unset() && imag.is_unset()) return new_complex(vm, 0, 0);
  if (real.is_unset()) real = Value::integer(0);
  if (is_kind(real, Kind::Complex) && imag.is_unset()) return real;
  if (Str* s = as_str(real)) {
    if (!imag.is_unset()) return vm.raise_type("complex() can't take second arg if first is a string");
    return complex_from_text(vm, s->view());
  }
  if (!imag.is_unset() && as_str(imag)) return vm.raise_type("complex() second arg can't be a string");
  double ar, ai, br = 0, bi = 0;
  int ok = convert(vm, real, &ar, &ai);
  if (ok < 0) return {};
  if (!ok) return vm.raisef(errors().TypeError, "complex() first argument must be a string or a number, not '%s'", name_of(vm, real).c_str());
  if (imag.is_unset()) return new_complex(vm, ar, ai);
  ok = convert(vm, imag, &br, &bi);
  if (ok < 0) return {};
  if (!ok) return vm.raisef(errors().TypeError, "complex() second argument must be a number, not '%s'", name_of(vm, imag).c_str());
  // real + imag * 1j, where only complex arguments mix parts so that signed zeros survive.
  if (is_complex(unwrap(imag))) ar -= bi;
  return new_complex(vm, ar, is_complex(unwrap(real)) ? ai + br : br);
}

Value complex_conjugate(Vm& vm, Value* args) {
  Complex* c = self_complex(vm, args[0]);
  return c ? new_complex(vm, c->re, -c->im) : Value();
}
Value complex_real(Vm& vm, Value* args) {
  Complex* c = self_complex(vm, args[0]);
  return c ? Value::number(c->re) : Value();
}
Value complex_imag(Vm& vm, Value* args) {
  Complex* c = self_complex(vm, args[0]);
  return c ? Value::number(c->im) : Value();
}
Value complex_self(Vm& vm, Value* args) {
  Complex* c = self_complex(vm, args[0]);
  return c ? Value::object(c) : Value();
}
Value complex_abs(Vm& vm, Value* args) {
  Complex* c = self_complex(vm, args[0]);
  return c ? number_abs(vm, Value::object(c)) : Value();
}
Value complex_bool(Vm& vm, Value* args) {
  Complex* c = self_complex(vm, args[0]);
  return c ? Value::boolean(number_truthy(Value::object(c))) : Value();
}
Value complex_format(Vm& vm, Value* args) {
  if (is_kind(args[0], Kind::Instance) && !as_str(args[1])->size) return vm.str(args[0]);
  Complex* c = self_complex(vm, args[0]);
  return c ? format_builtin(vm, args[0], as_str(args[1])) : Value();
}
Value complex_getnewargs(Vm& vm, Value* args) {
  Complex* c = self_complex(vm, args[0]);
  return c ? Value::object(vm.new_tuple({Value::number(c->re), Value::number(c->im)})) : Value();
}

const MethodDef kComplexMethods[] = {
    {"conjugate(self, /)", complex_conjugate, 0, "Return the complex conjugate of its argument. (3-4j).conjugate() == 3+4j."},
    {"real", complex_real, kNativeGetter, "the real part of a complex number"},
    {"imag", complex_imag, kNativeGetter, "the imaginary part of a complex number"},
    {"__complex__(self, /)", complex_self, 0, "Convert this value to exact type complex."},
    {"__abs__(self, /)", complex_abs, 0, "abs(self)"},
    {"__bool__(self, /)", complex_bool, 0, "True if self else False"},
    {"__format__(self, format_spec: str, /)", complex_format, 0, "Convert to a string according to format_spec."},
    {"__getnewargs__(self, /)", complex_getnewargs, 0, nullptr},
};

}  // namespace

bool complex_argument(Vm& vm, Value v, double* re, double* im) {
  int r = convert(vm, v, re, im);
  if (r == 0) vm.raise_type("must be real number, not " + name_of(vm, v));
  return r > 0;
}

void register_complex_type() {
  TypeDef c;
  c.name = "complex";
  c.payload = Kind::Complex;
  c.layout = Layout::Payload;
  c.doc = "Create a complex number from a real part and an optional imaginary part.";
  c.construct_signature = "complex(real=..., imag=...)";
  c.construct = complex_construct;
  c.methods = kComplexMethods;
  g_types.complex = define_type(c);
  define_builtin("complex", Value::object(g_types.complex));
}

}  // namespace sl
