from dataclasses import replace
from datetime import date

from kenpo.mailing.target_lists import target_lists
from kenpo.values.branch import Branch
from kenpo.values.name import PersonName
from support.members import dependent, insured

AS_OF = date(2025, 4, 30)


def no_tiger(text: str) -> tuple[str, ...]:
    return tuple(char for char in text if char == "虎")


def test_each_establishment_gets_its_own_people_and_nobody_elses() -> None:
    here, there = insured(1), insured(2, symbol="21010002")
    lists = target_lists([there, here], AS_OF, no_tiger)
    assert [found.symbol for found in lists] == ["21010001", "21010002"]
    assert [[entry.number for entry in found.entries] for found in lists] == [["1"], ["2"]]


def test_an_establishment_without_targets_gets_no_list() -> None:
    assert target_lists([], AS_OF, no_tiger) == ()


def test_offices_of_one_symbol_in_two_branches_are_two_lists() -> None:
    lists = target_lists([insured(1), insured(1, branch=Branch(13))], AS_OF, no_tiger)
    assert [found.branch.name for found in lists] == ["東京", "島根"]


def test_an_entry_names_the_insured_person_and_the_target() -> None:
    (found,) = target_lists([dependent(insured(7), 1)], AS_OF, no_tiger)
    (entry,) = found.entries
    assert (entry.number, entry.insured_name, entry.target_name) == (
        "7",
        "島根　花子",
        "出雲　子1",
    )
    assert found.as_of == AS_OF


def test_numbers_are_in_the_order_of_numbers_not_of_letters() -> None:
    (found,) = target_lists([insured(10), insured(9), insured(100)], AS_OF, no_tiger)
    assert [entry.number for entry in found.entries] == ["9", "10", "100"]


def test_a_name_no_face_can_print_is_listed_in_kana() -> None:
    member = replace(insured(7), name=PersonName("ﾄﾗ ｺ", "虎　子"))
    (found,) = target_lists([member], AS_OF, no_tiger)
    assert found.entries[0].target_name == "トラ　コ"
