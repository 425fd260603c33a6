"""Codes that carry their names."""

from __future__ import annotations

import pytest

from kenpo.values.labels import LabelledStr
from kenpo.values.person import Sex


def test_a_code_is_its_text_and_knows_both_names() -> None:
    assert Sex("male") is Sex.MALE
    assert f"{Sex.MALE}" == "male"
    assert (Sex.MALE.label_ja, Sex.MALE.label_en) == ("男", "male")


def test_a_code_without_its_names_cannot_be_made() -> None:
    with pytest.raises(TypeError, match="needs its Japanese"):

        class Nameless(LabelledStr):
            CODE = "code"


def test_an_unknown_code_is_refused() -> None:
    with pytest.raises(ValueError, match="not a valid"):
        Sex("other")
