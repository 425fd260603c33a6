"""The way to a card: a physical reader or, in memory, a virtual card."""

from __future__ import annotations

from typing import Protocol

from kenpo.card.apdu import Command, Response


class Transport(Protocol):
    """Carries one command to the card and its answer back."""

    def transmit(self, command: Command) -> Response:
        """Send a command and wait for the answer."""
        ...

    def reset(self) -> None:
        """Reset the card: nothing stays selected, no PIN stays verified."""
        ...


class Card(Protocol):
    """The other end: takes bytes, answers bytes."""

    def process(self, wire: bytes) -> bytes:
        """Answer a command."""
        ...

    def reset(self) -> None:
        """Forget what was selected and verified."""
        ...


class MemoryTransport:
    """Reaches a card object in this process, through the same bytes a reader would carry."""

    def __init__(self, card: Card) -> None:
        self._card = card

    def transmit(self, command: Command) -> Response:
        """Send a command and return the card's answer."""
        return Response.parse(self._card.process(command.encode()))

    def reset(self) -> None:
        """Reset the card."""
        self._card.reset()
