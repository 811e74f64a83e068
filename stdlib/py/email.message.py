"""Messages: headers and a payload."""
__all__ = ['Message', 'EmailMessage', 'MIMEPart']

import binascii
import quopri
import re
from io import BytesIO, StringIO

from email import charset as _charset
from email import utils
from email.errors import HeaderParseError
from email._policybase import compat32

Charset = _charset.Charset
SEMISPACE = '; '
_SPECIALS = re.compile(r'[ \(\)<>@,;:\\"/\[\]\?=]')


def _splitparam(param):
    a, sep, b = str(param).partition(';')
    return (a.strip(), b.strip()) if sep else (a.strip(), None)


def _formatparam(param, value=None, quote=True):
    if value is None or not len(value):
        return param
    if isinstance(value, tuple):
        return f'{param}*={utils.encode_rfc2231(value[2], value[0], value[1])}'
    try:
        value.encode('ascii')
    except UnicodeEncodeError:
        return f"{param}*={utils.encode_rfc2231(value, 'utf-8', '')}"
    if quote or _SPECIALS.search(value):
        return f'{param}="{utils.quote(value)}"'
    return f'{param}={value}'


def _parseparam(s):
    s, parts = ';' + str(s), []
    while s[:1] == ';':
        s = s[1:]
        end = s.find(';')
        while end > 0 and (s.count('"', 0, end) - s.count('\\"', 0, end)) % 2:
            end = s.find(';', end + 1)
        if end < 0:
            end = len(s)
        part = s[:end]
        if '=' in part:
            name, _, value = part.partition('=')
            part = name.strip().lower() + '=' + value.strip()
        parts.append(part.strip())
        s = s[end:]
    return parts


def _unquotevalue(value):
    return (value[0], value[1], utils.unquote(value[2])) if isinstance(value, tuple) else utils.unquote(value)


