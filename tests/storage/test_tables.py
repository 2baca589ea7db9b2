import sqlite3

import pytest
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateTable
from sqlmodel import SQLModel

from motworkshop.model.records import KINDS, Promise
from motworkshop.storage.kept import KEPT
from motworkshop.storage.migrations import schema_at
from motworkshop.storage.rows import Table, all_tables, tables
from motworkshop.storage.schema import problems
from motworkshop.storage.sniff import USER_VERSION
from motworkshop.storage.tables import LedgerRow, RecordRow

METADATA = RecordRow.metadata


def test_there_is_one_table_for_each_kind_and_the_ledger() -> None:
    assert set(METADATA.tables) == {*all_tables(), "ledger"}
    assert {cls.__name__ for cls in RecordRow.__subclasses__()} == {
        f"{kind.__name__}Row" for kind in (*KINDS, *KEPT)
    }


@pytest.mark.parametrize("table", all_tables().values(), ids=lambda table: table.name)
def test_every_field_has_a_column_of_its_name_type_and_nullability(table: Table) -> None:
    columns = METADATA.tables[table.name].columns
    assert [(one.name, str(one.type), one.nullable) for one in columns] == [
        *((one.name, one.sql_type, one.is_nullable) for one in table.columns),
        ("checksum", "INTEGER", False),
    ]
    assert [one.name for one in columns if one.primary_key] == ["id"]


def test_readers_expect_exactly_what_sqlmodel_creates() -> None:
    connection = sqlite3.connect(":memory:")
    for table in METADATA.sorted_tables:
        connection.execute(str(CreateTable(table).compile(dialect=sqlite.dialect())))
    assert list(problems(connection, schema_at(USER_VERSION))) == []


def test_a_migrated_file_gets_the_same_tables_as_a_new_one() -> None:
    ours, sqlmodels = sqlite3.connect(":memory:"), sqlite3.connect(":memory:")
    for ddl in schema_at(USER_VERSION).statements():
        ours.execute(ddl)
    for table in METADATA.sorted_tables:
        sqlmodels.execute(str(CreateTable(table).compile(dialect=sqlite.dialect())))
    assert _shapes(ours) == _shapes(sqlmodels)


def _shapes(connection: sqlite3.Connection) -> dict[str, list[object]]:
    names = connection.execute("SELECT name FROM sqlite_schema").fetchall()
    return {
        name: [
            connection.execute(f"PRAGMA {pragma}({name})").fetchall()
            for pragma in ("table_xinfo", "index_list")
        ]
        for (name,) in names
    }


def test_every_table_is_strict_and_keeps_no_order_of_insertion() -> None:
    for ddl in schema_at(USER_VERSION).statements():
        assert ddl.endswith("WITHOUT ROWID, STRICT")


def test_the_tables_are_apart_from_the_global_metadata() -> None:
    assert set(METADATA.tables).isdisjoint(SQLModel.metadata.tables)
    assert LedgerRow.metadata is METADATA


def test_a_checksum_is_the_same_for_ever() -> None:
    """Written down, because files of version 1 must stay readable."""
    row = ("id", "We care – 😀 \x85 '\"", 3)
    assert tables()[Promise].checksums([row]) == [8689728721951577804]
