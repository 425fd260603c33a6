"""My Numbers of people who do not exist."""

from __future__ import annotations

from kenpo.values.my_number import MyNumber, check_digit

# No range is set aside for samples. Four zeros in front make these look invented at a glance;
# the check digit is right because the employer's file is checked for it.
_PREFIX = "0000"


def invented_my_number(index: int) -> MyNumber:
    """Return the My Number of the index-th made-up person, 0 to 9,999,999."""
    digits = f"{_PREFIX}{index:07d}"
    return MyNumber(f"{digits}{check_digit(digits)}")
