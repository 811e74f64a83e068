from check_mod import check

check("','.join(['a', 'b', 'c'])", "','.join(('a', 'b'))", "','.join([])", "','.join(['a'])", "','.join('abc')", "''.join(['a', 'b'])", "', '.join({'x': 1, 'y': 2})", "'-'.join(str(i) for i in range(5))", "'\u20ac'.join('ab')", "','.join(['\u00e9', '\u4e16'])", "','.join(map(str, range(3)))", "''.join([])", "'x'.join([''])", "'x'.join(['', ''])", "','.join({'a'})", "','.join(dict.fromkeys('ab').keys())")
check("','.join(1)", "','.join(None)", "','.join(['a', 1])", "','.join([None])", "','.join(['a', 'b', b'c'])", "','.join([1, 'a'])", "','.join({1: 2})", "','.join('a', 'b')", "','.join()", "','.join(x for x in ['a', 5])")
class S(str): pass
class It:
    def __iter__(self): return iter(["p", "q"])
class Get:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return "g%d" % i
class Fails:
    def __iter__(self): raise ValueError("inside")
print(",".join([S("a"), "b"]), S("-").join("ab"), "+".join(It()), "+".join(Get()), type(",".join([S("a")])).__name__)
try: ",".join(Fails())
except ValueError as e: print("ValueError", e)
def gen():
    yield "a"
    raise KeyError("gone")
try: ",".join(gen())
except KeyError as e: print("KeyError", e)
print(len(",".join(["ab"] * 10000)), len("\u00e9".join(["x"] * 1000)), "".join(["x" * 1000] * 3) == "x" * 3000)
