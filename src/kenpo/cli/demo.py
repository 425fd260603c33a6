"""kenpo demo: the whole story on made-up people, then the screens."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from kenpo.cli.opened import said_in_words
from kenpo.cli.people import extra_installed
from kenpo.cli.wave_run import stopped_in_words

_Today = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="今日とみなす日 / The day taken as today."),
]
_Once = Annotated[
    bool, typer.Option("--once", help="画面を出さずに終わる / Do the job and leave, no screens.")
]
_Out = Annotated[Path, typer.Option(help="--once の結果を置く場所 / Folder for what --once makes.")]
_Count = Annotated[int, typer.Option(min=1, help="加入者の数 / Number of members.")]
_Reset = Annotated[
    bool, typer.Option("--reset", help="デモのデータを消して終わる / Remove the demo's data.")
]


def demo(  # noqa: PLR0913 - one parameter an option
    *,
    today: _Today = None,
    once: _Once = False,
    out: _Out = Path("out"),
    count: _Count = 10_000,
    seed: Annotated[int, typer.Option(help="乱数の種 / Seed.")] = 2025,
    reset: _Reset = False,
    port: Annotated[int, typer.Option(min=1, max=65535, help="ポート / Port.")] = 8000,
) -> None:
    """架空の人で全部を見せる / The whole story on made-up people.

    届書と利用登録状況を取り込み、資格確認書を計画・印刷・梱包し、画面を 127.0.0.1 に出します。
    Takes employers' notices in, plans, prints and packs certificates, then serves the screens.
    """
    with said_in_words(), stopped_in_words(), extra_installed():
        # Names and postcodes are an extra that an insurer does not need.
        from kenpo.cli import demo_run  # noqa: PLC0415 - see above

        if reset:
            demo_run.reset()
            return
        day = today.date() if today else None
        order = demo_run.order_of(count, seed, day)
        if once:
            demo_run.run_once(order, out)
        else:
            demo_run.run_and_serve(order, day, port)
