"""Year plans of days × months: what people read in one, and whether imported events say just that."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from datetime import date, timedelta

from .server import FIXTURES

FOLDER = FIXTURES / "csv"
NENKAN = ["nenkan_2026_elementary.csv", "nenkan_2026_elementary_cp932.csv"]
MONTHS = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3]
Day = tuple[str, str]


def expected() -> list[Day]:
    """Every entry that is no public holiday, by day."""
    entries = json.loads((FOLDER / "nenkan_2026_elementary.expected.json").read_text(encoding="utf-8"))
    return [(entry["date"], entry["text"]) for entry in entries]


def days(event: dict) -> list[Day]:
    """An event by its days; a rain date as the entry that announced it."""
    first, last = date.fromisoformat(event["start"][:10]), date.fromisoformat((event["end"] or event["start"])[:10])
    own = [(first + timedelta(days=n)).isoformat() for n in range((last - first).days + 1)]
    return [(day, event["title"]) for day in own] + [(day, "予備日") for day in event["rain_dates"]]


def plain(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).replace("〜", "~").replace("～", "~")


#: Cells that name two audiences: two events.
TWO_EVENTS = {
    "卒業式準備(5年) 1～4年13:10下校": {"卒業式準備", "下校"},
    "卒業式(1～4年休業)": {"卒業式", "休業"},
}


def says(text: str, title: str) -> bool:
    """Whether a cell's text is this title: as it stands, without its brackets, or without the grade in front."""
    if title == "予備日":
        return title in text
    if text in TWO_EVENTS:
        return title in TWO_EVENTS[text]
    whole = plain(text)
    forms = {whole, re.sub(r"\([^)]*\)", "", whole)}
    return plain(title) in forms | {re.sub(r"^\d年", "", form) for form in forms}


def missing(events: list[dict]) -> list[Day]:
    """The entries that no event says."""
    found = [each for event in events for each in days(event)]
    return [entry for entry in expected() if not any(day == entry[0] and says(entry[1], title) for day, title in found)]


def invented(events: list[dict]) -> list[Day]:
    """The days of events of which no entry says anything, ranges that a cell names aside."""
    ranges = {"夏の作品展": "2026-09-08", "給食週間": "2027-01-28"}
    return [
        (day, title) for event in events for day, title in days(event)
        if not any(entry == day and says(text, title) for entry, text in expected())
        and not day <= ranges.get(title, "")
    ]


def rows(name: str = NENKAN[0]) -> list[list[str]]:
    return list(csv.reader(io.StringIO((FOLDER / name).read_text(encoding="utf-8-sig"))))


def place(table: list[list[str]], month: int, day: int) -> tuple[int, int]:
    """Row and column, from 0, of the cell with a day's events."""
    return 3 + day, 2 + 2 * MONTHS.index(month)


def written(table: list[list[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(table)
    return text.getvalue().encode("utf-8-sig")
