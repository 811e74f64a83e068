"""Reading TOML."""
import re
from datetime import date, datetime, time, timedelta, timezone

__all__ = ('loads', 'load', 'TOMLDecodeError')


class TOMLDecodeError(ValueError):
    """An error raised if a document is not valid TOML."""


def load(fp, /, *, parse_float=float):
    """Parse TOML from a binary file object."""
    data = fp.read()
    try:
        text = data.decode()
    except AttributeError:
        raise TypeError("File must be opened in binary mode, e.g. use `open('foo.toml', 'rb')`") from None
    return loads(text, parse_float=parse_float)


def loads(s, /, *, parse_float=float):
    """Parse TOML from a string."""
    return _Parser(s.replace('\r\n', '\n'), _safe_float(parse_float)).document()


def _safe_float(parse_float):
    if parse_float is float:
        return float

    def checked(text):
        value = parse_float(text)
        if isinstance(value, (dict, list)):
            raise ValueError('parse_float must not return dicts or lists')
        return value
    return checked


_blanks = re.compile(r'[ \t]*')
_bare_key = re.compile(r'[A-Za-z0-9_-]+')
_basic_run = re.compile(r'[^"\\\x00-\x08\x0a-\x1f\x7f]+')
_multiline_run = re.compile(r'[^"\\\x00-\x08\x0b-\x1f\x7f]+')
_control = re.compile(r'[\x00-\x08\x0b-\x1f\x7f]')
_comment = re.compile(r'#[^\n\x00-\x08\x0b-\x1f\x7f]*')
_date_time = re.compile(r'(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?:[Tt ]([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,6})\d*)?'
                        r'(?:([Zz])|([+-])([01]\d|2[0-3]):([0-5]\d))?)?', re.ASCII)
_local_time = re.compile(r'([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,6})\d*)?', re.ASCII)
_number = re.compile(r'0(?:x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|b[01](?:_?[01])*|o[0-7](?:_?[0-7])*)'
                     r'|[+-]?(?:0|[1-9](?:_?[0-9])*)((?:\.[0-9](?:_?[0-9])*)?(?:[eE][+-]?[0-9](?:_?[0-9])*)?)', re.ASCII)
_escapes = {'b': '\b', 't': '\t', 'n': '\n', 'f': '\f', 'r': '\r', '"': '"', '\\': '\\'}


class _State:
    """What the parser knows of a table besides its values."""
    __slots__ = 'kind', 'children'

    def __init__(self, kind):
        self.kind = kind        # 'implicit' by a longer header, 'explicit', 'dotted' keys, 'array' of tables, 'frozen' inline
        self.children = {}


