#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>

#include "core/lang/unicode.h"

namespace sl::syntax {

namespace {

struct Named {
  std::string_view name;
  uint32_t code;
};

constexpr Named kSymbols[] = {
    // sorted by name
    {"ACUTE ACCENT", 0x00B4},
    {"ALMOST EQUAL TO", 0x2248},
    {"AMPERSAND", 0x0026},
    {"ANGSTROM SIGN", 0x212B},
    {"APOSTROPHE", 0x0027},
    {"APPROXIMATELY EQUAL TO", 0x2245},
    {"ASTERISK", 0x002A},
    {"BALLOT X", 0x2717},
    {"BECAUSE", 0x2235},
    {"BLACK CIRCLE", 0x25CF},
    {"BLACK CLUB SUIT", 0x2663},
    {"BLACK DIAMOND SUIT", 0x2666},
    {"BLACK DOWN-POINTING TRIANGLE", 0x25BC},
    {"BLACK HEART SUIT", 0x2665},
    {"BLACK SPADE SUIT", 0x2660},
    {"BLACK SQUARE", 0x25A0},
    {"BLACK STAR", 0x2605},
    {"BLACK SUN WITH RAYS", 0x2600},
    {"BLACK TELEPHONE", 0x260E},
    {"BLACK UP-POINTING TRIANGLE", 0x25B2},
    {"BOX DRAWINGS DOUBLE HORIZONTAL", 0x2550},
    {"BOX DRAWINGS DOUBLE VERTICAL", 0x2551},
    {"BOX DRAWINGS HEAVY HORIZONTAL", 0x2501},
    {"BOX DRAWINGS LIGHT DOWN AND HORIZONTAL", 0x252C},
    {"BOX DRAWINGS LIGHT DOWN AND LEFT", 0x2510},
    {"BOX DRAWINGS LIGHT DOWN AND RIGHT", 0x250C},
    {"BOX DRAWINGS LIGHT HORIZONTAL", 0x2500},
    {"BOX DRAWINGS LIGHT UP AND HORIZONTAL", 0x2534},
    {"BOX DRAWINGS LIGHT UP AND LEFT", 0x2518},
    {"BOX DRAWINGS LIGHT UP AND RIGHT", 0x2514},
    {"BOX DRAWINGS LIGHT VERTICAL", 0x2502},
    {"BOX DRAWINGS LIGHT VERTICAL AND HORIZONTAL", 0x253C},
    {"BOX DRAWINGS LIGHT VERTICAL AND LEFT", 0x2524},
    {"BOX DRAWINGS LIGHT VERTICAL AND RIGHT", 0x251C},
    {"BROKEN BAR", 0x00A6},
    {"BULLET", 0x2022},
    {"CARET", 0x2038},
    {"CEDILLA", 0x00B8},
    {"CENT SIGN", 0x00A2},
    {"CHECK MARK", 0x2713},
    {"CIRCLED MINUS", 0x2296},
    {"CIRCLED PLUS", 0x2295},
    {"CIRCLED TIMES", 0x2297},
    {"CIRCUMFLEX ACCENT", 0x005E},
    {"CLOUD", 0x2601},
    {"COLON", 0x003A},
    {"COMMA", 0x002C},
    {"COMMERCIAL AT", 0x0040},
    {"COMPLEMENT", 0x2201},
    {"CONTAINS AS MEMBER", 0x220B},
    {"COPYRIGHT SIGN", 0x00A9},
    {"CROSS MARK", 0x274C},
    {"CRYING FACE", 0x1F622},
    {"CURRENCY SIGN", 0x00A4},
    {"DAGGER", 0x2020},
    {"DARK SHADE", 0x2593},
    {"DEGREE SIGN", 0x00B0},
    {"DIAERESIS", 0x00A8},
    {"DIVISION SIGN", 0x00F7},
    {"DOLLAR SIGN", 0x0024},
    {"DOT OPERATOR", 0x22C5},
    {"DOUBLE DAGGER", 0x2021},
    {"DOUBLE HIGH-REVERSED-9 QUOTATION MARK", 0x201F},
    {"DOUBLE LOW LINE", 0x2017},
    {"DOUBLE LOW-9 QUOTATION MARK", 0x201E},
    {"DOUBLE PRIME", 0x2033},
    {"DOUBLE VERTICAL LINE", 0x2016},
    {"DOWNWARDS ARROW", 0x2193},
    {"DOWNWARDS ARROW WITH CORNER LEFTWARDS", 0x21B5},
    {"DOWNWARDS DOUBLE ARROW", 0x21D3},
    {"ELEMENT OF", 0x2208},
    {"EM DASH", 0x2014},
    {"EM QUAD", 0x2001},
    {"EM SPACE", 0x2003},
    {"EMPTY SET", 0x2205},
    {"EN DASH", 0x2013},
    {"EN QUAD", 0x2000},
    {"EN SPACE", 0x2002},
    {"EQUALS SIGN", 0x003D},
    {"EURO SIGN", 0x20AC},
    {"EXCLAMATION MARK", 0x0021},
    {"FACE WITH TEARS OF JOY", 0x1F602},
    {"FEMININE ORDINAL INDICATOR", 0x00AA},
    {"FIGURE DASH", 0x2012},
    {"FIGURE SPACE", 0x2007},
    {"FIRE", 0x1F525},
    {"FOR ALL", 0x2200},
    {"FOUR-PER-EM SPACE", 0x2005},
    {"FULL BLOCK", 0x2588},
    {"FULL STOP", 0x002E},
    {"GRAVE ACCENT", 0x0060},
    {"GREATER-THAN OR EQUAL TO", 0x2265},
    {"GREATER-THAN SIGN", 0x003E},
    {"GREEK ANO TELEIA", 0x0387},
    {"GREEK QUESTION MARK", 0x037E},
    {"GRINNING FACE", 0x1F600},
    {"GRINNING FACE WITH SMILING EYES", 0x1F601},
    {"HAIR SPACE", 0x200A},
    {"HEAVY BALLOT X", 0x2718},
    {"HEAVY BLACK HEART", 0x2764},
    {"HEAVY CHECK MARK", 0x2714},
    {"HEAVY MULTIPLICATION X", 0x2716},
    {"HEAVY WIDE-HEADED RIGHTWARDS ARROW", 0x2794},
    {"HORIZONTAL BAR", 0x2015},
    {"HORIZONTAL ELLIPSIS", 0x2026},
    {"HYPHEN", 0x2010},
    {"HYPHEN-MINUS", 0x002D},
    {"HYPHENATION POINT", 0x2027},
    {"IDENTICAL TO", 0x2261},
    {"IDEOGRAPHIC COMMA", 0x3001},
    {"IDEOGRAPHIC FULL STOP", 0x3002},
    {"IDEOGRAPHIC SPACE", 0x3000},
    {"INCREMENT", 0x2206},
    {"INDIAN RUPEE SIGN", 0x20B9},
    {"INFINITY", 0x221E},
    {"INTEGRAL", 0x222B},
    {"INTERSECTION", 0x2229},
    {"INVERTED EXCLAMATION MARK", 0x00A1},
    {"INVERTED QUESTION MARK", 0x00BF},
    {"LATIN CAPITAL LETTER I WITH DOT ABOVE", 0x0130},
    {"LATIN CAPITAL LETTER SHARP S", 0x1E9E},
    {"LATIN CAPITAL LIGATURE IJ", 0x0132},
    {"LATIN CAPITAL LIGATURE OE", 0x0152},
    {"LATIN SMALL LETTER LONG S", 0x017F},
    {"LATIN SMALL LIGATURE IJ", 0x0133},
    {"LATIN SMALL LIGATURE OE", 0x0153},
    {"LEFT CEILING", 0x2308},
    {"LEFT CURLY BRACKET", 0x007B},
    {"LEFT DOUBLE QUOTATION MARK", 0x201C},
    {"LEFT FLOOR", 0x230A},
    {"LEFT PARENTHESIS", 0x0028},
    {"LEFT RIGHT ARROW", 0x2194},
    {"LEFT RIGHT DOUBLE ARROW", 0x21D4},
    {"LEFT SINGLE QUOTATION MARK", 0x2018},
    {"LEFT SQUARE BRACKET", 0x005B},
    {"LEFT-POINTING DOUBLE ANGLE QUOTATION MARK", 0x00AB},
    {"LEFTWARDS ARROW", 0x2190},
    {"LEFTWARDS ARROW WITH HOOK", 0x21A9},
    {"LEFTWARDS DOUBLE ARROW", 0x21D0},
    {"LESS-THAN OR EQUAL TO", 0x2264},
    {"LESS-THAN SIGN", 0x003C},
    {"LIGHT SHADE", 0x2591},
    {"LINE SEPARATOR", 0x2028},
    {"LOGICAL AND", 0x2227},
    {"LOGICAL OR", 0x2228},
    {"LOW LINE", 0x005F},
    {"MACRON", 0x00AF},
    {"MANAT SIGN", 0x20BC},
    {"MASCULINE ORDINAL INDICATOR", 0x00BA},
    {"MATHEMATICAL LEFT ANGLE BRACKET", 0x27E8},
    {"MATHEMATICAL RIGHT ANGLE BRACKET", 0x27E9},
    {"MEDIUM SHADE", 0x2592},
    {"MICRO SIGN", 0x00B5},
    {"MIDDLE DOT", 0x00B7},
    {"MINUS SIGN", 0x2212},
    {"MULTIPLICATION SIGN", 0x00D7},
    {"MULTIPLICATION X", 0x2715},
    {"N-ARY COPRODUCT", 0x2210},
    {"N-ARY PRODUCT", 0x220F},
    {"N-ARY SUMMATION", 0x2211},
    {"NABLA", 0x2207},
    {"NARROW NO-BREAK SPACE", 0x202F},
    {"NO-BREAK SPACE", 0x00A0},
    {"NON-BREAKING HYPHEN", 0x2011},
    {"NORDIC MARK SIGN", 0x20BB},
    {"NORTH EAST ARROW", 0x2197},
    {"NORTH WEST ARROW", 0x2196},
    {"NOT A SUBSET OF", 0x2284},
    {"NOT A SUPERSET OF", 0x2285},
    {"NOT AN ELEMENT OF", 0x2209},
    {"NOT EQUAL TO", 0x2260},
    {"NOT SIGN", 0x00AC},
    {"NUMBER SIGN", 0x0023},
    {"OHM SIGN", 0x2126},
    {"ONE DOT LEADER", 0x2024},
    {"OPEN BOX", 0x2423},
    {"PARTIAL DIFFERENTIAL", 0x2202},
    {"PARTY POPPER", 0x1F389},
    {"PER MILLE SIGN", 0x2030},
    {"PER TEN THOUSAND SIGN", 0x2031},
    {"PERCENT SIGN", 0x0025},
    {"PILCROW SIGN", 0x00B6},
    {"PLANCK CONSTANT OVER TWO PI", 0x210F},
    {"PLUS SIGN", 0x002B},
    {"PLUS-MINUS SIGN", 0x00B1},
    {"POUND SIGN", 0x00A3},
    {"PRIME", 0x2032},
    {"PUNCTUATION SPACE", 0x2008},
    {"QUESTION MARK", 0x003F},
    {"QUOTATION MARK", 0x0022},
    {"REGISTERED SIGN", 0x00AE},
    {"REPLACEMENT CHARACTER", 0xFFFD},
    {"RETURN SYMBOL", 0x23CE},
    {"REVERSE SOLIDUS", 0x005C},
    {"REVERSED DOUBLE PRIME", 0x2036},
    {"REVERSED PRIME", 0x2035},
    {"REVERSED TRIPLE PRIME", 0x2037},
    {"RIGHT CEILING", 0x2309},
    {"RIGHT CURLY BRACKET", 0x007D},
    {"RIGHT DOUBLE QUOTATION MARK", 0x201D},
    {"RIGHT FLOOR", 0x230B},
    {"RIGHT PARENTHESIS", 0x0029},
    {"RIGHT SINGLE QUOTATION MARK", 0x2019},
    {"RIGHT SQUARE BRACKET", 0x005D},
    {"RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK", 0x00BB},
    {"RIGHTWARDS ARROW", 0x2192},
    {"RIGHTWARDS ARROW WITH HOOK", 0x21AA},
    {"RIGHTWARDS DOUBLE ARROW", 0x21D2},
    {"ROCKET", 0x1F680},
    {"RUBLE SIGN", 0x20BD},
    {"SCRIPT SMALL L", 0x2113},
    {"SECTION SIGN", 0x00A7},
    {"SEMICOLON", 0x003B},
    {"SINGLE HIGH-REVERSED-9 QUOTATION MARK", 0x201B},
    {"SINGLE LEFT-POINTING ANGLE QUOTATION MARK", 0x2039},
    {"SINGLE LOW-9 QUOTATION MARK", 0x201A},
    {"SINGLE RIGHT-POINTING ANGLE QUOTATION MARK", 0x203A},
    {"SIX-PER-EM SPACE", 0x2006},
    {"SLIGHTLY SMILING FACE", 0x1F642},
    {"SMALL ELEMENT OF", 0x220A},
    {"SMILING FACE WITH HALO", 0x1F607},
    {"SMILING FACE WITH HEART-SHAPED EYES", 0x1F60D},
    {"SMILING FACE WITH HORNS", 0x1F608},
    {"SMILING FACE WITH OPEN MOUTH", 0x1F603},
    {"SMILING FACE WITH OPEN MOUTH AND COLD SWEAT", 0x1F605},
    {"SMILING FACE WITH OPEN MOUTH AND SMILING EYES", 0x1F604},
    {"SMILING FACE WITH OPEN MOUTH AND TIGHTLY-CLOSED EYES", 0x1F606},
    {"SMILING FACE WITH SMILING EYES", 0x1F60A},
    {"SMILING FACE WITH SUNGLASSES", 0x1F60E},
    {"SNAKE", 0x1F40D},
    {"SOFT HYPHEN", 0x00AD},
    {"SOLIDUS", 0x002F},
    {"SOUTH EAST ARROW", 0x2198},
    {"SOUTH WEST ARROW", 0x2199},
    {"SPACE", 0x0020},
    {"SQUARE ROOT", 0x221A},
    {"SUBSET OF", 0x2282},
    {"SUBSET OF OR EQUAL TO", 0x2286},
    {"SUPERSCRIPT FOUR", 0x2074},
    {"SUPERSCRIPT ONE", 0x00B9},
    {"SUPERSCRIPT THREE", 0x00B3},
    {"SUPERSCRIPT TWO", 0x00B2},
    {"SUPERSET OF", 0x2283},
    {"SUPERSET OF OR EQUAL TO", 0x2287},
    {"SYMBOL FOR SUBSTITUTE FORM TWO", 0x2426},
    {"THERE DOES NOT EXIST", 0x2204},
    {"THERE EXISTS", 0x2203},
    {"THEREFORE", 0x2234},
    {"THIN SPACE", 0x2009},
    {"THREE-PER-EM SPACE", 0x2004},
    {"THUMBS DOWN SIGN", 0x1F44E},
    {"THUMBS UP SIGN", 0x1F44D},
    {"TILDE", 0x007E},
    {"TRADE MARK SIGN", 0x2122},
    {"TRIANGULAR BULLET", 0x2023},
    {"TRIPLE PRIME", 0x2034},
    {"TURKISH LIRA SIGN", 0x20BA},
    {"TWO DOT LEADER", 0x2025},
    {"UNION", 0x222A},
    {"UP DOWN ARROW", 0x2195},
    {"UP DOWN DOUBLE ARROW", 0x21D5},
    {"UPPER HALF BLOCK", 0x2580},
    {"UPWARDS ARROW", 0x2191},
    {"UPWARDS DOUBLE ARROW", 0x21D1},
    {"VARIATION SELECTOR-15", 0xFE0E},
    {"VARIATION SELECTOR-16", 0xFE0F},
    {"VERTICAL LINE", 0x007C},
    {"VULGAR FRACTION ONE HALF", 0x00BD},
    {"VULGAR FRACTION ONE QUARTER", 0x00BC},
    {"VULGAR FRACTION THREE QUARTERS", 0x00BE},
    {"WARNING SIGN", 0x26A0},
    {"WHITE CIRCLE", 0x25CB},
    {"WHITE CLUB SUIT", 0x2667},
    {"WHITE DIAMOND SUIT", 0x2662},
    {"WHITE HEART SUIT", 0x2661},
    {"WHITE HEAVY CHECK MARK", 0x2705},
    {"WHITE SPADE SUIT", 0x2664},
    {"WHITE SQUARE", 0x25A1},
    {"WHITE STAR", 0x2606},
    {"WINKING FACE", 0x1F609},
    {"WORD JOINER", 0x2060},
    {"YEN SIGN", 0x00A5},
    {"ZERO WIDTH JOINER", 0x200D},
    {"ZERO WIDTH NO-BREAK SPACE", 0xFEFF},
    {"ZERO WIDTH NON-JOINER", 0x200C},
    {"ZERO WIDTH SPACE", 0x200B},
};

// Small letters that are neither a-z nor one of those with a mark; capitals follow from them.
constexpr Named kLatin[] = {
    {"AE", 0x00E6},
    {"ETH", 0x00F0},
    {"THORN", 0x00FE},
    {"SHARP S", 0x00DF},
    {"DOTLESS I", 0x0131},
    {"O WITH STROKE", 0x00F8},
    {"D WITH STROKE", 0x0111},
    {"L WITH STROKE", 0x0142},
    {"H WITH STROKE", 0x0127},
    {"ENG", 0x014B},
    {"T WITH STROKE", 0x0167},
    {"SCHWA", 0x0259},
};
constexpr Named kGreek[] = {
    {"ALPHA", 0x03B1},   {"BETA", 0x03B2}, {"GAMMA", 0x03B3}, {"DELTA", 0x03B4},       {"EPSILON", 0x03B5}, {"ZETA", 0x03B6}, {"ETA", 0x03B7},
    {"THETA", 0x03B8},   {"IOTA", 0x03B9}, {"KAPPA", 0x03BA}, {"LAMDA", 0x03BB},       {"MU", 0x03BC},      {"NU", 0x03BD},   {"XI", 0x03BE},
    {"OMICRON", 0x03BF}, {"PI", 0x03C0},   {"RHO", 0x03C1},   {"FINAL SIGMA", 0x03C2}, {"SIGMA", 0x03C3},   {"TAU", 0x03C4},  {"UPSILON", 0x03C5},
    {"PHI", 0x03C6},     {"CHI", 0x03C7},  {"PSI", 0x03C8},   {"OMEGA", 0x03C9},
};
constexpr Named kCyrillic[] = {
    {"A", 0x0430},         {"BE", 0x0431},
    {"VE", 0x0432},        {"GHE", 0x0433},
    {"DE", 0x0434},        {"IE", 0x0435},
    {"ZHE", 0x0436},       {"ZE", 0x0437},
    {"I", 0x0438},         {"SHORT I", 0x0439},
    {"KA", 0x043A},        {"EL", 0x043B},
    {"EM", 0x043C},        {"EN", 0x043D},
    {"O", 0x043E},         {"PE", 0x043F},
    {"ER", 0x0440},        {"ES", 0x0441},
    {"TE", 0x0442},        {"U", 0x0443},
    {"EF", 0x0444},        {"HA", 0x0445},
    {"TSE", 0x0446},       {"CHE", 0x0447},
    {"SHA", 0x0448},       {"SHCHA", 0x0449},
    {"HARD SIGN", 0x044A}, {"YERU", 0x044B},
    {"SOFT SIGN", 0x044C}, {"E", 0x044D},
    {"YU", 0x044E},        {"YA", 0x044F},
    {"IO", 0x0451},        {"DJE", 0x0452},
    {"GJE", 0x0453},       {"UKRAINIAN IE", 0x0454},
    {"DZE", 0x0455},       {"BYELORUSSIAN-UKRAINIAN I", 0x0456},
    {"YI", 0x0457},        {"JE", 0x0458},
    {"LJE", 0x0459},       {"NJE", 0x045A},
    {"TSHE", 0x045B},      {"KJE", 0x045C},
    {"SHORT U", 0x045E},   {"DZHE", 0x045F},
};

constexpr Named kMarks[] = {
    // behind WITH, as combining characters
    {"GRAVE", 0x0300},       {"ACUTE", 0x0301},      {"CIRCUMFLEX", 0x0302}, {"TILDE", 0x0303},        {"MACRON", 0x0304},    {"BREVE", 0x0306}, {"DOT ABOVE", 0x0307},
    {"DIAERESIS", 0x0308},   {"HOOK ABOVE", 0x0309}, {"RING ABOVE", 0x030A}, {"DOUBLE ACUTE", 0x030B}, {"CARON", 0x030C},     {"HORN", 0x031B},  {"DOT BELOW", 0x0323},
    {"COMMA BELOW", 0x0326}, {"CEDILLA", 0x0327},    {"OGONEK", 0x0328},     {"TONOS", 0x0301},        {"DIALYTIKA", 0x0308},
};

constexpr std::string_view kDigits[] = {"ZERO", "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE"};

template <size_t N>
uint32_t find(const Named (&table)[N], std::string_view name) {
  for (const Named& n : table) {
    if (n.name == name) return n.code;
  }
  return 0;
}

bool take_prefix(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

// The single character that `base` and the named mark compose to, or 0.
uint32_t compose(uint32_t base, std::string_view mark) {
  uint32_t combining = find(kMarks, mark);
  if (!combining) return 0;
  std::string text;
  append_utf8(text, base);
  append_utf8(text, combining);
  utf8proc_uint8_t* composed = utf8proc_NFC(reinterpret_cast<const utf8proc_uint8_t*>(text.c_str()));
  if (!composed) return 0;
  text = reinterpret_cast<const char*>(composed);
  std::free(composed);
  size_t pos = 0;
  uint32_t c = next_character(text, pos);
  return pos == text.size() ? c : 0;
}

int32_t letter(std::string_view name) {
  bool latin = take_prefix(name, "LATIN "), greek = !latin && take_prefix(name, "GREEK ");
  if (!latin && !greek && !take_prefix(name, "CYRILLIC ")) return -1;
  bool capital = take_prefix(name, "CAPITAL LETTER ");
  if (!capital && !take_prefix(name, "SMALL LETTER ")) return -1;
  auto base_letter = [&](std::string_view base) -> uint32_t {
    if (latin && base.size() == 1 && base[0] >= 'A' && base[0] <= 'Z') return static_cast<uint32_t>(base[0] | 0x20);
    return latin ? find(kLatin, base) : greek ? find(kGreek, base) : find(kCyrillic, base);
  };
  uint32_t c = base_letter(name);
  size_t with = name.find(" WITH ");
  if (!c && with != std::string_view::npos) {
    c = base_letter(name.substr(0, with));
    std::string_view marks = name.substr(with + 6);
    while (c && !marks.empty()) {
      size_t end = std::min(marks.find(" AND "), marks.size());
      c = compose(c, marks.substr(0, end));
      marks.remove_prefix(std::min(end + 5, marks.size()));
    }
  }
  if (!c) return -1;
  if (!capital) return static_cast<int32_t>(c);
  utf8proc_int32_t upper = utf8proc_toupper(static_cast<utf8proc_int32_t>(c));
  return upper == static_cast<utf8proc_int32_t>(c) ? -1 : upper;
}

int32_t ideograph(std::string_view name) {
  if (!take_prefix(name, "CJK UNIFIED IDEOGRAPH-") || name.size() < 4 || name.size() > 5) return -1;
  int32_t c = 0;
  for (char digit : name) {
    int value = digit >= '0' && digit <= '9' ? digit - '0' : digit >= 'A' && digit <= 'F' ? digit - 'A' + 10 : -1;
    if (value < 0) return -1;
    c = c << 4 | value;
  }
  bool known = (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x323AF);
  return known ? c : -1;
}

}  // namespace

int32_t character_by_name(std::string_view given) {
  std::string name(given);
  for (char& c : name) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  auto before = [](const Named& n, const std::string& wanted) { return n.name < wanted; };
  auto symbol = std::lower_bound(std::begin(kSymbols), std::end(kSymbols), name, before);
  if (symbol != std::end(kSymbols) && symbol->name == name) return static_cast<int32_t>(symbol->code);
  for (int32_t i = 0; i < 10; ++i) {
    if (name == "DIGIT " + std::string(kDigits[i])) return '0' + i;
  }
  int32_t c = letter(name);
  return c >= 0 ? c : ideograph(name);
}

}  // namespace sl::syntax
