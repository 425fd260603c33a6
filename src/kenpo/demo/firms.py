"""Made-up establishments: over all 47 branches, many small ones and a few large ones."""

from __future__ import annotations

from itertools import product
from random import Random

from kenpo.demo.apportion import apportion
from kenpo.demo.homes import home_in
from kenpo.demo.names import Names
from kenpo.demo.people import Firm
from kenpo.register.establishment import OfficeKey
from kenpo.values.branch import ALL_BRANCHES, Branch

# Roughly how the members of 協会けんぽ live; 島根 is enlarged so that the first wave has content.
_WEIGHTS = [
    *(45, 12, 12, 19, 9, 10, 17, 20, 14, 15, 32, 25, 140, 45, 19, 10, 11, 8, 7, 18, 18, 28, 61, 15),
    *(10, 23, 98, 41, 9, 8, 5, 60, 20, 28, 12, 8, 11, 15, 8, 53, 9, 13, 18, 12, 11, 17, 15),
]
_FIRST_WAVE = Branch(32)
_MEMBERS_PER_FIRM = 24.27
_SPREAD = 1.05
_KANA = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜ"
_PREFIXES = (
    "雲待 朝凪 月見橋 銀杏坂 虹ノ木 霧立 風鈴 星見台 夕凪 花筏 千歳雲 青葉里 白南風 小春野 "
    "雪見灯籠 石清水谷 空色 鈴音 木漏日 野分 有明坂 若草原 水鏡 春霞"
).split()
_TRADES = (
    "製作所 運輸 建設 食品 電機 印刷 酒造 自動車整備 介護サービス 歯科医院 設計事務所 商店 水産 "
    "造園 木材 警備 ソフト 薬局 保育園 旅館"
).split()
_FORMS = ("株式会社{}", "{}株式会社", "有限会社{}", "合同会社{}")


def made_up_firms(people: int, chance: Random) -> list[Firm]:
    """Return firms in branch order that cover so many members together."""
    count = max(1, round(people / _MEMBERS_PER_FIRM))
    branches = _branches(count)
    sizes = _sizes(branches, people, chance)
    names, bosses = _firm_names(count, chance), Names(chance)
    keys = _keys(branches, chance)
    return [
        _firm((key, name, size), chance, bosses)
        for key, name, size in zip(keys, names, sizes, strict=True)
    ]


def _branches(count: int) -> list[Branch]:
    shares = apportion(count, _WEIGHTS, minimum=1)
    return [
        branch for branch, share in zip(ALL_BRANCHES, shares, strict=True) for _ in range(share)
    ]


def _sizes(branches: list[Branch], people: int, chance: Random) -> list[int]:
    weights = [chance.lognormvariate(0, _SPREAD) for _ in branches]
    if _FIRST_WAVE in branches:
        largest, first = weights.index(max(weights)), branches.index(_FIRST_WAVE)
        weights[first], weights[largest] = weights[largest], weights[first]
    return apportion(people, weights, minimum=2)


def _firm_names(count: int, chance: Random) -> list[str]:
    names = [
        form.format(prefix + trade) for form, prefix, trade in product(_FORMS, _PREFIXES, _TRADES)
    ]
    chance.shuffle(names)
    return [
        names[i % len(names)] + (f"第{i // len(names) + 1}" if i >= len(names) else "")
        for i in range(count)
    ]


def _keys(branches: list[Branch], chance: Random) -> list[OfficeKey]:
    taken: dict[OfficeKey, None] = {}
    for branch in branches:
        key = _key(branch, chance)
        while key in taken:
            key = _key(branch, chance)
        taken[key] = None
    return list(taken)


def _key(branch: Branch, chance: Random) -> OfficeKey:
    symbol = "".join(chance.choices(_KANA, k=3 if chance.random() < 0.9 else 2))
    return OfficeKey(branch, f"{chance.randint(1, 40):02d}", symbol)


def _firm(core: tuple[OfficeKey, str, int], chance: Random, bosses: Names) -> Firm:
    key, name, size = core
    return Firm(
        key=key,
        office_number=str(chance.randint(1, 99_999)),
        name=name,
        home=home_in(key.branch, chance),
        employer_name=bosses.grown_up().registered or "",
        telephone=f"050-0000-{chance.randint(0, 9999):04d}",
        size=size,
    )