class Message:
    """Headers as a mapping that keeps their order and takes names in any case, and a payload: text, or a list of messages."""

    def __init__(self, policy=compat32):
        self.policy = policy
        self._headers = []
        self._unixfrom = self._payload = self._charset = None
        self.preamble = self.epilogue = None
        self.defects = []
        self._default_type = 'text/plain'

    def __str__(self):
        return self.as_string()

    def as_string(self, unixfrom=False, maxheaderlen=0, policy=None):
        """The whole message as text."""
        from email.generator import Generator
        fp = StringIO()
        Generator(fp, mangle_from_=False, maxheaderlen=maxheaderlen, policy=self.policy if policy is None else policy).flatten(self, unixfrom=unixfrom)
        return fp.getvalue()

    def __bytes__(self):
        return self.as_bytes()

    def as_bytes(self, unixfrom=False, policy=None):
        """The whole message as bytes."""
        from email.generator import BytesGenerator
        fp = BytesIO()
        BytesGenerator(fp, mangle_from_=False, policy=self.policy if policy is None else policy).flatten(self, unixfrom=unixfrom)
        return fp.getvalue()

    def is_multipart(self):
        return isinstance(self._payload, list)

    def set_unixfrom(self, unixfrom):
        self._unixfrom = unixfrom

    def get_unixfrom(self):
        return self._unixfrom

    # ---- payload

    def attach(self, payload):
        """Add a part."""
        if self._payload is None:
            self._payload = [payload]
        else:
            try:
                self._payload.append(payload)
            except AttributeError:
                raise TypeError('Attach is not valid on a message with a non-multipart payload')

    def get_payload(self, i=None, decode=False):
        """The payload, part i of it, or its bytes with the transfer encoding undone."""
        if self.is_multipart():
            if decode:
                return None
            return self._payload if i is None else self._payload[i]
        if i is not None and not isinstance(self._payload, list):
            raise TypeError(f'Expected list, got {type(self._payload)}')
        payload = self._payload
        cte = str(self.get('content-transfer-encoding', '')).strip().lower()
        if not isinstance(payload, str):
            return payload
        if utils._has_surrogates(payload):
            data = payload.encode('ascii', 'surrogateescape')
            if not decode:
                try:
                    return data.decode(self.get_content_charset('ascii'), 'replace')
                except LookupError:
                    return data.decode('ascii', 'replace')
        elif decode:
            try:
                data = payload.encode('ascii')
            except UnicodeEncodeError:
                data = payload.encode('raw-unicode-escape')
        if not decode:
            return payload
        if cte == 'quoted-printable':
            return quopri.decodestring(data)
        if cte == 'base64':
            return self._undo_base64(data)
        if cte in ('x-uuencode', 'uuencode', 'uue', 'x-uue'):
            lines = data.splitlines()
            start = next((n for n, line in enumerate(lines) if line.startswith(b'begin ')), None)
            if start is None:
                return data
            out = b''
            for line in lines[start + 1:]:
                if line == b'end':
                    break
                try:
                    out += binascii.a2b_uu(line)
                except binascii.Error:
                    return data
            return out
        return data

    def _undo_base64(self, data):
        from email import errors
        kept = b''.join(data.splitlines())
        plain = re.sub(rb'[^A-Za-z0-9+/=]', b'', kept)
        if plain != kept:
            self.policy.handle_defect(self, errors.InvalidBase64CharactersDefect())
        bare = plain.rstrip(b'=')
        if len(bare) % 4 == 1:
            self.policy.handle_defect(self, errors.InvalidBase64LengthDefect())
            return data
        if len(plain) % 4:
            self.policy.handle_defect(self, errors.InvalidBase64PaddingDefect())
        return binascii.a2b_base64(bare + b'=' * (-len(bare) % 4))

    def set_payload(self, payload, charset=None):
        """Set the payload, and the charset of a text."""
        if hasattr(payload, 'encode'):
            if isinstance(charset, Charset):
                charset = charset.output_charset
            if charset is not None and not isinstance(charset, str):
                charset = str(charset)
            self._payload = payload
        elif hasattr(payload, 'decode'):
            self._payload = payload.decode('ascii', 'surrogateescape')
        else:
            self._payload = payload
        if charset is not None:
            self.set_charset(charset)

    def set_charset(self, charset):
        """Set the charset of the payload, and encode it as that needs."""
        if charset is None:
            self.del_param('charset')
            self._charset = None
            return
        if not isinstance(charset, Charset):
            charset = Charset(charset)
        self._charset = charset
        if 'MIME-Version' not in self:
            self.add_header('MIME-Version', '1.0')
        if 'Content-Type' not in self:
            self.add_header('Content-Type', 'text/plain', charset=charset.get_output_charset())
        else:
            self.set_param('charset', charset.get_output_charset())
        if charset != charset.get_output_charset():
            self._payload = charset.body_encode(self._payload)
        if 'Content-Transfer-Encoding' not in self:
            cte = charset.get_body_encoding()
            if callable(cte):
                cte(self)
            else:
                payload = self._payload
                if payload and isinstance(payload, str) and utils._has_surrogates(payload):
                    payload = payload.encode('ascii', 'surrogateescape')
                self._payload = charset.body_encode(payload)
                self.add_header('Content-Transfer-Encoding', cte)

    def get_charset(self):
        return self._charset

    # ---- headers

    def __len__(self):
        return len(self._headers)

    def __getitem__(self, name):
        return self.get(name)

    def __setitem__(self, name, val):
        limit = self.policy.header_max_count(name)
        if limit:
            lower = name.lower()
            if sum([k.lower() == lower for k, _ in self._headers]) >= limit:
                raise ValueError(f'There may be at most {limit} {name} headers in a message')
        self._headers.append(self.policy.header_store_parse(name, val))

    def __delitem__(self, name):
        name = name.lower()
        self._headers = [(k, v) for k, v in self._headers if k.lower() != name]

    def __contains__(self, name):
        name = name.lower()
        return any([k.lower() == name for k, _ in self._headers])

    def __iter__(self):
        for field, _ in self._headers:
            yield field

    def keys(self):
        return [k for k, _ in self._headers]

    def values(self):
        return [self.policy.header_fetch_parse(k, v) for k, v in self._headers]

    def items(self):
        return [(k, self.policy.header_fetch_parse(k, v)) for k, v in self._headers]

    def get(self, name, failobj=None):
        name = name.lower()
        for k, v in self._headers:
            if k.lower() == name:
                return self.policy.header_fetch_parse(k, v)
        return failobj

    def set_raw(self, name, value):
        self._headers.append((name, value))

    def raw_items(self):
        return iter(self._headers.copy())

    def get_all(self, name, failobj=None):
        """The values of all headers of the name."""
        name = name.lower()
        return [self.policy.header_fetch_parse(k, v) for k, v in self._headers if k.lower() == name] or failobj

    def add_header(self, _name, _value, **_params):
        """Add a header with parameters; underscores in their names become dashes."""
        parts = []
        for k, v in _params.items():
            parts.append(k.replace('_', '-') if v is None else _formatparam(k.replace('_', '-'), v))
        if _value is not None:
            parts.insert(0, _value)
        self[_name] = SEMISPACE.join(parts)

    def replace_header(self, _name, _value):
        """Give the first header of the name another value."""
        _name = _name.lower()
        for i, (k, v) in enumerate(self._headers):
            if k.lower() == _name:
                self._headers[i] = self.policy.header_store_parse(k, _value)
                return
        raise KeyError(_name)

    # ---- the type of the content

    def get_content_type(self):
        value = self.get('content-type')
        if value is None:
            return self.get_default_type()
        ctype = _splitparam(value)[0].lower()
        return ctype if ctype.count('/') == 1 else 'text/plain'

    def get_content_maintype(self):
        return self.get_content_type().split('/')[0]

    def get_content_subtype(self):
        return self.get_content_type().split('/')[1]

    def get_default_type(self):
        return self._default_type

    def set_default_type(self, ctype):
        self._default_type = ctype

    def _get_params_preserve(self, failobj, header):
        value = self.get(header)
        if value is None:
            return failobj
        params = []
        for p in _parseparam(value):
            name, sep, val = p.partition('=')
            params.append((name.strip(), val.strip() if sep else ''))
        return utils.decode_params(params)

    def get_params(self, failobj=None, header='content-type', unquote=True):
        """The parameters of a header as pairs, the value itself first."""
        params = self._get_params_preserve(None, header)
        if params is None:
            return failobj
        return [(k, _unquotevalue(v)) for k, v in params] if unquote else params

    def get_param(self, param, failobj=None, header='content-type', unquote=True):
        """One parameter of a header."""
        if header not in self:
            return failobj
        for k, v in self._get_params_preserve(failobj, header):
            if k.lower() == param.lower():
                return _unquotevalue(v) if unquote else v
        return failobj

    def set_param(self, param, value, header='Content-Type', requote=True, charset=None, language='', replace=False):
        """Set a parameter of a header."""
        if not isinstance(value, tuple) and charset:
            value = (charset, language, value)
        ctype = 'text/plain' if header not in self and header.lower() == 'content-type' else self.get(header)
        if not self.get_param(param, header=header):
            ctype = SEMISPACE.join([str(ctype), _formatparam(param, value, requote)]) if ctype else _formatparam(param, value, requote)
        else:
            ctype = SEMISPACE.join([_formatparam(k, value if k.lower() == param.lower() else v, requote)
                                    for k, v in self.get_params(header=header, unquote=requote)])
        if ctype != self.get(header):
            if replace:
                self.replace_header(header, ctype)
            else:
                del self[header]
                self[header] = ctype

    def del_param(self, param, header='content-type', requote=True):
        """Take a parameter out of a header."""
        if header not in self:
            return
        ctype = SEMISPACE.join([_formatparam(p, v, requote) for p, v in self.get_params(header=header, unquote=requote) if p.lower() != param.lower()])
        if ctype != self.get(header):
            del self[header]
            self[header] = ctype

    def set_type(self, type, header='Content-Type', requote=True):
        """Set the type, its parameters kept."""
        if not type.count('/') == 1:
            raise ValueError
        if header.lower() == 'content-type':
            del self['mime-version']
            self['MIME-Version'] = '1.0'
        if header not in self:
            self[header] = type
            return
        params = self.get_params(header=header, unquote=requote)
        del self[header]
        self[header] = type
        for p, v in params[1:]:
            self.set_param(p, v, header, requote)

    def get_filename(self, failobj=None):
        """The name of the file that the part is."""
        missing = object()
        name = self.get_param('filename', missing, 'content-disposition')
        if name is missing:
            name = self.get_param('name', missing, 'content-type')
        return failobj if name is missing else utils.collapse_rfc2231_value(name).strip()

    def get_boundary(self, failobj=None):
        missing = object()
        boundary = self.get_param('boundary', missing)
        return failobj if boundary is missing else utils.collapse_rfc2231_value(boundary).rstrip()

    def set_boundary(self, boundary):
        params = self._get_params_preserve(None, 'content-type')
        if params is None:
            raise HeaderParseError('No Content-Type header found')
        made, found = [], False
        for k, v in params:
            if k.lower() == 'boundary':
                made.append(('boundary', f'"{boundary}"'))
                found = True
            else:
                made.append((k, v))
        if not found:
            made.append(('boundary', f'"{boundary}"'))
        value = SEMISPACE.join([k if v == '' else f'{k}={v}' for k, v in made])
        self._headers = [self.policy.header_store_parse(h, value) if h.lower() == 'content-type' else (h, v) for h, v in self._headers]

    def get_content_charset(self, failobj=None):
        missing = object()
        charset = self.get_param('charset', missing)
        if charset is missing:
            return failobj
        if isinstance(charset, tuple):
            try:
                charset = str(charset[2].encode('raw-unicode-escape'), charset[0] or 'us-ascii')
            except (LookupError, UnicodeError):
                charset = charset[2]
        try:
            charset.encode('us-ascii')
        except UnicodeError:
            return failobj
        return charset.lower()

    def get_charsets(self, failobj=None):
        return [part.get_content_charset(failobj) for part in self.walk()]

    def get_content_disposition(self):
        value = self.get('content-disposition')
        return None if value is None else _splitparam(value)[0].lower()

    def walk(self):
        """The message and all its parts, depth first."""
        yield self
        if self.is_multipart():
            for part in self.get_payload():
                yield from part.walk()


