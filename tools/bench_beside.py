"""Peilwacht beside what a user would otherwise read the same file with: DuckDB, sqlite3 and openpyxl, in one run."""
import os
import shutil
import statistics
import subprocess
import sys
import zipfile
from xml.sax.saxutils import escape

from bench_support import ROOT, measure, peilwacht, show, write_rows

ROWS = int(os.environ.get("BENCH_ROWS", "2000000"))
SMALL = 20_000
CELLS = 500_000
ROUNDS = 3
VENV = ROOT / ".build/bench/venv"
KEY = "PRIMARY KEY(indicator, gebied, uitsplitsing, periode)"
DUCKDB = """
import duckdb, sys
base = duckdb.connect(config={"threads": 1})
print(base.execute(f"SELECT {sys.argv[2]} FROM read_csv(?, delim=';', header=true)", [sys.argv[1]]).fetchone()[0])
"""
# A count looks for the ends of rows; the other one makes a value of each cell, as an import has to.
COUNT, VALUES = "count(*)", "max(COLUMNS(*))"
OPENPYXL = """
import openpyxl, sys
book = openpyxl.load_workbook(sys.argv[1], read_only=True)
print(sum(1 for row in book.worksheets[0].iter_rows(values_only=True) for cell in row if cell is not None))
"""


def python():
    """The Python that has DuckDB and openpyxl, from PyPI; `None` where they cannot be had, which is said."""
    found = VENV / "bin/python"
    try:
        if not found.exists():
            subprocess.run([sys.executable, "-m", "venv", VENV], check=True, capture_output=True, timeout=120)
        has = subprocess.run([found, "-c", "import duckdb, openpyxl"], capture_output=True, timeout=120)
        if has.returncode != 0:
            install = [found, "-m", "pip", "install", "--quiet", "duckdb", "openpyxl"]
            subprocess.run(install, check=True, capture_output=True, timeout=300)
        return str(found)
    except (OSError, subprocess.SubprocessError) as error:
        print(f"skipped: DuckDB and openpyxl cannot be had from PyPI here ({type(error).__name__})")
        return None


def sqlite_import(folder, rows):
    """One import by sqlite3 into a new, bare table with the same key; on disk when it says so, as ours is."""
    bare = folder / "bare.db"
    bare.unlink(missing_ok=True)
    table = f"CREATE TABLE t(indicator, periode, waarde, gebied, uitsplitsing, {KEY})"
    subprocess.run(["sqlite3", bare, "PRAGMA journal_mode=WAL; " + table], check=True, stdout=subprocess.DEVNULL)
    return measure(["sqlite3", "-cmd", ".mode csv", "-cmd", ".separator ;", str(bare), f".import --skip 1 {rows} t"])


def sheet_row(number, cells):
    """A row of a sheet: numbers as numbers, texts by their place in the shared texts."""
    written = "".join(
        f'<c r="{letter}{number}"><v>{cell}</v></c>' if is_number else f'<c r="{letter}{number}" t="s"><v>{cell}</v></c>'
        for letter, (cell, is_number) in zip("ABCDE", cells))
    return f'<row r="{number}">{written}</row>'


