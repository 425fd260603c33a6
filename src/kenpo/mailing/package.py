"""What goes to the print company: a head, and one entry for each piece; no name, no address."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from kenpo.issuance.face import DocumentKind
from kenpo.mailing.batches import Batch
from kenpo.mailing.canonical import canonical_line
from kenpo.mailing.matching_code import certificate_codes, letter_code
from kenpo.mailing.model import FrozenWave, Piece
from kenpo.values.ids import PieceId, Serial, WaveId, paper_id
from kenpo.values.insurer import Insurer


@dataclass(frozen=True, slots=True)
class Content:
    """One certificate: its serial, its matching code, the SHA-256 of the values printed on it."""

    serial: Serial
    matching_code: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageEntry:
    """One envelope: what belongs in it, and on which pages of which files it stands (from 1)."""

    piece_id: PieceId
    branch: str
    envelope: int
    envelopes: int
    document_type: DocumentKind
    contents: tuple[Content, ...]
    sheets: int
    postcode: str
    sort_key: int
    matching_code: str
    letter_file: str
    letter_page: int
    certificate_file: str
    first_page: int
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageHead:
    """What the package is, from which register, rules, forms and fonts, and how much it holds."""

    package_id: str
    wave: WaveId
    insurer: Insurer
    document_type: DocumentKind
    register_sha256: str
    book: str
    versions: tuple[tuple[str, str], ...]
    snapshot_on: date
    frozen_at: datetime
    certificates: int
    letters: int
    envelopes: int
    households: int
    pages: int
    envelopes_by_branch: tuple[tuple[str, int], ...]
    envelopes_by_size: tuple[tuple[str, int], ...]
    envelopes_by_postcode_area: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Package:
    """The manifest as a value."""

    head: PackageHead
    entries: tuple[PackageEntry, ...]


def package_of(
    frozen: FrozenWave, prints: Iterable[Batch], versions: tuple[tuple[str, str], ...]
) -> Package:
    """Describe the package of a frozen wave printed in batches.

    The package id changes with forms, fonts and tool (``versions``); the piece ids do not.
    """
    entries = tuple(_entries(prints))
    return Package(_head(frozen, entries, versions), entries)


def _entries(prints: Iterable[Batch]) -> Iterator[PackageEntry]:
    sort_key = 0
    for batch in prints:
        page = 1
        for letter_page, piece in enumerate(batch.pieces, 1):
            sort_key += 1
            yield _entry(batch, piece, (sort_key, letter_page, page))
            page += len(piece.certificates)


def _entry(batch: Batch, piece: Piece, places: tuple[int, int, int]) -> PackageEntry:
    sort_key, letter_page, first_page = places
    return PackageEntry(
        piece_id=piece.piece_id,
        branch=str(piece.branch),
        envelope=piece.envelope,
        envelopes=piece.envelopes,
        document_type=DocumentKind.CERTIFICATE,
        contents=_contents(piece),
        sheets=1 + len(piece.certificates),
        postcode=piece.letter.postcode,
        sort_key=sort_key,
        matching_code=letter_code(piece).text,
        letter_file=batch.letter_file,
        letter_page=letter_page,
        certificate_file=batch.certificate_file,
        first_page=first_page,
        pages=len(piece.certificates),
    )


def _contents(piece: Piece) -> tuple[Content, ...]:
    return tuple(
        Content(face.serial, code.text, hashlib.sha256(canonical_line(face).encode()).hexdigest())
        for face, code in zip(piece.certificates, certificate_codes(piece), strict=True)
    )


def _head(
    frozen: FrozenWave, entries: tuple[PackageEntry, ...], versions: tuple[tuple[str, str], ...]
) -> PackageHead:
    wave = frozen.wave
    names = (f"{name}={value}" for name, value in versions)
    return PackageHead(
        package_id=paper_id("package", wave.wave_id, frozen.sha256, *names, length=16),
        wave=wave.wave_id,
        insurer=wave.insurer,
        document_type=DocumentKind.CERTIFICATE,
        register_sha256=frozen.sha256,
        book=frozen.book,
        versions=versions,
        snapshot_on=wave.snapshot_on,
        frozen_at=frozen.frozen_at,
        certificates=sum(len(entry.contents) for entry in entries),
        letters=sum(1 for entry in entries if entry.letter_page),
        envelopes=len(entries),
        households=sum(1 for entry in entries if entry.envelope == 1),
        pages=sum(entry.sheets for entry in entries),
        envelopes_by_branch=_counted(entry.branch for entry in entries),
        envelopes_by_size=_counted(str(entry.pages) for entry in entries),
        envelopes_by_postcode_area=_counted(entry.postcode[:2] for entry in entries),
    )


def _counted(values: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(values).items()))
