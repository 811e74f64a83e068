# Syntax errors of match statements.
cases = [
    "match x:\n    case a:\n        pass\n    case b:\n        pass",
    "match x:\n    case _:\n        pass\n    case 1:\n        pass",
    "match x:\n    case a | 1:\n        pass",
    "match x:\n    case [a] | [b]:\n        pass",
    "match x:\n    case [a, a]:\n        pass",
    "match x:\n    case {'k': v, 'j': v}:\n        pass",
    "match x:\n    case {'k': 1, 'k': 2}:\n        pass",
    "match x:\n    case [*a, *b]:\n        pass",
    "match x:\n    case {**r, 'k': 1}:\n        pass",
    "match x:\n    case {**_}:\n        pass",
    "match x:\n    case P(a=1, a=2):\n        pass",
    "match x:\n    case P(a=1, 2):\n        pass",
    "match x:\n    case 1 + 2:\n        pass",
    "match x:\n    case 1 as _:\n        pass",
    "match x:\n    case f'x':\n        pass",
    "match x:\n    case a.b as c.d:\n        pass",
    "match x:\n    case -a:\n        pass",
    "match x:\n    case *a:\n        pass",
    "match x:\n    pass",
    "match x:\ncase 1: pass",
    "match x:\n    case 1:\n    pass",
    "match x:",
    "match x:\n    case 1 if:\n        pass",
    "match x:\n    case:\n        pass",
    "match x:\n    case 1 2:\n        pass",
    "match x:\n    case {a: 1}:\n        pass",
    "match x:\n    case [1, 2:\n        pass",
    "match x:\n    case a if a > 1:\n        pass\n    case a:\n        pass",
    "match x:\n    case (a):\n        pass",
    "match x:\n    case (a,):\n        pass",
    "match x:\n    case ():\n        pass",
    "match x:\n    case [(1 | 2) as a, _] | [_, (3 | 4) as a]:\n        pass",
    "match x, y:\n    case 1, 2: pass",
    "match *a, b:\n    case [*_]: pass",
    "match x:\n    case 1: pass\n    case 2: pass\nelse: pass",
]
for text in cases:
    try:
        compile(text, "<m>", "exec")
        print("ok     ", text.splitlines()[1].strip() if "\n" in text else text)
    except SyntaxError as e:
        print(type(e).__name__, "|", e.msg, "|", text.splitlines()[1].strip() if "\n" in text else text)
