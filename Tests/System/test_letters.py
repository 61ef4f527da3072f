"""From a letter to calendar entries: drafts that a person confirms, and one event that stays one."""

from __future__ import annotations

import itertools
import json
from dataclasses import dataclass
from pathlib import Path

import pytest

import render_letters
from harness import calendars, letters, people
from harness.associations import OTHER_PTA
from harness.clock import tokyo
from harness.people import API
from harness.server import FIXTURES, REPOSITORY
from harness.terminal import converse

LETTERS = REPOSITORY / "Tests" / "Letters" / "reference"
YEAR_PLAN = FIXTURES / "csv" / "nenkan_2026_elementary.csv"

#: What the four letters of the school have that its year plan has not: kind and first day.
NEWS = {
    "04": {("deadline", "2026-04-15"), ("event", "2026-04-18"), ("event", "2026-04-18")},
    "14": {("event", "2026-09-21"), ("event", "2027-01-21")},
    "07": {("deadline", "2026-05-08"), ("deadline", "2026-05-11"), ("event", "2026-05-21"), ("event", "2026-05-26")},
    "10": {("deadline", "2026-09-11"), ("deadline", "2026-10-09")},
}


@dataclass
class School:
    """An elementary school whose year plan is published, and its officer at a terminal."""

    officer: people.Person
    approver: people.Person
    staff: people.Staff

    def events(self) -> list[dict]:
        return self.officer.json("event", "list")["events"]

    def event(self, title: str) -> dict:
        found = [event for event in self.events() if event["title"] == title]
        assert len(found) == 1, f"{title}: {found}"
        return found[0]

    def publish(self, change_set: str) -> None:
        self.officer.run("notice", "submit", change_set)
        self.approver.run("notice", "approve", change_set)
        self.officer.run("notice", "publish", change_set, "--yes")

    def add(self, letter: Path, *options: str) -> dict:
        added = self.officer.json("notice", "add", letter, "--yes", *options)
        self.publish(added["change_set"])
        return added


@pytest.fixture
def school(serve, tmp_path) -> School:
    server = serve(shows=tokyo("2026-04-08 10:00"))
    staff = people.staff(server, OTHER_PTA)
    officer = people.Person(server, tmp_path, "officer").log_in(people.invite(staff.admin, "officer"))
    approver = people.Person(server, tmp_path, "approver").log_in(people.invite(staff.admin, "approver"))
    school = School(officer, approver, staff)
    school.publish(officer.json("event", "import", YEAR_PLAN)["change_set"])
    return school


def written(folder: Path, *lines: str) -> Path:
    file = folder / "letter.txt"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def twins(events: list[dict]) -> list[tuple[str, str]]:
    """Pairs that a family would take for one event: of one kind, on a common day, for a common grade, alike by title."""

    def alike(one: dict, other: dict) -> bool:
        common_day = one["start"][:10] <= (other["end"] or other["start"])[:10] and other["start"][:10] <= (
            one["end"] or one["start"]
        )[:10]
        common_grade = set(one["grades"]) & set(other["grades"])
        similar = letters.similarity(one["title"], other["title"]) >= 0.8
        return one["kind"] == other["kind"] and common_day and bool(common_grade) and similar

    return [(a["title"], b["title"]) for a, b in itertools.combinations(events, 2) if alike(a, b)]


# One event, not three


def test_a_year_plan_and_four_letters_leave_no_event_twice(school):
    planned = {event["id"]: event for event in school.events()}
    assert twins(list(planned.values())) == []
    options = {"14": ["--issued", "2026-04-07", "--accept-warnings", "tentative_document"]}
    for number in NEWS:
        before = {event["id"] for event in school.events()}
        school.add(LETTERS / f"{number}.txt", *options.get(number, []))
        after = school.events()
        assert twins(after) == [], f"after letter {number}"
        news = sorted((event["kind"], event["start"][:10]) for event in after if event["id"] not in before)
        expected = [(event["kind"], event["start"][:10]) for event in letters_labels(number) if is_news(event, number)]
        assert news == sorted(expected), f"letter {number}"
    registered = {event["id"]: event for event in school.events()}
    assert set(planned) <= set(registered), "an event of the plan keeps its identity"
    assert all(event["start"][:10] == registered[id]["start"][:10] for id, event in planned.items()), "no day has changed"
    trip, briefing = school.event("修学旅行"), school.event("修学旅行説明会")
    assert (trip["start"], trip["place"]) == ("2026-10-15T06:40", "奈良・京都方面") and "雨具" in trip["items"]
    assert (briefing["start"], briefing["place"]) == ("2026-09-18T15:00", "多目的ホール")


