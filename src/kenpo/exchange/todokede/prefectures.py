"""都道府県コード: the pension service's own prefecture codes, which are not those of JIS.

根拠: 届書作成仕様書, reference table 3 (domain.md §4.1).
"""

from __future__ import annotations

from kenpo.values.branch import ALL_BRANCHES, Branch

# One code for each prefecture, in the order of JIS X 0401.
PENSION_CODES = """
01 02 03 04 05 06 07 08 09 10 11 12
21 31 32 33 34 35 36 37 38 39 51 52
53 54 41 42 55 56 57 58 59 60 61 71
72 73 74 75 76 77 78 79 80 81 82
""".split()
_CODE_OF = dict(zip(ALL_BRANCHES, PENSION_CODES, strict=True))
_BRANCH_OF = dict(zip(PENSION_CODES, ALL_BRANCHES, strict=True))


def pension_code(branch: Branch) -> str:
    """Return the pension service's code of the branch's prefecture: 島根 (JIS 32) is 58."""
    return _CODE_OF[branch]


def branch_of(code: str) -> Branch:
    """Return the branch of one of ``PENSION_CODES``."""
    return _BRANCH_OF[code]
