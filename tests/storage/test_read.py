import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from motworkshop.errors import UnreadableInputError, WorkshopError
from motworkshop.model.records import About, Note, Record
from motworkshop.model.workshop import Workshop
from motworkshop.storage.check import check_file
from motworkshop.storage.create import create_workshop
from motworkshop.storage.errors import (
    DamagedFileError,
    FileLockedError,
    FileMissingError,
    FileTooNewError,
    FileUnreadableError,
    NotAWorkshopError,
)
from motworkshop.storage.read import read_workshop

Entries = Callable[[Path], set[str]]


def test_every_kind_with_awkward_values_comes_back(rich: Workshop, rich_file: Path) -> None:
    assert read_workshop(rich_file) == rich
    assert check_file(rich_file) == []


def test_reading_leaves_nothing_beside_the_file(rich_file: Path, entries: Entries) -> None:
    before = sha256(rich_file.read_bytes()).hexdigest()
    read_workshop(rich_file)
    check_file(rich_file)
    assert entries(rich_file.parent) == {"rich.motw"}
    assert sha256(rich_file.read_bytes()).hexdigest() == before


def test_reading_brings_no_sqlmodel() -> None:
    code = (
        "import sys, motworkshop.storage.read, motworkshop.storage.check\n"
        "assert not {'sqlmodel', 'sqlalchemy', 'pydantic', 'filelock'} & set(sys.modules)\n"
        "import motworkshop.storage.store\n"
        "assert 'sqlmodel' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_names_that_mean_something_in_a_uri_are_only_names(tmp_path: Path) -> None:
    for name in ("50 % off?mode=rwc#x.motw", "naïve 😀.motw", "a&b=c;d'.motw"):
        create_workshop(tmp_path / name, Workshop.titled(name))
        assert read_workshop(tmp_path / name).about.title == name
    assert len(list(tmp_path.iterdir())) == 3


def test_a_link_is_followed(tmp_path: Path, small_file: Path) -> None:
    (tmp_path / "link.motw").symlink_to(small_file)
    assert read_workshop(tmp_path / "link.motw").about.title == "Small"


def _patched(path: Path, offset: int, content: bytes) -> Path:
    data = bytearray(path.read_bytes())
    data[offset : offset + len(content)] = content
    path.write_bytes(data)
    return path


def test_a_newer_file_says_so_and_stays_as_it_is(small_file: Path, entries: Entries) -> None:
    _patched(small_file, 60, (999).to_bytes(4, "big"))
    before = small_file.read_bytes()
    for look in (read_workshop, check_file):
        with pytest.raises(FileTooNewError, match="newer version"):
            look(small_file)
    assert small_file.read_bytes() == before
    assert entries(small_file.parent) == {"small.motw"}


def _foreign(folder: Path, kind: str) -> Path:
    path = folder / "what.motw"
    match kind:
        case "empty":
            path.touch()
        case "picture":
            path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500))
        case "text":
            path.write_text("SQLite format 3, or so it says")
        case "other database":
            with sqlite3.connect(path) as connection:
                connection.execute("CREATE TABLE note (id)")
            connection.close()
        case "folder":
            path.mkdir()
        case "pipe":
            os.mkfifo(path)
        case "device":
            path.symlink_to("/dev/zero")
        case "loop":
            path.symlink_to(path)
    return path


@pytest.mark.parametrize(
    "kind", ["empty", "picture", "text", "other database", "folder", "pipe", "device", "loop"]
)
def test_what_is_no_workshop_is_refused_at_once_and_untouched(
    tmp_path: Path, kind: str, entries: Entries
) -> None:
    path = _foreign(tmp_path, kind)
    before = path.read_bytes() if path.is_file() else None
    started = time.process_time()
    for look in (read_workshop, check_file):
        with pytest.raises(
            NotAWorkshopError, match=r"is not a workshop: .* Choose a \.motw file\."
        ):
            look(path)
    assert time.process_time() - started < 1
    assert (path.read_bytes() if path.is_file() else None) == before
    assert entries(tmp_path) == {"what.motw"}


