"""Bad input, and what it gets: the place named, nothing half done, the server in good health."""

from __future__ import annotations

import hashlib
import json
import signal
import socket
import sqlite3
import subprocess
import time
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import quote

import pytest

from harness import people, plans
from harness.associations import OTHER_PTA, PTA
from harness.http import Response
from harness.people import API
from harness.plans import row, written
from harness.server import FIXTURES, SERVER, Server, clean_environment

HOSTILE = FIXTURES / "hostile"


@pytest.fixture
def person(town, tmp_path):
    return people.Person(town.server, tmp_path, "officer").log_in(people.invite(town.pta.admin, "officer"))


@pytest.fixture(autouse=True)
def the_server_stays_healthy(town):
    yield
    town.server.client().get("/healthz").expect(200)


def events(town) -> list[dict]:
    found, after = [], ""
    while True:
        page = town.pta.officer.get(f"{API}/events?limit=200{after}").expect(200).json()
        found += page["events"]
        if not page.get("next"):
            return found
        after = f"&after={page['next']}"


def refused(response: Response) -> list[dict]:
    """The problems of a refused table, each with its place."""
    response.expect(422)
    problems = response.json()["problems"]
    assert problems and all(problem["message"] for problem in problems)
    return problems


# Tables


BAD_ROWS = {
    "a wrong weekday": (dict(開始日="2026-06-05", 曜日="月"), "曜日", "weekday_mismatch"),
    "an impossible date": (dict(開始日="2026-02-30", 曜日="月"), "開始日", "impossible_date"),
    "an unknown grade": (dict(対象学年="9年"), "対象学年", "unknown_grade"),
    "a grade of another stage": (dict(対象学年="1年;6年"), "対象学年", "unknown_grade"),
    "an unknown kind": (dict(種別="遊び"), "種別", "unknown_kind"),
    "an unknown status": (dict(状態="たぶん"), "状態", "unknown_status"),
    "an unknown class": (dict(対象学年="3年", 対象学級="3年4組"), "対象学級", "unknown_class"),
    "an end before the start": (dict(開始日="2026-06-05", 終了日="2026-06-04"), "終了日", "end_before_start"),
    "an end before the start, the same day": (dict(開始時刻="10:00", 終了時刻="09:00"), "終了時刻", "end_before_start"),
    "an impossible time": (dict(開始時刻="25:10"), "開始時刻", "impossible_time"),
    "a date 30 years off": (dict(開始日="2056-06-05"), "開始日", "date_out_of_range"),
    "no title": (dict(行事名=""), "行事名", "missing"),
    "a title of 10,000 characters": (dict(行事名="あ" * 10_000), "行事名", "too_long"),
    "a control character": (dict(行事名="遠足\x07"), "行事名", "control_character"),
    "an impossible rain date": (dict(予備日="2026-06-31"), "予備日", "impossible_date"),
}


@pytest.mark.parametrize("what", BAD_ROWS)
def test_a_bad_row_is_named_with_row_and_column_and_nothing_is_imported(town, what):
    cells, column, code = BAD_ROWS[what]
    before = events(town)
    table = written([row("よい行"), row(**({"title": "悪い行"} | renamed(cells)))])
    problems = refused(town.pta.import_csv(table))
    assert [(problem["row"], problem["column"], problem["code"]) for problem in problems] == [(3, column, code)]
    assert events(town) == before


def renamed(cells: dict[str, str]) -> dict[str, str]:
    """`row` takes title and day by these names."""
    names = {"行事名": "title", "開始日": "day"}
    return {names.get(name, name): value for name, value in cells.items()}


def test_every_problem_is_listed_not_only_the_first(town):
    table = written([row(**renamed(cells)) for cells, _, _ in BAD_ROWS.values()])
    problems = refused(town.pta.import_csv(table))
    assert [(problem["row"], problem["code"]) for problem in problems] == [
        (number, code) for number, (_, _, code) in enumerate(BAD_ROWS.values(), start=2)
    ]


def test_a_missing_column_is_named(town):
    without = [column for column in plans.COLUMNS if column != "開始日"]
    problems = refused(town.pta.import_csv(written([row()], columns=without)))
    assert [(problem["code"], problem["column"]) for problem in problems] == [("missing_column", "開始日")]


@pytest.mark.parametrize("content", [
    "行事名,開始日\r\n遠足".encode("euc_jp"), written([row()])[:-40] + b"\xff\xfe\xfa", b"\x00\x01\x02" * 50,
])
def test_garbled_encoding_is_refused_as_such(town, content):
    response = town.pta.import_csv(content).expect(422, 415)
    assert response.code in ("bad_encoding", "invalid", "type_mismatch")
    assert response.json()["detail"]


