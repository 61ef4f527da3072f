"""`noticectl ical` without a server: the shared tables, the hostile kit, and what a user types."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter

import pytest

from harness.content_lines import contents
from harness.meter import metered
from harness.server import NOTICECTL, REPOSITORY

SHARED = REPOSITORY.parent / "shared"
ICAL = SHARED / "testdata" / "ical"
HOSTILE = SHARED / "testdata" / "hostile" / "ics"
#: The kit's files that must be refused; the others are read. An unbounded rule is never a reason for `check` to refuse.
REFUSED = {
    "line_1mb_unfolded.ics", "nested_10000.ics", "rrule_by_100k.ics", "missing_end.ics", "rdate_20000.ics",
}

shared = pytest.mark.skipif(not ICAL.is_dir(), reason=f"SKIPPED LOUDLY: {ICAL} is not here")


def ical(*arguments: str, given: bytes | None = None) -> subprocess.CompletedProcess:
    return subprocess.run([str(NOTICECTL), "ical", *arguments], input=given, capture_output=True, timeout=60)


def table(*names: str, confirmed: bool = False) -> subprocess.CompletedProcess:
    command = [sys.executable, str(SHARED / "tools" / "check_rrule.py"), *(["--confirmed"] if confirmed else [])]
    command += [str(ICAL / name) for name in names] + ["--", str(NOTICECTL), "ical", "expand"]
    return subprocess.run(command, capture_output=True, text=True, timeout=300)


@shared
@pytest.mark.parametrize(
    "names, confirmed",
    [
        (["rrule-agreed.jsonl"], False),
        (["rrule-dst.jsonl", "rrule-yearly-bymonthday.jsonl"], False),
        (sorted(str(file.relative_to(ICAL)) for file in ICAL.glob("vectors/*.jsonl")), True),
    ],
    ids=["agreed", "summer time and yearly", "other libraries' vectors"],
)
def test_recurrence_tables_agree(binaries, names, confirmed):
    finished = table(*names, confirmed=confirmed)
    print(finished.stdout)
    assert finished.returncode == 0, finished.stdout


def measured(folder, *arguments: str) -> tuple[int, bytes, float, int]:
    """Exit status, standard output, seconds, and the most memory that this one process held, in KiB."""
    output = folder / "output"
    with output.open("wb") as out:
        status, took, memory = metered([str(NOTICECTL), "ical", *arguments], stdout=out, stderr=subprocess.DEVNULL)
    return status, output.read_bytes(), took, memory // 1024


@shared
@pytest.mark.parametrize("file", sorted(HOSTILE.glob("*.ics")), ids=lambda file: file.name)
def test_hostile_files_are_read_or_refused_in_bounded_time_and_memory(binaries, tmp_path, file):
    _, _, _, idle = measured(tmp_path, "check", str(HOSTILE / "control_ok.ics"))
    status, output, took, memory = measured(tmp_path, "check", str(file), "--json")
    assert status == (65 if file.name in REFUSED else 0)
    assert took < 2
    assert memory - idle < 128 * 1024
    if status == 0:
        assert {"events", "diagnostics"} <= json.loads(output).keys()


def test_a_bad_line_is_answered_and_the_rest_goes_on(binaries):
    rule = {"id": "2", "dtstart": "20260401", "tzid": None, "rrule": "FREQ=DAILY;COUNT=2", "exdate": [], "limit": 5}
    lines = b"not json\n" + json.dumps(rule | {"horizon": "20991231T235959"}).encode() + b"\n"
    finished = ical("expand", given=lines)
    first, second = map(json.loads, finished.stdout.splitlines())
    assert "error" in first
    assert second == {"id": "2", "occurrences": ["20260401", "20260402"]}


def test_formatting_twice_changes_nothing(binaries, tmp_path):
    calendar = (
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nBEGIN:VEVENT\nUID:1\nDTSTAMP:20260401T000000Z\n"
        "DTSTART;TZID=Tokyo Standard Time:20260401T090000\nX-OURS;X-P=a:ほし\nSUMMARY:運動会\\, 全学年\nEND:VEVENT\n"
        "END:VCALENDAR\n"
    )
    once = ical("format", "-", given=calendar.encode())
    assert once.returncode == 0, once.stderr
    assert "X-OURS;X-P=a:ほし" in once.stdout.decode()
    file = tmp_path / "once.ics"
    file.write_bytes(once.stdout)
    assert ical("format", str(file)).stdout == once.stdout


#: What a diagnostic may mean for the line it names: it comes back in other words, or not at all.
REPAIRS = {
    "malformed_line", "outside_component", "malformed_parameter", "control_character", "not_utf8", "quoted_printable",
    "misspelt_end", "stray_whitespace",
}


@shared
def test_formatting_loses_nothing_that_another_reader_sees(binaries, tmp_path):
    compared = refused = 0
    for file in sorted(ICAL.rglob("*.ics")):
        data = file.read_bytes()
        checked, formatted = ical("check", str(file), "--json"), ical("format", str(file))
        assert (checked.returncode, formatted.returncode) in [(0, 0), (65, 65)], file
        if formatted.returncode == 65:
            refused += 1
            continue
        compared += 1
        repaired = {finding["line"] for finding in json.loads(checked.stdout)["diagnostics"] if finding["code"] in REPAIRS}
        before = Counter(content for line, content in contents(data) if line not in repaired)
        after = Counter(content for _, content in contents(formatted.stdout))
        assert not before - after, file
        assert (after - before).total() <= len(repaired), file
        again = tmp_path / "again.ics"
        again.write_bytes(formatted.stdout)
        assert ical("format", str(again)).stdout == formatted.stdout, file
    print(f"compared {compared} calendars line by line, {refused} refused")
    assert compared > 300


def test_occurrences_of_a_window(binaries, tmp_path):
    file = tmp_path / "weekly.ics"
    file.write_text(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:w\r\nDTSTAMP:20260401T000000Z\r\n"
        "DTSTART;VALUE=DATE:20260401\r\nRRULE:FREQ=WEEKLY\r\nSUMMARY:クラブ\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        encoding="utf-8",
    )
    finished = ical("occurrences", str(file), "--from", "2026-04-08", "--to", "2026-04-22", "--json")
    assert [event["start"] for event in json.loads(finished.stdout)] == ["20260408", "20260415"]


def test_a_missing_file_and_a_wrong_word(binaries, tmp_path):
    assert ical("check", "/nowhere.ics").returncode == 66
    assert ical("check", str(tmp_path)).returncode == 66
    assert ical("check", "--sideways").returncode == 64


def test_results_that_cannot_be_written_are_a_failure(binaries, tmp_path):
    file = tmp_path / "a.ics"
    file.write_bytes(SMALL)
    for arguments in (["format"], ["check", "--json"], ["occurrences", "--from", "2026-01-01", "--to", "2027-01-01"]):
        with open("/dev/full", "wb") as full:
            command = [str(NOTICECTL), "ical", arguments[0], str(file), *arguments[1:]]
            assert subprocess.run(command, stdout=full, stderr=subprocess.DEVNULL).returncode == 73, arguments


SMALL = (
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260401T000000Z\r\n"
    b"DTSTART:20260401T000000Z\r\nSUMMARY:a, b\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


@pytest.mark.parametrize(
    "arguments, given, code",
    [
        (["check"], SMALL[:-20], "ics_malformed"),
        (["check", "--strict"], SMALL, "text_escape"),
        (["check", "--limit", "line=20"], SMALL, "line_too_long"),
        (["occurrences", "--from", "2026-01-01", "--to", "2027-01-01"], b"", "empty_file"),
        (
            ["occurrences", "--from", "2026-01-01", "--to", "2027-01-01", "--limit", "instances=1"],
            SMALL.replace(b"SUMMARY", b"RRULE:FREQ=DAILY\r\nSUMMARY"), "too_many_instances",
        ),
    ],
)
def test_a_refusal_in_json_is_one_problem_on_standard_error(binaries, arguments, given, code):
    finished = ical(arguments[0], "-", *arguments[1:], "--json", given=given)
    assert finished.returncode == 65
    assert finished.stdout == b""
    problem = json.loads(finished.stderr)
    assert problem["code"] == code
    assert code in problem["detail"] and "-:" in problem["detail"].replace("：", ":")


def test_a_misuse_in_json_is_a_problem_too(binaries):
    for arguments in (["check", "--json"], ["check", "-", "--json", "--limit", "depth=none"]):
        finished = ical(*arguments, given=SMALL)
        assert finished.returncode == 64
        assert finished.stdout == b""
        assert json.loads(finished.stderr)["code"] == "usage"


@pytest.mark.parametrize(
    "language, words",
    [("ja", "文章の中の記号"), ("en", "text is not escaped"), ("ja-simple", "ぶんの なかの")],
)
def test_findings_are_told_in_the_readers_language(binaries, language, words):
    finished = subprocess.run(
        [str(NOTICECTL), "ical", "check", "-"], input=SMALL, capture_output=True, timeout=60,
        env=os.environ | {"NOTICECTL_LANG": language},
    )
    assert finished.returncode == 0
    (line,) = finished.stdout.decode().splitlines()
    assert line.startswith("-:8") and words in line and "text_escape" in line and "3.3.11" in line


def test_titles_cannot_steer_the_terminal(binaries):
    given = SMALL.replace(b"a, b", "a\u009b31m\u202eb".encode())
    finished = ical("occurrences", "-", "--from", "2026-01-01", "--to", "2027-01-01", given=given)
    assert finished.stdout.decode().rstrip("\n").endswith("\ta\ufffd31m\ufffdb")
