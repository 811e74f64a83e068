# Imported by imported_modules.py: files of the program are of its dialect.
def truncate(a, b):
    return a // b


def peek(d, k):
    return d[k]


def star(*args):
    return args


once = range(3)
first, second = list(once), list(once)


class Thing:
    pass
