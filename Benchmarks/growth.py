#!/usr/bin/env python3
"""Times landctl alone on more and more generated parcels: how its time and memory grow.

    growth.py --landctl PATH --python PYTHON_WITH_NUMPY [--sizes "1000 10000 100000 1000000"]
              [--runs 3] [--out DIR] [--data DIR]

A million parcels with their buildings are 1.5 GB, what landctl writes of them another 3.5 GB.
"""
import argparse, json, os, shutil, sys

import measuring

BYTES_PER_PARCEL = 5200


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--landctl", required=True)
    ap.add_argument("--python", required=True)
    ap.add_argument("--sizes", default="1000 10000 100000 1000000")
    ap.add_argument("--runs", type=int, default=3)
    ap.add_argument("--out", default="bench-out")
    ap.add_argument("--data", help="where pN folders of generated parcels are or go; default: --out")
    a = ap.parse_args()
    os.makedirs(a.out, exist_ok=True)
    sizes = [int(s) for s in a.sizes.replace(",", " ").split()]
    need, free = max(sizes) * BYTES_PER_PARCEL, shutil.disk_usage(a.out).free
    if free < need:
        sys.exit("%d parcels need %.1f GB of disk, %.1f are free; name fewer with SIZES" %
                 (max(sizes), need / 1e9, free / 1e9))
    machine, runs = measuring.machine(), {}
    out = os.path.join(a.out, "landctl-growth")
    for size in sizes:
        data = measuring.generated(size, a.data or a.out, a.python)
        measuring.warm(data)
        runs.update(measuring.in_turn({"%d parcels" % size: measuring.audit(a.landctl, data, out)},
                                      a.runs, a.out))
        shutil.rmtree(out, ignore_errors=True)
    median = list(measuring.medians(runs).values())
    print("\nlandctl alone, medians of %d runs, %d processors (%s), load %.1f at the start\n" %
          (a.runs, machine["processors"], machine["model"], machine["load"]))
    rows = []
    for i, (size, m) in enumerate(zip(sizes, median)):
        grown = lambda key: "%.1f" % (m[key] / median[i - 1][key]) if i else ""
        rows.append(["%d" % size, "%.2f" % m["wall_s"], "%.2f" % m["cpu_s"], "%.0f" % m["rss_mb"],
                     "%.1f" % (1e6 * m["wall_s"] / size), grown("wall_s"), grown("rss_mb")])
    print(measuring.table(["parcels", "wall s", "cpu s", "peak MB", "µs a parcel", "wall ×", "memory ×"], rows))
    with open(os.path.join(a.out, "growth.json"), "w") as g:
        json.dump({"machine": machine, "sizes": sizes, "runs": runs}, g, indent=1)
    return 0


if __name__ == "__main__":
    sys.exit(main())
