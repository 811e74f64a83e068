"""The tokens of Python source, comments and line ends included."""
import re
import token as _token
from codecs import BOM_UTF8, lookup
from collections import namedtuple
from io import TextIOWrapper
from itertools import product
from token import *
from token import EXACT_TOKEN_TYPES

_builtin_open = open
__all__ = _token.__all__ + ['tokenize', 'generate_tokens', 'detect_encoding', 'untokenize', 'TokenInfo']

cookie_re = re.compile(r'^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)', re.ASCII)
blank_re = re.compile(br'^[ \t\f]*(?:[#\r\n]|$)', re.ASCII)


class TokenInfo(namedtuple('TokenInfo', 'type string start end line')):
    def __repr__(self):
        kind = f'{self.type} ({tok_name[self.type]})'
        return f'TokenInfo(type={kind}, string={self.string!r}, start={self.start!r}, end={self.end!r}, line={self.line!r})'

    @property
    def exact_type(self):
        if self.type == OP and self.string in EXACT_TOKEN_TYPES:
            return EXACT_TOKEN_TYPES[self.string]
        return self.type


class TokenError(Exception):
    pass


class StopTokenizing(Exception):
    pass


# ---- patterns -------------------------------------------------------------------------------

def group(*choices):
    return '(' + '|'.join(choices) + ')'


def any(*choices):
    return group(*choices) + '*'


def maybe(*choices):
    return group(*choices) + '?'


Whitespace = r'[ \f\t]*'
Comment = r'#[^\r\n]*'
Ignore = Whitespace + any(r'\\\r?\n' + Whitespace) + maybe(Comment)
Name = r'\w+'
_digits = r'[0-9](?:_?[0-9])*'
Exponent = rf'[eE][-+]?{_digits}'
Pointfloat = group(rf'{_digits}\.(?:{_digits})?', rf'\.{_digits}') + maybe(Exponent)
Floatnumber = group(Pointfloat, _digits + Exponent)
Imagnumber = group(_digits + '[jJ]', Floatnumber + '[jJ]')
Intnumber = group(r'0[xX](?:_?[0-9a-fA-F])+', r'0[bB](?:_?[01])+', r'0[oO](?:_?[0-7])+', r'(?:0(?:_?0)*|[1-9](?:_?[0-9])*)')
Number = group(Imagnumber, Floatnumber, Intnumber)


def _all_string_prefixes():
    prefixes = {''}
    for prefix in ('b', 'r', 'u', 'f', 'br', 'rb', 'fr', 'rf'):
        prefixes.update(map(''.join, product(*[(c, c.upper()) for c in prefix])))
    return prefixes


StringPrefix = group(*sorted(_all_string_prefixes(), key=len, reverse=True))
Single = r"[^'\\]*(?:\\.[^'\\]*)*'"
Double = r'[^"\\]*(?:\\.[^"\\]*)*"'
Single3 = r"[^'\\]*(?:(?:\\.|'(?!''))[^'\\]*)*'''"
Double3 = r'[^"\\]*(?:(?:\\.|"(?!""))[^"\\]*)*"""'
Triple = group(StringPrefix + "'''", StringPrefix + '"""')
String = group(StringPrefix + r"'[^\n'\\]*(?:\\.[^\n'\\]*)*'", StringPrefix + r'"[^\n"\\]*(?:\\.[^\n"\\]*)*"')
Special = group(*[re.escape(text) for text in sorted(EXACT_TOKEN_TYPES, reverse=True)])
Funny = group(r'\r?\n', Special)
ContStr = group(StringPrefix + r"'[^\n'\\]*(?:\\.[^\n'\\]*)*" + group("'", r'\\\r?\n'),
                StringPrefix + r'"[^\n"\\]*(?:\\.[^\n"\\]*)*' + group('"', r'\\\r?\n'))
