"""Somebody who sits at a terminal and answers what is asked."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import time

from .people import Person, Result
from .server import NOTICECTL, clean_environment


def converse(person: Person, *arguments: str, answers: list[tuple[str, str]], **environment: str) -> Result:
    """Runs `noticectl` on a terminal of its own; types each answer once its question has appeared."""
    mine = {"XDG_CONFIG_HOME": str(person.folder / "config"), "LANG": "ja_JP.UTF-8", "TERM": "dumb"}
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [str(NOTICECTL), *map(str, arguments)], stdin=follower, stdout=subprocess.PIPE, stderr=follower,
        cwd=person.folder, start_new_session=True,
        env=clean_environment(person.folder) | person.server.clock.environment() | mine | environment,
    )
    os.close(follower)
    shown, answers, seen = "", list(answers), 0
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if select.select([leader], [], [], 0.1)[0]:
            try:
                shown += os.read(leader, 65536).decode("utf-8", "replace")
            except OSError:
                break
        if answers and answers[0][0] in shown[seen:]:
            seen = len(shown)
            os.write(leader, (answers.pop(0)[1] + "\n").encode())
        if process.poll() is not None and not select.select([leader], [], [], 0)[0]:
            break
    output = process.communicate(timeout=10)[0].decode()
    os.close(leader)
    assert not answers, f"never asked: {answers[0][0]}\n{shown[-3000:]}"
    return Result(process.returncode, output, shown.replace("\r\n", "\n"))
