"""A queue of jobs, worked off by a background task, and a heartbeat."""
import time

import scriptling.runtime as runtime
import scriptling.runtime.http as http
import scriptling.runtime.kv as kv


def queue():
    return runtime.sync.Queue("jobs", maxsize=100)


def submit(request):
    data = request.json()
    text = data.get("text", "") if isinstance(data, dict) else ""
    if not text:
        return http.json(400, {"error": "text is missing"})
    job = {"id": kv.default.incr("next-job"), "text": text, "state": "queued"}
    kv.default.set("job:" + str(job["id"]), job, ttl=3600)
    queue().put(job)
    return http.json(202, job)


def show(request):
    job = kv.default.get("job:" + request.params["id"])
    if job is None:
        return http.json(404, {"error": "no job " + request.params["id"]})
    return http.json(job)


def status(request):
    beats = runtime.sync.Atomic("heartbeats")
    done = runtime.sync.Atomic("jobs-done")
    return http.json({"heartbeats": beats.get(), "jobs_done": done.get(), "jobs_waiting": queue().size()})


def heartbeat():
    beats = runtime.sync.Atomic("heartbeats")
    while runtime.server_running():
        beats.add(1)
        time.sleep(0.2)


def worker():
    done = runtime.sync.Atomic("jobs-done")
    jobs = queue()
    while True:
        job = jobs.get()
        words = job["text"].split()
        job["state"] = "done"
        job["result"] = {"words": len(words), "longest": max(words, key=len) if words else "", "shouted": job["text"].upper()}
        kv.default.set("job:" + str(job["id"]), job, ttl=3600)
        done.add(1)
