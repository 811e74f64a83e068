#!/usr/bin/env python3
"""Routes, requests, responses, files, limits and hostile input, against the real server."""
import json
import os
import pathlib
import shutil
import signal
import socket
import ssl
import subprocess
import tempfile
import threading
import time
import unittest

from server import Server, read_all, wait_for

APP = '''
import scriptling.runtime as runtime
import scriptling.runtime.http as http
import time

loaded = runtime.sync.Atomic("loaded").add(1)

http.get("/plain", "handlers.plain")
http.get("/named", handler="handlers.plain")
http.route("/many", "handlers.method", methods=["put", "patch", "purge", 3])
http.route("/default-methods", "handlers.method")
http.post("/third", "handlers.method")
http.get("/bad-module", "no_such_module.f")
http.get("/bad-function", "handlers.no_such")
http.get("/bad-reference", "nodots")
http.get("/broken", "broken.f")
http.get("/not-callable", "handlers.number")
http.get("/deep", "pkg.inner.deep")
http.get("/slash/", "handlers.plain")
http.get("/twice", "handlers.no_such")
http.get("/twice", "handlers.plain")
http.get("/lambda", lambda request: "lambda " + request.path)
http.static("/assets", "files")
http.static("/assets/special/", "files/other")

def outer(word):
    def inner(request):
        return word + runtime.sync.Atomic("inner").add(0).__str__()
    return inner
http.get("/closure", outer("captured"))

@http.get("/hello")
def hello(request):
    return "hello"

@http.get("/globals")
def globals_fresh(request):
    global counter
    counter = globals().get("counter", 0) + 1
    return {"counter": counter, "name": __name__}

@http.get("/users/{id}")
def user(request):
    return http.json({"id": request.params["id"], "same": request.path_param("id") == request.params["id"], "none": request.path_param("x"),
                      "default": request.path_param("x", 5)})

@http.get("/users/me")
def me(request):
    return "me"

@http.get("/users/{id}/posts/{post}")
def post(request):
    return request.params

@http.delete("/users/{id}")
def delete_user(request):
    return http.text(200, "deleted " + request.params["id"])

@http.get("/tree/{rest...}")
def tree(request):
    return request.params["rest"]

@http.post("/echo")
def echo(request):
    return {"body": request.body, "status": 200}

@http.post("/inspect")
def inspect(request):
    return http.json({"method": request.method, "path": request.path, "body": request.body, "size": len(request.body_bytes), "query": request.query,
                      "header": request.header("X-Test"), "missing": request.header("nope", "d"), "lower": request.headers.get("x-test"), "host": "host" in request.headers,
                      "q": request.query_param("q"), "qd": request.query_param("zz", 1), "remote": request.remote_addr.split(":")[0],
                      "list": [p for p in request.header_list if p[0] == "x-twice"], "class": isinstance(request, http.Request), "repr": repr(request)})

@http.post("/json")
def json_in(request):
    data = request.json()
    return http.json({"got": data, "type": type(data).__name__})

@http.route("/method", methods=["GET", "POST"])
def method(request):
    return request.method

responses = {
    "dict": lambda: {"a": 1, "b": [1.0, None, True]},
    "empty-dict": lambda: {},
    "list": lambda: [1, "two"],
    "number": lambda: 7,
    "float": lambda: 1.0,
    "true": lambda: True,
    "string": lambda: "<b>text</b>",
    "bytes": lambda: b"\\x00\\x01",
    "none": lambda: None,
    "full": lambda: {"status": 201, "headers": {"X-A": "1", "X-B": ["1", "2"], "X-N": 5}, "body": {"k": "v"}},
    "status-only": lambda: {"status": 204},
    "body-only": lambda: {"body": "x"},
    "headers-only": lambda: {"headers": {"X-A": "b"}},
    "typed": lambda: {"body": "a,b", "headers": {"content-type": "text/csv"}},
    "json-string": lambda: http.json("x"),
    "json-status": lambda: http.json(404, {"error": "none"}),
    "json-keyword": lambda: http.json({"a": 1}, status=418),
    "json-none": lambda: http.json(None),
    "json-headers": lambda: http.json(200, {}, headers={"X-A": "1"}),
    "json-type": lambda: http.json({}, headers={"content-type": "application/problem+json"}),
    "html": lambda: http.html("<p>"),
    "html-status": lambda: http.html(500, "<p>"),
    "text": lambda: http.text("t"),
    "text-badstatus": lambda: http.text("t", "u"),
    "redirect": lambda: http.redirect("/other"),
    "redirect-301": lambda: http.redirect("/other", 301),
    "binary": lambda: http.bytes(200, b"\\x01\\x02", "image/png"),
    "crlf": lambda: {"headers": {"X-A": "a\\r\\nX-B: c"}},
    "badname": lambda: {"headers": {"X A": "a"}},
    "status-99": lambda: {"status": 99},
    "status-1000": lambda: {"status": 1000},
    "status-big": lambda: {"status": 10**30},
    "status-text": lambda: {"status": "404", "body": "s"},
    "nan": lambda: {"x": float("nan")},
    "function": lambda: [len],
    "304": lambda: {"status": 304, "body": "ignored"},
    "close": lambda: {"headers": {"Connection": "close"}, "body": "bye"},
    "length": lambda: {"headers": {"Content-Length": "5", "Transfer-Encoding": "chunked"}, "body": "real"},
    "intkeys": lambda: {1: "a", None: "b"},
    "unicode": lambda: "h\\u00e9 \\u4e16",
    "tuple": lambda: (1, 2),
    "big": lambda: "x" * 5000000,
}
@http.get("/response/{kind}")
def respond(request):
    return responses[request.params["kind"]]()

@http.get("/raise")
def raising(request):
    raise ValueError('quote " and \\n newline')

@http.get("/zero")
def zero(request):
    return 1 // 0

@http.get("/exit/{n}")
def exits(request):
    import sys
    sys.exit(int(request.params["n"]))

@http.get("/recursion")
def recursion(request):
    return recursion(request)

@http.get("/query")
def query(request):
    return http.json(request.query)

@http.post("/parse")
def parse(request):
    try:
        return http.json(http.parse_query(request.body))
    except ValueError as e:
        return http.text(400, str(e))

@http.get("/sleep/{seconds}")
def sleeps(request):
    runtime.sync.Atomic("sleeping").add(1)
    try:
        time.sleep(float(request.params["seconds"]))
    finally:
        runtime.sync.Atomic("sleeping").add(-1)
    return "slept"

@http.get("/loop")
def loop(request):
    while True:
        pass

@http.get("/sleeping")
def sleeping(request):
    return runtime.sync.Atomic("sleeping").get()

@http.get("/attributes")
def attributes(request):
    request.user = "bob"
    request.path = "/changed"
    request.headers["x"] = "y"
    return [request.user, request.path, request.headers["x"], request.method]

@http.get("/server")
def server(request):
    return [runtime.server_running(), runtime.start_server()]

@http.not_found
def missing(request):
    return "nothing at " + request.path
'''

