"""Addresses: parts, joining, quoting."""
import re
from collections import namedtuple
from functools import lru_cache

__all__ = ['urlparse', 'urlunparse', 'urljoin', 'urldefrag', 'urlsplit', 'urlunsplit', 'urlencode', 'parse_qs', 'parse_qsl', 'quote',
           'quote_plus', 'quote_from_bytes', 'unquote', 'unquote_plus', 'unquote_to_bytes', 'ParseResult', 'SplitResult', 'DefragResult', 'ParseResultBytes', 'SplitResultBytes',
           'DefragResultBytes']

uses_relative = ['', 'ftp', 'http', 'gopher', 'nntp', 'imap', 'wais', 'file', 'https', 'shttp', 'mms', 'prospero', 'rtsp', 'rtspu', 'sftp',
                 'svn', 'svn+ssh', 'ws', 'wss']
uses_netloc = uses_relative + ['telnet', 'snews', 'rsync', 'nfs', 'git', 'git+ssh']
uses_params = ['', 'ftp', 'hdl', 'prospero', 'http', 'imap', 'https', 'shttp', 'rtsp', 'rtspu', 'sip', 'sips', 'mms', 'sftp', 'tel']
_scheme_chars = frozenset('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.')
_safe = frozenset(b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~')


class _Network:
    __slots__ = ()

    def _split(self):
        user, at, host = self.netloc.rpartition('@')
        return (user if at else None), host

    def encode(self, encoding='ascii', errors='strict'):
        return self._encoded_counterpart(*[part.encode(encoding, errors) for part in self])

    @property
    def username(self):
        user = self._split()[0]
        return None if user is None else user.partition(':')[0]

    @property
    def password(self):
        user = self._split()[0]
        if user is None:
            return None
        _, colon, password = user.partition(':')
        return password if colon else None

    def _host_port(self):
        host = self._split()[1]
        before, bracket, rest = host.partition('[')
        if bracket:
            name, _, port = rest.partition(']')
            return name, port.partition(':')[2]
        name, _, port = host.partition(':')
        return name, port

    @property
    def hostname(self):
        name = self._host_port()[0]
        if not name:
            return None
        host, percent, zone = name.partition('%')
        return host.lower() + percent + zone

    @property
    def port(self):
        port = self._host_port()[1]
        if not port:
            return None
        if not (port.isdigit() and port.isascii()):
            raise ValueError(f'Port could not be cast to integer value as {port!r}')
        number = int(port)
        if not 0 <= number <= 65535:
            raise ValueError('Port out of range 0-65535')
        return number


class _NetworkBytes:
    """The parts of an address given as bytes."""
    __slots__ = ()

    def decode(self, encoding='ascii', errors='strict'):
        return self._decoded_counterpart(*[part.decode(encoding, errors) for part in self])

    def _of_text(self, name):
        value = getattr(self.decode(), name)
        return value.encode('ascii') if isinstance(value, str) else value

    username = property(lambda self: self._of_text('username'))
    password = property(lambda self: self._of_text('password'))
    hostname = property(lambda self: self._of_text('hostname'))
    port = property(lambda self: self._of_text('port'))


_SplitBase = namedtuple('SplitResult', 'scheme netloc path query fragment')
_ParseBase = namedtuple('ParseResult', 'scheme netloc path params query fragment')
_DefragBase = namedtuple('DefragResult', 'url fragment')


class SplitResult(_Network, _SplitBase):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResult(_Network, _ParseBase):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


class DefragResult(_DefragBase):
    __slots__ = ()
    encode = _Network.encode

    def geturl(self):
        return self.url + '#' + self.fragment if self.fragment else self.url


class SplitResultBytes(_NetworkBytes, _SplitBase):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResultBytes(_NetworkBytes, _ParseBase):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


class DefragResultBytes(_DefragBase):
    __slots__ = ()
    decode = _NetworkBytes.decode

    def geturl(self):
        return self.url + b'#' + self.fragment if self.fragment else self.url


for _plain, _encoded in ((SplitResult, SplitResultBytes), (ParseResult, ParseResultBytes), (DefragResult, DefragResultBytes)):
    _plain._encoded_counterpart = _encoded
    _encoded._decoded_counterpart = _plain
del _plain, _encoded


def _same(result):
    return result


def _encode(result):
    return result.encode('ascii')


def _text(*values):
    """The values as str, and what turns a result into the kind of text they were."""
    is_text = isinstance(values[0], str)
    for value in values[1:]:
        if value and isinstance(value, str) != is_text:
            raise TypeError('Cannot mix str and non-str arguments')
    if is_text:
        return *values, _same
    return *[value.decode('ascii') if value else '' for value in values], _encode


def _check_netloc(netloc):
    """Refuses characters that normalisation would turn into separators."""
    if not netloc or netloc.isascii():
        return
    import unicodedata
    bare = netloc.translate({ord(c): None for c in '@:#?'})
    normal = unicodedata.normalize('NFKC', bare)
    if bare != normal and any(c in normal for c in '/?#@:'):
        raise ValueError('netloc ' + netloc + ' contains invalid characters under NFKC normalization')


def _check_bracketed(netloc):
    host = netloc.rpartition('@')[2]
    before, bracket, rest = host.partition('[')
    if not bracket:
        inside = host.partition(':')[0]
    else:
        if before:
            raise ValueError('Invalid IPv6 URL')
        inside, _, port = rest.partition(']')
        if port and not port.startswith(':'):
            raise ValueError('Invalid IPv6 URL')
    if inside.startswith('v'):
        import re
        if not re.match(r'\Av[a-fA-F0-9]+\..+\Z', inside):
            raise ValueError('IPvFuture address is invalid')
    else:
        import ipaddress
        if isinstance(ipaddress.ip_address(inside), ipaddress.IPv4Address):
            raise ValueError('An IPv4 address cannot be in brackets')


def _find_params(path):
    slash = path.rfind('/')
    return path.find(';', slash + 1) if slash >= 0 else path.find(';')


_controls = ''.join(map(chr, range(33)))


@lru_cache(typed=True)
def _split(url, scheme, allow_fragments):
    url = url.lstrip(_controls)
    scheme = scheme.strip(_controls)
    if '\n' in url or '\r' in url or '\t' in url or '\n' in scheme or '\r' in scheme or '\t' in scheme:
        for c in '\t\r\n':
            url = url.replace(c, '')
            scheme = scheme.replace(c, '')
    netloc = query = fragment = ''
    i = url.find(':')
    if i > 0 and url[0].isascii() and url[0].isalpha() and _scheme_chars.issuperset(url[:i]):
        scheme, url = url[:i].lower(), url[i + 1:]
    if url[:2] == '//':
        end = min([n for n in (url.find(c, 2) for c in '/?#') if n >= 0], default=len(url))
        netloc, url = url[2:end], url[end:]
        opened = '[' in netloc
        if opened != (']' in netloc):
            raise ValueError('Invalid IPv6 URL')
        if opened:
            _check_bracketed(netloc)
    if allow_fragments and '#' in url:
        url, fragment = url.split('#', 1)
    if '?' in url:
        url, query = url.split('?', 1)
    _check_netloc(netloc)
    return scheme, netloc, url, query, fragment


@lru_cache(typed=True)
def urlsplit(url, scheme='', allow_fragments=True):
    url, scheme, coerce = _text(url, scheme)
    return coerce(SplitResult(*_split(url, scheme, allow_fragments)))


def _parse(url, scheme, allow_fragments):
    scheme, netloc, path, query, fragment = _split(url, scheme, allow_fragments)
    params = ''
    if ';' in path and scheme in uses_params:
        i = _find_params(path)
        if i >= 0:
            path, params = path[:i], path[i + 1:]
    return scheme, netloc, path, params, query, fragment


def urlparse(url, scheme='', allow_fragments=True):
    url, scheme, coerce = _text(url, scheme)
    return coerce(ParseResult(*_parse(url, scheme, allow_fragments)))


def _unsplit(scheme, netloc, url, query, fragment):
    if netloc or scheme and scheme in uses_netloc and url[:2] != '//':
        if url and url[:1] != '/':
            url = '/' + url
        url = '//' + (netloc or '') + url
    if scheme:
        url = scheme + ':' + url
    if query:
        url = url + '?' + query
    if fragment:
        url = url + '#' + fragment
    return url


def urlunsplit(components):
    *parts, coerce = _text(*components)
    return coerce(_unsplit(*parts))


def _unparse(scheme, netloc, url, params, query, fragment):
    return _unsplit(scheme, netloc, f'{url};{params}' if params else url, query, fragment)


def urlunparse(components):
    *parts, coerce = _text(*components)
    return coerce(_unparse(*parts))


def urldefrag(url):
    url, coerce = _text(url)
    fragment = ''
    if '#' in url:
        *rest, fragment = _parse(url, '', True)
        url = _unparse(*rest, '')
    return coerce(DefragResult(url, fragment))


def urljoin(base, url, allow_fragments=True):
    if not base:
        return url
    if not url:
        return base
    base, url, coerce = _text(base, url)
    bscheme, bnetloc, bpath, bparams, bquery, bfragment = _parse(base, '', allow_fragments)
    scheme, netloc, path, params, query, fragment = _parse(url, bscheme, allow_fragments)
    if scheme != bscheme or scheme not in uses_relative:
        return coerce(url)
    if scheme in uses_netloc:
        if netloc:
            return coerce(_unparse(scheme, netloc, path, params, query, fragment))
        netloc = bnetloc
    if not path and not params:
        return coerce(_unparse(scheme, netloc, bpath, bparams, query or bquery, fragment))
    parts = bpath.split('/')
    if parts[-1] != '':
        del parts[-1]
    if path[:1] == '/':
        segments = path.split('/')
    else:
        segments = parts + path.split('/')
        segments[1:-1] = [s for s in segments[1:-1] if s]
    resolved = []
    for segment in segments:
        if segment == '..':
            if resolved:
                resolved.pop()
        elif segment != '.':
            resolved.append(segment)
    if segments[-1] in ('.', '..'):
        resolved.append('')
    return coerce(_unparse(scheme, netloc, '/'.join(resolved) or '/', params, query, fragment))


def clear_cache():
    _split.cache_clear()
    urlsplit.cache_clear()
    _quoter.cache_clear()


def unwrap(url):
    """'<URL:type://host/path>' without its brackets."""
    url = str(url).strip()
    if url[:1] == '<' and url[-1:] == '>':
        url = url[1:-1].strip()
    if url[:4] == 'URL:':
        url = url[4:].strip()
    return url


@lru_cache
def _quoter(safe):
    """What every byte becomes, with `safe` left alone: a table for bytes as Latin-1."""
    keep = _safe | frozenset(safe)
    return ''.join(map(chr, sorted(keep))), {b: f'%{b:02X}' for b in range(256) if b not in keep}


def quote_from_bytes(bs, safe='/'):
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError('quote_from_bytes() expected bytes')
    if not bs:
        return ''
    keep, table = _quoter(safe.encode('ascii', 'ignore') if isinstance(safe, str) else bytes([c for c in safe if c < 128]))
    text = bs.decode('latin-1')
    return text.translate(table) if text.strip(keep) else text


def quote(string, safe='/', encoding=None, errors=None):
    if isinstance(string, str):
        if not string:
            return string
        string = string.encode(encoding or 'utf-8', errors or 'strict')
    elif encoding is not None:
        raise TypeError("quote() doesn't support 'encoding' for bytes")
    elif errors is not None:
        raise TypeError("quote() doesn't support 'errors' for bytes")
    return quote_from_bytes(string, safe)


def quote_plus(string, safe='', encoding=None, errors=None):
    space = ' ' if isinstance(string, str) else b' '
    if space not in string:
        return quote(string, safe, encoding, errors)
    return quote(string, safe + space if isinstance(safe, str) else safe + b' ', encoding, errors).replace(' ', '+')


_hex = {f'{a}{b}'.encode(): bytes([int(a + b, 16)]) for a in '0123456789abcdefABCDEF' for b in '0123456789abcdefABCDEF'}


def unquote_to_bytes(string):
    if isinstance(string, str):
        string = string.encode('utf-8')
    parts = string.split(b'%')
    out = [parts[0]]
    for part in parts[1:]:
        byte = _hex.get(part[:2])
        out.append(b'%' + part if byte is None else byte + part[2:])
    return b''.join(out)


def unquote(string, encoding='utf-8', errors='replace'):
    if isinstance(string, bytes):
        return unquote_to_bytes(string).decode(encoding or 'utf-8', errors or 'replace')
    if '%' not in string:
        return string
    out, run = [], []
    i, n = 0, len(string)
    while i < n:        # runs of ASCII are decoded together
        j = i
        while j < n and string[j].isascii():
            j += 1
        if j > i:
            out.append(unquote_to_bytes(string[i:j]).decode(encoding or 'utf-8', errors or 'replace'))
        i = j
        while j < n and not string[j].isascii():
            j += 1
        out.append(string[i:j])
        i = j
    return ''.join(out)


def unquote_plus(string, encoding='utf-8', errors='replace'):
    return unquote(string.replace('+', ' '), encoding, errors)


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace', max_num_fields=None, separator='&'):
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError('Separator must be of type string or bytes.')
    qs, coerce = _text(qs)
    separator = _text(separator)[0]
    if not qs:
        return []
    if max_num_fields is not None and max_num_fields < 1 + qs.count(separator):
        raise ValueError('Max number of fields exceeded')
    found = []
    for pair in qs.split(separator):
        if not pair and not strict_parsing:
            continue
        name, equals, value = pair.partition('=')
        if not equals:
            if strict_parsing:
                raise ValueError(f'bad query field: {pair!r}')
            if not keep_blank_values:
                continue
        if value or keep_blank_values:
            name, value = unquote_plus(name, encoding, errors), unquote_plus(value, encoding, errors)
            found.append((coerce(name), coerce(value)))
    return found


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace', max_num_fields=None, separator='&'):
    found = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator):
        found.setdefault(name, []).append(value)
    return found


