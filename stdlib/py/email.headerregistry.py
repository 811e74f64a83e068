"""Headers that know their structure."""
__all__ = ['Address', 'Group', 'HeaderRegistry']

import re
from base64 import b64encode
from types import MappingProxyType

from email import errors, utils
from email.header import decode_header, ecre

_PLAIN = frozenset(b'-!*+/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz')
_SPECIALS = frozenset('()<>@,:;.\\"[]')


def _decoded(text):
    """A text with its encoded words decoded."""
    if not ecre.search(text):
        return text
    out, last = [], 0
    previous_end = None
    for m in ecre.finditer(text):
        between = text[last:m.start()]
        if not (previous_end is not None and between.isspace()):
            out.append(between)
        data, charset = decode_header(m.group())[0]
        try:
            out.append(data.decode(charset or 'ascii', 'surrogateescape'))
        except (LookupError, UnicodeError):
            out.append(data.decode('ascii', 'surrogateescape'))
        previous_end = last = m.end()
    return ''.join(out) + text[last:]


def _word(text):
    """A text as an encoded word, in the shorter of the encodings."""
    data = text.encode('utf-8', 'surrogateescape')
    quoted = ''.join(['_' if b == 32 else chr(b) if b in _PLAIN else f'={b:02X}' for b in data])
    based = b64encode(data).decode('ascii')
    return f'=?utf-8?q?{quoted}?=' if len(quoted) - len(based) < 5 else f'=?utf-8?b?{based}?='


def _folded(name, value, policy, listed=False):
    """The lines of a header. `listed`: they are broken behind commas where that is possible."""
    limit = policy.max_line_length or 1 << 60
    words = re.findall(r'\s*\S+', value) or ['']
    lines, line = [], name + ':'
    first = True
    at = 0
    while at < len(words):
        word = words[at]
        at += 1
        if first:
            word = ' ' + word.lstrip()
            first = False
        if listed and at > 1 and words[at - 2].endswith(',') and line.strip() and line != name + ':':
            unit, end = len(word), at
            while end < len(words) and not words[end - 1].endswith(','):
                unit += len(words[end])
                end += 1
            if len(line) + unit > limit and unit <= limit:
                lines.append(line)
                line = ''
        endless = not listed and len(word.lstrip()) + 1 > limit
        if endless or not word.isascii() and not policy.utf8:
            while at < len(words) and not words[at].isascii():
                word += words[at]
                at += 1
            blank, text = word[:len(word) - len(word.lstrip())], word.lstrip()
            opening = re.match(r'[("<]*', text).group() if text[0] in '("<' else ''
            if opening == '"':
                opening = ''
                text = text.replace('"', '')
            local, sign, domain = text.partition('@')
            if listed and sign and domain.isascii() and len(line) + len(blank) + len(_word(local)) + len(domain) < limit:
                line += blank + opening + _word(local[len(opening):]) + sign + domain
                continue
            while text:
                room = limit - len(line) - len(blank)
                count = len(text)
                while count > 1 and len(_word(text[:count])) > room:
                    count -= 1
                if count == 1 and len(_word(text[:1])) > room and line.strip():
                    lines.append(line)
                    line = ''
                    blank = blank or ' '
                    continue
                line += blank + _word(text[:count])
                text = text[count:]
                blank = ' '
                if text:
                    lines.append(line)
                    line = ''
            continue
        if len(line) + len(word) > limit and line.strip():
            lines.append(line)
            line = word if word[:1].isspace() else ' ' + word
        else:
            line += word
    lines.append(line)
    return policy.linesep.join(lines) + policy.linesep


class Address:
    """A name and an address."""

    def __init__(self, display_name='', username='', domain='', addr_spec=None):
        if any(['\r' in part or '\n' in part for part in (display_name, username, domain, addr_spec) if part]):
            raise ValueError('invalid arguments; address parts cannot contain CR or LF')
        if addr_spec is not None:
            if username or domain:
                raise TypeError('addrspec specified when username and/or domain also specified')
            username, at, domain = addr_spec.rpartition('@')
            if not at:
                username, domain = domain, ''
            username = utils.unquote(username)
        self._display_name, self._username, self._domain = display_name, username, domain

    display_name = property(lambda self: self._display_name)
    username = property(lambda self: self._username)
    domain = property(lambda self: self._domain)

    @property
    def addr_spec(self):
        """username@domain, quoted where needed."""
        local = self.username
        if set(local) & (_SPECIALS - {'.'} | {' '}) or local[:1] == '.' or local[-1:] == '.' or '..' in local:
            local = '"' + utils.quote(local) + '"'
        if self.domain:
            return local + '@' + self.domain
        return local or '<>'

    def __repr__(self):
        return f'{type(self).__name__}(display_name={self.display_name!r}, username={self.username!r}, domain={self.domain!r})'

    def __str__(self):
        shown = self.display_name
        if set(shown) & _SPECIALS:
            shown = '"' + utils.quote(shown) + '"'
        if shown:
            return f"{shown} <{'' if self.addr_spec == '<>' else self.addr_spec}>"
        return self.addr_spec

    def __eq__(self, other):
        if not isinstance(other, Address):
            return NotImplemented
        return (self.display_name, self.username, self.domain) == (other.display_name, other.username, other.domain)


