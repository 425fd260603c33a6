import pytest

from kenpo.mailing.balance import UnbalancedError, require_balance


def test_counts_that_add_up_pass() -> None:
    require_balance("固定", ("対象者", 7), {"証": 4, "保留": 2, "取りやめ": 1})


def test_a_short_count_stops_the_step_by_name() -> None:
    with pytest.raises(UnbalancedError, match=r"固定: 対象者 7 ≠ 証 4 \+ 保留 2"):
        require_balance("固定", ("対象者", 7), {"証": 4, "保留": 2})


def test_one_too_many_stops_the_step_as_well() -> None:
    with pytest.raises(UnbalancedError):
        require_balance("固定", ("対象者", 7), {"証": 8})
