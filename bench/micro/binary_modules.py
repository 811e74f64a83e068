"""struct and zlib on bytes."""
import struct
import zlib

from timing import main

DATA = b"The quick brown fox jumps over the lazy dog. " * 4


def t_crc32(n):
    for i in range(n):
        zlib.crc32(DATA)


def t_struct_pack(n):
    for i in range(n):
        struct.pack("<IHB", 1, 2, 3)


def t_struct_unpack(n):
    data = struct.pack("<IHB", 1, 2, 3)
    for i in range(n):
        struct.unpack("<IHB", data)


main(globals())
