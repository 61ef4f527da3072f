"""What was answered with 2xx is kept: through kill -9, by the order of system calls, and on a full disk."""

from __future__ import annotations

import hashlib
import http.client
import json
import os
import random
import re
import sqlite3
import subprocess
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlsplit

import pytest

from harness import associations, calendars, people, plans
from harness.http import Client, Response, answer
from harness.people import API, Staff
from harness.server import FIXTURES, Server

KILLS = int(os.environ.get("KILLS", "200"))
ROWS = 6
DAY = f"{date.today().year}-06-05"
PDF = (FIXTURES / "hostile/pdf/plain_ok.pdf").read_bytes()


@dataclass
class Kept:
    """Acts that were answered with 2xx, and enough to ask for them again."""

    households: list[dict] = field(default_factory=list)
    letters: list[tuple[dict, bytes]] = field(default_factory=list)
    imports: list[dict] = field(default_factory=list)
    #: Change sets with the state that was answered, and the one that was asked for last.
    clearings: list[tuple[str, str, str]] = field(default_factory=list)

    def add(self, other: Kept) -> None:
        for name in self.__dict__:
            getattr(self, name).extend(getattr(other, name))

    def count(self) -> int:
        return sum(len(acts) for acts in self.__dict__.values())


class Writer(threading.Thread):
    """One connection that acts until the server is gone, and keeps what was answered."""

    def __init__(self, act, staff: Staff, codes: list[str]):
        super().__init__(daemon=True)
        self.act = act
        self.staff = staff
        self.codes = codes
        self.kept = Kept()
        self.prefixes: list[str] = []
        self.fault: AssertionError | None = None
        self.connection = http.client.HTTPConnection("127.0.0.1", urlsplit(staff.officer.base_url).port, timeout=30)

    def run(self) -> None:
        try:
            while True:
                self.act(self)
        except (OSError, http.client.HTTPException):
            pass  # the server was killed, as planned
        except AssertionError as fault:
            self.fault = fault
        finally:
            self.connection.close()

    def send(self, client: Client, path: str, body, status: int) -> dict:
        headers = client.headers() | {"Content-Type": "application/json"}
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        return answer(self.connection, "POST", API + path, content, headers, client.secrets).expect(status).json()


def redeem(writer: Writer) -> None:
    anybody = writer.staff.officer.acting(token=None)
    writer.kept.households.append(writer.send(anybody, "/slips/redeem", {"code": writer.codes.pop()}, 201))


def add_letter(writer: Writer) -> None:
    # A text: a PDF would be looked into by child processes first, and hardly any would be written between two kills.
    file = f"お便り {random.random()}\n".encode() * 20
    officer = writer.staff.officer
    stored = writer.send(officer, "/attachments?file_name=letter.txt", file, 201)
    assert stored["digest"] == hashlib.sha256(file).hexdigest()
    draft = {"title": f"お便り {random.random()}", "text": "本文" * 200, "attachments": [stored]}
    writer.kept.letters.append((writer.send(officer, "/notices", draft, 201), file))


def import_rows(writer: Writer) -> None:
    prefix = f"K{random.getrandbits(60):x}"
    writer.prefixes.append(prefix)
    rows = [plans.row(f"行事{n}", DAY, 行事ID=f"{prefix}-{n}") for n in range(ROWS)]
    writer.kept.imports.append(writer.send(writer.staff.officer, "/imports?file_name=a.csv", plans.written(rows), 201))


def clear(writer: Writer) -> None:
    officer, approver = writer.staff.officer, writer.staff.approver
    draft = {"title": "旗当番", "text": "場所", "privacy_flags": ["area_assignment"]}
    change_set = writer.send(officer, "/notices", draft, 201)["change_set"]
    answered = asked = "draft"
    try:
        for verb, who, body, asked in (
            ("submit", officer, {}, "pending"),
            ("approve", approver, {"explicit_look": ["area_assignment"]}, "cleared"),
            ("publish", officer, {}, "published"),
        ):
            writer.send(who, f"/change-sets/{change_set}/{verb}", body, 200)
            answered = asked
    finally:
        writer.kept.clearings.append((change_set, answered, asked))


WRITERS = 8 * [redeem] + 6 * [add_letter] + 5 * [import_rows] + 5 * [clear]


# kill -9


def test_nothing_acknowledged_is_lost_in_kills(serve, capsys):
    server = serve()
    staff = people.staff(server, associations.PTA)
    codes: list[str] = []
    all_kept, prefixes = Kept(), []
    chance = random.Random(20260511)
    for kill in range(1, KILLS + 1):
        if len(codes) < 400:
            codes += [slip["code"] for slip in staff.slips(1, count=1000)]
        kept = write_until_killed(server, staff, codes, chance.uniform(0.05, 0.9), prefixes)
        server.start()
        read_back(staff, kept)
        all_kept.add(kept)
        if kill % 25 == 0:
            check_audit(staff)
            with capsys.disabled():
                print(f" {kill}/{KILLS} kills, {all_kept.count()} acts", end="", flush=True)
    read_back(staff, all_kept)
    check_audit(staff)
    check_imports_are_whole(staff, prefixes, all_kept)
    server.stop()
    check_files_and_rows(server)
    for acts in (all_kept.households, all_kept.letters, all_kept.imports, all_kept.clearings):
        assert len(acts) >= KILLS / 4, "hardly anything was written: the test shows nothing"


