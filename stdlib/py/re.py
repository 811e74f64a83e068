"""Regular expressions."""
import _re
from _re import Match, Pattern, compile, escape, findall, finditer, fullmatch, match, search, split, sub, subn

class RegexFlag(int):
    _names = ((256, 'ASCII'), (128, 'DEBUG'), (2, 'IGNORECASE'), (4, 'LOCALE'), (8, 'MULTILINE'), (16, 'DOTALL'), (32, 'UNICODE'),
              (64, 'VERBOSE'))

    def __repr__(self):
        parts = ['re.' + name for bit, name in sorted(self._names) if int(self) & bit]
        return '|'.join(parts) if parts else 're.NOFLAG'

    def __or__(self, other):
        return RegexFlag(int(self) | int(other))

    __ror__ = __or__

    def __and__(self, other):
        return RegexFlag(int(self) & int(other))

    __rand__ = __and__

    @property
    def value(self):
        return int(self)

    @property
    def name(self):
        return '|'.join([name for bit, name in sorted(self._names) if int(self) & bit])


NOFLAG = RegexFlag(0)
A = ASCII = RegexFlag(256)
I = IGNORECASE = RegexFlag(2)
L = LOCALE = RegexFlag(4)
M = MULTILINE = RegexFlag(8)
S = DOTALL = RegexFlag(16)
U = UNICODE = RegexFlag(32)
X = VERBOSE = RegexFlag(64)
DEBUG = RegexFlag(128)


class error(Exception):
    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        if pattern is not None and pos is not None:
            msg = f'{msg} at position {pos}'
            newline = '\n' if isinstance(pattern, str) else b'\n'
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                msg = f'{msg} (line {self.lineno}, column {self.colno})'
        else:
            self.lineno = self.colno = None
        super().__init__(msg)


error.__module__ = 're'
_END = 9223372036854775807
_letters = {'i': 2, 'L': 4, 'm': 8, 's': 16, 'x': 64, 'a': 256, 'u': 32}
_escapes = frozenset('abfnrtvxuUNABdDsSwWZ')
_set_escapes = frozenset('abfnrtvxuUNdDsSwW')
_digits = frozenset('0123456789')


def _hex(text, i, width, original):
    digits = text[i + 2:i + 2 + width]
    if len(digits) != width or any(c not in '0123456789abcdefABCDEF' for c in digits):
        raise error(f'incomplete escape {text[i:i + 2 + len(digits)]}', original, i)
    return '\\x{' + digits + '}', i + 2 + width


