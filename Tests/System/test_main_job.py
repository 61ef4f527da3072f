"""The main job: from the school's year plan and letters to every household's own calendar, with real calendar programs."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pytest

import oracle
from conftest import A_MONDAY_IN_MAY, new_town
from harness import calendars, letters, people, plans
from harness.associations import ELEMENTARY, JUNIOR_HIGH, OTHER_PTA, PTA
from harness.programs import CalendarProgram
from oracle import Seat

JUNIOR_HIGH_LETTERS = ("05", "17", "19")
ELEMENTARY_LETTERS = ("04", "07")

SEATS = {
    "first": [Seat(JUNIOR_HIGH, 2026)],
    "second": [Seat(JUNIOR_HIGH, 2025, room=1, room_year=2026)],
    "third": [Seat(JUNIOR_HIGH, 2024, room=2, room_year=2026)],
    "both": [Seat(JUNIOR_HIGH, 2026, room=3, room_year=2026), Seat(ELEMENTARY, 2023)],
}
EVERYBODY = tuple(SEATS)


@dataclass
class Story:
    """What happened so far, and what should be seen of it."""

    server: object
    officer: people.Person
    approver: people.Person
    homes: dict[str, people.Household] = field(default_factory=dict)
    #: By the event's ID on the server; events of the other association stand in `others`.
    events: dict[str, oracle.Event] = field(default_factory=dict)
    others: list[oracle.Event] = field(default_factory=list)

    def expected(self, household: str) -> Counter:
        events = [*self.events.values(), *self.others]
        return oracle.feed(events, SEATS[household], self.server.clock.today())

    def id_of(self, source: str) -> str:
        return next(id for id, event in self.events.items() if event.source == source)

    def publish(self, change_set: str) -> None:
        publish(self.officer, self.approver, change_set)

    def etags(self) -> dict[str, str]:
        return {name: home.feed().expect(200).headers["ETag"] for name, home in self.homes.items()}

    def changed_since(self, etags: dict[str, str]) -> set[str]:
        """Households whose calendar is no longer answered with 304."""
        asked = {name: home.feed(If_None_Match=etags[name]).expect(200, 304) for name, home in self.homes.items()}
        return {name for name, response in asked.items() if response.status == 200}

    def concerned(self, event: oracle.Event) -> set[str]:
        return {name for name, seats in SEATS.items() if oracle.audience_label(event, seats)}


def publish(officer: people.Person, approver: people.Person, change_set: str) -> None:
    officer.run("notice", "submit", change_set)
    approver.run("notice", "approve", change_set)
    officer.run("notice", "publish", change_set, "--yes")


def listed_events(officer: people.Person) -> list[dict]:
    return officer.json("event", "list")["events"]


def team(server, folder: Path, association: str) -> tuple[people.Person, people.Person]:
    """Signs in an admin, whom the machine's owner invited, and the two people whom the admin invites."""
    admin = people.Person(server, folder, f"{association}-admin").log_in(server.invitation(association))
    officer = people.Person(server, folder, f"{association}-officer").log_in(admin.invite("officer", "係の人"))
    approver = people.Person(server, folder, f"{association}-approver").log_in(admin.invite("approver", "確認する人"))
    return officer, approver


def add_letter(officer: people.Person, approver: people.Person, number: str, folder: Path, known: list[dict]) -> list[dict]:
    """Adds a letter with its labelled events, those already imported linked by `id`; returns the entries."""
    entries = letters.link(letters.labels(number), known)
    file = folder / f"{number}-events.json"
    file.write_text(json.dumps({"events": entries}, ensure_ascii=False), encoding="utf-8")
    grades = ",".join(map(str, letters.grades(number)))
    text = letters.text_file(number)
    added = officer.json("notice", "add", text, "--title", f"お便り{number}", "--grades", grades, "--events", file)
    publish(officer, approver, added["change_set"])
    return entries


@pytest.fixture(scope="module")
def story(serve, tmp_path_factory) -> Story:
    folder = tmp_path_factory.mktemp("people")
    server = serve(shows=A_MONDAY_IN_MAY)
    officer, approver = team(server, folder, PTA)
    other_officer, other_approver = team(server, folder, OTHER_PTA)
    story = Story(server, officer, approver)
    import_year_plan(story)
    for number in JUNIOR_HIGH_LETTERS:
        known = listed_events(officer)
        entries = add_letter(officer, approver, number, folder, known)
        note_letter(story, entries, {event["id"]: event for event in known}, listed_events(officer))
    for number in ELEMENTARY_LETTERS:
        entries = add_letter(other_officer, other_approver, number, folder, known=[])
        story.others += [oracle.event_from_label(entry, ELEMENTARY) for entry in entries]
    hand_out_slips(story, other_officer)
    return story