def write_until_killed(server: Server, staff: Staff, codes: list[str], seconds: float, prefixes: list[str]) -> Kept:
    writers = [Writer(act, staff, codes) for act in WRITERS]
    for writer in writers:
        writer.start()
    time.sleep(seconds)
    server.kill()
    kept = Kept()
    for writer in writers:
        writer.join(timeout=30)
        assert not writer.is_alive() and writer.fault is None, writer.fault
        kept.add(writer.kept)
        prefixes += writer.prefixes
    return kept


def read_back(staff: Staff, kept: Kept) -> None:
    """Asks for every act again through the API."""
    checks = [lambda act=act: check_household(staff, act) for act in kept.households]
    checks += [lambda act=act: check_letter(staff, *act) for act in kept.letters]
    checks += [lambda act=act: check_import(staff, act) for act in kept.imports]
    checks += [lambda act=act: check_clearing(staff, *act) for act in kept.clearings]
    with ThreadPoolExecutor(8) as pool:
        for result in [pool.submit(check) for check in checks]:
            result.result()


def check_household(staff: Staff, redeemed: dict) -> None:
    secret = redeemed["household_url"].rsplit("/", 1)[-1]
    household = staff.officer.acting(token=secret).get(f"{API}/household").expect(200).json()
    assert household["seats"] == redeemed["seats"]
    staff.officer.acting(token=None).get(redeemed["feed_url"]).expect(200)


def check_letter(staff: Staff, letter: dict, file: bytes) -> None:
    assert staff.officer.get(f"{API}/notices/{letter['id']}").expect(200).json() == letter
    digest = letter["attachments"][0]["digest"]
    assert staff.officer.get(f"{API}/attachments/{digest}").expect(200).body == file


def check_import(staff: Staff, report: dict) -> None:
    change_set = staff.officer.get(f"{API}/change-sets/{report['change_set']}").expect(200).json()
    told = sorted((event["id"], event["external_id"], event["title"]) for event in report["created"])
    after = [change["after"] for change in change_set["changes"]]
    assert sorted((event["id"], event["external_id"], event["title"]) for event in after) == told


def check_clearing(staff: Staff, change_set: str, answered: str, asked: str) -> None:
    found = staff.officer.get(f"{API}/change-sets/{change_set}").expect(200).json()
    assert found["state"] in (answered, asked)
    if found["state"] in ("cleared", "published"):
        assert found["clearance"]["by"] == "officer" and found["clearance"]["officer"]["id"] != found["author"]["id"]


def check_audit(staff: Staff) -> None:
    assert staff.auditor.get(f"{API}/audit/verification").expect(200).json()["intact"]


def check_imports_are_whole(staff: Staff, prefixes: list[str], kept: Kept) -> None:
    """Answered or not, an import is there with every row or with none."""
    rows: dict[str, int] = {}
    after = ""
    while True:
        page = staff.officer.get(f"{API}/events?from={DAY}&to={DAY}&limit=200{after}").expect(200).json()
        for event in page["events"]:
            prefix = event["external_id"].split("-")[0]
            rows[prefix] = rows.get(prefix, 0) + 1
        if not page.get("next"):
            break
        after = f"&after={page['next']}"
    assert set(rows.values()) == {ROWS} and rows.keys() <= set(prefixes)
    assert {report["created"][0]["external_id"].split("-")[0] for report in kept.imports} <= rows.keys()


def check_files_and_rows(server: Server) -> None:
    """Every file is what its name says, every row has its file, and the database is sound."""
    files = {file.name: file for file in (server.data / "files").rglob("*") if file.is_file()}
    for name, file in files.items():
        assert hashlib.sha256(file.read_bytes()).hexdigest() == name, f"{file} is left over or damaged"
    with closing(sqlite3.connect(server.database)) as connection:
        digests = {bytes(digest).hex() for (digest,) in connection.execute("SELECT digest FROM attachment")}
        assert digests <= files.keys()
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


# The order of system calls


CALLS = "read,recvfrom,recvmsg,write,writev,sendto,sendmsg,fsync,fdatasync,rename,renameat,renameat2"


@dataclass
class Trace:
    """System calls in the order in which the kernel saw them; a call that was interrupted counts where it returned."""

    lines: list[str]

    @classmethod
    def read(cls, path) -> Trace:
        lines, begun = [], {}
        for line in path.read_text(errors="replace").splitlines():
            process, _, call = line.partition(" ")
            if call.rstrip().endswith("<unfinished ...>"):
                begun[process] = call.rstrip().removesuffix("<unfinished ...>")
                lines.append("begun: " + begun[process])
            elif resumed := re.match(r"\s*<\.\.\. \w+ resumed>(.*)", call):
                lines.append(begun.pop(process, "") + resumed.group(1))
            else:
                lines.append(call.strip())
        return cls(lines)

    def between(self, request: str, status: str) -> list[str]:
        """What happened from the request's arrival to the beginning of its answer."""
        first = next(i for i, line in enumerate(self.lines) if request in line and re.match(r"\s*(read|recv)", line))
        last = next(
            i for i in range(first, len(self.lines))
            if status in self.lines[i] and re.match(r"(begun: )?\s*(write|send)", self.lines[i])
        )
        return self.lines[first:last]


