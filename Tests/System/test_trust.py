"""Slips, secrets, roles and the audit log: what must hold when somebody tries."""

from __future__ import annotations

import itertools
import json
import random
import re
import socket
import sqlite3
import ssl
import statistics
import subprocess
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from http.client import HTTPConnection

import pytest

from conftest import A_MONDAY_IN_MAY
from harness import associations, people
from harness.codes import mistyped, unknown_code
from harness.http import Client, Response, answer
from harness.people import API
from harness.server import FIXTURES, Server, free_port

REDEEM = f"{API}/slips/redeem"
#: Loopback sources, each used once, so that the brake is never in the way of another test.
SOURCES = (f"127.0.{x}.{y}" for x, y in itertools.product(range(10, 250), range(1, 250)))


def try_code(client: Client, code: str, source: str | None = None) -> Response:
    return client.acting(token=None, association=None, source=source or next(SOURCES)).post(REDEEM, {"code": code})


# Slips


@pytest.fixture(scope="module")
def dead_codes(town) -> dict[str, list[str]]:
    """Codes that no longer work, by reason; the clock has moved on for the expired ones."""
    expired = [slip["code"] for slip in town.pta.slips(1, count=10)]
    clock = town.server.clock
    clock.set(clock.now() + timedelta(days=31), running=True)
    used = [slip["code"] for slip in town.pta.slips(1, count=10)]
    for code in used:
        try_code(town.server.client(), code).expect(201)
    batch = town.pta.slips(1, count=1)
    town.pta.officer.delete(f"{API}/slips/{batch[0]['serial']}").expect(200, 204)
    chance = random.Random(1)
    return {
        "unknown": [unknown_code(chance) for _ in range(10)],
        "used": used,
        "expired": expired,
        "cancelled": [batch[0]["code"]],
    }


def test_unknown_used_expired_and_cancelled_codes_answer_byte_for_byte_the_same(town, dead_codes):
    answers = {why: try_code(town.server.client(), codes[0]) for why, codes in dead_codes.items()}
    first = answers.pop("unknown")
    assert first.status in (404, 422) and first.json()["detail"], "it says what to do"
    for why, response in answers.items():
        assert (response.status, response.body, response.lines()) == (first.status, first.body, first.lines()), why


def test_the_answer_takes_as_long_whatever_the_reason(town, dead_codes):
    took: dict[str, list[float]] = {"unknown": [], "used": [], "expired": []}
    for turn in range(500):
        for why in sorted(took, key=lambda _: random.random()):
            took[why].append(timed_try(town.server.port, dead_codes[why][turn % 10]))
    medians = {why: statistics.median(times) * 1000 for why, times in took.items()}
    print("medians in ms:", {why: round(ms, 3) for why, ms in medians.items()})
    spread = max(medians.values()) - min(medians.values())
    assert spread <= max(0.05 * min(medians.values()), 0.3), medians


def timed_try(port: int, code: str) -> float:
    """Seconds from sending the code to the answer's end; the connection is opened before."""
    connection = HTTPConnection("127.0.0.1", port, timeout=10, source_address=(next(SOURCES), 0))
    connection.connect()
    headers = {"Content-Type": "application/json"}
    response = answer(connection, "POST", REDEEM, json.dumps({"code": code}), headers, set())
    connection.close()
    assert response.status in (404, 422)
    return response.took


def test_a_mistyped_code_is_told_at_once_and_never_counted(town):
    code = town.pta.slips(1)[0]["code"]
    source = next(SOURCES)
    for _ in range(60):
        response = try_code(town.server.client(), mistyped(code), source).expect(422)
        assert [problem["code"] for problem in response.json()["problems"]] == ["mistyped_code"]
    try_code(town.server.client(), code, source).expect(201)