class Group:
    """Addresses with a common name, or one address without."""

    def __init__(self, display_name=None, addresses=None):
        self._display_name = display_name
        self._addresses = tuple(addresses) if addresses else ()

    display_name = property(lambda self: self._display_name)
    addresses = property(lambda self: self._addresses)

    def __repr__(self):
        return f'{type(self).__name__}(display_name={self.display_name!r}, addresses={self.addresses!r}'

    def __str__(self):
        if self.display_name is None and len(self.addresses) == 1:
            return str(self.addresses[0])
        shown = self.display_name
        if shown is not None and set(shown) & _SPECIALS:
            shown = '"' + utils.quote(shown) + '"'
        listed = ', '.join([str(x) for x in self.addresses])
        return f"{shown}:{' ' + listed if listed else listed};"

    def __eq__(self, other):
        if not isinstance(other, Group):
            return NotImplemented
        return self.display_name == other.display_name and self.addresses == other.addresses


class BaseHeader(str):
    """The value of a header as text, with its name and defects."""

    def __new__(cls, name, value):
        kwds = {'defects': []}
        cls.parse(value, kwds)
        if utils._has_surrogates(kwds['decoded']):
            kwds['decoded'] = utils._sanitize(kwds['decoded'])
        self = str.__new__(cls, kwds.pop('decoded'))
        self.init(name, **kwds)
        return self

    def init(self, name, *, defects, **parts):
        self._name, self._defects = name, defects
        for key, value in parts.items():
            setattr(self, '_' + key, value)

    name = property(lambda self: self._name)
    defects = property(lambda self: tuple(self._defects))

    def __reduce__(self):
        return _rebuild, (type(self).__mro__[1].__name__, self.name, str(self))

    def fold(self, *, policy):
        """The header as the lines of a message."""
        return _folded(self.name, str(self), policy)


def _rebuild(kind, name, value):
    return HeaderRegistry()(name, value)


class UnstructuredHeader:
    max_count = None

    @classmethod
    def parse(cls, value, kwds):
        kwds['decoded'] = _decoded(value)


class UniqueUnstructuredHeader(UnstructuredHeader):
    max_count = 1


class DateHeader:
    max_count = None

    @classmethod
    def parse(cls, value, kwds):
        if not value:
            kwds['defects'].append(errors.HeaderMissingRequiredValue())
            kwds['datetime'] = None
            kwds['decoded'] = ''
            return
        if isinstance(value, str):
            kwds['decoded'] = value
            try:
                value = utils.parsedate_to_datetime(value)
            except ValueError:
                kwds['defects'].append(errors.InvalidDateDefect('Invalid date value or format'))
                kwds['datetime'] = None
                return
        kwds['datetime'] = value
        kwds['decoded'] = utils.format_datetime(value)

    datetime = property(lambda self: self._datetime)


class UniqueDateHeader(DateHeader):
    max_count = 1


def _address(pair):
    name, spec = pair
    return Address(_decoded(name), addr_spec=spec)


def _groups(text):
    """The groups and single addresses of a header value."""
    found, current, name = [], [], None
    depth = False
    for token in utils._tokens(text):
        kind = token[0]
        if kind in ('<', '>'):
            depth = kind == '<'
        if not depth and kind == ':' and name is None:
            name = _decoded(' '.join(utils._words(current)))
            members, current = [], []
        elif not depth and kind in (',', ';'):
            pair = utils._one_address(current)
            current = []
            if name is not None:
                if pair is not None:
                    members.append(_address(pair))
                if kind == ';':
                    found.append(Group(name, members))
                    name = None
            elif pair is not None:
                found.append(Group(None, [_address(pair)]))
        else:
            current.append(token)
    pair = utils._one_address(current)
    if name is not None:
        found.append(Group(name, members + ([_address(pair)] if pair is not None else [])))
    elif pair is not None:
        found.append(Group(None, [_address(pair)]))
    return found


class AddressHeader:
    max_count = None

    @classmethod
    def parse(cls, value, kwds):
        if isinstance(value, str):
            groups = _groups(value)
        else:
            if not hasattr(value, '__iter__'):
                value = [value]
            groups = [item if hasattr(item, 'addresses') else Group(None, [item]) for item in value]
        kwds['groups'] = tuple(groups)
        kwds['decoded'] = ', '.join([str(item) for item in groups])

    def fold(self, *, policy):
        return _folded(self.name, str(self), policy, True)

    groups = property(lambda self: self._groups)
    addresses = property(lambda self: tuple([a for group in self._groups for a in group.addresses]))