def test_utf_16_as_excel_saves_it_is_read(town):
    table = "行事名\t開始日\t対象学年\r\n遠足\t2026-06-05\t1年\r\n".encode("utf-16")
    report = town.pta.import_csv(table, "dry_run=true").expect(200).json()
    assert [made["title"] for made in report["created"]] == ["遠足"] and not report["problems"]


def test_partial_takes_the_good_rows_and_lists_the_bad(town):
    table = written([row("部分のよい行", 行事ID="P-1"), row("部分の悪い行", 対象学年="9年", 行事ID="P-2")])
    report = town.pta.import_csv(table, "partial=true").expect(201).json()
    assert [made["title"] for made in report["created"]] == ["部分のよい行"]
    assert [(problem["row"], problem["column"]) for problem in report["problems"]] == [(3, "対象学年")]
    town.pta.officer.post(f"{API}/change-sets/{report['change_set']}/discard").expect(200)


def test_a_dry_run_imports_nothing(town):
    before = events(town)
    report = town.pta.import_csv(written([row("試し")]), "dry_run=true").expect(200).json()
    assert report["dry_run"] and len(report["created"]) == 1
    assert events(town) == before


def test_noticectl_lists_every_problem_and_exits_65(town, person, tmp_path):
    file = tmp_path / "plan.csv"
    file.write_bytes(written([row(**renamed(BAD_ROWS[what][0])) for what in ("a wrong weekday", "an unknown grade")]))
    before = events(town)
    result = person.run("event", "import", file, expect=65)
    shown = result.stdout + result.stderr
    for words in ("曜日", "対象学年", "2", "3", "9年"):
        assert words in shown
    problem = json.loads(person.run("event", "import", file, "--json", expect=65).stderr)
    assert [each["row"] for each in problem["problems"]] == [2, 3]
    assert events(town) == before


def test_rows_in_windows_and_unix_form_read_alike(town):
    table = written([row("改行の試験")])
    for content in (table, table.replace(b"\r\n", b"\n"), table.replace(b"\r\n", b"\r"), table[3:], table.rstrip()):
        report = town.pta.import_csv(content, "dry_run=true").expect(200).json()
        assert [made["title"] for made in report["created"]] == ["改行の試験"]


@pytest.mark.parametrize("file", sorted(path.name for path in (HOSTILE / "csv").glob("*.csv")))
def test_the_hostile_tables_are_read_or_refused_but_never_trip_the_reader(town, file):
    """Their columns are not ours: a table that reads well is refused for that, one that does not with its own code."""
    response = town.pta.import_csv((HOSTILE / "csv" / file).read_bytes(), "dry_run=true").expect(422)
    if file == "unclosed_quote.csv":
        assert response.code == "csv_unclosed_quote" and "2" in response.json()["detail"]
    else:
        assert {problem["code"] for problem in refused(response)} == {"missing_column"}


def test_a_million_columns_are_refused_at_once(town):
    began = time.monotonic()
    response = town.pta.import_csv(b"code,school,grade,class\r\n" + b"," * 1_000_000 + b"\r\n").expect(422)
    assert response.code == "csv_too_many_columns" and time.monotonic() - began < 1


def test_cells_that_a_spreadsheet_would_run_stay_text(town):
    table = written([row(title, 行事ID=f"F-{number}") for number, title in enumerate(["=1+1", "@SUM(A1)", "+1", "-1"])])
    report = town.pta.import_csv(table, "dry_run=true").expect(200).json()
    assert [made["title"] for made in report["created"]] == ["=1+1", "@SUM(A1)", "+1", "-1"]


def test_an_empty_file_is_refused(town):
    assert town.pta.import_csv(b"").expect(422).code == "empty_file"
    assert refused_or_empty(town.pta.import_csv(b"\xef\xbb\xbf")).status == 422


def refused_or_empty(response: Response) -> Response:
    assert response.code in ("empty_file", "invalid")
    return response


# Events and letters


