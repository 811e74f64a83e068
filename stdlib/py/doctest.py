"""Examples in docstrings, run and compared with what they should print."""
import io
import re
import sys
import traceback
from collections import namedtuple

__all__ = ['testmod', 'testfile', 'run_docstring_examples', 'DocTestParser', 'DocTestFinder', 'DocTestRunner', 'Example', 'DocTest',
           'TestResults', 'ELLIPSIS', 'NORMALIZE_WHITESPACE', 'IGNORE_EXCEPTION_DETAIL', 'SKIP', 'DONT_ACCEPT_TRUE_FOR_1',
           'DONT_ACCEPT_BLANKLINE', 'OutputChecker', 'DocTestFailure']

TestResults = namedtuple('TestResults', 'failed attempted')
DONT_ACCEPT_TRUE_FOR_1, DONT_ACCEPT_BLANKLINE, NORMALIZE_WHITESPACE, ELLIPSIS, SKIP, IGNORE_EXCEPTION_DETAIL = 1, 2, 4, 8, 16, 32
REPORT_UDIFF, REPORT_CDIFF, REPORT_NDIFF, REPORT_ONLY_FIRST_FAILURE, FAIL_FAST = 64, 128, 256, 512, 1024
OPTIONFLAGS_BY_NAME = {'DONT_ACCEPT_TRUE_FOR_1': 1, 'DONT_ACCEPT_BLANKLINE': 2, 'NORMALIZE_WHITESPACE': 4, 'ELLIPSIS': 8, 'SKIP': 16,
                       'IGNORE_EXCEPTION_DETAIL': 32, 'REPORT_UDIFF': 64, 'REPORT_CDIFF': 128, 'REPORT_NDIFF': 256,
                       'REPORT_ONLY_FIRST_FAILURE': 512, 'FAIL_FAST': 1024}


class DocTestFailure(Exception):
    def __init__(self, test, example, got):
        self.test, self.example, self.got = test, example, got


class Example:
    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        self.source = source if source.endswith('\n') else source + '\n'
        self.want = want + '\n' if want and not want.endswith('\n') else want
        self.exc_msg, self.lineno, self.indent = exc_msg, lineno, indent
        self.options = {} if options is None else options


class DocTest:
    def __init__(self, examples, globs, name, filename, lineno, docstring):
        self.examples, self.globs, self.name = examples, dict(globs), name
        self.filename, self.lineno, self.docstring = filename, lineno, docstring


class DocTestParser:
    def parse(self, string, name='<string>'):
        return self.get_examples(string, name)

    def get_doctest(self, string, globs, name, filename, lineno):
        return DocTest(self.get_examples(string, name), globs, name, filename, lineno, string)

    def get_examples(self, string, name='<string>'):
        lines = string.expandtabs().split('\n')
        found, i = [], 0
        while i < len(lines):
            stripped = lines[i].lstrip()
            if not (stripped.startswith('>>> ') or stripped == '>>>'):
                i += 1
                continue
            start, indent = i, len(lines[i]) - len(stripped)
            source = [lines[i][indent + 4:]]
            i += 1
            while i < len(lines) and lines[i][:indent].strip() == '' and (lines[i][indent:].startswith('... ') or lines[i][indent:] == '...'):
                source.append(lines[i][indent + 4:])
                i += 1
            want = []
            while i < len(lines) and lines[i].strip() and not lines[i].lstrip().startswith('>>>'):
                want.append(lines[i][indent:])
                i += 1
            text = '\n'.join(source)
            wanted = '\n'.join(want)
            exc = None
            m = re.match(r'Traceback \((?:most recent call last|innermost last)\):\s*\n(?:\s+.*\n)*(\w.*(?:\n.*)*)\Z', wanted)
            if m:
                exc = m.group(1) + '\n'
            options = {}
            for directive in re.findall(r'#\s*doctest:\s*([^\n\'"]*)', text):
                for option in directive.replace(',', ' ').split():
                    if option[1:] not in OPTIONFLAGS_BY_NAME or option[0] not in '+-':
                        raise ValueError(f'line {start + 1} of the doctest for {name} has an invalid option: {option!r}')
                    options[OPTIONFLAGS_BY_NAME[option[1:]]] = option[0] == '+'
            if any(line.strip() and not line.strip().startswith('#') for line in source):
                found.append(Example(text, wanted, exc, start, indent, options))
        return found


