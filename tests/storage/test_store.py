import sqlite3
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from motworkshop.errors import WriteFailedError
from motworkshop.model.change import Change
from motworkshop.model.records import About, Control, Note, Picture, Record, Stage, new_id
from motworkshop.model.workshop import StaleChangeError, Workshop
from motworkshop.storage.check import check_file
from motworkshop.storage.errors import (
    DamagedFileError,
    FileLockedError,
    FileMissingError,
    FileMovedError,
    NotAWorkshopError,
    StaleFileError,
    WorkshopExistsError,
)
from motworkshop.storage.read import read_workshop
from motworkshop.storage.rows import tables
from motworkshop.storage.store import Store
from motworkshop.storage.writing import DURABLE, engine_for

Entries = Callable[[Path], set[str]]


def adding(*records: Record) -> Change:
    return Change.between((None, record) for record in records)


def retitled(workshop: Workshop, title: str) -> Change:
    return Change.between([(workshop.about, replace(workshop.about, title=title))])


def note(number: int = 1, text: str = "Check-in") -> Note:
    return Note(new_id(), number, text)


def test_a_new_file_holds_what_was_given_and_nothing_lies_beside_it(
    tmp_path: Path, rich: Workshop, entries: Entries
) -> None:
    with Store.create(tmp_path / "new.motw", rich) as store:
        assert store.workshop == rich
    assert read_workshop(tmp_path / "new.motw") == rich
    assert entries(tmp_path) == {"new.motw"}


def test_what_exists_is_never_overwritten(tmp_path: Path, entries: Entries) -> None:
    (tmp_path / "mine.motw").write_text("my thesis")
    (tmp_path / "dangling.motw").symlink_to(tmp_path / "nowhere")
    for name in ("mine.motw", "dangling.motw"):
        with pytest.raises(WorkshopExistsError, match="exists already"):
            Store.create(tmp_path / name, Workshop.titled("New"))
    assert (tmp_path / "mine.motw").read_text() == "my thesis"
    assert entries(tmp_path) == {"mine.motw", "dangling.motw"}


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(WriteFailedError, match="no folder"):
        Store.create(tmp_path / "gone" / "new.motw", Workshop.titled("New"))


def test_opening_a_missing_or_foreign_file_leaves_no_lock_behind(
    tmp_path: Path, entries: Entries
) -> None:
    (tmp_path / "text.motw").write_text("not a database")
    with pytest.raises(FileMissingError):
        Store.open(tmp_path / "gone.motw")
    with pytest.raises(NotAWorkshopError):
        Store.open(tmp_path / "text.motw")
    assert entries(tmp_path) == {"text.motw"}


def test_changes_are_in_the_file_when_save_returns(small_file: Path) -> None:
    with Store.open(small_file) as store:
        one, other = note(1), note(2)
        store.save(adding(one, other, Stage("s", "Board")))
        assert read_workshop(small_file) == store.workshop
        store.save(Change.between([(one, replace(one, text="Boarding", x=2.5)), (other, None)]))
        store.save(retitled(store.workshop, "New title"))
        assert read_workshop(small_file) == store.workshop
        assert [n.text for n in read_workshop(small_file).notes.values()] == ["Boarding"]
    assert check_file(small_file) == []


def test_every_kind_is_added_changed_and_taken_away(small_file: Path, rich: Workshop) -> None:
    change = adding(*(one for one in rich.records() if not isinstance(one, About)))
    with Store.open(small_file) as store:
        before = store.workshop
        store.save(change)
        assert read_workshop(small_file) == store.workshop != before
        store.save(change.inverted())
        assert read_workshop(small_file) == before
    assert check_file(small_file) == []


@pytest.mark.parametrize("field", ["text", "details", "category", "control", "x", "is_locked"])
def test_of_many_rows_one_may_hold_what_the_others_leave_empty(
    small_file: Path, field: str
) -> None:
    """What is empty in all of many rows stands in the statement; nothing else may."""
    values = {"text": "It's '", "details": "';", "category": "c", "control": Control.NONE}
    odd: dict[str, Any] = {field: values.get(field, True if field == "is_locked" else -1.5)}
    notes = [Note(new_id(), number, "A") for number in range(2, 402)]
    for place in (0, 200, 399):
        several = [*notes]
        several[place] = replace(notes[place], **odd)
        with Store.open(small_file) as store:
            before = store.workshop
            store.save(adding(*several))
            assert read_workshop(small_file) == store.workshop
            store.save(adding(*several).inverted())
            assert read_workshop(small_file) == before
    assert check_file(small_file) == []


def test_every_kind_can_be_changed_in_place(rich_file: Path, rich: Workshop) -> None:
    pairs: list[tuple[Record, Record]] = []
    for kind in tables():
        one, *others = rich.of(kind).values()
        if others:
            pairs.append((one, replace(others[0], id=one.id)))
    with Store.open(rich_file) as store:
        store.save(Change.between(pairs))
        after = store.workshop
    assert len(pairs) == len(tables()) - 1
    assert read_workshop(rich_file) == after


def test_an_empty_change_writes_nothing(small_file: Path) -> None:
    with Store.open(small_file) as store:
        before = small_file.stat().st_mtime_ns
        store.save(Change())
        assert small_file.stat().st_mtime_ns == before


def test_a_change_from_another_state_is_refused_whole(small_file: Path) -> None:
    stranger = note()
    with Store.open(small_file) as store:
        with pytest.raises(StaleChangeError):
            store.save(Change.between([(None, note(2)), (stranger, replace(stranger, text="x"))]))
        assert read_workshop(small_file) == store.workshop == Workshop([store.workshop.about])


