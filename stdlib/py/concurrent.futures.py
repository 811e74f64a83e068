"""Calls run by a pool of threads."""
import threading
from collections import namedtuple
from queue import SimpleQueue
from time import monotonic as _time

__all__ = ['FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED', 'CancelledError', 'TimeoutError', 'InvalidStateError', 'BrokenExecutor',
           'Future', 'Executor', 'wait', 'as_completed', 'ThreadPoolExecutor', 'ProcessPoolExecutor']

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'


class Error(Exception):
    pass


class CancelledError(Error):
    pass


class InvalidStateError(Error):
    pass


class BrokenExecutor(RuntimeError):
    pass


TimeoutError = TimeoutError
_DoneAndNotDone = namedtuple('DoneAndNotDoneFutures', 'done not_done')


class Future:
    def __init__(self):
        self._condition = threading.Condition()
        self._state = 'PENDING'
        self._result = None
        self._exception = None
        self._callbacks = []

    def __repr__(self):
        state = self._state.lower()
        if self._state == 'FINISHED':
            what = f'raised {type(self._exception).__name__}' if self._exception else f'returned {type(self._result).__name__}'
            return f'<{type(self).__name__} at {id(self):#x} state={state} {what}>'
        return f'<{type(self).__name__} at {id(self):#x} state={state}>'

    def cancel(self):
        with self._condition:
            if self._state in ('RUNNING', 'FINISHED'):
                return False
            if self._state == 'CANCELLED':
                return True
            self._state = 'CANCELLED'
            self._condition.notify_all()
        self._run_callbacks()
        return True

    def cancelled(self):
        return self._state == 'CANCELLED'

    def running(self):
        return self._state == 'RUNNING'

    def done(self):
        if self._state in ('PENDING', 'RUNNING'):
            threading._thread._yield()
        return self._state in ('CANCELLED', 'FINISHED')

    def _run_callbacks(self):
        for callback in self._callbacks:
            try:
                callback(self)
            except Exception:
                import sys
                import traceback
                sys.stderr.write(f'exception calling callback for {self!r}\n{traceback.format_exc()}')

    def add_done_callback(self, fn):
        with self._condition:
            if self._state not in ('CANCELLED', 'FINISHED'):
                self._callbacks.append(fn)
                return
        fn(self)

    def _wait(self, timeout):
        with self._condition:
            if not self._condition.wait_for(lambda: self._state in ('CANCELLED', 'FINISHED'), timeout):
                raise TimeoutError()
            if self._state == 'CANCELLED':
                raise CancelledError()

    def result(self, timeout=None):
        self._wait(timeout)
        if self._exception:
            raise self._exception
        return self._result

    def exception(self, timeout=None):
        self._wait(timeout)
        return self._exception

    def set_running_or_notify_cancel(self):
        with self._condition:
            if self._state == 'CANCELLED':
                return False
            self._state = 'RUNNING'
            return True

    def _finish(self, result, exception):
        with self._condition:
            if self._state in ('CANCELLED', 'FINISHED'):
                raise InvalidStateError(f'{self._state}: {self!r}')
            self._result = result
            self._exception = exception
            self._state = 'FINISHED'
            self._condition.notify_all()
        self._run_callbacks()

    def set_result(self, result):
        self._finish(result, None)

    def set_exception(self, exception):
        self._finish(None, exception)


def as_completed(fs, timeout=None):
    pending = list(dict.fromkeys(fs))
    arrived = SimpleQueue()
    end = None if timeout is None else _time() + timeout
    for f in pending:
        f.add_done_callback(arrived.put)
    total = len(pending)
    for finished in range(total):
        left = None if end is None else max(end - _time(), 0)
        try:
            f = arrived.get(timeout=left)
        except Exception:
            raise TimeoutError(f'{total - finished} (of {total}) futures unfinished') from None
        yield f


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    fs = list(dict.fromkeys(fs))
    end = None if timeout is None else _time() + timeout
    arrived = SimpleQueue()
    for f in fs:
        f.add_done_callback(arrived.put)
    done = set()
    while len(done) < len(fs):
        try:
            f = arrived.get(timeout=None if end is None else max(end - _time(), 0))
        except Exception:
            break
        done.add(f)
        if return_when == FIRST_COMPLETED or return_when == FIRST_EXCEPTION and not f.cancelled() and f._exception:
            break
    done.update([f for f in fs if f._state in ('CANCELLED', 'FINISHED')])
    return _DoneAndNotDone(done, set(fs) - done)


class Executor:
    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        end = None if timeout is None else _time() + timeout
        fs = [self.submit(fn, *args) for args in zip(*iterables)]

        def results():
            try:
                fs.reverse()
                while fs:
                    f = fs.pop()
                    yield f.result(None if end is None else end - _time())
            finally:
                for f in fs:
                    f.cancel()
        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False


class ThreadPoolExecutor(Executor):
    _pools = 0

    def __init__(self, max_workers=None, thread_name_prefix='', initializer=None, initargs=()):
        if max_workers is None:
            max_workers = 8
        if max_workers <= 0:
            raise ValueError('max_workers must be greater than 0')
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        self._max_workers = max_workers
        self._queue = SimpleQueue()
        self._threads = []
        self._idle = 0
        self._shutdown = False
        self._initializer = initializer, initargs
        self._prefix = thread_name_prefix or f'ThreadPoolExecutor-{ThreadPoolExecutor._pools}'
        ThreadPoolExecutor._pools += 1

    def submit(self, fn, /, *args, **kwargs):
        if self._shutdown:
            raise RuntimeError('cannot schedule new futures after shutdown')
        f = Future()
        self._queue.put((f, fn, args, kwargs))
        if self._idle > 0:
            self._idle -= 1
        elif len(self._threads) < self._max_workers:
            thread = threading.Thread(name=f'{self._prefix}_{len(self._threads)}', target=self._work, daemon=True)
            self._threads.append(thread)
            thread.start()
        return f

    def _work(self):
        initializer, initargs = self._initializer
        if initializer is not None:
            initializer(*initargs)
        while True:
            task = self._queue.get()
            if task is None:
                self._queue.put(None)
                return
            f, fn, args, kwargs = task
            if f.set_running_or_notify_cancel():
                try:
                    result = fn(*args, **kwargs)
                except BaseException as e:
                    f.set_exception(e)
                else:
                    f.set_result(result)
            self._idle += 1
            del task, f

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._shutdown = True
        if cancel_futures:
            while not self._queue.empty():
                task = self._queue.get()
                if task is not None:
                    task[0].cancel()
        self._queue.put(None)
        if wait:
            for thread in self._threads:
                thread.join()


class ProcessPoolExecutor(ThreadPoolExecutor):
    """Runs its calls on threads of this environment: there are no worker processes."""

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        super().__init__(max_workers, 'ProcessPoolExecutor', initializer, initargs)
