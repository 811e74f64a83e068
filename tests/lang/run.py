#!/usr/bin/env python3
"""Runs scripts and compares what they print with recorded output.

usage: run.py --program FILE [--dialect NAME] [PATH ...]   compare; PATH is a script or a folder (default: this folder)
       run.py --update-oracle [PATH ...]                    record CPython's output beside each script

NAME.out holds the standard output of NAME.py, followed, when the script failed, by a line
"[exit N] <last line of standard error>". Scripts under scriptling/ are not valid or not equal
Python; their NAME.out is written by hand. Scripts named *_mod.py and folders with __init__.py are
imported by others and not run."""
import argparse
import concurrent.futures
import difflib
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def scripts(paths):
    for path in paths:
        if os.path.isfile(path):
            yield path
            continue
        for folder, folders, files in os.walk(path):
            if "__init__.py" in files:
                folders[:] = []
                continue
            folders[:] = [f for f in sorted(folders) if f != "__pycache__"]
            for name in sorted(files):
                if name.endswith(".py") and not name.endswith("_mod.py") and name not in ("run.py",):
                    yield os.path.join(folder, name)


def run(command, script):
    environment = dict(os.environ, PYTHONDONTWRITEBYTECODE="1", PYTHONHASHSEED="0")
    done = subprocess.run(command + [os.path.basename(script)], cwd=os.path.dirname(script), env=environment, stdin=subprocess.DEVNULL,
                          capture_output=True, timeout=600)
    text = done.stdout.decode("utf-8", "surrogateescape")
    if done.returncode != 0:
        errors = done.stderr.decode("utf-8", "replace").rstrip().splitlines()
        text += "[exit %d] %s\n" % (done.returncode, errors[-1] if errors else "")
    return text, done.stderr.decode("utf-8", "replace")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program")
    parser.add_argument("--dialect")
    parser.add_argument("--update-oracle", action="store_true")
    parser.add_argument("-j", type=int, default=os.cpu_count())
    parser.add_argument("paths", nargs="*")
    options = parser.parse_args()
    paths = options.paths or [HERE]
    if options.update_oracle:
        for script in scripts(paths):
            if os.sep + "scriptling" + os.sep in script:
                continue
            text, _ = run([sys.executable], script)
            with open(script[:-3] + ".out", "w", encoding="utf-8", errors="surrogateescape", newline="") as out:
                out.write(text)
        return 0
    command = [os.path.abspath(options.program)]
    if options.dialect:
        command += ["--dialect", options.dialect]
    failed = []
    count = 0

    def check(script):
        expected_file = script[:-3] + ".out"
        if not os.path.exists(expected_file):
            return script, "no recorded output: run ./dev test --update-oracle"
        with open(expected_file, encoding="utf-8", errors="surrogateescape", newline="") as f:
            expected = f.read()
        try:
            actual, errors = run(command, script)
        except subprocess.TimeoutExpired:
            return script, "still running after 600 s"
        if actual == expected:
            return script, None
        diff = difflib.unified_diff(expected.splitlines(True), actual.splitlines(True), "expected", "actual")
        return script, "".join(list(diff)[:40]) + ("--- stderr\n" + errors[-2000:] if errors else "")

    with concurrent.futures.ThreadPoolExecutor(options.j) as pool:
        for script, problem in pool.map(check, scripts(paths)):
            count += 1
            if problem:
                failed.append(script)
                print("FAIL %s\n%s" % (os.path.relpath(script, HERE), problem.encode("utf-8", "replace").decode()))
    print("%d passed, %d failed" % (count - len(failed), len(failed)))
    for script in failed:
        print("  " + os.path.relpath(script, HERE))
    return 1 if failed or count == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
