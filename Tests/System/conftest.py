"""Fixtures shared by the system tests. They drive the binaries of `OTAYORI_BIN` (default `.build/debug`)."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

from harness import associations, people
from harness.clock import Clock, tokyo
from harness.server import NOTICECTL, SERVER, Server

#: A Monday in the school year of the fixtures.
A_MONDAY_IN_MAY = tokyo("2026-05-11 10:00")


def pytest_configure(config):
    missing = [str(binary) for binary in (SERVER, NOTICECTL) if not binary.exists()]
    if missing and not config.option.collectonly:
        config._missing_binaries = missing


@pytest.fixture(scope="session")
def binaries(pytestconfig):
    missing = getattr(pytestconfig, "_missing_binaries", [])
    if missing:
        pytest.exit(f"not built: {', '.join(missing)} (swift build, or set OTAYORI_BIN)", returncode=3)


@pytest.fixture(scope="module")
def serve(binaries, tmp_path_factory):
    """Starts servers; at the end each must stop cleanly and have kept no secret."""
    servers: list[Server] = []
    numbers = itertools.count(1)

    def start(shows: datetime | None = None, zone: str = "UTC", folder: Path | None = None, **settings) -> Server:
        folder = folder or tmp_path_factory.mktemp(f"server-{next(numbers)}-")
        server = Server(folder, Clock(folder / "clock", shows, zone), **settings)
        servers.append(server)
        return server.start()

    yield start
    for server in servers:
        if server.process and server.process.poll() is None:
            server.stop()


@dataclass
class Town:
    """One server, two associations, all their people."""

    server: Server
    pta: people.Staff
    other: people.Staff


@pytest.fixture(scope="module")
def town(serve) -> Town:
    return new_town(serve(shows=A_MONDAY_IN_MAY))


def new_town(server: Server) -> Town:
    return Town(server, people.staff(server, associations.PTA), people.staff(server, associations.OTHER_PTA))
