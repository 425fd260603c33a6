"""The cases that go wrong in practice, put on purpose into the first firm of the first wave."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from kenpo.demo.households import Households
from kenpo.demo.names import joined
from kenpo.demo.people import CardStory, MadeUpPerson
from kenpo.values.name import PersonName
from kenpo.values.person import DependentRelation, Sex

ROOM_NEEDED = 40
_NO_CARD = CardStory()


def hard_households(households: Households, on: date) -> Iterator[list[MadeUpPerson]]:
    """Yield the households, the insured person first; nobody in them has a card.

    The first one has no known home.
    """
    [nobody_special] = households.draw(on, at_most=1)
    for people in (
        [_named(households, "見本 ミホン", "未住 ミスミ", date(1979, 5, 20))],
        [_kana_only(households, "ｼﾞｮﾝｿﾝ ｴﾘｻﾞﾍﾞｽ", date(1984, 2, 29))],
        [_kana_only(households, "ﾌｪﾙﾅﾝﾃﾞｽ ﾏﾘｱ ﾎｾﾌｨｰﾅ ｱﾅﾍﾞﾙ", date(1991, 7, 9))],
        [replace(nobody_special, my_number=None)],
        _twins(households),
        [_named(households, "鈴木 スズキ", "例子 レイコ", date(1971, 10, 1))],
        [_named(households, "鈴木 スズキ", "例子 レイコ", date(1989, 4, 30))],
        [_named(households, "齋藤 サイトウ", "古都 コト", date(1952, 2, 29))],
        households.draw(on, at_least=7),
    ):
        yield [replace(person, card=_NO_CARD) for person in people]


def _kana_only(households: Households, kana: str, born: date) -> MadeUpPerson:
    return households.person((PersonName(kana=kana), Sex.FEMALE, born), None)


def _twins(households: Households) -> list[MadeUpPerson]:
    family, born = "見本 ミホン", date(2018, 6, 15)
    return [
        _named(households, family, "双葉 フタバ", date(1988, 3, 3)),
        _child(households, family, "樹 イツキ", born),
        _child(households, family, "樹里 ジュリ", born),
    ]


def _named(households: Households, family: str, given: str, born: date) -> MadeUpPerson:
    return households.person((_name(family, given), Sex.FEMALE, born), None)


def _child(households: Households, family: str, given: str, born: date) -> MadeUpPerson:
    name = _name(family, given)
    return households.person((name, Sex.FEMALE, born), DependentRelation.CHILD)


def _name(family: str, given: str) -> PersonName:
    (family_kanji, family_kana), (given_kanji, given_kana) = family.split(), given.split()
    return joined((family_kanji, family_kana), (given_kanji, given_kana))
