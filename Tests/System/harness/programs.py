"""The calendar programs that real people have: vdirsyncer fetches, khal lists."""

from __future__ import annotations

import subprocess
from pathlib import Path

from .server import clean_environment

VDIRSYNCER = """\
[general]
status_path = "{folder}/status"
[pair feed]
a = "remote"
b = "local"
collections = null
[storage remote]
type = "http"
url = "{url}"
[storage local]
type = "filesystem"
path = "{folder}/calendar"
fileext = ".ics"
"""

KHAL = """\
[calendars]
[[feed]]
path = {folder}/calendar
readonly = True
[locale]
local_timezone = Asia/Tokyo
default_timezone = Asia/Tokyo
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {folder}/khal.db
"""


class CalendarProgram:
    """One person's computer with vdirsyncer and khal, subscribed to one feed."""

    def __init__(self, folder: Path, url: str):
        self.folder = folder
        folder.mkdir(parents=True)
        (folder / "calendar").mkdir()
        (folder / "vdirsyncer.conf").write_text(VDIRSYNCER.format(folder=folder, url=url))
        (folder / "khal.conf").write_text(KHAL.format(folder=folder))
        self.run("vdirsyncer", "-c", "vdirsyncer.conf", "discover", stdin="y\n")

    def fetch(self) -> None:
        self.run("vdirsyncer", "-c", "vdirsyncer.conf", "sync")

    def files(self) -> list[Path]:
        return sorted((self.folder / "calendar").glob("*.ics"))

    def list(self, first: str, last: str) -> list[str]:
        """`start-date start-time title` of everything in a range of days, as khal shows it."""
        shown = self.run(
            "khal", "-c", "khal.conf", "list", "--once", "--day-format", "", "--format",
            "{start-date} {start-time} {title}", first, last,
        )
        return [" ".join(line.split()) for line in shown.splitlines() if line.strip()]

    def run(self, *command: str, stdin: str = "") -> str:
        environment = clean_environment(self.folder) | {"PATH": "/usr/bin:/bin", "TZ": "Asia/Tokyo"}
        finished = subprocess.run(
            command, cwd=self.folder, env=environment, input=stdin, capture_output=True, text=True, timeout=60
        )
        assert finished.returncode == 0, f"{command}: {finished.stdout}\n{finished.stderr}"
        return finished.stdout
