# Decimal arithmetic, contexts, signals and conversions
from decimal import *
import decimal, pickle, copy, math
D=Decimal
print(D('1.10')+D('2.205'), D(1)/D(3), D(2)/D(4), D('1e5')*3, 5-D('.5'), D(7)//2, D(7)%D('2.5'), divmod(D(-7),D(2)))
print(repr(D('-0.00')), D('1E+3'), D('123e-10'), D('  12.5 '), D('1_000'), D('Infinity'), D('-inf'), D('nan12'), D('sNaN'))
print(D(0.1), D.from_float(0.25), D((1,(1,2,3),-2)), D(True), D(10**40))
print(D('1.5')==1.5, D('1.1')==1.1, D('0.5')<0.7, D(2)==2, 2==D(2), D(3)>2, D('1.0')==D('1'), D('nan')==D('nan'), D('nan')!=1)
print(hash(D('1.0'))==hash(1), hash(D('0.5'))==hash(0.5), hash(D('1e20'))==hash(10**20), hash(D(-1)), hash(D('-0.5'))==hash(-0.5))
print(D('3.14159').quantize(D('0.01')), D('2.675').quantize(D('0.01'),rounding=ROUND_HALF_UP), round(D('2.5')), round(D('2.567'),2), int(D('-3.9')), float(D('1.25')))
with localcontext() as c:
    c.prec=5
    print(D(1)/7, D('123456.789')+0, +D('1.2345678'), D(2).sqrt(), D(10).ln(), D(1).exp())
    c.rounding=ROUND_UP
    print(D(1)/7, -D('1.2345678'))
print(getcontext())
for f in (lambda: D(1)/0, lambda: D(0)/0, lambda: D('abc'), lambda: D(1)%0, lambda: D('sNaN')+1, lambda: D(10)**400000000000, lambda: D([1,2]), lambda: D(None), lambda: D(1)+1.5, lambda: D(1)<'x', lambda: int(D('inf')), lambda: D('1e30').quantize(D('0.01')), lambda: D(-1).sqrt(), lambda: D(-1).ln(), lambda: D('inf')-D('inf'), lambda: divmod(D(1),D(0))):
    try: print(f())
    except Exception as e: print(type(e).__name__, e, e.args)
print(getcontext().flags[Inexact], sorted(s.__name__ for s,v in getcontext().flags.items() if v))
c=Context(prec=4, traps=[Inexact])
try: c.divide(D(1),D(3))
except Inexact as e: print('trap', type(e), e)
print(c.flags[Inexact], c.traps[Inexact], c)
getcontext().traps[FloatOperation]=True
try: D(1)<1.5
except FloatOperation as e: print('fo',e)
getcontext().traps[FloatOperation]=False
print(pickle.loads(pickle.dumps(D('1.50'))), copy.deepcopy(D('1.5')), D('1.5').as_tuple(), D('1.5').as_integer_ratio())
class M(Decimal):
    def __new__(cls, v, unit='x'):
        s=super().__new__(cls, v); s.unit=unit; return s
    def __str__(self): return f'{Decimal.__str__(self)}{self.unit}'
m=M('1.5','kg'); print(m, m+1, type(m+1).__name__, repr(m), isinstance(m,Decimal), m.unit, m*2==3)
print(sum([D('0.1')]*10), max(D(1),D(3),D(2)), sorted([D(3),D('1.5'),2]), math.floor(D('-1.5')), math.ceil(D('1.2')), abs(D('-2')), math.sqrt(D(4)))
print(f"{D('1234567.891'):,.2f} {D('0.5'):.0%} {D('1.5'):>10} {D('3.14159'):.3f} {D('1e10'):f} {D('12'):e} {D('1234.5'):+012.3f}")
print(D(2)**10, D(2)**-1, D('1.1')**D('2.5'), pow(D(3),4,5), 2**D(3))
print(D('1E-1000')*D('1E-999500'), D('9e999999')*1)
getcontext().prec=28
try: print(D('9e999999')*10)
except Overflow as e: print('overflow', e)
print(D('1.20').normalize(), D('100').normalize(), D('12.3').to_integral_value(), D('1.5').compare(D(2)), D('1').compare_total(D('1.0')), D(5).max(D(3)), D('0.1').adjusted())
print(D('1101').logical_and(D('1011')), D('12345').rotate(2), D('1').next_plus(), D('-0').is_zero(), D('nan').is_nan(), D('1e-7'), D('0E-9'), D('0e5'))
print(decimal.getcontext() is decimal.getcontext(), type(getcontext()), isinstance(D(1), __import__('numbers').Number))
print([str(D(x).quantize(D(1),rounding=r)) for r in (ROUND_UP,ROUND_DOWN,ROUND_CEILING,ROUND_FLOOR,ROUND_HALF_UP,ROUND_HALF_DOWN,ROUND_HALF_EVEN,ROUND_05UP) for x in ('1.5','-2.5','0.4','5.1')])
getcontext().prec=100; print(D(1)/D(7), D(2).sqrt(), D(10**60+1)*D(10**60-1))
getcontext().prec=3; print(D('999.5')+0, D('99.95')*1, D('1e3')+D('1e-50'), D('1e3')-D('1e-50'))
