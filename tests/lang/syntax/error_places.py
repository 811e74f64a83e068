# Where a syntax error is: f-strings, targets, patterns, blocks, what a whole text would need.
PROGRAMS = [
    'f"{a b}"', 'x = f"abc {a +}"', 'x = f"{a:{w v}}"', 'x = f"""\nabc {a b}"""', 'x = f"""\nabc {\na b}"""',
    'x = f"{}"', 'x = f"{ }" + y', 'x = f"{!r}"', 'x = f"{a!z}"', 'x = f"{a!r b}"', 'x = f"{a.}"', 'x = f"{lambda x: 1}"',
    'x = f"{a[}"', 'x = f"{a)}"', 'x = f"{*a}"', 'x=f"{a=b}"', 'x=f"{a==}"', 'x=(f"{a}"\n   f"{b c}")', 'x = f"{for}"',
    'x = f"{a if b}"', 'x=f"{a#}"', 'x=f"{a:{b:{c}}}"', 'print(f"{}")', 'f(f"{a b}", 1)', 'x = "a" b"b"', '"\\N{no such}" + 1',
    'match c:\n    case Point(x=0, y=yy) | None:\n        pass\n    case [1, 2\n        pass\n',
    'match c:\n    case Point(x=0, y=yy) | None:\n        pass\n',
    'match c:\n    case (1 | x) | 2:\n        pass\n    case _:\n        pass\n',
    'match c:\n    case x:\n        pass\n    case y:\n        pass\n',
    'try:\n    pass\nexcept* ValueError:\n    \n', 'try:\n    pass\nexcept* ValueError:\nx = 1\n',
    'for x in y:\n    if x:\n        pass\n    else:\nbreak\n', 'class A:\n    def f(self):\nx = 1\n', 'class A:\n    def f(self):',
    'def f(x) -> list[int:\n    pass\n', 'def f(x) -> list[True int]:\n    pass\n', 'def f(x) f"{a}":\n    pass\n',
    'x = a if 1 + else c', 'x = a if b', 'x = [x for x  range(10) if x]', 'x = [x for x @ in y]', 'for x, f() in y: pass', 'x = [1, for, 3]',
    'x = [1, 2 for x in y]', 'x = a not not in b', 'def f(a, a): pass\nx = = 1\n', 'f(a=1, a=2)\nx = = 1\n', '*a\nx = = 1\n',
    'for a in b:\n   x\n  y\n', 'with a:\n    for b in c:\n   d\n',
]
for program in PROGRAMS:
    try:
        compile(program, "<program>", "exec")
    except SyntaxError as e:
        print(repr(program), type(e).__name__, e.msg, e.lineno, e.offset)
    else:
        print(repr(program), "compiles")
