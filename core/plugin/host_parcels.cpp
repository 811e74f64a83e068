// The host table's functions on parcels, carriers and JSON.
//
// Scalars and strings are held in place, in one form each, so that plugins can read, make and compare
// them without an environment; everything else is a Parcel. The durable form is Parcel's for all.
#include <bit>
#include <cstring>

#include "core/env/parcel_format.h"
#include "core/plugin/abi.h"
#include "core/vm/types.h"
#include "stdlib/json.h"

namespace sl {

sl_parcel* new_parcel(Vm& vm, Value v, std::string_view what) {
  auto made = std::make_unique<sl_parcel>();
  if (!v.is_object()) {
    if (v.is_unset()) v = Value::none();
    made->scalar = v;
    return made.release();
  }
  if (is_str(v)) {
    made->text = std::make_shared<const std::string>(as<Str>(v)->view());
    return made.release();
  }
  made->data = Parcel::pack(vm, v, what);
  return made->data ? made.release() : nullptr;
}

Value open_parcel(Vm& vm, const sl_parcel* p) {
  if (!p) return Value::none();
  if (p->data) return p->data->unpack(vm);
  if (!p->text) return p->scalar;
  return vm.check_alloc(p->text->size()) ? vm.str_value(*p->text) : Value();
}

namespace {

void put_word(std::string& out, uint64_t bits) {
  for (int i = 0; i < 8; ++i) out += static_cast<char>(bits >> (8 * i));
}

bool save(const sl_parcel* p, std::string* out) {
  if (p->data) return p->data->save(out);
  out->assign(1, static_cast<char>(kParcelVersion));
  *out += '\0';
  auto code = [&](ParcelCode c) { *out += static_cast<char>(c); };
  if (p->text) {
    uint64_t points = 0;
    for (char c : *p->text) points += (c & 0xC0) != 0x80;
    bool ascii = points == p->text->size();
    code(ascii ? ParcelCode::Ascii : ParcelCode::Text);
    put_varint(*out, p->text->size());
    if (!ascii) put_varint(*out, points);
    *out += *p->text;
    return true;
  }
  switch (p->scalar.tag) {
    case kBool: code(p->scalar.i ? ParcelCode::True : ParcelCode::False); break;
    case kInt:
      code(ParcelCode::Int);
      put_word(*out, p->scalar.bits);
      break;
    case kFloat:
      code(ParcelCode::Float);
      put_word(*out, p->scalar.bits);
      break;
    default: code(ParcelCode::None); break;
  }
  return true;
}

// Reads the in-place forms back; false: the bytes hold something else. They were checked before.
bool load_in_place(std::string_view bytes, sl_parcel& p) {
  if (bytes.size() < 3 || static_cast<uint8_t>(bytes[0]) != kParcelVersion) return false;
  ParcelCursor in{bytes.data() + 3, bytes.data() + bytes.size()};
  auto word = [&] {
    uint64_t bits = 0;
    for (size_t i = 0; i < 8 && i < in.left(); ++i) bits |= static_cast<uint64_t>(static_cast<uint8_t>(in.at[i])) << (8 * i);
    return bits;
  };
  switch (static_cast<ParcelCode>(bytes[2])) {
    case ParcelCode::None: p.scalar = Value::none(); return true;
    case ParcelCode::False: p.scalar = Value::boolean(false); return true;
    case ParcelCode::True: p.scalar = Value::boolean(true); return true;
    case ParcelCode::Int: p.scalar = {kInt, word()}; return true;
    case ParcelCode::SmallInt: {
      uint64_t z = in.varint_unchecked();
      p.scalar = Value::integer(static_cast<int64_t>(z >> 1) ^ -static_cast<int64_t>(z & 1));
      return true;
    }
    case ParcelCode::Float: p.scalar = {kFloat, word()}; return true;
    case ParcelCode::Ascii:
    case ParcelCode::Text: {
      uint64_t size = in.varint_unchecked();
      if (static_cast<ParcelCode>(bytes[2]) == ParcelCode::Text) in.varint_unchecked();
      p.text = std::make_shared<const std::string>(in.at, size);
      return true;
    }
    default: return false;
  }
}

sl_status pack(sl_env* e, sl_value v, const char* what, sl_parcel** out) {
  *out = new_parcel(env_of(e).vm, from_abi(v), what ? what : "value");
  return status(*out);
}
sl_status unpack(sl_env* e, const sl_parcel* p, sl_value* out) { return give(env_of(e).vm, open_parcel(env_of(e).vm, p), out); }

void parcel_retain(sl_parcel* p) { p->count.fetch_add(1, std::memory_order_relaxed); }
void parcel_free(sl_parcel* p) {
  if (p && p->count.fetch_sub(1, std::memory_order_acq_rel) == 1) delete p;
}
size_t parcel_size(const sl_parcel* p) { return sizeof *p + (p->data ? p->data->size() : p->text ? p->text->size() : 0); }

sl_parcel* parcel_new(sl_value v) {
  auto* p = new sl_parcel;
  p->scalar = v.tag == SL_OBJECT || v.tag == SL_UNSET ? Value::none() : from_abi(v);
  return p;
}
sl_parcel* parcel_new_str(sl_str text) {
  auto* p = new sl_parcel;
  p->text = std::make_shared<const std::string>(view(text));
  return p;
}
int parcel_scalar(const sl_parcel* p, sl_value* out) {
  if (!p || p->data || p->text) return 0;
  *out = to_abi(p->scalar);
  return 1;
}
int parcel_equal(const sl_parcel* a, const sl_parcel* b) {
  if (a == b) return 1;
  if (!a || !b) return 0;
  if (a->data && b->data) {
    std::string x, y;
    return a->data == b->data || (a->data->save(&x) && b->data->save(&y) && x == y);
  }
  if (a->data || b->data) return 0;
  if (a->text && b->text) return *a->text == *b->text;
  return !a->text && !b->text && a->scalar.same(b->scalar);
}

sl_status parcel_save(const sl_parcel* p, void (*sink)(void*, sl_str), void* data) {
  std::string bytes;
  if (!p || !save(p, &bytes)) return SL_RAISED;
  sink(data, to_abi(bytes));
  return SL_OK;
}
sl_status parcel_load(sl_str bytes, sl_parcel** out) {
  auto data = Parcel::load(view(bytes));  // checks
  if (!data) return SL_RAISED;
  auto p = std::make_unique<sl_parcel>();
  if (!load_in_place(view(bytes), *p)) p->data = std::move(data);
  *out = p.release();
  return SL_OK;
}

// ---- carriers ---------------------------------------------------------------------------------

sl_status function_pack(sl_env* e, sl_value fn, sl_carrier** out) {
  auto data = Carrier::pack(env_of(e).vm, from_abi(fn));
  if (!data) return SL_RAISED;
  *out = new sl_carrier{{1}, std::move(data)};
  return SL_OK;
}
sl_status function_unpack(sl_env* e, sl_carrier* c, sl_value* out) { return give(env_of(e).vm, c->data->unpack(env_of(e).vm), out); }
sl_str carrier_name(const sl_carrier* c) { return to_abi(c->data->name()); }
void carrier_retain(sl_carrier* c) { c->count.fetch_add(1, std::memory_order_relaxed); }
void carrier_free(sl_carrier* c) {
  if (c && c->count.fetch_sub(1, std::memory_order_acq_rel) == 1) delete c;
}

// ---- JSON -------------------------------------------------------------------------------------

sl_status json_encode(sl_env* e, sl_value v, void (*sink)(void*, sl_str), void* data) {
  std::string text;
  if (!json_write(env_of(e).vm, from_abi(v), &text)) return SL_RAISED;
  sink(data, to_abi(text));
  return SL_OK;
}
sl_status json_decode(sl_env* e, sl_str text, sl_value* out) { return give(env_of(e).vm, json_parse(env_of(e).vm, view(text)), out); }

}  // namespace

void fill_parcel_functions(sl_host& h) {
  h.pack = pack;
  h.unpack = unpack;
  h.parcel_retain = parcel_retain;
  h.parcel_free = parcel_free;
  h.parcel_size = parcel_size;
  h.parcel_new = parcel_new;
  h.parcel_new_str = parcel_new_str;
  h.parcel_scalar = parcel_scalar;
  h.parcel_equal = parcel_equal;
  h.parcel_save = parcel_save;
  h.parcel_load = parcel_load;
  h.function_pack = function_pack;
  h.function_unpack = function_unpack;
  h.carrier_name = carrier_name;
  h.carrier_retain = carrier_retain;
  h.carrier_free = carrier_free;
  h.json_encode = json_encode;
  h.json_decode = json_decode;
}

}  // namespace sl
