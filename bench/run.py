#!/usr/bin/env python3
"""Compares scriptling-server with its rivals, in turn, in one run, answers checked.

usage: run.py [interp] [apps] [micro] [env] [http] [-n RUNS] [--program FILE]

interp, apps: every program runs under CPython, our engine and, where NAME.lua exists, Lua; the figure is the
ratio of median CPU seconds (above 1: we are faster). micro: nanoseconds of one step of small
loops. env: start-up of an empty script against CPython's,
and what an environment costs (bench/env). http: requests per second of a handler returning
http.json({...}) against the raw Poco server, 32 keep-alive connections, client and server sharing the cores."""
import argparse
import json
import math
import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)


def cpu_seconds(command, folder):
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.chdir(folder)
        os.dup2(write, 1)
        os.close(read)
        os.close(write)
        try:
            os.execvp(command[0], command)
        finally:
            os._exit(127)
    os.close(write)
    output = b""
    while chunk := os.read(read, 65536):
        output += chunk
    os.close(read)
    _, status, usage = os.wait4(pid, 0)
    return usage.ru_utime + usage.ru_stime, output.strip(), status


def median(command, folder, runs):
    times, output, status = [], b"", 0
    for _ in range(runs):
        seconds, output, status = cpu_seconds(command, folder)
        times.append(seconds)
        if status:
            break
    return statistics.median(times), output, status


def geometric_mean(values):
    return math.exp(sum(map(math.log, values)) / len(values)) if values else float("nan")


def programs(name, program, runs):
    folder = os.path.join(HERE, name)
    ours, lua_ratios, failed = [], [], 0
    lua = "lua5.4"
    print(f"{name}: ratio to CPython {sys.version.split()[0]} (above 1: faster)")
    for file in sorted(os.listdir(folder)):
        if not file.endswith(".py"):
            continue
        base, expected, status = median([sys.executable, file], folder, runs)
        mine, output, bad = median([program, file], folder, runs)
        note = ""
        if status or bad or output != expected:
            failed += 1
            note = "  FAILED" if bad else "  WRONG ANSWER"
        else:
            ours.append(base / mine)
        line = f"  {file[:-3]:12s} CPython {base:6.3f} s   ours {mine:6.3f} s   x{base / mine:5.2f}{note}"
        if os.path.exists(os.path.join(folder, file[:-3] + ".lua")):
            other, output, bad = median([lua, file[:-3] + ".lua"], folder, runs)
            if not bad:
                lua_ratios.append(mine / other)
                line += f"   Lua {other:6.3f} s ({mine / other:.2f} of Lua's time)"
        print(line, flush=True)
    if ours:
        print(f"  geometric mean x{geometric_mean(ours):.2f} over {len(ours)} programs, lowest x{min(ours):.2f}")
    if lua_ratios:
        print(f"  against Lua: {geometric_mean(lua_ratios):.2f} of its time over {len(lua_ratios)} programs")
    return failed


def env(program, runs):
    with tempfile.TemporaryDirectory() as folder:
        open(os.path.join(folder, "empty.py"), "w").close()
        base, mine = (median([p, "empty.py"], folder, 20 * runs)[0] for p in (sys.executable, program))
        print(f"env: start-up of an empty script: CPython {base * 1000:.1f} ms, ours {mine * 1000:.1f} ms: {100 * mine / base:.0f} %")
    build = os.path.dirname(os.path.dirname(program))
    subprocess.run(["cmake", "--build", build, "--target", "environment_bench"], check=True, stdout=subprocess.DEVNULL)
    return subprocess.run([os.path.join(build, "bin", "environment_bench")], stderr=subprocess.DEVNULL).returncode


