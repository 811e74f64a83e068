"""Threads of one environment. Only one runs at a time; another gets its turn when the running one waits:
in sleep(), join(), acquire(), get() and at other input or output."""
import _thread
from time import monotonic as _time

__all__ = ['get_ident', 'active_count', 'Condition', 'current_thread', 'enumerate', 'main_thread', 'TIMEOUT_MAX', 'Event', 'Lock', 'RLock',
           'Semaphore', 'BoundedSemaphore', 'Thread', 'Barrier', 'BrokenBarrierError', 'Timer', 'ThreadError', 'settrace', 'setprofile',
           'stack_size', 'excepthook', 'ExceptHookArgs', 'local', 'get_native_id']

Lock = _thread.allocate_lock
RLock = _PyRLock = _CRLock = _thread.RLock
get_ident = _thread.get_ident
get_native_id = _thread.get_native_id
ThreadError = RuntimeError
TIMEOUT_MAX = _thread.TIMEOUT_MAX

_active = {}
_counter = 0
_limbo = {}


_trace_hook = _profile_hook = None      # kept, never called


def settrace(func):
    global _trace_hook
    _trace_hook = func


def gettrace():
    return _trace_hook


def setprofile(func):
    global _profile_hook
    _profile_hook = func


def getprofile():
    return _profile_hook


def stack_size(size=0):
    return 0


_CRLock = RLock


class _PyRLock:
    """A lock its owner can take again, in the script language."""

    def __init__(self):
        self._block = Lock()
        self._owner = None
        self._count = 0

    def __repr__(self):
        return (f'<{"locked" if self._block.locked() else "unlocked"} {type(self).__module__}.{type(self).__qualname__} object '
                f'owner={self._owner!r} count={self._count} at {hex(id(self))}>')

    def acquire(self, blocking=True, timeout=-1):
        me = get_ident()
        if self._owner == me:
            self._count += 1
            return 1
        got = self._block.acquire(blocking, timeout)
        if got:
            self._owner, self._count = me, 1
        return got

    __enter__ = acquire

    def release(self):
        if self._owner != get_ident():
            raise RuntimeError('cannot release un-acquired lock')
        self._count -= 1
        if not self._count:
            self._owner = None
            self._block.release()

    def __exit__(self, t, v, tb):
        self.release()

    def _acquire_restore(self, state):
        self._block.acquire()
        self._count, self._owner = state

    def _release_save(self):
        if self._count == 0:
            raise RuntimeError('cannot release un-acquired lock')
        state = self._count, self._owner
        self._count, self._owner = 0, None
        self._block.release()
        return state

    def _is_owned(self):
        return self._owner == get_ident()

    def _recursion_count(self):
        return self._count if self._owner == get_ident() else 0


class Condition:
    def __init__(self, lock=None):
        self._lock = lock = RLock() if lock is None else lock
        self.acquire = lock.acquire
        self.release = lock.release
        self._waiters = []

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        return f'<Condition({self._lock}, {len(self._waiters)})>'

    def _is_owned(self):
        if hasattr(self._lock, '_is_owned'):
            return self._lock._is_owned()
        if self._lock.acquire(False):
            self._lock.release()
            return False
        return True

    def wait(self, timeout=None):
        if not self._is_owned():
            raise RuntimeError('cannot wait on un-acquired lock')
        waiter = Lock()
        waiter.acquire()
        self._waiters.append(waiter)
        lock = self._lock
        whole = hasattr(lock, '_release_save')
        state = lock._release_save() if whole else lock.release()
        woken = False
        try:
            if timeout is None:
                woken = waiter.acquire()
            elif timeout > 0:
                woken = waiter.acquire(True, timeout)
            else:
                woken = waiter.acquire(False)
            return woken
        finally:
            if whole:
                lock._acquire_restore(state)
            else:
                lock.acquire()
            if not woken and waiter in self._waiters:
                self._waiters.remove(waiter)

    def wait_for(self, predicate, timeout=None):
        end = None
        result = predicate()
        while not result:
            if timeout is not None:
                if end is None:
                    end = _time() + timeout
                    left = timeout
                else:
                    left = end - _time()
                    if left <= 0:
                        break
                self.wait(left)
            else:
                self.wait()
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._is_owned():
            raise RuntimeError('cannot notify on un-acquired lock')
        chosen = self._waiters[:n]
        del self._waiters[:n]
        for waiter in chosen:
            waiter.release()

    def notify_all(self):
        self.notify(len(self._waiters))

    notifyAll = notify_all


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError('semaphore initial value must be >= 0')
        self._cond = Condition(Lock())
        self._value = value

    def __repr__(self):
        return f'<{self.__class__.__module__}.{self.__class__.__qualname__} at {id(self):#x}: value={self._value}>'

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        with self._cond:
            if not self._value:
                if not blocking:
                    return False
                if not self._cond.wait_for(lambda: self._value, timeout):
                    return False
            self._value -= 1
        return True

    __enter__ = acquire

    def release(self, n=1):
        if n < 1:
            raise ValueError('n must be one or more')
        with self._cond:
            self._value += n
            self._cond.notify(n)

    def __exit__(self, t, v, tb):
        self.release()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        Semaphore.__init__(self, value)
        self._initial_value = value

    def __repr__(self):
        return f'{super().__repr__()[:-1]}/{self._initial_value}>'

    def release(self, n=1):
        if n < 1:
            raise ValueError('n must be one or more')
        with self._cond:
            if self._value + n > self._initial_value:
                raise ValueError('Semaphore released too many times')
            self._value += n
            self._cond.notify(n)