class DocTestFinder:
    def __init__(self, verbose=False, parser=None, recurse=True, exclude_empty=True):
        self._parser = parser or DocTestParser()

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        name = name or getattr(obj, '__name__', '?')
        if module is None:
            module = obj if type(obj) is type(sys) else sys.modules.get(getattr(obj, '__module__', None))
        globs = dict(vars(module)) if globs is None and module is not None else dict(globs or {})
        if extraglobs:
            globs.update(extraglobs)
        globs.setdefault('__name__', '__main__')
        tests = []
        self._find(tests, obj, name, module, globs, set())
        tests.sort(key=lambda t: t.name)
        return tests

    def _line_of(self, obj, file):
        """Index of the line the docstring begins on."""
        try:
            with open(file) as f:
                lines = f.read().split('\n')
        except OSError:
            return 0
        start = 0
        obj = getattr(obj, 'fget', obj)
        if type(obj).__name__ == 'function':
            start = obj.__code__.co_firstlineno - 1
        elif isinstance(obj, type):
            start = next((i for i, line in enumerate(lines) if re.match(rf'\s*class\s+{obj.__name__}\b', line)), 0)
        for i in range(start, len(lines)):
            if re.match(r'(^|.*:)\s*\w*("|\')', lines[i]):
                return i
        return 0

    def _find(self, tests, obj, name, module, globs, seen):
        if id(obj) in seen:
            return
        seen.add(id(obj))
        doc = getattr(obj, '__doc__', None)
        if isinstance(doc, str) and '>>>' in doc:
            file = getattr(module, '__file__', None) or name
            tests.append(self._parser.get_doctest(doc, globs, name, file, self._line_of(obj, file)))
        if type(obj) is type(sys):
            own = obj.__name__
            for key, value in list(vars(obj).items()):
                if (isinstance(value, type) or type(value).__name__ == 'function') and getattr(value, '__module__', None) == own:
                    self._find(tests, value, f'{name}.{key}', module, globs, seen)
            for key, value in getattr(obj, '__test__', {}).items():
                if isinstance(value, str):
                    tests.append(self._parser.get_doctest(value, globs, f'{name}.__test__.{key}', name, 0))
        elif isinstance(obj, type):
            for key, value in list(obj.__dict__.items()):
                value = getattr(value, '__func__', value)
                if isinstance(value, (type, property)) or type(value).__name__ == 'function':
                    self._find(tests, value, f'{name}.{key}', module, globs, seen)


class OutputChecker:
    def check_output(self, want, got, optionflags):
        if got == want:
            return True
        if not optionflags & DONT_ACCEPT_TRUE_FOR_1 and (got, want) in (('True\n', '1\n'), ('False\n', '0\n')):
            return True
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            want = re.sub(r'(?m)^<BLANKLINE>\s*?$', '', want)
            if re.sub(r'(?m)^[^\S\n]+$', '', got) == want:
                return True
        if optionflags & NORMALIZE_WHITESPACE:
            got, want = ' '.join(got.split()), ' '.join(want.split())
            if got == want:
                return True
        return bool(optionflags & ELLIPSIS) and self._ellipsis(want, got)

    def _ellipsis(self, want, got):
        pieces = want.split('...')
        if len(pieces) == 1 or not got.startswith(pieces[0]) or not got.endswith(pieces[-1]):
            return False
        at, end = len(pieces[0]), len(got) - len(pieces[-1])
        for piece in pieces[1:-1]:
            at = got.find(piece, at, end)
            if at < 0:
                return False
            at += len(piece)
        return at <= end

    def output_difference(self, example, got, optionflags):
        def indented(s):
            return ''.join([f'    {line}\n' for line in s.splitlines()])
        if example.want and got:
            return f'Expected:\n{indented(example.want)}Got:\n{indented(got)}'
        if example.want:
            return f'Expected:\n{indented(example.want)}Got nothing\n'
        return f'Expected nothing\nGot:\n{indented(got)}' if got else 'Expected nothing\nGot nothing\n'


