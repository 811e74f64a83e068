# Indentation, tabs, continuation lines, semicolons, one-line suites.
cases = [
    "if x:\npass", "if x:\n    a\n  b", "if x:\n    a\n        b", "  a", "a\n  b", "if x:\n    a\n\n    # c\n    b\nelse:\n    d",
    "def f():\n", "def f():\n    # only comment\n", "class C:\n    \n", "for i in x:\n# c\n    a", "while x:\nelse:\n    a", "try:\n    a\nb", "try:\n    a\nexcept:\nb", "with a:\nb",
    "if x: a\nelse: b\n", "if x: a; b\nc", "if x: a;", "if x: if y: z", "if x: for i in y: z", "a; b; c;", "a;; b", "; a", "if x:\n    a; b\n    c", "if x: pass\n    a",
    "x = (1 +\n2)", "x = [\n1,\n\n2,\n# c\n]", "x = 1 + \\\n2", "x = 1 \\\n", "if x and \\\n   y:\n    pass", "x = '''a\nb'''\n  c", "def f(\n    a,\n    b\n): pass", "x = {\n  'a': 1\n}\n y",
    "if 1:\n    if 2:\n        a\n    b\n   c", "\n\n\n  \n# c\n   # d\na", "if x:\r\n    a\r\n    b\r\n", "\ta = 1", "if x:\n \ta\n \tb", "\x0cif x:\n\x0c    a", "a\\\nb = 1",
    "if x:\n    pass\n  # odd comment\nb", "if True:\n    x = (\n1)\n    y = 2",
]
for text in cases:
    try:
        compile(text, "<t>", "exec")
        print(repr(text), "ok")
    except SyntaxError as e:
        print(repr(text), type(e).__name__, e.msg, e.lineno)
if True: x = 1; y = 2
else: x = 3
print(x, y)
for i in range(2): print(i, end=" "); print("!")
while x: x -= 1; print("w")
class C: a = 1; b = 2
print(C.a, C.b)
def f(): return 1; return 2
print(f())
total = (1 +
         2
   + 3)
print(total, [
    1,
      2,
  3][1])
value = 1 + \
    2 + \
  3
print(value)
if (value > 1 and
    value < 10): print("multi-line condition")
text = "a" \
    "b" \
    'c'
print(text)
long = ("x"
        # comment inside
        "y")
print(long)
if 1:
        print("eight")
        if 2:
         print("one more")
def deep():
  if True:
     for _ in range(1):
            return "mixed widths"
print(deep())
try: pass
except: pass
else: print("one-line try")
finally: print("fin")
with open(__file__) as f: first = f.readline(); print(first.strip()[:13])
lambda_line = [lambda a,
               b: a + b][0]
print(lambda_line(1, 2))
assert (
    True
), "no"
x = [i
     for i in range(5)
     if i % 2]; print(x)
d = {
    "k":
        "v",
}; print(d)
