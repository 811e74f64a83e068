"""Fetching what addresses name."""
import base64
import io
import os
from urllib.error import ContentTooShortError, HTTPError, URLError
from urllib.parse import quote, unquote, unquote_to_bytes, urljoin, urlparse, urlsplit, urlunparse
from urllib.response import addclosehook, addinfourl

__all__ = ['Request', 'urlopen', 'urlretrieve', 'urlcleanup', 'pathname2url', 'url2pathname', 'getproxies', 'parse_http_list',
           'parse_keqv_list']


def unwrap(url):
    """The address without <> and URL: around it."""
    url = str(url).strip()
    if url[:1] == '<' and url[-1:] == '>':
        url = url[1:-1].strip()
    return url[4:].strip() if url[:4] == 'URL:' else url


class Request:
    """What is asked for, and how."""

    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False, method=None):
        self.full_url = url
        self.headers, self.unredirected_hdrs = {}, {}
        self._data = None
        self.data = data
        for key, value in headers.items():
            self.add_header(key, value)
        self.origin_req_host = urlparse(url).hostname or '' if origin_req_host is None else origin_req_host
        self.unverifiable = unverifiable
        if method:
            self.method = method

    @property
    def full_url(self):
        return f'{self._full_url}#{self.fragment}' if self.fragment else self._full_url

    @full_url.setter
    def full_url(self, url):
        self._full_url, mark, fragment = unwrap(url).partition('#')
        self.fragment = fragment if mark else None
        self.type, colon, rest = self._full_url.partition(':')
        if not colon or not self.type or '/' in self.type:
            raise ValueError(f'unknown url type: {self.full_url!r}')
        self.type = self.type.lower()
        self.host, self.selector = None, rest
        if rest[:2] == '//':
            host, slash, path = rest[2:].partition('/')
            self.host, self.selector = unquote(host), slash + path

    @property
    def data(self):
        return self._data

    @data.setter
    def data(self, data):
        if data != self._data:
            self._data = data
            if self.has_header('Content-length'):
                self.remove_header('Content-length')

    @data.deleter
    def data(self):
        self.data = None

    def get_method(self):
        return getattr(self, 'method', 'POST' if self.data is not None else 'GET')

    def get_full_url(self):
        return self.full_url

    def has_proxy(self):
        return False

    def add_header(self, key, val):
        self.headers[key.capitalize()] = val

    def add_unredirected_header(self, key, val):
        self.unredirected_hdrs[key.capitalize()] = val

    def has_header(self, header_name):
        return header_name in self.headers or header_name in self.unredirected_hdrs

    def get_header(self, header_name, default=None):
        return self.headers.get(header_name, self.unredirected_hdrs.get(header_name, default))

    def remove_header(self, header_name):
        self.headers.pop(header_name, None)
        self.unredirected_hdrs.pop(header_name, None)

    def header_items(self):
        return list({**self.unredirected_hdrs, **self.headers}.items())


def _headers(pairs):
    from email.message import Message
    made = Message()
    for key, value in pairs:
        made[key] = value
    return made


def _open_data(request):
    media, comma, data = request.full_url.partition(':')[2].partition(',')
    if not comma:
        raise ValueError('not enough values to unpack (expected 2, got 1)')
    data = unquote_to_bytes(data)
    if media.endswith(';base64'):
        data, media = base64.decodebytes(data), media[:-7]
    headers = _headers([('Content-type', media or 'text/plain;charset=US-ASCII'), ('Content-length', str(len(data)))])
    return addinfourl(io.BytesIO(data), headers, request.full_url)


def _open_file(request):
    import email.utils
    import mimetypes
    if request.host and request.host != 'localhost':
        raise URLError('file:// scheme is supported only on localhost')
    path = url2pathname(request.selector)
    try:
        stats = os.stat(path)
        headers = _headers([('Content-type', mimetypes.guess_type(path)[0] or 'text/plain'), ('Content-length', str(stats.st_size)),
                            ('Last-modified', email.utils.formatdate(stats.st_mtime, usegmt=True))])
        return addinfourl(open(path, 'rb'), headers, 'file://' + (request.host or '') + request.selector)
    except OSError as error:
        raise URLError(error) from error


