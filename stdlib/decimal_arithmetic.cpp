// Sums, products, quotients and comparison of decimals.
#include <algorithm>

#include "core/vm/small_text.h"
#include "stdlib/decimal_internal.h"

namespace sl::decimal {

bool rounds_up(Rounding r, const Nat& kept, Rest rest, bool sign) {
  if (rest == Rest::Zero) return false;
  switch (r) {
    case Rounding::HalfEven: return rest == Rest::More || (rest == Rest::Half && kept.odd());
    case Rounding::HalfUp: return rest >= Rest::Half;
    case Rounding::Down: return false;
    case Rounding::Up: return true;
    case Rounding::Ceiling: return !sign;
    case Rounding::Floor: return sign;
    case Rounding::HalfDown: return rest == Rest::More;
    case Rounding::ZeroFiveUp: return multiple_of_5(kept);
  }
  return false;
}

Value finish(Vm& vm, Value context, Context* c, bool sign, Nat& n, int64_t exponent) {
  int64_t top = c->emax, tiny = c->emin - c->prec + 1, high = top - c->prec + 1;
  auto leave = [&] {
    Value plain = new_decimal(vm, sign, n, exponent);
    return call_script(vm, "_fix", {plain, context});
  };
  if (n.zero()) {
    if (exponent < tiny || exponent > (c->clamp ? high : top)) return leave();
    return new_decimal(vm, sign, n, exponent);
  }
  int64_t length = digit_count(n), least = length + exponent - c->prec;
  if (least > high || least < tiny || (c->clamp && exponent > high)) return leave();
  if (exponent >= least) return new_decimal(vm, sign, n, exponent);
  Rest rest = drop(n, static_cast<unsigned>(least - exponent));
  if (rounds_up(c->rounding, n, rest, sign)) {
    add(n, Limb{1});
    if (is_power(n, static_cast<unsigned>(c->prec))) {
      drop(n, 1);
      ++least;
    }
  }
  if (least + c->prec - 1 > top) {
    exponent = least;
    return leave();
  }
  Value result = new_decimal(vm, sign, n, least);
  return signal(vm, context, c, rest == Rest::Zero ? kRounded : kRounded | kInexact) ? result : Value();
}

int order(const Number& a, const Number& b) {
  if (int known = small_order(a, b); known != 2) return known;
  if (!fits(a.coefficient) || !fits(b.coefficient)) return 2;
  Nat x, y;
  x.load(Limbs(a.coefficient));
  y.load(Limbs(b.coefficient));
  if (x.zero() || y.zero() || a.sign != b.sign) {
    int p = x.zero() ? 0 : a.sign ? -1 : 1, q = y.zero() ? 0 : b.sign ? -1 : 1;
    return (p > q) - (p < q);
  }
  int result;
  if (a.exponent == b.exponent) {
    result = compare(x, y);
  } else {
    int64_t p = a.exponent + digit_count(x), q = b.exponent + digit_count(y);
    if (p != q) {
      result = p > q ? 1 : -1;
    } else {
      int64_t shift = a.exponent - b.exponent;  // at most as many as there are digits
      scale(shift > 0 ? x : y, static_cast<unsigned>(shift > 0 ? shift : -shift));
      result = compare(x, y);
    }
  }
  result = (result > 0) - (result < 0);
  return a.sign ? -result : result;
}

namespace {

enum class Op : uint8_t { Add, Sub, Mul, Div, FloorDiv, Mod, DivMod };
constexpr const char* kNames[] = {"__add__", "__sub__", "__mul__", "__truediv__", "__floordiv__", "__mod__", "__divmod__"};

bool add_numbers(const Context* c, const Number& p, const Number& q, Nat& x, Nat& y, bool* sign, int64_t* exponent) {
  int64_t a = p.exponent, b = q.exponent;
  if (!x.zero() && !y.zero() && a != b) {
    // A number far below the other's last digit only decides the rounding.
    Nat &big = a >= b ? x : y, &small = a >= b ? y : x;
    int64_t &big_exponent = a >= b ? a : b, &small_exponent = a >= b ? b : a;
    int64_t limit = big_exponent + std::min<int64_t>(-1, digit_count(big) - c->prec - 2);
    if (small_exponent + digit_count(small) - 1 < limit) {
      small.set(1);
      small_exponent = limit;
    }
  }
  *exponent = std::min(a, b);
  int64_t shift = a > b ? a - b : b - a;
  if (shift > kMaxDigits) return false;
  scale(a > b ? x : y, static_cast<unsigned>(shift));
  if (x.zero() || y.zero()) {
    if (x.zero() && y.zero()) {
      *sign = (p.sign && q.sign) || (p.sign != q.sign && c->rounding == Rounding::Floor);
    } else {
      *sign = x.zero() ? q.sign : p.sign;
      if (x.zero()) x = y;
    }
    return true;
  }
  *sign = p.sign;
  if (p.sign == q.sign) {
    add(x, y);
    return true;
  }
  int order = compare(x, y);
  if (order == 0) {
    x.n = 0;
    *sign = c->rounding == Rounding::Floor;
  } else if (order > 0) {
    subtract(x, y);
  } else {
    subtract(y, x);
    x = y;
    *sign = q.sign;
  }
  return true;
}

bool divide_numbers(const Context* c, const Number& p, const Number& q, Nat& x, Nat& y, int64_t* exponent) {
  if (y.zero()) return false;
  int64_t ideal = p.exponent - q.exponent;
  *exponent = ideal;
  if (x.zero()) return true;
  int64_t shift = static_cast<int64_t>(digit_count(y)) - digit_count(x) + c->prec + 1;
  scale(shift >= 0 ? x : y, static_cast<unsigned>(shift >= 0 ? shift : -shift));
  *exponent = ideal - shift;
  Nat rest;
  divide(x, y, rest);
  if (!rest.zero()) {
    if (multiple_of_5(x)) add(x, Limb{1});  // keeps the rounding right: not exactly a half
  } else if (*exponent < ideal) {
    *exponent += strip_zeros(x, static_cast<uint64_t>(ideal - *exponent));
  }
  return true;
}

// Quotient in x and remainder in y, whose exponent is *exponent.
bool divmod_numbers(const Context* c, const Number& p, const Number& q, Nat& x, Nat& y, int64_t* exponent) {
  if (y.zero()) return false;
  int64_t shift = p.exponent - q.exponent;
  if (shift > kMaxDigits || shift < -static_cast<int64_t>(kMaxDigits)) return false;
  *exponent = std::min(p.exponent, q.exponent);
  scale(shift > 0 ? x : y, static_cast<unsigned>(shift > 0 ? shift : -shift));
  Nat rest;
  divide(x, y, rest);
  y = rest;
  return digit_count(x) <= c->prec;
}

Value boxed(Vm& vm, Value v, const Number& n) { return is_decimal(v) ? v : new_decimal(vm, n.sign, int_abs(vm, unwrap(v)), 0); }

template <Op op>
Value compute(Vm& vm, Value left, Value right, Value context_value) {
  Number p, q;
  if (!number_of(left, &p) || !number_of(right, &q)) return not_implemented();
  Value context;
  Context* c = context_arg(vm, context_value, &context);
  if (!c) return {};
  Value quick;
  if constexpr (op == Op::Add || op == Op::Sub) quick = small_sum(vm, context, c, p, q, op == Op::Sub);
  if constexpr (op == Op::Mul) quick = small_product(vm, context, c, p, q);
  if constexpr (op == Op::Div) quick = small_quotient(vm, context, c, p, q);
  if constexpr (op == Op::FloorDiv || op == Op::Mod) quick = small_remainder(vm, c, p, q, op == Op::FloorDiv);
  if (!quick.is_unset() || vm.raised()) return quick;
  if (p.kind == kFinite && q.kind == kFinite && c->prec <= kMaxDigits && fits(p.coefficient) && fits(q.coefficient)) {
    Nat x, y;
    x.load(Limbs(p.coefficient));
    y.load(Limbs(q.coefficient));
    bool sign = p.sign != q.sign, done;
    int64_t exponent;
    if constexpr (op == Op::Add || op == Op::Sub) {
      if (op == Op::Sub) q.sign = !q.sign;
      done = add_numbers(c, p, q, x, y, &sign, &exponent);
      if (op == Op::Sub) q.sign = !q.sign;
    } else if constexpr (op == Op::Mul) {
      multiply(x, y);
      exponent = p.exponent + q.exponent;
      done = true;
    } else if constexpr (op == Op::Div) {
      done = divide_numbers(c, p, q, x, y, &exponent);
    } else {
      done = divmod_numbers(c, p, q, x, y, &exponent);
      if (done) {
        Value quotient, rest;
        if (op != Op::Mod) quotient = new_decimal(vm, sign, x, 0);
        if (op == Op::FloorDiv) return quotient;
        rest = finish(vm, context, c, p.sign, y, exponent);
        return op == Op::Mod || rest.is_unset() ? rest : Value::object(vm.new_tuple({quotient, rest}));
      }
    }
    if (done) return finish(vm, context, c, sign, x, exponent);
  }
  return call_script(vm, kNames[static_cast<int>(op)], {boxed(vm, left, p), boxed(vm, right, q), context});
}

template <Op op>
Value plain(Vm& vm, Value* args) {
  Number n;
  return !self_number(vm, args[0], &n) ? Value() : compute<op>(vm, args[0], args[1], args[2]);
}
template <Op op>
Value reflected(Vm& vm, Value* args) {
  Number n;
  return !self_number(vm, args[0], &n) ? Value() : compute<op>(vm, args[1], args[0], args[2]);
}

enum class Unary : uint8_t { Neg, Pos, Abs };

template <Unary op>
Value unary(Vm& vm, Value* args) {
  static constexpr const char* kUnaryNames[] = {"__neg__", "__pos__", "__abs__"};
  Number p;
  if (!self_number(vm, args[0], &p)) return {};
  Value context;
  Context* c = context_arg(vm, args[1], &context);
  if (!c) return {};
  if (Value quick = small_signed(vm, c, p, op == Unary::Abs ? false : op == Unary::Neg ? !p.sign : p.sign); !quick.is_unset()) return quick;
  if (p.kind != kFinite || !fits(p.coefficient) || c->prec > kMaxDigits) return call_script(vm, kUnaryNames[static_cast<int>(op)], {args[0], context});
  Nat x;
  x.load(Limbs(p.coefficient));
  bool sign = op == Unary::Abs ? false : op == Unary::Neg ? !p.sign : p.sign;
  if (op != Unary::Abs && x.zero()) sign = c->rounding == Rounding::Floor && sign;
  return finish(vm, context, c, sign, x, p.exponent);
}

Value fix(Vm& vm, Value* args) {
  Number p;
  if (!self_number(vm, args[0], &p)) return {};
  Value context;
  Context* c = context_arg(vm, args[1], &context);
  if (!c) return {};
  if (p.kind != kFinite || !fits(p.coefficient) || c->prec > kMaxDigits) return call_script(vm, "_fix", {args[0], context});
  Nat x;
  x.load(Limbs(p.coefficient));
  return finish(vm, context, c, p.sign, x, p.exponent);
}

Value quantize(Vm& vm, Value* args) {
  Number p, unit;
  if (!self_number(vm, args[0], &p)) return {};
  Value context;
  Context* c = context_arg(vm, args[3], &context);
  if (!c) return {};
  Rounding rounding = c->rounding;
  if (!args[2].is_none() && !rounding_arg(vm, args[2], &rounding)) return {};
  if (number_of(args[1], &unit) && p.kind == kFinite && unit.kind == kFinite && c->prec <= kMaxDigits && fits(p.coefficient)) {
    int64_t shift = p.exponent - unit.exponent;
    if (shift <= kMaxDigits && shift >= -static_cast<int64_t>(kMaxDigits)) {
      Nat x;
      x.load(Limbs(p.coefficient));
      Rest rest = Rest::Zero;
      if (shift >= 0) {
        scale(x, static_cast<unsigned>(shift));
      } else {
        rest = drop(x, static_cast<unsigned>(-shift));
        if (rounds_up(rounding, x, rest, p.sign)) add(x, Limb{1});
      }
      int64_t digits = digit_count(x), adjusted = unit.exponent + digits - 1;
      if (digits <= c->prec && adjusted <= c->emax && adjusted >= c->emin && unit.exponent >= c->emin - c->prec + 1 && !c->clamp) {
        Value result = new_decimal(vm, p.sign, x, unit.exponent);
        return shift >= 0 || signal(vm, context, c, rest == Rest::Zero ? kRounded : kRounded | kInexact) ? result : Value();
      }
    }
  }
  return call_script(vm, "quantize", {args[0], args[1], args[2], context});
}

Value round(Vm& vm, Value* args) {  // self, digits
  Number p;
  if (!self_number(vm, args[0], &p)) return {};
  Value digits = unwrap(args[1]);
  if (digits.is_int() && digits.i > -kMaxDigits && digits.i < kMaxDigits) {
    Value unit = new_decimal(vm, false, Value::integer(1), -digits.i);
    Value call[] = {args[0], unit, Value::none(), Value::none()};
    return quantize(vm, call);
  }
  return call_script(vm, "__round__", {args[0], args[1]});
}

// The same value with another exponent, rounded when digits are lost.
Value rescale(Vm& vm, Value* args) {
  Number p;
  Rounding rounding;
  if (!self_number(vm, args[0], &p) || !rounding_arg(vm, args[2], &rounding)) return {};
  if (args[1].is_int() && p.kind == kFinite && fits(p.coefficient)) {
    int64_t shift = p.exponent > kMaxExponent || p.exponent < -kMaxExponent ? INT64_MAX : p.exponent - args[1].i;
    if (shift <= kMaxDigits && shift >= -static_cast<int64_t>(kMaxDigits)) {
      Nat x;
      x.load(Limbs(p.coefficient));
      if (shift >= 0) {
        scale(x, static_cast<unsigned>(shift));
      } else {
        Rest rest = drop(x, static_cast<unsigned>(-shift));
        if (rounds_up(rounding, x, rest, p.sign)) add(x, Limb{1});
      }
      return new_decimal(vm, p.sign, x, args[1].i);
    }
  }
  return call_script(vm, "_rescale", {args[0], args[1], args[2]});
}

// ---- comparison -----------------------------------------------------------------------------

template <CmpOp op>
Value compare_method(Vm& vm, Value* args) {
  static constexpr const char* kCompareNames[] = {"__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"};
  Number p, q;
  if (!self_number(vm, args[0], &p)) return {};
  if (number_of(args[1], &q) && p.kind == kFinite && q.kind == kFinite) {
    int r = order(p, q);
    if (r != 2) return Value::boolean(order_matches(op, static_cast<uint64_t>(r + 1), 1));
  }
  if (op != CmpOp::Ne) return call_script(vm, kCompareNames[static_cast<int>(op)], {args[0], args[1]});
  Value same = call_script(vm, "__eq__", {args[0], args[1]});
  return same.is_unset() || is_not_implemented(same) ? same : Value::boolean(!same.is_true());
}

Value compare_private(Vm& vm, Value* args) {
  Number p, q;
  if (!self_number(vm, args[0], &p)) return {};
  if (number_of(args[1], &q) && p.kind == kFinite && q.kind == kFinite) {
    int r = order(p, q);
    if (r != 2) return Value::integer(r);
  }
  return call_script(vm, "_compare", {args[0], args[1]});
}

Value hash(Vm& vm, Value* args) {
  constexpr uint64_t kModulus = (uint64_t{1} << 61) - 1;
  using Wide = unsigned __int128;
  Number p;
  if (!self_number(vm, args[0], &p)) return {};
  if (p.kind != kFinite) return call_script(vm, "__hash__", {args[0]});
  auto power = [](uint64_t base, uint64_t n) {
    uint64_t out = 1;
    for (; n; n >>= 1) {
      if (n & 1) out = static_cast<uint64_t>(static_cast<Wide>(out) * base % kModulus);
      base = static_cast<uint64_t>(static_cast<Wide>(base) * base % kModulus);
    }
    return out;
  };
  Limbs coefficient(p.coefficient);
  uint64_t rest = coefficient.count ? limbs::remainder_limb(coefficient.data, coefficient.count, kModulus) : 0;
  constexpr uint64_t kTenth = 2075258708292324556;  // its product with 10 leaves 1
  bool small = p.exponent < 0;
  auto n = small ? 0 - static_cast<uint64_t>(p.exponent) : static_cast<uint64_t>(p.exponent);
  uint64_t ten = small ? kTenth : 10;
  auto h = static_cast<int64_t>(static_cast<Wide>(rest) * power(ten, n) % kModulus);
  if (p.sign) h = -h;
  return Value::integer(h == -1 ? -2 : h);
}

const MethodDef kArithmetic[] = {
    {"__add__(self, other, context=None, /)", plain<Op::Add>},
    {"__radd__(self, other, context=None, /)", reflected<Op::Add>},
    {"__sub__(self, other, context=None, /)", plain<Op::Sub>},
    {"__rsub__(self, other, context=None, /)", reflected<Op::Sub>},
    {"__mul__(self, other, context=None, /)", plain<Op::Mul>},
    {"__rmul__(self, other, context=None, /)", reflected<Op::Mul>},
    {"__truediv__(self, other, context=None, /)", plain<Op::Div>},
    {"__rtruediv__(self, other, context=None, /)", reflected<Op::Div>},
    {"__floordiv__(self, other, context=None, /)", plain<Op::FloorDiv>},
    {"__rfloordiv__(self, other, context=None, /)", reflected<Op::FloorDiv>},
    {"__mod__(self, other, context=None, /)", plain<Op::Mod>},
    {"__rmod__(self, other, context=None, /)", reflected<Op::Mod>},
    {"__divmod__(self, other, context=None, /)", plain<Op::DivMod>},
    {"__rdivmod__(self, other, context=None, /)", reflected<Op::DivMod>},
    {"__neg__(self, context=None, /)", unary<Unary::Neg>},
    {"__pos__(self, context=None, /)", unary<Unary::Pos>},
    {"__abs__(self, context=None, /)", unary<Unary::Abs>},
    {"quantize(self, exp, rounding=None, context=None)", quantize, 0, "Return a value equal to the first operand after rounding and having the exponent of the second operand."},
    {"__round__(self, n=None, /)", round},
    {"_fix(self, context, /)", fix},
    {"_rescale(self, exponent, rounding, /)", rescale},
};

const MethodDef kComparison[] = {
    {"__eq__(self, other, /)", compare_method<CmpOp::Eq>},
    {"__ne__(self, other, /)", compare_method<CmpOp::Ne>},
    {"__lt__(self, other, /)", compare_method<CmpOp::Lt>},
    {"__le__(self, other, /)", compare_method<CmpOp::Le>},
    {"__gt__(self, other, /)", compare_method<CmpOp::Gt>},
    {"__ge__(self, other, /)", compare_method<CmpOp::Ge>},
    {"__hash__(self, /)", hash},
    {"_compare(self, other, /)", compare_private},
};

Value binary(Vm& vm, BinOp op, Value a, Value b) {
  switch (op) {
    case BinOp::Add: return compute<Op::Add>(vm, a, b, Value::none());
    case BinOp::Sub: return compute<Op::Sub>(vm, a, b, Value::none());
    case BinOp::Mul: return compute<Op::Mul>(vm, a, b, Value::none());
    case BinOp::TrueDiv: return compute<Op::Div>(vm, a, b, Value::none());
    case BinOp::FloorDiv: return compute<Op::FloorDiv>(vm, a, b, Value::none());
    case BinOp::Mod: return compute<Op::Mod>(vm, a, b, Value::none());
    default: return not_implemented();
  }
}

Value negate_decimal(Vm& vm, UnOp op, Obj* o) {
  Value args[] = {Value::object(o), Value::none()};
  return op == UnOp::Neg ? unary<Unary::Neg>(vm, args) : op == UnOp::Pos ? unary<Unary::Pos>(vm, args) : not_implemented();
}

Value str_decimal(Vm& vm, Obj* o) {
  Number n;
  read_decimal(static_cast<HostObj*>(o), &n);
  char text[kSmallText];
  size_t size = small_text(n, text);
  if (size > kSmallText) __builtin_unreachable();
  return size ? Value::object(ascii_str(vm, text, size)) : not_implemented();
}

bool hash_decimal(Vm& vm, Obj* o, uint64_t* out) {
  Value self = Value::object(o), h = hash(vm, &self);
  *out = h.bits;
  return !h.is_unset();
}

Value compare_decimals(Vm& vm, CmpOp op, Value a, Value b) {
  Value args[] = {a, b};
  switch (op) {
    case CmpOp::Eq: return compare_method<CmpOp::Eq>(vm, args);
    case CmpOp::Ne: return compare_method<CmpOp::Ne>(vm, args);
    case CmpOp::Lt: return compare_method<CmpOp::Lt>(vm, args);
    case CmpOp::Le: return compare_method<CmpOp::Le>(vm, args);
    case CmpOp::Gt: return compare_method<CmpOp::Gt>(vm, args);
    default: return compare_method<CmpOp::Ge>(vm, args);
  }
}

}  // namespace

const KindOps kDecimalOps = [] {
  KindOps k{};
  k.binary = binary;
  k.compare = compare_decimals;
  k.unary = negate_decimal;
  k.str = str_decimal;
  k.hash = hash_decimal;
  return k;
}();

std::span<const MethodDef> arithmetic_methods() { return kArithmetic; }
std::span<const MethodDef> comparison_methods() { return kComparison; }

}  // namespace sl::decimal
