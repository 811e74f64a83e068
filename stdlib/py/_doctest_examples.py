"""Examples: how they are read from text and what they should print."""
import difflib
import re

OPTIONFLAGS_BY_NAME = {}


def register_optionflag(name):
    """The bit of an option, made at its first mention."""
    return OPTIONFLAGS_BY_NAME.setdefault(name, 1 << len(OPTIONFLAGS_BY_NAME))


DONT_ACCEPT_TRUE_FOR_1 = register_optionflag('DONT_ACCEPT_TRUE_FOR_1')
DONT_ACCEPT_BLANKLINE = register_optionflag('DONT_ACCEPT_BLANKLINE')
NORMALIZE_WHITESPACE = register_optionflag('NORMALIZE_WHITESPACE')
ELLIPSIS = register_optionflag('ELLIPSIS')
SKIP = register_optionflag('SKIP')
IGNORE_EXCEPTION_DETAIL = register_optionflag('IGNORE_EXCEPTION_DETAIL')
COMPARISON_FLAGS = DONT_ACCEPT_TRUE_FOR_1 | DONT_ACCEPT_BLANKLINE | NORMALIZE_WHITESPACE | ELLIPSIS | SKIP | IGNORE_EXCEPTION_DETAIL
REPORT_UDIFF = register_optionflag('REPORT_UDIFF')
REPORT_CDIFF = register_optionflag('REPORT_CDIFF')
REPORT_NDIFF = register_optionflag('REPORT_NDIFF')
REPORT_ONLY_FIRST_FAILURE = register_optionflag('REPORT_ONLY_FIRST_FAILURE')
FAIL_FAST = register_optionflag('FAIL_FAST')
REPORTING_FLAGS = REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF | REPORT_ONLY_FIRST_FAILURE | FAIL_FAST
BLANKLINE_MARKER = '<BLANKLINE>'
ELLIPSIS_MARKER = '...'


class Example:
    """One piece of source and the output it should have."""
    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        self.source = source if source.endswith('\n') else source + '\n'
        self.want = want + '\n' if want and not want.endswith('\n') else want
        self.exc_msg = exc_msg + '\n' if exc_msg is not None and not exc_msg.endswith('\n') else exc_msg
        self.lineno, self.indent = lineno, indent
        self.options = {} if options is None else options

    def _state(self):
        return self.source, self.want, self.lineno, self.indent, self.options, self.exc_msg

    def __eq__(self, other):
        return self._state() == other._state() if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash((self.source, self.want, self.lineno, self.indent, self.exc_msg))


class DocTest:
    """The examples of one docstring, with the variables they start from."""
    def __init__(self, examples, globs, name, filename, lineno, docstring):
        assert not isinstance(examples, str), 'DocTest no longer accepts str; use DocTestParser instead'
        self.examples, self.globs, self.name = examples, globs.copy(), name
        self.filename, self.lineno, self.docstring = filename, lineno, docstring

    def __repr__(self):
        count = len(self.examples)
        told = 'no examples' if not count else '1 example' if count == 1 else f'{count} examples'
        return f'<{self.__class__.__name__} {self.name} from {self.filename}:{self.lineno} ({told})>'

    def _state(self):
        return self.examples, self.docstring, self.globs, self.name, self.filename, self.lineno

    def __eq__(self, other):
        return self._state() == other._state() if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash((self.docstring, self.name, self.filename, self.lineno))

    def __lt__(self, other):
        if not isinstance(other, DocTest):
            return NotImplemented

        def key(test):
            return test.name, test.filename or '', -1 if test.lineno is None else test.lineno, id(test)
        return key(self) < key(other)


_RAISES = re.compile(r'Traceback \((?:most recent call last|innermost last)\):[^\S\n]*\n(?:[ \t]*\n|[ \t].*\n|\W.*\n)*?(\w(?:.|\n)*)\Z')


