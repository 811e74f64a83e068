"""Syntax trees: parse, inspect, change, write and run them."""
import _ast_nodes
import _syntax_tree
from collections import deque as _deque

globals().update(_ast_nodes.classes)
_classes = _ast_nodes.classes

PyCF_ONLY_AST = 0x400
PyCF_TYPE_COMMENTS = 0x1000
PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000


def parse(source, filename='<unknown>', mode='exec', *, type_comments=False, feature_version=None):
    """Parse the source into an AST node."""
    return compile(source, filename, mode, PyCF_ONLY_AST)


def _tree_of(source, filename, mode):
    return _syntax_tree.parse(source, filename, mode, _classes)


_wanted = {'exec': 'Module', 'eval': 'Expression', 'single': 'Interactive'}


def _source_of(tree, mode):
    if type(tree).__name__ != _wanted[mode] or not isinstance(tree, _classes[_wanted[mode]]):
        raise TypeError(f'expected {_wanted[mode]} node, got {type(tree).__name__}')
    from _ast_check import check
    from _ast_unparse import Statements
    check(tree)
    return Statements(placed=True).whole(tree) + ('' if mode == 'eval' else '\n')


def unparse(ast_obj):
    from _ast_unparse import Statements
    return Statements().whole(ast_obj)


def dump(node, annotate_fields=True, include_attributes=False, *, indent=None):
    """Return a formatted dump of the tree in node."""
    if not isinstance(node, AST):
        raise TypeError(f'expected AST, got {type(node).__name__!r}')
    if indent is not None and not isinstance(indent, str):
        indent = ' ' * indent
    return _dump(node, annotate_fields, include_attributes, indent, 0)[0]


def _dump(value, annotate, attributes, indent, level):
    """The text, and whether it is simple enough to share a line."""
    if indent is not None:
        level += 1
        lead = '\n' + indent * level
        between = ',' + lead
    else:
        lead, between = '', ', '
    if isinstance(value, AST):
        cls = type(value)
        shown = []
        simple = True
        named = annotate
        for kind in (value._fields, value._attributes if attributes else ()):
            for name in kind:
                try:
                    item = getattr(value, name)
                except AttributeError:
                    named = True
                    continue
                if item is None and getattr(cls, name, ...) is None:
                    named = True
                    continue
                text, plain = _dump(item, annotate, attributes, indent, level)
                simple = simple and plain
                shown.append(f'{name}={text}' if named or kind is not value._fields else text)
        if simple and len(shown) <= 3:
            return f"{cls.__name__}({', '.join(shown)})", not shown
        return f'{cls.__name__}({lead}{between.join(shown)})', False
    if isinstance(value, list):
        if not value:
            return '[]', True
        return f'[{lead}{between.join([_dump(v, annotate, attributes, indent, level)[0] for v in value])}]', False
    return repr(value), True


# ---- walking ----

def iter_fields(node):
    """Yield a tuple of ``(fieldname, value)`` for each field that is present on *node*."""
    for field in node._fields:
        try:
            yield field, getattr(node, field)
        except AttributeError:
            pass


def iter_child_nodes(node):
    """Yield all direct child nodes of *node*."""
    for _, value in iter_fields(node):
        if isinstance(value, AST):
            yield value
        elif isinstance(value, list):
            for item in value:
                if isinstance(item, AST):
                    yield item


def walk(node):
    """Yield node and all nodes below it, in no specified order."""
    waiting = _deque([node])
    while waiting:
        node = waiting.popleft()
        waiting.extend(iter_child_nodes(node))
        yield node


class NodeVisitor:
    """Calls visit_CLASS for every node, or generic_visit, which visits the children."""

    def visit(self, node):
        return getattr(self, 'visit_' + node.__class__.__name__, self.generic_visit)(node)

    def generic_visit(self, node):
        for _, value in iter_fields(node):
            if isinstance(value, list):
                for item in value:
                    if isinstance(item, AST):
                        self.visit(item)
            elif isinstance(value, AST):
                self.visit(value)

    def visit_Constant(self, node):
        old = _old_visitor(node.value)
        method = getattr(self, 'visit_' + old, None) if old else None
        if method is None:
            return self.generic_visit(node)
        import warnings
        warnings.warn(f'visit_{old} is deprecated; add visit_Constant', DeprecationWarning, 2)
        return method(node)


