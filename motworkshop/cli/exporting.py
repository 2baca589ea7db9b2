"""The command `export`: which output, from which file, to where."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from motworkshop.collecting import collection_paused
from motworkshop.errors import WrongUseError
from motworkshop.exports.export import Export
from motworkshop.exports.facts import Facts, gather
from motworkshop.storage.read import read_workshop


class ExportKind(StrEnum):
    """The outputs."""

    REPORT = "report"
    WORKBOOK = "workbook"
    NOTES = "notes"


class Paper(StrEnum):
    """The paper of the report."""

    A4 = "a4"
    LETTER = "letter"


_ENDINGS = {".pdf": ExportKind.REPORT, ".xlsx": ExportKind.WORKBOOK, ".csv": ExportKind.NOTES}


def export_workshop(
    file: Path,
    out: Path,
    kind: ExportKind | None,
    paper: Paper,
    *,
    with_names: bool,
    say: Callable[[str], None],
) -> None:
    """Write one output of a workshop; OUT is replaced only when the new one is whole."""
    wanted = kind or kind_for(out)
    _refuse_workshop(file, out)
    written = write_export(gather(read_workshop(file), with_names=with_names), out, wanted, paper)
    say(f"Wrote {written.path}.")
    for change in written.changes:
        say(f"Changed to fit: {change}")


def kind_for(out: Path) -> ExportKind:
    """The output that belongs to the ending of a file name."""
    kind = _ENDINGS.get(out.suffix.lower())
    if kind is None:
        raise WrongUseError(
            f"“{out}” ends in none of {', '.join(_ENDINGS)}. Give it one of these, or say --as."
        )
    return kind


def write_export(facts: Facts, out: Path, kind: ExportKind, paper: Paper) -> Export:
    """Write one output from gathered facts; the libraries are imported when they are needed."""
    with collection_paused():
        return _written(facts, out, kind, paper)


def _written(facts: Facts, out: Path, kind: ExportKind, paper: Paper) -> Export:
    if kind is ExportKind.REPORT:
        from motworkshop.exports.report import write_report

        return write_report(facts, out, paper=paper.value)
    if kind is ExportKind.WORKBOOK:
        from motworkshop.exports.workbook import write_workbook

        return write_workbook(facts, out)
    from motworkshop.exports.notes_csv import write_notes_csv

    return write_notes_csv(facts, out)


def _refuse_workshop(file: Path, out: Path) -> None:
    same = out.exists() and file.exists() and out.samefile(file)
    if same or out.suffix.lower() == ".motw":
        raise WrongUseError(f"“{out}” is a workshop and is not written over. Choose another name.")
