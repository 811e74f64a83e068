import scriptling.runtime.http as http
import scriptling.runtime.kv as kv

here = __file__.rsplit("/", 1)[0]


def home(request):
    with open(here + "/static/index.html") as page:
        return http.html(page.read())


def visits(request):
    return http.json({"visits": kv.default.incr("visits")})


def missing(request):
    return http.json(404, {"error": "nothing at " + request.path})
