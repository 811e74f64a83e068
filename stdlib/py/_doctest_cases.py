"""Examples as test cases of unittest."""
import os
import sys
import unittest
from io import StringIO

from _doctest_examples import REPORTING_FLAGS, DocTestParser
from _doctest_finder import DocTestFinder

_reported = 0


def set_unittest_reportflags(flags):
    global _reported
    if flags & REPORTING_FLAGS != flags:
        raise ValueError('Only reporting flags allowed', flags)
    old, _reported = _reported, flags
    return old


class DocTestCase(unittest.TestCase):
    def __init__(self, test, optionflags=0, setUp=None, tearDown=None, checker=None):
        super().__init__()
        self._dt_test, self._dt_optionflags, self._dt_checker = test, optionflags, checker
        self._dt_setUp, self._dt_tearDown = setUp, tearDown
        self._dt_globs = test.globs.copy()

    def setUp(self):
        if self._dt_setUp is not None:
            self._dt_setUp(self._dt_test)

    def tearDown(self):
        if self._dt_tearDown is not None:
            self._dt_tearDown(self._dt_test)
        self._dt_test.globs.clear()
        self._dt_test.globs.update(self._dt_globs)

    def runTest(self):
        import doctest
        flags = self._dt_optionflags
        if not flags & REPORTING_FLAGS:
            flags |= _reported
        runner, old, out = doctest.DocTestRunner(optionflags=flags, checker=self._dt_checker, verbose=False), sys.stdout, StringIO()
        try:
            runner.DIVIDER = '-' * 70
            failures, tries = runner.run(self._dt_test, out=out.write, clear_globs=False)
        finally:
            sys.stdout = old
        if failures:
            raise self.failureException(self.format_failure(out.getvalue()))

    def format_failure(self, err):
        test = self._dt_test
        line = 'unknown line number' if test.lineno is None else f'{test.lineno}'
        return (f'Failed doctest test for {test.name}\n  File "{test.filename}", line {line}, in {test.name.split(".")[-1]}\n\n{err}')

    def debug(self):
        import doctest
        self.setUp()
        runner = doctest.DebugRunner(optionflags=self._dt_optionflags, checker=self._dt_checker, verbose=False)
        runner.run(self._dt_test, clear_globs=False)
        self.tearDown()

    def id(self):
        return self._dt_test.name

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return (self._dt_test, self._dt_optionflags, self._dt_setUp, self._dt_tearDown, self._dt_checker) == \
            (other._dt_test, other._dt_optionflags, other._dt_setUp, other._dt_tearDown, other._dt_checker)

    def __hash__(self):
        return hash((self._dt_optionflags, self._dt_setUp, self._dt_tearDown, self._dt_checker))

    def __repr__(self):
        name = self._dt_test.name.split('.')
        return f'{name[-1]} ({".".join(name[:-1])})'

    __str__ = object.__str__

    def shortDescription(self):
        return 'Doctest: ' + self._dt_test.name


class SkipDocTestCase(DocTestCase):
    def __init__(self, module):
        self.module = module
        unittest.TestCase.__init__(self)

    def setUp(self):
        self.skipTest('DocTestSuite will not work with -O2 and above')

    def tearDown(self):
        pass

    def shortDescription(self):
        return f'Skipping tests from {self.module.__name__}'


class DocFileCase(DocTestCase):
    def id(self):
        return '_'.join(self._dt_test.name.split('.'))

    def __repr__(self):
        return self._dt_test.filename

    def format_failure(self, err):
        test = self._dt_test
        return f'Failed doctest test for {test.name}\n  File "{test.filename}", line 0\n\n{err}'


class _DocTestSuite(unittest.TestSuite):
    def _removeTestAtIndex(self, index):
        pass


def calling_module(module):
    """The module given, by name, or that of the first caller outside these files."""
    if isinstance(module, str):
        __import__(module)
        return sys.modules[module]
    if module is not None:
        return module
    frame = sys._getframe(1)
    while frame.f_globals.get('__name__') in ('doctest', '_doctest_cases') and frame.f_back:
        frame = frame.f_back
    return sys.modules[frame.f_globals['__name__']]


def DocTestSuite(module=None, globs=None, extraglobs=None, test_finder=None, **options):
    if test_finder is None:
        test_finder = DocTestFinder()
    module = calling_module(module)
    suite = _DocTestSuite()
    for test in test_finder.find(module, globs=globs, extraglobs=extraglobs):
        if not test.examples:
            continue
        if not test.filename:
            test.filename = module.__file__.removesuffix('c')
        suite.addTest(DocTestCase(test, **options))
    return suite


def relative_path(module, path):
    """Where a file named next to `module` is."""
    if os.path.isabs(path):
        raise ValueError('Module-relative files may not have absolute paths')
    path = os.path.join(*path.split('/'))
    file = getattr(module, '__file__', None)
    if file:
        base = os.path.split(file)[0]
    elif module.__name__ == '__main__':
        base = os.path.split(sys.argv[0])[0] if sys.argv and sys.argv[0] else os.curdir
    else:
        raise ValueError(f"Can't resolve paths relative to the module {module!r} (it has no __file__)")
    return os.path.join(base, path)


def load_file(filename, package, module_relative, encoding):
    """Text and path of a file of examples."""
    if package and not module_relative:
        raise ValueError('Package may only be specified for module-relative paths.')
    if module_relative:
        filename = relative_path(calling_module(package), filename)
    with open(filename, encoding=encoding) as f:
        return f.read(), filename


def DocFileTest(path, module_relative=True, package=None, globs=None, parser=None, encoding=None, **options):
    parser = DocTestParser() if parser is None else parser
    globs = {} if globs is None else globs.copy()
    text, path = load_file(path, package, module_relative, encoding or 'utf-8')
    globs.setdefault('__file__', path)
    return DocFileCase(parser.get_doctest(text, globs, os.path.basename(path), path, 0), **options)


def DocFileSuite(*paths, **kw):
    suite = _DocTestSuite()
    if kw.get('module_relative', True):
        kw['package'] = calling_module(kw.get('package'))
    for path in paths:
        suite.addTest(DocFileTest(path, **kw))
    return suite