def urlencode(query, doseq=False, safe='', encoding=None, errors=None, quote_via=quote_plus):
    if hasattr(query, 'items'):
        query = query.items()
    else:
        try:
            if len(query) and not isinstance(query[0], tuple):
                raise TypeError
        except TypeError:
            raise TypeError('not a valid non-string sequence or mapping object') from None

    def quoted(v):
        return quote_via(v, safe) if isinstance(v, bytes) else quote_via(str(v), safe, encoding, errors)
    out = []
    for k, v in query:
        k = quoted(k)
        if not doseq or isinstance(v, (str, bytes)):
            out.append(k + '=' + quoted(v))
            continue
        try:
            len(v)
        except TypeError:
            out.append(k + '=' + quoted(v))
        else:
            for item in v:
                out.append(k + '=' + quoted(item))
    return '&'.join(out)


# ---- the older functions --------------------------------------------------------------------

_ALWAYS_SAFE = frozenset(b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~')


class _Quoter(dict):
    """From bytes to their quoted form, found once."""

    def __init__(self, safe):
        self.safe = _ALWAYS_SAFE.union(safe)

    def __repr__(self):
        return f'<Quoter {dict(self)!r}>'

    def __missing__(self, b):
        found = self[b] = chr(b) if b in self.safe else f'%{b:02X}'
        return found


def _to_bytes(url):
    if isinstance(url, str):
        try:
            url = url.encode('ascii').decode()
        except UnicodeError:
            raise UnicodeError('URL ' + repr(url) + ' contains non-ASCII characters')
    return url


def _splittype(url):
    m = re.match('([^/:]+):(.*)', url, re.DOTALL)
    return (m[1].lower(), m[2]) if m else (None, url)


def _splithost(url):
    m = re.match('//([^/#?]*)(.*)', url, re.DOTALL)
    if not m:
        return None, url
    host, path = m.groups()
    return host, '/' + path if path and path[0] != '/' else path


def _splituser(host):
    user, at, rest = host.rpartition('@')
    return user if at else None, rest


def _splitpasswd(user):
    name, colon, password = user.partition(':')
    return name, password if colon else None


def _splitport(host):
    m = re.fullmatch('(.*):([0-9]*)', host, re.DOTALL)
    if m:
        return m[1], m[2] or None
    return host, None


def _splitnport(host, defport=-1):
    name, colon, port = host.rpartition(':')
    if not colon:
        return port, defport
    if not port:
        return name, defport
    return name, int(port) if port.isdigit() and port.isascii() else None


def _splitquery(url):
    path, mark, query = url.rpartition('?')
    return (path, query) if mark else (url, None)


def _splittag(url):
    path, mark, tag = url.rpartition('#')
    return (path, tag) if mark else (url, None)


def _splitattr(url):
    path, *attributes = url.split(';')
    return path, attributes


def _splitvalue(attr):
    name, equals, value = attr.partition('=')
    return name, value if equals else None


def _deprecated(name, instead):
    function = globals()['_' + name]

    def old(*args, **kwargs):
        import warnings
        warnings.warn(f'urllib.parse.{name}() is deprecated as of 3.8' + (f', use {instead} instead' if instead else ''), DeprecationWarning,
                      stacklevel=2)
        return function(*args, **kwargs)
    old.__name__ = old.__qualname__ = name
    return old


for _name in ('splittype', 'splithost', 'splituser', 'splitpasswd', 'splitport', 'splitnport', 'splitquery', 'splittag', 'splitattr'):
    globals()[_name] = _deprecated(_name, 'urllib.parse.urlparse()')
splitvalue = _deprecated('splitvalue', 'urllib.parse.parse_qsl()')
to_bytes = _deprecated('to_bytes', '')
del _name


def __getattr__(name):
    if name == 'Quoter':
        import warnings
        warnings.warn('Deprecated in 3.11. urllib.parse.Quoter will be removed in Python 3.14. It was not intended to be a public API.',
                      DeprecationWarning, stacklevel=2)
        return _Quoter
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
