"""Running other programs. The operator has to permit them by the key allow in [exec], or by --allow-exec."""
import _subprocess
import builtins as _builtins
import io as _io
import locale as _locale
import os as _os
import signal as _signal
import sys as _sys
import time as _time
import types as _types
import warnings as _warnings

__all__ = ['Popen', 'PIPE', 'STDOUT', 'call', 'check_call', 'getstatusoutput', 'getoutput', 'check_output', 'run', 'CalledProcessError',
           'DEVNULL', 'SubprocessError', 'TimeoutExpired', 'CompletedProcess']

PIPE = -1
STDOUT = -2
DEVNULL = -3


class SubprocessError(Exception):
    pass


class CalledProcessError(SubprocessError):
    """Raised when a program whose success was asked for ends with another status than 0."""

    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode = returncode
        self.cmd = cmd
        self.output = output
        self.stderr = stderr

    def __str__(self):
        if self.returncode and self.returncode < 0:
            try:
                return f"Command '{self.cmd}' died with {_signal.Signals(-self.returncode)!r}."
            except ValueError:
                return f"Command '{self.cmd}' died with unknown signal {-self.returncode}."
        return f"Command '{self.cmd}' returned non-zero exit status {self.returncode}."

    @property
    def stdout(self):
        """Alias of output."""
        return self.output

    @stdout.setter
    def stdout(self, value):
        self.output = value


class TimeoutExpired(SubprocessError):
    """Raised when the time is up before the program has ended."""

    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd = cmd
        self.timeout = timeout
        self.output = output
        self.stderr = stderr

    def __str__(self):
        return f"Command '{self.cmd}' timed out after {self.timeout} seconds"

    stdout = CalledProcessError.stdout


class CompletedProcess:
    """What run() gives: args, returncode, stdout, stderr."""

    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args = args
        self.returncode = returncode
        self.stdout = stdout
        self.stderr = stderr

    def __repr__(self):
        parts = [f'args={self.args!r}', f'returncode={self.returncode!r}']
        if self.stdout is not None:
            parts.append(f'stdout={self.stdout!r}')
        if self.stderr is not None:
            parts.append(f'stderr={self.stderr!r}')
        return f"{type(self).__name__}({', '.join(parts)})"

    __class_getitem__ = classmethod(_types.GenericAlias)

    def check_returncode(self):
        """Raise CalledProcessError unless the status is 0."""
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)


def list2cmdline(seq):
    """The arguments as one line in the manner of Windows."""
    words = []
    for arg in map(_os.fsdecode, seq):
        quoted = ' ' in arg or '\t' in arg or not arg
        word, slashes = '', 0
        for c in arg:
            if c == '\\':
                slashes += 1
                continue
            word += '\\' * (2 * slashes) + '\\"' if c == '"' else '\\' * slashes + c
            slashes = 0
        word += '\\' * slashes
        words.append('"' + word + '\\' * slashes + '"' if quoted else word)
    return ' '.join(words)


