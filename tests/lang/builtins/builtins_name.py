# __builtins__ is the module builtins, or its dict, wherever code looks names up.
import builtins

table = __builtins__ if isinstance(__builtins__, dict) else vars(__builtins__)
print(table["len"] is len, table["int"] is int, "print" in table)
print(hasattr(builtins, "sorted"), getattr(builtins, "max")(3, 4))


def inside():
    names = __builtins__ if isinstance(__builtins__, dict) else dir(__builtins__)
    return "range" in names, "no_such_name" in names


print(inside())
space = {}
exec("x = __builtins__", space)
print(space["x"] is space["__builtins__"])
print(eval("len([1, 2])", {"__builtins__": {"len": len}}))
try:
    eval("max(1, 2)", {"__builtins__": {"len": len}})
except NameError as e:
    print(e)
