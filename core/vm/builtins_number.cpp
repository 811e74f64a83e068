// Numeric built-in functions.
#include <charconv>

#include "core/vm/fast_call.h"
#include "core/vm/builtins.h"
#include "core/vm/frame.h"
#include "core/vm/small_text.h"
#include "core/vm/number.h"
#include "core/vm/text.h"

namespace sl {

namespace {

std::string name_of(Vm& vm, Value v) { return std::string(type_name(vm, v)); }
bool has_class(Value v) noexcept { return is_kind(v, Kind::Instance) || is_kind(v, Kind::Host) || is_kind(v, Kind::Class); }

// type(v).name(v, args...) with NotImplemented for a missing method.
Value try_special(Vm& vm, Value v, Str* name, std::initializer_list<Value> args) {
  Value r = vm.call_special(v, name, args);
  return r.is_unset() && !vm.raised() ? not_implemented() : r;
}

Value builtin_abs(Vm& vm, Value* args) {
  Value x = args[0];
  if (!has_class(x)) {
    Value r = number_abs(vm, x);
    if (!is_not_implemented(r)) return r;
  } else {
    Value r = vm.call_special(x, names().__abs__);
    if (!r.is_unset() || vm.raised()) return r;
  }
  return vm.raisef(errors().TypeError, "bad operand type for abs(): '%s'", name_of(vm, x).c_str());
}

Value builtin_divmod(Vm& vm, Value* args) {
  Value a = args[0], b = args[1], r = not_implemented();
  if (!has_class(a) && !has_class(b)) {
    r = number_divmod(vm, a, b);
  } else {
    r = try_special(vm, a, names().__divmod__, {b});
    if (is_not_implemented(r) && vm.type_of(a) != vm.type_of(b)) r = try_special(vm, b, names().__rdivmod__, {a});
  }
  if (!is_not_implemented(r)) return r;
  return vm.raisef(errors().TypeError, "unsupported operand type(s) for divmod(): '%s' and '%s'", name_of(vm, a).c_str(), name_of(vm, b).c_str());
}

Value builtin_pow(Vm& vm, Value* args) {
  Value base = args[0], exponent = args[1], modulus = args[2];
  if (modulus.is_none()) return vm.binary(BinOp::Pow, base, exponent);
  if (has_class(base)) {
    Value r = try_special(vm, base, names().__pow__, {exponent, modulus});
    if (!is_not_implemented(r)) return r;
    bool missing = vm.find_special(base, names().__pow__).is_unset() && !vm.find_special(base, names().__rpow__).is_unset();
    if (missing) return vm.raise(errors().AttributeError, "__pow__");
  }
  Value b = unwrap(base), e = unwrap(exponent), m = unwrap(modulus);
  if (is_integer(b) && is_integer(e) && is_integer(m)) return int_pow_mod(vm, b, e, m);
  // The first operand whose type has an answer gives it.
  for (Value v : {b, e, m}) {
    if (v.is_float()) return vm.raise_type("pow() 3rd argument not allowed unless all arguments are integers");
    auto numeric = [](Value n) { return is_number(n) || is_complex(n); };
    if (is_complex(v) && numeric(b) && numeric(e)) return vm.raise_value("complex modulo");
  }
  return vm.raisef(errors().TypeError, "unsupported operand type(s) for ** or pow(): '%s', '%s', '%s'", name_of(vm, base).c_str(), name_of(vm, exponent).c_str(),
                   name_of(vm, modulus).c_str());
}

Value builtin_round(Vm& vm, Value* args) {
  Value x = args[0], digits = args[1];
  if (x.is_float() && digits.is_int()) return float_round(vm, x.f, digits.i);
  if (x.is_int_or_bool() && digits.is_none()) return Value::integer(x.i);
  Value r = digits.is_none() ? vm.call_special(x, names().__round__) : vm.call_special(x, names().__round__, {digits});
  if (!r.is_unset() || vm.raised()) return r;
  return vm.raisef(errors().TypeError, "type %s doesn't define __round__ method", name_of(vm, x).c_str());
}

// Adds to `total` while it and the items are of one number type. 1: *item is the first of another kind, 0: the
// end, -1: raised.
template <class Number, class Accept>
int sum_leading(Vm& vm, Sequence& items, Number* total, Value* item, Accept accept) {
  Number sum = *total;
  uint32_t steps = 0;
  int more;
  while ((more = items.next(item, true)) > 0 && accept(*item, &sum))
    if ((++steps & 0xFFFF) == 0 && !vm.poll()) return -1;
  *total = sum;
  return more;
}

// Leading ints, then floats, without boxing; what follows goes through the generic +.
Value builtin_sum(Vm& vm, Value* args) {
  Value total = args[1], item;
  Sequence items(vm);
  if (!items.open(args[0])) return {};
  if (as_str(total)) return vm.raise_type("sum() can't sum strings [use ''.join(seq) instead]");
  if (as_bytes(total)) return vm.raise_type("sum() can't sum bytes [use b''.join(seq) instead]");
  if (is_kind(unwrap(total), Kind::ByteArray)) return vm.raise_type("sum() can't sum bytearray [use b''.join(seq) instead]");
  uint32_t steps = 0;
  for (;;) {
    int more;
    if (total.is_int()) {
      more = sum_leading(vm, items, &total.i, &item, [](const Value& v, int64_t* sum) {
        int64_t next;
        return v.is_int_or_bool() && !__builtin_add_overflow(*sum, v.i, &next) && (*sum = next, true);
      });
    } else if (total.is_float()) {
      more = sum_leading(vm, items, &total.f, &item, [](const Value& v, double* sum) { return v.is_float() && (*sum += v.f, true); });
    } else {
      more = items.next(&item, is_kind(total, Kind::BigInt));
    }
    if (more < 0) return {};
    if (!more) return total;
    total = vm.binary(BinOp::Add, total, item);
    if (total.is_unset() || ((++steps & 63) == 0 && !vm.poll())) return {};
  }
}

// Keeps the best item by `<` on items or on key(item).
struct Best {
  Vm& vm;
  bool want_greater;
  Value key_function;
  Value item, key;

