// The modules that are not files: those written in C++ (built in or from plugins) and those written
// in the script language and linked into the program.
//
// Filled at start-up by define_module / define_script_module and by the plugin host, then frozen:
// everything here is unsynchronised and must be complete before the first environment imports.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/lang/code.h"
#include "core/vm/native.h"

namespace sl {

class Environment;

class NativeModule {
 public:
  using Make = std::function<Value(Vm&)>;  // unset: raised

  struct Member {
    std::string owner;    // plugin that added it, empty for the core
    bool unsafe = false;  // left out in sandboxed environments
    Make make;            // constants: run once per environment, on import
  };

  const std::string& name() const noexcept { return name_; }
  Str* name_str() const noexcept { return name_str_; }
  const std::string& doc() const noexcept { return doc_; }
  // False when only its children are defined: `urllib` of `urllib.parse`.
  bool defined() const noexcept { return defined_; }
  const std::vector<std::string>& children() const noexcept { return children_; }  // dotted names

  // A shared value: Native, Class, interned Str, scalar. False when the name is taken; owner_of tells by whom.
  bool add(std::string_view attribute, Value shared, std::string_view owner = {}, bool unsafe = false);
  // A value made freshly in each environment.
  bool add_constant(std::string_view attribute, Make make, std::string_view owner = {}, bool unsafe = false);
  const std::string& owner_of(std::string_view attribute) const;  // empty: the core, or absent
  bool has(std::string_view attribute) const;
  // Undoes what a failed plugin added.
  void remove_owned_by(std::string_view owner);

  // Members in order of definition; the value is unset for constants.
  size_t size() const noexcept { return members_.size(); }
  Str* member_name(size_t i) const noexcept { return names_->names[i]; }
  Value member_value(size_t i) const noexcept { return values_[i]; }
  const Member& member(size_t i) const noexcept { return members_[i]; }

 private:
  friend NativeModule& native_module(std::string_view dotted, std::string_view doc);
  friend Module* make_native_module(Vm& vm, const NativeModule& module);
  friend bool fill_native_module(Vm& vm, Module* target, const NativeModule& module, bool sandboxed);
  friend void note_child(std::string_view dotted);
  void start(std::string_view dotted);
  uint32_t slot_for_new(std::string_view attribute, std::string_view owner, bool unsafe);

  std::string name_, doc_;
  Str* name_str_ = nullptr;
  bool defined_ = false;
  std::shared_ptr<GlobalNames> names_ = std::make_shared<GlobalNames>();
  std::vector<Value> values_;
  std::vector<Member> members_;
  std::vector<uint32_t> made_;    // slots of constants
  std::vector<uint32_t> unsafe_;  // slots left out in sandboxes
  std::vector<std::string> children_;
};

// Finds or makes a module and, as namespaces, its parents. std::logic_error after the freeze.
NativeModule& native_module(std::string_view dotted, std::string_view doc = {});
NativeModule* find_native_module(std::string_view dotted);  // null: absent
const NativeModule* find_native_module(const Str* name);
void for_each_native_module(const std::function<void(NativeModule&)>& visit);  // by name

// Start-up only: a second name for a member, and __all__ with the public names there are by then.
void define_alias(std::string_view module, std::string_view alias, std::string_view name);
void define_all(std::string_view module);

// Importing this module, or one below it, gives ImportError with this text.
void set_module_unavailable(std::string_view dotted, std::string reason);
const std::string* why_module_unavailable(std::string_view dotted);  // null: nothing known

// Calls `load` before the first lookup of `root` or a module below it, on the importing thread: it may
// define modules although an environment exists. Only while that is the only environment.
void defer_modules(std::string_view root, std::function<void()> load);

std::vector<std::string> script_module_names();
// What keeps a linked-in script module from compiling; null when there is no such module or it is fine.
const struct Diagnostic* script_module_error(const std::string& dotted);
void freeze_native_modules();

// One environment's instance, not yet filled: import.cpp registers it first so that cycles end.
Module* make_native_module(Vm& vm, const NativeModule& module);
bool fill_native_module(Vm& vm, Module* target, const NativeModule& module, bool sandboxed);  // false: raised

}  // namespace sl
