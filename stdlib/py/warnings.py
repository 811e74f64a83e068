"""Warnings: written to standard error once per text and place."""
import sys

filters = []
_seen = set()


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record

    def __enter__(self):
        global _recorder
        self._saved = filters[:], _recorder
        _recorder = [] if self._record else _recorder
        return _recorder if self._record else None

    def __exit__(self, *args):
        global _recorder
        filters[:], _recorder = self._saved


_recorder = None


class WarningMessage:
    def __init__(self, message, category, filename='<script>', lineno=0):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno

    def __str__(self):
        return str(self.message)


def warn(message, category=None, stacklevel=1, source=None):
    if isinstance(message, Warning):
        category = type(message)
        text = str(message)
    else:
        text = message
        category = category or UserWarning
        if not (isinstance(category, type) and issubclass(category, Warning)):
            raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
        message = category(text)
    action = 'default'
    for chosen, kind in filters:
        if issubclass(category, kind):
            action = chosen
            break
    if action == 'ignore':
        return
    if action == 'error':
        raise message
    if _recorder is not None:
        _recorder.append(WarningMessage(message, category))
        return
    if action != 'always':
        if (text, category) in _seen:
            return
        _seen.add((text, category))
    print(f'{category.__name__}: {text}', file=sys.stderr)


def warn_explicit(message, category, filename, lineno, *args, **kwargs):
    warn(message, category)


def simplefilter(action, category=Warning, lineno=0, append=False):
    if action not in ('error', 'ignore', 'always', 'default', 'module', 'once'):
        raise AssertionError(f'invalid action: {action!r}')
    filters.insert(len(filters) if append else 0, (action, category))


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    simplefilter(action, category, lineno, append)


def resetwarnings():
    filters.clear()
