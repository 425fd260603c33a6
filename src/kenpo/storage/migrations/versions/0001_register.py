"""The register: events, and the projections folded from them."""

from alembic import op

from kenpo.storage.access import Role
from kenpo.storage.migrations import protect

revision = "0001"
down_revision = None

# Dates: spans have an inclusive last day; an open end is 9999-12-31. Text that is compared or sorted
# has the collation "C", so that every server gives the same order.
EVENT = """
create table kenpo.event (
    insurer          text collate "C" not null,
    event_id         uuid not null,
    event_key        bytea not null check (octet_length(event_key) = 32),
    kind             text collate "C" not null,
    person_id        uuid,
    establishment_id uuid,
    recorded_at      timestamptz not null,
    actor            text not null,
    file             text not null,
    file_sha256      text collate "C" not null,
    line             integer not null,
    payload          text not null check (payload is json object),
    primary key (insurer, event_id),
    unique (insurer, event_key),
    check (person_id is not null or establishment_id is not null)
)
"""
EVENT_OF_PERSON = """
create index event_of_person on kenpo.event (insurer, person_id, event_id)
where person_id is not null
"""

ESTABLISHMENT = """
create table kenpo.establishment (
    insurer          text collate "C" not null,
    establishment_id uuid not null,
    branch           smallint not null check (branch between 1 and 47),
    county           text collate "C" not null,
    office_symbol    text collate "C" not null,
    symbol           text collate "C" not null,
    office_number    text not null,
    name             text not null,
    postcode         text collate "C" not null,
    address          text not null,
    employer_name    text not null,
    telephone        text not null,
    reported_on      date,
    event_id         uuid not null,
    primary key (insurer, establishment_id),
    unique (insurer, branch, county, office_symbol)
)
"""

PERSON = """
create table kenpo.person (
    insurer    text collate "C" not null,
    person_id  uuid not null,
    person_key text collate "C" not null,
    birth_date date not null,
    sex        text check (sex in ('male', 'female')),
    event_id   uuid not null,
    primary key (insurer, person_id),
    unique (insurer, person_key)
)
"""

PERSON_NAME = """
create table kenpo.person_name (
    insurer    text collate "C" not null,
    person_id  uuid not null,
    valid_from date not null,
    event_id   uuid not null,
    kana       text not null,
    registered text,
    primary key (insurer, person_id, valid_from, event_id),
    foreign key (insurer, person_id) references kenpo.person deferrable initially deferred
)
"""

HOME_ADDRESS = """
create table kenpo.home_address (
    insurer    text collate "C" not null,
    person_id  uuid not null,
    valid_from date not null,
    event_id   uuid not null,
    postcode   text collate "C" not null,
    address    text not null,
    primary key (insurer, person_id, valid_from, event_id),
    foreign key (insurer, person_id) references kenpo.person deferrable initially deferred
)
"""

# A person's spans form a chain: each follower names the last day of the one before it. Two followers
# of one row, two heads, or a span that begins before its forerunner's end cannot be written.
COVERAGE = """
create table kenpo.coverage (
    insurer                  text collate "C" not null,
    person_id                uuid not null,
    valid_from               date not null,
    valid_until              date not null,
    prev_until               date,
    insured_person_id        uuid not null,
    establishment_id         uuid not null,
    relation                 text not null check (relation in ('insured', 'dependent')),
    dependent_relation       text,
    insurer_number           text collate "C" not null,
    symbol                   text collate "C" not null,
    number                   text collate "C" not null,
    sub_number               text collate "C",
    paper_key                text collate "C" not null,
    decided_on               date not null,
    wish_ticked              boolean not null,
    my_number_filed          boolean not null,
    lost_on                  date,
    loss_reason              text,
    certificates_attached    smallint,
    certificates_unreturnable smallint,
    event_id                 uuid not null,
    lost_event_id            uuid,
    primary key (insurer, person_id, valid_from),
    constraint coverage_last_day unique (insurer, person_id, valid_until),
    constraint coverage_one_follower unique (insurer, person_id, prev_until),
    constraint coverage_not_empty check (valid_from <= valid_until),
    constraint coverage_no_overlap check (prev_until < valid_from),
    constraint coverage_chain foreign key (insurer, person_id, prev_until)
        references kenpo.coverage (insurer, person_id, valid_until) deferrable initially deferred,
    constraint coverage_lost check (
        case when lost_on is null then valid_until = date '9999-12-31' and lost_event_id is null
             else valid_until = lost_on - 1 and lost_event_id is not null end),
    constraint coverage_self check ((relation = 'insured') = (person_id = insured_person_id)),
    constraint coverage_person foreign key (insurer, person_id)
        references kenpo.person deferrable initially deferred,
    constraint coverage_insured_person foreign key (insurer, insured_person_id)
        references kenpo.person deferrable initially deferred,
    constraint coverage_establishment foreign key (insurer, establishment_id)
        references kenpo.establishment deferrable initially deferred
)
"""
COVERAGE_INDEXES = (
    """create unique index coverage_one_head on kenpo.coverage (insurer, person_id)
       where prev_until is null""",
    """create unique index coverage_one_holder on kenpo.coverage (insurer, paper_key)
       where valid_until = date '9999-12-31'""",
    "create index coverage_of_paper_key on kenpo.coverage (insurer, paper_key)",
    "create index coverage_of_establishment on kenpo.coverage (insurer, establishment_id)",
)

CARD_STATUS = """
create table kenpo.card_status (
    insurer                            text collate "C" not null,
    person_id                          uuid not null,
    as_of                              date not null,
    card                               text not null,
    my_number_filed                    boolean not null,
    use_registered_on                  date,
    electronic_certificate_valid_until date,
    event_id                           uuid not null,
    primary key (insurer, person_id, as_of),
    foreign key (insurer, person_id) references kenpo.person deferrable initially deferred
)
"""

CERTIFICATE = """
create table kenpo.certificate (
    insurer     text collate "C" not null,
    serial      text collate "C" not null,
    person_id   uuid not null,
    issued_on   date not null,
    valid_until date not null,
    primary key (insurer, serial),
    check (issued_on <= valid_until),
    foreign key (insurer, person_id) references kenpo.person deferrable initially deferred
)
"""
CERTIFICATE_OF_PERSON = (
    "create index certificate_of_person on kenpo.certificate (insurer, person_id, issued_on)"
)

PROJECTIONS = (
    "establishment", "person", "person_name", "home_address", "coverage", "card_status",
    "certificate",
)


def upgrade() -> None:
    op.execute(f"grant usage on schema kenpo to {Role.APPLICATION}")
    # Whoever opens a connection may ask which revision the database has, whatever its login.
    op.execute("grant usage on schema kenpo to public")
    op.execute("grant select on kenpo.alembic_version to public")
    for statement in (
        EVENT, EVENT_OF_PERSON, ESTABLISHMENT, PERSON, PERSON_NAME, HOME_ADDRESS, COVERAGE,
        *COVERAGE_INDEXES, CARD_STATUS, CERTIFICATE, CERTIFICATE_OF_PERSON,
    ):
        op.execute(statement)
    protect("kenpo.event", "select, insert")
    for table in PROJECTIONS:
        protect(f"kenpo.{table}", "select, insert, update, delete, maintain")
