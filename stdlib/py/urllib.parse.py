"""Addresses: parts, joining, quoting."""
from collections import namedtuple

__all__ = ['urlparse', 'urlunparse', 'urljoin', 'urldefrag', 'urlsplit', 'urlunsplit', 'urlencode', 'parse_qs', 'parse_qsl', 'quote',
           'quote_plus', 'quote_from_bytes', 'unquote', 'unquote_plus', 'unquote_to_bytes', 'ParseResult', 'SplitResult', 'DefragResult']

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


class SplitResult(_Network, namedtuple('SplitResult', 'scheme netloc path query fragment')):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResult(_Network, namedtuple('ParseResult', 'scheme netloc path params query fragment')):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


class DefragResult(namedtuple('DefragResult', 'url fragment')):
    __slots__ = ()

    def geturl(self):
        return self.url + '#' + self.fragment if self.fragment else self.url


def _text(*values):
    return [v.decode('ascii') if isinstance(v, bytes) else v for v in values]


def urlsplit(url, scheme='', allow_fragments=True):
    url, scheme = _text(url, scheme)
    url = url.lstrip(''.join(map(chr, range(33))))
    for c in '\t\r\n':
        url = url.replace(c, '')
    scheme = scheme.strip()
    netloc = query = fragment = ''
    i = url.find(':')
    if i > 0 and url[0].isascii() and url[0].isalpha() and all(c in _scheme_chars for c in url[:i]):
        scheme, url = url[:i].lower(), url[i + 1:]
    if url[:2] == '//':
        end = min([n for n in (url.find(c, 2) for c in '/?#') if n >= 0], default=len(url))
        netloc, url = url[2:end], url[end:]
        if ('[' in netloc) != (']' in netloc):
            raise ValueError('Invalid IPv6 URL')
    if allow_fragments and '#' in url:
        url, fragment = url.split('#', 1)
    if '?' in url:
        url, query = url.split('?', 1)
    return SplitResult(scheme, netloc, url, query, fragment)


def urlparse(url, scheme='', allow_fragments=True):
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    params = ''
    if scheme in uses_params and ';' in path:
        slash = path.rfind('/')
        i = path.find(';', slash + 1) if slash >= 0 else path.find(';')
        if i >= 0:
            path, params = path[:i], path[i + 1:]
    return ParseResult(scheme, netloc, path, params, query, fragment)


def urlunsplit(components):
    scheme, netloc, url, query, fragment = _text(*components)
    if netloc or scheme and scheme in uses_netloc and url[:2] != '//':
        if url and url[:1] != '/':
            url = '/' + url
        url = '//' + netloc + url
    if scheme:
        url = scheme + ':' + url
    if query:
        url = url + '?' + query
    if fragment:
        url = url + '#' + fragment
    return url


def urlunparse(components):
    scheme, netloc, url, params, query, fragment = _text(*components)
    return urlunsplit((scheme, netloc, f'{url};{params}' if params else url, query, fragment))


def urldefrag(url):
    if '#' in url:
        scheme, netloc, path, params, query, fragment = urlparse(url)
        return DefragResult(urlunparse((scheme, netloc, path, params, query, '')), fragment)
    return DefragResult(url, '')


def urljoin(base, url, allow_fragments=True):
    if not base:
        return url
    if not url:
        return base
    bscheme, bnetloc, bpath, bparams, bquery, bfragment = urlparse(base, '', allow_fragments)
    scheme, netloc, path, params, query, fragment = urlparse(url, bscheme, allow_fragments)
    if scheme != bscheme or scheme not in uses_relative:
        return url
    if scheme in uses_netloc:
        if netloc:
            return urlunparse((scheme, netloc, path, params, query, fragment))
        netloc = bnetloc
    if not path and not params:
        return urlunparse((scheme, netloc, bpath, bparams, query or bquery, fragment))
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
    return urlunparse((scheme, netloc, '/'.join(resolved) or '/', params, query, fragment))


def quote_from_bytes(bs, safe='/'):
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError('quote_from_bytes() expected bytes')
    keep = _safe | frozenset(safe.encode('ascii', 'ignore') if isinstance(safe, str) else safe)
    return ''.join([chr(b) if b in keep else f'%{b:02X}' for b in bs])


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
    qs, separator = _text(qs, separator)
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
            found.append((unquote_plus(name, encoding, errors), unquote_plus(value, encoding, errors)))
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
