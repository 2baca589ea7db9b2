"""A whole workshop packed into one value, for versions that people name inside the file."""

import json
import sqlite3
import zlib
from collections.abc import Mapping
from typing import Any

from motworkshop.errors import RefusedError
from motworkshop.model.records import Id, Record
from motworkshop.model.workshop import Workshop
from motworkshop.storage.contents import ContentError, record_problems
from motworkshop.storage.kept import KeptVersion
from motworkshop.storage.kept_steps import bytes_as_text, text_as_bytes
from motworkshop.storage.migrations import tables_at, upgraded
from motworkshop.storage.rows import Row, tables
from motworkshop.storage.sniff import USER_VERSION

LONGEST = 512 * 1024**2
"""Bytes that a version may unpack to."""


def packed_workshop(workshop: Workshop) -> bytes:
    """A workshop as compressed JSON: the version of the format, and the rows of each table. Rows
    are in the order of their random ids, so that nothing tells in which order they came."""
    rows = {
        table.name: sorted(table.rows(list(workshop.of(kind).values())))
        for kind, table in tables().items()
    }
    content = {"format": USER_VERSION, "tables": rows}
    text = json.dumps(content, ensure_ascii=True, separators=(",", ":"), default=bytes_as_text)
    return zlib.compress(text.encode("ascii"), 6)


def unpacked_workshop(content: bytes) -> Workshop:
    """The workshop that was packed, brought up to date if an older program packed it.

    Raises:
        ContentError: it is not as it was packed.
    """
    unpacker = zlib.decompressobj()
    text = unpacker.decompress(content, LONGEST)
    if unpacker.unconsumed_tail:
        raise ContentError("a version in it is larger than a workshop can be")
    found: dict[str, Any] = json.loads(text, object_hook=text_as_bytes)
    records = _records(found["format"], found["tables"])
    for problem in record_problems(records):
        raise ContentError(problem)
    return Workshop(records)


def versions_in(connection: sqlite3.Connection) -> list[KeptVersion]:
    """The versions of a file, oldest first, without their content."""
    found = connection.execute("SELECT id, name, made, notes FROM kept_version")
    versions = [KeptVersion(key, name, made, notes, b"") for key, name, made, notes in found]
    return sorted(versions, key=lambda version: (version.made, version.name))


def version_in(connection: sqlite3.Connection, key: Id) -> KeptVersion:
    """One version of a file, with its content.

    Raises:
        RefusedError: it is not there.
    """
    found = connection.execute(
        "SELECT id, name, made, notes, content FROM kept_version WHERE id = ?", (key,)
    )
    row = found.fetchone()
    if row is None:
        raise RefusedError("That version is not in the file any more.")
    return KeptVersion(*row)


def _records(version: int, rows: Mapping[str, list[list[Any]]]) -> list[Record]:
    if not 1 <= version <= USER_VERSION:
        raise ContentError(f"a version in it claims the impossible format {version}")
    records: list[Record] = []
    for table in tables().values():
        if table.name in tables_at(version):
            old: list[Row] = [tuple(row) for row in rows[table.name]]
            tables_at(version)[table.name].refuse_beyond_limits(old)
            records.extend(table.records(upgraded(table.name, old, version)))
    return records
