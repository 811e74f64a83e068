from check_mod import check

check("'  a b '.strip()", "'  a b '.lstrip()", "'  a b '.rstrip()", "'xxaxx'.strip('x')", "'xyaxy'.strip('yx')", "'xyaxy'.lstrip('yx')", "'xyaxy'.rstrip('yx')", "'abc'.strip('')", "'abc'.strip(None)", "''.strip()", "'   '.strip()", "'abc'.strip('abc')", "'\\t\\n\\r\\x0b\\x0c a'.strip()", "'\\x1c\\x1d\\x1e\\x1fa'.strip()", "'\\u3000\\u2003\\u00a0a\\x85\\u2028'.strip()", "'\\u200ba'.strip()", "'\u00e9\u4e16a\u00e9'.strip('\u00e9\u4e16')", "'\u00e9a'.strip('a')", "'mississippi'.strip('ipz')", "'www.example.com'.strip('cmowz.')")
check("'a'.strip(1)", "'a'.lstrip(b'a')", "'a'.rstrip(['a'])", "'a'.strip('a', 'b')")
s = "abc"
print(s.strip() is s, len((" " * 5000 + "x" + " " * 5000).strip()), ("\u00e9" * 500 + "x").lstrip("\u00e9"), "a\u4e16\u00e9".rstrip("\u00e9\u4e16\u754c"))
