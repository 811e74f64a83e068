# Precedence and associativity of every operator, checked against explicit parentheses.
pairs = [
    ("1 + 2 * 3", "1 + (2 * 3)"), ("2 ** 3 ** 2", "2 ** (3 ** 2)"), ("-2 ** 2", "-(2 ** 2)"), ("2 ** -1", "2 ** (-1)"), ("10 - 3 - 2", "(10 - 3) - 2"), ("100 / 10 / 5", "(100 / 10) / 5"),
    ("7 // 2 * 2", "(7 // 2) * 2"), ("7 % 4 % 2", "(7 % 4) % 2"), ("1 << 2 + 1", "1 << (2 + 1)"), ("16 >> 1 << 2", "(16 >> 1) << 2"), ("6 & 3 == 3", "6 & 3 == 3"), ("5 | 2 & 1", "5 | (2 & 1)"),
    ("5 ^ 3 & 1", "5 ^ (3 & 1)"), ("1 | 2 ^ 3", "1 | (2 ^ 3)"), ("~5 + 1", "(~5) + 1"), ("not 1 == 2", "not (1 == 2)"), ("not True or True", "(not True) or True"), ("True or False and False", "True or (False and False)"),
    ("1 if 0 else 2 if 0 else 3", "1 if 0 else (2 if 0 else 3)"), ("1 < 2 == True", "(1 < 2) and (2 == True)"), ("1 in [1] == True", "(1 in [1]) and ([1] == True)"), ("3 > 2 > 1", "(3 > 2) and (2 > 1)"),
    ("-3 // 2", "(-3) // 2"), ("-(3 // 2)", "-(3 // 2)"), ("+-~3", "+(-(~3))"), ("2 * -3", "2 * (-3)"), ("1 + 1 if True else 5", "(1 + 1) if True else 5"), ("[1, 2][0] + 1", "([1, 2][0]) + 1"),
    ("-[1, 2][1]", "-([1, 2][1])"), ("'a' 'b' * 2", "('a' 'b') * 2"), ("1 + 2 < 4 and 5 - 1 > 3", "((1 + 2) < 4) and ((5 - 1) > 3)"), ("0 or 1 and 2 or 3", "0 or (1 and 2) or 3"), ("not not 0", "not (not 0)"),
    ("1, 2 + 3", "(1, (2 + 3))"), ("'%s' % 1 + 'x'", "('%s' % 1) + 'x'"), ("2 ** 2 * 3", "(2 ** 2) * 3"), ("-1 ** 0", "-(1 ** 0)"), ("5 - 3 + 1", "(5 - 3) + 1"), ("8 >> 1 + 1", "8 >> (1 + 1)"), ("1 | 6 == 7", "1 | 6 == 7"),
    ("None is None == None", "(None is None) and (None == None)"), ("1 not in [2] and 1", "(1 not in [2]) and 1"), ("5 if [] or 0 else 6", "5 if ([] or 0) else 6"), ("1 + True * 2", "1 + (True * 2)"), ("2.5 // 1 % 2", "(2.5 // 1) % 2"),
]
for text, clear in pairs:
    a, b = eval(text), eval(clear)
    print(text, "=", a, a == b and type(a) is type(b))
print((lambda x: x + 1)(2) * 3, (lambda: 1 if True else 2)(), [lambda: 0, 1][1], (lambda *a: a)(1, *[2], 3))
class V:
    def __init__(self, s): self.s = s
    def __repr__(self): return self.s
def op(name):
    return lambda self, o=None: V(f"({self.s} {name} {getattr(o, 's', o)})") if o is not None else V(f"({name}{self.s})")
for name, sym in (("add", "+"), ("sub", "-"), ("mul", "*"), ("truediv", "/"), ("floordiv", "//"), ("mod", "%"), ("pow", "**"), ("matmul", "@"), ("and", "&"), ("or", "|"), ("xor", "^"), ("lshift", "<<"), ("rshift", ">>")):
    setattr(V, f"__{name}__", op(sym))
for name, sym in (("neg", "-"), ("pos", "+"), ("invert", "~")): setattr(V, f"__{name}__", op(sym))
a, b, c, d = map(V, "abcd")
for text in ("a + b * c", "a * b + c", "a - b - c", "a ** b ** c", "-a ** b", "a ** -b", "~a * b", "a @ b / c // d", "a % b * c", "a << b + c >> d", "a & b | c ^ d", "a | b & c", "a ^ b & c | d", "a + b << c & d", "-a + +b - ~c", "a * (b + c)", "(a + b) * (c - d)", "a ** (b * c)", "a - (b - c)", "a + b + c + d", "a ** b * c ** d", "a << b << c", "a @ b @ c", "-~+a"):
    print(text, "->", eval(text))
print(1 if 2 else 3, *([4] if 5 else [6]), sep=",")
x = 1 if True else 2, 3
y = [*range(2), 5 if False else 6]
z = {1: 2 if True else 3, **({} if True else {4: 5})}
print(x, y, z, (yield_ := 1 if True else 2), not x is None, not 1 in [2])