HANDLERS = '''
number = 5
def plain(request):
    return "plain"
def method(request):
    return request.method
'''

FILES = {
    "app.py": APP,
    "handlers.py": HANDLERS,
    "broken.py": "def f(:\n",
    "pkg/__init__.py": "",
    "pkg/inner.py": "def deep(request):\n    return 'deep'\n",
    "files/a.txt": "0123456789",
    "files/page.html": "<p>page</p>",
    "files/dir/index.html": "index",
    "files/empty/.keep": "",
    "files/data.bin": bytes(range(256)) * 4000,
    "files/other/b.txt": "special",
    "files/sp ace.txt": "space",
    "secret.txt": "secret",
    "files-sibling/x.txt": "sibling",
    "root/index.html": "root index",
    "root/a.js": "1;",
    "root/sub/index.html": "sub index",
    "root/users/me": "shadowed by the route",
}


class Routes(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server(FILES, {"plugin.http": {"max_body": "64K", "max_header": "8K", "max_headers": 50, "read_timeout": "1s", "web_root": "root"}})
        files = os.path.join(cls.server.folder, "files")
        os.symlink("a.txt", os.path.join(files, "inside-link"))
        os.symlink("../secret.txt", os.path.join(files, "outside-link"))
        os.symlink("..", os.path.join(files, "updir"))
        os.mkfifo(os.path.join(files, "fifo"))

    @classmethod
    def tearDownClass(cls):
        cls.server.__exit__()

    def get(self, path, **headers):
        return self.server.get(path, **headers)

    def check(self, path, status, body, type_=None, method="GET"):
        answer = self.server.request(method, path)
        self.assertEqual((answer.status, answer.body), (status, body if isinstance(body, bytes) else body.encode()), path)
        if type_:
            self.assertEqual(answer.header("Content-Type"), type_, path)
        return answer

    def test_handlers(self):
        for path in ("/plain", "/named", "/twice"):
            self.check(path, 200, "plain", "text/plain; charset=utf-8")
        self.check("/hello", 200, "hello")
        self.check("/deep", 200, "deep")
        self.check("/lambda", 200, "lambda /lambda")
        self.check("/closure", 200, "captured0")
        for _ in range(3):
            self.assertEqual(self.get("/globals").json(), {"counter": 1, "name": "app"})
        self.assertEqual(self.get("/server").json(), [True, None])

    def test_failing_handlers(self):
        answer = self.check("/raise", 500, json.dumps({"error": 'quote " and \n newline'}), "application/json")
        self.check("/zero", 500, '{"error": "integer division or modulo by zero"}', "application/json")
        self.check("/exit/0", 500, '{"error": "SystemExit: 0"}')
        self.check("/exit/3", 500, '{"error": "SystemExit: 3"}')
        self.check("/bad-module", 500, "Internal Server Error\n", "text/plain; charset=utf-8")
        self.check("/broken", 500, "Internal Server Error\n")
        self.check("/bad-reference", 500, "Internal Server Error\n")
        self.assertEqual(self.get("/bad-function").json(), {"error": "function 'handlers.no_such' not found"})
        self.assertEqual(self.get("/not-callable").json(), {"error": "'int' object is not callable"})
        self.assertIn("recursion", self.get("/recursion").json()["error"])
        self.check("/hello", 200, "hello")
        record = next(r for r in self.server.records() if r.get("msg") == "Handler error" and r.get("handler") == "app.raising")
        self.assertIn("ValueError", record["traceback"])
        self.assertTrue(any(r.get("msg") == "Failed to import library" and r.get("handler") == "no_such_module.f" for r in self.server.records()))

    def test_methods(self):
        self.assertEqual([self.server.request(m, "/many").text for m in ("PUT", "PATCH", "PURGE")], ["PUT", "PATCH", "PURGE"])
        answer = self.server.request("GET", "/many")
        self.assertEqual((answer.status, answer.header("Allow"), answer.text), (405, "PATCH, PURGE, PUT", "Method Not Allowed\n"))
        self.assertEqual([self.server.request(m, "/default-methods").text for m in ("GET", "POST", "PUT", "DELETE")], ["GET", "POST", "PUT", "DELETE"])
        answer = self.server.request("POST", "/hello")
        self.assertEqual((answer.status, answer.header("Allow")), (405, "GET, HEAD"))
        self.assertEqual(self.server.request("OPTIONS", "/users/1").header("Allow"), "DELETE, GET, HEAD")
        self.assertEqual(self.server.request("DELETE", "/users/me").text, "deleted me")
        head, full = self.server.request("HEAD", "/users/1"), self.get("/users/1")
        self.assertEqual((head.status, head.body, head.header("Content-Length")), (200, b"", full.header("Content-Length")))
        self.assertEqual(self.server.request("HEAD", "/method").header("Content-Length"), "4")

    def test_paths(self):
        self.assertEqual(self.get("/users/7").json(), {"id": "7", "same": True, "none": None, "default": 5})
        self.check("/users/me", 200, "me")
        self.assertEqual(self.get("/users/a%20b/posts/%2Fx%C3%A9").json(), {"id": "a b", "post": "/xé"})
        self.check("/tree/a/b%20c/d", 200, "a/b c/d")
        self.check("/tree/", 200, "")
        for path, location in (("/slash", "/slash/"), ("/slash?a=1&b", "/slash/?a=1&b"), ("//hello", "/hello"), ("/a/../hello?x=1", "/hello?x=1"), ("/./hello", "/hello"),
                               ("/tree", "/tree/"), ("/users/1//posts", "/users/1/posts"), ("/%2e%2e/hello", "/hello"), ("/..", "/"), ("//evil.example/..", "/"), ("//%5Cevil.example", "/%5Cevil.example"), ("//\\evil.example", "/%5Cevil.example")):
            answer = self.get(path)
            self.assertEqual((answer.status, answer.header("Location")), (307, location), path)
        self.assertEqual(self.server.request("POST", "/a//b").status, 307)
        self.check("/slash/", 200, "plain")
        for path in ("/slash/x", "/hello/", "/users", "/users/1/posts", "/Hello", "/nope"):
            self.check(path, 404, "nothing at " + path, "text/plain; charset=utf-8")
        self.check("/health", 200, "OK")
        self.assertEqual(self.server.request("HEAD", "/health").status, 200)

    def test_request(self):
        answer = self.server.request("POST", "/inspect?q=a+b%21&q=second&e=&bad=%zz", body="bödy".encode(), headers={"X-Test": "v", "X-Twice": "1"}).json()
        self.assertEqual(answer, {"method": "POST", "path": "/inspect", "body": "bödy", "size": 5, "query": {"q": "a b!", "e": ""}, "header": "v", "missing": "d", "lower": "v",
                                  "host": True, "q": "a b!", "qd": 1, "remote": "127.0.0.1", "list": [["x-twice", "1"]], "class": True, "repr": "<Request POST /inspect>"})
        self.assertEqual(self.get("/attributes").json(), ["bob", "/changed", "y", "GET"])
        for body, got, kind in ((b"", None, "NoneType"), (b'{"a": 9007199254740993}', {"a": 9007199254740993}, "dict"), (b"[1.5, true]", [1.5, True], "list"), (b" 7 ", 7, "int")):
            self.assertEqual(self.server.request("POST", "/json", body=body).json(), {"got": got, "type": kind})
        for body in (b"{", b"{} x", b"nan", b"'a'", b"\xff"):
            self.assertEqual(self.server.request("POST", "/json", body=body).status, 500, body)
        self.assertEqual(self.server.request("POST", "/echo", body=b"\x80\xfe").status, 200)

    def test_query(self):
        self.assertEqual(self.get("/query?a=1&a=2&b&c=%C3%A9&=x&&d=1;2").json(), {"a": "1", "b": "", "c": "é", "": "x"})
        self.assertEqual(self.server.request("POST", "/parse", body=b"?a=1&a=2&b=x+y").json(), {"a": ["1", "2"], "b": "x y"})
        for bad in (b"a=%zz", b"a=1;b=2"):
            answer = self.server.request("POST", "/parse", body=bad)
            self.assertEqual(answer.status, 400)
            self.assertTrue(answer.text.startswith("failed to parse query string: "), answer.text)

    def test_responses(self):
        js, text = "application/json", "text/plain; charset=utf-8"
        for kind, status, body, type_ in (
                ("dict", 200, '{"a":1,"b":[1.0,null,true]}', js), ("empty-dict", 200, "{}", js), ("list", 200, '[1,"two"]', js), ("number", 200, "7", js), ("float", 200, "1.0", js),
                ("true", 200, "true", js), ("string", 200, "<b>text</b>", text), ("bytes", 200, b"\0\1", "application/octet-stream"), ("none", 500, "Internal Server Error\n", text),
                ("full", 201, '{"k":"v"}', js), ("status-only", 204, "", None), ("body-only", 200, "x", text), ("headers-only", 200, "", None), ("typed", 200, "a,b", "text/csv"),
                ("json-string", 200, '"x"', js), ("json-status", 404, '{"error":"none"}', js), ("json-keyword", 418, '{"a":1}', js), ("json-none", 200, "null", js),
                ("json-type", 200, "{}", "application/problem+json"), ("html", 200, "<p>", "text/html; charset=utf-8"), ("html-status", 500, "<p>", "text/html; charset=utf-8"),
                ("text", 200, "t", text), ("text-badstatus", 200, "u", text), ("binary", 200, b"\1\2", "image/png"), ("status-text", 200, "s", text), ("304", 304, "", None),
                ("close", 200, "bye", text), ("length", 200, "real", text), ("intkeys", 200, '{"1":"a","null":"b"}', js), ("unicode", 200, "h\u00e9 \u4e16", text),
                ("tuple", 200, "[1,2]", js)):
            answer = self.check("/response/" + kind, status, body, type_)
            if type_ is None:
                self.assertIsNone(answer.header("Content-Type") if kind != "304" else None)
        full = self.get("/response/full")
        self.assertEqual((full.header("X-A"), full.headers.get_all("X-B"), full.header("X-N")), ("1", ["1", "2"], None))
        self.assertEqual(self.get("/response/json-headers").header("X-A"), "1")
        for kind, status in (("redirect", 302), ("redirect-301", 301)):
            answer = self.get("/response/" + kind)
            self.assertEqual((answer.status, answer.header("Location"), answer.body), (status, "/other", b""))
        for kind in ("crlf", "badname", "status-99", "status-1000", "status-big", "nan", "function"):
            answer = self.get("/response/" + kind)
            self.assertEqual(answer.status, 500, kind)
            self.assertIn("error", answer.json())
            self.assertIsNone(answer.header("X-B"))
        self.assertEqual(len(self.get("/response/big").body), 5000000)
        self.assertIsNotNone(self.get("/response/text").header("Date"))

    def test_static(self):
        answer = self.check("/assets/a.txt", 200, "0123456789", "text/plain; charset=utf-8")
        etag, modified = answer.header("ETag"), answer.header("Last-Modified")
        self.assertEqual(answer.header("Accept-Ranges"), "bytes")
        for headers in ({"If-None-Match": etag}, {"If-None-Match": '"x", W/' + etag}, {"If-None-Match": "*"}, {"If-Modified-Since": modified}):
            answer = self.server.request("GET", "/assets/a.txt", headers=headers)
            self.assertEqual((answer.status, answer.body, answer.header("ETag")), (304, b"", etag), headers)
        for headers in ({"If-None-Match": '"x"'}, {"If-Modified-Since": "Sun, 06 Nov 1994 08:49:37 GMT"}, {"If-Modified-Since": "junk"}):
            self.assertEqual(self.server.request("GET", "/assets/a.txt", headers=headers).status, 200, headers)
        for value, status, body, content_range in (
                ("bytes=0-3", 206, b"0123", "bytes 0-3/10"), ("bytes=4-", 206, b"456789", "bytes 4-9/10"), ("bytes=-3", 206, b"789", "bytes 7-9/10"), ("bytes=5-99", 206, b"56789", "bytes 5-9/10"),
                ("bytes=-99", 206, b"0123456789", "bytes 0-9/10"), ("bytes=10-", 416, None, "bytes */10"), ("bytes=-0", 416, None, "bytes */10"), ("bytes=0-1,3-4", 200, b"0123456789", None),
                ("bytes=3-1", 200, b"0123456789", None), ("bytes=x-", 200, b"0123456789", None), ("lines=0-1", 200, b"0123456789", None), ("bytes=-", 200, b"0123456789", None),
                ("bytes=99999999999999999999-", 200, b"0123456789", None)):
            answer = self.server.request("GET", "/assets/a.txt", headers={"Range": value})
            self.assertEqual((answer.status, answer.header("Content-Range")), (status, content_range), value)
            if body is not None:
                self.assertEqual(answer.body, body, value)
        self.assertEqual(self.server.request("GET", "/assets/a.txt", headers={"Range": "bytes=0-3", "If-Range": etag}).status, 206)
        self.assertEqual(self.server.request("GET", "/assets/a.txt", headers={"Range": "bytes=0-3", "If-Range": '"old"'}).status, 200)
        head = self.server.request("HEAD", "/assets/data.bin")
        self.assertEqual((head.status, head.header("Content-Length"), head.body), (200, "1024000", b""))
        self.assertEqual(self.get("/assets/data.bin").body, bytes(range(256)) * 4000)
        self.check("/assets/page.html", 200, "<p>page</p>", "text/html; charset=utf-8")
        self.check("/assets/sp%20ace.txt", 200, "space")
        self.check("/assets/inside-link", 200, "0123456789")
        self.check("/assets/special/b.txt", 200, "special")
        self.check("/assets/dir/", 200, "index", "text/html; charset=utf-8")
        self.assertEqual(self.get("/assets/dir?x=1").header("Location"), "/assets/dir/?x=1")
        for path in ("/assets/outside-link", "/assets/updir/secret.txt", "/assets/none", "/assets/", "/assets/empty/", "/assets/a.txt/", "/assets/fifo", "/assets-sibling/x.txt", "/assetsx",
                     "/assets/..%2fsecret.txt", "/assets/%2e%2e%2fsecret.txt", "/assets/..%5csecret.txt"):
            answer = self.get(path)
            self.assertNotIn(b"secret", answer.body if answer.status == 200 else b"", path)
            self.assertIn(answer.status, (404, 307), path)
        self.assertEqual(self.server.raw(b"GET /assets/../secret.txt HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").split(b" ")[1], b"307")
        self.assertEqual(self.server.request("POST", "/assets/a.txt").status, 404)

    def test_web_root(self):
        self.check("/", 200, "root index", "text/html; charset=utf-8")
        self.check("/a.js", 200, "1;", "text/javascript; charset=utf-8")
        self.check("/sub/", 200, "sub index")
        self.assertEqual(self.get("/sub").header("Location"), "/sub/")
        self.check("/users/me", 200, "me")
        self.check("/app.py", 404, "nothing at /app.py")

    # ---- hostile input --------------------------------------------------------------------------

    def refuse(self, request, status, body=None):
        answer = self.server.raw(request)
        self.assertTrue(answer.startswith(b"HTTP/1.1 %d " % status), (request[:80], answer[:200]))
        self.assertIn(b"Connection: close\r\n", answer)
        self.check("/hello", 200, "hello")
        return answer

    def test_malformed(self):
        line, host = b"GET /hello HTTP/1.1\r\n", b"Host: x\r\n"
        for request in (b"GET\r\n\r\n", b"GET /hello\r\n\r\n", b"GET /hello HTTP/x\r\n\r\n", b"GET  /hello HTTP/1.1\r\nHost: x\r\n\r\n", b"G@T /hello HTTP/1.1\r\nHost: x\r\n\r\n",
                        b"GET /a b HTTP/1.1\r\nHost: x\r\n\r\n", b"GET hello HTTP/1.1\r\nHost: x\r\n\r\n", b"GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n", b"GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n",
                        b"GET /%2 HTTP/1.1\r\nHost: x\r\n\r\n", line + b"\r\n", line + host + host + b"\r\n", line + host + b"no colon\r\n\r\n", line + host + b" folded\r\n\r\n",
                        line + host + b"Name : v\r\n\r\n", line + host + b": v\r\n\r\n", line + host + b"A: b\rc\r\n\r\n", line + host + b"A: b\0c\r\n\r\n",
                        line + host + b"Content-Length: x\r\n\r\n", line + host + b"Content-Length: -1\r\n\r\n", line + host + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\n",
                        line + host + b"Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", b"POST /echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n",
                        b"\x16\x03\x01\x00\xa5\x01\x00\x00\xa1\x03\x03\r\n\r\n", b"GET /hello HTTP/1.1\r\nHost: x\r\n\x01: y\r\n\r\n"):
            self.refuse(request, 400)
        self.refuse(b"GET /hello HTTP/2.0\r\nHost: x\r\n\r\n", 505)
        self.refuse(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505)
        self.refuse(line + host + b"Transfer-Encoding: gzip\r\n\r\n", 501)
        self.refuse(line + host + b"Expect: magic\r\n\r\n", 417)
        for chunk in (b"zz\r\n", b"\r\n", b"-1\r\n", b"3\r\nabcd\r\n", b"1" * 2000, b"1;" + b"x" * 2000):
            self.refuse(b"POST /echo HTTP/1.1\r\n" + host + b"Transfer-Encoding: chunked\r\n\r\n" + chunk, 400)

    def test_limits(self):
        host = b"Host: x\r\n"
        self.refuse(b"POST /echo HTTP/1.1\r\n" + host + b"Content-Length: 65537\r\n\r\n", 413)
        self.refuse(b"POST /echo HTTP/1.1\r\n" + host + b"Content-Length: 99999999999999999999999\r\n\r\n", 413)
        self.refuse(b"POST /echo HTTP/1.1\r\n" + host + b"Content-Length: 10000000\r\n\r\n" + b"x" * 10000000, 413)
        self.refuse(b"POST /echo HTTP/1.1\r\n" + host + b"Transfer-Encoding: chunked\r\n\r\nfffffffff\r\n", 413)
        self.refuse(b"POST /echo HTTP/1.1\r\n" + host + b"Transfer-Encoding: chunked\r\n\r\n" + b"4000\r\n" + b"x" * 0x4000 + b"\r\n" + b"f000\r\n", 413)
        self.refuse(b"GET /hello HTTP/1.1\r\n" + host + b"X: y\r\n" * 10000 + b"\r\n", 431)
        self.refuse(b"GET /hello HTTP/1.1\r\n" + host + b"X: y\r\n" * 50 + b"\r\n", 431)
        self.refuse(b"GET /hello HTTP/1.1\r\n" + host + b"X: " + b"y" * 9000 + b"\r\n\r\n", 431)
        self.refuse(b"GET /" + b"y" * 9000 + b" HTTP/1.1\r\n\r\n", 414)
        self.refuse(b"POST /echo HTTP/1.1\r\n" + host + b"Transfer-Encoding: chunked\r\n\r\n0\r\n" + b"T: x\r\n" * 3000, 431)
        body = b"x" * 65536
        self.assertEqual(self.server.request("POST", "/echo", body=body).body, body)

    def test_slow(self):
        start = time.monotonic()
        self.assertTrue(self.server.raw(b"GET /hel").startswith(b"HTTP/1.1 408 "))
        self.assertTrue(self.server.raw(b"POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nab").startswith(b"HTTP/1.1 408 "))
        self.assertEqual(self.server.raw(b""), b"")
        self.assertLess(time.monotonic() - start, 30)
        with self.server.connect() as s:  # a byte now and then does not extend the time for the head
            start = time.monotonic()
            try:
                for byte in b"GET /hello HTTP/1.1\r\nHost: x\r\nX: " + b"y" * 2000:
                    s.sendall(bytes([byte]))
                    time.sleep(0.02)
                    if time.monotonic() - start > 30:
                        break
            except OSError:
                pass
            self.assertLess(time.monotonic() - start, 20)
        with self.server.connect() as s:  # a request in small pieces is a request
            for i in range(0, 200):
                s.sendall(b"X"[:0] + (b"POST /echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 5\r\n\r\nabcde"[i:i + 1]))
            self.assertTrue(read_all(s).endswith(b"\r\n\r\nabcde"))

    def test_many_half_requests(self):
        connections = [self.server.connect() for _ in range(300)]
        try:
            for s in connections:
                s.sendall(b"GET /hel")
            start = time.monotonic()
            self.check("/hello", 200, "hello")
            self.assertLess(time.monotonic() - start, 5)
            for s in connections:
                self.assertTrue(read_all(s).startswith(b"HTTP/1.1 408 "))
        finally:
            for s in connections:
                s.close()

    # ---- connections ----------------------------------------------------------------------------

    def test_keep_alive(self):
        with self.server.connect() as s:
            for _ in range(3):
                s.sendall(b"GET /hello HTTP/1.1\r\nHost: x\r\n\r\n")
                data = b""
                while not data.endswith(b"hello"):
                    data += s.recv(4096)
                self.assertNotIn(b"Connection: close", data)
            s.sendall(b"GET /hello HTTP/1.1\r\nHost: x\r\n\r\nGET /plain HTTP/1.1\r\nHost: x\r\n\r\nPOST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabcGET /hello HTTP/1.0\r\n\r\n")
            answers = read_all(s)
            self.assertEqual([part.split(b"HTTP/1.1")[0] for part in answers.split(b"\r\n\r\n")[1:]], [b"hello", b"plain", b"abc", b"hello"])
        self.assertIn(b"Connection: keep-alive", self.read_one(b"GET /hello HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", b"hello"))
        self.assertTrue(self.server.raw(b"GET /hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").endswith(b"hello"))
        self.assertTrue(self.server.raw(b"GET /hello HTTP/1.0\r\n\r\n").endswith(b"hello"))
        self.assertTrue(self.server.raw(b"\r\nGET /hello HTTP/1.1\nHost: x\nConnection: close\n\n").endswith(b"hello"))
        self.assertTrue(self.server.raw(b"GET http://other/hello?x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").endswith(b"hello"))
        self.assertTrue(self.server.raw(b"GET /response/close HTTP/1.1\r\nHost: x\r\n\r\n").endswith(b"bye"))
        self.assertTrue(self.server.raw(b"HEAD /hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").endswith(b"Content-Length: 5\r\nConnection: close\r\n\r\n"))

    def read_one(self, request, end):
        with self.server.connect() as s:
            s.sendall(request)
            data = b""
            while not data.endswith(end):
                piece = s.recv(4096)
                if not piece:
                    break
                data += piece
            return data

    def test_chunked(self):
        head = b"POST /echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
        self.assertTrue(self.server.raw(head + b"3\r\nabc\r\nA;ext=1\r\n0123456789\r\n0\r\nTrailer: x\r\n\r\n").endswith(b"\r\n\r\nabc0123456789"))
        self.assertTrue(self.server.raw(head + b"0\r\n\r\n").endswith(b"Content-Length: 0\r\nConnection: close\r\n\r\n"))
        with self.server.connect() as s:
            for i, byte in enumerate(head + b"3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"):
                s.sendall(bytes([byte]))
            self.assertTrue(read_all(s).endswith(b"\r\n\r\nabcde"))

    def test_expect(self):
        with self.server.connect() as s:
            s.sendall(b"POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n")
            self.assertEqual(s.recv(100), b"HTTP/1.1 100 Continue\r\n\r\n")
            s.sendall(b"hello")
            self.assertTrue(read_all(s).endswith(b"hello"))

    def test_slow_reader(self):
        with self.server.connect() as s:
            s.sendall(b"GET /response/big HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\nGET /hello")
            time.sleep(0.2)
            self.check("/hello", 200, "hello")
            self.assertTrue(read_all(s).endswith(b"x" * 1000))

    def test_parallel(self):
        answers = []
        def work():
            for _ in range(30):
                answers.append(self.get("/users/5").status)
                answers.append(self.server.request("POST", "/echo", body=b"z" * 5000).status)
        threads = [threading.Thread(target=work) for _ in range(8)]
        for t in threads:
            t.start()
        for t in threads:
            t.join()
        self.assertEqual(answers, [200] * 480)

    def test_gone_client_cancels(self):
        s = self.server.connect()
        s.sendall(b"GET /sleep/1000 HTTP/1.1\r\nHost: x\r\n\r\n")
        self.assertTrue(wait_for(lambda: self.get("/sleeping").json() == 1))
        s.close()
        self.assertTrue(wait_for(lambda: self.get("/sleeping").json() == 0))
        s = self.server.connect()
        s.sendall(b"GET /loop HTTP/1.1\r\nHost: x\r\n\r\n")
        s.close()
        self.check("/hello", 200, "hello")


class Registration(unittest.TestCase):
    def fails(self, app, message):
        server = Server({"app.py": "import scriptling.runtime.http as http\n" + app}, wait=False)
        with server:
            self.assertEqual(server.process.wait(60), 1)
            server.reader.join(10)
            self.assertIn(message, "\n".join(server.lines))

    def test_errors(self):
        self.fails("http.get('/a/{x}', 'm.f')\nhttp.get('/a/{y}', 'm.f')", "differs from another only in parameter names")
        self.fails("http.get('nope', 'm.f')", "must begin with '/'")
        self.fails("http.get('/a/{x}/{x}', 'm.f')", "appears twice")
        self.fails("http.get('/a/{x...}/b', 'm.f')", "must come last")
        self.fails("http.get('/a/{1x}', 'm.f')", "not a parameter name")
        self.fails("http.get('/a/b{x}', 'm.f')", "a whole segment")
        self.fails("http.get('/a', 5)", "handler must be a string or a function, not int")
        self.fails("http.get(5, 'm.f')", "must be str")
        self.fails("http.get('/a', hanlder='m.f')", "hanlder")
        self.fails("http.get('/a')()", "decorator requires a function")
        self.fails("http.get('/a')(lambda r: 1)", "decorated value must be a function, got LAMBDA")
        self.fails("@http.get('/a')\nclass A: pass", "decorated value must be a function, got CLASS")
        self.fails("http.get('/a')(print)", "decorated value must be a function, got BUILTIN")
        self.fails("http.static('/a', 'no-such-directory')", "is not a directory")
        self.fails("1 // 0", "ZeroDivisionError")

    def test_after_start(self):
        app = '''
import scriptling.runtime as runtime
import scriptling.runtime.http as http
import time
@http.get("/x")
def x(request):
    return "x"
runtime.start_server(wait=False)
http.get("/late", "app.x")
http.not_found("app.x")
http.middleware("app.x")
http.get("/x", "app.x")
print("setup goes on", runtime.server_running())
while __name__ == "__main__" and runtime.server_running():
    time.sleep(0.01)
'''
        with Server({"app.py": app}) as server:
            self.assertEqual(server.get("/x").text, "x")
            self.assertEqual(server.get("/late").status, 404)
            self.assertTrue(wait_for(lambda: sum("registered after start_server" in str(r.get("msg")) for r in server.records()) == 3))
            items = sorted(r["msg"].split(" registered")[0] for r in server.records() if "registered after start_server" in str(r.get("msg")))
            self.assertEqual(items, ["middleware app.x", "not_found app.x", "route GET /late"])
            self.assertEqual(server.stop(), 0)

    def test_blocking_start(self):
        app = '''
import scriptling.runtime as runtime
import scriptling.runtime.http as http
@http.get("/x")
def x(request):
    return "x"
runtime.start_server()
if __name__ == "__main__":
    print("after the server")
'''
        with Server({"app.py": app}) as server:
            self.assertEqual(server.get("/x").text, "x")
            self.assertEqual(server.stop(), 0)
            server.reader.join(10)
            self.assertIn("after the server", server.lines)

    def test_setup_imports_modules(self):
        with Server({"app.py": "import routes_a\n", "routes_a.py": "from scriptling.runtime import http\n@http.get('/m')\ndef m(request):\n    return __name__\n"}) as server:
            self.assertEqual(server.get("/m").text, "routes_a")
            self.assertTrue(any(r.get("msg") == "Registered route" and r.get("key") == "GET /m" and r.get("handler") == "routes_a.m" for r in server.records()))


class Middleware(unittest.TestCase):
    APP = '''
import scriptling.runtime.http as http
@http.middleware
def check(request):
    request.seen = request.method
    if request.path == "/blocked":
        return http.text(403, "blocked")
    if request.path == "/raise":
        raise ValueError("in middleware")
    if request.path == "/string":
        return "short"
@http.middleware(prefix="/api")
def api(request):
    request.seen += " api"
    if request.header("authorization") is None:
        return {"status": 401, "body": "who?"}
@http.get("/x")
def x(request):
    return request.seen
for path in ("/blocked", "/raise", "/string"):
    http.get(path, "app.x")
http.get("/api/x", "app.x")
http.get("/apix", "app.x")
'''

    def test_order(self):
        with Server({"app.py": self.APP, "root/f.txt": "file"}, {"plugin.http": {"web_root": "root", "bearer_token": "t"}}) as server:
            self.assertEqual(server.get("/x").text, "GET")
            self.assertEqual((server.get("/blocked").status, server.get("/blocked").text), (403, "blocked"))
            self.assertEqual((server.get("/raise").status, server.get("/raise").json()), (500, {"error": "in middleware"}))
            self.assertEqual((server.get("/string").status, server.get("/string").text), (200, "short"))
            self.assertEqual(server.get("/api/x").status, 401)
            self.assertEqual(server.get("/api/x", Authorization="x").text, "GET api")
            self.assertEqual(server.get("/apix").text, "GET")
            for path, status in (("/f.txt", 200), ("/nope", 404), ("/health", 200)):
                self.assertEqual(server.get(path).status, status)

    def test_fails_closed(self):
        app = "import scriptling.runtime.http as http\nhttp.middleware('no_such.f')\n@http.get('/x')\ndef x(r):\n    return 'x'\n"
        with Server({"app.py": app}) as server:
            self.assertEqual((server.get("/x").status, server.get("/x").text), (500, "Internal Server Error\n"))


class Operations(unittest.TestCase):
    APP = FILES["app.py"]

    def test_token(self):
        app = "import scriptling.runtime.http as http\n@http.get('/x')\ndef x(r):\n    return 'x'\n"
        with Server({"app.py": app, "root/f": "f"}, {"plugin.http": {"bearer_token": "s3cret", "public": "/health, /f", "web_root": "root"}}) as server:
            for headers in ({}, {"Authorization": "Bearer wrong"}, {"Authorization": "s3cret"}, {"Authorization": "Bearer s3cret2"}, {"Authorization": "Bearer "}, {"Authorization": "Basic s3cret"}):
                answer = server.request("GET", "/x", headers=headers)
                self.assertEqual((answer.status, answer.text, answer.header("WWW-Authenticate"), answer.header("X-Content-Type-Options")), (401, "Unauthorized\n", "Bearer", "nosniff"))
            self.assertEqual(server.get("/nope").status, 401)
            self.assertEqual([server.get(p).status for p in ("/health", "/f")], [200, 200])
            self.assertEqual([server.get("/x", Authorization=h).text for h in ("Bearer s3cret", "bearer s3cret")], ["x", "x"])

    def test_hidden_errors(self):
        app = "import scriptling.runtime.http as http\n@http.get('/x')\ndef x(r):\n    raise ValueError('inner detail')\n@http.get('/health')\ndef h(r):\n    return 'mine'\n"
        with Server({"app.py": app}, {"plugin.http": {"expose_errors": "false", "access_log": "true"}}) as server:
            self.assertEqual(server.get("/x").json(), {"error": "Internal Server Error"})
            self.assertEqual(server.get("/health").text, "mine")
            self.assertEqual((server.get("/nope").text, server.get("/nope").header("X-Content-Type-Options")), ("Not Found\n", "nosniff"))
            record = server.wait_log(lambda r: r.get("msg") == "request" and r.get("path") == "/nope")
            self.assertEqual((record["method"], record["status"], record["bytes"]), ("GET", "404", "10"))

    def test_timeout(self):
        with Server(FILES, {"plugin.http": {"handler_timeout": "100ms"}}) as server:
            for path in ("/loop", "/sleep/1000"):
                answer = server.get(path)
                self.assertEqual((answer.status, answer.text), (504, "Gateway Timeout\n"))
            self.assertEqual(server.get("/hello").text, "hello")

    def test_busy(self):
        with Server(FILES, {"plugin.http": {"max_threads": 2, "max_queued": 3}}) as server:
            busy = [server.connect() for _ in range(2)]
            for s in busy:
                s.sendall(b"GET /sleep/1000 HTTP/1.1\r\nHost: x\r\n\r\n")
            def refused():
                with server.connect() as s:
                    s.settimeout(1)
                    s.sendall(b"GET /hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                    waiting.append(s.dup())
                    try:
                        return s.recv(12) == b"HTTP/1.1 503"
                    except socket.timeout:
                        return False
            waiting = []
            self.assertTrue(wait_for(refused))
            for s in busy:
                s.close()
            self.assertTrue(wait_for(lambda: server.get("/hello").status == 200))
            for s in waiting:
                s.close()

    def test_connection_limit(self):
        with Server(FILES, {"plugin.http": {"max_connections": 5}}) as server:
            held = [server.connect() for _ in range(5)]
            self.assertTrue(wait_for(lambda: server.raw(b"GET /hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").startswith(b"HTTP/1.1 503 ")))
            for s in held:
                s.close()
            self.assertTrue(wait_for(lambda: server.raw(b"GET /hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").startswith(b"HTTP/1.1 200 ")))

    def test_idle_timeout(self):
        with Server(FILES, {"plugin.http": {"idle_timeout": "200ms"}}) as server:
            with server.connect() as s:
                s.sendall(b"GET /hello HTTP/1.1\r\nHost: x\r\n\r\n")
                self.assertTrue(read_all(s).endswith(b"hello"))

    def test_concurrent_sleepers(self):
        with Server(FILES) as server:
            start = time.monotonic()
            answers = []
            threads = [threading.Thread(target=lambda: answers.append(server.get("/sleep/1").text)) for _ in range(30)]
            for t in threads:
                t.start()
            for t in threads:
                t.join()
            self.assertEqual(answers, ["slept"] * 30)
            self.assertLess(time.monotonic() - start, 15)

    def test_drain(self):
        with Server(FILES) as server:
            idle = server.connect()
            idle.sendall(b"GET /hello HTTP/1.1\r\nHost: x\r\n\r\n")
            self.assertIn(b"200 OK", idle.recv(4096))
            answers = []
            threads = [threading.Thread(target=lambda: answers.append(server.get("/sleep/1"))) for _ in range(3)]
            for t in threads:
                t.start()
            self.assertTrue(wait_for(lambda: server.get("/sleeping").json() == 3))
            start = time.monotonic()
            self.assertEqual(server.stop(signal.SIGTERM), 0)
            self.assertLess(time.monotonic() - start, 5)
            for t in threads:
                t.join()
            self.assertEqual([(a.status, a.text, a.header("Connection")) for a in answers], [(200, "slept", "close")] * 3)
            self.assertEqual(read_all(idle), b"")
            idle.close()

    def test_drain_limit(self):
        with Server(FILES, {"server": {"drain": "300ms"}}) as server:
            s = server.connect()
            s.sendall(b"GET /loop HTTP/1.1\r\nHost: x\r\n\r\n")
            t = server.connect()
            t.sendall(b"GET /sleep/1000 HTTP/1.1\r\nHost: x\r\n\r\n")
            self.assertTrue(wait_for(lambda: server.get("/sleeping").json() == 1))
            start = time.monotonic()
            server.stop(signal.SIGTERM)
            self.assertLess(time.monotonic() - start, 20)
            self.assertTrue(read_all(t).startswith(b"HTTP/1.1 503 "))
            s.close()
            t.close()

    def test_port_taken(self):
        with socket.socket() as s:
            s.bind(("127.0.0.1", 0))
            s.listen()
            server = Server(FILES, {"server": {"address": "127.0.0.1:%d" % s.getsockname()[1]}}, wait=False)
            with server:
                self.assertEqual(server.process.wait(60), 1)
                server.reader.join(10)
                self.assertIn("cannot listen on", "\n".join(server.lines))

    def test_bad_settings(self):
        for settings, message in (({"tls_cert": "x.pem"}, "belong together"), ({"web_root": "no-such"}, "is not a directory"), ({"max_body": "lots"}, "max_body"), ({"max_bdy": "1K"}, "max_body")):
            server = Server(FILES, {"plugin.http": settings}, wait=False)
            with server:
                self.assertNotEqual(server.process.wait(60), 0)
                server.reader.join(10)
                self.assertIn(message, "\n".join(server.lines))


def make_certificate(folder, name):
    done = subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj", "/CN=" + name,
                           "-keyout", os.path.join(folder, "key.pem"), "-out", os.path.join(folder, "cert.pem")], capture_output=True)
    return done.returncode == 0


