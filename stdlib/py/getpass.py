"""Passwords and user names."""
import io
import os
import sys

__all__ = ['getpass', 'getuser', 'GetPassWarning']


class GetPassWarning(UserWarning):
    pass


def unix_getpass(prompt='Password: ', stream=None):
    """Asks on the terminal, without showing what is typed; on standard input when there is no terminal."""
    try:
        import termios
    except ImportError:
        termios = None
    tty = answer = None
    try:
        fd = os.open('/dev/tty', os.O_RDWR | os.O_NOCTTY)
        tty = io.TextIOWrapper(io.FileIO(fd, 'w+'))
        stream = stream or tty
        input = tty
    except OSError:
        try:
            fd = sys.stdin.fileno()
        except (AttributeError, ValueError):
            fd = None
            answer = fallback_getpass(prompt, stream)
        input = sys.stdin
        stream = stream or sys.stderr
    if fd is not None:
        try:
            if termios is None:
                return fallback_getpass(prompt, stream)
            try:
                old = termios.tcgetattr(fd)
                quiet = old[:]
                quiet[3] &= ~termios.ECHO
                flags = termios.TCSAFLUSH | getattr(termios, 'TCSASOFT', 0)
                try:
                    termios.tcsetattr(fd, flags, quiet)
                    answer = _raw_input(prompt, stream, input=input)
                finally:
                    termios.tcsetattr(fd, flags, old)
                    stream.flush()
            except termios.error:
                return fallback_getpass(prompt, stream)
            stream.write('\n')
        finally:
            if tty is not None:
                tty.close()
    stream.flush()
    return answer


def fallback_getpass(prompt='Password: ', stream=None):
    import warnings
    warnings.warn('Can not control echo on the terminal.', GetPassWarning, stacklevel=2)
    stream = stream or sys.stderr
    print('Warning: Password input may be echoed.', file=stream)
    return _raw_input(prompt, stream)


def _raw_input(prompt='', stream=None, input=None):
    stream = stream or sys.stderr
    input = input or sys.stdin
    if prompt:
        try:
            stream.write(prompt)
        except UnicodeEncodeError:
            stream.write(prompt.encode(stream.encoding, 'replace').decode(stream.encoding))
        stream.flush()
    line = input.readline()
    if not line:
        raise EOFError
    return line[:-1] if line[-1] == '\n' else line


def getuser():
    for name in ('LOGNAME', 'USER', 'LNAME', 'USERNAME'):
        user = os.environ.get(name)
        if user:
            return user
    import pwd
    return pwd.getpwuid(os.getuid())[0]


def getpass(prompt='Password: ', stream=None):
    """As unix_getpass where there are descriptors."""
    return unix_getpass(prompt, stream) if hasattr(os, 'open') else fallback_getpass(prompt, stream)
