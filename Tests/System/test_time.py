"""The turn of the school year, on a clock that the tests set: who sees what, and until when."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pytest

import oracle
from conftest import Town, new_town
from harness import calendars, people
from harness.associations import ELEMENTARY, JUNIOR_HIGH
from harness.clock import tokyo
from harness.people import API, Household, Staff
from oracle import Event, Seat

LAST_DAY = tokyo("2027-03-31 23:59:56")
FAREWELL = tokyo("2027-04-30 23:59:56")
ALL_GRADES = [1, 2, 3, 4, 5, 6]

SIXTH_GRADER = Seat(ELEMENTARY, 2021)
SIBLING = Seat(ELEMENTARY, 2023)
NEW_FIRST_GRADER = Seat(ELEMENTARY, 2027)
THIRD_YEAR = Seat(JUNIOR_HIGH, 2024)
NEW_FIRST_YEAR = Seat(JUNIOR_HIGH, 2027)
#: In 3年2組 of the school year 2026 … and in 2年2組 the year before nobody asks any more.
SECOND_YEAR = Seat(JUNIOR_HIGH, 2025, room=2, room_year=2026)

HOMES = {
    "sixth-grader": [SIXTH_GRADER],
    "third-year": [THIRD_YEAR],
    "new first-grader": [NEW_FIRST_GRADER],
    "second-year": [SECOND_YEAR],
    "sixth-grader with a sibling": [SIXTH_GRADER, SIBLING],
    "sixth-grader, already with a slip of the junior high": [SIXTH_GRADER, NEW_FIRST_YEAR],
}

ELEMENTARY_EVENTS = [
    dict(title="卒業式", start="2027-03-18T09:30", end="2027-03-18T11:00", grades=[5, 6]),
    dict(title="修了式", start="2027-03-24", grades=[1, 2, 3, 4, 5]),
    dict(title="お別れ遠足", start="2027-03-30", grades=[4, 6], rain_dates=["2027-03-31", "2027-04-01"]),
    dict(title="離任式", start="2027-03-31T10:00", grades=ALL_GRADES),
    dict(title="入学式", start="2027-04-06T10:00", grades=[1]),
    dict(title="始業式", start="2027-04-07T08:30", grades=[2, 3, 4, 5, 6]),
    dict(title="教科書代", kind="deadline", start="2027-04-16T16:00", grades=[1]),
    dict(title="運動会", start="2027-05-22T08:45", grades=ALL_GRADES, rain_dates=["2027-05-23"]),
]
JUNIOR_HIGH_EVENTS = [
    dict(title="卒業式", start="2027-03-12T09:30", grades=[2, 3]),
    dict(title="入学式", start="2027-04-07T10:00", grades=[1]),
    dict(title="修学旅行", start="2027-05-26T06:20", end="2027-05-28T19:00", grades=[3]),
    dict(title="学級写真", start="2027-04-20T13:00", grades=[3], classes=["3-2"]),
    dict(title="別の学級の写真", start="2027-04-21T13:00", grades=[3], classes=["3-1"]),
    dict(title="学級懇談", start="2027-03-26", grades=[2], classes=["2-2"]),
    dict(title="よその学級懇談", start="2027-03-29", grades=[2], classes=["2-1"]),
]


@dataclass
class Turn:
    """A server at the turn of the year, and what the oracle knows of it."""

    town: Town
    events: list[Event]
    homes: dict[str, Household]

    def body(self, home: str) -> bytes:
        return self.homes[home].feed().expect(200).body

    def check(self, home: str, seats: list[Seat] | None = None) -> None:
        today = self.town.server.clock.today()
        body = self.body(home)
        calendars.check_wire(body)
        assert calendars.items(body) == oracle.feed(self.events, seats or HOMES[home], today), f"{home} on {today}"

    def set(self, moment: datetime) -> None:
        self.town.server.clock.set(moment, running=True)

    def run_through_midnight(self) -> None:
        """Waits, on the running clock, until the next day has begun."""
        before = self.town.server.clock.today()
        deadline = time.monotonic() + 30
        while self.town.server.clock.today() == before:
            assert time.monotonic() < deadline, "the clock was not near midnight"
            time.sleep(0.05)
        time.sleep(self.town.server.clock.LOOKS_AGAIN_AFTER)

    def grades(self, home: str) -> list[int]:
        seats = self.homes[home].client.get(f"{API}/household").expect(200).json()["seats"]
        return sorted(seat["grade"] for seat in seats)


def prepare(town: Town) -> Turn:
    events = publish(town.other, ELEMENTARY_EVENTS, ELEMENTARY) + publish(town.pta, JUNIOR_HIGH_EVENTS, JUNIOR_HIGH)
    turn = Turn(town, events, {name: household(town, seats) for name, seats in HOMES.items()})
    cancel_on_the_last_day(turn)
    return turn


def publish(staff: Staff, drafts: list[dict], school: oracle.School) -> list[Event]:
    entries = [entry_of(draft) for draft in drafts]
    staff.publish(staff.letter(title="予定", events=entries)["change_set"])
    return [oracle.event_from_label(entry, school) for entry in entries]


def entry_of(draft: dict) -> dict:
    timed_day = "T" in draft["start"] and draft.get("end", "")[:10] in ("", draft["start"][:10])
    blank = {
        "kind": "event", "end": None, "all_day": not timed_day, "status": "confirmed", "classes": [], "groups": [],
        "place": None, "rain_dates": [],
    }
    return blank | draft


def household(town: Town, seats: list[Seat]) -> Household:
    home = None
    for seat in seats:
        staff = town.other if seat.school == ELEMENTARY else town.pta
        year = max(2026, seat.entry)
        order = {"school_year": year} | ({"class": seat.room} if seat.room else {})
        slip = staff.slips(year - seat.entry + 1, **order)[0]
        home = people.redeem(town.server.client(), slip["code"], household=home)
    return home


def cancel_on_the_last_day(turn: Turn) -> None:
    """An item that leaves at midnight of 31 March, because it was called off."""
    index = next(i for i, event in enumerate(turn.events) if event.title == "離任式")
    staff = turn.town.other
    listed = staff.officer.get(f"{API}/events?from=2027-03-31&to=2027-03-31").expect(200).json()["events"]
    event = next(event for event in listed if event["title"] == "離任式")
    version = f'"{event["revision"]}"'
    change = staff.officer.post(f"{API}/events/{event['id']}/cancel", {"reason": "強風のため"}, If_Match=version)
    staff.publish(change.expect(200, 201).json()["id"])
    turn.events[index] = oracle.cancelled(turn.events[index])


@pytest.fixture(scope="module")
def turn(serve) -> Turn:
    return prepare(new_town(serve(shows=tokyo("2027-03-25 10:00"))))


# One server through the turn of the year; the tests run in this order


def test_on_25_march_april_is_already_seen_with_the_new_grades(turn):
    for home in HOMES:
        turn.check(home)
    assert "入学式（1年）" in calendars.summaries(turn.body("new first-grader"))
    assert "始業式（5年）" not in calendars.summaries(turn.body("sixth-grader"))
    assert "修学旅行（3年）" in calendars.summaries(turn.body("second-year"))
    assert turn.grades("new first-grader") == [0] and turn.grades("sixth-grader") == [6]


def test_31_march_becomes_1_april_while_running(turn):
    turn.set(LAST_DAY)
    before = {home: turn.body(home) for home in HOMES}
    etags = {home: turn.homes[home].feed().headers["ETag"] for home in HOMES}
    assert "中止 離任式（6年）" in calendars.summaries(before["sixth-grader"])
    assert turn.town.server.clock.today() == date(2027, 3, 31)
    turn.run_through_midnight()
    for home in HOMES:
        turn.check(home)
    after = turn.homes["sixth-grader"].feed(If_None_Match=etags["sixth-grader"]).expect(200).body
    assert "中止 離任式（6年）" not in calendars.summaries(after)
    assert turn.homes["third-year"].feed(If_None_Match=etags["third-year"]).status == 304, "nothing changed there"
    assert turn.grades("new first-grader") == [1]
    assert turn.grades("second-year") == [3]


def test_classes_are_asked_again_on_1_april(turn):
    seat = turn.homes["second-year"].client.get(f"{API}/household").json()["seats"][0]
    assert seat.get("class") is None
    assert {"学級写真（3年2組）", "別の学級の写真（3年1組）"} <= set(calendars.summaries(turn.body("second-year")))
    turn.homes["second-year"].client.patch(f"{API}/household/seats/{seat['id']}", {"class": 1}).expect(200)
    turn.check("second-year", [Seat(JUNIOR_HIGH, 2025, room=1, room_year=2027)])


def test_30_april_becomes_1_may_while_running(turn):
    turn.set(FAREWELL)
    turn.check("sixth-grader")
    turn.check("third-year")
    turn.town.pta.officer.get(f"{API}/notices").expect(200)
    turn.run_through_midnight()
    turn.check("new first-grader")
    turn.check("second-year", [Seat(JUNIOR_HIGH, 2025, room=1, room_year=2027)])
    turn.check("sixth-grader with a sibling", [SIBLING])
    turn.check("sixth-grader, already with a slip of the junior high", [NEW_FIRST_YEAR])
    for graduate in ("sixth-grader", "third-year"):
        body = turn.body(graduate)
        calendars.check_lines(body)
        assert len(calendars.events(body)) == 1, "one event that explains itself"
        assert not any(event.title in calendars.summaries(body)[0] for event in turn.events)


def test_devices_are_signed_out_after_30_april(turn):
    turn.town.pta.officer.get(f"{API}/notices").expect(401)


def test_a_graduates_data_are_gone_within_seconds(turn):
    home = turn.homes["third-year"]
    deadline = time.monotonic() + 15
    while home.client.get(f"{API}/household").status == 200:
        assert time.monotonic() < deadline, "the household is still there"
        time.sleep(0.2)
    home.client.get(f"{API}/household").expect(401, 404)
    home.digest().expect(404)
    home.client.acting(token=None).get(f"/home/{home.secret}").expect(404)


def test_a_graduates_feed_explains_itself_for_30_days_and_is_then_unknown(turn):
    turn.set(tokyo("2027-05-30 23:00"))
    assert len(calendars.events(turn.body("sixth-grader"))) == 1
    turn.set(tokyo("2027-05-31 01:00"))
    unknown = turn.town.server.client().get(f"/feeds/{'0' * 32}.ics").expect(404)
    gone = turn.homes["sixth-grader"].feed().expect(404)
    assert gone.body == unknown.body
    turn.check("new first-grader")


# Whatever TZ says


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/Los_Angeles", "Pacific/Kiritimati"])
def test_the_school_day_begins_at_midnight_in_tokyo(serve, zone):
    turn = prepare(new_town(serve(shows=LAST_DAY - timedelta(seconds=60), zone=zone)))
    turn.set(LAST_DAY)
    turn.check("sixth-grader")
    assert turn.grades("new first-grader") == [0]
    turn.run_through_midnight()
    turn.check("sixth-grader")
    assert turn.grades("new first-grader") == [1]
    turn.town.server.stop()


def test_a_revoked_feed_explains_itself_for_30_days_and_is_then_unknown(serve):
    server = serve(shows=tokyo("2026-05-11 10:00"))
    town = new_town(server)
    home = town.pta.household(1)
    feed = home.client.get(f"{API}/household/feeds").expect(200).json()["feeds"][0]
    home.client.delete(f"{API}/household/feeds/{feed['id']}").expect(200, 204)
    first = home.feed().expect(200).body
    assert len(calendars.events(first)) == 1
    server.clock.set(tokyo("2026-06-10 09:00"), running=True)
    assert len(calendars.events(home.feed().expect(200).body)) == 1
    server.clock.set(tokyo("2026-06-11 09:00"), running=True)
    home.feed().expect(404)
    server.stop()


def test_a_rain_date_leaves_at_midnight_after_it(serve):
    town = new_town(serve(shows=tokyo("2026-05-11 10:00")))
    town.pta.event(
        title="遠足", kind="event", start="2026-05-12", all_day=True, grades=[1], rain_dates=["2026-05-13"]
    )
    home = town.pta.household(1)
    town.server.clock.set(tokyo("2026-05-13 23:59:57"), running=True)
    assert "予備日 遠足（1年）" in calendars.summaries(home.feed().body)
    while town.server.clock.today() == date(2026, 5, 13):
        time.sleep(0.05)
    time.sleep(town.server.clock.LOOKS_AGAIN_AFTER)
    assert calendars.summaries(home.feed().body) == ["遠足（1年）"]
    town.server.stop()
