"""What the status page costs a running daemon: CPU of one answer and the daemon's memory, by the number of series in the store.

BENCH_PAGE=1000,500000 makes it other numbers of series.
"""
import os
import pathlib
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import time

from bench_support import CONFIG, ROOT, measure, peilwacht, show, write_rows

ROUNDS = 5
SIZES = [int(size) for size in os.environ.get("BENCH_PAGE", "1000,20000").split(",")]
PAGES = {
    "overview": "/",
    "programme": "/programma/dronten-2026",
    "indicator": "/programma/dronten-2026/indicator/wmo-maatwerk",
    "all series of an indicator": "/programma/dronten-2026/indicator/wmo-maatwerk/reeksen",
    "programme by name": "/programma/dronten-2026?zoek=eenzaam",
    "open alerts": "/meldingen",
    "open alerts by name": "/meldingen?zoek=wmo",
    "deliveries": "/leveringen",
    "ledger": "/verzonden",
    "status as JSON": "/api/v1/status",
    "numbers": "/metrics",
}


def ask(path, address):
    """The whole answer at an address, from a connection of its own."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as client:
        client.settimeout(600)
        client.connect(str(path))
        client.sendall(f"GET {address} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
        answer = b""
        while piece := client.recv(1 << 16):
            answer += piece
    if not answer.startswith(b"HTTP/1.1 200 "):
        sys.exit(f"bench: {address} was answered with {answer[:60]}")
    return answer


def cpu(pid):
    """The CPU seconds of all threads of a process (clock_getcpuclockid)."""
    return time.clock_gettime((~pid << 3) | 2)


def settle(pid):
    """Waits until a process has nothing to do."""
    deadline, before = time.monotonic() + 1200, -1.0
    while time.monotonic() < deadline:
        now = cpu(pid)
        if now - before < 0.001:
            return
        before = now
        time.sleep(0.3)


def resident(pid):
    """KiB of memory that a process has for now."""
    for line in pathlib.Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    return 0


def configuration(folder):
    """The shipped configuration with a page, and without mail."""
    for name in ("programmes", "feeds"):
        if (ROOT / "config" / name).is_dir():
            shutil.copytree(ROOT / "config" / name, folder / name, dirs_exist_ok=True)
    text = pathlib.Path(CONFIG).read_text(encoding="utf-8").split("\nmail:")[0]
    config = folder / "page.yaml"
    config.write_text(f"{text}\npage: {{listen: unix:page.sock}}\n", encoding="utf-8")
    return config


def cost(folder, config, address):
    """CPU milliseconds of an answer that is made anew, and of the same one that is asked for again."""
    path = folder / "page.sock"
    child = subprocess.Popen(
        peilwacht(folder, "run", config=config), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        deadline = time.monotonic() + 60
        while not path.exists() and child.poll() is None and time.monotonic() < deadline:
            time.sleep(0.05)
        settle(child.pid)
        ask(path, "/stijl.css")
        settle(child.pid)
        begun = cpu(child.pid)
        answer = ask(path, address)
        made = cpu(child.pid)
        for _ in range(10):
            ask(path, address)
        return (made - begun) * 1000, (cpu(child.pid) - made) * 100, len(answer), resident(child.pid)
    finally:
        child.send_signal(signal.SIGTERM)
        child.wait(timeout=60)


def run(folder):
    """Shows the cost of each page; the goal for the overview of 1,000 series is below 50 ms."""
    config = configuration(folder)
    for series in SIZES:
        shutil.rmtree(folder / "var", ignore_errors=True)
        rows = folder / "page.csv"
        write_rows(rows, series)
        measure(peilwacht(folder, "import", str(rows), config=config))
        measure(peilwacht(folder, "run", "--once", config=config))
        for name, address in PAGES.items():
            costs = [cost(folder, config, address) for _ in range(ROUNDS if address == "/" else 1)]
            show(f"page {name}, {series} series: CPU when it is made", statistics.median(c[0] for c in costs), "ms")
            show(f"    asked for again: CPU", statistics.median(c[1] for c in costs), "ms")
            show("    its size", costs[0][2] / 1024, "KiB")
            show("    the daemon's memory then", costs[0][3] / 1024, "MiB")
