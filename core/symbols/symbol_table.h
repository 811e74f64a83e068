// The common table of everything scripts can import that is not a file: modules, functions, classes
// and constants, of the core and of plugins. It lies over the native modules of core/env and adds
// transactions, clash messages, listing and the freeze.
//
// Single-threaded until freeze_symbols(); read-only and safe from any thread afterwards.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <scriptling/plugin.h>

#include "core/vm/object.h"

namespace sl {

enum class SymbolKind : uint8_t { Module, Function, Class, Method, Property, Constant };
const char* symbol_kind_name(SymbolKind kind) noexcept;

struct Symbol {
  std::string module;  // dotted
  std::string name;    // "set", "Queue", "Queue.put"; empty for the module itself
  SymbolKind kind;
  std::string signature;  // as declared; empty for modules and constants
  std::string doc;
  std::string owner;    // plugin, or "core"
  bool unsafe = false;  // absent from sandboxes
  bool pure = false, blocks = false;
  std::string dotted() const { return name.empty() ? module : module + "." + name; }
};

// Everything under a dotted prefix (empty: all), sorted by name, hidden names left out.
std::vector<Symbol> list_symbols(std::string_view prefix = {}, bool sandboxed = false);

// A class a plugin registered: what ties script objects to native data.
struct NativeClass;
struct AbiHostType : HostType {
  const NativeClass* owner = nullptr;
};
struct NativeClass {
  std::string module;
  sl_class def;  // a full-size copy
  AbiHostType host_type;
  Class* cls = nullptr;
  sl_plugin* plugin = nullptr;
  std::string owner;
};
// The NativeClass of a host object made by a plugin, or null.
const NativeClass* native_class_of(const HostObj* object) noexcept;

// What one plugin adds, all or nothing. add() checks; nothing is visible before commit().
class SymbolTransaction {
 public:
  SymbolTransaction(std::string owner, sl_plugin* plugin);
  ~SymbolTransaction();
  SymbolTransaction(const SymbolTransaction&) = delete;
  SymbolTransaction& operator=(const SymbolTransaction&) = delete;

  // Empty, or what is wrong: "function set of module scriptling.runtime.kv is already defined by
  // plugin cache".
  std::string add(const sl_module& module);
  // The classes become usable through `classes()` when commit returns.
  void commit();
  const std::vector<std::string>& modules() const noexcept { return module_names_; }
  std::vector<NativeClass*> classes() const;

 private:
  struct Module;
  Module& staged(const char* name);
  std::string claim(Module& module, const char* what, std::string_view name);
  std::string owner_;
  sl_plugin* plugin_;
  std::vector<std::unique_ptr<Module>> modules_;
  std::vector<std::string> module_names_;
  std::vector<NativeClass*> classes_;
};

// No symbol can be added afterwards.
void freeze_symbols();
bool symbols_frozen() noexcept;

}  // namespace sl