def test_a_code_may_be_typed_as_people_type(town):
    for typed in (
        lambda code: code.lower(),
        lambda code: code.replace("-", ""),
        lambda code: " " + code.replace("-", " ") + " ",
        lambda code: code.translate({ord("0"): "O", ord("1"): "l"}),
        lambda code: "".join(chr(ord(c) + 0xFEE0) if c != "-" else c for c in code),
    ):
        code = town.pta.slips(1)[0]["code"]
        try_code(town.server.client(), typed(code)).expect(201)


def test_one_slip_is_one_seat_however_many_hands_grab_it(town):
    code = town.pta.slips(2)[0]["code"]
    sources = [next(SOURCES) for _ in range(20)]
    gate = threading.Barrier(20)

    def grab(source: str) -> int:
        gate.wait()
        return try_code(town.server.client(), code, source).status

    with ThreadPoolExecutor(20) as pool:
        statuses = sorted(pool.map(grab, sources))
    assert statuses.count(201) == 1 and len(set(statuses)) == 2, statuses


def test_who_guesses_is_braked_and_even_a_right_code_gets_the_same_answer(town):
    right = town.pta.slips(1)[0]["code"]
    source = next(SOURCES)
    for guesses in range(1, 200):
        response = try_code(town.server.client(), unknown_code(), source)
        if response.status == 429:
            break
    assert response.status == 429, "200 guesses were let through"
    print(f"braked after {guesses} guesses")
    again = try_code(town.server.client(), right, source).expect(429)
    assert again.body == response.body and again.code == "too_many_requests"
    assert int(again.headers["Retry-After"]) > 0
    try_code(town.server.client(), right).expect(201)  # from elsewhere: a brake never locks the slip


def test_behind_a_proxy_the_brake_counts_who_really_asks(serve):
    proxy, liar = "127.0.0.50", "127.0.0.51"
    server = serve(NOTICE_TRUSTED_PROXIES=f"{proxy}/32")

    def guess(source: str, forwarded: str) -> int:
        client = server.client(source=source)
        return client.post(REDEEM, {"code": unknown_code()}, X_Forwarded_For=forwarded).status

    assert last_status(lambda: guess(proxy, "203.0.113.9")) == 429
    assert guess(proxy, "203.0.113.10") != 429, "one guesser braked everybody behind the proxy"
    assert guess(proxy, "203.0.113.10, 203.0.113.9") == 429, "the nearest address counts, not the one that was claimed"
    addresses = (f"198.51.100.{n}" for n in itertools.count(1))
    assert last_status(lambda: guess(liar, next(addresses))) == 429, "a made-up header got around the brake"


def last_status(guess: Callable[[], int]) -> int:
    """Guesses until it is refused, or 100 times."""
    for _ in range(100):
        status = guess()
        if status == 429:
            break
    return status


def test_two_hundred_parents_behind_one_address_are_not_braked(town):
    source = next(SOURCES)
    slips = [slip["code"] for slip in town.pta.slips(1, count=200)]
    for number, code in enumerate(slips):
        if number % 50 == 25:
            try_code(town.server.client(), mistyped(code), source).expect(422)
        try_code(town.server.client(), code, source).expect(201)


def test_a_get_redeems_nothing(town):
    slip = town.pta.slips(1)[0]
    town.server.client().get("/join").expect(200)
    town.server.client().get(f"/join?code={slip['code']}")
    town.server.client().get(REDEEM).expect(404, 405)
    town.server.client().get(f"{REDEEM}?code={slip['code']}").expect(404, 405)
    try_code(town.server.client(), slip["code"]).expect(201)


