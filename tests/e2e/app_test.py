"""The example app: exact answers over HTTP, then the page in a real browser."""
import json
import os
import shutil
import subprocess
import re
import tempfile
import time
import unittest
import urllib.request

from server import ROOT, Server

AUTH = {"Authorization": "Bearer demo-token"}
SETTINGS = {"server": {"script": os.path.join(ROOT, "examples", "app", "app.py")}}


def eventually(check, seconds=30):
    """The first true result of check(), tried until it comes."""
    end = time.monotonic() + seconds
    while True:
        result = check()
        if result:
            return result
        if time.monotonic() > end:
            raise AssertionError("did not happen in time")
        time.sleep(0.02)


class Api(unittest.TestCase):
    def test_users_jobs_and_pages(self):
        with Server(settings=SETTINGS) as server:
            self.assertEqual(server.json("GET", "/api/users"), (200, {"users": [], "count": 0}))
            self.assertEqual(server.json("POST", "/api/users", {"name": "Ann"})[0], 401)
            ann = {"id": 1, "name": "Ann Lee", "email": "ann@example.org", "added_by": "demo"}
            bob = {"id": 2, "name": "Bob", "email": "bob@example.org", "added_by": "demo"}
            self.assertEqual(server.json("POST", "/api/users", {"name": " Ann Lee ", "email": "ann@example.org"}, AUTH), (201, ann))
            self.assertEqual(server.json("POST", "/api/users", {"name": "Bob", "email": "bob@example.org"}, AUTH), (201, bob))
            self.assertEqual(server.json("POST", "/api/users", {"name": "Bob", "email": "nowhere"}, AUTH), (400, {"error": "email is not an address"}))
            self.assertEqual(server.json("POST", "/api/users", "{", AUTH), (400, {"error": "the body must be JSON"}))
            self.assertEqual(server.json("GET", "/api/users"), (200, {"users": [ann, bob], "count": 2}))
            self.assertEqual(server.json("GET", "/api/users?search=LEE"), (200, {"users": [ann], "count": 1}))
            self.assertEqual(server.json("GET", "/api/users/2"), (200, bob))
            self.assertEqual(server.request("DELETE", "/api/users/2", headers=AUTH).status, 204)
            self.assertEqual(server.json("GET", "/api/users/2"), (404, {"error": "no user 2"}))
            self.assertEqual(server.json("GET", "/nowhere"), (404, {"error": "nothing at /nowhere"}))
            self.assertEqual([server.json("GET", "/api/visits")[1]["visits"] for _ in range(3)], [1, 2, 3])

            status, job = server.json("POST", "/api/jobs", {"text": "hello big world"}, AUTH)
            self.assertEqual((status, job), (202, {"id": 1, "text": "hello big world", "state": "queued"}))
            done = eventually(lambda: (lambda j: j if j["state"] == "done" else None)(server.json("GET", "/api/jobs/1")[1]))
            self.assertEqual(done["result"], {"words": 3, "longest": "hello", "shouted": "HELLO BIG WORLD"})
            eventually(lambda: server.json("GET", "/api/status")[1]["heartbeats"] >= 2)
            self.assertEqual(server.json("GET", "/api/status")[1]["jobs_done"], 1)

            page = server.request("GET", "/")
            self.assertEqual((page.status, page.header("Content-Type")), (200, "text/html; charset=utf-8"))
            with open(os.path.join(ROOT, "examples", "app", "static", "index.html"), "rb") as f:
                self.assertEqual(page.body, f.read())
            head = server.request("HEAD", "/static/app.js")
            self.assertEqual((head.status, head.body), (200, b""))

    def test_data_survives_a_restart(self):
        with tempfile.TemporaryDirectory() as folder:
            settings = {**SETTINGS, "plugin.kv": {"storage": folder + "/app.db"}}
            with Server(settings=settings) as server:
                self.assertEqual(server.json("GET", "/api/visits")[1], {"visits": 1})
                server.process.kill()   # no shutdown: what was answered must be on disk
                server.process.wait()
            with Server(settings=settings) as server:
                self.assertEqual(server.json("GET", "/api/visits")[1], {"visits": 2})


class Browser:
    """A headless Chromium behind chromedriver, spoken to in the WebDriver protocol."""

    def __init__(self):
        self.driver = subprocess.Popen([shutil.which("chromedriver"), "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        line = b""
        while b"successfully on port" not in line:
            line = self.driver.stdout.readline()
            if not line:
                raise AssertionError("chromedriver did not start")
        self.url = "http://127.0.0.1:" + re.search(rb"successfully on port (\d+)", line).group(1).decode()
        self.profile = tempfile.TemporaryDirectory()
        arguments = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                     "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--user-data-dir=" + self.profile.name]
        capabilities = {"capabilities": {"alwaysMatch": {"browserName": "chrome", "goog:chromeOptions": {"args": arguments}}}}
        self.session = "/session/" + self.call("POST", "/session", capabilities)["sessionId"]

    def call(self, method, path, body=None):
        request = urllib.request.Request(self.url + path, json.dumps(body).encode() if body is not None else None, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=120) as response:
                return json.load(response)["value"]
        except urllib.error.HTTPError as e:
            raise AssertionError(e.read().decode()) from None

    def open(self, url):
        self.call("POST", self.session + "/url", {"url": url})

    def run(self, script):
        return self.call("POST", self.session + "/execute/sync", {"script": script, "args": []})

    def close(self):
        try:
            self.call("DELETE", self.session)
        finally:
            self.driver.terminate()
            self.driver.communicate()
            self.profile.cleanup()


@unittest.skipUnless(shutil.which("chromedriver"), "chromedriver is not installed: ./dev setup installs it")
class Page(unittest.TestCase):
    def test_page_uses_the_api(self):
        with Server(settings=SETTINGS) as server:
            browser = Browser()
            try:
                browser.open(f"http://{server.address}/")
                text = lambda id: browser.run(f"return document.getElementById('{id}').textContent")
                eventually(lambda: text("visits") == "1")
                fill = "document.getElementById('name').value = 'Zoë'; document.getElementById('email').value = 'zoe@example.org';"
                browser.run(fill + "document.querySelector('#add button').click();")
                eventually(lambda: "Zoë <zoe@example.org>" in text("users"))
                self.assertEqual(server.json("GET", "/api/users")[1]["users"][0]["name"], "Zoë")
                browser.run("document.getElementById('text').value = 'one three'; document.querySelector('#submit button').click();")
                eventually(lambda: text("job") == "2 words, longest “three”: ONE THREE")
                browser.run("document.querySelector('#users button').click();")
                eventually(lambda: text("users") == "")
                self.assertEqual(server.json("GET", "/api/users"), (200, {"users": [], "count": 0}))
                self.assertEqual(text("message"), "")
            finally:
                browser.close()


if __name__ == "__main__":
    unittest.main(verbosity=2)
