"""What processes share: queues, pipes, values, and the objects of managers."""
import array
import copy
import pickle
import queue
import threading
import time


class _Shared:
    """Given to a process, it is the same there."""

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    def __reduce__(self):
        raise RuntimeError(f'{type(self).__name__} objects should only be shared between processes through inheritance')


def _shipped(value):
    """What comes out at the other side."""
    if value is None or type(value) in (int, float, bool, str, bytes):
        return value
    try:
        return pickle.loads(pickle.dumps(value))
    except RuntimeError:
        raise
    except Exception:
        return value


class Queue(_Shared):
    """A queue between processes."""

    def __init__(self, maxsize=0, *, ctx=None):
        self._queue = queue.Queue(maxsize)
        self._closed = False

    def put(self, obj, block=True, timeout=None):
        if self._closed:
            raise ValueError(f'Queue {self!r} is closed')
        self._queue.put(_shipped(obj), block, timeout)

    def get(self, block=True, timeout=None):
        if self._closed:
            raise ValueError(f'Queue {self!r} is closed')
        return self._queue.get(block, timeout)

    def put_nowait(self, obj):
        return self.put(obj, False)

    def get_nowait(self):
        return self.get(False)

    def qsize(self):
        return self._queue.qsize()

    def empty(self):
        return self._queue.empty()

    def full(self):
        return self._queue.full()

    def close(self):
        self._closed = True

    def join_thread(self):
        assert self._closed, f'Queue {self!r} not closed'

    def cancel_join_thread(self):
        pass


class JoinableQueue(Queue):
    """A queue that knows which of its items are done."""

    def task_done(self):
        self._queue.task_done()

    def join(self):
        self._queue.join()


class SimpleQueue(_Shared):
    """A queue with the least it needs."""

    def __init__(self, *, ctx=None):
        self._queue = queue.SimpleQueue()

    def put(self, obj):
        self._queue.put(_shipped(obj))

    def get(self):
        return self._queue.get()

    def empty(self):
        return self._queue.empty()

    def close(self):
        pass


class _Direction:
    def __init__(self):
        self.ready = threading.Condition()
        self.items = []
        self.open = True


class Connection(_Shared):
    """One end of a pipe."""

    def __init__(self, source, target):
        self._source, self._target = source, target
        self._closed = False

    def _check(self, direction, what):
        if self._closed:
            raise OSError('handle is closed')
        if direction is None:
            raise OSError(f'connection is {what}-only')

    closed = property(lambda self: self._closed)
    readable = property(lambda self: self._source is not None)
    writable = property(lambda self: self._target is not None)

    def _send(self, item):
        self._check(self._target, 'read')
        with self._target.ready:
            if not self._target.open:
                raise BrokenPipeError(32, 'Broken pipe')
            self._target.items.append(item)
            self._target.ready.notify()

    def _receive(self):
        self._check(self._source, 'write')
        with self._source.ready:
            self._source.ready.wait_for(lambda: self._source.items or not self._source.open)
            if not self._source.items:
                raise EOFError
            return self._source.items.pop(0)

    def send(self, obj):
        self._send(_shipped(obj))

    def recv(self):
        return self._receive()

    def send_bytes(self, buf, offset=0, size=None):
        data = bytes(memoryview(buf))[offset:]
        self._send(data if size is None else data[:size])

    def recv_bytes(self, maxlength=None):
        data = self._receive()
        if maxlength is not None and len(data) > maxlength:
            raise OSError('got more bytes than maxlength')
        return data

    def poll(self, timeout=0.0):
        self._check(self._source, 'write')
        with self._source.ready:
            return bool(self._source.ready.wait_for(lambda: self._source.items or not self._source.open, timeout))

    def fileno(self):
        raise OSError('a pipe between threads has no descriptor')

    def close(self):
        if self._closed:
            return
        self._closed = True
        for direction in (self._source, self._target):
            if direction is not None:
                with direction.ready:
                    direction.open = False
                    direction.ready.notify_all()

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()


def Pipe(duplex=True):
    """Two ends of a pipe."""
    there = _Direction()
    if not duplex:
        return Connection(there, None), Connection(None, there)
    back = _Direction()
    return Connection(back, there), Connection(there, back)


_ctypes_codes = {'c_bool': 'b', 'c_char': 'B', 'c_byte': 'b', 'c_ubyte': 'B', 'c_short': 'h', 'c_ushort': 'H', 'c_int': 'i', 'c_uint': 'I',
                 'c_long': 'l', 'c_ulong': 'L', 'c_longlong': 'q', 'c_ulonglong': 'Q', 'c_float': 'f', 'c_double': 'd', 'c_wchar': 'u'}


def _code(kind):
    code = kind if isinstance(kind, str) else _ctypes_codes[kind.__name__]
    return 'B' if code == 'c' else code


class RawValue(_Shared):
    """A number."""

    def __init__(self, typecode_or_type, *args):
        code = _code(typecode_or_type)
        self._items = array.array(code, args[:1] or ('\0' if code == 'u' else 0,))

    value = property(lambda self: self._items[0])

    @value.setter
    def value(self, value):
        self._items[0] = value


