"""The monthly snapshot of 利用登録状況 as our own CSV: ``read_status`` and ``write_status``.

UTF-8 (with or without a byte order mark) or CP932; the first row names the columns, in any order:
基準日, 保険者番号, 記号, 番号, 枝番, 生年月日, カード, 個人番号届出, 利用登録日,
電子証明書有効期限 and, where the sender knows them, 郵便番号 and 住所. Dates are YYYY-MM-DD.
カード is なし, 保有, 紛失, 返納 or 更新中; 個人番号届出 is あり or なし. Quotes as in any CSV. All
rows have one 基準日.
"""

from __future__ import annotations

from kenpo.exchange.status.read import read_status
from kenpo.exchange.status.write import write_status

__all__ = ["read_status", "write_status"]
