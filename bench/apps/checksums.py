# Bytes: base64 by hand and by module, CRC, Adler, run-length coding, hex dumps, message framing.
import base64

ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
TABLE = []
for n in range(256):
    c = n
    for _ in range(8):
        c = 0xEDB88320 ^ (c >> 1) if c & 1 else c >> 1
    TABLE.append(c)


def crc(data):
    value = 0xFFFFFFFF
    for byte in data:
        value = TABLE[(value ^ byte) & 0xFF] ^ (value >> 8)
    return value ^ 0xFFFFFFFF


def adler(data):
    a, b = 1, 0
    for byte in data:
        a = (a + byte) % 65521
        b = (b + a) % 65521
    return b << 16 | a


def encode(data):
    out = bytearray()
    for i in range(0, len(data) - 2, 3):
        n = data[i] << 16 | data[i + 1] << 8 | data[i + 2]
        out.append(ALPHABET[n >> 18])
        out.append(ALPHABET[n >> 12 & 63])
        out.append(ALPHABET[n >> 6 & 63])
        out.append(ALPHABET[n & 63])
    return bytes(out)


def pack_runs(data):
    out = bytearray()
    i = 0
    while i < len(data):
        j = i
        while j < len(data) and data[j] == data[i] and j - i < 255:
            j += 1
        out += bytes((j - i, data[i]))
        i = j
    return bytes(out)


def unpack_runs(data):
    return b"".join(data[i + 1:i + 2] * data[i] for i in range(0, len(data), 2))


def dump(data):
    lines = []
    for i in range(0, len(data), 16):
        row = data[i:i + 16]
        lines.append(f"{i:08x}  {' '.join(f'{b:02x}' for b in row):<47}  {''.join(chr(b) if 32 <= b < 127 else '.' for b in row)}")
    return "\n".join(lines)


def frames(messages):
    return b"".join(len(m).to_bytes(4, "big") + m for m in messages)


def unframe(data):
    out, at = [], 0
    while at < len(data):
        n = int.from_bytes(data[at:at + 4], "big")
        out.append(data[at + 4:at + 4 + n])
        at += 4 + n
    return out


data = bytes(i * i % 251 for i in range(30000))
for _ in range(20):
    sums = crc(data), adler(data)
    coded = encode(data)
    packed = pack_runs(b"aaabccccd" * 1200)
messages = [str(i).encode() * (i % 5) for i in range(15000)]
framed = frames(messages)
print(sums, coded == base64.b64encode(data), base64.b64decode(coded) == data, len(packed), unpack_runs(packed) == b"aaabccccd" * 1200)
print(dump(data[:48]), len(dump(data[:8000])), unframe(framed) == messages, len(framed), data.hex()[:20], bytes.fromhex(data.hex()) == data)