def micro(program):
    folder = os.path.join(HERE, "micro")
    print(f"micro: ratio to CPython {sys.version.split()[0]} (above 1: faster)")
    ratios, failed = [], 0
    for file in sorted(os.listdir(folder)):
        if not file.endswith(".py") or file == "timing.py":
            continue
        steps = []
        for command in (sys.executable, program):
            run = subprocess.run([command, file], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
            if run.returncode:
                failed += 1
                print(f"  {file}: FAILED under {command}\n{run.stderr[-400:]}")
            steps.append(dict(line.split() for line in run.stderr.splitlines() if re.fullmatch(r"\w+ [\d.]+", line)))
        for name in steps[0]:
            if name not in steps[1]:
                continue
            base, mine = float(steps[0][name]), float(steps[1][name])
            ratios.append((base / mine, file[:-3] + "." + name))
            print(f"  {file[:-3] + '.' + name:32s} CPython {base:10.1f} ns   ours {mine:10.1f} ns   x{base / mine:5.2f}", flush=True)
    slow = sorted(r for r in ratios if r[0] < 1)
    print(f"  geometric mean x{geometric_mean([r for r, _ in ratios]):.2f} over {len(ratios)} loops; below 1: {', '.join(f'{n} {r:.2f}' for r, n in slow) or 'none'}")
    return failed


def wrk(url, connections, seconds):
    out = subprocess.run(["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", url], capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in out:
        raise SystemExit(f"{url} answered with errors:\n{out}")
    return float(re.search(r"Requests/sec:\s+([\d.]+)", out).group(1))


def fetch(url):
    return subprocess.run(["curl", "-s", "--retry", "50", "--retry-connrefused", "--retry-delay", "0", "--retry-max-time", "20", url], capture_output=True, text=True, check=True).stdout


def http(program, runs):
    build = os.path.join(ROOT, "build", "bench")
    os.makedirs(build, exist_ok=True)
    raw = os.path.join(build, "poco_hello")
    subprocess.run(["g++", "-O2", "-std=c++17", os.path.join(HERE, "http", "poco_hello.cpp"), "-o", raw, "-lPocoNet", "-lPocoFoundation", "-pthread"], check=True)
    expected = {"message": "Hello, World!", "n": 42, "ok": True}
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "app.py"), "w") as f:
            f.write("import scriptling.runtime.http as http\nhttp.get('/json', 'handlers.hello')\n")
        with open(os.path.join(folder, "handlers.py"), "w") as f:
            f.write("import scriptling.runtime.http as http\n\ndef hello(request):\n    return http.json({'message': 'Hello, World!', 'n': 42, 'ok': True})\n")
        with open(os.path.join(folder, "app.ini"), "w") as f:
            f.write(f"[server]\naddress = 127.0.0.1:18081\nscript = {folder}/app.py\nplugins = http\n[plugin.http]\nmax_threads = 64\n[log]\nlevel = warn\n")
        servers = [subprocess.Popen([raw, "18080", "64"]), subprocess.Popen([program, "-c", os.path.join(folder, "app.ini")])]
        try:
            urls = ["http://127.0.0.1:18080/json", "http://127.0.0.1:18081/json"]
            for url in urls:
                answer = json.loads(fetch(url))
                if answer != expected:
                    raise SystemExit(f"{url}: wrong answer {answer}")
            rates = ([], [])
            for _ in range(runs):
                for i, url in enumerate(urls):
                    rates[i].append(wrk(url, 32, 4))
            base, mine = (statistics.median(r) for r in rates)
            print(f"http: raw Poco {base:.0f} requests/s, handler returning http.json {mine:.0f} requests/s: {100 * mine / base:.0f} %")
        finally:
            for s in servers:
                s.send_signal(signal.SIGTERM)
            for s in servers:
                s.wait(20)
    return 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("sets", nargs="*")
    parser.add_argument("-n", type=int, default=3)
    parser.add_argument("--program", default=os.path.join(ROOT, "build", "release", "bin", "scriptling-server"))
    options = parser.parse_args()
    program = os.path.abspath(options.program)
    failed = 0
    for name in options.sets or ["interp", "apps", "env", "http"]:
        if name in ("env", "http"):
            failed += {"env": env, "http": http}[name](program, options.n)
        elif name == "micro":
            failed += micro(program)
        elif os.path.isdir(os.path.join(HERE, name)):
            failed += programs(name, program, options.n)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
