"""The projections: what they need to know before a fold, and how its rows are written."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from copy import copy
from uuid import UUID

from sqlalchemy import Connection, select, text

from kenpo.register.events import (
    DependentCertified,
    EligibilityAcquired,
    EligibilityLost,
    EstablishmentRegistered,
    Event,
)
from kenpo.storage import tables
from kenpo.storage.bulk import Bulk
from kenpo.storage.fold import Fold
from kenpo.storage.spans import COLUMNS, Span, link, values_of
from kenpo.values.insurer import Insurer

FOLDED = ("establishment", "person", "person_name", "home_address", "coverage", "card_status")
_COVERED = EligibilityAcquired | DependentCertified | EligibilityLost
_SPAN_KEY = ("person_id", "valid_from")
_NEWER_ESTABLISHMENT = """
on conflict (insurer, establishment_id) do update set
    symbol = excluded.symbol, office_number = excluded.office_number, name = excluded.name,
    postcode = excluded.postcode, address = excluded.address,
    employer_name = excluded.employer_name, telephone = excluded.telephone,
    reported_on = excluded.reported_on, event_id = excluded.event_id
where coalesce(excluded.reported_on, '-infinity')
    >= coalesce(kenpo.establishment.reported_on, '-infinity')
"""
_NEWER_STATUS = """
on conflict (insurer, person_id, as_of) do update set
    card = excluded.card, my_number_filed = excluded.my_number_filed,
    use_registered_on = excluded.use_registered_on,
    electronic_certificate_valid_until = excluded.electronic_certificate_valid_until,
    event_id = excluded.event_id
"""
_OUTGROWN = text(
    """
    select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'kenpo' and c.relname = any(:tables)
        and pg_relation_size(c.oid) > 1.2 * c.relpages * current_setting('block_size')::int
    """
)


def columns_of(table: str) -> tuple[str, ...]:
    """Return a table's columns in order, without the insurer."""
    return tuple(column.name for column in tables.metadata.tables[f"kenpo.{table}"].columns)[1:]


def person_keys(
    connection: Connection, insurer: Insurer, persons: Collection[UUID]
) -> dict[UUID, str]:
    """Return the natural keys of those persons who are in the register."""
    statement = select(tables.person.c.person_id, tables.person.c.person_key).where(
        tables.person.c.insurer == insurer.value,
        tables.person.c.person_id == text("any(:persons)").bindparams(persons=list(persons)),
    )
    return {row.person_id: row.person_key for row in connection.execute(statement)}


def apply(connection: Connection, insurer: Insurer, events: Sequence[tuple[UUID, Event]]) -> None:
    """Fold recorded events into the projections.

    Raises ConflictError for a loss without cover; overlaps are refused by the schema.
    """
    persons = {one.person_id for _, one in events if not isinstance(one, EstablishmentRegistered)}
    known = person_keys(connection, insurer, persons)
    covered = {one.person_id for _, one in events if isinstance(one, _COVERED)}
    fold = Fold(known, spans_of(connection, insurer, covered & known.keys()))
    before = {key(span): copy(span) for chain in fold.spans.values() for span in chain}
    for event_id, event in events:
        fold.add(event, event_id)
    write(Bulk(connection, insurer), fold, before)
    analyse(connection)


def spans_of(
    connection: Connection, insurer: Insurer, persons: Collection[UUID]
) -> dict[UUID, list[Span]]:
    """Return the coverage of persons as the database has it."""
    if not persons:
        return {}
    coverage = tables.coverage.c
    statement = select(*(coverage[name] for name in COLUMNS)).where(
        coverage.insurer == insurer.value,
        coverage.person_id == text("any(:persons)").bindparams(persons=list(persons)),
    )
    chains: dict[UUID, list[Span]] = {}
    for row in connection.execute(statement):
        chains.setdefault(row.person_id, []).append(Span(*row))
    return chains


def key(span: Span) -> tuple[UUID, object]:
    """Return what names a span."""
    return span.person_id, span.valid_from


def write(bulk: Bulk, fold: Fold, before: dict[tuple[UUID, object], Span]) -> None:
    """Write a fold: parents first, so that one statement finds the other's rows."""
    _insert(bulk, "establishment", fold.establishments.values(), _NEWER_ESTABLISHMENT)
    _insert(bulk, "person", fold.persons.values())
    if fold.births:
        bulk.update("person", ("person_id",), ("birth_date",), fold.births.items())
    _insert(bulk, "person_name", fold.names)
    _insert(bulk, "home_address", fold.addresses)
    write_spans(bulk, fold, before)
    _insert(bulk, "card_status", fold.statuses.values(), _NEWER_STATUS)


def write_spans(bulk: Bulk, fold: Fold, before: dict[tuple[UUID, object], Span]) -> None:
    """Link every touched chain, update the spans that changed, insert the new ones."""
    for chain in fold.spans.values():
        link(chain)
    spans = [span for chain in fold.spans.values() for span in chain]
    changed = [span for span in spans if key(span) in before and before[key(span)] != span]
    if changed:
        bulk.update("coverage", _SPAN_KEY, COLUMNS[2:], map(values_of, changed))
    new = [values_of(span) for span in spans if key(span) not in before]
    _insert(bulk, "coverage", new)


def _insert(
    bulk: Bulk, table: str, rows: Collection[Iterable[object]], on_conflict: str = ""
) -> None:
    if rows:
        bulk.insert(table, columns_of(table), map(tuple, rows), on_conflict)


def analyse(connection: Connection) -> None:
    """Let the planner know the tables that have grown by a fifth since it last looked.

    Without it a register filled from many small files is read by plans made for an empty one.
    """
    for table in connection.scalars(_OUTGROWN, {"tables": list(FOLDED)}).all():
        connection.execute(text(f"analyze kenpo.{table}"))
