from decimal import *
D=Decimal
print(D('1.1')+D('2.2'), D(1)/D(3), D('1.20')*3, D(10)/4, D('1e3'), D('0.0000001'), D('123E+5'))
print(D('2.675').quantize(D('0.01')), D('2.665').quantize(D('0.01'),rounding=ROUND_HALF_UP), round(D('2.5')), round(D('1.2345'),2))
print(D(2).sqrt(), D(2)**D('0.5'), D(2)**10, D(2)**-3, D('1.5')**2, D(10).ln(), D(1).exp(), D(1000).log10(), D('2').log10())
print(f"{D('1234567.891'):,.2f}", f"{D('0.5'):.0%}", f"{D('1.5'):>10}|", f"{D('3.14159'):.3f}", f"{D('1e10'):e}", format(D('1234.5'),'012,.2f'), f"{D('12.3456'):.2e}", f"{D('1.0'):g}", f'{D(0):.3e}')
print(D('7')//D('2'), D('-7')//D('2'), D('-7')%D('3'), divmod(D(17),D(5)), -D('3'), abs(D('-2')), +D('1.00'))
print(D('1.0')==1, D('1.1')==1.1, D(1)<2, hash(D('1.0'))==hash(1), hash(D('0.5'))==hash(0.5), D('NaN')==D('NaN'), D('Infinity')>10**100, D('1.50').normalize(), D('100').normalize())
for f in (lambda: D(1)/0, lambda: D(0)/0, lambda: D('x'), lambda: D('-1').sqrt(), lambda: D('1e999999')*10):
    try: print(f())
    except Exception as e: print(type(e).__name__, e, isinstance(e, ZeroDivisionError))
getcontext().prec=6
print(D(1)/7, D('123456789')+0, getcontext().prec)
with localcontext() as c:
    c.prec=50
    print(D(1)/7, D(2).sqrt())
print(sum([D('0.1')]*10), D('0.1').as_tuple(), D(0.1), D((1,(1,2,3),-2)), int(D('3.9')), float(D('2.5')), D('3.7').to_integral_value(), D('1').compare(D('2')), max(D(1),D(2)), D('1E+2')+D('1'), str(D('1E-10')), D('12.50').as_integer_ratio())
print([str(D(x).quantize(D('1'),rounding=r)) for x in ('2.5','-2.5','2.4','-2.6','1.5') for r in (ROUND_UP,ROUND_DOWN,ROUND_CEILING,ROUND_FLOOR,ROUND_HALF_UP,ROUND_HALF_DOWN,ROUND_HALF_EVEN,ROUND_05UP)])
print(repr(D('sNaN')), D('-0'), D('0E-5'), D('0.00'), D('-Infinity'), D('123.456').adjusted(), D('1.1').is_signed(), D('1e-3').scaleb(2), D('5').fma(2,3), D(3).max(5))
import math
print(math.floor(D('2.7')), math.ceil(D('2.1')), math.sqrt(D(4)), D('1_000.5'), sorted([D('3'),D('1'),2]), {D('1'):1}[1])
