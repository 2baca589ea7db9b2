"""What can be read of a damaged file is exactly a part of what was in it."""

import random
import shutil
import sqlite3
import subprocess
import time
from pathlib import Path

import pytest

from motworkshop.errors import WorkshopError
from motworkshop.imports.sample import sample_workshop
from motworkshop.model.mending import mended
from motworkshop.model.records import About, Ballot, MomentOfTruth, Note, Record, Stage
from motworkshop.model.workshop import Workshop
from motworkshop.storage.create import create_workshop
from motworkshop.storage.errors import DamagedFileError
from motworkshop.storage.read import read_workshop
from motworkshop.storage.rescue import Rescued, rescue
from tests.storage.hostile import write_hostile

PAGE = 4096


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.motw"
    create_workshop(path, sample_workshop())
    return path


@pytest.fixture
def path(sample: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(sample, tmp_path))


def _page_of(path: Path, table: str) -> int:
    connection = sqlite3.connect(path)
    (page,) = connection.execute(
        "SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)
    ).fetchone()
    connection.close()
    return int(page)


def _overwrite(path: Path, page: int, content: bytes = bytes(PAGE)) -> None:
    whole = bytearray(path.read_bytes())
    whole[(page - 1) * PAGE : page * PAGE] = content
    path.write_bytes(whole)


def _texts(workshop: Workshop) -> set[tuple[int, str]]:
    return {(note.number, note.text) for note in workshop.notes.values()}


def test_of_a_sound_file_everything_is_rescued(path: Path) -> None:
    found = rescue(path)
    assert found.workshop == read_workshop(path)
    assert found.lost == ()


def test_when_the_stages_are_lost_their_notes_lie_in_the_parking_lot(path: Path) -> None:
    before = read_workshop(path)
    _overwrite(path, _page_of(path, "stage"))
    damaged = path.read_bytes()
    with pytest.raises(DamagedFileError):
        read_workshop(path)
    found = rescue(path)
    assert _texts(found.workshop) == _texts(before)
    assert not found.workshop.of(Stage)
    assert {note.stage for note in found.workshop.notes.values()} == {None}
    assert any("7 of 7 stages" in words for words in found.lost)
    assert any("notes pointed to a stage that is lost" in words for words in found.lost)
    assert path.read_bytes() == damaged


