"""What the bytes of a workshop file tell about who gave which dots."""

import sqlite3
from base64 import b64encode
from collections.abc import Iterable, Iterator
from pathlib import Path

from motworkshop.model.records import Ballot, Participant, Turnout
from motworkshop.model.workshop import Workshop


def spellings(words: str) -> Iterator[bytes]:
    """Words as they may stand in a file: plain, in wide letters, as hexadecimal, as base 64."""
    plain = words.encode()
    yield plain
    yield from (words.encode("utf-16-le"), words.encode("utf-16-be"))
    yield from disguised(plain)


def disguised(plain: bytes) -> Iterator[bytes]:
    """Hexadecimal, and base 64 at each of the three places where it may begin."""
    yield plain.hex().encode()
    yield plain.hex().upper().encode()
    for shift in range(3):
        whole = (shift + len(plain)) // 3 * 3
        coded = b64encode(b"\0" * shift + plain[: whole - shift])
        yield coded[4 if shift else 0 :]


def pages(path: Path) -> list[bytes]:
    """The pages of the file; each belongs to one table, what is left of older rows included."""
    content = path.read_bytes()
    size = int.from_bytes(content[16:18]) if content[16:18] != b"\0\1" else 65536
    return [content[at : at + size] for at in range(0, len(content), size)]


def pages_with(path: Path, words: Iterable[str]) -> list[bytes]:
    wanted = [spelling for one in words for spelling in spellings(one)]
    return [page for page in pages(path) if any(one in page for one in wanted)]


def names_beside_dots(path: Path, workshop: Workshop) -> list[str]:
    """What stands on a page with a ballot and tells who handed over."""
    beside = pages_with(path, (ballot.id for ballot in workshop.of(Ballot).values()))
    assert beside, "the ballots are nowhere in the file, so nothing was looked at"
    people = [word for one in workshop.of(Participant).values() for word in (one.id, one.name)]
    telling = [*people, *(seen.id for seen in workshop.of(Turnout).values())]
    return [
        word
        for page in beside
        for word in telling
        if any(spelling in page for spelling in spellings(word))
    ]


def disguised_names(path: Path, workshop: Workshop) -> list[str]:
    """Names that stand anywhere in the file in a spelling for machines."""
    content = path.read_bytes()
    names = [one.name for one in workshop.of(Participant).values()]
    return [name for name in names if any(one in content for one in disguised(name.encode()))]


def lie_as_written_at_once(path: Path, ids: Iterable[str], folder: Path) -> bool:
    """Whether the pages with these rows are, byte for byte, what they would be if all rows had
    come at one moment: nothing tells which was there first."""
    twin = folder / "twin.db"
    twin.unlink(missing_ok=True)
    connection = sqlite3.connect(path)
    try:
        connection.execute("VACUUM INTO ?", (str(twin),))
    finally:
        connection.close()
    wanted = list(ids)
    return sorted(pages_with(path, wanted)) == sorted(pages_with(twin, wanted))


def ballot_rows(path: Path) -> list[tuple[str, str, str, str, str]]:
    """The rows of ballots as they lie in the file: id, round, dots, voter, side."""
    connection = sqlite3.connect(path)
    try:
        return connection.execute("SELECT id, round, dots, voter, side FROM ballot").fetchall()
    finally:
        connection.close()
