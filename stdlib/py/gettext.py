"""Messages in the user's language, from catalogues in GNU's .mo format."""
import operator
import os
import re
import sys

__all__ = ['NullTranslations', 'GNUTranslations', 'Catalog', 'bindtextdomain', 'find', 'translation', 'install', 'textdomain', 'dgettext',
           'dngettext', 'gettext', 'ngettext', 'pgettext', 'dpgettext', 'npgettext', 'dnpgettext']

_default_localedir = os.path.join(getattr(sys, 'base_prefix', '/usr'), 'share', 'locale')
_localedirs = {}
_current_domain = 'messages'
_translations = {}


# ---- plural forms: expressions of C over n --------------------------------------------------

_TOKEN = re.compile(r'(?P<space>[ \t]+)|(?P<number>[0-9]+\b)|(?P<name>n\b)|(?P<paren>[()])|(?P<op>[-*/%+?:]|[><!]=?|==|&&|\|\|)|(?P<bad>\w+|.)',
                    re.DOTALL)


def _divide(a, b):
    quotient = abs(a) // abs(b)
    return quotient if (a < 0) == (b < 0) else -quotient


def _remainder(a, b):
    return a - b * _divide(a, b)


_LEVELS = [{'||': lambda a, b: int(bool(a) or bool(b))}, {'&&': lambda a, b: int(bool(a) and bool(b))},
           {'==': lambda a, b: int(a == b), '!=': lambda a, b: int(a != b)},
           {'<': lambda a, b: int(a < b), '>': lambda a, b: int(a > b), '<=': lambda a, b: int(a <= b), '>=': lambda a, b: int(a >= b)},
           {'+': operator.add, '-': operator.sub}, {'*': operator.mul, '/': _divide, '%': _remainder}]


class _Plural:
    """Turns the text into a function of n."""

    def __init__(self, text):
        self.tokens = []
        for m in _TOKEN.finditer(text):
            if m.lastgroup == 'bad':
                raise ValueError(f'invalid token in plural form: {m[0]}')
            if m.lastgroup != 'space':
                self.tokens.append(m[0])
        self.tokens.append('')
        self.at = self.depth = 0

    def take(self):
        token = self.tokens[self.at]
        self.at += bool(token)
        return token

    def unexpected(self, token):
        return ValueError(f'unexpected token in plural form: {token}' if token else 'unexpected end of plural form')

    def condition(self):
        self.depth += 1
        if self.depth > 40:
            raise ValueError('plural form expression is too complex')
        test = self.binary(0)
        if self.tokens[self.at] == '?':
            self.take()
            yes = self.condition()
            token = self.take()
            if token != ':':
                raise self.unexpected(token)
            no = self.condition()
            self.depth -= 1
            return lambda n: yes(n) if test(n) else no(n)
        self.depth -= 1
        return test

    def binary(self, level):
        if level == len(_LEVELS):
            return self.unary()
        steps = []
        first = self.binary(level + 1)
        while self.tokens[self.at] in _LEVELS[level]:
            steps.append((_LEVELS[level][self.take()], self.binary(level + 1)))
        if not steps:
            return first
        lazy = {0: 1, 1: 0}.get(level)     # || and && stop early

        def value(n):
            result = first(n)
            for apply, operand in steps:
                if lazy is not None and bool(result) == lazy:
                    return lazy
                result = apply(result, operand(n))
            return result
        return value

    def unary(self):
        token = self.take()
        if token == '!':
            operand = self.unary()
            return lambda n: int(not operand(n))
        if token == 'n':
            return lambda n: n
        if token.isdigit():
            number = int(token)
            return lambda n: number
        if token == '(':
            inside = self.condition()
            closing = self.take()
            if closing != ')':
                raise ValueError('unbalanced parenthesis in plural form') if not closing else self.unexpected(closing)
            return inside
        raise self.unexpected(token)


def _as_int(n):
    try:
        return operator.index(n)
    except TypeError:
        pass
    try:
        whole = round(n)
    except TypeError:
        raise TypeError(f'Plural value must be an integer, got {n.__class__.__name__}') from None
    import warnings
    frame, level = sys._getframe(1), 2
    while frame is not None and frame.f_globals.get('__name__') == __name__:
        frame, level = frame.f_back, level + 1
    warnings.warn(f'Plural value must be an integer, got {n.__class__.__name__}', DeprecationWarning, level)
    return n


