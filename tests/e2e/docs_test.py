"""Runs the examples of README.md and docs/*.md, section by section.

A python block followed by an output block is run and compared. Blocks whose first line is a comment with a file name
are written to that file. Console blocks run line by line: `$ command` with the expected output below it; a server
started by one line serves the rest of the section."""
import glob
import os
import re
import subprocess
import tempfile
import unittest

from server import PROGRAM, ROOT, Server

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)
FILE_NAME = re.compile(r"(?:#|//|;) (\w+\.(?:py|cpp|ini))\n")


class Docs(unittest.TestCase):
    def run_console(self, folder, text, files):
        environment = dict(os.environ, PATH=os.path.dirname(PROGRAM) + ":" + os.environ["PATH"])
        server = None
        try:
            for command, expected in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", text, re.M):
                if command.startswith("scriptling-server -c "):
                    plugins = re.search(r"plugins = (.*)", files["app.ini"]).group(1)
                    server = Server(settings={"server": {"script": os.path.join(folder, "app.py"), "plugins": plugins}})
                    continue
                if server:
                    command = command.replace("127.0.0.1:8080", server.address)
                done = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, timeout=300)
                self.assertEqual(done.returncode, 0, command + "\n" + done.stderr)
                self.assertEqual(done.stdout.rstrip("\n"), expected.rstrip("\n"), command + "\n" + done.stderr)
        finally:
            if server:
                server.__exit__(None, None, None)

    def run_section(self, section):
        blocks = BLOCK.findall(section)
        files = {}
        with tempfile.TemporaryDirectory() as folder:
            os.symlink(os.path.join(ROOT, "include"), os.path.join(folder, "include"))
            os.mkdir(os.path.join(folder, "plugins"))
            for i, (language, text) in enumerate(blocks):
                name = FILE_NAME.match(text)
                if name:
                    files[name.group(1)] = text
                    with open(os.path.join(folder, name.group(1)), "w") as f:
                        f.write(text)
                elif language == "python":
                    self.assertTrue(i + 1 < len(blocks) and blocks[i + 1][0] == "output", "a python block without its output:\n" + text)
                    done = subprocess.run([PROGRAM, "-e", text], cwd=folder, capture_output=True, text=True, timeout=120)
                    self.assertEqual(done.stdout, blocks[i + 1][1], done.stderr)
                elif language == "console":
                    self.run_console(folder, text, files)
        return len(blocks)

    def test_examples(self):
        count = 0
        for path in [os.path.join(ROOT, "README.md")] + sorted(glob.glob(os.path.join(ROOT, "docs", "*.md"))):
            with open(path) as f:
                sections = re.split(r"^## ", f.read(), flags=re.M)
            for section in sections:
                with self.subTest(os.path.basename(path) + ": " + section.split("\n", 1)[0]):
                    count += self.run_section(section)
        self.assertGreater(count, 15)

    def test_reference_is_current(self):
        with tempfile.TemporaryDirectory() as folder:
            listing = subprocess.run([PROGRAM, "--list-symbols", "--json"], capture_output=True, text=True, check=True, timeout=60).stdout
            symbols, out = os.path.join(folder, "symbols.json"), os.path.join(folder, "reference.md")
            with open(symbols, "w") as f:
                f.write(listing)
            subprocess.run(["python3", os.path.join(ROOT, "docs", "generate.py"), symbols, out], check=True)
            with open(out) as new, open(os.path.join(ROOT, "docs", "reference.md")) as old:
                self.assertEqual(old.read(), new.read(), "docs/reference.md is out of date: run ./dev docs")


if __name__ == "__main__":
    unittest.main(verbosity=2)
