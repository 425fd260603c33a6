"""Takes the rows of a snapshot of 利用登録状況 in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Self

from kenpo.register.commands import ReportCardStatus
from kenpo.register.events import CardStatusReported
from kenpo.register.objection import ObjectionError
from kenpo.register.taken import Taken
from kenpo.register.view import MemberRecord


@dataclass(frozen=True, slots=True)
class StatusIntake:
    """Knows the members by insurer number and 記号・番号・枝番, and the rows taken so far."""

    members: Mapping[str, MemberRecord]
    _seen: dict[str, ReportCardStatus] = field(default_factory=dict)

    @classmethod
    def of(cls, members: Iterable[MemberRecord]) -> Self:
        """Make the intake; of several who had a number the one who got it last counts."""
        ordered = sorted(members, key=lambda member: member.acquired_on)
        return cls({member.paper_key: member for member in ordered})

    def take(self, report: ReportCardStatus) -> tuple[Taken, ...]:
        """Return the event of a report, none when the same row was taken before.

        Raises ``ObjectionError`` when the person is unknown, born on another day, or not yet
        insured on the day of the snapshot, or when an earlier row says otherwise.
        """
        before = self._seen.get(report.paper_key)
        if before == report:
            return ()
        if before is not None:
            raise ObjectionError(
                "行全体",
                "同じ人の行がほかにあり、内容が違います。",
                "一人一行にしてください。",
            )
        member = self._member(report)
        self._seen[report.paper_key] = report
        return (Taken(_event(member, report)),)

    def _member(self, report: ReportCardStatus) -> MemberRecord:
        member = self.members.get(report.paper_key)
        if member is None:
            raise ObjectionError(
                "列「保険者番号」「記号」「番号」「枝番」",
                "この番号の加入者はいません。",
                "資格取得届が先に取り込まれているか、番号を確かめてください。",
            )
        if member.birth_date != report.birth_date:
            raise ObjectionError(
                "列「生年月日」",
                "この番号の加入者の生年月日と違います。",
                "番号と生年月日を確かめてください。",
            )
        if member.acquired_on > report.as_of:
            raise ObjectionError(
                "列「基準日」",
                "基準日にはまだ資格がありません。",
                "番号と基準日を確かめてください。",
            )
        return member


def _event(member: MemberRecord, report: ReportCardStatus) -> CardStatusReported:
    return CardStatusReported(
        person_id=member.person_id,
        as_of=report.as_of,
        card=report.card,
        my_number_filed=report.my_number_filed,
        use_registered_on=report.use_registered_on,
        electronic_certificate_valid_until=report.electronic_certificate_valid_until,
        address=report.address,
    )