class _Translator:
    def __init__(self, text, flags, original):
        self.text = text
        self.flags = flags
        self.original = original
        self.groups = 0
        self.names = {}
        self.out = []
        self.closed = []

    def fail(self, message, pos):
        raise error(message, self.original, pos)

    def escape(self, i, inside):
        text = self.text
        if i + 1 >= len(text):
            self.fail('bad escape (end of pattern)', i)
        c = text[i + 1]
        if c == 'u':
            return _hex(text, i, 4, self.original)
        if c == 'U':
            return _hex(text, i, 8, self.original)
        if c == 'x':
            return _hex(text, i, 2, self.original)
        if c == 'Z' and not inside:
            return '\\z', i + 2
        if c == 'v':
            return '\\x0b', i + 2
        if c == 'N':
            j = text.find('}', i)
            if text[i + 2:i + 3] != '{' or j < 0:
                self.fail('missing {', i + 2)
            import unicodedata
            return '\\x{%x}' % ord(unicodedata.lookup(text[i + 3:j])), j + 1
        if inside and c == 'b':
            return '\\x08', i + 2
        if c in _digits:
            if inside or c == '0':
                j = i + 1
                while j < len(text) and j < i + 4 and text[j] in '01234567':
                    j += 1
                if j == i + 1:
                    self.fail(f'bad escape \\{c}', i)
                return '\\x{%x}' % int(text[i + 1:j], 8), j
            j = i + 2
            if j < len(text) and text[j] in _digits:
                if c in '0123' and text[j] in '01234567' and text[j + 1:j + 2] in tuple('01234567'):
                    return '\\x{%x}' % int(text[i + 1:j + 2], 8), j + 2
                j += 1
            number = int(text[i + 1:j])
            if number > self.groups:
                self.fail(f'invalid group reference {number}', i + 1)
            if number in self.open:
                self.fail('cannot refer to an open group', i)
            return f'(?:\\{number})', j
        if c.isascii() and c.isalpha() and c not in (_set_escapes if inside else _escapes):
            self.fail(f'bad escape \\{c}', i)
        if c.isascii():
            return '\\' + c, i + 2
        return c, i + 2

    def set(self, i):
        text = self.text
        start = i
        out = ['[']
        i += 1
        if text[i:i + 1] == '^':
            out.append('^')
            i += 1
        first = True
        previous = None
        while True:
            if i >= len(text):
                self.fail('unterminated character set', start)
            c = text[i]
            if c == ']' and not first:
                break
            first = False
            if c == '\\':
                piece, i = self.escape(i, True)
            elif c == '[':
                piece, i = '\\[', i + 1
            elif c == ']':
                piece, i = '\\]', i + 1
            elif c in ' #\t\n' :
                piece, i = '\\x{%x}' % ord(c), i + 1
            else:
                piece, i = c, i + 1
            if c == '-' and previous is not None and len(out) > 1 and i < len(text) and text[i] != ']' and out[-1] not in ('[', '^'):
                low = previous
                j = i
                high = text[i]
                if high not in '\\[' and len(low) == 1 and low > high:
                    self.fail(f'bad character range {low}-{high}', i - 2)
                out.append('-')
                previous = None
                if text[i] == '-':
                    out.append('\\-')
                    i += 1
                continue
            out.append('\\-' if c == '-' and piece == '-' else piece)
            previous = piece
        out.append(']')
        return ''.join(out), i + 1

    def run(self):
        text, out = self.text, self.out
        n = len(text)
        stack = []
        self.open = open_groups = set()
        state = 0
        i = 0
        while i < n:
            c = text[i]
            if c == '\\':
                piece, j = self.escape(i, False)
                out.append(piece)
                state = 1 if text[i + 1] not in 'AbBZ' else 1
                i = j
            elif c == '[':
                piece, i = self.set(i)
                out.append(piece)
                state = 1
            elif c == '(':
                number = 0
                lookaround = False
                begin = i
                if text[i + 1:i + 2] == '?':
                    i = self.extension(i, out)
                    if i < 0:
                        i = -i
                        state = state
                        continue
                    head = out[-1]
                    if head.startswith('(?P<'):
                        number = self.groups
                elif text[i + 1:i + 2] == '*':
                    self.fail('nothing to repeat', i + 1)
                else:
                    self.groups += 1
                    number = self.groups
                    out.append('(')
                    i += 1
                if number:
                    open_groups.add(number)
                stack.append((begin, number))
                state = 0
            elif c == ')':
                if not stack:
                    self.fail('unbalanced parenthesis', i)
                _, number = stack.pop()
                if number:
                    open_groups.discard(number)
                    self.closed.append(number)
                out.append(')')
                state = 1
                i += 1
            elif c in '*+?' or c == '{' and self.repeat_at(i):
                j = i + 1
                piece = c
                if c == '{':
                    j = text.index('}', i) + 1
                    piece = text[i:j]
                    low, _, high = piece[1:-1].partition(',')
                    if low and high and int(low) > int(high):
                        self.fail('min repeat greater than max repeat', i + 1)
                    for bound in (low, high):
                        if bound and int(bound) > 65535:
                            self.fail('the repetition number is too large', i + 1)
                    if piece.startswith('{,'):
                        piece = '{0' + piece[1:]
                if state == 0:
                    self.fail('nothing to repeat', i)
                if state == 2:
                    self.fail('multiple repeat', i)
                if j < n and text[j] in '?+':
                    piece += text[j]
                    j += 1
                out.append(piece)
                state = 2
                i = j
            elif c == '|':
                out.append('|')
                state = 0
                i += 1
            elif self.flags & 64 and c == '#':
                while i < n and text[i] != '\n':
                    i += 1
            elif self.flags & 64 and c in ' \t\n\r\f\v':
                i += 1
            else:
                out.append('\\{' if c == '{' else c if not (c in '# ' and self.flags & 64) else c)
                state = 1 if c != '^' else 0
                i += 1
        if stack:
            self.fail('missing ), unterminated subpattern', stack[-1][0])
        return ''.join(out)

    def repeat_at(self, i):
        text = self.text
        j = text.find('}', i)
        if j < 0:
            return False
        inner = text[i + 1:j]
        low, comma, high = inner.partition(',')
        return inner != '' and inner != ',' and (low == '' or low.isdigit()) and (high == '' or high.isdigit()) or inner == ','

    def extension(self, i, out):
        """Handles what follows '(?'; returns the next index, negated when the group is already complete."""
        text = self.text
        c = text[i + 2:i + 3]
        if c == 'P':
            d = text[i + 3:i + 4]
            if d == '<':
                j = text.find('>', i)
                if j < 0:
                    self.fail('missing >, unterminated name', i + 4)
                name = text[i + 4:j]
                if not name:
                    self.fail('missing group name', i + 4)
                if not name.isidentifier():
                    self.fail(f'bad character in group name {name!r}', i + 4)
                self.groups += 1
                if name in self.names:
                    self.fail(f'redefinition of group name {name!r} as group {self.groups}; was group {self.names[name]}', i + 4)
                self.names[name] = self.groups
                out.append(f'(?P<{name}>')
                return j + 1
            if d == '=':
                j = text.find(')', i)
                if j < 0:
                    self.fail('missing ), unterminated name', i + 4)
                name = text[i + 4:j]
                if name not in self.names:
                    self.fail(f'unknown group name {name!r}', i + 4)
                out.append(f'(?:(?P={name}))')
                self.after_atom = True
                return -(j + 1)
            self.fail('unknown extension ?P' + d, i + 1)
        if c == '#':
            j = text.find(')', i)
            if j < 0:
                self.fail('missing ), unterminated comment', i)
            return -(j + 1)
        if c in (':', '=', '!', '>') and c:
            out.append('(?' + c)
            return i + 3
        if c == '<':
            d = text[i + 3:i + 4]
            if d not in ('=', '!') or not d:
                self.fail('unknown extension ?<' + d, i + 1)
            out.append('(?<' + d)
            return i + 4
        if c == '(':
            j = text.find(')', i)
            if j < 0:
                self.fail('missing ), unterminated name', i + 3)
            name = text[i + 3:j]
            if not name.isdigit() and name not in self.names:
                self.fail(f'unknown group name {name!r}', i + 3)
            out.append(f'(?({name})' if name.isdigit() else f'(?({self.names[name]})')
            return j + 1
        j = i + 2
        while j < len(text) and (text[j] in _letters or text[j] == '-'):
            j += 1
        end = text[j:j + 1]
        if j == i + 2 or end not in (')', ':') or not end:
            if c == '':
                self.fail('unexpected end of pattern', i + 2)
            self.fail('unknown extension ?' + c if c not in _letters and c != '-' else 'missing -, : or )', i + 1 if c not in _letters else j)
        letters = text[i + 2:j]
        if end == ')':
            if i != 0 and not (self.flags & 64 and text[:i].strip() == ''):
                self.fail('global flags not at the start of the expression', i)
            for letter in letters:
                self.flags |= _letters.get(letter, 0)
            return -(j + 1)
        kept = letters.replace('a', '').replace('L', '').replace('u', '')
        out.append(f'(?{kept}:')
        return j + 1


