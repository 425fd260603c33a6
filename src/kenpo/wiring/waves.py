"""The officer's desk for waves: calendar, issuers, printer and package folders put together."""

from __future__ import annotations

from importlib.metadata import version
from importlib.resources import files
from typing import TYPE_CHECKING

from kenpo.documents.fonts import font_hash
from kenpo.documents.forms import FormName, form
from kenpo.exchange.print_package_files import PackageFolders
from kenpo.exchange.target_list_xlsx import TargetListSheets
from kenpo.issuance.issuer_book import IssuerBook, parse_issuers
from kenpo.mailing.calendar import WaveCalendar, parse_calendar
from kenpo.operations.ports import Progress
from kenpo.operations.wave_desk import WaveDesk, unwatched
from kenpo.values.errors import InvalidValueError
from kenpo.values.insurer import Insurer

if TYPE_CHECKING:
    from kenpo.wiring.kenpo import Kenpo

_TOOLS = ("kenpo", "typst", "pikepdf", "xlsxwriter")


def wave_desk(kenpo: Kenpo, actor: str, progress: Progress = unwatched) -> WaveDesk:
    """Return the desk of an officer of the settings' insurer.

    Raises InvalidValueError for an insurer that has no waves.
    """
    return WaveDesk(
        actor=actor,
        database=kenpo.database,
        book=kenpo.book,
        calendar=wave_calendar(kenpo.settings.insurer),
        issuer=issuer_book(kenpo.settings.insurer),
        printer=kenpo.printer,
        spreadsheets=TargetListSheets(),
        packages=PackageFolders(),
        clock=kenpo.clock,
        versions=print_versions(),
        progress=progress,
    )


def wave_calendar(insurer: Insurer) -> WaveCalendar:
    """Return the waves of an insurer."""
    return parse_calendar(_text("kenpo.mailing.calendars", insurer))


def issuer_book(insurer: Insurer) -> IssuerBook:
    """Return how an insurer shows itself on documents."""
    return parse_issuers(_text("kenpo.issuance.issuers", insurer))


def print_versions() -> tuple[tuple[str, str], ...]:
    """Return what shapes the bytes of a page besides the wave: forms, fonts and tools."""
    forms = [(f"form:{name.value}", form(name).sha256) for name in FormName]
    tools = [(name, version(name)) for name in _TOOLS]
    return (*forms, ("fonts", font_hash()), *tools)


def _text(place: str, insurer: Insurer) -> str:
    file = files(place).joinpath(f"{insurer.value}.toml")
    if not file.is_file():
        raise InvalidValueError(
            f"{insurer.label_ja} には一括発行の送付時期がありません。",
            "KENPO_INSURER=kyokai_kenpo で実行してください。",
        )
    return file.read_text("utf-8")
