"""Functions: parameters and calls of every shape, closures, generators driven step by step, decorators."""
from flow import Flow


class Functions(Flow):
    def parameters(self):
        """Text of a parameter list, and the names it binds."""
        names = [self.name("p") for _ in range(self.some(0, 5))]
        parts, defaults = [], False
        slash = self.some(1, len(names)) if names and self.chance(0.2) else 0
        star = self.some(0, len(names)) if self.chance(0.5) else len(names) + 1
        bound = list(names)
        for i, name in enumerate(names):
            if i == star:
                parts.append("*" if self.chance(0.4) else "*args")
                defaults = False
            if i and i == slash and i <= star and "/" not in parts and not parts[-1].startswith("*"):
                parts.append("/")
            default = self.chance(0.4) or (defaults and i < star)
            defaults = defaults or default
            parts.append(name + (": int" if self.chance(0.1) else "") + ("=" + self.expr("any", 1) if default else ""))
        if star == len(names):
            parts.append("*args")
        if self.chance(0.35):
            parts.append("**kw")
        if "*args" in parts:
            bound.append("args")
        if "**kw" in parts:
            bound.append("kw")
        return ", ".join(parts), bound

    def arguments(self, bound):
        parts, named = [], set()
        for _ in range(self.some(0, 4)):
            parts.append("*" + self.expr(self.pick(["list", "tuple", "str", "any"]), 1) if self.chance(0.15) else self.expr("any", 1))
        for name in bound:
            if self.chance(0.25) and name not in named:
                named.add(name)
                parts.append(name + "=" + self.expr("any", 1))
        if self.chance(0.1):
            parts.append("zz=1")
        if self.chance(0.2):
            parts.append("**" + self.pick(["{'zz': 2}", "{%r: 3}" % (bound[0] if bound else "q"), self.expr("dict", 1), "{1: 2}", "None"]))
        if self.chance(0.05):
            parts.append("*" + self.expr("list", 0))
        return ", ".join(parts)

    def chunk_calls(self):
        name = self.name("f")
        text, bound = self.parameters()
        with self.scope(), self.block("def %s(%s):" % (name, text)):
            self.emit("return (%s)" % "".join(n + ", " for n in bound) if bound else "return 'called'")
        for _ in range(self.some(3, 7)):
            self.emit("t(lambda: %s(%s))" % (name, self.arguments(bound)))
        self.emit("t(lambda: (lambda %s: 1)(%s))" % (text, self.arguments(bound)))

    def chunk_function(self):
        name = self.name("f")
        with self.scope(), self.block("def %s(a, b=%s):" % (name, self.expr("any", 1))):
            self.declare("int", "a")
            self.declare("any", "b")
            self.statements(frozenset({"function"}), 4, self.some(3, 7))
            self.emit("return " + self.expr("any", 1))
        for _ in range(3):
            self.emit("t(lambda: %s(%s))" % (name, ", ".join(self.expr(k, 1) for k in ("int", "any")[:self.some(1, 2)])))

    def chunk_flow(self):
        """Statements of the module itself."""
        with self.block("try:"):
            self.statements(frozenset({"module"}), 3, self.some(3, 6))
        with self.block("except Exception as e:"):
            self.emit("report(e)")

    def chunk_generator(self):
        name = self.name("gen")
        with self.scope(), self.block("def %s(a=%s):" % (name, self.expr("int", 1))):
            self.declare("int", "a")
            self.statements(frozenset({"function", "generator"}), 3, self.some(3, 6))
            self.emit("yield a")
        for _ in range(3):
            steps = []
            for _ in range(self.some(1, 6)):
                what = self.pick(["next", "next", "next", "send", "send", "throw", "close"])
                value = "None" if what in ("next", "close") else self.pick(["ValueError('in')", "KeyError('k')", "GeneratorExit", "StopIteration(5)", "TypeError", "OSError(1, 'x')"]) if what == "throw" else self.expr("any", 1)
                steps.append("(%r, %s)" % (what, value))
            if self.chance(0.3):
                wrapper = self.name("gen")
                with self.block("def %s():" % wrapper):
                    with self.block(self.pick(["try:", "with Cm('w'):", "with Cm('w', True):"])) as _:
                        self.emit("print('from', (yield from %s()))" % name)
                    if self.lines[-2].strip() == "try:":
                        self.emit("finally:\n    print('over')")
                    self.emit("yield 'end'")
                self.emit("drive(%s, [%s])" % (wrapper, ", ".join(steps)))
            else:
                self.emit("drive(%s, [%s])" % (name, ", ".join(steps)))

    def chunk_simple_generator(self):
        """Abandoned generators without finally: collected at different times, to no effect."""
        name = self.name("gen")
        with self.block("def %s(n):" % name):
            self.emit(self.pick(["for i in range(n):\n    yield i * i", "while n > 0:\n    n -= 1\n    yield n", "yield from range(n)\nyield from 'ab'", "if n:\n    yield n\n    yield from %s(n - 1)" % name,
                                 "yield\nreturn n", "x = yield n\nyield x\nraise ValueError(n)", "a, b = 0, 1\nfor _ in range(n):\n    yield a\n    a, b = b, a + b"]))
        for _ in range(self.some(2, 5)):
            form = self.pick(["list({g})", "sum({g})", "sorted({g})", "tuple({g})[<small>:]", "next({g})", "next({g}, <any>)", "dict(zip('abc', {g}))", "max({g})", "[*{g}, <any>]", "<any> in {g}", "list(map(str, {g}))",
                              "list(zip({g}, {g}))", "list(enumerate({g}))", "[x for x in {g} if x]", "any({g})", "(lambda *a: a)(*{g})", "', '.join({g})", "list(filter(None, {g}))", "len({g})", "{g}[0]", "{g}.send(1)",
                              "list(reversed({g}))", "min({g}, key=lambda x: -x)", "set({g}) == {0}", "[x for g in [{g}] for x in g for y in range(x)]"])
            self.emit("t(lambda: %s)" % self.fill(form.replace("{g}", "%s(%d)" % (name, self.some(0, 4)))))

    def chunk_expressions(self):
        for _ in range(self.some(1, 4)):
            kind = self.pick(["int", "str", "list", "dict", "float", "set", "bytes", "idict", "slist", "tuple"])
            name = self.name()
            self.emit("%s = %s" % (name, self.value(kind)))
            self.declare(kind, name)
        for _ in range(self.some(4, 10)):
            self.emit("t(lambda: %s)" % self.expr(self.pick(["int", "float", "str", "str", "bool", "list", "dict", "tuple", "bytes", "idict", "set", "slist"]), self.some(1, 4)))

    def chunk_text(self):
        for _ in range(self.some(4, 10)):
            self.emit("t(lambda: %s)" % self.fill(self.pick(["<fstring>", "<percent>", "<dotformat>", "format(<int>, <spec>)", "format(<float>, <spec>)", "format(<str>, <spec>)", "<str>", "format(<bool>, <int_spec>)"]), 2))

    def chunk_closures(self):
        outer, inner = self.name("outer"), self.name("inner")
        with self.scope(), self.block("def %s(a, b=2):" % outer):
            self.declare("int", "a")
            self.declare("int", "b")
            self.assign()
            with self.scope(), self.block("def %s(c=a):" % inner):
                self.declare("int", "c")
                self.emit("nonlocal " + self.pick(["a", "b", "a, b"]))
                self.emit(self.pick(["a += c", "b = a + c", "a, b = b, a", "del a", "a = [lambda: a + b, c][1]"]) if "a, b" in self.lines[-1] else "print(a, b)")
                self.statements(frozenset({"function"}), 1, 2)
                self.emit("return (a, b, c)")
            self.emit(self.pick(["return %s", "return %s, lambda: (a, b)", "%s()\nreturn a, b", "return [%s() for _ in range(2)]", "return [(lambda: (i, a)) for i in range(2)] + [%s]"]) % inner)
        self.emit("r = %s(%d)" % (outer, self.some(0, 9)))
        self.emit("for f in (r if isinstance(r, (list, tuple)) else [r]):\n    if callable(f):\n        t(f)\n        t(f)\n    else:\n        show(f)")

    def chunk_decorators(self):
        decorator, f = self.name("deco"), self.name("f")
        with self.block("def %s(tag):" % decorator):
            self.emit("def wrap(f):\n    def inner(*args, **kw):\n        print(tag, args, sorted(kw))\n        return f(*args, **kw)\n    return inner\nreturn wrap")
        text, bound = self.parameters()
        self.emit("@%s(1)\n@%s('two')" % (decorator, decorator))
        with self.block("def %s(%s):" % (f, text)):
            self.emit("return %s" % ("[%s]" % ", ".join(bound)))
        for _ in range(3):
            self.emit("t(lambda: %s(%s))" % (f, self.arguments(bound)))
