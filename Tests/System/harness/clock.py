"""The wall clock that a test's processes see (libfaketime); the monotonic clock stays the machine's."""

from __future__ import annotations

import glob
import time
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

TOKYO = timezone(timedelta(hours=9))


def tokyo(text: str) -> datetime:
    """`2027-03-31 23:59:55`, as a clock on a wall in Japan shows it."""
    return datetime.fromisoformat(text).replace(tzinfo=TOKYO)


class Clock:
    """A shifted clock, shared by all processes that are started with its environment. It can be put forward."""

    #: libfaketime looks into its file again once a second.
    LOOKS_AGAIN_AFTER = 1.0

    def __init__(self, file: Path, shows: datetime | None = None, zone: str = "UTC"):
        self.file = file
        self.zone = zone
        self.shifted = shows is not None
        self.offset = 0
        if shows is not None:
            self.set(shows)

    def set(self, shows: datetime, running: bool = False) -> None:
        """`running`: processes are already under way; waits until they have seen the new time."""
        self.offset = round(shows.timestamp() - time.time())
        self.file.write_text(f"{self.offset:+d}\n")
        if running:
            time.sleep(self.LOOKS_AGAIN_AFTER + 0.3)

    def now(self) -> datetime:
        return datetime.fromtimestamp(time.time() + self.offset, TOKYO)

    def today(self) -> date:
        return self.now().date()

    def environment(self) -> dict[str, str]:
        if not self.shifted:
            return {"TZ": self.zone}
        return {
            "TZ": self.zone,
            "LD_PRELOAD": library(),
            "FAKETIME_TIMESTAMP_FILE": str(self.file),
            "FAKETIME_CACHE_DURATION": "0",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        }


def library() -> str:
    found = glob.glob("/usr/lib/*/faketime/libfaketimeMT.so.1")
    if not found:
        raise RuntimeError("libfaketime is missing: apt-get install faketime")
    return found[0]
