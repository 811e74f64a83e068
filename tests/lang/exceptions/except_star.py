# except*: which clause takes what, and what is raised behind them (PEP 654).
import traceback


def show(e, depth=0):
    pad = '  ' * depth
    if isinstance(e, BaseExceptionGroup):
        print(f'{pad}{type(e).__name__} {e.message!r}')
        for x in e.exceptions:
            show(x, depth + 1)
    else:
        print(f'{pad}{e!r}')


def attempt(f):
    print('--', f.__name__)
    try:
        print('returned', f())
    except BaseException as e:
        show(e)
        print('cause', repr(e.__cause__), 'context', repr(e.__context__), e.__suppress_context__)


def nested():
    return ExceptionGroup('outer', [
        ValueError(1),
        ExceptionGroup('inner', [TypeError(2), ValueError(3), ExceptionGroup('core', [KeyError(4), OSError(5)])]),
        OSError(6),
    ])


def all_taken():
    try:
        raise nested()
    except* ValueError as e:
        show(e)
    except* (TypeError, LookupError) as e:
        show(e)
    except* OSError as e:
        show(e)
    return 'done'


def rest_raised():
    try:
        raise nested()
    except* TypeError as e:
        show(e)


def no_clause():
    try:
        raise nested()
    except* ZeroDivisionError:
        print('never')


def naked():
    try:
        raise ValueError('plain')
    except* TypeError:
        print('never')
    except* ValueError as e:
        show(e)
        print(repr(e.__context__), e.__traceback__ is None)
    return 'done'


def naked_unmatched():
    try:
        raise KeyError('plain')
    except* (TypeError, ValueError):
        print('never')


def naked_raise_again():
    try:
        raise KeyError('plain')
    except* KeyError:
        raise


def raise_again():
    try:
        raise nested()
    except* ValueError:
        raise
    except* OSError:
        pass


def raise_again_all():
    try:
        raise nested()
    except* Exception:
        raise


def raise_new():
    try:
        raise nested()
    except* ValueError:
        raise RuntimeError('new')


def raise_new_all_taken():
    try:
        raise ExceptionGroup('only', [ValueError(1)])
    except* ValueError:
        raise RuntimeError('new')


def raise_several():
    try:
        raise nested()
    except* ValueError as e:
        raise RuntimeError('a') from e
    except* TypeError:
        raise
    except* OSError as e:
        raise e


def raise_named_part():
    try:
        raise nested()
    except* ValueError as e:
        raise e.exceptions[0]


def with_else_finally():
    try:
        print('body')
    except* ValueError:
        print('never')
    else:
        print('else')
    finally:
        print('finally')
    try:
        raise ExceptionGroup('x', [ValueError()])
    except* ValueError:
        print('taken')
    else:
        print('never')
    finally:
        print('finally')
    return 1


def inner_loops():
    try:
        raise ExceptionGroup('x', [ValueError(), TypeError()])
    except* ValueError:
        for i in range(5):
            if i == 1:
                continue
            if i == 3:
                break
            print(i)
    except* TypeError:
        def f():
            return 7
        return_value = f()
    return return_value


def names_cleared():
    e = 1
    try:
        raise ExceptionGroup('x', [ValueError()])
    except* ValueError as e:
        print(type(e).__name__)
    try:
        e
    except UnboundLocalError as error:
        print(error)
    try:
        try:
            raise ExceptionGroup('x', [ValueError()])
        except* ValueError as name:
            raise KeyError
    except* KeyError as outer:
        show(outer)
    print('name' in locals(), 'outer' in locals())


def bad_type():
    try:
        raise nested()
    except* 3:
        pass


def group_type():
    try:
        raise nested()
    except* (ValueError, ExceptionGroup):
        pass


def group_type_naked():
    try:
        raise KeyError(1)
    except* BaseExceptionGroup:
        pass


def failing_type():
    try:
        raise ValueError(1)
    except* undefined_name:
        pass


