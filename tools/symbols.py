#!/usr/bin/env python3
"""Reads the public declarations of the library from what a build has left; it compiles nothing.

    tools/symbols.py graph OUT.json      one symbol graph of all modules, for docc
    tools/symbols.py api                 the declarations as text, a module a file, to docs/api
    tools/symbols.py check               what changed against docs/api, and what has no comment

`import LandKit` brings all modules, so their graphs are put together under that name: a comment of
one module may link to a type of another. BUILD says where the build is, by default .build/debug.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILD = ROOT / os.environ.get("BUILD", ".build/debug")
BASELINE = ROOT / "docs/api"
# Synthesised by the compiler, or the words of a protocol that the standard library documents.
SILENT = re.compile(
    r"^(==|!=|hash\(into:\)|hashValue|encode\(to:\)|init\(from:\)|init\(rawValue:\)|rawValue|"
    r"description|debugDescription|id|<\(_:_:\)|allCases|makeIterator\(\)|next\(\)|"
    r"startIndex|endIndex|errorDescription)$")


def modules():
    umbrella = (ROOT / "Sources/LandKit/Umbrella/LandKit.swift").read_text(encoding="utf-8")
    return re.findall(r"^@_exported import (\w+)$", umbrella, re.M)


def extract(folder):
    """The graphs of all modules, in a folder."""
    flags = ["-I", str(BUILD / "Modules")]
    maps = list((ROOT / "Sources").glob("C*/module.modulemap"))
    checkouts = ROOT / ".build/checkouts"
    maps += checkouts.glob("*/Sources/*/include/module.modulemap")
    maps += checkouts.glob("GRDB.swift/Sources/*/module.modulemap")
    maps += [path for path in BUILD.glob("*.build/module.modulemap")]
    for path in maps:
        flags += ["-Xcc", f"-fmodule-map-file={path}"]
    for path in checkouts.glob("*/Sources/*/include"):
        flags += ["-Xcc", f"-I{path}"]
    libraries = ["geos", "proj", "shapelib", "sqlite3", "xlsxwriter", "zlib"]
    said = subprocess.run(["pkg-config", "--cflags", *libraries], capture_output=True, text=True)
    for flag in said.stdout.split():
        flags += ["-Xcc", flag]
    target = json.loads(subprocess.run(
        ["swiftc", "-print-target-info"], check=True, capture_output=True).stdout)
    for module in modules():
        done = subprocess.run(
            ["swift", "symbolgraph-extract", "-module-name", module, "-output-dir", folder,
             "-target", target["target"]["triple"], "-minimum-access-level", "public",
             "-skip-synthesized-members", *flags], capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"{module}: {done.stderr}")


def merged():
    """All symbols by their identifier, with the module of each, and all relationships."""
    symbols, origin, relations, meta = {}, {}, [], None
    with tempfile.TemporaryDirectory() as folder:
        extract(folder)
        for path in sorted(pathlib.Path(folder).glob("*.symbols.json")):
            graph = json.loads(path.read_text(encoding="utf-8"))
            meta = meta or (graph["metadata"], graph["module"])
            for symbol in graph["symbols"]:
                name = symbol["identifier"]["precise"]
                if symbol["kind"]["identifier"] == "swift.extension" or name in symbols:
                    continue
                symbols[name] = symbol
                origin[name] = graph["module"]["name"]
            relations += graph["relationships"]
    owners = {r["source"]: r["target"] for r in relations
              if r["kind"] in ("memberOf", "requirementOf", "optionalRequirementOf")}
    # What extends a type of somebody else's has no page of its own here.
    kept = {name for name in symbols if name not in owners or owners[name] in symbols}
    relations = [r for r in relations if r["source"] in kept]
    return {name: symbols[name] for name in sorted(kept)}, origin, relations, meta


def graph(out):
    symbols, _, relations, (metadata, module) = merged()
    for symbol in symbols.values():
        # Where the checkout stands is no part of the documentation.
        symbol.pop("location", None)
    module["name"] = "LandKit"
    unique = {json.dumps(r, sort_keys=True): r for r in relations}
    value = {"metadata": metadata, "module": module, "symbols": list(symbols.values()),
             "relationships": [unique[key] for key in sorted(unique)]}
    pathlib.Path(out).write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")


def declaration(symbol):
    text = "".join(part["spelling"] for part in symbol["declarationFragments"])
    return re.sub(r"\s+", " ", text)


def texts():
    """The declarations of each module, sorted: the path of each and how it is declared."""
    symbols, origin, _, _ = merged()
    files = {}
    for name, symbol in symbols.items():
        path = ".".join(symbol["pathComponents"])
        files.setdefault(origin[name], set()).add(f"{path}\t{declaration(symbol)}")
    return {module: "\n".join(sorted(lines)) + "\n" for module, lines in files.items()}


def silent():
    """Public declarations without a comment; cases of an enumeration may share the one of the type."""
    symbols, origin, relations, _ = merged()
    inherited = {r["source"] for r in relations
                 if r["kind"] in ("defaultImplementationOf", "overrides") or "sourceOrigin" in r}
    missing = []
    for name, symbol in symbols.items():
        if symbol.get("docComment") or "::SYNTHESIZED::" in name or name in inherited:
            continue
        if symbol["kind"]["identifier"] == "swift.enum.case" or SILENT.match(symbol["names"]["title"]):
            continue
        place = symbol.get("location", {})
        file = place.get("uri", "").removeprefix("file://").removeprefix(str(ROOT) + "/")
        if not file:
            continue
        line = place.get("position", {}).get("line", 0) + 1
        missing.append(f"{file}:{line}: {origin[name]}: {'.'.join(symbol['pathComponents'])}")
    return sorted(missing)


def check():
    faults = 0
    found = texts()
    kept = {path.stem: path.read_text(encoding="utf-8") for path in BASELINE.glob("*.txt")}
    for module in sorted(set(found) | set(kept)):
        new, old = set(found.get(module, "").splitlines()), set(kept.get(module, "").splitlines())
        for mark, lines in (("-", old - new), ("+", new - old)):
            for line in sorted(lines):
                print(f"{mark} {module}: {line.replace(chr(9), '  ')}")
                faults += 1
    if faults:
        print("the public declarations differ from docs/api: - is breaking, + is an addition;\n"
              "see CONTRIBUTING.md on versions, then record them with make api")
    missing = silent()
    for line in missing:
        print(f"no comment: {line}")
    sys.exit(1 if faults or missing else 0)


def main():
    words = sys.argv[1:]
    if words[:1] == ["graph"] and len(words) == 2:
        graph(words[1])
    elif words == ["api"]:
        BASELINE.mkdir(parents=True, exist_ok=True)
        found = texts()
        for path in BASELINE.glob("*.txt"):
            path.unlink()
        for module, text in found.items():
            (BASELINE / f"{module}.txt").write_text(text, encoding="utf-8")
        print(f"{sum(t.count(chr(10)) for t in found.values())} declarations of {len(found)} modules")
    elif words == ["check"]:
        check()
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
