"""The Debian packages that the tests here install: one program, packed as two versions."""

import os
import re
import subprocess

from bed import ROOT, BedFault, note


def built(binary):
    """The program to pack: the one that is named, or what `make release` makes."""
    if binary:
        return os.path.abspath(binary)
    note("make release")
    subprocess.run(["make", "-C", ROOT, "release"], stdin=subprocess.DEVNULL, timeout=3600, check=True)
    return os.path.join(ROOT, ".build", "static", "peilwacht")


def pack(binary, version, folder):
    # Weakly compressed: how small it is, is no matter here.
    environment = dict(os.environ, PEILWACHT_XZ_LEVEL="0")
    done = subprocess.run(
        [os.path.join(ROOT, "tools", "deb"), "--binary", binary, "--version", version, "--out", folder],
        stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=600, check=False, env=environment,
    )
    if done.returncode:
        raise BedFault("tools/deb: " + done.stdout + done.stderr)
    return done.stdout.split()[0]


def own_version():
    with open(os.path.join(ROOT, "Sources", "Telling", "ProgramVersion.swift"), encoding="utf-8") as file:
        return re.search(r'programVersion = "(.*)"', file.read()).group(1)
