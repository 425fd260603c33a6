"""The reference page that says for each rule of the source texts what carries it out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kenpo.operations.rule_catalogue import CatalogueRule, is_text
from kenpo.rulebook import Book
from kenpo.values.insurer import Insurer

_HEAD = """K は協会けんぽ、J はJSR健保、R は労金の規則書を指し、文字のないものは三つに共通である。
行の根拠の文は[規則のページ](rules.md)にある。
「文」は決めることのない、知らせる文で、規則書の表 guide と faq にある。

K is the book of 協会けんぽ, J of JSR健保, R of 労金; without a letter all three.
The sentences of the rows are on the [page of the rules](rules.md).
A "text" decides nothing; it is kept in the tables guide and faq."""
_TITLES = (
    "番号",
    "内容 / what it says",
    "規則 / rows",
    "文 / texts",
    "プログラム / code",
    "まだ / not yet",
)


def coverage_page(rules: Sequence[CatalogueRule], books: Mapping[Insurer, Book], made: str) -> str:
    """Return the table: number, what the rule says, rows, texts, programs, what is missing."""
    missing = [str(rule.number) for rule in rules if rule.not_yet]
    counted = f"{len(rules)} 件、まだのあるもの {len(missing)} 件 / {len(missing)} not whole yet"
    lines = [
        "# 規則の目録と行 / Coverage",
        "",
        made,
        "",
        _HEAD,
        "",
        f"{counted}: {', '.join(missing)}",
        "",
        f"| {' | '.join(_TITLES)} |",
        "|---" * len(_TITLES) + "|",
    ]
    return "\n".join([*lines, *(_line(rule, books) for rule in rules), ""])


def _line(rule: CatalogueRule, books: Mapping[Insurer, Book]) -> str:
    texts = [reference for reference in rule.rows if is_text(reference, books)]
    rows = [reference for reference in rule.rows if reference not in texts]
    code = [f"`{module}`" for module in rule.code]
    cells = [str(rule.number), f"{rule.ja} / {rule.en}", *map(" ".join, (rows, texts, code))]
    return "| " + " | ".join([*cells, rule.not_yet]) + " |"
