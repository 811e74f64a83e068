"""Templates of text: str methods, conversions, f-strings, format specifications, % formatting."""
from base import table
from values import T, Values

T["str"] = table("""
<str> + <str>
<str> * (<small> % 4)
<str>[<small>]
<str>[<small>:<small>]
<str>[::<small>]
str(<any>)
repr(<any>)
ascii(<str>)
<str>.upper()
<str>.lower()
<str>.title()
<str>.capitalize()
<str>.swapcase()
<str>.casefold()
<str>.strip()
<str>.strip(<str>)
<str>.lstrip(<str>)
<str>.rstrip(<str>)
<str>.replace(<str>, <str>)
<str>.replace(<str>, <str>, <small>)
<str>.center(<digit>, <str>)
<str>.ljust(<small>, '-')
<str>.rjust(<digit>)
<str>.zfill(<small>)
<str>.expandtabs(<small>)
<str>.join(<slist>)
<str>.join(<list>)
<str>.removeprefix(<str>)
<str>.removesuffix(<str>)
<str>.translate({97: <any>, 98: None, 99: <int> % 1000})
<str>.translate(str.maketrans('abc', 'xyz'))
<str>.translate(str.maketrans({'a': <str>, 'b': None}))
<str>.partition(<str>)[<small>]
chr(<int> % 1114112)
hex(<int>)
bin(<int>)
oct(<int>)
<bytes>.decode()
<bytes>.decode('utf-8', <codec_errors>)
<bytes>.decode('latin-1')
<bytes>.decode('ascii', <codec_errors>)
<bytes>.hex()
<bytes>.hex(':')
<float>.hex()
format(<any>, <spec>)
format(<int>, <int_spec>)
format(<float>, <float_spec>)
format(<str>, <str_spec>)
<fstring>
<fstring>
<percent>
<percent>
<dotformat>
<str>.format(<any>, <any>)
<str> % <any>
<str> % (<any>, <any>)
'%(a)s %(b)r' % <dict>
min(<str>, <str>)
max(<slist>)
type(<any>).__name__
str(<bytes>, 'utf-8', 'replace')
<str> if <bool> else <str>
<str> or <str>
(lambda *a, **k: repr((a, k)))(*<list>, **<dict>)
''.join(reversed(<str>))
''.join(sorted(<str>))
''.join(c for c in <str> if c.isalpha())
str(<int>) + str(<float>)
<str>.splitlines()[<small>]
<str>.split(<str>)[0]
<slist>[<small>]
<dict>.popitem()[0]
next(iter(<dict>))
str([<any>, <any>])
str({<str>: <any>})
repr((<any>,))
<str>.encode('unicode_escape').decode()
""")
CONVERSIONS = ["d", "i", "x", "X", "o", "f", "F", "e", "E", "g", "G", "s", "r", "a", "c", "%", "u", "z"]