class DocTestParser:
    """Finds examples in text."""
    def parse(self, string, name='<string>'):
        """The text between the examples and the examples, in turn."""
        lines = self._lines(string)
        parts, text, i = [], [], 0
        while i < len(lines):
            end, example = self._example_at(lines, i, name)
            if end == i:
                text.append(lines[i])
                i += 1
                continue
            parts.append(''.join([line + '\n' for line in text]))
            text = []
            if example:
                parts.append(example)
            i = end
        parts.append('\n'.join(text))
        return parts

    def get_doctest(self, string, globs, name, filename, lineno):
        return DocTest(self.get_examples(string, name), globs, name, filename, lineno, string)

    def get_examples(self, string, name='<string>'):
        return [part for part in self.parse(string, name) if isinstance(part, Example)]

    def _lines(self, string):
        lines = string.expandtabs().split('\n')
        margin = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
        return [line[margin:] for line in lines] if margin else lines

    def _example_at(self, lines, start, name):
        stripped = lines[start].lstrip(' ')
        if not (stripped.startswith('>>> ') or stripped.rstrip() == '>>>'):
            if stripped.startswith('>>>'):
                self._complain(start, name, stripped)
            return start, None
        indent = len(lines[start]) - len(stripped)
        margin = ' ' * indent
        i = start + 1
        while i < len(lines) and lines[i].startswith(margin + '...'):
            i += 1
        for at in range(start, i):
            if lines[at][indent + 3:indent + 4] not in ('', ' '):
                self._complain(at, name, lines[at].lstrip())
        source = [line[indent + 4:] for line in lines[start:i]]
        first_want = i
        while i < len(lines) and lines[i].strip() and not re.match(r' *>>>( |$)', lines[i]):
            if lines[i].strip() and not lines[i].startswith(margin):
                raise ValueError(f'line {i + 1} of the docstring for {name} has inconsistent leading whitespace: {lines[i]!r}')
            i += 1
        want = '\n'.join([line[indent:].rstrip('\n') for line in lines[first_want:i]])
        options = self._options('\n'.join(source), name, start)
        if all(not line.strip() or line.strip().startswith('#') for line in source):
            return i, None
        found = _RAISES.match(want)
        text = '\n'.join(source)
        return i, Example(text, want, found.group(1) if found else None, start, indent, options)

    def _complain(self, index, name, line):
        raise ValueError(f'line {index + 1} of the docstring for {name} lacks blank after {line[:3]}: {line!r}')

    def _options(self, source, name, start):
        options = {}
        for line in source.split('\n'):
            found = re.search(r'#\s*doctest:\s*([^\'"]*)$', line)
            if not found:
                continue
            for option in found.group(1).replace(',', ' ').split():
                if option[0] not in '+-' or option[1:] not in OPTIONFLAGS_BY_NAME:
                    raise ValueError(f'line {start + 1} of the doctest for {name} has an invalid option: {option!r}')
                options[OPTIONFLAGS_BY_NAME[option[1:]]] = option[0] == '+'
        if options and all(not line.strip() or line.strip().startswith('#') for line in source.split('\n')):
            raise ValueError(f'line {start} of the doctest for {name} has an option directive on a line with no example: {source!r}')
        return options


def _indent(text):
    return re.sub('(?m)^(?!$)', '    ', text)


def _matches_ellipsis(want, got):
    pieces = want.split(ELLIPSIS_MARKER)
    if len(pieces) == 1:
        return want == got
    if not got.startswith(pieces[0]) or not got.endswith(pieces[-1]):
        return False
    at, end = len(pieces[0]), len(got) - len(pieces[-1])
    if at > end:
        return False
    for piece in pieces[1:-1]:
        at = got.find(piece, at, end)
        if at < 0:
            return False
        at += len(piece)
    return True


class OutputChecker:
    def check_output(self, want, got, optionflags):
        want = want.encode('ASCII', 'backslashreplace').decode('ASCII')
        got = got.encode('ASCII', 'backslashreplace').decode('ASCII')
        if got == want:
            return True
        if not optionflags & DONT_ACCEPT_TRUE_FOR_1 and (got, want) in (('True\n', '1\n'), ('False\n', '0\n')):
            return True
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            want = re.sub(r'(?m)^<BLANKLINE>\s*?$', '', want)
            got = re.sub(r'(?m)^[^\S\n]+$', '', got)
            if got == want:
                return True
        if optionflags & NORMALIZE_WHITESPACE:
            got, want = ' '.join(got.split()), ' '.join(want.split())
            if got == want:
                return True
        return bool(optionflags & ELLIPSIS) and _matches_ellipsis(want, got)

    def output_difference(self, example, got, optionflags):
        want = example.want
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            got = re.sub('(?m)^[ ]*(?=\n)', BLANKLINE_MARKER, got)
        lines = want.count('\n') > 2 and got.count('\n') > 2
        if optionflags & REPORT_NDIFF or (lines and optionflags & (REPORT_UDIFF | REPORT_CDIFF)):
            wanted, given = want.splitlines(keepends=True), got.splitlines(keepends=True)
            if optionflags & REPORT_UDIFF:
                kind, diff = 'unified diff with -expected +actual', list(difflib.unified_diff(wanted, given, n=2))[2:]
            elif optionflags & REPORT_CDIFF:
                kind, diff = 'context diff with expected followed by actual', list(difflib.context_diff(wanted, given, n=2))[2:]
            else:
                kind, diff = 'ndiff with -expected +actual', list(difflib.Differ(charjunk=difflib.IS_CHARACTER_JUNK).compare(wanted, given))
            return f'Differences ({kind}):\n' + _indent(''.join(diff))
        if want and got:
            return f'Expected:\n{_indent(want)}Got:\n{_indent(got)}'
        if want:
            return f'Expected:\n{_indent(want)}Got nothing\n'
        return f'Expected nothing\nGot:\n{_indent(got)}' if got else 'Expected nothing\nGot nothing\n'
