"""The school's year plan as days × months, and lists under headings of the school's own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import A_MONDAY_IN_MAY, new_town
from harness import calendars, matrices, people
from harness.associations import OTHER_PTA
from harness.people import API


@pytest.fixture
def school(serve, tmp_path):
    """The elementary school's association, with nothing registered yet."""
    return new_town(serve(shows=A_MONDAY_IN_MAY)).other


@pytest.fixture
def officer(serve, tmp_path) -> people.Person:
    server = serve(shows=A_MONDAY_IN_MAY)
    return people.Person(server, tmp_path, "officer").log_in(server.invitation(OTHER_PTA))


def events(client) -> list[dict]:
    found, after = [], ""
    while True:
        page = client.get(f"{API}/events?limit=500{after}").expect(200).json()
        found += page["events"]
        if not page.get("next"):
            return found
        after = f"&after={page['next']}"


# Years of days × months


@pytest.mark.parametrize("name", matrices.NENKAN)
@pytest.mark.parametrize("layout", ["auto", "matrix"])
def test_every_entry_of_the_year_plan_becomes_an_event_and_nothing_else(officer, name, layout):
    report = officer.json("event", "import", matrices.FOLDER / name, "--layout", layout)
    assert report["layout"] == "matrix" and report["school_year"] == 2026 and not report["problems"]
    found = officer.json("event", "list")["events"]
    assert len(found) == len(report["created"])
    assert len(matrices.expected()) == 156
    assert matrices.missing(found) == []
    assert matrices.invented(found) == []
    by_title = {event["title"]: event for event in found}
    assert by_title["夏季休業"]["kind"] == "closure" and by_title["夏季休業"]["end"] == "2026-08-30"
    assert by_title["運動会"]["rain_dates"] == ["2026-05-24"]
    assert by_title["校外学習"]["grades"] == [1, 2] and by_title["修学旅行説明会"]["groups"] == ["parents"]
    assert [row["title"] for row in report["empty_audience"]] == ["就学時健診", "新入学児童保護者説明会"]


@pytest.fixture(scope="module")
def office(serve) -> people.Staff:
    return new_town(serve(shows=A_MONDAY_IN_MAY)).other


@pytest.mark.parametrize("layout", matrices.layouts())
def test_the_same_plan_in_another_layout_says_the_same(office, layout):
    report = office.import_csv(matrices.layouts()[layout]).expect(201).json()
    made = {each["id"] for each in report["created"]}
    found = [event for event in events(office.officer) if event["id"] in made]
    assert matrices.missing(found) == [] and matrices.invented(found) == []
    office.officer.post(f"{API}/change-sets/{report['change_set']}/discard").expect(200)


def test_the_same_plan_again_changes_nothing(officer):
    utf8, cp932 = (matrices.FOLDER / name for name in matrices.NENKAN)
    first = officer.json("event", "import", utf8)
    officer.run("notice", "publish", first["change_set"], "--yes")
    second = officer.json("event", "import", cp932)
    assert second["change_set"] is None and second["unchanged"] == len(first["created"])
    assert second["created"] == second["revised"] == second["missing"] == []
    assert len(officer.json("event", "list")["events"]) == len(first["created"])


def test_changed_cells_become_revisions_and_nothing_stands_there_twice(school):
    table = matrices.rows()
    school.publish_csv(matrices.written(table))
    before = {event["id"]: event for event in events(school.officer)}
    home = school.household(6)
    assert "修学旅行（6年）" in calendars.summaries(home.feed().expect(200).body)

    move(table, "6年修学旅行", (10, 15), (10, 16), to=((10, 22), (10, 23)))
    row, column = matrices.place(table, 6, 1)
    table[row][column] = "プール清掃(5・6年)"
    row, column = matrices.place(table, 5, 23)
    table[row][column] = "大運動会"
    row, column = matrices.place(table, 7, 3)
    table[row][column] = ""
    report = school.import_csv(matrices.written(table)).expect(201).json()
    assert sorted(each["title"] for each in report["revised"]) == ["プール清掃", "修学旅行", "大運動会"]
    assert not report["created"] and [each["title"] for each in report["missing"]] == ["PTA救急法講習会"]
    trip = next(each for each in report["revised"] if each["title"] == "修学旅行")
    assert trip["fields"] == ["time"] and trip["start"] == "2026-10-22" and trip["column"] == "10月" and trip["guessed"]
    school.publish(report["change_set"])
    assert {event["id"] for event in events(school.officer)} == before.keys()
    assert "変更 10/15→10/22 修学旅行（6年）" in calendars.summaries(home.feed().expect(200).body)


