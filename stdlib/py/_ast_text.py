"""Source text from expressions and patterns. Parentheses stand where the place asks for more than the node is."""

NAME = 'Name'
(TUPLE, YIELD, TEST, OR, AND, NOT, CMP, BITOR, XOR, BITAND, SHIFT, ARITH, TERM, FACTOR, POWER, AWAIT, ATOM) = range(17)
_binary = {
    'Add': ('+', ARITH), 'Sub': ('-', ARITH), 'Mult': ('*', TERM), 'MatMult': ('@', TERM), 'Div': ('/', TERM), 'Mod': ('%', TERM), 'FloorDiv': ('//', TERM),
    'LShift': ('<<', SHIFT), 'RShift': ('>>', SHIFT), 'BitOr': ('|', BITOR), 'BitXor': ('^', XOR), 'BitAnd': ('&', BITAND), 'Pow': ('**', POWER)}
_unary = {'Invert': ('~', FACTOR), 'Not': ('not ', NOT), 'UAdd': ('+', FACTOR), 'USub': ('-', FACTOR)}
_compare = {'Eq': '==', 'NotEq': '!=', 'Lt': '<', 'LtE': '<=', 'Gt': '>', 'GtE': '>=', 'Is': 'is', 'IsNot': 'is not', 'In': 'in', 'NotIn': 'not in'}
_all_quotes = ["'", '"', '"""', "'''"]
_infinity = '1e309'


def kind_of(node):
    return type(node).__name__


