"""Frames, tracebacks and what they call from."""
import linecache
import sys
from collections import namedtuple

_Traceback = namedtuple('_Traceback', 'filename lineno function code_context index')


class Traceback(_Traceback):
    def __new__(cls, filename, lineno, function, code_context, index, *, positions=None):
        made = super().__new__(cls, filename, lineno, function, code_context, index)
        made.positions = positions
        return made

    def __repr__(self):
        return (f'Traceback(filename={self.filename!r}, lineno={self.lineno!r}, function={self.function!r}, '
                f'code_context={self.code_context!r}, index={self.index!r}, positions={self.positions!r})')


_FrameInfo = namedtuple('_FrameInfo', ('frame',) + Traceback._fields)


class FrameInfo(_FrameInfo):
    def __new__(cls, frame, filename, lineno, function, code_context, index, *, positions=None):
        made = super().__new__(cls, frame, filename, lineno, function, code_context, index)
        made.positions = positions
        return made

    def __repr__(self):
        return (f'FrameInfo(frame={self.frame!r}, filename={self.filename!r}, lineno={self.lineno!r}, function={self.function!r}, '
                f'code_context={self.code_context!r}, index={self.index!r}, positions={self.positions!r})')


def getframeinfo(frame, context=1):
    if hasattr(frame, 'tb_frame'):
        lineno, frame = frame.tb_lineno, frame.tb_frame
    elif hasattr(frame, 'f_lineno'):
        lineno = frame.f_lineno
    else:
        raise TypeError(f'{frame!r} is not a frame or traceback object')
    code = frame.f_code
    lines = index = None
    found = linecache.getlines(code.co_filename) if context > 0 else []
    if found:
        start = max(0, min(lineno - 1 - context // 2, len(found) - context))
        lines, index = found[start:start + context], lineno - 1 - start
    return Traceback(code.co_filename, lineno, code.co_name, lines, index)


def getlineno(frame):
    return frame.f_lineno


def _info(frame, holder, context):
    told = getframeinfo(holder, context)
    return FrameInfo(frame, *told)


def getouterframes(frame, context=1):
    found = []
    while frame:
        found.append(_info(frame, frame, context))
        frame = frame.f_back
    return found


def getinnerframes(tb, context=1):
    found = []
    while tb:
        found.append(_info(tb.tb_frame, tb, context))
        tb = tb.tb_next
    return found


def stack(context=1):
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    return getinnerframes(sys.exc_info()[2], context)


Arguments = namedtuple('Arguments', 'args, varargs, varkw')
ArgInfo = namedtuple('ArgInfo', 'args varargs keywords locals')


def getargs(co):
    if not hasattr(co, 'co_code'):
        raise TypeError(f'{co!r} is not a code object')
    names = co.co_varnames
    count, only = co.co_argcount, co.co_kwonlyargcount
    at = count + only
    varargs = varkw = None
    if co.co_flags & 4:
        varargs = names[at]
        at += 1
    if co.co_flags & 8:
        varkw = names[at]
    return Arguments(list(names[:count]) + list(names[count:count + only]), varargs, varkw)


def getargvalues(frame):
    return ArgInfo(*getargs(frame.f_code), frame.f_locals)


def formatargvalues(args, varargs, varkw, locals, formatarg=str, formatvarargs=lambda name: '*' + name, formatvarkw=lambda name: '**' + name,
                    formatvalue=lambda value: '=' + repr(value)):
    parts = [formatarg(name) + formatvalue(locals[name]) for name in args]
    if varargs:
        parts.append(formatvarargs(varargs) + formatvalue(locals[varargs]))
    if varkw:
        parts.append(formatvarkw(varkw) + formatvalue(locals[varkw]))
    return '(' + ', '.join(parts) + ')'
