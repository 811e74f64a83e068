"""What assertRaises, assertWarns and assertLogs give to a with statement."""
import collections
import re

_LoggingWatcher = collections.namedtuple('_LoggingWatcher', ['records', 'output'])


class _RaisesContext:
    base = BaseException
    what = 'an exception type or tuple of exception types'

    def __init__(self, expected, test_case, expected_regex=None):
        self.test_case = test_case
        self.expected = expected
        self.expected_regex = re.compile(expected_regex) if expected_regex is not None else None
        self.obj_name = None
        self.msg = None

    def handle(self, name, args, kwargs):
        """Runs the callable given, or gives the context itself."""
        kinds = self.expected if isinstance(self.expected, tuple) else (self.expected,)
        if not all([isinstance(k, type) and issubclass(k, self.base) for k in kinds]):
            raise TypeError(f'{name}() arg 1 must be {self.what}')
        if not args:
            self.msg = kwargs.pop('msg', None)
            if kwargs:
                raise TypeError(f'{next(iter(kwargs))!r} is an invalid keyword argument for this function')
            return self
        function, *rest = args
        self.obj_name = getattr(function, '__name__', None) or str(function)
        with self:
            function(*rest, **kwargs)

    def _name(self):
        return getattr(self.expected, '__name__', None) or str(self.expected)

    def _fail(self, text):
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, text))

    def _not_seen(self, verb):
        self._fail(f'{self._name()} not {verb} by {self.obj_name}' if self.obj_name else f'{self._name()} not {verb}')


class _AssertRaisesContext(_RaisesContext):
    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, tb):
        if exc_type is None:
            self._not_seen('raised')
        if not issubclass(exc_type, self.expected):
            return False
        self.exception = exc_value.with_traceback(None)
        if self.expected_regex is not None and not self.expected_regex.search(str(exc_value)):
            self._fail(f'"{self.expected_regex.pattern}" does not match "{exc_value}"')
        return True


class _AssertWarnsContext(_RaisesContext):
    base = Warning
    what = 'a warning type or tuple of warning types'

    def __enter__(self):
        import warnings
        self.manager = warnings.catch_warnings(record=True)
        self.warnings = self.manager.__enter__()
        warnings.simplefilter('always', self.expected if isinstance(self.expected, type) else Warning)
        return self

    def __exit__(self, exc_type, exc_value, tb):
        self.manager.__exit__(exc_type, exc_value, tb)
        if exc_type is not None:
            return
        first = None
        for seen in self.warnings:
            warning = seen.message
            if not isinstance(warning, self.expected):
                continue
            if first is None:
                first = warning
            if self.expected_regex is not None and not self.expected_regex.search(str(warning)):
                continue
            self.warning = warning
            self.filename = seen.filename
            self.lineno = seen.lineno
            return
        if first is not None:
            self._fail(f'"{self.expected_regex.pattern}" does not match "{first}"')
        self._not_seen('triggered')


class _AssertLogsContext:
    LOGGING_FORMAT = '%(levelname)s:%(name)s:%(message)s'

    def __init__(self, test_case, logger_name, level, no_logs):
        import logging
        self.test_case = test_case
        self.logger_name = logger_name
        self.level = getattr(logging, level) if isinstance(level, str) else level or logging.INFO
        self.no_logs = no_logs

    def __enter__(self):
        import logging
        watcher = _LoggingWatcher([], [])
        formatter = logging.Formatter(self.LOGGING_FORMAT)

        class Capture(logging.Handler):
            def emit(self, record):
                watcher.records.append(record)
                watcher.output.append(formatter.format(record))

        self.watcher = watcher
        self.logger = logger = self.logger_name if isinstance(self.logger_name, logging.Logger) else logging.getLogger(self.logger_name)
        handler = Capture()
        handler.setLevel(self.level)
        self.old = logger.handlers[:], logger.level, logger.propagate
        logger.handlers = [handler]
        logger.setLevel(self.level)
        logger.propagate = False
        return None if self.no_logs else watcher

    def __exit__(self, exc_type, exc_value, tb):
        import logging
        self.logger.handlers, level, self.logger.propagate = self.old
        self.logger.setLevel(level)
        if exc_type is not None:
            return False
        found = self.watcher.records
        name = self.logger.name
        if self.no_logs and found:
            raise self.test_case.failureException(f'Unexpected logs found: {self.watcher.output!r}')
        if not self.no_logs and not found:
            raise self.test_case.failureException(f'no logs of level {logging.getLevelName(self.level)} or higher triggered on {name}')