class DocTestRunner:
    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._checker = checker or OutputChecker()
        self._verbose = '-v' in sys.argv if verbose is None else verbose
        self.optionflags = optionflags
        self.tries = self.failures = 0
        self._by_name = {}

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        write = out or sys.stdout.write
        failures = tries = 0
        for number, example in enumerate(test.examples):
            flags = self.optionflags
            for flag, on in example.options.items():
                flags = flags | flag if on else flags & ~flag
            if flags & SKIP:
                continue
            tries += 1
            if self._verbose:
                write(f'Trying:\n    {example.source.rstrip()}\nExpecting' + (f':\n    {example.want.rstrip()}\n' if example.want else ' nothing\n'))
            saved, sys.stdout = sys.stdout, io.StringIO()
            error = None
            try:
                name = f'<doctest {test.name}[{number}]>'
                try:
                    code = compile(example.source.strip(), name, 'eval')
                except SyntaxError:
                    exec(compile(example.source, name, 'exec'), test.globs)
                else:
                    value = eval(code, test.globs)
                    if value is not None:
                        print(repr(value))
            except KeyboardInterrupt:
                raise
            except BaseException as e:
                error = e
            got, sys.stdout = sys.stdout.getvalue(), saved
            if error is None:
                ok = self._checker.check_output(example.want, got, flags)
                problem = self._checker.output_difference(example, got, flags)
            else:
                message = traceback.format_exception_only(type(error), error)[-1]
                if example.exc_msg is None:
                    ok = False
                    text = ''.join(traceback.format_exception(type(error), error, error.__traceback__))
                    problem = 'Exception raised:\n' + ''.join([f'    {line}\n' for line in text.splitlines()])
                else:
                    ok = self._checker.check_output(example.exc_msg, message, flags)
                    if not ok and flags & IGNORE_EXCEPTION_DETAIL:
                        ok = example.exc_msg.split(':')[0].rpartition('.')[2].strip() == message.split(':')[0].rpartition('.')[2].strip()
                    problem = self._checker.output_difference(example, f'{got}Traceback (most recent call last):\n    ...\n{message}', flags)
            if ok:
                if self._verbose:
                    write('ok\n')
                continue
            failures += 1
            line = (test.lineno or 0) + example.lineno + 1
            source = ''.join([f'    {s}\n' for s in example.source.splitlines()])
            write(f'{"*" * 70}\nFile "{test.filename}", line {line}, in {test.name}\nFailed example:\n{source}{problem}')
        self.tries += tries
        self.failures += failures
        done = self._by_name.get(test.name, (0, 0))
        self._by_name[test.name] = done[0] + failures, done[1] + tries
        return TestResults(failures, tries)

    def summarize(self, verbose=None):
        verbose = self._verbose if verbose is None else verbose
        failed = [(name, f, t) for name, (f, t) in sorted(self._by_name.items()) if f]
        passed = [(name, t) for name, (f, t) in sorted(self._by_name.items()) if not f and t]
        if verbose and passed:
            print(f'{len(passed)} items passed all tests:')
            for name, t in passed:
                print(f' {t:3d} tests in {name}')
        if failed:
            print('*' * 70)
            print(f'{len(failed)} items had failures:')
            for name, f, t in failed:
                print(f' {f:3d} of {t:3d} in {name}')
        if verbose:
            print(f'{self.tries} tests in {len(self._by_name)} items.\n{self.tries - self.failures} passed and {self.failures} failed.')
        if self.failures:
            print(f'***Test Failed*** {self.failures} failures.')
        elif verbose:
            print('Test passed.')
        return TestResults(self.failures, self.tries)


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None, raise_on_error=False, exclude_empty=False):
    if m is None:
        m = sys.modules.get('__main__')
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder().find(m, name or m.__name__, globs=globs, extraglobs=extraglobs):
        runner.run(test)
    if report:
        runner.summarize()
    return TestResults(runner.failures, runner.tries)


def testfile(filename, module_relative=True, name=None, package=None, globs=None, verbose=None, report=True, optionflags=0,
             extraglobs=None, raise_on_error=False, parser=None, encoding=None):
    with open(filename, encoding=encoding) as f:
        text = f.read()
    scope = dict(globs or {}, **(extraglobs or {}))
    scope.setdefault('__name__', '__main__')
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    runner.run((parser or DocTestParser()).get_doctest(text, scope, name or filename, filename, 0))
    if report:
        runner.summarize()
    return TestResults(runner.failures, runner.tries)


def run_docstring_examples(f, globs, verbose=False, name='NoName', compileflags=None, optionflags=0):
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder().find(f, name, globs=globs):
        runner.run(test)
