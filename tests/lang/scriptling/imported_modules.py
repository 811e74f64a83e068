# the user's files are of the program's dialect, modules that come with the program are Python
import functools
import json
import textwrap
import user_rules_mod
from user_rules_mod import Thing, star, truncate

print(truncate(-7, 2), user_rules_mod.peek({}, "x"), star(1, 2), user_rules_mod.first, user_rules_mod.second)
print(user_rules_mod.nope, Thing().nope, Thing.nope)
print(functools.partial(star, 1)(2), functools.reduce(lambda a, b: a // b, [-7, 2]))


@functools.wraps(star)
def wrapped(*args, **kwargs):
    args.append("w")
    return star(*args, **kwargs)


print(wrapped(1), wrapped.__name__)


@functools.lru_cache(maxsize=None)
def cached(a, b):
    return a // b, [a, b][5]


print(cached(-7, 2), cached(-7, 2))
data = json.loads('{"a": {"b": [1, 2]}}')
print(data.a.b[1], data.a.c, data["z"], json.dumps({"t": star(1)}))
print(textwrap.dedent("  x\n  y"), sorted([3, 1], key=lambda v: -v % 3))
import collections
from dataclasses import dataclass


@dataclass(frozen=True)
class Point:
    x: int
    y: int = 0


Pair = collections.namedtuple("Pair", "a b")
print({Point(1), Point(1)}, Pair(1, 2).a, Pair(1, 2)[5], Point(3).nope, collections.Counter("aab")["zz"])
try:
    from user_rules_mod import absent
except ImportError as e:
    print(type(e).__name__, "absent" in str(e))
try:
    user_rules_mod.absent()
except AttributeError as e:
    print(e)