class UniqueAddressHeader(AddressHeader):
    max_count = 1


class SingleAddressHeader(AddressHeader):
    @property
    def address(self):
        if len(self.addresses) != 1:
            raise ValueError(f'value of single address header {self.name} is not a single address')
        return self.addresses[0]


class UniqueSingleAddressHeader(SingleAddressHeader):
    max_count = 1


class MIMEVersionHeader:
    max_count = 1

    @classmethod
    def parse(cls, value, kwds):
        kwds['decoded'] = value
        m = re.match(r'\s*(\d+)\s*\.\s*(\d+)', re.sub(r'\([^)]*\)', '', value))
        kwds['major'], kwds['minor'] = (int(m.group(1)), int(m.group(2))) if m else (None, None)
        if not m:
            kwds['defects'].append(errors.InvalidHeaderDefect('Expected MIME version number') if value else errors.HeaderMissingRequiredValue('Missing MIME version number'))

    major = property(lambda self: self._major)
    minor = property(lambda self: self._minor)
    version = property(lambda self: None if self._major is None else f'{self._major}.{self._minor}')


class ParameterizedMIMEHeader:
    max_count = 1

    @classmethod
    def parse(cls, value, kwds):
        from email.message import _parseparam
        kwds['decoded'] = value
        parts = []
        for p in _parseparam(value):
            name, sep, val = p.partition('=')
            parts.append((name.strip(), val.strip() if sep else ''))
        params = {}
        for name, val in utils.decode_params(parts)[1:]:
            if name:
                params.setdefault(name.lower(), _decoded(utils.collapse_rfc2231_value(val if isinstance(val, str) else (*val[:2], utils.unquote(val[2])))))
        kwds['params'] = params
        return parts[0][0]

    params = property(lambda self: MappingProxyType(self._params))


class ContentTypeHeader(ParameterizedMIMEHeader):
    @classmethod
    def parse(cls, value, kwds):
        kind = super().parse(value, kwds).lower()
        if kind.count('/') != 1:
            kwds['defects'].append(errors.InvalidHeaderDefect('invalid content type') if value else errors.HeaderMissingRequiredValue('Missing content type specification'))
            kind = 'text/plain'
        kwds['maintype'], kwds['subtype'] = kind.split('/')

    maintype = property(lambda self: self._maintype)
    subtype = property(lambda self: self._subtype)
    content_type = property(lambda self: self._maintype + '/' + self._subtype)


class ContentDispositionHeader(ParameterizedMIMEHeader):
    @classmethod
    def parse(cls, value, kwds):
        kind = super().parse(value, kwds)
        kwds['content_disposition'] = kind.lower() if kind else None

    content_disposition = property(lambda self: self._content_disposition)


class ContentTransferEncodingHeader:
    max_count = 1

    @classmethod
    def parse(cls, value, kwds):
        kwds['decoded'] = value
        kwds['cte'] = value.strip().lower() or '7bit'

    cte = property(lambda self: self._cte)


class MessageIDHeader:
    max_count = 1

    @classmethod
    def parse(cls, value, kwds):
        kwds['decoded'] = value


_default_header_map = {
    'subject': UniqueUnstructuredHeader, 'date': UniqueDateHeader, 'resent-date': DateHeader, 'orig-date': UniqueDateHeader,
    'sender': UniqueSingleAddressHeader, 'resent-sender': SingleAddressHeader, 'to': UniqueAddressHeader, 'resent-to': AddressHeader,
    'cc': UniqueAddressHeader, 'resent-cc': AddressHeader, 'bcc': UniqueAddressHeader, 'resent-bcc': AddressHeader, 'from': UniqueAddressHeader,
    'resent-from': AddressHeader, 'reply-to': UniqueAddressHeader, 'mime-version': MIMEVersionHeader, 'content-type': ContentTypeHeader,
    'content-disposition': ContentDispositionHeader, 'content-transfer-encoding': ContentTransferEncodingHeader, 'message-id': MessageIDHeader,
}


class HeaderRegistry:
    """Which class a header is of, by its name."""

    def __init__(self, base_class=BaseHeader, default_class=UnstructuredHeader, use_default_map=True):
        self.base_class, self.default_class = base_class, default_class
        self.registry = dict(_default_header_map) if use_default_map else {}
        self._made = {}

    def map_to_type(self, name, cls):
        self.registry[name.lower()] = cls

    def __getitem__(self, name):
        cls = self.registry.get(name.lower(), self.default_class)
        if cls not in self._made:
            self._made[cls] = type('_' + cls.__name__, (cls, self.base_class), {})
        return self._made[cls]

    def __call__(self, name, value):
        """The header of a name and a value."""
        return self[name](name, value)
