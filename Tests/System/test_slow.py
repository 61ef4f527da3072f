"""Slow connections by the hundred: all are closed in time, and nobody else waits for them."""

from __future__ import annotations

import itertools
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from harness import associations, people
from harness.people import API
from harness.server import FIXTURES

#: Everything but a transfer that keeps its pace is closed by then; the margin is ours, for measuring.
CLOSED_WITHIN = 30
MARGIN = 2.5
PROXY = "127.0.0.50"
SOURCES = [f"127.0.0.{number}" for number in range(2, 12)]
KINDS = ("headers", "bodies", "reads")
FLOODS = ("flood", "repetition")
SLOW = 500
SLOW_THROUGH_PROXY = 100
PIPELINED = 200
ORDINARY = 400
#: Octets of an answer that do not fit between a server and a client that reads nothing.
MORE_THAN_BUFFERS = 300_000
ESTABLISHED = "01"


@dataclass
class SlowConnection:
    """One client that takes its time over one part of a request: an octet a second, or reading nothing at all.

    A flood asks many times at once and reads nothing, a repetition asks again each second and reads nothing.
    """

    kind: str
    socket: socket.socket
    name: tuple[str, int]
    opened: float
    drops: Iterator[bytes]
    closed: float | None = None

    @classmethod
    def open(cls, port: int, kind: str, source: str, target: str, forwarded: str | None = None) -> SlowConnection:
        link = socket.socket()
        link.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        link.bind((source, 0))
        link.settimeout(10)
        link.connect(("127.0.0.1", port))
        link.setblocking(False)
        head = f"Host: 127.0.0.1:{port}\r\n" + (f"X-Forwarded-For: {forwarded}\r\n" if forwarded else "")
        get = f"GET {target} HTTP/1.1\r\n{head}\r\n".encode()
        post = (
            f"POST {API}/slips/redeem HTTP/1.1\r\n{head}Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n"
        )
        first, drops = {
            "headers": (f"GET /healthz HTTP/1.1\r\n{head}X-Slow: ".encode(), itertools.repeat(b"a")),
            "bodies": (post.encode(), itertools.repeat(b" ")),
            "reads": (get, iter(())),
            "flood": (get * PIPELINED, iter(())),
            "repetition": (get, itertools.repeat(get)),
        }[kind]
        connection = cls(kind, link, link.getsockname(), time.monotonic(), drops)
        connection.send(first)
        return connection

    def drip(self) -> None:
        if drop := next(self.drops, b""):
            self.send(drop)

    def send(self, data: bytes) -> None:
        try:
            self.socket.send(data)
        except BlockingIOError:
            pass
        except OSError:
            self.finish()

    def finish(self) -> None:
        if self.closed is None:
            self.closed = time.monotonic()
            self.socket.close()

    @property
    def lasted(self) -> float:
        return (self.closed or time.monotonic()) - self.opened


def wait_until_closed(connections: list[SlowConnection], port: int, seconds: float) -> None:
    """Lets all of them drip, and notes when the server's end of each is no longer open."""
    deadline = time.monotonic() + seconds
    while (still := [c for c in connections if c.closed is None]) and time.monotonic() < deadline:
        time.sleep(1)
        live = established(port)
        for connection in still:
            connection.drip()
            if connection.closed is None and connection.name not in live:
                connection.finish()


def established(port: int) -> set[tuple[str, int]]:
    """The peers of the server's open connections, as the kernel counts them: a client that reads nothing sees no end."""
    peers = set()
    for line in Path("/proc/net/tcp").read_text().splitlines()[1:]:
        _, local, peer, state = line.split()[:4]
        if int(local.split(":")[1], 16) == port and state == ESTABLISHED:
            address, number = peer.split(":")
            peers.add((socket.inet_ntoa(bytes.fromhex(address)[::-1]), int(number, 16)))
    return peers


def open_files(server) -> int:
    return len(list(Path(f"/proc/{server.process.pid}/fd").iterdir()))


def resident_megabytes(server) -> float:
    status = Path(f"/proc/{server.process.pid}/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def ordinary_requests(home: people.Household, count: int, seconds: float) -> list[float]:
    """Seconds that ordinary fetches take, one after another at an even pace, each on a connection of its own."""
    took = []
    began = time.monotonic()
    for number in range(count):
        time.sleep(max(0, began + number * seconds / count - time.monotonic()))
        start = time.perf_counter()
        home.feed().expect(200)
        took.append(time.perf_counter() - start)
    return took


def p99(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.99)]


