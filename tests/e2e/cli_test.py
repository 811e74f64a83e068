"""The program from outside: modes, options, messages, exit statuses, signals."""
import json
import os
import pty
import re
import select
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PROGRAM = os.environ.get("SCRIPTLING_PROGRAM", os.path.join(ROOT, "build/release/bin/scriptling-server"))


def run(*args, input="", env=None, cwd=None, timeout=60):
    full = {k: v for k, v in os.environ.items() if not k.startswith("SCRIPTLING_")}
    full.update(env or {})
    return subprocess.run([PROGRAM, *args], input=input, capture_output=True, text=True, env=full, cwd=cwd, timeout=timeout)


class Files(unittest.TestCase):
    def setUp(self):
        self.dir = tempfile.TemporaryDirectory()
        self.addCleanup(self.dir.cleanup)

    def file(self, name, text):
        path = os.path.join(self.dir.name, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as f:
            f.write(text)
        return path


class Modes(Files):
    def test_code(self):
        r = run("-e", "print(6 * 7)")
        self.assertEqual((r.stdout, r.stderr, r.returncode), ("42\n", "", 0))

    def test_standard_input(self):
        self.assertEqual(run(input="print('in')").stdout, "in\n")
        self.assertEqual(run("-", "a", input="import sys; print(sys.argv)").stdout, "['-', 'a']\n")

    def test_file_and_its_arguments(self):
        path = self.file("a.py", "import sys, helper\nprint(sys.argv[1:], __name__, helper.x)")
        self.file("helper.py", "x = 'found'")
        r = run(path, "--flag", "-e", "x")
        self.assertEqual(r.stdout, "['--flag', '-e', 'x'] __main__ found\n")

    def test_library_path(self):
        self.file("lib/deep.py", "x = 5")
        lib = os.path.join(self.dir.name, "lib")
        self.assertEqual(run("-L", lib, "-e", "import deep; print(deep.x)").stdout, "5\n")
        self.assertEqual(run("-e", "import deep; print(deep.x)", env={"SCRIPTLING_LIBPATH": lib}).stdout, "5\n")

    def test_module_by_name(self):
        self.file("pk/__init__.py", "print('package', __name__)")
        self.file("pk/__main__.py", "print('main', __name__, __package__)")
        self.file("pk/part.py", "import sys\nfrom . import other\nprint(__name__, __package__, other.x, sys.argv[1:], sys.argv[0].endswith('part.py'))")
        self.file("pk/other.py", "x = 5")
        where = self.dir.name
        self.assertEqual(run("-m", "pk", cwd=where).stdout, "package pk\nmain __main__ pk\n")
        r = run("-m", "pk.part", "a", "-e", cwd=where)
        self.assertEqual((r.stdout, r.returncode), ("package pk\n__main__ pk 5 ['a', '-e'] True\n", 0))
        for name, why in [("nope", "No module named nope"), ("pk.nope", "No module named pk.nope"),
                          ("no.such", "Error while finding module specification for 'no.such' (ModuleNotFoundError: No module named 'no')")]:
            r = run("-m", name, cwd=where)
            self.assertEqual((r.stderr, r.returncode), (f"scriptling-server: {why}\n", 1))

    def test_out_of_memory(self):
        code = "l = []\ntry:\n    while True: l.append([1] * 100)\nexcept MemoryError:\n    l = None\n    print('caught')\nprint(len([0] * 1000000))"
        r = subprocess.run(["bash", "-c", 'ulimit -v 1500000; exec "$0" -e "$1"', PROGRAM, code], capture_output=True, text=True, timeout=60)
        if "Sanitizer" in r.stderr:
            self.skipTest("sanitizers need more address space than the limit leaves")
        self.assertEqual((r.stdout, r.stderr, r.returncode), ("caught\n1000000\n", "", 0))

    def test_deep_recursion(self):
        r = run("-D", "engine.depth=50000", "-e", "def f(n):\n  return 0 if n == 0 else 1 + sorted([n], key=lambda _: f(n - 1))[0] * 0 + f(0)\nprint(f(60))")
        self.assertEqual(r.returncode, 0, r.stderr)
        r = run("-e", "def f(): f()\nf()")
        self.assertIn("RecursionError", r.stderr)

    def test_dialect_reaches_the_compiler(self):
        self.assertEqual(run("--dialect", "python", "-e", "print(1)").stdout, "1\n")
        self.assertEqual(run("--dialect", "perl", "-e", "1").returncode, 78)
        script = "print(-7 // 2, [1][5], (lambda *a: a)(1), eval('{}[0]'))"
        for arguments, env in ((("--dialect", "scriptling"), {}), (("-D", "engine.dialect=scriptling"), {}), ((), {"SCRIPTLING_DIALECT": "scriptling"})):
            self.assertEqual(run(*arguments, "-e", script, env=env).stdout, "-3 None [1] None\n")

    def test_dialect_reaches_other_environments(self):
        path = self.file(
            "tasks.py",
            "from scriptling import runtime\nfrom scriptling.runtime import sandbox\nbox = sandbox.create()\n"
            "box.exec('x = [[1][5], -7 // 2]\\nr = range(2)\\nx += [list(r), list(r)]')\nprint(box.get('x'))\n"
            "def work(*args):\n    r = range(1)\n    return args, args[9], -7 // 2, list(r), list(r)\nprint(runtime.background('job', work, 1).get())\n",
        )
        self.assertEqual(run("--dialect", "scriptling", path).stdout, "[None, -3, [0, 1], []]\n([1], None, -3, [0], [])\n")

    def test_version_and_help(self):
        self.assertRegex(run("--version").stdout, r"^scriptling-server \d+\.\d+\.\d+ \(plugin ABI 1\.\d+\)\n$")
        text = run("--help").stdout
        for option in ("--config", "--code", "--lint", "--list-symbols", "--check-config", "--define"):
            self.assertIn(option, text)


class ExitStatus(Files):
    def test_normal_and_sys_exit(self):
        self.assertEqual(run("-e", "pass").returncode, 0)
        self.assertEqual(run("-e", "import sys; sys.exit(3)").returncode, 3)
        self.assertEqual(run("-e", "import sys; sys.exit()").returncode, 0)
        r = run("-e", "import sys; sys.exit('sorry')")
        self.assertEqual((r.returncode, r.stderr), (1, "sorry\n"))

    def test_uncaught_error(self):
        path = self.file("bad.py", "def f():\n    return 1 / 0\nf()\n")
        r = run(path)
        self.assertEqual(r.returncode, 1)
        self.assertTrue(r.stderr.startswith("Traceback (most recent call last):\n  File \"%s\", line 3, in <module>\n" % path), r.stderr)
        self.assertTrue(r.stderr.endswith("ZeroDivisionError: division by zero\n"))

    def test_syntax_error(self):
        r = run(self.file("bad.py", "x = 1\nif x\n    pass\n"))
        self.assertEqual(r.returncode, 1)
        self.assertIn("line 2", r.stderr)
        self.assertIn("if x", r.stderr)
        self.assertIn("SyntaxError: expected ':'", r.stderr)

    def test_output_before_the_error_is_kept_in_order(self):
        self.assertEqual(run("-e", "print('first'); 1/0").stdout, "first\n")


class Messages(Files):
    def one_line(self, result, status):
        self.assertEqual(result.returncode, status, result.stderr)
        self.assertEqual(result.stderr.count("\n"), 1, result.stderr)
        self.assertTrue(result.stderr.startswith("scriptling-server: "))
        return result.stderr

    def test_missing_script(self):
        self.assertIn("cannot open nowhere.py: No such file or directory", self.one_line(run("nowhere.py"), 1))

    def test_unknown_option(self):
        self.assertIn("nonsense", self.one_line(run("--nonsense"), 1))
        self.assertIn("--help", self.one_line(run("-c"), 1))

    def test_unknown_key_names_file_line_and_nearest(self):
        ini = self.file("a.ini", "[server]\n\nadress = :1\n")
        self.assertEqual(self.one_line(run("-c", ini, "--check-config"), 78),
                         'scriptling-server: %s:3: unknown key "adress" in [server]; did you mean "address"?\n' % ini)

    def test_unknown_key_of_a_plugin(self):
        ini = self.file("a.ini", "[plugin.kv]\nstorrage = x\n")
        self.assertIn(':2: unknown key "storrage" in [plugin.kv]; did you mean "storage"?', self.one_line(run("-c", ini, "--check-config"), 78))

    def test_missing_configuration(self):
        self.assertIn("no such file", self.one_line(run("-c", "nowhere.ini"), 78))

    def test_missing_setup_script(self):
        ini = self.file("a.ini", "[server]\nscript = nowhere.py\n")
        self.assertIn("nowhere.py", self.one_line(run("-c", ini), 1))

    def test_missing_plugin(self):
        text = self.one_line(run("-D", "server.plugins=nothing", "-e", "1"), 78)
        self.assertRegex(text, r"plugin nothing: cannot open .*nothing\.so: ")

    def test_every_problem_at_once(self):
        ini = self.file("a.ini", "[server]\nadress = 1\n[log]\nlevel = loud\n")
        self.assertEqual(run("-c", ini).stderr.count("\n"), 2)

    def test_missing_plugin_explains_its_import(self):
        r = run("-D", "server.plugins=sync", "-e", "import scriptling.runtime.kv")
        self.assertIn("ImportError: plugin kv was not loaded: ", r.stderr)
        self.assertEqual(run("-D", "server.plugins=", "-e", "import scriptling.runtime as r; print(r.server_running())").stdout, "False\n")


class Listings(Files):
    def test_plugins(self):
        names = [p["name"] for p in json.loads(run("--list-plugins", "--json").stdout)]
        self.assertEqual(sorted(names), ["background", "http", "kv", "sandbox", "sync"])
        self.assertIn("scriptling.runtime.kv", run("--list-plugins").stdout)

    def test_symbols(self):
        symbols = {s["name"]: s for s in json.loads(run("--list-symbols", "scriptling.runtime", "--json").stdout)}
        self.assertEqual(symbols["scriptling.runtime.start_server"]["owner"], "core")
        self.assertEqual(symbols["scriptling.runtime.sync.Queue"]["kind"], "class")
        self.assertEqual(symbols["scriptling.runtime.kv.set"]["owner"], "kv")
        self.assertIn("signature", symbols["scriptling.runtime.background"])
        self.assertEqual(run("--list-symbols=nowhere").returncode, 1)

    def test_every_key_stands_in_the_example_configuration(self):
        path = os.path.join(ROOT, "conf/app.ini")
        with open(path) as f:
            lines = f.readlines()
        seen, section = set(), None
        for line in lines:
            if m := re.match(r"\[(.+)\]", line):
                section = m.group(1)
            elif m := re.match(r";?(\w+) =", line):
                seen.add((section, m.group(1)))
        config = json.loads(run("--check-config", "--json").stdout)
        missing = {(s, k) for s, keys in config.items() for k in keys} - seen
        self.assertEqual(missing, set())
        # ... and the commented defaults are the defaults.
        section = None
        for line in lines:
            if m := re.match(r"\[(.+)\]", line):
                section = m.group(1)
            elif m := re.match(r";(\w+) = ?(.*)", line):
                self.assertEqual(config[section].get(m.group(1)), m.group(2).strip(), (section, m.group(1)))
        self.assertEqual(run("-c", path, "--check-config").returncode, 0)


class Lint(Files):
    def test_text_and_json(self):
        good, bad = self.file("good.py", "x = 1\n"), self.file("bad.py", "def f(:\n  pass\n")
        self.assertEqual(run("--lint", good).stdout, "No issues found\n")
        r = run("--lint", bad)
        self.assertEqual(r.returncode, 1)
        self.assertRegex(r.stdout, r"bad\.py:1:\d+: .* \(error\)\n")
        report = json.loads(run("--lint", "--json", good, bad).stdout)
        self.assertEqual((report["files_checked"], report["has_errors"], report["errors"][0]["line"]), (2, True, 1))
        self.assertEqual(run("--lint", input="x = (").returncode, 1)


class Signals(Files):
    def start(self, source):
        p = subprocess.Popen([PROGRAM, "-e", source], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.addCleanup(p.stdout.close)
        self.addCleanup(p.stderr.close)
        self.addCleanup(p.wait)
        self.addCleanup(p.kill)
        self.assertEqual(p.stdout.readline(), "go\n")
        return p

    def test_interrupt_is_keyboard_interrupt(self):
        p = self.start("import sys\ntry:\n  print('go'); sys.stdout.flush()\n  while True: pass\nexcept KeyboardInterrupt:\n  print('caught')\n")
        p.send_signal(signal.SIGINT)
        self.assertEqual(p.wait(20), 0)
        self.assertEqual(p.stdout.read(), "caught\n")

    def test_uncaught_interrupt(self):
        p = self.start("import sys, time\nprint('go'); sys.stdout.flush()\ntime.sleep(60)\n")
        p.send_signal(signal.SIGINT)
        self.assertEqual(p.wait(20), 130)
        self.assertIn("KeyboardInterrupt", p.stderr.read())

    def test_terminate_cannot_be_caught(self):
        p = self.start("import sys\nprint('go'); sys.stdout.flush()\nwhile True:\n  try:\n    while True: pass\n  except BaseException: pass\n")
        p.send_signal(signal.SIGTERM)
        self.assertNotEqual(p.wait(20), 0)


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Server(Files):
    def start(self, script, *args):
        path = self.file("app.py", script)
        ini = self.file("app.ini", "[server]\nscript = %s\naddress = 127.0.0.1:%d\ndrain = 2s\n[log]\nformat = console\n" % (path, free_port()))
        p = subprocess.Popen([PROGRAM, "-c", ini, *args], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.addCleanup(p.stdout.close)
        self.addCleanup(p.stderr.close)
        self.addCleanup(p.wait)
        self.addCleanup(p.kill)
        return p

    def wait_for(self, p, text):
        seen = ""
        end = time.monotonic() + 30
        while time.monotonic() < end:
            line = p.stdout.readline()
            if not line:
                break
            seen += line
            if text in line:
                return seen
        self.fail("%r did not appear in %r, stderr %r" % (text, seen, p.stderr.read() if p.poll() is not None else "..."))

    def test_terminate_ends_orderly(self):
        p = self.start("import scriptling.runtime as rt\nprint('setup', rt.server_running())\n")
        text = self.wait_for(p, "Server ready")
        self.assertIn("setup False", text)
        p.send_signal(signal.SIGTERM)
        self.assertEqual(p.wait(20), 0)
        rest = p.stdout.read()
        self.assertIn("Shutting down server...", rest)
        self.assertIn("Server stopped", rest)

    def test_start_server_waits_and_returns_at_shutdown(self):
        p = self.start("import scriptling.runtime as rt\nrt.start_server()\nprint('after', rt.server_running())\n")
        self.wait_for(p, "Server ready")
        p.send_signal(signal.SIGINT)
        self.assertEqual(p.wait(20), 0)
        self.assertIn("after False", p.stdout.read())

    def test_script_running_beside_the_server(self):
        p = self.start("import time, scriptling.runtime as rt\nrt.start_server(wait=False)\nwhile rt.server_running() or True:\n  time.sleep(0.01)\n  if not rt.server_running(): break\nprint('left')")
        self.wait_for(p, "Server ready")
        p.send_signal(signal.SIGTERM)
        self.assertEqual(p.wait(20), 0)
        self.assertIn("left", p.stdout.read())

    def test_stubborn_script_is_interrupted(self):
        p = self.start("import scriptling.runtime as rt\nrt.start_server(wait=False)\nwhile True: pass\n", "-D", "server.drain=300ms")
        self.wait_for(p, "Server ready")
        p.send_signal(signal.SIGTERM)
        self.assertEqual(p.wait(20), 0)
        self.assertIn("the setup script did not end in time", p.stdout.read())

    def test_setup_failure(self):
        p = self.start("x = 1\nraise ValueError('broken')\n")
        self.assertEqual(p.wait(20), 1)
        err = p.stderr.read()
        self.assertIn("ValueError: broken", err)
        self.assertIn("setup script failed: ", err)
        p = self.start("import sys; sys.exit(4)")
        self.assertEqual(p.wait(20), 1)

    def test_setup_may_exit_normally(self):
        p = self.start("import sys; sys.exit(0)")
        self.wait_for(p, "Server ready")

    def test_hangup_keeps_serving(self):
        p = self.start("pass")
        self.wait_for(p, "Server ready")
        for _ in range(2):
            p.send_signal(signal.SIGHUP)
            self.wait_for(p, "SIGHUP received")
        self.assertIsNone(p.poll())

    def test_second_signal_ends_at_once(self):
        p = self.start("import scriptling.runtime as rt\nrt.start_server(wait=False)\nwhile True: pass\n", "-D", "server.drain=60s")
        self.wait_for(p, "Server ready")
        p.send_signal(signal.SIGTERM)
        self.wait_for(p, "Shutting down")
        p.send_signal(signal.SIGTERM)
        self.assertEqual(p.wait(10), 130)

    def test_taken_port(self):
        with socket.socket() as s:
            s.bind(("127.0.0.1", 0))
            s.listen()
            p = self.start("pass", "-D", "server.address=127.0.0.1:%d" % s.getsockname()[1])
            self.assertEqual(p.wait(20), 1)
            self.assertRegex(p.stderr.read(), r"^scriptling-server: plugin http: .*127\.0\.0\.1:\d+.*\n$")


class Terminal:
    """The program on a pseudo-terminal."""

    def __init__(self, test, *args, history=os.devnull):
        self.test, self.seen = test, b""
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="dumb", SCRIPTLING_HISTORY=history)
            os.execv(PROGRAM, [PROGRAM, *args])
        self.expect(b">>> ")

    def expect(self, text, timeout=60):
        """What was printed up to `text`."""
        end = time.monotonic() + timeout
        while text not in self.seen:
            ready, _, _ = select.select([self.fd], [], [], max(0, end - time.monotonic()))
            self.test.assertTrue(ready, "%r missing in %r" % (text, self.seen))
            try:
                self.seen += os.read(self.fd, 4096)
            except OSError:
                self.test.fail("%r missing in %r" % (text, self.seen))
        before, self.seen = self.seen.split(text, 1)
        return before

    def type(self, text, expected=b">>> "):
        os.write(self.fd, text)
        return self.expect(expected)

    def leave(self):
        os.write(self.fd, b"exit(5)\n")
        _, status = os.waitpid(self.pid, 0)
        os.close(self.fd)
        return os.waitstatus_to_exitcode(status)


class Prompt(unittest.TestCase):
    def test_session(self):
        terminal = Terminal(self)
        terminal.type(b"x = 20 + 1\n")
        terminal.type(b"x * 2\n", b"42")
        terminal.type(b"def f(n):\n", b"... ")
        terminal.type(b"    return 'v%d' % n\n", b"... ")
        terminal.type(b"\n")
        terminal.type(b"f(7)\n", b"'v7'")
        terminal.type(b"1/0\n", b"ZeroDivisionError")
        terminal.type(b"print('going'), [None for _ in iter(int, 1)]\n", b"\ngoing")
        os.kill(terminal.pid, signal.SIGINT)
        terminal.expect(b"KeyboardInterrupt")
        terminal.type(b"_ , x\n", b"('v7', 21)")
        self.assertEqual(terminal.leave(), 5)

    def test_session_in_the_dialect(self):
        terminal = Terminal(self, "--dialect", "scriptling")
        terminal.type(b"-7 // 2, [1][5]\n", b"(-3, None)")
        terminal.type(b"r = range(2)\n")
        terminal.type(b"list(r), list(r)\n", b"([0, 1], [])")
        terminal.type(b"n = 1\n")
        terminal.type(b"def f(*a):\n", b"... ")
        terminal.type(b"    n += 1; return n, a\n", b"... ")
        terminal.type(b"\n")
        terminal.type(b"f(n)\n", b"(2, [1])")
        self.assertEqual(terminal.leave(), 5)

    def test_ctrl_c_cancels_the_line(self):
        terminal = Terminal(self)
        terminal.type(b"def f():\n", b"... ")
        terminal.type(b"    nonsense(\x03", b"KeyboardInterrupt")
        terminal.type(b"2 + 5\n", b"7")
        self.assertEqual(terminal.leave(), 5)

    def test_tab_completes_names_and_attributes(self):
        terminal = Terminal(self)
        terminal.type(b"import math; wide_name = 'abc'\n")
        self.assertIn(b"'ABC'", terminal.type(b"wide_n\t.uppe\t)\n"))
        self.assertIn(b"wide_name", terminal.type(b"asser\t wide_name\n"))
        terminal.type(b"math.cos\t\t", b"math.cosh(")
        terminal.type(b"\x01\x0bmath.fab\t-1)\n", b"1.0")
        terminal.expect(b">>> ")
        terminal.type(b"if wide_name:\n", b"... ")
        terminal.type(b"\tprint('indented')\n", b"... ")
        self.assertIn(b"indented", terminal.type(b"\n"))
        self.assertEqual(terminal.leave(), 5)

    def test_history_survives(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "history")
            first = Terminal(self, history=path)
            first.type(b"'remem' + 'bered'\n")
            self.assertEqual(first.leave(), 5)
            second = Terminal(self, history=path)
            second.type(b"\x10\x10\n", b"'remembered'")
            self.assertEqual(second.leave(), 5)


if __name__ == "__main__":
    unittest.main(verbosity=1 if "-v" not in sys.argv else 2)
