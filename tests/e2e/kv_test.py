#!/usr/bin/env python3
"""Stores in files: what survives, what is refused, and two processes on one file."""
import contextlib
import json
import os
import signal
import sqlite3
import subprocess
import tempfile
import threading
import unittest

from server import PROGRAM, Server, wait_for

APP = '''
import scriptling.runtime as runtime
import scriptling.runtime.http as http
import scriptling.runtime.kv as kv

@http.post("/set/{key}")
def set_key(request):
    kv.set(request.params["key"], request.json(), ttl=float(request.query_param("ttl", "0")))
    return "stored"

@http.get("/get/{key}")
def get_key(request):
    return http.json(kv.get(request.params["key"], "nothing"))

@http.post("/incr/{key}")
def incr(request):
    for _ in range(int(request.body) - 1):
        kv.incr(request.params["key"])
    return http.json(kv.incr(request.params["key"]))

@http.get("/keys")
def keys(request):
    return kv.keys()

@http.post("/open")
def open_store(request):
    store = kv.open(request.body)
    return http.json(store.incr("n"))
'''


def run_script(folder, code, *arguments):
    with open(os.path.join(folder, "script.py"), "w") as f:
        f.write(code)
    return subprocess.run([PROGRAM, *arguments, "script.py"], cwd=folder, capture_output=True, text=True, timeout=120)


class DefaultStore(unittest.TestCase):
    def test_survives_a_kill(self):
        with tempfile.TemporaryDirectory() as folder:
            settings = {"plugin.kv": {"storage": "data/sub/store.db", "sweep": "50ms"}}
            with Server({"app.py": APP}, settings, folder=folder) as server:
                value = {"int": 2**63 - 1, "float": 1.0, "list": [None, True, "x"], "b": 1, "a": 2}
                self.assertEqual(server.request("POST", "/set/v", body=json.dumps(value)).text, "stored")
                self.assertEqual(server.request("POST", "/set/short?ttl=0.2", body="1").text, "stored")
                self.assertEqual(server.request("POST", "/set/long?ttl=1000", body="1").text, "stored")
                self.assertEqual(server.request("POST", "/incr/n", body="25").json(), 25)
                server.process.kill()
                server.process.wait()
            with Server({"app.py": APP}, settings, folder=folder) as server:
                again = server.get("/get/v").json()
                self.assertEqual((again, list(again), type(again["float"])), (value, list(value), float))
                self.assertEqual(server.request("POST", "/incr/n", body="1").json(), 26)
                self.assertEqual(server.get("/get/long").json(), 1)
                path = os.path.join(folder, "data/sub/store.db")
                def rows():
                    with contextlib.closing(sqlite3.connect(path)) as db:
                        return [r[0] for r in db.execute("SELECT key FROM kv ORDER BY key")]
                self.assertTrue(wait_for(lambda: rows() == ["long", "n", "v"]))   # the sweeper removed "short"
                self.assertEqual(server.get("/keys").json(), ["long", "n", "v"])
                self.assertEqual(server.stop(), 0)
            self.assertEqual(sorted(os.listdir(os.path.join(folder, "data/sub"))), ["store.db"])   # closed: the log is folded in
            with contextlib.closing(sqlite3.connect(path)) as db:
                self.assertEqual(db.execute("PRAGMA user_version").fetchone(), (1,))
                self.assertEqual(db.execute("PRAGMA integrity_check").fetchone(), ("ok",))

    def test_memory_is_forgotten(self):
        with tempfile.TemporaryDirectory() as folder:
            for _ in range(2):
                with Server({"app.py": APP}, folder=folder) as server:
                    self.assertEqual(server.request("POST", "/incr/n", body="1").json(), 1)

    def refused(self, content, message):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "store.db")
            content(path)
            server = Server({"app.py": APP}, {"plugin.kv": {"storage": "store.db"}}, folder=folder, wait=False)
            with server:
                self.assertNotEqual(server.process.wait(60), 0)
                server.reader.join(10)
                self.assertIn(message, "\n".join(server.lines))

    def test_damaged_file(self):
        def junk(path):
            with open(path, "wb") as f:
                f.write(b"not a database at all" * 300)
        def newer(path):
            with contextlib.closing(sqlite3.connect(path)) as db:
                db.execute("PRAGMA user_version=99")
        self.refused(junk, "file is not a database")
        self.refused(newer, "newer version (schema 99)")

    def test_damaged_value(self):
        with tempfile.TemporaryDirectory() as folder:
            code = "import scriptling.runtime.kv as kv\ns = kv.open('s.db')\ns.set('ok', [1])\nfor k in ('a', 'b', 'c', 'd', 'e'):\n    s.set(k, 1)\n"
            self.assertEqual(run_script(folder, code).stderr, "")
            with contextlib.closing(sqlite3.connect(os.path.join(folder, "s.db"), isolation_level=None)) as db:
                for key, blob in (("a", b"Z"), ("b", b"S\xff\xff\xff\xff\x7fx"), ("c", b"L\x05N"), ("d", b"M\x01\x01aS\x02x"), ("e", b"L\x01" * 2000)):
                    db.execute("UPDATE kv SET value=? WHERE key=?", (blob, key))
            code = "import scriptling.runtime.kv as kv\ns = kv.open('s.db')\nfor k in s.keys():\n    try:\n        print(k, s.get(k))\n    except RuntimeError as e:\n        print(k, e)\n"
            self.assertEqual(run_script(folder, code).stdout.splitlines(), [k + " kv: a stored value is damaged" for k in "abcde"] + ["ok [1]"])


