"""Documents made to do harm: what SQLite would run or swallow by itself, and content with forged but
valid checksums and ledgers, as somebody who knows the format could write it."""

import sqlite3
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from motworkshop.model.edits.notes import Draft, add_note
from motworkshop.model.records import About, new_id
from motworkshop.model.workshop import Workshop
from motworkshop.storage.create import create_workshop
from motworkshop.storage.rows import Ledger, all_tables

Spoil = Callable[[sqlite3.Connection], object]


def hostile_documents() -> dict[str, Spoil]:
    """By name, what is done to a sound document with three notes."""
    return {
        "a trigger": _runs("CREATE TRIGGER t AFTER UPDATE ON ledger BEGIN DELETE FROM note; END"),
        "a view": _runs("CREATE VIEW more AS SELECT * FROM note, note AS b, note AS c"),
        "a view in place of a table": _runs("ALTER TABLE lane RENAME TO lanes",
                                            "CREATE VIEW lane AS SELECT * FROM lanes"),
        "a generated column": _rewritten("note", "checksum INTEGER NOT NULL",
            "checksum INTEGER NOT NULL, g TEXT AS (hex(zeroblob(400000000)))"),
        "a check": _rewritten("note", "checksum INTEGER NOT NULL",
                              "checksum INTEGER NOT NULL CHECK (length(zeroblob(900000000)) > 0)"),
        "a default": _rewritten("note", "checksum INTEGER NOT NULL",
                                "checksum INTEGER NOT NULL DEFAULT (random())"),
        "a table that is not strict": _rewritten("note", ", STRICT", ""),
        "a virtual table": _runs("CREATE VIRTUAL TABLE words USING fts5(a)"),
        "an index over an expression": _runs("CREATE INDEX i ON note (hex(text || text))"),
        "poisoned statistics": _runs("ANALYZE", "DELETE FROM sqlite_stat1",
            "INSERT INTO sqlite_stat1 VALUES ('note', 'note', '1e999 x y')"),
        "a text of 100 MB": _runs("UPDATE note SET text = hex(zeroblob(50000000))"),
        "three million rows": _three_million_rows,
        "a text in a number": _forged("note", "x", "many", strict=False),
        "an infinite place": _forged("note", "x", 9e999),
        "a place beyond the board": _forged("note", "x", 1e300),
        "a text longer than a note may be": _forged("note", "text", "a" * 10_000_000),
        "bytes that are no text": _runs("UPDATE note SET text = CAST(x'ff80fe' AS TEXT)"),
        "a NUL in a text": _forged("note", "text", "before\0after"),
        "a NUL in a list": _forged("about", "prompts", '["before\\u0000after"]'),
        "half a character": _runs("UPDATE note SET text = CAST(x'eda080' AS TEXT)"),
        "half a character in a list": _forged("about", "prompts", '["\\ud800"]'),
        "a list that is nested for ever": _forged("about", "prompts", "[" * 200_000),
        "an enumeration with a stranger in it": _forged("note", "control", "everybody"),
        "a second title page": _second_title,
        "a ledger that counts backwards": _runs("UPDATE ledger SET count = -1, sum = -1"),
        "a step called by a NUL": _step(b"", "Add\0note"),
        "a step that unpacks to a gigabyte": _endless_step,
        "a step that is a program": _step(b"cos\nsystem\n(S'id'\ntR."),
        "a step that ends in the middle": _step(zlib.compress(b'[["note",null,["a"')[:9]),
    }  # fmt: skip


def write_hostile(path: Path, name: str) -> None:
    """Write one of them under a free name."""
    workshop = Workshop.titled("Hostile")
    for number in range(3):
        workshop = workshop.applied(add_note(workshop, Draft(f"Touchpoint {number}")).change)
    create_workshop(path, workshop)
    with _opened(path) as connection:
        hostile_documents()[name](connection)


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA synchronous = OFF")
        yield connection
    finally:
        connection.close()


def _runs(*statements: str) -> Spoil:
    def spoil(connection: sqlite3.Connection) -> None:
        for statement in statements:
            connection.execute(statement)

    return spoil


def _rewritten(table: str, words: str, others: str) -> Spoil:
    """The statement that made a table with other words in it; all rows stay where they lie."""

    def spoil(connection: sqlite3.Connection) -> None:
        (sql,) = connection.execute(
            "SELECT sql FROM sqlite_schema WHERE name = ?", (table,)
        ).fetchone()
        found = next(form for form in _forms(words) if form in sql)
        connection.execute("PRAGMA writable_schema = ON")
        changed = sql.replace(found, others)
        connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (changed, table))
        connection.execute("PRAGMA schema_version = 999")

    return spoil


def _forms(words: str) -> tuple[str, ...]:
    return (
        words,
        words.replace(", STRICT", ",\n STRICT"),
        words.replace(", STRICT", ", \n STRICT"),
    )


def _forged(table: str, column: str, value: object, *, strict: bool = True) -> Spoil:
    """A value in every row of a column, with checksums and ledger as if it had been written so."""

    def spoil(connection: sqlite3.Connection) -> None:
        if not strict:
            _rewritten(table, ", STRICT", "")(connection)
            connection.execute("PRAGMA writable_schema = RESET")
        connection.execute(f"UPDATE {table} SET {column} = ?", (value,))
        forge(connection, table)

    return spoil


def forge(connection: sqlite3.Connection, name: str) -> None:
    """Make checksums and ledger of a table fit what is in it."""
    table = all_tables()[name]
    rows = connection.execute(f"SELECT {', '.join(table.names)} FROM {name}").fetchall()
    sums = table.checksums(rows)
    connection.executemany(
        f"UPDATE {name} SET checksum = ? WHERE id = ?",
        [(total, row[0]) for row, total in zip(rows, sums, strict=True)],
    )
    ledger = Ledger().plus(sums)
    connection.execute(
        "UPDATE ledger SET count = ?, sum = ? WHERE name = ?", (ledger.count, ledger.sum, name)
    )


def _second_title(connection: sqlite3.Connection) -> None:
    row = all_tables()["about"].row(About(new_id(), "Another"))
    marks = ", ".join("?" * (len(row) + 1))
    connection.execute(f"INSERT INTO about VALUES ({marks})", (*row, 0))
    forge(connection, "about")


def _three_million_rows(connection: sqlite3.Connection) -> None:
    connection.execute(
        "WITH RECURSIVE n(i) AS (SELECT 10000000 UNION ALL SELECT i + 1 FROM n LIMIT 3000000) "
        f"INSERT INTO promise SELECT {_values_of('promise')}, 0 FROM n"
    )


def _values_of(table: str) -> str:
    kinds = {"TEXT": "'' || i", "INTEGER": "0", "REAL": "0.0", "BLOB": "x''"}
    return ", ".join(kinds[column.sql_type] for column in all_tables()[table].columns)


def _endless_step(connection: sqlite3.Connection) -> None:
    packer = zlib.compressobj(9)
    content = b"".join(packer.compress(bytes(2**20)) for _ in range(1024)) + packer.flush()
    _step(content)(connection)


def is_about_steps(name: str) -> bool:
    """Whether it is the undo history alone that is spoiled: the board needs none."""
    return name.startswith("a step")


def _step(content: bytes, label: str = "Add note") -> Spoil:
    """A step of the undo history with this content."""

    def spoil(connection: sqlite3.Connection) -> None:
        connection.execute(
            "INSERT INTO kept_step (id, position, is_done, label, content, checksum) "
            "VALUES (?, 1, 1, ?, ?, 0)",
            (new_id(), label, content),
        )
        forge(connection, "kept_step")

    return spoil