def test_slips_are_listed_by_serial_and_cancelled_by_serial_or_batch(town, tmp_path):
    person = people.Person(town.server, tmp_path, "officer").log_in(people.invite(town.pta.admin, "officer"))
    printed = person.json("slip", "print", "--grade", "2", "--class", "1", "--count", "3")["slips"]
    serials = [slip["serial"] for slip in printed]
    listed = person.run("slip", "list", "--json").stdout
    assert all(serial in listed for serial in serials)
    assert not any(slip["code"] in listed for slip in printed), "a code is shown once, on paper"
    batch = next(slip["batch"] for slip in json.loads(listed)["slips"] if slip["serial"] == serials[0])
    person.run("slip", "cancel", serials[0])
    try_code(town.server.client(), printed[0]["code"]).expect(404, 422)
    person.run("slip", "cancel", "--batch", batch)
    try_code(town.server.client(), printed[2]["code"]).expect(404, 422)


def test_a_printed_sheet_counts_its_slips_and_shows_every_code(town, tmp_path):
    person = people.Person(town.server, tmp_path, "officer").log_in(people.invite(town.pta.admin, "officer"))
    sheet = person.run("slip", "print", "--grade", "3", "--class", "5", "--count", "4").stdout
    assert "<html" in sheet and "4枚" in sheet and "3年5組" in sheet
    codes = set(re.findall(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}-[0-9A-Z]\b", sheet))
    assert len(codes) == 4 and sheet.count('class="qr"') == 4
    try_code(town.server.client(), codes.pop()).expect(201)


def test_next_years_first_graders_get_slips_now(town):
    home = town.pta.household(1, school_year=2027)
    seats = home.client.get(f"{API}/household").expect(200).json()["seats"]
    assert [seat["grade"] for seat in seats] == [0]


# Which secret opens what


@pytest.fixture(scope="module")
def keys(town) -> dict[str, str | None]:
    home = town.pta.household(2)
    return {
        "feed": home.feed_token,
        "digest": home.digest_token,
        "household": home.secret,
        "device": town.pta.officer.token,
        "nothing": None,
        "garbage": "Hello, <world>",
        "well-formed": "0" * 32,
    }


LINKS = {
    "/feeds/{}.ics": "feed",
    "/digests/{}": "digest",
    "/digests/{}.txt": "digest",
    "/digests/{}.json": "digest",
    "/digests/{}.atom": "digest",
    "/home/{}": "household",
}


@pytest.mark.parametrize("path", LINKS)
def test_a_secret_in_a_link_opens_its_own_route_and_no_other(town, keys, path):
    for name, key in keys.items():
        if key is None or name == "garbage":
            continue
        response = town.server.client().get(path.format(key))
        if name == LINKS[path]:
            assert response.status in (200, 302, 303, 307), name
        else:
            assert response.status == 404, f"{name} at {path}"
            assert not response.headers.get("Set-Cookie")
    for garbage in ("x", "%00", "..%2f..%2fetc", "a" * 5000, "%E3%81%82"):
        assert town.server.client().get(path.format(garbage)).status in (400, 404, 414, 431)


BEARER_ROUTES = {
    "household": [
        ("GET", "/household"), ("PATCH", "/household"), ("GET", "/household/feeds"), ("POST", "/household/feeds"),
        ("GET", "/household/feeds/{id}"), ("PATCH", "/household/feeds/{id}"), ("DELETE", "/household/feeds/{id}"),
        ("PATCH", "/household/seats/{id}"), ("DELETE", "/household/seats/{id}"),
    ],
    "device": [
        ("GET", "/officers/me"), ("GET", "/officers"), ("POST", "/officers/invitations"), ("DELETE", "/officers/{id}"),
        ("GET", "/association"), ("POST", "/attachments"), ("GET", "/attachments/{hex}"),
        ("GET", "/notices"), ("POST", "/notices"), ("GET", "/notices/{id}"), ("PUT", "/notices/{id}"),
        ("POST", "/notices/{id}/withdraw"), ("GET", "/events"), ("POST", "/events"), ("GET", "/events/{id}"),
        ("PATCH", "/events/{id}"), ("POST", "/events/{id}/move"), ("POST", "/events/{id}/cancel"),
        ("POST", "/events/{id}/withdraw"), ("POST", "/imports"), ("GET", "/change-sets"), ("GET", "/change-sets/{id}"),
        *[("POST", f"/change-sets/{{id}}/{verb}") for verb in ("submit", "approve", "return", "publish", "discard")],
        ("GET", "/slips"), ("POST", "/slips"), ("DELETE", "/slips/A-001"), ("DELETE", "/slip-batches/{id}"),
        ("GET", "/households"), ("GET", "/digest"), ("GET", "/audit/verification"), ("GET", "/doctor"),
    ],
}


@pytest.mark.parametrize(("owner", "method", "path"), [(o, m, p) for o, rs in BEARER_ROUTES.items() for m, p in rs])
def test_a_bearer_secret_opens_its_own_routes_and_no_other(town, keys, owner, method, path):
    path = API + path.format(id="00000000-0000-4000-8000-000000000000", hex="0" * 64)
    body = {} if method in ("POST", "PUT", "PATCH") else None
    for name, key in keys.items():
        if name == owner:
            continue
        response = town.server.client(token=key).request(method, path, body)
        allowed = (401,) if name in ("nothing", "garbage", "well-formed") else (401, 403, 404)
        assert response.status in allowed, f"{name} {method} {path}: {response.status}"
        assert response.headers["Content-Type"].startswith("application/problem+json")


def test_the_right_bearers_come_in(town, keys):
    town.server.client(token=keys["household"]).get(f"{API}/household").expect(200)
    town.server.client(token=keys["device"]).get(f"{API}/officers/me").expect(200)


# Roles


def letter_with_area_plan(town) -> dict:
    return town.pta.letter(title="旗当番", privacy_flags=["area_assignment"])


def submitted(town) -> dict:
    letter = letter_with_area_plan(town)
    town.pta.officer.post(f"{API}/change-sets/{letter['change_set']}/submit").expect(200)
    return letter


def cleared(town) -> dict:
    letter = submitted(town)
    approval = {"explicit_look": ["area_assignment"]}
    town.pta.approver.post(f"{API}/change-sets/{letter['change_set']}/approve", approval).expect(200)
    return letter


def change_set_verb(prepare: Callable, verb: str, body: dict | None = None) -> Callable[[Client, object], Response]:
    def act(client: Client, town) -> Response:
        return client.post(f"{API}/change-sets/{prepare(town)['change_set']}/{verb}", body or {})

    return act


ACTS: dict[str, tuple[Callable[[Client, object], Response], set[str]]] = {
    "invite": (
        lambda client, town: client.post(f"{API}/officers/invitations", {"role": "officer", "name": "新しい人"}),
        {"admin"},
    ),
    "doctor": (lambda client, town: client.get(f"{API}/doctor"), {"admin"}),
    "read letters": (lambda client, town: client.get(f"{API}/notices"), {"admin", "officer", "approver", "auditor"}),
    "read events": (lambda client, town: client.get(f"{API}/events"), {"admin", "officer", "approver", "auditor"}),
    "read change sets": (
        lambda client, town: client.get(f"{API}/change-sets"), {"admin", "officer", "approver", "auditor"},
    ),
    "write a letter": (
        lambda client, town: client.post(f"{API}/notices", {"title": "題", "text": "本文"}), {"admin", "officer"},
    ),
    "add an event": (
        lambda client, town: client.post(
            f"{API}/events", {"title": "遠足", "kind": "event", "start": "2026-06-05", "all_day": True, "grades": [1]}
        ),
        {"admin", "officer"},
    ),
    "print slips": (
        lambda client, town: client.post(f"{API}/slips", {"grade": 1, "count": 1}), {"admin", "officer"},
    ),
    "submit": (change_set_verb(letter_with_area_plan, "submit"), {"admin", "officer"}),
    "approve": (
        change_set_verb(submitted, "approve", {"explicit_look": ["area_assignment"]}), {"admin", "approver"},
    ),
    "return": (
        change_set_verb(submitted, "return", {"reason": "日付を確かめてください"}), {"admin", "officer", "approver"},
    ),
    "publish": (change_set_verb(cleared, "publish"), {"admin", "officer", "approver"}),
}


@pytest.mark.parametrize("act", ACTS)
def test_each_role_does_what_it_may_and_nothing_else(town, act):
    perform, allowed = ACTS[act]
    for role in people.ROLES:
        response = perform(getattr(town.pta, role), town)
        if role in allowed:
            assert response.status in (200, 201), f"{role}: {response.status} {response.body!r}"
        else:
            assert (response.status, response.code) == (403, "forbidden"), f"{role}: {response.body!r}"


def test_an_auditor_verifies_the_audit_log(town):
    verification = town.pta.auditor.get(f"{API}/audit/verification").expect(200).json()
    assert verification["intact"] and verification["entries"] > 0


def test_nobody_approves_their_own_work(town):
    letter = town.pta.admin.post(f"{API}/notices", {"title": "私の", "text": "x", "privacy_flags": ["area_assignment"]})
    change_set = letter.expect(201).json()["change_set"]
    town.pta.admin.post(f"{API}/change-sets/{change_set}/submit").expect(200)
    look = {"explicit_look": ["area_assignment"]}
    refused = town.pta.admin.post(f"{API}/change-sets/{change_set}/approve", look).expect(403)
    assert refused.json()["reason"] == "approver_is_author"
    early = town.pta.admin.post(f"{API}/change-sets/{change_set}/publish").expect(409)
    assert early.json()["reason"] == "needs_second_person"
    unseen = town.pta.approver.post(f"{API}/change-sets/{change_set}/approve", {}).expect(409)
    assert unseen.json()["reason"] == "explicit_look_needed"
    town.pta.approver.post(f"{API}/change-sets/{change_set}/approve", look).expect(200)
    town.pta.admin.post(f"{API}/change-sets/{change_set}/publish").expect(200)


@pytest.mark.parametrize("flag", ["personal_names", "do_not_register_per_household_slots"])
def test_letters_with_personal_data_cannot_be_published(town, flag):
    letter = town.pta.letter(privacy_flags=[flag])
    change_set = f"{API}/change-sets/{letter['change_set']}"
    town.pta.officer.post(f"{change_set}/submit").expect(200, 409)
    town.pta.approver.post(f"{change_set}/approve", {"explicit_look": [flag]}).expect(200, 409)
    blocked = town.pta.officer.post(f"{change_set}/publish").expect(409)
    assert blocked.json()["reason"] in ("blocked_by_privacy_flag", "not_submitted", "needs_second_person")
    assert town.pta.officer.get(f"{API}/notices/{letter['id']}").json()["state"] != "published"


def test_plain_letters_may_be_published_by_their_author_alone_unless_the_association_wants_two(serve):
    server = serve(shows=A_MONDAY_IN_MAY)
    staff = people.staff(server, associations.PTA)
    plain = staff.letter()
    published = staff.officer.post(f"{API}/change-sets/{plain['change_set']}/publish").expect(200).json()
    assert published["clearance"]["by"] == "not_required"
    server.stop()
    file = server.associations / associations.PTA / "association.yaml"
    file.write_text(file.read_text().replace("two_person: flagged", "two_person: always"))
    server.start()
    change_set = f"{API}/change-sets/{staff.letter()['change_set']}"
    assert staff.officer.post(f"{change_set}/publish").expect(409).json()["reason"] == "needs_second_person"
    staff.publish(staff.letter()["change_set"])
    server.stop()


def test_an_attachment_needs_a_second_person_and_never_reaches_a_household(town, pdf):
    stored = town.pta.officer.post(f"{API}/attachments?file_name=plan.pdf", pdf, Content_Type="application/pdf")
    reference = stored.expect(201).json()
    letter = town.pta.letter(title="付きもの", attachments=[reference], grades=[2])
    alone = town.pta.officer.post(f"{API}/change-sets/{letter['change_set']}/publish").expect(409)
    assert alone.json()["reason"] == "needs_second_person"
    town.pta.publish(letter["change_set"])
    home = town.pta.household(2)
    for client in (home.client, town.server.client(token=home.feed_token), town.server.client()):
        client.get(f"{API}/attachments/{reference['digest']}").expect(401, 403, 404)
    page = home.client.acting(token=None).get("/home", Cookie=cookie(home)).expect(200)
    for shown in (page.body, home.digest().body, home.feed().body, home.digest(".json").body):
        assert reference["digest"].encode() not in shown


@pytest.fixture
def pdf() -> bytes:
    return (FIXTURES / "hostile/pdf/plain_ok.pdf").read_bytes()


def cookie(home: people.Household) -> str:
    """The cookie that the household's own link sets."""
    answer = home.client.acting(token=None).get(f"/home/{home.secret}").expect(302, 303, 307)
    assert home.secret not in answer.headers["Location"]
    set_cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in set_cookie and "SameSite" in set_cookie
    return set_cookie.split(";")[0]


# Another association


def test_what_belongs_to_another_association_is_not_there(town, pdf):
    letter = town.pta.letter()
    event = town.pta.event(title="遠足", kind="event", start="2026-06-05", all_day=True, grades=[1])
    slip = town.pta.officer.post(f"{API}/slips", {"grade": 1, "count": 1}).expect(201).json()
    stored = town.pta.officer.post(f"{API}/attachments?file_name=a.pdf", pdf).expect(201).json()
    colleague = town.pta.officer.get(f"{API}/officers/me").json()["officers"][0]["id"]
    version = {"If_Match": '"1"'}
    stranger = town.other.admin
    change_set = f"{API}/change-sets/{letter['change_set']}"
    answers = [
        stranger.get(f"{API}/notices/{letter['id']}"),
        stranger.put(f"{API}/notices/{letter['id']}", {"title": "x"}, **version),
        stranger.post(f"{API}/notices/{letter['id']}/withdraw", {}, **version),
        stranger.get(f"{API}/events/{event['id']}"),
        stranger.patch(f"{API}/events/{event['id']}", {"title": "x"}, **version),
        stranger.post(f"{API}/events/{event['id']}/move", {"start": "2026-06-06"}, **version),
        stranger.post(f"{API}/events/{event['id']}/cancel", {}, **version),
        stranger.post(f"{API}/events/{event['id']}/withdraw", {}, **version),
        stranger.get(change_set),
        *[stranger.post(f"{change_set}/{verb}", {}) for verb in ("submit", "approve", "return", "publish", "discard")],
        stranger.delete(f"{API}/slip-batches/{slip['batch']}"),
        stranger.delete(f"{API}/officers/{colleague}"),
        stranger.get(f"{API}/attachments/{stored['digest']}"),
    ]
    for response in answers:
        assert (response.status, response.code) == (404, "not_found"), response.request
    stranger.acting(association=associations.PTA).get(f"{API}/notices").expect(403, 404)
    assert all(n["id"] != letter["id"] for n in stranger.get(f"{API}/notices").json()["notices"])
    assert town.pta.officer.get(f"{API}/notices/{letter['id']}").json()["state"] == "draft"
    try_code(town.server.client(), slip["slips"][0]["code"]).expect(201)


def test_with_two_associations_one_has_to_be_chosen(town):
    both = people.sign_in(town.server, people.invite(town.pta.admin, "officer"))
    code = people.invite(town.other.admin, "officer")
    body = both.post(f"{API}/officers/sign-in", {"code": code, "device": "同じ端末"}).expect(200, 201).json()
    assert not body.get("token"), "one device keeps one token"
    unclear = both.get(f"{API}/notices").expect(422)
    assert [problem["code"] for problem in unclear.json()["problems"]] == ["association_required"]
    for association in (associations.PTA, associations.OTHER_PTA):
        both.acting(association=association).get(f"{API}/notices").expect(200)


def test_officers_see_counts_and_small_ones_are_hidden(serve):
    server = serve(shows=A_MONDAY_IN_MAY)
    staff = people.staff(server, associations.PTA)
    for grade, children in {1: 5, 2: 4}.items():
        for slip in staff.slips(grade, count=children):
            try_code(server.client(), slip["code"]).expect(201)
    counts = staff.officer.get(f"{API}/households").expect(200).json()
    by_grade = {seat["grade"]: seat.get("seats") for seat in counts["seats"]}
    assert by_grade.get(1) == 5 and by_grade.get(2) is None
    assert counts["total"] == 9
    server.stop()


# Two officers, one letter


def test_the_second_of_two_revisions_is_told_and_loses_nothing(town, tmp_path):
    person = people.Person(town.server, tmp_path, "officer").log_in(people.invite(town.pta.admin, "officer"))
    letter = town.pta.letter(title="持ち物", text="水筒")
    faster = town.pta.officer.put(
        f"{API}/notices/{letter['id']}", {"text": "水筒と帽子"}, If_Match=f'"{letter["revision"]}"'
    ).expect(200).json()
    late = town.pta.officer.put(f"{API}/notices/{letter['id']}", {"text": "x"}, If_Match=f'"{letter["revision"]}"')
    assert late.expect(412).json()["current"]["revision"] == faster["revision"]
    assert late.json()["current"]["text"] == "水筒と帽子"
    assert town.pta.officer.put(f"{API}/notices/{letter['id']}", {"text": "x"}).expect(428).code == "precondition_required"

    mine = tmp_path / "mine.txt"
    mine.write_text("水筒と弁当", encoding="utf-8")
    revise = ("notice", "revise", letter["id"], "--revision", str(letter["revision"]), mine)
    state = {"XDG_STATE_HOME": str(tmp_path / "state")}
    refused = person.run(*revise, expect=75, **state)
    saved = {path.suffix: path for path in (tmp_path / "state").rglob("*") if path.is_file()}
    assert saved[".txt"].read_text(encoding="utf-8") == "水筒と弁当"
    assert all(str(path) in refused.stderr for path in saved.values()), "its path is not printed"
    newer = json.loads(person.run(*revise, "--json", expect=75, **state).stderr.splitlines()[-1])
    assert newer["current"]["text"] == "水筒と帽子"


# noticectl's exit statuses


def test_a_revoked_officer_is_signed_out(town, tmp_path):
    person = people.Person(town.server, tmp_path, "leaving").log_in(people.invite(town.pta.admin, "officer", "去る人"))
    person.run("notice", "list")
    officers = town.pta.admin.get(f"{API}/officers").json()["officers"]
    leaving = next(officer["id"] for officer in officers if officer["name"] == "去る人")
    town.pta.admin.delete(f"{API}/officers/{leaving}").expect(200, 204)
    person.run("notice", "list", expect=77).one_line()


def test_an_invitation_works_once(town, tmp_path):
    code = people.invite(town.pta.admin, "officer")
    people.sign_in(town.server, code)
    again = town.server.client(source=next(SOURCES)).post(f"{API}/officers/sign-in", {"code": code, "device": "x"})
    assert again.status in (401, 403, 404, 422)


def test_an_unreachable_server_is_one_line(town, tmp_path):
    nowhere = people.Person(town.server, tmp_path, "nowhere")
    refused = nowhere.run(
        "login", "--server", f"http://127.0.0.1:{free_port()}", stdin=unknown_code() + "\n", expect=69
    )
    refused.one_line()


def test_a_wrong_certificate_is_one_line(town, tmp_path):
    port = self_signed_server(tmp_path)
    person = people.Person(town.server, tmp_path, "careful")
    refused = person.run("login", "--server", f"https://127.0.0.1:{port}", stdin=unknown_code() + "\n", expect=69)
    refused.one_line()


def self_signed_server(folder) -> int:
    """A TLS server that nobody vouches for; answers handshakes until the test ends."""
    subprocess.run(
        [
            "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=127.0.0.1",
            "-keyout", "key.pem", "-out", "certificate.pem",
        ],
        cwd=folder, check=True, capture_output=True,
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "certificate.pem", folder / "key.pem")
    listener = socket.create_server(("127.0.0.1", 0))

    def serve():
        while True:
            connection, _ = listener.accept()
            try:
                context.wrap_socket(connection, server_side=True).close()
            except (ssl.SSLError, OSError):
                connection.close()

    threading.Thread(target=serve, daemon=True).start()
    return listener.getsockname()[1]


# The database itself


def edit(server: Server, *statements: str) -> int:
    """Runs plain SQL on a stopped server's database; the number of rows it changed."""
    with sqlite3.connect(server.database) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        changed = sum(connection.execute(statement).rowcount for statement in statements)
    connection.close()
    return changed


CLEARED = "state = 'cleared', cleared_by = 'officer', cleared_at = submitted_at"


def test_the_schema_itself_refuses_an_author_who_approves(town, tmp_path):
    letter = submitted(town)
    this = f"WHERE id = '{letter['change_set']}'"
    copy = town.server.copy(tmp_path / "copy")
    for assignments in (
        f"{CLEARED}, approver_id = author_id",
        "state = 'cleared'",
        "state = 'published', published_at = submitted_at",
        "approver_id = author_id",
    ):
        with pytest.raises(sqlite3.IntegrityError):
            edit(copy, f"UPDATE change_set SET {assignments} {this}")
    somebody_else = "(SELECT id FROM officer WHERE id <> author_id LIMIT 1)"
    assert edit(copy, f"UPDATE change_set SET {CLEARED}, approver_id = {somebody_else} {this}") == 1
    with pytest.raises(sqlite3.IntegrityError):
        edit(copy, f"UPDATE change_set SET author_id = approver_id {this}")


TAMPERING = {
    "an edited entry": "UPDATE audit_entry SET detail = detail || 'x' WHERE number = 3 AND association_id = '{}'",
    "an entry about somebody else": "UPDATE audit_entry SET actor = 'operator' WHERE number = 5 AND association_id = '{}'",
    "a removed entry": "DELETE FROM audit_entry WHERE number = 4 AND association_id = '{}'",
    "an exchanged hash": (
        "UPDATE audit_entry SET hash = previous WHERE association_id = '{0}'"
        " AND number = (SELECT max(number) FROM audit_entry WHERE association_id = '{0}')"
    ),
}


@pytest.mark.parametrize("tampering", TAMPERING)
def test_audit_verify_notices(town, tmp_path, tampering):
    admin = people.Person(town.server, tmp_path, "admin").log_in(people.invite(town.pta.admin, "admin"))
    admin.run("audit", "verify")
    copy = town.server.copy(tmp_path / "copy")
    assert edit(copy, TAMPERING[tampering].format(associations.PTA)) == 1
    copy.start()
    try:
        admin.at(copy, "tricked").run("audit", "verify", expect=65)
        untouched = copy.client(token=town.other.auditor.token).get(f"{API}/audit/verification").expect(200)
        assert untouched.json()["intact"], "the other association's chain is its own"
    finally:
        copy.stop()


# What is written down


def test_no_secret_is_written_down(town):
    assert len(town.server.secrets) > 300
    assert town.server.secrets_kept() == {}


def test_the_log_names_routes_and_no_address(town, keys):
    town.server.client().get(f"/feeds/{keys['feed']}.ics").expect(200)
    town.server.client().get(f"/digests/{keys['digest']}?week=2026-W21").expect(200)
    log = town.server.log.read_text()
    assert "/feeds/{token}" in log or "/feeds/:token" in log
    assert keys["feed"] not in log and "2026-W21" not in log