def _old_visitor(value):
    if value is None or isinstance(value, bool):
        return 'NameConstant'
    for types, name in (((int, float, complex), 'Num'), (str, 'Str'), (bytes, 'Bytes'), (type(...), 'Ellipsis')):
        if isinstance(value, types):
            return name
    return None


class NodeTransformer(NodeVisitor):
    """Puts what visit() returns in place of each node; None removes it, a list stands for several."""

    def generic_visit(self, node):
        for field, value in iter_fields(node):
            if isinstance(value, list):
                kept = []
                for item in value:
                    if isinstance(item, AST):
                        item = self.visit(item)
                        if item is None:
                            continue
                        if not isinstance(item, AST):
                            kept.extend(item)
                            continue
                    kept.append(item)
                value[:] = kept
            elif isinstance(value, AST):
                changed = self.visit(value)
                if changed is None:
                    delattr(node, field)
                else:
                    setattr(node, field, changed)
        return node


# ---- positions ----

def copy_location(new_node, old_node):
    """Copy source location from *old_node* to *new_node* if possible, and return *new_node*."""
    for name in ('lineno', 'col_offset', 'end_lineno', 'end_col_offset'):
        if name not in old_node._attributes or name not in new_node._attributes:
            continue
        value = getattr(old_node, name, None)
        if value is not None or name.startswith('end_') and hasattr(old_node, name):
            setattr(new_node, name, value)
    return new_node


def fix_missing_locations(node):
    """Give every node without a position that of its parent."""
    def fix(node, place):
        here = []
        for name, inherited in zip(('lineno', 'col_offset', 'end_lineno', 'end_col_offset'), place):
            value = inherited
            if name in node._attributes:
                own = getattr(node, name, None)
                if own is not None or name in ('lineno', 'col_offset') and hasattr(node, name):
                    value = own
                else:
                    setattr(node, name, inherited)
            here.append(value)
        for child in iter_child_nodes(node):
            fix(child, here)

    fix(node, (1, 0, 1, 0))
    return node


def increment_lineno(node, n=1):
    """Increment the line number of each node in the tree starting at *node* by *n*."""
    for child in walk(node):
        if isinstance(child, TypeIgnore):
            child.lineno = getattr(child, 'lineno', 0) + n
            continue
        if 'lineno' in child._attributes:
            child.lineno = getattr(child, 'lineno', 0) + n
        if 'end_lineno' in child._attributes and getattr(child, 'end_lineno', 0) is not None:
            child.end_lineno = getattr(child, 'end_lineno', 0) + n
    return node


def get_docstring(node, clean=True):
    """Return the docstring for the given node or None if no docstring can be found."""
    if not isinstance(node, (AsyncFunctionDef, FunctionDef, ClassDef, Module)):
        raise TypeError(f"{node.__class__.__name__!r} can't have docstrings")
    if not node.body or not isinstance(node.body[0], Expr):
        return None
    value = node.body[0].value
    if not isinstance(value, Constant) or not isinstance(value.value, str):
        return None
    if not clean:
        return value.value
    import inspect
    return inspect.cleandoc(value.value)


def _lines_of(source):
    lines = ['']
    for i, c in enumerate(source):
        lines[-1] += c
        if c == '\n' or c == '\r' and source[i + 1:i + 2] != '\n':
            lines.append('')
    return lines


