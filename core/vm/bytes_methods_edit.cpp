// bytes and bytearray: padding, stripping, ASCII case, translation, character classes.
#include <algorithm>
#include <array>
#include <optional>

#include "core/vm/bulk.h"
#include "core/vm/bytes_methods.h"
#include "core/vm/text.h"

namespace sl {

namespace {

bool lower_byte(char c) noexcept { return static_cast<unsigned char>(c - 'a') < 26; }
bool upper_byte(char c) noexcept { return static_cast<unsigned char>(c - 'A') < 26; }
bool alpha_byte(char c) noexcept { return lower_byte(c) || upper_byte(c); }
bool digit_byte(char c) noexcept { return static_cast<unsigned char>(c - '0') < 10; }
bool alnum_byte(char c) noexcept { return alpha_byte(c) || digit_byte(c); }
bool space_byte(char c) noexcept { return c == ' ' || (c >= 9 && c <= 13); }
char to_lower(char c) noexcept { return upper_byte(c) ? static_cast<char>(c + 32) : c; }
char to_upper(char c) noexcept { return lower_byte(c) ? static_cast<char>(c - 32) : c; }

template <class Map>
Value map_bytes(Vm& vm, Value* args, Map map) {
  std::string_view data;
  if (!self_bytes(vm, args[0], &data) || !check_text_size(vm, data.size())) return {};
  auto fill = [&](char* out) {
    return in_steps(
        vm, data.size(),
        [&](size_t from, size_t to) {
          for (size_t i = from; i < to; ++i) out[i] = map(i, data[i]);
        },
        4 * kSlowStep);
  };
  if (is_kind(args[0], Kind::Bytes)) {
    auto* made = vm.heap.make<Bytes>(Kind::Bytes, data.size());
    made->size = data.size();
    return fill(reinterpret_cast<char*>(made->data)) ? Value::object(made) : Value();
  }
  std::string out(data.size(), '\0');
  if (!fill(out.data())) return {};
  return new_bytes_like(vm, args[0], out);
}
Value upper(Vm& vm, Value* args) {
  return map_bytes(vm, args, [](size_t, char c) { return to_upper(c); });
}
Value lower(Vm& vm, Value* args) {
  return map_bytes(vm, args, [](size_t, char c) { return to_lower(c); });
}
Value capitalize(Vm& vm, Value* args) {
  return map_bytes(vm, args, [](size_t i, char c) { return i ? to_lower(c) : to_upper(c); });
}
Value swapcase(Vm& vm, Value* args) {
  return map_bytes(vm, args, [](size_t, char c) { return lower_byte(c) ? to_upper(c) : to_lower(c); });
}
Value title(Vm& vm, Value* args) {
  bool in_word = false;
  return map_bytes(vm, args, [&in_word](size_t, char c) {
    char r = in_word ? to_lower(c) : to_upper(c);
    in_word = alpha_byte(c);
    return r;
  });
}

// The first byte that `stops`, or the size; nothing: raised.
template <bool (*Stops)(char) noexcept>
std::optional<size_t> first_byte(Vm& vm, std::string_view data) {
  for (size_t at = 0; at < data.size(); at += 4 * kSlowStep) {
    std::string_view piece = data.substr(at, 4 * kSlowStep);
    auto found = std::find_if(piece.begin(), piece.end(), Stops);
    if (found != piece.end()) return at + static_cast<size_t>(found - piece.begin());
    if (!vm.poll()) return std::nullopt;
  }
  return data.size();
}

template <bool (*Test)(char) noexcept>
bool fails(char c) noexcept {
  return !Test(c);
}
template <bool (*Test)(char) noexcept>
Value every(Vm& vm, Value* args) {
  std::string_view data;
  if (!self_bytes(vm, args[0], &data)) return {};
  auto odd = first_byte<fails<Test>>(vm, data);
  return odd ? Value::boolean(!data.empty() && *odd == data.size()) : Value();
}
template <bool (*Wanted)(char) noexcept, bool (*Other)(char) noexcept>
Value all_cased(Vm& vm, Value* args) {
  std::string_view data;
  if (!self_bytes(vm, args[0], &data)) return {};
  auto other = first_byte<Other>(vm, data);
  if (!other) return {};
  if (*other < data.size()) return Value::boolean(false);
  auto wanted = first_byte<Wanted>(vm, data);
  return wanted ? Value::boolean(*wanted < data.size()) : Value();
}
Value istitle(Vm& vm, Value* args) {
  std::string_view data;
  if (!self_bytes(vm, args[0], &data)) return {};
  bool cased = false, inside = false;
  Pace pace(vm);
  for (char c : data) {
    if (!pace.on()) return {};
    if ((upper_byte(c) && inside) || (lower_byte(c) && !inside)) return Value::boolean(false);
    inside = alpha_byte(c);
    cased = cased || inside;
  }
  return Value::boolean(cased);
}
Value isascii(Vm& vm, Value* args) {
  std::string_view data;
  return self_bytes(vm, args[0], &data) ? Value::boolean(is_ascii(data.data(), data.size())) : Value();
}

Value strip_method(Vm& vm, Value* args, bool left, bool right) {
  std::string_view data, chars;
  if (!self_bytes(vm, args[0], &data)) return {};
  const size_t size = data.size();
  auto strip = [&](auto stripped) {
    while (left && !data.empty() && stripped(data.front())) data.remove_prefix(1);
    while (right && !data.empty() && stripped(data.back())) data.remove_suffix(1);
  };
  if (args[1].is_none())
    strip(space_byte);
  else if (!bytes_arg(vm, args[1], &chars))
    return {};
  else
    strip([chars](char c) { return chars.find(c) != std::string_view::npos; });
  if (data.size() == size && is_kind(args[0], Kind::Bytes)) return args[0];
  return new_bytes_like(vm, args[0], data);
}
Value strip(Vm& vm, Value* args) { return strip_method(vm, args, true, true); }
Value lstrip(Vm& vm, Value* args) { return strip_method(vm, args, true, false); }
Value rstrip(Vm& vm, Value* args) { return strip_method(vm, args, false, true); }

// Self with `left` and `right` times `fill` around it.
Value padded(Vm& vm, Value self, std::string_view data, int64_t left, int64_t right, char fill) {
  if (left + right > static_cast<int64_t>(kMaxTextSize)) return vm.raise_memory();
  uint64_t total = data.size() + static_cast<uint64_t>(left + right);
  if (!check_text_size(vm, 2 * total) || !check_text_size(vm, total)) return {};
  std::string out;
  if (!reserve_bulk(vm, &out, total) || !append_bulk(vm, &out, fill, static_cast<uint64_t>(left)) || !append_bulk(vm, &out, data) ||
      !append_bulk(vm, &out, fill, static_cast<uint64_t>(right)))
    return {};
  return new_bytes_like(vm, self, out);
}

template <int kSide>  // -1 ljust, 0 center, 1 rjust
Value justify(Vm& vm, Value* args) {
  static constexpr const char* kNames[] = {"ljust", "center", "rjust"};
  int64_t width;
  std::string_view fill = " ", data;
  if (!size_arg(vm, args[1], &width)) return {};
  if (!args[2].is_unset() && (!bytes_view(args[2], &fill) || fill.size() != 1))
    return vm.raise_type(std::string(kNames[kSide + 1]) + "() argument 2 must be a byte string of length 1, not " + std::string(type_name(vm, args[2])));
  if (!self_bytes(vm, args[0], &data)) return {};
  auto size = static_cast<int64_t>(data.size());
  int64_t pad = std::max(width, size) - size;
  int64_t left = kSide < 0 ? 0 : kSide > 0 ? pad : pad / 2 + (pad & width & 1);
  return padded(vm, args[0], data, left, pad - left, fill[0]);
}

Value zfill(Vm& vm, Value* args) {
  int64_t width;
  std::string_view data;
  if (!size_arg(vm, args[1], &width) || !self_bytes(vm, args[0], &data)) return {};
  auto size = static_cast<int64_t>(data.size());
  if (width <= size) return new_bytes_like(vm, args[0], data);
  uint64_t zeros = static_cast<uint64_t>(width - size);
  if (zeros > kMaxTextSize) return vm.raise_memory();
  if (!check_text_size(vm, 2 * (data.size() + zeros)) || !check_text_size(vm, data.size() + zeros)) return {};
  bool sign = !data.empty() && (data[0] == '+' || data[0] == '-');
  std::string out(data.substr(0, sign));
  if (!append_bulk(vm, &out, '0', zeros) || !append_bulk(vm, &out, data.substr(sign))) return {};
  return new_bytes_like(vm, args[0], out);
}

Value expandtabs(Vm& vm, Value* args) {
  int64_t size;
  std::string_view data;
  if (!int_arg(vm, args[1], &size) || !self_bytes(vm, args[0], &data)) return {};
  std::string out;
  uint64_t column = 0;
  Pace pace(vm);
  for (char c : data) {
    if (!pace.on()) return {};
    if (c == '\t') {
      uint64_t n = size > 0 ? static_cast<uint64_t>(size) - column % static_cast<uint64_t>(size) : 0;
      if (out.size() + n > kMaxTextSize) return vm.raise(errors().OverflowError, "result too long");
      bool grows = out.size() + n > out.capacity();
      if ((grows && !check_text_size(vm, 2 * (out.size() + n))) || !append_bulk(vm, &out, ' ', n)) return {};
      column += n;
      continue;
    }
    out += c;
    column = c == '\n' || c == '\r' ? 0 : column + 1;
  }
  return new_bytes_like(vm, args[0], out);
}

Value translate(Vm& vm, Value* args) {
  std::string_view data, table, dropped;
  if (!self_bytes(vm, args[0], &data)) return {};
  bool mapped = !args[1].is_none();
  if (mapped && !bytes_arg(vm, args[1], &table)) return {};
  if (mapped && table.size() != 256) return vm.raise_value("translation table must be 256 characters long");
  if (!args[2].is_unset() && !bytes_arg(vm, args[2], &dropped)) return {};
  std::array<bool, 256> drop{};
  for (char c : dropped) drop[static_cast<uint8_t>(c)] = true;
  std::string out(data.size(), '\0');
  size_t n = 0;
  Pace pace(vm);
  for (char c : data) {
    if (!pace.on()) return {};
    auto b = static_cast<uint8_t>(c);
    if (!drop[b]) out[n++] = mapped ? table[b] : c;
  }
  out.resize(n);
  return new_bytes_like(vm, args[0], out);
}

Value maketrans(Vm& vm, Value* args) {
  std::string_view from, to;
  if (!bytes_arg(vm, args[0], &from) || !bytes_arg(vm, args[1], &to)) return {};
  if (from.size() != to.size()) return vm.raise_value("maketrans arguments must have same length");
  std::string table(256, '\0');
  for (size_t i = 0; i < 256; ++i) table[i] = static_cast<char>(i);
  for (size_t i = 0; i < from.size(); ++i) table[static_cast<uint8_t>(from[i])] = to[i];
  return new_bytes_value(vm, table);
}

const MethodDef kMethods[] = {
    {"upper(self, /)", upper, 0, "Return a copy with all ASCII characters converted to uppercase."},
    {"lower(self, /)", lower, 0, "Return a copy with all ASCII characters converted to lowercase."},
    {"capitalize(self, /)", capitalize, 0, "Return a copy with only its first character capitalized (ASCII) and the rest lower-cased."},
    {"swapcase(self, /)", swapcase, 0, "Return a copy with uppercase ASCII characters converted to lowercase and vice versa."},
    {"title(self, /)", title, 0, "Return a titlecased version (ASCII)."},
    {"isalpha(self, /)", every<alpha_byte>, 0, "Return True if all characters are alphabetic (ASCII) and there is at least one."},
    {"isalnum(self, /)", every<alnum_byte>, 0, "Return True if all characters are alphanumeric (ASCII) and there is at least one."},
    {"isdigit(self, /)", every<digit_byte>, 0, "Return True if all characters are digits (ASCII) and there is at least one."},
    {"isspace(self, /)", every<space_byte>, 0, "Return True if all characters are whitespace (ASCII) and there is at least one."},
    {"islower(self, /)", all_cased<lower_byte, upper_byte>, 0, "Return True if all cased characters are lowercase and there is at least one."},
    {"isupper(self, /)", all_cased<upper_byte, lower_byte>, 0, "Return True if all cased characters are uppercase and there is at least one."},
    {"istitle(self, /)", istitle, 0, "Return True if it is a titlecased string and there is at least one character."},
    {"isascii(self, /)", isascii, 0, "Return True if it is empty or all characters are ASCII."},
    {"strip(self, bytes=None, /)", strip, 0, "Strip leading and trailing bytes contained in the argument."},
    {"lstrip(self, bytes=None, /)", lstrip, 0, "Strip leading bytes contained in the argument."},
    {"rstrip(self, bytes=None, /)", rstrip, 0, "Strip trailing bytes contained in the argument."},
    {"ljust(self, width, fillchar=..., /)", justify<-1>, 0, "Return a left-justified copy of length width."},
    {"center(self, width, fillchar=..., /)", justify<0>, 0, "Return a centered copy of length width."},
    {"rjust(self, width, fillchar=..., /)", justify<1>, 0, "Return a right-justified copy of length width."},
    {"zfill(self, width, /)", zfill, 0, "Pad a numeric string with zeros on the left, to fill a field of the given width."},
    {"expandtabs(self, /, tabsize=8)", expandtabs, 0, "Return a copy where all tab characters are expanded using spaces."},
    {"translate(self, table, /, delete=...)", translate, 0, "Return a copy with each character mapped by the given translation table."},
    {"maketrans(frm, to, /)", maketrans, kNativeStatic, "Return a translation table usable for the bytes or bytearray translate method."},
};

}  // namespace

std::span<const MethodDef> bytes_edit_methods() { return kMethods; }

}  // namespace sl
