"""The undo history in the file: written with each edit in its transaction, read when it opens."""

import base64
import json
import sqlite3
import zlib
from collections.abc import Iterable
from typing import Any, cast

from motworkshop.model.change import Change, Edit, Pair
from motworkshop.model.history import Step, Steps
from motworkshop.model.records import Id, Record
from motworkshop.storage.kept import KeptStep
from motworkshop.storage.rows import Row, RowsMade, Table, all_tables, tables
from motworkshop.storage.statements import TableWork, full_row
from motworkshop.values import dataclass

MOST_STEPS = 1000
"""So many are kept from one sitting to the next; the oldest go first."""

MOST_BYTES = 32 * 1024**2
LONGEST = 64 * 1024**2
"""Bytes that one step may unpack to."""


class StepTooLongError(Exception):
    """A step that is longer than any that is read back."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """What the file holds of a step: enough to take its row out or to put another in its place."""

    step: Step
    position: int
    is_done: bool
    size: int
    row: Row


class StepsInFile:
    """What the file holds of the history, and what to write so that it holds another one."""

    def __init__(self, kept: Iterable[KeptStep] = ()) -> None:
        table = all_tables()["kept_step"]
        self._kept: dict[Id, _Kept] = {}
        self._left_out: set[Id] = set()
        for one in sorted(kept, key=lambda step: step.position):
            step = Step(one.id, Edit(one.label, unpacked(one.content)))
            row = full_row(table, one)
            self._kept[one.id] = _Kept(
                step, one.position, one.is_done, len(one.content), _light(row)
            )

    @property
    def steps(self) -> Steps:
        """The list as the file holds it."""
        kept = list(self._kept.values())
        return Steps(tuple(one.step for one in kept), sum(one.is_done for one in kept))

    def work(self, wanted: Steps, made: RowsMade) -> tuple[TableWork, "StepsInFile"]:
        """The rows to write, and what the file will hold then."""
        work, after = TableWork(all_tables()["kept_step"]), StepsInFile()
        position = max((one.position for one in self._kept.values()), default=0)
        first = max(0, len(wanted.all) - MOST_STEPS)
        for place, step in enumerate(wanted.all[first:], first):
            if step.id in self._left_out:
                after._left_out.add(step.id)
                continue
            old = self._kept.get(step.id)
            is_done = place < wanted.done
            if old and old.step is step and old.is_done == is_done:
                after._kept[step.id] = old
                continue
            position += 1
            place_in_file = old.position if old else position
            try:
                content = packed(step.edit.change, made)
            except StepTooLongError:  # without it, those before it fit nothing
                after._leave_out(work, {*after._kept, step.id})
                continue
            kept = KeptStep(step.id, place_in_file, is_done, step.edit.label, content)
            after._put(work, step, old, kept)
        after._drop_oldest(work)
        work.gone.extend(one.row for key, one in self._kept.items() if key not in after._kept)
        return work, after

    def _put(self, work: TableWork, step: Step, old: _Kept | None, kept: KeptStep) -> None:
        row, size = full_row(work.table, kept), len(kept.content)
        self._kept[step.id] = _Kept(step, kept.position, kept.is_done, size, _light(row))
        if old:
            work.changed.append((old.row, row))
        else:
            work.added.append(row)

    def _drop_oldest(self, work: TableWork) -> None:
        total = sum(one.size for one in self._kept.values())
        too_many: set[Id] = set()
        for key, one in self._kept.items():
            if total <= MOST_BYTES:
                break
            total -= one.size
            too_many.add(key)
        if too_many:
            self._leave_out(work, too_many)

    def _leave_out(self, work: TableWork, keys: set[Id]) -> None:
        """Write none of these steps, and do not pack them again with every change that follows."""
        self._left_out |= keys
        self._kept = {key: one for key, one in self._kept.items() if key not in keys}
        work.added = [row for row in work.added if row[0] not in keys]
        work.changed = [(old, row) for old, row in work.changed if row[0] not in keys]


def drop_steps(connection: sqlite3.Connection) -> None:
    """Take a history that cannot be read out of a file, inside the caller's transaction."""
    connection.execute("DELETE FROM kept_step")
    connection.execute("INSERT OR REPLACE INTO ledger VALUES ('kept_step', 0, 0)")


def packed(change: Change, made: RowsMade) -> bytes:
    """A change as compressed JSON: per record the table and the old and the new row.

    Raises:
        StepTooLongError: nobody would unpack it.
    """
    made.add(change)
    pairs = [_pair_as_rows(pair, made) for pair in change]
    text = json.dumps(pairs, ensure_ascii=True, separators=(",", ":"), default=bytes_as_text)
    if len(text) > LONGEST:
        raise StepTooLongError
    return zlib.compress(text.encode("ascii"), 1)


def unpacked(content: bytes) -> Change:
    """The change that was packed.

    Raises:
        ValueError, LookupError, TypeError, zlib.error: it is not one.
    """
    unpacker = zlib.decompressobj()
    text = unpacker.decompress(content, LONGEST)
    if unpacker.unconsumed_tail:
        raise ValueError("a step is larger than a step can be")
    pairs: list[Any] = json.loads(text, object_hook=text_as_bytes)
    return Change.between(_pair_of(*pair) for pair in pairs)


def _pair_as_rows(pair: Pair, made: RowsMade) -> tuple[str, Row | None, Row | None]:
    old, new = pair
    first = None if old is None else made.row(old)
    last = None if new is None else made.row(new)
    return tables()[type(old if old is not None else cast("Record", new))].name, first, last


def _pair_of(name: str, old: list[Any] | None, new: list[Any] | None) -> Pair:
    table = all_tables()[name]
    first, second = (_record(table, row) for row in (old, new))
    return first, second


def _record(table: Table, row: list[Any] | None) -> Record | None:
    return None if row is None else table.records([tuple(row)])[0]


def bytes_as_text(value: bytes) -> dict[str, str]:
    """Bytes inside JSON."""
    return {"base64": base64.b64encode(value).decode("ascii")}


def text_as_bytes(value: dict[str, Any]) -> Any:
    """The bytes that stand so inside JSON; anything else as it is."""
    if value.keys() != {"base64"}:
        return value
    return base64.b64decode(value["base64"], validate=True)


def _light(row: Row) -> Row:
    """Id and checksum of a row: all that a statement about it needs."""
    return (row[0], row[-1])
