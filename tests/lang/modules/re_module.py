import re
print(re.match(r'(\w+) (\w+)', 'hello world!').groups(), re.search(r'\d+', 'abc 123 def').group(), re.match('x', 'abc'), re.fullmatch(r'\w+', 'abc').span())
m = re.search(r'(?P<year>\d{4})-(?P<month>\d\d)(?:-(?P<day>\d\d))?', 'on 2024-05 ok')
print(m, m.group('year'), m['month'], m.groupdict(), m.groupdict('?'), m.start(), m.end('year'), m.span(2), m.group(0, 1, 'day'), m.lastindex, m.lastgroup, m.re.pattern, m.string, m.pos, m.endpos)
print(re.findall(r'\d+', 'a1b22c333'), re.findall(r'(\w)(\d)', 'a1 b2'), re.findall(r'(a)|b', 'ab'), re.findall('', 'abc'), re.findall(r'é+', 'aéé b é'))
print([x.span() for x in re.finditer('x*', 'axbx')], [(x.start(), x.group()) for x in re.finditer(r'\w+', 'né två tré')])
print(re.split(r'[,;]\s*', 'a, b;c,d'), re.split(r'(-)', 'a-b-c'), re.split(r'\s', 'a b c d', maxsplit=2), re.split('x*', 'axbc'), re.split(',', ''))
print(re.sub(r'(\w+) (\w+)', r'\2 \1', 'hello world'), re.sub('x*', '-', 'abxd'), re.sub(r'\d', lambda m: str(int(m.group()) * 2), 'a1b2'), re.sub('a', 'b', 'aaa', count=2), re.subn('a', 'b', 'aaa'), re.sub(r'(?P<n>\d)', r'<\g<n>\g<0>>', 'a1'), re.sub('b', r'\\', 'abc'), re.sub('(a)|b', r'[\1]', 'ab'), re.sub('b', '\\n', 'abc'))
print(re.sub('é', 'e', 'café é'), re.sub(r'(?i)HELLO', 'bye', 'Hello hello'), re.findall('a.b', 'a\nb acb', re.S), re.findall('^x', 'x\nx', re.M), re.findall('x$', 'x\nx\n'), re.findall('x$', 'x\nx\n', re.M))
p = re.compile(r'''
   (\d+)   # number
   \s* ([a-z]+)  # word [x
''', re.X | re.I)
print(p.match('12 ABC').groups(), p.flags, p.groups, p.groupindex, re.compile('a'), re.compile('a', re.I), re.compile('a', re.I | re.M))
print(re.escape('a.b*c[d] e-f_g/é'), re.compile('a') is re.compile('a'), re.compile('a') == re.compile('a'))
print(re.match(r'(a)(b)?', 'a').groups(), re.match(r'(a)(b)?', 'a').groups('-'), re.match(r'(.)\1', 'aa'), re.match(r'(?P<q>[\'"]).*?(?P=q)', '"hi" x').group())
print(re.findall(r'(?<=\$)\d+', 'cost $45 and 30'), re.findall(r'\w+(?=!)', 'hey! you!'), re.findall(r'foo(?!bar)', 'foobar foobaz'), re.findall(r'(?<!a)b', 'ab cb'))
print(p.match('xx12 ab', 2).group(), re.compile('b').search('abab', 2).span(), re.compile('a').match('ba', 1), re.compile('^a').search('ba', 1), re.compile('b$').search('abb', 0, 2).span())
print(re.findall(rb'\d+', b'a1 b22'), re.sub(rb'a', b'x', b'banana'), re.match(r'\w+', 'naïve').group(), re.match(r'\w+', 'naïve', re.A).group(), re.findall(r'\bfoo\b', 'foo food foo'), re.findall(r'[^\W\d_]+', 'ab1_c'), re.findall(r'[]x]', 'a]x'), re.findall(r'[a\-z]', 'a-z'), re.findall('[[]', '[a'))
print(re.match(r'a{,2}b', 'aab').group(), re.match(r'a{2,}', 'aaa').group(), re.match('x{', 'x{'), re.match(r'\x41\u0042', 'AB').group(), re.match(r'a\Z', 'a'), re.match(r'a\Z', 'a\n'), re.match('a++b', 'aab'), re.match('(?>a+)b', 'aab'))
for bad in ('(', ')', '[a', '*a', 'a**', r'\q', '(?P<1>a)', '(?P<a>x)(?P<a>y)', r'\1', 'a{2,1}', '[z-a]', '(?P=zz)', '\\', '(?<=a+)b', 'x(?i)y', '(?z)'):
    try: print(re.compile(bad))
    except re.error as e: print(repr(bad), type(e).__name__, e, e.pos)
for f in (lambda: re.match('a', 5), lambda: re.match('a', b'a'), lambda: re.match(b'a', 'a'), lambda: m.group(9), lambda: m.group('zz'), lambda: re.sub('a', r'\9', 'a'), lambda: re.sub('(a)', r'\g<b>', 'a'), lambda: re.compile(5), lambda: re.sub('a', lambda m: 5, 'a')):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
if (w := re.match(r'(\d+)', '42abc')): print(w.group(1), bool(w), w.expand(r'<\1>'), w.regs)
tokens = re.compile(r'(?P<num>\d+)|(?P<op>[-+*/()])|(?P<ws>\s+)')
print([(t.lastgroup, t.group()) for t in tokens.finditer('12 + (3*4)')])
print(re.sub(r'([A-Z])', r'_\1', 'camelCaseName').lower(), re.sub(r'\s+', ' ', ' a \n b  ').strip(), re.split(r'\W+', 'Words, words, words.'), re.findall(r'[\w.]+@[\w.]+', 'x@y.com, a.b@c.org'))
