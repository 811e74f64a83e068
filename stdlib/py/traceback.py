"""Texts of exceptions and tracebacks."""
import linecache
import sys

__all__ = ['extract_stack', 'extract_tb', 'format_exception', 'format_exception_only', 'format_list', 'format_stack', 'format_tb',
           'print_exc', 'format_exc', 'print_exception', 'print_last', 'print_stack', 'print_tb', 'clear_frames', 'FrameSummary',
           'StackSummary', 'TracebackException', 'walk_stack', 'walk_tb']

_MISSING = object()
_CAUSE = '\nThe above exception was the direct cause of the following exception:\n\n'
_CONTEXT = '\nDuring handling of the above exception, another exception occurred:\n\n'


def _text_of(value):
    try:
        return str(value)
    except Exception:
        return f'<exception str() failed>'


def _pair(exc, value, tb):
    if value is _MISSING and tb is _MISSING:
        if exc is not None and not isinstance(exc, BaseException):
            raise TypeError(f'Exception expected for value, {type(exc).__name__} found')
        return exc, getattr(exc, '__traceback__', None)
    if value is _MISSING or tb is _MISSING:
        raise ValueError('Both or neither of value and tb must be given')
    return value, tb


def _note_lines(exc):
    notes = getattr(exc, '__notes__', None)
    if notes is None:
        return []
    if not isinstance(notes, (list, tuple)) and not hasattr(notes, '__iter__') or isinstance(notes, (str, bytes)):
        try:
            return [f'{notes!r}\n']
        except Exception:
            return ['<__notes__ repr() failed>\n']
    lines = []
    for note in notes:
        try:
            text = str(note)
        except Exception:
            text = '<note str() failed>'
        lines += [line + '\n' for line in text.split('\n')]
    return lines


def _syntax_lines(exc):
    lines = []
    if exc.lineno is not None:
        lines.append(f'  File "{exc.filename or "<string>"}", line {exc.lineno}\n')
    if exc.text is not None and exc.lineno is not None:
        text = exc.text.rstrip('\n')
        stripped = text.lstrip(' \n\f')
        lines.append(f'    {stripped}\n')
        if exc.offset is not None:
            offset = exc.offset
            end = exc.end_offset if exc.end_offset not in {None, 0} else offset
            if offset == end or end == -1:
                end = offset + 1
            column = offset - 1 - (len(text) - len(stripped))
            last = end - 1 - (len(text) - len(stripped))
            if column >= 0:
                blank = ''.join(c if c.isspace() else ' ' for c in stripped[:column])
                lines.append(f'    {blank}{"^" * (last - column)}\n')
    return lines


def _only(exc):
    if exc is None:
        return ['NoneType: None\n']
    cls = type(exc)
    name = cls.__qualname__
    if cls.__module__ not in ('builtins', '__main__'):
        name = f'{cls.__module__}.{name}'
    lines = []
    if isinstance(exc, SyntaxError):
        lines = _syntax_lines(exc)
        text = exc.msg or '<no detail available>'
        if exc.lineno is None and exc.filename is not None:
            text += f' ({exc.filename})'
        lines.append(f'{name}: {text}\n')
    else:
        text = _text_of(exc)
        lines.append(f'{name}: {text}\n' if text else f'{name}\n')
    return lines + _note_lines(exc)


def format_exception_only(exc, /, value=_MISSING):
    if value is _MISSING:
        value = exc
    return _only(value)


class FrameSummary:
    __slots__ = ('filename', 'lineno', 'end_lineno', 'colno', 'end_colno', 'name', '_line', 'locals', '_text')

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None, end_colno=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self._line = line
        self._text = None
        self.end_lineno = end_lineno
        self.colno = colno
        self.end_colno = end_colno
        self.locals = None if locals is None else {k: _repr_of(v) for k, v in locals.items()}
        if lookup_line:
            self.line

    @property
    def line(self):
        if self._line is None:
            if self.lineno is None:
                return None
            self._line = linecache.getline(self.filename, self.lineno)
        return self._line.strip()

    def _tuple(self):
        return (self.filename, self.lineno, self.name, self.line)

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return self._tuple() == other._tuple() and self.locals == other.locals
        if isinstance(other, tuple):
            return self._tuple() == other
        return NotImplemented

    def __getitem__(self, pos):
        return self._tuple()[pos]

    def __iter__(self):
        return iter(self._tuple())

    def __len__(self):
        return 4

    def __repr__(self):
        return f'<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>'


def _repr_of(value):
    try:
        return repr(value)
    except Exception:
        return '<local repr() failed>'


def _limited(frames, limit):
    """Frames to show: the first `limit`, or with a negative limit the last."""
    frames = list(frames)
    if limit is None:
        limit = getattr(sys, 'tracebacklimit', None)
        if limit is not None and limit < 0:
            limit = 0
    if limit is None:
        return frames
    return frames[:limit] if limit >= 0 else frames[limit:]


