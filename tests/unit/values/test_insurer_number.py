"""保険者番号."""

from __future__ import annotations

import pytest

from kenpo.values.branch import ALL_BRANCHES, Branch
from kenpo.values.errors import InvalidValueError
from kenpo.values.insurer_number import InsurerNumber


@pytest.mark.parametrize("digits", ["33120015", "06010391"])
def test_published_numbers_pass_the_check_digit(digits: str) -> None:
    assert str(InsurerNumber(digits)) == digits


def test_the_sample_number_of_the_leaflet_fails_and_says_what_to_do() -> None:
    with pytest.raises(InvalidValueError, match="検証番号が合いません"):
        InsurerNumber("12345678")
    assert InsurerNumber.with_check_digit("1234567") == InsurerNumber("12345674")


def test_every_branch_has_a_number_of_its_own() -> None:
    numbers = {branch.insurer_number for branch in ALL_BRANCHES}
    assert len(numbers) == 47
    assert str(Branch(32).insurer_number) == "01320019"
