"""Set-up script of the example app: runs once and registers what the server does.

Handlers are named by "module.function"; each request imports them into a fresh environment.
"""
import scriptling.runtime as runtime
import scriptling.runtime.http as http

here = __file__.rsplit("/", 1)[0]

http.middleware("auth.check")
http.not_found("pages.missing")
http.static("/static/", here + "/static")

http.get("/", "pages.home")
http.get("/api/visits", "pages.visits")

http.get("/api/users", "users.index")
http.post("/api/users", "users.create")
http.get("/api/users/{id}", "users.show")
http.delete("/api/users/{id}", "users.remove")

http.post("/api/jobs", "jobs.submit")
http.get("/api/jobs/{id}", "jobs.show")
http.get("/api/status", "jobs.status")

# Started when the server is ready.
runtime.background("heartbeat", "jobs.heartbeat")
runtime.background("job-worker", "jobs.worker")
