"""The API does what its description says: on the ways that people go, and on those that schemathesis thinks up."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import jsonschema_rs
import pytest
import yaml

from conftest import A_MONDAY_IN_MAY, Town, new_town
from harness import people, plans
from harness.associations import PTA
from harness.codes import unknown_code
from harness.http import Response
from harness.people import API
from harness.server import FIXTURES, REPOSITORY

EXAMPLES = 8
CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"
METHODS = ("get", "post", "put", "patch", "delete")
#: These would end the very household or officer that asks.
ENDS_THE_BEARER = "/api/v1/household$"


@pytest.fixture(scope="module")
def description() -> dict:
    return yaml.safe_load((REPOSITORY / "Sources/NoticeServer/Resources/openapi.yaml").read_text(encoding="utf-8"))


def test_the_description_is_served_as_it_stands(town, description):
    assert yaml.safe_load(town.server.client().get(f"{API}/openapi.yaml").expect(200).body) == description


def test_the_description_names_every_route(description):
    """`SiteRoute` spells every path once; none of the API's is missing in the description."""
    source = (REPOSITORY / "Sources/NoticeCore/API/SiteRoute.swift").read_text()
    spelled = {re.sub(r"\\\(\w+\)", "{}", path) for path in re.findall(r'"(/api/v1/[^"]+)"', source)}
    verbs = {f"{API}/change-sets/{{}}/{verb}" for verb in ("submit", "approve", "return", "publish", "discard")}
    expected = (spelled - {f"{API}/change-sets/{{}}/{{}}"}) | verbs
    assert expected == {re.sub(r"\{\w+\}", "{}", path) for path in description["paths"]}


# The ways that people go


