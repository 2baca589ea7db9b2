"""What the child process of an export does: no window there, and the file is not opened again."""

from multiprocessing.connection import Connection
from pathlib import Path

from motworkshop.app.handing import taken
from motworkshop.cli.exporting import ExportKind, Paper, write_export
from motworkshop.errors import WorkshopError
from motworkshop.exports.facts import gather
from motworkshop.model.workshop import Workshop


def write_in_child(
    handed: Connection,
    out: Path,
    kind: ExportKind,
    paper: Paper,
    with_names: bool,
    answers: Connection,
) -> None:
    """Write one output and answer ("wrote", changes) or ("failed", sentence)."""
    try:
        facts = gather(Workshop(taken(handed)), with_names=with_names)
        written = write_export(facts, out, kind, paper)
    except WorkshopError as fault:
        answers.send(("failed", str(fault)))
    else:
        answers.send(("wrote", written.changes))
