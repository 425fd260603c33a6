"""The files taken in and the rows refused."""

from alembic import op

from kenpo.storage.migrations import protect

revision = "0002"
down_revision = "0001"

IMPORTED_FILE = """
create table kenpo.imported_file (
    insurer     text collate "C" not null,
    sha256      text collate "C" not null,
    name        text not null,
    kind        text not null,
    imported_at timestamptz not null,
    rows        integer not null check (rows >= 0),
    accepted    integer not null check (accepted >= 0),
    refused     integer not null check (refused >= 0),
    unchanged   integer not null check (unchanged >= 0),
    primary key (insurer, sha256)
)
"""

REFUSAL = """
create table kenpo.refusal (
    insurer  text collate "C" not null,
    sha256   text collate "C" not null,
    position integer not null,
    file     text not null,
    line     integer not null,
    field    text not null,
    form     text not null check (form !~ '[0-9]{12}'),
    reason   text not null,
    todo     text not null,
    primary key (insurer, sha256, position),
    foreign key (insurer, sha256) references kenpo.imported_file
)
"""


def upgrade() -> None:
    op.execute(IMPORTED_FILE)
    op.execute(REFUSAL)
    protect("kenpo.imported_file")
    protect("kenpo.refusal")
