"""From an older version of the format to the present one.

Each step says what its version added, as data, so that the shape of every older version follows
from the present one; a file of each lies under `tests/files`. Reading an old file brings its rows
up to date in memory; writing one migrates it in a single transaction.
"""

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TypeAlias

from motworkshop.storage.columns import SqlValue
from motworkshop.storage.rows import REWRITE_DUE, Ledger, Row, Table, all_tables
from motworkshop.storage.schema import Schema, cells_of, statement_of
from motworkshop.storage.sniff import USER_VERSION

OldRow: TypeAlias = Mapping[str, SqlValue]
Worth: TypeAlias = Callable[[OldRow], SqlValue]


@dataclass(frozen=True)
class Step:
    """What version `to` added: tables, and columns with what older rows get in them."""

    to: int
    tables: frozenset[str] = frozenset()
    columns: Mapping[str, Mapping[str, Worth]] = field(default_factory=dict)


def _second_part(row: OldRow) -> int:
    """The minutes of a phase's second time box, in the proportions of METHOD.md."""
    parts = {"align": (1, 2), "brainstorm": (2, 3), "reveal": (1, 3)}
    part, whole = parts.get(str(row["kind"]), (0, 1))
    planned = row["planned"]
    return planned * part // whole if isinstance(planned, int) else 0


STEPS = (
    Step(
        2,
        tables=frozenset({"kept_step", "kept_version"}),
        columns={
            "phase": {"planned_second": _second_part},
            "phase_clock": {"used_second": lambda _row: 0.0, "is_second": lambda _row: 0},
        },
    ),
)


@cache
def tables_at(version: int) -> Mapping[str, Table]:
    """The tables of a version by name, each with the columns that it had."""
    later = [step for step in STEPS if step.to > version]
    unknown = frozenset[str]().union(*(step.tables for step in later))
    return {
        name: replace(table, columns=tuple(c for c in table.columns if c.name not in added))
        for name, table in all_tables().items()
        if name not in unknown
        for added in [_added(name, later)]
    }


@cache
def schema_at(version: int) -> Schema:
    """The schema of a version."""
    return Schema.of(tables_at(version))


def upgraded(name: str, rows: Iterable[Row], version: int) -> list[Row]:
    """Rows of a version, without checksum, as rows of the present one."""
    added = _added(name, [step for step in STEPS if step.to > version])
    if not added:
        return list(rows)
    before, after = tables_at(version)[name].names, all_tables()[name].names
    old_rows = (dict(zip(before, row, strict=True)) for row in rows)
    return [
        tuple(added[one](row) if one in added else row[one] for one in after) for row in old_rows
    ]


def migrate(connection: sqlite3.Connection) -> None:
    """Bring an open file to the present version, inside the caller's transaction.

    The caller has read the file before, so that every row is known to be as it was written.
    """
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    old = tables_at(version)
    for name, table in all_tables().items():
        if name not in old:
            connection.execute(statement_of(name, cells_of(table)))
            connection.execute("INSERT INTO ledger VALUES (?, 0, 0)", (name,))
        elif old[name] != table:
            _rewrite(connection, old[name], table, version)
    if "kept_step" in old and any(old[name] != all_tables()[name] for name in old):
        connection.execute("DELETE FROM kept_step")  # its rows are those of the old version
        connection.execute("INSERT OR REPLACE INTO ledger VALUES ('kept_step', 0, 0)")
    connection.execute("INSERT OR IGNORE INTO ledger VALUES (?, 0, 0)", (REWRITE_DUE,))
    connection.execute(f"PRAGMA user_version = {USER_VERSION}")


def _rewrite(connection: sqlite3.Connection, old: Table, new: Table, version: int) -> None:
    name, names = new.name, ", ".join(old.names)
    rows = upgraded(name, connection.execute(f"SELECT {names} FROM {name}"), version)
    sums = new.checksums(rows)
    connection.execute(f"DROP TABLE {name}")
    connection.execute(statement_of(name, cells_of(new)))
    marks = ", ".join("?" * (len(new.names) + 1))
    connection.executemany(
        f"INSERT INTO {name} VALUES ({marks})",
        ((*row, total) for row, total in zip(rows, sums, strict=True)),
    )
    ledger = Ledger().plus(sums)
    connection.execute(
        "UPDATE ledger SET count = ?, sum = ? WHERE name = ?", (ledger.count, ledger.sum, name)
    )


def _added(name: str, steps: Iterable[Step]) -> Mapping[str, Worth]:
    return {one: value for step in steps for one, value in step.columns.get(name, {}).items()}
