from importlib.resources import files

import pytest

from kenpo.issuance.issuer_book import parse_issuers
from kenpo.values.branch import ALL_BRANCHES, Branch

BOOK = parse_issuers(
    files("kenpo.issuance.issuers").joinpath("kyokai_kenpo.toml").read_text("utf-8")
)


def test_every_branch_has_its_own_name_and_the_common_telephone() -> None:
    names = {BOOK(branch).name for branch in ALL_BRANCHES}
    assert len(names) == len(ALL_BRANCHES)
    assert BOOK(Branch(32)).name == "全国健康保険協会　島根支部"
    assert BOOK(Branch(32)).telephone == "0570-015-369"


def test_an_address_nobody_has_given_stays_empty() -> None:
    assert BOOK(Branch(32)).address == ""


def test_an_insurer_may_give_the_address_of_a_branch() -> None:
    text = """
    [name]
    text = "架空健保"
    [telephone]
    text = "0"
    [address]
    text = "本部"
    [address.branches]
    32 = "松江市"
    """
    book = parse_issuers(text)
    assert (book(Branch(32)).address, book(Branch(13)).address) == ("松江市", "本部")
    assert book(Branch(32)).name == "架空健保"


def test_a_missing_part_is_refused_by_name() -> None:
    with pytest.raises(KeyError, match="telephone"):
        parse_issuers('[name]\ntext = "x"\n[address]\ntext = ""\n')