class StackSummary(list):
    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        result = klass()
        for f, lineno in _limited(frame_gen, limit):
            code = f.f_code
            linecache.lazycache(code.co_filename, f.f_globals)
            result.append(FrameSummary(code.co_filename, lineno, code.co_name, lookup_line=False, locals=f.f_locals if capture_locals else None))
        for name in {f.filename for f in result}:
            linecache.checkcache(name)
        if lookup_lines:
            for f in result:
                f.line
        return result

    @classmethod
    def from_list(klass, a_list):
        result = klass()
        for frame in a_list:
            if isinstance(frame, FrameSummary):
                result.append(frame)
            else:
                filename, lineno, name, line = frame
                result.append(FrameSummary(filename, lineno, name, line=line))
        return result

    def format_frame_summary(self, frame):
        text = frame._text
        if text is None:
            text = f'  File "{frame.filename}", line {frame.lineno}, in {frame.name}\n'
            if frame.line:
                text += f'    {frame.line}\n'
        if frame.locals:
            for name, value in sorted(frame.locals.items()):
                text += f'    {name} = {value}\n'
        return text

    def format(self):
        result = []
        last = None
        count = 0

        def repeated():
            more = count - _RECURSIVE_CUTOFF
            return f'  [Previous line repeated {more} more time{"s" if more > 1 else ""}]\n'
        for frame in self:
            text = self.format_frame_summary(frame)
            if text is None:
                continue
            key = (frame.filename, frame.lineno, frame.name)
            if key != last:
                if count > _RECURSIVE_CUTOFF:
                    result.append(repeated())
                last = key
                count = 0
            count += 1
            if count > _RECURSIVE_CUTOFF:
                continue
            result.append(text)
        if count > _RECURSIVE_CUTOFF:
            result.append(repeated())
        return result


_RECURSIVE_CUTOFF = 3


def _caller():
    """The innermost frame outside this module."""
    frame = sys._getframe(1)
    while frame is not None and frame.f_globals.get('__name__') == 'traceback':
        frame = frame.f_back
    return frame


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    if f is None:
        f = _caller()
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def extract_tb(tb, limit=None):
    return _extract_tb(tb, limit)


def _extract_tb(tb, limit, lookup_lines=True, capture_locals=False):
    entries = []
    while tb is not None:
        entries.append(tb)
        tb = tb.tb_next
    stack = StackSummary()
    for tb in _limited(entries, limit):
        frame_of = tb.tb_frame
        code = frame_of.f_code
        frame = FrameSummary(code.co_filename, tb.tb_lineno, code.co_name, line=getattr(tb, '_source', None), lookup_line=lookup_lines,
                             locals=frame_of.f_locals if capture_locals else None)
        frame._text = getattr(tb, '_text', None)
        stack.append(frame)
    return stack


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    print(''.join(format_list(extracted_list)), end='', file=file or sys.stderr)


def extract_stack(f=None, limit=None):
    frames = list(walk_stack(_caller() if f is None else f))
    if limit is None:
        limit = getattr(sys, 'tracebacklimit', None)
    if limit is not None:
        frames = frames[:limit] if limit >= 0 else frames[limit:]
    stack = StackSummary.extract(frames, limit=len(frames))
    stack.reverse()
    return stack


def format_stack(f=None, limit=None):
    return extract_stack(_caller() if f is None else f, limit).format()


def print_stack(f=None, limit=None, file=None):
    print_list(extract_stack(_caller() if f is None else f, limit), file=file)


class _Page:
    """Lines of text; those of exceptions inside groups stand behind a margin."""

    def __init__(self):
        self.lines = []
        self.groups = 0
        self.needs_close = False

    def emit(self, text, margin='|'):
        if self.groups:
            edge = '  ' * self.groups + margin + ' '
            text = ''.join([edge + line for line in text.splitlines(True)])
        self.lines.append(text)

    def emit_all(self, texts):
        for text in texts:
            self.emit(text)

    def plain(self, stack, own):
        if stack is not None:
            self.emit('Traceback (most recent call last):\n')
            self.emit_all(stack)
        self.emit_all(own)

    def group(self, stack, own, count, show, width, depth):
        """A group with its parts, each printed by show(i)."""
        if self.groups > depth:
            self.emit(f'... (max_group_depth is {depth})\n')
            return
        outermost = self.groups == 0
        if outermost:
            self.groups = 1
        if stack is not None:
            self.emit('Exception Group Traceback (most recent call last):\n', '+' if outermost else '|')
            self.emit_all(stack)
        self.emit_all(own)
        shown = min(count, width + 1)
        self.needs_close = False
        for i in range(shown):
            last = i == shown - 1
            if last:
                self.needs_close = True
            cut = i >= width
            edge = '  ' * self.groups
            self.lines.append(f'{edge}{"  " if i else "+-"}+---------------- {"..." if cut else i + 1} ----------------\n')
            self.groups += 1
            if cut:
                more = count - width
                self.emit(f'and {more} more exception{"s" if more > 1 else ""}\n')
            else:
                show(i)
            if last and self.needs_close:
                self.lines.append('  ' * self.groups + '+------------------------------------\n')
                self.needs_close = False
            self.groups -= 1
        if outermost:
            self.groups = 0


