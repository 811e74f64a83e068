"""Secure hashes."""
import _hashlib

algorithms_guaranteed = {'md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3_224', 'sha3_256', 'sha3_384', 'sha3_512', 'blake2b', 'blake2s'}
algorithms_available = set(algorithms_guaranteed)
_names = {'sha3_224': 'sha3-224', 'sha3_256': 'sha3-256', 'sha3_384': 'sha3-384', 'sha3_512': 'sha3-512', 'blake2b': 'blake2b512', 'blake2s': 'blake2s256'}
_sizes = {}
_blocks = {'sha384': 128, 'sha512': 128, 'sha3_224': 144, 'sha3_256': 136, 'sha3_384': 104, 'sha3_512': 72, 'blake2b': 128}


class HASH:
    def __init__(self, name, data=b''):
        self.name = name
        self._engine = _names.get(name, name)
        size = _sizes.get(self._engine)
        if size is None:
            empty = _hashlib.digest(self._engine, b'')
            if empty is None:
                raise ValueError(f'unsupported hash type {name}')
            size = _sizes[self._engine] = len(empty)
        self.digest_size = size
        self.block_size = _blocks.get(name, 64)
        self._data = bytearray()
        self.update(data)

    def update(self, data, /):
        if isinstance(data, str):
            raise TypeError('Strings must be encoded before hashing')
        if not isinstance(data, (bytes, bytearray)):
            raise TypeError('object supporting the buffer API required')
        self._data += data

    def digest(self):
        return _hashlib.digest(self._engine, self._data)

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        return HASH(self.name, self._data)

    def __repr__(self):
        return f'<{self.name} _hashlib.HASH object @ {hex(id(self))}>'


def new(name, data=b'', *, usedforsecurity=True):
    return HASH(name.lower().replace('-', '_') if name.lower().startswith('sha3') else name.lower().replace('-', ''), data)


def md5(string=b'', *, usedforsecurity=True): return HASH('md5', string)
def sha1(string=b'', *, usedforsecurity=True): return HASH('sha1', string)
def sha224(string=b'', *, usedforsecurity=True): return HASH('sha224', string)
def sha256(string=b'', *, usedforsecurity=True): return HASH('sha256', string)
def sha384(string=b'', *, usedforsecurity=True): return HASH('sha384', string)
def sha512(string=b'', *, usedforsecurity=True): return HASH('sha512', string)
def sha3_224(string=b'', *, usedforsecurity=True): return HASH('sha3_224', string)
def sha3_256(string=b'', *, usedforsecurity=True): return HASH('sha3_256', string)
def sha3_384(string=b'', *, usedforsecurity=True): return HASH('sha3_384', string)
def sha3_512(string=b'', *, usedforsecurity=True): return HASH('sha3_512', string)
def blake2b(data=b'', /, *, usedforsecurity=True): return HASH('blake2b', data)
def blake2s(data=b'', /, *, usedforsecurity=True): return HASH('blake2s', data)


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    return _hashlib.pbkdf2(hash_name, password, salt, iterations, dklen or HASH(hash_name).digest_size)


def file_digest(fileobj, digest, /):
    h = new(digest) if isinstance(digest, str) else digest()
    h.update(fileobj.read())
    return h
