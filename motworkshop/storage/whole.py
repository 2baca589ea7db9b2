"""All that a file holds, read at once: the workshop, the ledgers, the undo history."""

import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, cast

from motworkshop.errors import WorkshopError
from motworkshop.model.workshop import Workshop
from motworkshop.storage.contents import ContentError, ledgers_of, load, read_table, version_of
from motworkshop.storage.kept import KeptStep
from motworkshop.storage.kept_steps import StepsInFile
from motworkshop.storage.read import read_with
from motworkshop.storage.rows import Ledger, all_tables


class Whole(NamedTuple):
    """What a file holds; `version` is that of its format."""

    workshop: Workshop
    ledgers: dict[str, Ledger]
    steps: StepsInFile
    version: int


def whole(connection: sqlite3.Connection) -> Whole:
    """What stands behind a connection.

    Raises:
        ContentError: it is not as it was written.
    """
    version, ledgers = version_of(connection), ledgers_of(connection)
    workshop = load(connection)
    rows, problem = read_table(connection, all_tables()["kept_step"], ledgers, version)
    if problem:
        raise ContentError(problem)
    return Whole(workshop, ledgers, StepsInFile(cast("list[KeptStep]", rows)), version)


def holds(path: Path, workshop: Workshop, ledgers: Mapping[str, Ledger]) -> bool:
    """Whether a file that nobody here has open holds exactly this, row by row."""
    if Path(f"{path}-journal").exists():
        return False  # reading it would write to it
    try:
        found = read_with(path, whole)
    except WorkshopError:
        return False
    return found.ledgers == ledgers and found.workshop == workshop
