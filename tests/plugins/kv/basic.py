import scriptling.runtime as runtime
import scriptling.runtime.kv as kv

store = kv.default
print(store.set("a", 1), store.get("a"), store.get("missing"), store.get("missing", 5), store.get("missing", default=[1]))
values = [None, True, False, 0, -1, 2**63 - 1, -2**63, 2**63, 10**40, 1.0, 0.1, float("inf"), "", "héllo\0x", b"", b"\x00\xff", [], [1, [2, [None]]],
          {}, {"b": 1, "a": {"z": [1.5]}}, bytearray(b"xy")]
for value in values:
    store.set("v", value)
    got = store.get("v")
    print(repr(got), type(got).__name__, got == value)
store.set("nan", float("nan"))
print(store.get("nan"))
store.set("keys", {1: "a", True: "b", None: "c", 2.5: "d", (1, 2): "e"})
print(store.get("keys"))

data = {"list": [1]}
store.set("copy", data)
data["list"].append(2)
first = store.get("copy")
first["list"].append(3)
print(store.get("copy"))

class Thing:
    pass
for value in ((1,), {1}, print, len, Thing, Thing(), lambda: 1, [1, (2,)], {"a": {"b": {3}}}, range(3), store):
    try:
        store.set("bad", value)
    except TypeError as e:
        print(e)
print(store.exists("bad"))
deep = []
for _ in range(600):
    deep = [deep]
try:
    store.set("deep", deep)
except ValueError as e:
    print(e)
loop = []
loop.append(loop)
try:
    store.set("loop", loop)
except ValueError as e:
    print(e)

store.set("none", None)
print(store.get("none", 7), store.exists("none"), store.exists("nothing"))
print(store.delete("none"), store.delete("none"), store.exists("none"))

print(kv.incr("n"), kv.incr("n", 4), kv.incr("n", delta=-2), kv.incr("n", amount=10), kv.incr("n", 2.9))
kv.set("f", 3.99)
print(kv.incr("f"), kv.get("f"))
for key, value in (("s", "1"), ("l", [1]), ("none", None), ("flag", True)):
    kv.set(key, value)
    try:
        kv.incr(key)
    except Exception as e:
        print(type(e).__name__, e, kv.get(key))
kv.set("max", 2**63 - 1)
try:
    kv.incr("max")
except Exception as e:
    print(type(e).__name__, e, kv.get("max") == 2**63 - 1)
try:
    kv.incr("n", "x")
except TypeError as e:
    print(e)
for call in (lambda: kv.set(1, 2), lambda: kv.set("a"), lambda: kv.get(), lambda: kv.set("a", 1, ttl="60"), lambda: kv.set("a", 1, tll=1)):
    try:
        call()
    except TypeError as e:
        print("TypeError:", e)
print(kv.get("a"), runtime.kv.get("a"), runtime.kv.default.get("a"))
kv.default.close()
print(kv.get("a"), kv.default)
kv.clear()
print(kv.keys())
