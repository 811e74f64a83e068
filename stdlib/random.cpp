// import random: generators, seeding, integers. Sequences are in random_sequence.cpp,
// distributions in random_distribution.cpp.
#include <sys/random.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <deque>
#include <memory>
#include <numbers>
#include <string>
#include <vector>

#include "core/env/native_modules.h"
#include "core/vm/class.h"
#include "core/vm/number.h"
#include "core/vm/shape.h"
#include "core/vm/types.h"
#include "stdlib/args.h"
#include "stdlib/random_source.h"
#include "stdlib/registry.h"
#include "stdlib/sha512.h"

namespace sl {
namespace {

const char kTag = 0;
Class* random_class;
Class* system_class;

void fill_from_system(void* data, size_t n) {
  auto* p = static_cast<char*>(data);
  while (n) {
    ssize_t got = ::getrandom(p, n, 0);
    if (got < 0) continue;  // interrupted
    p += got;
    n -= static_cast<size_t>(got);
  }
}

const HostType kRandomType = {
    .name = "Random",
    .release = [](void* data) { delete static_cast<RandomSource*>(data); },
    .tag = &kTag,
};

Value new_generator_object(Vm& vm, Class* cls, Value seed, bool system) {
  auto g = std::make_unique<RandomSource>();
  g->system = system;
  if (!system && !random_seed(vm, *g, seed, 2)) return Value();
  return Value::object(vm.new_host(cls, g.release()));
}

Value construct_random(Vm& vm, Value* args) { return new_generator_object(vm, random_class, args[0], false); }
Value construct_system(Vm& vm, Value* args) { return new_generator_object(vm, system_class, args[0], true); }

// ---- seeds and states -----------------------------------------------------------------------------

void seed_words(RandomSource& g, std::vector<uint32_t> key) {
  while (key.size() > 1 && !key.back()) key.pop_back();
  if (key.empty()) key.push_back(0);
  g.twister.seed(key.data(), key.size());
}

void seed_bits(RandomSource& g, uint64_t n) { seed_words(g, {static_cast<uint32_t>(n), static_cast<uint32_t>(n >> 32)}); }

void seed_integer(RandomSource& g, Value v) {
  if (!v.is_object()) return seed_bits(g, v.i < 0 ? 0 - static_cast<uint64_t>(v.i) : static_cast<uint64_t>(v.i));
  auto* b = as<BigInt>(v);
  std::vector<uint32_t> key;
  for (uint32_t i = 0; i < b->limb_count; ++i) {
    key.push_back(static_cast<uint32_t>(b->limbs[i]));
    key.push_back(static_cast<uint32_t>(b->limbs[i] >> 32));
  }
  seed_words(g, std::move(key));
}

// Version 2: the bytes and their digest, read as one big-endian number.
void seed_bytes(RandomSource& g, std::string_view data) {
  auto digest = sha512(data);
  std::string all(data);
  all.append(reinterpret_cast<const char*>(digest.data()), digest.size());
  std::vector<uint32_t> key((all.size() + 3) / 4);
  for (size_t i = 0; i < all.size(); ++i) key[i / 4] |= uint32_t{static_cast<uint8_t>(all[all.size() - 1 - i])} << (8 * (i % 4));
  seed_words(g, std::move(key));
}

// Version 1: the hash Python 2 had for text.
uint64_t old_text_hash(std::string_view text, bool utf8) {
  std::vector<uint32_t> points;
  for (size_t i = 0; i < text.size();) {
    auto b = static_cast<uint8_t>(text[i]);
    size_t n = !utf8 || b < 0x80 ? 1 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
    uint32_t c = n == 1 ? b : b & (0x7Fu >> n);
    for (size_t k = 1; k < n; ++k) c = c << 6 | (static_cast<uint8_t>(text[i + k]) & 0x3Fu);
    points.push_back(c);
    i += n;
  }
  uint64_t x = points.empty() ? 0 : uint64_t{points[0]} << 7;
  for (uint32_t c : points) x = (1000003 * x) ^ c;
  return x ^ points.size();
}

Value do_seed(Vm& vm, RandomSource& g, Value* args) {
  int64_t version;
  if (!vm.to_index(args[1], &version)) return Value();
  return g.system || random_seed(vm, g, args[0], version) ? Value::none() : Value();
}

Value random_init(Vm& vm, RandomSource& g, Value* args) { return g.system || random_seed(vm, g, args[0], 2) ? Value::none() : Value(); }

Value get_state(Vm& vm, RandomSource& g, Value*) {
  if (g.system) return vm.raise(errors().NotImplementedError, "System entropy source does not have state.");
  Tuple* words = vm.new_tuple(Mersenne::kWords + 1);
  for (size_t i = 0; i < Mersenne::kWords; ++i) words->items[i] = Value::integer(g.twister.state[i]);
  words->items[Mersenne::kWords] = Value::integer(g.twister.index);
  Value gauss = g.gauss_next ? Value::number(*g.gauss_next) : Value::none();
  return Value::object(vm.new_tuple({Value::integer(3), Value::object(words), gauss}));
}

Value set_state(Vm& vm, RandomSource& g, Value* args) {
  if (g.system) return vm.raise(errors().NotImplementedError, "System entropy source does not have state.");
  Tuple* t = as_tuple(args[0]);
  if (!t || t->size != 3 || !t->items[0].is_int()) return vm.raise_value("state is not one returned by getstate()");
  if (t->items[0].i != 2 && t->items[0].i != 3) return vm.raise_value("state with version " + std::to_string(t->items[0].i) + " passed to Random.setstate() of version 3");
  Tuple* words = as_tuple(t->items[1]);
  if (!words) return vm.raise_type("state vector must be a tuple");
  for (uint64_t i = 0; i < words->size; ++i)
    if (!is_integer(words->items[i])) return vm.raise_type("an integer is required (got type " + type_name_of(vm, words->items[i]) + ")");
  if (words->size != Mersenne::kWords + 1) return vm.raise_value("state vector is the wrong size");
  Mersenne fresh;
  for (size_t i = 0; i <= Mersenne::kWords; ++i) {
    const Value& w = words->items[i];
    if (!w.is_int() || w.i < 0 || w.i > 0xFFFFFFFFll) return vm.raise_value("invalid state");
    if (i < Mersenne::kWords)
      fresh.state[i] = static_cast<uint32_t>(w.i);
    else if (w.i > static_cast<int64_t>(Mersenne::kWords))
      return vm.raise_value("invalid state");
    else
      fresh.index = static_cast<uint32_t>(w.i);
  }
  double gauss;
  if (!t->items[2].is_none() && !real_arg(vm, t->items[2], &gauss)) return Value();
  g.twister = fresh;
  g.gauss_next.reset();
  if (!t->items[2].is_none()) g.gauss_next = gauss;
  return Value::none();
}

Value reduce(Vm& vm, Value* args) {
  RandomSource* g = generator_of(vm, args[0]);
  Value state = g ? get_state(vm, *g, nullptr) : Value();
  if (state.is_unset()) return state;
  return Value::object(vm.new_tuple({Value::object(vm.type_of(args[0])), Value::object(g_empty_tuple), state}));
}

// ---- numbers ----------------------------------------------------------------------------------------

Value next_random(Vm&, RandomSource& g, Value*) {
  HookScope plain(g, nullptr);
  return Value::number(g.next_double());
}

Value rand_bytes(Vm& vm, RandomSource& g, Value* args) {
  int64_t n;
  if (!vm.to_index(args[0], &n)) return Value();
  if (n < 0) return vm.raise_value("number of bits must be non-negative");
  if (!vm.check_alloc(static_cast<size_t>(n))) return Value();
  std::string data(static_cast<size_t>(n), '\0');
  for (size_t i = 0; i < data.size(); i += 4) {
    size_t part = std::min<size_t>(4, data.size() - i);
    uint32_t w = g.next32() >> (32 - 8 * part);
    for (size_t k = 0; k < part; ++k) data[i + k] = static_cast<char>(w >> (8 * k));
  }
  return Value::object(vm.new_bytes(data));
}

// An integer argument; floats of whole value still pass, as in CPython 3.11.
Value range_arg(Vm& vm, Value v, const char* complaint) {
  Value plain = unwrap(v);
  if (plain.is_float()) {
    if (plain.f != std::floor(plain.f) || std::isinf(plain.f)) return vm.raise_value(complaint);
    return int_from_double(vm, plain.f);
  }
  if (is_integer(plain) || is_kind(v, Kind::Instance)) return to_integer(vm, v);
  Value made = vm.call(Value::object(types().integer), {v});  // refuses what is no number, in its own words
  return made.is_unset() ? made : vm.raise_value(complaint);
}

Value offset_from(Vm& vm, RandomSource& g, Value start, Value width) {
  Value r = random_big_below(vm, g, width);
  return r.is_unset() ? r : int_binary(vm, BinOp::Add, start, r);
}

Value range_between(Vm& vm, RandomSource& g, Value start, Value stop) {
  Value width = int_binary(vm, BinOp::Sub, stop, start);
  if (width.is_unset()) return width;
  if (int_sign(width) > 0) return offset_from(vm, g, start, width);
  return vm.raise_value("empty range for randrange() (" + int_to_text(start) + ", " + int_to_text(stop) + ", " + int_to_text(width) + ")");
}

Value rand_range(Vm& vm, RandomSource& g, Value* args) {
  Value start = range_arg(vm, args[0], "non-integer arg 1 for randrange()");
  if (start.is_unset()) return start;
  if (args[1].is_none()) {
    if (!args[2].is_unset()) return vm.raise_type("Missing a non-None stop argument");
    if (int_sign(start) <= 0) return vm.raise_value("empty range for randrange()");
    return random_big_below(vm, g, start);
  }
  Value stop = range_arg(vm, args[1], "non-integer stop for randrange()");
  if (stop.is_unset()) return stop;
  Value step = args[2].is_unset() ? Value::integer(1) : range_arg(vm, args[2], "non-integer step for randrange()");
  if (step.is_unset()) return step;
  if (step.is_int_or_bool() && step.i == 1) return range_between(vm, g, start, stop);
  int sign = int_sign(step);
  if (sign == 0) return vm.raise_value("zero step for randrange()");
  // (stop - start + step -/+ 1) // step
  Value n = int_binary(vm, BinOp::Sub, stop, start);
  if (!n.is_unset()) n = int_binary(vm, BinOp::Add, n, step);
  if (!n.is_unset()) n = int_binary(vm, BinOp::Sub, n, Value::integer(sign));
  if (!n.is_unset()) n = int_binary(vm, BinOp::FloorDiv, n, step);
  if (n.is_unset()) return n;
  if (int_sign(n) <= 0) return vm.raise_value("empty range for randrange()");
  Value r = random_big_below(vm, g, n);
  if (!r.is_unset()) r = int_binary(vm, BinOp::Mul, step, r);
  return r.is_unset() ? r : int_binary(vm, BinOp::Add, start, r);
}

Value rand_int(Vm& vm, RandomSource& g, Value* args) {
  Value a = range_arg(vm, args[0], "non-integer arg 1 for randrange()");
  if (a.is_unset()) return a;
  Value b = range_arg(vm, args[1], "non-integer stop for randrange()");
  if (b.is_unset()) return b;
  Value stop = int_binary(vm, BinOp::Add, b, Value::integer(1));
  return stop.is_unset() ? stop : range_between(vm, g, a, stop);
}

constexpr RandomDef kCore[] = {
    random_def<do_seed>("seed(a=None, version=2)", "Start the sequence from a: None (the system's entropy), int, float, str or bytes."),
    random_def<get_state>("getstate()", "The generator's state, for setstate()."),
    random_def<set_state>("setstate(state)", "Go back to a state from getstate()."),
    random_def<next_random>("random()", "The next float in [0, 1)."),
    random_def<random_getrandbits>("getrandbits(k, /)", "An integer of k random bits."),
    random_def<rand_bytes>("randbytes(n)", "n random bytes."),
    random_def<rand_range>("randrange(start, stop=None, step=...)", "An item of range(start, stop, step)."),
    random_def<rand_int>("randint(a, b)", "An integer in [a, b], both ends included."),
};

// "name(a, b)" as a method: "name(self, a, b)".
std::string method_signature(const char* signature) {
  std::string s(signature);
  size_t open = s.find('(') + 1;
  s.insert(open, s[open] == ')' ? "self" : "self, ");
  return s;
}

Class* define_class(const char* name, Class* base, NativeFn construct, const char* signature, std::span<const MethodDef> methods) {
  TypeDef def;
  def.name = name;
  def.module = "random";
  def.base = base;
  def.doc = "A generator of random numbers with a state of its own.";
  def.construct_signature = signature;
  def.construct = construct;
  def.mutable_init = true;
  def.host_type = &kRandomType;
  def.methods = methods;
  return define_type(def);
}

}  // namespace

// ---- the generator ----------------------------------------------------------------------------------

uint32_t RandomSource::next32() {
  if (!system) {
    if (twister.index > Mersenne::kWords) seed_from_system();
    return twister.next32();
  }
  uint32_t w;
  fill_from_system(&w, sizeof w);
  return w;
}

double RandomSource::next_double() {
  if (hooks && hooks->random) [[unlikely]]
    return hooked_double();
  if (!system && twister.index <= Mersenne::kWords) return twister.next_double();
  uint32_t a = next32() >> 5, b = next32() >> 6;
  return (a * 67108864.0 + b) * (1.0 / 9007199254740992.0);
}

uint64_t RandomSource::bits(int n) {
  if (n <= 32) return next32() >> (32 - n);
  uint64_t low = next32();
  return low | uint64_t{next32() >> (64 - n)} << 32;
}

uint64_t RandomSource::below(uint64_t n) {
  if (hooks && hooks->below) [[unlikely]]
    return hooked_below(n);
  int width = std::bit_width(n);
  uint64_t r = bits(width);
  while (r >= n) r = bits(width);
  return r;
}

// A method that raised is not called again: the generator's own numbers end the loops of the caller.
double RandomSource::hooked_double() {
  static Str* const kRandom = intern("random");
  RandomHooks* h = hooks;
  double d;
  if (!h->vm->raised()) {
    Value v = h->vm->call_method(h->self, kRandom);
    if (!v.is_unset() && h->vm->to_double(v, &d)) return std::clamp(d, 0.0, std::nextafter(1.0, 0.0));
  }
  HookScope plain(*this, nullptr);
  return next_double();
}

uint64_t RandomSource::hooked_bits(int n) {
  static Str* const kBits = intern("getrandbits");
  RandomHooks* h = hooks;
  int64_t i;
  if (!h->vm->raised()) {
    Value v = h->vm->call_method(h->self, kBits, {Value::integer(n)});
    if (!v.is_unset() && h->vm->to_index(v, &i)) return static_cast<uint64_t>(i);
  }
  HookScope plain(*this, nullptr);
  return bits(n);
}

uint64_t RandomSource::hooked_below(uint64_t n) {
  if (hooks->below_bits) {
    int width = std::bit_width(n);
    uint64_t r = hooked_bits(width);
    while (r >= n) r = hooked_bits(width);
    return r;
  }
  constexpr uint64_t kUnits = uint64_t{1} << 53;
  if (n >= kUnits) return static_cast<uint64_t>(hooked_double() * static_cast<double>(n));
  double limit = static_cast<double>(kUnits - kUnits % n) / static_cast<double>(kUnits);
  double r = hooked_double();
  while (r >= limit) r = hooked_double();
  return static_cast<uint64_t>(r * static_cast<double>(kUnits)) % n;
}

RandomHooks random_hooks(Vm& vm, Value self) {
  static Str *const kRandom = intern("random"), *const kBits = intern("getrandbits");
  RandomHooks h{&vm, self, false, false, false};
  Class* c = vm.type_of(self);
  h.random = !is_kind(class_lookup(c, kRandom), Kind::Native);
  if (is_kind(self, Kind::Host)) {
    Dict* own = as<HostObj>(self)->attrs;
    h.random = own && !dict_get_str(own, kRandom).is_unset();
    return h;
  }
  h.random |= !instance_find(as<Instance>(self), kRandom).is_unset();
  for (uint32_t i = 0; i < c->mro_count && c->mro[i] != random_class && !h.below; ++i) {
    bool bits = shape_find(c->mro[i]->shape, kBits).slot >= 0;
    h.below_bits = bits;
    h.below = bits || shape_find(c->mro[i]->shape, kRandom).slot >= 0;
  }
  return h;
}

void RandomSource::seed_from_system() {
  uint32_t key[Mersenne::kWords];
  fill_from_system(key, sizeof key);
  twister.seed(key, Mersenne::kWords);
}

RandomSource& module_generator(Vm& vm) { return local<RandomSource>(vm); }

RandomSource* generator_of(Vm& vm, Value self) {
  Value v = unwrap(self);
  if (is_kind(v, Kind::Host) && as<HostObj>(v)->type->tag == &kTag) return static_cast<RandomSource*>(as<HostObj>(v)->data);
  vm.raise_type("expected a Random object, not " + type_name_of(vm, self));
  return nullptr;
}

bool random_seed(Vm& vm, RandomSource& g, Value a, int64_t version) {
  g.gauss_next.reset();
  Value v = unwrap(a);
  std::string_view data;
  if (v.is_none()) {
    g.seed_from_system();
  } else if (is_integer(v)) {
    seed_integer(g, v);
  } else if (v.is_float()) {
    uint64_t hash;
    if (!vm.hash(v, &hash)) return false;
    seed_bits(g, hash);
  } else if (is_str(v)) {
    data = as<Str>(v)->view();
    version == 1 ? seed_bits(g, old_text_hash(data, true)) : seed_bytes(g, data);
  } else if (bytes_view(v, &data)) {
    version == 1 ? seed_bits(g, old_text_hash(data, false)) : seed_bytes(g, data);
  } else {
    vm.raise_type("The only supported seed types are: None,\nint, float, str, bytes, and bytearray.");
    return false;
  }
  return true;
}

Value random_getrandbits(Vm& vm, RandomSource& g, Value* args) {
  HookScope plain(g, nullptr);
  int64_t k;
  if (!vm.to_index(args[0], &k)) return Value();
  if (k < 0) return vm.raise_value("number of bits must be non-negative");
  if (k == 0) return Value::integer(0);
  if (k <= 64) return int_from_u64(vm, g.bits(static_cast<int>(k)));
  if (k > int64_t{1} << 34 || !vm.check_alloc(static_cast<size_t>(k / 4))) return vm.raised() ? Value() : vm.raise_memory();
  std::string data(static_cast<size_t>((k + 31) / 32 * 4), '\0');
  for (size_t i = 0; i < data.size(); i += 4) {
    uint32_t w = g.next32();
    if (int64_t left = k - static_cast<int64_t>(i) * 8; left < 32) w >>= 32 - left;
    for (size_t b = 0; b < 4; ++b) data[i + b] = static_cast<char>(w >> (8 * b));
  }
  return int_from_bytes(vm, data, true, false);
}

Value random_big_below(Vm& vm, RandomSource& g, Value n) {
  if (!n.is_object()) return Value::integer(static_cast<int64_t>(g.below(static_cast<uint64_t>(n.i))));
  Value width = Value::integer(static_cast<int64_t>(int_bit_length(n)));
  for (;;) {
    Value r = random_getrandbits(vm, g, &width);
    if (r.is_unset() || int_order(r, n) < 0) return r;
  }
}

std::span<const RandomDef> random_core_defs() { return kCore; }

void register_random_module() {
  static std::deque<std::string> signatures;
  static std::vector<MethodDef> functions, methods;
  for (auto part : {random_core_defs(), random_sequence_defs(), random_distribution_defs()}) {
    for (const RandomDef& d : part) {
      functions.push_back({d.signature, d.as_function, 0, d.doc});
      methods.push_back({signatures.emplace_back(method_signature(d.signature)).c_str(), d.as_method, 0, d.doc});
    }
  }
  methods.push_back({"__reduce__(self, /)", reduce, 0, nullptr});
  methods.push_back({"__getstate__(self, /)", random_method<get_state>, 0, nullptr});
  methods.push_back({"__setstate__(self, state, /)", random_method<set_state>, 0, nullptr});
  methods.push_back({"__init__(self, x=None)", random_method<random_init>, 0, nullptr});
  random_class = define_class("Random", nullptr, construct_random, "Random(x=None)", methods);
  system_class = define_class("SystemRandom", random_class, construct_system, "SystemRandom(x=None)", {});

  static Class* const classes[] = {random_class, system_class};
  ModuleDef module;
  module.name = "random";
  module.doc = "Random numbers, choices and distributions.";
  module.functions = functions;
  module.classes = classes;
  static const ConstantDef kConstants[] = {
      {"NV_MAGICCONST", [](Vm&) { return Value::number(4 * std::exp(-0.5) / std::sqrt(2.0)); }},
      {"TWOPI", [](Vm&) { return Value::number(2.0 * std::numbers::pi); }},
      {"LOG4", [](Vm&) { return Value::number(std::log(4.0)); }},
      {"SG_MAGICCONST", [](Vm&) { return Value::number(1.0 + std::log(4.5)); }},
      {"BPF", [](Vm&) { return Value::integer(53); }},
      {"RECIP_BPF", [](Vm&) { return Value::number(std::ldexp(1.0, -53)); }},
  };
  define_module(module);
  define_all("random");
  module = ModuleDef{.name = "random", .doc = nullptr, .functions = {}, .constants = kConstants};
  define_module(module);
}

}  // namespace sl
