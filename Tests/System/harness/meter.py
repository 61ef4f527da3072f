"""Runs a program and says how much memory it held.

A child begins as a copy of the process that forks it, and the kernel counts that copy: measured from pytest, which grows while it runs,
every program would seem to need as much. So a small process stands between them.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

_STAND_IN = """
import os, sys
process = os.posix_spawn(sys.argv[2], sys.argv[2:], os.environ)
_, status, usage = os.wait4(process, 0)
with open(sys.argv[1], "w") as report:
    report.write(f"{os.waitstatus_to_exitcode(status)} {usage.ru_maxrss}")
"""


def metered(command: list[str], **options) -> tuple[int, float, int]:
    """Exit status, seconds, and the most bytes that one of its processes held. `options` are those of `subprocess.run`."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report"
        started = time.monotonic()
        subprocess.run([sys.executable, "-I", "-S", "-c", _STAND_IN, str(report), *command], check=True, **options)
        took = time.monotonic() - started
        status, kilobytes = map(int, report.read_text().split())
    return status, took, kilobytes * 1024
