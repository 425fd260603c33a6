"""Names of people who do not exist: kanji and kana that belong together."""

from __future__ import annotations

from random import Random
from typing import Protocol, cast

from faker import Factory

from kenpo.values.kana import half_width_kana
from kenpo.values.name import PersonName
from kenpo.values.person import Sex

# Given names of their time; those born between are named from Faker's own lists.
_ELDER = {
    Sex.MALE: """清 キヨシ 茂 シゲル 勇 イサム 正 タダシ 実 ミノル 進 ススム
        博 ヒロシ 勝 マサル 隆 タカシ 昭夫 アキオ""",
    Sex.FEMALE: """和子 カズコ 幸子 サチコ 節子 セツコ 洋子 ヨウコ 京子 キョウコ
        恵子 ケイコ 悦子 エツコ 信子 ノブコ 久美子 クミコ 由美子 ユミコ""",
}
_YOUNG = {
    Sex.MALE: """陽翔 ハルト 蓮 レン 湊 ミナト 颯太 ソウタ 悠真 ユウマ
        樹 イツキ 大和 ヤマト 朝陽 アサヒ 律 リツ 蒼 アオイ""",
    Sex.FEMALE: """陽葵 ヒマリ 凛 リン 結菜 ユイナ 芽依 メイ 葵 アオイ
        紬 ツムギ 咲良 サクラ 杏 アン 莉子 リコ 琴音 コトネ""",
}
_RARE = """渡邊 ワタナベ 齋藤 サイトウ 廣瀬 ヒロセ 國分 コクブ
    瀧澤 タキザワ 邊見 ヘンミ 龍造寺 リュウゾウジ"""
_FOREIGN = ("ﾏﾘｱ ｻﾝﾄｽ|ｸﾞｴﾝ ﾃｨ ﾗﾝ|ﾜﾝ ｼｬｵﾐﾝ|ｼﾙﾊﾞ ｶﾙﾛｽ ｴﾄﾞｩｱﾙﾄﾞ|ﾊﾞﾊﾄﾞｩﾙ ﾗﾒｼｭ|ｱﾙｼﾞｭﾝ ﾗｵ|ﾁｬﾝ ｳﾞｧﾝ ﾄｩｱﾝ").split(
    "|"
)


class NamePairs(Protocol):
    """The name lists of Faker: (kanji, kana, romaji)."""

    def last_name_pair(self) -> tuple[str, str, str]:
        """Return a family name."""
        ...

    def first_name_male_pair(self) -> tuple[str, str, str]:
        """Return a man's given name."""
        ...

    def first_name_female_pair(self) -> tuple[str, str, str]:
        """Return a woman's given name."""
        ...


class Names:
    """Draws names by chance; the same chance gives the same names."""

    def __init__(self, chance: Random) -> None:
        generator = Factory.create(locale="ja_JP", providers=["faker.providers.person"])
        generator.random = chance
        self._chance = chance
        self._pairs = cast("NamePairs", generator)

    def family_name(self) -> tuple[str, str]:
        """Return a family name in kanji and full-width kana, now and then a rare one."""
        if self._chance.random() < 0.03:
            return self._chance.choice(_pairs(_RARE))
        return self._pairs.last_name_pair()[:2]

    def person(self, family_name: tuple[str, str], sex: Sex, born: int) -> PersonName:
        """Return a name as a notice writes it: kanji and half-width kana."""
        kanji, kana = self._given_name(sex, born)
        return joined(family_name, (kanji, kana))

    def grown_up(self) -> PersonName:
        """Return the name of somebody of middle age."""
        sex = self._chance.choice(list(Sex))
        return self.person(self.family_name(), sex, 1975)

    def foreign_person(self) -> PersonName:
        """Return a name that has kana only."""
        return PersonName(kana=self._chance.choice(_FOREIGN))

    def _given_name(self, sex: Sex, born: int) -> tuple[str, str]:
        if born < 1965:
            return self._chance.choice(_pairs(_ELDER[sex]))
        if born >= 2004:
            return self._chance.choice(_pairs(_YOUNG[sex]))
        pairs = self._pairs
        pair = pairs.first_name_male_pair if sex is Sex.MALE else pairs.first_name_female_pair
        return pair()[:2]


def joined(family_name: tuple[str, str], given_name: tuple[str, str]) -> PersonName:
    """Return family and given name, each (kanji, full-width kana), as one name."""
    kana = half_width_kana(f"{family_name[1]} {given_name[1]}")
    return PersonName(kana=kana, registered=f"{family_name[0]}　{given_name[0]}")


def _pairs(table: str) -> list[tuple[str, str]]:
    words = table.split()
    return list(zip(words[::2], words[1::2], strict=True))