class NamedStores(unittest.TestCase):
    def test_files(self):
        code = '''
import scriptling.runtime.kv as kv
db = kv.open("sub/agent.db")
values = [None, True, 1, -2**63, 10**30, 1.0, float("inf"), "text\\0with nul", b"\\x00", [1, [2]], {"z": 1, "a": {"n": None}}]
for i, value in enumerate(values):
    db.set("v%02d" % i, value)
print([db.get("v%02d" % i) == v and type(db.get("v%02d" % i)) is type(v) for i, v in enumerate(values)] == [True] * len(values))
db.set("ttl", 1, ttl=100)
db.set("nul\\0key", 1)
print(db.keys()[0] == "nul\\0key", db.keys("v0[1-3]"))
print(db.incr("n"), db.incr("n", 41), db.append("l", 1), db.append("l", [2]), db.get("l"), db.cas("n", 42, 43), db.cas("n", 42, 44), db.get("n"))
print(list(db.get("v10")), db.delete("v00"), db.delete("v00"), db.items("v0[12]"), db.get_many(["n", "zz"]))
for call in (lambda: db.incr("l"), lambda: db.append("n", 1)):
    try:
        call()
    except RuntimeError as e:
        print(e)
print(db.update("n", lambda n: n + 1), kv.open("sub/../sub/agent.db").get("n"))
db.close()
try:
    db.set("x", 1)
except RuntimeError as e:
    print(e)
db = kv.open("sub/agent.db")
print(db.get("n"), db.get("v03") == -2**63, 90 < db.ttl("ttl") <= 100, len(db.keys()))
print(db.expire("ttl", 0), db.ttl("ttl"), db.set_many({"m1": 1, "m2": 2}), db.get_many(["m1", "m2"]))
try:
    db.set_many({"m1": 5, "m3": (1,)})
except TypeError as e:
    print(e, db.get("m1"))
db.clear()
print(db.keys(), db.exists("n"), db.get("n", "d"))
kv.open(".").set("x", 1)
for bad in ("broken.db", "sub/agent.db/below.db"):
    try:
        kv.open(bad)
    except RuntimeError as e:
        print(str(e).split(" '")[0].split(" of")[0])
'''
        expected = '''True
True ['v01', 'v02', 'v03']
1 42 1 2 [1, [2]] True False 43
['z', 'a'] True False [('v01', True), ('v02', 1)] {'n': 43}
kv.incr: value is not an integer
kv.append: value is not a list
44 44
kv.set: database is closed
44 True True 14
True -1 None {'m1': 1, 'm2': 2}
kv.set_many: unsupported value type TUPLE 1
[] False d
kv.open: file is not a database
kv.open: cannot create the directory
'''
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, "broken.db"), "w") as f:
                f.write("nonsense " * 500)
            done = run_script(folder, code)
            self.assertEqual((done.stdout, done.stderr), (expected, ""))
            self.assertTrue(os.path.isfile(os.path.join(folder, "default.db")))

    def test_allowed_paths(self):
        with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as other:
            allowed = os.path.join(folder, "ok")
            os.mkdir(allowed)
            os.mkdir(os.path.join(folder, "okay"))
            os.symlink(other, os.path.join(allowed, "out"))
            code = '''
import scriptling.runtime.kv as kv
import scriptling.runtime.http as http
def attempt(what, *args):
    try:
        what(*args)
        print("done")
    except PermissionError as e:
        print(e)
attempt(kv.open, "ok/a.db")
attempt(kv.open, ":memory:x")
for name in ("b.db", "okay/b.db", "ok/../b.db", "ok/out/b.db", %r):
    attempt(kv.open, name)
attempt(http.static, "/s", "ok")
try:
    http.static("/t", "okay")
except PermissionError:
    print("denied")
''' % os.path.join(other, "c.db")
            done = run_script(folder, code, "--allowed-paths", allowed)
            lines = done.stdout.splitlines()
            self.assertEqual(done.stderr, "")
            self.assertEqual(lines[:2] + lines[-2:], ["done", "done", "done", "denied"])
            for line in lines[2:7]:
                self.assertRegex(line, r"^kv\.open: access denied: path '.*' is outside allowed directories$")
            self.assertEqual(len(lines), 9)
            self.assertEqual(os.listdir(other), [])

    def test_two_processes(self):
        with tempfile.TemporaryDirectory() as folder:
            settings = {"plugin.kv": {"storage": os.path.join(folder, "shared.db")}}
            with Server({"app.py": APP}, settings) as a, Server({"app.py": APP}, settings) as b:
                def work(server):
                    results.append(server.request("POST", "/incr/n", body="100").status)
                results = []
                threads = [threading.Thread(target=work, args=(server,)) for server in (a, b) for _ in range(3)]
                for t in threads:
                    t.start()
                for t in threads:
                    t.join()
                self.assertEqual(results, [200] * 6)
                self.assertEqual([a.get("/get/n").json(), b.get("/get/n").json()], [600, 600])
                self.assertEqual([a.stop(signal.SIGTERM), b.stop(signal.SIGINT)], [0, 0])


if __name__ == "__main__":
    unittest.main(verbosity=2)
