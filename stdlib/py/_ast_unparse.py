"""Source text from syntax trees."""
from _ast_text import Expressions, kind_of, NAME, YIELD, TUPLE


class Statements(Expressions):
    """With `placed`, statements stand in the lines their nodes name, as far as there is room."""

    def __init__(self, placed=False):
        self.out = []
        self.depth = 0
        self.placed = placed
        self.line = 1

    def whole(self, node):
        write = getattr(self, 'put_' + kind_of(node), None)
        if write is None:
            return self.text(node)
        write(node)
        return ''.join(self.out)

    # ---- lines

    def emit(self, text, node=None):
        lead = '\n' if self.out else ''
        if self.placed and node is not None:
            missing = getattr(node, 'lineno', 0) - self.line - len(lead)
            if missing > 0:
                lead += '\n' * missing
        piece = lead + '    ' * self.depth + text
        self.line += piece.count('\n')
        self.out.append(piece)

    def gap(self):
        if self.out and not self.placed:
            self.out.append('\n')

    def statements(self, body):
        for node in body:
            getattr(self, 'put_' + kind_of(node), self.put_expression)(node)

    def block(self, head, body, node=None, documented=False):
        self.emit(head + ':', node)
        self.depth += 1
        self.documented(body) if documented else self.statements(body)
        self.depth -= 1

    def documented(self, body):
        if body and kind_of(body[0]) == 'Expr' and kind_of(body[0].value) == 'Constant' and isinstance(body[0].value.value, str):
            literal = body[0].value
            text, quotes = self.quotable(literal.value, ['"""', "'''"], False)
            prefix = 'u' if getattr(literal, 'kind', None) == 'u' else ''
            self.emit(prefix + quotes[0] + text + quotes[0], body[0])
            body = body[1:]
        self.statements(body)

    def orelse(self, body):
        if body:
            self.block('else', body)

    # ---- whole inputs

    def put_Module(self, node):
        self.documented(node.body)

    def put_Interactive(self, node):
        self.statements(node.body)

    def put_Expression(self, node):
        self.out.append(self.text(node.body))

    def put_FunctionType(self, node):
        self.out.append(f'({self.items(node.argtypes)}) -> {self.text(node.returns)}')

    # ---- simple statements

    def put_expression(self, node):
        self.emit(self.text(node), node)

    def put_Expr(self, node):
        self.emit(self.text(node.value, YIELD), node)

    def put_Assign(self, node):
        self.emit(''.join(self.text(t, TUPLE) + ' = ' for t in node.targets) + self.text(node.value), node)

    def put_AugAssign(self, node):
        self.emit(f'{self.text(node.target)} {self.operator(node.op)}= {self.text(node.value)}', node)

    def put_AnnAssign(self, node):
        target = self.text(node.target)
        if not node.simple and kind_of(node.target) == NAME:
            target = f'({target})'
        self.emit(f'{target}: {self.text(node.annotation)}' + (f' = {self.text(node.value)}' if node.value else ''), node)

    def put_Return(self, node):
        self.emit('return' + (' ' + self.text(node.value) if node.value else ''), node)

    def put_Delete(self, node):
        self.emit('del ' + self.items(node.targets), node)

    def put_Raise(self, node):
        if not node.exc:
            if node.cause:
                raise ValueError("Node can't be used without a value attribute.")
            return self.emit('raise', node)
        self.emit('raise ' + self.text(node.exc) + (f' from {self.text(node.cause)}' if node.cause else ''), node)

    def put_Assert(self, node):
        self.emit('assert ' + self.text(node.test) + (f', {self.text(node.msg)}' if node.msg else ''), node)

    def put_Pass(self, node):
        self.emit('pass', node)

    def put_Break(self, node):
        self.emit('break', node)

    def put_Continue(self, node):
        self.emit('continue', node)

    def put_Global(self, node):
        self.emit('global ' + ', '.join(node.names), node)

    def put_Nonlocal(self, node):
        self.emit('nonlocal ' + ', '.join(node.names), node)

    def put_Import(self, node):
        self.emit('import ' + self.items(node.names), node)

    def put_ImportFrom(self, node):
        self.emit(f"from {'.' * (node.level or 0)}{node.module or ''} import {self.items(node.names)}", node)

    # ---- statements with blocks

    def put_If(self, node, word='if'):
        self.block(f'{word} {self.text(node.test)}', node.body, node)
        rest = node.orelse
        if len(rest) == 1 and kind_of(rest[0]) == 'If':
            self.put_If(rest[0], 'elif')
        else:
            self.orelse(rest)

    def put_While(self, node):
        self.block(f'while {self.text(node.test)}', node.body, node)
        self.orelse(node.orelse)

    def put_For(self, node, word='for'):
        self.block(f'{word} {self.text(node.target, TUPLE)} in {self.text(node.iter)}', node.body, node)
        self.orelse(node.orelse)

    def put_AsyncFor(self, node):
        self.put_For(node, 'async for')

    def put_With(self, node, word='with'):
        self.block(f'{word} {self.items(node.items)}', node.body, node)

    def put_AsyncWith(self, node):
        self.put_With(node, 'async with')

    def put_Try(self, node, word='except'):
        self.block('try', node.body, node)
        for handler in node.handlers:
            self.put_ExceptHandler(handler, word)
        self.orelse(node.orelse)
        if node.finalbody:
            self.block('finally', node.finalbody)

    def put_TryStar(self, node):
        self.put_Try(node, 'except*')

    def put_ExceptHandler(self, node, word='except'):
        head = word + (f' {self.text(node.type)}' if node.type else '') + (f' as {node.name}' if node.name else '')
        self.block(head, node.body, node)

    def decorators(self, node):
        self.gap()
        for decorator in node.decorator_list:
            self.emit('@' + self.text(decorator), decorator)

    def put_FunctionDef(self, node, word='def'):
        self.decorators(node)
        returns = f' -> {self.text(node.returns)}' if node.returns else ''
        self.block(f'{word} {node.name}({self.text(node.args)}){returns}', node.body, node, True)

    def put_AsyncFunctionDef(self, node):
        self.put_FunctionDef(node, 'async def')

    def put_ClassDef(self, node):
        self.decorators(node)
        given = self.items(node.bases + node.keywords)
        self.block(f'class {node.name}' + (f'({given})' if given else ''), node.body, node, True)

    def put_Match(self, node):
        self.block(f'match {self.text(node.subject)}', node.cases, node)

    def put_match_case(self, node):
        guard = f' if {self.text(node.guard)}' if node.guard else ''
        self.block(f'case {self.text(node.pattern)}{guard}', node.body)
