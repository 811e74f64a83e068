from check_mod import check

s = "a\nb\r\nc\rd\x0be\x0cf\x1cg\x1dh\x1ei\x85j\u2028k\u2029l\x1fm"
print(s.splitlines(), s.splitlines(True), s.splitlines(keepends=True) == s.splitlines(1))
for t in ("", "\n", "a", "a\n", "a\n\n", "\r\n\r\n", "\n\r", "\u00e9\n\u4e16", "a\r\n"):
    print(t.splitlines(), t.splitlines(True))
check("'a\\nb'.splitlines('x')", "'a\\nb'.splitlines(None)", "'a\\nb'.splitlines(0)", "'a\\nb'.splitlines(keepends=2)")
print(len(("line\n" * 5000).splitlines()), "".join(("ab\r\n" * 10).splitlines(True)) == "ab\r\n" * 10)
check("'a-b-c'.partition('-')", "'a-b-c'.rpartition('-')", "'abc'.partition('x')", "'abc'.rpartition('x')", "''.partition('x')", "'--'.partition('--')", "'\u00e9=\u4e16'.partition('=')", "'a.b.c'.rpartition('.')[2]", "'a'.partition('')", "'a'.rpartition('')", "'a'.partition(1)", "'a'.rpartition(None)")
