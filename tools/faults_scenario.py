"""What tools/faults does again and again: a week of drops, a revision, a recovery, a refusal, a withdrawal, and the mails.

Everything is in one folder. Each step is one whole pass of the program as of a moment, so that the same happens every time.
"""
import collections
import hashlib
import json
import os
import pathlib
import shutil
import socketserver
import sqlite3
import subprocess
import threading

CONFIGURATION = """\
language: nl
timezone: Europe/Amsterdam
folders: {{inbox: drop/inbox, archive: drop/archive, quarantine: drop/quarantine, receipts: drop/receipts, outbox: outbox}}
store: sqlite:store/store.sqlite
alert_log: alerts.jsonl
programmes: [programme.yaml]
mail: {{from: peilwacht@dronten.example, relay: "smtp://127.0.0.1:{port}"}}
subscriptions:
  - {{id: wethouder, who: wethouder@dronten.example, about: all, when: {{digest: {{at: ["07:00"], days: daily}}, at_once: critical}}}}
  - {{id: beleid, who: beleid@dronten.example, about: all, when: {{digest: {{at: ["08:30"], days: daily}}}}}}
  - {{id: beheer, who: beheer@dronten.example, about: all, operations: true, when: {{digest: {{at: ["16:00"], days: daily}}, at_once: warning}}}}
"""
PROGRAMME = """\
programme: dronten
title: Programma 6 Sociaal domein
area: {code: GM0303, name: Dronten}
packages:
  - id: 6N
    title: Zelfredzaamheid
    indicators:
      - {id: wmo, title: Wmo-maatwerk, unit: per 1000, better: lower, cadence: year, due: 180 days, targets: {2024: "<108", 2025: "<108"}}
      - {id: goed, title: Goed geholpen, unit: "%", better: higher, cadence: year, due: 365 days, targets: {2024: ">74", 2025: ">74"}}
"""
HEADER = "indicator;periode;waarde;gebied;uitsplitsing\n"
# The moment of each step, and what is dropped before it. The last ones give every mail its hour, and a failed one its next try.
STEPS = [
    ("2026-03-02T06:00", {"begin.csv": "wmo;2023;100;;\ngoed;2023;80;;\n"}),
    ("2026-03-02T10:00", {"wmo.csv": "wmo;2024;113;;\nwmo;2024;90;GM0303;groep=a\n"}),
    ("2026-03-03T07:05", {"goed.csv": "goed;2024;69;;\n", "fout.csv": "wmo;2024;veel;;\n"}),
    ("2026-03-03T08:40", {"herzien.csv": "wmo;2024;120;;\n"}),
    ("2026-03-04T09:00", {"hersteld.csv": "wmo;2024;99;;\n", "weer.csv": "goed;2024;69;;\ngoed;2025;75;;\n"}),
    ("2026-03-05T09:00", {}),
]
AFTERWARDS = ["2026-03-05T09:11", "2026-03-05T10:30", "2026-03-05T15:00", "2026-03-06T09:00", "2026-03-06T20:00"]


class Relay(socketserver.StreamRequestHandler):
    """A mail relay that takes everything, and remembers it."""

    def handle(self):
        self.reply("220 relay.test ESMTP")
        for line in self.rfile:
            verb = line[:4].upper()
            if verb == b"DATA":
                self.reply("354 go on")
                if not self.take_message():
                    return
            elif verb == b"QUIT":
                self.reply("221 bye")
                return
            else:
                self.reply("250 ok")

    def reply(self, line):
        self.wfile.write(line.encode("ascii") + b"\r\n")

    def take_message(self):
        lines = []
        for line in self.rfile:
            if line == b".\r\n":
                self.server.messages.append(b"".join(lines))
                self.reply("250 2.0.0 queued")
                return True
            lines.append(line)
        return False


class RelayServer(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Relay)
        self.messages = []
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def port(self):
        return self.server_address[1]

    def handle_error(self, request, client_address):
        """A program that is killed hangs up; that is no fault of the relay."""


def header(message, name):
    for line in message.split(b"\r\n\r\n")[0].replace(b"\r\n ", b" ").split(b"\r\n"):
        if line.lower().startswith(name.lower() + b":"):
            return line.split(b":", 1)[1].strip().decode()
    return ""


