def attempt(f):
    try:
        f()
    except BaseException as e:
        print(type(e).__name__, e.args, repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
def r1(): raise ValueError
def r2(): raise ValueError("x")
def r3(): raise ValueError("x") from KeyError("cause")
def r4(): raise ValueError("x") from None
def r5():
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("second")
def r6():
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise ValueError("second") from e
def r7():
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("second") from None
def r8(): raise 5
def r9(): raise "text"
def r10(): raise ValueError from 5
def r11(): raise
def r12(): raise int
def r13(): raise None
def r14(): raise KeyError from TypeError
class Odd(Exception):
    def __new__(cls): return 5
def r15(): raise Odd
def r16():
    try:
        raise KeyError("first")
    finally:
        raise ValueError("from finally")
for f in [r1, r2, r3, r4, r5, r6, r7, r8, r9, r10, r11, r12, r13, r14, r16]:
    attempt(f)
try:
    try:
        raise KeyError("again")
    except KeyError:
        raise
except KeyError as e:
    print("reraised", e)
