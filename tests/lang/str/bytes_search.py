from check_mod import check

b = b"hello world, hello"
for name in ("find", "rfind", "count"):
    for T in (bytes, bytearray):
        f = getattr(T(b), name)
        print(name, [f(x) for x in (b"hello", b"o", b"", b"xyz", 108, bytearray(b"l"), 0)], [f(b"l", s) for s in (-100, -3, 0, 3, 10, 18, 19, 100)], [f(b"l", s, e) for s in (0, 3, None) for e in (-1, 4, 100, None)])
check("b.index(b'w')", "b.rindex(108)", "b.index(b'z')", "b.rindex(b'z')", "b.index(0)", "b.find('a')", "b.find(256)", "b.find(-1)", "b.find(1.5)", "b.count(None)", "b.index('z')", "b.rindex(2**70)", "b.find(b'l', 'x')", "b.find(b'o', 2**80)", b=b)
check("b.startswith(b'he')", "b.startswith((b'x', b'he'))", "b.startswith(b'l', 2)", "b.startswith(bytearray(b'h'))", "b.startswith(b'')", "b.startswith(b'', 50)", "b.endswith(b'lo')", "b.endswith((b'x', b'lo'))", "b.endswith(b'l', 0, 4)", "b.endswith(())", "b.startswith('a')", "b.startswith((b'h', 'x'))", "b.startswith(('x',))", "b.endswith(1)", "b.endswith([b'o'])", b=b)
check("b.replace(b'hello', b'bye')", "b.replace(b'l', b'')", "b.replace(b'l', b'LL', 2)", "b.replace(b'', b'-', 3)", "b''.replace(b'', b'x')", "b.replace(b'x', b'y')", "bytearray(b).replace(b'o', bytearray(b'0'))", "b.replace(b'o', b'0', -1)", "b.replace('a', 'b')", "b.replace(b'a', 1)", "b.replace(b'a', b'b', 'c')", "b.removeprefix(b'hello ')", "b.removesuffix(b'hello')", "b.removeprefix(b'x')", "bytearray(b).removesuffix(b'o')", "b.removeprefix('h')", "b.removesuffix(1)", b=b)