BAD_EVENTS = {
    "a grade that the school does not have": (dict(grades=[4]), "grades[0]"),
    "a class that the school does not have": (dict(classes=["3-4"]), "classes[0]"),
    "an end before its start": (dict(end="2026-06-04"), "end"),
    "an end before its start, the same day": (
        dict(start="2026-06-05T10:00", end="2026-06-05T09:00", all_day=False), "end",
    ),
    "a title of 10,000 characters": (dict(title="あ" * 10_000), "title"),
    "a control character": (dict(title="遠足\u0007"), "title"),
    "a line break in the title": (dict(title="遠足\r\nATTENDEE:x"), "title"),
    "a date 30 years off": (dict(start="2056-06-05"), "start"),
    "an impossible date": (dict(start="2026-06-31"), "start"),
    "an impossible time": (dict(start="2026-06-05T24:30", all_day=False), "start"),
    "a rain date before the event": (dict(rain_dates=["2026-06-08", "2026-05-08"]), "rain_dates[1]"),
    "an unknown kind": (dict(kind="party"), "kind"),
    "an unknown status": (dict(status="maybe"), "status"),
    "no title": (dict(title=None), "title"),
    "another association's school": (dict(school="hoshimidai-es"), "school"),
    "a place of 10,000 characters": (dict(place="あ" * 10_000), "place"),
    "a thousand things to bring": (dict(items=["水筒"] * 1000), "items"),
}


def a_good_event(**changes) -> dict:
    good = {"title": "遠足", "kind": "event", "start": "2026-06-05", "all_day": True, "grades": [1]}
    return {name: value for name, value in (good | changes).items() if value is not None}


@pytest.mark.parametrize("what", BAD_EVENTS)
def test_a_bad_event_is_refused_with_its_field_named(town, what):
    changes, field = BAD_EVENTS[what]
    alone = town.pta.officer.post(f"{API}/events", a_good_event(**changes)).expect(422)
    assert alone.code == "invalid" and [problem["field"] for problem in alone.json()["problems"]] == [field]
    letter = {"title": "題", "text": "本文", "events": [a_good_event(), a_good_event(**changes)]}
    within = town.pta.officer.post(f"{API}/notices", letter).expect(422)
    assert [problem["field"] for problem in within.json()["problems"]] == [f"events[1].{field}"]


def test_messages_are_in_the_readers_language(town):
    bad = a_good_event(grades=[4])
    messages = {
        language: town.pta.officer.acting(language=language).post(f"{API}/events", bad).json()["problems"][0]["message"]
        for language in ("ja", "en", "ja-simple")
    }
    assert len(set(messages.values())) == 3
    assert "学年" in messages["ja"] and "grade" in messages["en"] and "がくねん" in messages["ja-simple"]


@pytest.mark.parametrize("body", [
    b"", b"{", b"[]", b"null", b'{"title": 5}', b'{"title": "\xff"}', b'{"title": "\\ud800"}', b"[" * 100_000,
    b'{"grades": [1e400]}', b'{"title": "x", "start": {"a": 1}}',
])
def test_a_body_that_is_no_such_json_is_refused(town, body):
    response = town.pta.officer.post(f"{API}/events", body, Content_Type="application/json")
    response.expect(422, 400, 413)
    assert response.headers["Content-Type"].startswith("application/problem+json")


@pytest.mark.parametrize("index", range(len(json.loads((HOSTILE / "text/strings_injection.json").read_text()))))
def test_hostile_words_stay_words_in_a_calendar(town, index):
    words = json.loads((HOSTILE / "text/strings_injection.json").read_text())[index]
    response = town.pta.officer.post(f"{API}/events", a_good_event(title=words, place="体育館"))
    if any(unicodedata.category(character) in ("Cc", "Zl", "Zp") for character in words):
        assert [problem["code"] for problem in response.expect(422).json()["problems"]] == ["control_character"]
        return
    assert response.expect(201).json()["changes"][0]["after"]["title"] == words


# Slips, households, addresses


BAD_SLIPS = {
    "a grade that the school does not have": (dict(grade=4), "grade"),
    "a class that the school does not have": (dict(grade=3, **{"class": 4}), "class"),
    "no slip at all": (dict(count=0), "count"),
    "too many slips": (dict(count=1001), "count"),
    "a school of somebody else": (dict(school="hoshimidai-es"), "school"),
    "a school year far off": (dict(school_year=2056), "school_year"),
}


@pytest.mark.parametrize("what", BAD_SLIPS)
def test_slips_that_cannot_be_are_refused(town, what):
    changes, field = BAD_SLIPS[what]
    response = town.pta.officer.post(f"{API}/slips", {"grade": 1, "count": 1} | changes).expect(422)
    assert [problem["field"] for problem in response.json()["problems"]] == [field]


