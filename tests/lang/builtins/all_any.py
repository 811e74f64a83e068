print(all([]), any([]), all([1, 2]), all([1, 0]), any([0, ""]), any([0, 3]), all({}), any({0: 1}), all((True,)), any(set()), all("abc"), any(""), all(range(1, 5)), any(range(1)))
log = []
def gen():
    for v in [1, 2, 0, 3]:
        log.append(v)
        yield v
print(all(gen()), log)
log.clear()
print(any(gen()), log)
class T:
    def __init__(self, v): self.v = v
    def __bool__(self): return self.v
print(all([T(True), T(False)]), any([T(False), T(True)]))
class Bad:
    def __bool__(self): raise RuntimeError("no truth")
class It:
    def __iter__(self): return iter([0, 1])
print(any(It()), all(It()))
for f in [lambda: all(5), lambda: any(None), lambda: all([Bad()]), lambda: any([1 / 0 for _ in range(1)]), lambda: all()]:
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__, x)
l = [1, 2, 3]
print(any(x > 2 for x in l), all(x > 0 for x in l), any(map(lambda x: x == 2, l)))
