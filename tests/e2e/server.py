"""Starts the real program as a server in a folder of its own and talks to it over sockets."""
import http.client
import json
import os
import queue
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PROGRAM = os.path.abspath(os.environ.get("SCRIPTLING_PROGRAM", os.path.join(ROOT, "build", "release", "bin", "scriptling-server")))
PATIENCE = float(os.environ.get("SCRIPTLING_TEST_PATIENCE", "60"))


class Answer:
    def __init__(self, status, reason, headers, body):
        self.status, self.reason, self.headers, self.body = status, reason, headers, body

    @property
    def text(self):
        return self.body.decode()

    def json(self):
        return json.loads(self.body)

    def header(self, name):
        return self.headers.get(name)

    def __repr__(self):
        return "<Answer %s %s %r>" % (self.status, dict(self.headers), self.body[:200])


class Server:
    """with Server({"app.py": "..."}, {"plugin.http": {"max_body": "1K"}}) as server: ..."""

    def __init__(self, files=None, settings=None, arguments=(), folder=None, wait=True):
        self.own_folder = folder is None
        self.folder = folder or tempfile.mkdtemp(prefix="scriptling-")
        for name, text in (files or {}).items():
            path = os.path.join(self.folder, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as f:
                f.write(text if isinstance(text, bytes) else text.encode())
        sections = {"server": {"address": "127.0.0.1:0", "script": "app.py"}, "log": {"format": "json"}}
        for section, keys in (settings or {}).items():
            sections.setdefault(section, {}).update(keys)
        config = "".join("[%s]\n%s" % (s, "".join("%s = %s\n" % kv for kv in keys.items())) for s, keys in sections.items())
        with open(os.path.join(self.folder, "test.ini"), "w") as f:
            f.write(config)
        self.process = subprocess.Popen([PROGRAM, "-c", "test.ini", *arguments], cwd=self.folder, stdin=subprocess.DEVNULL,
                                        stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.lines = []
        self.events = queue.Queue()
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()
        self.host = self.port = None
        if wait:
            record = self.wait_log(lambda r: r.get("group") == "http" and r.get("msg") == "Server started")
            self.address = record["address"]
            self.host, port = self.address.rsplit(":", 1)
            self.port = int(port)

    def _read(self):
        for line in self.process.stdout:
            text = line.decode("utf-8", "replace").rstrip("\n")
            self.lines.append(text)
            self.events.put(text)
        self.events.put(None)

    def wait_log(self, wanted, seconds=PATIENCE):
        """The first record not seen yet that `wanted` accepts; other lines have {"text": line}."""
        end = time.monotonic() + seconds
        while True:
            try:
                line = self.events.get(timeout=max(0.01, end - time.monotonic()))
            except queue.Empty:
                raise AssertionError("not logged in time; output was:\n" + "\n".join(self.lines))
            if line is None:
                self.events.put(None)
                raise AssertionError("the server ended; output was:\n" + "\n".join(self.lines))
            if wanted(parse(line)):
                return parse(line)

    def records(self):
        return [parse(line) for line in list(self.lines)]

    def request(self, method, path, body=None, headers=None, timeout=PATIENCE):
        connection = http.client.HTTPConnection(self.host, self.port, timeout=timeout)
        try:
            connection.request(method, path, body=body, headers=headers or {})
            response = connection.getresponse()
            return Answer(response.status, response.reason, response.headers, response.read())
        finally:
            connection.close()

    def json(self, method, path, body=None, headers=None):
        """(status, decoded body); a dict or list is sent as JSON."""
        answer = self.request(method, path, json.dumps(body) if isinstance(body, (dict, list)) else body, headers)
        return answer.status, answer.json() if answer.body else None

    def get(self, path, **headers):
        return self.request("GET", path, headers={k.replace("_", "-"): v for k, v in headers.items()})

    def connect(self, timeout=PATIENCE):
        s = socket.create_connection((self.host, self.port), timeout=timeout)
        return s

    def raw(self, data, timeout=PATIENCE):
        """Sends bytes and returns everything until the server closes the connection."""
        with self.connect(timeout) as s:
            try:
                s.sendall(data)
            except OSError:
                pass  # refused while still sending: the answer is there to be read
            return read_all(s)

    def stop(self, sig=signal.SIGTERM, seconds=PATIENCE):
        if self.process.poll() is None:
            self.process.send_signal(sig)
        return self.process.wait(seconds)

    def __enter__(self):
        return self

    def __exit__(self, kind=None, *error):
        try:
            ended = self.process.poll() is not None
            if self.process.poll() is None:
                self.process.send_signal(signal.SIGTERM)
                try:
                    self.process.wait(PATIENCE)
                except subprocess.TimeoutExpired:
                    self.process.kill()
                    self.process.wait()
            self.reader.join(PATIENCE)
            self.process.stdout.close()
            if kind:
                print("\n".join(self.lines))
            elif not ended and self.process.returncode:
                raise AssertionError("exit status %s after SIGTERM:\n%s" % (self.process.returncode, "\n".join(self.lines)))
        finally:
            if self.own_folder:
                shutil.rmtree(self.folder, ignore_errors=True)


def parse(line):
    try:
        record = json.loads(line)
        return record if isinstance(record, dict) else {"text": line}
    except ValueError:
        return {"text": line}


def read_all(s):
    pieces = []
    try:
        while True:
            piece = s.recv(65536)
            if not piece:
                break
            pieces.append(piece)
    except ConnectionResetError:
        pass
    return b"".join(pieces)


def wait_for(condition, seconds=PATIENCE):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.01)
    return condition()
