"""Signals: those a script sends itself, its timer, and Ctrl-C and termination when a script runs alone."""
import _signal
from enum import IntEnum


class Signals(IntEnum):
    SIGHUP = 1
    SIGINT = 2
    SIGQUIT = 3
    SIGILL = 4
    SIGTRAP = 5
    SIGABRT = 6
    SIGBUS = 7
    SIGFPE = 8
    SIGKILL = 9
    SIGUSR1 = 10
    SIGSEGV = 11
    SIGUSR2 = 12
    SIGPIPE = 13
    SIGALRM = 14
    SIGTERM = 15
    SIGSTKFLT = 16
    SIGCHLD = 17
    SIGCONT = 18
    SIGSTOP = 19
    SIGTSTP = 20
    SIGTTIN = 21
    SIGTTOU = 22
    SIGURG = 23
    SIGXCPU = 24
    SIGXFSZ = 25
    SIGVTALRM = 26
    SIGPROF = 27
    SIGWINCH = 28
    SIGIO = 29
    SIGPWR = 30
    SIGSYS = 31


class Handlers(IntEnum):
    SIG_DFL = 0
    SIG_IGN = 1


globals().update(Signals.__members__)
globals().update(Handlers.__members__)
NSIG = 65
_handlers = {}


def default_int_handler(signalnum, frame):
    raise KeyboardInterrupt


def _number(signalnum):
    if not 1 <= signalnum < NSIG:
        raise ValueError('signal number out of range')
    return int(signalnum)


def signal(signalnum, handler):
    number = _number(signalnum)
    if not callable(handler) and handler not in (0, 1):
        raise TypeError('signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object')
    if not _signal.in_its_thread():
        raise ValueError('signal only works in main thread of the main interpreter')
    if number in (9, 19):
        raise OSError(22, 'Invalid argument')
    old = getsignal(number)
    _handlers[number] = handler
    _signal.set_handled(number, handler is not default_int_handler and handler != Handlers.SIG_DFL)
    return old


def getsignal(signalnum):
    number = _number(signalnum)
    return _handlers.get(number, default_int_handler if number == 2 else Handlers.SIG_DFL)


def _dispatch(number):
    handler = getsignal(number)
    if handler == Handlers.SIG_IGN:
        return
    if callable(handler):
        import sys
        handler(number, sys._getframe(1))
    elif number not in (17, 18, 23, 28):  # by default a signal ends the program
        import sys
        if number != 15:
            print(strsignal(number), file=sys.stderr)
        sys.exit(128 + number)


def raise_signal(signalnum, /):
    number = _number(signalnum)
    handler = getsignal(number)
    if callable(handler) and _signal.in_its_thread():
        import sys
        handler(number, sys._getframe(1))
    else:
        _signal.post(number)


def alarm(seconds, /):
    left, _ = _signal.set_timer(int(seconds), 0)
    return -int(-left // 1)


ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF = 0, 1, 2
ItimerError = OSError


def _check_timer(which):
    if which != ITIMER_REAL:
        raise OSError(22, 'Invalid argument')


def setitimer(which, seconds, interval=0.0, /):
    _check_timer(which)
    if seconds < 0 or interval < 0:
        raise OSError(22, 'Invalid argument')
    return _signal.set_timer(seconds, interval)


def getitimer(which, /):
    _check_timer(which)
    return _signal.get_timer()


def pause():
    """Waits for a signal the script handles."""
    import time
    called = []
    global _dispatch
    inner = _dispatch

    def noticed(number):
        called.append(number)
        inner(number)
    _dispatch = noticed
    try:
        while not called:
            time.sleep(0.01)
    finally:
        _dispatch = inner


def strsignal(signalnum):
    names = {1: 'Hangup', 2: 'Interrupt', 3: 'Quit', 6: 'Aborted', 8: 'Floating point exception', 9: 'Killed', 10: 'User defined signal 1',
             11: 'Segmentation fault', 12: 'User defined signal 2', 13: 'Broken pipe', 14: 'Alarm clock', 15: 'Terminated'}
    return names.get(_number(signalnum))


def valid_signals():
    return set(range(1, 65)) - {32, 33}


def siginterrupt(signalnum, flag):
    pass
