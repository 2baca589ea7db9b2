"""A new workshop file: built aside, read back, synced, moved into place, nothing overwritten."""

import os
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from motworkshop.errors import WriteFailedError
from motworkshop.files import written_aside
from motworkshop.model.change import Change
from motworkshop.model.workshop import Workshop
from motworkshop.storage.errors import WorkshopExistsError
from motworkshop.storage.journal import refuse_name_with_journal
from motworkshop.storage.kept import KeptVersion
from motworkshop.storage.read import read_workshop
from motworkshop.storage.rows import REWRITE_DUE, Ledger, RowsMade, all_tables
from motworkshop.storage.statements import Statements, TableWork, full_rows, work_of
from motworkshop.storage.tables import LedgerRow
from motworkshop.storage.writing import BUILDING, engine_for, told_in_words


def create_workshop(path: Path, workshop: Workshop) -> None:
    """Write a workshop into a new file.

    Raises:
        WorkshopExistsError: something stands under that name already, be it a broken link, or a
        journal lies there that would be taken for its own.
        WriteFailedError: the folder or the disk does not let us.
    """
    if os.path.lexists(path):
        raise WorkshopExistsError(path)
    refuse_name_with_journal(path)
    try:
        with written_aside(
            path, partial(_refuse_others, path, workshop), may_replace=False
        ) as part:
            _fill(part, workshop)
    except FileExistsError:
        raise WorkshopExistsError(path) from None


def rebuild(path: Path, workshop: Workshop, versions: Sequence[KeptVersion]) -> None:
    """Write a file that nobody has open anew, with the same content but for the undo history.

    Raises:
        WriteFailedError: the folder or the disk does not let us; the file is as it was.
    """
    with written_aside(path, partial(_refuse_others, path, workshop)) as part:
        _fill(part, workshop, versions)


def _refuse_others(path: Path, workshop: Workshop, part: Path) -> None:
    if read_workshop(part) != workshop:
        raise WriteFailedError(f"“{path}” was not written: the disk returned something else.")


def _fill(part: Path, workshop: Workshop, versions: Sequence[KeptVersion] = ()) -> None:
    everything = Change({record.id: (None, record) for record in workshop.records()})
    works = work_of(everything, RowsMade())
    kept = all_tables()["kept_version"]
    works.append(TableWork(kept, added=full_rows(kept, versions)))
    ledgers = {name: Ledger() for name in all_tables()}
    ledgers |= {work.table.name: work.ledger(Ledger()) for work in works}
    with (
        told_in_words(part),
        engine_for(part, BUILDING) as engine,
        engine.connect() as connection,
        connection.begin(),
    ):
        LedgerRow.metadata.create_all(connection)
        statements = Statements(connection)
        for work in works:
            statements.write(work)
        statements.insert_ledgers(ledgers | {REWRITE_DUE: Ledger()})
