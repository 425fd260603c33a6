"""Words on the screens: the Japanese sentence is the message id, so gettext can take over."""

from __future__ import annotations

import re
from datetime import date

from markupsafe import Markup, escape

from kenpo.values.wareki import format_wareki

_WEEKDAYS = "月火水木金土日"
_A_DAY = re.compile(r"[^\s、。（]{0,4}\d+年\d+月\d+日")


def msg(text: str) -> str:
    """Mark a text for translation; templates translate it where they show it."""
    return text


def day_in_words(day: date) -> str:
    """Return a day as staff read it: 令和7年12月2日（火）."""
    return f"{format_wareki(day)}（{_WEEKDAYS[day.weekday()]}）"


def thousands(number: int) -> str:
    """Return a number with commas: 11,600,000."""
    return f"{number:,}"


def keep_days(text: str) -> Markup:
    """Return a sentence whose dates do not break at the end of a line."""
    whole = r'<span class="one-day">\g<0></span>'
    return Markup(_A_DAY.sub(whole, str(escape(text))))  # noqa: S704 - escaped one step before


def month_of(day: date) -> str:
    """Return the month of a day in words: 令和7年7月."""
    return format_wareki(day).partition("月")[0] + "月"