def test_one_broken_page_of_a_large_table_costs_only_its_rows(tmp_path: Path) -> None:
    path = tmp_path / "large.motw"
    notes = [Note(f"{n * 7919:032x}"[::-1], n, f"Touchpoint {n}") for n in range(1, 2001)]
    create_workshop(path, Workshop([About("about", "Large", last_number=2000), *notes]))
    before = read_workshop(path)
    _overwrite(path, path.read_bytes().index(b"Touchpoint 1000") // PAGE + 1)
    found = rescue(path)
    lost = _texts(before) - _texts(found.workshop)
    assert _texts(found.workshop) < _texts(before)
    assert 0 < len(lost) < 60
    assert any(f"{len(lost)} of 2,000 notes" in words for words in found.lost)


def test_a_row_that_is_not_as_it_was_written_is_left_out(path: Path) -> None:
    whole = path.read_bytes()
    text = next(note.text for note in read_workshop(path).notes.values() if len(note.text) > 20)
    path.write_bytes(whole.replace(text.encode(), text.swapcase().encode()))
    found = rescue(path)
    assert text.swapcase() not in {note.text for note in found.workshop.notes.values()}
    assert any("of 61 notes" in words for words in found.lost)


def test_lost_ballots_are_said_to_spoil_the_results(path: Path) -> None:
    _overwrite(path, _page_of(path, "ballot"))
    found = rescue(path)
    assert len(found.workshop.of(Ballot)) < 26
    assert any("results of votes are not complete" in words for words in found.lost)


def test_without_a_title_the_file_gives_one(path: Path) -> None:
    _overwrite(path, _page_of(path, "about"))
    found = rescue(path)
    assert found.workshop.about.title == "sample (rescued)"
    assert found.workshop.about.last_number == max(
        note.number for note in found.workshop.notes.values()
    )


def test_a_broken_branch_does_not_cost_what_hangs_from_it(tmp_path: Path) -> None:
    path = tmp_path / "large.motw"
    notes = [Note(f"{n * 7919:032x}"[::-1], n, f"Touchpoint {n}") for n in range(1, 2001)]
    create_workshop(path, Workshop([About("about", "Large", last_number=2000), *notes]))
    _overwrite(path, _page_of(path, "note"))
    assert 1900 < len(rescue(path).workshop.notes) < 2000


def test_without_the_first_page_the_rows_are_found_all_the_same(path: Path) -> None:
    before = read_workshop(path)
    header = path.read_bytes()[:100]
    _overwrite(path, 1, header + bytes(PAGE - 100))
    assert rescue(path) == Rescued(before, ())


def test_what_a_killed_writer_left_half_done_is_taken_back_first(path: Path) -> None:
    before = read_workshop(path)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("PRAGMA cache_spill = 1")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE evidence SET text = text || hex(randomblob(2000))")
    torn = path.with_name("torn.motw")
    for ending in ("", "-journal"):
        content = subprocess.run(["cat", f"{path}{ending}"], check=True, capture_output=True)
        Path(f"{torn}{ending}").write_bytes(content.stdout)
    connection.rollback()
    connection.close()
    assert torn.read_bytes() != path.read_bytes()
    assert rescue(torn) == Rescued(before, ())


def test_when_nothing_can_be_read_it_says_so(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + bytes(len(whole) - 100))
    with pytest.raises(DamagedFileError, match="nothing of it can be read"):
        rescue(path)


def _damaged(whole: bytes, chance: random.Random) -> bytes:
    broken = bytearray(whole)
    kind = chance.randrange(4)
    if kind == 0:
        for _ in range(chance.randrange(1, 20)):
            broken[chance.randrange(100, len(whole))] ^= 1 << chance.randrange(8)
    elif kind == 1:
        for _ in range(chance.randrange(1, 6)):
            sector = chance.randrange(len(whole) // 512) * 512
            broken[max(sector, 100) : sector + 512] = bytes(sector + 512 - max(sector, 100))
    elif kind == 2:
        del broken[chance.randrange(100, len(whole)) :]
    else:
        one, other = (chance.randrange(1, len(whole) // PAGE) * PAGE for _ in range(2))
        broken[one : one + PAGE] = whole[other : other + PAGE]
    return bytes(broken)


def test_whatever_the_damage_what_is_rescued_was_in_the_file(path: Path) -> None:
    before = read_workshop(path)
    whole = path.read_bytes()
    chance = random.Random(1986)
    rescued = 0
    for _ in range(60):
        path.write_bytes(_damaged(whole, chance))
        started = time.process_time()
        try:
            found = rescue(path)
        except WorkshopError:
            continue
        finally:
            assert time.process_time() - started < 5
        rescued += 1
        assert _texts(found.workshop) <= _texts(before)
        assert set(found.workshop.of(Ballot).values()) <= set(before.of(Ballot).values())
        if found.workshop != before:
            assert found.lost
    assert rescued > 55


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("a NUL in a text", "in 3 records what no text can have stands as \ufffd now"),
        (
            "a text longer than a note may be",
            "1 note holds more than there can be, and is left out",
        ),
        ("a step that is a program", "1 step of the undo history not taken over"),
    ],
)
def test_what_a_forger_wrote_is_cleaned_or_left_out_and_told(
    tmp_path: Path, name: str, words: str
) -> None:
    """What is rescued must be fit to be written again."""
    path = tmp_path / "hostile.motw"
    write_hostile(path, name)
    found = rescue(path)
    assert words in found.lost
    create_workshop(tmp_path / "new.motw", found.workshop)
    assert read_workshop(tmp_path / "new.motw") == found.workshop
    if "NUL" in name:
        assert {note.text for note in found.workshop.notes.values()} == {"before\ufffdafter"}


def test_what_belongs_to_something_lost_goes_and_is_told() -> None:
    whole = sample_workshop()
    gone = next(iter(whole.of(MomentOfTruth).values())).note
    rest: list[Record] = [one for one in whole.records() if one.id != gone]
    workshop, told = mended(rest, "x")
    assert gone not in {moment.note for moment in workshop.of(MomentOfTruth).values()}
    assert "1 moment of truth belonged to something that is lost" in told
    assert mended(workshop.records(), "x") == (workshop, [])