class Expressions:
    in_field = False  # of an f-string, where no backslash may stand

    def text(self, node, place=TEST):
        write = getattr(self, 'text_' + kind_of(node), None)
        if write is not None:
            return write(node, place)
        raise TypeError(f'cannot write a node of class {kind_of(node)}')

    def items(self, nodes):
        return ', '.join([self.text(node) for node in nodes])

    def within(self, own, place, text):
        return f'({text})' if place > own else text

    def operator(self, op):
        return _binary[kind_of(op)][0]

    # ---- literals

    def quotable(self, text, quotes, escape_blanks):
        """The text as it may stand between some of the quotes, and those."""
        escaped = ''.join([c if c in '\n\t' and not escape_blanks or c != '\\' and c.isprintable() else c.encode('unicode_escape').decode('ascii') for c in text])
        usable = [q for q in quotes if q not in escaped and not ('\n' in escaped and len(q) == 1)]
        if not usable:
            shown = repr(text)
            return shown[1:-1], [next((q for q in quotes if shown[0] in q), shown[0])]
        if escaped:
            usable.sort(key=lambda q: q[0] == escaped[-1])
            if usable[0][0] == escaped[-1]:
                escaped = escaped[:-1] + '\\' + escaped[-1]
        return escaped, usable

    def value_text(self, value):
        if isinstance(value, (float, complex)):
            return repr(value).replace('inf', _infinity).replace('nan', f'({_infinity}-{_infinity})')
        if isinstance(value, str) and self.in_field:
            shown, quotes = self.quotable(value, _all_quotes, False)
            return quotes[0] + shown + quotes[0]
        if isinstance(value, tuple):
            return '(' + ', '.join([self.value_text(v) for v in value]) + (',)' if len(value) == 1 else ')')
        return '...' if value is ... else repr(value)

    def text_Constant(self, node, place):
        return ('u' if getattr(node, 'kind', None) == 'u' else '') + self.value_text(node.value)

    def text_JoinedStr(self, node, place):
        quotes = _all_quotes
        parts = []
        for shown, literal in self.fields(node):
            shown, quotes = self.quotable(shown, quotes, literal)
            parts.append(shown)
        return 'f' + quotes[0] + ''.join(parts) + quotes[0]

    def text_FormattedValue(self, node, place):
        shown, quotes = self.quotable(self.field(node), _all_quotes, False)
        return 'f' + quotes[0] + shown + quotes[0]

    def fields(self, node):
        for value in node.values:
            if kind_of(value) == 'FormattedValue':
                yield self.field(value), False
            elif kind_of(value) == 'JoinedStr':
                yield ''.join([shown for shown, _ in self.fields(value)]), False
            else:
                yield value.value.replace('{', '{{').replace('}', '}}'), True

    def field(self, node):
        inner = Expressions()
        inner.in_field = True
        shown = inner.text(node.value, OR)
        if '\\' in shown:
            raise ValueError('Unable to avoid backslash in f-string expression part')
        if shown.startswith('{'):
            shown = ' ' + shown
        if node.conversion != -1:
            shown += '!' + chr(node.conversion)
        if node.format_spec:
            shown += ':' + ''.join([part for part, _ in self.fields(node.format_spec)])
        return '{' + shown + '}'

    # ---- names and primaries

    def text_Name(self, node, place):
        return node.id

    def text_Attribute(self, node, place):
        value = self.text(node.value, ATOM)
        if kind_of(node.value) == 'Constant' and isinstance(node.value.value, int):
            value += ' '
        return f'{value}.{node.attr}'

    def text_Subscript(self, node, place):
        index = node.slice
        if kind_of(index) == 'Tuple' and index.elts:
            shown = self.items(index.elts) + (',' if len(index.elts) == 1 else '')
        else:
            shown = self.text(index)
        return f'{self.text(node.value, ATOM)}[{shown}]'

    def text_Slice(self, node, place):
        shown = (self.text(node.lower) if node.lower else '') + ':' + (self.text(node.upper) if node.upper else '')
        return shown + (':' + self.text(node.step) if node.step else '')

    def text_Call(self, node, place):
        return f'{self.text(node.func, ATOM)}({self.items(node.args + node.keywords)})'

    def text_keyword(self, node, place):
        return ('**' if node.arg is None else node.arg + '=') + self.text(node.value)

    def text_Starred(self, node, place):
        return '*' + self.text(node.value, BITOR)

    # ---- displays

    def text_List(self, node, place):
        return f'[{self.items(node.elts)}]'

    def text_Tuple(self, node, place):
        shown = self.items(node.elts) + (',' if len(node.elts) == 1 else '')
        return f'({shown})' if not node.elts or place > TUPLE else shown

    def text_Set(self, node, place):
        return '{' + self.items(node.elts) + '}' if node.elts else '{*()}'

    def text_Dict(self, node, place):
        return '{' + ', '.join([f'{self.text(k)}: {self.text(v)}' if k else '**' + self.text(v, BITOR) for k, v in zip(node.keys, node.values)]) + '}'

    def clauses(self, node):
        return ''.join([self.text(clause) for clause in node.generators])

    def text_comprehension(self, node, place):
        shown = (' async for ' if node.is_async else ' for ') + f'{self.text(node.target, TUPLE)} in {self.text(node.iter, OR)}'
        return shown + ''.join([f' if {self.text(test, OR)}' for test in node.ifs])

    def text_ListComp(self, node, place):
        return f'[{self.text(node.elt)}{self.clauses(node)}]'

    def text_GeneratorExp(self, node, place):
        return f'({self.text(node.elt)}{self.clauses(node)})'

    def text_SetComp(self, node, place):
        return '{' + self.text(node.elt) + self.clauses(node) + '}'

    def text_DictComp(self, node, place):
        return '{' + f'{self.text(node.key)}: {self.text(node.value)}' + self.clauses(node) + '}'

    # ---- operators

    def text_BinOp(self, node, place):
        sign, own = _binary[kind_of(node.op)]
        right = kind_of(node.op) == 'Pow'
        return self.within(own, place, f'{self.text(node.left, own + right)} {sign} {self.text(node.right, own + (not right))}')

    def text_UnaryOp(self, node, place):
        sign, own = _unary[kind_of(node.op)]
        return self.within(own, place, sign + self.text(node.operand, own))

    def text_BoolOp(self, node, place):
        word, own = (' and ', AND) if kind_of(node.op) == 'And' else (' or ', OR)
        return self.within(own, place, word.join([self.text(v, min(own + i, ATOM)) for i, v in enumerate(node.values, 1)]))

    def text_Compare(self, node, place):
        shown = self.text(node.left, BITOR)
        for op, value in zip(node.ops, node.comparators):
            shown += f' {_compare[kind_of(op)]} {self.text(value, BITOR)}'
        return self.within(CMP, place, shown)

    def text_IfExp(self, node, place):
        return self.within(TEST, place, f'{self.text(node.body, OR)} if {self.text(node.test, OR)} else {self.text(node.orelse)}')

    def text_Lambda(self, node, place):
        given = self.text(node.args)
        return self.within(TEST, place, f"lambda{' ' if given else ''}{given}: {self.text(node.body)}")

    def text_NamedExpr(self, node, place):
        return self.within(TUPLE, place, f'{self.text(node.target, ATOM)} := {self.text(node.value, ATOM)}')

    def text_Await(self, node, place):
        return self.within(AWAIT, place, 'await ' + self.text(node.value, ATOM))

    def text_Yield(self, node, place):
        return self.within(YIELD, place, 'yield' + (' ' + self.text(node.value, ATOM) if node.value else ''))

    def text_YieldFrom(self, node, place):
        return self.within(YIELD, place, 'yield from ' + self.text(node.value, ATOM))

    # ---- parts of statements

    def text_arg(self, node, place):
        return node.arg + (f': {self.text(node.annotation)}' if node.annotation else '')

    def text_arguments(self, node, place):
        shown = []
        plain = node.posonlyargs + node.args
        first = len(plain) - len(node.defaults)
        for i, arg in enumerate(plain):
            shown.append(self.text(arg) + (f'={self.text(node.defaults[i - first])}' if i >= first else ''))
            if i + 1 == len(node.posonlyargs):
                shown.append('/')
        if node.vararg or node.kwonlyargs:
            shown.append('*' + (self.text(node.vararg) if node.vararg else ''))
        for arg, default in zip(node.kwonlyargs, node.kw_defaults):
            shown.append(self.text(arg) + (f'={self.text(default)}' if default else ''))
        if node.kwarg:
            shown.append('**' + self.text(node.kwarg))
        return ', '.join(shown)

    def text_alias(self, node, place):
        return node.name + (f' as {node.asname}' if node.asname else '')

    def text_withitem(self, node, place):
        return self.text(node.context_expr) + (f' as {self.text(node.optional_vars)}' if node.optional_vars else '')

    # ---- patterns

    def text_MatchValue(self, node, place):
        return self.text(node.value)

    def text_MatchSingleton(self, node, place):
        return repr(node.value)

    def text_MatchSequence(self, node, place):
        return f'[{self.items(node.patterns)}]'

    def text_MatchStar(self, node, place):
        return '*' + (node.name or '_')

    def text_MatchMapping(self, node, place):
        shown = [f'{self.text(k)}: {self.text(p)}' for k, p in zip(node.keys, node.patterns)]
        if node.rest:
            shown.append('**' + node.rest)
        return '{' + ', '.join(shown) + '}'

    def text_MatchClass(self, node, place):
        shown = [self.text(p) for p in node.patterns] + [f'{name}={self.text(p)}' for name, p in zip(node.kwd_attrs, node.kwd_patterns)]
        return f"{self.text(node.cls, ATOM)}({', '.join(shown)})"

    def text_MatchAs(self, node, place):
        if not node.pattern:
            return node.name or '_'
        return self.within(TEST, place, f'{self.text(node.pattern, BITOR)} as {node.name}')

    def text_MatchOr(self, node, place):
        return self.within(BITOR, place, ' | '.join([self.text(p, XOR) for p in node.patterns]))


for _name, (_sign, _own) in list(_binary.items()) + list(_unary.items()):
    setattr(Expressions, 'text_' + _name, lambda self, node, place, sign=_sign: sign.strip())
for _name, _sign in _compare.items():
    setattr(Expressions, 'text_' + _name, lambda self, node, place, sign=_sign: sign)
