"""Reads a feed: with python icalendar for what it says, octet by octet for how it is written."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, datetime, timedelta

import icalendar

from oracle import Item

from .clock import TOKYO
from .http import Response

FOLD_LIMIT = 75


def items(body: bytes) -> Counter[Item]:
    """What the feed holds, in the oracle's words."""
    return Counter(item(event) for event in events(body))


def events(body: bytes) -> list[icalendar.Event]:
    return icalendar.Calendar.from_ical(body).walk("VEVENT")


def by_uid(body: bytes) -> dict[str, icalendar.Event]:
    return {str(event["UID"]): event for event in events(body)}


def summaries(body: bytes) -> list[str]:
    return sorted(str(event["SUMMARY"]) for event in events(body))


def find(body: bytes, words: str) -> icalendar.Event:
    """The one event whose summary contains `words`, rain dates aside."""
    found = [event for event in events(body) if words in event["SUMMARY"] and "予備日" not in event["SUMMARY"]]
    assert len(found) == 1, f"{words!r}: {[str(event['SUMMARY']) for event in found]}"
    return found[0]


def item(event: icalendar.Event) -> Item:
    start = event["DTSTART"].dt
    all_day = not isinstance(start, datetime)
    end = event["DTEND"].dt if "DTEND" in event else None
    if all_day and end is None:
        end = start + timedelta(days=1)
    return Item(
        str(event["SUMMARY"]), written(start), written(end), all_day, event.get("STATUS") == "TENTATIVE"
    )


def written(moment: date | datetime | None) -> str | None:
    if moment is None:
        return None
    if isinstance(moment, datetime):
        return moment.astimezone(TOKYO).strftime("%Y-%m-%dT%H:%M")
    return moment.isoformat()


def check_lines(body: bytes) -> None:
    """RFC 5545, section 3.1."""
    assert body.startswith(b"BEGIN:VCALENDAR\r\n") and body.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in body.replace(b"\r\n", b"") and b"\r" not in body.replace(b"\r\n", b"")
    for line in body.split(b"\r\n"):
        assert len(line) <= FOLD_LIMIT, f"{len(line)} octets: {line!r}"
        line.decode("utf-8")  # raises where a fold cut a character


def check_wire(body: bytes) -> None:
    """What the product promises of every household's calendar."""
    check_lines(body)
    text = unfolded(body)
    zone = ["BEGIN:VTIMEZONE", "TZID:Asia/Tokyo"] if ";TZID=" in text else []
    for once in [
        "VERSION:2.0", "X-WR-TIMEZONE:Asia/Tokyo", "REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H", *zone
    ]:
        assert text.count(f"\r\n{once}\r\n") == 1, once
    for name in ("PRODID", "NAME", "X-WR-CALNAME", "COLOR"):
        assert len(re.findall(rf"\r\n{name}:[^\r]+\r\n", text)) == 1, name
    for event in icalendar.Calendar.from_ical(body).walk("VEVENT"):
        check_event(event)
    uids = [str(event["UID"]) for event in events(body)]
    assert len(uids) == len(set(uids)), "a UID stands there twice"


def check_event(event: icalendar.Event) -> None:
    for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY", "SEQUENCE", "LAST-MODIFIED"):
        assert name in event, f"{event['SUMMARY']} has no {name}"
    start = event["DTSTART"]
    if not isinstance(start.dt, datetime):
        assert start.params.get("VALUE") == "DATE"
        assert "DTEND" in event and event["DTEND"].dt > start.dt
        assert event.get("TRANSP") == "TRANSPARENT", f"{event['SUMMARY']} blocks the day"
    else:
        assert start.params.get("TZID") == "Asia/Tokyo"


def check_headers(response: Response) -> None:
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert response.headers["Cache-Control"] == "private, no-cache"
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert re.fullmatch(r'"[^"]+"', response.headers["ETag"]), response.headers["ETag"]
    assert "Accept-Encoding" in response.headers["Vary"]


def unfolded(body: bytes) -> str:
    return body.replace(b"\r\n ", b"").decode("utf-8")
