"""What bench.py and growth.py share: the data, the runs, their medians and tables."""
import os, statistics, subprocess, sys, time

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


def generated(parcels, folder, python):
    """The folder with that many generated parcels; made where it is not there yet."""
    data = os.path.join(folder, "p%d" % parcels)
    if not os.path.exists(os.path.join(data, "truth.csv")):
        print("generating %d parcels in %s" % (parcels, data), flush=True)
        subprocess.check_call([python, os.path.join(HERE, "generate.py"),
                               "--parcels", str(parcels), "--out", data])
    return data


def layers(data):
    return [os.path.join(data, name + ".geojson") for name in ("parcels", "buildings", "zones")]


def audit(landctl, data, out, *more):
    """The command of an audit of generated data that writes its data files."""
    parcels, buildings, zones = layers(data)
    return [landctl, "audit", parcels, "--buildings", buildings, "--zones", zones,
            "--repair", "linework", "--as-of", "2025-06-30", "--output", out, "--lang", "en",
            "--outputs", "data", *more]


def warm(data):
    """Reads the files once, so that every run finds them in the page cache."""
    for path in layers(data):
        with open(path, "rb") as file:
            while file.read(1 << 24):
                pass


def in_turn(commands, runs, out, after=lambda: None):
    """Runs every command `runs` times, in turn, so that a machine whose speed drifts treats all
    alike, and calls `after` behind each turn; returns the runs by name."""
    results = {name: [] for name in commands}
    for i in range(runs):
        for name, command in commands.items():
            figures = measure(command, os.path.join(out, name.replace(" ", "") + ".log"))
            results[name].append(figures)
            print("run %d  %-18s wall %7.2f s  cpu %7.2f s  peak %6.0f MB" %
                  (i + 1, name, figures["wall_s"], figures["cpu_s"], figures["rss_mb"]), flush=True)
        after()
    return results


def medians(results):
    return {name: {key: statistics.median(run[key] for run in runs) for key in runs[0]}
            for name, runs in results.items()}


def machine():
    """Processor, their count and the load: other work on the machine spoils times, not ratios."""
    model = "unknown"
    try:
        with open("/proc/cpuinfo") as file:
            model = next(line.split(":", 1)[1].strip() for line in file if line.startswith("model name"))
    except (OSError, StopIteration):
        pass
    return {"model": model, "processors": os.cpu_count(), "load": round(os.getloadavg()[0], 2)}


def table(head, rows):
    """A Markdown table; the first column left, the others right."""
    lines = ["| " + " | ".join(head) + " |", "| --- |" + " --: |" * (len(head) - 1)]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(lines)
