import collections
import dataclasses
import html
import html.entities
import pprint
import shlex
import types
from html.parser import HTMLParser
from pprint import pformat
from urllib.parse import parse_qs, parse_qsl, urldefrag, urljoin, urlparse, urlsplit, urlunsplit


# ---- pprint
@dataclasses.dataclass
class Point:
    name: str
    numbers: list = dataclasses.field(default_factory=list)
    hidden: int = dataclasses.field(default=0, repr=False)


words = 'the quick brown fox jumped over a lazy dog'.split()
values = [
    {'name': 'x' * 30, 'tags': ['alpha', 'beta', 'gamma' * 5], 'nested': {'deep': {'deeper': list(range(12))}}},
    [list(range(40)), ('one' * 20, 'two'), (1,)], {3, 1, 2}, frozenset(words), set(), 'A long sentence ' * 9, 'line one\nline two\n' * 3,
    b'bytes that are long enough to be wrapped over several lines of output!' * 2, bytearray(b'0123456789' * 8), {'b': 1, 'a': 2, 1: 3},
    collections.OrderedDict([(w, i) for i, w in enumerate(words)]), collections.defaultdict(list, {w: [1] * 9 for w in words}),
    collections.Counter('abracadabra ' * 8), collections.ChainMap({w: 1 for w in words}, {'z': 2}), collections.deque(words * 2, maxlen=30),
    types.SimpleNamespace(**{w: w * 3 for w in words}), types.MappingProxyType({w: w for w in words}), Point('p' * 40, [Point('q', [1] * 20)]),
    12345678901234567890, 1.5, None, [[[[[[1]]]]]], collections.UserList(words * 2), collections.UserDict(a=1),
]
for value in values:
    pprint.pprint(value)
for options in [dict(width=20), dict(indent=4), dict(depth=2), dict(compact=True, width=40), dict(sort_dicts=False), dict(underscore_numbers=True)]:
    print(options)
    for value in values[:3] + values[9:10] + values[18:19]:
        print(pformat(value, **options))
pprint.pp({'b': 1, 'a': [1, 2]}, width=8)
loop = [1]
loop.append(loop)
print(pprint.isrecursive(loop), pprint.isreadable(loop), pprint.isreadable([1]), pprint.saferepr({'a': (1,)}), '<Recursion on list' in pformat(loop))
for bad in [dict(indent=-1), dict(depth=0), dict(width=0)]:
    try:
        pprint.PrettyPrinter(**bad)
    except ValueError as e:
        print(e)


class Short(pprint.PrettyPrinter):
    def format(self, object, context, maxlevels, level):
        return ('N', True, False) if isinstance(object, int) else super().format(object, context, maxlevels, level)


print(Short().pformat([1, 'a', {2: 3}]))

# ---- shlex
lexer = shlex.shlex("a && b || c; d 'e f' # comment\ng>h", punctuation_chars=True)
print(list(lexer))
lexer = shlex.shlex('key = "value with blanks" other', posix=True)
print(list(lexer), lexer.lineno)
lexer = shlex.shlex("it's not-posix 'q' x", posix=False)
try:
    print(list(lexer))
except ValueError as e:
    print(e, lexer.error_leader('f'))
print(shlex.split("a 'b c' \"d \\\" e\" f\\ g # no", comments=True), shlex.split('"a b" c', posix=False), shlex.split('a#b c#', comments=True))
print(shlex.join(['a b', "it's", '', 'plain']), shlex.quote('$x'))

# ---- urllib.parse
print(urlsplit(b'http://u:p@Host:80/p?q#f'), urlsplit(b'http://u:p@Host:80/p').hostname, urlparse(b'//h/p;x?y').decode())
print(urljoin(b'http://a/b/c', b'../d'), urldefrag(b'http://a#f'), urlunsplit((b'http', b'h', b'/p', b'', b'')), parse_qsl(b'a=1&b=%20'))
for bad in ['http://[::1', 'http://[x]/', 'http://[1.2.3.4]/']:
    try:
        print(urlsplit(bad))
    except ValueError as e:
        print(e)
try:
    urljoin('http://a', b'b')
except TypeError as e:
    print(e)
print(parse_qs('a=1;b=2', separator=';'), urlsplit('HTTP://[::1]:8080/x').port, urlsplit(' \thttp://a\nb/').netloc)


# ---- html
class Log(HTMLParser):
    def handle_starttag(self, tag, attrs):
        print('start', tag, attrs, self.getpos(), repr(self.get_starttag_text()))

    def handle_startendtag(self, tag, attrs):
        print('empty', tag, attrs)

    def handle_endtag(self, tag):
        print('end', tag)

    def handle_data(self, data):
        print('data', repr(data))

    def handle_comment(self, data):
        print('comment', repr(data))

    def handle_decl(self, data):
        print('decl', repr(data))

    def handle_pi(self, data):
        print('pi', repr(data))

    def unknown_decl(self, data):
        print('unknown', repr(data))

    def handle_entityref(self, name):
        print('entity', name)

    def handle_charref(self, name):
        print('char', name)


text = '''<!DOCTYPE html><?pi x><p class="a b" id=x checked data-x='1 &lt; 2'>T&eacute;xt &amp; more<br/>
<!-- c --><![CDATA[raw]]><script>if (a < b && c) "</p>"</script></p ><a href=x/>z</a><b foo = bar/ >&#65;&#x42; &unknown; < 3</ b><!x>'''
for convert in (True, False):
    parser = Log(convert_charrefs=convert)
    for i in range(0, len(text), 50):
        parser.feed(text[i:i + 50])
    parser.close()
print(html.unescape('&CounterClockwiseContourIntegral; &notit; &amp &ampx; &#157; &#0; &#x110000; &#13; &nosuch;'), len(html.entities.html5))
