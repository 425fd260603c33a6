"""Logs: what the program did, never to whom."""

from __future__ import annotations

import logging
import re
import sys

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

ALLOWED = frozenset(
    "event level timestamp step wave branch count total rows accepted refused unchanged sha256"
    " seconds error revision path kind route method status ms".split()
)
WITHHELD = "[withheld]"
_LONG_NUMBER = re.compile(r"\d{12,}")


def only_allowed(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Replace every field that is not on the list, and every run of twelve digits or more.

    A hash (``sha256``) keeps its digits: it is made of hexadecimal ones.
    """
    return {
        name: _masked(name, value) if name in ALLOWED else WITHHELD for name, value in event.items()
    }


def _masked(name: str, value: object) -> object:
    if name == "sha256" or not isinstance(value, str):
        return value
    return _LONG_NUMBER.sub(WITHHELD, value)


def configure_logs(level: int = logging.WARNING) -> None:
    """Let structlog write one JSON object a line to standard error."""
    structlog.configure(
        processors=processors(),
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=_to_standard_error,
        cache_logger_on_first_use=False,
    )


def _to_standard_error(*_: object) -> structlog.PrintLogger:
    """Return a logger on the standard error of this moment, which may have been exchanged."""
    return structlog.PrintLogger(sys.stderr)


def processors() -> list[Processor]:
    """Return the steps a log line goes through."""
    return [
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        only_allowed,
        structlog.processors.JSONRenderer(ensure_ascii=False),
    ]
