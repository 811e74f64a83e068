#include "core/symbols/symbol_table.h"

#include <algorithm>
#include <cstring>
#include <deque>
#include <set>
#include <stdexcept>

#include "core/env/native_modules.h"
#include "core/vm/class.h"
#include "core/vm/frame.h"
#include "core/vm/runtime.h"

namespace sl {
namespace {

bool g_frozen = false;

// HostType::tag of every class that came through the plugin ABI.
const char kAbiClassMark = 0;

// A copy with this host's size of an element of an array a plugin laid out with its own.
template <class T>
T element(const T* array, size_t index, uint32_t stride) {
  T out{};
  std::memcpy(&out, reinterpret_cast<const char*>(array) + index * stride, std::min<size_t>(stride, sizeof(T)));
  return out;
}

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

std::string owner_text(const std::string& owner) { return owner.empty() ? "the core" : "plugin " + owner; }

bool valid_module_name(std::string_view name) {
  bool start = true;
  for (char c : name) {
    bool alpha = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    if (c == '.') {
      if (start) return false;
      start = true;
      continue;
    }
    if (!alpha && (start || c < '0' || c > '9')) return false;
    start = false;
  }
  return !start && !name.empty();
}

// "add(n: int)" to "add(self, n: int)"; a property's bare name becomes "name(self)".
std::string with_self(const std::string& signature) {
  size_t open = signature.find('(');
  if (open == std::string::npos) return signature + "(self)";
  size_t next = signature.find_first_not_of(' ', open + 1);
  bool empty = next != std::string::npos && signature[next] == ')';
  return signature.substr(0, open + 1) + (empty ? "self" : "self, ") + signature.substr(open + 1);
}

const char* keep_text(const std::string& text) { return make_shared_str(text)->data; }

unsigned native_flags(const sl_function& f) { return kNativeAbi | (f.flags & SL_FN_UNSAFE_IN_SANDBOX ? unsigned{kNativeUnsafe} : 0u); }

Value refuse_direct_call(Vm& vm, Value*) { return vm.raise(errors().SystemError, "native function called without its binding"); }

// `keep` lives as long as the process: the call path reads the copy.
Native* make_native(const sl_function& f, const std::string& signature, sl_plugin* plugin, Class* owner, const char* module, unsigned flags) {
  static auto* keep = new std::deque<sl_function>;
  keep->push_back(f);
  MethodDef def;
  def.signature = keep_text(signature);
  def.fn = refuse_direct_call;
  def.flags = native_flags(f) | flags;
  def.doc = f.doc;
  Native* n = define_native(def, owner, module);
  n->abi_function = &keep->back();
  n->abi_state = plugin;
  return n;
}

}  // namespace

const char* symbol_kind_name(SymbolKind kind) noexcept {
  switch (kind) {
    case SymbolKind::Module: return "module";
    case SymbolKind::Function: return "function";
    case SymbolKind::Class: return "class";
    case SymbolKind::Method: return "method";
    case SymbolKind::Property: return "property";
    case SymbolKind::Constant: return "constant";
  }
  return "";
}

const NativeClass* native_class_of(const HostObj* object) noexcept {
  const HostType* type = object->type;
  if (!type || type->tag != &kAbiClassMark) return nullptr;
  return static_cast<const AbiHostType*>(type)->owner;
}

// ---- transactions -------------------------------------------------------------------------------

struct SymbolTransaction::Module {
  std::string name;
  std::string doc;
  std::set<std::string> names;
  std::vector<std::pair<sl_function, std::string>> functions, constants;  // with their names
  std::vector<std::unique_ptr<NativeClass>> classes;
  std::vector<std::vector<sl_function>> methods;  // of each class
};

SymbolTransaction::SymbolTransaction(std::string owner, sl_plugin* plugin) : owner_(std::move(owner)), plugin_(plugin) {}
SymbolTransaction::~SymbolTransaction() = default;

SymbolTransaction::Module& SymbolTransaction::staged(const char* name) {
  for (auto& m : modules_)
    if (m->name == name) return *m;
  modules_.push_back(std::make_unique<Module>());
  modules_.back()->name = name;
  module_names_.emplace_back(name);
  return *modules_.back();
}

std::string SymbolTransaction::claim(Module& module, const char* what, std::string_view name) {
  auto taken = [&](const std::string& by) { return std::string(what) + " " + std::string(name) + " of module " + module.name + " is already defined by " + by; };
  const NativeModule* existing = find_native_module(std::string_view(module.name));
  if (existing && existing->has(name)) return taken(owner_text(existing->owner_of(name)));
  if (existing)
    for (const std::string& child : existing->children())
      if (child == module.name + "." + std::string(name)) return taken("a module of that name");
  if (!module.names.emplace(name).second) return taken("this plugin");
  return {};
}

std::string SymbolTransaction::add(const sl_module& given) {
  if (g_frozen) return "modules are registered in init() only";
  sl_module m{};
  std::memcpy(&m, &given, std::min<size_t>(given.struct_size, sizeof m));
  if (given.struct_size < offsetof(sl_module, constants)) return "sl_module.struct_size is too small";
  if (!m.name || !valid_module_name(m.name)) return "module name " + quoted(m.name ? m.name : "") + " is not a dotted name";
  if ((m.function_count || m.constant_count || m.class_count) && m.function_size < offsetof(sl_function, flags)) return "sl_module.function_size is too small";
  if (m.class_count && m.class_size < offsetof(sl_class, flags)) return "sl_module.class_size is too small";

  Module& into = staged(m.name);
  if (m.doc && into.doc.empty()) into.doc = m.doc;

  auto parse = [](const char* signature, std::string* name) -> std::string {
    if (!signature) return "a function without signature";
    try {
      *name = parse_signature(signature).name->view();
      return {};
    } catch (const std::invalid_argument& e) {
      return e.what();
    }
  };
  auto functions = [&](const sl_function* array, size_t count, const char* what, auto& out) -> std::string {
    for (size_t i = 0; i < count; ++i) {
      sl_function f = element(array, i, m.function_size);
      std::string name;
      if (std::string problem = parse(f.signature, &name); !problem.empty()) return "module " + into.name + ": " + problem;
      if (!f.fn) return std::string(what) + " " + name + " of module " + into.name + " has no code";
      if (std::string problem = claim(into, what, name); !problem.empty()) return problem;
      out.emplace_back(f, name);
    }
    return {};
  };
  if (std::string p = functions(m.functions, m.function_count, "function", into.functions); !p.empty()) return p;
  if (std::string p = functions(m.constants, m.constant_count, "constant", into.constants); !p.empty()) return p;

  for (size_t i = 0; i < m.class_count; ++i) {
    sl_class c = element(m.classes, i, m.class_size);
    if (!c.name) return "module " + into.name + ": a class without name";
    std::string where = "class " + std::string(c.name) + " of module " + into.name;
    if (std::string p = claim(into, "class", c.name); !p.empty()) return p;
    if ((c.flags & SL_CLASS_SHARE) && !c.retain) return where + " is SL_CLASS_SHARE without retain()";
    if (c.fields > 64) return where + " has more than 64 fields";
    std::vector<sl_function> methods;
    std::set<std::string> names;
    for (size_t k = 0; k < c.method_count; ++k) {
      sl_function f = element(c.methods, k, m.function_size);
      std::string name;
      if (std::string p = parse(f.signature, &name); !p.empty()) return where + ": " + p;
      if (!f.fn) return "method " + name + " of " + where + " has no code";
      if (!names.insert((f.flags & SL_FN_SETTER ? "=" : "") + name).second) return "method " + name + " of " + where + " is defined twice";
      methods.push_back(f);
    }
    std::string unused;
    if (c.construct)
      if (std::string p = parse(c.construct->signature, &unused); !p.empty()) return where + ": " + p;
    auto cls = std::make_unique<NativeClass>();
    cls->module = into.name;
    cls->def = c;
    cls->plugin = plugin_;
    cls->owner = owner_;
    into.classes.push_back(std::move(cls));
    into.methods.push_back(std::move(methods));
  }
  return {};
}

namespace {

void define_methods(NativeClass& c, const std::vector<sl_function>& methods, const char* module) {
  std::vector<std::pair<Native*, const sl_function*>> getters;
  for (const sl_function& f : methods) {
    if (f.flags & SL_FN_SETTER) continue;
    bool getter = f.flags & SL_FN_PROPERTY, is_static = f.flags & SL_FN_STATIC;
    unsigned flags = getter ? kNativeGetter : is_static ? kNativeStatic : 0;
    Native* n = make_native(f, is_static ? f.signature : with_self(f.signature), c.plugin, c.cls, module, flags);
    if (getter) getters.emplace_back(n, &f);
    set_class_attribute(c.cls, std::string(n->name->view()).c_str(), Value::object(n));
  }
  for (const sl_function& f : methods) {
    if (!(f.flags & SL_FN_SETTER)) continue;
    Native* setter = make_native(f, with_self(f.signature), c.plugin, c.cls, module, 0);
    for (auto& [getter, def] : getters)
      if (getter->name == setter->name) getter->setter = setter;
  }
}

void define_class(NativeClass& c, const std::vector<sl_function>& methods, const char* module) {
  static_cast<HostType&>(c.host_type) = {c.def.name, c.def.release, c.def.retain, nullptr, (c.def.flags & SL_CLASS_SHARE) != 0, &kAbiClassMark};
  c.host_type.owner = &c;
  TypeDef def;
  def.name = c.def.name;
  def.module = module;
  def.doc = c.def.doc;
  def.subclassable = false;
  def.host_type = &c.host_type;
  c.cls = define_type(def);
  if (c.def.construct) {
    c.cls->construct_native = make_native(*c.def.construct, c.def.construct->signature, c.plugin, nullptr, module, 0);
    c.cls->construct = refuse_direct_call;
  }
  define_methods(c, methods, module);
}

}  // namespace

void SymbolTransaction::commit() {
  static auto* keep = new std::vector<std::unique_ptr<NativeClass>>;
  for (auto& m : modules_) {
    NativeModule& module = native_module(m->name, m->doc);
    const char* name = module.name_str()->data;
    for (auto& [f, symbol] : m->functions) {
      Native* n = make_native(f, f.signature, plugin_, nullptr, name, 0);
      module.add(symbol, Value::object(n), owner_, f.flags & SL_FN_UNSAFE_IN_SANDBOX);
    }
    for (size_t i = 0; i < m->classes.size(); ++i) {
      NativeClass& c = *m->classes[i];
      define_class(c, m->methods[i], name);
      module.add(c.def.name, Value::object(c.cls), owner_);
      classes_.push_back(&c);
      keep->push_back(std::move(m->classes[i]));
    }
    for (auto& [f, symbol] : m->constants) {
      bool call = f.signature && std::strchr(f.signature, '(');
      Native* n = make_native(f, call ? f.signature : std::string(f.signature) + "()", plugin_, nullptr, name, 0);
      module.add_constant(
          symbol, [n](Vm& vm) { return call_abi_native(vm, n, nullptr); }, owner_, f.flags & SL_FN_UNSAFE_IN_SANDBOX);
    }
  }
  modules_.clear();
}

std::vector<NativeClass*> SymbolTransaction::classes() const { return classes_; }

void freeze_symbols() {
  g_frozen = true;
  freeze_native_modules();
}
bool symbols_frozen() noexcept { return g_frozen; }

}  // namespace sl
