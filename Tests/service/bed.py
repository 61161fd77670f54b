"""A Debian 12 in a systemd-nspawn container, in which the tests here try what is installed.

    PEILWACHT_BED     where the tree is kept (default /var/tmp/peilwacht-bed)
    PEILWACHT_MIRROR  the mirror that debootstrap takes it from (default: its own)
"""

import json
import os
import re
import shutil
import signal
import subprocess
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
BED = os.environ.get("PEILWACHT_BED", "/var/tmp/peilwacht-bed")
PACKAGES = "systemd,systemd-sysv,dbus,ca-certificates,libsqlite3-0,libzip4,libexpat1,libxlsxwriter4,procps,tzdata,python3-minimal,python3-aiosmtpd,postfix"
UNIT = "peilwacht.service"


class BedFault(Exception):
    """The bed could not be made: says nothing about the service."""


class Interrupted(BaseException):
    """The time is up, or somebody ended the test: no check may take this for a fault of its own."""


def note(text):
    print(f"-- {text}", flush=True)


def until(seconds, found, every=0.1):
    """The first true answer of `found`, or its last answer when the time is up."""
    end = time.monotonic() + seconds
    while True:
        answer = found()
        if answer or time.monotonic() > end:
            return answer
        time.sleep(every)


def prepare(name="tree", more=""):
    """The tree of that name, with more packages than the usual ones."""
    packages = PACKAGES + more
    tree = os.path.join(BED, name)
    stamp = os.path.join(tree, "etc", "peilwacht-bed")
    try:
        with open(stamp, encoding="utf-8") as file:
            if file.read() == packages:
                return tree
        note("the tree was made for other packages: making it anew")
    except FileNotFoundError:
        note(f"making a Debian 12 tree in {tree}: takes minutes, once")
    os.makedirs(BED, exist_ok=True)
    fresh = tree + ".new"
    shutil.rmtree(fresh, ignore_errors=True)
    command = ["debootstrap", "--variant=minbase", f"--include={packages}", "bookworm", fresh]
    if os.environ.get("PEILWACHT_MIRROR"):
        command.append(os.environ["PEILWACHT_MIRROR"])
    log = os.path.join(BED, "debootstrap.log")
    with open(log, "wb") as file:
        if subprocess.run(command, stdout=file, stderr=file, stdin=subprocess.DEVNULL, timeout=1500).returncode:
            raise BedFault(f"debootstrap failed: see {log}")
    # The smallest variant has no such file, and then localhost is no name.
    with open(os.path.join(fresh, "etc", "hosts"), "w", encoding="utf-8") as file:
        file.write("127.0.0.1 localhost\n::1 localhost\n")
    with open(os.path.join(fresh, "etc", "peilwacht-bed"), "w", encoding="utf-8") as file:
        file.write(packages)
    shutil.rmtree(tree, ignore_errors=True)
    os.rename(fresh, tree)
    return tree


