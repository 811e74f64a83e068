"""Names of the domain system beyond ASCII: RFC 3492 and the encoding idna of RFC 3490."""

BASE, TMIN, TMAX, SKEW, DAMP = 36, 1, 26, 38, 700
_DIGITS = 'abcdefghijklmnopqrstuvwxyz0123456789'


def _threshold(k, bias):
    return min(max(k - bias, TMIN), TMAX)


def _adapt(delta, count, first):
    delta = delta // DAMP if first else delta // 2
    delta += delta // count
    k = 0
    while delta > (BASE - TMIN) * TMAX // 2:
        delta //= BASE - TMIN
        k += BASE
    return k + (BASE - TMIN + 1) * delta // (delta + SKEW)


def encode(text, errors='strict'):
    out = [c for c in text if c < '\x80']
    handled = basic = len(out)
    if basic:
        out.append('-')
    n, delta, bias = 128, 0, 72
    while handled < len(text):
        m = min([ord(c) for c in text if ord(c) >= n])
        delta += (m - n) * (handled + 1)
        n = m
        for c in text:
            if ord(c) < n:
                delta += 1
            elif ord(c) == n:
                q, k = delta, BASE
                while q >= (t := _threshold(k, bias)):
                    q, digit = divmod(q - t, BASE - t)
                    out.append(_DIGITS[t + digit])
                    k += BASE
                out.append(_DIGITS[q])
                bias = _adapt(delta, handled + 1, handled == basic)
                delta = 0
                handled += 1
        delta += 1
        n += 1
    return ''.join(out).encode('ascii')


def decode(data, errors='strict'):
    if errors not in ('strict', 'replace', 'ignore'):
        raise UnicodeError(f'Unsupported error handling {errors}')
    data = bytes(data)
    head, dash, tail = data.rpartition(b'-')
    out = list(head.decode('ascii', errors))
    n, i, bias = 128, 0, 72
    digits = iter(tail.decode('ascii', errors).lower())
    for c in digits:
        start, weight, k = i, 1, BASE
        while True:
            digit = _DIGITS.find(c)
            if digit < 0:
                if errors == 'strict':
                    raise UnicodeError(f'Invalid extended code point {c!r}')
                return ''.join(out)
            i += digit * weight
            t = _threshold(k, bias)
            if digit < t:
                break
            weight *= BASE - t
            k += BASE
            c = next(digits, None)
            if c is None:
                if errors == 'strict':
                    raise UnicodeError('incomplete punicode string')
                return ''.join(out)
        bias = _adapt(i - start, len(out) + 1, start == 0)
        step, i = divmod(i, len(out) + 1)
        n += step
        if n > 0x10ffff:
            if errors == 'strict':
                raise UnicodeError(f'Invalid character U+{n:x}')
            n = ord('?')
        out.insert(i, chr(n))
        i += 1
    return ''.join(out)


def _to_ascii(label):
    import unicodedata
    try:
        made = label.encode('ascii')
    except UnicodeEncodeError:
        label = unicodedata.normalize('NFKC', label).lower()
        made = b'xn--' + encode(label) if not label.isascii() else label.encode('ascii')
    if 0 < len(made) < 64:
        return made
    raise UnicodeError('label empty or too long')


def _to_text(label):
    text = label.decode('ascii')
    return decode(label[4:]) if text.lower().startswith('xn--') else text


def _labels(text):
    for dot in '\u3002\uff0e\uff61':
        text = text.replace(dot, '.')
    return text.split('.')


def idna_encode(text, errors='strict'):
    if errors != 'strict':
        raise UnicodeError(f'unsupported error handling {errors}')
    if not text:
        return b''
    labels = _labels(text)
    end = b''
    if not labels[-1]:
        labels.pop()
        end = b'.'
    return b'.'.join(map(_to_ascii, labels)) + end


def idna_decode(data, errors='strict'):
    if errors != 'strict':
        raise UnicodeError(f'Unsupported error handling {errors}')
    data = bytes(data)
    if not data:
        return ''
    if b'xn--' not in data.lower():
        return data.decode('ascii')
    return '.'.join(map(_to_text, data.split(b'.')))
