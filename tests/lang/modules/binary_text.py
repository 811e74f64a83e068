import base64
import binascii
import quopri
import io

data = bytes(range(256))
for name in ('b16', 'b32', 'b32hex', 'b64', 'b85', 'a85', 'standard_b64', 'urlsafe_b64'):
    encode, decode = getattr(base64, name + 'encode'), getattr(base64, name + 'decode')
    for size in range(12):
        assert decode(encode(data[:size])) == data[:size]
    print(name, encode(b'Many hands'), encode(bytes(8)), decode(encode(data)) == data)
print(base64.b64encode(data[-6:], b'-_'), base64.b64decode(b'-_-_', altchars=b'-_'), base64.b32decode('mzxw6===', casefold=True))
print(base64.a85encode(b'hello world    x' * 3, foldspaces=True, wrapcol=20, adobe=True), base64.a85decode(b'<~87cURD]~>', adobe=True))
print(base64.encodebytes(data[:100]), base64.decodebytes(b'aGk=\n'))
out = io.BytesIO()
base64.encode(io.BytesIO(data), out)
print(out.getvalue()[:30])


def error(f, *args, **options):
    try:
        print(f(*args, **options))
    except Exception as e:
        print(type(e).__name__, e)


error(base64.b64decode, 'YQ')
error(base64.b64decode, 'Y')
error(base64.b64decode, 'Y$Q=', validate=True)
error(base64.b64decode, 'YQ=$=')
error(base64.b64decode, 'é')
error(base64.b64decode, 5)
error(base64.b64encode, 'text')
error(base64.b32decode, 'abc')
error(base64.b32decode, '1BCDEFGH')
error(base64.b16decode, 'ab')
error(base64.b85decode, b'"')
error(base64.a85decode, b'z!z')
error(binascii.a2b_base64, b'=YQ=', strict_mode=True)
error(binascii.a2b_base64, b'YQ==YQ', strict_mode=True)
error(binascii.unhexlify, 'abc')
error(binascii.unhexlify, 'zz')
error(binascii.a2b_uu, b'!')
error(binascii.b2a_uu, bytes(46))
print(binascii.hexlify(b'\x01\x02\x03\x04\x05', '-', 2), binascii.hexlify(b'\x01\x02\x03', ':', -2), binascii.b2a_hex(b'ab'), binascii.unhexlify('DEad'))
print(binascii.crc32(b'hello'), binascii.crc32(b'lo', binascii.crc32(b'hel')), binascii.crc_hqx(b'hello', 0))
print(binascii.b2a_uu(b'hello world'), binascii.a2b_uu(binascii.b2a_uu(data[:45])) == data[:45], binascii.b2a_uu(b'\0\0', backtick=True))
print(binascii.b2a_qp(b'a=b \xe9\n.\n' + b'x' * 90 + b' \n'), binascii.a2b_qp(b'a=3Db=\nc_d'), binascii.a2b_qp(b'a_b', header=True), binascii.b2a_qp(b'a b_', header=True))
print(quopri.encodestring(b'caf\xc3\xa9 = x\t\n'), quopri.decodestring('caf=C3=A9 =\nx'))
out = io.BytesIO()
quopri.encode(io.BytesIO(b'line \xff\n  \n'), out, True)
print(out.getvalue())
quopri.decode(io.BytesIO(out.getvalue()), out)
print(out.getvalue())