def get_source_segment(source, node, *, padded=False):
    """Get source code segment of the *source* that generated *node*, or None."""
    try:
        if node.end_lineno is None or node.end_col_offset is None:
            return None
        first, last = node.lineno - 1, node.end_lineno - 1
        begin, end = node.col_offset, node.end_col_offset
    except AttributeError:
        return None
    lines = [line.encode() for line in _lines_of(source)][first:last + 1]
    before = lines[0][:begin].decode()
    lines[-1] = lines[-1][:end]
    lines[0] = lines[0][begin:]
    if padded and last > first:
        lines[0] = ''.join(['\f\t'[c == '\t'] if c in '\f\t' else ' ' for c in before]).encode() + lines[0]
    return b''.join(lines).decode()


# ---- values ----

def literal_eval(node_or_string):
    """Evaluate an expression node or a string containing only literals and displays of them."""
    if isinstance(node_or_string, str):
        node_or_string = parse(node_or_string.lstrip(' \t'), mode='eval')
    if isinstance(node_or_string, Expression):
        node_or_string = node_or_string.body
    return _value_of(node_or_string)


def _malformed(node):
    line = getattr(node, 'lineno', None)
    where = f' on line {line}' if line else ''
    raise ValueError(f'malformed node or string{where}: {node!r}')


def _number_of(node, signed):
    if signed and isinstance(node, UnaryOp) and isinstance(node.op, (UAdd, USub)):
        value = _number_of(node.operand, False)
        return +value if isinstance(node.op, UAdd) else -value
    if not isinstance(node, Constant) or type(node.value) not in (int, float, complex):
        _malformed(node)
    return node.value


def _value_of(node):
    if isinstance(node, Constant):
        return node.value
    if isinstance(node, Tuple):
        return tuple([_value_of(item) for item in node.elts])
    if isinstance(node, List):
        return [_value_of(item) for item in node.elts]
    if isinstance(node, Set):
        return {_value_of(item) for item in node.elts}
    if isinstance(node, Call) and isinstance(node.func, Name) and node.func.id == 'set' and node.args == node.keywords == []:
        return set()
    if isinstance(node, Dict):
        if len(node.keys) != len(node.values):
            _malformed(node)
        return {_value_of(key): _value_of(value) for key, value in zip(node.keys, node.values)}
    if isinstance(node, BinOp) and isinstance(node.op, (Add, Sub)):
        left = _number_of(node.left, True)
        right = _number_of(node.right, False)
        if isinstance(left, (int, float)) and isinstance(right, complex):
            return left + right if isinstance(node.op, Add) else left - right
    return _number_of(node, True)


# ---- names of older versions ----

Constant.n = Constant.s = property(lambda self: self.value, lambda self, value: setattr(self, 'value', value))


class _OldLiteral(type):
    def __instancecheck__(cls, node):
        return isinstance(node, Constant) and isinstance(getattr(node, 'value', cls), cls._types) and (cls._bools or not isinstance(node.value, bool))


def _old_literal(name, types, bools=False):
    def make(cls, *args, **kwargs):
        for old in ('n', 's'):
            if old in kwargs:
                kwargs['value'] = kwargs.pop(old)
        return Constant(*args, **kwargs)
    return _OldLiteral(name, (Constant,), {'__module__': 'ast', '_types': types, '_bools': bools, '__new__': make})


Num = _old_literal('Num', (int, float, complex))
Str = _old_literal('Str', str)
Bytes = _old_literal('Bytes', bytes)
NameConstant = _old_literal('NameConstant', (type(None), bool), True)
Ellipsis = _OldLiteral('Ellipsis', (Constant,), {'__module__': 'ast', '_types': type(...), '_bools': False, '__new__': lambda cls, *args, **kwargs: Constant(..., *args, **kwargs)})


class slice(AST):
    """Deprecated AST node class."""


class Index(slice):
    """Deprecated AST node class. Use the index value directly instead."""

    def __new__(cls, value, **kwargs):
        return value


class ExtSlice(slice):
    """Deprecated AST node class. Use ast.Tuple instead."""

    def __new__(cls, dims=(), **kwargs):
        return Tuple(list(dims), Load(), **kwargs)
