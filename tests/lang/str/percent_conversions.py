# What % takes for a number.
class T:
    def __trunc__(self): return 7
class I:
    def __int__(self): return 7
class X:
    def __index__(self): return 7
class F:
    def __float__(self): return 7.5
class FT:
    def __float__(self): return 7.5
    def __trunc__(self): return 7
class IT:
    def __int__(self): return 'x'
import warnings; warnings.simplefilter('ignore')
for o in (T(),I(),X(),F(),FT(),IT(),1.9,True,'1',b'1',None,2j,__import__('fractions').Fraction(7,2),__import__('decimal').Decimal('7.5')):
    for c in 'diuxXofgc':
        for s in ('%'+c, ('%'+c).encode()):
            try: print(type(o).__name__, s, s % (o,))
            except Exception as e: print(type(o).__name__, s, type(e).__name__, e)
