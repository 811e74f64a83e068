"""Statements: assignments, loops, conditions, try nests, with, match, raise, del, global and nonlocal."""
from text import Text

ERRORS = ["ValueError", "KeyError", "IndexError", "TypeError", "ZeroDivisionError", "RuntimeError", "StopIteration", "AttributeError", "OSError", "LookupError", "ArithmeticError", "Exception"]
MIXED = ["int", "int", "int", "str", "list", "float", "dict", "tuple", "bool"]
AUGMENTED = {"int": ["+=", "-=", "//=", "%=", "&=", "|=", "^="], "float": ["+=", "-=", "*=", "/="], "str": ["+="], "list": ["+="], "set": ["|=", "&=", "-=", "^="], "bytes": ["+="], "dict": ["|="],
             "tuple": ["+="], "bool": ["&=", "|="]}


class Flow(Text):
    """`where` says what may stand here: loop, function, generator, finally."""

    def statements(self, where, depth, count=None):
        for _ in range(count or self.some(1, 4)):
            self.statement(where, depth)

    def statement(self, where, depth):
        simple = [self.assign, self.assign, self.assign, self.augmented, self.log, self.log, self.unpack, self.mutate, self.raises, self.delete, self.asserts]
        deep = [self.branch, self.branch, self.loop_for, self.loop_for, self.loop_while, self.try_nest, self.try_nest, self.try_nest, self.with_block, self.matching, self.closure]
        if "function" in where and self.chance(0.12):
            return self.returns(where)
        if "loop" in where and self.chance(0.15):
            return self.emit("if %s:\n    %s" % (self.expr("bool", 1), self.pick(["break", "continue"]))) if self.chance(0.8) else self.emit(self.pick(["break", "continue"]))
        if "generator" in where and self.chance(0.3):
            return self.yields()
        if depth > 0 and self.chance(0.45):
            return self.pick(deep)(where, depth - 1)
        self.pick(simple)(where)

    def log(self, where=()):
        names = [n for kind in MIXED for n in self.names(kind)]
        if names and self.chance(0.5):
            self.emit("print(%d, %s)" % (self.some(0, 99), self.pick(names)))
        else:
            self.emit("print(%d)" % self.some(0, 99))

    def assign(self, where=()):
        kind = self.pick(MIXED)
        value = self.expr(kind, 2)
        names = self.scopes[-1].get(kind)
        name = self.pick(names) if names and self.chance(0.5) else self.name()
        if kind == "int" and "loop" in where:
            value = "(%s) %% 1000003" % value
        if self.chance(0.1):
            other = self.name()
            self.emit("%s = %s = %s" % (name, other, value))
            self.declare(kind, other)
        elif self.chance(0.08):
            self.emit("%s: %s = %s" % (name, self.pick(["int", "'str'", "list"]), value))
        else:
            self.emit("%s = %s" % (name, value))
        self.declare(kind, name)

    def augmented(self, where=()):
        kind = self.pick(list(AUGMENTED))
        names = self.scopes[-1].get(kind) or self.names(kind)
        if not names or (names is not self.scopes[-1].get(kind) and self.chance(0.9)):
            return self.assign(where)
        self.emit("%s %s %s" % (self.pick(names), self.pick(AUGMENTED[kind]), self.expr(kind, 1)))

    def unpack(self, where=()):
        shape = self.pick(["{0}, {1} = <list>", "{0}, {1} = <tuple>", "{0}, *{1} = <list>", "*{0}, {1} = <any>", "[{0}, {1}] = <any>, <any>", "({0}, ({1}, *{2})) = <any>, <str>", "{0}, {1} = {1}, {0} = <int>, <int>",
                           "{0}, {1}, *{2} = <str>", "for {0}, {1} in <dict>.items(): pass", "{0}, {1}, {2} = <list>", "*{0}, = <any>", "{0}, = <list>"])
        names = [self.name(), self.name(), self.name()]
        self.emit(self.fill(shape.replace("{0}", names[0]).replace("{1}", names[1]).replace("{2}", names[2]), 1))
        for name in names:
            if name in self.lines[-1]:
                self.declare("any", name)
                if self.chance(0.5):
                    self.emit("print(%s)" % name)

    def mutate(self, where=()):
        kind = self.pick(["list", "list", "dict", "set", "slist"])
        names = self.names(kind)
        if not names:
            return self.assign(where)
        forms = {
            "list": ["{0}.append(<any>)", "{0}.extend(<list>)", "{0}.insert(<small>, <int>)", "{0}.pop(<small>)", "{0}.remove(<int>)", "{0}.sort()", "{0}.sort(key=lambda x: -x, reverse=<bool>)", "{0}.reverse()",
                     "{0}[<small>] = <any>", "{0}[<small>:<small>] = <list>", "{0}[::<small>] = <list>", "{0}[<small>] += <int>", "del {0}[<small>]", "del {0}[<small>:<small>]", "del {0}[::<small>]", "{0}.clear()",
                     "{0} *= <small> % 4", "{0}[<small>:] = <any>", "{0}[:0] = <str>", "{0} += <any>"],
            "dict": ["{0}[<str>] = <any>", "{0}.update(<dict>)", "{0}.update(a=<int>)", "{0}.setdefault(<str>, <any>)", "{0}.pop(<str>)", "{0}.popitem()", "del {0}[<str>]", "{0}.clear()", "{0}[<str>] += <int>",
                     "{0}.update([(<str>, <int>)])", "{0}.update(<any>)", "{0} |= <dict>", "{0}[<any>] = 1"],
            "set": ["{0}.add(<digit>)", "{0}.discard(<digit>)", "{0}.remove(<digit>)", "{0}.update(<set>)", "{0}.pop()", "{0}.intersection_update(<set>)", "{0}.difference_update(<set>)", "{0}.clear()",
                    "{0}.symmetric_difference_update(<set>)", "{0}.add(<list>)"],
            "slist": ["{0}.append(<str>)", "{0}.sort(key=len)", "{0}.sort(reverse=<bool>)", "{0}[<small>] += <str>", "{0}.extend(<str>)"],
        }[kind]
        name = self.pick(names)
        self.emit(self.fill(self.pick(forms).replace("{0}", name), 1))
        if self.chance(0.5):
            self.emit("show(%s)" % name)

    def raises(self, where=()):
        if self.chance(0.5):
            return self.assign(where)
        text = self.pick(["raise {0}({1})", "raise {0}", "raise {0}({1}, {1})", "raise {0}({1}) from {2}({1})", "raise {0}({1}) from None", "raise", "raise {1}"])
        text = text.replace("{0}", self.pick(ERRORS)).replace("{1}", self.expr("any", 0)).replace("{2}", self.pick(ERRORS))
        if self.chance(0.7):
            with self.block("if %s:" % self.expr("bool", 1)):
                self.emit(text)
        else:
            self.emit(text)

    def delete(self, where=()):
        names = [n for kind in MIXED for n in self.scopes[-1].get(kind, ())]
        if names and self.chance(0.3):
            self.emit("del " + self.pick(names))
        else:
            self.log()

    def asserts(self, where=()):
        if self.chance(0.5):
            return self.log()
        self.emit("assert " + self.expr("bool", 1) + (", " + self.expr("any", 1) if self.chance(0.5) else ""))

    def returns(self, where):
        if self.chance(0.7):
            with self.block("if %s:" % self.expr("bool", 1)):
                self.emit("return " + self.expr(self.pick(MIXED), 1))
        else:
            self.emit(self.pick(["return", "return " + self.expr(self.pick(MIXED), 2)]))

    def yields(self):
        kind = self.pick(MIXED)
        form = self.some(0, 5)
        if form == 0:
            name = self.name()
            self.emit("%s = yield %s" % (name, self.expr(kind, 1)))
            self.declare("any", name)
        elif form == 1:
            self.emit("yield from " + self.expr(self.pick(["list", "str", "tuple", "any"]), 1))
        elif form == 2:
            self.emit("print((yield), (yield %s))" % self.expr(kind, 1))
        else:
            self.emit("yield " + self.expr(kind, 1))

    # -- compound
    def branch(self, where, depth):
        with self.block("if %s:" % self.expr(self.pick(["bool", "bool", "any"]), 2)):
            self.statements(where, depth, self.some(1, 2))
        if self.chance(0.3):
            with self.block("elif %s:" % self.expr("bool", 1)):
                self.statements(where, depth, 1)
        if self.chance(0.5):
            with self.block("else:"):
                self.statements(where, depth, self.some(1, 2))

    def loop_for(self, where, depth):
        name = self.name("i")
        source = self.pick(["range(<digit> % 5)", "<list>[:4]", "<str>[:4]", "enumerate(<str>[:3])", "zip(<list>, <str>)", "<dict>", "<dict>.items()", "range(<small> % 6, -1, -1)", "sorted(<list>)[:3]", "<tuple>",
                            "reversed(<list>[:3])", "<any>"])
        with self.block("for %s in %s:" % (name, self.fill(source, 1))):
            self.declare("int" if "range" in source or "list" in source else "any", name)
            self.statements(where | {"loop"}, depth)
        self.loop_else(where, depth)

    def loop_while(self, where, depth):
        name = self.name("k")
        self.emit("%s = 0" % name)
        with self.block("while (%s := %s + 1) < %d%s:" % (name, name, self.some(1, 5), " and " + self.expr("bool", 1) if self.chance(0.4) else "")):
            self.statements(where | {"loop"}, depth)
        self.loop_else(where, depth)

    def loop_else(self, where, depth):
        if self.chance(0.25):
            with self.block("else:"):
                self.statements(where, depth, 1)

    def try_nest(self, where, depth):
        with self.block("try:"):
            self.statements(where, depth)
        handlers = self.some(0, 2)
        for i in range(handlers):
            name = self.name("e") if self.chance(0.6) else None
            what = self.pick(ERRORS) if self.chance(0.5) else "(" + self.pick(ERRORS) + ", " + self.pick(ERRORS) + ")" if self.chance(0.5) else "Exception"
            with self.block("except %s%s:" % (what, " as " + name if name else "")):
                if name:
                    self.emit("report(%s)" % name)
                self.statements(where, depth, self.some(1, 2))
                if self.chance(0.15):
                    self.emit("raise" if not name or self.chance(0.5) else "raise %s(%d) from %s" % (self.pick(ERRORS), self.some(0, 9), name))
        if handlers and self.chance(0.3):
            with self.block("else:"):
                self.statements(where, depth, 1)
        if not handlers or self.chance(0.4):
            with self.block("finally:"):
                self.statements(where, depth, self.some(1, 2))

    def with_block(self, where, depth):
        make = "Cm(%d%s)" % (self.some(0, 99), self.pick(["", "", ", True", ", fail='exit'", ", fail='enter'", ", True, 'exit'"]))
        name = self.name("c")
        head = self.pick(["with {0}:", "with {0} as {1}:", "with {0} as {1}, Cm('in'):", "with ({0} as {1}, Cm('in', True)):", "with Cm('out', True), {0}:"])
        with self.block(head.replace("{0}", make).replace("{1}", name)):
            self.statements(where, depth)

    def matching(self, where, depth):
        with self.block("match %s:" % self.expr(self.pick(["int", "str", "list", "tuple", "dict", "any"]), 2)):
            for _ in range(self.some(1, 4)):
                self.bound = []
                pattern = self.pattern(2)
                guard = " if " + self.expr("bool", 1) if self.chance(0.2) else ""
                with self.block("case %s%s:" % (pattern, guard)):
                    self.emit("print(%s)" % ", ".join([str(self.some(0, 99))] + self.bound))
                    self.statements(where, depth, 1)

    def capture(self):
        name = self.name("m")
        self.bound.append(name)
        return name

    def pattern(self, depth):
        form = self.some(0, 11) if depth else self.some(0, 4)
        inner = lambda: self.pattern(depth - 1)
        if form == 0:
            return self.pick(["0", "1", "-1", "2.5", "'a'", "None", "True", "'abc'", "b'a'", "-2"])
        if form in (1, 2) and depth < 2:
            return self.capture()
        if form <= 3:
            return self.pick(["int()", "str()", "list()", "dict()", "float()", "tuple()", "bool()"])
        if form == 4:
            return "int(%s)" % self.capture()
        if form == 5:
            return "[%s]" % ", ".join(inner() for _ in range(self.some(0, 3)))
        if form == 6:
            return "[%s, *%s]" % (inner(), self.capture())
        if form == 7:
            return "(*_, %s)" % inner()
        if form == 8:
            return "{'a': %s%s}" % (inner(), ", **" + self.capture() if self.chance(0.5) else "")
        if form == 9:
            return "(%s) as %s" % (self.pick(["0 | 1 | 2", "int() | str()", "'a' | 'abc' | None", "[_, _] | [_]", "{'a': _} | []"]), self.capture())
        if form == 10:
            return self.pick(["str() | int() | None", "1 | 'a' | True", "[] | () | {}"])
        return "%s, %s" % (inner(), inner()) if depth == 2 else "[%s, %s]" % (inner(), inner())

    def closure(self, where, depth):
        function = self.name("g")
        outer = [n for n in self.scopes[-1].get("int", ()) if n != "x"]
        inside = "function" in where
        with self.scope(), self.block("def %s(x=%s):" % (function, self.expr("int", 1))):
            self.declare("int", "x")
            if outer and self.chance(0.6):
                name = self.pick(outer)
                self.emit(("nonlocal " if inside else "global ") + name)
                self.emit("%s = (%s) %% 9973" % (name, self.expr("int", 1)))
            self.statements(frozenset({"function"}), min(depth, 1), self.some(1, 2))
            self.emit("return " + self.expr("int", 2))
        self.emit("t(%s)" % function if self.chance(0.7) else "print(%s(%s))" % (function, self.expr("int", 1)))
