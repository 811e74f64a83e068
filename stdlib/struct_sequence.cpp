#include "stdlib/struct_sequence.h"

#include <array>
#include <deque>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/vm/class.h"
#include "core/vm/types.h"
#include "stdlib/args.h"

namespace sl {
namespace {

constexpr size_t kMaxFields = 32;

struct Layouts {
  std::unordered_map<const Class*, std::span<const char* const>> fields;
  std::unordered_map<const Class*, std::string> shown_name;
};
Layouts& layouts() {
  static auto* l = new Layouts;
  return *l;
}

template <size_t I>
Value item(Vm& vm, Value* args) {
  Tuple* t = as_tuple(args[0]);
  return t && I < t->size ? t->items[I] : vm.raise_type("expected a structured tuple, not " + type_name_of(vm, args[0]));
}
template <size_t... I>
constexpr std::array<NativeFn, sizeof...(I)> make_getters(std::index_sequence<I...>) {
  return {item<I>...};
}
constexpr auto kGetters = make_getters(std::make_index_sequence<kMaxFields>());

Value show(Vm& vm, Value* args) {
  Tuple* t = as_tuple(args[0]);
  auto known = layouts().fields.find(vm.type_of(args[0]));
  if (!t || known == layouts().fields.end()) return vm.raise_type("expected a structured tuple, not " + type_name_of(vm, args[0]));
  std::string text = layouts().shown_name[known->first] + "(";
  for (size_t i = 0; i < t->size && i < known->second.size(); ++i) {
    Value r = vm.repr(t->items[i]);
    if (r.is_unset()) return r;
    text.append(i ? ", " : "").append(known->second[i]) += '=';
    text += as_str(r)->view();
  }
  return vm.str_value(text + ")");
}

}  // namespace

Class* define_struct_sequence(const char* name, const char* module, std::span<const char* const> fields, const char* construct_signature, NativeFn construct) {
  static std::deque<std::vector<MethodDef>> kept;
  auto& methods = kept.emplace_back();
  for (size_t i = 0; i < fields.size(); ++i) methods.push_back({fields[i], kGetters[i], kNativeGetter});
  methods.push_back({"__repr__(self, /)", show});
  TypeDef def;
  def.name = name;
  def.module = module;
  def.base = types().tuple;
  def.payload = Kind::Tuple;
  def.construct_signature = construct_signature;
  def.construct = construct;
  def.subclassable = false;
  def.methods = methods;
  Class* cls = define_type(def);
  auto* names = static_cast<Tuple*>(allocate_shared(Kind::Tuple, sizeof(Tuple) + fields.size() * sizeof(Value)));
  names->size = fields.size();
  for (size_t i = 0; i < fields.size(); ++i) names->items[i] = Value::object(intern(fields[i]));
  set_class_attribute(cls, "__match_args__", Value::object(names));
  for (const char* count : {"n_fields", "n_sequence_fields"}) set_class_attribute(cls, count, Value::integer(static_cast<int64_t>(fields.size())));
  set_class_attribute(cls, "n_unnamed_fields", Value::integer(0));
  layouts().fields[cls] = fields;
  layouts().shown_name[cls] = *module ? std::string(module) + "." + name : name;
  return cls;
}

Value new_struct_sequence(Vm& vm, Class* cls, std::initializer_list<Value> items) {
  Tuple* t = vm.new_tuple(items);
  auto* i = static_cast<PayloadInstance*>(vm.new_instance(cls));
  i->payload = Value::object(t);
  return Value::object(i);
}

bool add_hidden_field(Vm& vm, Value sequence, const char* name, Value v) { return instance_store(vm, as<Instance>(sequence), intern(name), v); }

}  // namespace sl