def test_a_file_that_another_program_wrote_to_is_refused(small_file: Path) -> None:
    with Store.open(small_file) as store:
        store.save(adding(note()))
        other = sqlite3.connect(small_file)
        other.execute("UPDATE about SET place = 'elsewhere'")
        other.commit()
        other.close()
        for change in (adding(note(2)), retitled(store.workshop, "x")):
            with pytest.raises(StaleFileError, match="changed by another program"):
                store.save(change)
    other = sqlite3.connect(small_file)
    assert other.execute("SELECT place FROM about").fetchall() == [("elsewhere",)]
    assert other.execute("SELECT count(*) FROM note").fetchall() == [(1,)]
    other.close()


@pytest.mark.parametrize(
    "meddling",
    [
        "DELETE FROM note",
        "UPDATE note SET text = 'theirs', checksum = 1",
        "UPDATE ledger SET count = 7 WHERE name = 'note'",
    ],
)
@pytest.mark.parametrize("is_deleting", [True, False])
def test_a_row_is_only_replaced_when_it_is_the_one_we_know(
    small_file: Path, monkeypatch: pytest.MonkeyPatch, meddling: str, is_deleting: bool
) -> None:
    """Even where `data_version` does not tell."""
    monkeypatch.setattr("motworkshop.storage.store.Store._data_version", lambda _store: 1)
    known = note()
    with Store.open(small_file) as store:
        store.save(adding(known))
        with sqlite3.connect(small_file) as other:
            other.execute(meddling)
        other.close()
        before = small_file.read_bytes()
        with pytest.raises(StaleFileError):
            store.save(Change.between([(known, None if is_deleting else replace(known, number=2))]))
        assert small_file.read_bytes() == before


@pytest.mark.parametrize("how", ["deleted", "renamed", "replaced"])
def test_a_file_that_moved_away_is_not_written(tmp_path: Path, small_file: Path, how: str) -> None:
    with Store.open(small_file) as store:
        store.save(adding(note()))
        if how == "deleted":
            small_file.unlink()
        else:
            small_file.rename(tmp_path / "elsewhere.motw")
        if how == "replaced":
            small_file.write_bytes(b"somebody else's")
        for number in range(2, 5):
            with pytest.raises(FileMovedError, match="moved, deleted or replaced"):
                store.save(adding(note(number)))
        assert len(store.workshop.notes) == 1
    if how == "replaced":
        assert small_file.read_bytes() == b"somebody else's"
    if how != "deleted":
        assert len(read_workshop(tmp_path / "elsewhere.motw").notes) == 1


def test_the_writer_waits_for_a_short_reader(small_file: Path) -> None:
    reader = sqlite3.connect(small_file, isolation_level=None, check_same_thread=False)
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM about").fetchall()
    with Store.open(small_file) as store:
        letting_go = threading.Timer(0.3, reader.close)
        started = time.monotonic()
        letting_go.start()
        store.save(adding(note()))
        assert time.monotonic() - started > 0.2
        letting_go.join()
        assert read_workshop(small_file) == store.workshop


def test_a_reader_that_stays_makes_the_save_fail_and_the_store_goes_on(
    small_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("motworkshop.storage.writing.BUSY_SECONDS", 0.05)
    with Store.open(small_file) as store:
        for statement in ("SELECT * FROM about", "UPDATE about SET place = 'x'"):
            other = sqlite3.connect(small_file, isolation_level=None)
            other.execute("BEGIN")
            other.execute(statement).fetchall()
            with pytest.raises(FileLockedError, match="held by another program"):
                store.save(adding(note()))
            other.close()
            assert store.workshop.notes == {}
        store.save(adding(note()))
        assert read_workshop(small_file) == store.workshop


def test_a_value_too_large_to_be_read_again_is_not_written(small_file: Path) -> None:
    with Store.open(small_file) as store:
        with pytest.raises(WriteFailedError, match="too large"):
            store.save(adding(note(1, "x" * (65 * 1024**2))))
        store.save(adding(note()))
    assert check_file(small_file) == []


def test_more_rows_than_can_be_read_again_are_not_written(
    small_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("motworkshop.storage.contents.MOST_ROWS", 2)
    with Store.open(small_file) as store:
        with pytest.raises(WriteFailedError, match="more than 2 rows"):
            store.save(adding(note(1), note(2), note(3)))
        store.save(adding(note(1), note(2)))


def test_a_damaged_file_is_not_opened_for_writing(small_file: Path, entries: Entries) -> None:
    data = bytearray(small_file.read_bytes())
    data[data.index(b"Small")] ^= 1
    small_file.write_bytes(data)
    with pytest.raises(DamagedFileError):
        Store.open(small_file)
    assert small_file.read_bytes() == data
    assert entries(small_file.parent) == {"small.motw"}


def test_the_file_is_written_as_safety_asks(small_file: Path) -> None:
    expected = {
        "journal_mode": "delete",
        "synchronous": 3,
        "secure_delete": 1,
        "locking_mode": "normal",
        "fullfsync": 1,
        "trusted_schema": 0,
    }
    with engine_for(small_file, DURABLE) as engine, engine.connect() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in expected
        }
    assert found == expected


def test_closing_twice_does_no_harm(small_file: Path, entries: Entries) -> None:
    store = Store.open(small_file)
    assert entries(small_file.parent) == {"small.motw", ".small.motw.lock", ".small.motw.lock.json"}
    store.close()
    store.close()
    assert entries(small_file.parent) == {"small.motw"}


def test_many_pictures_are_written_too(small_file: Path) -> None:
    pictures = [Picture(new_id(), "image/png", bytes([number]) * 9, 3, 3) for number in range(120)]
    with Store.open(small_file) as store:
        store.save(adding(*pictures))
        assert read_workshop(small_file) == store.workshop
    assert check_file(small_file) == []
