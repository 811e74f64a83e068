# An uncaught exception with a cause and notes ends the script with exit code 1.
import sys
print("before")
def low(): return {}["missing"]
def high():
    try: low()
    except KeyError as e:
        err = ValueError("could not read")
        err.add_note("a note")
        raise err from e
try: high()
except ValueError as e:
    print(repr(e), repr(e.__cause__), e.__notes__)
    e.__notes__.clear()
    raise
finally: print("finally runs")
