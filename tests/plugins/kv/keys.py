import scriptling.runtime.kv as kv

store = kv.open(":memory:keys")
for key in ("job:7", "job:8", "job:a/b", "job:", "user/1", "a", "b", "z", "[x]", "*", "é", "ab", "a\\b", ""):
    store.set(key, 1)
for pattern in ("*", "job:*", "job:?", "*/*", "user/*", "?", "[ab]", "[a-c]*", "[^a-z]", "\\*", "\\[x\\]", "a\\\\b", "**", "", "[", "[]", "[a", "a-", "x\\", "é", "[à-ü]"):
    print(repr(pattern), store.keys(pattern))
print(store.keys(pattern="user/*"), len(store.keys(3)), len(store.keys()))
print(store.items("[ab]"), store.items("job:?"))
print(store.get_many(["a", "nope", "z"]), store.set_many({"m:1": [1], "m:2": {"x": 2}}), store.get_many(("m:1", "m:2")))
try:
    store.set_many({"m:3": 1, "m:4": (1,)})
except TypeError as e:
    print(e, store.keys("m:*"))
store.clear()
print(store.keys(), store.items())
