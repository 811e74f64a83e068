# Sums with a zero of any exponent, and the absolute value of what is no number
from decimal import *
D=Decimal
c=getcontext()
c.traps[InvalidOperation]=False
print(abs(D('sNaN5')), abs(D('-nan')), abs(D('-inf')), abs(D('-0')), D('0E-500000')+D('1.5'), D('0E+500000')+D('1.5'), D('1.5E+400000')+D('0E-400000'), D(0)+D('1E+5'), D('0.00')+5)
