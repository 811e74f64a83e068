#!/usr/bin/env python3
"""Background tasks in a server, and what becomes of them at its end."""
import os
import signal
import subprocess
import tempfile
import time
import unittest

from server import PROGRAM, Server, wait_for

APP = '''
import scriptling.runtime as runtime
import scriptling.runtime.http as http
import time

log = runtime.sync.Queue("log")

def note(text):
    log.put(text)

def forever(name):
    runtime.sync.Atomic("ticks").add(1)
    while True:
        time.sleep(1000)

def spin():
    runtime.sync.Atomic("spinning").set(1)
    while True:
        pass

def slow(text):
    time.sleep(0.2)
    log.put(text)

if __name__ == "__main__":
    first = runtime.background("same", "note", "first")
    runtime.background("same", "note", "second")
    p = runtime.background("dotted", "tasks.count", 5, step=2)
    for call in (first.get, p.get):
        try:
            call()
        except RuntimeError as e:
            note(str(e))
    note(str(p.done()))
    try:
        runtime.background("missing", "no_such_function")
    except NameError as e:
        note(str(e))
    note("run " + str(runtime.run(lambda: 5).get()))
    runtime.background("ticker", "forever", "x")

@http.get("/log")
def read_log(request):
    out = []
    while log.size():
        out.append(log.get())
    return out

@http.get("/start")
def start(request):
    runtime.background("from-handler", "slow", "after the request")
    return "started"

@http.get("/value")
def value(request):
    return http.json(runtime.background("v", "tasks.count", 10).get())

@http.get("/spin")
def start_spin(request):
    runtime.run(spin)
    return "spinning"

@http.get("/ticks")
def ticks(request):
    return [runtime.sync.Atomic("ticks").get(), runtime.sync.Atomic("spinning").get()]
'''
TASKS = '''
import scriptling.runtime as runtime
def count(n, step=1):
    runtime.sync.Queue("log").put("counted")
    return sum(range(0, n, step))
'''
FILES = {"app.py": APP, "tasks.py": TASKS}


class InServer(unittest.TestCase):
    def test_queued_until_ready(self):
        with Server(FILES) as server:
            seen = []
            self.assertTrue(wait_for(lambda: seen.extend(server.get("/log").json()) or len(seen) >= 7))
            self.assertEqual(sorted(seen), sorted([
                "async error: background task 'same' was replaced by another of that name", "background task 'dotted' has not started", "False",
                "function not found: no_such_function", "run 5", "second", "counted"]))
            self.assertEqual(server.get("/start").text, "started")
            self.assertTrue(wait_for(lambda: server.get("/log").json() == ["after the request"]))
            self.assertEqual(server.get("/value").json(), 45)
            messages = [(r.get("msg"), r.get("name")) for r in server.records()]
            for message in ("background task started", "background task finished"):
                self.assertIn((message, "from-handler"), messages)
            record = next(r for r in server.records() if r.get("msg") == "background task finished" and r.get("name") == "from-handler")
            self.assertEqual(record["handler"], "slow")
            self.assertTrue(record["duration"].endswith("s"))

    def test_stop_cancels(self):
        with Server(FILES) as server:
            self.assertEqual(server.get("/spin").text, "spinning")
            self.assertTrue(wait_for(lambda: server.get("/ticks").json() == [1, 1]))
            start = time.monotonic()
            self.assertEqual(server.stop(signal.SIGTERM), 0)
            self.assertLess(time.monotonic() - start, 5)
            server.reader.join(10)
            self.assertTrue(any(r.get("msg") == "unfinished background tasks are cancelled" and r.get("count") == "2" for r in server.records()))
            self.assertEqual(sorted(r["name"] for r in server.records() if r.get("msg") == "background task cancelled"), ["run-2", "ticker"])

    def test_limit(self):
        app = '''
import scriptling.runtime as runtime
import scriptling.runtime.http as http
gate, done = runtime.sync.Event("gate"), runtime.sync.Atomic("done")
def work():
    gate.wait()
    done.add(1)
@http.get("/go")
def go(request):
    for i in range(5):
        runtime.background("t%d" % i, "work")
    return "gone"
@http.get("/open")
def open_gate(request):
    gate.set()
    return "open"
@http.get("/done")
def read(request):
    return done.get()
'''
        with Server({"app.py": app}, {"plugin.background": {"max_tasks": 2}}) as server:
            self.assertEqual(server.get("/go").text, "gone")
            for name in ("t2", "t3", "t4"):
                server.wait_log(lambda r: r.get("level") == "warn" and r.get("name") == name)
            self.assertEqual(server.get("/open").text, "open")
            self.assertTrue(wait_for(lambda: server.get("/done").json() == 5))


class InScripts(unittest.TestCase):
    def run_script(self, code, *arguments):
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, "script.py"), "w") as f:
                f.write(code)
            start = time.monotonic()
            done = subprocess.run([PROGRAM, *arguments, "script.py"], cwd=folder, capture_output=True, text=True, timeout=120)
            return done.stdout, done.stderr, done.returncode, time.monotonic() - start

    CODE = '''
import time
import scriptling.runtime as runtime
started = runtime.sync.Event("started")
def task(seconds):
    started.set()
    time.sleep(seconds)
    print("task ends")
runtime.background("last", "task", %s)
started.wait()
print("script ends")
'''

    def test_abandoned(self):
        out, errors, status, seconds = self.run_script(self.CODE % "1000")
        self.assertEqual((out, status), ("script ends\n", 0))
        self.assertIn("unfinished background tasks are cancelled", errors)
        self.assertLess(seconds, 10)

    def test_joined(self):
        out, errors, status, _ = self.run_script(self.CODE % "0.2", "-D", "plugin.background.join_on_exit=true")
        self.assertEqual((out, errors, status), ("script ends\ntask ends\n", "", 0))


if __name__ == "__main__":
    unittest.main(verbosity=2)
