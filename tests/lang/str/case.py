from check_mod import check

words = ["", "hello World", "HELLO", "straße", "ŉ", "ΌΣΟΣ", "ΑΣ ΑΣΒ Σ", "İstanbul", "ǆabc", "ﬁne", "o'neill's x1y", "they're", "Ω", "éÀ", "ß", "𐐀𐐨", "ὈΔΥΣΣΕΎΣ.", "ᾳ ᾼ", "ÿŸ", "ǅ", "1a2b", "ⅷ Ⅷ", "\u0345"]
for w in words:
    print(repr(w), [f(w) for f in (str.upper, str.lower, str.title, str.capitalize, str.swapcase, str.casefold)])
print("".join(map(chr, range(128))).upper() == "".join(chr(c).upper() for c in range(128)))
print("".join(map(chr, range(128))).lower().isascii(), "ABC".lower().upper().title().swapcase(), "a" * 1000 == ("A" * 1000).lower())
changed = [c for c in range(0x2000) if chr(c).upper() != chr(c)]
print(len(changed), changed[:40], sum(changed))
print(sum(ord(x) for c in range(0x110000) if not 0xd800 <= c < 0xe000 for x in (chr(c).lower() if chr(c).isupper() else "")))
check("'a'.upper(1)", "'a'.title(x=1)")
