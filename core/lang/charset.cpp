#include "core/lang/charset.h"

#include <iconv.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "core/lang/compile.h"

namespace sl {

namespace {

struct Alias {
  std::string_view alias;
  const char* charset;
};

// Names that do not follow from the patterns below: Python's, then iconv's.
constexpr Alias kAliases[] = {
    {"ansi", "CP1252"},
    {"arabic", "ISO-8859-6"},
    {"big5", "BIG5"},
    {"big5_hkscs", "BIG5-HKSCS"},
    {"big5_tw", "BIG5"},
    {"big5hkscs", "BIG5-HKSCS"},
    {"chinese", "EUC-CN"},
    {"csbig5", "BIG5"},
    {"csiso2022jp", "ISO-2022-JP"},
    {"csshiftjis", "SHIFT_JIS"},
    {"cyrillic", "ISO-8859-5"},
    {"euc_cn", "EUC-CN"},
    {"euc_jis_2004", "EUC-JISX0213"},
    {"euc_jisx0213", "EUC-JISX0213"},
    {"euc_jp", "EUC-JP"},
    {"euc_kr", "EUC-KR"},
    {"euccn", "EUC-CN"},
    {"eucgb2312_cn", "EUC-CN"},
    {"eucjp", "EUC-JP"},
    {"euckr", "EUC-KR"},
    {"gb18030", "GB18030"},
    {"gb18030_2000", "GB18030"},
    {"gb2312", "EUC-CN"},
    {"gb2312_80", "EUC-CN"},
    {"gbk", "GBK"},
    {"greek", "ISO-8859-7"},
    {"hebrew", "ISO-8859-8"},
    {"hkscs", "BIG5-HKSCS"},
    {"hp_roman8", "HP-ROMAN8"},
    {"iso2022_jp", "ISO-2022-JP"},
    {"iso2022_kr", "ISO-2022-KR"},
    {"iso2022jp", "ISO-2022-JP"},
    {"iso2022kr", "ISO-2022-KR"},
    {"iso_2022_jp", "ISO-2022-JP"},
    {"iso_2022_kr", "ISO-2022-KR"},
    {"johab", "JOHAB"},
    {"l2", "ISO-8859-2"},
    {"l3", "ISO-8859-3"},
    {"l4", "ISO-8859-4"},
    {"l5", "ISO-8859-9"},
    {"l6", "ISO-8859-10"},
    {"l7", "ISO-8859-13"},
    {"l8", "ISO-8859-14"},
    {"l9", "ISO-8859-15"},
    {"koi8_r", "KOI8-R"},
    {"koi8_t", "KOI8-T"},
    {"koi8_u", "KOI8-U"},
    {"korean", "EUC-KR"},
    {"ks_c_5601", "EUC-KR"},
    {"ksc5601", "EUC-KR"},
    {"kz1048", "RK1048"},
    {"latin2", "ISO-8859-2"},
    {"latin3", "ISO-8859-3"},
    {"latin4", "ISO-8859-4"},
    {"latin5", "ISO-8859-9"},
    {"latin6", "ISO-8859-10"},
    {"latin7", "ISO-8859-13"},
    {"latin8", "ISO-8859-14"},
    {"latin9", "ISO-8859-15"},
    {"latin10", "ISO-8859-16"},
    {"mac_cyrillic", "MAC-CYRILLIC"},
    {"mac_roman", "MACINTOSH"},
    {"macintosh", "MACINTOSH"},
    {"macroman", "MACINTOSH"},
    {"ms_kanji", "CP932"},
    {"mskanji", "CP932"},
    {"ptcp154", "PT154"},
    {"s_jis", "SHIFT_JIS"},
    {"shift_jis", "SHIFT_JIS"},
    {"shift_jis_2004", "SHIFT_JISX0213"},
    {"shift_jisx0213", "SHIFT_JISX0213"},
    {"shiftjis", "SHIFT_JIS"},
    {"sjis", "SHIFT_JIS"},
    {"tis620", "TIS-620"},
    {"tis_620", "TIS-620"},
    {"u7", "UTF-7"},
    {"u_jis", "EUC-JP"},
    {"ujis", "EUC-JP"},
    {"uhc", "UHC"},
    {"utf7", "UTF-7"},
    {"utf_7", "UTF-7"},
    {"windows_31j", "CP932"},
};

// Numbers of code pages iconv and Python both know.
constexpr int kPages[] = {37,  273, 424, 437, 500, 737, 775,  850,  852,  855,  856,  857,  858,  860,  861,  862,  863,  864,  865,  866,
                          869, 874, 932, 936, 949, 950, 1006, 1026, 1125, 1140, 1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258, 1361};

std::string cookie_of(std::string_view line) {
  size_t at = line.find_first_not_of(" \t\f");
  if (at == line.npos || line[at] != '#') return {};
  for (at = line.find("coding", at); at != line.npos; at = line.find("coding", at + 1)) {
    size_t mark = at + 6;
    if (mark >= line.size() || (line[mark] != ':' && line[mark] != '=')) continue;
    size_t start = line.find_first_not_of(" \t", mark + 1);
    size_t end = start;
    while (end < line.size() && (std::isalnum(static_cast<unsigned char>(line[end])) || line[end] == '-' || line[end] == '_' || line[end] == '.')) ++end;
    if (start != line.npos && end > start) return std::string(line.substr(start, end - start));
  }
  return {};
}

bool is_blank_or_comment(std::string_view line) {
  size_t at = line.find_first_not_of(" \t\f");
  return at == line.npos || line[at] == '#' || line[at] == '\r';
}

bool all_ascii(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

}  // namespace

std::string normal_encoding_name(std::string_view name) {
  std::string normal;
  bool gap = false;
  for (char c : name.substr(0, 64)) {
    char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    bool keep = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9') || lower == '.';
    if (keep && gap && !normal.empty()) normal += '_';
    if (keep)
      normal += lower;
    else if (static_cast<uint8_t>(c) >= 0x80 || c == 0)
      return {};
    gap = !keep;
  }
  return normal;
}

std::string charset_named(const std::string& name) {
  for (auto& [alias, charset] : kAliases)
    if (alias == name) return charset;
  for (std::string_view prefix : {"iso_8859_", "iso8859_"}) {
    if (!name.starts_with(prefix)) continue;
    std::string part = name.substr(prefix.size());
    if (!part.empty() && part.size() < 3 && part.find_first_not_of("0123456789") == part.npos && part != "12" && part != "0") return "ISO-8859-" + part;
  }
  for (std::string_view prefix : {"cp", "ibm", "windows_", "ms", ""}) {
    std::string_view digits = name;
    if (!digits.starts_with(prefix)) continue;
    digits.remove_prefix(prefix.size());
    if (digits.empty() || digits.size() > 4 || digits.find_first_not_of("0123456789") != digits.npos) continue;
    int page = std::stoi(std::string(digits));
    if (std::find(std::begin(kPages), std::end(kPages), page) == std::end(kPages)) continue;
    return page == 37 ? "CP037" : page == 949 ? "UHC" : page == 1361 ? "JOHAB" : "CP" + std::to_string(page);
  }
  return {};
}

std::string source_encoding(std::string_view bytes) {
  for (int i = 0; i < 2; ++i) {
    size_t end = std::min(bytes.find('\n'), bytes.size());
    std::string_view line = bytes.substr(0, end);
    std::string found = cookie_of(line);
    if (!found.empty()) return found;
    if (!is_blank_or_comment(line) || end == bytes.size()) break;
    bytes.remove_prefix(end + 1);
  }
  return {};
}

bool decode_source(std::string_view bytes, std::string* text, std::string* problem) {
  bool marked = bytes.starts_with("\xEF\xBB\xBF");
  std::string declared = source_encoding(marked ? bytes.substr(3) : bytes);
  std::string name = normal_encoding_name(declared);
  *text = bytes;
  bool utf8 = name.empty() || name == "utf_8" || name == "utf8" || name == "u8" || name.starts_with("utf_8_") || name == "cp65001";
  if (!declared.empty() && name.empty()) return *problem = "unknown encoding: " + declared, false;
  if (utf8) return true;
  bool latin = name.starts_with("latin_1") || name == "latin1" || name == "l1" || name.starts_with("iso_8859_1_") || name == "iso_8859_1" || name == "iso8859_1" ||
               name.starts_with("iso_latin_1");
  if (marked) return *problem = "encoding problem: " + (latin ? "iso-8859-1" : declared) + " with BOM", false;
  if (name == "ascii" || name == "us_ascii" || name == "646") {
    if (all_ascii(bytes)) return true;
    return *problem = "(unicode error) 'ascii' codec can't decode byte: ordinal not in range(128)", false;
  }
  std::string charset = latin ? "ISO-8859-1" : charset_named(name);
  iconv_t state = charset.empty() ? reinterpret_cast<iconv_t>(-1) : iconv_open("UTF-8", charset.c_str());
  if (state == reinterpret_cast<iconv_t>(-1)) return *problem = "unknown encoding: " + declared, false;
  text->clear();
  char chunk[4096];
  char* in = const_cast<char*>(bytes.data());
  size_t left = bytes.size();
  bool ok = true;
  while (left) {
    char* to = chunk;
    size_t room = sizeof chunk;
    ok = iconv(state, &in, &left, &to, &room) != static_cast<size_t>(-1) || errno == E2BIG;
    text->append(chunk, static_cast<size_t>(to - chunk));
    if (!ok) break;
  }
  iconv_close(state);
  if (!ok) *problem = "(unicode error) '" + declared + "' codec can't decode bytes";
  return ok;
}

CompileResult compile_file_text(std::string_view bytes, const CompileOptions& options) {
  std::string text;
  Diagnostic problem;
  if (decode_source(bytes, &text, &problem.message)) return compile_source(text, options);
  CompileResult failed;
  problem.line = problem.end_line = problem.column = problem.end_column = 0;
  failed.errors.push_back(problem);
  return failed;
}

}  // namespace sl
