import scriptling.runtime.kv as kv

a, b = kv.open(":memory:one"), kv.open(":memory:one")
a.set("k", 1)
print(b.get("k"), kv.open(":memory:two").get("k"), kv.get("k"), a.name, a)
a.close()
print(b.get("k", "gone"), b.exists("k"), b.ttl("k"), b.keys(), b)
for call in (lambda: b.set("k", 1), lambda: b.incr("k"), lambda: b.clear(), lambda: b.append("k", 1)):
    try:
        call()
    except RuntimeError as e:
        print(e)
a.close()
print(kv.open(":memory:one").keys())
try:
    kv.open("")
except ValueError as e:
    print(e)