class Popen:
    """A running program."""
    _child_created = False

    def __init__(self, args, bufsize=-1, executable=None, stdin=None, stdout=None, stderr=None, preexec_fn=None, close_fds=True, shell=False,
                 cwd=None, env=None, universal_newlines=None, startupinfo=None, creationflags=0, restore_signals=True, start_new_session=False,
                 pass_fds=(), *, user=None, group=None, extra_groups=None, encoding=None, errors=None, text=None, umask=-1, pipesize=-1,
                 process_group=None):
        if bufsize is None:
            bufsize = -1
        if not isinstance(bufsize, int):
            raise TypeError('bufsize must be an integer')
        if pass_fds and not close_fds:
            _warnings.warn('pass_fds overriding close_fds.', RuntimeWarning)
            close_fds = True
        if startupinfo is not None:
            raise ValueError('startupinfo is only supported on Windows platforms')
        if creationflags != 0:
            raise ValueError('creationflags is only supported on Windows platforms')
        for name, value in (('preexec_fn', preexec_fn), ('user', user), ('group', group), ('extra_groups', extra_groups)):
            if value is not None:
                raise NotImplementedError(f'{name} is not supported')
        if text is not None and universal_newlines is not None and bool(universal_newlines) != bool(text):
            raise SubprocessError('Cannot disambiguate when both text and universal_newlines are supplied but different. Pass one or the other.')
        self.args = args
        self.stdin = self.stdout = self.stderr = None
        self.pid = self.returncode = None
        self.encoding, self.errors, self.pipesize = encoding, errors, pipesize
        self.text_mode = encoding or errors or text or universal_newlines
        self._input_offset, self._input, self._received = 0, None, ([], [])
        self._communication_started = False
        if isinstance(args, (str, bytes)):
            args = [args]
        elif isinstance(args, _os.PathLike):
            if shell:
                raise TypeError('path-like args is not allowed when shell is true')
            args = [args]
        else:
            args = list(args)
        if shell:
            args = [executable or '/bin/sh', '-c', *args]
        executable = args[0] if executable is None and args else executable
        self._start(args, executable, bufsize, (stdin, stdout, stderr), close_fds, cwd, env, pass_fds, start_new_session, process_group)

    def _start(self, args, executable, bufsize, wanted, close_fds, cwd, env, pass_fds, session, group):
        mine, theirs, opened = [-1, -1, -1], [-1, -1, -1], []
        try:
            for i, what in enumerate(wanted):
                if what is None:
                    continue
                if what == PIPE:
                    read, write = _os.pipe()
                    theirs[i], mine[i] = (read, write) if i == 0 else (write, read)
                    opened += [read, write]
                elif what == DEVNULL:
                    theirs[i] = _os.open(_os.devnull, _os.O_RDWR)
                    opened.append(theirs[i])
                elif what == STDOUT and i == 2:
                    theirs[i] = theirs[1] if theirs[1] >= 0 else 1
                elif isinstance(what, int):
                    theirs[i] = what
                else:
                    if i:
                        what.flush()
                    theirs[i] = what.fileno()
            variables = _os.environ if env is None else env
            pairs = []
            for key, value in variables.items():
                key = _os.fsencode(key)
                if b'=' in key:
                    raise ValueError('illegal environment variable name')
                pairs.append(key + b'=' + _os.fsencode(value))
            words = [_os.fsencode(a) for a in args]
            directories = [_os.fsencode(d) for d in _os.get_exec_path(env)]
            group = -1 if group is None else group
            self.pid = _subprocess.spawn(words, _os.fsencode(executable) if executable is not None else None, directories,
                                         None if cwd is None else _os.fsencode(cwd), pairs, tuple(theirs), close_fds or bool(pass_fds),
                                         tuple(pass_fds), group, bool(session))
            self._child_created = True
        except BaseException:
            for fd in opened:
                _os.close(fd)
            raise
        for fd in opened:
            if fd not in mine:
                _os.close(fd)
        line_buffering = False
        if self.text_mode and bufsize == 1:
            line_buffering, bufsize = True, -1
        for i, name in enumerate(('stdin', 'stdout', 'stderr')):
            if mine[i] < 0:
                continue
            stream = _builtins.open(mine[i], 'rb' if i else 'wb', bufsize)
            if self.text_mode:
                stream = _io.TextIOWrapper(stream, encoding=self.encoding, errors=self.errors, write_through=i == 0 and line_buffering, line_buffering=i == 0 and line_buffering)
            setattr(self, name, stream)

    __class_getitem__ = classmethod(_types.GenericAlias)

    @property
    def universal_newlines(self):
        return self.text_mode

    @universal_newlines.setter
    def universal_newlines(self, value):
        self.text_mode = bool(value)

    def __repr__(self):
        text = f'<{type(self).__name__}: returncode: {self.returncode} args: {self.args!r}>'
        return text if len(text) <= 80 else text[:76] + '...>'

    def __enter__(self):
        return self

    def __exit__(self, exc_type, value, traceback):
        if self.stdout:
            self.stdout.close()
        if self.stderr:
            self.stderr.close()
        try:
            if self.stdin:
                self.stdin.close()
        except BrokenPipeError:
            pass
        finally:
            self.wait()

    # ---- the end of the program

    def _ended(self, seconds):
        if self.returncode is not None:
            return True
        status = _subprocess.wait(self.pid, seconds)
        if status is None:
            return False
        if status < 0:  # somebody else took it
            self.returncode = 0
        else:
            self.returncode = -(status & 0x7f) if status & 0x7f else status >> 8 & 0xff
        return True

    def poll(self):
        """The status, or None while the program runs."""
        self._ended(0.0)
        return self.returncode

    def wait(self, timeout=None):
        """Wait for the end; the status."""
        if not self._ended(None if timeout is None else max(float(timeout), 0.0)):
            raise TimeoutExpired(self.args, timeout)
        return self.returncode

    def send_signal(self, sig):
        """Send a signal, unless the program has ended."""
        self.poll()
        if self.returncode is None:
            try:
                _subprocess.send_signal(self.pid, int(sig))
            except ProcessLookupError:
                pass

    def terminate(self):
        """Ask it to end, with SIGTERM."""
        self.send_signal(_signal.SIGTERM)

    def kill(self):
        """End it with SIGKILL."""
        self.send_signal(_signal.SIGKILL)

    # ---- what it reads and writes

    def communicate(self, input=None, timeout=None):
        """Send the input, read both outputs to their ends, wait: (stdout, stderr)."""
        if self._communication_started and input:
            raise ValueError('Cannot send input after starting communication')
        if not self._communication_started:
            self._communication_started = True
            if self.stdin is not None:
                try:
                    self.stdin.flush()
                except BrokenPipeError:
                    pass
            data = b'' if input is None else input
            if self.text_mode and isinstance(data, str):
                data = data.encode(self.encoding or _locale.getpreferredencoding(False), self.errors or 'strict')
            self._input = bytes(data) if not isinstance(data, bytes) else data
        deadline = None if timeout is None else _time.monotonic() + timeout
        while True:
            feeding = self.stdin is not None and not self.stdin.closed
            if feeding and self._input_offset >= len(self._input):
                try:
                    self.stdin.close()
                except BrokenPipeError:
                    pass
                continue
            ends = [s.fileno() if s is not None and not s.closed else -1 for s in (self.stdout, self.stderr)]
            if not feeding and ends == [-1, -1]:
                break
            left = None if deadline is None else deadline - _time.monotonic()
            if left is not None and left < 0:
                self._out_of_time(timeout)
            self._input_offset, out, err, *open_ends = _subprocess.transfer(self.stdin.fileno() if feeding else -1, self._input, self._input_offset, *ends, left)
            for stream, fd, data, still, kept in zip((self.stdout, self.stderr), ends, (out, err), open_ends, self._received):
                if data:
                    kept.append(data)
                if fd >= 0 and not still:
                    stream.close()
        left = None if deadline is None else max(deadline - _time.monotonic(), 0.0)
        if not self._ended(left):
            self._out_of_time(timeout)
        return tuple(None if s is None else self._decoded(b''.join(kept), s) for s, kept in zip((self.stdout, self.stderr), self._received))

    def _out_of_time(self, timeout):
        out, err = (b''.join(kept) if kept else None for kept in self._received)
        raise TimeoutExpired(self.args, timeout, output=out, stderr=err)

    def _decoded(self, data, stream):
        if not self.text_mode:
            return data
        return data.decode(stream.encoding, stream.errors).replace('\r\n', '\n').replace('\r', '\n')


