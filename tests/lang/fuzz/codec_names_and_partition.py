# Names of codecs, the separator partition() gives back, __index__ with a bool.
import operator
def t(f):
    try: v=f(); print(type(v).__name__, v)
    except Exception as e: print(type(e).__name__, e)
class I:
    def __index__(self): return True
t(lambda: operator.index(I())); t(lambda: operator.index(True)); t(lambda: [1,2][I()]); t(lambda: hex(I())); t(lambda: int(I()))
for x in (b'abc', bytearray(b'abc')):
    for s in (b'b', bytearray(b'b'), b'q', bytearray(b'q'), memoryview(b'b')):
        t(lambda: [type(i).__name__ for i in x.partition(s)]); t(lambda: [type(i).__name__ for i in x.rpartition(s)])
for f in (lambda: 'a'.encode('\0'), lambda: 'a'.encode('utf-8','\0'), lambda: b'a'.decode('\0'), lambda: b'a'.decode('utf-8','\0'), lambda: str(b'a','\0'), lambda: bytes('a','\0'), lambda: bytes('a','utf8','\0'), lambda: bytearray([],'\0'), lambda: b'a'.decode(5), lambda: 'a'.encode(5)): t(f)
