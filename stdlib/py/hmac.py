"""Keyed hashing."""
import hashlib


class HMAC:
    def __init__(self, key, msg=None, digestmod=''):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError(f'key: expected bytes or bytearray, but got {type(key).__name__!r}')
        if not digestmod:
            raise TypeError("Missing required argument 'digestmod'.")
        self._make = (lambda d=b'': hashlib.new(digestmod, d)) if isinstance(digestmod, str) else \
            digestmod.new if hasattr(digestmod, 'new') else digestmod
        inner = self._make()
        self.digest_size = inner.digest_size
        self.block_size = inner.block_size
        self.name = 'hmac-' + inner.name
        key = bytes(key)
        if len(key) > self.block_size:
            key = self._make(key).digest()
        key = key + bytes(self.block_size - len(key))
        self._outer = bytes([b ^ 0x5c for b in key])
        self._inner = bytearray([b ^ 0x36 for b in key])
        if msg is not None:
            self.update(msg)

    def update(self, msg):
        self._inner += msg

    def digest(self):
        return self._make(self._outer + self._make(bytes(self._inner)).digest()).digest()

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        other = object.__new__(HMAC)
        other.__dict__.update(self.__dict__)
        other._inner = bytearray(self._inner)
        return other


def new(key, msg=None, digestmod=''):
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    return HMAC(key, msg, digest).digest()


def compare_digest(a, b, /):
    if isinstance(a, str) and isinstance(b, str):
        if not a.isascii() or not b.isascii():
            raise TypeError('comparing strings with non-ASCII characters is not supported')
        a, b = a.encode(), b.encode()
    elif isinstance(a, str) or isinstance(b, str):
        raise TypeError(f"unsupported operand types(s) or combination of types: '{type(a).__name__}' and '{type(b).__name__}'")
    if len(a) != len(b):
        return False
    difference = 0
    for x, y in zip(a, b):
        difference |= x ^ y
    return difference == 0