def c2py(plural):
    """The function of n a plural form in C stands for."""
    if len(plural) > 1000:
        raise ValueError('plural form expression is too long')
    parser = _Plural(plural)
    expression = parser.condition()
    if parser.tokens[parser.at]:
        raise parser.unexpected(parser.tokens[parser.at])

    def func(n):
        if not isinstance(n, int):
            n = _as_int(n)
        return int(expression(n))
    return func


# ---- catalogues -----------------------------------------------------------------------------

class NullTranslations:
    def __init__(self, fp=None):
        self._info = {}
        self._charset = None
        self._fallback = None
        if fp is not None:
            self._parse(fp)

    def _parse(self, fp):
        pass

    def add_fallback(self, fallback):
        if self._fallback:
            self._fallback.add_fallback(fallback)
        else:
            self._fallback = fallback

    def gettext(self, message):
        return self._fallback.gettext(message) if self._fallback else message

    def ngettext(self, msgid1, msgid2, n):
        if self._fallback:
            return self._fallback.ngettext(msgid1, msgid2, n)
        return msgid1 if n == 1 else msgid2

    def pgettext(self, context, message):
        return self._fallback.pgettext(context, message) if self._fallback else message

    def npgettext(self, context, msgid1, msgid2, n):
        if self._fallback:
            return self._fallback.npgettext(context, msgid1, msgid2, n)
        return msgid1 if n == 1 else msgid2

    def info(self):
        return self._info

    def charset(self):
        return self._charset

    def install(self, names=None):
        import builtins
        builtins._ = self.gettext
        for name in ('gettext', 'ngettext', 'pgettext', 'npgettext'):
            if names is not None and name in names:
                setattr(builtins, name, getattr(self, name))


_MISSING = object()


class GNUTranslations(NullTranslations):
    LE_MAGIC = 0x950412de
    BE_MAGIC = 0xde120495
    CONTEXT = '%s\x04%s'
    VERSIONS = (0, 1)

    def _get_versions(self, version):
        return version >> 16, version & 0xffff

    def _parse(self, fp):
        filename = getattr(fp, 'name', '')
        data = fp.read()

        def number(at):
            return int.from_bytes(data[at:at + 4], order)
        self._catalog = {}
        self.plural = lambda n: int(n != 1)
        order = 'little'
        if number(0) != self.LE_MAGIC:
            order = 'big'
            if number(0) != self.LE_MAGIC:
                raise OSError(0, 'Bad magic number', filename)
        major, minor = self._get_versions(number(4))
        if major not in self.VERSIONS:
            raise OSError(0, 'Bad version number ' + str(major), filename)
        count, originals, translated = number(8), number(12), number(16)
        for i in range(count):
            length, start = number(originals + 8 * i), number(originals + 8 * i + 4)
            tlength, tstart = number(translated + 8 * i), number(translated + 8 * i + 4)
            if start + length >= len(data) or tstart + tlength >= len(data):
                raise OSError(0, 'File is corrupt', filename)
            message, text = data[start:start + length], data[tstart:tstart + tlength]
            if length == 0:
                self._parse_info(text)
            charset = self._charset or 'ascii'
            if b'\x00' in message:
                message = str(message.split(b'\x00')[0], charset)
                for form, part in enumerate(text.split(b'\x00')):
                    self._catalog[message, form] = str(part, charset)
            else:
                self._catalog[str(message, charset)] = str(text, charset)

    def _parse_info(self, text):
        last = None
        for line in text.split(b'\n'):
            item = line.decode().strip()
            if not item or item.startswith('#-#-#-#-#') and item.endswith('#-#-#-#-#'):
                continue
            key = None
            if ':' in item:
                key, value = [part.strip() for part in item.split(':', 1)]
                last = key = key.lower()
                self._info[key] = value
            elif last:
                self._info[last] += '\n' + item
            if key == 'content-type':
                self._charset = value.split('charset=')[1]
            elif key == 'plural-forms':
                self.plural = c2py(value.split(';')[1].split('plural=')[1])

    def _found(self, message):
        text = self._catalog.get(message, _MISSING)
        return self._catalog.get((message, self.plural(1)), _MISSING) if text is _MISSING else text

    def gettext(self, message):
        text = self._found(message)
        if text is not _MISSING:
            return text
        return self._fallback.gettext(message) if self._fallback else message

    def ngettext(self, msgid1, msgid2, n):
        text = self._catalog.get((msgid1, self.plural(n)), _MISSING)
        if text is not _MISSING:
            return text
        if self._fallback:
            return self._fallback.ngettext(msgid1, msgid2, n)
        return msgid1 if n == 1 else msgid2

    def pgettext(self, context, message):
        text = self._found(self.CONTEXT % (context, message))
        if text is not _MISSING:
            return text
        return self._fallback.pgettext(context, message) if self._fallback else message

    def npgettext(self, context, msgid1, msgid2, n):
        text = self._catalog.get((self.CONTEXT % (context, msgid1), self.plural(n)), _MISSING)
        if text is not _MISSING:
            return text
        if self._fallback:
            return self._fallback.npgettext(context, msgid1, msgid2, n)
        return msgid1 if n == 1 else msgid2


