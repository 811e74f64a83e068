import re
TOK = re.compile('\\s*(?:(\\d+\\.?\\d*(?:[eE][-+]?\\d+)?)|(\\*\\*|[-+*/()%^]))')


def tokenize(s):
    pos = 0
    s = s.rstrip()
    while pos < len(s):
        m = TOK.match(s, pos)
        if not m:
            raise SyntaxError('bad char %r at %d' % (s[pos], pos))
        pos = m.end()
        if m.group(1):
            yield ('num', float(m.group(1)) if any((c in m.group(1) for c in '.eE')) else int(m.group(1)))
        else:
            yield ('op', m.group(2))
    yield ('end', None)


class P:

    def __init__(s, t):
        s.t = list(tokenize(t))
        s.i = 0

    @property
    def cur(s):
        return s.t[s.i]

    def eat(s, v=None):
        k = s.cur
        if v is not None and k[1] != v:
            raise SyntaxError(f'expected {v} got {k}')
        s.i += 1
        return k

    def expr(s):
        v = s.term()
        while s.cur[1] in ('+', '-'):
            op = s.eat()[1]
            r = s.term()
            v = v + r if op == '+' else v - r
        return v

    def term(s):
        v = s.unary()
        while s.cur[1] in ('*', '/', '%'):
            op = s.eat()[1]
            r = s.unary()
            v = {'*': lambda: v * r, '/': lambda: v / r, '%': lambda: v % r}[op]()
        return v

    def unary(s):
        if s.cur[1] == '-':
            s.eat()
            return -s.unary()
        return s.pow()

    def pow(s):
        b = s.atom()
        if s.cur[1] in ('**', '^'):
            s.eat()
            return b ** s.unary()
        return b

    def atom(s):
        k, v = s.eat()
        if k == 'num':
            return v
        if v == '(':
            r = s.expr()
            s.eat(')')
            return r
        raise SyntaxError(f'unexpected {v!r}')


for e in ['1+2*3', '(1+2)*3', '-2**2', '2**3**2', '10/4', '7%3-8', '1.5e3*2', '2*(3+', '4 $ 5', '1/0', '((1))', '2**-1']:
    try:
        p = P(e)
        v = p.expr()
        p.eat(None) if p.cur[0] == 'end' else p.eat('end')
        print(e, '=', v)
    except Exception as x:
        print(e, '->', type(x).__name__, x)
