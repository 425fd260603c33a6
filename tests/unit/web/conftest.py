from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from kenpo.web.app import create_app
from support.web_house import WAVE, fake_house

FILES = {
    "manifest.json": b'{"wave": "bulk-2025-07"}',
    "SHA256SUMS": b"0 manifest.json\n",
    "bulk-2025-07-32-certificate-001.pdf": b"%PDF-1.7 shimane",
    "bulk-2025-07-13-certificate-001.pdf": b"%PDF-1.7 tokyo",
    "half.pdf.tmp": b"half",
    ".hidden.csv": b"hidden",
    "frozen.pickle": b"not for anybody",
}


@pytest.fixture
def packages(tmp_path: Path) -> Path:
    folder = tmp_path / "packages" / WAVE.wave_id
    folder.mkdir(parents=True)
    for name, content in FILES.items():
        (folder / name).write_bytes(content)
    (tmp_path / "secret.csv").write_bytes(b"outside")
    (folder / "link.csv").symlink_to(tmp_path / "secret.csv")
    return tmp_path / "packages"


@pytest.fixture
def client(packages: Path) -> Iterator[TestClient[Litestar]]:
    with TestClient(create_app(fake_house(packages)), base_url="http://127.0.0.1") as made:
        yield made
