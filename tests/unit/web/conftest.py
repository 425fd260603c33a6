from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from kenpo.web.app import create_app
from support.web_house import WAVE, fake_house

FILES = {
    "package/manifest.json": b'{"wave": "bulk-2025-07"}',
    "package/SHA256SUMS": b"0 manifest.json\n",
    "package/bulk-2025-07-32-certificate-001.pdf": b"%PDF-1.7 shimane",
    "package/bulk-2025-07-13-certificate-001.pdf": b"%PDF-1.7 tokyo",
    "lists/32/bulk-2025-07-32-target_list-00001-21.xlsx": b"shimane's list",
    "package/half.pdf.tmp": b"half",
    "package/.hidden.csv": b"hidden",
    "package/frozen.pickle": b"not for anybody",
    "package.tmp/manifest.json": b"half a package",
    "print/bulk-2025-07-32-certificate-001.pdf": b"%PDF-1.7 before packing",
    "printed.jsonl": b"a record",
}


@pytest.fixture
def packages(tmp_path: Path) -> Path:
    folder = tmp_path / "packages" / WAVE.wave_id
    for name, content in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    (tmp_path / "secret.csv").write_bytes(b"outside")
    (folder / "package" / "link.csv").symlink_to(tmp_path / "secret.csv")
    return tmp_path / "packages"


@pytest.fixture
def client(packages: Path) -> Iterator[TestClient[Litestar]]:
    with TestClient(create_app(fake_house(packages)), base_url="http://127.0.0.1") as made:
        yield made
