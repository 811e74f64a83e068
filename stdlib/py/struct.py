"""Values to and from bytes, laid out by a format."""
__all__ = ['calcsize', 'pack', 'pack_into', 'unpack', 'unpack_from', 'iter_unpack', 'Struct', 'error']

from _struct import Struct, calcsize, error, iter_unpack, pack, pack_into, unpack, unpack_from
