import hashlib, base64, hmac, uuid, binascii
for n in ('md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3_256', 'blake2b'): print(n, hashlib.new(n, b'abc').hexdigest(), getattr(hashlib, n)().digest_size, getattr(hashlib, n)().block_size, getattr(hashlib, n)().name)
h = hashlib.sha256(); h.update(b'a'); c = h.copy(); h.update(b'bc'); print(h.hexdigest() == hashlib.sha256(b'abc').hexdigest(), c.hexdigest()[:8], h.digest()[:4])
for f in (lambda: hashlib.md5('a'), lambda: hashlib.new('nope'), lambda: base64.b64decode('abc'), lambda: base64.b64decode('a'), lambda: uuid.UUID('zz'), lambda: binascii.unhexlify('abc'), lambda: binascii.unhexlify('zz')):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(base64.b64encode(b'hello'), base64.b64decode('aGVsbG8='), base64.b64encode(b''), base64.urlsafe_b64encode(b'\xff\xfe\xfd'), base64.urlsafe_b64decode('__79'), base64.b16encode(b'\xab'), base64.b32encode(b'hello!'), base64.b32decode('NBSWY3DPEE======'), base64.b64decode(b'aGVs\nbG8='))
print(hmac.new(b'key', b'msg', 'sha256').hexdigest(), hmac.compare_digest('a', 'a'), hmac.new(b'k' * 100, b'm', hashlib.md5).hexdigest(), hashlib.pbkdf2_hmac('sha256', b'p', b's', 10).hex())
u = uuid.UUID('12345678-1234-5678-1234-567812345678'); print(u, repr(u), u.hex, u.int, u.version, u == uuid.UUID(int=u.int), u.fields, u.urn, u.bytes[:3])
v = uuid.uuid4(); print(v.version, len(str(v)), v != uuid.uuid4(), uuid.uuid5(uuid.NAMESPACE_DNS, 'python.org'), uuid.uuid3(uuid.NAMESPACE_URL, 'x'), uuid.uuid1().version)
print(binascii.hexlify(b'ab'), binascii.crc32(b'hello'), binascii.b2a_base64(b'x'))
