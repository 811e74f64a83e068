import time
import scriptling.runtime.kv as kv

s = kv.open(":memory:ttl")
s.set("a", 1)
s.set("b", 1, 100)
s.set("c", 1, ttl=100.5)
s.set("zero", 1, ttl=0)
s.set("minus", 1, ttl=-5)
print(s.ttl("a"), 98 <= s.ttl("b") <= 100, 98 <= s.ttl("c") <= 100, s.ttl("zero"), s.ttl("minus"), s.ttl("missing"))
for wrong in ("60", None, [1], True):
    try:
        s.set("a", 1, ttl=wrong)
    except TypeError as e:
        print(e)

def wait_gone(key):
    end = time.time() + 10
    while s.exists(key) and time.time() < end:
        time.sleep(0.01)
    return not s.exists(key)

for key in ("x", "y", "n", "list"):
    s.set(key, [1] if key == "list" else 1, ttl=0.15)
print(s.ttl("x"))
start = time.time()
print(wait_gone("list"), wait_gone("x"), time.time() - start < 5)
print(s.get("x", "default"), s.ttl("x"), s.keys("x"), s.items("x"), s.delete("x"), s.incr("n"), s.append("list", 5), s.cas("y", 1, 2), s.cas("y", None, 3), s.get("y"))
print(s.ttl("n"), s.ttl("list"))

s.set("keep", 1, ttl=100)
s.incr("keep")
print(s.ttl("keep") > 90, s.get("keep"))
s.set("keep", 5)
print(s.ttl("keep"))
print(s.expire("keep", 50), 48 <= s.ttl("keep") <= 50, s.persist("keep"), s.ttl("keep"), s.expire("none", 5), s.persist("none"))
s.set_many({"p": 1, "q": 2}, ttl=30)
print(s.ttl("p") > 20, s.ttl("q") > 20)
