"""What a household's calendar must hold, computed without any of the project's code.

Input is what the school wrote: rows of its event CSV and the labels of its letters. Rules are those of the product:
whose grade counts, how a summary is written, what is all-day, what has left the calendar by a given day.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

KINDS = {"行事": "event", "締切": "deadline", "休業": "closure", "情報": "information"}
STATES = {"確定": "confirmed", "予定": "tentative", "中止": "cancelled"}
MARKS = {"deadline": "【締切】", "closure": "【休み】"}
DAY = timedelta(days=1)


@dataclass(frozen=True)
class School:
    id: str
    last_grade: int
    prefix: str


@dataclass(frozen=True)
class Seat:
    """One child's place: who entered a school in a year is in the grade that follows from the day."""

    school: School
    entry: int
    room: int | None = None
    room_year: int | None = None

    def grade(self, year: int) -> int | None:
        grade = year - self.entry + 1
        return grade if 1 <= grade <= self.school.last_grade else None

    def room_in(self, year: int) -> int | None:
        return self.room if self.room_year in (None, year) else None


@dataclass(frozen=True)
class Event:
    school: School
    title: str
    kind: str
    first: date
    begins: time | None
    last: date
    ends: time | None
    status: str
    grades: tuple[int, ...]
    classes: tuple[str, ...] = ()
    rain: tuple[date, ...] = ()
    place: str = ""
    source: str = ""
    continuous: bool = False
    #: The last published first day, when date, time or place were changed after a publication.
    was_on: date | None = None


@dataclass(frozen=True, order=True)
class Item:
    """One VEVENT as a calendar program shows it; an all-day end is the day after the last one."""

    summary: str
    start: str
    end: str | None
    all_day: bool
    tentative: bool = field(default=False)


def school_year(day: date) -> int:
    return day.year if day.month >= 4 else day.year - 1


# Reading what the school wrote


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def event_from_row(row: dict[str, str], school: School) -> Event:
    first = date.fromisoformat(row["開始日"])
    last = date.fromisoformat(row["終了日"]) if row["終了日"] else first
    return Event(
        school=school,
        title=row["行事名"],
        kind=KINDS[row["種別"]],
        first=first,
        begins=clock_time(row["開始時刻"]),
        last=last,
        ends=clock_time(row["終了時刻"]),
        status=STATES[row["状態"]],
        grades=grades_of(row["対象学年"], row["対象学級"], school),
        classes=tuple(re.sub(r"(\d+)年(\d+)組", r"\1-\2", name) for name in row["対象学級"].split(";") if name),
        rain=tuple(date.fromisoformat(day) for day in row["予備日"].split(";") if day),
        place=row["場所"],
        source=row["行事ID"],
    )


def grades_of(text: str, classes: str, school: School) -> tuple[int, ...]:
    if text == "全学年":
        return tuple(range(1, school.last_grade + 1))
    if not text and classes:
        return tuple(sorted({int(grade) for grade in re.findall(r"(\d+)年\d+組", classes)}))
    return tuple(int(grade.removesuffix("年")) for grade in text.split(";") if grade)


def clock_time(text: str) -> time | None:
    return time.fromisoformat(text) if text else None


def labels(path: Path) -> list[dict]:
    return json.loads(path.read_text(encoding="utf-8"))["events"]


def event_from_label(label: dict, school: School) -> Event:
    first, begins = moment(label["start"])
    last, ends = moment(label["end"]) if label["end"] else (first, None)
    return Event(
        school=school,
        title=label["title"],
        kind=label["kind"],
        first=first,
        begins=begins,
        last=last,
        ends=ends,
        status=label["status"],
        grades=tuple(label["grades"]),
        classes=tuple(label["classes"]),
        rain=tuple(date.fromisoformat(day) for day in label["rain_dates"]),
        place=label["place"] or "",
        continuous=not label["all_day"],
    )


def moment(text: str) -> tuple[date, time | None]:
    if "T" in text:
        stamp = datetime.fromisoformat(text)
        return stamp.date(), stamp.time()
    return date.fromisoformat(text), None


