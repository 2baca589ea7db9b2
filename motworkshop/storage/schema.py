"""Is the schema of a file exactly one that we write? An allow-list by structure.

Compared by what SQLite itself says of each table, so that spacing and quotes do not matter. Checks,
collations and conflict clauses show in no pragma; so the words of a statement are held against the
few that ours need. Thus no trigger, view, default, check or generated column of a stranger runs.
"""

import re
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from motworkshop.storage.rows import Table

Cell: TypeAlias = tuple[str, str, int, object, int, int]
"""Name, type, is not null, default, place in the primary key, is hidden."""

LEDGER: tuple[Cell, ...] = (
    ("name", "TEXT", 1, None, 1, 0),
    ("count", "INTEGER", 1, None, 0, 0),
    ("sum", "INTEGER", 1, None, 0, 0),
)
WORDS = frozenset(
    [
        "create",
        "table",
        "not",
        "null",
        "primary",
        "key",
        "without",
        "rowid",
        "strict",
        "(",
        ")",
        ",",
    ]
)
MOST_PARTS = 1000
TOKEN = re.compile(r'"([^"]*)"|(\w+)|(\S)')


@dataclass(frozen=True)
class Schema:
    """The tables of one version of the format and their columns, in order."""

    columns: Mapping[str, tuple[Cell, ...]]

    @classmethod
    def of(cls, tables: Mapping[str, Table]) -> "Schema":
        """The schema that holds these tables."""
        return cls({"ledger": LEDGER} | {name: cells_of(one) for name, one in tables.items()})

    def statements(self) -> Iterator[str]:
        """The statement that creates each table."""
        for name, cells in self.columns.items():
            yield statement_of(name, cells)


def cells_of(table: Table) -> tuple[Cell, ...]:
    """The columns of a table with its checksum."""
    own: list[Cell] = [
        (one.name, one.sql_type, int(not one.is_nullable), None, int(one.name == "id"), 0)
        for one in table.columns
    ]
    return (*own, ("checksum", "INTEGER", 1, None, 0, 0))


def statement_of(name: str, cells: tuple[Cell, ...]) -> str:
    """CREATE TABLE for these columns."""
    columns = ", ".join(
        f"{one} {kind}{' NOT NULL' if is_needed else ''}"
        for one, kind, is_needed, _default, _key, _hidden in cells
    )
    return f"CREATE TABLE {name} ({columns}, PRIMARY KEY ({cells[0][0]})) WITHOUT ROWID, STRICT"


def problems(connection: sqlite3.Connection, schema: Schema) -> Iterator[str]:
    """What differs, each in words that go after "it is damaged:"."""
    found = connection.execute(
        f"SELECT type, name, sql FROM sqlite_schema LIMIT {MOST_PARTS}"
    ).fetchall()
    yield from _strangers(found, schema)
    present = [name for kind, name, _sql in found if kind == "table"]
    for name in schema.columns.keys() - set(present):
        yield f"a table is missing ({name})"
    if len(present) != len(set(present)):
        yield "a table is there twice"
    for name in schema.columns.keys() & set(present):
        yield from differences(connection, name, schema.columns[name])


def _strangers(found: list[tuple[str, str, str | None]], schema: Schema) -> Iterator[str]:
    for kind, name, sql in found:
        if kind != "table" or name not in schema.columns:
            yield f"it holds a {kind} “{name}” that does not belong there"
        elif not has_only_our_words(sql or "", schema.columns[name]):
            yield f"its table “{name}” has rules that do not belong there"


def has_only_our_words(sql: str, cells: tuple[Cell, ...]) -> bool:
    """Whether a statement says nothing but names, types and keys."""
    names = {cell[0] for cell in cells} | {cell[1].lower() for cell in cells}
    tokens = [quoted or word or sign for quoted, word, sign in TOKEN.findall(sql)]
    return all(token.lower() in WORDS | names for token in tokens[3:]) and (
        [token.lower() for token in tokens[:2]] == ["create", "table"]
    )


def differences(
    connection: sqlite3.Connection, name: str, cells: tuple[Cell, ...]
) -> Iterator[str]:
    """In what a table that is there is not ours."""
    columns = connection.execute(f'PRAGMA table_xinfo("{name}")').fetchall()
    if tuple(tuple(column[1:]) for column in columns) != cells:
        yield f"the columns of its table “{name}” are not ours"
    indexes = connection.execute(f'PRAGMA index_list("{name}")').fetchall()
    if [(is_unique, origin, partial) for _n, _i, is_unique, origin, partial in indexes] != [
        (1, "pk", 0)
    ]:
        yield f"its table “{name}” has an index that is not ours"
    kinds = connection.execute(f'PRAGMA table_list("{name}")').fetchall()
    if [tuple(kind[-2:]) for kind in kinds if kind[0] == "main"] != [(1, 1)]:
        yield f"its table “{name}” is not kept as ours are"