BAD_FEEDS = [
    {"kinds": ["party"]}, {"detail": "some"}, {"language": "fr"}, {"cancelled_style": "loud"}, {"reminders": [-5]},
    {"reminders": [10] * 100}, {"label": "あ" * 1000}, {"label": "a\u0007"}, {"reminders": [10**9]},
]


@pytest.mark.parametrize("options", BAD_FEEDS, ids=str)
def test_options_that_a_feed_does_not_have_are_refused(town, options):
    home = town.pta.household(1)
    response = home.client.post(f"{API}/household/feeds", {"label": "x"} | options).expect(422)
    assert response.json()["problems"][0]["field"].split("[")[0] in options
    assert len(home.client.get(f"{API}/household/feeds").json()["feeds"]) == 1


def test_addresses_and_methods_that_do_not_exist_are_problems(town):
    officer = town.pta.officer
    assert officer.get(f"{API}/nothing").expect(404).code == "not_found"
    assert officer.get(f"{API}/notices/not-an-id").expect(404, 422).code in ("not_found", "invalid")
    wrong = officer.request("PATCH", f"{API}/notices", {}).expect(405)
    assert "GET" in wrong.headers["Allow"] and "POST" in wrong.headers["Allow"]
    for query in ("from=yesterday", "grade=nine", "limit=0", "limit=100000", "school=nowhere"):
        officer.get(f"{API}/events?{query}").expect(200, 422)
    town.server.client().get("/nothing/here").expect(404)


def test_a_digest_of_a_week_that_does_not_exist_is_refused(town):
    for week in ("2026-W54", "2026-21", "W21", "9999999-W01"):
        town.pta.officer.get(f"{API}/digest?grade=1&week={week}").expect(422)
        town.pta.household(1).digest("", f"?week={week}").expect(404, 422, 400)


# Files


BAD_FILES = {
    "img/zero_byte.jpg": "empty_file",
    "img/html_named.jpg": "type_mismatch",
    "img/png_named.pdf": "type_mismatch",
    "img/svg_script.svg": "unsupported_type",
    "pdf/zip_named.pdf": "type_mismatch",
    "pdf/polyglot_html.pdf": "type_mismatch",
    "img/png_bomb_50000x50000.png": "image_too_large",
    "img/truncated.jpg": "corrupt_image",
    "pdf/encrypted_user_pw.pdf": "encrypted_pdf",
    "pdf/truncated.pdf": "corrupt_pdf",
    "pdf/pages_10000.pdf": "too_many_pages",
    "pdf/mediabox_200000.pdf": "page_too_large",
}


@pytest.mark.parametrize("file", BAD_FILES)
def test_a_file_is_judged_by_its_content(town, file):
    name = file.rsplit("/", 1)[-1]
    content = (HOSTILE / file).read_bytes()
    begin = time.monotonic()
    response = town.pta.officer.post(f"{API}/attachments?file_name={name}", content)
    assert response.expect(413, 415, 422).code == BAD_FILES[file]
    assert time.monotonic() - begin < 5, "in bounded time, also on a busy machine"
    digest = hashlib.sha256(content).hexdigest()
    town.pta.officer.get(f"{API}/attachments/{digest}").expect(404)
    town.pta.officer.post(f"{API}/readings", {"attachment": digest}).expect(404)
    assert not list((town.server.data / "files" / "incoming").iterdir()), "a refused upload was left behind"


def test_many_files_at_once_are_looked_into_in_turn(town):
    pdf = (HOSTILE / "pdf/plain_ok.pdf").read_bytes()
    send = lambda number: town.pta.officer.post(f"{API}/attachments?file_name=a.pdf", pdf + f"% {number}\n".encode())
    with ThreadPoolExecutor(8) as officers:
        answers = list(officers.map(send, range(16)))
    assert [answer.status for answer in answers] == [201] * 16
    assert len({answer.json()["digest"] for answer in answers}) == 16


@pytest.mark.parametrize("index", range(len(json.loads((HOSTILE / "names/filenames.json").read_text()))))
def test_hostile_file_names_write_nothing_outside_and_no_second_header(town, index):
    name = json.loads((HOSTILE / "names/filenames.json").read_text())[index]["name"]
    pdf = (HOSTILE / "pdf/plain_ok.pdf").read_bytes()
    encoded = quote(name.encode("utf-8", "surrogatepass"), safe="")
    response = town.pta.officer.post(f"{API}/attachments?file_name={encoded}", pdf).expect(201, 415, 422, 414)
    outside = [path for path in town.server.folder.iterdir() if path.name not in known_names(town.server)]
    assert outside == []
    if response.status == 201:
        digest = response.json()["digest"]
        served = town.pta.officer.get(f"{API}/attachments/{digest}").expect(200)
        assert served.body == pdf
        assert "\n" not in (served.headers["Content-Disposition"] or "attachment")
        assert served.headers["X-Content-Type-Options"] == "nosniff"


