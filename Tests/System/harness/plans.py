"""Year plans as a school office would save them, and variations of one."""

from __future__ import annotations

import csv
import io
import random
from datetime import date, timedelta

import oracle

from .server import FIXTURES

YEAR_PLAN = FIXTURES / "events_2026_juniorhigh.csv"
COLUMNS = [
    "行事ID", "行事名", "種別", "開始日", "曜日", "終了日", "開始時刻", "終了時刻", "対象学年", "対象学級", "場所", "予備日",
    "持ち物", "状態", "備考",
]
Rows = list[dict[str, str]]
WEEKDAYS = "月火水木金土日"


def year_plan() -> Rows:
    return oracle.rows(YEAR_PLAN.read_text(encoding="utf-8-sig"))


def row(title: str = "遠足", day: str = "2026-06-05", **cells: str) -> dict[str, str]:
    """One row; the weekday follows from the day unless it is given."""
    blank = dict.fromkeys(COLUMNS, "")
    plain = {"行事名": title, "種別": "行事", "開始日": day, "対象学年": "全学年", "状態": "確定"}
    filled = blank | plain | cells
    if "曜日" not in cells:
        try:
            filled["曜日"] = WEEKDAYS[date.fromisoformat(filled["開始日"]).weekday()]
        except ValueError:
            pass
    return filled


def written(rows: Rows, encoding: str = "utf-8-sig", columns: list[str] = COLUMNS) -> bytes:
    """The file's bytes: with CRLF, as Excel writes it; `utf-8-sig` has a byte order mark."""
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\r\n", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode(encoding)


def shuffled(rows: Rows, seed: int) -> Rows:
    mixed = list(rows)
    random.Random(seed).shuffle(mixed)
    return mixed


def shifted(rows: Rows, days: int) -> Rows:
    """Everything later by whole weeks, so that the weekdays still fit."""

    def later(text: str) -> str:
        return (date.fromisoformat(text) + timedelta(days=days)).isoformat() if text else ""

    return [
        row | {
            "開始日": later(row["開始日"]),
            "終了日": later(row["終了日"]),
            "予備日": ";".join(later(day) for day in row["予備日"].split(";")),
        }
        for row in rows
    ]


def regraded(rows: Rows, seed: int) -> Rows:
    """Every row for grades, or one class, drawn at random."""
    chance = random.Random(seed)
    return [row | chance.choice([random_grades, random_class])(chance) for row in rows]


def random_grades(chance: random.Random) -> dict[str, str]:
    grades = sorted(chance.sample([1, 2, 3], chance.randint(0, 3)))
    text = "全学年" if grades == [1, 2, 3] else ";".join(f"{grade}年" for grade in grades)
    return {"対象学年": text, "対象学級": ""}


def random_class(chance: random.Random) -> dict[str, str]:
    grade, room = chance.choice([(2, 1), (2, 2), (2, 3), (3, 1), (3, 2), (3, 5)])
    return {"対象学年": f"{grade}年", "対象学級": f"{grade}年{room}組"}
