import doctest
import io
import sys
import unittest


def add(a, b):
    """Adds.

    >>> add(2, 2)
    4
    >>> for i in range(3):
    ...     i
    0
    1
    2
    >>> if True:
    ...     add(1, 'x')
    Traceback (most recent call last):
      ...
    TypeError: unsupported operand type(s) for +: 'int' and 'str'
    """
    return a + b


def wrong():
    """
    >>> 1 + 1
    3
    >>> undefined
    1
    >>> print('a\\n\\nb')
    a
    <BLANKLINE>
    b
    """


class Stack:
    """
    >>> s = Stack()
    >>> s.push(1)
    >>> s.top
    1
    """
    def __init__(self):
        self.items = []

    def push(self, x):
        """
        >>> Stack().push(1)
        """
        self.items.append(x)

    @property
    def top(self):
        """
        >>> Stack().top
        Traceback (most recent call last):
        IndexError: list index out of range
        """
        return self.items[-1]

    @staticmethod
    def one():
        """
        >>> Stack.one()
        1
        """
        return 1


__test__ = {'text': '>>> add(1, 2)\n3\n', 'again': add}

finder = doctest.DocTestFinder()
for test in finder.find(Stack):
    print(test.name, len(test.examples))
print([t.name for t in finder.find(sys.modules['__main__'], name='main')])
suite = doctest.DocTestSuite()
print(suite.countTestCases(), [t.id() for t in suite])
for case in suite:
    result = unittest.TestResult()
    case.run(result)
    print(case.shortDescription(), result.testsRun, len(result.failures), len(result.errors))
print(repr(next(iter(suite))))


def set_up(test):
    test.globs['extra'] = 5


case = doctest.DocTestCase(doctest.DocTestParser().get_doctest('>>> extra\n5\n', {}, 'given', None, 0), setUp=set_up)
result = unittest.TestResult()
case.run(result)
print(result)

parser = doctest.DocTestParser()
for part in parser.parse('Text\n>>> x = 1\n>>> x\n1\n\nmore\n  >>> y\n  ... \n  2\n\nend'):
    print(part if isinstance(part, str) else (part.source, part.want, part.exc_msg, part.lineno, part.indent, part.options))
for bad in '>>>x', '  >>> a\n b', '>>> a # doctest: +NONE', '>>> a\n...b':
    try:
        print(parser.get_examples(bad, 'bad'))
    except ValueError as e:
        print(e)
print(parser.get_examples('>>> 1\n1') == parser.get_examples('>>> 1\n1'), parser.get_examples('>>> 1\n1') == parser.get_examples('>>> 1\n2'))
test = parser.get_doctest('>>> 1\n1\n>>> 2\n3', {}, 'name', 'file', 7)
print(repr(test), test < parser.get_doctest('', {}, 'other', 'file', 7))

for flags in 0, doctest.REPORT_UDIFF, doctest.REPORT_CDIFF, doctest.REPORT_NDIFF, doctest.FAIL_FAST, doctest.REPORT_ONLY_FIRST_FAILURE:
    runner = doctest.DocTestRunner(verbose=False, optionflags=flags)
    out = io.StringIO()
    print(runner.run(parser.get_doctest('>>> print("a\\nb\\nc\\nd")\na\nb\nx\nd\n>>> 2\n3\n', {}, 'name', 'file', 7), out=out.write))
    print(out.getvalue())
runner = doctest.DocTestRunner(verbose=True)
runner.run(test)
runner.summarize()
checker = doctest.OutputChecker()
for want, got, options in [('1\n', 'True\n', 0), ('True\n', '1\n', 0), ('a ... b\n', 'a x y b\n', doctest.ELLIPSIS), ('a...a\n', 'a\n', doctest.ELLIPSIS),
                           ('a  b\n', 'a\nb\n', doctest.NORMALIZE_WHITESPACE), ('<BLANKLINE>\n', '\n', 0), ('<BLANKLINE>\n', '\n', doctest.DONT_ACCEPT_BLANKLINE)]:
    print(checker.check_output(want, got, options))
debug = doctest.DebugRunner(verbose=False)
try:
    debug.run(test)
except doctest.DocTestFailure as e:
    print(e.example.want, e.got, e.test is test)
try:
    debug.run(parser.get_doctest('>>> 1/0', {}, 'name', 'file', 7))
except doctest.UnexpectedException as e:
    print(e.example.source, e.exc_info[0])
print(doctest.script_from_examples('Text.\n\n>>> 1\n1\n\nEnd.\n'))
detail = parser.get_doctest('>>> int("x") # doctest: +IGNORE_EXCEPTION_DETAIL\nTraceback (most recent call last):\nmodule.ValueError: other\n', {}, 'n', 'f', 0)
print(doctest.DocTestRunner(verbose=False).run(detail))
print(doctest.register_optionflag('MINE') == doctest.register_optionflag('MINE'), 'MINE' in doctest.OPTIONFLAGS_BY_NAME)
exec(compile('1; 2\nif 1: 3\n', 'x', 'single')) if False else exec(compile('1; 2', 'x', 'single'))
saved = sys.displayhook
sys.displayhook = lambda v: print('shown', v)
exec(compile('7', 'x', 'single'))
exec(compile('None', 'x', 'single'))
sys.displayhook = saved
sys.displayhook(None)
sys.displayhook([1, 'a'])
