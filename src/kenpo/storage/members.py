"""The register seen on a day, as one query."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Row, text

from kenpo.register.establishment import OfficeKey
from kenpo.register.view import CardStatus, HeldCertificate, MemberRecord
from kenpo.values.address import Address
from kenpo.values.branch import Branch
from kenpo.values.insurer_number import InsurerNumber
from kenpo.values.member_number import MemberNumber
from kenpo.values.name import PersonName
from kenpo.values.person import MyNumberCardState, Relation, Sex

# One row a person: the newest span that began by the day, within the spans the filter leaves.
# Everything dated is the newest by that day; two facts of one day stand in the order they came.
# A notice that gives a name in kana only does not take away the registered form of that name.
_MEMBERS = """
with span as materialized (
    select distinct on (c.person_id) c.*
    from kenpo.coverage c {join}
    where c.insurer = :insurer and c.valid_from <= :on {narrow}
    order by c.person_id, c.valid_from desc
),
people as materialized (
    select person_id from span union select insured_person_id from span
),
named as (
    select distinct on (n.person_id) n.person_id, n.kana, coalesce(n.registered, (
        select o.registered from kenpo.person_name o
        where o.insurer = n.insurer and o.person_id = n.person_id and o.kana = n.kana
            and o.registered is not null and o.valid_from <= :on
        order by o.valid_from desc, o.event_id desc limit 1)) as registered
    from kenpo.person_name n join people using (person_id)
    where n.insurer = :insurer and n.valid_from <= :on
    order by n.person_id, n.valid_from desc, n.event_id desc
),
home as (
    select distinct on (h.person_id) h.person_id, h.postcode, h.address
    from kenpo.home_address h join people using (person_id)
    where h.insurer = :insurer and h.valid_from <= :on
    order by h.person_id, h.valid_from desc, h.event_id desc
),
status as (
    select distinct on (t.person_id) t.*
    from kenpo.card_status t join people using (person_id)
    where t.insurer = :insurer and t.as_of <= :on
    order by t.person_id, t.as_of desc
),
held as (
    select k.person_id, array_agg(k.serial order by k.issued_on, k.serial) as serials,
        array_agg(k.issued_on order by k.issued_on, k.serial) as issued,
        array_agg(k.valid_until order by k.issued_on, k.serial) as valid
    from kenpo.certificate k join people using (person_id)
    where k.insurer = :insurer and k.issued_on <= :on
    group by k.person_id
)
select s.person_id, s.insured_person_id, s.relation, s.establishment_id, s.insurer_number,
    s.symbol, s.number, s.sub_number, s.valid_from, s.decided_on, s.lost_on, s.wish_ticked,
    s.my_number_filed, p.birth_date, p.sex, e.branch, e.county, e.office_symbol, e.name as office,
    n.kana, n.registered, i.kana as insured_kana, i.registered as insured_registered,
    h.postcode, h.address, t.as_of, t.card, t.my_number_filed as filed_by_then,
    t.use_registered_on, t.electronic_certificate_valid_until, k.serials, k.issued, k.valid
from span s
join kenpo.establishment e
    on e.insurer = :insurer and e.establishment_id = s.establishment_id
join kenpo.person p on p.insurer = :insurer and p.person_id = s.person_id
join named n on n.person_id = s.person_id
join named i on i.person_id = s.insured_person_id
left join home h on h.person_id = s.insured_person_id
left join status t on t.person_id = s.person_id
left join held k on k.person_id = s.person_id
{keep}
order by e.branch, s.symbol, lpad(s.number, greatest(7, length(s.number)), '0'),
    coalesce(s.sub_number, ''), s.person_id
"""
# Whoever was ever covered in the branches, but kept only if the newest cover is still there.
IN_BRANCHES = _MEMBERS.format(
    join="",
    narrow="""and c.person_id in (
        select x.person_id from kenpo.coverage x
        join kenpo.establishment b using (insurer, establishment_id)
        where x.insurer = :insurer and b.branch = any(:branches))""",
    keep="where e.branch = any(:branches)",
)
OF_NUMBERS = _MEMBERS.format(join="", narrow="and c.insurer_number = any(:numbers)", keep="")
OF_OFFICES = _MEMBERS.format(
    join="""join kenpo.establishment o
        on o.insurer = c.insurer and o.establishment_id = c.establishment_id""",
    narrow="""and (o.branch, o.county, o.office_symbol) in (
        select * from unnest(cast(:branches as int[]), cast(:counties as text[]),
                             cast(:symbols as text[])))""",
    keep="",
)
_CHUNK = 2000


def members(
    connection: Connection, query: str, values: Mapping[str, object]
) -> Iterator[MemberRecord]:
    """Yield the records of one of the queries above in ``sort_key`` order, without keeping them."""
    options = {"stream_results": True, "yield_per": _CHUNK}
    with connection.execute(text(query), values, execution_options=options) as result:
        for row in result:
            yield record(row)


def record(row: Row[Any]) -> MemberRecord:
    """Return one row as a value."""
    branch = _branch(row.branch)
    return MemberRecord(
        person_id=row.person_id,
        insured_person_id=row.insured_person_id,
        relation=Relation(row.relation),
        branch=branch,
        establishment_id=row.establishment_id,
        office=OfficeKey(branch, row.county, row.office_symbol),
        establishment_name=row.office,
        insurer_number=_insurer_number(row.insurer_number),
        member_number=MemberNumber(row.symbol, row.number, row.sub_number),
        name=PersonName(row.kana, row.registered),
        insured_name=PersonName(row.insured_kana, row.insured_registered),
        birth_date=row.birth_date,
        sex=None if row.sex is None else Sex(row.sex),
        acquired_on=row.valid_from,
        decided_on=row.decided_on,
        lost_on=row.lost_on,
        wish_ticked=row.wish_ticked,
        my_number_filed=row.my_number_filed,
        status=_status(row),
        certificates=_certificates(row),
        address=None if row.postcode is None else Address(row.postcode, row.address),
    )


def _status(row: Row[Any]) -> CardStatus | None:
    if row.as_of is None:
        return None
    return CardStatus(
        as_of=row.as_of,
        card=MyNumberCardState(row.card),
        my_number_filed=row.filed_by_then,
        use_registered_on=row.use_registered_on,
        electronic_certificate_valid_until=row.electronic_certificate_valid_until,
    )


def _certificates(row: Row[Any]) -> tuple[HeldCertificate, ...]:
    if row.serials is None:
        return ()
    rows = zip(row.serials, row.issued, row.valid, strict=True)
    return tuple(HeldCertificate(*values) for values in rows)


@lru_cache
def _branch(code: int) -> Branch:
    return Branch(code)


@lru_cache
def _insurer_number(value: str) -> InsurerNumber:
    return InsurerNumber(value)
