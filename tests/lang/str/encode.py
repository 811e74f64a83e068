from check_mod import check

check("'abc'.encode()", "'\u00e9'.encode()", "'\u00e9\u20ac\U0001f600'.encode('utf-8')", "'\u00e9'.encode('latin-1')", "'a'.encode('ascii')", "'a\u00e9'.encode('utf-16')", "'\U0001f600a'.encode('utf-16-le')", "'\U0001f600a'.encode('utf-16-be')", "'a\u20ac'.encode('utf-32')", "'a'.encode('utf-32-le')", "'a'.encode('utf-32-be')", "'a'.encode('utf-8-sig')", "''.encode()", "''.encode('utf-16')", "'a'.encode(encoding='ascii', errors='strict')")
for name in ("UTF-8", "utf8", "Utf_8", "U8", "UTF", "latin1", "Latin-1", "ISO-8859-1", "iso8859-1", "L1", "cp819", "ASCII", "us-ascii", "646", "utf 8", "UTF-16LE", "utf_32_be"):
    print(name, "a".encode(name), b"a\0\0\0".decode(name, "replace")[:1] == "a")
for handler in ("ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogateescape", "surrogatepass", "strict"):
    check("'a\u00e9\u20ac\U0001f600b'.encode('ascii', h)", "'a\u00e9\u20ac\u20acb'.encode('latin-1', h)", "'x\\ud800y'.encode('utf-8', h)", "'x\\udc80y'.encode('utf-8', h)", "'\\udcff'.encode('ascii', h)", "'\\ud800z'.encode('utf-16-le', h)", "'\\ud800z'.encode('utf-32-be', h)", "'ok'.encode('ascii', h)", h=handler)
check("'\u00e9'.encode('ascii', 'bogus')", "'\\ud800'.encode('utf-8', 'bogus')", "'a'.encode('foo')", "'a'.encode(1)", "'a'.encode('utf-8', 1)", "''.encode('foo')", "'\u00e9'.encode('ascii')", "'a\\ud800\\ud801b'.encode('utf-8')", "'\\ud800'.encode('utf-16')", "'\u20ac'.encode('latin-1')", "'\U0001f600'.encode('ascii')", "'x'.encode('nope\\x00')", "'a'.encode(None)")
try: "ab\u00e9\u00e8c".encode("ascii")
except UnicodeEncodeError as e: print(e.encoding, ascii(e.object), e.start, e.end, e.reason, isinstance(e, ValueError), e.args)
