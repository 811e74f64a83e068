# Structures that contain themselves.
import copy
import json

l = [1]
l.append(l)
d = {"a": l}
d["d"] = d
t = ([],)
t[0].append(t)
print(l, d, t)
print(repr({1: l}), str((l, d)), f"{l}", "%s" % (l,), "{}".format(d))
for what in (l, d, t):
    try:
        json.dumps(what)
    except ValueError as e:
        print(e)
c = copy.deepcopy(l)
print(c, c[1] is c, c is l)
c = copy.deepcopy(d)
print(c["d"] is c, c["a"][1] is c["a"])
c = copy.deepcopy(t)
print(c[0][0] is c)
m = [1]
m.append(m)
for f in (lambda: l == m, lambda: l < m, lambda: l != m, lambda: m in [l], lambda: [l].index(m), lambda: {"x": l} == {"x": m}):
    try:
        print(f())
    except RecursionError as e:
        print("RecursionError")
print(l == l, [l] == [l], l in [l], [l].count(l))


class Node:
    def __init__(self):
        self.me = self
        self.others = [self]

    def __repr__(self):
        return "Node(%r)" % (len(self.others),)


n = copy.deepcopy(Node())
print(n.me is n, n.others[0] is n, n)
s = [3, 1, 2]
s.append(s)
try:
    s.sort()
except TypeError as e:
    print(e)
x = []
x.extend(x)
x += [x]
x.extend(x)
print(x, len(x))
x[:] = x
x[1:1] = x
print(len(x))
q = {}
q.update(q)
q |= q
print(q)
