# Where tracebacks put the calls of a with statement's methods.
import traceback


class Guard:
    def __init__(self, fail=False):
        self.fail = fail

    def __enter__(self):
        if self.fail:
            raise ValueError("enter")

    def __exit__(self, *details):
        raise KeyError("exit")


def leave():
    with Guard(): pass


def enter():
    with Guard(), Guard(True) as g:
        pass


def several_lines():
    with (
        Guard() as g,
        Guard()
    ):
        return 1


for f in (leave, enter, several_lines):
    try:
        f()
    except Exception as e:
        print([line.strip() for line in traceback.format_exception(e) if "in <module>" not in line][1].split("\n")[1:], e.__traceback__.tb_next.tb_lineno)