def move(table: list[list[str]], text: str, *days: tuple[int, int], to: tuple[tuple[int, int], ...]) -> None:
    for day in days:
        row, column = matrices.place(table, *day)
        assert table[row][column] == text
        table[row][column] = ""
    for day in to:
        row, column = matrices.place(table, *day)
        table[row][column] = text


def test_families_see_the_plan_of_their_grade(school):
    school.publish_csv((matrices.FOLDER / matrices.NENKAN[0]).read_bytes())
    first, sixth = (calendars.summaries(school.household(grade).feed().expect(200).body) for grade in (1, 6))
    assert "【休み】夏季休業（1年）" in first and "予備日 運動会（1年）" in first and "授業参観（1年）" in first
    assert "修学旅行（6年）" in sixth and "修学旅行（1年）" not in first and not any("林間" in each for each in first + sixth)
    assert not any("就学時健診" in each or "海の日" in each for each in first + sixth)


def test_a_wrong_weekday_and_a_day_that_does_not_exist_are_named_by_row_and_month(school):
    table = matrices.rows()
    row, column = matrices.place(table, 6, 1)
    table[row][column - 1] = "火"
    away, february = matrices.place(table, 2, 30)
    table[away][february] = "なわとび大会"
    problems = school.import_csv(matrices.written(table)).expect(422).json()["problems"]
    found = [(problem["row"], problem["column"], problem["code"]) for problem in problems]
    assert found == [(5, "6月 曜", "weekday_mismatch"), (34, "2月", "impossible_date")]
    assert "2026-06-01（月）" in problems[0]["message"] and "2026-06-02" in problems[0]["message"]
    report = school.import_csv(matrices.written(table), "partial=true").expect(201).json()
    assert len(report["problems"]) == 2
    found = events(school.officer)
    assert [text for _, text in matrices.missing(found)] == ["プール清掃(6年)"]


def test_a_plan_of_another_year_is_refused_in_one_line(school):
    plan = (matrices.FOLDER / matrices.NENKAN[0]).read_bytes()
    problems = school.import_csv(plan, "school_year=2027").expect(422).json()["problems"]
    assert [problem["code"] for problem in problems] == ["school_year_mismatch"]
    last_year = plan.decode("utf-8-sig").replace("令和8年度", "令和7年度").encode()
    problems = school.import_csv(last_year).expect(422).json()["problems"]
    assert [problem["code"] for problem in problems] == ["weekdays_of_other_year"]


def test_a_list_is_no_year_plan(school):
    problems = school.import_csv("行事名,開始日\r\n遠足,2026-06-05\r\n".encode(), "layout=matrix").expect(422).json()["problems"]
    assert [problem["code"] for problem in problems] == ["unsupported_layout"]
    plan = (matrices.FOLDER / matrices.NENKAN[0]).read_bytes()
    problems = school.import_csv(plan, "layout=list").expect(422).json()["problems"]
    assert [problem["code"] for problem in problems] == ["unsupported_layout"]


# Lists under headings of the school's own


JUNE = """\
令和8年度　6月の行事予定,,,,
月日,曜,行事,学年,時間,担当
6/5(金),金,校外学習,1・2年,8:30～14:30,教務
,,避難訓練,,10:00,安全
6/8～10,月,個人懇談(希望者),,放課後,
6/30,火,漢字検定申込締切,3年以上,,
"""
JULY = "期日,主な行事,場\r\n7/3,七夕集会,体育館\r\n"