class MIMEPart(Message):
    """A message with the newer interface: contents that are got and set, parts that are found."""

    def __init__(self, policy=None):
        if policy is None:
            from email.policy import default
            policy = default
        super().__init__(policy)

    def as_string(self, unixfrom=False, maxheaderlen=None, policy=None):
        policy = self.policy if policy is None else policy
        if maxheaderlen is None:
            maxheaderlen = policy.max_line_length
        return super().as_string(unixfrom, maxheaderlen, policy)

    def __str__(self):
        return self.as_string(policy=self.policy.clone(utf8=True))

    def is_attachment(self):
        value = self.get('content-disposition')
        return False if value is None else value.content_disposition == 'attachment'

    def _find_body(self, part, preferencelist):
        if part.is_attachment():
            return
        maintype, subtype = part.get_content_type().split('/')
        if maintype == 'text':
            if subtype in preferencelist:
                yield preferencelist.index(subtype), part
            return
        if maintype != 'multipart' or not self.is_multipart():
            return
        if subtype != 'related':
            for subpart in part.iter_parts():
                yield from self._find_body(subpart, preferencelist)
            return
        if 'related' in preferencelist:
            yield preferencelist.index('related'), part
        candidate = None
        start = part.get_param('start')
        if start:
            candidate = next((p for p in part.iter_parts() if p['content-id'] == start), None)
        if candidate is None:
            parts = part.get_payload()
            candidate = parts[0] if parts else None
        if candidate is not None:
            yield from self._find_body(candidate, preferencelist)

    def get_body(self, preferencelist=('related', 'html', 'plain')):
        """The part that is most likely the body."""
        best, body = len(preferencelist), None
        for rank, part in self._find_body(self, preferencelist):
            if rank < best:
                best, body = rank, part
                if rank == 0:
                    break
        return body

    def iter_attachments(self):
        """The parts that are not the body."""
        maintype, subtype = self.get_content_type().split('/')
        if maintype != 'multipart' or subtype == 'alternative':
            return
        payload = self.get_payload()
        try:
            parts = payload.copy()
        except AttributeError:
            return
        if subtype == 'related':
            start = self.get_param('start')
            if start:
                found = False
                attachments = []
                for part in parts:
                    if part.get('content-id') == start:
                        found = True
                    else:
                        attachments.append(part)
                if found:
                    yield from attachments
                    return
            parts.pop(0)
            yield from parts
            return
        seen = []
        for part in parts:
            maintype, subtype = part.get_content_type().split('/')
            if (maintype, subtype) in (('text', 'plain'), ('text', 'html'), ('multipart', 'related'), ('multipart', 'alternative')) \
                    and not part.is_attachment() and subtype not in seen:
                seen.append(subtype)
                continue
            yield part

    def iter_parts(self):
        """The parts one level below."""
        if self.is_multipart():
            yield from self.get_payload()

    def get_content(self, *args, content_manager=None, **kw):
        """The content as a Python value."""
        return (content_manager or self.policy.content_manager).get_content(self, *args, **kw)

    def set_content(self, *args, content_manager=None, **kw):
        """Make a Python value the content."""
        (content_manager or self.policy.content_manager).set_content(self, *args, **kw)

    def _make_multipart(self, subtype, disallowed_subtypes, boundary):
        if self.get_content_maintype() == 'multipart':
            existing = self.get_content_subtype()
            if existing in disallowed_subtypes + (subtype,):
                raise ValueError(f'Cannot convert {existing} to {subtype}')
        kept = [(k, v) for k, v in self._headers if not k.lower().startswith('content-')]
        moved = [(k, v) for k, v in self._headers if k.lower().startswith('content-')]
        if moved:
            part = type(self)(policy=self.policy)
            part._headers = moved
            part._payload = self._payload
            self._payload = [part]
        else:
            self._payload = []
        self._headers = kept
        self['Content-Type'] = 'multipart/' + subtype
        if boundary is not None:
            self.set_param('boundary', boundary)

    def make_related(self, boundary=None):
        self._make_multipart('related', ('alternative', 'mixed'), boundary)

    def make_alternative(self, boundary=None):
        self._make_multipart('alternative', ('mixed',), boundary)

    def make_mixed(self, boundary=None):
        self._make_multipart('mixed', (), boundary)

    def _add_multipart(self, _subtype, *args, _disp=None, **kw):
        if self.get_content_maintype() != 'multipart' or self.get_content_subtype() != _subtype:
            getattr(self, 'make_' + _subtype)()
        part = type(self)(policy=self.policy)
        part.set_content(*args, **kw)
        if _disp and 'content-disposition' not in part:
            part['Content-Disposition'] = _disp
        self.attach(part)

    def add_related(self, *args, **kw):
        self._add_multipart('related', *args, _disp='inline', **kw)

    def add_alternative(self, *args, **kw):
        self._add_multipart('alternative', *args, **kw)

    def add_attachment(self, *args, **kw):
        self._add_multipart('mixed', *args, _disp='attachment', **kw)

    def clear(self):
        self._headers = []
        self._payload = None

    def clear_content(self):
        self._headers = [(n, v) for n, v in self._headers if not n.lower().startswith('content-')]
        self._payload = None


class EmailMessage(MIMEPart):
    def set_content(self, *args, **kw):
        super().set_content(*args, **kw)
        if 'MIME-Version' not in self:
            self['MIME-Version'] = '1.0'
