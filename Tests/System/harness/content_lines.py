"""Content lines of a calendar file, taken apart without any of the product's code (RFC 5545, section 3.1; RFC 6868)."""

from __future__ import annotations

import re
from dataclasses import dataclass

PARAMETER = re.compile(r';([^=:;]+)=((?:"[^"]*"|[^",:;]*)(?:,(?:"[^"]*"|[^",:;]*))*)')
NAME = re.compile(r"[A-Za-z0-9._-]+")
CARETS = {"^n": "\n", "^^": "^", "^'": '"'}


@dataclass(frozen=True)
class Content:
    """A property, where it stands, in a form in which equal ones are equal."""

    path: tuple[str, ...]
    name: str
    parameters: tuple[tuple[str, tuple[str, ...]], ...]
    value: str


def contents(data: bytes) -> list[tuple[int, Content]]:
    """Every property with the line on which it begins; what cannot be taken apart is left out."""
    found: list[tuple[int, Content]] = []
    path: list[str] = []
    for number, line in unfolded(data):
        parts = taken_apart(line)
        if not parts:
            continue
        name, parameters, value = parts
        if name == "BEGIN":
            path.append(value.strip().upper())
        elif name == "END":
            del path[-1:]
        elif path:
            found.append((number, Content(tuple(path), name, parameters, value)))
    return found


def unfolded(data: bytes) -> list[tuple[int, str]]:
    data = data.removeprefix(b"\xef\xbb\xbf")
    ends = re.compile(rb"\r*\n" if b"\n" in data else rb"\r")
    joined: list[tuple[int, bytes]] = []
    for number, line in enumerate(ends.split(data), start=1):
        if line[:1] in (b" ", b"\t") and joined:
            joined[-1] = (joined[-1][0], joined[-1][1] + line[1:])
        elif line.strip():
            joined.append((number, line.lstrip() if number == 1 else line))
    return [(number, line.decode("utf-8", "replace")) for number, line in joined]


def taken_apart(line: str) -> tuple[str, tuple[tuple[str, tuple[str, ...]], ...], str] | None:
    name = NAME.match(line)
    if not name:
        return None
    place = name.end()
    parameters = []
    while parameter := PARAMETER.match(line, place):
        values = re.findall(r'"[^"]*"|[^",]+|(?<=,)(?=,|$)|^(?=,|$)', parameter[2])
        parameters.append((parameter[1].upper(), tuple(decoded(value) for value in values)))
        place = parameter.end()
    if line[place:place + 1] != ":":
        return None
    return name[0].upper(), tuple(parameters), line[place + 1:]


def decoded(value: str) -> str:
    return re.sub(r"\^[n^']", lambda match: CARETS[match[0]], value.strip('"'))