class Text(Values):
    def quoted(self, text):
        return repr(text)

    def spec(self, types):
        pick, chance = self.pick, self.chance
        text = ""
        if chance(0.4):
            text += pick(["", "*", "0", "x", " ", "\xe9", "{"]) if chance(0.6) else ""
            text += pick("<>^=")
        if chance(0.3):
            text += pick("+- ")
        if chance(0.1):
            text += "z"
        if chance(0.2):
            text += "#"
        if chance(0.2):
            text += "0"
        if chance(0.6):
            text += str(self.some(0, 24))
        if chance(0.2):
            text += pick(",_")
        if chance(0.4):
            text += "." + str(pick([0, 1, 2, 3, 5, 6, 10, 17, 20, 30]))
        if chance(0.8):
            text += pick(types)
        return text

    def hole_spec(self):
        return self.quoted(self.spec("dxXobceEfFgGns%q"))

    def hole_int_spec(self):
        return self.quoted(self.spec("dxXobcnfeg%"))

    def hole_float_spec(self):
        return self.quoted(self.spec("eEfFgGn%"))

    def hole_str_spec(self):
        return self.quoted(self.spec("s"))

    def hole_percent(self):
        parts, values = [], []
        for _ in range(self.some(1, 3)):
            parts.append(self.pick(["", "a", " ", "%%", "\n", "\xe9"]))
            kind = self.pick(CONVERSIONS) if self.chance(0.95) else self.pick("qyw ")
            flags = "".join(c for c in "-+ #0" if self.chance(0.15))
            width = str(self.some(0, 15)) if self.chance(0.3) else "*" if self.chance(0.05) else ""
            digits = "." + str(self.some(0, 12)) if self.chance(0.3) else ".*" if self.chance(0.03) else "." if self.chance(0.03) else ""
            parts.append("%" + flags + width + digits + kind)
            for star in (width, digits):
                if "*" in star:
                    values.append(self.leaf("int") if self.chance(0.2) else str(self.some(-9, 12)))
            if kind != "%" or self.chance(0.05):
                values.append(self.expr("float" if kind in "feEgGF" else "int" if kind in "dixXouc" else "any", 1) if self.chance(0.9) else self.expr("any", 1))
        if self.chance(0.04):
            values.append("1")
        text = "".join(parts)
        if self.chance(0.1):
            return repr(text.encode("utf-8")) + " % (" + "".join(v + ", " for v in values) + ")"
        return repr(text) + " % (" + "".join(v + ", " for v in values) + ")"

    def hole_fstring(self):
        quote = '"""' if self.chance(0.2) else '"'
        parts = []
        for _ in range(self.some(1, 3)):
            parts.append(self.pick(["", "a", " ", "{{", "}}", "\\n", "\\x41", "%"]))
            kind = self.pick(["int", "float", "str", "any", "list", "bool"])
            text = self.expr(kind, 1)
            if any(c in text for c in "\"\\\n#!:=") or "{" in text or "lambda" in text:
                text = self.leaf(kind)
            if any(c in text for c in "\"\\\n#") or text.startswith("{"):
                text = self.pick(["7", "2.5", "None", "'z'"])
            if self.chance(0.1):
                text += "="
            if self.chance(0.2):
                text += "!" + self.pick("rsa")
            if self.chance(0.5):
                spec = self.spec({"int": "dxobcn", "float": "efgn%", "str": "s"}.get(kind, "sd"))
                if not any(c in spec for c in "{\""):
                    text += ":" + spec
            elif self.chance(0.1):
                text += ":{" + self.pick(SAFE_WIDTHS) + "}"
            parts.append("{" + text + "}")
        return "f" + quote + "".join(parts) + quote

    def hole_dotformat(self):
        parts, values, keys = [], [], []
        auto = self.chance(0.5)
        for i in range(self.some(1, 3)):
            parts.append(self.pick(["", "a", "{{", "}}", " "]))
            if self.chance(0.3):
                key = self.pick("abc")
                if key in keys:
                    continue
                keys.append(key)
                values.append(key + "=" + self.expr("any", 1))
                field = key
            else:
                values.insert(0, self.expr("any", 1)) if not auto else values.insert(sum("=" not in v[:2] for v in values), self.expr("any", 1))
                field = "" if auto else str(0 if self.chance(0.9) else 9)
            if self.chance(0.1):
                field += self.pick(["[0]", "[a]", ".real", "[0].imag", ".nope", "[-1]", "[", "."])
            if self.chance(0.2):
                field += "!" + self.pick("rsax")
            if self.chance(0.4):
                field += ":" + self.spec("sdxeg")
            parts.append("{" + field + "}")
        if self.chance(0.05):
            parts.append(self.pick(["{", "}", "{!}", "{0!}", "{:{}}"]))
        plain = [v for v in values if v[1:2] != "=" or v[2:3] == "="]
        named = [v for v in values if v not in plain]
        return repr("".join(parts)) + ".format(" + ", ".join(plain + named) + ")"


SAFE_WIDTHS = ["5", "'>8'", "3", "'x<4'", "'q'"]