def import_year_plan(story: Story) -> None:
    report = story.officer.json("event", "import", plans.YEAR_PLAN)
    assert len(report["created"]) == 60 and not report["problems"]
    assert [row["title"] for row in report["empty_audience"]] == ["新入生説明会"]
    story.publish(report["change_set"])
    by_source = {row["行事ID"]: row for row in plans.year_plan()}
    for event in listed_events(story.officer):
        story.events[event["id"]] = oracle.event_from_row(by_source[event["external_id"]], JUNIOR_HIGH)


def note_letter(story: Story, entries: list[dict], before: dict[str, dict], after: list[dict]) -> None:
    """Tells the oracle of a published letter, and the tester where the letter and the year plan disagree."""
    new = [event for event in after if event["id"] not in before]
    for entry in entries:
        if "id" in entry:
            for difference in letters.differences(entry, before[entry["id"]]):
                print(f"the letter differs from the year plan, {difference}")
            story.events[entry["id"]] = oracle.updated(story.events[entry["id"]], entry)
        else:
            same = [e for e in new if e["title"] == entry["title"] and e["start"][:10] == entry["start"][:10]]
            assert len(same) == 1, f"{entry['title']}: {same}"
            story.events[same[0]["id"]] = oracle.event_from_label(entry, JUNIOR_HIGH)


def hand_out_slips(story: Story, other_officer: people.Person) -> None:
    def code(officer: people.Person, grade: int, *options: str) -> str:
        printed = officer.json("slip", "print", "--grade", str(grade), "--count", "1", *options)
        return printed["slips"][0]["code"]

    anybody = story.server.client()
    story.homes["first"] = people.redeem(anybody, code(story.officer, 1))
    story.homes["second"] = people.redeem(anybody, code(story.officer, 2, "--class", "1"))
    story.homes["third"] = people.redeem(anybody, code(story.officer, 3, "--class", "2"))
    both = people.redeem(anybody, code(story.officer, 1, "--class", "3"))
    again = people.redeem(anybody, code(other_officer, 4), household=both)
    assert again.secret == both.secret, "the second slip made a second household"
    story.homes["both"] = both


# What each household sees


@pytest.mark.parametrize("household", EVERYBODY)
def test_the_calendar_holds_exactly_what_concerns_the_household(story, household):
    response = story.homes[household].feed().expect(200)
    assert calendars.items(response.body) == story.expected(household)


@pytest.mark.parametrize("household", EVERYBODY)
def test_the_calendar_is_written_as_promised(story, household):
    response = story.homes[household].feed().expect(200)
    calendars.check_headers(response)
    calendars.check_wire(response.body)
    assert b"BEGIN:VALARM" not in response.body


@pytest.mark.parametrize("household", EVERYBODY)
def test_khal_shows_what_vdirsyncer_fetched(story, household, tmp_path):
    program = CalendarProgram(tmp_path / "home", story.homes[household].feed_url)
    program.fetch()
    expected = story.expected(household)
    assert len(program.files()) == sum(expected.values())
    lines = sorted(
        " ".join([item.start[:10], item.start[11:], item.summary]).replace("  ", " ") for item in expected.elements()
    )
    assert sorted(program.list("2026-04-01", "2027-04-01")) == lines


def test_hours_of_a_range_and_things_to_bring_stand_in_the_description(story):
    body = story.homes["third"].feed().body
    trip = calendars.find(body, "修学旅行（3年）")
    assert "06:20" in trip["DESCRIPTION"] and "19:00" in trip["DESCRIPTION"]
    assert "保険証のコピー" in trip["DESCRIPTION"]
    assert trip["LOCATION"] == "広島・大阪方面"


def test_a_group_is_a_label_and_never_in_the_summary(story):
    checkup = calendars.find(story.homes["both"].feed().body, "出欠票・委任状 提出")
    assert "CATEGORIES" in checkup
    transfer = calendars.find(story.homes["first"].feed().body, "口座変更 届出書 提出")
    assert transfer["SUMMARY"] == "【締切】口座変更 届出書 提出（1年）" and "CATEGORIES" in transfer


