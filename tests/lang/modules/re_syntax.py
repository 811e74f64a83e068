import re
import pickle
import copy


def error(pattern, flags=0):
    try:
        re.compile(pattern, flags)
    except re.error as e:
        print(repr(pattern), '->', e, e.pos)
    except (ValueError, OverflowError) as e:
        print(repr(pattern), '->', type(e).__name__, e)
    else:
        print(repr(pattern), 'compiles')


for pattern in ['(', ')', 'a(b', '(?', '(?P', '(?P<', '(?P<a', '(?P<>x)', '(?P<1>x)', '(?Pz)', '(?z)', '(?<z)', '[', '[a', '[b-a]', '[\\w-b]',
                '*', 'a**', 'a{2,1}', 'a{4294967295}', 'x{,3}', 'x{', 'x{}', '\\', '\\q', '\\1', '(a)\\2', '(\\1)', '\\x1', '\\u12', '\\8', '[\\8]',
                '(?P=a)', '(?P<a>x)(?P<a>y)', '(?(a)b)', '(?(1)b|c|d)', '(?(1)b)', '(?(0)b)', '(?<=a*)b', '(?<=a|bc)d', '(?<=(a)\\1)b', '(?i', '(?iz)',
                'a(?i)', '(?i-i:a)', '(?-u:a)', '(?au:a)', '(?L:a)', '(?#', '(?#c)a', '^*', '\\b+', '\\777', '[\\777]', '\\N{BULLET}', '\\N{none such}',
                '(?:a)(?x) b', '(?s)(?i)a', 'a\nb(\n(c', '|*', '(|)', '(?>a', 'a++b', 'a?+', 'a*+*', '\\Z*']:
    error(pattern)
for pattern in [b'(', b'(?u)a', b'\\u1234', b'\\N{BULLET}', b'[\xff-\xe0]']:
    error(pattern)
error('a', re.L)
error('(?u)a', re.A)
error(b'a', re.U)

# scoped flags and the rules of ASCII
print(re.findall(r'(?i:b)c', 'bc Bc BC'), re.findall(r'(?i)a(?-i:b)c', 'ABC AbC abc'))
print(re.findall(r'(?a:\w+)-\w+', 'abc-é éé-é'), re.findall(r'(?a)\w+', 'aébc'), re.findall(r'(?a)\W', 'aé b'))
print(re.findall(r'(?a)(?u:\w+)', 'aé b'), re.findall(r'(?a)\b\w', 'éa b'))
print(re.findall(r'k', 'kK\u212a', re.I), re.findall(r'(?a)k', 'kK\u212a', re.I), re.findall('[\u212a]', 'kK', re.I))
print(re.findall('i', 'iI\u0130\u0131', re.I), re.findall('[h-j]', 'iI\u0130\u0131', re.I), re.findall('\u0131', 'iI', re.I))
print(re.findall(r'\s', 'a\x1cb\x1fc\x85d\xa0e f'), re.findall(r'\S+', 'a\x1cb c'), re.findall(r'[\s\d]+', 'a1 \x1d2b'))
print(re.findall(r'\B', ''), re.findall(r'\b', ''), re.findall(r'\B', 'ab c'), re.search(r'\B', 'ab').span())
print(re.findall(r'\d+', '12 \u0661\u0662'), re.findall(rb'\w+', b'ab\xe9c'), re.findall(rb'(?i)\xe9', b'\xe9\xc9'))
print(re.match('[^\\S\n]+', ' \t\n').group(), re.match('[]a]+', ']a]').group(), re.match('[^]a]+', 'xy]').group(), re.match('[a-]+', 'a-b').group())
print(re.findall('[é-ü]', 'aéü', re.I), re.findall('[é]', 'abc'), re.findall('[^é]', 'abc'), re.findall('é|b', 'abc'))

# verbose patterns
verbose = re.compile(r'''
    (?P<number> \d+ (?: \. \d* )? )   # a number
    [ ] \#                            # a blank and a hash
    (?-x: end)
''', re.VERBOSE)
print(verbose.match('12.5 # end').groupdict(), verbose.groupindex)
print(re.findall('(?x) a b # c\n d', 'abd'), re.findall('(?x:a b) c', 'ab c'))

# repetition
print(re.match('.{70000}', 'x' * 80000).span(), re.match('.{,70000}', 'x' * 80000).span())
print(re.match('a{,2}b', 'aab').group(), re.match('a{,2', 'a{,2').group(), re.fullmatch('x{2}{3}'.replace('{3}', ''), 'xx').group())
print(re.match('(?>a+)b', 'aab').group(), re.match('(?>a+)ab', 'aab'), re.match('a*+b', 'aab').group(), re.match('a++ab', 'aab'))
print(re.match(r'(a)?(?(1)b|c)', 'ab').group(), re.match(r'(a)?(?(1)b|c)', 'c').group(), re.match(r'(?P<q>")?x(?(q)")', '"x"').group())
print(re.match(r'((a)|b)*', 'ab').groups(), re.match(r'((a)|b)*', 'ab').lastindex, re.match('(a)(?P<n>b)?', 'a').lastgroup)
print(re.match(r'(?P<aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd>x)(?P=aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd)', 'xx').groupdict())

# templates
def template(repl, pattern='(?P<a>b)(c)?'):
    try:
        print(repr(repl), repr(re.sub(pattern, repl, 'abcb')))
    except (re.error, IndexError) as e:
        print(repr(repl), type(e).__name__, e)


for repl in [r'[\1]', r'[\g<1>\2]', r'\g<a>\g<0>', r'\g<b>', r'\g<3>', r'\3', r'\g<', r'\g<a', r'\g<>', r'\g<-1>', r'\g<1a>', 'x\\', r'\n\t\\', r'\q',
             r'\.', r'\0', r'\012', r'\101', r'\400', r'\08', r'\é', 'é\\1']:
    template(repl)

# flags, scanner, copying
print(repr(re.I), re.I | re.M, re.I & re.M, repr(re.compile('a', re.I | re.S)), re.compile('a', re.A).flags, ~re.I & 511 == 509)
print(re.compile('a', re.I) == pickle.loads(pickle.dumps(re.compile('a', re.I))), copy.copy(re.compile('x')), copy.deepcopy(re.compile('x')))
scanner = re.Scanner([(r'[a-z_]\w*', lambda s, token: ('name', token)), (r'\d+\.\d*', lambda s, token: float(token)),
                      (r'\d+', lambda s, token: int(token)), (r'=|\+|-|\*|/', lambda s, token: 'op' + token), (r'\s+', None), (r'!', 'bang')])
print(scanner.scan('sum = 3*foo + 312.50 ! + bar$x'))
try:
    verbose.groupindex['x'] = 1
except TypeError as e:
    print(e)
