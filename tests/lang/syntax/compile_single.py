# compile(..., 'single') takes one line or one compound statement; places of code objects; file names that are paths.
for text in ('1\n2', 'a = 13\nb = 187', 'del x\ndel y', 'f()\n# blah\nblah()', "c = '''\nd=1\n'''\na = 1\n\nb = 2\n", '1', 'x=5 # c', 'x=1;y=2',
             'if x: pass\n', 'if x: pass\n\n# c', 'def f():\n pass', 'def f():\n pass\n', 'x\n\n\n# c\n   \n', 'if x:\n pass\nelse: pass\n', 'for i in x: y; z\n'):
    try:
        compile(text, 'tmp', 'single')
        print(repr(text), 'compiled')
    except SyntaxError as e:
        print(repr(text), e.msg, e.lineno, e.offset)
for text in ('def f(): pass', '', '\n', '# c'):
    try:
        compile(text, 'tmp', 'single')
        print(repr(text), 'compiled')
    except SyntaxError as e:
        print(repr(text), e.msg)


class Path:
    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        return self.path


for path in (Path('name.py'), Path(b'bytes.py'), b'plain', Path(5)):
    try:
        print(compile('42', path, 'eval').co_filename)
    except TypeError as e:
        print(type(e).__name__)


def f(x):
    if x:
        return (x +
                1)
    return 2


first = f.__code__.co_firstlineno
print({1, 2, 4} <= {line - first for *_, line in f.__code__.co_lines() if line is not None})
print({len(p) for p in f.__code__.co_positions()}, all(a <= b for a, b, _ in f.__code__.co_lines()))