def without_surprises(schema):
    """The same description, in which no object has a member that it does not name."""
    if isinstance(schema, list):
        return [without_surprises(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    strict = {name: without_surprises(part) for name, part in schema.items()}
    return {"additionalProperties": False} | strict if isinstance(strict.get("properties"), dict) else strict


class Described:
    """Holds answers against the description, which must name every member; remembers which operations were seen."""

    def __init__(self, description: dict):
        self.description = without_surprises(description)
        self.faults: list[str] = []
        self.seen: set[tuple[str, str, int]] = set()
        self.paths = {path: re.compile(re.sub(r"\{\w+\}", "[^/]+", path) + "$") for path in description["paths"]}

    def __call__(self, method: str, target: str, response: Response) -> None:
        asked = urlsplit(target).path
        fitting = [path for path, pattern in self.paths.items() if pattern.match(asked)]
        path = asked if asked in fitting else next(iter(fitting), None)
        operation = self.description["paths"].get(path, {}).get(method.lower())
        if operation is None:
            return
        self.seen.add((method, path, response.status))
        told = self.resolved(operation["responses"].get(str(response.status)))
        if told is None:
            self.faults.append(f"{method} {path} answers {response.status}, which is not described")
            return
        media = (response.headers["Content-Type"] or "").split(";")[0]
        described = told.get("content", {})
        if media not in described and (response.body or described):
            self.faults.append(f"{method} {path} {response.status}: {media!r} instead of {list(described)}")
        elif media.endswith("json") and media in described:
            self.check(described[media]["schema"], response, f"{method} {path} {response.status}")

    def check(self, schema: dict, response: Response, where: str) -> None:
        whole = {"components": self.description["components"], **schema}
        for error in jsonschema_rs.iter_errors(whole, json.loads(response.body)):
            self.faults.append(f"{where}: {error.message} at {list(error.instance_path)}")

    def resolved(self, part: dict | None) -> dict | None:
        while part and "$ref" in part:
            name = part["$ref"].removeprefix("#/").split("/")
            part = self.description
            for key in name:
                part = part[key]
        return part


@pytest.fixture(scope="module")
def described(serve, description) -> Described:
    """Everything that people do, once, with some of what they do wrong."""
    server = serve(shows=A_MONDAY_IN_MAY)
    server.observer = described = Described(description)
    town = new_town(server)
    letters(town)
    events(town)
    families(town)
    mistakes(town)
    server.stop()
    return described


def letters(town: Town) -> None:
    staff = town.pta
    pdf = (FIXTURES / "hostile/pdf/plain_ok.pdf").read_bytes()
    stored = staff.officer.post(f"{API}/attachments?file_name=a.pdf", pdf).json()
    staff.officer.get(f"{API}/attachments/{stored['digest']}")
    event = {"title": "遠足", "start": "2026-06-05T08:30", "end": "2026-06-05T15:00", "all_day": False, "items": ["弁当"]}
    more = {"rain_dates": ["2026-06-08"], "reception": "2026-06-05T08:10", "place": "海", "note": "x", "groups": ["parents"]}
    letter = staff.letter(attachments=[stored], privacy_flags=["area_assignment"], events=[event | more])
    change_set = f"{API}/change-sets/{letter['change_set']}"
    staff.officer.get(change_set)
    staff.officer.post(f"{change_set}/submit")
    staff.approver.post(f"{change_set}/return", {"reason": "場所は？"})
    staff.officer.get(change_set)
    staff.officer.put(f"{API}/notices/{letter['id']}", {"text": "新しい本文"}, If_Match='"1"')
    staff.officer.put(f"{API}/notices/{letter['id']}", {"text": "遅い本文"}, If_Match='"1"')
    staff.publish(letter["id"], flags=["area_assignment"])
    for path in ("notices", "notices?limit=1", "change-sets", "change-sets?state=published", f"notices/{letter['id']}"):
        staff.officer.get(f"{API}/{path}")
    staff.officer.post(f"{API}/notices/{letter['id']}/withdraw", {"reason": "まちがい"}, If_Match='"2"')
    staff.event(title="春の遠足", start="2026-06-05", grades=[1])
    text = "令和8年5月11日\n遠足のお知らせ\n6月5日(金) 遠足 9:00 海\n6月6日(金) 集会\n"
    reading = staff.officer.post(f"{API}/readings", {"text": text}).expect(200).json()
    drafts = [{key: draft[key] for key in ("title", "kind", "start", "grades")} for draft in reading["events"]]
    found = staff.officer.post(f"{API}/matches", {"events": drafts, "issued": reading["issued"]}).expect(200).json()
    assert found["matches"], "so that the description of a match is held against one"
    staff.officer.post(f"{API}/readings", {"attachment": stored["digest"]}).expect(200)
    spare = staff.letter()
    staff.officer.post(f"{API}/change-sets/{spare['change_set']}/discard")


def events(town: Town) -> None:
    staff = town.pta
    staff.import_csv(plans.YEAR_PLAN.read_bytes(), "dry_run=true")
    staff.publish_csv(plans.YEAR_PLAN.read_bytes())
    staff.import_csv(plans.written([plans.row(対象学年="9年"), plans.row("二つ目")]))
    staff.import_csv(plans.written([plans.row(対象学年="9年"), plans.row("二つ目")]), "partial=true")
    event = staff.event(title="集会", kind="event", start="2026-06-05", all_day=True, grades=[1])
    path = f"{API}/events/{event['id']}"
    version = lambda: {"If_Match": f'"{staff.officer.get(path).json()["revision"]}"'}
    for target, body in (
        (path, {"title": "朝の集会"}),
        (f"{path}/move", {"start": "2026-06-06", "reason": "雨"}),
        (f"{path}/cancel", {"reason": "風"}),
    ):
        send = staff.officer.patch if target == path else staff.officer.post
        staff.publish(send(target, body, **version()).expect(200, 201).json()["id"])
    staff.officer.post(f"{path}/withdraw", {}, **version())
    staff.officer.get(f"{API}/events?from=2026-06-01&to=2026-06-30&grade=1&limit=5")
    for form in ("text", "html", "json"):
        staff.officer.get(f"{API}/digest?grade=2&week=2026-W21&format={form}")


def families(town: Town) -> None:
    staff = town.pta
    slips = staff.officer.post(f"{API}/slips", {"grade": 1, "class": 2, "count": 4}).json()
    home = people.redeem(town.server.client(), slips["slips"][0]["code"])
    home.feed()
    for path in ("household", "household/feeds"):
        home.client.get(f"{API}/{path}")
    home.client.patch(f"{API}/household", {"hidden_groups": ["parents"]})
    seat = home.client.get(f"{API}/household").json()["seats"][0]
    home.client.patch(f"{API}/household/seats/{seat['id']}", {"class": 3})
    made = home.client.post(f"{API}/household/feeds", {"label": "祖母", "reminders": [60]}).json()
    home.client.get(f"{API}/household/feeds/{made['id']}")
    home.client.patch(f"{API}/household/feeds/{made['id']}", {"kinds": ["deadline"]})
    home.client.delete(f"{API}/household/feeds/{made['id']}")
    home.client.delete(f"{API}/household/seats/{seat['id']}")
    home.client.delete(f"{API}/household")
    staff.officer.delete(f"{API}/slips/{slips['slips'][1]['serial']}")
    staff.officer.delete(f"{API}/slip-batches/{slips['batch']}")
    staff.officer.get(f"{API}/slips")
    staff.officer.get(f"{API}/households")
    for path in ("association", "officers", "officers/me", "audit/verification", "doctor"):
        staff.admin.get(f"{API}/{path}")
    auditor = staff.auditor.get(f"{API}/officers/me").json()["officers"][0]["id"]
    staff.admin.delete(f"{API}/officers/{auditor}")


def mistakes(town: Town) -> None:
    staff = town.pta
    anybody = town.server.client()
    anybody.get(f"{API}/notices")
    staff.approver.post(f"{API}/notices", {"title": "題"})
    staff.officer.post(f"{API}/notices", {"title": "題", "events": [{"title": "", "start": "2026-02-30"}]})
    staff.officer.post(f"{API}/readings", {"text": " "})
    staff.officer.post(f"{API}/matches", {"events": [{"title": "遠足", "start": "2026-02-30"}]})
    unknown = {"event": "x", "decision": "x", "title": "x", "kind": "x", "start": "x"}
    staff.officer.post(f"{API}/notices", {"title": "題", "decisions": [unknown]})
    staff.officer.get(f"{API}/notices/00000000-0000-4000-8000-000000000000")
    staff.officer.put(f"{API}/notices/{staff.letter()['id']}", {"title": "題"})
    flagged = staff.letter(privacy_flags=["personal_names"])
    staff.officer.post(f"{API}/change-sets/{flagged['change_set']}/publish")
    staff.officer.post(f"{API}/attachments?file_name=a.svg", b"<svg/>")
    staff.officer.post(f"{API}/attachments?file_name=a.pdf", b"%PDF-" + b"x" * 30_000_000)
    for _ in range(12):
        anybody.post(f"{API}/slips/redeem", {"code": unknown_code()})
    anybody.post(f"{API}/slips/redeem", {"code": "ABC"})


def test_every_answer_is_as_described(described):
    assert described.faults == []


def test_every_operation_was_seen_to_succeed(described, description):
    """So that the test above cannot pass by asking nothing."""
    answered = {(method.lower(), path) for method, path, status in described.seen if status < 300}
    there = {(method, path) for path, operations in description["paths"].items() for method in METHODS if method in operations}
    assert there - answered - {("get", f"{API}/openapi.yaml")} == set()


# The ways that nobody thought of


@pytest.mark.parametrize("bearer", ["officer", "household", "nobody"])
def test_schemathesis_finds_no_contradiction(town, bearer, tmp_path):
    home = town.pta.household(2)
    tokens = {"officer": town.pta.admin.token, "household": home.secret, "nobody": None}
    write_known_objects(town, home, tmp_path / "schemathesis.toml")
    run_schemathesis(town.server.base_url, tokens[bearer], tmp_path)
    town.server.client().get("/healthz").expect(200)


def write_known_objects(town: Town, home: people.Household, file: Path) -> None:
    """Identifiers of objects that exist, so that schemathesis gets past the doors."""
    event = town.pta.event(title="遠足", kind="event", start="2026-06-05", all_day=True, grades=[1])
    letter = town.pta.letter()
    seat = home.client.get(f"{API}/household").json()["seats"][0]
    feed = home.client.post(f"{API}/household/feeds", {"label": "もう一つ"}).json()
    known = {"notices": letter["id"], "events": event["id"], "change-sets": letter["change_set"]}
    known |= {"household/seats": seat["id"], "household/feeds": feed["id"]}
    lines = ["[parameters]", f'"header.Otayori-Association" = "{PTA}"', '"header.If-Match" = "\\"1\\""']
    for folder, identifier in known.items():
        lines += ["[[operations]]", f"include-path-regex = '^{API}/{folder}/'", f'parameters = {{ "path.id" = "{identifier}" }}']
    file.write_text("\n".join(lines) + "\n")


def run_schemathesis(base_url: str, token: str | None, folder: Path) -> None:
    command = [
        sys.executable, "-m", "schemathesis.cli", "run", f"{base_url}{API}/openapi.yaml",
        "--url", base_url, "--checks", CHECKS, "--max-examples", str(EXAMPLES), "--seed", "20260511",
        "--phases", "examples,fuzzing", "--request-timeout", "10", "--workers", "2", "--no-color",
        "--generation-database", "none", "--exclude-path-regex", ENDS_THE_BEARER,
    ]
    if token:
        command += ["--header", f"Authorization: Bearer {token}"]
    finished = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=240)
    report = finished.stdout.replace(token, "[token]") if token else finished.stdout
    assert finished.returncode == 0, report[-6000:] + finished.stderr[-1000:]
