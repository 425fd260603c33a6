from __future__ import annotations

from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import TestClient
from structlog.testing import capture_logs

from kenpo.web.app import create_app
from support.web_house import fake_house

Client = TestClient[Litestar]
PAGES = ["/", "/dates", "/m", "/e", "/c", "/a", "/r", "/r/answer", "/o", "/o/waves/bulk-2025-07"]


@pytest.mark.parametrize("path", [*PAGES, "/livez", "/nowhere", "/static/kenpo.css"])
def test_every_answer_forbids_foreign_and_inline_code(client: Client, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("path", PAGES)
def test_pages_are_not_kept_and_carry_no_inline_code(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    for inline in ("<style", "style=", "onclick", "javascript:", "http://", "https://", "//cdn"):
        assert inline not in answer.text


def test_large_answers_are_compressed_and_assets_are_kept(client: Client) -> None:
    assert client.get("/").headers["content-encoding"] == "gzip"
    css = client.get("/static/kenpo.css")
    assert "immutable" in css.headers["cache-control"]
    assert client.get("/static/../app.py").status_code == 404
    assert "svg" in client.get("/favicon.ico").headers["content-type"]


def test_each_closed_door_says_what_will_be_there_and_where_to_go(client: Client) -> None:
    for path in ("/m", "/e", "/c", "/a"):
        text = client.get(path).text
        assert "のページは、まだありません" in text
        assert "ここでできるようになること" in text
        assert 'href="/r"' in text


def test_a_refusal_is_a_page_for_a_browser_and_a_fragment_for_htmx(client: Client) -> None:
    whole = client.get("/nowhere")
    part = client.get("/nowhere", headers={"HX-Request": "true"})
    assert whole.status_code == part.status_code == 404
    assert "<html" in whole.text
    assert "<html" not in part.text
    assert part.headers["hx-retarget"] == "#problem"
    for answer in (whole, part):
        assert "ページが見つかりません" in answer.text


def test_a_foreign_host_name_is_refused(client: Client) -> None:
    assert client.get("/", headers={"Host": "evil.example"}).status_code == 400
    assert client.get("/", headers={"Host": "localhost:8000"}).status_code == 200
    assert client.get("/", headers={"Host": "[::1]:8000"}).status_code == 200
    assert client.get("/", headers={"Host": "[bad"}).status_code == 400


def test_the_process_is_alive_even_when_the_register_is_down(packages: Path) -> None:
    app = create_app(fake_house(packages, is_down=True))
    with TestClient(app, base_url="http://127.0.0.1", raise_server_exceptions=False) as client:
        assert client.get("/livez").text == "ok"
        assert client.get("/readyz").status_code == 503
        broken = client.get("/o")
        assert broken.status_code == 500
        assert "サーバーで問題が起きました" in broken.text
        assert "secret-host" not in broken.text


def test_ready_means_the_register_answers(client: Client) -> None:
    assert client.get("/readyz").text == "ok"


def test_the_log_names_the_route_and_never_what_was_typed(packages: Path) -> None:
    app = create_app(fake_house(packages, is_down=True))
    with (
        capture_logs() as lines,
        TestClient(app, base_url="http://127.0.0.1", raise_server_exceptions=False) as client,
    ):
        client.get("/r?reader=works&item=legacy_card&on_year=山田")
        client.get("/o/waves/yamada-taro")
        client.get("/readyz")
    text = str(lines)
    assert "/o/waves/{wave_id}" in text
    for secret in ("山田", "yamada", "secret-host", "0570"):
        assert secret not in text
