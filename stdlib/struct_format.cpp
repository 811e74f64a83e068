// Formats of the module struct, and those used last.
#include <cstring>
#include <memory>

#include "core/vm/buffers.h"
#include "core/vm/text.h"
#include "stdlib/args.h"
#include "stdlib/element.h"
#include "stdlib/struct_internal.h"

namespace sl::structs {
namespace {

constexpr uint64_t kMaxSize = uint64_t{1} << 40;
Class* error_class;

Store store_of(char code) noexcept {
  if (code == 'd') return Store::Double;
  if (code == 'f') return Store::Float;
  return !element_is_integer(code) ? Store::Other : element_is_signed(code) ? Store::Signed : Store::Unsigned;
}

}  // namespace

bool fail(Vm& vm, const std::string& message) {
  vm.raise(error_class, message);
  return false;
}

Class* define_error() {
  TypeDef error;
  error.name = "error";
  error.module = "struct";
  error.base = errors().Exception;
  error.layout = Layout::Exception;
  return error_class = define_type(error);
}

bool parse(Vm& vm, Value text, Format* f) {
  std::string_view s;
  Str* str = as_str(text);
  if (str)
    s = str->view();
  else if (!bytes_view(text, &s))
    return vm.raise_type("Struct() argument 1 must be a str or bytes object, not " + type_name_of(vm, text)), false;
  if (s.find('\0') != s.npos) return fail(vm, "embedded null character");
  bool standard = false, align = true;
  if (!s.empty() && std::strchr("@=<>!", s[0])) {
    standard = s[0] != '@';
    align = s[0] == '@';
    f->big_endian = s[0] == '>' || s[0] == '!';
    s.remove_prefix(1);
  }
  f->standard = standard;
  for (size_t i = 0; i < s.size(); ++i) {
    char c = s[i];
    if (c == ' ' || (c >= '\t' && c <= '\r')) continue;
    uint64_t count = 1;
    if (c >= '0' && c <= '9') {
      count = 0;
      for (; i < s.size() && s[i] >= '0' && s[i] <= '9'; ++i) {
        count = count * 10 + static_cast<uint64_t>(s[i] - '0');
        if (count > kMaxSize) return fail(vm, "total struct size too long");
      }
      if (i == s.size()) return fail(vm, "repeat count given without format specifier");
      c = s[i];
    }
    bool text_item = c == 's' || c == 'p' || c == 'x';
    size_t size = text_item ? 1 : c == 'u' ? 0 : element_size(c, standard);
    if (!size) return fail(vm, "bad char in struct format");
    if (align && !text_item && f->size % size) f->size += size - f->size % size;
    if (text_item)
      f->items.push_back({c, Store::Other, count, 1, f->size});
    else if (count)
      f->items.push_back({c, store_of(c), count, size, f->size});
    f->size += count * size;
    f->values += c == 'x' ? 0 : c == 's' || c == 'p' ? 1 : count;
    if (f->size > kMaxSize) return fail(vm, "total struct size too long");
  }
  return true;
}

// The last formats used stay parsed, as programs use few over and over.
const Format* find_format(Vm& vm, Value text) {
  struct Cache {
    std::vector<std::pair<std::string, std::unique_ptr<Format>>> known;
    size_t last = 0;
  };
  Cache& cache = local<Cache>(vm);
  Str* s = as_str(text);
  if (s) {
    std::string_view view = s->view();
    if (cache.last < cache.known.size() && cache.known[cache.last].first == view) return cache.known[cache.last].second.get();
    for (size_t i = 0; i < cache.known.size(); ++i) {
      if (cache.known[i].first != view) continue;
      cache.last = i;
      return cache.known[i].second.get();
    }
  }
  auto parsed = std::make_unique<Format>();
  if (!parse(vm, text, parsed.get())) return nullptr;
  if (cache.known.size() >= 32) cache.known.clear();
  cache.last = cache.known.size();
  cache.known.emplace_back(s ? std::string(s->view()) : std::string("\0bytes", 6), std::move(parsed));
  return cache.known.back().second.get();
}

}  // namespace sl::structs
