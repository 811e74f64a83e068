import ast
import copy
import pickle

# ---- construction
n = ast.Name('x', ast.Load())
print(n.id, type(n.ctx).__name__, n._fields, n._attributes, ast.Name.__match_args__)
print(ast.dump(ast.BinOp(left=ast.Constant(1), op=ast.Add(), right=ast.Constant(2.5))))
for make in (lambda: ast.Name('a', ast.Load(), 1), lambda: ast.Expr(1, 2), lambda: ast.Name('x', id='y')):
    try:
        make()
    except TypeError as e:
        print('TypeError:', e)
extra = ast.Name(id='q', note='kept')
print(extra.note, hasattr(extra, 'ctx'), ast.dump(extra))

# ---- classes
print(issubclass(ast.Name, ast.expr), issubclass(ast.If, ast.stmt), issubclass(ast.Add, ast.operator), issubclass(ast.expr, ast.AST))
print(isinstance(ast.parse('1').body[0].value, ast.expr), ast.Name.__name__, ast.Name.__module__, ast.Name.__doc__)
print(ast.FunctionDef._fields, ast.arguments._fields, ast.MatchClass._fields)
print(ast.Constant(5).n, ast.Constant('s').s, ast.Return().value, ast.Slice._fields)
print(isinstance(ast.Constant(1), ast.Num), isinstance(ast.Constant('a'), ast.Str), isinstance(ast.Constant(True), ast.Num), isinstance(ast.Constant(None), ast.NameConstant))

# ---- dump
tree = ast.parse('def f(a, *, b=1):\n    return a + b\n')
print(ast.dump(tree))
print(ast.dump(tree, indent=2))
print(ast.dump(tree, annotate_fields=False))
print(ast.dump(tree, include_attributes=True, indent='\t'))
print(ast.dump(ast.Constant(None)), ast.dump(ast.Pass()), ast.dump(ast.Expr()), ast.dump(ast.Yield()))
try:
    ast.dump([1])
except TypeError as e:
    print('TypeError:', e)

# ---- positions
source = 'é = "ü" + (1 *\n   2)  # end\nif é:\n    print(f"{é!r:>5}", é[1:2])\n'
for node in ast.walk(ast.parse(source)):
    if hasattr(node, 'lineno'):
        print(type(node).__name__, node.lineno, node.col_offset, node.end_lineno, node.end_col_offset, repr(ast.get_source_segment(source, node)))
inner = ast.parse('class A:\n    def f(self):\n        return 1\n')
method = inner.body[0].body[0]
print(ast.get_source_segment('class A:\n    def f(self):\n        return 1\n', method, padded=True))
new = ast.copy_location(ast.Constant(3), method)
print(new.lineno, new.col_offset, new.end_lineno, new.end_col_offset)
ast.increment_lineno(inner, 10)
print([node.lineno for node in ast.walk(inner) if isinstance(node, ast.stmt)])
made = ast.Expr(ast.Call(ast.Name('f', ast.Load()), [ast.Constant(1)], []))
print(ast.dump(ast.fix_missing_locations(made), include_attributes=True))

# ---- copies
twin = copy.deepcopy(tree)
print(twin is not tree, ast.dump(twin) == ast.dump(tree), ast.dump(pickle.loads(pickle.dumps(tree))) == ast.dump(tree))

# ---- docstrings
documented = ast.parse('"""Module.\n\n    Indented.\n"""\ndef f():\n    "F"\nclass C: pass\n')
print(repr(ast.get_docstring(documented)), repr(ast.get_docstring(documented, clean=False)))
print(ast.get_docstring(documented.body[1]), ast.get_docstring(documented.body[2]))
try:
    ast.get_docstring(documented.body[0])
except TypeError as e:
    print('TypeError:', e)

# ---- what only trees can hold
print(ast.dump(ast.parse('async def f():\n    async with a: await b\n    async for x in y: pass\n    return [z async for z in w]\n')))
print(ast.dump(ast.parse('try:\n    pass\nexcept* ValueError as e:\n    pass\n')))
for mode in ('exec', 'eval', 'single'):
    print(ast.dump(ast.parse('x', mode=mode)))
try:
    ast.parse('x = = 1')
except SyntaxError as e:
    print(type(e).__name__, e.msg, e.lineno, e.offset, e.filename)
match ast.parse('a + 1', mode='eval').body:
    case ast.BinOp(ast.Name(name), ast.Add(), ast.Constant(value)):
        print('matched', name, value)
