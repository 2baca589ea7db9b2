"""The command `demo`: the sample workshop with its report and its workbook."""

from collections.abc import Callable
from pathlib import Path

from motworkshop.cli.exporting import ExportKind, Paper, write_export
from motworkshop.errors import WriteFailedError
from motworkshop.exports.facts import gather
from motworkshop.imports.sample import sample_workshop
from motworkshop.storage.read import read_workshop
from motworkshop.storage.store import Store

NAME = "airline"


def make_demo(folder: Path, say: Callable[[str], None]) -> None:
    """Put the sample and what comes out of it into a folder; a sample there already is kept."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WriteFailedError(
            f"The folder “{folder}” cannot be made: {error.strerror}. Choose another one."
        ) from None
    file = folder / f"{NAME}.motw"
    if not file.exists():
        Store.create(file, sample_workshop()).close()
    facts = gather(read_workshop(file))
    report = write_export(facts, folder / f"{NAME}.pdf", ExportKind.REPORT, Paper.A4)
    workbook = write_export(facts, folder / f"{NAME}.xlsx", ExportKind.WORKBOOK, Paper.A4)
    say(f"Workshop  {file.resolve()}")
    say(f"Report    {report.path.resolve()}")
    say(f"Workbook  {workbook.path.resolve()}")
