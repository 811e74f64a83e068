"""Hostile scripts and requests get their proper answer, and the server goes on serving."""
import os
import socket
import subprocess
import tempfile
import threading
import unittest

from server import PROGRAM, Server

HANDLERS = """
import scriptling.runtime as runtime
import scriptling.runtime.http as http

def fast(request):
    return http.json({"ok": True})

def spin(request):
    while True:
        pass

def spin_held(request):
    runtime.sync.Queue("spinning").put(True)
    n = 0
    stop = runtime.sync.Atomic("stop")
    while stop.get() == 0:
        n += 1
    return http.json({"stopped": True})

def wait_spinning(request):
    return http.json({"spinning": runtime.sync.Queue("spinning").get()})

def stop(request):
    runtime.sync.Atomic("stop").set(1)
    return http.json({"ok": True})

def recurse(request):
    def deeper(n):
        return deeper(n + 1) + 1
    return deeper(0)

def grow(request):
    data = []
    while True:
        data.append("x" * 100000 + str(len(data)))

def catch_all(request):
    while True:
        try:
            while True:
                pass
        except Exception:
            pass

def exits(request):
    import sys
    sys.exit(3)

def broken(request):
    raise ValueError('say "no"')
"""
APP = """
import scriptling.runtime.http as http
for name in ["fast", "spin", "spin_held", "wait_spinning", "stop", "recurse", "grow", "catch_all", "exits", "broken"]:
    http.get("/" + name, "handlers." + name)
http.post("/fast", "handlers.fast")
"""


def serve(timeout="0"):
    settings = {"server": {"plugins": "sync, http"}, "engine": {"memory": "64M"}, "plugin.http": {"max_body": "64K", "handler_timeout": timeout}}
    return Server({"app.py": APP, "handlers.py": HANDLERS}, settings)


def run(code, *options):
    return subprocess.run([PROGRAM, *options, "-e", code], capture_output=True, text=True, timeout=300)


class Requests(unittest.TestCase):
    def raw(self, server, data):
        """What the server sends back for these bytes, until it closes the connection."""
        with socket.create_connection((server.host, server.port), timeout=60) as s:
            try:
                s.sendall(data)
                s.shutdown(socket.SHUT_WR)
            except OSError:
                pass   # it may hang up before it has read everything
            out = b""
            try:
                while chunk := s.recv(65536):
                    out += chunk
            except ConnectionResetError:
                pass
            return out

    def test_hostile_requests(self):
        with serve() as server:
            self.assertEqual(server.request("POST", "/fast", b"x" * 70000).status, 413)
            self.assertIn(b" 400 ", self.raw(server, b"NONSENSE\r\n\r\n").split(b"\r\n")[0])
            headers = b"".join(b"X-%d: y\r\n" % i for i in range(10000))
            answer = self.raw(server, b"GET /fast HTTP/1.1\r\nHost: x\r\n" + headers + b"\r\n")
            self.assertRegex(answer.split(b"\r\n")[0], rb"HTTP/1.1 4(00|31) ")
            self.raw(server, b"GET /fast HTTP/1.1\r\nContent-Length: 100\r\n\r\nhalf")
            self.raw(server, os.urandom(4096))
            self.assertEqual(server.json("GET", "/fast"), (200, {"ok": True}))

    def test_handlers_that_misbehave(self):
        with serve() as server:
            status, data = server.json("GET", "/recurse")
            self.assertEqual(status, 500)
            self.assertIn("recursion", data["error"])
            self.assertEqual(server.request("GET", "/grow").status, 500)
            self.assertEqual(server.request("GET", "/exits").status, 500)
            self.assertEqual(server.json("GET", "/broken"), (500, {"error": 'say "no"'}))
            self.assertEqual(server.json("GET", "/fast"), (200, {"ok": True}))

    def test_deadline(self):
        with serve("300ms") as server:
            self.assertEqual(server.request("GET", "/spin").status, 504)
            self.assertEqual(server.request("GET", "/catch_all").status, 504)
            self.assertEqual(server.json("GET", "/fast"), (200, {"ok": True}))

    def test_a_busy_request_does_not_hold_up_others(self):
        with serve() as server:
            answers = []
            busy = threading.Thread(target=lambda: answers.append(server.json("GET", "/spin_held")))
            busy.start()
            self.assertEqual(server.json("GET", "/wait_spinning"), (200, {"spinning": True}))
            for _ in range(50):
                self.assertEqual(server.json("GET", "/fast"), (200, {"ok": True}))
            self.assertEqual(answers, [])   # still looping while the others were served
            server.json("GET", "/stop")
            busy.join(60)
            self.assertEqual(answers, [(200, {"stopped": True})])


