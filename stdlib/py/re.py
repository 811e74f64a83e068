"""Regular expressions."""
from _re import Match, Pattern, compile, escape, findall, finditer, fullmatch, match, purge, search, split, sub, subn

_names = ((256, 'ASCII'), (2, 'IGNORECASE'), (4, 'LOCALE'), (32, 'UNICODE'), (8, 'MULTILINE'), (16, 'DOTALL'), (64, 'VERBOSE'),
          (1, 'TEMPLATE'), (128, 'DEBUG'))


class _Members(type):
    def __iter__(cls):
        return iter([cls(bit) for bit, _ in _names])

    def __len__(cls):
        return len(_names)

    def __getitem__(cls, name):
        for bit, long in _names:
            if name in (long, _letters.get(long)):
                return cls(bit)
        raise KeyError(name)


_letters = {'ASCII': 'A', 'IGNORECASE': 'I', 'LOCALE': 'L', 'UNICODE': 'U', 'MULTILINE': 'M', 'DOTALL': 'S', 'VERBOSE': 'X', 'TEMPLATE': 'T'}


class RegexFlag(int, metaclass=_Members):
    __slots__ = ()

    def __iter__(self):
        return iter([RegexFlag(bit) for bit, _ in sorted(_names) if self & bit])

    def __len__(self):
        return int(self).bit_count()

    def _parts(self):
        rest = int(self) & 511 if self < 0 else int(self)
        parts = []
        for bit, name in _names:
            if rest & bit:
                parts.append(name)
                rest &= ~bit
        return parts, rest

    def __repr__(self):
        parts, rest = self._parts()
        shown = ['re.' + part for part in parts]
        if rest:
            shown.append(hex(rest))
        return '|'.join(shown) if shown else 're.NOFLAG'

    def __str__(self):
        return repr(self)

    def __format__(self, spec):
        return format(repr(self), spec)

    def __or__(self, other):
        return RegexFlag(int(self) | int(other)) if isinstance(other, int) else NotImplemented

    def __and__(self, other):
        return RegexFlag(int(self) & int(other)) if isinstance(other, int) else NotImplemented

    def __xor__(self, other):
        return RegexFlag(int(self) ^ int(other)) if isinstance(other, int) else NotImplemented

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__

    def __invert__(self):
        return RegexFlag(~int(self) & 511)

    def __contains__(self, other):
        return int(self) & int(other) == int(other)

    def __bool__(self):
        return int(self) != 0

    @property
    def value(self):
        return int(self)

    @property
    def name(self):
        parts, rest = self._parts()
        if rest:
            parts.append(hex(rest))
        return '|'.join(parts) or 'NOFLAG'


NOFLAG = RegexFlag(0)
A = ASCII = RegexFlag(256)
I = IGNORECASE = RegexFlag(2)
L = LOCALE = RegexFlag(4)
M = MULTILINE = RegexFlag(8)
S = DOTALL = RegexFlag(16)
U = UNICODE = RegexFlag(32)
X = VERBOSE = RegexFlag(64)
T = TEMPLATE = RegexFlag(1)
DEBUG = RegexFlag(128)
RegexFlag.NOFLAG = NOFLAG
for _bit, _name in _names:
    setattr(RegexFlag, _name, RegexFlag(_bit))
    if _name in _letters:
        setattr(RegexFlag, _letters[_name], RegexFlag(_bit))
del _bit, _name


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


class Scanner:
    """Splits text into what an action makes of each word: a list of (pattern, action) in order of preference."""

    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        self.flags = flags
        self._rules = [(compile(phrase, flags), action) for phrase, action in lexicon]

    @property
    def scanner(self):
        return compile('|'.join([f'({phrase})' for phrase, _ in self.lexicon]), self.flags)

    def scan(self, string):
        result = []
        at = 0
        while True:
            for pattern, action in self._rules:
                found = pattern.match(string, at)
                if found:
                    break
            else:
                break
            end = found.end()
            if end == at:
                break
            if callable(action):
                self.match = found
                action = action(self, found.group())
            if action is not None:
                result.append(action)
            at = end
        return result, string[at:]


def template(pattern, flags=0):
    import warnings
    warnings.warn('The re.template() function is deprecated as it is an undocumented function without an obvious purpose. '
                  "Don't use it.", DeprecationWarning)
    return compile(pattern, flags | T)


__all__ = ['match', 'fullmatch', 'search', 'sub', 'subn', 'split', 'findall', 'finditer', 'compile', 'purge', 'template', 'escape',
           'error', 'Pattern', 'Match', 'A', 'I', 'L', 'M', 'S', 'X', 'U', 'ASCII', 'IGNORECASE', 'LOCALE', 'MULTILINE', 'DOTALL',
           'VERBOSE', 'UNICODE', 'NOFLAG', 'RegexFlag']
