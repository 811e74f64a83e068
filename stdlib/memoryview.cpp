// memoryview: a window on the memory of bytes, bytearray or array.array, one dimension. The memory is looked
// up at every access, so a bytearray that shrinks cuts its views short instead of leaving them dangling.
#include <algorithm>
#include <cstring>
#include <memory>

#include "core/vm/bulk.h"
#include "core/vm/containers.h"
#include "core/vm/exports.h"
#include "core/vm/text.h"
#include "stdlib/args.h"
#include "stdlib/array.h"
#include "stdlib/element.h"
#include "stdlib/registry.h"

namespace sl {
namespace {

const char kTag = 0;

struct Window {
  char code = 'B';
  int64_t item = 1, offset = 0, count = 0, stride = 1;  // bytes, except count
  bool readonly = true, released = false, hashed = false;
  int64_t hash = 0;  // kept beyond release()
  bool contiguous() const { return stride == item || count <= 1; }
};

struct View {
  HostObj* o = nullptr;
  Window* w = nullptr;
  std::string_view memory() const {
    Value owner = o->fields[0];
    if (is_kind(owner, Kind::Bytes)) return as<Bytes>(owner)->view();
    if (is_kind(owner, Kind::ByteArray)) return as<ByteArray>(owner)->view();
    return {};
  }
  // Null: the memory is no longer there.
  uint8_t* at(int64_t i) const {
    std::string_view all = memory();
    int64_t from = w->offset + i * w->stride;
    if (from < 0 || from + w->item > static_cast<int64_t>(all.size())) return nullptr;
    return reinterpret_cast<uint8_t*>(const_cast<char*>(all.data())) + from;
  }
};

bool find_view(Value v, View* out);

bool piece(const HostObj* o, std::string_view* out) {
  View v;
  if (!find_view(Value::object(o), &v) || v.w->released || !v.w->contiguous()) return false;
  std::string_view all = v.memory();
  auto size = static_cast<uint64_t>(v.w->count * v.w->item), offset = static_cast<uint64_t>(v.w->offset);
  if (offset + size > all.size()) return false;
  *out = all.substr(offset, size);
  return true;
}

extern const KindOps kViewOps;

// fields {the bytes or bytearray, the object the script gave}
const HostType kViewType = {.name = "memoryview", .release = [](void* data) { delete static_cast<Window*>(data); }, .tag = &kTag, .view = piece, .ops = &kViewOps};

bool find_view(Value v, View* out) {
  if (!is_kind(v, Kind::Host) || as<HostObj>(v)->type->tag != &kTag) return false;
  out->o = as<HostObj>(v);
  out->w = static_cast<Window*>(out->o->data);
  return true;
}

bool self_view(Vm& vm, Value v, View* out) {
  if (!find_view(v, out)) {
    vm.raise_type("descriptor requires a 'memoryview' object but received a '" + type_name_of(vm, v) + "'");
    return false;
  }
  if (!out->w->released) return true;
  vm.raise_value("operation forbidden on released memoryview object");
  return false;
}

Value new_view(Vm& vm, Value owner, Value object, const Window& window) {
  HostObj* o = vm.new_host(types().memoryview, new Window(window), 2);
  o->fields[0] = owner;
  o->fields[1] = object;
  if (is_kind(owner, Kind::ByteArray)) owner.o->flags |= kBytesExported;
  return Value::object(o);
}

Value construct(Vm& vm, Value* args) {
  Value object = args[0], plain = unwrap(object);
  View v;
  if (find_view(plain, &v)) return v.w->released ? vm.raise_value("operation forbidden on released memoryview object") : new_view(vm, v.o->fields[0], v.o->fields[1], *v.w);
  Window w;
  ByteArray* storage;
  if (is_kind(plain, Kind::Bytes)) {
    w.count = static_cast<int64_t>(as<Bytes>(plain)->size);
    return new_view(vm, plain, object, w);
  }
  w.readonly = false;
  if (is_kind(plain, Kind::ByteArray)) {
    w.count = static_cast<int64_t>(as<ByteArray>(plain)->size);
    return new_view(vm, plain, object, w);
  }
  if (array_storage(plain, &storage, &w.code)) {
    w.item = w.stride = static_cast<int64_t>(element_size(w.code));
    w.count = static_cast<int64_t>(storage->size) / w.item;
    return new_view(vm, Value::object(storage), object, w);
  }
  return vm.raise_type("memoryview: a bytes-like object is required, not '" + type_name_of(vm, object) + "'");
}

Value gone(Vm& vm) { return vm.raise(errors().IndexError, "memoryview: the underlying memory has shrunk"); }

Value load(Vm& vm, const View& v, int64_t i) {
  uint8_t* p = v.at(i);
  return p ? element_load(vm, v.w->code, p, static_cast<size_t>(v.w->item)) : gone(vm);
}

bool position(Vm& vm, const View& v, Value key, uint64_t* out) {
  int64_t i;
  if (Tuple* t = as_tuple(key); t && t->size && std::all_of(t->items, t->items + t->size, [](const Value& k) { return is_kind(k, Kind::Slice); }))
    return vm.raise(errors().NotImplementedError, "multi-dimensional slicing is not implemented"), false;
  if (!key.is_int() && !is_integer(unwrap(key)) && vm.find_special(key, names().__index__).is_unset()) return vm.raise_type("memoryview: invalid slice key"), false;
  if (!index_arg(vm, key, &i)) return false;
  if (normalize_index(i, v.w->count, out)) return true;
  vm.raise(errors().IndexError, "index out of bounds on dimension 1");
  return false;
}

bool sliced(Vm& vm, const View& v, Slice* slice, Window* out) {
  int64_t start, stop, step, count;
  if (!slice_indices(vm, slice, v.w->count, &start, &stop, &step, &count)) return false;
  *out = *v.w;
  out->offset += start * v.w->stride;
  out->stride = count > 1 ? v.w->stride * step : v.w->item;
  out->count = count;
  return true;
}

Value getitem(Vm& vm, Value* args) {
  View v;
  if (!self_view(vm, args[0], &v)) return Value();
  if (is_kind(args[1], Kind::Slice)) {
    Window w;
    return sliced(vm, v, as<Slice>(args[1]), &w) ? new_view(vm, v.o->fields[0], v.o->fields[1], w) : Value();
  }
  uint64_t i;
  return position(vm, v, args[1], &i) ? load(vm, v, static_cast<int64_t>(i)) : Value();
}

bool copy_out(Vm& vm, const View& v, std::string* out) {
  if (!vm.check_alloc(static_cast<size_t>(v.w->count * v.w->item))) return false;
  std::string_view whole;
  if (piece(v.o, &whole) && v.w == v.o->data) {
    return append_bulk(vm, out, whole);
  }
  Pace pace(vm);
  for (int64_t i = 0; i < v.w->count; ++i) {
    if (!pace.on()) return false;
    uint8_t* p = v.at(i);
    if (!p) return gone(vm), false;
    out->append(reinterpret_cast<char*>(p), static_cast<size_t>(v.w->item));
  }
  return true;
}

Value setitem(Vm& vm, Value* args) {
  View v;
  if (!self_view(vm, args[0], &v)) return Value();
  if (v.w->readonly) return vm.raise_type("cannot modify read-only memory");
  if (is_kind(args[1], Kind::Slice)) {
    Window w;
    if (!sliced(vm, v, as<Slice>(args[1]), &w)) return Value();
    std::string data;
    std::string_view bytes;
    View other;
    if (find_view(args[2], &other)) {
      if (!copy_out(vm, other, &data)) return Value();
    } else if (bytes_view(args[2], &bytes)) {
      data = bytes;
    } else {
      return vm.raise_type("a bytes-like object is required, not '" + type_name_of(vm, args[2]) + "'");
    }
    if (static_cast<int64_t>(data.size()) != w.count * w.item) return vm.raise_value("memoryview assignment: lvalue and rvalue have different structures");
    View target{v.o, &w};
    Pace pace(vm);
    for (int64_t i = 0; i < w.count; ++i) {
      if (!pace.on()) return Value();
      uint8_t* p = target.at(i);
      if (!p) return gone(vm);
      std::memcpy(p, data.data() + i * w.item, static_cast<size_t>(w.item));
    }
    return Value::none();
  }
  uint64_t i;
  uint8_t item[8];
  if (!position(vm, v, args[1], &i)) return Value();
  switch (element_store(vm, v.w->code, args[2], item, static_cast<size_t>(v.w->item))) {
    case StoreResult::Done: break;
    case StoreResult::Raised: return Value();
    case StoreResult::NotANumber: return vm.raise_type(std::string("memoryview: invalid type for format '") + v.w->code + "'");
    case StoreResult::OutOfRange: return vm.raise_value(std::string("memoryview: invalid value for format '") + v.w->code + "'");
  }
  uint8_t* p = v.at(static_cast<int64_t>(i));
  if (!p) return gone(vm);
  std::memcpy(p, item, static_cast<size_t>(v.w->item));
  return Value::none();
}

Value delitem(Vm& vm, Value*) { return vm.raise_type("cannot delete memory"); }

Value length(Vm& vm, Value* args) {
  View v;
  return self_view(vm, args[0], &v) ? Value::integer(v.w->count) : Value();
}

const KindOps kViewOps = [] {
  KindOps k{};
  k.get_item = [](Vm& vm, Obj* o, Value key) {
    Value args[] = {Value::object(o), key};
    return getitem(vm, args);
  };
  k.set_item = [](Vm& vm, Obj* o, Value key, Value v) {
    Value args[] = {Value::object(o), key, v};
    return !setitem(vm, args).is_unset();
  };
  k.length = [](Vm& vm, Obj* o) {
    Value args[] = {Value::object(o)};
    Value n = length(vm, args);
    return n.is_unset() ? -1 : n.i;
  };
  return k;
}();

Value tobytes(Vm& vm, Value* args) {
  View v;
  std::string out;
  return self_view(vm, args[0], &v) && copy_out(vm, v, &out) ? new_bytes_value(vm, out) : Value();
}

Value tolist(Vm& vm, Value* args) {
  View v;
  if (!self_view(vm, args[0], &v) || !vm.check_alloc(static_cast<size_t>(v.w->count) * sizeof(Value))) return Value();
  List* l = vm.new_list(static_cast<size_t>(v.w->count));
  Pace pace(vm);
  for (int64_t i = 0; i < v.w->count; ++i) {
    Value x = load(vm, v, i);
    if (x.is_unset() || !pace.on()) return Value();
    list_append(vm, l, x);
  }
  return Value::object(l);
}

Value hex(Vm& vm, Value* args) {
  Value bytes = tobytes(vm, args);
  if (bytes.is_unset()) return bytes;
  Value method = vm.get_attr(bytes, "hex");
  return method.is_unset() ? method : vm.call(method, as<Tuple>(args[1])->items, as<Tuple>(args[1])->size);
}

Value cast(Vm& vm, Value* args) {  // format, shape
  View v;
  if (!self_view(vm, args[0], &v)) return Value();
  Str* format = as_str(args[1]);
  if (!format) return vm.raise_type("format argument must be a string");
  std::string_view text = format->view();
  if (text.size() == 2 && text[0] == '@') text.remove_prefix(1);
  size_t size = text.size() == 1 && text[0] != 'u' && text[0] != 'e' ? element_size(text[0]) : 0;
  if (!size) return vm.raise_value("memoryview: destination format must be a native single character format prefixed with an optional '@'");
  if (!v.w->contiguous()) return vm.raise_type("memoryview: casts are restricted to C-contiguous views");
  bool bytes_to_any = std::strchr("Bbc", v.w->code), any_to_bytes = std::strchr("Bbc", text[0]);
  if (!bytes_to_any && !any_to_bytes) return vm.raise_type("memoryview: cannot cast between two non-byte formats");
  int64_t total = v.w->count * v.w->item;
  if (total % static_cast<int64_t>(size)) return vm.raise_type("memoryview: length is not a multiple of itemsize");
  if (!args[2].is_none()) {
    Tuple* shape = as_tuple(args[2]) ? as_tuple(args[2]) : as_list(args[2]) ? vm.to_tuple(args[2]) : nullptr;
    if (!shape || shape->size != 1 || !shape->items[0].is_int() || shape->items[0].i * static_cast<int64_t>(size) != total)
      return vm.raise(errors().NotImplementedError, "memoryview: only views of one dimension are supported");
  }
  Window w = *v.w;
  w.code = text[0];
  w.item = w.stride = static_cast<int64_t>(size);
  w.count = total / w.item;
  return new_view(vm, v.o->fields[0], v.o->fields[1], w);
}

Value toreadonly(Vm& vm, Value* args) {
  View v;
  if (!self_view(vm, args[0], &v)) return Value();
  Window w = *v.w;
  w.readonly = true;
  return new_view(vm, v.o->fields[0], v.o->fields[1], w);
}

Value release(Vm& vm, Value* args) {
  View v;
  if (!find_view(args[0], &v)) return vm.raise_type("descriptor requires a 'memoryview' object");
  v.w->released = true;
  v.o->fields[0] = v.o->fields[1] = Value::none();
  return Value::none();
}

Value enter(Vm& vm, Value* args) {
  View v;
  return self_view(vm, args[0], &v) ? args[0] : Value();
}

enum class Field { Obj, Bytes, Item, Format, Dimensions, Shape, Strides, Suboffsets, ReadOnly, Contiguous };
template <Field field>
Value get(Vm& vm, Value* args) {
  View v;
  if (!self_view(vm, args[0], &v)) return Value();
  switch (field) {
    case Field::Obj: return v.o->fields[1];
    case Field::Bytes: return Value::integer(v.w->count * v.w->item);
    case Field::Item: return Value::integer(v.w->item);
    case Field::Format: return vm.str_value(std::string_view(&v.w->code, 1));
    case Field::Dimensions: return Value::integer(1);
    case Field::Shape: return Value::object(vm.new_tuple({Value::integer(v.w->count)}));
    case Field::Strides: return Value::object(vm.new_tuple({Value::integer(v.w->stride)}));
    case Field::Suboffsets: return Value::object(vm.new_tuple(0));
    case Field::ReadOnly: return Value::boolean(v.w->readonly);
    case Field::Contiguous: return Value::boolean(v.w->contiguous());
  }
  return Value();
}

template <bool negate>
Value equals(Vm& vm, Value* args) {
  View v;
  if (!find_view(args[0], &v)) return vm.raise_type("descriptor requires a 'memoryview' object");
  if (v.w->released) return Value::boolean(args[0].same(args[1]) != negate);
  View other;
  std::string_view bytes;
  Value mine = tolist(vm, args), theirs;
  if (mine.is_unset()) return mine;
  if (find_view(args[1], &other)) {
    if (other.w->released) return Value::boolean(negate);
    theirs = tolist(vm, args + 1);
  } else {
    Value as_view = bytes_view(args[1], &bytes) ? construct(vm, args + 1) : not_implemented();
    if (as_view.is_unset() || is_not_implemented(as_view)) return as_view;
    theirs = tolist(vm, &as_view);
  }
  if (theirs.is_unset()) return theirs;
  int same = vm.equal(mine, theirs);
  return same < 0 ? Value() : Value::boolean(static_cast<bool>(same) != negate);
}

Value hash(Vm& vm, Value* args) {
  View v;
  if (find_view(args[0], &v) && v.w->hashed) return Value::integer(v.w->hash);
  if (!self_view(vm, args[0], &v)) return Value();
  if (!v.w->readonly) return vm.raise_value("cannot hash writable memoryview object");
  Value bytes = tobytes(vm, args);
  uint64_t h;
  if (bytes.is_unset() || !vm.hash(bytes, &h)) return Value();
  v.w->hash = static_cast<int64_t>(h);
  v.w->hashed = true;
  return Value::integer(v.w->hash);
}

Value repr(Vm& vm, Value* args) {
  View v;
  if (!find_view(args[0], &v)) return vm.raise_type("descriptor requires a 'memoryview' object");
  char text[64];
  std::snprintf(text, sizeof text, v.w->released ? "<released memory at %p>" : "<memory at %p>", static_cast<void*>(v.o));
  return vm.str_value(text);
}

// a the view, i the next index
Value next_of_view(Vm& vm, IterObj* it) {
  View v;
  if (!find_view(it->a, &v)) return Value();
  if (v.w->released) return vm.raise_value("operation forbidden on released memoryview object");
  if (it->i >= v.w->count) {
    it->a = Value::none();
    return Value();
  }
  return load(vm, v, it->i++);
}
const IterType kViewIter{"memory_iterator", next_of_view, nullptr, nullptr};

Value iterate(Vm& vm, Value* args) {
  View v;
  return self_view(vm, args[0], &v) ? Value::object(vm.new_iter(kViewIter, args[0])) : Value();
}

const MethodDef kMethods[] = {
    {"tobytes(self, order='C')", tobytes, 0, "Return the data in the buffer as a byte string."},
    {"tolist(self, /)", tolist, 0, "Return the data in the buffer as a list of elements."},
    {"hex(self, /, *args)", hex, 0, "Return the data in the buffer as a str of hexadecimal numbers."},
    {"cast(self, format, shape=None)", cast, 0, "Cast a memoryview to a new format."},
    {"toreadonly(self, /)", toreadonly, 0, "Return a readonly version of the memoryview."},
    {"release(self, /)", release, 0, "Release the underlying buffer exposed by the memoryview object."},
    {"obj", get<Field::Obj>, kNativeGetter, "The underlying object of the memoryview."},
    {"nbytes", get<Field::Bytes>, kNativeGetter},
    {"itemsize", get<Field::Item>, kNativeGetter},
    {"format", get<Field::Format>, kNativeGetter},
    {"ndim", get<Field::Dimensions>, kNativeGetter},
    {"shape", get<Field::Shape>, kNativeGetter},
    {"strides", get<Field::Strides>, kNativeGetter},
    {"suboffsets", get<Field::Suboffsets>, kNativeGetter},
    {"readonly", get<Field::ReadOnly>, kNativeGetter},
    {"contiguous", get<Field::Contiguous>, kNativeGetter},
    {"c_contiguous", get<Field::Contiguous>, kNativeGetter},
    {"f_contiguous", get<Field::Contiguous>, kNativeGetter},
    {"__len__(self, /)", length},
    {"__getitem__(self, key, /)", getitem},
    {"__setitem__(self, key, value, /)", setitem},
    {"__delitem__(self, key, /)", delitem},
    {"__iter__(self, /)", iterate},
    {"__eq__(self, other, /)", equals<false>},
    {"__ne__(self, other, /)", equals<true>},
    {"__hash__(self, /)", hash},
    {"__repr__(self, /)", repr},
    {"__enter__(self, /)", enter},
    {"__exit__(self, /, *args)", release},
};

}  // namespace

void register_memoryview_module() {
  define_iter_type(kViewIter);
  TypeDef def;
  def.name = "memoryview";
  def.payload = Kind::Host;
  def.layout = Layout::Payload;
  def.doc = "Create a new memoryview object which references the given object.";
  def.subclassable = false;
  def.construct_signature = "memoryview(object)";
  def.construct = construct;
  def.host_type = &kViewType;
  def.methods = kMethods;
  types().memoryview = define_type(def);
  define_builtin("memoryview", Value::object(types().memoryview));
}

}  // namespace sl
