"""What `make run` prints leads a new user to a calendar and a digest that are alive, on whatever day it is started."""

from __future__ import annotations

import subprocess

import pytest

from harness import calendars, people
from harness.clock import Clock, tokyo
from harness.server import REPOSITORY, SERVER, Server

DEMO = REPOSITORY / "Demo"
NAMES = {"admin_invitation", "slip_code", "calendar_url", "digest_url", "home_url"}
#: The ends of the school year, of the calendar year and of a holiday, and a leap day.
DAYS = ["2026-04-01", "2026-08-15", "2026-12-31", "2027-03-31", "2028-02-29"]


def demo(folder, day: str) -> Server:
    clock = Clock(folder / "clock", tokyo(f"{day} 10:00"))
    return Server(folder, clock, NOTICE_ASSOCIATIONS=str(DEMO))


def told(server: Server) -> dict[str, str]:
    """What `notice-server demo` prints, by name."""
    finished = subprocess.run(
        [str(SERVER), "demo"], env=server.environment(), cwd=REPOSITORY, capture_output=True, text=True, timeout=60
    )
    assert finished.returncode == 0, finished.stderr
    lines = dict(line.split(": ", 1) for line in finished.stdout.splitlines() if ": " in line)
    assert NAMES <= lines.keys(), finished.stdout
    return lines


@pytest.mark.parametrize("day", DAYS)
def test_the_demo_is_alive_on_any_first_day(binaries, tmp_path, day):
    server = demo(tmp_path, day)
    lines = told(server)
    server.start()
    anybody = server.client()
    feed = anybody.get(lines["calendar_url"]).expect(200)
    calendars.check_wire(feed.body)
    assert len(calendars.events(feed.body)) >= 10
    text = anybody.get(lines["digest_url"] + ".txt").expect(200).text
    assert "今週の予定はありません" not in text
    anybody.get(lines["digest_url"]).expect(200)
    anybody.get(lines["home_url"]).expect(302, 303, 307)
    people.sign_in(server, lines["admin_invitation"])
    people.redeem(anybody, lines["slip_code"]).feed().expect(200)
    server.stop()


def test_a_second_start_keeps_the_data_and_mints_fresh_secrets(binaries, tmp_path):
    server = demo(tmp_path, "2026-05-11")
    first = told(server)
    server.start()
    before = server.client().get(first["calendar_url"]).expect(200)
    server.stop()
    second = told(server)
    assert all(first[name] != second[name] for name in NAMES)
    server.start()
    again = server.client().get(first["calendar_url"]).expect(200)
    assert again.body == before.body, "the data were kept and nothing was laid out twice"
    fresh = server.client().get(second["calendar_url"]).expect(200)
    assert calendars.items(fresh.body) == calendars.items(before.body)
    people.sign_in(server, second["admin_invitation"])
    server.stop()
