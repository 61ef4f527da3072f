"""ICalKit beside libical: the same corpus, the same sums, one thread."""

from __future__ import annotations

import re
import shutil
import statistics
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from .program import BINARIES, REPOSITORY
from .rows import Chapter, Row, at_least, at_most

SOURCES = REPOSITORY / "Benchmarks" / "ICal"
RUNS = 5
#: What is done, on which file, and how many times as fast as libical it should be.
WORK = {
    "parse": ("corpus.ics", 2.0), "write": ("corpus.ics", 2.0), "rules": ("rules.txt", 8.0), "window": ("corpus.ics", 3.0),
}


def measure(asked: Callable[[str], bool]) -> Iterator[Row]:
    with tempfile.TemporaryDirectory(prefix="otayori-ical-") as name:
        folder = Path(name)
        ours, peer = build(folder)
        subprocess.run([ours, "generate", folder], check=True, stdout=subprocess.DEVNULL)
        for work, (file, wanted) in WORK.items():
            if asked(f"ical-{work}") or (work == "parse" and asked("ical-memory")):
                yield from duel(work, ours, peer, folder / file, wanted, asked)


def build(folder: Path) -> tuple[Path, Path]:
    """Our driver with the library as it is shipped; libical's with the system's compiler."""
    print("  building both drivers", flush=True)
    ours, peer = folder / "ours", folder / "peer"
    objects = sorted((BINARIES / "ICalKit.build").glob("*.o"))
    subprocess.run(
        [
            "swiftc", "-O", "-wmo", "-swift-version", "6", "-static-stdlib", "-parse-as-library",
            "-enable-upcoming-feature", "MemberImportVisibility", "-module-name", "ICalBenchmark",
            "-I", BINARIES / "Modules", *sorted((SOURCES / "Sources").glob("*.swift")), *objects, "-o", ours,
        ],
        check=True, cwd=folder,
    )
    compiler = shutil.which("cc") or shutil.which("clang") or "cc"
    subprocess.run([compiler, "-O2", SOURCES / "libical-driver.c", "-o", peer, "-lical"], check=True)
    return ours, peer


def duel(
    work: str, ours: Path, peer: Path, file: Path, wanted: float, asked: Callable[[str], bool]
) -> Iterator[Row]:
    print(f"  ical-{work}: {RUNS} × 3 rounds each", flush=True)
    pairs = [(run(ours, work, file), run(peer, work, file)) for _ in range(RUNS)]
    mine, other = ([pair[side] for pair in pairs] for side in (0, 1))
    assert mine[0]["sum"] == other[0]["sum"], f"{work}: the two do not agree: {mine[0]}, {other[0]}"
    ratio = statistics.median(b["seconds"] / a["seconds"] for a, b in pairs)
    if asked(f"ical-{work}"):
        amount, unit = quantity(mine[0], file)
        rates = [amount / statistics.median(one["seconds"] for one in side) for side in (mine, other)]
        yield at_least(f"ical-{work}", *rates, unit, ratio, wanted, "")
    if work == "parse" and asked("ical-memory"):
        megabytes = [max(one["resident_kib"] for one in side) / 1024 for side in (mine, other)]
        yield at_most("ical-memory", megabytes[0], "MB", round(megabytes[1], 1), megabytes[1], remark="libical's own")


def run(driver: Path, work: str, file: Path) -> dict:
    """The fastest of three rounds."""
    output = subprocess.run([driver, work, file, "3"], capture_output=True, text=True, check=True).stdout
    rounds = [dict(re.findall(r"(\w+)=(\S+)", line)) for line in output.splitlines()]
    sums = {line.partition(" seconds=")[0] for line in output.splitlines()}
    assert len(sums) == 1, output
    best = min(rounds, key=lambda one: float(one["seconds"]))
    return best | {
        "seconds": float(best["seconds"]), "resident_kib": int(best["resident_kib"]),
        # The two writers fold alike but need not agree on every optional octet.
        "sum": None if work == "write" else sums.pop(),
    }


def quantity(result: dict, file: Path) -> tuple[float, str]:
    if "instances" in result:
        return int(result["instances"]), "instances/s"
    if "occurrences" in result:
        return int(result["occurrences"]), "occurrences/s"
    return (int(result["bytes"]) if "bytes" in result else file.stat().st_size) / 1e6, "MB/s"


CHAPTERS = (
    Chapter(
        "iCalendar: 10,000 events", ("ical-parse", "ical-write", "ical-rules", "ical-window", "ical-memory"), measure
    ),
)
