"""Who acts: officers by API or with `noticectl`, and households."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from .http import Client, Response, secrets_in
from .server import NOTICECTL, Server, clean_environment

ROLES = ("admin", "officer", "approver", "auditor")
API = "/api/v1"


# Officers, by API


@dataclass
class Staff:
    """An association's people, each signed in on a device of their own."""

    association: str
    admin: Client
    officer: Client
    approver: Client
    auditor: Client

    def publish(self, change_set: str, flags: list[str] | None = None) -> dict:
        """The whole way: the officer submits, the second person approves, the officer publishes."""
        self.officer.post(f"{API}/change-sets/{change_set}/submit").expect(200)
        approval = {"explicit_look": flags} if flags else {}
        self.approver.post(f"{API}/change-sets/{change_set}/approve", approval).expect(200)
        return self.officer.post(f"{API}/change-sets/{change_set}/publish").expect(200).json()

    def slips(self, grade: int, count: int = 1, **order) -> list[dict]:
        body = {"grade": grade, "count": count, **order}
        return self.officer.post(f"{API}/slips", body).expect(201).json()["slips"]

    def household(self, grade: int, source: str | None = None, **order) -> Household:
        return redeem(self.officer, self.slips(grade, **order)[0]["code"], source=source)

    def import_csv(self, content: bytes, query: str = "") -> Response:
        return self.officer.post(f"{API}/imports?{query}", content, Content_Type="text/csv")

    def publish_csv(self, content: bytes) -> dict:
        report = self.import_csv(content).expect(201).json()
        self.publish(report["change_set"])
        return report

    def letter(self, **draft) -> dict:
        body = {"title": "お知らせ", "text": "本文", **draft}
        return self.officer.post(f"{API}/notices", body).expect(201).json()

    def event(self, **draft) -> dict:
        """A published event; returns it as officers see it."""
        change_set = self.officer.post(f"{API}/events", draft).expect(201).json()
        return self.publish(change_set["id"])["changes"][0]["after"]


def sign_in(server: Server, code: str, device: str = "試験用の端末") -> Client:
    body = {"code": code, "device": device}
    signed_in = server.client().post(f"{API}/officers/sign-in", body).expect(200, 201).json()
    return server.client(token=signed_in["token"])


def invite(admin: Client, role: str, name: str | None = None) -> str:
    body = {"role": role, "name": name or f"{role}の人"}
    return admin.post(f"{API}/officers/invitations", body).expect(201).json()["code"]


def staff(server: Server, association: str) -> Staff:
    admin = sign_in(server, server.invitation(association))
    others = {role: sign_in(server, invite(admin, role)) for role in ROLES[1:]}
    return Staff(association, admin, **others)


# Households


@dataclass
class Household:
    secret: str
    feed_url: str
    digest_url: str
    client: Client = field(repr=False)

    @property
    def feed_token(self) -> str:
        return self.feed_url.rsplit("/", 1)[-1].removesuffix(".ics")

    @property
    def digest_token(self) -> str:
        return self.digest_url.rsplit("/", 1)[-1]

    def feed(self, **headers: str) -> Response:
        return self.client.acting(token=None).get(self.feed_url, **headers)

    def digest(self, ending: str = "", query: str = "") -> Response:
        return self.client.acting(token=None).get(self.digest_url + ending + query)


def redeem(client: Client, code: str, household: Household | None = None, source: str | None = None) -> Household:
    """Redeems a slip; with a household, adds the seat to it."""
    asking = client.acting(token=household.secret if household else None, association=None, source=source)
    body = asking.post(f"{API}/slips/redeem", {"code": code}).expect(201).json()
    secret = body["household_url"].rsplit("/", 1)[-1]
    return Household(secret, body["feed_url"], body["digest_url"], client.acting(token=secret, association=None))


# Officers at a terminal


@dataclass
class Result:
    status: int
    stdout: str
    stderr: str

    def json(self):
        return json.loads(self.stdout)

    def one_line(self) -> str:
        lines = [line for line in self.stderr.splitlines() if line.strip()]
        assert len(lines) == 1, f"one line expected on standard error:\n{self.stderr}"
        return lines[0]


class Person:
    """Somebody with `noticectl` and settings of their own."""

    def __init__(self, server: Server, folder: Path, name: str):
        self.server = server
        self.name = name
        self.folder = folder / name
        self.folder.mkdir(parents=True, exist_ok=True)

    def run(self, *arguments: str, stdin: str = "", expect: int | None = 0, **environment: str) -> Result:
        mine = {"XDG_CONFIG_HOME": str(self.folder / "config"), "LANG": "ja_JP.UTF-8"}
        finished = subprocess.run(
            [str(NOTICECTL), *map(str, arguments)], input=stdin.encode(), capture_output=True, timeout=60,
            cwd=self.folder,
            env=clean_environment(self.folder) | self.server.clock.environment() | mine | environment,
        )
        result = Result(finished.returncode, finished.stdout.decode(), finished.stderr.decode())
        if expect is not None:
            assert result.status == expect, (
                f"noticectl {' '.join(map(str, arguments))}: exit {result.status} instead of {expect}\n"
                f"{result.stdout[-2000:]}\n{result.stderr[-2000:]}"
            )
        return result

    def json(self, *arguments: str, **how):
        """Runs with `--json`: standard output is one JSON value and nothing else."""
        value = self.run(*arguments, "--json", **how).json()
        self.server.secrets.update(secrets_in(value))
        return value

    def log_in(self, code: str, *options: str) -> Person:
        self.run("login", "--server", self.server.base_url, *options, stdin=code + "\n")
        return self

    def at(self, server: Server, name: str) -> Person:
        """The same person, signed in alike at a server that runs on a copy of this one's data."""
        there = Person(server, self.folder.parent, name)
        shutil.copytree(self.folder / "config", there.folder / "config")
        profile = there.folder / "config" / "otayori" / "default.json"
        profile.write_text(profile.read_text().replace(self.server.base_url, server.base_url))
        return there

    def invite(self, role: str, name: str) -> str:
        """Invites a colleague; the code to hand over."""
        return self.json("officer", "invite", "--role", role, "--name", name)["code"]
