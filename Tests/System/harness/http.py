"""A small HTTP client: one connection a request, any loopback address as its source, secrets remembered."""

from __future__ import annotations

import http.client
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

#: Members of the API's bodies whose values are secrets or end with one.
SECRET_MEMBERS = {"code", "token", "url", "household_url", "feed_url", "digest_url", "join_url"}


@dataclass
class Response:
    status: int
    headers: http.client.HTTPMessage
    body: bytes
    #: Seconds from the request's first byte to the answer's last.
    took: float = 0
    request: str = ""

    def json(self):
        return json.loads(self.body)

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")

    @property
    def code(self) -> str | None:
        """The problem's code, for an answer that is one."""
        is_problem = (self.headers["Content-Type"] or "").startswith("application/problem+json")
        return self.json()["code"] if is_problem else None

    def expect(self, *statuses: int) -> Response:
        assert self.status in statuses, f"{self.request}: {self.status} instead of {statuses}: {self.body[:600]!r}"
        return self

    def lines(self) -> list[tuple[str, str]]:
        """Header lines except Date, as they stood on the wire."""
        return [(name, value) for name, value in self.headers.items() if name.lower() != "date"]


@dataclass
class Client:
    """Speaks to one server as one bearer; `secrets` gathers every secret that an answer showed."""

    base_url: str
    token: str | None = None
    association: str | None = None
    source: str | None = None
    language: str | None = None
    secrets: set[str] = field(default_factory=set)
    timeout: float = 30
    #: Sees every exchange: method, path, answer.
    observer: Callable[[str, str, Response], None] | None = None

    def acting(self, **changes) -> Client:
        return Client(**{**self.__dict__, **changes})

    def request(self, method: str, target: str, body=None, headers: dict[str, str] | None = None) -> Response:
        address = urlsplit(self.base_url)
        path = target.removeprefix(self.base_url)
        sent = self.headers() | (headers or {})
        if body is not None and not isinstance(body, (bytes, bytearray)):
            body = json.dumps(body).encode()
            sent.setdefault("Content-Type", "application/json")
        connection = http.client.HTTPConnection(
            address.hostname, address.port, timeout=self.timeout,
            source_address=(self.source, 0) if self.source else None,
        )
        try:
            connection.connect()
            response = answer(connection, method, path, body, sent, self.secrets)
        finally:
            connection.close()
        if self.observer:
            self.observer(method, path, response)
        return response

    def headers(self) -> dict[str, str]:
        sent = {"Accept-Encoding": "identity"}
        if self.token:
            sent["Authorization"] = f"Bearer {self.token}"
        if self.association:
            sent["Otayori-Association"] = self.association
        if self.language:
            sent["Accept-Language"] = self.language
        return sent

    def get(self, path: str, **headers: str) -> Response:
        return self.request("GET", path, headers=dashed(headers))

    def head(self, path: str, **headers: str) -> Response:
        return self.request("HEAD", path, headers=dashed(headers))

    def post(self, path: str, body=None, **headers: str) -> Response:
        return self.request("POST", path, body, dashed(headers))

    def put(self, path: str, body=None, **headers: str) -> Response:
        return self.request("PUT", path, body, dashed(headers))

    def patch(self, path: str, body=None, **headers: str) -> Response:
        return self.request("PATCH", path, body, dashed(headers))

    def delete(self, path: str, **headers: str) -> Response:
        return self.request("DELETE", path, headers=dashed(headers))


def answer(connection, method, path, body, headers, secrets) -> Response:
    """Sends one request on an open connection and reads its answer."""
    began = time.perf_counter()
    connection.request(method, path, body, headers)
    received = connection.getresponse()
    content = received.read()
    response = Response(received.status, received.headers, content, time.perf_counter() - began, f"{method} {path}")
    if (received.headers["Content-Type"] or "").startswith("application/json"):
        secrets.update(secrets_in(json.loads(content)))
    return response


def dashed(headers: dict[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}


def secrets_in(value) -> set[str]:
    """Codes, tokens and the secret ends of URLs in a JSON value."""
    if isinstance(value, list):
        return set().union(*map(secrets_in, value))
    if not isinstance(value, dict):
        return set()
    found = set().union(*map(secrets_in, value.values()))
    for name in SECRET_MEMBERS & value.keys():
        if isinstance(value[name], str) and "code" not in problem_members(value):
            found.add(value[name].removesuffix(".ics").replace("#", "/").rsplit("/", 1)[-1])
    return found


def problem_members(value: dict) -> set[str]:
    """Problems and flaws have a `code` too, which is none."""
    return value.keys() & {"code"} if "message" in value or "detail" in value else set()
