"""The package for the print company: manifest.json, pieces.csv, SHA256SUMS and the PDFs."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from kenpo.mailing.canonical import instant_text
from kenpo.mailing.package import Package, PackageEntry, PackageHead

MANIFEST = "manifest.json"
PIECES = "pieces.csv"
SUMS = "SHA256SUMS"
FORMAT = "kenpo-print-package/1"

_COLUMNS = (
    "sort_key",
    "piece_id",
    "branch",
    "envelope",
    "envelopes",
    "document_type",
    "serials",
    "sheets",
    "postcode",
    "matching_code",
    "letter_file",
    "letter_page",
    "certificate_file",
    "first_page",
    "pages",
)


def manifest_bytes(package: Package) -> bytes:
    """Return the manifest: UTF-8 JSON with sorted keys and one piece a line of the list."""
    document = {"format": FORMAT, "head": head_json(package.head)}
    pieces = [entry_json(entry) for entry in package.entries]
    text = json.dumps(document | {"pieces": pieces}, ensure_ascii=False, indent=1, sort_keys=True)
    return f"{text}\n".encode()


def head_json(head: PackageHead) -> dict[str, object]:
    """Return the head as plain JSON values; dates ISO, the frozen instant in UTC."""
    return {
        "package_id": head.package_id,
        "wave": head.wave,
        "insurer": head.insurer.value,
        "document_type": head.document_type.value,
        "register_sha256": head.register_sha256,
        "book": head.book,
        "versions": dict(head.versions),
        "snapshot_on": head.snapshot_on.isoformat(),
        "frozen_at": instant_text(head.frozen_at),
        "counts": {
            "certificates": head.certificates,
            "letters": head.letters,
            "envelopes": head.envelopes,
            "households": head.households,
            "pages": head.pages,
        },
        "envelopes_by_branch": dict(head.envelopes_by_branch),
        "envelopes_by_size": dict(head.envelopes_by_size),
        "envelopes_by_postcode_area": dict(head.envelopes_by_postcode_area),
    }


def entry_json(entry: PackageEntry) -> dict[str, object]:
    """Return one piece as plain JSON values."""
    return {
        "piece_id": entry.piece_id,
        "branch": entry.branch,
        "envelope": entry.envelope,
        "envelopes": entry.envelopes,
        "document_type": entry.document_type.value,
        "contents": [asdict(content) for content in entry.contents],
        "sheets": entry.sheets,
        "postcode": entry.postcode,
        "sort_key": entry.sort_key,
        "matching_code": entry.matching_code,
        "letter_file": entry.letter_file,
        "letter_page": entry.letter_page,
        "certificate_file": entry.certificate_file,
        "first_page": entry.first_page,
        "pages": entry.pages,
    }


def pieces_csv_bytes(pieces: Sequence[Mapping[str, object]]) -> bytes:
    """Return the pieces of a manifest as CSV: UTF-8 with BOM, CRLF, a header row."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    writer.writerows([_cell(piece, column) for column in _COLUMNS] for piece in pieces)
    return text.getvalue().encode("utf-8-sig")


def sums_bytes(folder: Path) -> bytes:
    """Return the text of SHA256SUMS for the files that lie in a folder, by name."""
    files = sorted(path for path in folder.iterdir() if path.name != SUMS)
    return "".join(f"{file_sha256(path)}  {path.name}\n" for path in files).encode()


def file_sha256(path: Path) -> str:
    """Return the SHA-256 (hex) of a file, read in pieces."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _cell(piece: Mapping[str, object], column: str) -> object:
    if column != "serials":
        return piece[column]
    contents = piece["contents"]
    assert isinstance(contents, list)
    return " ".join(str(content["serial"]) for content in contents)
