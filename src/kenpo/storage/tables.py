"""The tables as SQLAlchemy Core sees them; a test compares them with the migrated database."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    Table,
    Text,
    Uuid,
)
from sqlalchemy.types import TypeEngine

SCHEMA = "kenpo"
metadata = MetaData(schema=SCHEMA)
Kind = TypeEngine[Any] | type[TypeEngine[Any]]
_INSTANT = DateTime(timezone=True)


def key(name: str, kind: Kind) -> Column[Any]:
    """Return a column of the primary key."""
    return Column(name, kind, primary_key=True, nullable=False)


def must(name: str, kind: Kind) -> Column[Any]:
    """Return a column that always has a value."""
    return Column(name, kind, nullable=False)


event = Table(
    "event",
    metadata,
    key("insurer", Text),
    key("event_id", Uuid),
    must("event_key", LargeBinary),
    must("kind", Text),
    Column("person_id", Uuid),
    Column("establishment_id", Uuid),
    must("recorded_at", _INSTANT),
    must("actor", Text),
    must("file", Text),
    must("file_sha256", Text),
    must("line", Integer),
    must("payload", Text),
)

establishment = Table(
    "establishment",
    metadata,
    key("insurer", Text),
    key("establishment_id", Uuid),
    must("branch", SmallInteger),
    must("county", Text),
    must("office_symbol", Text),
    must("symbol", Text),
    must("office_number", Text),
    must("name", Text),
    must("postcode", Text),
    must("address", Text),
    must("employer_name", Text),
    must("telephone", Text),
    Column("reported_on", Date),
    must("event_id", Uuid),
)

person = Table(
    "person",
    metadata,
    key("insurer", Text),
    key("person_id", Uuid),
    must("person_key", Text),
    must("birth_date", Date),
    Column("sex", Text),
    must("event_id", Uuid),
)

person_name = Table(
    "person_name",
    metadata,
    key("insurer", Text),
    key("person_id", Uuid),
    key("valid_from", Date),
    key("event_id", Uuid),
    must("kana", Text),
    Column("registered", Text),
)

home_address = Table(
    "home_address",
    metadata,
    key("insurer", Text),
    key("person_id", Uuid),
    key("valid_from", Date),
    key("event_id", Uuid),
    must("postcode", Text),
    must("address", Text),
)

coverage = Table(
    "coverage",
    metadata,
    key("insurer", Text),
    key("person_id", Uuid),
    key("valid_from", Date),
    must("valid_until", Date),
    Column("prev_until", Date),
    must("insured_person_id", Uuid),
    must("establishment_id", Uuid),
    must("relation", Text),
    Column("dependent_relation", Text),
    must("insurer_number", Text),
    must("symbol", Text),
    must("number", Text),
    Column("sub_number", Text),
    must("paper_key", Text),
    must("decided_on", Date),
    must("wish_ticked", Boolean),
    must("my_number_filed", Boolean),
    Column("lost_on", Date),
    Column("loss_reason", Text),
    Column("certificates_attached", SmallInteger),
    Column("certificates_unreturnable", SmallInteger),
    must("event_id", Uuid),
    Column("lost_event_id", Uuid),
)

card_status = Table(
    "card_status",
    metadata,
    key("insurer", Text),
    key("person_id", Uuid),
    key("as_of", Date),
    must("card", Text),
    must("my_number_filed", Boolean),
    Column("use_registered_on", Date),
    Column("electronic_certificate_valid_until", Date),
    must("event_id", Uuid),
)

certificate = Table(
    "certificate",
    metadata,
    key("insurer", Text),
    key("serial", Text),
    must("person_id", Uuid),
    must("issued_on", Date),
    must("valid_until", Date),
)

imported_file = Table(
    "imported_file",
    metadata,
    key("insurer", Text),
    key("sha256", Text),
    must("name", Text),
    must("kind", Text),
    must("imported_at", _INSTANT),
    must("rows", Integer),
    must("accepted", Integer),
    must("refused", Integer),
    must("unchanged", Integer),
)

refusal = Table(
    "refusal",
    metadata,
    key("insurer", Text),
    key("sha256", Text),
    key("position", Integer),
    must("file", Text),
    must("line", Integer),
    must("field", Text),
    must("form", Text),
    must("reason", Text),
    must("todo", Text),
)
