"""Processes, as threads of this environment: there are no others. What a process is given is copied, as it would be."""
import copy
import itertools
import os
import sys
import threading
from multiprocessing._shared import (Array, Connection, JoinableQueue, Manager, Pipe, Queue, RawArray, RawValue, SimpleQueue, Value, _Shared)

__all__ = ['Array', 'AuthenticationError', 'Barrier', 'BoundedSemaphore', 'BufferTooShort', 'Condition', 'Event', 'JoinableQueue', 'Lock',
           'Manager', 'Pipe', 'Pool', 'Process', 'ProcessError', 'Queue', 'RLock', 'RawArray', 'RawValue', 'Semaphore', 'SimpleQueue',
           'TimeoutError', 'Value', 'active_children', 'cpu_count', 'current_process', 'freeze_support', 'get_all_start_methods',
           'get_context', 'get_logger', 'get_start_method', 'log_to_stderr', 'parent_process', 'set_start_method']


class ProcessError(Exception):
    """The base of the errors of this package."""


class BufferTooShort(ProcessError):
    """A message did not fit."""


class TimeoutError(ProcessError):
    """What was waited for did not come in time."""


class AuthenticationError(ProcessError):
    """The other side is not who it should be."""


class _Exclusive(_Shared):
    """A lock that processes share."""

    def __init__(self, inner):
        self._inner = inner
        self.acquire, self.release = inner.acquire, inner.release

    def __enter__(self):
        return self._inner.__enter__()

    def __exit__(self, *exc):
        return self._inner.__exit__(*exc)

    def __repr__(self):
        return f'<{type(self).__name__}>'


class _LockOf(_Exclusive):
    def __init__(self):
        super().__init__(threading.Lock())


class _RLockOf(_Exclusive):
    def __init__(self):
        super().__init__(threading.RLock())


class _SemaphoreOf(_Exclusive):
    def __init__(self, value=1, kind=threading.Semaphore):
        super().__init__(kind(value))

    def get_value(self):
        return self._inner._value


class _ConditionOf(_Shared, threading.Condition):
    def __init__(self, lock=None):
        threading.Condition.__init__(self, lock._inner if isinstance(lock, _Exclusive) else lock)


class _EventOf(_Shared, threading.Event):
    pass


class _BarrierOf(_Shared, threading.Barrier):
    pass


_LockOf.__name__, _RLockOf.__name__, _SemaphoreOf.__name__ = 'Lock', 'RLock', 'Semaphore'
_here = threading.local()
_numbers = itertools.count(1)
_children = set()


class BaseProcess:
    """A call that runs beside the others."""

    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}, *, daemon=None):
        if group is not None:
            raise AssertionError('group argument must be None for now')
        self._number = next(_numbers)
        self._parent_name = current_process().name if _main is not None else None
        self._parent_pid = os.getpid()
        self._target, self._args, self._kwargs = target, tuple(args), dict(kwargs)
        self._name = name or f'{type(self).__name__}-{self._number}'
        self._daemon = current_process().daemon if daemon is None and _main is not None else bool(daemon)
        self._thread = self._exitcode = None
        self._closed = False

    def _check(self):
        if self._closed:
            raise ValueError('process object is closed')

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        assert isinstance(name, str), 'name must be a string'
        self._name = name

    @property
    def daemon(self):
        return self._daemon

    @daemon.setter
    def daemon(self, value):
        assert self._thread is None, 'process has already started'
        self._daemon = value

    @property
    def exitcode(self):
        self._check()
        return self._exitcode

    @property
    def ident(self):
        self._check()
        return None if self._thread is None else self._parent_pid + self._number

    pid = ident

    @property
    def authkey(self):
        return b'environment'

    def run(self):
        if self._target:
            self._target(*self._args, **self._kwargs)

    def start(self):
        self._check()
        assert self._thread is None, 'cannot start a process twice'
        assert not current_process()._daemon or current_process() is _main, 'daemonic processes are not allowed to have children'
        self._args = tuple([_copied(arg) for arg in self._args])
        self._kwargs = {key: _copied(arg) for key, arg in self._kwargs.items()}
        sys.stdout.flush()
        self._thread = threading.Thread(target=self._bootstrap, name=self._name, daemon=self._daemon)
        _children.add(self)
        self._thread.start()

    def _bootstrap(self):
        _here.process = self
        code = 0
        try:
            self.run()
        except SystemExit as e:
            code = e.code if isinstance(e.code, int) else 0 if e.code is None else 1
            if code and not isinstance(e.code, int):
                sys.stderr.write(f'{e.code}\n')
        except BaseException:
            import traceback
            code = 1
            sys.stderr.write(f'Process {self._name}:\n')
            traceback.print_exc()
        finally:
            if self._exitcode is None:
                self._exitcode = code
            _children.discard(self)

    def join(self, timeout=None):
        self._check()
        assert self._thread is not None, 'can only join a started process'
        if self._exitcode != -15:
            self._thread.join(timeout)

    def is_alive(self):
        self._check()
        return self._thread is not None and self._exitcode is None

    def terminate(self):
        """Nobody waits for it any more; its call goes on to its end."""
        self._check()
        if self.is_alive():
            self._exitcode = -15
            self._thread._daemonic = True
            _children.discard(self)

    kill = terminate

    def close(self):
        if self.is_alive():
            raise ValueError('Cannot close a process while it is still running. You should first call join() or terminate().')
        self._closed = True

    def __repr__(self):
        status = 'closed' if self._closed else 'initial' if self._thread is None and self is not _main else 'started' if self._exitcode is None else 'stopped'
        info = [type(self).__name__, f'name={self._name!r}']
        if self is not _main and not self._closed:
            if self._thread is not None:
                info.append(f'pid={self.pid}')
            info.append(f'parent={self._parent_pid}')
        info.append(status)
        if self._exitcode is not None:
            info.append(f'exitcode={self._exitcode}' if self._exitcode >= 0 else 'exitcode=-SIGTERM')
        if self._daemon:
            info.append('daemon')
        return f'<{" ".join(info)}>'


