"""Signals. Handlers are kept, not called: the server decides what a signal does; Ctrl-C raises KeyboardInterrupt."""
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
    if number in (9, 19):
        raise OSError(22, 'Invalid argument')
    old = getsignal(number)
    _handlers[number] = handler
    return old


def getsignal(signalnum):
    number = _number(signalnum)
    return _handlers.get(number, default_int_handler if number == 2 else Handlers.SIG_DFL)


def raise_signal(signalnum):
    handler = getsignal(signalnum)
    if handler == Handlers.SIG_IGN:
        return
    if callable(handler):
        handler(int(signalnum), None)
    elif signalnum in (2, 15):
        raise KeyboardInterrupt


def alarm(seconds):
    return 0


def strsignal(signalnum):
    names = {1: 'Hangup', 2: 'Interrupt', 3: 'Quit', 6: 'Aborted', 8: 'Floating point exception', 9: 'Killed', 10: 'User defined signal 1',
             11: 'Segmentation fault', 12: 'User defined signal 2', 13: 'Broken pipe', 14: 'Alarm clock', 15: 'Terminated'}
    return names.get(_number(signalnum))


def valid_signals():
    return set(range(1, 65)) - {32, 33}


def siginterrupt(signalnum, flag):
    pass
