try:
    raise SystemExit(3)
except SystemExit as e:
    print("caught", e.code, repr(e), str(e))
try:
    exit(4)
except SystemExit as e:
    print("exit", e.code)
try:
    quit("message")
except SystemExit as e:
    print("quit", e.code)
try:
    raise KeyboardInterrupt
except Exception:
    print("wrong")
except BaseException as e:
    print(type(e).__name__)
print(issubclass(SystemExit, Exception), issubclass(GeneratorExit, Exception))