  bool offer(Value candidate) {
    Value k = candidate;
    if (!key_function.is_none()) {
      k = fast_call(vm, key_function, &candidate, 1);
      if (k.is_unset()) return false;
    }
    if (!item.is_unset()) {
      int better;
      if (k.is_int() && key.is_int())
        better = want_greater ? k.i > key.i : k.i < key.i;
      else if (k.is_float() && key.is_float())
        better = want_greater ? k.f > key.f : k.f < key.f;
      else {
        Value r = vm.compare(want_greater ? CmpOp::Gt : CmpOp::Lt, k, key);
        better = r.is_unset() ? -1 : vm.truthy(r);
      }
      if (better < 0) return false;
      if (!better) return true;
    }
    item = candidate;
    key = k;
    return true;
  }
};

// args: a, b, c (the first positionals), key, default, the rest.
Value extreme(Vm& vm, Value* args, bool want_greater) {
  const char* name = want_greater ? "max" : "min";
  Best best{vm, want_greater, args[3], {}, {}};
  if (args[0].is_unset()) return vm.raisef(errors().TypeError, "%s expected at least 1 argument, got 0", name);
  if (!args[1].is_unset()) {
    if (!args[4].is_unset()) return vm.raisef(errors().TypeError, "Cannot specify a default for %s() with multiple positional arguments", name);
    Value second = args[1], third = args[2];
    auto* rest = as<Tuple>(args[5]);
    if (!best.offer(args[0]) || !best.offer(second)) return {};
    if (!third.is_unset() && !best.offer(third)) return {};
    for (size_t i = 0; i < rest->size; ++i)
      if (!best.offer(rest->items[i])) return {};
    return best.item;
  }
  Sequence items(vm);
  if (!items.open(args[0])) return {};
  Value item;
  int more;
  uint32_t steps = 0;
  bool numbers = best.key_function.is_none();
  while ((more = items.next(&item, numbers)) > 0) {
    numbers = numbers && (item.is_int_or_bool() || item.is_float());
    if (!best.offer(item)) return {};
    if ((++steps & 0xFFFF) == 0 && !vm.poll()) return {};
  }
  if (more < 0) return {};
  if (!best.item.is_unset()) return best.item;
  if (!args[4].is_unset()) return args[4];
  return vm.raisef(errors().ValueError, "%s() arg is an empty sequence", name);
}

Value builtin_max(Vm& vm, Value* args) { return extreme(vm, args, true); }
Value builtin_min(Vm& vm, Value* args) { return extreme(vm, args, false); }

Value radix(Vm& vm, Value v, int base, const char* prefix) {
  Value i = v.is_int() ? v : to_integer(vm, v);
  if (i.is_int()) {
    char text[72];
    char* p = text;
    uint64_t magnitude = static_cast<uint64_t>(i.i);
    if (i.i < 0) {
      *p++ = '-';
      magnitude = 0 - magnitude;
    }
    *p++ = prefix[0];
    *p++ = prefix[1];
    p = std::to_chars(p, text + sizeof text, magnitude, base).ptr;
    return Value::object(ascii_str(vm, text, static_cast<size_t>(p - text)));
  }
  std::string text;
  if (i.is_unset() || !int_text(vm, i, base, false, &text)) return {};
  text.insert(text[0] == '-' ? 1 : 0, prefix);
  return new_text(vm, text);
}
Value builtin_bin(Vm& vm, Value* args) { return radix(vm, args[0], 2, "0b"); }
Value builtin_oct(Vm& vm, Value* args) { return radix(vm, args[0], 8, "0o"); }
Value builtin_hex(Vm& vm, Value* args) { return radix(vm, args[0], 16, "0x"); }

const MethodDef kFunctions[] = {
    {"abs(x, /)", builtin_abs, 0, "Return the absolute value of the argument."},
    {"divmod(x, y, /)", builtin_divmod, 0, "Return the tuple (x//y, x%y).  Invariant: div*y + mod == x."},
    {"pow(base, exp, mod=None)", builtin_pow, 0, "Equivalent to base**exp with 2 arguments or base**exp % mod with 3 arguments."},
    {"round(number, ndigits=None)", builtin_round, 0, "Round a number to a given precision in decimal digits."},
    {"sum(iterable, /, start=0)", builtin_sum, 0, "Return the sum of a 'start' value (default: 0) plus an iterable of numbers"},
    {"max(a, b=..., c=..., /, *args, key=None, default=...)", builtin_max, 0, "With a single iterable argument, return its biggest item."},
    {"min(a, b=..., c=..., /, *args, key=None, default=...)", builtin_min, 0, "With a single iterable argument, return its smallest item."},
    {"bin(number, /)", builtin_bin, 0, "Return the binary representation of an integer."},
    {"oct(number, /)", builtin_oct, 0, "Return the octal representation of an integer."},
    {"hex(number, /)", builtin_hex, 0, "Return the hexadecimal representation of an integer."},
};

}  // namespace

bool Sequence::open(Value iterable) {
  bool plain =
      iterable.is_object() && (iterable.o->kind == Kind::List || iterable.o->kind == Kind::Tuple || iterable.o->kind == Kind::Bytes || iterable.o->kind == Kind::ByteArray);
  source_ = plain ? iterable : vm_.iter(iterable);
  return !source_.is_unset();
}

int Sequence::next_batch(Value* out) {
  bool ended = false;
  taken_ = 0;
  count_ = generator_collect(vm_, as<Generator>(source_), Collector::kNumbers, batch_, kBatch, &ended);
  if (ended && vm_.raised()) return -1;
  if (!count_) return 0;
  *out = batch_[taken_++];
  return 1;
}

void define_number_builtins() { define_builtins(kFunctions); }

}  // namespace sl
