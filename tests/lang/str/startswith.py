from check_mod import check

s = "hello"
u = "\u00e9t\u00e9"
check("s.startswith('he')", "s.startswith('')", "s.startswith('hello!')", "s.startswith('l', 2)", "s.startswith('l', 2, 2)", "s.startswith('', 5)", "s.startswith('', 6)", "s.startswith(('x', 'he'))", "s.startswith(())", "s.startswith('lo', -2)", "s.startswith('he', None, None)", s=s)
check("s.endswith('lo')", "s.endswith('')", "s.endswith('l', 0, 4)", "s.endswith('l', 0, -1)", "s.endswith(('x', 'lo'))", "s.endswith('hello', -5)", "s.endswith('hello', -4)", "s.endswith('', 6)", "s.endswith('o', 5)", s=s)
check("u.startswith('\u00e9')", "u.startswith('t', 1)", "u.endswith('\u00e9')", "u.endswith('t', 0, 2)", "u.startswith('\u00e9t\u00e9', 0, 2)", "u.endswith('t\u00e9', 1)", u=u)
check("s.startswith(1)", "s.startswith(('a', 1))", "s.startswith(('he', 1))", "s.startswith(['h'])", "s.endswith(None)", "s.endswith(('x', b'o'))", "s.startswith('h', 'x')", "s.startswith(b'h')", s=s)
check("s.removeprefix('he')", "s.removeprefix('x')", "s.removeprefix('')", "s.removesuffix('lo')", "s.removesuffix('x')", "s.removesuffix('')", "s.removeprefix('hello')", "u.removeprefix('\u00e9')", "u.removesuffix('\u00e9')", "s.removeprefix(1)", "s.removesuffix(None)", "s.removeprefix(('h',))", s=s, u=u)
