# Pattern and Match objects: attributes, group access, iteration, editing, bytes.
import re

p = re.compile(r'(?P<a>\w)(?P<b>\w)?(\d)')
m = p.search('..xy1..')
print(m.group(), m.group(0), m.group(1, 2), m.group('a', 'b', 3), m[0], m['b'], m[3], m.groups(), m.groupdict())
print(m.start(), m.end(), m.span(), m.start(1), m.end('b'), m.span(3), m.regs, m.lastindex, m.lastgroup)
print(m.re is p, m.string, m.pos, m.endpos, bool(m), m, p, p.groups, dict(p.groupindex), p.pattern, p.flags)
n = p.search('x1')
print(n.groups(), n.groups('?'), n.groupdict(), n.groupdict('-'), n.group('b'), n.span('b'), n.start('b'), n['b'])
for bad in (9, -1, 'zz', None, 1.5):
    try:
        m.group(bad)
    except IndexError as e:
        print(type(e).__name__, e)
try:
    m[7]
except IndexError as e:
    print(e)
print(m.group(True), m[False])

# Positions count characters.
u = re.compile('é+')
t = 'naïve café éé ☃é'
print([x.span() for x in u.finditer(t)], u.search(t, 11).span(), u.search(t, 0, 9), u.match(t, 9).span(), u.split(t))
print(u.sub('e', t), u.subn('E', t, 1), [x.start() for x in re.finditer(r'\w+', t)], re.search('☃', t).end())
long = 'é' * 500 + 'x1' + 'ü' * 300 + 'y22'
print([(x.start(), x.end(), x.group()) for x in re.finditer(r'[a-z]\d+', long)])

# Last groups, nested and alternating.
for pattern, text in ((r'(a)(b)', 'ab'), (r'((ab))', 'ab'), (r'((a)b)', 'ab'), (r'(a)|(b)', 'b'), (r'(?:(a)|(b))*', 'ba'), (r'(a)(b)?', 'a'), (r'(a)()', 'a'),
                      (r'(?P<x>(?P<y>a)b)', 'ab'), (r'x', 'x'), (r'(?=(a))a', 'a')):
    g = re.match(pattern, text)
    print(pattern, g.lastindex, g.lastgroup, g.groups())

# Empty matches.
print(re.sub('x*', '-', 'abxd'), re.split('x*', 'axbc'), [x.span() for x in re.finditer('|a', 'aa')], re.findall('(?:)', 'ab'), re.sub(r'\b', '|', 'two words'))
print([x.span() for x in re.compile('a*').finditer('baac', 1, 3)], re.sub('', '-', 'ab'), re.subn('b*', '.', 'abc', 2))

# Editing with functions and templates.
print(re.sub(r'\w+', lambda m: m.group()[::-1], 'some words here'), re.sub('a', lambda m: None, 'banana') if False else '', re.sub('(a)(n)?', r'<\2\1\g<0>>', 'banana'))
print(re.sub('n', lambda m: re.sub('x', 'y', 'x' + m.group()), 'banana'), re.subn('(?P<l>a)', r'\g<l>\g<1>', 'aba', count=1), re.sub('.', r'\\', 'ab'), re.sub('a', '', 'banana'))
for repl in (lambda m: 5, lambda m: b'x', 5):
    try:
        print(re.sub('a', repl, 'banana'))
    except TypeError as e:
        print(type(e).__name__, e)
print(re.sub('z', lambda m: 5, 'banana'), re.sub('a', 'b', 'banana', 2), re.sub('a', 'b', 'banana', -1))
print(re.split('(a)|b', 'xaybz'), re.split('[,;]', 'a,b;c,d', 2), re.split('x', 'a', -1), re.compile(',').split('a,b,c', maxsplit=1))

# Bytes.
b = re.compile(rb'(\w)=(\d+)')
k = b.search(b'  a=12 ')
print(k.groups(), k.group(), k, b.sub(rb'\2=\1', b'x=1,y=2'), b.findall(bytearray(b'x=1 y=2')), b.split(b'_x=1_'), b, k.group(2) + b'!')
for f in (lambda: b.match('x'), lambda: p.match(b'x'), lambda: p.match(None), lambda: p.sub(b'x', 'x1'), lambda: p.match(), lambda: p.match('a', 'b')):
    try:
        print(f())
    except TypeError as e:
        print(type(e).__name__)

# Keywords and limits.
print(p.match(string='ab1', pos=0), p.match('ab1', 1), p.match('ab1', 5), p.match('ab1', 0, 2), p.fullmatch('ab1x', 0, 3), p.search('ab1', -5), p.search('ab1', 2, 1), re.match('a', string='abc', flags=0))
print(re.compile('^b', re.M).search('a\nb', 1).span(), re.compile('^b').match('ab', 1), re.compile(r'\Ab').match('ab', 1), re.compile('(?<=a)b').match('ab', 1))
s = re.compile(r'\d').scanner('12a3')
print(s.match().group(), s.match().group(), s.match(), [x.group() for x in iter(re.compile(r'\d').scanner('12a3').search, None)])
print(type(p).__name__, type(m).__name__, isinstance(p, re.Pattern), isinstance(m, re.Match), type(p), type(m))
print(re.compile('x') == re.compile('x'), re.compile('x') == re.compile('x', re.I), hash(re.compile('x')) == hash(re.compile('x')), re.compile(p) is p, len({re.compile('x'), re.compile('x'), re.compile('y')}))
import copy
print(copy.copy(p) is p, copy.deepcopy(m) is m, m.expand(r'\g<a>-\3-\1'), re.compile('a|b').pattern)
print(re.escape('a+b'), re.escape(b'a+b'), re.escape('naïve ☃?'), re.match(re.escape('(x)'), '(x)').group())
print([w for w in re.compile(r'\s*,\s*').split('a , b,c')], re.findall(r'(\w+)@(\w+)', 'a@b c@d'), re.fullmatch('a|ab', 'ab').group(), re.match('a|ab', 'ab').group())
print(re.findall(r'k', 'K\u212a', re.I), re.findall('ſ', 'sS', re.I), re.findall(r'\xe9', 'aé', re.I), re.findall(r'\u0100', 'abc'), re.findall('[\\u0100-\\u0200a]', 'xa'), re.findall(r'\w', 'aé', re.A))
