// Membership, items, iteration and conversions of any value.

#include "core/vm/containers.h"
#include "core/vm/ops.h"
#include "core/vm/slow.h"

namespace sl {

int Vm::contains(Value container, Value item) {
  if (container.is_object()) {
    if (has_plain(container, kPlainContains)) container = as<PayloadInstance>(container)->payload;
    if (by_class(container)) {
      if (const KindOps* k = host_ops(container); k && k->contains) return k->contains(*this, container.o, item);
      if (find_special(container, names().__contains__).is_none()) {
        Class* c = type_of(container);
        raisef(errors().TypeError, "'%.*s' object is not a container", text_size(c->name), c->name->data);
        return -1;
      }
      Value r = call_special(container, names().__contains__, {item});
      if (!r.is_unset()) return truthy(r);
      if (raised()) return -1;
    } else if (auto f = ops_of(container.o->kind).contains) {
      return f(*this, container.o, item);
    }
  }
  Value it = iter(container);
  if (it.is_unset()) {
    if (catch_error(errors().TypeError)) {
      Class* c = type_of(container);
      raisef(errors().TypeError, "argument of type '%.*s' is not iterable", text_size(c->name), c->name->data);
    }
    return -1;
  }
  for (;;) {
    Value v = next(it);
    if (v.is_unset()) return raised() ? -1 : 0;
    int r = equal(v, item);
    if (r) return r;
    if (!poll()) return -1;
  }
}

Value Vm::get_item(Value container, Value key) {
  if (container.is_object()) {
    if (has_plain(container, kPlainGetItem)) {
      Value inner = as<PayloadInstance>(container)->payload;
      if (inner.o->kind == Kind::Dict) {
        uint64_t h;
        if (!hash_value(*this, key, &h)) return Value();
        if (DictEntry* e = dict_find(*this, as<Dict>(inner), key, h)) return e->value;
        return raised() ? Value() : dict_get_item_missing(*this, container, as<Dict>(inner), key);
      }
      container = inner;
    }
    if (by_class(container)) {
      if (const KindOps* k = host_ops(container); k && k->get_item) return k->get_item(*this, container.o, key);
      Value r = call_special(container, names().__getitem__, {key});
      if (!r.is_unset() || raised()) return r;
      if (is_kind(container, Kind::Class)) {
        Value f = find_attr(container, names().__class_getitem__);
        if (raised()) return Value();
        if (!f.is_unset()) return call(f, {key});
        if (container.o == types().type) {  // type[int]: its instances are not subscriptable for that
          Value args[] = {container, key};
          return class_getitem(*this, args);
        }
        return raisef(errors().TypeError, "type '%.*s' is not subscriptable", text_size(as<Class>(container)->name), as<Class>(container)->name->data);
      }
    } else if (auto f = ops_of(container.o->kind).get_item) {
      return f(*this, container.o, key);
    }
  }
  Class* c = type_of(container);
  return raisef(errors().TypeError, "'%.*s' object is not subscriptable", text_size(c->name), c->name->data);
}

namespace {

// Sets, sequences and every class of a script are sequences to CPython: it reads an integer key as their index
// before it finds that items cannot be stored. 1: such a pair, 0: not, -1: raised.
int index_of_sequence(Vm& vm, Value container, Value key) {
  key = unwrap(key);
  if (!container.is_object() || !(key.is_int_or_bool() || is_kind(key, Kind::BigInt))) return 0;
  Kind kind = container.o->kind;
  bool sequence = ops_of(kind).get_item || (kind == Kind::Instance && vm.type_of(container) != types().object) || kind == Kind::Set || kind == Kind::FrozenSet;
  if (!sequence || !is_kind(key, Kind::BigInt)) return sequence;
  vm.raise(errors().IndexError, "cannot fit 'int' into an index-sized integer");
  return -1;
}

}  // namespace

bool Vm::set_item(Value container, Value key, Value v) {
  if (container.is_object()) {
    if (has_plain(container, kPlainSetItem)) container = as<PayloadInstance>(container)->payload;
    if (by_class(container)) {
      if (const KindOps* k = host_ops(container); k && k->set_item) return k->set_item(*this, container.o, key, v);
      Value r = call_special(container, names().__setitem__, {key, v});
      if (!r.is_unset()) return true;
      if (raised()) return false;
    } else if (auto f = ops_of(container.o->kind).set_item) {
      return f(*this, container.o, key, v);
    }
  }
  Class* c = type_of(container);
  if (by_class(container) && !class_lookup(c, names().__delitem__).is_unset())
    raise(errors().AttributeError, "__setitem__");
  else if (index_of_sequence(*this, container, key) >= 0)
    raisef(errors().TypeError, "'%.*s' object does not support item assignment", text_size(c->name), c->name->data);
  return false;
}

bool Vm::del_item(Value container, Value key) {
  if (container.is_object()) {
    if (has_plain(container, kPlainDelItem)) container = as<PayloadInstance>(container)->payload;
    if (by_class(container)) {
      Value r = call_special(container, names().__delitem__, {key});
      if (!r.is_unset()) return true;
      if (raised()) return false;
    } else if (auto f = ops_of(container.o->kind).del_item) {
      return f(*this, container.o, key);
    }
  }
  Class* c = type_of(container);
  if (by_class(container) && !class_lookup(c, names().__setitem__).is_unset())
    raise(errors().AttributeError, "__delitem__");
  else if (int sequence = index_of_sequence(*this, container, key); sequence >= 0)
    raisef(errors().TypeError, "'%.*s' object does%s support item deletion", text_size(c->name), c->name->data, sequence ? "n't" : " not");
  return false;
}

// ---- iteration ------------------------------------------------------------------------------

Value Vm::iter(Value v) {
  if (v.is_object()) {
    Kind k = v.o->kind;
    if (k == Kind::Iter || k == Kind::Generator) return v;
    if (has_plain(v, kPlainIter)) return iter(as<PayloadInstance>(v)->payload);
    if (by_class(v)) {
      if (const KindOps* ops = host_ops(v); ops && ops->iter) return ops->iter(*this, v.o);
      Value f = find_special(v, names().__iter__);
      if (!f.is_unset() && !f.is_none()) {
        Value r = call_special(v, names().__iter__);
        if (r.is_unset()) return r;
        if (is_kind(r, Kind::Iter) || is_kind(r, Kind::Generator) || !find_special(r, names().__next__).is_unset()) return r;
        Class* c = type_of(r);
        return raisef(errors().TypeError, "iter() returned non-iterator of type '%.*s'", text_size(c->name), c->name->data);
      }
      if (f.is_unset() && !find_special(v, names().__getitem__).is_unset()) return Value::object(new_iter(kSequenceIter, v));
    } else if (auto f = ops_of(k).iter) {
      return f(*this, v.o);
    }
  }
  Class* c = type_of(v);
  return raisef(errors().TypeError, "'%.*s' object is not iterable", text_size(c->name), c->name->data);
}

Value Vm::next(Value it) {
  char probe;
  if (&probe < thread->native_low) [[unlikely]]
    return raise_depth(*this);
  if (is_kind(it, Kind::Iter)) return as<IterObj>(it)->type->next(*this, as<IterObj>(it));
  thread->stop_value = Value();
  if (is_kind(it, Kind::Generator)) {
    Value done;
    Value v = generator_resume(*this, as<Generator>(it), Value::none(), false, &done);
    if (v.is_unset() && !raised()) thread->stop_value = done;
    return v;
  }
  if (is_kind(it, Kind::Host))
    if (const KindOps* k = host_ops(it); k && k->next) return k->next(*this, it.o);
  Value v = call_special(it, names().__next__);
  if (!v.is_unset()) return v;
  if (!raised()) {
    Class* c = type_of(it);
    return raisef(errors().TypeError, "'%.*s' object is not an iterator", text_size(c->name), c->name->data);
  }
  if (is_instance(pending, errors().StopIteration)) {
    Value e = take_error();
    Tuple* args = as_tuple(as_exception(e)->args);
    thread->stop_value = args && args->size ? args->items[0] : Value::none();
  }
  return Value();
}

// ---- conversions and types ----------------------------------------------------------------------

bool Vm::to_index(Value v, int64_t* out, const char* what) {
  if (v.is_int_or_bool()) {
    *out = v.i;
    return true;
  }
  Value u = unwrap(v);
  if (u.is_int_or_bool()) {
    *out = u.i;
    return true;
  }
  if (is_kind(u, Kind::BigInt)) {
    raise(errors().OverflowError, what ? what : "Python int too large to convert to C ssize_t");
    return false;
  }
  if (by_class(v)) {
    Value r = call_special(v, names().__index__);
    if (!r.is_unset()) {
      if (r.is_int_or_bool()) {
        *out = r.i;
        return true;
      }
      if (is_kind(r, Kind::BigInt)) {
        raise(errors().OverflowError, what ? what : "Python int too large to convert to C ssize_t");
        return false;
      }
      Class* c = type_of(r);
      raisef(errors().TypeError, "__index__ returned non-int (type %.*s)", text_size(c->name), c->name->data);
      return false;
    }
    if (raised()) return false;
  }
  Class* c = type_of(v);
  raisef(errors().TypeError, "'%.*s' object cannot be interpreted as an integer", text_size(c->name), c->name->data);
  return false;
}

bool Vm::to_double(Value v, double* out) {
  Value u = unwrap(v);
  if (u.is_float()) {
    *out = u.f;
    return true;
  }
  if (u.is_int_or_bool()) {
    *out = static_cast<double>(u.i);
    return true;
  }
  if (is_kind(u, Kind::BigInt)) {
    Value r = number_binary(*this, BinOp::TrueDiv, u, Value::integer(1));
    if (r.is_unset()) {
      if (catch_error(errors().OverflowError)) raise(errors().OverflowError, "int too large to convert to float");
      return false;
    }
    *out = r.f;
    return true;
  }
  if (by_class(v)) {
    Value r = call_special(v, names().__float__);
    if (r.is_unset() && !raised()) {
      r = call_special(v, names().__index__);
      Value number = unwrap(r);
      if (is_integer(number)) return to_double(number, out);
      if (!r.is_unset()) {
        Class* got = type_of(r);
        raisef(errors().TypeError, "__index__ returned non-int (type %.*s)", text_size(got->name), got->name->data);
        return false;
      }
    }
    if (!r.is_unset()) {
      if (unwrap(r).is_float()) {
        *out = unwrap(r).f;
        return true;
      }
      Class* c = type_of(v);
      Class* got = type_of(r);
      raisef(errors().TypeError, "%.*s.__float__ returned non-float (type %.*s)", text_size(c->name), c->name->data, text_size(got->name), got->name->data);
      return false;
    }
    if (raised()) return false;
  }
  Class* c = type_of(v);
  raisef(errors().TypeError, "must be real number, not %.*s", text_size(c->name), c->name->data);
  return false;
}

}  // namespace sl
