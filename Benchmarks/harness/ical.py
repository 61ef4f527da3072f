"""ICalKit beside libical, as `Benchmarks/ICal/run` measures them: processor seconds on the same corpus, one thread."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from .program import BINARIES, REPOSITORY
from .rows import Chapter, Row, at_most

FOLDER = REPOSITORY / "Benchmarks" / "ICal"
#: How many times as fast as libical each kind of work should be.
WANTED = {"parse": 2, "write": 2, "window": 3, "rules": 8}
#: The most resident memory, of a calendar read and of rules that need next to none.
MEMORY = {"parse": "ical-memory", "rules": "ical-rules-memory"}
LINE = re.compile(r"(\w+) +ICalKit ([\d.]+) s +([\d.]+) MiB +libical ([\d.]+) s +([\d.]+) MiB")


def measure(asked: Callable[[str], bool]) -> Iterator[Row]:
    with tempfile.TemporaryDirectory(prefix="otayori-ical-") as folder:
        driver = build(Path(folder))
        output = subprocess.run(
            [FOLDER / "run"], env=os.environ | {"ICAL_BENCHMARK": str(driver)}, stdout=subprocess.PIPE, text=True, check=True
        ).stdout
    for kind, *numbers in LINE.findall(output):
        seconds, memory, peer_seconds, peer_memory = map(float, numbers)
        if asked(f"ical-{kind}"):
            times = peer_seconds / seconds
            yield at_most(
                f"ical-{kind}", seconds * 1000, "ms", round(peer_seconds * 1000 / WANTED[kind], 2), peer_seconds * 1000,
                f"{times:.1f} times as fast as libical",
            )
        if kind in MEMORY and asked(MEMORY[kind]):
            yield at_most(MEMORY[kind], memory, "MB", peer_memory, peer_memory, "libical's own")


def build(folder: Path) -> Path:
    """The driver, with the library as it is shipped."""
    print("  building the driver", flush=True)
    driver = folder / "driver"
    subprocess.run(
        [
            "swiftc", "-O", "-wmo", "-swift-version", "6", "-static-stdlib", "-parse-as-library", "-module-name", "ICalBenchmark",
            "-I", BINARIES / "Modules", *sorted((FOLDER / "Sources").glob("*.swift")),
            *sorted((BINARIES / "ICalKit.build").glob("*.o")), "-o", driver,
        ],
        check=True, cwd=folder,
    )
    return driver


CHAPTERS = (
    Chapter(
        "iCalendar: 10,000 events and 1,000 rules beside libical", (*(f"ical-{kind}" for kind in WANTED), *MEMORY.values()),
        measure,
    ),
)