def letters_labels(number: str) -> list[dict]:
    return json.loads((LETTERS / f"{number}.json").read_text(encoding="utf-8"))["events"]


def is_news(event: dict, number: str) -> bool:
    """Whether the plan has nothing of it; on 18 April it has 授業参観 and 育友会総会 in one, so two of the letter's three are new."""
    key = (event["kind"], event["start"][:10])
    return key in NEWS[number] and event["title"] != "授業参観"


def test_families_see_what_the_letter_adds_in_the_entry_they_have(school):
    home = school.staff.household(6)
    before = calendars.find(home.feed().body, "修学旅行（6年）")
    school.add(LETTERS / "10.txt")
    feed = home.feed().body
    after = calendars.find(feed, "修学旅行（6年）")
    assert after["UID"] == before["UID"] and after["SEQUENCE"] > before["SEQUENCE"]
    assert after["LOCATION"] == "奈良・京都方面"
    assert sum("修学旅行（6年）" in summary for summary in calendars.summaries(feed)) == 1


def test_the_same_letter_again_brings_nothing_new(school):
    school.add(LETTERS / "07.txt")
    before = school.events()
    again = school.add(LETTERS / "07.txt")
    assert school.events() != [] and [e["id"] for e in school.events()] == [e["id"] for e in before]
    assert [e["revision"] for e in school.events()] == [e["revision"] for e in before], "no revision that changes nothing"
    assert len(again["events"]) == 7, "they rest on the second letter as well"


def test_a_new_date_is_a_revision_of_the_same_event(school, tmp_path):
    home = school.staff.household(1)
    before = calendars.find(home.feed().body, "運動会（1年）")
    letter = written(
        tmp_path, "令和8年5月11日", "保護者様", "運動会の延期について",
        "5月23日(土)に予定しておりました運動会は、5月30日(土)に変更いたします。",
    )
    stopped = school.officer.run("notice", "add", letter, "--yes", "--json", expect=65)
    assert [warning["code"] for warning in json.loads(stopped.stderr)["problems"]] == ["reschedule"]
    school.add(letter, "--accept-warnings", "reschedule")
    after = calendars.find(home.feed().body, "変更 5/23→5/30 運動会（1年）")
    assert after["UID"] == before["UID"]
    assert not [summary for summary in calendars.summaries(home.feed().body) if "予備日 運動会" in summary]


# What the officer decides


SEPARATE = ["令和8年4月20日", "保護者様", "避難訓練のお知らせ", "日時　4月30日(木) 10:30～", "場所　運動場"]


def test_a_date_that_differs_is_asked_about_and_the_answer_is_remembered(school, tmp_path):
    letter = written(tmp_path, *SEPARATE)
    stopped = school.officer.run("notice", "add", letter, "--yes", "--json", expect=75)
    assert [warning["code"] for warning in json.loads(stopped.stderr)["problems"]] == ["date_differs"]
    before = {event["id"] for event in school.events()}
    talk = converse(school.officer, "notice", "add", letter, answers=[("やめる]", "s 1"), ("やめる]", "y")])
    assert talk.status == 0, talk.stderr
    assert "年間行事予定の 2026-04-28(火) 避難訓練① を更新します：同じ題、同じ学年、日が2日ずれています。" in talk.stderr
    new = [event for event in school.events() if event["id"] not in before]
    assert [event["start"] for event in new] == ["2026-04-30T10:30"]
    assert school.event("避難訓練①")["start"] == "2026-04-28"
    school.officer.run("notice", "discard", school.officer.json("notice", "list")["notices"][0]["id"])
    again = school.officer.json("notice", "add", letter, "--yes")
    assert [event["id"] in before for event in again["events"]] == [False], "the pair is not offered again"


