#!/usr/bin/env python3
"""Times landctl against its peers on the same generated parcels and checks that they agree.

    bench.py --landctl PATH --python PEER_PYTHON [--parcels 100000] [--runs 3] [--out DIR]
             [--data DIR] [--peers "geopandas duckdb"] [--limits PATH]

Standard library only; PEER_PYTHON is the interpreter that has requirements.txt. Whole processes
are timed, all in turn. What is quoted is the median, and the ratio of medians. With --limits the
program of limits/limits.cpp reads and parses the same files in the same run. The same audit
with one worker and with two tells what the second one brings.
"""
import argparse, json, os, re, statistics, subprocess, sys

import measuring
from measuring import HERE

# What a peer's Python must be able to import.
PEERS = {"geopandas": "geopandas", "duckdb": "duckdb, duckdb_extensions", "sedonadb": "sedona.db, geoarrow.pyarrow"}
READ, PARSE = "read files (warm cache)", "simdjson on-demand -> arrays"


def installed(python, peer):
    if peer not in PEERS:
        sys.exit("no peer is called %s; there are %s" % (peer, ", ".join(PEERS)))
    return subprocess.call([python, "-c", "import " + PEERS[peer]], stderr=subprocess.DEVNULL) == 0


def limit_rows(log):
    """The rows that limits.cpp prints: name -> seconds."""
    rows = {}
    with open(log) as file:
        for line in file:
            found = re.match(r"(.+?)\s+([0-9.]+) s\s", line)
            if found:
                rows[found.group(1).strip()] = float(found.group(2))
    return rows


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--landctl", required=True)
    ap.add_argument("--python", required=True)
    ap.add_argument("--parcels", type=int, default=100000)
    ap.add_argument("--runs", type=int, default=3)
    ap.add_argument("--out", default="bench-out")
    ap.add_argument("--data", help="where pN folders of generated parcels are or go; default: --out")
    ap.add_argument("--peers", default="geopandas")
    ap.add_argument("--limits", help="the built limits/limits.cpp")
    a = ap.parse_args()
    os.makedirs(a.out, exist_ok=True)
    machine = measuring.machine()
    peers = []
    for peer in a.peers.replace(",", " ").split():
        if installed(a.python, peer):
            peers.append(peer)
        else:
            print("left out: %s is not installed in %s (requirements-more.txt)" % (peer, a.python))
    data = measuring.generated(a.parcels, a.data or a.out, a.python)
    out = lambda name: os.path.join(a.out, name)
    commands = {"landctl": measuring.audit(a.landctl, data, out("landctl"))}
    for peer in peers:
        commands[peer] = [a.python, os.path.join(HERE, "peers", "peer_%s.py" % peer), data, out(peer)]
    for jobs in ("1", "2"):
        commands["landctl --jobs " + jobs] = measuring.audit(
            a.landctl, data, out("landctl-jobs" + jobs), "--jobs", jobs)
    measuring.warm(data)

    limits = []

    def parse():
        if a.limits:
            measuring.measure([a.limits, data, "parse"], out("limits.log"))
            limits.append(limit_rows(out("limits.log")))

    runs = measuring.in_turn(commands, a.runs, a.out, after=parse)
    median = measuring.medians(runs)
    limit = {row: statistics.median(l[row] for l in limits) for row in limits[0]} if limits else {}
    report(a, machine, peers, median, limit)
    with open(out("result.json"), "w") as g:
        json.dump({"parcels": a.parcels, "machine": machine, "runs": runs, "median": median,
                   "limits": {"runs": limits, "median": limit}}, g, indent=1)
    status = 0
    for peer in peers:
        print("\nlandctl's results compared with those of %s:" % peer, flush=True)
        # The two versions of GEOS name the first fault of a few invalid parcels differently.
        status |= subprocess.call([sys.executable, os.path.join(HERE, "compare.py"), out(peer),
                                   out("landctl"), "--no-reason", "--max", "3"])
    return status


def report(a, machine, peers, median, limit):
    ours = median["landctl"]
    times = lambda name: tuple(median[name][k] / ours[k] for k in ("wall_s", "cpu_s", "rss_mb"))
    print("\n%d parcels, medians of %d runs in turn, %d processors (%s), load %.1f at the start\n" %
          (a.parcels, a.runs, machine["processors"], machine["model"], machine["load"]))
    rows = []
    for name in ["landctl"] + peers:
        m = median[name]
        rows.append([name, "%.2f" % m["wall_s"], "%.2f" % m["cpu_s"], "%.0f" % m["rss_mb"]] +
                    (["%.1f" % t for t in times(name)] if name != "landctl" else ["1", "1", "1"]))
    print(measuring.table(["", "wall s", "cpu s", "peak MB", "wall ×", "cpu ×", "memory ×"], rows))
    if peers:
        fastest = min(peers, key=lambda name: median[name]["wall_s"])
        print("\nfastest peer: %s, %.1f times landctl's wall time" % (fastest, times(fastest)[0]))
    one, two = median["landctl --jobs 1"], median["landctl --jobs 2"]
    print("\n" + measuring.table(
        ["landctl", "wall s", "cpu s", "peak MB"],
        [[j, "%.2f" % m["wall_s"], "%.2f" % m["cpu_s"], "%.0f" % m["rss_mb"]]
         for j, m in (("--jobs 1", one), ("--jobs 2", two))]))
    print("\none worker / two workers: wall %.2f" % (one["wall_s"] / two["wall_s"]))
    if limit:
        both = limit[READ] + limit[PARSE]
        print("\n" + measuring.table(
            ["one core, C++ and simdjson", "s"],
            [[row, "%.3f" % s] for row, s in limit.items()] +
            [["**%s + %s**" % (READ, PARSE), "**%.3f**" % both]]))
        print("\nlandctl / (%s + %s): wall %.2f" % (READ, PARSE, ours["wall_s"] / both))


if __name__ == "__main__":
    sys.exit(main())
