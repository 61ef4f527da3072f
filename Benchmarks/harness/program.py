"""Server processes under measurement: ours and nginx."""

from __future__ import annotations

import grp
import http.client
import json
import os
import pwd
import signal
import socket
import subprocess
import time
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
BINARIES = Path(os.environ.get("OTAYORI_BIN", REPOSITORY / ".build" / "release")).resolve()
#: Both servers work with as many threads or processes as the machine has processors.
WORKERS = os.cpu_count() or 1


class Program:
    """A process that answers HTTP on a port of 127.0.0.1."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.port = free_port()
        self.process: subprocess.Popen | None = None

    def arguments(self) -> list[str]:
        raise NotImplementedError

    def environment(self) -> dict[str, str]:
        return {"PATH": os.environ["PATH"], "HOME": str(self.folder), "LANG": "C.UTF-8"}

    def start(self, path: str = "/healthz", seconds: float = 60) -> float:
        """Returns the seconds until `path` was answered with 200 and read to its end."""
        with (self.folder / f"{type(self).__name__.lower()}.log").open("ab") as log:
            begin = time.perf_counter()
            self.process = subprocess.Popen(
                self.arguments(), env=self.environment(), cwd=self.folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log
            )
        while time.perf_counter() - begin < seconds:
            if self.process.poll() is not None:
                raise SystemExit(f"{self.arguments()[0]} ended with {self.process.returncode}; see {log.name}")
            try:
                if self.get(path)[0] == 200:
                    return time.perf_counter() - begin
            except OSError:
                time.sleep(0.0005)
        raise SystemExit(f"{self.arguments()[0]} did not answer {path} within {seconds} s; see {log.name}")

    def stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=40)

    def get(self, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
        return self.ask("GET", path, None, headers)

    def ask(self, method: str, path: str, body: dict | None, headers: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            text = None if body is None else json.dumps(body)
            connection.request(method, path, text, {name.replace("_", "-"): value for name, value in headers.items()})
            answer = connection.getresponse()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
        finally:
            connection.close()

    def processes(self) -> list[int]:
        """The process and its children."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return [self.process.pid, *map(int, children)]

    def megabytes(self) -> float:
        """Resident memory."""
        return sum(self._kilobytes(pid, "VmRSS") for pid in self.processes()) / 1024

    def most_megabytes(self) -> float:
        """The highest resident memory so far."""
        return sum(self._kilobytes(pid, "VmHWM") for pid in self.processes()) / 1024

    @staticmethod
    def _kilobytes(pid: int, name: str) -> int:
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith(name + ":"):
                return int(line.split()[1])
        return 0

    def processor_seconds(self) -> float:
        """User and system time so far."""
        ticks = 0
        for pid in self.processes():
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
        return ticks / os.sysconf("SC_CLK_TCK")


class NoticeServer(Program):
    """Our server on a folder that holds `data` and `associations`."""

    def arguments(self) -> list[str]:
        return [str(BINARIES / "notice-server")]

    def environment(self) -> dict[str, str]:
        return super().environment() | {
            "NOTICE_DATA": str(self.folder / "data"),
            "NOTICE_ASSOCIATIONS": str(self.folder / "associations"),
            "NOTICE_PORT": str(self.port),
            "NOTICE_BASE_URL": f"http://127.0.0.1:{self.port}",
            "NOTICE_LOG_LEVEL": "warning",
            "NIO_SINGLETON_GROUP_LOOP_COUNT": str(WORKERS),
            "SWIFT_BACKTRACE": "enable=no",
        }

    def call(self, method: str, path: str, body: dict | None = None, token: str | None = None) -> dict:
        headers = {"Content_Type": "application/json"} | ({"Authorization": f"Bearer {token}"} if token else {})
        status, _, answer = self.ask(method, f"/api/v1{path}", body, headers)
        if status not in (200, 201):
            raise SystemExit(f"{method} {path}: {status} {answer.decode()}")
        return json.loads(answer)

    def sign_in(self, association: str) -> str:
        """The first admin's device token."""
        steps = json.loads((self.folder / "data" / "first-steps.json").read_text())["invitations"]
        code = next(step["code"] for step in steps if step["association"] == association)
        return self.call("POST", "/officers/sign-in", {"code": code, "device": "benchmark"})["token"]


class Nginx(Program):
    """nginx on the files of `folder/www`, set up as for a busy site: workers, sendfile, open files kept, no access log."""

    def arguments(self) -> list[str]:
        configuration = self.folder / "nginx.conf"
        text = (Path(__file__).parent / "nginx.conf").read_text()
        facts = {
            "USER": pwd.getpwuid(os.getuid()).pw_name, "GROUP": grp.getgrgid(os.getgid()).gr_name,
            "FOLDER": self.folder, "PORT": self.port, "WORKERS": WORKERS,
        }
        for name, fact in facts.items():
            text = text.replace(f"@{name}@", str(fact))
        configuration.write_text(text)
        return ["/usr/sbin/nginx", "-c", str(configuration), "-p", str(self.folder)]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
