"""Splitting text as a shell does."""
import re

__all__ = ['shlex', 'split', 'quote', 'join']

_unsafe = re.compile(r'[^\w@%+=:,./-]', re.ASCII).search


def split(s, comments=False, posix=True):
    if s is None:
        import warnings
        warnings.warn("Passing None for 's' to shlex.split() is deprecated.", DeprecationWarning, stacklevel=2)
    if not isinstance(s, str) or not posix:
        words = shlex(s, posix=posix)
        words.whitespace_split = True
        if not comments:
            words.commenters = ''
        return list(words)
    words, word = [], None
    i, n = 0, len(s)
    while i < n:
        c = s[i]
        i += 1
        if c in ' \t\r\n':
            if word is not None:
                words.append(word)
                word = None
        elif comments and c == '#':
            while i < n and s[i] != '\n':
                i += 1
            i += 1
            if word is not None:
                words.append(word)
                word = None
        elif c == '\\':
            if i == n:
                raise ValueError('No escaped character')
            word = (word or '') + s[i]
            i += 1
        elif c in '"\'':
            word = word or ''
            while True:
                if i == n:
                    raise ValueError('No closing quotation')
                d = s[i]
                i += 1
                if d == c:
                    break
                if d == '\\' and c == '"':
                    if i == n:
                        raise ValueError('No escaped character')
                    if s[i] not in '"\\':
                        word += d
                    d = s[i]
                    i += 1
                word += d
        else:
            word = (word or '') + c
    if word is not None:
        words.append(word)
    return words


def quote(s):
    if not s:
        return "''"
    if _unsafe(s) is None:
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    return ' '.join([quote(arg) for arg in split_command])


class shlex:
    """A lexical analyser for simple shell-like syntaxes."""

    def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
        from collections import deque
        self.instream = _stream(instream)
        self.infile = None if instream is None else infile
        self.posix = posix
        self.eof = None if posix else ''
        self.commenters = '#'
        letters = 'abcdfeghijklmnopqrstuvwxyz'
        self.wordchars = letters + letters.upper() + '0123456789_'
        if posix:
            self.wordchars += ''.join([chr(c) for c in range(0xC0, 0x100) if c not in (0xD7, 0xF7)])
        self.whitespace = ' \t\r\n'
        self.whitespace_split = False
        self.quotes = '\'"'
        self.escape = '\\'
        self.escapedquotes = '"'
        self.state = ' '    # ' ' between words, 'a' in one, 'c' in punctuation, a quote or escape character, None at the end
        self.pushback = deque()
        self.lineno = 1
        self.debug = 0
        self.token = ''
        self.filestack = deque()
        self.source = None
        if punctuation_chars is True:
            punctuation_chars = '();<>|&'
        self._punctuation_chars = punctuation_chars or ''
        if self._punctuation_chars:
            self._unread = deque()
            self.wordchars = ''.join([c for c in self.wordchars + '~-./*?=' if c not in self._punctuation_chars])

    @property
    def punctuation_chars(self):
        return self._punctuation_chars

    def push_token(self, tok):
        self.pushback.appendleft(tok)

    def push_source(self, newstream, newfile=None):
        self.filestack.appendleft((self.infile, self.instream, self.lineno))
        self.infile = newfile
        self.instream = _stream(newstream)
        self.lineno = 1

    def pop_source(self):
        self.instream.close()
        self.infile, self.instream, self.lineno = self.filestack.popleft()
        self.state = ' '

    def get_token(self):
        if self.pushback:
            return self.pushback.popleft()
        token = self.read_token()
        while self.source is not None and token == self.source:
            opened = self.sourcehook(self.read_token())
            if opened:
                name, stream = opened
                self.push_source(stream, name)
            token = self.get_token()
        while token == self.eof and self.filestack:
            self.pop_source()
            token = self.get_token()
        return token

    def read_token(self):
        quoted = False
        escaped = ' '    # the state to return to behind an escaped character
        posix = self.posix
        punctuation = self._punctuation_chars
        while True:
            c = self._unread.pop() if punctuation and self._unread else self.instream.read(1)
            state = self.state
            ended = False
            if c == '\n':
                self.lineno += 1
            if state is None:
                self.token = ''
                break
            if state == ' ':
                if not c:
                    self.state = None
                    break
                if c in self.whitespace:
                    ended = True
                elif c in self.commenters:
                    self.instream.readline()
                    self.lineno += 1
                elif posix and c in self.escape:
                    escaped = 'a'
                    self.state = c
                elif c in self.wordchars:
                    self.token = c
                    self.state = 'a'
                elif c in punctuation:
                    self.token = c
                    self.state = 'c'
                elif c in self.quotes:
                    if not posix:
                        self.token = c
                    self.state = c
                else:
                    self.token = c
                    if self.whitespace_split:
                        self.state = 'a'
                    else:
                        ended = True
            elif state in self.quotes:
                quoted = True
                if not c:
                    raise ValueError('No closing quotation')
                if c == state:
                    if not posix:
                        self.token += c
                        self.state = ' '
                        break
                    self.state = 'a'
                elif posix and c in self.escape and state in self.escapedquotes:
                    escaped = state
                    self.state = c
                else:
                    self.token += c
            elif state in self.escape:
                if not c:
                    raise ValueError('No escaped character')
                if escaped in self.quotes and c != state and c != escaped:
                    self.token += state
                self.token += c
                self.state = escaped
            elif not c:
                self.state = None
                break
            elif c in self.whitespace:
                self.state = ' '
                ended = True
            elif c in self.commenters:
                self.instream.readline()
                self.lineno += 1
                if posix:
                    self.state = ' '
                    ended = True
            elif state == 'c':
                if c not in punctuation:
                    self._unread.append(c)
                    self.state = ' '
                    break
                self.token += c
            elif posix and c in self.quotes:
                self.state = c
            elif posix and c in self.escape:
                escaped = 'a'
                self.state = c
            elif c in self.wordchars or c in self.quotes or self.whitespace_split and c not in punctuation:
                self.token += c
            else:
                if punctuation:
                    self._unread.append(c)
                else:
                    self.pushback.appendleft(c)
                self.state = ' '
                ended = True
            if ended and (self.token or posix and quoted):
                break
        token, self.token = self.token, ''
        return None if posix and not quoted and token == '' else token

    def sourcehook(self, newfile):
        import os.path
        if newfile[0] == '"':
            newfile = newfile[1:-1]
        if isinstance(self.infile, str) and not os.path.isabs(newfile):
            newfile = os.path.join(os.path.dirname(self.infile), newfile)
        return newfile, open(newfile)

    def error_leader(self, infile=None, lineno=None):
        return f'"{self.infile if infile is None else infile}", line {self.lineno if lineno is None else lineno}: '

    def __iter__(self):
        return self

    def __next__(self):
        token = self.get_token()
        if token == self.eof:
            raise StopIteration
        return token


def _stream(source):
    if source is None:
        import sys
        return sys.stdin
    if isinstance(source, str):
        from io import StringIO
        return StringIO(source)
    return source
