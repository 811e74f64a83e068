from check_mod import check

data = [b"", b"abc", b"\xc3\xa9", b"\xe2\x82", b"\xe2\x82a", b"\xe2\x28\xa1", b"\xf0\x9f\x98", b"a\xc0\x80", b"\xed\xa0\x80", b"\xf5\x80\x80\x80", b"\xf0\x80\x80\x80", b"\xf4\x90\x80\x80", b"\x80abc", b"\xff", b"ab\xe2\x82\x28", b"\xe0\x80\x80", b"x\xf0\x9f\x98\x80y", b"\xc3", b"\xe2\x82x\xff"]
for d in data:
    for handler in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass", "xmlcharrefreplace"):
        check("ascii(d.decode('utf-8', h))", d=d, h=handler)
for d in (b"a\x00b", b"a\x00b\x00", b"\xff\xfea\x00", b"\xfe\xff\x00a", b"\x00\xd8a\x00", b"\x00\xd8", b"\x00\xdc", b"\x00\xd8\x00\xdc", b"\x3d\xd8\x00\xde", b""):
    for name in ("utf-16", "utf-16-le", "utf-16-be"):
        for handler in ("strict", "replace", "ignore", "surrogatepass"):
            check("ascii(d.decode(n, h))", d=d, n=name, h=handler)
for d in (b"abc", b"a\0\0\0", b"\x00\x00\x11\x00", b"\x00\xd8\x00\x00", b"\xff\xff\xff\xff", b"abcde", b"\xff\xfe\x00\x00a\x00\x00\x00", b"\x00\x00\xfe\xff\x00\x00\x00a"):
    for name in ("utf-32", "utf-32-le", "utf-32-be"):
        for handler in ("strict", "replace", "surrogatepass"):
            check("ascii(d.decode(n, h))", d=d, n=name, h=handler)
check("b'\\xe9'.decode('latin-1')", "b'\\xff'.decode('ascii')", "b'\\xff'.decode('ascii', 'replace')", "b'\\xff'.decode('ascii', 'surrogateescape') == '\\udcff'", "b'\\xef\\xbb\\xbfa'.decode('utf-8-sig')", "b'a'.decode('utf-8-sig')", "b'\\xef\\xbb\\xbfa'.decode('utf-8')", "b'a'.decode(encoding='ascii', errors='strict')", "b'a'.decode('foo')", "b''.decode('foo')", "b'\\xff'.decode('utf-8', 'foo')", "b'a'.decode(1)", "b'a'.decode('utf-8', None)", "bytearray(b'a').decode()")
try: b"ab\xff".decode("utf-8")
except UnicodeDecodeError as e: print(e.encoding, e.object, e.start, e.end, e.reason, isinstance(e, UnicodeError), e.args)
every = bytes(range(256))
print(every.decode("latin-1").encode("latin-1") == every, every.decode("utf-8", "surrogateescape").encode("utf-8", "surrogateescape") == every, len(every.decode("utf-8", "replace")))
text = "".join(chr(c) for c in range(0, 0x110000, 101) if not 0xd800 <= c < 0xe000)
print(all(text.encode(n).decode(n) == text for n in ("utf-8", "utf-16", "utf-16-be", "utf-32", "utf-32-le")), len(text.encode()))
