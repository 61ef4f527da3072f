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


# The same plan as other schools would lay it out


def layouts() -> dict[str, bytes]:
    months, days, source = MONTHS, range(1, 32), rows()

    def both(month: int, day: int) -> list[str]:
        """The weekday and the events of a day."""
        row, column = place(source, month, day)
        return source[row][column - 1:column + 1]

    def number(month: int, day: int) -> str:
        return str(day) if both(month, day)[0] else ""

    def table(months: list[int], title: list[str]) -> list[list[str]]:
        head = ["日"] + flat([f"{month}月", ""] for month in months) + ["備考"]
        return [title, head] + [[str(day)] + flat(both(month, day) for month in months) + [""] for day in days]

    wide = str.maketrans("0123456789()", "０１２３４５６７８９（）")
    title = ["令和8年度 行事予定"]
    return {
        "a day column in every month": written(
            [title, flat(["日", f"{month}月", ""] for month in months)]
            + [flat([number(month, day), *both(month, day)] for month in months) for day in days]
        ),
        "weekday before the month's heading": written(
            [title, ["日"] + flat(["", f"{month}月"] for month in months)]
            + [[str(day)] + flat(both(month, day) for month in months) for day in days]
        ),
        "one column a month, full width": written(
            [title, ["日"] + [f"{month}月".translate(wide) for month in months]]
            + [[f"{day}日".translate(wide)] + [both(month, day)[1].translate(wide) for month in months] for day in days]
        ),
        "day and weekday in one cell, years in the headings": written(
            [flat([f"{2026 if month > 3 else 2027}年{month}月", ""] for month in months)]
            + [
                flat([f"{day}({both(month, day)[0]})" if number(month, day) else "", both(month, day)[1]] for month in months)
                for day in days
            ]
        ),
        "two halves below each other": written(table(months[:6], title) + [["授業日数", "", "17"]] + table(months[6:], ["後期"])),
        "three terms, no school year": written(
            table(months[:4], ["1学期"]) + table(months[4:9], ["2学期"]) + table(months[9:], ["3学期"])
        ),
        "month by month": written(
            [title] + flat(
                [[f"{month}月"], ["日", "曜", "行事"]] + [[str(day), *both(month, day)] for day in days if number(month, day)]
                for month in months
            )
        ),
        "on its side": written(
            [title, ["月", "", *map(str, days)]] + flat(
                [
                    [f"{month}月", "曜", *(both(month, day)[0] for day in days)],
                    ["", "行事", *(both(month, day)[1] for day in days)],
                ]
                for month in months
            )
        ),
    }


def flat(lists) -> list:
    return [each for some in lists for each in some]
