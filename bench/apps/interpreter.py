# A small language: tokenizer, recursive descent parser, compiler to a stack machine, machine.
import re

TOKEN = re.compile(r"\s*(?:(\d+)|([A-Za-z_]\w*)|(==|<=|>=|!=|[-+*/%<>=(){};,]))")
KEYWORDS = {"while", "if", "else", "print"}


def tokenize(text):
    out, pos = [], 0
    text = text.rstrip()
    while pos < len(text):
        m = TOKEN.match(text, pos)
        if not m:
            raise SyntaxError(text[pos:pos + 10])
        number, name, op = m.groups()
        out.append(("num", int(number)) if number else (name, name) if name in KEYWORDS else ("name", name) if name else (op, op))
        pos = m.end()
    out.append(("end", None))
    return out


class Parser:
    LEVELS = [("==", "!=", "<", ">", "<=", ">="), ("+", "-"), ("*", "/", "%")]

    def __init__(self, tokens):
        self.tokens = tokens
        self.pos = 0
        self.code = []

    @property
    def kind(self):
        return self.tokens[self.pos][0]

    def take(self, kind):
        k, value = self.tokens[self.pos]
        if k != kind:
            raise SyntaxError(f"expected {kind}, found {k}")
        self.pos += 1
        return value

    def emit(self, op, arg=None):
        self.code.append([op, arg])
        return len(self.code) - 1

    def program(self):
        while self.kind != "end":
            self.statement()
        self.emit("HALT")
        return self.code

    def block(self):
        self.take("{")
        while self.kind != "}":
            self.statement()
        self.take("}")

    def statement(self):
        if self.kind == "while":
            self.take("while")
            start = len(self.code)
            self.expression()
            leave = self.emit("JZ")
            self.block()
            self.emit("JMP", start)
            self.code[leave][1] = len(self.code)
        elif self.kind == "if":
            self.take("if")
            self.expression()
            other = self.emit("JZ")
            self.block()
            if self.kind == "else":
                self.take("else")
                end = self.emit("JMP")
                self.code[other][1] = len(self.code)
                self.block()
                self.code[end][1] = len(self.code)
            else:
                self.code[other][1] = len(self.code)
        elif self.kind == "print":
            self.take("print")
            self.expression()
            self.take(";")
            self.emit("PRINT")
        else:
            name = self.take("name")
            self.take("=")
            self.expression()
            self.take(";")
            self.emit("STORE", name)

    def expression(self, level=0):
        if level == len(self.LEVELS):
            return self.atom()
        self.expression(level + 1)
        while self.kind in self.LEVELS[level]:
            op = self.kind
            self.pos += 1
            self.expression(level + 1)
            self.emit("BIN", op)

    def atom(self):
        if self.kind == "num":
            self.emit("PUSH", self.take("num"))
        elif self.kind == "(":
            self.take("(")
            self.expression()
            self.take(")")
        else:
            self.emit("LOAD", self.take("name"))


class Machine:
    def __init__(self, code):
        self.code = code
        self.stack = []
        self.names = {}
        self.output = []
        self.ops = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a // b, "%": lambda a, b: a % b,
                    "<": lambda a, b: a < b, ">": lambda a, b: a > b, "<=": lambda a, b: a <= b, ">=": lambda a, b: a >= b, "==": lambda a, b: a == b, "!=": lambda a, b: a != b}

    def run(self):
        code, stack, names, ops = self.code, self.stack, self.names, self.ops
        pc = steps = 0
        while True:
            op, arg = code[pc]
            pc += 1
            steps += 1
            if op == "LOAD":
                stack.append(names[arg])
            elif op == "PUSH":
                stack.append(arg)
            elif op == "BIN":
                b = stack.pop()
                a = stack.pop()
                stack.append(ops[arg](a, b))
            elif op == "STORE":
                names[arg] = stack.pop()
            elif op == "JZ":
                if not stack.pop():
                    pc = arg
            elif op == "JMP":
                pc = arg
            elif op == "PRINT":
                self.output.append(stack.pop())
            else:
                return steps


SOURCE = """
n = 2; found = 0; sum = 0;
while found < 250 {
  d = 2; prime = 1;
  while d * d <= n { if n % d == 0 { prime = 0; d = n; } else { d = d + 1; } }
  if prime { found = found + 1; sum = sum + n; }
  n = n + 1;
}
print found; print sum; print n - 1;
"""
for _ in range(300):
    code = Parser(tokenize(SOURCE)).program()
for _ in range(8):
    m = Machine(code)
    steps = m.run()
print(m.output, steps, len(code))