def synced(lines: list[str], path: str) -> int:
    """Where a file or folder, by the end of its path, was synced with success."""
    pattern = re.compile(rf"\s*(fsync|fdatasync)\(\d+<[^>]*{path}>\)\s*= 0")
    found = [index for index, line in enumerate(lines) if pattern.match(line)]
    assert found, f"{path} was not synced before the answer:\n" + "\n".join(l for l in lines if "sync" in l)
    return found[0]


def test_the_answer_waits_for_the_disk(serve, tmp_path):
    server = serve()
    staff = people.staff(server, associations.PTA)
    code = staff.slips(1)[0]["code"]
    server.stop()
    trace = tmp_path / "trace"
    server.start("strace", "-D", "-f", "-y", "-s", "120", "-o", str(trace), "-e", f"trace={CALLS}")
    stored = staff.officer.post(f"{API}/attachments?file_name=a.pdf", PDF).expect(201).json()
    letter = staff.letter(title="本文", attachments=[stored])
    change_set = f"{API}/change-sets/{letter['change_set']}"
    staff.officer.post(f"{change_set}/submit").expect(200)
    staff.approver.post(f"{change_set}/approve", {}).expect(200)
    people.redeem(server.client(), code)
    server.stop()

    calls = Trace.read(trace)
    upload = calls.between("POST /api/v1/attachments", "HTTP/1.1 201")
    shelf = rf"files/{stored['digest'][:2]}"
    file = synced(upload, r"files/incoming/[^>]+")
    named = next(i for i, line in enumerate(upload) if line.startswith("rename") and stored["digest"] in line)
    folder = synced(upload, shelf)
    row = synced(upload, r"notice\.sqlite-wal")
    assert file < named < folder < row, "file, name, folder, row: in this order"
    for request in ("POST /api/v1/notices", "POST /api/v1/slips/redeem"):
        synced(calls.between(request, "HTTP/1.1 201"), r"notice\.sqlite-wal")
    for verb in ("submit", "approve"):
        synced(calls.between(f"{change_set}/{verb}", "HTTP/1.1 200"), r"notice\.sqlite-wal")


# A full disk


@pytest.fixture
def small_disk(tmp_path):
    """16 MiB of disk for the data folder."""
    folder = tmp_path / "server" / "data"
    folder.mkdir(parents=True)
    if os.geteuid() != 0:
        pytest.skip("SKIPPED: a full disk needs root, to mount a small tmpfs")
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16m", "otayori-test", str(folder)], capture_output=True)
    if mounted.returncode != 0:
        pytest.skip(f"SKIPPED: no tmpfs can be mounted here: {mounted.stderr.decode().strip()}")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def test_a_full_disk_refuses_writes_goes_on_reading_and_heals(serve, small_disk):
    server = serve(folder=small_disk.parent)
    staff = people.staff(server, associations.PTA)
    home = staff.household(1)
    code = staff.slips(1)[0]["code"]
    event = staff.event(title="遠足", kind="event", start=DAY, all_day=True, grades=[1])
    kept = [staff.letter(title="前から")]
    filler = fill(small_disk)
    refused = write_until_refused(staff, kept)
    assert (refused.status, refused.code) == (507, "storage_full") and refused.json()["detail"]
    assert staff.officer.post(f"{API}/attachments?file_name=a.pdf", PDF + b"x" * 100_000).expect(507).code == "storage_full"
    for _ in range(20):  # reads go on, and none of it is only a cache's answer
        assert event["title"] in calendars.summaries(home.feed().expect(200).body)[0]
        home.digest(".txt").expect(200)
        home.client.get(f"{API}/household").expect(200)
    for letter in kept:
        assert staff.officer.get(f"{API}/notices/{letter['id']}").expect(200).json() == letter
    filler.unlink()
    staff.letter(title="また書ける")
    people.redeem(server.client(), code)
    staff.officer.post(f"{API}/attachments?file_name=a.pdf", PDF).expect(201)
    check_audit(staff)
    assert not list((server.data / "files" / "incoming").iterdir()), "a refused upload was left behind"
    server.stop()


def fill(folder):
    """Takes all the space that is left."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (65536, 4096):
            try:
                while True:
                    file.write(b"\0" * size)
            except OSError:
                continue
    return filler


def write_until_refused(staff: Staff, kept: list[dict]) -> Response:
    """The write-ahead log may have a little room left: writes until it has none."""
    for number in range(500):
        draft = {"title": f"満杯 {number}", "text": "本文" * 4000}
        response = staff.officer.post(f"{API}/notices", draft)
        if response.status != 201:
            return response
        kept.append(response.json())
    raise AssertionError("500 letters fitted on a full disk")