_messages = {106: 'unterminated character set', 109: 'nothing to repeat', 114: 'missing ), unterminated subpattern',
             122: 'unbalanced parenthesis', 125: 'look-behind requires fixed-width pattern', 108: 'bad character range',
             187: 'look-behind requires fixed-width pattern'}


def _build(pattern, flags):
    is_text = isinstance(pattern, str)
    if not is_text and not isinstance(pattern, (bytes, bytearray)):
        raise TypeError('first argument must be string or compiled pattern')
    text = pattern if is_text else bytes(pattern).decode('latin-1')
    if is_text and flags & 4:
        raise ValueError('cannot use LOCALE flag with a str pattern')
    if is_text and flags & 256 and flags & 32:
        raise ValueError('ASCII and UNICODE flags are incompatible')
    if not is_text and flags & 32:
        raise ValueError('cannot use UNICODE flag with a bytes pattern')
    translator = _Translator(text, int(flags), pattern)
    translated = translator.run()
    flags = translator.flags
    if is_text and not flags & 256:
        flags |= 32
    made = _re.make(translated if is_text else translated.encode('latin-1'), flags & ~64, pattern, flags, translator.closed)
    if isinstance(made, tuple):
        message = _messages.get(made[0], made[1])
        raise error(message) if made[0] in (125, 187) else error(message, pattern, min(made[2], len(pattern)))
    return made


