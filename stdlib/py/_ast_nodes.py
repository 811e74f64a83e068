"""The node classes of the module ast, made from the abstract grammar."""

_span = ('lineno', 'col_offset', 'end_lineno', 'end_col_offset')

# CLASS: its kinds, with fields; '?' marks what may be absent. A '@' before a class: nodes have positions.
_grammar = '''
mod = Module(stmt* body, type_ignore* type_ignores) | Interactive(stmt* body) | Expression(expr body) | FunctionType(expr* argtypes, expr returns)
@stmt = FunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment) | AsyncFunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment) | ClassDef(identifier name, expr* bases, keyword* keywords, stmt* body, expr* decorator_list) | Return(expr? value) | Delete(expr* targets) | Assign(expr* targets, expr value, string? type_comment) | AugAssign(expr target, operator op, expr value) | AnnAssign(expr target, expr annotation, expr? value, int simple) | For(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment) | AsyncFor(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment) | While(expr test, stmt* body, stmt* orelse) | If(expr test, stmt* body, stmt* orelse) | With(withitem* items, stmt* body, string? type_comment) | AsyncWith(withitem* items, stmt* body, string? type_comment) | Match(expr subject, match_case* cases) | Raise(expr? exc, expr? cause) | Try(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody) | TryStar(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody) | Assert(expr test, expr? msg) | Import(alias* names) | ImportFrom(identifier? module, alias* names, int? level) | Global(identifier* names) | Nonlocal(identifier* names) | Expr(expr value) | Pass | Break | Continue
@expr = BoolOp(boolop op, expr* values) | NamedExpr(expr target, expr value) | BinOp(expr left, operator op, expr right) | UnaryOp(unaryop op, expr operand) | Lambda(arguments args, expr body) | IfExp(expr test, expr body, expr orelse) | Dict(expr* keys, expr* values) | Set(expr* elts) | ListComp(expr elt, comprehension* generators) | SetComp(expr elt, comprehension* generators) | DictComp(expr key, expr value, comprehension* generators) | GeneratorExp(expr elt, comprehension* generators) | Await(expr value) | Yield(expr? value) | YieldFrom(expr value) | Compare(expr left, cmpop* ops, expr* comparators) | Call(expr func, expr* args, keyword* keywords) | FormattedValue(expr value, int conversion, expr? format_spec) | JoinedStr(expr* values) | Constant(constant value, string? kind) | Attribute(expr value, identifier attr, expr_context ctx) | Subscript(expr value, expr slice, expr_context ctx) | Starred(expr value, expr_context ctx) | Name(identifier id, expr_context ctx) | List(expr* elts, expr_context ctx) | Tuple(expr* elts, expr_context ctx) | Slice(expr? lower, expr? upper, expr? step)
expr_context = Load | Store | Del
boolop = And | Or
operator = Add | Sub | Mult | MatMult | Div | Mod | Pow | LShift | RShift | BitOr | BitXor | BitAnd | FloorDiv
unaryop = Invert | Not | UAdd | USub
cmpop = Eq | NotEq | Lt | LtE | Gt | GtE | Is | IsNot | In | NotIn
= comprehension(expr target, expr iter, expr* ifs, int is_async)
@excepthandler = ExceptHandler(expr? type, identifier? name, stmt* body)
= arguments(arg* posonlyargs, arg* args, arg? vararg, arg* kwonlyargs, expr* kw_defaults, arg? kwarg, expr* defaults)
@= arg(identifier arg, expr? annotation, string? type_comment)
@= keyword(identifier? arg, expr value)
@= alias(identifier name, identifier? asname)
= withitem(expr context_expr, expr? optional_vars)
= match_case(pattern pattern, expr? guard, stmt* body)
@pattern = MatchValue(expr value) | MatchSingleton(constant value) | MatchSequence(pattern* patterns) | MatchMapping(expr* keys, pattern* patterns, identifier? rest) | MatchClass(expr cls, pattern* patterns, identifier* kwd_attrs, pattern* kwd_patterns) | MatchStar(identifier? name) | MatchAs(pattern? pattern, identifier? name) | MatchOr(pattern* patterns)
type_ignore = TypeIgnore(int lineno, string tag)
'''


class AST:
    _fields = ()
    _attributes = ()
    __match_args__ = ()

    def __init__(self, /, *args, **kwargs):
        fields = self._fields
        if args:
            if len(args) > len(fields):
                many = '' if len(fields) == 1 else 's'
                raise TypeError(f'{type(self).__name__} constructor takes at most {len(fields)} positional argument{many}')
            for name, value in zip(fields, args):
                setattr(self, name, value)
        for name, value in kwargs.items():
            if name in fields[:len(args)]:
                raise TypeError(f'{type(self).__name__} got multiple values for argument {name!r}')
            setattr(self, name, value)

    def __reduce__(self):
        return _restore, (type(self), dict(self.__dict__))


AST.__module__ = 'ast'


def _restore(cls, state):
    node = cls.__new__(cls)
    node.__dict__.update(state)
    return node


def _make(name, base, shape, placed):
    space = {'__module__': 'ast', '__doc__': name if shape is None else f'{name}({shape})'}
    names = []
    for field in shape.split(', ') if shape else ():
        kind, field_name = field.split(' ')
        names.append(field_name)
        if kind.endswith('?'):
            space[field_name] = None
    space['_fields'] = space['__match_args__'] = tuple(names)
    if placed:
        space.update(_attributes=_span, end_lineno=None, end_col_offset=None)
    return type(name, (base,), space)


def _make_all():
    found = {'AST': AST}
    for line in _grammar.strip().split('\n'):
        left, _, right = line.partition('= ')
        placed = left.startswith('@')
        base = AST
        group = left.lstrip('@').strip()
        if group:
            base = found[group] = _make(group, AST, None, placed)
            base.__doc__ = f'{group} = {right}'
        for kind in right.split(' | '):
            name, _, shape = kind.rstrip(')').partition('(')
            found[name] = _make(name, base, shape or None, placed and not group)
    return found


classes = _make_all()