def test_the_schools_notes_and_letter_text_stay_out(story):
    """`republish: dates` is what the school agreed to."""
    for home in story.homes.values():
        text = calendars.unfolded(home.feed().body)
        assert "第3希望までご記入" not in text
        assert "黄色の封筒" not in text and "短縮日課" not in text


def test_the_home_page_shows_what_the_school_agreed_to(story):
    home = story.homes["first"]
    came = home.client.acting(token=None).get(f"/home/{home.secret}").expect(302, 303, 307)
    cookie = came.headers["Set-Cookie"].split(";")[0]
    page = home.client.acting(token=None).get("/home", Cookie=cookie).expect(200).text
    assert "お便り05" in page and "お便り19" in page and "お便り17" not in page, "letter 17 is for the second grade"
    assert "第3希望までご記入" not in page
    home.client.acting(token=None).get("/home").expect(401, 403, 404)


# Asking again


def test_a_second_fetch_is_not_modified(story):
    home = story.homes["second"]
    etag = home.feed().headers["ETag"]
    for condition in (etag, f'"x", {etag}', f"W/{etag}", "*", f'"a,b" , W/{etag}'):
        response = home.feed(If_None_Match=condition).expect(304)
        assert response.body == b"" and response.headers["ETag"] == etag
    home.feed(If_None_Match='"x"').expect(200)


def test_gzip_and_plain_have_their_own_strong_etags(story):
    home = story.homes["second"]
    plain = home.feed(Accept_Encoding="identity").expect(200)
    packed = home.feed(Accept_Encoding="gzip").expect(200)
    assert packed.headers["Content-Encoding"] == "gzip" and plain.headers["Content-Encoding"] is None
    assert gzip.decompress(packed.body) == plain.body
    assert packed.headers["ETag"] != plain.headers["ETag"]
    for response in (plain, packed):
        calendars.check_headers(response)
    home.feed(Accept_Encoding="gzip", If_None_Match=packed.headers["ETag"]).expect(304)
    refused = home.feed(Accept_Encoding="gzip;q=0").expect(200)
    assert refused.headers["Content-Encoding"] is None


def test_head_says_what_get_would(story):
    home = story.homes["second"]
    got = home.feed().expect(200)
    head = home.client.acting(token=None).head(home.feed_url).expect(200)
    assert head.body == b""
    for name in ("ETag", "Content-Type", "Content-Length", "Cache-Control"):
        assert head.headers[name] == got.headers[name], name


def test_a_restart_changes_no_byte(story):
    before = {name: home.feed().body for name, home in story.homes.items()}
    story.server.restart()
    assert {name: home.feed().body for name, home in story.homes.items()} == before


# The digest says the same


@pytest.mark.parametrize("household", EVERYBODY)
def test_the_digest_holds_this_week_and_next(story, household):
    text = story.homes[household].digest(".txt").expect(200).text
    within = (date(2026, 5, 10), date(2026, 5, 23))
    seats = SEATS[household]
    for event in [*story.events.values(), *story.others]:
        if oracle.audience_label(event, seats) and event.first <= within[1] and event.last >= within[0]:
            assert event.title in text, f"{event.title} is missing"
    assert "最終確認日" in text


def test_the_digest_counts_the_days_and_puts_closures_first(story):
    now = story.homes["second"].digest(".txt").expect(200).text
    deadline = now[now.index("就学援助 申請"):]
    assert re.search(r"あと\s*4\s*日", deadline[:200]) or re.search(r"あと\s*4\s*日[^\n]*就学援助", now), now
    june = story.homes["third"].digest(".txt", "?week=2026-W23").expect(200).text
    assert june.index("振替休業日") < june.index("教育相談週間")
    assert "歯ブラシ" in june, "things to bring next week"


def test_every_form_of_the_digest_answers(story):
    home = story.homes["both"]
    assert "text/html" in home.digest().expect(200).headers["Content-Type"]
    assert home.digest(".json").expect(200).json()
    assert b"<feed" in home.digest(".atom").expect(200).body
    other_week = home.digest(".txt", "?week=2026-W29").expect(200).text
    assert "個別懇談会" in other_week


def test_an_officers_digest_is_of_one_grade(story):
    text = story.officer.run("digest", "--grade", "3", "--week", "2026-W22", "--format", "text").stdout
    assert "修学旅行" in text and "職場見学" not in text
    page = story.officer.run("digest", "--grade", "3", "--week", "2026-W22", "--format", "html").stdout
    assert "修学旅行" in page and "<html" in page


