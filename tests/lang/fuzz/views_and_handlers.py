# Set operators of dict views take any iterable; failing codecs leave no frames of their own.
def t(f):
    try: v=f(); print(type(v).__name__, sorted(v, key=repr) if isinstance(v, set) else v)
    except Exception as e: print(type(e).__name__, e)
class F(float): pass
class It:
    def __iter__(s): return iter('ab')
class L(list):
    def __iter__(s): return iter('ab')
class R(list):
    def __rsub__(s,o): return 'rsub'
    def __rand__(s,o): return 'rand'
for v in ({'a':1,'c':2}.keys(), {'a':1,'c':2}.items()):
    for o in (F(1), It(), L([5]), R(['a']), ['a'], 5, {'a'}, frozenset('a'), {'a':3}, 'ab', None):
        t(lambda: v-o); t(lambda: v&o); t(lambda: v|o); t(lambda: v^o); t(lambda: o-v); t(lambda: o&v); t(lambda: o|v); t(lambda: o^v)
def x(f):
    try: f()
    except Exception as e:
        n=0; tb=e.__traceback__
        while tb: n+=1; tb=tb.tb_next
        print(type(e).__name__, e, n)
import codecs
x(lambda: 'é'.encode('ascii','nope')); x(lambda: b'\xff'.decode('ascii','nope')); x(lambda: 'a'.encode('nocodec')); x(lambda: b'a'.decode('nocodec')); x(lambda: 'é'.encode('ascii','strict'))
codecs.register_error('mine', lambda e: 1/0)
x(lambda: 'é'.encode('ascii','mine'))
codecs.register_error('mine2', lambda e: 5)
x(lambda: 'é'.encode('ascii','mine2'))
for a in ((None, None), (1, None), (None, "x"), (None,), (1, "x"), (), (1, None, None), (None, None, "f")):
    print(OSError(*a))
for f in (lambda: "a".encode("nocodec"), lambda: b"a".decode("nocodec"), lambda: "a".encode("hex"), lambda: b"a".decode("hex")):
    try: f()
    except LookupError as e: print(e, e.__context__)
