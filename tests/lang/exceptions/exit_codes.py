# SystemExit: codes, messages, finally blocks, conversion by callers.
import sys
for arg in (None, 0, 3, True, "text", [1], 2.5):
    try: sys.exit(arg)
    except SystemExit as e: print(repr(e.code), e.args)
try: raise SystemExit
except SystemExit as e: print(repr(e.code), e.args)
try: raise SystemExit(1, 2)
except SystemExit as e: print(repr(e.code), e.args)
try: exit(4)
except SystemExit as e: print(e.code)
print(issubclass(SystemExit, Exception), issubclass(SystemExit, BaseException))
def f():
    try: sys.exit(5)
    except Exception: print("not caught as Exception")
    finally: print("finally of f")
try: f()
except SystemExit as e: print("caught", e.code)
with open("/dev/null") as n:
    try:
        sys.exit("message to stderr")
    finally: print("leaving")
