"""The oracle against expectations worked out by hand; everything else is compared with the oracle."""

from dataclasses import replace
from datetime import date, time

import pytest

from oracle import (
    Event, Item, School, Seat, cancelled, event_from_label, event_from_row, feed, items, moved, rows, updated
)

JUNIOR_HIGH = School("hamatsubame-jh", 3, "中")
ELEMENTARY = School("hoshimidai-es", 6, "小")
HEADER = "行事ID,行事名,種別,開始日,曜日,終了日,開始時刻,終了時刻,対象学年,対象学級,場所,予備日,持ち物,状態,備考\n"
SECOND = Seat(JUNIOR_HIGH, 2025)


def row(cells: str) -> Event:
    return event_from_row(rows(HEADER + cells)[0], JUNIOR_HIGH)


def seen(event: Event, *seats: Seat, on: str = "2026-05-11") -> list[Item]:
    return items(event, list(seats), date.fromisoformat(on))


def test_one_day_with_hours_is_timed():
    event = row("1,始業式,行事,2026-04-08,水,,08:40,09:30,全学年,,体育館,,,確定,")
    assert seen(event, SECOND) == [Item("始業式（2年）", "2026-04-08T08:40", "2026-04-08T09:30", False)]


def test_one_day_without_a_known_end_has_none():
    event = row("1,歯科検診,行事,2026-06-09,火,,13:20,,2年;3年,,保健室,,,確定,")
    assert seen(event, SECOND) == [Item("歯科検診（2年）", "2026-06-09T13:20", None, False)]


def test_one_day_without_hours_is_all_day_with_exclusive_end():
    event = row("1,身体測定,行事,2026-04-30,木,,,,全学年,,,,,確定,")
    assert seen(event, SECOND) == [Item("身体測定（2年）", "2026-04-30", "2026-05-01", True)]


def test_several_days_with_hours_are_one_all_day_range():
    event = row("1,職場体験,行事,2026-11-10,火,2026-11-12,09:00,15:00,2年,,,,,予定,")
    assert seen(event, SECOND) == [Item("職場体験（2年）", "2026-11-10", "2026-11-13", True, True)]


def test_deadline_with_only_a_closing_time_starts_at_that_moment():
    event = row("1,英語検定 申込,締切,2026-09-04,金,,,16:00,全学年,,,,,確定,")
    assert seen(event, SECOND) == [Item("【締切】英語検定 申込（2年）", "2026-09-04T16:00", None, False)]


def test_deadline_without_a_time_is_all_day():
    event = row("1,調査票,締切,2026-04-17,金,,,,全学年,,,,,確定,")
    assert seen(event, SECOND) == [Item("【締切】調査票（2年）", "2026-04-17", "2026-04-18", True)]


def test_closure_is_marked():
    event = row("1,冬季休業,休業,2026-12-24,木,2027-01-07,,,全学年,,,,,確定,")
    assert seen(event, SECOND) == [Item("【休み】冬季休業（2年）", "2026-12-24", "2027-01-08", True)]


def test_an_empty_audience_is_nobodys():
    assert seen(row("1,新入生説明会,行事,2027-02-24,水,,14:00,15:00,,,,,,確定,"), SECOND) == []


def test_another_grade_does_not_see_it():
    assert seen(row("1,進路説明会,行事,2026-07-03,金,,15:00,,3年,,,,,確定,"), SECOND) == []


def test_two_children_in_one_school_share_one_item():
    event = row("1,始業式,行事,2026-04-08,水,,08:40,,全学年,,,,,確定,")
    both = [Seat(JUNIOR_HIGH, 2026), Seat(JUNIOR_HIGH, 2024)]
    assert [item.summary for item in seen(event, *both)] == ["始業式（1・3年）"]


def test_two_schools_are_told_apart():
    seats = [Seat(JUNIOR_HIGH, 2026), Seat(ELEMENTARY, 2023)]
    label = {
        "title": "眼科検診", "kind": "event", "start": "2026-05-21T09:00", "end": None, "all_day": False,
        "status": "confirmed", "grades": [1, 2, 3, 4, 5, 6], "classes": [], "place": None, "rain_dates": [],
    }
    mine = event_from_label(label, ELEMENTARY)
    theirs = row("1,始業式,行事,2026-04-08,水,,08:40,,全学年,,,,,確定,")
    assert [item.summary for item in seen(mine, *seats)] == ["眼科検診（小4）"]
    assert [item.summary for item in seen(theirs, *seats)] == ["始業式（中1）"]


def test_a_class_bound_item_shows_its_class():
    event = row("1,調理実習,行事,2026-06-02,火,,,,3年,3年2組,,,,確定,")
    assert [i.summary for i in seen(event, Seat(JUNIOR_HIGH, 2024, room=2))] == ["調理実習（3年2組）"]
    assert [i.summary for i in seen(event, Seat(JUNIOR_HIGH, 2024))] == ["調理実習（3年2組）"]
    assert seen(event, Seat(JUNIOR_HIGH, 2024, room=1)) == []
    two_schools = [Seat(JUNIOR_HIGH, 2024, room=2), Seat(ELEMENTARY, 2023)]
    assert [i.summary for i in seen(event, *two_schools)] == ["調理実習（中3年2組）"]


