import csv
import hashlib
import io
import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from kenpo.exchange.print_package import manifest_bytes
from kenpo.exchange.print_package_files import PackageConflictError, PackageFolders
from kenpo.mailing.batches import batches
from kenpo.mailing.package import Package, package_of
from support.frozen import frozen_wave

FROZEN = frozen_wave((1, 2, 6))
BATCHES = tuple(batches(FROZEN.pieces, 3))
PACKAGE = package_of(FROZEN, BATCHES, (("forms", "f1"),))
FOLDERS = PackageFolders()


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    names = [name for batch in BATCHES for name in (batch.certificate_file, batch.letter_file)]
    for name in names:
        (tmp_path / name).write_bytes(f"pages of {name}".encode())
    return [tmp_path / name for name in names]


@pytest.fixture
def packed(tmp_path: Path, files: list[Path]) -> Path:
    return FOLDERS.write(PACKAGE, files, tmp_path / "package").folder


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_package_holds_manifest_pieces_sums_and_the_files(
    packed: Path, files: list[Path]
) -> None:
    extra = {"manifest.json", "pieces.csv", "SHA256SUMS"}
    assert {path.name for path in packed.iterdir()} == extra | {path.name for path in files}
    assert not packed.with_name("package.tmp").exists()


def test_the_sums_are_those_of_the_files(packed: Path) -> None:
    lines = (packed / "SHA256SUMS").read_text().splitlines()
    for line in lines:
        digest, name = line.split("  ")
        assert hashlib.sha256((packed / name).read_bytes()).hexdigest() == digest
    assert len(lines) == len(list(packed.iterdir())) - 1


def test_manifest_and_csv_hold_the_same_pieces_in_the_same_order(packed: Path) -> None:
    manifest = json.loads((packed / "manifest.json").read_bytes())
    rows = list(csv.DictReader(io.StringIO((packed / "pieces.csv").read_text("utf-8-sig"))))
    assert [row["piece_id"] for row in rows] == [piece["piece_id"] for piece in manifest["pieces"]]
    assert [row["serials"].split() for row in rows] == [
        [content["serial"] for content in piece["contents"]] for piece in manifest["pieces"]
    ]


def test_neither_names_nor_addresses_leave_the_pdfs(packed: Path) -> None:
    told = (packed / "manifest.json").read_text() + (packed / "pieces.csv").read_text()
    for piece in FROZEN.pieces:
        texts = [piece.letter.addressee, piece.letter.address]
        texts += [text for face in piece.certificates for text in (face.name, face.name_kana)]
        assert not [text for text in texts if text in told]


def test_packing_again_gives_the_same_bytes_and_keeps_the_folder(
    packed: Path, files: list[Path]
) -> None:
    before = bytes_of(packed)
    again = FOLDERS.write(PACKAGE, files, packed)
    assert not again.is_new
    assert bytes_of(packed) == before


def test_a_half_made_package_is_made_anew(tmp_path: Path, files: list[Path]) -> None:
    (tmp_path / "package.tmp").mkdir()
    (tmp_path / "package.tmp" / "half.pdf").write_bytes(b"half")
    folder = FOLDERS.write(PACKAGE, files, tmp_path / "package").folder
    assert FOLDERS.differences(folder) == ()


def test_another_package_in_the_place_is_never_replaced(packed: Path, files: list[Path]) -> None:
    before = bytes_of(packed)
    other: Package = replace(PACKAGE, head=replace(PACKAGE.head, book="other"))
    with pytest.raises(PackageConflictError, match="package"):
        FOLDERS.write(other, files, packed)
    assert bytes_of(packed) == before


def test_a_good_package_has_no_differences(packed: Path) -> None:
    assert FOLDERS.differences(packed) == ()


def test_a_flipped_byte_anywhere_is_refused_and_the_file_named(packed: Path) -> None:
    for path in sorted(packed.iterdir()):
        good = path.read_bytes()
        for place in range(0, len(good), max(1, len(good) // 40)):
            path.write_bytes(good[:place] + bytes([good[place] ^ 1]) + good[place + 1 :])
            assert FOLDERS.differences(packed), (path.name, place)
        path.write_bytes(good)
    assert FOLDERS.differences(packed) == ()


def test_a_changed_page_is_not_told_of_the_sums(packed: Path, files: list[Path]) -> None:
    with (packed / files[0].name).open("ab") as page:
        page.write(b"x")
    assert FOLDERS.differences(packed) == (f"{files[0].name}: 中身が変わっています。",)


@pytest.mark.parametrize(
    "name", [path.name for path in [Path("manifest.json"), Path("pieces.csv")]]
)
def test_a_cut_file_is_refused(packed: Path, name: str) -> None:
    path = packed / name
    path.write_bytes(path.read_bytes()[:-1])
    assert any(name in found for found in FOLDERS.differences(packed))


def test_a_missing_and_an_extra_file_are_refused(packed: Path, files: list[Path]) -> None:
    shutil.move(packed / files[0].name, packed / "stranger.pdf")
    found = " ".join(FOLDERS.differences(packed))
    assert f"{files[0].name}: ありません" in found
    assert "stranger.pdf: 余分" in found


def test_a_folder_that_is_no_package_is_refused(tmp_path: Path) -> None:
    assert "SHA256SUMS" in FOLDERS.differences(tmp_path)[0]


def test_lines_in_another_order_are_refused(packed: Path) -> None:
    sums = packed / "SHA256SUMS"
    sums.write_text("".join(reversed(sums.read_text().splitlines(keepends=True))))
    assert FOLDERS.differences(packed) == ("SHA256SUMS: 書き方が違います。",)


def test_a_manifest_that_disagrees_with_the_csv_is_refused_even_with_right_sums(
    packed: Path,
) -> None:
    manifest = json.loads((packed / "manifest.json").read_bytes())
    manifest["pieces"][0], manifest["pieces"][1] = manifest["pieces"][1], manifest["pieces"][0]
    (packed / "manifest.json").write_text(json.dumps(manifest))
    _sum_again(packed)
    assert FOLDERS.differences(packed) == ("pieces.csv: manifest.json と違います。",)


def test_a_file_only_the_manifest_knows_is_refused(packed: Path, files: list[Path]) -> None:
    (packed / files[0].name).unlink()
    _sum_again(packed)
    assert any(files[0].name in found for found in FOLDERS.differences(packed))


def test_the_manifest_is_the_same_text_made_again() -> None:
    again = package_of(frozen_wave((1, 2, 6)), BATCHES, (("forms", "f1"),))
    assert manifest_bytes(again) == manifest_bytes(PACKAGE)


def _sum_again(folder: Path) -> None:
    names = sorted(path.name for path in folder.iterdir() if path.name != "SHA256SUMS")
    lines = [f"{hashlib.sha256((folder / n).read_bytes()).hexdigest()}  {n}\n" for n in names]
    (folder / "SHA256SUMS").write_text("".join(lines))
