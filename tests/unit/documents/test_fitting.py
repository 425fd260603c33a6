from __future__ import annotations

import pytest

from kenpo.documents.fitting import MM_PER_POINT, Fitted, UnprintableError, fit, text_width
from kenpo.documents.fonts import FaceName
from kenpo.documents.forms import Field, FormName, form

NAME = form(FormName.CARD).fields["name"]
ADDRESS = form(FormName.LETTER).fields["address"]
LONG_HOUSE = "ザ・グランドレジデンス島根ウエストタワーアネックス1203"
SLOT = form(FormName.LIST).fields["target_name_60"]


def test_an_ordinary_name_has_the_largest_size_and_is_not_squeezed() -> None:
    assert fit("見本　太郎", NAME) == Fitted(("見本　太郎",), 12.0, 1.0)


def test_a_longer_name_is_squeezed_a_little_then_set_smaller_then_squeezed_more() -> None:
    sizes = [fit("見" * length, NAME).size for length in range(10, 36)]
    assert sizes == sorted(sizes, reverse=True)
    assert set(sizes) == {12.0, 10.0, 8.0}


def test_a_name_of_33_katakana_is_printed_whole() -> None:
    fitted = fit("ア" * 16 + "　" + "イ" * 16, NAME)
    assert fitted.lines == ("ア" * 16 + "　" + "イ" * 16,)
    assert 0.6 <= fitted.squeeze < 0.65


@pytest.mark.parametrize("length", [36, 60, 200])
def test_a_name_that_would_be_squeezed_below_60_percent_goes_to_a_person(length: int) -> None:
    with pytest.raises(UnprintableError, match=f"氏名: 欄に入りません（{length}文字）"):
        fit("見" * length, NAME)


def test_a_latin_name_of_60_letters_is_half_as_wide_and_fits() -> None:
    assert fit("MARIA " * 10, NAME).squeeze >= 0.6


@pytest.mark.parametrize("field", [NAME, ADDRESS, SLOT], ids=lambda field: field.key)
@pytest.mark.parametrize("length", range(1, 36))
def test_no_line_is_wider_than_its_field(field: Field, length: int) -> None:
    fitted = fit("見" * length, field)
    for line in fitted.lines:
        width = text_width(line, field.face) * fitted.size * fitted.squeeze * MM_PER_POINT
        assert width <= field.width + 1e-9
    assert len(fitted.lines) <= field.lines
    assert "".join(fitted.lines) == "見" * length


@pytest.mark.parametrize(
    ("address", "lines"),
    [
        ("島根県松江市殿町1番地", ("島根県松江市殿町1番地",)),
        (
            "島根県松江市学園南二丁目12番3号　見本ハイツ203号室",
            ("島根県松江市学園南二丁目12番3号", "見本ハイツ203号室"),
        ),
        (
            f"島根県隠岐郡隠岐の島町東郷1234番地5678　{LONG_HOUSE}",
            (
                "島根県隠岐郡隠岐の島町東郷1234番地5678",
                "ザ・グランドレジデンス島根",
                "ウエストタワーアネックス1203",
            ),
        ),
    ],
)
def test_an_address_breaks_at_its_blank_and_never_inside_a_number_or_katakana_word(
    address: str, lines: tuple[str, ...]
) -> None:
    assert fit(address, ADDRESS).lines == lines


def test_half_width_letters_are_half_an_em_wide() -> None:
    assert text_width("0123", FaceName.BOLD) == pytest.approx(2.0)
    assert text_width("見本", FaceName.BOLD) == pytest.approx(2.0)
    assert text_width("辻\U000e0100", FaceName.REGULAR) == pytest.approx(1.0)
