"""The users API. Users live in the default store under "user:<id>"."""
import scriptling.runtime.http as http
import scriptling.runtime.kv as kv


def all_users():
    users = [kv.default.get(key) for key in kv.default.keys("user:*")]
    return sorted((user for user in users if user), key=lambda user: user["id"])


def index(request):
    search = request.query_param("search", "").lower()
    users = [user for user in all_users() if search in user["name"].lower() or search in user["email"].lower()]
    return http.json({"users": users, "count": len(users)})


def show(request):
    user = kv.default.get("user:" + request.params["id"])
    if user is None:
        return http.json(404, {"error": "no user " + request.params["id"]})
    return http.json(user)


def create(request):
    try:
        data = request.json()
    except ValueError:
        return http.json(400, {"error": "the body must be JSON"})
    if not isinstance(data, dict):
        return http.json(400, {"error": "the body must be a JSON object"})
    name = data.get("name", "")
    email = data.get("email", "")
    if not isinstance(name, str) or not name.strip():
        return http.json(400, {"error": "name is missing"})
    if not isinstance(email, str) or "@" not in email:
        return http.json(400, {"error": "email is not an address"})
    user = {"id": kv.default.incr("next-user"), "name": name.strip(), "email": email, "added_by": request.user}
    kv.default.set("user:" + str(user["id"]), user)
    return http.json(201, user)


def remove(request):
    key = "user:" + request.params["id"]
    if not kv.default.exists(key):
        return http.json(404, {"error": "no user " + request.params["id"]})
    kv.default.delete(key)
    return {"status": 204}
