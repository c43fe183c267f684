#!/usr/bin/env python3
"""Copies of generated data one above the other, for runs larger than memory.

    python3 multiply.py --from DIR --copies 5 --out DIR [--lines]

Copy k lies 6.5 k degrees of latitude further north and has the digit k before its zone, parcel and
building ids, so that no two copies meet and no id comes twice. Zones stay one after the other in
parcels and buildings. --lines writes a feature a line (.geojsonl) instead of collections. Streams:
needs next to no memory.
"""
import argparse, os, re

LATITUDE = re.compile(rb",(\d\d)\.(\d{9})\]")
IDS = re.compile(rb'"(parcel_id|zone_id|building_id)":"')


def shifted(line, k):
    half = 500_000_000 * (k % 2)
    whole = 6 * k + k // 2

    def north(match):
        value = (int(match[1]) + whole) * 1_000_000_000 + int(match[2]) + half
        return b",%d.%09d]" % divmod(value, 1_000_000_000)

    line = LATITUDE.sub(north, line)
    return IDS.sub(lambda match: b'"%s":"%d' % (match[1], k), line)


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--from", dest="source", required=True)
    options.add_argument("--copies", type=int, default=5)
    options.add_argument("--out", required=True)
    options.add_argument("--lines", action="store_true")
    chosen = options.parse_args()
    os.makedirs(chosen.out, exist_ok=True)
    for name in ("parcels", "buildings", "zones"):
        source = os.path.join(chosen.source, name + ".geojson")
        lines = chosen.lines and name != "zones"
        target = os.path.join(chosen.out, name + (".geojsonl" if lines else ".geojson"))
        with open(target, "wb", buffering=1 << 22) as out:
            first = True
            for k in range(chosen.copies):
                with open(source, "rb", buffering=1 << 22) as file:
                    head = file.readline()
                    if k == 0 and not lines:
                        out.write(head)
                    for line in file:
                        if not line.startswith(b'{"type":"Feature"'):
                            continue
                        line = shifted(line.rstrip(b",\r\n"), k)
                        if lines:
                            out.write(line + b"\n")
                        else:
                            out.write((b"" if first else b",\n") + line)
                            first = False
            if not lines:
                out.write(b"\n]}\n")


main()
