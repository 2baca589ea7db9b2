"""What storage costs beside bare sqlite3 on the same disk: ratios, because disks differ."""

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from motworkshop.model.change import Change
from motworkshop.model.records import Note, new_id
from motworkshop.model.workshop import Workshop
from motworkshop.storage.create import create_workshop
from motworkshop.storage.read import read_workshop
from motworkshop.storage.store import Store

NOTES = 10_000
ROUNDS = 100


def _file(folder: Path) -> Path:
    path = folder / "board.motw"
    notes = (
        Note(new_id(), number, f"The customer waits at desk {number}", x=number * 1.5)
        for number in range(NOTES)
    )
    create_workshop(path, Workshop([*Workshop.titled("Board").records(), *notes]))
    return path


def _milliseconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def one_edit_beside_a_bare_commit(tmp_path: Path) -> None:
    path = _file(tmp_path)
    bare = tmp_path / "bare.motw"
    bare.write_bytes(path.read_bytes())
    ours, theirs = [], []
    with Store.open(path) as store, closing(sqlite3.connect(bare, isolation_level=None)) as other:
        for pragma in ("journal_mode = DELETE", "synchronous = EXTRA", "secure_delete = ON"):
            other.execute(f"PRAGMA {pragma}")
        for number in range(ROUNDS):
            note = next(iter(store.workshop.notes.values()))
            change = Change.between([(note, replace(note, text=f"Edit {number}"))])
            ours.append(_milliseconds(partial(store.save, change)))
            theirs.append(_milliseconds(partial(_commit, other, note.id)))
    print(f"one edit: {median(ours):.2f} ms, bare commit {median(theirs):.2f} ms, ", end="")
    print(f"ratio {median(ours) / median(theirs):.2f}")


def _commit(connection: sqlite3.Connection, note: str) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE note SET number = number + 1 WHERE id = ?", (note,))
    connection.execute("UPDATE ledger SET count = count + 1 WHERE name = 'note'")
    connection.execute("COMMIT")


def reading_beside_a_bare_fetch(tmp_path: Path) -> None:
    path = _file(tmp_path)
    ours = [_milliseconds(lambda: read_workshop(path)) for _ in range(11)]
    theirs = [_milliseconds(lambda: _fetch(path)) for _ in range(11)]
    print(
        f"read {NOTES:,} notes: {median(ours):.0f} ms, bare fetch {median(theirs):.0f} ms, ",
        end="",
    )
    print(f"ratio {median(ours) / median(theirs):.2f}")


def _fetch(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("SELECT * FROM note").fetchall()


def main() -> None:
    """Print both ratios."""
    for measure in (one_edit_beside_a_bare_commit, reading_beside_a_bare_fetch):
        with TemporaryDirectory() as folder:
            measure(Path(folder))


if __name__ == "__main__":
    main()