def run(*popenargs, input=None, capture_output=False, timeout=None, check=False, **kwargs):
    """Run a program to its end: a CompletedProcess."""
    if input is not None:
        if kwargs.get('stdin') is not None:
            raise ValueError('stdin and input arguments may not both be used.')
        kwargs['stdin'] = PIPE
    if capture_output:
        if kwargs.get('stdout') is not None or kwargs.get('stderr') is not None:
            raise ValueError('stdout and stderr arguments may not be used with capture_output.')
        kwargs['stdout'] = kwargs['stderr'] = PIPE
    with Popen(*popenargs, **kwargs) as process:
        try:
            stdout, stderr = process.communicate(input, timeout=timeout)
        except TimeoutExpired:
            process.kill()
            process.wait()
            raise
        finally:
            if process.returncode is None:
                process.kill()
        returncode = process.poll()
        if check and returncode:
            raise CalledProcessError(returncode, process.args, output=stdout, stderr=stderr)
    return CompletedProcess(process.args, returncode, stdout, stderr)


def call(*popenargs, timeout=None, **kwargs):
    """Run a program to its end: its status."""
    with Popen(*popenargs, **kwargs) as process:
        try:
            return process.wait(timeout=timeout)
        finally:
            if process.returncode is None:
                process.kill()


def check_call(*popenargs, **kwargs):
    """As call(), but raise CalledProcessError unless the status is 0."""
    returncode = call(*popenargs, **kwargs)
    if returncode:
        cmd = kwargs.get('args')
        raise CalledProcessError(returncode, popenargs[0] if cmd is None else cmd)
    return 0


def check_output(*popenargs, timeout=None, **kwargs):
    """Run a program that has to succeed: what it wrote to stdout."""
    for name in ('stdout', 'check'):
        if name in kwargs:
            raise ValueError(f'{name} argument not allowed, it will be overridden.')
    if 'input' in kwargs and kwargs['input'] is None:
        kwargs['input'] = '' if any(kwargs.get(k) for k in ('universal_newlines', 'text', 'encoding', 'errors')) else b''
    return run(*popenargs, stdout=PIPE, timeout=timeout, check=True, **kwargs).stdout


def getstatusoutput(cmd, *, encoding=None, errors=None):
    """Run a line in the shell: (status, what it wrote)."""
    try:
        data = check_output(cmd, shell=True, text=True, stderr=STDOUT, encoding=encoding, errors=errors)
        status = 0
    except CalledProcessError as e:
        data, status = e.output, e.returncode
    return status, data[:-1] if data[-1:] == '\n' else data


def getoutput(cmd, *, encoding=None, errors=None):
    """Run a line in the shell: what it wrote."""
    return getstatusoutput(cmd, encoding=encoding, errors=errors)[1]
