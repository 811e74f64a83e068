class VM:

    def __init__(self, code):
        self.code = code
        self.stack = []
        self.pc = 0
        self.vars = {}
        self.out = []

    def run(self):
        while self.pc < len(self.code):
            op, *args = self.code[self.pc]
            self.pc += 1
            getattr(self, 'op_' + op, self.bad)(*args)
        return self.out

    def bad(self, *a):
        raise NotImplementedError('op at %d' % (self.pc - 1))

    def op_push(self, v):
        self.stack.append(v)

    def op_add(self):
        b, a = (self.stack.pop(), self.stack.pop())
        self.stack.append(a + b)

    def op_lt(self):
        b, a = (self.stack.pop(), self.stack.pop())
        self.stack.append(a < b)

    def op_load(self, n):
        self.stack.append(self.vars[n])

    def op_store(self, n):
        self.vars[n] = self.stack.pop()

    def op_jz(self, t):
        if not self.stack.pop():
            self.pc = t

    def op_jmp(self, t):
        self.pc = t

    def op_print(self):
        self.out.append(self.stack.pop())


p = [('push', 0), ('store', 'i'), ('load', 'i'), ('push', 5), ('lt',), ('jz', 13), ('load', 'i'), ('print',), ('load', 'i'), ('push', 1), ('add',), ('store', 'i'), ('jmp', 2)]
print(VM(p).run())
try:
    VM([('nop',)]).run()
except NotImplementedError as e:
    print(e)
try:
    VM([('add',)]).run()
except IndexError as e:
    print(e)
try:
    VM([('load', 'zz')]).run()
except KeyError as e:
    print(e)
