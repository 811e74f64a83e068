# ExceptionGroup and BaseExceptionGroup as classes: making, splitting, deriving, printing.
import sys
import traceback

eg = ExceptionGroup('eg', [ValueError(1), TypeError(2), ExceptionGroup('in', [KeyError('k')])])
print(repr(eg), str(eg), eg.message, eg.exceptions, eg.args)
match, rest = eg.split(ValueError)
print(repr(match), repr(rest))
print(eg.split((TypeError, KeyError)))
print(repr(eg.subgroup(lambda e: isinstance(e, KeyError))), eg.subgroup(OSError), eg.subgroup(ExceptionGroup) is eg)
print(type(BaseExceptionGroup('x', [ValueError()])).__name__, type(BaseExceptionGroup('x', [KeyboardInterrupt()])).__name__)
print([c.__name__ for c in ExceptionGroup.__mro__], ExceptionGroup.__bases__)
for args in [(), ('x',), (1, [ValueError()]), ('x', []), ('x', 3), ('x', [3]), ('x', [KeyboardInterrupt()]), ('x', {1: 2})]:
    try:
        ExceptionGroup(*args)
    except Exception as e:
        print(type(e).__name__, e)
for condition in [3, int, (ValueError, 3), None]:
    try:
        eg.split(condition)
    except TypeError as e:
        print(e)


class Coded(ExceptionGroup):
    def __new__(cls, message, excs, code):
        self = super().__new__(cls, message, excs)
        self.code = code
        return self

    def derive(self, excs):
        return Coded(self.message, excs, self.code)


try:
    raise Coded('mine', [ValueError(1), OSError(2)], 99)
except Coded as e:
    e.add_note('noted')
    match, rest = e.split(OSError)
    print(match, match.code, match.__notes__, rest, rest.code, match.__traceback__ is e.__traceback__)
    try:
        Coded('other', [KeyboardInterrupt()], 1)
    except TypeError as inner:
        print(inner)

try:
    raise ExceptionGroup('several', [OSError('disk'), ValueError('bad')])
except Exception as e:
    print('caught', e)


def fail():
    raise ExceptionGroup('outer', [ValueError('one'), ExceptionGroup('inner', [TypeError('two')]), *[OSError(i) for i in range(20)]])


try:
    try:
        fail()
    except ExceptionGroup as e:
        raise RuntimeError('again') from e
except RuntimeError as e:
    group = ExceptionGroup('last', [e, KeyError('z')])
    group.add_note('a note')
    error = group
lines = ''.join(traceback.format_exception(error)).splitlines()
print('\n'.join(line for line in lines if 'File' not in line))
text = ''.join(traceback.TracebackException.from_exception(error, max_group_width=2).format()).splitlines()
print('\n'.join(line for line in text if 'File' not in line))
print(''.join(traceback.format_exception_only(error)))
