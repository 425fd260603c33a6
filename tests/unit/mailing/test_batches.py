import pytest

from kenpo.mailing.batches import batches
from kenpo.values.branch import Branch
from support.frozen import pieces_of
from support.members import insured

PIECES = pieces_of(
    [
        insured(n, branch=Branch(code))
        for code, count in ((13, 5), (32, 2))
        for n in range(1, count + 1)
    ]
)


@pytest.mark.parametrize(
    ("size", "sizes"),
    [
        (2, [("13", 1, 2), ("13", 2, 2), ("13", 3, 1), ("32", 1, 2)]),
        (9, [("13", 1, 5), ("32", 1, 2)]),
    ],
)
def test_a_batch_holds_pieces_of_one_branch_only(
    size: int, sizes: list[tuple[str, int, int]]
) -> None:
    found = list(batches(PIECES, size))
    assert [(str(batch.branch), batch.number, len(batch.pieces)) for batch in found] == sizes
    assert [piece for batch in found for piece in batch.pieces] == list(PIECES)


def test_file_names_say_wave_branch_document_and_batch() -> None:
    first = next(batches(PIECES, 2))
    assert first.certificate_file == "bulk-2025-07-13-certificate-001.pdf"
    assert first.letter_file == "bulk-2025-07-13-cover_letter-001.pdf"


def test_no_two_files_of_a_wave_share_a_name() -> None:
    names = [
        name for batch in batches(PIECES, 2) for name in (batch.certificate_file, batch.letter_file)
    ]
    assert len(set(names)) == len(names)
