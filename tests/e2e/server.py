"""Starts the real program on a free port and stops it again."""
import http.client
import json
import os
import re
import select
import signal
import subprocess
import tempfile
import time

PROGRAM = os.environ.get("SCRIPTLING_PROGRAM") or os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "build", "release", "bin", "scriptling-server")
PROGRAM = os.path.abspath(PROGRAM)
ROOT = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))


class Server:
    """with Server(script="app.py", plugins="http", ini="[plugin.http]\\nmax_body = 1K\\n") as server: ..."""

    def __init__(self, script=None, files=None, ini="", plugins="sync, kv, background, sandbox, http", cwd=None):
        self.folder = tempfile.TemporaryDirectory()
        for name, text in (files or {}).items():
            with open(os.path.join(self.folder.name, name), "w") as f:
                f.write(text)
        script = script or os.path.join(self.folder.name, "app.py")
        config = os.path.join(self.folder.name, "app.ini")
        with open(config, "w") as f:
            f.write(f"[server]\naddress = 127.0.0.1:0\nscript = {script}\nplugins = {plugins}\n[log]\nlevel = info\nformat = json\n{ini}")
        self.process = subprocess.Popen([PROGRAM, "-c", config], cwd=cwd or self.folder.name, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.log = b""
        self.address = self.wait_for_line(rb'"msg":"Server started","address":"([^"]+)"').group(1).decode()
        self.host, port = self.address.rsplit(":", 1)
        self.port = int(port)

    def wait_for_line(self, pattern, seconds=60):
        """The match of `pattern` in the log, read until it appears."""
        end = time.monotonic() + seconds
        while True:
            found = re.search(pattern, self.log)
            if found:
                return found
            ready, _, _ = select.select([self.process.stdout], [], [], max(0.0, end - time.monotonic()))
            chunk = os.read(self.process.stdout.fileno(), 65536) if ready else b""
            if not chunk:
                self.process.kill()
                raise AssertionError(f"no {pattern!r} in the log:\n{self.log.decode(errors='replace')}")
            self.log += chunk

    def request(self, method, path, body=None, headers=None, timeout=60):
        """(status, headers, body bytes) of one request on its own connection."""
        connection = http.client.HTTPConnection(self.host, self.port, timeout=timeout)
        try:
            if isinstance(body, (dict, list)):
                body = json.dumps(body)
            connection.request(method, path, body, headers or {})
            response = connection.getresponse()
            return response.status, {k.lower(): v for k, v in response.getheaders()}, response.read()
        finally:
            connection.close()

    def json(self, method, path, body=None, headers=None):
        status, _, data = self.request(method, path, body, headers)
        return status, json.loads(data) if data else None

    def stop(self, expect=0):
        self.process.send_signal(signal.SIGTERM)
        rest, _ = self.process.communicate(timeout=60)
        self.log += rest
        assert self.process.returncode == expect, f"exit status {self.process.returncode}:\n{self.log.decode(errors='replace')}"

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        if self.process.poll() is None:
            if kind is None:
                self.stop()
            else:
                self.process.kill()
                rest, _ = self.process.communicate()
                print((self.log + rest).decode(errors="replace"))
        self.folder.cleanup()