def test_the_grade_is_the_one_of_the_events_own_school_year():
    april = row("1,発育測定,行事,2027-04-09,金,,,,2年,,,,,確定,")
    assert [i.summary for i in seen(april, Seat(JUNIOR_HIGH, 2026), on="2027-03-25")] == ["発育測定（2年）"]
    assert seen(april, Seat(JUNIOR_HIGH, 2025), on="2027-03-25") == []


def test_a_seat_has_no_grade_before_entry_and_after_graduation():
    assert Seat(ELEMENTARY, 2027).grade(2026) is None
    assert Seat(ELEMENTARY, 2027).grade(2027) == 1
    assert Seat(ELEMENTARY, 2021).grade(2026) == 6
    assert Seat(ELEMENTARY, 2021).grade(2027) is None


@pytest.mark.parametrize(
    ("day", "visible"),
    [("2027-03-31", True), ("2027-04-01", True), ("2027-04-30", True), ("2027-05-01", False)],
)
def test_last_years_items_stay_until_30_april(day, visible):
    event = row("1,始業式,行事,2026-04-08,水,,08:40,,全学年,,,,,確定,")
    assert bool(seen(event, SECOND, on=day)) == visible


def test_rain_dates_are_their_own_items_until_they_have_passed():
    event = row("1,体育祭,行事,2026-09-12,土,,08:50,15:00,全学年,,運動場,2026-09-13;2026-09-16,,確定,")
    main = Item("体育祭（2年）", "2026-09-12T08:50", "2026-09-12T15:00", False)
    first = Item("予備日 体育祭（2年）", "2026-09-13", "2026-09-14", True, True)
    second = Item("予備日 体育祭（2年）", "2026-09-16", "2026-09-17", True, True)
    assert seen(event, SECOND) == [main, first, second]
    assert seen(event, SECOND, on="2026-09-13") == [main, first, second]
    assert seen(event, SECOND, on="2026-09-14") == [main, second]
    assert seen(moved(event, date(2026, 9, 19)), SECOND) == [
        Item("変更 9/12→9/19 体育祭（2年）", "2026-09-19T08:50", "2026-09-19T15:00", False)
    ]
    assert [i.summary for i in seen(cancelled(event), SECOND)] == ["中止 体育祭（2年）"]


def test_a_change_is_shown_until_the_last_day_has_passed():
    event = moved(row("1,テスト,行事,2026-05-20,水,2026-05-21,08:50,12:35,全学年,,,,,確定,"), date(2026, 5, 27))
    assert [i.summary for i in seen(event, SECOND, on="2026-05-28")] == ["変更 5/20→5/27 テスト（2年）"]
    assert [i.summary for i in seen(event, SECOND, on="2026-05-29")] == ["テスト（2年）"]


def test_a_cancelled_item_leaves_after_its_day():
    event = cancelled(row("1,百人一首,行事,2027-01-22,金,,13:35,,2年,,,,,確定,"))
    assert len(seen(event, SECOND, on="2027-01-22")) == 1
    assert seen(event, SECOND, on="2027-01-23") == []


def test_a_letter_updates_an_event_it_names():
    event = row("1,個別懇談会,行事,2026-07-14,火,2026-07-17,13:20,16:30,全学年,,各教室,2026-07-21,,確定,")
    label = {
        "title": "個別懇談会", "kind": "event", "start": "2026-07-14", "end": "2026-07-17", "all_day": True,
        "status": "confirmed", "grades": [1, 2, 3], "classes": [], "place": "各学級教室", "rain_dates": ["2026-07-21"],
    }
    after = updated(event, label)
    assert [i.summary for i in seen(after, SECOND)] == ["変更 7/14 個別懇談会（2年）", "予備日 個別懇談会（2年）"]
    same_place = updated(replace(event, begins=None, ends=None), {**label, "place": None})
    assert same_place.was_on is None and same_place.place == "各教室"


def test_a_letter_that_only_renames_is_no_change_of_date():
    event = row("1,諸費 口座振替(1),締切,2026-05-27,水,,,,全学年,,,,,確定,")
    label = {
        "title": "諸費 口座振替", "kind": "deadline", "start": "2026-05-27", "end": None, "all_day": True,
        "status": "confirmed", "grades": [1, 2, 3], "classes": [], "place": None, "rain_dates": [],
    }
    assert [i.summary for i in seen(updated(event, label), SECOND)] == ["【締切】諸費 口座振替（2年）"]


def test_doubles_are_counted():
    event = row("1,始業式,行事,2026-04-08,水,,08:40,,全学年,,,,,確定,")
    assert max(feed([event, event], [SECOND], date(2026, 5, 11)).values()) == 2


def test_a_continuous_trip_keeps_its_hours():
    event = Event(
        JUNIOR_HIGH, "修学旅行", "event", date(2026, 5, 28), time(6, 20), date(2026, 5, 30), time(19), "confirmed",
        (2,), continuous=True,
    )
    assert seen(event, SECOND) == [Item("修学旅行（2年）", "2026-05-28T06:20", "2026-05-30T19:00", False)]