def _write(page, exc, tb, limit, chain, seen):
    seen.add(id(exc))
    if chain and exc is not None:
        cause, context = exc.__cause__, exc.__context__
        if cause is not None:
            if id(cause) not in seen:
                _write(page, cause, cause.__traceback__, limit, chain, seen)
                page.emit(_CAUSE)
        elif context is not None and not exc.__suppress_context__ and id(context) not in seen:
            _write(page, context, context.__traceback__, limit, chain, seen)
            page.emit(_CONTEXT)
    stack = None if tb is None else format_tb(tb, limit)
    if isinstance(exc, BaseExceptionGroup):
        parts = exc.exceptions
        page.group(stack, _only(exc), len(parts), lambda i: _write(page, parts[i], parts[i].__traceback__, limit, chain, seen), 15, 10)
    else:
        page.plain(stack, _only(exc))


def _chain_lines(exc, tb, limit, chain):
    page = _Page()
    _write(page, exc, tb, limit, chain, set())
    return page.lines


def format_exception(exc, /, value=_MISSING, tb=_MISSING, limit=None, chain=True):
    value, tb = _pair(exc, value, tb)
    return _chain_lines(value, tb, limit, chain)


def print_exception(exc, /, value=_MISSING, tb=_MISSING, limit=None, file=None, chain=True):
    value, tb = _pair(exc, value, tb)
    print(''.join(_chain_lines(value, tb, limit, chain)), end='', file=file or sys.stderr)


def format_exc(limit=None, chain=True):
    return ''.join(format_exception(sys.exc_info()[1], limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exc_info()[1], limit=limit, file=file, chain=chain)


def print_last(limit=None, file=None, chain=True):
    if not hasattr(sys, 'last_type'):
        raise ValueError('no last exception')
    print_exception(sys.last_type, sys.last_value, sys.last_traceback, limit, file, chain)


def print_tb(tb, limit=None, file=None):
    print(''.join(format_tb(tb, limit)), end='', file=file or sys.stderr)


def clear_frames(tb):
    pass


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False, compact=False,
                 max_group_width=15, max_group_depth=10, _seen=None):
        seen = set() if _seen is None else _seen
        seen.add(id(exc_value))
        self.max_group_width, self.max_group_depth = max_group_width, max_group_depth
        self.exc_type = exc_type
        self.stack = _extract_tb(exc_traceback, limit, lookup_lines, capture_locals)
        self._str = _text_of(exc_value)
        self.__notes__ = getattr(exc_value, '__notes__', None)
        self._lines = _only(exc_value)
        self.__suppress_context__ = exc_value.__suppress_context__ if exc_value is not None else False
        self.__cause__ = self.__context__ = None
        if isinstance(exc_value, SyntaxError):
            self.filename, self.lineno, self.text, self.offset, self.msg = exc_value.filename, exc_value.lineno, exc_value.text, exc_value.offset, exc_value.msg
            self.lineno = None if self.lineno is None else str(self.lineno)
            self.end_lineno, self.end_offset = exc_value.end_lineno, exc_value.end_offset
        if exc_value is not None and len(seen) < 300:
            for name in ('__cause__', '__context__'):
                other = getattr(exc_value, name)
                if other is None or id(other) in seen or name == '__context__' and compact and (self.__cause__ is not None or self.__suppress_context__):
                    continue
                setattr(self, name, self._part(other, limit, lookup_lines, capture_locals, compact, seen))
        self.exceptions = None
        if isinstance(exc_value, BaseExceptionGroup):
            self.exceptions = [self._part(e, limit, lookup_lines, capture_locals, compact, seen) for e in exc_value.exceptions]

    def _part(self, exc, limit, lookup_lines, capture_locals, compact, seen):
        return TracebackException(type(exc), exc, exc.__traceback__, limit=limit, lookup_lines=lookup_lines, capture_locals=capture_locals,
                                  compact=compact, max_group_width=self.max_group_width, max_group_depth=self.max_group_depth, _seen=seen)

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if isinstance(other, TracebackException) else NotImplemented

    __hash__ = None

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __str__(self):
        return self._str

    def format_exception_only(self):
        yield from self._lines

    def _write(self, page, chain):
        if chain:
            if self.__cause__ is not None:
                self.__cause__._write(page, chain)
                page.emit(_CAUSE)
            elif self.__context__ is not None and not self.__suppress_context__:
                self.__context__._write(page, chain)
                page.emit(_CONTEXT)
        stack = self.stack.format() if self.stack else None
        parts = self.exceptions
        if parts is None:
            page.plain(stack, self.format_exception_only())
        else:
            page.group(stack, self.format_exception_only(), len(parts), lambda i: parts[i]._write(page, chain), self.max_group_width, self.max_group_depth)

    def format(self, *, chain=True):
        page = _Page()
        self._write(page, chain)
        yield from page.lines

    def print(self, *, file=None, chain=True):
        print(''.join(self.format(chain=chain)), end='', file=file or sys.stderr)
