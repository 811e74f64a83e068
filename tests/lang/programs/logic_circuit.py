from functools import cache
src = '123 -> x\n456 -> y\nx AND y -> d\nx OR y -> e\nx LSHIFT 2 -> f\ny RSHIFT 2 -> g\nNOT x -> h\nNOT y -> i'
rules = {o: e.split() for e, o in (l.split(' -> ') for l in src.splitlines())}


@cache
def val(w):
    if w.isdigit():
        return int(w)
    match rules[w]:
        case [a]:
            return val(a)
        case ['NOT', a]:
            return ~val(a) & 65535
        case [a, 'AND', b]:
            return val(a) & val(b)
        case [a, 'OR', b]:
            return val(a) | val(b)
        case [a, 'LSHIFT' | 'RSHIFT' as op, n]:
            return val(a) << int(n) if op[0] == 'L' else val(a) >> int(n)
        case x:
            raise ValueError(x)


print({k: val(k) for k in sorted(rules)})
