# What may follow a number without a blank.
import warnings; warnings.simplefilter('ignore')
for s in ('1inf','00inf','0inf','0x1inf','1.5inf','1e5inf','0b1inf','0o7inf','1if 1else 2','1_0in [10]','00in [0]','0and 1','1or 2','1nor','1not in [2]','1and','00or 1','0o7or 1','0x1for x in []','[0x1for x in (1,2)]','1is 1','1else','0_0in [0]','00.5in [1]','1jin [1j]','1jif 1else 2','00jif 1else 0','1l','1L','0l','09.5','0_','1__0','1_','0x','0xg','0b2','0o8','1e','1e+','1.e5x','1.5.5','1a','0a','00a','1fo','1fr','1nx','1ax','1e5a','1ja','0b1a', '0o7a','0xfz', '1in', '00in', '1_000a', '1.0a'):
    try: print(s, eval(s))
    except SyntaxError as e: print(s, e.msg, e.lineno, e.offset, e.end_offset)
    except Exception as e: print(s, type(e).__name__)
