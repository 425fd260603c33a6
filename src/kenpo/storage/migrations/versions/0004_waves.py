"""Waves: who was judged, what was frozen, and where each piece is."""

from alembic import op

from kenpo.storage.migrations import protect

revision = "0004"
down_revision = "0003"

WAVE = """
create table kenpo.wave (
    insurer     text collate "C" not null,
    wave_id     text collate "C" not null,
    snapshot_on date not null,
    book        text collate "C" not null,
    frozen_at   timestamptz,
    sha256      text collate "C" check (sha256 ~ '^[0-9a-f]{64}$'),
    primary key (insurer, wave_id),
    check ((frozen_at is null) = (sha256 is null))
)
"""
WAVE_BRANCH = """
create table kenpo.wave_branch (
    insurer    text collate "C" not null,
    wave_id    text collate "C" not null,
    branch     smallint not null check (branch between 1 and 47),
    posting_on date not null,
    primary key (insurer, wave_id, branch),
    foreign key (insurer, wave_id) references kenpo.wave
)
"""
# The few reasons of a plan, once each; millions of judged people point at them.
WAVE_REASON = """
create table kenpo.wave_reason (
    insurer   text collate "C" not null,
    wave_id   text collate "C" not null,
    reason    smallint not null,
    row_id    text collate "C" not null,
    reason_ja text not null,
    reason_en text not null,
    primary key (insurer, wave_id, reason),
    foreign key (insurer, wave_id) references kenpo.wave
)
"""
JUDGED = """
create table kenpo.judged (
    insurer   text collate "C" not null,
    wave_id   text collate "C" not null,
    position  integer not null,
    paper_key text collate "C" not null,
    branch    smallint not null,
    office    text collate "C" not null,
    is_target boolean not null,
    reason    smallint not null,
    missing   text[] not null,
    primary key (insurer, wave_id, position),
    foreign key (insurer, wave_id, branch) references kenpo.wave_branch,
    foreign key (insurer, wave_id, reason) references kenpo.wave_reason,
    check (is_target or missing = '{}')
)
"""
# A number that was given again stands twice among the judged, but one person at most is due.
ONE_TARGET = """
create unique index one_target_of_paper_key on kenpo.judged (insurer, wave_id, paper_key)
where is_target
"""

PIECE = """
create table kenpo.piece (
    insurer       text collate "C" not null,
    piece_id      text collate "C" not null,
    wave_id       text collate "C" not null,
    position      integer not null,
    branch        smallint not null,
    household_key text collate "C" not null,
    envelope      smallint not null check (envelope >= 1),
    envelopes     smallint not null,
    postcode      text collate "C" not null,
    address       text not null,
    addressee     text not null,
    branch_name   text not null,
    issued_on     date not null,
    state         text collate "C" not null,
    primary key (insurer, piece_id),
    unique (insurer, wave_id, position),
    unique (insurer, wave_id, household_key, envelope),
    foreign key (insurer, wave_id, branch) references kenpo.wave_branch,
    check (envelope <= envelopes)
)
"""
PIECE_CERTIFICATE = """
create table kenpo.piece_certificate (
    insurer           text collate "C" not null,
    piece_id          text collate "C" not null,
    position          smallint not null,
    is_open           boolean not null default true,
    paper_key         text collate "C" not null,
    serial            text collate "C" not null,
    relation          text collate "C" not null,
    symbol            text collate "C" not null,
    number            text collate "C" not null,
    sub_number        text collate "C" not null,
    name              text not null,
    name_kana         text not null,
    sex               text not null,
    birth_date        date not null,
    acquired_on       date not null,
    issued_on         date not null,
    valid_until       date not null check (valid_until >= issued_on),
    insured_name      text not null,
    insurer_number    text collate "C" not null,
    insurer_name      text not null,
    insurer_address   text not null,
    insurer_telephone text not null,
    primary key (insurer, piece_id, position),
    foreign key (insurer, piece_id) references kenpo.piece
)
"""
# Nobody gets two: a certificate stands in one open piece, and so does a person.
ONE_OPEN_PIECE = (
    """create unique index one_open_piece_of_certificate on kenpo.piece_certificate (insurer, serial)
       where is_open""",
    """create unique index one_open_piece_of_person on kenpo.piece_certificate (insurer, paper_key)
       where is_open""",
)

TARGET_LIST = """
create table kenpo.target_list (
    insurer            text collate "C" not null,
    wave_id            text collate "C" not null,
    list               integer not null,
    symbol             text collate "C" not null,
    branch             smallint not null,
    office             text collate "C" not null,
    establishment_name text not null,
    as_of              date not null,
    primary key (insurer, wave_id, list),
    unique (insurer, wave_id, office),
    foreign key (insurer, wave_id, branch) references kenpo.wave_branch
)
"""
TARGET_LIST_ENTRY = """
create table kenpo.target_list_entry (
    insurer      text collate "C" not null,
    wave_id      text collate "C" not null,
    list         integer not null,
    position     integer not null,
    number       text collate "C" not null,
    insured_name text not null,
    target_name  text not null,
    primary key (insurer, wave_id, list, position),
    foreign key (insurer, wave_id, list) references kenpo.target_list
)
"""
# held and dropped have the same columns: who, why, and what to do.
STOPPED = """
create table kenpo.{table} (
    insurer   text collate "C" not null,
    wave_id   text collate "C" not null,
    position  integer not null,
    paper_key text collate "C" not null,
    branch    smallint not null,
    reason    text not null,
    todo      text not null,
    primary key (insurer, wave_id, position),
    foreign key (insurer, wave_id, branch) references kenpo.wave_branch,
    unique (insurer, wave_id, paper_key)
)
"""
WAVE_STEP = """
create table kenpo.wave_step (
    insurer text collate "C" not null,
    wave_id text collate "C" not null,
    step_id uuid not null default uuidv7(),
    at      timestamptz not null,
    actor   text not null,
    state   text collate "C" not null,
    moved   integer not null check (moved > 0),
    note    text not null,
    primary key (insurer, wave_id, step_id),
    foreign key (insurer, wave_id) references kenpo.wave
)
"""

REPLACED = ("wave", "wave_branch", "wave_reason", "judged")
WRITTEN_ONCE = ("target_list", "target_list_entry", "held", "dropped", "wave_step")


def upgrade() -> None:
    for statement in (
        WAVE, WAVE_BRANCH, WAVE_REASON, JUDGED, ONE_TARGET,
        PIECE, PIECE_CERTIFICATE, *ONE_OPEN_PIECE, TARGET_LIST, TARGET_LIST_ENTRY, STOPPED.format(table="held"),
        STOPPED.format(table="dropped"), WAVE_STEP,
    ):
        op.execute(statement)
    for table in REPLACED:
        protect(f"kenpo.{table}")
    for table in ("piece", "piece_certificate"):
        protect(f"kenpo.{table}", "select, insert, update")
    for table in WRITTEN_ONCE:
        protect(f"kenpo.{table}", "select, insert")