def updated(published: Event, label: dict) -> Event:
    """The event after a letter's entry that names it: what is null there keeps its value, the rest replaces it."""
    new = event_from_label(label, published.school)
    keeps_end = label["end"] is None and label["kind"] != "deadline"
    last = published.last if keeps_end else new.last
    # A range without hours says nothing against the hours of each day that are known.
    keeps_hours = label["all_day"] and last > new.first
    revised = replace(
        new,
        source=published.source,
        place=label["place"] or published.place,
        begins=published.begins if keeps_hours else new.begins,
        last=last,
        ends=published.ends if keeps_end or keeps_hours else new.ends,
        was_on=published.was_on,
    )
    when_and_where = lambda event: (event.first, event.begins, event.last, event.ends, event.place)
    if when_and_where(revised) != when_and_where(published):
        return replace(revised, was_on=published.first)
    return revised


def moved(published: Event, first: date) -> Event:
    """Moved to another day: hours and length stay, rain dates of the old day are gone."""
    shift = first - published.first
    return replace(published, first=first, last=published.last + shift, rain=(), was_on=published.first)


def cancelled(published: Event) -> Event:
    return replace(published, status="cancelled")


# What a household sees


def feed(events: list[Event], seats: list[Seat], day: date) -> Counter[Item]:
    """Every VEVENT of the household's calendar on `day`; a counter, so that doubles show."""
    return Counter(item for event in events for item in items(event, seats, day))


def items(event: Event, seats: list[Seat], day: date) -> list[Item]:
    label = audience_label(event, seats)
    if label is None or not in_window(event, day):
        return []
    if event.status == "cancelled" and event.last < day:
        return []
    start, end, all_day = span(event)
    tentative = event.status == "tentative"
    found = [Item(summary(event, label, day), start, end, all_day, tentative)]
    if event.status != "cancelled" and event.was_on in (None, event.first):
        found += [
            Item(f"予備日 {event.title}（{label}）", rain.isoformat(), (rain + DAY).isoformat(), True, True)
            for rain in event.rain
            if rain >= day
        ]
    return found


def audience_label(event: Event, seats: list[Seat]) -> str | None:
    """The household's own grades that the item concerns, or None when it concerns none of them."""
    year = school_year(event.first)
    grades = set()
    for seat in seats:
        grade = seat.grade(year)
        if seat.school == event.school and grade in event.grades and room_fits(event, grade, seat.room_in(year)):
            grades.add((grade, rooms_shown(event, grade, seat.room_in(year))))
    if not grades:
        return None
    prefix = event.school.prefix if len({seat.school for seat in seats}) > 1 else ""
    whole = "・".join(str(grade) for grade, rooms in sorted(grades) if not rooms)
    bound = [f"{prefix}{grade}年{rooms}" for grade, rooms in sorted(grades) if rooms]
    return "・".join(([prefix + whole + ("" if prefix else "年")] if whole else []) + bound)


def room_fits(event: Event, grade: int, room: int | None) -> bool:
    bound = [int(name.split("-")[1]) for name in event.classes if int(name.split("-")[0]) == grade]
    return not bound or room is None or room in bound


def rooms_shown(event: Event, grade: int, room: int | None) -> str:
    bound = [int(name.split("-")[1]) for name in event.classes if int(name.split("-")[0]) == grade]
    if not bound:
        return ""
    return "・".join(str(each) for each in ([room] if room in bound else sorted(bound))) + "組"


def summary(event: Event, label: str, day: date) -> str:
    front = ""
    if event.status == "cancelled":
        front = "中止 "
    elif event.was_on is not None and day <= event.last:
        front = f"変更 {short(event.was_on)}→{short(event.first)} "
        if event.was_on == event.first:
            front = f"変更 {short(event.first)} "
    return f"{front}{MARKS.get(event.kind, '')}{event.title}（{label}）"


def short(day: date) -> str:
    return f"{day.month}/{day.day}"


def span(event: Event) -> tuple[str, str | None, bool]:
    begins, ends = event.begins, event.ends
    if event.kind == "deadline" and (ends or begins):
        return stamp(event.last, ends or begins), None, False
    if event.last != event.first and not (event.continuous and begins):
        return event.first.isoformat(), (event.last + DAY).isoformat(), True
    if begins is None:
        return event.first.isoformat(), (event.last + DAY).isoformat(), True
    return stamp(event.first, begins), stamp(event.last, ends) if ends else None, False


def stamp(day: date, at: time) -> str:
    return datetime.combine(day, at).strftime("%Y-%m-%dT%H:%M")


def in_window(event: Event, day: date) -> bool:
    """From 1 April of the current school year; in April, of the previous one."""
    oldest = school_year(day) - (1 if day.month == 4 else 0)
    return school_year(event.first) >= oldest
