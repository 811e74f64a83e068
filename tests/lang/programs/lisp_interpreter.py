import re, operator as op


def parse(s):
    toks = re.findall('\\(|\\)|"[^"]*"|[^\\s()]+', s)
    pos = 0

    def rd():
        nonlocal pos
        if pos >= len(toks):
            raise SyntaxError('unexpected EOF')
        t = toks[pos]
        pos += 1
        if t == '(':
            l = []
            while toks[pos] != ')':
                l.append(rd())
            pos += 1
            return l
        if t == ')':
            raise SyntaxError('unexpected )')
        for f in (int, float):
            try:
                return f(t)
            except ValueError:
                pass
        return t
    out = []
    while pos < len(toks):
        out.append(rd())
    return out


class Env(dict):

    def __init__(s, params=(), args=(), outer=None):
        s.update(zip(params, args))
        s.outer = outer

    def find(s, v):
        if v in s:
            return s
        if s.outer is None:
            raise NameError(f'unbound: {v}')
        return s.outer.find(v)


G = Env()
G.update({'+': lambda *a: sum(a), '-': op.sub, '*': op.mul, '/': op.truediv, '<': op.lt, '=': op.eq, 'list': lambda *a: list(a), 'car': lambda l: l[0], 'cdr': lambda l: l[1:], 'null?': lambda l: not l, 'cons': lambda a, b: [a] + b})


def ev(x, e=G):
    while True:
        if isinstance(x, str):
            return x[1:-1] if x[0] == '"' else e.find(x)[x]
        if not isinstance(x, list):
            return x
        h, *t = x
        if h == 'if':
            c, a, b = t
            x = a if ev(c, e) else b
            continue
        if h == 'define':
            n, v = t
            e[n] = ev(v, e)
            return None
        if h == 'lambda':
            ps, b = t
            return lambda *a, ps=ps, b=b, e=e: ev(b, Env(ps, a, e))
        if h == 'let':
            bs, b = t
            e = Env([n for n, _ in bs], [ev(v, e) for _, v in bs], e)
            x = b
            continue
        f = ev(h, e)
        return f(*[ev(a, e) for a in t])


prog = '(define fact (lambda (n) (if (< n 2) 1 (* n (fact (- n 1))))))\n(fact 30) (define map (lambda (f l) (if (null? l) l (cons (f (car l)) (map f (cdr l))))))\n(map (lambda (x) (* x x)) (list 1 2 3)) (let ((a 2) (b 3.5)) (+ a b)) "str" (nope 1) '
for x in parse(prog):
    try:
        print(ev(x))
    except Exception as er:
        print(type(er).__name__, er)
for bad in ('(+ 1', '(car (list))', ')', '(fact)'):
    try:
        print([ev(x) for x in parse(bad)])
    except Exception as er:
        print(type(er).__name__, er)
