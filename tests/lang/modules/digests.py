# Digests of every algorithm, keyed and extendable ones, and HMAC
import hashlib, hmac, base64, copy
for n in sorted(hashlib.algorithms_guaranteed):
    h=hashlib.new(n); h.update(b'abc'); h.update(bytearray(b'x'*300)); g=h.copy(); g.update(b'!')
    if n.startswith('shake'): print(n,h.digest_size,h.block_size,h.name,h.hexdigest(20),h.digest(5),g.hexdigest(3)); continue
    print(n,h.digest_size,h.block_size,h.name,h.hexdigest(),g.hexdigest()==h.hexdigest(),len(h.digest()),getattr(hashlib,n)(b'abc'+b'x'*300).digest()==h.digest(), getattr(hashlib,n)().hexdigest())
print(hashlib.blake2b(b'hi',digest_size=16,key=b'secret',salt=b'salt',person=b'me').hexdigest(), hashlib.blake2s(b'hi'*100,digest_size=10,key=b'k').hexdigest(), hashlib.blake2b(b'x'*128).hexdigest(), hashlib.blake2b(b'x'*256,fanout=2,depth=2,leaf_size=4096,node_offset=1,node_depth=1,inner_size=64,last_node=True).hexdigest())
print(hashlib.blake2b.SALT_SIZE, hashlib.blake2s.MAX_KEY_SIZE, hashlib.blake2b.MAX_DIGEST_SIZE, hashlib.blake2b().digest_size)
for f in (lambda: hashlib.md5('x'), lambda: hashlib.sha1(5), lambda: hashlib.new('nope'), lambda: hashlib.blake2b(digest_size=65), lambda: hashlib.blake2b(key=b'x'*65), lambda: hashlib.blake2s(salt=b'x'*9), lambda: hashlib.sha256().update('s'), lambda: hashlib.sha256(1), lambda: hashlib.new(5)):
    try: print(f())
    except Exception as e: print(type(e).__name__, str(e).splitlines()[0])
print(hashlib.new('SHA256',b'a').name, hashlib.sha256(string=b'a').hexdigest()[:8], hashlib.md5(b'a',usedforsecurity=False).hexdigest(), hashlib.sha256(memoryview(b'abc')).hexdigest()[:8])
m=hmac.new(b'key',b'msg','sha256'); print(m.hexdigest(), m.name, m.digest_size, m.block_size); m2=m.copy(); m2.update(b'more'); print(m2.hexdigest(), m.hexdigest()==hmac.digest(b'key',b'msg','sha256').hex(), hmac.new(b'k'*200,b'x',hashlib.md5).hexdigest(), hmac.compare_digest(b'a',b'a'))
print(hashlib.pbkdf2_hmac('sha256',b'p',b's',10).hex(), hashlib.pbkdf2_hmac('sha1',b'p',b's',10,8).hex())
print(type(hashlib.sha256()).__name__, 'sha256' in hashlib.algorithms_available)
