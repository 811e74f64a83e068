e = UnicodeDecodeError("utf-8", b"ab\xff\xfe", 2, 3, "invalid start byte")
print(e, e.encoding, e.object, e.start, e.end, e.reason, e.args, repr(e))
print(UnicodeDecodeError("utf-8", b"ab\xff\xfe", 2, 4, "why"))
e = UnicodeEncodeError("ascii", "h\u00e9\u20ac\U0001F600", 1, 2, "ordinal not in range(128)")
print(ascii(str(e)), e.encoding, ascii(e.object), e.start, e.end, e.reason)
print(UnicodeEncodeError("ascii", "h\u00e9\u20ac\U0001F600", 1, 3, "r"), ascii(str(UnicodeEncodeError("ascii", "h\u00e9\u20ac\U0001F600", 2, 3, "r"))), UnicodeEncodeError("ascii", "h\u00e9\u20ac\U0001F600", 3, 4, "r"))
e = UnicodeTranslateError("a\u00e9b", 1, 2, "no mapping")
print(ascii(str(e)), e.start, e.end, e.reason, UnicodeTranslateError("abc", 0, 2, "r"))
e.reason = "changed"
e.start = 0
e.end = 3
print(e)
for f in [lambda: b"\xff".decode(), lambda: b"abc\xe2\x82".decode("utf-8"), lambda: "h\u00e9".encode("ascii"), lambda: b"\x80".decode("ascii"), lambda: "\u20ac".encode("latin-1"), lambda: "\ud800".encode(), lambda: "\u00e9\u00e9x".encode("ascii")]:
    try:
        f()
    except UnicodeError as x:
        print(type(x).__name__, ascii(str(x)), x.encoding, x.start, x.end, x.reason)
for f in [lambda: UnicodeDecodeError(), lambda: UnicodeDecodeError("a", "notbytes", 0, 1, "r"), lambda: UnicodeEncodeError("a", b"x", 0, 1, "r"), lambda: UnicodeDecodeError("a", b"x", "0", 1, "r"), lambda: UnicodeEncodeError("a"), lambda: UnicodeDecodeError(5, b"x", 0, 1, "r")]:
    try:
        f()
    except TypeError as x:
        print("TypeError")
print(UnicodeError("plain"), issubclass(UnicodeDecodeError, ValueError))