class Scenario:
    """One folder in which the steps are done, and the relay that gets its mails."""

    def __init__(self, binary, folder, injector):
        self.binary, self.folder, self.injector = binary, pathlib.Path(folder), injector
        self.relay = RelayServer()

    def begin(self):
        (self.folder / "drop/inbox").mkdir(parents=True)
        (self.folder / "store").mkdir()
        (self.folder / "programme.yaml").write_text(PROGRAMME, encoding="utf-8")
        self.write_configuration()

    def write_configuration(self):
        text = CONFIGURATION.format(port=self.relay.port)
        (self.folder / "peilwacht.yaml").write_text(text, encoding="utf-8")

    def drop(self, step):
        for name, rows in STEPS[step][1].items():
            path = self.folder / "drop/inbox" / name
            path.write_text(HEADER + rows, encoding="utf-8")
            # Left alone for a while, so that the pass need not wait to be sure.
            earlier = path.stat().st_mtime - 60
            os.utime(path, (earlier, earlier))

    def run(self, at, *arguments, fault=None, count=None):
        """Runs the program to its end; gives its exit status (negative: the signal) and what it wrote."""
        environment = {**os.environ, "SWIFT_BACKTRACE": "enable=no", "LD_PRELOAD": self.injector}
        environment.update(fault.environment() if fault else {})
        if count:
            environment["FAULT_COUNT"] = str(count)
        done = subprocess.run(
            [self.binary, "--config", "peilwacht.yaml", "--root", ".", "--at", at, *arguments], cwd=self.folder,
            env=environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=120, check=False)
        return done

    def snapshot(self, to):
        shutil.copytree(self.folder, to)
        return list(self.relay.messages)

    def restore(self, kept, messages):
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(kept, self.folder)
        self.relay.messages = list(messages)
        self.write_configuration()

    def finish(self, step):
        """Goes on without faults behind a step: that step once more, those after it, and the hours in which mails go."""
        last = self.run(STEPS[step][0], "run", "--once")
        for later in range(step + 1, len(STEPS)):
            self.drop(later)
            last = self.run(STEPS[later][0], "run", "--once")
        for at in AFTERWARDS:
            last = self.run(at, "run", "--once")
        return last

    def state(self):
        """What must be the same whatever failed on the way."""
        status = self.run(AFTERWARDS[-1], "status", "--json")
        store = sqlite3.connect(f"file:{self.folder}/store/store.sqlite?mode=ro", uri=True)
        sound = store.execute("PRAGMA integrity_check").fetchone()[0]
        store.close()
        log = [json.loads(line) for line in (self.folder / "alerts.jsonl").read_bytes().splitlines()]
        mails, ids = self.mails()
        return {
            "integrity": sound,
            "status": json.loads(status.stdout or b"null"),
            "numbers in the log": [event["seq"] for event in log] == list(range(1, len(log) + 1)),
            "events": sorted((event["alert"], event["episode"], event["event"], event["value"]) for event in log),
            "archive": self.files("drop/archive"),
            "quarantine": self.files("drop/quarantine"),
            "left behind": [self.names("drop/inbox"), self.names("drop/work"), self.names("outbox/tmp"), self.names("outbox/new")],
            "receipts": sorted(name for name in self.names("drop/receipts") if name.endswith(".json")),
            "told": self.told(log),
            "mails": mails,
            "one mail for each id": ids,
            "sent": len(self.names("outbox/sent")),
        }

    def told(self, log):
        """Who was told what, as often as it was told."""
        events = {event["seq"]: (event["alert"], event["episode"], event["event"]) for event in log}
        ledger = json.loads(self.run(AFTERWARDS[-1], "ledger", "--json").stdout or b"[]")
        return sorted((mail["recipient"], *events[item["seq"]]) for mail in ledger for item in mail["told"])

    def mails(self):
        """Each mail once, by receiver and subject; and whether what came twice was the same mail."""
        by_id = collections.defaultdict(set)
        for message in self.relay.messages:
            by_id[header(message, b"Message-ID")].add(message)
        told = sorted((header(min(same), b"To"), header(min(same), b"Subject")) for same in by_id.values())
        return told, all(len(same) == 1 for same in by_id.values())

    def names(self, folder):
        path = self.folder / folder
        return sorted(os.listdir(path)) if path.exists() else []

    def files(self, folder):
        return sorted(
            hashlib.sha256((self.folder / folder / name).read_bytes()).hexdigest()[:12] for name in self.names(folder))
