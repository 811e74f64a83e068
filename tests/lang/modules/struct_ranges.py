# What struct says of integers out of range.
import struct

for prefix in "<>@":
    for letter in "bBhHiIlLqQ":
        for value in (-1, 300, 70000, 2**40, 2**63, -(2**63) - 1, 2**64):
            try:
                struct.pack(prefix + letter, value)
            except struct.error as e:
                print(prefix + letter, value, e)
