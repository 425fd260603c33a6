from __future__ import annotations

import csv
import io

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from kenpo.operations.ports import WaveCounts
from kenpo.web.officer.counts_csv import HEADER
from kenpo.web.officer.funnel import balances, funnel
from support.web_house import COUNTS, TOTAL

Client = TestClient[Litestar]
WAVE = "/o/waves/bulk-2025-07"


def test_the_list_names_each_wave_with_its_counts(client: Client) -> None:
    text = client.get("/o").text
    for said in ("令和7年7月からの便", "bulk-2025-07", "1,500", "430", "424", "310"):
        assert said in text
    assert "ログインはまだありません" in text


def test_the_wave_shows_the_funnel_the_map_the_reasons_and_its_own_files(client: Client) -> None:
    text = client.get(WAVE).text
    assert text.count('class="tile ') == 47
    assert "マイナ保険証で受診できる" in text
    assert f'href="{WAVE}/files/package/manifest.json"' in text
    assert "certificate-001" not in text
    assert "で合っています" in text


def test_a_branch_shows_its_own_files_only(client: Client) -> None:
    text = client.get(f"{WAVE}/branches/32").text
    assert f'{WAVE}/files/package/bulk-2025-07-32-certificate-001.pdf">資格確認書 1 PDF' in text
    assert f'{WAVE}/files/lists/32/bulk-2025-07-32-target_list-00001-21.xlsx"' in text
    assert "記号 21" in text
    assert "print/" not in text
    assert "bulk-2025-07-13" not in text
    assert "島根支部" in text


@pytest.mark.parametrize(
    "path", ["/o/waves/nope", f"{WAVE}/branches/1", f"{WAVE}/branches/99", "/o/waves/x/counts.csv"]
)
def test_what_is_not_there_is_a_page_that_says_so(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "ページが見つかりません" in answer.text


def test_the_csv_has_the_counts_of_the_page_and_opens_in_excel(client: Client) -> None:
    answer = client.get(f"{WAVE}/counts.csv")
    assert answer.content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert tuple(rows[0]) == tuple(HEADER)
    assert [row[1] for row in rows[1:]] == ["東京", "島根"]
    for row, counts in zip(rows[1:], [COUNTS[key] for key in sorted(COUNTS)], strict=True):
        assert [int(cell) for cell in row[3:]] == [
            counts.judged, counts.targets, counts.not_targets, counts.held,
            counts.dropped, counts.certificates, counts.pieces, counts.lists,
        ]  # fmt: skip


def test_a_file_of_the_package_is_handed_out_byte_for_byte(client: Client) -> None:
    answer = client.get(f"{WAVE}/files/package/bulk-2025-07-32-certificate-001.pdf")
    assert answer.content == b"%PDF-1.7 shimane"
    assert answer.headers["content-type"] == "application/pdf"


@pytest.mark.parametrize(
    "relative",
    [
        "../../secret.csv",
        "package/../../../secret.csv",
        "package.tmp/manifest.json",
        "print/bulk-2025-07-32-certificate-001.pdf",
        "printed.jsonl",
        "%2e%2e/%2e%2e/secret.csv",
        "..%2f..%2fsecret.csv",
        "/etc/hostname",
        "%2fetc%2fpasswd",
        "package/link.csv",
        "package/half.pdf.tmp",
        "package/.hidden.csv",
        "package/frozen.pickle",
        "",
        ".",
        "package",
        "package/nul%00.pdf",
    ],
)
def test_nothing_outside_the_finished_package_is_handed_out(client: Client, relative: str) -> None:
    answer = client.get(f"{WAVE}/files/{relative}")
    assert answer.status_code == 404
    assert b"outside" not in answer.content


def test_files_of_a_wave_that_does_not_exist_are_not_handed_out(client: Client) -> None:
    assert client.get("/o/waves/nope/files/package/manifest.json").status_code == 404


def test_bars_are_as_wide_as_their_counts_and_never_vanish_when_somebody_is_in_them() -> None:
    widths = {step.label: step.width for step in funnel(TOTAL)}
    assert widths["判定した加入者"] == 1000
    assert widths["対象"] == round(430 / 1500 * 1000)
    assert widths["取りやめ"] == 4
    assert funnel(WaveCounts(0, 0, 0, 0, 0, 0, 0, 0))[0].width == 0


def test_sums_that_do_not_hold_are_said(client: Client) -> None:
    good, printed = balances(TOTAL)
    assert good.holds
    assert printed.holds
    lost = WaveCounts(10, 4, 5, 0, 0, 3, 2, 1)
    assert [balance.holds for balance in balances(lost)] == [False, False]