def base_members():
    try:
        raise BaseExceptionGroup('base', [KeyboardInterrupt(), ValueError()])
    except* ValueError as e:
        print(type(e))
    except* KeyboardInterrupt as e:
        print(type(e))
    try:
        raise SystemExit(3)
    except* SystemExit as e:
        print(type(e), e.exceptions)


def in_generator():
    def g():
        try:
            yield 1
        except* ValueError as e:
            yield e.exceptions
        except* KeyError as e:
            yield 'key', e.exceptions
    it = g()
    print(next(it))
    print(it.throw(ExceptionGroup('g', [KeyError('k'), ValueError('v')])))
    print(next(it))
    return list(it)


def handled_inside():
    import sys
    try:
        raise nested()
    except* ValueError as e:
        print(sys.exc_info()[1] is e, repr(sys.exc_info()[1]))
        try:
            raise KeyError
        except KeyError as k:
            print(k.__context__ is e)
        print(sys.exc_info()[1] is e)
    except* Exception as e:
        print(sys.exc_info()[1] is e)
    print(sys.exc_info())


class MyGroup(ExceptionGroup):
    def derive(self, excs):
        made = MyGroup(self.message, excs)
        made.code = self.code
        return made


def derived():
    g = MyGroup('mine', [ValueError(1), TypeError(2), KeyError(3)])
    g.code = 42
    g.add_note('noted')
    try:
        raise g
    except* ValueError as e:
        print(type(e).__name__, e.code, e.__notes__)
    except* KeyError as e:
        raise


def nested_try_star():
    try:
        try:
            raise nested()
        except* ValueError:
            print('values')
            raise
        except* TypeError:
            print('types')
    except* ValueError as e:
        show(e)
    except* OSError as e:
        show(e)
    except* KeyError as e:
        show(e)


def counted():
    order = []

    def kind(name, cls):
        order.append(name)
        return cls

    try:
        raise ExceptionGroup('x', [ValueError(1)])
    except* kind('a', ValueError):
        order.append('body')
    except* kind('b', TypeError):
        pass
    return order


def cause_and_context():
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            raise ExceptionGroup('x', [ValueError(1), TypeError(2)]) from KeyError('c')
    except* ValueError as e:
        print(repr(e.__cause__), repr(e.__context__))


for f in (all_taken, rest_raised, no_clause, naked, naked_unmatched, naked_raise_again, raise_again, raise_again_all, raise_new,
          raise_new_all_taken, raise_several, raise_named_part, with_else_finally, inner_loops, names_cleared, bad_type, group_type,
          group_type_naked, failing_type, base_members, in_generator, handled_inside, derived, nested_try_star, counted,
          cause_and_context):
    attempt(f)

for text in ('try: pass\nexcept* ValueError: pass\nexcept TypeError: pass',
             'try: pass\nexcept ValueError: pass\nexcept* TypeError: pass',
             'try: pass\nexcept*: pass',
             'try: pass\nexcept* ValueError: pass\nexcept: pass',
             'for x in y:\n try: pass\n except* ValueError: break',
             'for x in y:\n try: pass\n except* ValueError: continue',
             'def f():\n try: pass\n except* ValueError: return 1',
             'def f():\n try: pass\n except* ValueError:\n  for z in y:\n   return',
             'try: pass\nexcept* A, B: pass',
             'try: pass\nexcept* (A, B) as c.d: pass',
             'try:\n pass\nexcept *A as b:\n pass\nexcept\t* C:\n pass\nelse:\n pass\nfinally:\n pass'):
    try:
        compile(text, 'name', 'exec')
        print('compiled')
    except SyntaxError as e:
        print(e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)


def failing():
    try:
        raise ExceptionGroup('shown', [ValueError(1), TypeError(2), KeyError(3)])
    except* ValueError:
        raise RuntimeError('while')
    except* KeyError as e:
        raise


try:
    failing()
except BaseException as e:
    text = ''.join(traceback.format_exception(e))
    print('\n'.join(line for line in text.splitlines() if 'File' not in line))
