#!/usr/bin/env python3
"""Counts the instructions of each kernel and of an audit, and compares them with what was recorded.

    guard.py --counts .build/release/kernel-counts --landctl .build/release/landctl [--record]

Standard library, valgrind and strip. Counted is the difference of two runs that differ in length
alone, so start-up and the making of the input are no part of it. The figures hardly depend on the
machine, not on its speed and not on what else it does. More than 5 % above instructions.json fails;
more than 5 % below asks for the table to be recorded anew, so that the gain is kept.
"""
import argparse, concurrent.futures, json, os, re, shutil, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
TABLE = os.path.join(HERE, "instructions.json")
TOLERANCE = 0.05
PARCELS = 2000              # of a kernel's input
PASSES = (1, 3)
AUDITS = (250, 1000)        # parcels of the two audits


def output(command, **options):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options)
    if done.returncode:
        sys.exit("%s\nfailed with status %d:\n%s" % (" ".join(command), done.returncode, done.stdout[-2000:]))
    return done.stdout


def count(command, folder, name):
    """Runs a command under callgrind; returns the instructions and what it printed."""
    # Swift seeds its hash tables at random; a fixed seed gives the same count every time.
    environment = dict(os.environ, SWIFT_DETERMINISTIC_HASHING="1", LC_ALL="C", TZ="UTC")
    profile = os.path.join(folder, "callgrind." + name)
    text = output(["valgrind", "--tool=callgrind", "--callgrind-out-file=" + profile] + command,
                  env=environment)
    found = re.search(r"Collected : (\d+)", text)
    if not found:
        sys.exit("valgrind counted nothing for %s:\n%s" % (name, text[-2000:]))
    return int(found.group(1)), [l for l in text.splitlines() if not l.startswith("==")]


def stripped(program, folder):
    """A copy without debug information, which valgrind 3.19 cannot read in version 5."""
    copy = os.path.join(folder, os.path.basename(program))
    output(["strip", "--strip-debug", "-o", copy, program])
    return copy


def kernel(counts, name, folder):
    """Instructions per item of one kernel, and the item's name."""
    runs = [count([counts, "run", name, str(PARCELS), str(n)], folder, "%s.%d" % (name, n)) for n in PASSES]
    items, unit, check = runs[0][1][-1].split()
    if runs[1][1][-1].split() != [items, unit, check]:
        sys.exit("%s gives another result when it runs longer" % name)
    return (runs[1][0] - runs[0][0]) / (PASSES[1] - PASSES[0]) / int(items), unit


def audit(counts, landctl, folder):
    """Instructions per parcel of an audit that writes its data files."""
    totals = []
    for n in AUDITS:
        data = os.path.join(folder, "p%d" % n)
        output([counts, "data", str(n), data])
        f = lambda name: os.path.join(data, name + ".geojson")
        totals.append(count(
            [landctl, "audit", f("parcels"), "--buildings", f("buildings"), "--zones", f("zones"),
             "--repair", "linework", "--as-of", "2025-06-30", "--jobs", "1", "--lang", "en",
             "--outputs", "data", "--output", os.path.join(data, "out")], folder, "audit.%d" % n)[0])
    return (totals[1] - totals[0]) / (AUDITS[1] - AUDITS[0]), "parcel"


def rounded(value):
    """Four digits are more than the tolerance asks for and keep the table readable."""
    return float("%.4g" % value)


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--counts", required=True)
    ap.add_argument("--landctl", required=True)
    ap.add_argument("--record", action="store_true", help="rewrite instructions.json")
    ap.add_argument("--keep", help="a folder for the profiles, for callgrind_annotate")
    a = ap.parse_args()
    for program in ("valgrind", "strip"):
        if not shutil.which(program):
            sys.exit("%s is missing; `make guard` installs it" % program)
    with tempfile.TemporaryDirectory() as scratch:
        folder = a.keep or scratch
        os.makedirs(folder, exist_ok=True)
        counts, landctl = stripped(a.counts, scratch), stripped(a.landctl, scratch)
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            jobs = {"audit": pool.submit(audit, counts, landctl, folder)}
            for name in output([counts, "list"]).split():
                jobs[name] = pool.submit(kernel, counts, name, folder)
            now = {name: job.result() for name, job in jobs.items()}
    figures = {name: {"per": unit, "instructions": rounded(value)} for name, (value, unit) in now.items()}
    if a.record:
        with open(TABLE, "w") as g:
            g.write(json.dumps(figures, indent=1) + "\n")
        print("recorded %d figures in %s" % (len(figures), os.path.relpath(TABLE)))
        return 0
    with open(TABLE) as g:
        recorded = json.load(g)
    return compare(figures, recorded)


def compare(figures, recorded):
    """Prints both tables side by side; 1 where a figure is too high or has nothing to compare with."""
    worse, better = [], []
    print("%-22s %-8s %12s %12s %8s" % ("instructions", "per", "recorded", "now", "change"))
    for name in list(recorded) + [n for n in figures if n not in recorded]:
        if name not in figures or name not in recorded:
            print("%-22s %s" % (name, "is not recorded" if name in figures else "is recorded, but no kernel"))
            worse.append(name)
            continue
        was, new = recorded[name]["instructions"], figures[name]["instructions"]
        change = new / was - 1
        note = "too many" if change > TOLERANCE else "record it" if change < -TOLERANCE else ""
        (worse if change > TOLERANCE else better if change < -TOLERANCE else []).append(name)
        print("%-22s %-8s %12g %12g %+7.1f %% %s" % (name, figures[name]["per"], was, new, 100 * change, note))
    if better:
        print("\nbetter by more than 5 %%: %s. `make guard RECORD=1` keeps that." % ", ".join(better))
    if worse:
        print("\nguard: %s. Make it cheaper, or say in the commit why it must cost more and run "
              "`make guard RECORD=1`." % ", ".join(worse))
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main())
