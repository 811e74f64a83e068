"""Time of small pieces of code."""
import time

__all__ = ['Timer', 'timeit', 'repeat', 'default_timer']

default_timer = time.perf_counter
default_number = 1000000
default_repeat = 5


class Timer:
    def __init__(self, stmt='pass', setup='pass', timer=default_timer, globals=None):
        self.timer = timer
        scope = {} if globals is None else dict(globals)
        lines = ['def inner(_it, _timer, _stmt, _setup):']

        def add(code, indent, call):
            if callable(code):
                lines.append(' ' * indent + call)
            else:
                compile(code, '<timeit-src>', 'exec')
                lines.extend([' ' * indent + line for line in code.splitlines()] or [' ' * indent + 'pass'])
        add(setup, 4, '_setup()')
        lines.append('    _t0 = _timer()')
        lines.append('    for _i in _it:')
        add(stmt, 8, '_stmt()')
        lines.append('        pass')
        lines.append('    return _timer() - _t0')
        exec('\n'.join(lines), scope)
        self._inner = scope['inner']
        self._stmt, self._setup = stmt, setup

    def timeit(self, number=default_number):
        return self._inner(range(number), self.timer, self._stmt, self._setup)

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        i = 1
        while True:
            for j in 1, 2, 5:
                number = i * j
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            i *= 10

    def print_exc(self, file=None):
        import traceback
        traceback.print_exc(file=file)


def timeit(stmt='pass', setup='pass', timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt='pass', setup='pass', timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
