"""The tables of waves as SQLAlchemy Core sees them."""

from __future__ import annotations

from sqlalchemy import (
    ARRAY,
    Boolean,
    Column,
    Date,
    DateTime,
    Integer,
    SmallInteger,
    Table,
    Text,
    Uuid,
    func,
)

from kenpo.storage.tables import key, metadata, must

_INSTANT = DateTime(timezone=True)

wave = Table(
    "wave",
    metadata,
    key("insurer", Text),
    key("wave_id", Text),
    must("snapshot_on", Date),
    must("book", Text),
    Column("frozen_at", _INSTANT),
    Column("sha256", Text),
)

wave_branch = Table(
    "wave_branch",
    metadata,
    key("insurer", Text),
    key("wave_id", Text),
    key("branch", SmallInteger),
    must("posting_on", Date),
)

wave_reason = Table(
    "wave_reason",
    metadata,
    key("insurer", Text),
    key("wave_id", Text),
    key("reason", SmallInteger),
    must("row_id", Text),
    must("reason_ja", Text),
    must("reason_en", Text),
)

judged = Table(
    "judged",
    metadata,
    key("insurer", Text),
    key("wave_id", Text),
    key("position", Integer),
    must("paper_key", Text),
    must("branch", SmallInteger),
    must("office", Text),
    must("is_target", Boolean),
    must("reason", SmallInteger),
    must("missing", ARRAY(Text)),
)

piece = Table(
    "piece",
    metadata,
    key("insurer", Text),
    key("piece_id", Text),
    must("wave_id", Text),
    must("position", Integer),
    must("branch", SmallInteger),
    must("household_key", Text),
    must("envelope", SmallInteger),
    must("envelopes", SmallInteger),
    must("postcode", Text),
    must("address", Text),
    must("addressee", Text),
    must("branch_name", Text),
    must("issued_on", Date),
    must("state", Text),
)

piece_certificate = Table(
    "piece_certificate",
    metadata,
    key("insurer", Text),
    key("piece_id", Text),
    key("position", SmallInteger),
    must("is_open", Boolean),
    must("paper_key", Text),
    must("serial", Text),
    must("relation", Text),
    must("symbol", Text),
    must("number", Text),
    must("sub_number", Text),
    must("name", Text),
    must("name_kana", Text),
    must("sex", Text),
    must("birth_date", Date),
    must("acquired_on", Date),
    must("issued_on", Date),
    must("valid_until", Date),
    must("insured_name", Text),
    must("insurer_number", Text),
    must("insurer_name", Text),
    must("insurer_address", Text),
    must("insurer_telephone", Text),
)

target_list = Table(
    "target_list",
    metadata,
    key("insurer", Text),
    key("wave_id", Text),
    key("list", Integer),
    must("symbol", Text),
    must("branch", SmallInteger),
    must("office", Text),
    must("establishment_name", Text),
    must("as_of", Date),
)

target_list_entry = Table(
    "target_list_entry",
    metadata,
    key("insurer", Text),
    key("wave_id", Text),
    key("list", Integer),
    key("position", Integer),
    must("number", Text),
    must("insured_name", Text),
    must("target_name", Text),
)


def _stopped(name: str) -> Table:
    return Table(
        name,
        metadata,
        key("insurer", Text),
        key("wave_id", Text),
        key("position", Integer),
        must("paper_key", Text),
        must("branch", SmallInteger),
        must("reason", Text),
        must("todo", Text),
    )


held = _stopped("held")
dropped = _stopped("dropped")

wave_step = Table(
    "wave_step",
    metadata,
    key("insurer", Text),
    key("wave_id", Text),
    Column("step_id", Uuid, primary_key=True, nullable=False, server_default=func.uuidv7()),
    must("at", _INSTANT),
    must("actor", Text),
    must("state", Text),
    must("moved", Integer),
    must("note", Text),
)
