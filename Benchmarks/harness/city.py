"""A whole city on one server."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from http.client import HTTPConnection

from .feeds import site
from .program import NoticeServer
from .rows import Chapter, Row, at_most
from .site import CAPITAL, Site
from .town import TOKYO

STARTS = 5
CHANGES = 15
READERS = 16


def measure(asked: Callable[[str], bool]) -> Iterator[Row]:
    with site("city") as city:
        if asked("city-ready"):
            yield ready(city)
        with city.serving() as server:
            if asked("city-memory") or asked("city-fetch"):
                yield from fetches(server, city, asked)
            if asked("city-change"):
                yield change(server, city)


def ready(city: Site) -> Row:
    times = []
    for _ in range(STARTS):
        server = NoticeServer(city.folder)
        times.append(server.start("/healthz"))
        server.stop()
    return at_most("city-ready", statistics.median(times), "s", 2)


def fetches(server: NoticeServer, city: Site, asked: Callable[[str], bool]) -> Iterator[Row]:
    """Every token once, by several readers at a time; then what stays in memory."""
    print(f"  fetching {len(city.paths):,} calendars; takes minutes", flush=True)
    begin = time.perf_counter()
    with ThreadPoolExecutor(READERS) as readers:
        list(readers.map(lambda share: fetch(server, share), [city.paths[number::READERS] for number in range(READERS)]))
    seconds = time.perf_counter() - begin
    if asked("city-memory"):
        yield at_most(
            "city-memory", server.most_megabytes(), "MB", 200, remark=f"the most ever; {server.megabytes():.1f} MB after"
        )
    if asked("city-fetch"):
        yield at_most(
            "city-fetch", seconds / len(city.paths) * 1e6, "µs", None, remark="a calendar of a household asked for first"
        )


def fetch(server: NoticeServer, paths: list[str]) -> None:
    connection = HTTPConnection("127.0.0.1", server.port, timeout=60)
    for path in paths:
        connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
        answer = connection.getresponse()
        body = answer.read()
        assert answer.status == 200 and body, (path, answer.status)
    connection.close()


def change(server: NoticeServer, city: Site) -> Row:
    """Publishes an event for all grades of a school; the next request must carry it."""
    path = next(path for path, token in zip(city.paths, city.town.tokens) if city.town.homes[token].name == CAPITAL)
    times = []
    for number in range(CHANGES):
        before = server.get(path, Accept_Encoding="gzip")[1]["etag"]
        publish(server, city, number)
        begin = time.perf_counter()
        status, fields, _ = server.get(path, Accept_Encoding="gzip")
        times.append((time.perf_counter() - begin) * 1000)
        assert status == 200 and fields["etag"] != before, (status, fields)
    return at_most(
        "city-change", statistics.median(times), "ms", 50, remark=f"slowest of {CHANGES}: {max(times):.1f} ms"
    )


def publish(server: NoticeServer, city: Site, number: int) -> None:
    day = datetime.now(TOKYO).date() + timedelta(days=7 + number)
    event = {"school": CAPITAL, "title": f"臨時の全校行事 {number}", "start": day.isoformat(), "grades": [1, 2, 3, 4, 5, 6]}
    change_set = server.call("POST", "/events", event, city.token)["id"]
    server.call("POST", f"/change-sets/{change_set}/submit", None, city.token)
    server.call("POST", f"/change-sets/{change_set}/publish", None, city.token)


CHAPTERS = (
    Chapter(
        "A city: 77 schools, 30,000 households, 66,000 feeds, 40,000 events",
        ("city-ready", "city-memory", "city-fetch", "city-change"), measure,
    ),
)
