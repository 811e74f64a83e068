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
for i in %s:
    print("%s" + str(i), flush=True)
    try:
        __import__("program_" + str(i))
    except SyntaxError as e:
        print("SyntaxError", e.msg)
    except BaseException as e:
        report(e)
print("%send")
"""
ADDRESS = re.compile(r"\b0x[0-9a-f]{6,16}\b")
SECONDS = 8
PATIENCE = 3  # a program that CPython ends just in time is no find where the machine is busy
ENDED = re.compile(r"\n\[(exit|still running)|^! MemoryError", re.M)
MEMORY = 3 << 30


def limits():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


class Side:
    def __init__(self, command, seconds=SECONDS):
        self.command, self.seconds = command, seconds

    def run(self, programs, seed="0", only=None):
        """The output of each program; where one ended the process, or did not end, how."""
        outputs, left = [None] * len(programs), list(range(len(programs)) if only is None else only)
        while left:
            reached = self.run_until_end(programs, left, seed)
            for number, text in enumerate(reached):
                outputs[left[number]] = text
            left = left[len(reached):]
        return outputs

    def run_until_end(self, programs, numbers, seed):
        folder = tempfile.mkdtemp(prefix="fuzz-")
        try:
            shutil.copy(os.path.join(HERE, "fz.py"), folder)
            for i in numbers:
                with open(os.path.join(folder, "program_%d.py" % i), "w", encoding="utf-8") as f:
                    f.write(programs[i])
            with open(os.path.join(folder, "driver.py"), "w") as f:
                f.write(DRIVER % (numbers, MARK, MARK))
            environment = dict(os.environ, PYTHONDONTWRITEBYTECODE="1", PYTHONHASHSEED=seed, PYTHONIOENCODING="utf-8:surrogatepass")
            try:
                done = subprocess.run(self.command + ["driver.py"], cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=self.seconds, preexec_fn=limits)
                text, errors, end = done.stdout, done.stderr, "exit %d" % done.returncode
            except subprocess.TimeoutExpired as e:
                text, errors, end = e.stdout or b"", e.stderr or b"", "still running after %d s" % self.seconds
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        return self.split(text.decode("utf-8", "replace"), errors.decode("utf-8", "replace"), end)

    def split(self, text, errors, end):
        """Outputs of the programs that ran; the last of them may have ended the process."""
        parts = text.split(MARK)[1:]
        complete = bool(parts) and parts[-1].startswith("end")
        outputs = [ADDRESS.sub("0x", part.partition("\n")[2]) for part in (parts[:-1] if complete else parts)]
        if not complete:
            outputs = outputs or [""]
            outputs[-1] += "\n[%s] %s" % (end, errors.strip().rpartition("\n")[2][:300])
        return outputs


PYTHON = Side([sys.executable])


def compare(programs, server):
    """Numbers of the programs whose outputs differ, with both outputs. What CPython does not end, or for want of memory, is left out."""
    expected = PYTHON.run(programs)
    ended = [i for i, text in enumerate(expected) if not ENDED.search(text)]
    actual = server.run(programs, only=ended)
    return [(i, expected[i], actual[i]) for i in ended if expected[i] != actual[i]]
