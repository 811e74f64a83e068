import doctest
from html.parser import HTMLParser
class P(HTMLParser):
    def handle_starttag(self, t, a): print('start', t, a)
    def handle_endtag(self, t): print('end', t)
    def handle_data(self, d): print('data', repr(d))
    def handle_comment(self, d): print('comment', d)
    def handle_decl(self, d): print('decl', d)
    def handle_pi(self, d): print('pi', d)
    def handle_entityref(self, d): print('ent', d)
    def handle_charref(self, d): print('chr', d)
p = P()
p.feed('<!DOCTYPE html><html><body class="a b" id=x checked data-q=\'1&amp;2\'>Hi &amp; bye<br/><img src="a.png"><!-- c --><script>if (a < b) {}</script><p>un')
p.feed('closed &eacute; text</p></body></html>')
p.close()
print(p.getpos())
q = P(convert_charrefs=False); q.feed('a &lt; b &#65; c & d'); q.close()
def add(a, b):
    """
    >>> add(2, 2)
    4
    >>> for i in range(2):
    ...     print(i)
    0
    1
    >>> 1 / 0
    Traceback (most recent call last):
        ...
    ZeroDivisionError: division by zero
    >>> print('a\\n\\nb')
    a
    <BLANKLINE>
    b
    >>> list(range(20)) # doctest: +ELLIPSIS
    [0, 1, ..., 18, 19]
    >>> 'x  y' # doctest: +NORMALIZE_WHITESPACE
    'x y'
    """
    return a + b
class K:
    """
    >>> K().m()
    1
    """
    def m(self):
        """
        >>> x = K()
        >>> x.m()
        1
        """
        return 1
print(doctest.testmod())
print(doctest.DocTestRunner(verbose=False).run(doctest.DocTestParser().get_doctest('>>> 1\n2\n', {}, 'name', 'file', 0)))
print([(e.source, e.want, e.lineno) for e in doctest.DocTestParser().get_examples('text\n>>> 1 + 1\n2\n\n  >>> x = 1\n')])
