"""Letters of the corpus: their labels, and which of their events the year plan already has."""

from __future__ import annotations

import json
import unicodedata
from difflib import SequenceMatcher

import oracle

from .server import FIXTURES

#: Below this, two titles of the same day and kind are taken for two events.
SIMILAR = 0.5


def text_file(number: str):
    return FIXTURES / "letters" / f"{number}.txt"


def labels(number: str) -> list[dict]:
    return oracle.labels(FIXTURES / "letters" / f"{number}.json")


def grades(number: str) -> list[int]:
    """To whom the letter is addressed."""
    return json.loads((FIXTURES / "letters" / f"{number}.json").read_text(encoding="utf-8"))["doc_grades"]


def plain(title: str) -> str:
    return "".join(unicodedata.normalize("NFKC", title).split()).lower()


def similarity(one: str, other: str) -> float:
    a, b = plain(one), plain(other)
    if a in b or b in a:
        return 1.0
    return SequenceMatcher(None, a, b).ratio()


def link(entries: list[dict], known: list[dict]) -> list[dict]:
    """Each entry with the `id` of the event that is the same one: same first day, same kind, most similar title."""
    free = list(known)
    linked = []
    for entry in entries:
        same_day = [e for e in free if e["start"][:10] == entry["start"][:10] and e["kind"] == entry["kind"]]
        best = max(same_day, key=lambda e: similarity(e["title"], entry["title"]), default=None)
        if best and similarity(best["title"], entry["title"]) >= SIMILAR:
            free.remove(best)
            linked.append({**entry, "id": best["id"]})
        else:
            linked.append(dict(entry))
    return linked


def differences(entry: dict, event: dict) -> list[str]:
    """In which of title and start a letter's entry disagrees with the event it names: for the test's log."""
    return [f"{name}: {event[name]} → {entry[name]}" for name in ("title", "start") if entry[name] != event[name]]
