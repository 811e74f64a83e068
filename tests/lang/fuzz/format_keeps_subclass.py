# format() of a subclass of str that changes nothing gives the object itself; errors name the subclass.
def t(f):
    try:
        v = f()
        print(type(v).__name__, repr(v))
    except Exception as e:
        print(type(e).__name__, e)


class S(str): pass
class F(float): pass
class I(int): pass


for value in (S("ab"), F(2.5), I(3)):
    for spec in ("", "1", ">1", "x", "s", ".1", "5", "y"):
        t(lambda: format(value, spec))
        t(lambda: ("{:%s}" % spec).format(value))
        t(lambda: ("{:%s}a" % spec).format(value))
        t(lambda: value.__format__(spec))
t(lambda: "{}".format(S("ab")))
t(lambda: "{!s}".format(S("ab")))
t(lambda: f'{S("ab")}')
t(lambda: "{0:1}{1}".format(S("ab"), ""))
t(lambda: "{1}{0:1}".format(S("ab"), ""))
t(lambda: b"%i" % "a")
t(lambda: "%i" % "a")
t(lambda: S("ab") % {})
t(lambda: S("ab") % 1)
t(lambda: S("%s") % 1)
t(lambda: S("") % ())
t(lambda: "%s" % S("ab"))
