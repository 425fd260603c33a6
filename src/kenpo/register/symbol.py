"""記号 of 協会けんぽ, derived from 事業所整理記号."""

from __future__ import annotations

from kenpo.register.establishment import OfficeKey

# The 46 kana in the order of the 50 sounds, then the marks and small kana a symbol may hold.
_KANA = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝﾞﾟｰｧｨｩｪｫｬｭｮｯ"
_PLACES = {kana: f"{place:02d}" for place, kana in enumerate(_KANA, start=1)}
_LENGTH = 6


def symbol_of(office: OfficeKey) -> str:
    """Return the symbol that stands on the documents: county code and office symbol, 8 digits.

    Each kana becomes the two digits of its place in the 50 sounds, filled up with zeros on the
    right (01-ｹｲﾄ is 01090220); digits and letters are filled up on the left, so that no two
    offices of a branch share a symbol. Four kana give 10 digits. 原文になし・要確認: S4 L121 shows
    only that the symbol has 8 digits.
    """
    if office.office_symbol[0] in _PLACES:
        digits = "".join(_PLACES[kana] for kana in office.office_symbol)
        return f"{office.county}{digits.ljust(_LENGTH, '0')}"
    return f"{office.county}{office.office_symbol.rjust(_LENGTH, '0')}"