class Tls(unittest.TestCase):
    def names(self, server):
        with server.connect() as plain, self.context.wrap_socket(plain) as s:
            s.sendall(b"GET /hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            self.assertTrue(read_all(s).endswith(b"hello"))
            return ssl.DER_cert_to_PEM_cert(s.getpeercert(True))

    def test_files_and_reload(self):
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self.context.check_hostname = False
        self.context.verify_mode = ssl.CERT_NONE
        with tempfile.TemporaryDirectory() as folder:
            if not shutil.which("openssl"):
                self.skipTest("no openssl program")
            self.assertTrue(make_certificate(folder, "first"))
            with Server(FILES, {"plugin.http": {"tls_cert": "cert.pem", "tls_key": "key.pem"}}, folder=folder) as server:
                read = lambda: pathlib.Path(folder, "cert.pem").read_text()
                first = self.names(server)
                self.assertEqual(first, read())
                self.assertTrue(make_certificate(folder, "second"))
                for _ in range(2):
                    server.process.send_signal(signal.SIGHUP)
                    server.wait_log(lambda r: r.get("msg") == "Certificate reloaded")
                self.assertNotEqual(first, read())
                self.assertEqual(self.names(server), read())
                second = read()
                with open(os.path.join(folder, "cert.pem"), "w") as f:
                    f.write("junk")
                server.process.send_signal(signal.SIGHUP)
                server.wait_log(lambda r: r.get("msg") == "Certificate not reloaded, the old one stays")
                self.assertEqual(self.names(server), second)

    def test_generated(self):
        with Server(FILES, {"plugin.http": {"tls_generate": "true"}}) as server:
            context = ssl.create_default_context()
            context.check_hostname = False
            context.verify_mode = ssl.CERT_NONE
            with server.connect() as plain, context.wrap_socket(plain) as s:
                self.assertIn(s.version(), ("TLSv1.2", "TLSv1.3"))
                for _ in range(2):
                    s.sendall(b"GET /hello HTTP/1.1\r\nHost: x\r\n\r\n")
                    data = b""
                    while not data.endswith(b"hello"):
                        data += s.recv(4096)
                s.sendall(b"POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n" + b"z" * 100000 +
                          b"GET /response/big HTTP/1.1\r\nHost: x\r\n\r\nGET /assets/data.bin HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                everything = read_all(s)
                self.assertEqual(everything.count(b"HTTP/1.1 200 OK"), 3)
                self.assertTrue(everything.endswith(bytes(range(256)) * 4000))
            self.assertNotIn(b"200", server.raw(b"GET /hello HTTP/1.1\r\nHost: x\r\n\r\n"))
            with server.connect() as half:   # a handshake that never comes does not hold anybody up
                with server.connect() as plain, context.wrap_socket(plain) as s:
                    s.sendall(b"GET /hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                    self.assertTrue(read_all(s).endswith(b"hello"))


if __name__ == "__main__":
    unittest.main(verbosity=2)
