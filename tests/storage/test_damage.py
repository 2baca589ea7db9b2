"""Bits flipped, sectors zeroed, ends cut off: the same content or a refusal, never something else."""

import random
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from motworkshop.errors import WorkshopError
from motworkshop.model.workshop import Workshop
from motworkshop.storage.check import check_file
from motworkshop.storage.errors import FileTooNewError, NotAWorkshopError
from motworkshop.storage.read import read_workshop


def _damaged(whole: bytes, choose: random.Random) -> Iterator[bytes]:
    for offset in [*range(0, 100, 4), *(choose.randrange(len(whole)) for _ in range(75))]:
        broken = bytearray(whole)
        broken[offset] ^= 1 << choose.randrange(8)
        yield bytes(broken)
    for _ in range(25):
        sector = choose.randrange(len(whole) // 512) * 512
        yield whole[:sector] + bytes(512) + whole[sector + 512 :]
    for _ in range(15):
        yield whole[: choose.randrange(len(whole))]
    for _ in range(10):
        one, other = (choose.randrange(len(whole) // 4096) * 4096 for _ in range(2))
        broken = bytearray(whole)
        broken[one : one + 4096], broken[other : other + 4096] = (
            whole[other : other + 4096],
            whole[one : one + 4096],
        )
        yield bytes(broken)


def test_damage_is_never_shown_as_content(rich_file: Path, rich: Workshop) -> None:
    whole = rich_file.read_bytes()
    refused = 0
    for broken in _damaged(whole, random.Random(1986)):
        rich_file.write_bytes(broken)
        try:
            assert read_workshop(rich_file) == rich
        except WorkshopError:
            refused += 1
        assert rich_file.read_bytes() == broken
        with suppress(NotAWorkshopError, FileTooNewError):
            check_file(rich_file)
    assert refused > 75


def test_without_the_checksums_damage_would_pass(
    rich_file: Path, rich: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: the test above can fail."""
    monkeypatch.setattr("motworkshop.storage.contents.ne", lambda _one, _other: False)
    whole = rich_file.read_bytes()
    place = whole.index(b"DROP TABLE note")
    rich_file.write_bytes(whole[:place] + b"dROP" + whole[place + 4 :])
    assert read_workshop(rich_file) != rich
