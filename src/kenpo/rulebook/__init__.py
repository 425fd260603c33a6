r"""The rule books: parsed, proven, compiled and explained. Pure; text is handed in.

A book is UTF-8 Markdown. Headings open sections, prose anywhere is ignored, a Markdown table ends
at the first line that does not start with ``|``. Header cells, names, options and expressions are
compared after NFKC (``（`` = ``(``, ``１`` = ``1``); quoted sentences are not normalised. A cell
may hold ``\|`` for a bar. An empty cell and ``-`` mean the same.

::

    # 資格確認書の判定                           title; the next line with text may be an inclusion
    含める: common.md

    ## 列 加入者                                 columns; any number of sections, the name is free
    | 列 | 型 | なしの値 | 前提 | 説明 |
    |---|---|---|---|---|
    | acquired_on | 日 | - | - | 資格取得日 |
    | lost_on | 日 | 遠い未来 | なし | 資格喪失日 |
    | birth_date | 日 | - | 1980-01-01 | 生年月日 |
    | card | 符号 none held lost returned | - | - | マイナンバーカード |
    | wish_ticked | 真偽 | 偽 | - | 発行希望欄 |
    | count | 数 | 0 | - | 枚数 |

*列* is the name in JSON and in Python (ASCII). *型*: ``日`` day, ``真偽`` bool, ``数`` whole
number, ``符号 a b c`` one of the codes (numbered 0, 1, 2 in that order). *なしの値* says what null
means: ``遠い未来`` or ``遠い過去`` (days), ``偽`` / ``真``, a whole number, a code, or ``-`` =
null is refused. *前提* is the value taken when the fact is left out: a value, ``なし`` = null, or
``-`` = then the fact is unknown. A presumption that matters to an answer is listed in its
``presumed``.

::

    ## 値
    | 名前 | いつから | 知った日 | 値 | 出典 | 根拠 |
    |---|---|---|---|---|---|
    | 旧加入の期限 | 2024-12-02 | - | 2024-12-01 | 原文 | S2: 令和６年 12 月１日までの加入者 |
    | 暫定の終わり | 2025-12-02 | 2026-03-19 | 2026-07-31 | 報道 | 厚生労働大臣会見: 延長の発表 |
    | 猶予の月数 | 2024-12-02 | - | 3 | なし | 運用で決めた数 |

*値* is an ISO day, or a whole number; all rows of a name are of one kind. *知った日* ``-`` =
always known. *出典*: ``原文`` (then 根拠 is ``S2: sentence``), ``報道`` (``place: summary``),
``なし`` (why). In force on a day = allowed by the policy (``seeds``: only 原文; ``current``: all),
known on or before ``known_on``, then the latest いつから ≤ the day, then the latest 知った日. A
value that is used but not in force is an error, never 0.

::

    ## 事実 加入
    > S0: quoted sentence                       citations of a fact are optional

    | 選択肢 | 条件 |
    |---|---|
    | 喪失 | lost_on <= 判定日 |
    | 加入中 | それ以外 |

    ## 事実 カード
    列 card

The conditions are tried from the top; the last one is ``それ以外`` and must be there. ``列
COLUMN`` makes the codes of a code column the options (for a 真偽 column the options are ``偽`` and
``真``). Option names hold no ``・ ≠ |`` and are not ``-``. Facts vary the cells in the order of
the book.

::

    ## 決定表 certificate
    > S2: sentence, copied verbatim … its second fragment
    > 報道: place: summary
    > 原文になし・要確認: why

    | 番号 | 加入 | カード | 優先 | 対立 | 書類 | 交付開始:日 | 枚数:数 | 理由 | reason |
    |---|---|---|---|---|---|---|---|---|---|
    | C10 | 加入中 | ≠held・lost | C11 | D1 | 確認書 | max(acquired_on + 30, 判定日) | 1 | … | … |

One winner per cell of the facts this table names. *番号* is the immutable row id. A header that is
a fact is a condition: ``-`` any, ``A``, ``A・B``, ``≠A``, ``≠A・B``. *優先* lists, by blanks, rows
that this row beats (not transitive). *対立* lists ids of ``## 対立`` sections the row's answer
touches. Every other header is an output: text; with ``:日`` a day expression and with ``:数`` a
whole-number expression (the suffix is not part of the name; empty = none). Every row cites: the
``>`` lines directly above its Markdown table hold for all its rows. A table may be split into
several Markdown tables; one that lacks an output gives none for it. Refused: a gap, an overlap, a
dead row, a useless 優先, a cycle in 優先, an unknown word, a repeated id.

Quotes: the text must occur in the seed, whitespace ignored on both sides; `` … `` joins fragments
that must follow one another in the seed. Several ``>`` lines are several citations. In a 根拠 cell
``<br>`` separates several citations.

::

    ## 例 certificate
    | 番号 | 判定日 | 事実 | 期待 |
    |---|---|---|---|
    | C10 | 2025-04-30 | acquired_on=2024-11-18; card=none | 交付開始=2025-04-30; 対立=D1 |

*番号* is the row that must win. *事実*: ``column=value`` separated by ``;`` — ISO days, ``真`` /
``偽`` (or ``true`` / ``false``), whole numbers, codes, ``なし`` (or ``null``); a column not named
is left out. *期待* (may be missing or empty): ``output=text`` pairs, ``対立=D1・D2`` for exactly
these conflicts. Optional headers: ``方針`` (``current`` default, or ``seeds``), ``知った日``.
Examples run when the book loads. ``without_example(book)`` lists rows and 優先 pairs that no
example proves.

::

    ## 対立 D1 加入の区切り                        id, then a free title
    | 読み | 置きかえ | 内容 | 採用 | 根拠 |
    |---|---|---|---|---|
    | 決定日で見る | 区分.旧 | decided_on <= 決定の期限 | ○ | S0: sentence |
    | 取得日で見る | 区分.旧 | acquired_on <= 取得の期限 | | S0: sentence |
    | 別の日 | 値 取得の期限 | 2024-12-01 | | S2: sentence |

Rows with the same 読み form one reading. *置きかえ*: ``事実.選択肢`` (内容 = the condition), ``値
名前`` (内容 = the value), or ``-`` (the reading changes no answer; name the id in the 対立 column
of the rows it touches). Exactly one reading is taken (``○``) and must say what the book says. An
answer lists the conflict when another reading gives another row or other outputs, or when its row
names it.

Inclusion: what the including file defines replaces what the included file defines: a column, all
rows of a value's name, a fact, a decision row by its id, all examples of a row id, a conflict. New
ones are added. A line ``除く: C10 C11`` under ``## 決定表 NAME`` takes included rows (and their
examples) away. Within one file a repeated id is an error.

Expressions are Python syntax: ``< <= > >= == !=`` (not chained), ``+ -``, ``and or not``, whole
numbers, column names, value names, ``判定日``, ``min(…)``, ``max(…)``, ``応当日(day, years)`` (29
February falls on 1 March in common years), ``月末(day, months)`` (last day of the month that many
months after the day's month). A code column is compared with a bare code: ``card == lost``. Days
and numbers are kept apart: day - day is a number, day ± number a day; 遠い未来 and 遠い過去 stay
what they are under ``+``, ``-``, 応当日 and 月末, and become "none" in an output; day - day is
refused for a column that may be null. A fact's day lies in the years 1800 to 2199.

An output is known by its header alone: a header that is misspelt is a new output, so take care.

::

    library = Library({"kyokai_kenpo.md": text, "common.md": text}, Sources.parse(json_text))
    book = library.book(Insurer.KYOKAI_KENPO, Policy.CURRENT)       read and proven once
    answer = book.ask("certificate", {"acquired_on": "2024-11-18", "lost_on": None}, on)
    batch = book.compile("certificate", on)                         for one decision day
    rows = batch.rows({"acquired_on": days, "lost_on": days, ...})  arrays of Column.number
    batch.output("交付開始", columns, rows)                         day numbers, NOTHING for none
    fast = book.compile("certificate", on, fast=True)               the same by numba, if installed
    fast.decide(columns).outputs["交付開始"]                        rows and all outputs at once
"""

from kenpo.rulebook.answer import Answer, FactUsed
from kenpo.rulebook.batch import Batch, Decided
from kenpo.rulebook.book import Book
from kenpo.rulebook.citations import Citation, Mark
from kenpo.rulebook.conflicts import Conflict, Reading
from kenpo.rulebook.coverage import without_example
from kenpo.rulebook.dated import DatedValue
from kenpo.rulebook.errors import FactError, Place, RuleBookError
from kenpo.rulebook.library import Library
from kenpo.rulebook.one import NOTHING
from kenpo.rulebook.sources import Passage, Sources
from kenpo.rulebook.tables import Row

__all__ = [
    "NOTHING",
    "Answer",
    "Batch",
    "Book",
    "Citation",
    "Conflict",
    "DatedValue",
    "Decided",
    "FactError",
    "FactUsed",
    "Library",
    "Mark",
    "Passage",
    "Place",
    "Reading",
    "Row",
    "RuleBookError",
    "Sources",
    "without_example",
]
