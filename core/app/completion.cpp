#include "core/app/completion.h"

#include <algorithm>

#include "core/lang/lexer.h"
#include "core/vm/objects.h"
#include "core/vm/types.h"

namespace sl {
namespace {

Value variable(Environment& env, std::string_view name) {
  Str* key = intern(name);
  Value v = env.vm.module_get(env.open_main("<stdin>"), key);
  if (v.is_unset()) {
    int slot = builtin_slot(key);
    if (slot >= 0) v = builtin_value(slot);
  }
  return v;
}

// The object that "a.b.c" names, or unset.
Value resolve(Environment& env, std::string_view path) {
  size_t dot = path.find('.');
  Value v = variable(env, path.substr(0, dot));
  while (dot != path.npos && !v.is_unset()) {
    size_t begin = dot + 1;
    dot = path.find('.', begin);
    v = env.vm.get_attr(v, path.substr(begin, dot == path.npos ? dot : dot - begin));
  }
  env.vm.clear_error();
  return v;
}

std::string call_mark(Environment& env, Value v) { return !v.is_unset() && env.vm.callable(v) ? "(" : ""; }

void attributes(Environment& env, std::string_view object, std::string_view prefix, std::vector<std::string>* out) {
  Value owner = resolve(env, object);
  if (owner.is_unset()) return;
  List* names = attribute_names(env.vm, owner);
  if (!names) return env.vm.clear_error();
  for (uint64_t i = 0; i < names->size; ++i) {
    Str* name = as_str(names->items[i]);
    if (!name || !name->view().starts_with(prefix) || (prefix.empty() && name->view().starts_with('_'))) continue;
    Value v = env.vm.get_attr(owner, name);
    env.vm.clear_error();
    out->push_back(std::string(object) + "." + std::string(name->view()) + call_mark(env, v));
  }
}

void names(Environment& env, std::string_view prefix, std::vector<std::string>* out) {
  List* globals = attribute_names(env.vm, Value::object(env.open_main("<stdin>")));
  std::vector<std::string> all;
  for (uint64_t i = 0; globals && i < globals->size; ++i) all.emplace_back(as_str(globals->items[i])->view());
  env.vm.clear_error();
  for (int slot = 0; slot < builtin_count(); ++slot) all.emplace_back(builtin_name(slot)->view());
  for (const std::string& name : all)
    if (name.starts_with(prefix)) out->push_back(name + call_mark(env, variable(env, name)));
  for (std::string_view word : syntax::keywords())
    if (word.starts_with(prefix)) out->emplace_back(word);
}

}  // namespace

std::vector<std::string> complete(Environment& env, std::string_view text) {
  std::vector<std::string> found;
  size_t dot = text.rfind('.');
  if (dot != text.npos)
    attributes(env, text.substr(0, dot), text.substr(dot + 1), &found);
  else if (!text.empty())
    names(env, text, &found);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace sl
