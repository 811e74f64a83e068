# super() where the first argument is None is an unbound super object.
class A:
    def m(self):
        s = super()
        return str(s), s.__thisclass__, s.__self__, s.__self_class__

    def call(self):
        return super().m()


class D(dict):
    def get(self, *args):
        return super().get(*args)


print(A.m(None))
for f, args in ((A.call, (None,)), (A.call, (5,)), (D.get, (None, 1)), (D.get, ({}, 1)), (D.get, (D(a=1), "a"))):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)
