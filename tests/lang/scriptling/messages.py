# K21: message fragments scripts look for; K20: format() of a percentage; K10: sys.exit passes every except
import io
import sys


def text(f):
    try:
        f()
    except Exception as e:
        return str(e)


def attempt(fragment, f):
    message = text(f)
    print(fragment in message, type(message) == "STRING")


class Fixed:
    @property
    def value(self):
        return 1


def set_value():
    Fixed().value = 2


def recurse(n):
    return recurse(n + 1)


def closed():
    s = io.StringIO()
    s.close()
    s.write("x")


def bare_raise():
    raise


attempt("division by zero", lambda: 1 / 0)
attempt("division by zero", lambda: 1 // 0)
attempt("division by zero", lambda: 1 % 0)
attempt("division by zero", lambda: 1.0 // 0)
attempt("cannot convert", lambda: int("abc"))
attempt("base must be", lambda: int("1", 99))
attempt("read-only", set_value)
attempt("No active exception", bare_raise)
attempt("not enough arguments", lambda: "%s %s" % 1)
attempt("not all arguments converted", lambda: "%s" % (1, 2))
attempt("a number is required", lambda: "%d" % "x")
attempt("incomplete format", lambda: "%" % 1)
attempt("call depth exceeded", lambda: recurse(0))
attempt("closed", closed)
attempt("StopIteration", lambda: next(iter([])))
attempt("StopIteration", lambda: next(range(0)))
print(format(0.5, "%"), f"{0.5:%}", format(1, "%"), format(0.5, ".1%"), format(3), format("a", ">3"), format(2.5, ""))
print("len" in dir(), "print" in dir(), keys({1: 2}), copy([1]) == [1])


def leave():
    try:
        try:
            sys.exit(3)
        except SystemExit:
            print("not here")
        except:
            print("nor here")
        finally:
            print("finally runs")
    except BaseException:
        print("never")


try:
    leave()
finally:
    print("so does this")