class Machine:
    """A booted container on a throw-away overlay of the tree."""

    def __init__(self, tree, *options):
        self.name = f"peilwacht-{os.getpid()}"
        self.log = os.path.join(BED, f"{self.name}.log")
        self.leader = None
        volatile = self.overlays()
        with open(self.log, "wb") as file:
            self.process = subprocess.Popen(
                [
                    "systemd-nspawn", "--quiet", "--register=no", "--keep-unit", "--console=pipe", "--boot",
                    "--volatile=overlay", "--private-network", f"--directory={tree}", f"--machine={self.name}",
                    *options,
                ],
                stdin=subprocess.DEVNULL, stdout=file, stderr=file, start_new_session=True,
            )
        self.own_overlays = set()
        try:
            state = until(60, self.state, every=0.25)
            self.own_overlays = self.overlays() - volatile
            if not state:
                with open(self.log, encoding="utf-8", errors="replace") as file:
                    raise BedFault("the container did not come up:\n" + file.read()[-2000:])
        except BaseException:
            self.stop()
            raise
        note(f"container {self.name} is up ({state})")

    @staticmethod
    def overlays():
        return {name for name in os.listdir("/tmp") if name.startswith("nspawn-volatile-")}

    def state(self):
        if self.process.poll() is not None:
            with open(self.log, encoding="utf-8", errors="replace") as file:
                raise BedFault(f"systemd-nspawn ended with {self.process.returncode}: {file.read()[-2000:]}")
        self.leader = self.leader or self.find_leader()
        if not self.leader:
            return None
        state = self.run("systemctl", "is-system-running").stdout.strip()
        return state if state in ("running", "degraded") else None

    def find_leader(self):
        """PID 1 of the container: the child of our own systemd-nspawn that became systemd."""
        for entry in os.listdir("/proc"):
            if entry.isdigit():
                try:
                    with open(f"/proc/{entry}/stat", encoding="utf-8", errors="replace") as file:
                        comm, rest = re.match(r"\d+ \((.*)\) (.*)", file.read(), re.S).groups()
                except (OSError, AttributeError):
                    continue
                if comm == "systemd" and int(rest.split()[1]) == self.process.pid:
                    return entry
        return None

    def inside(self):
        return ["nsenter", "-t", self.leader, "-m", "-u", "-i", "-n", "-p", "-C", "-r", "-w", "--", "env", "-i",
                "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LANG=C.UTF-8"]

    def run(self, *command, send="", seconds=30):
        try:
            return subprocess.run(
                self.inside() + list(command), input=send, capture_output=True, text=True, errors="replace",
                timeout=seconds,
            )
        except subprocess.TimeoutExpired:
            return subprocess.CompletedProcess(command, 124, "", f"no end after {seconds} s")

    def must(self, *command, **options):
        result = self.run(*command, **options)
        if result.returncode:
            raise BedFault(f"{' '.join(command)}: status {result.returncode}: {result.stderr.strip()}")
        return result.stdout

    def write(self, path, text):
        self.must("sh", "-c", 'mkdir -p "$(dirname "$1")" && cat >"$1"', "sh", path, send=text)

    def read(self, path):
        return self.run("cat", path).stdout

    def bytes(self, path):
        return subprocess.run(self.inside() + ["cat", path], capture_output=True, timeout=30, check=False).stdout

    def show(self, *names):
        lines = self.run("systemctl", "show", "-p", ",".join(names), UNIT).stdout.splitlines()
        return dict(line.split("=", 1) for line in lines if "=" in line)

    def cursor(self):
        found = re.search(r"^-- cursor: (.*)$", self.run("journalctl", "-n0", "--show-cursor").stdout, re.M)
        return found.group(1) if found else None

    def journal(self, cursor, *filters):
        after = [f"--after-cursor={cursor}"] if cursor else []
        text = self.run("journalctl", "--no-pager", "-o", "json", *after, *filters).stdout
        return [json.loads(line) for line in text.splitlines() if line.startswith("{")]

    def messages(self, cursor, *filters):
        return [str(entry.get("MESSAGE")) for entry in self.journal(cursor, *filters)]

    def stop(self):
        if self.process.poll() is None and self.leader:
            self.run("systemctl", "poweroff", seconds=10)
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            # Only what we started: PID 1 of the container first, it would outlive systemd-nspawn.
            for pid in (self.leader, self.process.pid):
                if pid:
                    try:
                        os.kill(int(pid), signal.SIGKILL)
                    except ProcessLookupError:
                        pass
            self.process.wait(10)
            for name in self.own_overlays:
                shutil.rmtree(os.path.join("/tmp", name), ignore_errors=True)
        if os.path.exists(self.log):
            os.remove(self.log)


# What a check says


class Failed(Exception):
    """What a check saw instead of what it wanted."""


def want(condition, seen):
    if not condition:
        raise Failed(seen)


class Tally:
    """Checks that each print one line, and their number."""

    def __init__(self, machine):
        self.machine = machine
        self.failed = 0
        self.count = 0

    def check(self, title, body):
        self.count += 1
        try:
            print(f"ok      {title}: {body()}", flush=True)
        except Failed as fault:
            self.failed += 1
            print(f"FAILED  {title}: {fault}", flush=True)
        except Exception as fault:  # pylint: disable=broad-except  # a check that breaks is a check that fails
            self.failed += 1
            print(f"FAILED  {title}: {type(fault).__name__}: {fault}", flush=True)


def needs_root():
    if os.geteuid() != 0:
        raise BedFault("needs root")
    for tool in ("systemd-nspawn", "debootstrap", "nsenter"):
        if not shutil.which(tool):
            raise BedFault(f"{tool} is missing: run tools/setup service")


def within(seconds):
    """Ends the test, with its container, where the time is up or somebody asks."""

    def interrupted(number, _):
        raise Interrupted(f"not done after {seconds} s" if number == signal.SIGALRM else "ended from outside")

    for number in (signal.SIGALRM, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, interrupted)
    signal.alarm(seconds)