def test_an_empty_week_says_so(story):
    text = story.homes["first"].digest(".txt", "?week=2026-W33").expect(200).text
    assert "学校閉庁日" in text
    nothing = story.officer.run("digest", "--grade", "3", "--week", "2026-W42", "--format", "text").stdout
    assert "今週の予定はありません（最終確認日" in nothing


# The year plan again


def test_the_same_file_again_changes_nothing(story, tmp_path):
    """Not even what letters have said since of the events it brought."""
    etags = story.etags()
    events = listed_events(story.officer)
    for name, content in {
        "same.csv": plans.YEAR_PLAN.read_bytes(),
        "shuffled.csv": plans.written(plans.shuffled(plans.year_plan(), 1)),
        "office.csv": plans.written(plans.year_plan(), "cp932"),
    }.items():
        file = tmp_path / name
        file.write_bytes(content)
        report = story.officer.json("event", "import", file, "--dry-run")
        assert report["created"] == [] and report["revised"] == [] and report["missing"] == []
        assert report["unchanged"] == 60 and report["problems"] == [] and report.get("change_set") is None
    assert story.changed_since(etags) == set()
    assert listed_events(story.officer) == events


def test_a_missing_row_is_listed_and_never_cancelled(story, tmp_path):
    file = tmp_path / "shorter.csv"
    file.write_bytes(plans.written([r for r in plans.year_plan() if r["行事ID"] != "JH2026-038"]))
    etags = story.etags()
    report = story.officer.json("event", "import", file, "--dry-run")
    assert [row["external_id"] for row in report["missing"]] == ["JH2026-038"]
    assert story.changed_since(etags) == set()


# Changing things; each test leaves the oracle told


def test_moving_an_event_reaches_its_households_and_no_other(story):
    id = story.id_of("JH2026-022")
    etags = story.etags()
    before = calendars.find(story.homes["third"].feed().body, "進路説明会")
    moved = story.officer.json("event", "move", id, "--start", "2026-07-10")
    assert story.changed_since(etags) == set(), "a draft was seen"
    story.publish(moved["id"])
    story.events[id] = oracle.moved(story.events[id], date(2026, 7, 10))
    assert story.changed_since(etags) == {"third"}
    body = story.homes["third"].feed().body
    after = calendars.find(body, "進路説明会")
    assert after["SUMMARY"] == "変更 7/3→7/10 進路説明会(1)（3年）"
    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after["LAST-MODIFIED"].dt > before["LAST-MODIFIED"].dt
    assert calendars.items(body) == story.expected("third")
    assert "進路説明会" in story.homes["third"].digest(".txt").text, "changes of the last days stand in the digest"


def test_moving_drops_the_rain_dates(story):
    id = story.id_of("JH2026-031")
    assert len([s for s in calendars.summaries(story.homes["first"].feed().body) if s.startswith("予備日 体育祭")]) == 2
    moved = story.officer.json("event", "move", id, "--start", "2026-09-19")
    story.publish(moved["id"])
    story.events[id] = oracle.moved(story.events[id], date(2026, 9, 19))
    for name in EVERYBODY:
        assert calendars.items(story.homes[name].feed().body) == story.expected(name)


def test_a_cancelled_event_stays_visible_as_such(story):
    id = story.id_of("JH2026-015")
    etags = story.etags()
    change = story.officer.json("event", "cancel", id)
    story.publish(change["id"])
    story.events[id] = oracle.cancelled(story.events[id])
    assert story.changed_since(etags) == {"first", "both"}
    shown = calendars.find(story.homes["first"].feed().body, "職場見学")
    assert shown["SUMMARY"] == "中止 職場見学（1年）"
    assert shown["TRANSP"] == "TRANSPARENT" and shown.get("STATUS") != "CANCELLED"
    for name in EVERYBODY:
        assert calendars.items(story.homes[name].feed().body) == story.expected(name)


