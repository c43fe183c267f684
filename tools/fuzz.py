#!/usr/bin/env python3
"""Gives every reader arbitrary bytes with libFuzzer, seeded from the fixtures.

    tools/fuzz.py PROGRAM --seconds 1200 [--jobs 2] [--target geojson ...] [--out out/fuzz]

Each target keeps what it learnt in OUT/TARGET/corpus and goes on from there the next time. Inputs
that did harm are left in OUT/TARGET/harm; their end is status 1. Such a file belongs into
fixtures/fuzz/TARGET, where the tests read it for ever.
"""

import argparse
import concurrent.futures
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "fixtures"
MARK = b"\0|part|\0"
LARGEST = 48 << 10
# A shapefile is several files in one.
LONGEST = {"shp": 16384}

ENDINGS = {
    "geojson": [".geojson", ".geojsonl"],
    "wkt": [".wkt"],
    "csv": [".csv"],
    "json": [".json"],
    "txt": [".txt"],
    "rulebook": [".yaml"],
    "zone": [".yaml"],
}

# Words that single changes of bytes would be long in finding.
WORDS = {
    "geojson": [
        '"type":', '"FeatureCollection"', '"Feature"', '"features":[', '"geometry":', '"Polygon"',
        '"MultiPolygon"', '"GeometryCollection"', '"geometries":', '"coordinates":[[[', '"crs":',
        '"properties":{', '"id":', '"bbox":', 'null', '1e308', '-0', '1e-400', '\\ud800', '\x1e', '\xef\xbb\xbf',
        '"parcel_id":', '"signed_on":', '"2024-02-30"', '"contract_area_m2":', '"supply_state":',
    ],
    "wkt": ["POLYGON", "MULTIPOLYGON", "EMPTY", "GEOMETRYCOLLECTION", "Z", "ZM", "SRID=4490;", "1e308", "NaN", "inf", "((", "))", ","],
    "csv": ["WKT", "parcel_id", "宗地代码", "合同编号", "签订日期", "面积(公顷)", "2024年2月30日", '""', '","', "\r\n", "\t", ";", "\xef\xbb\xbf", "\xff\xfe", "序号", "X", "Y"],
    "json": ['[{"', '":', "null", "1e999", "\\u0000", "\\ud83d", '"parcel_id"', "]}"],
    "txt": ["[属性描述]", "[地块坐标]", "坐标系=", "2000国家大地坐标系", "几度分带=", "带号=", "投影类型=高斯克吕格", "计量单位=", "精度=", "转换参数=", "@", "J1,1,", "地块", ",面,", "\r\n", "0.0001"],
    "shp": ["\\x00\\x00\\x27\\x0a", "\\xe8\\x03\\x00\\x00", "\\x05\\x00\\x00\\x00", "\\x0f\\x00\\x00\\x00", "\\x19\\x00\\x00\\x00", "\\x1f\\x00\\x00\\x00", "\\xff\\xff\\xff\\x7f", "\\x00\\x00\\x00\\x80", "\\xff\\xff\\xff\\xff", "\\x00|part|\\x00"],
    "dbf": ["\\x03", "\\x4d", "\\x0d", "\\x1a", "N", "F", "D", "L", "C", "M", "I", "O", "T", "@", "\\xff\\xff\\xff\\x7f"],
    "blob": ["GP\\x00", "\\x01\\x03\\x00\\x00\\x00", "\\x01\\x06\\x00\\x00\\x00", "\\x00\\x00\\x00\\x00\\x03", "\\x01\\x0a\\x00\\x00\\x00", "\\x01\\x02\\x00\\x00\\x00", "\\xeb\\x03\\x00\\x00", "\\xff\\xff\\xff\\xff", "\\xff\\xff\\xff\\x7f", "\\x00\\x00\\x00\\x00\\x00\\x00\\xf8\\x7f"],
}


def words_of(target: str) -> list[str]:
    """The words of a target; of the YAML ones every key of the fixtures."""
    if target in WORDS:
        return WORDS[target]
    keys = set()
    for path in sources(target):
        for line in path.read_text(errors="replace").splitlines():
            if match := re.match(r"[\s-]*([A-Za-z_]+):", line):
                keys.add(match[1] + ": ")
    return sorted(keys) + ["&a", "*a", "<<: ", "!!int", "|\n", ">-\n", "? ", "- ", "{", "[", "~", "\t"]


def quoted(word: str) -> str:
    if word.startswith("\\x") or "\\x00" in word:
        return '"' + word + '"'
    return '"' + "".join(
        chr(b) if 32 <= b < 127 and chr(b) not in '"\\' else f"\\x{b:02x}"
        for b in word.encode("latin-1" if all(ord(c) < 256 for c in word) else "utf-8")) + '"'