class Process(BaseProcess):
    """A call that runs beside the others."""


class _MainProcess(BaseProcess):
    def __init__(self):
        super().__init__(name='MainProcess')

    @property
    def ident(self):
        return os.getpid()

    pid = ident

    def is_alive(self):
        return True


def _copied(value):
    try:
        return copy.deepcopy(value)
    except Exception:
        return value  # a child that is forked is not asked whether what it inherits can be copied


_main = None
_main = _MainProcess()
_numbers = itertools.count(1)


def current_process():
    return getattr(_here, 'process', _main)


def parent_process():
    return None if current_process() is _main else _main


def active_children():
    return sorted([p for p in list(_children) if p.is_alive()], key=lambda p: p._number)


def cpu_count():
    return os.cpu_count() or 1


def freeze_support():
    pass


def Lock():
    return _LockOf()


def RLock():
    return _RLockOf()


def Semaphore(value=1):
    return _SemaphoreOf(value)


def BoundedSemaphore(value=1):
    return _SemaphoreOf(value, threading.BoundedSemaphore)


def Condition(lock=None):
    return _ConditionOf(lock)


def Event():
    return _EventOf()


def Barrier(parties, action=None, timeout=None):
    return _BarrierOf(parties, action, timeout)


def Pool(processes=None, initializer=None, initargs=(), maxtasksperchild=None):
    """Workers that take calls."""
    from multiprocessing.pool import Pool
    return Pool(processes, initializer, initargs, maxtasksperchild)


_methods = ['fork', 'spawn', 'forkserver']
_method = None


def get_all_start_methods():
    return list(_methods)


def get_start_method(allow_none=False):
    return _method if _method is not None or allow_none else 'fork'


def set_start_method(method, force=False):
    global _method
    if _method is not None and not force:
        raise RuntimeError('context has already been set')
    if method is not None and method not in _methods:
        raise ValueError(f'cannot find context for {method!r}')
    _method = method


class _Context:
    """This module, under the name of a way of starting."""

    def __init__(self, method):
        self._name = method

    def get_start_method(self, allow_none=False):
        return self._name

    def get_context(self, method=None):
        return get_context(method) if method else self

    def __getattr__(self, name):
        if name in __all__:
            return globals()[name]
        raise AttributeError(f'{type(self).__name__!r} object has no attribute {name!r}')


def get_context(method=None):
    if method is not None and method not in _methods:
        raise ValueError(f'cannot find context for {method!r}')
    return _Context(method or get_start_method())


def get_logger():
    import logging
    logger = logging.getLogger('multiprocessing')
    logger.propagate = False
    return logger


def log_to_stderr(level=None):
    import logging
    logger = get_logger()
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter('[%(levelname)s/%(threadName)s] %(message)s'))
    logger.addHandler(handler)
    if level:
        logger.setLevel(level)
    return logger
