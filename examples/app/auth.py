"""Middleware: reading is open to all, changing anything needs the token."""
import scriptling.runtime.http as http

TOKEN = "demo-token"


def check(request):
    if request.method in ("GET", "HEAD"):
        return None
    if request.header("authorization", "") != "Bearer " + TOKEN:
        return http.json(401, {"error": "send the header Authorization: Bearer " + TOKEN})
    request.user = "demo"
    return None