def write_workbook(path, cells):
    """The plain form as a workbook of so many cells, as a spreadsheet program writes it."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    texts, places = [], {}

    def text(word):
        if word not in places:
            places[word] = len(texts)
            texts.append(word)
        return places[word], False

    rows = [sheet_row(1, [text(word) for word in ("indicator", "periode", "waarde", "gebied", "uitsplitsing")])]
    for number in range(cells // 5 - 1):
        value = f"{90 + number % 40}.{number % 10}"
        rows.append(sheet_row(number + 2, [
            text("wmo-maatwerk"), (2015 + number % 10, True), (value, True),
            text(f"BU0303{number // 10 % 10000:04d}"), text(f"groep={number // 100000}")]))
    parts = {
        "[Content_Types].xml": f"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Override PartName="/xl/workbook.xml" ContentType="{kinds}.sheet.main+xml"/>
            <Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kinds}.worksheet+xml"/>
            <Override PartName="/xl/sharedStrings.xml" ContentType="{kinds}.sharedStrings+xml"/></Types>""",
        "_rels/.rels": f"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="a" Type="{links}/officeDocument" Target="xl/workbook.xml"/></Relationships>""",
        "xl/workbook.xml": f"""<workbook xmlns="{main}" xmlns:r="{links}"><sheets>
            <sheet name="Blad1" sheetId="1" r:id="a"/></sheets></workbook>""",
        "xl/_rels/workbook.xml.rels": f"""<Relationships
            xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="a" Type="{links}/worksheet" Target="worksheets/sheet1.xml"/>
            <Relationship Id="b" Type="{links}/sharedStrings" Target="sharedStrings.xml"/></Relationships>""",
        "xl/worksheets/sheet1.xml":
            f'<worksheet xmlns="{main}"><sheetData>{"".join(rows)}</sheetData></worksheet>',
        "xl/sharedStrings.xml":
            f'<sst xmlns="{main}">{"".join(f"<si><t>{escape(word)}</t></si>" for word in texts)}</sst>',
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in parts.items():
            book.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>\n' + content)


def compare(what, rounds, ours, theirs, other):
    """Runs both in turn; shows the median of the ratios of CPU, and the memory of ours."""
    pairs = [(ours(), theirs() if theirs else None) for _ in range(rounds)]
    if theirs:
        show(f"{what}: CPU beside {other}", statistics.median(our[0] / their[0] for our, their in pairs), "x")
        show(f"    {other}: CPU", statistics.median(their[0] for _, their in pairs), "s")
    show(f"    {what}: CPU", statistics.median(our[0] for our, _ in pairs), "s")
    show(f"    {what}: peak memory", max(our[1] for our, _ in pairs), "MiB")
    return pairs[0][0]


def full_imports(folder, rows, again):
    """A first import, the same rows again in another file, and the first beside sqlite3."""
    seconds = []

    def fresh():
        shutil.rmtree(folder / "var", ignore_errors=True)
        first = measure(peilwacht(folder, "import", str(rows)))
        second = measure(peilwacht(folder, "import", str(again)))
        seconds.append((second[0] / first[0], second[1]))
        return first

    compare(f"import of {ROWS} rows", 1, fresh, lambda: sqlite_import(folder, rows), "sqlite3 .import")
    show("    the same rows a second time: CPU beside the first", seconds[0][0], "x")
    show("    the same rows a second time: peak memory", seconds[0][1], "MiB")


def run(folder):
    """Shows each ratio; 1.00 or less is the goal."""
    other = python()
    rows, again, small = folder / "rows.csv", folder / "again.csv", folder / "small.csv"
    write_rows(rows, ROWS // 10)
    write_rows(small, SMALL // 10)
    shutil.copy(rows, again)
    with open(again, "a", encoding="utf-8") as file:
        file.write("\n")
    dry = lambda file: measure(peilwacht(folder, "import", "--dry-run", str(file)))
    compare(f"dry run of {SMALL} rows", 1, lambda: dry(small), None, "")
    if other:
        count = measure([other, "-c", DUCKDB, str(rows), COUNT])[0]
        show(f"DuckDB on one thread, a count of {ROWS} rows: CPU", count, "s")
    duckdb = (lambda: measure([other, "-c", DUCKDB, str(rows), VALUES])) if other else None
    compare(f"dry run of {ROWS} rows", ROUNDS, lambda: dry(rows), duckdb, "DuckDB on one thread, all values")
    full_imports(folder, rows, again)
    for file in (rows, again, folder / "bare.db"):
        file.unlink(missing_ok=True)
    shutil.rmtree(folder / "var", ignore_errors=True)
    book = folder / "cells.xlsx"
    # In a process of its own: what this one takes hides what its children take.
    subprocess.run([sys.executable, __file__, str(book)], check=True)
    openpyxl = (lambda: measure([other, "-c", OPENPYXL, str(book)])) if other else None
    compare(f"dry run of a workbook of {CELLS} cells", ROUNDS, lambda: dry(book), openpyxl, "openpyxl, read only")


if __name__ == "__main__":
    write_workbook(sys.argv[1], CELLS)