def test_a_withdrawn_letter_takes_its_own_events_with_it(story, tmp_path):
    """Entered by mistake: it leaves feeds at once, and the digest says so."""
    event = {"title": "まちがい集会", "kind": "event", "start": "2026-05-14T10:00", "all_day": False, "grades": [2]}
    file = tmp_path / "events.json"
    file.write_text(json.dumps([event], ensure_ascii=False), encoding="utf-8")
    text = tmp_path / "letter.txt"
    text.write_text("まちがえて登録したお便り", encoding="utf-8")
    added = story.officer.json("notice", "add", text, "--title", "まちがい", "--grades", "2", "--events", file)
    story.publish(added["change_set"])
    assert calendars.find(story.homes["second"].feed().body, "まちがい集会")
    etags = story.etags()
    withdrawal = story.officer.json("notice", "withdraw", added["id"])
    assert withdrawal["state"] == "published", "a mistake goes at once, nobody has to clear that"
    assert story.changed_since(etags) == {"second"}
    assert calendars.items(story.homes["second"].feed().body) == story.expected("second")
    assert "登録の取り消し" in story.homes["second"].digest(".txt").text


def test_a_revision_stands_beside_what_households_see(story, tmp_path):
    """Returned once with a reason, then revised, cleared and published: until then the old version stays."""
    event = {"title": "育友会バザー", "kind": "event", "start": "2026-06-20T10:00", "all_day": False, "grades": [3]}
    file = tmp_path / "events.json"
    file.write_text(json.dumps([event], ensure_ascii=False), encoding="utf-8")
    text = tmp_path / "bazaar.txt"
    text.write_text("育友会バザーのお知らせ\n", encoding="utf-8")
    options = ("--source", "association", "--grades", "3", "--events", file)
    added = story.officer.json("notice", "add", text, *options)
    story.publish(added["change_set"])
    assert added["title"] == "育友会バザーのお知らせ", "without --title the first line is one"
    before = story.homes["third"].feed().body

    file.write_text(json.dumps([event | {"id": added["events"][0]["id"], "start": "2026-06-27T10:00"}]))
    text.write_text("バザーの日が変わりました\n", encoding="utf-8")
    revised = story.officer.json("notice", "revise", added["id"], text, "--events", file)
    story.officer.run("notice", "submit", added["id"])
    story.approver.run("notice", "return", added["id"], "--reason", "場所も書いてください")
    shown = story.officer.json("notice", "show", revised["change_set"])
    assert "場所も書いてください" in json.dumps(shown, ensure_ascii=False)
    assert story.homes["third"].feed().body == before
    story.officer.run("notice", "submit", added["id"])
    story.approver.run("notice", "approve", added["id"])
    assert story.homes["third"].feed().body == before
    story.officer.run("notice", "publish", added["id"], "--yes")

    bazaar = oracle.event_from_label(event_defaults(event), JUNIOR_HIGH)
    story.events[added["events"][0]["id"]] = oracle.moved(bazaar, date(2026, 6, 27))
    assert "変更 6/20→6/27 育友会バザー（3年）" in calendars.summaries(story.homes["third"].feed().body)
    assert calendars.items(story.homes["third"].feed().body) == story.expected("third")


def event_defaults(event: dict) -> dict:
    return {"end": None, "status": "confirmed", "classes": [], "rain_dates": [], "place": None} | event


def test_a_corrected_spelling_raises_sequence_quietly(story, tmp_path):
    rows = plans.year_plan()
    target = next(row for row in rows if row["行事ID"] == "JH2026-029")
    target["行事名"] = "実力テスト（1回目）"
    file = tmp_path / "corrected.csv"
    file.write_bytes(plans.written(rows))
    before = calendars.find(story.homes["third"].feed().body, "実力テスト")
    report = story.officer.json("event", "import", file, "--dry-run")
    assert "JH2026-029" in {row["external_id"] for row in report["revised"]}
    id = story.id_of("JH2026-029")
    only = tmp_path / "only.csv"
    only.write_bytes(plans.written([target]))
    report = story.officer.json("event", "import", only)
    assert [row["external_id"] for row in report["revised"]] == ["JH2026-029"]
    in_calendars = {row["行事ID"] for row in rows} - {"JH2026-015"}  # called off: nobody misses it
    assert {row["external_id"] for row in report["missing"]} == in_calendars - {"JH2026-029"}
    story.publish(report["change_set"])
    story.events[id] = replace(story.events[id], title="実力テスト（1回目）")
    after = calendars.find(story.homes["third"].feed().body, "実力テスト")
    assert after["SUMMARY"] == "実力テスト（1回目）（3年）"
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert calendars.items(story.homes["third"].feed().body) == story.expected("third")


# A household's own choices


