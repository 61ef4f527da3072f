"""64 connections that are kept alive, each asking for the next calendar as soon as it has one (wrk)."""

from __future__ import annotations

import re
import statistics
import subprocess
from dataclasses import dataclass
from pathlib import Path

from .program import WORKERS, Program

CONNECTIONS = 64
#: Alternating between the two servers, so that whatever else the machine does meets both.
RUNS = 5
MODES = ("304", "gzip", "raw")


@dataclass
class Answered:
    """What one run saw."""

    per_second: float
    p99_milliseconds: float
    processor_microseconds: float


def run(program: Program, list_file: Path, mode: str, seconds: float) -> Answered:
    before = program.processor_seconds()
    output = subprocess.run(
        [
            "wrk", "-t", str(min(WORKERS, 2)), "-c", str(CONNECTIONS), "-d", f"{max(1, round(seconds))}s",
            "-s", str(Path(__file__).parent / "rotate.lua"), f"http://127.0.0.1:{program.port}", "--",
            str(list_file), mode,
        ],
        capture_output=True, text=True, check=True,
    ).stdout
    used = program.processor_seconds() - before
    seen = {name: int(value) for name, value in re.findall(r"(\w+)=(\d+)", output)}
    if seen["failures"] or not seen["requests"]:
        raise SystemExit(f"{type(program).__name__}, {mode}: {output}")
    return Answered(
        seen["requests"] / seen["microseconds"] * 1e6, seen["p99"] / 1000, used / seen["requests"] * 1e6
    )


@dataclass
class Duel:
    """Medians of alternating runs."""

    ours: Answered
    peer: Answered
    ratio: float


def duel(ours: Program, our_list: Path, peer: Program, peer_list: Path, mode: str, seconds: float) -> Duel:
    run(ours, our_list, mode, 1), run(peer, peer_list, mode, 1)
    pairs = [(run(ours, our_list, mode, seconds), run(peer, peer_list, mode, seconds)) for _ in range(RUNS)]
    mine, other = median([pair[0] for pair in pairs]), median([pair[1] for pair in pairs])
    return Duel(mine, other, statistics.median(a.per_second / b.per_second for a, b in pairs))


def median(runs: list[Answered]) -> Answered:
    return Answered(*(
        statistics.median(getattr(one, name) for one in runs)
        for name in ("per_second", "p99_milliseconds", "processor_microseconds")
    ))
