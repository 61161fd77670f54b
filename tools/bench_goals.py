"""The goals for many series, each at two sizes beside its peer in the same run: imports in any order, judging, showing."""
import os
import pathlib
import random
import shutil
import subprocess
import time

from bench_support import measure, peilwacht, show

# Rows of the imports, series of the rest; BENCH_GOALS=10000,100000 makes them others.
SIZES = [int(size) for size in os.environ.get("BENCH_GOALS", "20000,200000").split(",")]
YEARS = range(2016, 2026)
HEADER = "indicator;periode;waarde;gebied;uitsplitsing"
KEY = "PRIMARY KEY(indicator, gebied, uitsplitsing, periode)"


def line(number, year, deviates=False, shift=0, source=""):
    """A value of a series: of those that deviate above the target, of the others below it."""
    value = (120 if deviates else 90) + (number * 7 + year * 3 + shift) % 8
    row = f"wmo-maatwerk;{year};{value},{(number + year) % 10};BU0303{number % 10000:04d};groep={number // 10000}"
    return f"{row};{source}\n" if source else f"{row}\n"


def write(path, rows, header=HEADER):
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"{header}\n")
        file.writelines(rows)
    return path


def orders(folder, count):
    """A file of so many rows for each order in which suppliers give them."""
    series = range(count // len(YEARS))
    places = [(number, year) for number in series for year in YEARS]
    yield "ordered by series", write(folder / "rows.csv", (line(*place) for place in places)), False
    by_period = ((number, year) for year in YEARS for number in series)
    yield "ordered by period", write(folder / "rows.csv", (line(*place) for place in by_period)), False
    random.Random(7).shuffle(places)
    yield "in random order", write(folder / "rows.csv", (line(*place) for place in places)), False
    fresh = (line(number, 2025) for number in range(count))
    yield "all new series", write(folder / "rows.csv", fresh), False
    sourced = (line(number, year, source=f"CBS tabel {number % 50}") for number in series for year in YEARS)
    yield "with a source", write(folder / "rows.csv", sourced, HEADER + ";bron"), True


def by_sqlite(folder, rows, has_source):
    """The same file into a new, bare table with the same key; on disk when it says so, as ours is."""
    bare = folder / "bare.db"
    for path in folder.glob("bare.db*"):
        path.unlink()
    columns = "indicator, periode, waarde, gebied, uitsplitsing" + (", bron" if has_source else "")
    table = f"PRAGMA journal_mode=WAL; CREATE TABLE t({columns}, {KEY})"
    subprocess.run(["sqlite3", bare, table], check=True, stdout=subprocess.DEVNULL)
    return measure(["sqlite3", "-cmd", ".mode csv", "-cmd", ".separator ;", str(bare), f".import --skip 1 {rows} t"])


def anew(folder):
    shutil.rmtree(folder / "var", ignore_errors=True)


def imports(folder, count):
    for order, rows, has_source in orders(folder, count):
        anew(folder)
        ours = measure(peilwacht(folder, "import", str(rows)))
        theirs = by_sqlite(folder, rows, has_source)
        show(f"import of {count} rows {order}: CPU beside sqlite3 .import", ours[0] / theirs[0], "x (1.0)")
        show(f"    peak memory", ours[1], "MiB")
    again(folder, count)


def again(folder, count):
    """The same rows in another file, and all of them revised, beside the first time."""
    series = range(count // len(YEARS))
    first = write(folder / "rows.csv", (line(n, year) for n in series for year in YEARS))
    same = write(folder / "same.csv", ["\n", *(line(n, year) for n in series for year in YEARS)])
    other = write(folder / "other.csv", (line(n, year, shift=1) for n in series for year in YEARS))
    anew(folder)
    times = [measure(peilwacht(folder, "import", str(rows)))[0] for rows in (first, same, other)]
    show(f"the same {count} rows unchanged: CPU beside the first time", times[1] / times[0], "x (0.7)")
    show(f"the same {count} rows revised: CPU beside the first time", times[2] / times[0], "x (1.5)")
    for path in (first, same, other):
        path.unlink()


def judging(folder, series):
    """Judging after an import, where few and where most series deviate; then showing what came of it."""
    for share in (75, 1):
        rows = write(
            folder / "rows.csv",
            (line(n, year, deviates=n * 37 % 100 < share) for n in range(series) for year in range(2014, 2026)))
        anew(folder)
        measure(peilwacht(folder, "import", str(rows)))
        judged = measure(peilwacht(folder, "run", "--once"))
        idle = measure(peilwacht(folder, "run", "--once"))
        rows.unlink()
        goal = (4 if share == 75 else 1) * series / 100_000
        show(f"judging {series} series of 12, {share} % deviating: CPU", judged[0] - idle[0], f"s ({goal:.2f})")
        show("    peak memory", judged[1], "MiB")


def showing(folder, series):
    goal = 5 * series / 500_000
    for what in (["status", "--json"], ["status"], ["status", "--brief"], ["alerts", "--json"]):
        cpu, memory = measure(peilwacht(folder, *what))
        show(f"{' '.join(what)} of {series} series: CPU", cpu, f"s ({goal:.2f})")
        show("    peak memory", memory, "MiB (100)")
    begun = time.monotonic()
    _, memory = measure(peilwacht(folder, "explain", "wmo-maatwerk/BU03030007"))
    show(f"explain of one area beside {series} series: time", (time.monotonic() - begun) * 1000, "ms (50)")
    show("    peak memory", memory, "MiB")


def run(folder):
    """Shows each number with its goal in brackets."""
    folder = pathlib.Path(folder)
    for size in SIZES:
        imports(folder, size)
    for size in SIZES:
        judging(folder, size // 2)
        showing(folder, size // 2)
    anew(folder)