def test_options_of_a_feed(story):
    home = story.homes["third"]
    made = home.client.post(
        f"{people.API}/household/feeds",
        {
            "label": "締切だけ", "kinds": ["deadline"], "detail": "titles", "reminders": [1440],
            "cancelled_style": "status",
        },
    ).expect(201).json()
    body = story.server.client().get(made["url"]).expect(200).body
    calendars.check_wire(body)
    expected = {item for item in story.expected("third") if item.summary.startswith("【締切】")}
    assert set(calendars.items(body)) == expected
    assert body.count(b"BEGIN:VALARM") == len(expected)
    assert all(not event.get("DESCRIPTION") and not event.get("LOCATION") for event in calendars.events(body))
    everything = {"kinds": ["event", "deadline", "closure", "information"], "reminders": []}
    home.client.patch(f"{people.API}/household/feeds/{made['id']}", everything).expect(200)
    body = story.server.client().get(made["url"]).expect(200).body
    assert calendars.items(body) == story.expected("third") and b"BEGIN:VALARM" not in body


def test_a_household_hides_groups_for_itself(story):
    home = story.homes["first"]
    hides = lambda groups: home.client.patch(f"{people.API}/household", {"hidden_groups": groups}).expect(200)
    hides(["applicants"])
    shown = calendars.summaries(home.feed().body)
    assert not any("口座変更" in summary or "就学援助" in summary for summary in shown)
    assert len(shown) < sum(story.expected("first").values())
    assert calendars.items(story.homes["second"].feed().body) == story.expected("second"), "it is nobody else's choice"
    hides([])
    assert calendars.items(home.feed().body) == story.expected("first")


def test_cancelled_style_status_marks_the_event_itself(story):
    home = story.homes["first"]
    feed = {"label": "中止を消す", "cancelled_style": "status"}
    made = home.client.post(f"{people.API}/household/feeds", feed).expect(201).json()
    shown = calendars.find(story.server.client().get(made["url"]).body, "職場見学")
    assert shown["STATUS"] == "CANCELLED"


def test_a_revoked_feed_explains_itself_and_leaves_the_others_alone(story):
    home = story.homes["second"]
    kept = home.client.post(f"{people.API}/household/feeds", {"label": "祖母のiPhone"}).expect(201).json()
    before = story.server.client().get(kept["url"]).expect(200)
    family = people.Person(story.server, story.officer.folder.parent, "family")
    server = ("--server", story.server.base_url)
    feeds = family.json("feed", "list", *server, stdin=home.secret + "\n")["feeds"]
    first = next(feed for feed in feeds if feed["id"] != kept["id"])
    family.run("feed", "revoke", first["id"], *server, stdin=home.secret + "\n")
    explained = home.feed().expect(200)
    calendars.check_headers(explained)
    assert len(calendars.events(explained.body)) == 1
    after = story.server.client().get(kept["url"]).expect(200)
    assert after.body == before.body and after.headers["ETag"] == before.headers["ETag"]


def test_unknown_feeds_are_not_found(story):
    assert story.server.client().get(f"/feeds/{'0' * 32}.ics").expect(404).code == "not_found"


# The same job on other plans


VARIATIONS = {
    "shuffled": lambda rows: plans.shuffled(rows, 7),
    "shifted by 7 days": lambda rows: plans.shifted(rows, 7),
    **{f"regraded, seed {seed}": lambda rows, seed=seed: plans.regraded(rows, seed) for seed in range(5)},
}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp932"])
@pytest.mark.parametrize("variation", VARIATIONS)
def test_other_year_plans(serve, variation, encoding):
    rows = VARIATIONS[variation](plans.year_plan())
    town = new_town(serve(shows=A_MONDAY_IN_MAY))
    report = town.pta.publish_csv(plans.written(rows, encoding))
    assert len(report["created"]) == 60
    events = [oracle.event_from_row(row, JUNIOR_HIGH) for row in rows]
    for name, seats in SEATS.items():
        first = seats[0]
        home = town.pta.household(2026 - first.entry + 1, **({"class": first.room} if first.room else {}))
        if len(seats) > 1:
            code = town.other.slips(2026 - seats[1].entry + 1)[0]["code"]
            people.redeem(town.server.client(), code, household=home)
        body = home.feed().expect(200).body
        calendars.check_wire(body)
        assert calendars.items(body) == oracle.feed(events, seats, town.server.clock.today()), name
    town.server.stop()
