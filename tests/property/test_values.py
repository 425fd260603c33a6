"""Properties of single values."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kenpo.values import jis
from kenpo.values.age import age_on, attained_on
from kenpo.values.business_day import add_business_days, is_business_day
from kenpo.values.errors import InvalidValueError
from kenpo.values.kana import full_width_kana, half_width_kana
from kenpo.values.wareki import era_of, format_wareki, from_era, parse_wareki, to_era

FIRST, LAST = date(1868, 1, 25), date(2060, 12, 31)
DAYS = st.dates(date(1950, 1, 1), date(2059, 12, 31))
KATAKANA = st.text(
    st.sampled_from(
        [chr(code) for code in range(0x30A1, 0x30FB) if chr(code) not in "ヮヵヶヰヱヷヸヹヺ"]
    )
)


def test_every_day_from_1868_to_2060_round_trips_through_code_and_words() -> None:
    for offset in range((LAST - FIRST).days + 1):
        day = FIRST + timedelta(days=offset)
        assert from_era(*to_era(day)) == day
        assert parse_wareki(format_wareki(day)) == day
        assert era_of(day).first_on <= day <= era_of(day).last_on


@given(st.sampled_from("13579"), st.from_regex(r"[0-9]{6}", fullmatch=True))
def test_a_coded_date_is_refused_or_comes_back_the_same(code: str, digits: str) -> None:
    try:
        day = from_era(code, digits)
    except InvalidValueError:
        return
    assert to_era(day) == (code, digits)


@given(DAYS, st.integers(0, 30))
def test_between_a_day_and_its_nth_business_day_lie_n_business_days(day: date, count: int) -> None:
    found = add_business_days(day, count)
    assert is_business_day(found)
    span = [day + timedelta(days=n) for n in range(1, (found - day).days + 1)]
    if count:
        assert sum(is_business_day(each) for each in span) == count


@given(KATAKANA)
def test_katakana_survive_the_way_to_half_width_and_back(text: str) -> None:
    assert full_width_kana(half_width_kana(text)) == text


@given(st.text())
def test_a_text_is_encoded_exactly_when_no_character_is_refused(text: str) -> None:
    refused = jis.first_refused(text)
    if refused is None:
        allowed = jis.encode(text)
        is_half = [each.isascii() or "｡" <= each <= "ﾟ" for each in text]
        assert len(allowed) == sum(1 if half else 2 for half in is_half)
    else:
        assert not jis.is_allowed(text[refused.position - 1])
        assert all(jis.is_allowed(each) for each in text[: refused.position - 1])


@given(DAYS, st.integers(0, 120))
def test_an_age_is_attained_on_one_day_and_not_the_day_before(birth: date, age: int) -> None:
    day = attained_on(birth, age)
    assert age_on(birth, day) == age
    assert age_on(birth, day - timedelta(days=1)) == age - 1
