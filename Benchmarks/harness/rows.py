"""What is measured, by name, and what it should reach."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One line of bench.json; `target` says when it is good enough."""

    name: str
    ours: float
    peer: float | None
    unit: str
    ratio: float | None = None
    target: str = ""
    met: bool | None = None
    remark: str = ""

    def json(self) -> dict:
        return {
            "name": self.name, "ours": self.ours, "peer": self.peer, "ratio": self.ratio, "unit": self.unit,
            "command": f"Benchmarks/run --only {self.name}",
        }


def at_least(name: str, ours: float, peer: float, unit: str, ratio: float, wanted: float | None, remark: str) -> Row:
    """A rate: the ratio counts."""
    target = f"ratio ≥ {wanted:.2f}" if wanted else ""
    return Row(name, rounded(ours), rounded(peer), unit, round(ratio, 3), target, ratio >= wanted if wanted else None, remark)


def at_most(name: str, ours: float, unit: str, limit: float | None, peer: float | None = None, remark: str = "") -> Row:
    """A size or a time: less is better, and a peer is there for comparison only."""
    ratio = round(ours / peer, 3) if peer else None
    target = f"≤ {limit:g} {unit}" if limit else ""
    return Row(
        name, rounded(ours), rounded(peer) if peer else None, unit, ratio, target,
        ours <= limit if limit else None, remark,
    )


def rounded(value: float) -> float:
    return round(value) if value >= 1000 else round(value, 2)


@dataclass(frozen=True)
class Chapter:
    """Rows that share a prepared town or input; `measure` yields those that are asked for."""

    title: str
    names: tuple[str, ...]
    measure: Callable[[Callable[[str], bool]], Iterator[Row]]


def table(rows: list[Row]) -> str:
    lines = [("row", "ours", "peer", "unit", "ratio", "to reach", "", "")]
    for row in rows:
        verdict = {True: "reached", False: "MISSED", None: ""}[row.met]
        lines.append((
            row.name, f"{row.ours:,}", "" if row.peer is None else f"{row.peer:,}", row.unit,
            "" if row.ratio is None else f"{row.ratio:.3f}", row.target, verdict, row.remark,
        ))
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    aligned = [
        "  ".join(cell.rjust(width) if column in (1, 2, 4) else cell.ljust(width)
                  for column, (cell, width) in enumerate(zip(line, widths))).rstrip()
        for line in lines
    ]
    return "\n".join(aligned)
