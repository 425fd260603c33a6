"""A file with the mistakes employers make, one on each line; every line is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from random import Random

from kenpo.demo.files import FILE_NAME, todokede_file
from kenpo.demo.households import Households
from kenpo.demo.notices import acquisition
from kenpo.demo.people import Family, Firm
from kenpo.exchange.todokede import write_todokede

FILED_ON = date(2025, 3, 14)
_FIRST_NUMBER = 9_000_000
_DATA = b"[data]\r\n"
_Items = list[bytes]


def write_bad_rows(firm: Firm, seed: int, out: Path) -> Path:
    """Write the file of a firm whose payroll program is at fault; return its path."""
    chance = Random(f"{seed}:bad rows")  # noqa: S311 - made-up people need no secrecy
    households = Households(chance, _FIRST_NUMBER)
    path = out / FILED_ON.isoformat() / "01" / FILE_NAME
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_damaged(_good_file(firm, households)))
    return path


def _good_file(firm: Firm, households: Households) -> bytes:
    families = islice(_newcomers(firm, households), len(MISTAKES))
    notices = [
        (family, [acquisition(family, numbered=False, has_dependents=False)]) for family in families
    ]
    return write_todokede(todokede_file(notices, 1, FILED_ON))


def _newcomers(firm: Firm, households: Households) -> Iterator[Family]:
    while True:
        family = Family(firm, 1, firm.home)
        [person] = households.draw(FILED_ON, at_most=1)
        family.add(person, FILED_ON)
        if person.my_number is not None and person.name.registered is not None:
            yield family


def _damaged(file: bytes) -> bytes:
    heading, _, body = file.partition(_DATA)
    lines = [
        b",".join(damage(line.split(b",")))
        for line, damage in zip(body.splitlines(), MISTAKES, strict=True)
    ]
    return heading + _DATA + b"".join(line + b"\r\n" for line in lines)


def _wrong_check_digit(items: _Items) -> _Items:
    wrong = b"%d" % ((int(items[12][-1:]) + 1) % 10)
    return [*items[:12], items[12][:-1] + wrong, *items[13:]]


def _day_of_another_era(items: _Items) -> _Items:
    return [*items[:8], b"5", b"640108", *items[10:]]


def _character_outside_jis(items: _Items) -> _Items:
    return [*items[:7], "髙橋　見本".encode("cp932"), *items[8:]]


def _cut_off(items: _Items) -> _Items:
    return items[:20]


def _unknown_form(items: _Items) -> _Items:
    return [b"2200799", *items[1:]]


def _shifted_by_one(items: _Items) -> _Items:
    return [*items[:6], b"", *items[6:-1]]


def _joined_before_birth(items: _Items) -> _Items:
    return [*items[:8], b"9", b"061201", *items[10:17], b"7", b"100401", *items[19:]]


def _neither_number_nor_address(items: _Items) -> _Items:
    return [*items[:12], b"", *items[13:]]


MISTAKES: tuple[Callable[[_Items], _Items], ...] = (
    _wrong_check_digit,
    _day_of_another_era,
    _character_outside_jis,
    _cut_off,
    _unknown_form,
    _shifted_by_one,
    _joined_before_birth,
    _neither_number_nor_address,
)
"""One mistake each; a line with it is refused whole."""