def test_an_update_that_was_confirmed_is_not_asked_about_again(school, tmp_path):
    letter = written(tmp_path, *SEPARATE)
    planned = school.event("避難訓練①")["id"]
    talk = converse(school.officer, "notice", "add", letter, answers=[("やめる]", "y")])
    assert talk.status == 0, talk.stderr
    assert school.event("避難訓練①")["start"] == "2026-04-30T10:30"
    again = school.officer.json("notice", "add", letter, "--yes")
    assert [event["id"] for event in again["events"]] == [planned]


def editor(folder: Path, *edits: str) -> str:
    """An editor that makes one `sed` edit each time it is opened, and keeps what it saw."""
    script = folder / "editor"
    steps = "\n".join(f"{number}) sed -i -e '{edit}' \"$1\";;" for number, edit in enumerate(edits, 1))
    script.write_text(
        f'#!/bin/sh\necho x >> {folder}/opened\nn=$(wc -l < {folder}/opened)\ncp "$1" {folder}/sheet-$n\n'
        f"case $n in\n{steps}\nesac\n"
    )
    script.chmod(0o755)
    return str(script)


def test_drafts_are_corrected_in_an_editor_and_a_mistake_is_named_with_its_line(school, tmp_path):
    edits = ("s/14:20/14:99/; s/^題: 学年委員の選出/題: 学年委員決め/", "s/14:99/14:30/")
    talk = converse(
        school.officer, "notice", "add", LETTERS / "04.txt", "--json", VISUAL=editor(tmp_path, *edits),
        answers=[("やめる]", "e"), ("[Y/n]", ""), ("やめる]", "y")],
    )
    assert talk.status == 0, talk.stderr
    line = 1 + (tmp_path / "sheet-2").read_text().splitlines().index("終わり: 14:99")
    assert f"{line}行目「終わり」: " in talk.stderr
    assert "題: 学年委員決め" in (tmp_path / "sheet-2").read_text(), "what was right is not lost"
    titles = {event["title"]: event for event in talk.json()["events"]}
    assert titles["育友会総会"]["end"] == "2026-04-18T14:30" and "学年委員決め" in titles
    assert twins(school.events()) == []
    assert not list((school.officer.folder / ".local/state/otayori/drafts").glob("*")), "the sheet has done its work"


def test_who_stops_finds_the_sheet_again(school, tmp_path):
    talk = converse(
        school.officer, "notice", "add", LETTERS / "04.txt", EDITOR=editor(tmp_path, "s/育友会総会/総会/"),
        answers=[("やめる]", "e"), ("やめる]", "n")],
    )
    assert talk.status == 64 and school.officer.json("notice", "list")["notices"] == []
    sheets = list((school.officer.folder / ".local/state/otayori/drafts").glob("*"))
    assert len(sheets) == 1 and str(sheets[0]) in talk.stderr and sheets[0].stat().st_mode & 0o077 == 0
    added = school.officer.json("notice", "add", LETTERS / "04.txt", "--events", sheets[0])
    assert "総会" in [event["title"] for event in added["events"]]
    assert added["issued"] == "2026-04-06", "the sheet carries what was read of the letter"


# What is never skipped


def test_yes_skips_no_warning(school):
    letter = LETTERS / "14.txt"
    stopped = school.officer.run("notice", "add", letter, "--yes", expect=65)
    assert "[tentative_document]" in stopped.stderr and "--accept-warnings tentative_document" in stopped.stderr
    piped = school.officer.run("notice", "add", letter, stdin="y\n", expect=65)
    assert "[tentative_document]" in piped.stderr, "a pipe has read nothing"
    english = school.officer.run("notice", "add", letter, "--yes", LANG="en_US.UTF-8", expect=65)
    assert "The whole letter is a plan" in english.stderr
    other = school.officer.run("notice", "add", letter, "--yes", "--accept-warnings", "reschedule", expect=65)
    assert "tentative_document" in other.stderr
    assert school.officer.json("notice", "list")["notices"] == []


