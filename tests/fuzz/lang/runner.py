"""Runs many programs in one process of each side and pairs up what they printed."""
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
MARK = "#### program "
DRIVER = """import sys
from fz import report
for i in range(%d):
    print("%s" + str(i), flush=True)
    try:
        __import__("program_" + str(i))
    except SyntaxError as e:
        print("SyntaxError", e.msg)
    except Exception as e:
        report(e)
print("%send")
"""
ADDRESS = re.compile(r"\b0x[0-9a-f]{6,16}\b")
SECONDS = 20
MEMORY = 3 << 30


def limits():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


class Side:
    def __init__(self, command):
        self.command = command

    def run(self, programs, seed="0"):
        """The output of each program; None from the first that ended the process, and how it ended."""
        folder = tempfile.mkdtemp(prefix="fuzz-")
        try:
            shutil.copy(os.path.join(HERE, "fz.py"), folder)
            for i, program in enumerate(programs):
                with open(os.path.join(folder, "program_%d.py" % i), "w", encoding="utf-8") as f:
                    f.write(program)
            with open(os.path.join(folder, "driver.py"), "w") as f:
                f.write(DRIVER % (len(programs), MARK, MARK))
            environment = dict(os.environ, PYTHONDONTWRITEBYTECODE="1", PYTHONHASHSEED=seed, PYTHONIOENCODING="utf-8:surrogatepass")
            try:
                done = subprocess.run(self.command + ["driver.py"], cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS, preexec_fn=limits)
                text, errors, end = done.stdout, done.stderr, "exit %d" % done.returncode
            except subprocess.TimeoutExpired as e:
                text, errors, end = e.stdout or b"", e.stderr or b"", "still running after %d s" % SECONDS
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        return self.split(text.decode("utf-8", "replace"), errors.decode("utf-8", "replace"), end, len(programs))

    def split(self, text, errors, end, count):
        outputs = [None] * count
        parts = text.split(MARK)[1:]
        for part in parts:
            head, _, body = part.partition("\n")
            if head.isdigit():
                outputs[int(head)] = ADDRESS.sub("0x", body)
        complete = bool(parts) and parts[-1].startswith("end")
        if not complete:
            last = max((i for i, o in enumerate(outputs) if o is not None), default=0)
            outputs[last] = (outputs[last] or "") + "\n[%s] %s" % (end, errors.strip().rpartition("\n")[2][:300])
        return outputs


PYTHON = Side([sys.executable])


def compare(programs, server):
    """Numbers of the programs whose outputs differ, with both outputs; None where nothing can be said."""
    expected, actual = PYTHON.run(programs), server.run(programs)
    found = []
    for i, (a, b) in enumerate(zip(expected, actual)):
        if a is None or a.endswith("]") and "\n[" in a[-400:] and "still running" in a[-400:]:
            return found   # CPython itself did not get there
        if b is None:
            break
        if a != b:
            found.append((i, a, b))
    return found
