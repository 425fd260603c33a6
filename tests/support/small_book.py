"""A book small enough to be read in one look, with places to change."""

from __future__ import annotations

SMALL = """\
# 小さな本

## 列
| 列 | 型 | なしの値 | 前提 | 説明 |
|---|---|---|---|---|
| lost | 日 | 遠い未来 | - | 喪失日 |
| joined | 日 | - | - | 加入日 |
| card | 符号 none held broken | none | held | カード |
| wish | 真偽 | 偽 | 偽 | 希望 |
| count | 数 | 0 | - | 枚数 |

## 値
| 名前 | いつから | 知った日 | 値 | 出典 | 根拠 |
|---|---|---|---|---|---|
| 待ち | 2025-01-01 | - | 30 | 原文 | S1: 交付しない。 |
| 待ち | 2025-06-01 | 2025-03-01 | 40 | 報道 | 省の頁: 延びた |
| 待ち | 2025-09-01 | - | 50 | なし | 仮の数 |

## 事実 加入
| 選択肢 | 条件 |
|---|---|
| 喪失 | lost <= 判定日 |
| 加入中 | それ以外 |

## 事実 カード
列 card

## 決定表 交付
> S1: 資格を失った人には交付しない。

| 番号 | 加入 | 書類 | 理由 |
|---|---|---|---|
| A1 | 喪失 | - | 失った |

> S1: 加入した人には … 交付する。
> 原文になし・要確認: 壊れたカードの扱い

| 番号 | 加入 | カード | 優先 | 書類 | 開始:日 | 数:数 | 理由 |
|---|---|---|---|---|---|---|---|
| A2 | 加入中 | - | | 確認書 | joined + 待ち | 1 | 加入した |
| A3 | 加入中 | broken | A2 | 確認書 | 判定日 | count + 1 | 壊れた |
"""


def changed(*changes: tuple[str, str], text: str = SMALL) -> str:
    """Return the small book with each first text replaced by the second; both must be there."""
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text
