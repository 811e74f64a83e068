# pathlib.PureWindowsPath: drives, shares, joining, comparison, relative paths, patterns.
from pathlib import PurePath, PurePosixPath, PureWindowsPath as W

for text in ('c:/a/b', 'c:a', '/a', '//srv/share/d/f', '//srv/share', 'a/b.tar.gz', '.', '', 'c:', 'C:\\', '\\\\?\\c:\\x', '\\\\?\\UNC\\srv\\share\\d', 'nul.txt', 'a/./b//c'):
    p = W(text)
    print(repr(text), repr(p), str(p), p.drive, p.root, p.anchor, p.parts, p.name, p.stem, p.suffix, p.suffixes, p.is_absolute(), p.is_reserved(), p.parent, list(p.parents))
print(W('c:/a', 'd:b'), W('c:/a', '/b'), W('c:/a', 'c:b'), W('c:/a') / 'c:b', W('c:/a') / 'd:b', W('c:/a') / '/b', W('a', PurePosixPath('x/y')), W('//s/t') / 'x', 'z' / W('y'))
print(W('C:/A') == W('c:/a'), hash(W('C:/A')) == hash(W('c:/a')), W('a') == PurePosixPath('a'), W('a') < W('B'), sorted([W('c'), W('B'), W('a')]))
for left, right in (('C:/Foo/Bar', 'c:/foo'), ('C:/Foo', 'C:'), ('C:/Foo', 'D:/'), ('a/b', 'a'), ('/a', '/'), ('//s/t/x', '//s/t'), ('c:/', '')):
    try:
        print(repr(W(left).relative_to(right)), W(left).is_relative_to(right))
    except ValueError as e:
        print(e)
print([W('c:/a/B.PY').match(p) for p in ('*.py', 'a/*.py', 'c:/*.py', 'c:/a/*', 'd:*', '/a/*.py')])
for call in (lambda: W('c:/a').as_uri(), lambda: W('//srv/share/a b').as_uri(), lambda: W('a').as_uri(), lambda: W('c:/a').with_name('b'), lambda: W('c:/a').with_name('d:b'),
             lambda: W('c:/').with_name('x'), lambda: W('c:/a.b').with_suffix('.c'), lambda: W('c:/a.b').with_suffix('c'), lambda: W('c:/a.b').with_suffix('.\\c'),
             lambda: W('c:/a.b').with_stem('z'), lambda: W('a') < PurePosixPath('b'), lambda: W(b'a')):
    try:
        print(repr(call()))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
