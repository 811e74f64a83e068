"""Base16, Base32, Base64."""
import _hashlib
import binascii


def _bytes(s):
    if isinstance(s, str):
        try:
            return s.encode('ascii')
        except UnicodeEncodeError:
            raise ValueError('string argument should contain only ASCII characters') from None
    if not isinstance(s, (bytes, bytearray)):
        raise TypeError(f'argument should be a bytes-like object or ASCII string, not {type(s).__name__!r}')
    return bytes(s)


def b64encode(s, altchars=None):
    encoded = _hashlib.encode64(s)
    return encoded.translate(bytes.maketrans(b'+/', altchars)) if altchars is not None else encoded


def b64decode(s, altchars=None, validate=False):
    s = _bytes(s)
    if altchars is not None:
        s = s.translate(bytes.maketrans(_bytes(altchars), b'+/'))
    if validate:
        for c in s.rstrip(b'='):
            if not (48 <= c <= 57 or 65 <= c <= 90 or 97 <= c <= 122 or c in b'+/'):
                raise binascii.Error('Only base64 data is allowed')
    return binascii.a2b_base64(s)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s).translate(bytes.maketrans(b'+/', b'-_'))


def urlsafe_b64decode(s):
    return b64decode(_bytes(s).translate(bytes.maketrans(b'-_', b'+/')))


def b16encode(s):
    return bytes(s).hex().upper().encode()


def b16decode(s, casefold=False):
    s = _bytes(s)
    if casefold:
        s = s.upper()
    for c in s:
        if c not in b'0123456789ABCDEF':
            raise binascii.Error('Non-base16 digit found')
    return binascii.unhexlify(s)


_b32 = b'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'


def b32encode(s):
    s = bytes(s)
    left = len(s) % 5
    padded = s + bytes(5 - left) if left else s
    out = bytearray()
    for i in range(0, len(padded), 5):
        n = int.from_bytes(padded[i:i + 5], 'big')
        for shift in range(35, -1, -5):
            out.append(_b32[n >> shift & 31])
    pad = {0: 0, 1: 6, 2: 4, 3: 3, 4: 1}[left]
    if pad:
        out[-pad:] = b'=' * pad
    return bytes(out)


def b32decode(s, casefold=False, map01=None):
    s = _bytes(s)
    if len(s) % 8:
        raise binascii.Error('Incorrect padding')
    if casefold:
        s = s.upper()
    stripped = s.rstrip(b'=')
    pad = len(s) - len(stripped)
    if pad not in (0, 1, 3, 4, 6):
        raise binascii.Error('Incorrect padding')
    out = bytearray()
    for i in range(0, len(stripped), 8):
        n = 0
        part = stripped[i:i + 8]
        for c in part:
            at = _b32.find(c)
            if at < 0:
                raise binascii.Error('Non-base32 digit found')
            n = n << 5 | at
        n <<= 5 * (8 - len(part))
        out += n.to_bytes(5, 'big')
    return bytes(out[:len(out) - {0: 0, 1: 1, 3: 2, 4: 3, 6: 4}[pad]])


def encodebytes(s):
    return b''.join([b64encode(s[i:i + 57]) + b'\n' for i in range(0, len(s), 57)])


def decodebytes(s):
    return binascii.a2b_base64(s)