class Event:
    def __init__(self):
        self._cond = Condition(Lock())
        self._flag = False

    def __repr__(self):
        status = 'set' if self._flag else 'unset'
        return f'<{self.__class__.__module__}.{self.__class__.__qualname__} at {id(self):#x}: {status}>'

    def is_set(self):
        if not self._flag:
            _thread._yield()
        return self._flag

    isSet = is_set

    def set(self):
        with self._cond:
            self._flag = True
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag = False

    def wait(self, timeout=None):
        with self._cond:
            if not self._flag:      # a set() wakes even those that find it cleared again
                return self._cond.wait(timeout)
            return True


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError('parties must be > 0')
        self._cond = Condition(Lock())
        self._parties = parties
        self._action = action
        self._timeout = timeout
        self._state = 0     # 0 filling, 1 draining, -1 resetting, -2 broken
        self._count = 0

    def __repr__(self):
        head = f'{self.__class__.__module__}.{self.__class__.__qualname__} at {id(self):#x}'
        return f'<{head}: broken>' if self.broken else f'<{head}: waiters={self.n_waiting}/{self.parties}>'

    def wait(self, timeout=None):
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            while self._state in (-1, 1):
                self._cond.wait()
            if self._state < 0:
                raise BrokenBarrierError
            index = self._count
            self._count += 1
            try:
                if index + 1 == self._parties:
                    try:
                        if self._action:
                            self._action()
                        self._state = 1
                        self._cond.notify_all()
                    except:
                        self._break()
                        raise
                else:
                    if not self._cond.wait_for(lambda: self._state != 0, timeout):
                        self._break()
                        raise BrokenBarrierError
                    if self._state < 0:
                        raise BrokenBarrierError
                return index
            finally:
                self._count -= 1
                if self._count == 0 and self._state in (-1, 1):
                    self._state = 0
                    self._cond.notify_all()

    def _break(self):
        self._state = -2
        self._cond.notify_all()

    def reset(self):
        with self._cond:
            if self._count > 0:
                if self._state in (0, -2):
                    self._state = -1
            else:
                self._state = 0
            self._cond.notify_all()

    def abort(self):
        with self._cond:
            self._break()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == 0 else 0

    @property
    def broken(self):
        return self._state == -2


class ExceptHookArgs(tuple):
    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])


def excepthook(args, /):
    import sys
    import traceback
    if args.exc_type is SystemExit:
        return
    name = args.thread.name if args.thread is not None else get_ident()
    text = ''.join(traceback.format_exception(args.exc_type, args.exc_value, args.exc_traceback))
    sys.stderr.write(f'Exception in thread {name}:\n{text}')


__excepthook__ = excepthook


def _new_name(pattern):
    global _counter
    _counter += 1
    return pattern % _counter


