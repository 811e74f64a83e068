"""Prompts that run what is typed."""
import sys
import traceback
from codeop import CommandCompiler, compile_command

__all__ = ['InteractiveInterpreter', 'InteractiveConsole', 'interact', 'compile_command']


class InteractiveInterpreter:
    """Runs source in a namespace of its own."""

    def __init__(self, locals=None):
        self.locals = {'__name__': '__console__', '__doc__': None} if locals is None else locals
        self.compile = CommandCompiler()

    def runsource(self, source, filename='<input>', symbol='single'):
        try:
            code = self.compile(source, filename, symbol)
        except (OverflowError, SyntaxError, ValueError):
            self.showsyntaxerror(filename)
            return False
        if code is None:
            return True
        self.runcode(code)
        return False

    def runcode(self, code):
        try:
            exec(code, self.locals)
        except SystemExit:
            raise
        except:
            self.showtraceback()

    def showsyntaxerror(self, filename=None):
        kind, value, _ = sys.exc_info()
        sys.last_type, sys.last_value, sys.last_traceback = kind, value, None
        if filename and kind is SyntaxError:
            value.filename = filename
        self.write(''.join(traceback.format_exception_only(kind, value)))

    def showtraceback(self):
        kind, value, tb = sys.exc_info()
        sys.last_type, sys.last_value, sys.last_traceback = kind, value, tb
        self.write(''.join(traceback.format_exception(kind, value, tb.tb_next)))

    def write(self, data):
        sys.stderr.write(data)


class InteractiveConsole(InteractiveInterpreter):
    """Reads what it runs, line by line."""

    def __init__(self, locals=None, filename='<console>'):
        InteractiveInterpreter.__init__(self, locals)
        self.filename = filename
        self.resetbuffer()

    def resetbuffer(self):
        self.buffer = []

    def interact(self, banner=None, exitmsg=None):
        first, more = getattr(sys, 'ps1', '>>> '), getattr(sys, 'ps2', '... ')
        if banner is None:
            self.write(f'Python {sys.version} on {sys.platform}\n({type(self).__name__})\n')
        elif banner:
            self.write(f'{banner}\n')
        unfinished = False
        while True:
            try:
                line = self.raw_input(more if unfinished else first)
            except EOFError:
                self.write('\n')
                break
            except KeyboardInterrupt:
                self.write('\nKeyboardInterrupt\n')
                self.resetbuffer()
                unfinished = False
                continue
            unfinished = self.push(line)
        if exitmsg is None:
            self.write(f'now exiting {type(self).__name__}...\n')
        elif exitmsg:
            self.write(f'{exitmsg}\n')

    def push(self, line):
        self.buffer.append(line)
        unfinished = self.runsource('\n'.join(self.buffer), self.filename)
        if not unfinished:
            self.resetbuffer()
        return unfinished

    def raw_input(self, prompt=''):
        return input(prompt)


def interact(banner=None, readfunc=None, local=None, exitmsg=None):
    console = InteractiveConsole(local)
    if readfunc is not None:
        console.raw_input = readfunc
    console.interact(banner, exitmsg)