PseudoExtras = group(r'\\\r?\n|\Z', Comment, Triple)
PseudoToken = Whitespace + group(PseudoExtras, Number, Funny, ContStr, Name)
PlainToken = group(Number, Funny, String, Name)
Token = Ignore + PlainToken

endpats = {}
single_quoted, triple_quoted = set(), set()
for _prefix in _all_string_prefixes():
    for _quote, _end in (("'", Single), ('"', Double), ("'''", Single3), ('"""', Double3)):
        endpats[_prefix + _quote] = _end
        (single_quoted if len(_quote) == 1 else triple_quoted).add(_prefix + _quote)
tabsize = 8
_compiled = {}


def _compile(pattern):
    found = _compiled.get(pattern)
    if found is None:
        found = _compiled[pattern] = re.compile(pattern, re.UNICODE | re.DOTALL if pattern in (Single3, Double3, Single, Double) else re.UNICODE)
    return found


# ---- encodings ------------------------------------------------------------------------------

def _get_normal_name(orig_enc):
    enc = orig_enc[:12].lower().replace('_', '-')
    if enc == 'utf-8' or enc.startswith('utf-8-'):
        return 'utf-8'
    if enc in ('latin-1', 'iso-8859-1', 'iso-latin-1') or enc.startswith(('latin-1-', 'iso-8859-1-', 'iso-latin-1-')):
        return 'iso-8859-1'
    return orig_enc


def detect_encoding(readline):
    """The encoding of the source and the lines read to find it out."""
    filename = getattr(getattr(readline, '__self__', None), 'name', None)
    marked = False

    def next_line():
        try:
            return readline()
        except StopIteration:
            return b''

    def problem(text):
        return SyntaxError(text if filename is None else f'{text} for {filename!r}')

    def cookie(line):
        try:
            text = line.decode('utf-8')
        except UnicodeDecodeError:
            raise problem('invalid or missing encoding declaration') from None
        m = cookie_re.match(text)
        if not m:
            return None
        encoding = _get_normal_name(m.group(1))
        try:
            lookup(encoding)
        except LookupError:
            raise SyntaxError('unknown encoding: ' + encoding if filename is None else f'unknown encoding for {filename!r}: {encoding}') from None
        if marked:
            if encoding != 'utf-8':
                raise problem('encoding problem: utf-8') if filename is not None else SyntaxError('encoding problem: utf-8')
            encoding += '-sig'
        return encoding

    first = next_line()
    if first.startswith(BOM_UTF8):
        marked = True
        first = first[3:]
    default = 'utf-8-sig' if marked else 'utf-8'
    if not first:
        return default, []
    found = cookie(first)
    if found:
        return found, [first]
    if not blank_re.match(first):
        return default, [first]
    second = next_line()
    if not second:
        return default, [first]
    return cookie(second) or default, [first, second]


def open(filename):
    """Opens source in the encoding it declares."""
    buffer = _builtin_open(filename, 'rb')
    try:
        encoding, _ = detect_encoding(buffer.readline)
        buffer.seek(0)
        text = TextIOWrapper(buffer, encoding, line_buffering=True)
        text.mode = 'r'
        return text
    except BaseException:
        buffer.close()
        raise


# ---- tokens to source -----------------------------------------------------------------------

