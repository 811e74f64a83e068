"""The record of a test run."""
import io
import sys
import traceback
from unittest.util import strclass

_FRAME = '  File "'


def failfast(method):
    def inner(self, *args, **kwargs):
        if getattr(self, 'failfast', False):
            self.stop()
        return method(self, *args, **kwargs)
    return inner


def _without_own_frames(text):
    """The traceback text without the frames of the unittest modules."""
    kept = []
    own = False
    for line in text.splitlines(True):
        if line.startswith(_FRAME):
            name = line[len(_FRAME):line.find('"', len(_FRAME))]
            own = name.startswith('<stdlib>/unittest.') and not name.endswith('.mock.py')
        elif not line.startswith('    '):
            own = False
        if not own:
            kept.append(line)
    text = ''.join(kept)
    head = 'Traceback (most recent call last):\n'
    return text[len(head):] if text.startswith(head) and not text.startswith(head + ' ') else text


def _ended(text):
    return text if text.endswith('\n') else text + '\n'


class TestResult:
    _previousTestClass = None
    _testRunEntered = False
    _moduleSetUpFailed = False

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failfast = False
        self.failures = []
        self.errors = []
        self.testsRun = 0
        self.skipped = []
        self.expectedFailures = []
        self.unexpectedSuccesses = []
        self.shouldStop = False
        self.buffer = False
        self.tb_locals = False
        self._stdout_buffer = self._stderr_buffer = None
        self._original_stdout = sys.stdout
        self._original_stderr = sys.stderr
        self._mirrorOutput = False

    def printErrors(self):
        pass

    def startTest(self, test):
        self.testsRun += 1
        self._mirrorOutput = False
        self._setupStdout()

    def _setupStdout(self):
        if self.buffer:
            if self._stderr_buffer is None:
                self._stderr_buffer = io.StringIO()
                self._stdout_buffer = io.StringIO()
            sys.stdout = self._stdout_buffer
            sys.stderr = self._stderr_buffer

    def _restoreStdout(self):
        if not self.buffer:
            return
        for buffer, original, label in ((self._stdout_buffer, self._original_stdout, 'Stdout'), (self._stderr_buffer, self._original_stderr, 'Stderr')):
            text = buffer.getvalue() if self._mirrorOutput else ''
            if text:
                original.write(f'\n{label}:\n{_ended(text)}')
        sys.stdout = self._original_stdout
        sys.stderr = self._original_stderr
        for buffer in (self._stdout_buffer, self._stderr_buffer):
            buffer.seek(0)
            buffer.truncate()

    def startTestRun(self):
        pass

    def stopTest(self, test):
        self._restoreStdout()
        self._mirrorOutput = False

    def stopTestRun(self):
        pass

    @failfast
    def addError(self, test, err):
        self.errors.append((test, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    @failfast
    def addFailure(self, test, err):
        self.failures.append((test, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    def addSubTest(self, test, subtest, err):
        if err is None:
            return
        if getattr(self, 'failfast', False):
            self.stop()
        found = self.failures if issubclass(err[0], test.failureException) else self.errors
        found.append((subtest, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    def addSuccess(self, test):
        pass

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._exc_info_to_string(err, test)))

    @failfast
    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)

    def wasSuccessful(self):
        return not self.failures and not self.errors and not self.unexpectedSuccesses

    def stop(self):
        self.shouldStop = True

    def _exc_info_to_string(self, err, test):
        kind, value, tb = err
        shown = traceback.TracebackException(kind, value, tb, capture_locals=True) if self.tb_locals else None
        text = _without_own_frames(''.join(shown.format() if shown else traceback.format_exception(kind, value, tb)))
        if self.buffer:
            for buffer, label in ((sys.stdout, 'Stdout'), (sys.stderr, 'Stderr')):
                printed = buffer.getvalue() if hasattr(buffer, 'getvalue') else ''
                if printed:
                    text += f'\n{label}:\n{_ended(printed)}'
        return text

    def __repr__(self):
        return f'<{strclass(self.__class__)} run={self.testsRun} errors={len(self.errors)} failures={len(self.failures)}>'
