"""Writes associations, events, households and feeds straight into a server's database, as if they had come through its API.

The server must have made its schema and an officer, and be stopped.
"""

from __future__ import annotations

import base64
import hashlib
import itertools
import random
import sqlite3
import time
import uuid
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from .words import ITEMS, KINDS, NOTES, PLACES, TITLES

TOKYO = timezone(timedelta(hours=9))
CROCKFORD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "0123456789abcdefghjkmnpqrstvwxyz")
CLASSES = 3


def school_year(day: date) -> int:
    return day.year if day.month >= 4 else day.year - 1


def secret(name: str) -> str:
    """A well-formed secret, the same in every run."""
    return base64.b32encode(hashlib.sha256(name.encode()).digest()[:20]).decode().translate(CROCKFORD)


def digest(secret: str) -> bytes:
    return hashlib.sha256(secret.encode()).digest()


@dataclass(frozen=True)
class School:
    """A school and its parents' association of the same name."""

    name: str
    grades: int

    @property
    def stage(self) -> str:
        return "elementary" if self.grades == 6 else "junior_high"


@dataclass(frozen=True)
class Child:
    school: School
    grade: int
    school_class: int | None = None


@dataclass(frozen=True)
class Options:
    detail: str = "full"
    language: str = "ja"
    reminders: str = ""


