import re
print(re.findall('(\\w+)@(\\w+)\\.com', 'a@b.com, cd@ef.com'), re.sub('(\\d+)', lambda m: str(int(m[1]) * 2), 'a1b22'), re.split('[,;]\\s*', 'a, b;c'), re.split('(-)', 'a-b-c', 1))
m = re.match('(?P<y>\\d{4})-(?P<m>\\d\\d)(-(?P<d>\\d\\d))?', '2024-05')
print(m.groupdict(), m.groups(), m.groups('x'), m.span('m'), m.start(), m.end(2), m[0], m['y'], m.lastgroup, m.lastindex, m, bool(m), m.re.pattern, m.string, m.expand('\\g<m>/\\1'))
print(re.sub('(a)(b)?', '[\\1\\2]', 'abaa'), re.sub('x*', '-', 'abxd'), re.subn('a', 'b', 'aaa', 2), re.escape('a.b*c d'), re.fullmatch('a+', 'aab'), re.search('b', 'abc').span())
print([x.group() for x in re.finditer('\\b\\w', 'the quick fox')], re.findall('^\\w', 'ab\ncd', re.M), re.findall('A', 'aA', re.I), re.match('a.b', 'a\nb', re.S), re.findall('(?x) \\d+ # num\n [a-z]', '12a 3b'))
p = re.compile('(?i)h(.)l', re.M)
print(p.pattern, p.flags, p.groups, p, p.search('HELLO', 1), p.search('HELLO').group(1), p.sub('_', 'hello hal'), p.groupindex)
print(re.findall('(?<=\\$)\\d+', '$5 $66 7'), re.findall('(\\w)\\1', 'aabbcd'), re.sub('(?<!a)b', 'X', 'ab bb'), re.findall('a(?=b)', 'ab ac'), re.findall('(?:ab)+?', 'abab'), re.match('(a|ab)(c|bcd)(d*)', 'abcd').groups())
for bad in ['(', '[a', '*a', 'a**', '(?P<n>a)(?P<n>b)', '\\', '(?P<1>a)', ')', 'a{2,1}', '(?z)', '[z-a]', '\\1', '(?P=x)', 'x{1,2}{3}', '(?<=a+)b']:
    try:
        re.compile(bad)
        print(bad, 'ok')
    except re.error as e:
        print(bad, '->', e)
try:
    re.match('a', 'a').group(1)
except IndexError as e:
    print(e)
print(re.sub('a', '\\n', 'bab'), repr(re.sub('a', '\\n', 'bab')), re.sub('(.)', '\\g<0>\\g<1>', 'ab'), re.findall('', 'ab'), re.findall('[^\\W\\d_]+', 'aé1_b'), re.findall(b'\\d', b'1a2'), re.split('', 'abc'), re.split('x', ''), re.match('a*', '').group() == '')
print(re.sub('(?P<w>\\w+) (?P<v>\\w+)', '\\g<v> \\g<w>', 'hello world'), re.purge(), re.I | re.M, re.RegexFlag(2), re.IGNORECASE)
