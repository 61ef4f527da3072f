"""`Benchmarks/run [--only ROW]…`: measures, prints a table, writes bench.json."""

from __future__ import annotations

import argparse
import json
import os

from . import city, feeds, ical
from .program import REPOSITORY
from .rows import Row, table

CHAPTERS = (*feeds.CHAPTERS, *city.CHAPTERS, *ical.CHAPTERS)


def main() -> None:
    names = [name for chapter in CHAPTERS for name in chapter.names]
    parser = argparse.ArgumentParser(prog="Benchmarks/run", description="Measures the release binaries; writes bench.json.")
    parser.add_argument("--only", action="append", choices=names, metavar="ROW", help=f"one of {', '.join(names)}")
    chosen = parser.parse_args().only or names
    rows: list[Row] = []
    for chapter in CHAPTERS:
        if any(name in chosen for name in chapter.names):
            print(f"{chapter.title} (load average {os.getloadavg()[0]:.1f})", flush=True)
            rows += chapter.measure(lambda name: name in chosen)
            write(rows, keep_others=len(chosen) < len(names))
    print(table(rows))


def write(rows: list[Row], keep_others: bool) -> None:
    """A single row replaces its own line only."""
    file = REPOSITORY / "bench.json"
    measured = {row.name: row.json() for row in rows}
    old = {row["name"]: row for row in json.loads(file.read_text())} if keep_others and file.exists() else {}
    file.write_text(json.dumps(list((old | measured).values()), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


main()