def known_names(server: Server) -> set[str]:
    return {server.data.name, server.associations.name, server.log.name, server.clock.file.name}


def test_a_body_over_the_limit_is_refused_and_the_connection_can_go_on(serve):
    server = serve(NOTICE_MAX_BODY_MB="1")
    officer = people.sign_in(server, server.invitation(PTA))
    pdf = b"%PDF-1.4\n" + b"x" * 2_000_000
    assert upload(officer, "/attachments?file_name=a.pdf", pdf).code == "too_large"
    assert upload(officer, "/imports", b"a," * 1_000_000).code == "too_large"
    assert upload(officer, "/events", b'{"title": "' + b"x" * 2_000_000).code == "too_large"
    large = (HOSTILE / "pdf/plain_ok.pdf").read_bytes() + b"%" + b"x" * 100_000 + b"\n%%EOF\n"
    officer.post(f"{API}/attachments?file_name=a.pdf", large).expect(201)
    assert not list((server.data / "files" / "incoming").iterdir()), "a refused upload was left behind"
    server.stop()


def upload(officer, path: str, body: bytes) -> Response:
    return officer.post(API + path, body, Content_Type="application/json").expect(413)


# Settings


WRONG_SETTINGS = {
    "a port that is none": ("NOTICE_PORT", "http"),
    "a port beyond all ports": ("NOTICE_PORT", "70000"),
    "a host that is none": ("NOTICE_HOST", "not an address"),
    "plain http for the world": ("NOTICE_BASE_URL", "http://otayori.example.jp"),
    "a base URL that is none": ("NOTICE_BASE_URL", "otayori"),
    "an engine that is not built in": ("NOTICE_DATABASE_URL", "mysql://localhost/otayori"),
    "PostgreSQL, not built in yet": ("NOTICE_DATABASE_URL", "postgres://localhost/otayori"),
    "associations that are not there": ("NOTICE_ASSOCIATIONS", "/nowhere/at/all"),
    "a proxy that is no address": ("NOTICE_TRUSTED_PROXIES", "proxy.example"),
    "connections that are no number": ("NOTICE_MAX_CONNECTIONS", "many"),
    "no connections at all": ("NOTICE_MAX_CONNECTIONS", "0"),
    "connections per source that are no number": ("NOTICE_MAX_CONNECTIONS_PER_SOURCE", "-1"),
    "a body size that is no number": ("NOTICE_MAX_BODY_MB", "big"),
    "data where no folder can be": ("NOTICE_DATA", "/dev/null/data"),
    "a file of settings that is not there": ("NOTICE_CONFIG", "/nowhere/notice.conf"),
}


@pytest.mark.parametrize("what", WRONG_SETTINGS)
def test_a_wrong_setting_is_one_clear_line_and_78(binaries, tmp_path, what):
    name, value = WRONG_SETTINGS[what]
    line = refused_start(Server(tmp_path, **{name: value}))
    assert name in line, f"the line does not name {name}: {line}"


def refused_start(server: Server) -> str:
    """The one line with which the server says why it will not start."""
    finished = subprocess.run(
        [str(server.binary)], env=server.environment(), cwd=server.folder, capture_output=True, text=True, timeout=20
    )
    lines = [line for line in finished.stderr.splitlines() if line.strip()]
    assert finished.returncode == 78, f"exit {finished.returncode}: {finished.stderr}"
    assert len(lines) == 1, finished.stderr
    return lines[0]


