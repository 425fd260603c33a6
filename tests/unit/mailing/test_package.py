from kenpo.mailing.batches import batches
from kenpo.mailing.matching_code import MatchingCode
from kenpo.mailing.package import Package, package_of
from support.frozen import frozen_wave

FROZEN = frozen_wave((1, 2, 6))
VERSIONS = (("forms", "f1"), ("tool", "0.1"))


def package(size: int = 2, versions: tuple[tuple[str, str], ...] = VERSIONS) -> Package:
    return package_of(FROZEN, batches(FROZEN.pieces, size), versions)


def test_every_piece_stands_in_the_package_once_in_its_order() -> None:
    assert [entry.piece_id for entry in package().entries] == [p.piece_id for p in FROZEN.pieces]
    assert [entry.sort_key for entry in package().entries] == [1, 2, 3, 4]


def test_pages_of_a_file_follow_one_another_without_gap() -> None:
    places = [
        (e.certificate_file[-7:-4], e.letter_page, e.first_page, e.pages) for e in package().entries
    ]
    assert places == [("001", 1, 1, 1), ("001", 2, 2, 2), ("002", 1, 1, 4), ("002", 2, 5, 2)]


def test_counts_are_those_of_the_frozen_wave() -> None:
    head = package().head
    assert (head.certificates, head.letters, head.envelopes, head.households) == (9, 4, 4, 3)
    assert head.pages == 9 + 4
    assert dict(head.envelopes_by_size) == {"1": 1, "2": 2, "4": 1}
    assert dict(head.envelopes_by_branch) == {"32": 4}
    assert dict(head.envelopes_by_postcode_area) == {"69": 4}


def test_the_package_id_changes_with_the_forms_and_the_piece_ids_do_not() -> None:
    other = package(versions=(("forms", "f2"), ("tool", "0.1")))
    assert other.head.package_id != package().head.package_id
    assert [e.piece_id for e in other.entries] == [e.piece_id for e in package().entries]


def test_matching_codes_name_the_piece_and_its_contents() -> None:
    entry = package().entries[-1]
    letter = MatchingCode.read(entry.matching_code)
    assert (letter.piece_id, letter.envelope) == (entry.piece_id, (2, 2))
    serials = [MatchingCode.read(content.matching_code).serial for content in entry.contents]
    assert serials == [content.serial for content in entry.contents]
