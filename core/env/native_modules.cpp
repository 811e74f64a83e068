#include "core/env/native_modules.h"

#include <map>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <unordered_map>
#include <utility>

#include "core/env/module_cache.h"
#include "core/lang/compile.h"
#include "core/vm/objects.h"
#include "core/vm/types.h"

namespace sl {
namespace {

struct ScriptModule {
  std::string_view source;
  std::once_flag once;
  std::shared_ptr<ModuleCode> code;
  std::optional<Diagnostic> error;
};

struct Registry {
  std::map<std::string, std::unique_ptr<NativeModule>, std::less<>> modules;
  std::unordered_map<const Str*, NativeModule*> by_name;
  std::map<std::string, ScriptModule, std::less<>> scripts;
  std::map<std::string, std::string, std::less<>> unavailable;
  bool frozen = false;
  std::string deferred_root;
  std::function<void()> deferred;
};

Registry& registry() {
  static Registry* r = new Registry;  // outlives every thread that may still import
  return *r;
}

std::string_view parent_of(std::string_view dotted) {
  size_t dot = dotted.rfind('.');
  return dot == std::string_view::npos ? std::string_view() : dotted.substr(0, dot);
}

const std::string kNobody;

}  // namespace

void NativeModule::start(std::string_view dotted) {
  name_ = dotted;
  name_str_ = intern(dotted);
  add("__name__", Value::object(name_str_));
}

uint32_t NativeModule::slot_for_new(std::string_view attribute, std::string_view owner, bool unsafe) {
  uint32_t slot = names_->slot_for(intern(attribute));
  if (slot >= values_.size()) {
    values_.resize(slot + 1);
    members_.resize(slot + 1);
  }
  members_[slot] = Member{std::string(owner), unsafe, nullptr};
  if (unsafe) unsafe_.push_back(slot);
  return slot;
}

bool NativeModule::has(std::string_view attribute) const {
  Str* name = find_interned(attribute);
  int32_t slot = name ? names_->find(name) : -1;
  return slot >= 0 && (!values_[slot].is_unset() || members_[slot].make);
}

bool NativeModule::add(std::string_view attribute, Value shared, std::string_view owner, bool unsafe) {
  if (has(attribute)) return false;
  values_[slot_for_new(attribute, owner, unsafe)] = shared;
  return true;
}

bool NativeModule::add_constant(std::string_view attribute, Make make, std::string_view owner, bool unsafe) {
  if (has(attribute)) return false;
  uint32_t slot = slot_for_new(attribute, owner, unsafe);
  members_[slot].make = std::move(make);
  made_.push_back(slot);
  return true;
}

const std::string& NativeModule::owner_of(std::string_view attribute) const {
  Str* name = find_interned(attribute);
  int32_t slot = name ? names_->find(name) : -1;
  return slot >= 0 ? members_[slot].owner : kNobody;
}

void NativeModule::remove_owned_by(std::string_view owner) {
  for (uint32_t slot = 0; slot < members_.size(); ++slot) {
    if (members_[slot].owner != owner) continue;
    values_[slot] = Value();
    members_[slot] = Member{};
    std::erase(made_, slot);
    std::erase(unsafe_, slot);
  }
}

void note_child(std::string_view dotted) {
  std::string_view parent = parent_of(dotted);
  if (parent.empty()) return;
  Registry& r = registry();
  auto it = r.modules.find(parent);
  if (it == r.modules.end()) {
    auto made = std::make_unique<NativeModule>();
    made->start(parent);
    r.by_name[made->name_str_] = made.get();
    it = r.modules.emplace(std::string(parent), std::move(made)).first;
    note_child(parent);
  }
  auto& children = it->second->children_;
  for (const std::string& c : children)
    if (c == dotted) return;
  children.emplace_back(dotted);
}

NativeModule& native_module(std::string_view dotted, std::string_view doc) {
  Registry& r = registry();
  auto it = r.modules.find(dotted);
  if (it == r.modules.end()) {
    if (r.frozen) throw std::logic_error("module " + std::string(dotted) + " defined after start-up");
    auto made = std::make_unique<NativeModule>();
    made->start(dotted);
    r.by_name[made->name_str_] = made.get();
    it = r.modules.emplace(std::string(dotted), std::move(made)).first;
  }
  NativeModule& m = *it->second;
  if (!m.defined_) {
    m.defined_ = true;
    note_child(dotted);
  }
  if (!doc.empty() && m.doc_.empty()) {
    m.doc_ = doc;
    m.add("__doc__", Value::object(make_shared_str(doc)));
  }
  return m;
}

NativeModule* find_native_module(std::string_view dotted) {
  Registry& r = registry();
  auto it = r.modules.find(dotted);
  return it == r.modules.end() ? nullptr : it->second.get();
}

const NativeModule* find_native_module(const Str* name) {
  Registry& r = registry();
  if (r.deferred && name->view().starts_with(r.deferred_root)) std::exchange(r.deferred, nullptr)();
  if (!name->interned()) return find_native_module(name->view());
  auto it = r.by_name.find(name);
  return it == r.by_name.end() ? nullptr : it->second;
}

void for_each_native_module(const std::function<void(NativeModule&)>& visit) {
  for (auto& [name, m] : registry().modules)
    if (m->defined()) visit(*m);
}

void set_module_unavailable(std::string_view dotted, std::string reason) { registry().unavailable[std::string(dotted)] = std::move(reason); }

const std::string* why_module_unavailable(std::string_view dotted) {
  const auto& table = registry().unavailable;
  if (table.empty()) return nullptr;
  for (; !dotted.empty(); dotted = parent_of(dotted)) {
    auto it = table.find(dotted);
    if (it != table.end()) return &it->second;
  }
  return nullptr;
}

void defer_modules(std::string_view root, std::function<void()> load) {
  registry().deferred_root = root;
  registry().deferred = std::move(load);
}

void freeze_native_modules() { registry().frozen = true; }

void define_module(const ModuleDef& def) {
  NativeModule& m = native_module(def.name, def.doc ? def.doc : "");
  auto refuse = [&](std::string_view name) { throw std::logic_error("module " + m.name() + " defines " + std::string(name) + " twice"); };
  for (const MethodDef& f : def.functions) {
    Native* native = define_native(f, nullptr, m.name().c_str());
    if (!m.add(native->name->view(), Value::object(native), {}, f.flags & kNativeUnsafe)) refuse(native->name->view());
  }
  for (Class* c : def.classes)
    if (!m.add(c->qualname->view(), Value::object(c))) refuse(c->qualname->view());
  for (const ConstantDef& c : def.constants)
    if (!m.add_constant(c.name, c.make)) refuse(c.name);
}

void define_alias(std::string_view module, std::string_view alias, std::string_view name) {
  NativeModule& m = native_module(module);
  for (size_t i = 0; i < m.size(); ++i)
    if (m.member_name(i)->view() == name) {
      m.add(alias, m.member_value(i), m.member(i).owner, m.member(i).unsafe);
      return;
    }
}

void define_all(std::string_view module) {
  NativeModule& m = native_module(module);
  std::vector<Str*> public_names;
  for (size_t i = 0; i < m.size(); ++i)
    if (!m.member_name(i)->view().starts_with('_')) public_names.push_back(m.member_name(i));
  m.add_constant("__all__", [public_names](Vm& vm) {
    List* names = vm.new_list(public_names.size());
    for (Str* name : public_names) list_append(vm, names, Value::object(name));
    return Value::object(names);
  });
}

void define_script_module(const char* name, std::string_view source) {
  registry().scripts[name].source = source;
  note_child(name);
}

std::vector<std::string> script_module_names() {
  std::vector<std::string> names;
  for (const auto& [name, m] : registry().scripts) names.push_back(name);
  return names;
}

std::shared_ptr<ModuleCode> find_script_module(const std::string& dotted) {
  Registry& r = registry();
  auto it = r.scripts.find(dotted);
  if (it == r.scripts.end()) return nullptr;
  ScriptModule& m = it->second;
  std::call_once(m.once, [&] {
    CompileOptions options;
    options.path = "<stdlib>/" + dotted + ".py";
    CompileResult result = compile_source(m.source, options);
    if (!result.module) {
      m.error = result.errors.front();
      return;
    }
    auto package = r.modules.find(dotted);
    result.module->is_package = package != r.modules.end() && !package->second->children().empty();
    m.code = std::move(result.module);
  });
  return m.code;
}

const Diagnostic* script_module_error(const std::string& dotted) {
  Registry& r = registry();
  auto it = r.scripts.find(dotted);
  return it != r.scripts.end() && it->second.error ? &*it->second.error : nullptr;
}

Module* make_native_module(Vm& vm, const NativeModule& module) {
  Module* m = vm.new_module(module.name_str_, nullptr, module.names_.get());
  if (module.name() == "builtins") m->flags |= kModuleBuiltins;
  return m;
}

bool fill_native_module(Vm& vm, Module* target, const NativeModule& module, bool sandboxed) {
  for (size_t i = 0; i < module.values_.size(); ++i)
    if (!module.values_[i].is_unset()) target->slots[i] = module.values_[i];
  if (sandboxed)
    for (uint32_t slot : module.unsafe_) target->slots[slot] = Value();
  for (uint32_t slot : module.made_) {
    if (sandboxed && module.members_[slot].unsafe) continue;
    Value v = module.members_[slot].make(vm);
    if (v.is_unset()) return false;
    target->slots[slot] = v;
  }
  return true;
}

}  // namespace sl
