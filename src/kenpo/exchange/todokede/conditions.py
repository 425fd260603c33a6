"""When an item of a notice must be filled or must stay empty, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

Texts = Mapping[str, str]
Labels = Mapping[str, str]


class Condition(Protocol):
    """Holds or not for the items of a line, and can say itself in words."""

    def __call__(self, texts: Texts) -> bool:
        """Whether it holds for the items by name."""
        ...

    def words(self, labels: Labels) -> str:
        """Say it in Japanese with the labels of the items; "" needs no words."""
        ...


@dataclass(frozen=True, slots=True)
class Is:
    """The item has one of the values."""

    name: str
    values: tuple[str, ...]

    def __call__(self, texts: Texts) -> bool:
        """Whether the item has one of the values."""
        return texts[self.name] in self.values

    def words(self, labels: Labels) -> str:
        """「喪失原因」が4か5のとき."""
        return f"{labels[self.name]}が{'か'.join(self.values)}のとき"


@dataclass(frozen=True, slots=True)
class Filled:
    """The item is not empty."""

    name: str

    def __call__(self, texts: Texts) -> bool:
        """Whether the item is not empty."""
        return bool(texts[self.name])

    def words(self, labels: Labels) -> str:
        """「個人番号」が書かれているとき."""
        return f"{labels[self.name]}が書かれているとき"


@dataclass(frozen=True, slots=True)
class Blank:
    """The item is empty."""

    name: str

    def __call__(self, texts: Texts) -> bool:
        """Whether the item is empty."""
        return not texts[self.name]

    def words(self, labels: Labels) -> str:
        """「個人番号」が空のとき."""
        return f"{labels[self.name]}が空のとき"


@dataclass(frozen=True, slots=True)
class All:
    """Every one of the conditions holds; without any it holds always."""

    conditions: tuple[Condition, ...]

    def __call__(self, texts: Texts) -> bool:
        """Whether all hold."""
        return all(condition(texts) for condition in self.conditions)

    def words(self, labels: Labels) -> str:
        """「…」が空のとき、かつ「…」が3のとき."""
        return "、かつ".join(condition.words(labels) for condition in self.conditions)


@dataclass(frozen=True, slots=True)
class Unless:
    """The condition does not hold."""

    condition: Condition

    def __call__(self, texts: Texts) -> bool:
        """Whether the condition does not hold."""
        return not self.condition(texts)

    def words(self, labels: Labels) -> str:
        """「…」が3のとき以外; a constant needs no words."""
        inner = self.condition.words(labels)
        return f"{inner}以外" if inner else ""


ALWAYS: Condition = All(())
NEVER: Condition = Unless(ALWAYS)
