# A value that runs code while it is packed may make the format that is in use leave the cache.
import struct


def churn():
    for i in range(100):
        struct.calcsize('<%dxi' % i)


class Meta(type):
    def __index__(cls):
        churn()
        return 7

    def __float__(cls):
        churn()
        return 0.5


class Value(metaclass=Meta):
    pass


class Plain:
    __index__ = Meta.__index__
    __float__ = Meta.__float__


print(struct.pack('<hhihh', Value, Plain(), Value, 4, Value))
print(struct.pack('<dfd', Value, Value, Plain()))
buffer = bytearray(8)
struct.pack_into('<hhi', buffer, 0, Value, 2, Value)
print(buffer)
