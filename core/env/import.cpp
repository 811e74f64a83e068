// The import statement: native modules, linked-in script modules, then files.
#include <algorithm>

#include "core/env/environment.h"
#include "core/env/environment_impl.h"
#include "core/env/module_cache.h"
#include "core/env/native_modules.h"
#include "core/vm/exceptions.h"
#include "core/vm/file.h"
#include "core/vm/objects.h"
#include "core/vm/types.h"

namespace sl {
namespace {

constexpr size_t kMaxSegments = 32;

std::string quoted(std::string_view name) { return repr_text(name); }

Value raise_import(Vm& vm, Class* type, std::string_view message, std::string_view name) {
  Value e = vm.new_exception(type, message);
  if (e.is_unset()) return e;
  if (!vm.set_attr(e, names().name, vm.str_value(name))) return Value();
  return vm.raise(e);
}

Value raise_missing(Vm& vm, std::string_view name, std::string_view note = {}) {
  return raise_import(vm, errors().ModuleNotFoundError, "No module named " + quoted(name) + std::string(note), name);
}

bool is_below(std::string_view name, std::string_view prefix) { return name.starts_with(prefix) && (name.size() == prefix.size() || name[prefix.size()] == '.'); }

bool is_disabled(const Profile& profile, std::string_view name) {
  for (const std::string& prefix : profile.disabled_modules)
    if (is_below(name, prefix)) return true;
  if (!profile.allowed_modules) return false;
  for (const std::string& prefix : *profile.allowed_modules)
    if (is_below(name, prefix) || is_below(prefix, name)) return false;  // parents of the allowed included
  return true;
}

Str* as_name(Vm& vm, std::string_view text) {
  Str* s = find_interned(text);
  return s ? s : vm.new_str(text);
}

// Takes a module out of sys.modules again when its import fails.
void forget(Vm& vm, Str* name) {
  Value error = vm.take_error();
  dict_delete(vm, vm.modules, Value::object(name));
  vm.clear_error();
  vm.pending = error;
}

// Directories to search: a copy of sys.path when the script has imported sys, else the profile's.
const std::vector<std::string>& search_path(Vm& vm, const Profile& profile, std::vector<std::string>& storage) {
  static Str* const kSys = intern("sys");
  Value sys = dict_get_str(vm.modules, kSys);
  if (profile.sandboxed || !is_kind(sys, Kind::Module)) return profile.library_path;
  Value path = vm.module_get(as<Module>(sys), names().path);
  List* list = path.is_unset() ? nullptr : as_list(path);
  if (!list) return profile.library_path;
  for (uint64_t i = 0; i < list->size; ++i)
    if (Str* s = as_str(list->items[i])) storage.emplace_back(s->view());
  return storage;
}

Value make_namespace(Vm& vm, Str* name, std::string_view directory) {
  static GlobalNames* const kNames = [] {
    auto* n = new GlobalNames;
    n->slot_for(names().__name__);
    n->slot_for(names().__path__);
    return n;
  }();
  Module* m = vm.new_module(name, nullptr, kNames);
  vm.module_set(m, names().__name__, Value::object(name));
  List* path = vm.new_list(1);
  if (!directory.empty()) list_append(vm, path, vm.str_value(directory));
  vm.module_set(m, names().__path__, Value::object(path));
  dict_set_str(vm, vm.modules, name, Value::object(m));
  return Value::object(m);
}

// `package.leaf` for the child module `full`.
bool bind_child(Vm& vm, Value parent, std::string_view full, Value child) {
  std::string_view leaf = full.substr(full.rfind('.') + 1);
  Str* name = intern(leaf);
  if (is_kind(parent, Kind::Module)) {
    vm.module_set(as<Module>(parent), name, child);
    return true;
  }
  return vm.set_attr(parent, name, child);
}

}  // namespace

Value Environment::run_code(Str* name, const std::shared_ptr<ModuleCode>& code, Value file, std::string_view directory) {
  Module* m = vm.new_module(name, code.get(), code->globals.get());
  if (vm.code_units.empty() || vm.code_units.back() != code) vm.code_units.push_back(code);
  std::string_view package = name->view();
  if (!code->is_package) {
    size_t dot = package.rfind('.');
    package = dot == std::string_view::npos ? std::string_view() : package.substr(0, dot);
  }
  vm.module_set(m, names().__name__, Value::object(name));
  vm.module_set(m, names().__file__, file);
  vm.module_set(m, names().__package__, Value::object(package == name->view() ? name : as_name(vm, package)));
  if (code->is_package) {
    List* path = vm.new_list(1);
    if (!directory.empty()) list_append(vm, path, vm.str_value(directory));
    vm.module_set(m, names().__path__, Value::object(path));
  }
  if (profile_->sandboxed) hide_builtins(m);
  dict_set_str(vm, vm.modules, name, Value::object(m));
  m->flags |= kModuleLoading;
  vm.run_module(m);
  m->flags &= static_cast<uint8_t>(~kModuleLoading);
  if (vm.raised()) {
    forget(vm, name);
    return Value();
  }
  // A module may replace itself in sys.modules.
  Value now = dict_get_str(vm.modules, name);
  return now.is_unset() ? Value::object(m) : now;
}

// What the finders a script has put into sys.meta_path make of the name; unset without an exception: nothing.
Value Environment::load_by_finders(Str* name, Value parent) {
  static Str* const kSys = intern("sys");
  static Str* const kFinders = intern("meta_path");
  static Str* const kMachinery = intern("importlib.machinery");
  Value sys = dict_get_str(vm.modules, kSys);
  Value finders = is_kind(sys, Kind::Module) ? vm.module_get(as<Module>(sys), kFinders) : Value();
  List* list = finders.is_unset() ? nullptr : as_list(finders);
  if (!list || !list->size || asking_finders_) return Value();
  asking_finders_ = true;  // what the machinery itself needs is no affair of theirs
  Value machinery = import_module(vm, kMachinery);
  Value util = machinery.is_unset() ? Value() : import_module(vm, intern("importlib.util"));
  asking_finders_ = false;
  if (util.is_unset()) return Value();
  Value path = parent.is_unset() ? Value() : vm.find_attr(parent, names().__path__);
  Value load = vm.raised() ? Value() : vm.get_attr(machinery, intern("_load_by_finders"));
  if (load.is_unset()) return Value();
  Value found = vm.call(load, {Value::object(name), path.is_unset() ? Value::none() : path});
  return found.is_unset() || found.is_none() ? Value() : found;
}

// Loads one module whose parents are loaded. `wanted` is the whole name being imported.
Value Environment::load_module(Str* name, Module* parent, std::string_view wanted) {
  std::string_view text = name->view();
  if (is_disabled(*profile_, text)) return raise_import(vm, errors().ImportError, "module " + quoted(text) + " is disabled", text);

  const NativeModule* native = find_native_module(name);
  if (native && native->defined()) {
    Module* m = make_native_module(vm, *native);
    dict_set_str(vm, vm.modules, name, Value::object(m));
    if (!fill_native_module(vm, m, *native, profile_->sandboxed)) {
      forget(vm, name);
      return Value();
    }
    // Sub-modules of a native package are attributes from the start.
    for (const std::string& child : native->children()) {
      if (is_disabled(*profile_, child) || why_module_unavailable(child)) continue;
      Str* child_name = intern(child);
      Value loaded = dict_get_str(vm.modules, child_name);
      if (loaded.is_unset()) loaded = load_module(child_name, m, child);
      if (loaded.is_unset()) {
        forget(vm, name);
        return Value();
      }
      bind_child(vm, Value::object(m), child, loaded);
    }
    return Value::object(m);
  }
  if (const std::string* reason = why_module_unavailable(text)) return raise_import(vm, errors().ImportError, *reason, text);

  std::string dotted(text);
  if (auto code = find_script_module(dotted)) return run_code(name, code, Value::object(make_shared_str(code->path)), {});
  if (const Diagnostic* error = script_module_error(dotted)) return raise_syntax_error(vm, *error, "<stdlib>/" + dotted + ".py");
  if (native) return make_namespace(vm, name, {});

  std::vector<std::string> storage;
  flush_pending_files(vm);  // a module the script has just written
  const std::vector<std::string>& directories = search_path(vm, *profile_, storage);
  bool dialect = profile_->scriptling_dialect, dev = profile_->dev;
  std::shared_ptr<const ModuleFile> file;
  if (parent) {
    // A package may have moved its __path__.
    Value path = vm.module_get(parent, names().__path__);
    if (List* list = path.is_unset() ? nullptr : as_list(path)) {
      std::vector<std::string> own;
      for (uint64_t i = 0; i < list->size; ++i)
        if (Str* s = as_str(list->items[i])) own.emplace_back(s->view());
      if (!own.empty()) file = locate_module(text.substr(text.rfind('.') + 1), own, dialect, dev);
    }
  }
  if (!file) file = locate_module(text, directories, dialect, dev);
  if (file) {
    if (!file->code) return raise_syntax_error(vm, file->errors.front(), file->path);
    return run_code(name, file->code, Value::object(file->file_str), file->directory);
  }
  std::string directory = locate_namespace(text, directories);
  if (!directory.empty()) return make_namespace(vm, name, directory);
  if (wanted.size() > text.size() && locate_module(wanted, directories, dialect, dev)) return make_namespace(vm, name, {});  // a.b.py
  const NativeModule* around = parent ? find_native_module(parent->name) : nullptr;
  if (parent && vm.module_get(parent, names().__path__).is_unset() && (!around || around->children().empty())) {
    std::string_view package = text.substr(0, text.rfind('.'));
    return raise_missing(vm, text, "; " + quoted(package) + " is not a package");
  }
  return raise_missing(vm, text);
}

Value Environment::import_module(Vm&, Str* name) {
  Value found = dict_get_str(vm.modules, name);
  if (!found.is_unset()) {
    if (found.is_none()) return raise_import(vm, errors().ModuleNotFoundError, "import of " + std::string(name->view()) + " halted; None in sys.modules", name->view());
    return found;
  }
  std::string wanted(name->view());
  if (wanted.empty()) return vm.raise_value("Empty module name");
  if (static_cast<size_t>(std::count(wanted.begin(), wanted.end(), '.')) >= kMaxSegments)
    return raise_import(vm, errors().ImportError, "module name " + quoted(wanted) + " has too many parts", wanted);
  NativeDepth depth(vm);
  if (!depth.ok) return Value();

  Value parent;
  for (size_t end = 0; end < wanted.size();) {
    end = std::min(wanted.find('.', end + 1), wanted.size());
    if (wanted[0] == '.') return raise_missing(vm, wanted.substr(0, end));  // no package has that name
    bool last = end == wanted.size();
    Str* part = last ? name : as_name(vm, std::string_view(wanted).substr(0, end));
    Value v = dict_get_str(vm.modules, part);
    if (v.is_unset()) {
      Module* package = is_kind(parent, Kind::Module) ? as<Module>(parent) : nullptr;
      v = load_by_finders(part, parent);
      if (vm.raised()) return Value();
      if (v.is_unset()) v = load_module(part, package, wanted);
      if (v.is_unset()) return v;
      if (!parent.is_unset() && !bind_child(vm, parent, part->view(), v)) return Value();
    }
    parent = v;
  }
  return parent;
}

}  // namespace sl