@dataclass
class Town:
    """Plans a town; `write` puts it into the database."""

    schools: list[School]
    seed: int = 2026
    families: list[tuple[list[Child], list[Options]]] = field(default_factory=list)

    def __post_init__(self):
        self.chance = random.Random(self.seed)
        self.year = school_year(datetime.now(TOKYO).date())
        self.tokens: list[str] = []
        #: By token, the school of the first child.
        self.homes: dict[str, School] = {}

    def write_associations(self, folder: Path) -> None:
        for school in self.schools:
            home = folder / school.name
            (home / "schools").mkdir(parents=True)
            (home / "association.yaml").write_text(
                f"name: {{ja: {school.name}育友会}}\nshort_name: 育友会\ntwo_person: flagged\n", encoding="utf-8"
            )
            classes = ", ".join(f"{grade}: {CLASSES}" for grade in range(1, school.grades + 1))
            (home / "schools" / f"{school.name}.yaml").write_text(
                f"name: {{ja: 市立{school.name}学校}}\nstage: {school.stage}\nclasses: {{{classes}}}\n", encoding="utf-8"
            )

    def write(self, database: Path, common: int, of_each_grade: int, in_classes: float = 0, total: int | None = None) -> None:
        """`common` events of each school are for all its grades, `of_each_grade` for one; a share of these for one class.

        `total` fills up with common events of all schools.
        """
        with sqlite3.connect(database) as connection:
            connection.execute("PRAGMA foreign_keys = ON")
            planned = sum(common + of_each_grade * school.grades for school in self.schools)
            more, one_more = divmod((total or planned) - planned, len(self.schools))
            for number, school in enumerate(self.schools):
                notebook = Notebook(connection, school, self.chance, self.year)
                for _ in range(common + more + (1 if number < one_more else 0)):
                    notebook.add(list(range(1, school.grades + 1)))
                for grade, _ in itertools.product(range(1, school.grades + 1), range(of_each_grade)):
                    school_class = self.chance.randint(1, CLASSES) if self.chance.random() < in_classes else None
                    notebook.add([grade], school_class)
                notebook.close()
            for number, (children, feeds) in enumerate(self.families):
                self._settle(connection, number, children, feeds)
        connection.close()

    def _settle(
        self, connection: sqlite3.Connection, number: int, children: list[Child], feeds: list[Options]
    ) -> None:
        now = milliseconds()
        household = self._id()
        connection.execute(
            "INSERT INTO household (id, secret_digest, hidden_groups, created_at) VALUES (?, ?, '', ?)",
            (household, digest(secret(f"household {number}")), now),
        )
        connection.executemany(
            """
            INSERT INTO seat (id, household_id, association_id, school_id, entry_year, class_number, class_year, ends_on,
                created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                (
                    self._id(), household, child.school.name, child.school.name, self.year - child.grade + 1,
                    child.school_class, self.year if child.school_class else None,
                    f"{self.year - child.grade + 1 + child.school.grades}-04-30", now,
                )
                for child in children
            ],
        )
        for index, options in enumerate(feeds):
            token = secret(f"feed {number} {index}")
            self.tokens.append(token)
            self.homes[token] = children[0].school
            connection.execute(
                """
                INSERT INTO feed (id, household_id, token_digest, label, kinds, detail, reminders, language,
                    cancelled_style, created_at)
                VALUES (?, ?, ?, '', 'closure,deadline,event,information', ?, ?, ?, 'summary', ?)
                """,
                (self._id(), household, digest(token), options.detail, options.reminders, options.language, now),
            )

    def _id(self) -> str:
        return str(uuid.UUID(int=self.chance.getrandbits(128), version=4))


class Notebook:
    """One school's events, published with one change set."""

    def __init__(self, connection: sqlite3.Connection, school: School, chance: random.Random, year: int):
        self.connection = connection
        self.school = school
        self.chance = chance
        self.year = year
        self.position = 0
        self.now = milliseconds()
        self.change_set = self._id()
        officer = connection.execute("SELECT id FROM officer WHERE association_id = ?", (school.name,)).fetchone()
        self.officer = officer[0] if officer else self._officer()
        connection.execute(
            """
            INSERT INTO change_set (id, association_id, kind, school_id, state, author_id, created_at, submitted_at,
                cleared_by, cleared_at, publisher_id, published_at)
            VALUES (?, ?, 'events', ?, 'published', ?, ?, ?, 'not_required', ?, ?, ?)
            """,
            (self.change_set, school.name, school.name, self.officer, *[self.now] * 3, self.officer, self.now),
        )
        self.rows: dict[str, list[tuple]] = {}

    def add(self, grades: list[int], school_class: int | None = None) -> None:
        """One event on a day of the school year."""
        event, content, first, last = self._id(), *self._content(grades, school_class)
        self._row("event", event, self.school.name, self.school.name, None, "school", self.now, 1, 1)
        self._row("change_item", self.change_set, self.position, event, "create", 0, 1, *content)
        self._row(
            "event_revision", event, 1, self.change_set, self.now, 0, None, None, None, None, 1, "school", *content
        )
        self._row("event_listing", self.school.name, first, event, self.change_set)
        for grade in grades:
            entry_year = school_year(date.fromisoformat(first)) - grade + 1
            self._row("event_cohort", self.school.name, self.school.name, entry_year, last, event)
        self.position += 1

    def close(self) -> None:
        for table in ("event", "change_item", "event_revision", "event_listing", "event_cohort"):
            rows = self.rows.get(table, [])
            if rows:
                marks = ", ".join("?" * len(rows[0]))
                self.connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)

    def _content(self, grades: list[int], school_class: int | None) -> tuple[tuple, str, str]:
        chance = self.chance
        kind = chance.choice(KINDS)
        first = date(self.year, 4, 1) + timedelta(days=chance.randrange(365))
        last = first + timedelta(days=chance.choice((0,) * 12 + (1, 2)) if kind == "event" else 0)
        start = chance.randrange(8 * 60, 16 * 60, 10) if chance.random() < 0.6 else None
        end = start + chance.randrange(30, 180, 10) if start and kind == "event" else None
        status = chance.choice(("confirmed",) * 18 + ("tentative", "cancelled"))
        rain = last + timedelta(days=7) if chance.random() < 0.05 else None
        items = chance.sample(ITEMS, chance.choice((0, 0, 0, 1, 2)))
        content = (
            chance.choice(TITLES[kind]), kind, status, first.isoformat(), last.isoformat(), start, end, 0, "exact", 0,
            self.school.name, ",".join(map(str, grades)), f"{grades[0]}-{school_class}" if school_class else "", "",
            chance.choice(PLACES), rain.isoformat() if rain else "", "\n".join(items), None, chance.choice(NOTES),
        )
        return content, first.isoformat(), (rain or last).isoformat()

    def _officer(self) -> str:
        officer = self._id()
        self.connection.execute(
            "INSERT INTO officer (id, association_id, name, role, created_at) VALUES (?, ?, '役員', 'admin', ?)",
            (officer, self.school.name, self.now),
        )
        return officer

    def _row(self, table: str, *values) -> None:
        self.rows.setdefault(table, []).append(values)

    def _id(self) -> str:
        return str(uuid.UUID(int=self.chance.getrandbits(128), version=4))


def milliseconds() -> int:
    return int(time.time() * 1000)
