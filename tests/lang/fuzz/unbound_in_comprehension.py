# A comprehension's variables of the function around it are free variables there.
def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


def element():
    if 0: v = 1
    return [v for x in [1]]
def first_iterable():
    if 0: v = 1
    return [x for x in v]
def condition():
    if 0: v = 1
    return [x for x in [1] if v]
def second_iterable():
    if 0: v = 1
    return [x for x in [1] for y in v]
def nested():
    if 0: v = 1
    return [[v for x in [1]] for y in [1]]
def generator():
    if 0: v = 1
    return list(v for x in [1])
def dict_key():
    if 0: v = 1
    return {v: 1 for x in [1]}
def captured():
    if 0: v = 1
    return {v for x in [1]}, lambda: v
def inner():
    if 0: v = 1
    return [lambda: v for x in [1]][0]()
def walrus():
    return [y for x in [1] if (y := 1) < 0], y
def before_walrus():
    return [y for x in [1]], [(y := x) for x in [1]]
def own_early():
    return [x for y in [1] if z for x in [1] for z in [2]]
def bound_after():
    try:
        return [v for x in [1]]
    except NameError as e:
        v = 7
    return [v for x in [1]], v


for f in (element, first_iterable, condition, second_iterable, nested, generator, dict_key, captured, inner, walrus, before_walrus, own_early, bound_after):
    t(f)
