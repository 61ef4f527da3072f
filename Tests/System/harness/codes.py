"""Slip codes that nobody printed: ten Crockford digits and the check character (Luhn modulo 32)."""

import random

DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def check(values: list[int]) -> str:
    total = 0
    for position, value in enumerate(reversed(values)):
        weighted = value * 2 if position % 2 == 0 else value
        total += weighted // 32 + weighted % 32
    return DIGITS[(32 - total % 32) % 32]


def unknown_code(chance: random.Random = random.Random()) -> str:
    """Well-formed, and almost surely never printed."""
    values = [chance.randrange(32) for _ in range(10)]
    return "".join(DIGITS[value] for value in values) + check(values)


def mistyped(code: str) -> str:
    """The same code with one character read wrongly."""
    plain = code.replace("-", "")
    wrong = DIGITS[(DIGITS.index(plain[4]) + 1) % 32]
    return plain[:4] + wrong + plain[5:]
