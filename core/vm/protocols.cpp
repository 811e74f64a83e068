// Truth, size, text, format and hash of any value: built-in behaviour by kind, then the class's special methods.

#include "core/vm/bulk.h"
#include "core/vm/dialect.h"
#include "core/vm/ops.h"
#include "core/vm/small_text.h"

namespace sl {

int Vm::truthy(Value v) {
  switch (v.tag) {
    case kNone: return 0;
    case kBool:
    case kInt: return v.i != 0;
    case kFloat: return v.f != 0;
    default: break;
  }
  if (!v.is_object()) return 0;
  if (by_class(v)) {
    if (v.o->kind == Kind::Class && as<Class>(v)->metaclass == types().type) return 1;
    if (const KindOps* k = host_ops(v)) {
      if (k->truthy) return k->truthy(*this, v.o);
      if (k->length) {
        int64_t n = k->length(*this, v.o);
        return n < 0 ? -1 : n != 0;
      }
    }
    Value r = call_special(v, names().__bool__);
    if (!r.is_unset()) {
      if (r.is_bool()) return r.i != 0;
      Class* c = type_of(r);
      raisef(errors().TypeError, "__bool__ should return bool, returned %.*s", text_size(c->name), c->name->data);
      return -1;
    }
    if (raised()) return -1;
    if (find_special(v, names().__len__).is_unset()) {
      Value u = unwrap(v);
      return u.same(v) ? 1 : truthy(u);
    }
    int64_t n = length(v);
    return n < 0 ? -1 : n != 0;
  }
  const KindOps& k = ops_of(v.o->kind);
  if (k.truthy) return k.truthy(*this, v.o);
  if (k.length) {
    int64_t n = k.length(*this, v.o);
    return n < 0 ? -1 : n != 0;
  }
  return 1;
}

int64_t Vm::length(Value v) {
  if (v.is_object()) {
    if (has_plain(v, kPlainLen)) return length(as<PayloadInstance>(v)->payload);
    if (by_class(v)) {
      if (const KindOps* k = host_ops(v); k && k->length) return k->length(*this, v.o);
      Value r = call_special(v, names().__len__);
      if (!r.is_unset()) {
        int64_t n;
        if (is_kind(r, Kind::BigInt)) {
          if (as<BigInt>(r)->negative)
            raise_value("__len__() should return >= 0");
          else
            raise(errors().OverflowError, "cannot fit 'int' into an index-sized integer");
          return -1;
        }
        if (!to_index(r, &n)) return -1;
        if (n < 0) {
          raise_value("__len__() should return >= 0");
          return -1;
        }
        return n;
      }
      if (raised()) return -1;
    } else if (auto f = ops_of(v.o->kind).length) {
      return f(*this, v.o);
    }
  }
  Class* c = type_of(v);
  raisef(errors().TypeError, "object of type '%.*s' has no len()", text_size(c->name), c->name->data);
  return -1;
}

bool Vm::in_repr(Value v) const {
  for (const Value& r : repr_stack)
    if (r.same(v)) return true;
  return false;
}

Value Vm::repr(Value v) {
  switch (v.tag) {
    case kNone: {
      static Str* const name = intern("None");
      return Value::object(name);
    }
    case kInt: return int_str(*this, v.i);
    case kFloat: return float_str(*this, v.f);
    case kBool: return number_repr(*this, v);
    default: break;
  }
  if (!v.is_object()) return Value::object(intern("<unset>"));
  if (by_class(v)) {
    NativeDepth depth(*this);
    if (!depth.ok) return Value();
    Value r = call_special(v, names().__repr__);
    if (r.is_unset()) return r;
    if (as_str(r)) return Value::object(as_str(r));
    Class* c = type_of(r);
    return raisef(errors().TypeError, "__repr__ returned non-string (type %.*s)", text_size(c->name), c->name->data);
  }
  if (v.o->kind == Kind::BigInt || v.o->kind == Kind::Complex) return number_repr(*this, v);
  NativeDepth depth(*this);
  if (!depth.ok) return Value();
  if (auto f = ops_of(v.o->kind).repr) return f(*this, v.o);
  char text[128];
  Class* c = type_of(v);
  std::snprintf(text, sizeof text, "<%.*s object at 0x%llx>", std::min(80, text_size(c->name)), c->name->data, static_cast<unsigned long long>(reinterpret_cast<uintptr_t>(v.o)));
  return str_value(text);
}

Value Vm::str(Value v) {
  if (is_str(v)) return v;
  if (v.is_int()) return int_str(*this, v.i);
  if (by_class(v)) {
    if (const KindOps* k = host_ops(v); k && k->str) {
      Value r = k->str(*this, v.o);
      if (!is_not_implemented(r)) return r;
    }
    NativeDepth depth(*this);
    if (!depth.ok) return Value();
    Value r = call_special(v, names().__str__);
    if (r.is_unset()) return r;
    if (as_str(r)) return Value::object(as_str(r));
    Class* c = type_of(r);
    return raisef(errors().TypeError, "__str__ returned non-string (type %.*s)", text_size(c->name), c->name->data);
  }
  return repr(v);
}

Value Vm::ascii(Value v) {
  Value r = repr(v);
  if (r.is_unset() || as<Str>(r)->ascii()) return r;
  std::string out;
  bool whole = in_text_steps(*this, as<Str>(r)->view(), [&](std::string_view piece) {
    for (const char *p = piece.data(), *end = p + piece.size(); p < end;) {
      uint32_t c = next_code_point(p);
      if (c < 0x80) {
        out += static_cast<char>(c);
        continue;
      }
      out += c < 0x100 ? "\\x" : c < 0x10000 ? "\\u" : "\\U";
      for (int shift = c < 0x100 ? 4 : c < 0x10000 ? 12 : 28; shift >= 0; shift -= 4) out += "0123456789abcdef"[c >> shift & 15];
    }
  });
  return whole ? new_text(*this, out) : Value();
}

Value Vm::format(Value v, Value spec) {
  if (by_class(v)) {
    Value r = call_special(v, names().__format__, {spec});
    if (r.is_unset()) return r;
    if (as_str(r)) return r;
    Class* c = type_of(r);
    return raisef(errors().TypeError, "__format__ must return a str, not %.*s", text_size(c->name), c->name->data);
  }
  if (!v.is_object() ? !v.is_none() : v.o->kind == Kind::Str || v.o->kind == Kind::BigInt || v.o->kind == Kind::Complex) return format_builtin(*this, v, as_str(spec));
  if (as_str(spec)->size == 0) return str(v);
  Class* c = type_of(v);
  return raisef(errors().TypeError, "unsupported format string passed to %.*s.__format__", text_size(c->name), c->name->data);
}

bool Vm::hash(Value v, uint64_t* out) {
  switch (v.tag) {
    case kInt:
      if (v.i > -1000000000000 && v.i < 1000000000000) {
        *out = static_cast<uint64_t>(v.i == -1 ? -2 : v.i);
        return true;
      }
      [[fallthrough]];
    case kBool:
    case kFloat: return number_hash(*this, v, out);
    case kNone: *out = 0xFCA86420; return true;
    default: break;
  }
  if (is_str(v)) {
    *out = str_hash(as<Str>(v));
    return true;
  }
  if (v.o->kind == Kind::BigInt || v.o->kind == Kind::Complex) return number_hash(*this, v, out);
  if (by_class(v)) {
    if (const KindOps* k = host_ops(v); k && k->hash) return k->hash(*this, v.o, out);
    if (has_plain(v, kPlainHash)) return hash(as<PayloadInstance>(v)->payload, out);
    Value f = find_special(v, names().__hash__);
    if (is_kind(f, Kind::Native) && as<Native>(f)->owner == types().object) {
      *out = reinterpret_cast<uint64_t>(v.o) >> 4;
      return true;
    }
    if (f.is_none() && is_kind(v, Kind::Instance) && as<Instance>(v)->cls->instance_layout == Layout::Plain && runs_scriptling(*this)) {
      *out = reinterpret_cast<uint64_t>(v.o) >> 4;  // a class with __eq__ alone: by identity
      return true;
    }
    if (!f.is_none() && !f.is_unset()) {
      Value r = unwrap(call_special(v, names().__hash__));  // an int, or of a subclass of int
      if (r.is_unset()) return false;
      if (r.is_int() || r.is_bool()) {
        *out = static_cast<uint64_t>(r.i == -1 ? -2 : r.i);
        return true;
      }
      if (is_kind(r, Kind::BigInt)) return number_hash(*this, r, out);
      raise_type("__hash__ method should return an integer");
      return false;
    }
  } else if (auto f = ops_of(v.o->kind).hash) {
    return f(*this, v.o, out);
  }
  Class* c = type_of(v);
  raisef(errors().TypeError, "unhashable type: '%.*s'", text_size(c->name), c->name->data);
  return false;
}

}  // namespace sl
