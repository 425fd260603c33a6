from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kenpo.mailing.households import group_by_addressee, household_key
from support.members import dependent, family, insured


def test_two_people_of_one_name_at_one_address_stay_apart() -> None:
    one, other = insured(1), insured(2)
    assert (one.name, one.address) == (other.name, other.address)
    assert group_by_addressee([other, one]) == ((one,), (other,))


def test_a_dependent_with_another_surname_stays_with_the_family() -> None:
    head = insured(1)
    child = dependent(head, 1)
    assert child.name.printed[:2] != head.name.printed[:2]
    assert group_by_addressee([child, head]) == ((head, child),)


def test_twins_are_two_members_of_one_family() -> None:
    head = insured(1)
    first = dependent(head, 1)
    twin = replace(dependent(head, 2), name=first.name, birth_date=first.birth_date)
    assert group_by_addressee([head, first, twin]) == ((head, first, twin),)


def test_a_family_without_its_insured_person_is_still_one_family() -> None:
    head = insured(7)
    children = tuple(family(head, 3)[1:])
    assert group_by_addressee(reversed(children)) == (children,)
    assert household_key(children) == household_key((head,))


@given(st.permutations([*family(insured(1), 2), *family(insured(10), 1), insured(2)]))
def test_the_order_of_the_input_does_not_matter(records: list[object]) -> None:
    expected = group_by_addressee([*family(insured(1), 2), insured(2), *family(insured(10), 1)])
    assert group_by_addressee(records) == expected  # type: ignore[arg-type] # permutations are untyped
