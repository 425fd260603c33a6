"""The second look before the posting day: who is dropped, who is held, who goes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kenpo.mailing.households import Household, group_by_addressee
from kenpo.mailing.model import Held, Judged
from kenpo.register.view import MemberRecord
from kenpo.values.age import last_day_before_75
from kenpo.values.kana import full_width_kana

Unprintable = Callable[[str], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Rechecked:
    """Every target exactly once: in a family that goes, held, or dropped."""

    households: tuple[Household, ...]
    held: tuple[Held, ...]
    dropped: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class Recheck:
    """Looks at targets again as of their posting day."""

    posting_on: date
    unprintable: Unprintable

    def __call__(self, targets: Iterable[Judged], records: Mapping[str, MemberRecord]) -> Rechecked:
        """Sort targets by what the register says on the posting day (``records`` by paper key)."""
        going: list[MemberRecord] = []
        held: list[Held] = []
        dropped: list[Held] = []
        for target in targets:
            record = records.get(target.paper_key)
            if (drop := self._drop(target, record)) is not None:
                dropped.append(drop)
            elif (hold := self._hold(target, record)) is not None:
                held.append(hold)
            elif record is not None:
                going.append(record)
        return Rechecked(group_by_addressee(going), tuple(held), tuple(dropped))

    def _drop(self, target: Judged, record: MemberRecord | None) -> Held | None:
        reason = _gone(record, self.posting_on)
        if reason is None:
            return None
        return Held(target.paper_key, target.branch, reason, "送りません。することはありません。")

    def _hold(self, target: Judged, record: MemberRecord | None) -> Held | None:
        found = _unknown(target) or (record and _unprintable(record, self.unprintable))
        return Held(target.paper_key, target.branch, *found) if found else None


def _gone(record: MemberRecord | None, posting_on: date) -> str | None:
    if record is None:
        return "発送日にはこの記号・番号の加入者ではありません"
    if record.lost_on is not None and record.lost_on <= posting_on:
        return f"発送日までに資格を喪失しました（{record.lost_on.isoformat()}）"
    if last_day_before_75(record.birth_date) < posting_on:
        return "発送日までに75歳になりました"
    return None


def _unknown(target: Judged) -> tuple[str, str] | None:
    if not target.missing:
        return None
    return target.reason_ja, "利用登録状況の一覧を取り込み、判定してから個別に交付してください。"


def _unprintable(record: MemberRecord, unprintable: Unprintable) -> tuple[str, str] | None:
    if record.address is None:
        return "住所が分かりません", "被保険者の住所を確かめ、登録してから個別に交付してください。"
    missing = {char: None for text in _printed_texts(record) for char in unprintable(text)}
    if not missing:
        return None
    return (
        f"印刷できない文字があります（{'・'.join(map(_named, missing))}）",
        "文字を確かめ、使う字形を決めてから個別に交付してください。",
    )


def _printed_texts(record: MemberRecord) -> tuple[str, ...]:
    address = record.address.text if record.address else ""
    names = (record.name, record.insured_name)
    return (*(name.printed for name in names), full_width_kana(record.name.kana), address)


def _named(char: str) -> str:
    return f"{char} {' '.join(f'U+{ord(point):04X}' for point in char)}"
