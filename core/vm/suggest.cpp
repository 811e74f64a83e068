#include "core/vm/suggest.h"

#include <algorithm>
#include <vector>

#include "core/lang/code.h"
#include "core/vm/class.h"
#include "core/vm/types.h"

namespace sl {
namespace {

// Levenshtein distance with a cost of 2 per edit and 1 for a change of case, as CPython weighs it; stops above `limit`.
size_t distance(std::string_view a, std::string_view b, size_t limit) {
  if (a.size() > 40 || b.size() > 40) return limit + 1;
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j * 2;
  for (size_t i = 0; i < a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = (i + 1) * 2;
    size_t best = row[0];
    for (size_t j = 0; j < b.size(); ++j) {
      size_t substitution = a[i] == b[j] ? 0 : (a[i] ^ b[j]) == 0x20 && std::isalpha(static_cast<unsigned char>(a[i])) ? 1 : 2;
      size_t next = std::min({diagonal + substitution, row[j] + 2, row[j + 1] + 2});
      diagonal = row[j + 1];
      row[j + 1] = next;
      best = std::min(best, next);
    }
    if (best > limit) return limit + 1;
  }
  return row[b.size()];
}

std::string closest(std::string_view wrong, const std::vector<std::string_view>& candidates) {
  std::string best;
  size_t best_distance = SIZE_MAX;
  for (std::string_view c : candidates) {
    if (c == wrong) continue;
    size_t limit = (wrong.size() + c.size() + 3) * 2 / 6;
    limit = std::min(limit, best_distance == SIZE_MAX ? limit : best_distance - 1);
    size_t d = distance(wrong, c, limit);
    if (d > limit) continue;
    best_distance = d;
    best = c;
    if (d == 0) break;
  }
  return best;
}

void add_class_names(std::vector<std::string_view>* out, const Class* c) {
  for (uint32_t m = 0; m < c->mro_count; ++m)
    for (uint32_t i = 0, n = shape_count(c->mro[m]->shape); i < n; ++i) out->push_back(shape_name(c->mro[m]->shape, i)->view());
}

void add_attribute_names(Vm& vm, std::vector<std::string_view>* out, Value v) {
  if (is_kind(v, Kind::Instance)) {
    auto* i = as<Instance>(v);
    if (i->aux != kDictShape)
      for (uint32_t k = 0; k < i->used; ++k) out->push_back(shape_name(i->aux, k)->view());
  }
  if (is_kind(v, Kind::Module)) {
    auto* m = as<Module>(v);
    if (m->names)
      for (size_t k = 0; k < m->names->names.size() && k < m->slot_capacity; ++k)
        if (!m->slots[k].is_unset()) out->push_back(m->names->names[k]->view());
  }
  add_class_names(out, is_kind(v, Kind::Class) ? as<Class>(v) : vm.type_of(v));
}

std::string quoted_name(std::string_view message) {
  size_t a = message.find('\'');
  size_t b = a == std::string_view::npos ? a : message.find('\'', a + 1);
  return b == std::string_view::npos ? std::string() : std::string(message.substr(a + 1, b - a - 1));
}

}  // namespace

namespace {

constexpr size_t kManyNames = 750;  // CPython does not search further

// Built-in functions Python does not have.
bool is_extra(std::string_view name) {
  for (std::string_view extra : {"append", "copy", "items", "keys", "values", "yield_now"})
    if (name == extra) return true;
  return false;
}

std::string among(std::string_view wrong, const std::vector<std::string_view>& candidates) { return candidates.size() >= kManyNames ? std::string() : closest(wrong, candidates); }

std::string among_attributes(Vm& vm, std::string_view wrong, Value v) {
  std::vector<std::string_view> candidates;
  add_attribute_names(vm, &candidates, v);
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  return among(wrong, candidates);
}

// The function's own names come first, then the module's, then the built-in ones.
std::string among_names(std::string_view wrong, const Code& code) {
  std::vector<std::string_view> candidates;
  for (const LocalVar& v : code.locals) candidates.push_back(v.name->view());
  std::string best = among(wrong, candidates);
  if (!best.empty()) return best;
  candidates.clear();
  // A global that only the failing line mentions is no candidate: names in the table equal to `wrong` are skipped.
  for (Str* n : code.module->globals->names) candidates.push_back(n->view());
  best = among(wrong, candidates);
  if (!best.empty()) return best;
  candidates.clear();
  for (int i = 0; i < builtin_count(); ++i)
    if (!is_extra(builtin_name(i)->view())) candidates.push_back(builtin_name(i)->view());
  return among(wrong, candidates);
}

}  // namespace

std::string suggestion_for(Vm& vm, Value exception) {
  ExceptionInstance* e = as_exception(exception);
  if (!e) return {};
  std::string best;
  if (e->cls == errors().AttributeError) {
    Tuple* t = e->value.is_object() ? as_tuple(e->value) : nullptr;
    if (!t || t->size < 2 || !t->items[0].is_object() || !as_str(t->items[0])) return {};
    best = among_attributes(vm, as_str(t->items[0])->view(), t->items[1]);
  } else if (e->cls == errors().NameError && e->traceback && e->traceback->count) {
    Tuple* args = as_tuple(e->args);
    Str* message = args && args->size && args->items[0].is_object() ? as_str(args->items[0]) : nullptr;
    std::string wrong = message ? quoted_name(message->view()) : std::string();
    if (!wrong.empty()) best = among_names(wrong, *e->traceback->entries[0].code);
  }
  return best.empty() ? std::string() : ". Did you mean: '" + best + "'?";
}

std::string syntax_error_location(Vm& vm, Value exception) {
  auto text_attr = [&](std::string_view name) {
    Value v = vm.find_attr(exception, intern(name));
    vm.clear_error();
    return !v.is_unset() && as_str(v) ? std::string(as_str(v)->view()) : std::string();
  };
  auto int_attr = [&](std::string_view name) {
    Value v = vm.find_attr(exception, intern(name));
    vm.clear_error();
    return v.is_int() ? v.i : 0;
  };
  int64_t line = int_attr("lineno"), offset = int_attr("offset");
  if (!line) return {};
  std::string file = text_attr("filename");
  std::string out = "  File \"" + (file.empty() ? "<string>" : file) + "\", line " + std::to_string(line) + "\n";
  std::string text = text_attr("text");
  size_t indent = text.find_first_not_of(" \t\f");
  if (indent == std::string::npos) return out;
  size_t end = text.find_last_not_of(" \t\r\n");
  out += "    " + text.substr(indent, end + 1 - indent) + "\n";
  if (offset > static_cast<int64_t>(indent)) {
    int64_t end_offset = int_attr("end_offset");
    size_t carets = end_offset > offset && int_attr("end_lineno") == line ? static_cast<size_t>(end_offset - offset) : 1;
    out += "    " + std::string(static_cast<size_t>(offset) - 1 - indent, ' ') + std::string(carets, '^') + "\n";
  }
  return out;
}

}  // namespace sl
