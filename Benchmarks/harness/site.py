"""The three towns that are measured, each prepared once in a folder of its own."""

from __future__ import annotations

import contextlib
import gzip
import itertools
import os
import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .program import Nginx, NoticeServer
from .town import CLASSES, Child, Options, School, Town

#: An officer's device signs in here before the town moves in.
CAPITAL = "es-01"


def elementary(count: int) -> list[School]:
    return [School(f"es-{number:02}", 6) for number in range(1, count + 1)]


def junior_high(count: int) -> list[School]:
    return [School(f"jh-{number:02}", 3) for number in range(1, count + 1)]


def sixty() -> tuple[Town, dict]:
    """1,000 households with one child each see one of 60 calendars of 300 events."""
    town = Town(elementary(10))
    places = [Child(school, grade) for school in town.schools for grade in range(1, 7)]
    town.families = [([places[number % 60]], [Options()]) for number in range(1000)]
    return town, {"common": 120, "of_each_grade": 180}


def thousand() -> tuple[Town, dict]:
    """1,000 households with two children each; no two see the same 300 events."""
    town = Town(elementary(67))
    pairs = [
        [Child(school, first), Child(school, second)]
        for school in town.schools for first, second in itertools.combinations(range(1, 7), 2)
    ]
    town.families = [(children, [Options()]) for children in pairs[:1000]]
    return town, {"common": 100, "of_each_grade": 100}


def city() -> tuple[Town, dict]:
    """77 schools, 30,000 households with 66,000 feeds, 40,000 events."""
    primary, secondary = elementary(52), junior_high(25)
    town = Town(primary + secondary)
    chance = random.Random(77)
    places = [(school, grade) for school in town.schools for grade in range(1, school.grades + 1)]
    for _ in range(30_000):
        school, grade = chance.choice(places)
        children = [Child(school, grade, chance.randint(1, CLASSES))]
        if chance.random() < 0.4:
            children.append(sibling(children[0], primary, secondary, chance))
        town.families.append((children, [options(chance)]))
    for _ in range(36_000):
        chance.choice(town.families)[1].append(options(chance))
    return town, {"common": 150, "of_each_grade": 70, "in_classes": 0.2, "total": 40_000}


def sibling(child: Child, primary: list[School], secondary: list[School], chance: random.Random) -> Child:
    """At the same school, or at the other one of the same quarter."""
    number = int(child.school.name[-2:]) - 1
    if chance.random() < 0.6:
        school = child.school
    elif child.school.grades == 6:
        school = secondary[number % len(secondary)]
    else:
        school = primary[(number + len(secondary) * chance.randrange(2)) % len(primary)]
    return Child(school, chance.randint(1, school.grades), chance.randint(1, CLASSES))


def options(chance: random.Random) -> Options:
    return chance.choices(
        [Options(), Options(detail="titles"), Options(reminders="1440"), Options(language="en")], (88, 6, 4, 2)
    )[0]


TOWNS = {"sixty": sixty, "thousand": thousand, "city": city}


@dataclass
class Site:
    """A prepared town: our server's folder, an officer's device token, and the feeds."""

    folder: Path
    town: Town
    token: str

    @property
    def paths(self) -> list[str]:
        return [f"/feeds/{token}.ics" for token in self.town.tokens]

    @contextlib.contextmanager
    def serving(self) -> Iterator[NoticeServer]:
        server = NoticeServer(self.folder)
        server.start()
        try:
            yield server
        finally:
            server.stop()

    @contextlib.contextmanager
    def duel(self) -> Iterator[tuple[NoticeServer, Path, Nginx, Path]]:
        """Ours and nginx with the same answers, and for each the list of paths and entity tags."""
        with self.serving() as server:
            ours, peers = self.folder / "ours.txt", self.folder / "peer.txt"
            self._publish(server, ours)
            nginx = Nginx(self.folder)
            nginx.start()
            try:
                self._compare(server, nginx, peers)
                yield server, ours, nginx, peers
            finally:
                nginx.stop()

    def _publish(self, server: NoticeServer, tags: Path) -> None:
        """Copies every feed to where nginx finds it; equal ones are one file with several names."""
        folder = self.folder / "www" / "feeds"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        known: dict[str, str] = {}
        lines = []
        for path in self.paths:
            status, fields, packed = server.get(path, Accept_Encoding="gzip")
            assert status == 200 and fields["content-encoding"] == "gzip", (path, status)
            name, tag = path.rpartition("/")[2], fields["etag"]
            if tag in known:
                os.link(folder / known[tag], folder / name)
                os.link(folder / f"{known[tag]}.gz", folder / f"{name}.gz")
            else:
                known[tag] = name
                (folder / name).write_bytes(gzip.decompress(packed))
                (folder / f"{name}.gz").write_bytes(packed)
            lines.append(f"{path} {tag}\n")
        tags.write_text("".join(lines))
        sizes = [(folder / name).stat().st_size for name in known.values()]
        packed = [(folder / f"{name}.gz").stat().st_size for name in known.values()]
        print(
            f"  {len(lines):,} feeds, {len(known):,} contents, on average {sum(sizes) // len(sizes):,} bytes, "
            f"{sum(packed) // len(packed):,} in gzip"
        )

    def _compare(self, server: NoticeServer, nginx: Nginx, tags: Path) -> None:
        """Both must give the same bytes, and 304 for their own tags."""
        lines = []
        for path in self.paths:
            status, fields, _ = nginx.get(path, Accept_Encoding="gzip")
            assert status == 200, (path, status)
            lines.append(f"{path} {fields['etag']}\n")
        tags.write_text("".join(lines))
        for path in self.paths[::97]:
            for how in ({"Accept_Encoding": "gzip"}, {}):
                mine, other = server.get(path, **how), nginx.get(path, **how)
                assert (mine[0], mine[2]) == (other[0], other[2]) == (200, mine[2]), path
                for one, answer in ((server, mine), (nginx, other)):
                    again = one.get(path, If_None_Match=answer[1]["etag"], **how)
                    assert again[0] == 304 and not again[2], (type(one).__name__, path, again[0])


def prepare(name: str, folder: Path) -> Site:
    """Lets the server make its schema and an officer sign in, then moves the town in."""
    print(f"  preparing the town “{name}”", flush=True)
    town, measure = TOWNS[name]()
    folder.mkdir(parents=True)
    town.write_associations(folder / "associations")
    server = NoticeServer(folder)
    server.start()
    token = server.sign_in(CAPITAL)
    server.stop()
    town.write(folder / "data" / "notice.sqlite", **measure)
    return Site(folder, town, token)
