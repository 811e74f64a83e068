from scriptling.runtime import sync

s = sync.Shared("config", {"debug": True, "list": [1]})
config = s.get()
config["list"].append(2)
print(s.get(), config)
s.set(config)
config["list"].append(3)
print(s.get())
print(sync.Shared("config", "ignored").get(), sync.Shared("empty").get(), sync.Shared("kw", initial=(1, 2)).get())

print(s.update(lambda c: {"n": len(c)}), s.get())
try:
    s.update(lambda c: 1 // 0)
except ZeroDivisionError as e:
    print(e, s.get())

def nested(value):
    return s.get()
try:
    s.update(nested)
except RuntimeError as e:
    print(e, s.get())
print(s.update(lambda c: None), s.get())

for value in (lambda: 1, print, {"a": [0, object()]}):
    try:
        s.set(value)
    except TypeError as e:
        print(str(e).split(" (")[0], s.get())
try:
    s.update(lambda c: print)
except TypeError as e:
    print(e, s.get())
try:
    s.update(3)
except TypeError as e:
    print(type(e).__name__)

counter = sync.Atomic("in-shared", 4)
s.set([counter, b"\x00\xff", {1, 2}, 1.5, 10**30])
got = s.get()
got[0].add(1)
print(counter.get(), got[1:])
