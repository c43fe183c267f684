#!/usr/bin/env python3
"""Times landctl against geopandas on the same generated parcels and checks that they agree.

    bench.py --landctl PATH --python PEER_PYTHON [--parcels 100000] [--runs 3] [--out DIR]

Standard library only; PEER_PYTHON is the interpreter that has requirements.txt. Whole processes
are timed, the two in turn, so that a machine whose speed drifts treats both alike. What is quoted
is the median, and the ratio of medians.
"""
import argparse, json, os, statistics, subprocess, sys, time

HERE = os.path.dirname(os.path.abspath(__file__))


def measure(command, log):
    """Runs a command; returns wall seconds, CPU seconds and peak memory in MB."""
    start = time.perf_counter()
    with open(log, "wb") as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    if process.returncode:
        sys.exit("%s failed with status %d, see %s" % (command[0], process.returncode, log))
    return {"wall_s": wall, "cpu_s": usage.ru_utime + usage.ru_stime, "rss_mb": usage.ru_maxrss / 1024}


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--landctl", required=True)
    ap.add_argument("--python", required=True)
    ap.add_argument("--parcels", type=int, default=100000)
    ap.add_argument("--runs", type=int, default=3)
    ap.add_argument("--out", default="bench-out")
    a = ap.parse_args()
    data = os.path.join(a.out, "p%d" % a.parcels)
    os.makedirs(a.out, exist_ok=True)
    if not os.path.exists(os.path.join(data, "truth.csv")):
        subprocess.check_call([a.python, os.path.join(HERE, "generate.py"),
                               "--parcels", str(a.parcels), "--out", data])
    f = lambda n: os.path.join(data, n + ".geojson")
    ours, theirs = os.path.join(a.out, "landctl"), os.path.join(a.out, "geopandas")
    commands = {
        "landctl": [a.landctl, "audit", f("parcels"), "--buildings", f("buildings"),
                    "--zones", f("zones"), "--repair", "linework", "--as-of", "2025-06-30",
                    "--output", ours, "--lang", "en", "--outputs", "data"],
        "geopandas": [a.python, os.path.join(HERE, "peers", "peer_geopandas.py"), data, theirs],
    }
    for n in ("parcels", "buildings", "zones"):      # warm page cache for both
        with open(f(n), "rb") as g:
            while g.read(1 << 24):
                pass
    runs = {name: [] for name in commands}
    for i in range(a.runs):
        for name, command in commands.items():
            figures = measure(command, os.path.join(a.out, name + ".log"))
            runs[name].append(figures)
            print("run %d %-10s wall %7.2f s  cpu %7.2f s  peak %6.0f MB" %
                  (i + 1, name, figures["wall_s"], figures["cpu_s"], figures["rss_mb"]), flush=True)
    median = {n: {k: statistics.median(r[k] for r in rs) for k in rs[0]} for n, rs in runs.items()}
    print("\n%d parcels, median of %d runs on %d processors" % (a.parcels, a.runs, os.cpu_count()))
    for name, m in median.items():
        print("  %-10s wall %7.2f s  cpu %7.2f s  peak %6.0f MB" %
              (name, m["wall_s"], m["cpu_s"], m["rss_mb"]))
    print("  geopandas / landctl: wall %.1f x, cpu %.1f x, memory %.1f x" %
          tuple(median["geopandas"][k] / median["landctl"][k] for k in ("wall_s", "cpu_s", "rss_mb")))
    with open(os.path.join(a.out, "result.json"), "w") as g:
        json.dump({"parcels": a.parcels, "runs": runs, "median": median}, g, indent=1)
    print("\nthe two results compared:", flush=True)
    # The two versions of GEOS name the first fault of a few invalid parcels differently.
    return subprocess.call([sys.executable, os.path.join(HERE, "compare.py"), theirs, ours,
                            "--no-reason", "--max", "3"])


if __name__ == "__main__":
    sys.exit(main())