class Untokenizer:
    def __init__(self):
        self.tokens = []
        self.prev_row, self.prev_col = 1, 0
        self.encoding = None

    def add_whitespace(self, start):
        row, col = start
        if (row, col) < (self.prev_row, self.prev_col):
            raise ValueError(f'start ({row},{col}) precedes previous end ({self.prev_row},{self.prev_col})')
        if row > self.prev_row:
            self.tokens.append('\\\n' * (row - self.prev_row))
            self.prev_col = 0
        if col > self.prev_col:
            self.tokens.append(' ' * (col - self.prev_col))

    def untokenize(self, iterable):
        iterable = iter(iterable)
        indents = []
        at_start = False
        for item in iterable:
            if len(item) == 2:
                self.compat(item, iterable)
                break
            kind, text, start, end, _ = item
            if kind == ENCODING:
                self.encoding = text
                continue
            if kind == ENDMARKER:
                break
            if kind == INDENT:
                indents.append(text)
                continue
            if kind == DEDENT:
                indents.pop()
                self.prev_row, self.prev_col = end
                continue
            if kind in (NEWLINE, NL):
                at_start = True
            elif at_start and indents:
                if start[1] >= len(indents[-1]):
                    self.tokens.append(indents[-1])
                    self.prev_col = len(indents[-1])
                at_start = False
            self.add_whitespace(start)
            self.tokens.append(text)
            self.prev_row, self.prev_col = end
            if kind in (NEWLINE, NL):
                self.prev_row += 1
                self.prev_col = 0
        return ''.join(self.tokens)

    def compat(self, token, iterable):
        """From pairs of type and text alone."""
        indents = []
        add = self.tokens.append
        at_start = token[0] in (NEWLINE, NL)
        after_string = False

        def every():
            yield token
            yield from iterable
        for item in every():
            kind, text = item[:2]
            if kind == ENCODING:
                self.encoding = text
                continue
            if kind in (NAME, NUMBER):
                text += ' '
            if kind == STRING:
                if after_string:
                    text = ' ' + text
                after_string = True
            else:
                after_string = False
            if kind == INDENT:
                indents.append(text)
                continue
            if kind == DEDENT:
                indents.pop()
                continue
            if kind in (NEWLINE, NL):
                at_start = True
            elif at_start and indents:
                add(indents[-1])
                at_start = False
            add(text)


def untokenize(iterable):
    ut = Untokenizer()
    out = ut.untokenize(iterable)
    return out if ut.encoding is None else out.encode(ut.encoding)


# ---- source to tokens -----------------------------------------------------------------------

def tokenize(readline):
    """Tokens of source whose lines readline gives as bytes."""
    encoding, consumed = detect_encoding(readline)

    def lines():
        yield from consumed
        while True:
            try:
                line = readline()
            except StopIteration:
                return
            if not line:
                return
            yield line
    return _tokenize(lines().__next__, encoding)


def generate_tokens(readline):
    """Tokens of source whose lines readline gives as text."""
    return _tokenize(readline, None)


