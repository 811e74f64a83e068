"""Pools of workers."""
import collections
import itertools
import os
import pickle
import queue
import threading

__all__ = ['Pool', 'ThreadPool']


def mapstar(args):
    return list(map(*args))


def starmapstar(args):
    return list(itertools.starmap(args[0], args[1]))


class AsyncResult:
    """What a call will give."""

    def __init__(self, pool, callback=None, error_callback=None):
        self._pool, self._callback, self._error_callback = pool, callback, error_callback
        self._event = threading.Event()

    def ready(self):
        return self._event.is_set()

    def successful(self):
        if not self.ready():
            raise ValueError(f'{self!r} not ready')
        return self._success

    def wait(self, timeout=None):
        self._event.wait(timeout)

    def get(self, timeout=None):
        self.wait(timeout)
        if not self.ready():
            from multiprocessing import TimeoutError
            raise TimeoutError
        if self._success:
            return self._value
        raise self._value

    def _set(self, success, value):
        self._success, self._value = success, value
        if success and self._callback:
            self._callback(value)
        if not success and self._error_callback:
            self._error_callback(value)
        self._event.set()


ApplyResult = AsyncResult


class MapResult(AsyncResult):
    """The results of many calls."""

    def __init__(self, pool, count, callback, error_callback):
        super().__init__(pool, callback, error_callback)
        self._left, self._results, self._error = count, [None] * count, None
        self._lock = threading.Lock()
        if not count:
            self._set(True, [])

    def _done(self, i, success, value):
        with self._lock:
            if success:
                self._results[i] = value
            elif self._error is None:
                self._error = value
            self._left -= 1
            last = self._left == 0
        if last:
            self._set(self._error is None, self._results if self._error is None else self._error)


class IMapIterator:
    """The results of calls, in the order of the calls or as they come."""

    def __init__(self, count, ordered):
        self._ready = threading.Condition()
        self._items, self._waiting = collections.deque(), {}
        self._count, self._given, self._index, self._ordered = count, 0, 0, ordered

    def _done(self, i, success, value):
        with self._ready:
            if not self._ordered:
                self._items.append((success, value))
            else:
                self._waiting[i] = success, value
                while self._index in self._waiting:
                    self._items.append(self._waiting.pop(self._index))
                    self._index += 1
            self._ready.notify()

    def __iter__(self):
        return self

    def next(self, timeout=None):
        with self._ready:
            if self._given == self._count:
                raise StopIteration
            if not self._ready.wait_for(lambda: self._items, timeout):
                from multiprocessing import TimeoutError
                raise TimeoutError
            self._given += 1
            success, value = self._items.popleft()
        if success:
            return value
        raise value

    __next__ = next


IMapUnorderedIterator = IMapIterator
_numbers = itertools.count(1)


class Pool:
    """Workers that take calls; arguments and results are copied on the way."""
    _copies = True

    def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None, context=None):
        if processes is None:
            processes = os.cpu_count() or 1
        if processes < 1:
            raise ValueError('Number of processes must be at least 1')
        if maxtasksperchild is not None and (not isinstance(maxtasksperchild, int) or maxtasksperchild <= 0):
            raise ValueError('maxtasksperchild must be a positive int or None')
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        self._processes, self._state = processes, 'RUN'
        self._initializer, self._initargs = initializer, initargs
        self._tasks = queue.SimpleQueue()
        self._workers = []
        for _ in range(processes):
            worker = threading.Thread(target=self._work, daemon=True)
            self._workers.append(worker)
            worker.start()

    def _work(self):
        if self._copies:
            import multiprocessing
            process = multiprocessing.Process(name=f'ForkPoolWorker-{next(_numbers)}', daemon=True)
            process._thread = threading.current_thread()
            multiprocessing._here.process = process
        if self._initializer is not None:
            self._initializer(*self._initargs)
        while (task := self._tasks.get()) is not None:
            if self._state == 'TERMINATE':
                continue
            call, done = task
            try:
                outcome = True, self._ship(call())
            except Exception as e:
                outcome = False, e
            done(*outcome)

    def _ship(self, value):
        if not self._copies or value is None or type(value) in (int, float, bool, str, bytes):
            return value
        return pickle.loads(pickle.dumps(value))

    def _check_running(self):
        if self._state != 'RUN':
            raise ValueError('Pool not running')

    def _call(self, func, args, kwds):
        func, args, kwds = self._ship((func, args, kwds))
        return lambda: func(*args, **kwds)

    def apply(self, func, args=(), kwds={}):
        return self.apply_async(func, args, kwds).get()

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        self._check_running()
        result = AsyncResult(self, callback, error_callback)
        try:
            call = self._call(func, tuple(args), dict(kwds))
        except Exception as e:
            result._set(False, e)
        else:
            self._tasks.put((call, result._set))
        return result

    def _submit(self, func, arguments, done):
        for i, args in enumerate(arguments):
            def finish(success, value, i=i):
                done(i, success, value)
            try:
                call = self._call(func, args, {})
            except Exception as e:
                done(i, False, e)
            else:
                self._tasks.put((call, finish))

    def _map(self, func, arguments, callback=None, error_callback=None):
        self._check_running()
        result = MapResult(self, len(arguments), callback, error_callback)
        self._submit(func, arguments, result._done)
        return result

    def map(self, func, iterable, chunksize=None):
        return self._map(func, [(item,) for item in iterable]).get()

    def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._map(func, [(item,) for item in iterable], callback, error_callback)

    def starmap(self, func, iterable, chunksize=None):
        return self._map(func, [tuple(items) for items in iterable]).get()

    def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._map(func, [tuple(items) for items in iterable], callback, error_callback)

    def _imap(self, func, iterable, chunksize, ordered):
        self._check_running()
        if chunksize < 1:
            raise ValueError(f'Chunksize must be 1+, not {chunksize:n}')
        arguments = [(item,) for item in iterable]
        result = IMapIterator(len(arguments), ordered)
        self._submit(func, arguments, result._done)
        return result

    def imap(self, func, iterable, chunksize=1):
        return self._imap(func, iterable, chunksize, True)

    def imap_unordered(self, func, iterable, chunksize=1):
        return self._imap(func, iterable, chunksize, False)

    def close(self):
        if self._state == 'RUN':
            self._state = 'CLOSE'
            for _ in self._workers:
                self._tasks.put(None)

    def terminate(self):
        if self._state == 'RUN':
            self.close()
        self._state = 'TERMINATE'

    def join(self):
        if self._state == 'RUN':
            raise ValueError('Pool is still running')
        for worker in self._workers:
            worker.join()

    def __enter__(self):
        self._check_running()
        return self

    def __exit__(self, *exc):
        self.terminate()

    def __repr__(self):
        return f'<{type(self).__module__}.{type(self).__qualname__} state={self._state} pool_size={len(self._workers)}>'


class ThreadPool(Pool):
    """Workers that are threads and say so: nothing is copied."""
    _copies = False