_cache = {}


def _compile(pattern, flags):
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError('cannot process flags argument with a compiled pattern')
        return pattern
    key = type(pattern), pattern, flags
    try:
        return _cache[key]
    except KeyError:
        pass
    p = _build(pattern, flags)
    if len(_cache) >= 512:
        _cache.clear()
    _cache[key] = p
    return p


def purge():
    _cache.clear()
    _re.forget()


def _template(repl, pattern):
    """Splits a replacement into texts and group numbers."""
    is_text = isinstance(repl, str)
    text = repl if is_text else bytes(repl).decode('latin-1')
    parts = []
    literal = []
    i, n = 0, len(text)

    def group(number, pos):
        if number > pattern.groups:
            raise error(f'invalid group reference {number}', repl, pos)
        if literal:
            parts.append(''.join(literal))
            literal.clear()
        parts.append(number)

    while i < n:
        c = text[i]
        if c != '\\':
            j = text.find('\\', i)
            j = n if j < 0 else j
            literal.append(text[i:j])
            i = j
            continue
        if i + 1 >= n:
            raise error('bad escape (end of pattern)', repl, i)
        c = text[i + 1]
        if c == 'g':
            if text[i + 2:i + 3] != '<':
                raise error('missing <', repl, i + 2)
            j = text.find('>', i)
            if j < 0:
                raise error('missing >, unterminated name', repl, i + 3)
            name = text[i + 3:j]
            if not name:
                raise error('missing group name', repl, i + 3)
            if name.isdigit():
                group(int(name), i + 3)
            elif not name.isidentifier():
                raise error(f'bad character in group name {name!r}', repl, i + 3)
            elif name in pattern.groupindex:
                group(pattern.groupindex[name], i + 3)
            else:
                raise IndexError(f'unknown group name {name!r}')
            i = j + 1
        elif c == '0':
            j = i + 2
            while j < n and j < i + 4 and text[j] in '01234567':
                j += 1
            literal.append(chr(int(text[i + 1:j], 8) & 255))
            i = j
        elif c in _digits:
            j = i + 2
            if j < n and text[j] in _digits:
                if c in '0123' and text[j] in '01234567' and j + 1 < n and text[j + 1] in '01234567':
                    literal.append(chr(int(text[i + 1:j + 2], 8)))
                    i = j + 2
                    continue
                j += 1
            group(int(text[i + 1:j]), i + 1)
            i = j
        else:
            known = {'a': '\a', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t', 'v': '\v', '\\': '\\'}.get(c)
            if known is None:
                if c.isascii() and c.isalpha():
                    raise error(f'bad escape \\{c}', repl, i)
                known = '\\' + c
            literal.append(known)
            i += 2
    if literal:
        parts.append(''.join(literal))
    return parts if is_text else [p if isinstance(p, int) else p.encode('latin-1') for p in parts]
