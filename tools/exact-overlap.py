#!/usr/bin/env python3
"""Says who is right where `differential --record FILE` found two areas of one overlap.

    python3 tools/exact-overlap.py FILE [KEEP]

The area that two polygons share is a sum over all pairs of triangles, one from each polygon's fan
about its first vertex, with the signs of both triangles. Everything is done in fractions, so the
result is exact. Prints for each line the exact area and by how much either figure is off, in units
of the slack that the line names; at the end how often which was outside of it. Up to four cases of each
kind in which they differ most go to KEEP (`fixtures/geometry/overlap_exact.jsonl`).
"""
import json
import re
import sys
from fractions import Fraction


def rings(wkt):
    for ring in re.findall(r"\(([^()]+)\)", wkt):
        yield [tuple(Fraction(float(n)) for n in p.split()) for p in ring.split(",")]


def doubled(points):
    return sum(
        a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:] + points[:1]))


def triangles(wkt):
    """(sign, triangle counter-clockwise) of all fans; exteriors count positive, holes negative."""
    for polygon in re.findall(r"\((\([^()]+\)(?:,\s*\([^()]+\))*)\)", wkt):
        for index, ring in enumerate(rings(polygon)):
            side = 1 if (doubled(ring[:-1]) > 0) == (index == 0) else -1
            for p, q in zip(ring[1:-1], ring[2:]):
                area = doubled([ring[0], p, q])
                if area > 0:
                    yield side, (ring[0], p, q)
                elif area < 0:
                    yield -side, (ring[0], q, p)


def clipped(subject, triangle):
    for a, b in zip(triangle, triangle[1:] + triangle[:1]):
        def left(p):
            return (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])
        kept = []
        for p, q in zip(subject, subject[1:] + subject[:1]):
            s, t = left(p), left(q)
            if s >= 0:
                kept.append(p)
            if s * t < 0:
                u = s / (s - t)
                kept.append((p[0] + u * (q[0] - p[0]), p[1] + u * (q[1] - p[1])))
        subject = kept
        if len(subject) < 3:
            return []
    return subject


def shared(a, b):
    second = list(triangles(b))
    total = Fraction(0)
    for s, t in triangles(a):
        for r, u in second:
            if min(p[0] for p in t) < max(p[0] for p in u) and min(p[0] for p in u) < max(
                    p[0] for p in t) and min(p[1] for p in t) < max(p[1] for p in u) and min(
                    p[1] for p in u) < max(p[1] for p in t):
                total += s * r * doubled(clipped(list(t), u))
    return total / 2


def main():
    wrong = {"ours": 0, "theirs": 0}
    worst = {"ours": 0.0, "theirs": 0.0}
    lines = [json.loads(line) for line in open(sys.argv[1]) if line.strip()]
    lines = [line for line in lines if line["about"] == "shared"]
    kept = {}
    for line in lines:
        exact = shared(line["a"], line["b"])
        off = {k: float(abs(Fraction(line[k]) - exact)) for k in wrong}
        for k in wrong:
            worst[k] = max(worst[k], off[k])
            wrong[k] += off[k] > line["slack"]
        print(line["kind"], line["seed"], "exact %.12g" % float(exact), *(
            "%s %.3g" % (k, off[k] / line["slack"]) for k in wrong))
        kept.setdefault(line["kind"], []).append((-off["theirs"] / line["slack"], len(kept), {
            "kind": line["kind"], "seed": line["seed"], "a": line["a"], "b": line["b"],
            "shared_m2": float(exact), "geos_m2": line["theirs"], "slack_m2": line["slack"]}))
    if len(sys.argv) > 2:
        with open(sys.argv[2], "w") as file:
            for cases in kept.values():
                for *_, case in sorted(cases, key=lambda c: c[:2])[:4]:
                    file.write(json.dumps(case) + "\n")
    print(f"{len(lines)} overlaps; outside the slack:", wrong, "largest error, m²:", worst)


main()
