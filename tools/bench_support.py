"""What the parts of tools/bench share: a measured run, rows to read, a line of the report."""
import math
import os
import pathlib
import resource
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
BINARY = os.environ.get("PEILWACHT_BINARY", str(ROOT / ".build/static/peilwacht"))
CONFIG = str(ROOT / "config/peilwacht.yaml")


def measure(command, accepted=(0, 1), **options):
    """Runs a command to its end; gives CPU seconds and peak memory in MiB, `nan` where it cannot be told."""
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in accepted:
        sys.exit(f"bench: {command[0]} ended with {child.returncode}")
    # A child begins with the peak of the process that started it: up to that, its own cannot be seen.
    is_own = usage.ru_maxrss > resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024 if is_own else math.nan


def write_rows(path, series):
    """Ten years for each series: a plain CSV as a supplier of neighbourhood figures would make it."""
    with open(path, "w", encoding="utf-8") as file:
        file.write("indicator;periode;waarde;gebied;uitsplitsing\n")
        for number in range(series):
            area, group = f"BU0303{number % 10000:04d}", number // 10000
            for year in range(2015, 2025):
                file.write(f"wmo-maatwerk;{year};{90 + (number + year) % 40},{number % 10};{area};groep={group}\n")


def peilwacht(folder, *arguments, config=CONFIG, at="2026-04-01T08:00"):
    return [BINARY, "--config", str(config), "--root", str(folder), "--at", at, *arguments]


def show(what, value, unit=""):
    print(f"{what:<72} {value:8.2f} {unit}", flush=True)
