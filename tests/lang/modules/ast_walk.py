import ast

source = '''
import os, sys as system
from math import pi

LIMIT = 10

class Shape(Base):
    """A shape."""
    kind: str = 'none'

    def area(self, scale=2):
        total = 0
        for i in range(LIMIT):
            if i % 2 and not i == 7:
                total += i * scale
            elif i > 8:
                continue
        return total

def helper(*args, **kw):
    return {k: v for k, v in kw.items() if v} or [x ** 2 for x in args]
'''
tree = ast.parse(source)


class Names(ast.NodeVisitor):
    def __init__(self):
        self.seen = {}
        self.functions = []
        self.constants = []

    def visit_Name(self, node):
        self.seen.setdefault(type(node.ctx).__name__, []).append(node.id)

    def visit_FunctionDef(self, node):
        self.functions.append((node.name, [a.arg for a in node.args.args], node.lineno))
        self.generic_visit(node)

    def visit_Constant(self, node):
        self.constants.append(node.value)


names = Names()
names.visit(tree)
print(names.seen)
print(names.functions)
print(names.constants)
print([type(n).__name__ for n in ast.walk(ast.parse('f(a, b=c)[1:2]'))])
print([(name, type(value).__name__) for name, value in ast.iter_fields(tree.body[3])])
print([type(n).__name__ for n in ast.iter_child_nodes(tree.body[3])])


class Fold(ast.NodeTransformer):
    """Arithmetic on numbers is done at once."""

    def visit_BinOp(self, node):
        self.generic_visit(node)
        if isinstance(node.left, ast.Constant) and isinstance(node.right, ast.Constant):
            value = eval(compile(ast.fix_missing_locations(ast.Expression(node)), '<fold>', 'eval'))
            return ast.copy_location(ast.Constant(value), node)
        return node


print(ast.unparse(Fold().visit(ast.parse('x = 1 + 2 * 3 - y; z = 2 ** 10 // 3'))))


class Rename(ast.NodeTransformer):
    def visit_Name(self, node):
        return ast.copy_location(ast.Name(node.id.upper(), node.ctx), node)

    def visit_Pass(self, node):
        return None

    def visit_Expr(self, node):
        self.generic_visit(node)
        return [node, node]


changed = Rename().visit(ast.parse('a = b\nif c:\n    f(a)\n    pass\n'))
print(ast.unparse(changed))


class Trace(ast.NodeTransformer):
    def visit_FunctionDef(self, node):
        note = ast.parse(f'log.append({node.name!r})').body[0]
        node.body.insert(0, note)
        return node


log = []
space = {'log': log}
traced = ast.fix_missing_locations(Trace().visit(ast.parse('def f(x):\n    return x * 2\ndef g(x):\n    return f(x) + 1\n')))
exec(compile(traced, '<traced>', 'exec'), space)
print(space['g'](5), log)

# ---- running trees
print(eval(compile(ast.parse('6 * 7', mode='eval'), '<tree>', 'eval')))
expression = ast.Expression(ast.BinOp(ast.Constant('ab'), ast.Mult(), ast.Constant(3)))
print(eval(compile(ast.fix_missing_locations(expression), '', 'eval')))
exec(compile(ast.parse('for i in range(3):\n    total = i\nprint("total", total)'), '<tree>', 'exec'))
code = compile(ast.parse('\n\n\nx = 1\n\n\ny = 1 / 0\n'), '<lines>', 'exec')
try:
    exec(code, {})
except ZeroDivisionError as e:
    print('line', e.__traceback__.tb_next.tb_lineno)
only = compile('a.b', 'f', 'eval', ast.PyCF_ONLY_AST)
print(ast.dump(only))
for tree, mode in ((ast.parse('x'), 'eval'), (ast.parse('x', mode='eval'), 'exec')):
    try:
        compile(tree, '', mode)
    except TypeError as e:
        print('TypeError:', e)
try:
    compile(ast.Expression(ast.Constant(1)), '', 'eval')
except TypeError as e:
    print('TypeError:', e)


class Calls(ast.NodeVisitor):
    def generic_visit(self, node):
        if isinstance(node, ast.Call):
            print('call', ast.unparse(node.func))
        super().generic_visit(node)


Calls().visit(ast.parse('print(len(x).bit_length(), sorted(y, key=lambda v: abs(v)))'))
