"""Records as commands: here the forms' words end."""

from __future__ import annotations

from datetime import date

import pytest

from kenpo.exchange.notifications import read_notifications
from kenpo.exchange.todokede import Checks
from kenpo.register.commands import (
    Acquire,
    CertifyDependent,
    ChangeDependent,
    Command,
    Lose,
    RemoveDependent,
)
from kenpo.values.address import Address
from kenpo.values.name import PersonName
from kenpo.values.person import DependentRelation, LossReason, Sex
from support.notices import (
    ACQUISITION,
    CHILD,
    CHILD_CEASES,
    LOSS,
    NAME,
    ON,
    SPOUSE,
    SPOUSE_CEASES,
    SPOUSE_CHANGES,
    WITHOUT_MY_NUMBER,
    Items,
    file_of,
    line,
    second_child,
    with_items,
)


def commands(items: Items, decided_on: date | None = None) -> tuple[Command, ...]:
    file = read_notifications(NAME, file_of(line(items)), Checks(ON), decided_on)
    assert file.refusals == ()
    (row,) = file.commands
    assert row.line == 6
    return row.commands


def test_an_acquisition_takes_its_decision_from_the_file_or_from_the_caller() -> None:
    (given,) = commands(ACQUISITION)
    (told,) = commands(ACQUISITION, date(2025, 7, 15))
    assert isinstance(given, Acquire)
    assert isinstance(told, Acquire)
    assert given.decided_on == date(2025, 7, 10)
    assert told.decided_on == date(2025, 7, 15)
    assert (given.name, given.sex) == (PersonName("ﾐﾎﾝ ﾊﾅｺ", "見本　花子"), Sex.FEMALE)
    assert given.wish_ticked
    assert given.insured.number == ""
    assert given.address is None


def test_leading_zeros_of_the_number_do_not_count() -> None:
    (command,) = commands(with_items(ACQUISITION, {6: "000120"}))
    assert command.insured.number == "120"


@pytest.mark.parametrize(("category", "sex"), [("1", Sex.MALE), ("2", Sex.FEMALE), ("5", None)])
def test_only_the_two_plain_categories_tell_the_sex(category: str, sex: Sex | None) -> None:
    (command,) = commands(with_items(ACQUISITION, {11: category}))
    assert isinstance(command, Acquire)
    assert command.sex is sex


def test_without_a_my_number_the_address_comes_in_kanji_or_else_in_kana() -> None:
    (kanji,) = commands(WITHOUT_MY_NUMBER)
    (kana,) = commands(with_items(WITHOUT_MY_NUMBER, {32: ""}))
    assert isinstance(kanji, Acquire)
    assert isinstance(kana, Acquire)
    assert kanji.address == Address("6900002", "島根県松江市架空町二丁目三番")
    assert kana.address == Address("6900002", "シマネケン　マツエシ　カクウマチ　2-3")
    assert kanji.my_number is None


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, LossReason.LEFT),
        ({16: "5"}, LossReason.DIED),
        ({16: "9", 17: "", 18: ""}, LossReason.DISABILITY),
        ({16: "11", 17: "", 18: ""}, LossReason.TREATY),
        ({16: "7", 17: "", 18: "", 10: "250801"}, LossReason.REACHED_75),
    ],
)
def test_a_loss_keeps_its_reason_and_the_two_counts(changes: Items, reason: LossReason) -> None:
    (command,) = commands(with_items(LOSS, {**changes, 22: "2", 23: ""}))
    assert isinstance(command, Lose)
    assert (command.lost_on, command.reason) == (date(2025, 8, 1), reason)
    assert (command.certificates_attached, command.certificates_unreturnable) == (2, 0)


def test_notices_about_the_pension_only_ask_nothing_of_the_register() -> None:
    only_70 = {9: "5", 10: "250516", 24: "1"}
    assert commands(with_items(ACQUISITION, {**only_70, 11: "", 12: "", 33: "1"})) == ()
    ended = {**only_70, 6: "", 14: "", 15: "", 25: "9", 26: "070731", 27: "1"}
    assert commands(with_items(LOSS, ended)) == ()


def test_a_family_line_gives_one_command_a_person_in_the_forms_order() -> None:
    both = second_child(with_items(SPOUSE, CHILD))
    spouse, first, second = commands(both)
    assert isinstance(spouse, CertifyDependent)
    assert isinstance(first, CertifyDependent)
    assert isinstance(second, CertifyDependent)
    assert (spouse.relation, spouse.sex) == (DependentRelation.HUSBAND, Sex.MALE)
    assert (first.relation, first.sex) == (DependentRelation.CHILD, Sex.FEMALE)
    assert [each.name.registered for each in (spouse, first, second)] == [
        "見本　太郎", "見本　小春", "見本　小夏"
    ]  # fmt: skip
    assert [each.my_number is None for each in (spouse, first, second)] == [False, False, True]
    assert spouse.insured.number == "7"


@pytest.mark.parametrize(
    ("code", "relation"),
    [
        ("01", DependentRelation.CHILD),
        ("03", DependentRelation.PARENT),
        ("04", DependentRelation.PARENT_IN_LAW),
        ("09", DependentRelation.GRANDCHILD),
    ],
)
def test_a_parent_is_a_parent_and_not_a_child(code: str, relation: DependentRelation) -> None:
    (command,) = commands(with_items(CHILD, {76: code}))
    assert isinstance(command, CertifyDependent)
    assert command.relation is relation


def test_a_removal_ends_on_the_day_the_form_names() -> None:
    (spouse,) = commands(SPOUSE_CEASES)
    (child,) = commands(CHILD_CEASES)
    assert isinstance(spouse, RemoveDependent)
    assert isinstance(child, RemoveDependent)
    assert (spouse.lost_on, spouse.reason) == (date(2025, 7, 2), LossReason.DIED)
    assert child.reason is LossReason.OTHER


def test_a_change_holds_from_the_day_the_employer_received_it() -> None:
    (command,) = commands(SPOUSE_CHANGES)
    assert isinstance(command, ChangeDependent)
    assert command.changed_on == date(2025, 7, 8)
    assert command.name.registered == "見本　多郎"
    assert command.note == "氏名訂正　旧：見本　太郎"


def test_establishments_come_with_their_line_and_the_files_day() -> None:
    file = read_notifications(NAME, file_of(line(ACQUISITION)), Checks(ON))
    (row,) = file.establishments
    assert row.line == 4
    assert str(row.command.office) == "32-11-ｲﾅﾎ"
    assert row.command.reported_on == date(2025, 7, 10)
    assert row.command.telephone == "0852-00-0000"
    assert len(file.sha256) == 64
