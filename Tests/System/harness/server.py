"""One `notice-server` process with its own data folder, associations and clock."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path

from .associations import write_associations
from .clock import Clock
from .http import Client

REPOSITORY = Path(__file__).resolve().parents[3]
FIXTURES = REPOSITORY / "Tests" / "Fixtures"
BINARIES = Path(os.environ.get("OTAYORI_BIN", REPOSITORY / ".build" / "debug")).resolve()
SERVER = BINARIES / "notice-server"
NOTICECTL = BINARIES / "noticectl"


class Server:
    """Started with `start()`; `stop()` demands a clean end and that nothing secret was kept."""

    def __init__(self, folder: Path, clock: Clock | None = None, binary: Path = SERVER, **settings: str):
        self.folder = folder
        self.data = folder / "data"
        self.associations = folder / "associations"
        self.log = folder / "server.log"
        self.clock = clock or Clock(folder / "clock")
        self.binary = binary
        self.settings = settings
        self.port = free_port()
        self.base_url = f"http://127.0.0.1:{self.port}"
        self.process: subprocess.Popen | None = None
        self.secrets: set[str] = set()
        #: Sees every exchange of the clients made after it was set.
        self.observer = None
        folder.mkdir(parents=True, exist_ok=True)
        if not self.associations.exists():
            write_associations(self.associations)

    # Process

    def environment(self) -> dict[str, str]:
        mine = {
            "NOTICE_DATA": str(self.data),
            "NOTICE_HOST": "127.0.0.1",
            "NOTICE_PORT": str(self.port),
            "NOTICE_BASE_URL": self.base_url,
            "NOTICE_ASSOCIATIONS": str(self.associations),
        }
        return clean_environment(self.folder) | self.clock.environment() | mine | self.settings

    def start(self, *wrapper: str) -> Server:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [*wrapper, str(self.binary)], env=self.environment(), cwd=self.folder,
                stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            )
        self.wait_until_ready()
        return self

    def wait_until_ready(self, seconds: float = 20) -> None:
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise AssertionError(f"the server ended with {self.process.returncode}:\n{self.last_words()}")
            try:
                if self.client().get("/healthz").status == 200:
                    return
            except OSError:
                pass
            time.sleep(0.01)
        raise AssertionError(f"the server was not ready within {seconds} s:\n{self.last_words()}")

    def stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        status = self.process.wait(timeout=40)
        assert status == 0, f"SIGTERM ended the server with {status}:\n{self.last_words()}"
        kept = self.secrets_kept()
        assert not kept, f"secrets were written down: {kept}"

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def restart(self) -> Server:
        self.stop()
        return self.start()

    def last_words(self) -> str:
        return self.log.read_text(errors="replace")[-3000:] if self.log.exists() else ""

    # What it holds

    def client(self, **how) -> Client:
        return Client(self.base_url, **{"secrets": self.secrets, "observer": self.observer} | how)

    def invitation(self, association: str) -> str:
        """The first admin's one-time code, as the machine's owner finds it."""
        steps = json.loads((self.data / "first-steps.json").read_text())["invitations"]
        code = next(step["code"] for step in steps if step["association"] == association)
        self.secrets.add(code)
        return code

    @property
    def database(self) -> Path:
        return self.data / "notice.sqlite"

    def secrets_kept(self) -> dict[str, str]:
        """Secrets that stand in the log or in the data folder in clear; first-steps.json is the one place meant to."""
        forms = {form.lower().encode() for secret in self.secrets for form in (secret, secret.replace("-", ""))}
        kept = {}
        for file in [self.log, *self.data.rglob("*")]:
            if file.is_file() and file.name != "first-steps.json":
                if hit := first_of(forms, file.read_bytes().lower()):
                    kept[file.name] = hit.decode()
        return kept

    def copy(self, folder: Path) -> Server:
        """Another server, not started, on a copy of the data: for tests that tamper."""
        folder.mkdir()
        other = Server(folder, Clock(folder / "clock", self.clock.now() if self.clock.shifted else None))
        shutil.copytree(self.data, other.data, ignore=shutil.ignore_patterns("lock"))
        return other


def first_of(words: set[bytes], content: bytes) -> bytes | None:
    """The first of many words that stands in the content; each has at least as many octets as a slip's code."""
    length = 11
    beginnings: dict[bytes, list[bytes]] = {}
    for word in words:
        beginnings.setdefault(word[:length], []).append(word)
    for start in range(len(content) - length + 1):
        if content[start:start + length] in beginnings:
            for word in beginnings[content[start:start + length]]:
                if content.startswith(word, start):
                    return word
    return None


def clean_environment(home: Path) -> dict[str, str]:
    """Nothing of the tester's own settings reaches the programs under test."""
    return {"PATH": os.environ["PATH"], "HOME": str(home), "LANG": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no"}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
