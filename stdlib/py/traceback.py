"""Texts of exceptions."""
import sys


def _note_lines(exc):
    return [line + '\n' for note in getattr(exc, '__notes__', None) or () for line in str(note).split('\n')]


def format_exception_only(exc, /, value=None):
    if value is None and isinstance(exc, BaseException):
        value = exc
    cls = type(value) if value is not None else exc
    if cls is None or cls is type(None):
        return ['NoneType: None\n']
    name = cls.__qualname__
    if cls.__module__ not in ('builtins', '__main__'):
        name = f'{cls.__module__}.{name}'
    text = str(value) if value is not None else ''
    return [f'{name}: {text}\n' if text else f'{name}\n'] + _note_lines(value)


def _frames(tb):
    found = []
    while tb is not None:
        found.append(tb)
        tb = getattr(tb, 'tb_next', None)
    return found


def format_tb(tb, limit=None):
    lines = []
    for entry in _frames(tb)[:limit]:
        frame = getattr(entry, 'tb_frame', None)
        code = getattr(frame, 'f_code', None)
        lines.append(f'  File "{getattr(code, "co_filename", "?")}", line {getattr(entry, "tb_lineno", 0)}, in {getattr(code, "co_name", "?")}\n')
    return lines


def format_exception(exc, /, value=None, tb=None, limit=None, chain=True):
    if value is None and isinstance(exc, BaseException):
        value = exc
    if value is None:
        return ['NoneType: None\n']
    lines = []
    if chain:
        if value.__cause__ is not None:
            lines += format_exception(value.__cause__)
            lines.append('\nThe above exception was the direct cause of the following exception:\n\n')
        elif value.__context__ is not None and not value.__suppress_context__:
            lines += format_exception(value.__context__)
            lines.append('\nDuring handling of the above exception, another exception occurred:\n\n')
    if value.__traceback__ is not None:
        lines.append('Traceback (most recent call last):\n')
        lines += format_tb(value.__traceback__, limit)
    return lines + format_exception_only(value)


def format_exc(limit=None, chain=True):
    return ''.join(format_exception(sys.exc_info()[1]))


def print_exception(exc, /, value=None, tb=None, limit=None, file=None, chain=True):
    print(''.join(format_exception(exc, value, tb, limit, chain)), end='', file=file or sys.stderr)


def print_exc(limit=None, file=None, chain=True):
    print(format_exc(limit, chain), end='', file=file or sys.stderr)


def print_tb(tb, limit=None, file=None):
    print(''.join(format_tb(tb, limit)), end='', file=file or sys.stderr)


def format_stack(f=None, limit=None):
    return []


def extract_tb(tb, limit=None):
    return []