def test_a_missing_file_is_not_created(tmp_path: Path) -> None:
    for look in (read_workshop, check_file):
        with pytest.raises(FileMissingError, match="There is no file"):
            look(tmp_path / "gone.motw")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_we_may_not_read_says_so(small_file: Path) -> None:
    def refuse(*_arguments: object) -> int:
        raise PermissionError(13, "Permission denied")

    with pytest.MonkeyPatch.context() as patch:  # root may read everything
        patch.setattr(os, "open", refuse)
        with pytest.raises(FileUnreadableError, match="permission") as raised:
            read_workshop(small_file)
    assert isinstance(raised.value, UnreadableInputError)


def test_a_writer_that_stays_too_long_is_named_as_a_lock(
    small_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("motworkshop.storage.reading.BUSY_SECONDS", 0.05)
    other = sqlite3.connect(small_file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(FileLockedError, match="Try again"):
        read_workshop(small_file)
    other.close()


def _strange(connection: sqlite3.Connection, what: str) -> None:
    connection.execute("PRAGMA writable_schema = ON")
    statements = {
        "trigger": "CREATE TRIGGER t AFTER UPDATE ON note BEGIN DELETE FROM note; END",
        "view": "CREATE VIEW v AS SELECT * FROM note",
        "index": "CREATE INDEX i ON note (text)",
        "table": "CREATE TABLE other (id)",
        "virtual table": "CREATE VIRTUAL TABLE f USING fts5(text)",
        "column": "ALTER TABLE note ADD COLUMN extra TEXT",
        "generated column": "ALTER TABLE note ADD COLUMN extra TEXT AS (hex(zeroblob(9)))",
        "lost table": "DROP TABLE lane",
        "statistics": "ANALYZE",
        "check": "UPDATE sqlite_schema SET sql = replace(sql, 'PRIMARY KEY', "
        "'CHECK (length(id) < 99), PRIMARY KEY') WHERE name = 'note'",
    }
    connection.execute(statements[what])
    connection.commit()


@pytest.mark.parametrize(
    "what",
    [
        "trigger",
        "view",
        "index",
        "table",
        "virtual table",
        "column",
        "generated column",
        "lost table",
        "statistics",
        "check",
    ],
)
def test_a_schema_that_we_did_not_write_is_refused(small_file: Path, what: str) -> None:
    connection = sqlite3.connect(small_file)
    _strange(connection, what)
    connection.close()
    with pytest.raises(DamagedFileError):
        read_workshop(small_file)
    assert check_file(small_file)


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE note SET text = 'forged' WHERE text = ''", "not as they were written"),
        ("DELETE FROM note WHERE text = ''", "not all there"),
        ("UPDATE ledger SET sum = sum / 2 WHERE name = 'note'", "not all there"),
        ("DELETE FROM ledger WHERE name = 'note'", "not all there"),
        ("INSERT INTO lane SELECT * FROM stage", "of kind lane are not as they were written"),
        ("DELETE FROM about", "not all there"),
    ],
)
def test_content_that_we_did_not_write_is_refused(
    rich_file: Path, statement: str, said: str
) -> None:
    with sqlite3.connect(rich_file) as connection:
        assert connection.execute(statement).rowcount
    connection.close()
    with pytest.raises(DamagedFileError, match=said):
        read_workshop(rich_file)
    assert any(said in problem for problem in check_file(rich_file))


def test_check_tells_everything_that_is_wrong(rich_file: Path) -> None:
    with sqlite3.connect(rich_file) as connection:
        connection.execute("UPDATE note SET number = number / 2 + 1")
        connection.execute("DELETE FROM stage")
    connection.close()
    problems = check_file(rich_file)
    assert len(problems) == 2
    assert "note" in problems[1]
    assert "stage" in problems[0]


def test_a_file_without_a_title_or_with_the_same_id_twice_is_refused(tmp_path: Path) -> None:
    title = About("a", "Title")
    wrong: list[list[Record]] = [[], [title, About("b", "Other")], [title, Note("a", 1, "Text")]]
    for records in wrong:
        path = tmp_path / "new.motw"
        with pytest.raises(WorkshopError, match=r"title record|same id"):
            create_workshop(path, Workshop(records))
        assert not path.exists()
