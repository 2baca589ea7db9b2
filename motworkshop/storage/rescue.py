"""What can still be read of a damaged file: every row whose checksum says that it is as written.

SQLite gives up at the first broken page, and what hangs from a broken branch is out of its reach.
So the pages are looked through one by one; neither schema nor SQL of the file is trusted.
"""

import sqlite3
import time
from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from motworkshop.model.limits import UNTYPEABLE, LimitError, check_record
from motworkshop.model.mending import counted_kind, mended
from motworkshop.model.records import Record
from motworkshop.model.workshop import Workshop
from motworkshop.storage.columns import SqlValue
from motworkshop.storage.errors import DamagedFileError
from motworkshop.storage.journal import journal_of
from motworkshop.storage.migrations import tables_at, upgraded
from motworkshop.storage.pages import Pages
from motworkshop.storage.read import DAMAGE, copy_with_journal, workshop_alone
from motworkshop.storage.reading import uri
from motworkshop.storage.rows import Ledger, Row, Table, tables
from motworkshop.storage.sniff import USER_VERSION, sniff

SECONDS = 4.0
"""After so long what was found so far is given."""


BESIDE = {"kept_step": "step of the undo history", "kept_version": "named version"}
"""What a file keeps beside the workshop; a rescue leaves it."""


@dataclass(frozen=True)
class Rescued:
    """What could be read, and in words what could not."""

    workshop: Workshop
    lost: tuple[str, ...]


def rescue(path: Path) -> Rescued:
    """What can still be read of a damaged workshop file, which stays as it is.

    Raises:
        FileMissingError, FileUnreadableError, NotAWorkshopError, FileTooNewError: as for reading.
        DamagedFileError: nothing of it can be read.
    """
    real = sniff(path)
    content = _content(real)
    finds = _Finds(int.from_bytes(content[60:64], "big"))
    until = time.monotonic() + SECONDS
    for row in Pages.of(content).rows():
        finds.take(row)
        if time.monotonic() > until:
            finds.lost.append("it was so large that not all of it was looked through")
            break
    records = finds.records()
    if not records:
        raise DamagedFileError(real, "nothing of it can be read")
    title = UNTYPEABLE.sub("\ufffd", f"{real.stem} (rescued)")
    workshop, loosened = mended(records, title)
    return Rescued(workshop, (*finds.lost, *loosened))


class _Finds:
    """The sound rows that were found, by table."""

    def __init__(self, version: int) -> None:
        self._version = version if 1 <= version <= USER_VERSION else USER_VERSION
        known = {table.name for table in tables().values()}
        old = [one for name, one in tables_at(self._version).items() if name in known]
        self._by_width: dict[int, list[Table]] = {}
        for table in old:
            self._by_width.setdefault(len(table.names) + 1, []).append(table)
        self._rows: dict[str, dict[SqlValue, Row]] = {table.name: {} for table in old}
        self._ledgers: dict[str, Ledger] = {}
        self._beside: dict[str, int] = {}
        self._cleaned = 0
        self.lost: list[str] = []

    def take(self, row: Row) -> None:
        """Keep a row when it is one of ours and as it was written."""
        for table in self._by_width.get(len(row), ()):
            with suppress(*DAMAGE):
                values = _as_read(table, row[:-1])
                if table.checksums([values]) == [row[-1]]:
                    self._rows[table.name][values[0]] = values
                    return
        if len(row) == 3 and isinstance(row[1], int) and isinstance(row[2], int):
            name, count, total = str(row[0]), row[1], row[2]
            if name in self._rows:
                self._ledgers[name] = Ledger(count, total)
            elif name in BESIDE and count > 0:
                self._beside[name] = count

    def records(self) -> list[Record]:
        """The records of all rows; what is missing is told in `lost`."""
        found: list[Record] = []
        for table in tables().values():
            rows = self._rows.get(table.name, {})
            self._tell_missing(table, rows)
            for row in upgraded(table.name, rows.values(), self._version):
                try:
                    found.append(self._record(table, row))
                except DAMAGE:
                    self.lost.append(f"{counted_kind(1, table.name)} makes no sense")
                except LimitError:
                    words = "holds more than there can be, and is left out"
                    self.lost.append(f"{counted_kind(1, table.name)} {words}")
        self._tell_beside()
        return found

    def _record(self, table: Table, row: Row) -> Record:
        """The record of a row, without what no text can have."""
        clean = tuple(UNTYPEABLE.sub("\ufffd", one) if isinstance(one, str) else one for one in row)
        self._cleaned += clean != row
        (record,) = table.records([clean])
        check_record(record)
        return record

    def _tell_beside(self) -> None:
        if self._cleaned:
            words = "what no text can have stands as \ufffd now"
            self.lost.append(f"in {counted_kind(self._cleaned, 'record')} {words}")
        for name, count in sorted(self._beside.items()):
            self.lost.append(f"{counted_kind(count, BESIDE[name])} not taken over")

    def _tell_missing(self, table: Table, rows: Mapping[SqlValue, Row]) -> None:
        ledger = self._ledgers.get(table.name)
        if ledger is None:
            if rows:
                found = counted_kind(len(rows), table.name)
                self.lost.append(f"{found} found; it is not known how many there were")
        elif Ledger().plus(table.checksums(rows.values())) != ledger:
            missing = max(0, ledger.count - len(rows))
            words = f"{missing} of {counted_kind(ledger.count, table.name)} cannot be read"
            spoils = table.name in ("ballot", "count", "turnout")
            self.lost.append(f"{words}: results of votes are not complete" if spoils else words)


def _as_read(table: Table, row: Row) -> Row:
    """A row as SQLite would give it: it keeps 3.0 in a column of numbers as 3."""
    return tuple(
        float(value) if column.sql_type == "REAL" and isinstance(value, int) else value
        for column, value in zip(table.columns, row, strict=True)
    )


def _content(real: Path) -> bytes:
    """The bytes of a file; what a killed writer left half done is taken back in a copy."""
    if not journal_of(real).exists() or workshop_alone(real) is not None:
        return real.read_bytes()
    with TemporaryDirectory(prefix="motworkshop-") as folder:
        copy = copy_with_journal(real, Path(folder))
        with suppress(sqlite3.Error), closing(sqlite3.connect(uri(copy, "rw"), uri=True)) as opened:
            opened.execute("SELECT 1 FROM sqlite_schema").fetchone()
        return copy.read_bytes()
