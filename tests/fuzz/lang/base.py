"""The generator's frame: random choices, names in scope, lines of the program, typed templates."""
import random
import re

HOLE = re.compile(r"<(\w+)>")
# Shapes that need brackets wherever they stand as an operand.
LOOSE = re.compile(r"lambda|:=| for | if |^\*|^yield|^not |^-|, ")


class Gen:
    """One program. `templates` maps a type to ways of making it; leaves[type] makes one without parts."""

    wrong_type = 0.03

    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.lines = []
        self.indent = 0
        self.counter = 0
        self.scopes = [{}]   # type -> names
        self.templates = {}
        self.leaves = {}

    # -- choices
    def chance(self, p):
        return self.rng.random() < p

    def pick(self, items):
        return items[int(self.rng.random() * len(items))]

    def some(self, low, high):
        return self.rng.randint(low, high)

    # -- text
    def emit(self, text):
        for line in text.split("\n"):
            self.lines.append("    " * self.indent + line)

    def block(self, head):
        self.emit(head)
        return Block(self)

    def name(self, prefix="v"):
        self.counter += 1
        return "%s%d" % (prefix, self.counter)

    # -- names
    def declare(self, kind, name):
        self.scopes[-1].setdefault(kind, [])
        if name not in self.scopes[-1][kind]:
            self.scopes[-1][kind].append(name)

    def names(self, kind):
        found = []
        for scope in self.scopes:
            found += scope.get(kind, ())
        return found

    def scope(self):
        return Scope(self)

    # -- expressions
    def leaf(self, kind):
        names = self.names(kind)
        if names and self.chance(0.6):
            return self.pick(names)
        return self.leaves[kind]() if kind in self.leaves else self.leaves["any"]()

    def expr(self, kind, depth=3):
        if kind != "any" and kind in self.leaves and self.chance(self.wrong_type):
            kind = "any"
        if kind == "any":
            kind = self.pick(self.any_kinds)
        if depth <= 0 or kind not in self.templates or self.chance(0.15):
            return self.leaf(kind)
        return self.fill(self.pick(self.templates[kind]), depth - 1)

    def fill(self, template, depth=2):
        def replace(m):
            text = self.part(m.group(1), depth)
            # 7.real is no Python, and an extension here (K3).
            return "(" + text + ")" if text[0].isdigit() and template.startswith(".", m.end()) else text

        return HOLE.sub(replace, template)

    def part(self, kind, depth):
        special = getattr(self, "hole_" + kind, None)
        if special:
            return special()
        text = self.expr(kind, depth)
        if " " in text and (LOOSE.search(text) or self.chance(0.8)):
            return "(" + text + ")"
        return "(" + text + ")" if text.startswith("-") else text

    def value(self, kind):
        """A literal or constant of that type."""
        return self.leaves[kind]()

    def source(self):
        return "\n".join(self.lines) + "\n"


class Block:
    def __init__(self, gen):
        self.gen = gen

    def __enter__(self):
        self.gen.indent += 1
        self.start = len(self.gen.lines)

    def __exit__(self, *error):
        if len(self.gen.lines) == self.start:
            self.gen.emit("pass")
        self.gen.indent -= 1


class Scope:
    def __init__(self, gen):
        self.gen = gen

    def __enter__(self):
        self.gen.scopes.append({})

    def __exit__(self, *error):
        self.gen.scopes.pop()


def table(text):
    return [line.strip() for line in text.strip().splitlines() if line.strip()]
