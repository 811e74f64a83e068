"""What generated programs import: they print through these, alike on both sides."""


def lines(e):
    """Line numbers of a traceback within the program, outermost first. Comprehensions have no frame of their own
    here, and the modules that the program uses are written in other lines."""
    found = []
    tb = e.__traceback__
    while tb is not None:
        if "program_" in tb.tb_frame.f_code.co_filename and (not found or found[-1] != tb.tb_lineno):
            found.append(tb.tb_lineno)
        tb = tb.tb_next
    # Once a function is warm, CPython runs "store, load" as one instruction and gives the store's line for the load.
    return found[:-1] if type(e) is UnboundLocalError else found


def links(e):
    """The chain of causes and contexts as text."""
    text = ""
    seen = 0
    while e is not None and seen < 5:
        seen += 1
        other = e.__cause__ if e.__cause__ is not None else e.__context__
        if other is not None:
            text += (" <= " if e.__cause__ is not None else " <- ") + type(other).__name__
        e = other
    return text


def report(e, with_lines=True):
    try:
        text = str(e)
    except Exception as inner:
        text = "str() failed: " + type(inner).__name__
    print("!", type(e).__name__ + ":", text + (links(e) if with_lines else ""), lines(e) if with_lines else "")


def stable(value):
    """repr, with the items of sets in order unless they are numbers."""
    kind = type(value)
    if kind in (set, frozenset) and not all(type(x) in (int, bool) for x in value):
        return kind.__name__ + "{" + ", ".join(sorted(map(stable, value))) + "}"
    if kind in (list, tuple) and any(type(x) in (set, frozenset, list, tuple) for x in value):
        return kind.__name__ + "(" + ", ".join(map(stable, value)) + ")"
    return repr(value)


def show(*values):
    for value in values:
        try:
            print(type(value).__name__, stable(value))
        except Exception as e:
            report(e)


def t(f):
    try:
        value = f()
    except Exception as e:
        report(e)
    else:
        show(value)


def m(f):
    """As t, for what is written in Python on one side only."""
    try:
        value = f()
    except Exception as e:
        report(e, False)
    else:
        show(value)


class Cm:
    """A context manager that says what happens to it."""

    def __init__(self, name, swallow=False, fail=None):
        self.name, self.swallow, self.fail = name, swallow, fail

    def __enter__(self):
        print("enter", self.name)
        if self.fail == "enter":
            raise KeyError(self.name)
        return self.name

    def __exit__(self, kind, value, trace):
        print("exit", self.name, kind and kind.__name__, value, trace is not None)
        if self.fail == "exit":
            raise OSError(self.name)
        return self.swallow


def drive(make, steps):
    """Runs a generator through next, send, throw and close, then closes it."""
    try:
        g = make()
    except Exception as e:
        report(e)
        return
    for what, value in steps:
        try:
            if what == "next":
                show(next(g))
            elif what == "send":
                show(g.send(value))
            elif what == "throw":
                show(g.throw(value))
            else:
                show(g.close())
        except StopIteration as e:
            print("stop", repr(e.value))
        except Exception as e:
            report(e)
    try:
        g.close()
    except Exception as e:
        report(e)


def user_hash(x):
    """hash(x), unless it is made from the address: of objects without a hash of their own, and of nan."""
    if type(x).__hash__ is object.__hash__ or holds_nan(x):
        return "by identity"
    return hash(x)


def holds_nan(x):
    if isinstance(x, (tuple, frozenset)):
        return any(map(holds_nan, x))
    return isinstance(x, (float, complex)) and x != x