class Thread:
    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        if group is not None:
            raise AssertionError('group argument must be None for now')
        self._target = target
        if name:
            name = str(name)
        else:
            name = _new_name('Thread-%d')
            if target is not None:
                try:
                    name += f' ({target.__name__})'
                except AttributeError:
                    pass
        self._name = name
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self._daemonic = current_thread().daemon if daemon is None else bool(daemon)
        self._ident = None
        self._started = Event()
        self._done = Event()
        self._initialized = True

    def __repr__(self):
        status = 'stopped' if self._done._flag else 'started' if self._started._flag else 'initial'
        if self._daemonic:
            status += ' daemon'
        if self._ident is not None:
            status += f' {self._ident}'
        return f'<{self.__class__.__name__}({self._name}, {status})>'

    def start(self):
        if not self._initialized:
            raise RuntimeError('thread.__init__() not called')
        if self._started._flag:
            raise RuntimeError('threads can only be started once')
        _limbo[self] = self
        try:
            _thread.start_new_thread(self._bootstrap, ())
        except Exception:
            del _limbo[self]
            raise
        self._started.wait()

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def _bootstrap(self):
        self._ident = get_ident()
        _active[self._ident] = self
        _limbo.pop(self, None)
        self._started.set()
        try:
            self.run()
        except Exception as error:
            excepthook(ExceptHookArgs((type(error), error, error.__traceback__, self)))
        except SystemExit:
            pass
        finally:
            _active.pop(self._ident, None)
            self._done.set()

    def join(self, timeout=None):
        if not self._initialized:
            raise RuntimeError('Thread.__init__() not called')
        if not self._started._flag:
            raise RuntimeError('cannot join thread before it is started')
        if self is current_thread():
            raise RuntimeError('cannot join current thread')
        self._done.wait(timeout)

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        self._name = str(name)

    @property
    def ident(self):
        return self._ident

    native_id = ident

    def is_alive(self):
        if not self._started._flag or self._done._flag:
            return False
        _thread._yield()
        return not self._done._flag

    @property
    def daemon(self):
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if self._started._flag:
            raise RuntimeError('cannot set daemon status of active thread')
        self._daemonic = bool(daemonic)

    def isDaemon(self):
        return self.daemon

    def setDaemon(self, daemonic):
        self.daemon = daemonic

    def getName(self):
        return self.name

    def setName(self, name):
        self.name = name


class Timer(Thread):
    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)
        self.interval = interval
        self.function = function
        self.args = args if args is not None else []
        self.kwargs = kwargs if kwargs is not None else {}
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished._flag:
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _MainThread(Thread):
    def __init__(self):
        self._name = 'MainThread'
        self._daemonic = False
        self._ident = get_ident()
        self._started = Event()
        self._started._flag = True
        self._done = Event()
        self._initialized = True
        _active[self._ident] = self


class _DummyThread(Thread):
    def __init__(self):
        self._name = _new_name('Dummy-%d')
        self._daemonic = True
        self._ident = get_ident()
        self._started = Event()
        self._started._flag = True
        self._done = Event()
        self._initialized = True
        _active[self._ident] = self


def current_thread():
    found = _active.get(get_ident())
    return _DummyThread() if found is None else found


currentThread = current_thread


def active_count():
    return len(_active) + len(_limbo)


activeCount = active_count


def enumerate():
    return list(_active.values()) + list(_limbo.values())


_main_thread = _MainThread()


def main_thread():
    return _main_thread


class _Storage:
    """The fields of a local object: those of the thread that used it last are in place, the others lie with their threads."""

    def __init__(self, given):
        self.given = given
        self.owner = current_thread()
        _fields_of(self.owner)[self] = {}


def _fields_of(thread):
    return thread.__dict__.setdefault('_local_fields', {})


def _exchange(self, storage, thread):
    """Puts the fields of `thread` in place."""
    fields = _fields_of(thread)
    mine = fields.get(storage)
    fresh = mine is None
    if fresh:
        mine = fields[storage] = {}
    object.__setattr__(self, '__dict__', mine)
    storage.owner = thread
    if fresh:
        args, kw = storage.given
        type(self).__init__(self, *args, **kw)


def _read_only(self):
    cls = type(self)
    return f"'{'_thread._local' if cls is local else cls.__name__}' object attribute '__dict__' is read-only"


class local:
    __slots__ = ('_local__storage', '__dict__')
    __module__ = '_thread'
    __qualname__ = '_local'

    def __new__(cls, /, *args, **kw):
        if (args or kw) and cls.__init__ is object.__init__:
            raise TypeError('Initialization arguments are not supported')
        self = object.__new__(cls)
        storage = _Storage((args, kw))
        object.__setattr__(self, '_local__storage', storage)
        object.__setattr__(self, '__dict__', _fields_of(storage.owner)[storage])
        return self

    def __getattribute__(self, name):
        storage = object.__getattribute__(self, '_local__storage')
        thread = current_thread()
        if storage.owner is not thread:
            _exchange(self, storage, thread)
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        if name == '__dict__':
            raise AttributeError(_read_only(self))
        storage = object.__getattribute__(self, '_local__storage')
        thread = current_thread()
        if storage.owner is not thread:
            _exchange(self, storage, thread)
        return object.__setattr__(self, name, value)

    def __delattr__(self, name):
        if name == '__dict__':
            raise AttributeError(_read_only(self))
        storage = object.__getattribute__(self, '_local__storage')
        thread = current_thread()
        if storage.owner is not thread:
            _exchange(self, storage, thread)
        return object.__delattr__(self, name)


local.__name__ = '_thread._local'     # what error messages call it


def _shutdown():
    me = current_thread()
    while True:
        waiting = [t for t in enumerate() if t is not me and not t._daemonic and t._started._flag]
        if not waiting:
            break
        for thread in waiting:
            thread.join()