def sources(target: str) -> list[Path]:
    folders = [FIXTURES]
    if target == "rulebook":
        folders.append(ROOT / "Sources/LandKit/Rulebook/Rulebooks")
    return [
        path for folder in folders for path in sorted(folder.rglob("*"))
        if path.suffix in ENDINGS.get(target, []) and path.is_file() and path.stat().st_size < LARGEST
        and FIXTURES / "fuzz" not in path.parents
    ]


def beside(path: Path, ending: str) -> bytes:
    other = path.with_suffix(ending)
    return other.read_bytes() if other.is_file() else b""


def seeds(target: str) -> list[bytes]:
    """Real inputs of a target, small ones."""
    if target == "shp":
        made = []
        for path in sorted(FIXTURES.rglob("*.shp")):
            made.append(MARK.join([path.read_bytes()] + [beside(path, e) for e in (".shx", ".dbf", ".cpg")]))
        return [each for each in made if len(each) < LARGEST]
    if target == "dbf":
        return [p.read_bytes() for p in sorted(FIXTURES.rglob("*.dbf")) if p.stat().st_size < LARGEST]
    if target == "blob":
        return [each for path in sorted(FIXTURES.rglob("*.gpkg")) for each in blobs(path)]
    found = [path.read_bytes() for path in sources(target)]
    if target == "wkt":
        # Most of it stands in lists of cases, one in a JSON value a line.
        for path in sorted(FIXTURES.rglob("*.jsonl")):
            texts = re.findall(rb'"((?:MULTI)?POLYGON[^"]*)"', path.read_bytes())
            found += [text for text in texts if len(text) < LARGEST][:60]
        for path in sorted(FIXTURES.rglob("*.wkt")):
            found += path.read_bytes().splitlines()[:20]
    return found


def blobs(path: Path) -> list[bytes]:
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as package:
        try:
            columns = package.execute(
                "SELECT table_name, column_name FROM gpkg_geometry_columns").fetchall()
        except sqlite3.DatabaseError:
            return []
        found = []
        for table, column in columns:
            try:
                rows = package.execute(f'SELECT "{column}" FROM "{table}" LIMIT 20').fetchall()
            except sqlite3.DatabaseError:
                continue
            found += [bytes(row[0]) for row in rows if isinstance(row[0], bytes) and len(row[0]) < 8192]
        return found


def prepare(target: str, out: Path) -> Path:
    folder = out / target
    for name in ("corpus", "harm"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    shutil.rmtree(folder / "seeds", ignore_errors=True)
    (folder / "seeds").mkdir()
    for number, seed in enumerate(seeds(target)):
        (folder / "seeds" / f"{number:04}").write_bytes(seed)
    for path in sorted((FIXTURES / "fuzz" / target).glob("*")):
        shutil.copy(path, folder / "seeds" / path.name)
    (folder / "words").write_text("".join(quoted(word) + "\n" for word in words_of(target)))
    return folder


def run(program: Path, target: str, seconds: int, out: Path) -> tuple[str, int, str]:
    folder = prepare(target, out)
    command = [
        str(program), target, f"-max_total_time={seconds}", f"-max_len={LONGEST.get(target, 4096)}", "-timeout=20",
        "-rss_limit_mb=3000", "-malloc_limit_mb=1000", "-print_final_stats=1", "-verbosity=1",
        f"-artifact_prefix={folder}/harm/", f"-dict={folder}/words",
        f"{folder}/corpus", f"{folder}/seeds",
    ]
    environment = dict(os.environ, SWIFT_BACKTRACE="enable=no", ASAN_OPTIONS="detect_leaks=0:allocator_may_return_null=0")
    with open(folder / "log", "w") as log:
        status = subprocess.run(command, stdout=log, stderr=log, env=environment).returncode
    text = (folder / "log").read_text(errors="replace")
    done = re.findall(r"stat::number_of_executed_units:\s+(\d+)", text)
    reached = re.findall(r"cov: (\d+) ft: (\d+) corp: (\d+)", text)
    harm = sorted(p.name for p in (folder / "harm").iterdir())
    line = (
        f"{target}: {int(done[-1]):,} inputs" if done else f"{target}: ended early") + (
        f", {reached[-1][0]} edges, {reached[-1][2]} inputs kept" if reached else "") + (
        f", HARM: {' '.join(harm)}" if harm or status else ", nothing found")
    return line, status or len(harm), text


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", type=Path)
    parser.add_argument("--seconds", type=int, default=1200, help="for each target")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--target", action="append")
    parser.add_argument("--out", type=Path, default=ROOT / "out/fuzz")
    arguments = parser.parse_args()
    targets = arguments.target or ["geojson", "wkt", "csv", "json", "txt", "shp", "dbf", "blob", "rulebook", "zone"]
    bad = 0
    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        waiting = [
            pool.submit(run, arguments.program.resolve(), target, arguments.seconds, arguments.out.resolve())
            for target in targets
        ]
        for each in concurrent.futures.as_completed(waiting):
            line, status, log = each.result()
            print(line, flush=True)
            if status:
                bad += 1
                sys.stderr.write(log[-3000:])
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