class _Locked:
    """With a lock of its own."""

    def _lock_by(self, lock):
        if lock is True or lock is None:
            from multiprocessing import RLock
            lock = RLock()
        self._lock = lock
        self.acquire, self.release = lock.acquire, lock.release

    def get_lock(self):
        return self._lock

    def get_obj(self):
        return self

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *exc):
        return self._lock.__exit__(*exc)


class Synchronized(_Locked, RawValue):
    """A number with a lock."""

    def __repr__(self):
        return f'<Synchronized wrapper for {self.value!r}>'


def Value(typecode_or_type, *args, lock=True, ctx=None):
    """A number that processes share, with a lock unless told otherwise."""
    if lock is False:
        return RawValue(typecode_or_type, *args)
    made = Synchronized(typecode_or_type, *args)
    made._lock_by(lock)
    return made


class RawArray(_Shared):
    """Numbers."""

    def __init__(self, typecode_or_type, size_or_initializer):
        code = _code(typecode_or_type)
        if isinstance(size_or_initializer, int):
            self._items = array.array(code, ['\0' if code == 'u' else 0]) * size_or_initializer
        else:
            self._items = array.array(code, size_or_initializer)

    def __len__(self):
        return len(self._items)

    def __getitem__(self, i):
        found = self._items[i]
        return list(found) if isinstance(i, slice) else found

    def __setitem__(self, i, value):
        if isinstance(i, slice):
            fresh = array.array(self._items.typecode, value)
            if len(fresh) != len(range(*i.indices(len(self)))):
                raise ValueError('Can only assign sequence of same size')
            self._items[i] = fresh
        else:
            self._items[i] = value

    def __iter__(self):
        return iter(self._items.tolist())

    def _bytes(self):
        return self._items.tobytes()

    @property
    def value(self):
        return self._bytes().split(b'\0', 1)[0]

    @value.setter
    def value(self, value):
        self._items[:len(value)] = array.array(self._items.typecode, value)
        if len(value) < len(self):
            self._items[len(value)] = 0


class SynchronizedArray(_Locked, RawArray):
    """Numbers with a lock."""

    def __repr__(self):
        return f'<SynchronizedArray wrapper for {list(self)!r}>'


def Array(typecode_or_type, size_or_initializer, *, lock=True, ctx=None):
    """Numbers that processes share, with a lock unless told otherwise."""
    if lock is False:
        return RawArray(typecode_or_type, size_or_initializer)
    made = SynchronizedArray(typecode_or_type, size_or_initializer)
    made._lock_by(lock)
    return made


class DictProxy(_Shared, dict):
    """A dict that processes share."""

    def copy(self):
        return dict(self)

    def keys(self):
        return list(dict.keys(self))

    def values(self):
        return list(dict.values(self))

    def items(self):
        return list(dict.items(self))

    def _getvalue(self):
        return dict(self)

    def __str__(self):
        return dict.__repr__(self)

    def __reduce__(self):
        return dict, (dict(self),)


class ListProxy(_Shared, list):
    """A list that processes share."""

    def _getvalue(self):
        return list(self)

    def __str__(self):
        return list.__repr__(self)

    def __reduce__(self):
        return list, (list(self),)


class Namespace(_Shared):
    """Attributes that processes share."""

    def __init__(self, /, **kwds):
        self.__dict__.update(kwds)

    def __repr__(self):
        shown = sorted(f'{name}={value!r}' for name, value in self.__dict__.items() if not name.startswith('_'))
        return f'{type(self).__name__}({", ".join(shown)})'


class _ManagedValue(_Shared):
    def __init__(self, typecode, value, lock=True):
        self._typecode, self.value = typecode, value

    def get(self):
        return self.value

    def set(self, value):
        self.value = value

    def __repr__(self):
        return f'Value({self._typecode!r}, {self.value!r})'


class SyncManager:
    """Makes objects that processes share."""
    _registry = {}

    @classmethod
    def register(cls, typeid, callable=None, proxytype=None, exposed=None, method_to_typeid=None, create_method=True):
        cls._registry = {**cls._registry, typeid: callable}

        def make(self, /, *args, **kwds):
            made = callable(*args, **kwds)
            if not isinstance(made, _Shared) and hasattr(made, '__dict__'):
                made.__class__ = type(type(made).__name__, (_Shared, type(made)), {})
            return made
        make.__name__ = typeid
        setattr(cls, typeid, make)

    def start(self, initializer=None, initargs=()):
        if initializer is not None:
            initializer(*initargs)

    def shutdown(self):
        pass

    def connect(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.shutdown()

    def dict(self, *args, **kwds):
        return DictProxy(*args, **kwds)

    def list(self, *args):
        return ListProxy(*args)

    def Namespace(self, **kwds):
        return Namespace(**kwds)

    def Value(self, typecode, value, lock=True):
        return _ManagedValue(typecode, value)

    def Array(self, typecode, sequence):
        return SynchronizedArray(typecode, sequence)

    def Queue(self, maxsize=0):
        return JoinableQueue(maxsize)

    JoinableQueue = Queue

    def __getattr__(self, name):
        if name in ('Lock', 'RLock', 'Semaphore', 'BoundedSemaphore', 'Condition', 'Event', 'Barrier', 'Pool'):
            import multiprocessing
            return getattr(multiprocessing, name)
        raise AttributeError(f'{type(self).__name__!r} object has no attribute {name!r}')


def Manager():
    """A manager that is ready."""
    return SyncManager()
