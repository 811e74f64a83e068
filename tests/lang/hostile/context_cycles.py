# Cycles among exceptions, made by assignment and by re-raising.
a, b, c = ValueError(1), KeyError(2), OSError(3)
a.__context__ = b
b.__context__ = c
c.__context__ = b
try:
    try:
        raise a
    except ValueError:
        raise TypeError(4)
except TypeError as e:
    print(e, repr(e.__context__), repr(e.__context__.__context__))
a.__cause__ = a
try:
    raise a
except ValueError as e:
    print(e.__cause__ is e)
try:
    try:
        raise a
    except ValueError as first:
        try:
            raise b
        except KeyError as second:
            raise first
except ValueError as e:
    print(repr(e), repr(e.__context__))
