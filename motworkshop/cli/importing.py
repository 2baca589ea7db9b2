"""The command `import`: read, work out, and apply all of it or nothing."""

import json
from collections.abc import Callable
from pathlib import Path

from motworkshop.cli.session import Session
from motworkshop.errors import UnreadableInputError, WrongUseError
from motworkshop.imports.intake import read_intake
from motworkshop.imports.outcome import Intake, Kind, Options
from motworkshop.model.history import History
from motworkshop.model.workshop import Workshop
from motworkshop.storage.read import read_workshop
from motworkshop.storage.store import Store
from motworkshop.values import dataclass


class RowsRefusedError(UnreadableInputError):
    """Some rows cannot be taken, so nothing was."""


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """What the command was asked for."""

    file: Path
    source: Path
    kind: Kind
    round_title: str | None
    budget: int | None
    cap: int | None
    is_secret: bool
    mapping: tuple[str, ...]
    encoding: str | None
    sheet: str | None
    skip_refused: bool
    is_dry_run: bool

    @property
    def options(self) -> Options:
        """What the reading of the rows needs to know of it."""
        ballots_only = (self.round_title, self.budget, self.cap, self.is_secret or None)
        if self.kind is not Kind.BALLOTS and any(one is not None for one in ballots_only):
            raise WrongUseError("--round, --budget, --cap and --secret go with --as ballots only.")
        return Options(
            round_title=self.round_title or "Vote",
            budget=self.budget,
            cap=self.cap,
            is_secret=self.is_secret,
            mapping=dict(_pair(one) for one in self.mapping),
            encoding=self.encoding,
            sheet=self.sheet,
        )


def import_source(request: ImportRequest, *, as_json: bool, say: Callable[[str], None]) -> int:
    """Import a source into a workshop file; returns the exit code.

    Raises:
        RowsRefusedError: rows were refused and --skip-refused was not given.
    """
    options = request.options
    if request.is_dry_run:
        workshop = read_workshop(request.file)
        intake = read_intake(request.source, request.kind, workshop, options)
        _try(workshop, intake)
        _tell(request, intake, as_json=as_json, say=say)
        _refuse_rows(request, intake)
        return 0
    with Session(Store.open(request.file)) as session:
        intake = read_intake(request.source, request.kind, session.workshop, options)
        _tell(request, intake, as_json=as_json, say=say)
        _refuse_rows(request, intake)
        for edit in intake.edits:
            session.do(edit)
        session.record(intake.recorded)
    return 0


def _try(workshop: Workshop, intake: Intake) -> None:
    """Apply the rows to a copy, so that a dry run meets the same refusals."""
    history = History(workshop)
    for edit in intake.edits:
        history.do(edit)
    history.record(intake.recorded)


def _refuse_rows(request: ImportRequest, intake: Intake) -> None:
    if intake.refused and not request.skip_refused:
        rows = len(intake.refused)
        which = "1 row cannot" if rows == 1 else f"{rows:,} rows cannot"
        raise RowsRefusedError(
            f"{which} be taken, so nothing was imported. "
            "Mend what is listed, or leave it out with --skip-refused."
        )


def _tell(
    request: ImportRequest, intake: Intake, *, as_json: bool, say: Callable[[str], None]
) -> None:
    is_taken = not request.is_dry_run and (request.skip_refused or not intake.refused)
    if as_json:
        told = {
            "imported": is_taken,
            "made": dict(intake.made),
            "refused": [{"row": one.row, "reason": one.reason} for one in intake.refused],
            "ignored_columns": list(intake.ignored_columns),
        }
        say(json.dumps(told, ensure_ascii=False, indent=1))
        return
    for one in intake.refused:
        say(f"{intake.numbered_by} {one.row}: {one.reason}")
    if intake.ignored_columns:
        say(f"Columns that were not used: {', '.join(intake.ignored_columns)}.")
    made = ", ".join(_counted(number, what) for what, number in intake.made.items()) or "nothing"
    say(f"{'Imported' if is_taken else 'Would import'} {made}.")


def _counted(number: int, what: str) -> str:
    return f"1 {what.removesuffix('s')}" if number == 1 else f"{number:,} {what}"


def _pair(mapping: str) -> tuple[str, str]:
    column, separator, field = mapping.rpartition("=")
    if not separator or not column.strip() or not field.strip():
        raise WrongUseError(f"“{mapping}” is not column=field, such as “Moment=text”.")
    return column.strip(), field.strip()
