"""Reads the matching code of a page back from its modules and compares it with the piece."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from kenpo.documents.forms import Form, Picture
from kenpo.documents.preflight.qr_symbol import Bits, UnreadableSymbolError, read_symbol
from kenpo.documents.preflight.seen import PlacedImage, ReadPage
from kenpo.mailing.matching_code import MatchingCode
from kenpo.values.errors import InvalidValueError

_TOLERANCE = 0.06
_BLACK_AND_WHITE = b"\x00\xff"


def read_code(layout: Form, page: ReadPage) -> MatchingCode | str | None:
    """Return the code of a page, None where the form has none, or what is wrong with it."""
    picture = layout.pictures.get("matching_code")
    if len(page.images) != (picture is not None):
        return f"画像が{len(page.images)}個あります"
    if picture is None:
        return None
    image = page.images[0]
    if not _in_place(image, picture):
        return "管理用二次元コードの場所か大きさが様式と違います"
    try:
        return MatchingCode.read(read_symbol(_modules(image)))
    except (UnreadableSymbolError, InvalidValueError) as error:
        return f"管理用二次元コードが読めません（{error}）"


def code_differences(read: MatchingCode, expected: MatchingCode) -> Iterator[str]:
    """Yield in what the code read differs from the one the piece asks for."""
    if read.document is not expected.document:
        yield f"書類の種類が違います（{read.document.label_ja}）"
    if read.piece_id != expected.piece_id:
        yield f"別の封筒{read.piece_id}のものです"
    if read.serial != expected.serial:
        yield f"証番号が{read.serial or '空白'}です"
    if (read.envelope, read.content) != (expected.envelope, expected.content):
        yield f"通数・枚数が{read.envelope}・{read.content}です"


def _in_place(image: PlacedImage, picture: Picture) -> bool:
    found = (image.x, image.y, image.width, image.height)
    asked = (picture.x, picture.y, picture.width, picture.height)
    return all(abs(a - b) <= _TOLERANCE for a, b in zip(found, asked, strict=True))


def _modules(image: PlacedImage) -> Bits:
    """Return the modules of an 8-bit grey image, 1 dark; any grey between is refused."""
    stream = image.image
    levels = stream.read_bytes()
    plain = int(stream.BitsPerComponent) == 8 and not {"/Decode", "/SMask", "/Mask"} & set(stream)
    shape = (int(stream.Height), int(stream.Width))
    if not plain or len(levels) != shape[0] * shape[1] or levels.strip(_BLACK_AND_WHITE):
        raise UnreadableSymbolError("the image is no plain grey image of modules")
    return np.asarray(np.frombuffer(levels, np.uint8) == 0, np.uint8).reshape(shape)
