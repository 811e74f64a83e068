import scriptling.runtime.sync as sync

a = sync.Atomic("a", 5)
print(a.get(), a.add(), a.add(10), a.add(-20), a.add(2.9))
print(a.set(7), a.get(), a.swap(9), a.get())
print(a.compare_and_set(1, 2), a.compare_and_set(9, 10), a.get())
print(sync.Atomic("a", 99).get(), sync.Atomic("b").get(), sync.Atomic("c", initial=3).get())
print(sync.Atomic("text", "3").get(), sync.Atomic("flag", True).get())
print(a)

big = sync.Atomic("big", 9223372036854775807)
print(big.add(1))

for wrong in ("1", None, [1], True):
    try:
        a.add(wrong)
    except TypeError as e:
        print(e)
for call in (lambda: a.set(), lambda: a.set("x"), lambda: sync.Atomic(1), lambda: sync.Atomic(), lambda: a.add(1, 2), lambda: sync.Atomic("d", start=1)):
    try:
        call()
    except TypeError as e:
        print("TypeError:", e)

print(isinstance(a, sync.Atomic), type(a).__name__)
a.set(1)
print(sync.delete("Atomic", "a"), sync.delete("Atomic", "a"), sync.Atomic("a").get(), a.get())
try:
    sync.delete("Thing", "a")
except ValueError as e:
    print(e)
