"""Cookies as HTTP headers carry them."""
import re

__all__ = ['CookieError', 'BaseCookie', 'SimpleCookie']

_legal = "!#$%&'*+-.^_`|~:0-9A-Za-z"
_is_legal = re.compile("[!#$%&'*+\\-.^_`|~:0-9A-Za-z]+").fullmatch
_unescaped = "!#$%&'*+-.^_`|~: ()/<=>?@[]{}" + '0123456789' + 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'


class CookieError(Exception):
    pass


def _quote(text):
    if text is None or _is_legal(text):
        return text
    out = []
    for c in text:
        if c in '"\\':
            out.append('\\' + c)
        elif c in _unescaped or ord(c) > 255:
            out.append(c)
        else:
            out.append('\\%03o' % ord(c))
    return '"' + ''.join(out) + '"'


_escape = re.compile(r'\\(?:([0-3][0-7][0-7])|(.))')


def _unquote(text):
    if text is None or len(text) < 2 or text[0] != '"' or text[-1] != '"':
        return text
    return _escape.sub(lambda m: chr(int(m[1], 8)) if m[1] else m[2], text[1:-1])


_days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
_months = [None, 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']


def _date(future=0):
    from time import gmtime, time
    year, month, day, hour, minute, second, weekday = gmtime(time() + future)[:7]
    return '%s, %02d %3s %4d %02d:%02d:%02d GMT' % (_days[weekday], day, _months[month], year, hour, minute, second)


class Morsel(dict):
    """One cookie: its key, value and attributes."""
    _reserved = {'expires': 'expires', 'path': 'Path', 'comment': 'Comment', 'domain': 'Domain', 'max-age': 'Max-Age', 'secure': 'Secure',
                 'httponly': 'HttpOnly', 'version': 'Version', 'samesite': 'SameSite'}
    _flags = {'secure', 'httponly'}

    def __init__(self):
        self._key = self._value = self._coded_value = None
        for name in self._reserved:
            dict.__setitem__(self, name, '')

    key = property(lambda self: self._key)
    value = property(lambda self: self._value)
    coded_value = property(lambda self: self._coded_value)

    def __setitem__(self, name, value):
        name = name.lower()
        if name not in self._reserved:
            raise CookieError('Invalid attribute %r' % (name,))
        dict.__setitem__(self, name, value)

    def setdefault(self, name, value=None):
        name = name.lower()
        if name not in self._reserved:
            raise CookieError('Invalid attribute %r' % (name,))
        return dict.setdefault(self, name, value)

    def __eq__(self, morsel):
        if not isinstance(morsel, Morsel):
            return NotImplemented
        return dict.__eq__(self, morsel) and (self._value, self._key, self._coded_value) == (morsel._value, morsel._key, morsel._coded_value)

    __ne__ = object.__ne__

    def copy(self):
        morsel = Morsel()
        dict.update(morsel, self)
        morsel.__dict__.update(self.__dict__)
        return morsel

    def update(self, values):
        data = {}
        for name, value in dict(values).items():
            name = name.lower()
            if name not in self._reserved:
                raise CookieError('Invalid attribute %r' % (name,))
            data[name] = value
        dict.update(self, data)

    def isReservedKey(self, name):
        return name.lower() in self._reserved

    def set(self, key, value, coded_value):
        if key.lower() in self._reserved:
            raise CookieError('Attempt to set a reserved key %r' % (key,))
        if not _is_legal(key):
            raise CookieError('Illegal key %r' % (key,))
        self._key, self._value, self._coded_value = key, value, coded_value

    def __getstate__(self):
        return {'key': self._key, 'value': self._value, 'coded_value': self._coded_value}

    def __setstate__(self, state):
        self._key, self._value, self._coded_value = state['key'], state['value'], state['coded_value']

    def output(self, attrs=None, header='Set-Cookie:'):
        return '%s %s' % (header, self.OutputString(attrs))

    __str__ = output

    def __repr__(self):
        return '<%s: %s>' % (self.__class__.__name__, self.OutputString())

    def js_output(self, attrs=None):
        return ('\n        <script type="text/javascript">\n        <!-- begin hiding\n        document.cookie = "%s";\n'
                '        // end hiding -->\n        </script>\n        ' % self.OutputString(attrs).replace('"', r'\"'))

    def OutputString(self, attrs=None):
        parts = ['%s=%s' % (self._key, self._coded_value)]
        shown = self._reserved if attrs is None else attrs
        for name, value in sorted(self.items()):
            if value == '' or name not in shown:
                continue
            title = self._reserved[name]
            if name == 'expires' and isinstance(value, int):
                parts.append('%s=%s' % (title, _date(value)))
            elif name == 'max-age' and isinstance(value, int):
                parts.append('%s=%d' % (title, value))
            elif name == 'comment' and isinstance(value, str):
                parts.append('%s=%s' % (title, _quote(value)))
            elif name in self._flags:
                if value:
                    parts.append(title)
            else:
                parts.append('%s=%s' % (title, value))
        return '; '.join(parts)

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


_pattern = re.compile(r'''
    \s*
    (?P<key>[\w\d!#%&'~_`><@,:/\$\*\+\-\.\^\|\)\(\?\}\{\=]+?)
    (\s*=\s*
        (?P<val>"(?:[^\\"]|\\.)*"|\w{3},\s[\w\d\s-]{9,11}\s[\d:]{8}\sGMT|[\w\d!#%&'~_`><@,:/\$\*\+\-\.\^\|\)\(\?\}\{\=\[\]]*)
    )?
    \s*(\s+|;|$)''', re.ASCII | re.VERBOSE)


class BaseCookie(dict):
    """Cookies by name."""

    def value_decode(self, val):
        return val, val

    def value_encode(self, val):
        text = str(val)
        return text, text

    def __init__(self, input=None):
        if input:
            self.load(input)

    def _set(self, key, value, coded_value):
        morsel = self.get(key, Morsel())
        morsel.set(key, value, coded_value)
        dict.__setitem__(self, key, morsel)

    def __setitem__(self, key, value):
        if isinstance(value, Morsel):
            dict.__setitem__(self, key, value)
        else:
            self._set(key, *self.value_encode(value))

    def output(self, attrs=None, header='Set-Cookie:', sep='\015\012'):
        return sep.join([value.output(attrs, header) for key, value in sorted(self.items())])

    __str__ = output

    def __repr__(self):
        return '<%s: %s>' % (self.__class__.__name__, ' '.join(['%s=%s' % (key, repr(value.value)) for key, value in sorted(self.items())]))

    def js_output(self, attrs=None):
        return ''.join([value.js_output(attrs) for key, value in sorted(self.items())])

    def load(self, rawdata):
        if isinstance(rawdata, str):
            self._parse(rawdata)
        else:
            for key, value in rawdata.items():
                self[key] = value

    def _parse(self, text):
        at = 0
        found = []      # ('attribute' or 'cookie', name, value)
        seen = False
        while 0 <= at < len(text):
            match = _pattern.match(text, at)
            if not match:
                break
            key, value = match['key'], match['val']
            at = match.end()
            if key[0] == '$':
                if seen:
                    found.append(('attribute', key[1:], value))
            elif key.lower() in Morsel._reserved:
                if not seen:
                    return
                if value is None:
                    if key.lower() not in Morsel._flags:
                        return
                    found.append(('attribute', key, True))
                else:
                    found.append(('attribute', key, _unquote(value)))
            elif value is not None:
                found.append(('cookie', key, self.value_decode(value)))
                seen = True
            else:
                return
        morsel = None
        for kind, key, value in found:
            if kind == 'attribute':
                morsel[key] = value
            else:
                self._set(key, *value)
                morsel = self[key]


class SimpleCookie(BaseCookie):
    """Cookies whose values are text, quoted where need be."""

    def value_decode(self, val):
        return _unquote(val), val

    def value_encode(self, val):
        text = str(val)
        return text, _quote(text)