def _column(line):
    """Where the text of a line starts: its index and its column."""
    pos = column = 0
    for c in line:
        if c == ' ':
            column += 1
        elif c == '\t':
            column = (column // tabsize + 1) * tabsize
        elif c == '\f':
            column = 0
        else:
            break
        pos += 1
    return pos, column


def _tokenize(readline, encoding):
    lnum = depth = 0
    continued = False
    indents = [0]
    held, held_start, held_line, end_pattern, needs_backslash = '', None, '', None, False
    pseudo = _compile(PseudoToken).match
    if encoding is not None:
        if encoding == 'utf-8-sig':
            encoding = 'utf-8'
        yield TokenInfo(ENCODING, encoding, (0, 0), (0, 0), '')
    last = line = ''
    while True:
        last = line
        try:
            line = readline()
        except StopIteration:
            line = b'' if encoding is not None else ''
        if encoding is not None:
            line = line.decode(encoding)
        lnum += 1
        pos, size = 0, len(line)
        if held:                                            # inside a string of several lines
            if not line:
                raise TokenError('EOF in multi-line string', held_start)
            m = end_pattern.match(line)
            if m:
                pos = m.end()
                yield TokenInfo(STRING, held + line[:pos], held_start, (lnum, pos), held_line + line)
                held, needs_backslash = '', False
            elif needs_backslash and not line.endswith(('\\\n', '\\\r\n')):
                yield TokenInfo(ERRORTOKEN, held + line, held_start, (lnum, size), held_line)
                held = ''
                continue
            else:
                held += line
                held_line += line
                continue
        elif depth == 0 and not continued:                  # a new statement
            if not line:
                break
            pos, column = _column(line)
            if pos == size:
                break
            if line[pos] in '#\r\n':
                if line[pos] == '#':
                    comment = line[pos:].rstrip('\r\n')
                    yield TokenInfo(COMMENT, comment, (lnum, pos), (lnum, pos + len(comment)), line)
                    pos += len(comment)
                yield TokenInfo(NL, line[pos:], (lnum, pos), (lnum, size), line)
                continue
            if column > indents[-1]:
                indents.append(column)
                yield TokenInfo(INDENT, line[:pos], (lnum, 0), (lnum, pos), line)
            while column < indents[-1]:
                if column not in indents:
                    raise IndentationError('unindent does not match any outer indentation level', ('<tokenize>', lnum, pos, line))
                indents.pop()
                yield TokenInfo(DEDENT, '', (lnum, pos), (lnum, pos), line)
        else:
            if not line:
                raise TokenError('EOF in multi-line statement', (lnum, 0))
            continued = False
        while pos < size:
            m = pseudo(line, pos)
            if not m:
                yield TokenInfo(ERRORTOKEN, line[pos], (lnum, pos), (lnum, pos + 1), line)
                pos += 1
                continue
            start, pos = m.span(1)
            if start == pos:
                continue
            text = line[start:pos]
            first = text[0]
            here, there = (lnum, start), (lnum, pos)
            if '0' <= first <= '9' or first == '.' and text != '.' and text != '...':
                kind = NUMBER
            elif first in '\r\n':
                kind = NL if depth else NEWLINE
            elif first == '#':
                kind = COMMENT
            elif text in triple_quoted:
                end_pattern = _compile(endpats[text])
                ending = end_pattern.match(line, pos)
                if not ending:
                    held, held_start, held_line = line[start:], here, line
                    break
                pos = ending.end()
                text, there, kind = line[start:pos], (lnum, pos), STRING
            elif first in single_quoted or text[:2] in single_quoted or text[:3] in single_quoted:
                if text[-1] == '\n':
                    quote = next(text[:n] for n in (1, 2, 3) if text[:n] in single_quoted)
                    end_pattern = _compile(endpats[quote])
                    held, held_start, held_line, needs_backslash = line[start:], here, line, True
                    break
                kind = STRING
            elif first.isidentifier():
                kind = NAME
            elif first == '\\':
                continued = True
                continue
            else:
                kind = OP
                if first in '([{':
                    depth += 1
                elif first in ')]}':
                    depth -= 1
            yield TokenInfo(kind, text, here, there, line)
    if last and last[-1] not in '\r\n' and not last.strip().startswith('#'):
        yield TokenInfo(NEWLINE, '', (lnum - 1, len(last)), (lnum - 1, len(last) + 1), '')
    for _ in indents[1:]:
        yield TokenInfo(DEDENT, '', (lnum, 0), (lnum, 0), '')
    yield TokenInfo(ENDMARKER, '', (lnum, 0), (lnum, 0), '')


def _generate_tokens_from_c_tokenizer(source):
    """The tokens a parser sees, of exact types."""
    from io import StringIO
    for info in generate_tokens(StringIO(source).readline):
        if info.type not in (COMMENT, NL):
            yield info._replace(type=info.exact_type)


def main():
    import argparse
    import sys
    parser = argparse.ArgumentParser(prog='python -m tokenize')
    parser.add_argument(dest='filename', nargs='?', metavar='filename.py', help='the file to tokenize; defaults to stdin')
    parser.add_argument('-e', '--exact', dest='exact', action='store_true', help='display token names using the exact type')
    args = parser.parse_args()
    if args.filename:
        with _builtin_open(args.filename, 'rb') as f:
            tokens = list(tokenize(f.readline))
    else:
        tokens = _tokenize(sys.stdin.readline, None)
    for info in tokens:
        kind = info.exact_type if args.exact else info.type
        place = '%d,%d-%d,%d:' % (info.start + info.end)
        print('%-20s%-15s%-15r' % (place, tok_name[kind], info.string))
