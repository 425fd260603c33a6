"""The six doors: who comes in where, and which rooms stand already."""

from __future__ import annotations

from dataclasses import dataclass

from kenpo.web.words import msg


@dataclass(frozen=True, slots=True)
class Door:
    """One actor's way in; ``meanwhile`` is where to go while the room is not built."""

    path: str
    name: str
    text: str
    is_open: bool
    plans: tuple[str, ...] = ()
    meanwhile: str = ""


DOORS = (
    Door(
        "/r",
        msg("窓口"),
        msg("患者さんが持ってきたもので、きょう受け付けてよいかを調べます。"),
        is_open=True,
    ),
    Door(
        "/o",
        msg("保険者"),
        msg("資格確認書を、だれに、いつ、何通送るかを支部ごとに見ます。"),
        is_open=True,
    ),
    Door(
        "/m",
        msg("加入者"),
        msg("自分の資格と、届く書類のことがわかります。"),
        is_open=False,
        plans=(
            msg("病院に何を持っていけばよいかを、順に聞いて答えます。"),
            msg("自分の資格と、書類がいまどこにあるかを見ます。"),
            msg("資格確認書を申請します。"),
        ),
        meanwhile=msg("受診のときに使える書類は、窓口のページで確かめられます。"),
    ),
    Door(
        "/e",
        msg("事業所"),
        msg("届書を出し、対象者の一覧表と戻った郵便を扱います。"),
        is_open=False,
        plans=(
            msg("対象者の一覧表を見て、渡した人に印を付けます。"),
            msg("戻ってきた郵便を、本人に渡したかどうか記録します。"),
            msg("届書のファイルを送り、直すところを行ごとに見ます。"),
        ),
        meanwhile=msg("一覧表のPDFは、保険者の発送のページにあります。"),
    ),
    Door(
        "/c",
        msg("電話"),
        msg("電話を受ける人が、本人を確かめ、順に答えて記録します。"),
        is_open=False,
        plans=(
            msg("本人を確かめてから、その人の書類の様子を見ます。"),
            msg("よくある質問に、根拠の一文といっしょに答えます。"),
        ),
        meanwhile=msg("窓口のページで、同じ規則の答えと患者さんへの言葉が見られます。"),
    ),
    Door(
        "/a",
        msg("監査"),
        msg("だれが何を見て、どの規則で決めたかを、あとから確かめます。"),
        is_open=False,
        plans=(
            msg("過去の決定を、そのときの台帳と規則でもう一度たどります。"),
            msg("印刷・発送・返送の数が合っているかを確かめます。"),
        ),
        meanwhile=msg("保険者の発送のページに、合わせるべき数と検査用のファイルがあります。"),
    ),
)


def door_at(path: str) -> Door:
    """Return the door of a path of ``DOORS``."""
    return next(door for door in DOORS if door.path == path)
