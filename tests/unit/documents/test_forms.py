from __future__ import annotations

from itertools import pairwise

import pytest

from kenpo.documents.fitting import MM_PER_POINT, text_width
from kenpo.documents.forms import Field, FormName, form
from kenpo.documents.proof import words


@pytest.mark.parametrize("name", FormName)
def test_a_form_prints_just_the_words_that_were_approved(name: FormName) -> None:
    layout = form(name)
    approved = (layout.folder / "words.tsv").read_text("utf-8")
    assert words(layout) == approved, "approve a new version: kenpo.documents.proof.words"


@pytest.mark.parametrize("name", FormName)
def test_every_field_lies_on_the_page_with_a_margin(name: FormName) -> None:
    layout = form(name)
    for field in layout.fields.values():
        left, right = edges(field)
        assert left >= 4, field.key
        assert right <= layout.width - 4 + 0.01, field.key
        assert field.sizes[0] * MM_PER_POINT < field.y < layout.height - 3, field.key


@pytest.mark.parametrize("name", FormName)
def test_no_two_fields_of_one_line_overlap(name: FormName) -> None:
    fields = sorted(form(name).fields.values(), key=lambda field: (field.y, edges(field)[0]))
    for one, other in pairwise(fields):
        if one.y == other.y:
            assert edges(one)[1] < edges(other)[0], (one.key, other.key)


@pytest.mark.parametrize("name", FormName)
def test_no_field_runs_into_a_word_of_the_form(name: FormName) -> None:
    layout = form(name)
    for word in layout.words:
        right = word.x + text_width(word.text, word.face) * word.size * MM_PER_POINT
        for field in layout.fields.values():
            if field.y == pytest.approx(word.y, abs=0.05):
                assert edges(field)[1] < word.x or right < edges(field)[0], (word.text, field.key)


def test_the_address_block_lies_in_the_window_of_a_three_fold_letter() -> None:
    fields = form(FormName.LETTER).fields
    for key in ("postcode", "address", "addressee", "piece_id"):
        field = fields[key]
        left, right = edges(field)
        top = field.y - field.sizes[0] * MM_PER_POINT
        bottom = field.y + (field.lines - 1) * field.pitch
        assert left > 25
        assert right < 115
        assert top > 18
        assert bottom < 55 - 1


@pytest.mark.parametrize("name", [FormName.CARD, FormName.LETTER])
def test_a_matching_code_has_modules_of_a_third_of_a_millimetre_and_its_quiet_zone(
    name: FormName,
) -> None:
    layout = form(name)
    code = layout.pictures["matching_code"]
    module = code.width / 29
    assert code.width == code.height
    assert module >= 0.33
    for field in layout.fields.values():
        left, right = edges(field)
        top = field.y - field.sizes[0] * MM_PER_POINT * 0.8
        beside = right < code.x - 4 * module or left > code.x + code.width + 4 * module
        below = top > code.y + code.height + 4 * module
        above = field.y < code.y - 4 * module
        assert beside or below or above, field.key


def test_the_list_has_sixty_slots_in_two_halves() -> None:
    fields = form(FormName.LIST).fields
    assert fields["number_31"].y == fields["number_1"].y
    assert fields["number_31"].x == fields["number_1"].x + 93
    assert {key for key in fields if key.startswith("number_")} == {
        f"number_{slot}" for slot in range(1, 61)
    }


def test_the_hash_of_a_form_is_over_all_that_makes_its_layout() -> None:
    hashes = {form(name).sha256 for name in FormName}
    assert len(hashes) == len(FormName)


def edges(field: Field) -> tuple[float, float]:
    if field.right:
        return field.x - field.width, field.x
    return field.x, field.x + field.width
