"""bytes, bytearray, encodings, base64, hashes."""
import base64
import binascii
import hashlib

from timing import main

TEXT = "The quick brown fox jumps over the lazy dog. " * 4
UNI = "naïve café – Ελλάδα und Straße, " * 4
DATA = TEXT.encode()
UDATA = UNI.encode()


def t_encode(n):
    for _ in range(n):
        TEXT.encode()


def t_encode_named(n):
    for _ in range(n):
        TEXT.encode("utf-8")


def t_encode_short(n):
    for _ in range(n):
        "key".encode()


def t_encode_unicode(n):
    for _ in range(n):
        UNI.encode("utf-8")


def t_encode_latin1(n):
    for _ in range(n):
        TEXT.encode("latin-1")


def t_encode_ascii(n):
    for _ in range(n):
        TEXT.encode("ascii")


def t_decode(n):
    for _ in range(n):
        DATA.decode()


def t_decode_named(n):
    for _ in range(n):
        DATA.decode("utf-8")


def t_decode_short(n):
    for _ in range(n):
        b"key".decode()


def t_decode_unicode(n):
    for _ in range(n):
        UDATA.decode("utf-8")


def t_decode_latin1(n):
    for _ in range(n):
        DATA.decode("latin-1")


def t_bytes_split(n):
    for _ in range(n):
        DATA.split(b" ")


def t_bytes_find(n):
    for _ in range(n):
        DATA.find(b"lazy")


def t_bytes_replace(n):
    for _ in range(n):
        DATA.replace(b"fox", b"cat")


def t_bytes_join(n):
    parts = [b"a", b"bc", b"def"] * 4
    for _ in range(n):
        b",".join(parts)


def t_bytes_slice(n):
    for _ in range(n):
        DATA[10:20]


def t_bytes_index(n):
    for _ in range(n):
        DATA[10]


def t_bytes_iterate(n):
    for _ in range(n):
        for b in DATA:
            pass


def t_bytes_sum(n):
    for _ in range(n):
        sum(DATA)


def t_bytes_equal(n):
    a = bytes(DATA)
    b = bytes(bytearray(DATA))
    for _ in range(n):
        a == b


def t_bytes_concat(n):
    for _ in range(n):
        b"head" + DATA


def t_bytes_startswith(n):
    for _ in range(n):
        DATA.startswith(b"The")


def t_bytes_list(n):
    values = list(range(64))
    for _ in range(n):
        bytes(values)


def t_bytes_hex(n):
    for _ in range(n):
        DATA.hex()


def t_bytes_fromhex(n):
    h = DATA.hex()
    for _ in range(n):
        bytes.fromhex(h)


def t_bytes_in(n):
    for _ in range(n):
        b"lazy" in DATA


def t_bytes_translate(n):
    table = bytes(range(255, -1, -1))
    for _ in range(n):
        DATA.translate(table)


def t_bytes_upper(n):
    for _ in range(n):
        DATA.upper()


def t_bytes_strip(n):
    for _ in range(n):
        b"  x ".strip()


def t_bytearray_append(n):
    b = bytearray()
    for i in range(n):
        b.append(i & 255)


def t_bytearray_extend(n):
    b = bytearray()
    for i in range(n):
        b.extend(b"abc")


def t_bytearray_iadd(n):
    b = bytearray()
    for i in range(n):
        b += b"abc"


def t_bytearray_set(n):
    b = bytearray(16)
    for i in range(n):
        b[3] = i & 255


def t_bytearray_get(n):
    b = bytearray(16)
    for i in range(n):
        b[3]


def t_int_to_bytes(n):
    for i in range(n):
        i.to_bytes(4, "big")


def t_int_from_bytes(n):
    for i in range(n):
        int.from_bytes(b"\x01\x02\x03\x04", "big")


def t_b64encode(n):
    for i in range(n):
        base64.b64encode(DATA)


def t_b64decode(n):
    coded = base64.b64encode(DATA)
    for i in range(n):
        base64.b64decode(coded)


def t_hexlify(n):
    for i in range(n):
        binascii.hexlify(DATA)


def t_md5(n):
    for i in range(n):
        hashlib.md5(DATA).hexdigest()


def t_sha256(n):
    for i in range(n):
        hashlib.sha256(DATA).hexdigest()


main(globals())