# ---- finding them ---------------------------------------------------------------------------

def _expand_lang(loc):
    """The names of a locale from the most to the least particular."""
    import locale
    loc = locale.normalize(loc) if hasattr(locale, 'normalize') else loc
    m = re.fullmatch(r'(?P<language>[^_.@]*)(?P<territory>_[^.@]*)?(?P<codeset>\.[^@]*)?(?P<modifier>@.*)?', loc)
    if m is None:
        return [loc]
    language, *rest = m.groups()
    found = []
    for keep in range(7, -1, -1):      # bits: modifier 4... as gettext(3) orders them
        parts = [part for bit, part in zip((4, 1, 2), rest) if keep & bit]
        if all(part is not None for part in parts):
            name = language + ''.join(parts)
            if name not in found:
                found.append(name)
    return found


def find(domain, localedir=None, languages=None, all=False):
    if localedir is None:
        localedir = _default_localedir
    if languages is None:
        languages = []
        for name in ('LANGUAGE', 'LC_ALL', 'LC_MESSAGES', 'LANG'):
            value = os.environ.get(name)
            if value:
                languages = value.split(':')
                break
        if 'C' not in languages:
            languages.append('C')
    names = []
    for language in languages:
        for name in _expand_lang(language):
            if name not in names:
                names.append(name)
    result = [] if all else None
    for name in names:
        if name == 'C':
            break
        path = os.path.join(localedir, name, 'LC_MESSAGES', f'{domain}.mo')
        if os.path.exists(path):
            if not all:
                return path
            result.append(path)
    return result


def translation(domain, localedir=None, languages=None, class_=None, fallback=False):
    if class_ is None:
        class_ = GNUTranslations
    paths = find(domain, localedir, languages, all=True)
    if not paths:
        if fallback:
            return NullTranslations()
        raise FileNotFoundError(2, 'No translation file found for domain', domain)
    import copy
    result = None
    for path in paths:
        key = class_, os.path.abspath(path)
        found = _translations.get(key)
        if found is None:
            with open(path, 'rb') as fp:
                found = _translations.setdefault(key, class_(fp))
        found = copy.copy(found)
        if result is None:
            result = found
        else:
            result.add_fallback(found)
    return result


def install(domain, localedir=None, *, names=None):
    translation(domain, localedir, fallback=True).install(names)


def textdomain(domain=None):
    global _current_domain
    if domain is not None:
        _current_domain = domain
    return _current_domain


def bindtextdomain(domain, localedir=None):
    if localedir is not None:
        _localedirs[domain] = localedir
    return _localedirs.get(domain, _default_localedir)


def _of(domain):
    return translation(domain, _localedirs.get(domain))


def dgettext(domain, message):
    try:
        t = _of(domain)
    except OSError:
        return message
    return t.gettext(message)


def dngettext(domain, msgid1, msgid2, n):
    try:
        t = _of(domain)
    except OSError:
        return msgid1 if n == 1 else msgid2
    return t.ngettext(msgid1, msgid2, n)


def dpgettext(domain, context, message):
    try:
        t = _of(domain)
    except OSError:
        return message
    return t.pgettext(context, message)


def dnpgettext(domain, context, msgid1, msgid2, n):
    try:
        t = _of(domain)
    except OSError:
        return msgid1 if n == 1 else msgid2
    return t.npgettext(context, msgid1, msgid2, n)


def gettext(message):
    return dgettext(_current_domain, message)


def ngettext(msgid1, msgid2, n):
    return dngettext(_current_domain, msgid1, msgid2, n)


def pgettext(context, message):
    return dpgettext(_current_domain, context, message)


def npgettext(context, msgid1, msgid2, n):
    return dnpgettext(_current_domain, context, msgid1, msgid2, n)


Catalog = translation