def _open_http(request, timeout):
    try:
        import requests
    except ImportError as error:
        raise URLError('http requires the plugin http') from error
    data = request.data
    if data is not None and not isinstance(data, (bytes, bytearray)):
        if isinstance(data, str):
            raise TypeError('POST data should be bytes, an iterable of bytes, or a file object. It cannot be of type str.')
        data = data.read() if hasattr(data, 'read') else b''.join(data)
    headers = dict(request.header_items())
    if data is not None and 'Content-type' not in headers:
        headers['Content-type'] = 'application/x-www-form-urlencoded'
    try:
        answer = requests.request(request.get_method(), request.full_url, data=data, headers=headers, **({} if timeout is None else {'timeout': timeout}))
    except Exception as error:
        raise URLError(error) from error
    body = answer.content if isinstance(answer.content, bytes) else answer.text.encode()
    told = _headers(answer.headers.items())
    reason = getattr(answer, 'reason', '')
    if answer.status_code >= 400:
        raise HTTPError(request.full_url, answer.status_code, reason, told, io.BytesIO(body))
    made = addinfourl(io.BytesIO(body), told, getattr(answer, 'url', request.full_url), answer.status_code)
    made.msg = made.reason = reason
    return made


def urlopen(url, data=None, timeout=None, *, cafile=None, capath=None, cadefault=False, context=None):
    """What stands at an address, to be read like a file."""
    request = url if isinstance(url, Request) else Request(url, data)
    if data is not None:
        request.data = data
    if request.type == 'data':
        return _open_data(request)
    if request.type == 'file':
        return _open_file(request)
    if request.type in ('http', 'https'):
        if not request.host:
            raise URLError('no host given')
        return _open_http(request, timeout)
    raise URLError(f'unknown url type: {request.type}')


_temporary = []


def urlretrieve(url, filename=None, reporthook=None, data=None):
    """Copies what stands at an address into a file: its name, and the headers."""
    with urlopen(url, data) as source:
        headers = source.info()
        if urlsplit(url).scheme == 'file' and not filename:
            return os.path.normpath(url2pathname(urlsplit(url).path)), headers
        if filename:
            target = open(filename, 'wb')
        else:
            import tempfile
            target = tempfile.NamedTemporaryFile(delete=False)
            filename = target.name
            _temporary.append(filename)
        with target:
            size = int(headers.get('Content-Length', -1))
            read = count = 0
            if reporthook:
                reporthook(0, 8192, size)
            while block := source.read(8192):
                read += len(block)
                target.write(block)
                count += 1
                if reporthook:
                    reporthook(count, 8192, size)
    if read < size:
        raise ContentTooShortError(f'retrieval incomplete: got only {read} out of {size} bytes', (filename, headers))
    return filename, headers


def urlcleanup():
    """Removes the files urlretrieve() made."""
    for name in _temporary:
        try:
            os.unlink(name)
        except OSError:
            pass
    del _temporary[:]


def url2pathname(pathname):
    return unquote(pathname)


def pathname2url(pathname):
    return quote(pathname)


def getproxies():
    return {name[:-6].lower(): value for name, value in os.environ.items() if name.lower().endswith('_proxy') and value}


def parse_http_list(s):
    """The parts of a list with commas, which may stand in quotes."""
    parts, part = [], ''
    escaped = quoted = False
    for c in s:
        if escaped:
            part += c
            escaped = False
        elif quoted and c == '\\':
            escaped = True
        elif c == ',' and not quoted:
            parts.append(part)
            part = ''
        else:
            quoted ^= c == '"'
            part += c
    if part:
        parts.append(part)
    return [p.strip() for p in parts]


def parse_keqv_list(l):
    """A dict of key="value" texts."""
    parsed = {}
    for text in l:
        key, value = text.split('=', 1)
        parsed[key] = value[1:-1] if value[:1] == '"' and value[-1:] == '"' else value
    return parsed
