"""subprocess: what [exec] allow permits, and that the module does what Python's does."""
import os
import subprocess
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PROGRAM = os.environ.get("SCRIPTLING_PROGRAM", os.path.join(ROOT, "build/release/bin/scriptling-server"))

BEHAVIOUR = r"""
import os
from subprocess import *
from subprocess import list2cmdline

print(run(['echo', 'hi'], capture_output=True, text=True))
print(run(['cat'], input=b'abc', capture_output=True))
print(run('echo out; echo err >&2; exit 3', shell=True, capture_output=True, text=True))
for args, options in ((['false'], {}), ('exit 4', {'shell': True}), (['sh', '-c', 'kill -9 $$'], {})):
    try:
        run(args, check=True, **options)
    except CalledProcessError as e:
        print(e, e.returncode, e.cmd)
try:
    run('echo part; sleep 5', shell=True, timeout=0.3, capture_output=True)
except TimeoutExpired as e:
    print(e, e.output, e.cmd)
for args, options in ((['/nonexistent/x'], {}), (['nonexistent'], {}), (['/etc/passwd'], {}), (['ls'], {'cwd': '/nonexistent'}), ([], {})):
    try:
        run(args, **options)
    except Exception as e:
        print(type(e).__name__, e)
print(check_output(['printenv', 'NAME'], env={'NAME': 'bär'}).decode(), check_output(['pwd'], cwd='/', text=True))
p = Popen(['cat'], stdin=PIPE, stdout=PIPE, text=True)
p.stdin.write('line\n')
p.stdin.flush()
print(repr(p.stdout.readline()), p.poll(), p.stdin.close(), p.wait(), p)
p = Popen(['sleep', '10'])
p.terminate()
print(p.wait(), p.returncode)
print(getstatusoutput('echo x; exit 2'), getoutput('printf a'))
big = 'x' * 300000
done = run(['cat'], input=big, capture_output=True, text=True)
print(len(done.stdout), done.stdout == big, run('head -c 10', shell=True, input=big, capture_output=True, text=True).stdout)
print(run(['sh', '-c', 'echo e >&2; echo o'], stdout=PIPE, stderr=STDOUT).stdout, run(['echo', 'x'], stdout=DEVNULL))
print(call(['true']), check_call(['true']), os.popen('echo open').read(), os.system('exit 3'), list2cmdline(['a b', 'c"d', 'e\\', 'f\\ g']))
with Popen(['sh', '-c', 'read x; echo got $x'], stdin=PIPE, stdout=PIPE) as p:
    print(p.communicate(b'in\n'))
print([line.strip() for line in Popen(['seq', '3'], stdout=PIPE, text=True).stdout])
for options in ({'input': b'', 'stdin': PIPE}, {'stdout': PIPE, 'capture_output': True}, {'bufsize': 'x'}):
    try:
        run(['true'], **options)
    except (TypeError, ValueError) as e:
        print(e)
"""


def run(code, *options):
    return subprocess.run([PROGRAM, *options, "-e", code], capture_output=True, text=True, timeout=60)


class Exec(unittest.TestCase):
    def test_behaves_as_python(self):
        expected = subprocess.run(["python3", "-c", BEHAVIOUR], capture_output=True, text=True, timeout=60)
        done = run(BEHAVIOUR, "--allow-exec", "*")
        self.assertEqual(done.stderr, "")
        self.assertEqual(done.stdout, expected.stdout)

    def test_off_by_default(self):
        done = run("import subprocess\nsubprocess.run(['true'])")
        self.assertEqual(done.returncode, 1)
        self.assertIn("PermissionError: running commands is off: 'true' has to be permitted by the key allow in [exec], or by --allow-exec", done.stderr)

    def test_listed_commands_only(self):
        code = """
import subprocess
for args in (['echo', 'hi', 'x'], ['/bin/echo', 'ho'], ['ls', '/'], 'echo hi', ['missing']):
    try:
        print(subprocess.run(args, capture_output=True, text=True, shell=isinstance(args, str)).stdout)
    except (PermissionError, FileNotFoundError) as e:
        print(e)
"""
        done = run(code, "-D", "exec.allow=echo hi")
        self.assertEqual(done.stdout.splitlines(), ["hi x", "", "command '/bin/echo' with these arguments is not permitted by [exec] allow",
                                                    "command 'ls' with these arguments is not permitted by [exec] allow",
                                                    "command '/bin/sh' with these arguments is not permitted by [exec] allow",
                                                    "[Errno 2] No such file or directory: 'missing'"])

    def test_unknown_command_stops_the_start(self):
        done = run("print(1)", "-D", "exec.allow=no-such-command-here")
        self.assertEqual((done.returncode, done.stdout), (78, ""))
        self.assertIn('[exec] allow: no command "no-such-command-here"', done.stderr)

    def test_time_limit_ends_the_child(self):
        # Both hold this test's pipe open: that run() comes back before its own time limit shows that they ended.
        for rest in ("subprocess.run(['sleep', '3000'])", "subprocess.Popen(['sleep', '3000'])\nwhile True: pass"):
            done = run("import subprocess\n" + rest, "--allow-exec", "*", "-D", "engine.timeout=3s")
            self.assertEqual(done.returncode, 1)
            self.assertIn("ExecutionInterrupted", done.stderr)


if __name__ == "__main__":
    unittest.main()