class Scripts(unittest.TestCase):
    def check(self, code, error, *options):
        done = run(code, *options)
        self.assertEqual(done.returncode, 1, done.stderr[-2000:])
        self.assertIn(error, done.stderr)

    def test_nested_brackets(self):
        self.check("[" * 5000 + "]" * 5000, "SyntaxError: too many nested parentheses")

    def test_endless_recursion(self):
        self.check("def f(): return f()\nf()", "RecursionError: maximum recursion depth exceeded")
        self.check("class A:\n    def __repr__(self): return repr(self)\nrepr(A())", "RecursionError")
        self.check("class A:\n    def __eq__(self, o): return self == o\nA() == A()", "RecursionError")
        self.check("class A:\n    def __getattr__(self, n): return getattr(self, n)\nA().x", "RecursionError")
        self.check("x = []\nfor _ in range(100000): x = [x]\nrepr(x)", "RecursionError")
        self.check("x = y = None\nfor _ in range(100000): x = [x]; y = [y]\nx == y", "RecursionError")

    def test_deadline(self):
        self.check("while True: pass", "execution timeout", "-D", "engine.timeout=200ms")
        self.check("while True:\n    try:\n        while True: pass\n    except BaseException: pass", "execution timeout", "-D", "engine.timeout=200ms")
        for code in ("sorted(range(2 * 10**7), key=lambda x: -x)", "sum(x for x in iter(int, 1))", "list(iter(int, 1))", "10 ** 10 ** 8", "'a' in iter(str, 'a' * 2)",
                     "import time\ntime.sleep(1000)"):
            self.check(code, "execution timeout", "-D", "engine.timeout=200ms", "-D", "engine.memory=4G")

    def test_finally_runs_after_a_deadline(self):
        done = run("try:\n    while True: pass\nfinally:\n    print('cleaned up')", "-D", "engine.timeout=100ms")
        self.assertEqual((done.returncode, done.stdout), (1, "cleaned up\n"), done.stderr)

    def test_fuel(self):
        self.check("while True: pass", "execution budget exhausted", "-D", "engine.fuel=10000")

    def test_memory(self):
        for code in ("x = 'x' * 10**12", "x = [0] * 10**12", "x = []\nwhile True: x.append('y' * 1000000 + str(len(x)))", "x = {}\nfor i in range(10**9): x[i] = i",
                     "x = b'a' * 10**12", "x = 2 ** 10**12", "x = ' '.join(['x' * 10**6] * 10**5)", "x = list(range(10**12))", "x = 1 << 10**12"):
            self.check(code, "MemoryError", "-D", "engine.memory=64M")

    def test_depth(self):
        self.check("def f(n): return n and f(n - 1)\nf(60)", "RecursionError", "-D", "engine.depth=50")

    def test_output(self):
        done = run("while True: print('x' * 1000)", "-D", "engine.output=10000")
        self.assertEqual(done.returncode, 1)
        self.assertLessEqual(len(done.stdout), 10001)

    def test_sixty_four_blocked_tasks_progress(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "blocked.py")
            with open(path, "w") as f:
                f.write("""
import scriptling.runtime as runtime
gate = runtime.sync.Queue("gate")
started = runtime.sync.WaitGroup("started")
go = runtime.sync.WaitGroup("go")
def blocked(n):
    started.done()
    if n % 2:
        go.wait()
    return gate.get() + n * 0
started.add(64)
go.add(1)
tasks = [runtime.run(blocked, n) for n in range(64)]
started.wait()
go.done()
for n in range(64):
    gate.put(n)
print(sum(task.get() for task in tasks))
""")
            done = subprocess.run([PROGRAM, path], capture_output=True, text=True, timeout=300)
            self.assertEqual((done.stdout, done.returncode), ("2016\n", 0), done.stderr)


if __name__ == "__main__":
    unittest.main(verbosity=2)
