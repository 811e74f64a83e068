"""The example scripts print exactly what examples/*.out beside this file says."""
import os
import shutil
import subprocess
import tempfile
import unittest

from server import PROGRAM, ROOT

EXPECTED = os.path.join(os.path.dirname(os.path.abspath(__file__)), "examples")


class Examples(unittest.TestCase):
    def check(self, name):
        with tempfile.TemporaryDirectory() as folder:
            shutil.copy(os.path.join(ROOT, "examples", name + ".py"), folder)
            done = subprocess.run([PROGRAM, name + ".py"], cwd=folder, capture_output=True, text=True, timeout=120)
        with open(os.path.join(EXPECTED, name + ".out")) as f:
            self.assertEqual(done.stdout, f.read(), done.stderr)
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_background(self):
        self.check("background")

    def test_sync(self):
        self.check("sync")

    def test_kv(self):
        self.check("kv")


if __name__ == "__main__":
    unittest.main(verbosity=2)
