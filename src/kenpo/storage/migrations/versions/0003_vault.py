"""The vault of My Numbers: its own schema and role, written and read through functions only."""

from alembic import op

from kenpo.storage.access import Role
from kenpo.storage.migrations import protect

revision = "0003"
down_revision = "0002"

MY_NUMBER = """
create table vault.my_number (
    insurer     text collate "C" not null,
    person_id   uuid not null,
    digest      bytea not null check (octet_length(digest) = 32),
    key_version smallint not null,
    sealed      bytea not null check (octet_length(sealed) = 40),
    primary key (insurer, person_id)
)
"""
BY_DIGEST = "create index my_number_by_digest on vault.my_number (insurer, digest)"

READ_LOG = """
create table vault.read_log (
    insurer   text collate "C" not null,
    read_id   uuid not null default uuidv7(),
    read_at   timestamptz not null default clock_timestamp(),
    actor     text not null check (actor <> ''),
    purpose   text not null check (purpose <> ''),
    kind      text not null check (kind in ('reveal', 'find')),
    person_id uuid,
    primary key (insurer, read_id)
)
"""

# The application can put a number in, never get one out.
PUT = """
create function vault.put(
    for_insurer text, persons uuid[], digests bytea[], version smallint, sealeds bytea[]
) returns void language sql security definer set search_path = '' as $$
    insert into vault.my_number (insurer, person_id, digest, key_version, sealed)
    select for_insurer, t.person_id, t.digest, version, t.sealed
    from unnest(persons, digests, sealeds) as t (person_id, digest, sealed)
    on conflict (insurer, person_id) do update
    set digest = excluded.digest, key_version = excluded.key_version, sealed = excluded.sealed
    where vault.my_number.digest <> excluded.digest
$$
"""

# The vault's role can look only through these two, and each look leaves its line in the log.
REVEAL = """
create function vault.reveal(
    for_insurer text, for_person uuid, by_actor text, for_purpose text
) returns table (key_version smallint, sealed bytea)
language plpgsql security definer set search_path = '' as $$
begin
    insert into vault.read_log (insurer, actor, purpose, kind, person_id)
    values (for_insurer, by_actor, for_purpose, 'reveal', for_person);
    return query select m.key_version, m.sealed from vault.my_number m
        where m.insurer = for_insurer and m.person_id = for_person;
end $$
"""
FIND = """
create function vault.find(
    for_insurer text, for_digest bytea, by_actor text, for_purpose text
) returns setof uuid language plpgsql security definer set search_path = '' as $$
begin
    insert into vault.read_log (insurer, actor, purpose, kind)
    values (for_insurer, by_actor, for_purpose, 'find');
    return query select m.person_id from vault.my_number m
        where m.insurer = for_insurer and m.digest = for_digest order by m.person_id;
end $$
"""
RIGHTS = f"""
grant usage on schema vault to {Role.APPLICATION}, {Role.VAULT};
revoke execute on all functions in schema vault from public;
grant execute on function vault.put to {Role.APPLICATION};
grant execute on function vault.reveal, vault.find to {Role.VAULT};
grant select on vault.read_log to {Role.VAULT};
"""


def upgrade() -> None:
    op.execute("create schema vault")
    for statement in (MY_NUMBER, BY_DIGEST, READ_LOG, PUT, REVEAL, FIND):
        op.execute(statement)
    protect("vault.my_number", rights="")
    protect("vault.read_log", rights="")
    op.execute(RIGHTS)
