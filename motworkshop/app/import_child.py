"""The child process of an import: reads the table, says what would come of it, works out the edit.

It stays as long as the preview is open, because reading the file again at each choice would cost
more. No window there, and no workshop file is opened.
"""

from collections.abc import Sequence
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

from motworkshop.app.handing import taken
from motworkshop.errors import WorkshopError
from motworkshop.imports.encoding import Candidate, EncodingUnknownError
from motworkshop.imports.intake import LIKELY_SHEETS, Intake, Kind, Options, intake_of
from motworkshop.imports.sheet import Row, Sheet
from motworkshop.imports.source import list_sheets, read_sheet
from motworkshop.imports.table import SAMPLED, ColumnUse, table_of, used_sheet
from motworkshop.imports.verdict import Verdict, verdict_of
from motworkshop.model.workshop import Workshop
from motworkshop.values import dataclass

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Read:
    """Read the table: which sheet of a workbook, in which encoding; None for the usual one."""

    sheet: str | None = None
    encoding: str | None = None


@dataclass(frozen=True)
class Order:
    """What to make of the table. `stage` is where rows go that name none, "" for the parking lot.

    With `is_final` the edit itself is the answer, else what would come of it in words.
    """

    kind: Kind
    use: ColumnUse
    options: Options
    stage: str = ""
    is_final: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The beginning of the table, how many rows it has, and the sheets that could be read."""

    rows: Rows
    count: int
    sheets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unread:
    """Why the table cannot be read, and the encodings under which it perhaps can."""

    why: str
    candidates: tuple[Candidate, ...] = ()


def serve_import(source: Path | Rows, handed: Connection, line: Connection) -> None:
    """Answer (number, `Read` or `Order`) with (number, answer) until the other end goes away.

    Of several orders that wait only the last is answered.
    """
    desk = _Desk(source, Workshop(taken(handed)))
    while True:
        try:
            number, asked = line.recv()
            while isinstance(asked, Order) and line.poll():
                number, asked = line.recv()
            line.send((number, desk.answer(asked)))
        except (EOFError, OSError):
            return


class _Desk:
    """What the child keeps between two questions."""

    def __init__(self, source: Path | Rows, workshop: Workshop) -> None:
        self._source = source
        self._workshop = workshop
        self._sheet = Sheet((), ())

    def answer(self, asked: Read | Order) -> "Table | Unread | Verdict | Intake":
        """What the window is told."""
        return self._read(asked) if isinstance(asked, Read) else self._made(asked)

    def _read(self, asked: Read) -> Table | Unread:
        try:
            if isinstance(self._source, Path):
                sheets = tuple(list_sheets(self._source))
                likely = [name for names in LIKELY_SHEETS.values() for name in names]
                self._sheet = read_sheet(
                    self._source, encoding=asked.encoding, sheet=asked.sheet, likely=likely
                )
            else:
                sheets = ()
                self._sheet = table_of(self._source)
        except EncodingUnknownError as fault:
            return Unread(str(fault), fault.candidates)
        except WorkshopError as fault:
            return Unread(str(fault))
        first = [self._sheet.headers, *(row.cells for row in self._sheet.rows[:SAMPLED])]
        return Table(tuple(first), len(self._sheet.rows), sheets)

    def _made(self, order: Order) -> Verdict | Intake:
        try:
            intake = self._intake(order)
        except WorkshopError as fault:
            return Verdict(trouble=str(fault))
        return intake if order.is_final else verdict_of(intake, self._workshop)

    def _intake(self, order: Order) -> Intake:
        sheet, mapping = used_sheet(self._sheet, order.use)
        if order.stage and order.kind is Kind.TOUCHPOINTS:
            sheet, mapping = _with_stage(sheet, dict(mapping), order.stage)
        options = replace(order.options, mapping=mapping)
        return intake_of(sheet, order.kind, self._workshop, options)


def _with_stage(sheet: Sheet, mapping: dict[str, str], stage: str) -> tuple[Sheet, dict[str, str]]:
    """Let rows that name no stage name this one."""
    named = next((name for name, field in mapping.items() if field == "stage"), None)
    if named is None:
        mapping["Stage of all rows"] = "stage"
        rows = tuple(Row(row.number, (*row.cells, stage)) for row in sheet.rows)
        return Sheet((*sheet.headers, "Stage of all rows"), rows, sheet.numbered_by), mapping
    at = sheet.headers.index(named)
    filled = tuple(_filled(row, at, stage) for row in sheet.rows)
    return Sheet(sheet.headers, filled, sheet.numbered_by), mapping


def _filled(row: Row, at: int, stage: str) -> Row:
    if row.cells[at].strip():
        return row
    return Row(row.number, (*row.cells[:at], stage, *row.cells[at + 1 :]))


def rows_of(rows: Sequence[Sequence[str]]) -> Rows:
    """Rows as they are handed over."""
    return tuple(tuple(row) for row in rows)
