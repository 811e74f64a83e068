"""The key-value store: shared across requests, tasks and, in a file, across runs.

Run: scriptling-server examples/kv.py
"""
import scriptling.runtime as runtime
import scriptling.runtime.kv as kv

# --- Default store ---------------------------------------------------------------------------
kv.default.set("api_key", "secret123")
kv.default.set("session:abc", {"user": "bob"}, ttl=3600)
print(kv.default.get("api_key"))
print(kv.default.get("session:abc", default={}))
print(kv.default.get("session:none", default={}))
if kv.default.exists("session:abc"):
    print("session exists")
print(kv.default.ttl("session:abc") in (3599, 3600), kv.default.ttl("api_key"), kv.default.ttl("nothing"))

# --- Named store in memory ----------------------------------------------------------------------
scratch = kv.open(":memory:scratch")
scratch.set("temp", 42)
print(scratch.get("temp"), kv.open(":memory:scratch").get("temp"), kv.default.get("temp"))

# --- Store in a file ------------------------------------------------------------------------------
db = kv.open("var/examples/agent.db")
db.set("last_topic", "python async")
topic = db.get("last_topic", default="")
print(topic)
db.clear()
db.close()

# --- Patterns ---------------------------------------------------------------------------------------
kv.default.set("user:1", {"name": "Alice"})
kv.default.set("user:2", {"name": "Bob"})
kv.default.set("session:def", {"user_id": 1})
print(kv.default.keys("user:*"))


# --- State across requests ----------------------------------------------------------------------------
def handler(user):
    users = kv.default.get("users", default=[])
    users.append(user)
    kv.default.set("users", users)
    return {"count": len(users)}


print(handler({"name": "Carol"}), handler({"name": "Dave"}))


def worker():
    users = kv.default.get("users", default=[])
    return f"total users: {len(users)}"


print(runtime.run(worker).get())

# Values are copies: changing one leaves the store alone.
users = kv.default.get("users")
users.clear()
print(len(kv.default.get("users")))


# --- A named store shared by background tasks -------------------------------------------------------------
def task_a():
    store = kv.open(":memory:shared")
    store.set("result_a", "done")


def task_b():
    store = kv.open(":memory:shared")
    store.set("result_b", "done")


for promise in [runtime.background("a", "task_a"), runtime.background("b", "task_b")]:
    promise.wait()
print(kv.open(":memory:shared").keys())

# --- Counting, deleting, clearing -----------------------------------------------------------------------
print(kv.default.incr("hits"), kv.default.incr("hits", 10))
kv.default.delete("hits")
print(kv.default.exists("hits"))
scratch.clear()
print(scratch.keys())
scratch.close()
print(kv.open(":memory:scratch").get("temp", "gone"))
