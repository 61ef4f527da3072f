"""Calendars over the wire, beside nginx with the same bytes."""

from __future__ import annotations

import contextlib
import statistics
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from . import load
from .program import WORKERS, Nginx, NoticeServer
from .rows import Chapter, Row, at_least, at_most
from .site import Site, prepare

SECONDS = 5
STARTS = 11
#: The least share of nginx's rate, by mode.
WANTED = {"304": 0.30, "gzip": 0.50, "raw": 0.60}


@contextlib.contextmanager
def site(name: str) -> Iterator[Site]:
    with tempfile.TemporaryDirectory(prefix=f"otayori-{name}-") as folder:
        yield prepare(name, Path(folder) / name)


def sixty(asked: Callable[[str], bool]) -> Iterator[Row]:
    with site("sixty") as town:
        if any(map(asked, ("feeds-304", "feeds-gzip", "feeds-raw", "feeds-memory"))):
            with town.duel() as duel:
                yield from rates("feeds", duel, asked, WANTED)
                if asked("feeds-memory"):
                    yield memory("feeds-memory", duel, limit=60)
        if asked("feeds-start"):
            yield start(town)


def thousand(asked: Callable[[str], bool]) -> Iterator[Row]:
    with site("thousand") as town, town.duel() as duel:
        yield from rates("distinct", duel, asked, {})
        if asked("distinct-memory"):
            yield memory("distinct-memory", duel, limit=None)


def rates(
    prefix: str, duel: tuple[NoticeServer, Path, Nginx, Path], asked: Callable[[str], bool], wanted: dict[str, float]
) -> Iterator[Row]:
    ours, our_list, nginx, peer_list = duel
    for mode in load.MODES:
        name = f"{prefix}-{mode}"
        if not asked(name):
            continue
        print(f"  {name}: {load.RUNS} × {SECONDS} s each, {WORKERS} workers each", flush=True)
        result = load.duel(ours, our_list, nginx, peer_list, mode, SECONDS)
        remark = (
            f"{result.ours.processor_microseconds:.1f} µs of processor a request beside "
            f"{result.peer.processor_microseconds:.1f}; p99 {result.ours.p99_milliseconds:.1f} ms beside "
            f"{result.peer.p99_milliseconds:.1f}"
        )
        yield at_least(
            name, result.ours.per_second, result.peer.per_second, "requests/s", result.ratio, wanted.get(mode), remark
        )


def memory(name: str, duel: tuple[NoticeServer, Path, Nginx, Path], limit: float | None) -> Row:
    """After every form of every calendar was asked for under load."""
    ours, our_list, nginx, peer_list = duel
    for mode in load.MODES:
        load.run(ours, our_list, mode, 2), load.run(nginx, peer_list, mode, 2)
    return at_most(
        name, ours.megabytes(), "MB", limit, nginx.megabytes(), remark=f"at most {ours.most_megabytes():.1f} MB before"
    )


def start(town: Site) -> Row:
    """From starting the program to the last byte of the first calendar."""
    path = town.paths[0]
    print(f"  feeds-start: {STARTS} starts", flush=True)
    times = []
    for _ in range(STARTS):
        server = NoticeServer(town.folder)
        times.append(server.start(path) * 1000)
        server.stop()
    return at_most("feeds-start", statistics.median(times), "ms", 100, remark=f"fastest {min(times):.0f} ms")


CHAPTERS = (
    Chapter(
        "1,000 households × 300 events over 60 contents",
        ("feeds-304", "feeds-gzip", "feeds-raw", "feeds-memory", "feeds-start"), sixty,
    ),
    Chapter(
        "1,000 households × 300 events, every content its own",
        ("distinct-304", "distinct-gzip", "distinct-raw", "distinct-memory"), thousand,
    ),
)