def steady_upload(port: int, token: str, result: dict) -> None:
    """A file that comes slowly but at 12 KB/s, for longer than anything else may take."""
    pdf = (FIXTURES / "hostile/pdf/plain_ok.pdf").read_bytes() + b"%" * 12_000 * 36 + b"\n%%EOF\n"
    with socket.create_connection(("127.0.0.1", port), timeout=60) as link:
        head = (
            f"POST {API}/attachments?file_name=a.pdf HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {token}\r\n"
            f"Content-Length: {len(pdf)}\r\n\r\n"
        )
        link.sendall(head.encode())
        for offset in range(0, len(pdf), 3000):
            link.sendall(pdf[offset:offset + 3000])
            time.sleep(0.25)
        result["status"] = link.recv(4096).split(b" ", 2)[1]


def a_long_calendar(server) -> tuple[people.Household, people.Staff]:
    staff = people.staff(server, associations.PTA)
    home = staff.household(1)
    much_to_bring = [f"{number} " + "とても大きな持ち物" * 10 for number in range(50)]
    for day in range(1, 31):
        start = f"{date.today().year}-06-{day:02}"
        staff.event(title="遠足", kind="event", start=start, all_day=True, grades=[1, 2, 3], items=much_to_bring)
    assert len(home.feed().body) > MORE_THAN_BUFFERS
    return home, staff


def outlast(crowd: list[SlowConnection], home: people.Household, port: int) -> float:
    """Sees every connection closed in time; returns the p99 of who asks meanwhile."""
    with ThreadPoolExecutor(1) as pool:
        asking = pool.submit(ordinary_requests, home, ORDINARY * 3, CLOSED_WITHIN)
        wait_until_closed(crowd, port, CLOSED_WITHIN + MARGIN + 5)
        during = p99(asking.result())
    longest = {kind: round(max(c.lasted for c in crowd if c.kind == kind), 1) for kind in {c.kind for c in crowd}}
    print(f"closed after s: {longest}; p99 {during * 1000:.1f} ms among {len(crowd)} slow connections")
    late = [(c.kind, round(c.lasted, 1)) for c in crowd if c.closed is None or c.lasted > CLOSED_WITHIN + MARGIN]
    assert late == [], f"{len(late)} connections were not closed in time"
    return during


def through_proxy(port: int, kinds: tuple[str, ...], count: int, target: str) -> list[SlowConnection]:
    """So many of each kind, each forwarded for a client of its own."""
    clients = (f"203.0.{number // 250}.{number % 250 + 1}" for number in itertools.count())
    return [SlowConnection.open(port, kind, PROXY, target, next(clients)) for kind in kinds for _ in range(count)]


def test_slow_connections_are_closed_and_nobody_waits_for_them(serve):
    server = serve(NOTICE_TRUSTED_PROXIES=PROXY)
    home, staff = a_long_calendar(server)
    target = home.feed_url.removeprefix(server.base_url)
    files = open_files(server)
    base = p99(ordinary_requests(home, ORDINARY, 8))
    upload: dict = {}
    uploading = threading.Thread(target=steady_upload, args=(server.port, staff.officer.token, upload), daemon=True)
    uploading.start()

    kinds, sources = itertools.cycle(KINDS), itertools.cycle(SOURCES)
    crowd = [SlowConnection.open(server.port, next(kinds), next(sources), target) for _ in range(SLOW)]
    crowd += through_proxy(server.port, KINDS, SLOW_THROUGH_PROXY, target)
    during = outlast(crowd, home, server.port)

    assert open_files(server) <= files + 10, "connections are closed, but their files are not"
    assert during <= max(3 * base, 0.25)
    uploading.join(timeout=60)
    assert upload.get("status") == b"201", "an upload that kept its pace was cut off"


def test_floods_of_requests_whose_answers_nobody_reads_are_closed_too(serve):
    server = serve(NOTICE_TRUSTED_PROXIES=PROXY)
    home, _ = a_long_calendar(server)
    target = home.feed_url.removeprefix(server.base_url)
    base = p99(ordinary_requests(home, ORDINARY, 8))
    crowd = through_proxy(server.port, FLOODS, 134, target)
    during = outlast(crowd, home, server.port)
    assert during <= max(3 * base, 0.25)
    assert resident_megabytes(server) < 200, "unread answers are held in memory"


def test_one_source_cannot_take_all_connections(serve):
    server = serve(NOTICE_MAX_CONNECTIONS_PER_SOURCE="20")
    greedy = [socket.create_connection(("127.0.0.1", server.port), source_address=("127.0.0.9", 0)) for _ in range(60)]
    server.client(source="127.0.0.8").get("/healthz").expect(200)
    for link in greedy:
        link.close()
    server.stop()