def test_without_an_answer_nothing_is_registered(school):
    school.officer.run("notice", "add", LETTERS / "07.txt", expect=64)
    school.officer.run("notice", "add", LETTERS / "07.txt", stdin="n\n", expect=64)
    assert school.officer.json("notice", "list")["notices"] == []
    alone = school.officer.json("notice", "add", LETTERS / "07.txt", "--no-read")
    assert alone["events"] == []
    school.officer.run("notice", "add", LETTERS / "07.txt", stdin="y\n")


def test_privacy_flags_are_set_unless_the_officer_takes_them_off(school, tmp_path):
    letter = written(
        tmp_path, "令和8年5月7日", "個人懇談の時間", "5月18日(月)", "山本 りく 14:00", "北村 あおい 14:15", "岡田 はると 14:30"
    )
    accepted = ("--accept-warnings", "do_not_publish")
    both = ["do_not_register_per_household_slots", "personal_names"]
    added = school.officer.json("notice", "add", letter, "--yes", *accepted)
    assert added["privacy_flags"] == both
    changed = school.officer.json("notice", "add", letter, "--yes", *accepted, "--without-flag", "personal_names")
    assert changed["privacy_flags"] == both[:1]
    school.officer.run("notice", "submit", added["id"])
    school.approver.run("notice", "approve", added["id"], expect=75)


def test_the_officers_grades_win(school):
    added = school.officer.json("notice", "add", LETTERS / "04.txt", "--yes", "--grades", "1,2", "--accept-warnings", "audience_differs")
    assert added["grades"] == [1, 2]
    new = [event for event in added["events"] if event["title"] != "授業参観"]
    assert new and all(event["grades"] == [1, 2] for event in new)


# Files


@pytest.fixture(scope="module")
def printed(tmp_path_factory) -> Path:
    """The letter about the school trip as the school's PDF."""
    folder = tmp_path_factory.mktemp("printed")
    render_letters.render([LETTERS / "10.txt"], folder, ("chromium",))
    return folder / "chromium" / "10.pdf"


def test_a_pdf_becomes_entries_and_stays_attached(school, printed):
    added = school.add(printed)
    assert [file["file_name"] for file in added["attachments"]] == ["10.pdf"]
    assert (added["title"], added["issued"], added["grades"]) == ("修学旅行の実施について", "2026-09-04", [6])
    assert {event["start"] for event in added["events"]} >= {"2026-10-15T06:40", "2026-09-18T15:00", "2026-09-11"}
    assert twins(school.events()) == []


def test_the_server_reads_an_uploaded_pdf_as_noticectl_does(school, printed):
    officer = school.staff.officer
    stored = officer.post(f"{API}/attachments?file_name=10.pdf", printed.read_bytes()).expect(201).json()
    reading = officer.post(f"{API}/readings", {"attachment": stored["digest"]}).expect(200).json()
    text = officer.post(f"{API}/readings", {"text": (LETTERS / "10.txt").read_text(encoding="utf-8")}).expect(200).json()
    facts = lambda body: [(e["kind"], e["start"], e["grades"]) for e in body["events"]]
    assert facts(reading) == facts(text) and reading["issued"] == "2026-09-04" and reading["pages"] == 1
    assert {match["event"]["title"] for match in reading["matches"]} == {"修学旅行", "修学旅行説明会"}
    assert officer.get(f"{API}/notices").json()["notices"] == [], "asking registers nothing"
    school.staff.auditor.post(f"{API}/readings", {"attachment": stored["digest"]}).expect(403)


def test_a_locked_or_broken_file_is_refused_before_anything_is_sent(school):
    for name, code in (("encrypted_user_pw", "encrypted_pdf"), ("truncated", "corrupt_pdf"), ("pages_10000", "too_many_pages")):
        stopped = school.officer.run("notice", "add", FIXTURES / "hostile/pdf" / f"{name}.pdf", "--json", expect=65)
        assert json.loads(stopped.stderr)["code"] == code
    assert school.officer.json("notice", "list")["notices"] == []
