import scriptling.runtime as runtime
import scriptling.runtime.kv as kv

def count(name, n):
    store = kv.open(name)
    for _ in range(n):
        store.incr("n")
        store.append("list", 1)

def add(name, n):
    store = kv.open(name)
    for _ in range(n):
        store.update("sum", lambda v: v + 1, 0)

name = ":memory:many"
tasks = [runtime.run(count, name, 50) for _ in range(10)] + [runtime.run(add, name, 50) for _ in range(4)]
for t in tasks:
    t.get()
store = kv.open(name)
print(store.get("n"), len(store.get("list")), store.get("sum"))

print(store.update("u", lambda v: {"was": v}), store.update("u", lambda v: v["was"], "unused"), store.get("u"))
try:
    store.update("u", lambda v: 1 // 0)
except ZeroDivisionError:
    print("kept", store.get("u"), store.exists("u"))
try:
    store.append("n", 1)
except RuntimeError as e:
    print(e)
print(store.cas("new", None, [1]), store.cas("new", None, 2), store.cas("new", [1], 2), store.get("new"))

# A handle among the caller's globals goes along.
def by_global():
    return store.get("n")
print(runtime.run(by_global).get())
print(runtime.run(lambda s: s.get("sum"), store).get())
