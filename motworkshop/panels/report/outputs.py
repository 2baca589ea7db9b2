"""The files that can be made: their names, endings and words."""

import re
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from motworkshop.values import dataclass

UNNAMEABLE = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
"""What a file name cannot hold on one of the platforms."""


@dataclass(frozen=True, slots=True)
class Output:
    """One kind of file: `kind` is what the export is called, `name` what is put into its name."""

    kind: str
    button: str
    icon: str
    busy: str
    name: str
    ending: str
    filter: str


REPORT = Output(
    "report", "Make the PDF", "file-text", "Making the PDF…", "report", ".pdf", "PDF (*.pdf)"
)
WORKBOOK = Output(
    "workbook", "Make the Excel file", "table", "Making the Excel file…", "workbook", ".xlsx",
    "Excel (*.xlsx)",
)  # fmt: skip
NOTES = Output(
    "notes", "Make the CSV file", "list", "Writing the notes…", "notes", ".csv", "CSV (*.csv)"
)
OUTPUTS = (REPORT, WORKBOOK, NOTES)


def suggested_path(output: Output, file: Path | None, title: str, folder: Path | None) -> Path:
    """Where an output goes unless somebody says otherwise: beside the workshop file.

    `folder` is where the last one went; a workshop without a file goes to the documents.
    """
    stem = (
        file.stem if file is not None else " ".join(UNNAMEABLE.sub(" ", title).split()).strip(" .")
    )
    place = folder or (file.parent if file is not None else _documents())
    return place / f"{stem or 'Workshop'} {output.name}{output.ending}"


def ask_where(parent: QWidget, output: Output, suggested: Path) -> str:
    """Let the person choose the place; "" if they changed their mind."""
    dialog = QFileDialog(parent, output.button, str(suggested.parent), output.filter)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(output.ending.removeprefix("."))
    dialog.selectFile(suggested.name)
    chosen = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    return chosen[0] if chosen else ""


def _documents() -> Path:
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(place))
