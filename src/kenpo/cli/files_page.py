"""The reference page of the files kenpo takes in, made from the tables that check them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kenpo.exchange.status import columns, rules
from kenpo.exchange.todokede import layout
from kenpo.exchange.todokede.conditions import ALWAYS, NEVER, Condition
from kenpo.exchange.todokede.container import FILE_NAME, TOO_LARGE
from kenpo.exchange.todokede.items import Item
from kenpo.exchange.todokede.part import Part

_HEADING = "| 項目 | 名前 | 書けるもの | 必須 | 空にする |\n|---|---|---|---|---|"
_NOTICES = f"""# 取り込むファイル / Files taken in

{{made}}

## 届書CSV {FILE_NAME} / Employers' notices

年金機構の届書作成仕様書の形です。文字はJIS X 0201とJIS X 0208の第1・第2水準(Shift_JIS)、
改行はCRLF、項目の区切りは「,」で、引用符はありません。{TOO_LARGE:,}バイト以上のファイルは断ります。
The pension service's own layout: Shift_JIS limited to JIS X 0208, CRLF, no quotes.
"""
_STATUS = """## 利用登録状況のCSV / Snapshot of card registration

UTF-8(BOMはあってもなくてもよい)かCP932。1行目は列の名前で、順は問いません。値の中の「,」は引用符で囲みます。
UTF-8 or CP932; the first row names the columns in any order; quotes as in any CSV.

| 列 | 書けるもの | 空でもよい | 列がなくてもよい |
|---|---|---|---|"""


def files_page(made: str) -> str:
    """Return every item of the notices and every column of the snapshot with its checks."""
    return "\n".join([_NOTICES.format(made=made), *_notices(), _STATUS, *_status(), ""])


def _notices() -> Iterator[str]:
    titles: dict[str, tuple[Part[Any], ...]] = {
        "媒体管理 / media control": (layout.CONTROL,),
        "事業所 / establishment": (layout.OFFICE,),
        "2200700 資格取得届 / acquisition": (layout.ACQUISITION,),
        "2201700 資格喪失届 / loss": (layout.LOSS,),
        "2202700 被扶養者(異動)届: 被保険者 / insured person": (layout.INSURED,),
        "2202700 被扶養者(異動)届: 配偶者 / spouse": (layout.SPOUSE,),
        "2202700 被扶養者(異動)届: ほかの被扶養者 / other dependents": layout.OTHERS,
    }
    for title, parts in titles.items():
        yield from (f"### {title}", "", _HEADING)
        for part in parts:
            yield from (_item(item, part) for item in part.section.items)
        yield from ("", *_rules(parts))


def _item(item: Item, part: Part[Any]) -> str:
    labels = part.section.labels
    limit = f"({item.kind.longest}バイトまで)" if item.kind.longest else ""
    rule = f"{item.kind.rule}{limit}"
    required, empty = _when(item.required, labels), _when(item.empty, labels)
    return f"| {item.number} | {item.label} | {rule} | {required} | {empty} |"


def _when(condition: Condition, labels: Mapping[str, str]) -> str:
    if condition is NEVER:
        return ""
    return "いつも" if condition is ALWAYS else condition.words(labels)


def _rules(parts: tuple[Part[Any], ...]) -> Iterator[str]:
    found = [f"- 項目{rule.number}: {rule.reason}" for part in parts for rule in part.rules]
    if found:
        yield from ("ほかに断るもの / Also refused:", "", *found, "")


def _status() -> Iterator[str]:
    for column in columns.COLUMNS.values():
        may_be_empty = "○" if column.may_be_empty else ""
        may_be_missing = "○" if column.may_be_missing else ""
        yield f"| {column.label} | {column.rule} | {may_be_empty} | {may_be_missing} |"
    yield from ("", "ほかに断るもの / Also refused:", "")
    yield from (f"- 列「{rule.label}」: {rule.reason}" for rule in rules.RULES)
