# Formats with fixed places, whole powers, integral values and normal forms of decimals
from decimal import *
D=Decimal
vals=['0','-0','1','-1.5','2.5','0.005','-0.005','0.015','1234567.891','-1234567.895','1e5','1e-7','-1E+3','999.995','0.995','123456789012345678901234567890.12345','12345678901234567890123456789','100','1.000','0.0010','0E+3','0E-5']
for v in vals:
    d=D(v)
    print(v, [format(d,s) for s in ('.2f',',.2f','.0f',',.1f',',.0f','.10f')], d.to_integral_value(), d.to_integral_value(ROUND_UP), d.normalize())
    for n in (1,2,3,7,30):
        try: print(d**n, end=' ')
        except Exception as e: print(type(e).__name__, end=' ')
    print()
getcontext().prec=5; getcontext().rounding=ROUND_DOWN
for v in vals: print(format(D(v),'.2f'), D(v).normalize(), D(v)**2, D(v).to_integral_value(), end=' ')
print(getcontext().flags[Inexact], getcontext().flags[Rounded])
