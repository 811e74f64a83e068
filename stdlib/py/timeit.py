"""Time of small pieces of code.

Run with code as arguments, each a line of the statement to time:

    timeit [-n N] [-r N] [-u UNIT] [-s SETUP] [-p] [-v] [-h] [--] [STATEMENT]

    -n, --number N   how often to run the statement (default: found out so that it takes 0.2 seconds or more)
    -r, --repeat N   how often to repeat that (default 5)
    -s, --setup S    code to run once before (default 'pass'); may be given several times
    -p, --process    measure the time of the process, not of the clock
    -u, --unit U     nsec, usec, msec or sec
    -v, --verbose    print raw times; twice for more digits
    -h, --help       print this text
"""
import gc
import itertools
import sys
import time

__all__ = ['Timer', 'timeit', 'repeat', 'default_timer']

dummy_src_name = '<timeit-src>'
default_timer = time.perf_counter
default_number = 1000000
default_repeat = 5
_globals = globals


def reindent(src, indent):
    return src.replace('\n', '\n' + ' ' * indent)


class Timer:
    def __init__(self, stmt='pass', setup='pass', timer=default_timer, globals=None):
        self.timer = timer
        scope = {}
        names = _globals() if globals is None else globals
        if isinstance(setup, str):
            compile(setup, dummy_src_name, 'exec')
            prefix = setup + '\n'
            setup = reindent(setup, 4)
        elif callable(setup):
            scope['_setup'] = setup
            prefix = ''
            setup = '_setup()'
        else:
            raise ValueError('setup is neither a string nor callable')
        if isinstance(stmt, str):
            compile(prefix + stmt, dummy_src_name, 'exec')
            stmt = reindent(stmt, 8)
        elif callable(stmt):
            scope['_stmt'] = stmt
            stmt = '_stmt()'
        else:
            raise ValueError('stmt is neither a string nor callable')
        extra = ''.join([f', {name}={name}' for name in scope])
        self.src = f'''
def inner(_it, _timer{extra}):
    {setup}
    _t0 = _timer()
    for _i in _it:
        {stmt}
        pass
    _t1 = _timer()
    return _t1 - _t0
'''
        own = {**names, **scope} if scope else names
        found = {}
        exec(compile(self.src, dummy_src_name, 'exec'), own, found)
        self.inner = found['inner']

    def print_exc(self, file=None):
        import linecache
        import traceback
        linecache.cache[dummy_src_name] = len(self.src), None, self.src.split('\n'), dummy_src_name
        traceback.print_exc(file=file)

    def timeit(self, number=default_number):
        was_on = gc.isenabled()
        gc.disable()
        try:
            return self.inner(itertools.repeat(None, number), self.timer)
        finally:
            if was_on:
                gc.enable()

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


def timeit(stmt='pass', setup='pass', timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt='pass', setup='pass', timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)


def main(args=None, *, _wrap_timer=None):
    import getopt
    if args is None:
        args = sys.argv[1:]
    try:
        opts, args = getopt.getopt(args, 'n:u:s:r:pvh', ['number=', 'setup=', 'repeat=', 'process', 'verbose', 'unit=', 'help'])
    except getopt.error as err:
        print(err)
        print('use -h/--help for command line help')
        return 2
    timer = default_timer
    number, verbose, precision = 0, 0, 3
    setup = []
    repeat = default_repeat
    unit = None
    units = {'nsec': 1e-9, 'usec': 1e-6, 'msec': 1e-3, 'sec': 1.0}
    for o, a in opts:
        if o in ('-n', '--number'):
            number = int(a)
        elif o in ('-s', '--setup'):
            setup.append(a)
        elif o in ('-u', '--unit'):
            if a not in units:
                print('Unrecognized unit. Please select nsec, usec, msec, or sec.', file=sys.stderr)
                return 2
            unit = a
        elif o in ('-r', '--repeat'):
            repeat = max(int(a), 1)
        elif o in ('-p', '--process'):
            timer = time.process_time
        elif o in ('-v', '--verbose'):
            if verbose:
                precision += 1
            verbose += 1
        elif o in ('-h', '--help'):
            print(__doc__, end=' ')
            return 0
    t = Timer('\n'.join(args) or 'pass', '\n'.join(setup) or 'pass', timer if _wrap_timer is None else _wrap_timer(timer))
    if number == 0:
        def report(number, taken):
            print(f'{number} loop{"s" if number != 1 else ""} -> {taken:.{precision}g} secs')
        try:
            number, _ = t.autorange(report if verbose else None)
        except:
            t.print_exc()
            return 1
        if verbose:
            print()
    try:
        raw = t.repeat(repeat, number)
    except:
        t.print_exc()
        return 1

    def shown(seconds):
        name = unit
        if name is None:
            name = next((name for name in ('sec', 'msec', 'usec') if seconds >= units[name]), 'nsec')
        return f'{seconds / units[name]:.{precision}g} {name}'
    if verbose:
        print('raw times:', ', '.join(map(shown, raw)))
        print()
    times = [seconds / number for seconds in raw]
    best, worst = min(times), max(times)
    print(f'{number} loop{"s" if number != 1 else ""}, best of {repeat}: {shown(best)} per loop')
    if worst >= best * 4:
        import warnings
        warnings.warn_explicit(f'The test results are likely unreliable. The worst time ({shown(worst)}) was more than four times slower than '
                               f'the best time ({shown(best)}).', UserWarning, '', 0)
