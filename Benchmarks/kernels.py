#!/usr/bin/env python3
"""Times the kernels with ordo-one/benchmark and prints a Markdown table.

    kernels.py [--swift swift] [--filter REGEX]

One row a kernel: median nanoseconds per item, and what an item asks of malloc.
"""
import argparse, json, os, subprocess, sys

import measuring
from measuring import HERE


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--swift", default="swift")
    ap.add_argument("--filter", default=".*")
    a = ap.parse_args()
    machine = measuring.machine()
    exported = os.path.join(HERE, ".build", "kernels")
    os.makedirs(exported, exist_ok=True)
    for name in os.listdir(exported):
        os.remove(os.path.join(exported, name))
    subprocess.check_call(
        [a.swift, "package", "--package-path", HERE, "--allow-writing-to-directory", exported,
         "benchmark", "--format", "jmh", "--path", exported, "--filter", a.filter, "--no-progress",
         "--Xswiftc=cross-module-optimization"])
    rows = {}
    for name in os.listdir(exported):
        with open(os.path.join(exported, name)) as file:
            for benchmark in json.load(file):
                kernel, unit = benchmark["benchmark"].rsplit(".", 1)[-1].split("/")
                median = {metric: result["scorePercentiles"]["50.0"]
                          for metric, result in benchmark["secondaryMetrics"].items()}
                rows[kernel] = [kernel, unit, "%.4g" % (median["ps per item"] / 1000),
                                "%.4g" % (median["bytes per 1000 items"] / 1000),
                                "%.4g" % (median["allocations per 1000 items"] / 1000)]
    print("%d processors (%s), load %.1f at the start\n" %
          (machine["processors"], machine["model"], machine["load"]))
    print(measuring.table(["kernel", "per", "ns", "bytes", "allocations"],
                          [rows[name] for name in sorted(rows)]))
    return 0 if rows else 1


if __name__ == "__main__":
    sys.exit(main())