def test_a_port_in_use_is_one_clear_line_and_78(binaries, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as other:
        server = Server(tmp_path, NOTICE_PORT=str(other.getsockname()[1]))
        assert "NOTICE_PORT" in refused_start(server)


BAD_FOLDERS = {
    "a folder name that is no ID": ("Hama Tsubame/association.yaml", "name: {ja: x}\n"),
    "a stage nobody knows": ("hamatsubame/schools/hamatsubame-jh.yaml", "name: {ja: 中学校}\nstage: university\n"),
    "no Japanese name": ("hamatsubame/association.yaml", "name: {en: PTA}\nshort_name: PTA\n"),
    "a rule nobody knows": (
        "hamatsubame/association.yaml", "name: {ja: 育友会}\nshort_name: 育友会\ntwo_person: sometimes\n",
    ),
    "text republished without the school's word": (
        "hamatsubame/association.yaml",
        "name: {ja: 育友会}\nshort_name: 育友会\nrepublish:\n  school: {level: text}\n",
    ),
    "a file that is no YAML": ("hamatsubame/association.yaml", "name: {ja: [\n"),
    "a misspelt setting": ("hamatsubame/association.yaml", "name: {ja: 育友会}\nshort_name: 育友会\ntwo_persons: always\n"),
}


@pytest.mark.parametrize("what", BAD_FOLDERS)
def test_a_wrong_association_file_is_named_in_one_line(binaries, tmp_path, what):
    name, text = BAD_FOLDERS[what]
    server = Server(tmp_path)
    file = server.associations / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    assert name.split("/")[0] in refused_start(server)


def test_a_newer_schema_is_refused_with_a_clear_line_and_left_alone(binaries, tmp_path):
    server = Server(tmp_path).start()
    server.stop()
    with sqlite3.connect(server.database) as connection:
        connection.execute("INSERT INTO schema_migration VALUES (9999, 'from a later release', 0)")
        before = list(connection.iterdump())
    connection.close()
    assert "newer version" in refused_start(server)
    with sqlite3.connect(server.database) as connection:
        assert list(connection.iterdump()) == before
    connection.close()


def test_sighup_takes_over_a_good_folder_and_leaves_a_bad_one(binaries, tmp_path):
    server = Server(tmp_path).start()
    admin = people.sign_in(server, server.invitation(PTA))
    file = server.associations / PTA / "association.yaml"
    good = file.read_text(encoding="utf-8")
    name = lambda: admin.get(f"{API}/association").expect(200).json()["short_name"]
    file.write_text(good.replace("short_name: 育友会", "short_name: 保護者会"), encoding="utf-8")
    server.process.send_signal(signal.SIGHUP)
    wait_until(lambda: name() == "保護者会")
    file.write_text("name: [\n", encoding="utf-8")
    server.process.send_signal(signal.SIGHUP)
    wait_until(lambda: "association.yaml" in server.log.read_text())
    assert name() == "保護者会"
    server.stop()


def wait_until(holds, seconds: float = 5) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, f"not within {seconds} s"
        time.sleep(0.02)


def test_two_servers_never_share_a_data_folder(binaries, town, tmp_path):
    second = Server(tmp_path, NOTICE_DATA=str(town.server.data))
    assert "NOTICE_DATA" in refused_start(second)


def test_the_first_steps_are_the_owners_alone_and_used_up(binaries, tmp_path):
    server = Server(tmp_path).start()
    steps = server.data / "first-steps.json"
    assert steps.stat().st_mode & 0o777 == 0o600
    code = server.invitation(PTA)
    people.sign_in(server, code)
    left = json.loads(steps.read_text())["invitations"]
    assert [step["association"] for step in left] == [OTHER_PTA]
    assert str(steps) in server.log.read_text() and code not in server.log.read_text()
    server.stop()
    replaced = subprocess.run(
        [str(SERVER), "invite", "--association", PTA, "--role", "admin"], env=server.environment(),
        cwd=server.folder, capture_output=True, text=True, timeout=20,
    )
    assert replaced.returncode == 0, replaced.stderr
    code = next(line.split(": ")[1] for line in replaced.stdout.splitlines() if line.startswith("code: "))
    server.start()
    people.sign_in(server, code)
    server.stop()


def test_settings_may_stand_in_a_file_and_the_environment_wins(binaries, tmp_path):
    file = tmp_path / "notice.conf"
    server = Server(tmp_path, NOTICE_CONFIG=str(file))
    file.write_text("# where we listen\nNOTICE_PORT=none\nNOTICE_MAX_BODY_MB = '3'\n")
    server.start()
    server.stop()
    for line, complaint in {"NOTICE_PROT=1": "NOTICE_PROT", "NOTICE_MAX_BODY_MB=x": "NOTICE_MAX_BODY_MB"}.items():
        file.write_text(line + "\n")
        assert complaint in refused_start(server)


def test_help_answers_without_any_setting(binaries, tmp_path):
    environment = clean_environment(tmp_path)
    for arguments in (["--help"], ["invite", "--help"]):
        finished = subprocess.run([str(SERVER), *arguments], env=environment, capture_output=True, text=True, timeout=20)
        assert finished.returncode == 0 and finished.stdout
