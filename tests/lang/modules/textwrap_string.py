import textwrap, string, keyword
t = "Hello there, how are you this fine day? I'm glad to hear it! Well-known hyphenated-words are split -- sometimes."
for w in (10, 20, 40): print(textwrap.wrap(t, w))
print(textwrap.fill('a b c d e f', 5), textwrap.shorten('hello wonderful world of text', 18), textwrap.shorten('abc', 10), textwrap.wrap('', 5), textwrap.wrap('averyveryverylongword x', 6))
print(repr(textwrap.dedent('''
    a
      b

    c
''')), repr(textwrap.indent('a\n\nb\n', '> ')), textwrap.fill('x ' * 20, 20, initial_indent='* ', subsequent_indent='  '))
print(string.ascii_letters, string.digits, string.punctuation, repr(string.whitespace), string.capwords('hello  big world'), string.hexdigits)
T = string.Template('$who likes ${what} $$5 $'); print(T.safe_substitute(who='tim'), string.Template('$a-$b').substitute({'a': 1}, b=2))
for f in (lambda: T.substitute(who=1, what=2), lambda: string.Template('$x').substitute()):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class F(string.Formatter):
    def get_value(self, k, a, kw): return kw.get(k, '?') if isinstance(k, str) else a[k]
print(F().format('{0} {x} {y!r:>5} {0[0]} {{}}', 'ab', y=1), string.Formatter().format('{} {:>4} {a.real}', 1, 2, a=3), list(string.Formatter().parse('a{b!r:c}d')))
print(keyword.iskeyword('if'), keyword.iskeyword('foo'), len(keyword.kwlist))