def test_a_list_with_usual_headings_needs_no_flag(officer, tmp_path):
    file = written(tmp_path, JUNE)
    report = officer.json("event", "import", file)
    assert report["layout"] == "list" and report["school_year"] == 2026
    assert {each["heading"]: each["field"] for each in report["columns"]} == {
        "月日": "開始日", "曜": "曜日", "行事": "行事名", "学年": "対象学年", "時間": "開始時刻", "担当": None,
    }
    found = {event["title"]: event for event in officer.json("event", "list")["events"]}
    assert sorted(found) == sorted(["校外学習", "避難訓練", "個人懇談", "漢字検定申込締切"])
    assert found["校外学習"]["start"] == "2026-06-05T08:30" and found["校外学習"]["end"] == "2026-06-05T14:30"
    assert found["校外学習"]["grades"] == [1, 2]
    assert found["避難訓練"]["start"] == "2026-06-05T10:00" and found["避難訓練"]["grades"] == [1, 2, 3, 4, 5, 6]
    assert found["個人懇談"]["end"] == "2026-06-10" and found["個人懇談"]["groups"] == ["applicants"]
    assert found["個人懇談"]["note"] == "放課後"
    assert found["漢字検定申込締切"]["kind"] == "deadline" and found["漢字検定申込締切"]["grades"] == [3, 4, 5, 6]
    assert {problem["code"] for problem in report["problems"]} == {"unknown_column", "time_unread"}


def test_what_is_said_of_a_heading_is_remembered_for_the_school(officer, tmp_path):
    file = written(tmp_path, JULY)
    problem = json.loads(officer.run("event", "import", file, "--json", expect=65).stderr)
    assert [each["code"] for each in problem["problems"]] == ["school_year_required"]
    unread = officer.json("event", "import", file, "--school-year", "2026", "--dry-run")
    assert column(unread, "場") == (None, "unknown")

    tried = officer.json("event", "import", file, "--school-year", "2026", "--column", "場=場所", "--dry-run")
    assert column(tried, "場") == ("場所", "given")
    again = officer.json("event", "import", file, "--school-year", "2026", "--dry-run")
    assert column(again, "場") == (None, "unknown"), "a trial is not remembered"

    officer.json("event", "import", file, "--school-year", "2026", "--column", "場=place")
    august = written(tmp_path, JULY.replace("7/3,七夕集会", "8/26,始業式"))
    report = officer.json("event", "import", august, "--school-year", "2026")
    assert column(report, "場") == ("場所", "remembered")
    found = {event["title"]: event["place"] for event in officer.json("event", "list")["events"]}
    assert found == {"七夕集会": "体育館", "始業式": "体育館"}

    officer.json("event", "import", august, "--school-year", "2026", "--column", "場=自動")
    assert column(officer.json("event", "import", august, "--school-year", "2026", "--dry-run"), "場") == (None, "unknown")


def test_what_is_said_of_a_heading_stays_with_the_association(town):
    asked = "dry_run=true&school_year=2026"
    table = JULY.encode()
    town.other.import_csv(table, "school_year=2026&column=%E5%A0%B4%3Dplace").expect(201)
    theirs = town.pta.import_csv(table, asked).expect(200).json()
    assert column(theirs, "場") == (None, "unknown")
    assert column(town.other.import_csv(table, asked).expect(200).json(), "場") == ("場所", "remembered")


def test_a_heading_that_nobody_can_read_is_refused(town, officer, tmp_path):
    problems = town.other.import_csv(JULY.encode(), "column=%E5%A0%B4%3Dnowhere").expect(422).json()["problems"]
    assert [(problem["code"], problem["field"]) for problem in problems] == [("unknown_option", "column")]
    officer.run("event", "import", written(tmp_path, JULY), "--column", "場", expect=64)


def test_the_trial_shows_people_how_the_headings_are_read(officer, tmp_path):
    shown = officer.run("event", "import", written(tmp_path, JUNE), "--dry-run").stdout
    for words in ("見出しの読み方", "月日", "開始日", "担当", "読まない", "年度：2026"):
        assert words in shown


def column(report: dict, heading: str) -> tuple[str | None, str]:
    return next((each["field"], each["origin"]) for each in report["columns"] if each["heading"] == heading)


def written(folder: Path, text: str) -> Path:
    file = folder / "list.csv"
    file.write_text(text, encoding="cp932")
    return file
