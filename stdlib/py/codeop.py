"""Is a piece of source complete?"""
import warnings

__all__ = ['compile_command', 'Compile', 'CommandCompiler']


def _maybe_compile(compiler, source, filename, symbol):
    """The code of the source, None when more lines may make it valid."""
    for line in source.split('\n'):
        line = line.strip()
        if line and line[0] != '#':
            break
    else:
        if symbol != 'eval':
            source = 'pass'
    with warnings.catch_warnings():
        warnings.simplefilter('ignore', (SyntaxWarning, DeprecationWarning))
        try:
            compiler(source, filename, symbol)
        except SyntaxError:
            try:
                compiler(source + '\n', filename, symbol)
                return None
            except SyntaxError as e:
                if _incomplete(str(e), source):
                    return None
    code = compiler(source, filename, symbol)
    last = source.rpartition('\n')[2]
    return None if symbol == 'single' and last[:1] in (' ', '\t') and last.strip() else code


def _incomplete(message, source):
    return ('was never closed' in message or 'unterminated triple-quoted' in message or 'unexpected EOF' in message
            or message.startswith('expected an indented block') and source.rstrip().endswith(':')
            or source.endswith('\\') or "expected 'except' or 'finally' block" in message)


class Compile:
    """compile() that remembers future statements."""

    def __init__(self):
        self.flags = 0

    def __call__(self, source, filename, symbol):
        return compile(source, filename, symbol)


class CommandCompiler:
    def __init__(self):
        self.compiler = Compile()

    def __call__(self, source, filename='<input>', symbol='single'):
        return _maybe_compile(self.compiler, source, filename, symbol)


def compile_command(source, filename='<input>', symbol='single'):
    return _maybe_compile(lambda source, filename, symbol: compile(source, filename, symbol), source, filename, symbol)
