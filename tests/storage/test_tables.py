import pytest
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateTable
from sqlmodel import SQLModel

from motworkshop.model.records import KINDS, Promise
from motworkshop.storage.contents import ddl_of_all, squeezed
from motworkshop.storage.rows import Table, tables
from motworkshop.storage.tables import LedgerRow, RecordRow

METADATA = RecordRow.metadata


def test_there_is_one_table_for_each_kind_and_the_ledger() -> None:
    assert set(METADATA.tables) == {table.name for table in tables().values()} | {"ledger"}
    assert {cls.__name__ for cls in RecordRow.__subclasses__()} == {
        f"{kind.__name__}Row" for kind in KINDS
    }


@pytest.mark.parametrize("table", tables().values(), ids=lambda table: table.name)
def test_every_field_has_a_column_of_its_name_type_and_nullability(table: Table) -> None:
    columns = METADATA.tables[table.name].columns
    assert [(one.name, str(one.type), one.nullable) for one in columns] == [
        *((one.name, one.sql_type, one.is_nullable) for one in table.columns),
        ("checksum", "INTEGER", False),
    ]
    assert [one.name for one in columns if one.primary_key] == ["id"]


def test_readers_expect_exactly_what_sqlmodel_creates() -> None:
    created = {
        squeezed(str(CreateTable(table).compile(dialect=sqlite.dialect())))
        for table in METADATA.tables.values()
    }
    assert created == set(map(squeezed, ddl_of_all()))


def test_every_table_is_strict_and_keeps_no_order_of_insertion() -> None:
    for ddl in ddl_of_all():
        assert ddl.endswith("WITHOUT ROWID, STRICT")


def test_the_tables_are_apart_from_the_global_metadata() -> None:
    assert set(METADATA.tables).isdisjoint(SQLModel.metadata.tables)
    assert LedgerRow.metadata is METADATA


def test_a_checksum_is_the_same_for_ever() -> None:
    """Written down, because files of version 1 must stay readable."""
    row = ("id", "We care – 😀 \x85 '\"", 3)
    assert tables()[Promise].checksums([row]) == [8689728721951577804]