class _Parser:
    def __init__(self, text, parse_float):
        self.text = text
        self.at = 0
        self.parse_float = parse_float

    def fail(self, message, at=None):
        at = self.at if at is None else at
        if at >= len(self.text):
            where = 'end of document'
        else:
            line = self.text.count('\n', 0, at) + 1
            column = at + 1 if line == 1 else at - self.text.rindex('\n', 0, at)
            where = f'line {line}, column {column}'
        raise TOMLDecodeError(f'{message} (at {where})')

    def peek(self):
        return self.text[self.at:self.at + 1]

    def blanks(self):
        self.at = _blanks.match(self.text, self.at).end()

    def comment(self):
        if self.peek() == '#':
            self.at = _comment.match(self.text, self.at).end()
            if self.peek() not in ('', '\n'):
                self.fail(f'Found invalid character {self.peek()!r}')

    def fillers(self):
        """Blanks, comments and line ends."""
        while True:
            before = self.at
            self.blanks()
            self.comment()
            if self.peek() == '\n':
                self.at += 1
            if self.at == before:
                return

    # The document.

    def document(self):
        self.root = {}
        self.states = _State('explicit')
        self.table, self.state = self.root, self.states
        text = self.text
        while True:
            self.blanks()
            c = self.peek()
            if c == '':
                break
            if c == '\n':
                self.at += 1
                continue
            if c == '[':
                self.header()
            elif c in '"\'' or _bare_key.match(c):
                self.pair(self.table, self.state)
            elif c != '#':
                self.fail('Invalid statement')
            self.blanks()
            self.comment()
            c = self.peek()
            if c == '':
                break
            if c != '\n':
                self.fail('Expected newline or end of document after a statement')
            self.at += 1
        return self.root

    def header(self):
        array = self.text.startswith('[[', self.at)
        self.at += 2 if array else 1
        self.blanks()
        key = self.key()
        if not self.text.startswith(']]' if array else ']', self.at):
            self.fail(f"Expected {']]' if array else ']'!r} at the end of {'an array' if array else 'a table'} declaration")
        problem = 'Cannot overwrite a value' if array else f'Cannot declare {key} twice'
        table, state = self.root, self.states
        for part in key[:-1]:
            child = state.children.get(part)
            if child is None:
                if part in table:
                    self.fail('Cannot overwrite a value')
                child = state.children[part] = _State('implicit')
                table[part] = {}
            elif child.kind == 'frozen':
                self.fail(f'Cannot mutate immutable namespace {key}' if array else f'Cannot declare {key} twice')
            elif child.kind == 'array':
                child = child.children[len(table[part]) - 1]
                table = table[part][-1]
                state = child
                continue
            table, state = table[part], child
        last = key[-1]
        child = state.children.get(last)
        if array:
            if child is None:
                if last in table:
                    self.fail(problem)
                child = state.children[last] = _State('array')
                table[last] = []
            elif child.kind != 'array':
                self.fail(f'Cannot mutate immutable namespace {key}' if child.kind == 'frozen' else problem)
            table[last].append({})
            state = child.children[len(table[last]) - 1] = _State('explicit')
            table = table[last][-1]
        else:
            if child is None:
                if last in table:
                    self.fail('Cannot overwrite a value')
                child = state.children[last] = _State('explicit')
                table[last] = {}
            elif child.kind != 'implicit':
                self.fail(problem)
            child.kind = 'explicit'
            table, state = table[last], child
        self.at += 2 if array else 1
        self.table, self.state = table, state

    def assignment(self):
        key = self.key()
        if self.peek() != '=':
            self.fail("Expected '=' after a key in a key/value pair")
        self.at += 1
        self.blanks()
        value, frozen = self.value()
        return key, value, frozen

    def descend(self, key, table, state, inline):
        """The table a dotted key ends in."""
        for part in key[:-1]:
            child = state.children.get(part)
            if child is None:
                if part in table:
                    self.fail('Cannot overwrite a value')
                child = state.children[part] = _State('dotted')
                table[part] = {}
            elif child.kind == 'frozen':
                self.fail(f'Cannot mutate immutable namespace {key if inline else key[:-1]}')
            elif not inline and child.kind != 'dotted':
                self.fail(f'Cannot redefine namespace {key[:-1]}')
            table, state = table[part], child
        return table, state

    def pair(self, table, state):
        key, value, frozen = self.assignment()
        table, state = self.descend(key, table, state, False)
        if key[-1] in table:
            self.fail('Cannot overwrite a value')
        table[key[-1]] = value
        if frozen:
            state.children[key[-1]] = _State('frozen')

    def key(self):
        parts = [self.key_part()]
        while True:
            self.blanks()
            if self.peek() != '.':
                return tuple(parts)
            self.at += 1
            self.blanks()
            parts.append(self.key_part())

    def key_part(self):
        found = _bare_key.match(self.text, self.at)
        if found:
            self.at = found.end()
            return found.group()
        if self.peek() == "'":
            return self.literal()
        if self.peek() == '"':
            return self.basic()
        self.fail('Invalid initial character for a key part')

    # Values; each with whether it may not be added to.

    def value(self):
        text, at = self.text, self.at
        c = self.peek()
        if c == '"':
            return (self.multiline('"""') if text.startswith('"""', at) else self.basic()), False
        if c == "'":
            return (self.multiline("'''") if text.startswith("'''", at) else self.literal()), False
        if c == 't' and text.startswith('true', at):
            self.at += 4
            return True, False
        if c == 'f' and text.startswith('false', at):
            self.at += 5
            return False, False
        if c == '[':
            return self.array(), True
        if c == '{':
            return self.inline_table(), True
        found = _date_time.match(text, at)
        if found:
            return self.moment(found), False
        found = _local_time.match(text, at)
        if found:
            self.at = found.end()
            hour, minute, second, fraction = found.groups()
            return time(int(hour), int(minute), int(second), _micro(fraction)), False
        found = _number.match(text, at)
        if found:
            self.at = found.end()
            if found.group(1):
                return self.parse_float(found.group()), False
            return int(found.group(), 0), False
        for word in ('inf', 'nan', '+inf', '-inf', '+nan', '-nan'):
            if text.startswith(word, at):
                self.at += len(word)
                return self.parse_float(word), False
        self.fail('Invalid value')

    def moment(self, found):
        year, month, day, hour, minute, second, fraction, zulu, sign, zone_hour, zone_minute = found.groups()
        try:
            if hour is None:
                value = date(int(year), int(month), int(day))
            else:
                zone = None
                if zulu:
                    zone = timezone.utc
                elif sign:
                    offset = timedelta(hours=int(zone_hour), minutes=int(zone_minute))
                    zone = timezone(-offset if sign == '-' else offset)
                value = datetime(int(year), int(month), int(day), int(hour), int(minute), int(second), _micro(fraction), zone)
        except ValueError:
            self.fail('Invalid date or datetime')
        self.at = found.end()
        return value

    def array(self):
        self.at += 1
        items = []
        while True:
            self.fillers()
            if self.peek() == ']':
                break
            items.append(self.value()[0])
            self.fillers()
            if self.peek() == ']':
                break
            if self.peek() != ',':
                self.fail('Unclosed array')
            self.at += 1
        self.at += 1
        return items

    def inline_table(self):
        self.at += 1
        table, state = {}, _State('dotted')
        self.blanks()
        if self.peek() == '}':
            self.at += 1
            return table
        while True:
            self.inline_pair(table, state)
            self.blanks()
            c = self.peek()
            if c == '}':
                self.at += 1
                return table
            if c != ',':
                self.fail('Unclosed inline table')
            self.at += 1
            self.blanks()

    def inline_pair(self, table, state):
        key, value, frozen = self.assignment()
        table, state = self.descend(key, table, state, True)
        if key[-1] in table:
            self.fail(f'Duplicate inline table key {key[-1]!r}')
        table[key[-1]] = value
        if frozen:
            state.children[key[-1]] = _State('frozen')

    # Strings.

    def literal(self):
        end = self.text.find("'", self.at + 1)
        line = self.text.find('\n', self.at + 1)
        if end < 0 or 0 <= line < end:
            if line < 0:
                self.fail('Expected "\'"', len(self.text))
            self.fail(f'Found invalid character {chr(10)!r}', line)
        value = self.text[self.at + 1:end]
        wrong = _control.search(value)
        if wrong:
            self.fail(f'Found invalid character {wrong.group()!r}', self.at + 1 + wrong.start())
        self.at = end + 1
        return value

    def basic(self):
        self.at += 1
        parts = []
        while True:
            found = _basic_run.match(self.text, self.at)
            if found:
                parts.append(found.group())
                self.at = found.end()
            c = self.peek()
            if c == '"':
                self.at += 1
                return ''.join(parts)
            if c == '':
                self.fail('Unterminated string')
            if c != '\\':
                self.fail(f'Illegal character {c!r}')
            parts.append(self.escape(False))

    def multiline(self, quotes):
        self.at += 3
        if self.peek() == '\n':
            self.at += 1
        if quotes == "'''":
            end = self.text.find(quotes, self.at)
            if end < 0:
                self.fail(f'Expected {quotes!r}', len(self.text))
            value = self.text[self.at:end]
            wrong = _control.search(value)
            if wrong:
                self.fail(f'Found invalid character {wrong.group()!r}', self.at + wrong.start())
            self.at = end + 3
        else:
            parts = []
            while True:
                found = _multiline_run.match(self.text, self.at)
                if found:
                    parts.append(found.group())
                    self.at = found.end()
                if self.text.startswith(quotes, self.at):
                    self.at += 3
                    break
                c = self.peek()
                if c == '':
                    self.fail('Unterminated string')
                if c == '"':
                    parts.append(c)
                    self.at += 1
                elif c == '\\':
                    parts.append(self.escape(True))
                else:
                    self.fail(f'Illegal character {c!r}')
            value = ''.join(parts)
        for _ in range(2):      # up to two quotes may touch the closing ones
            if self.peek() == quotes[0]:
                value += quotes[0]
                self.at += 1
        return value

    def escape(self, multiline):
        c = self.text[self.at + 1:self.at + 2]
        if multiline and c in (' ', '\t', '\n') and c:
            self.at += 1
            if c != '\n':
                self.blanks()
                if self.peek() == '':
                    return ''
                if self.peek() != '\n':
                    self.fail("Unescaped '\\' in a string")
                self.at += 1
            while self.peek() in (' ', '\t', '\n') and self.peek():
                self.at += 1
            return ''
        if c in _escapes and c:
            self.at += 2
            return _escapes[c]
        if c in ('u', 'U'):
            width = 4 if c == 'u' else 8
            digits = self.text[self.at + 2:self.at + 2 + width]
            if len(digits) != width or any(d not in '0123456789abcdefABCDEF' for d in digits):
                self.at += 2
                self.fail('Invalid hex value')
            self.at += 2 + width
            code = int(digits, 16)
            if code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
                self.fail('Escaped character is not a Unicode scalar value')
            return chr(code)
        self.at += 2
        if not c:
            self.fail('Unterminated string')
        self.fail("Unescaped '\\' in a string")


def _micro(fraction):
    return int((fraction + '00000')[:6]) if fraction else 0
