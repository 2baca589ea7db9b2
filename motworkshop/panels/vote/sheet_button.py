"""Saving the ballot of a round as a PDF to print."""

import re
from pathlib import Path

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from motworkshop.document.editing import Editing
from motworkshop.model.records import Id, Round
from motworkshop.panels.controls.buttons import push_button
from motworkshop.panels.controls.labels import label
from motworkshop.panels.icons import Icons

_UNFIT = re.compile(r'[\x00-\x1f<>:"/\\|?*]')


class SheetButton(QWidget):
    """A button, and below it what came of it. Signal: `saved(path)`."""

    saved = Signal(object)

    def __init__(self, editing: Editing, icons: Icons) -> None:
        super().__init__()
        self._editing = editing
        self._round: Id = ""
        self._button = push_button("Save a ballot to print…", icons.icon("file-text"))
        self._said = label("", "small", wraps=True)
        self._said.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._button)
        column.addWidget(self._said)
        self._button.clicked.connect(self._on_clicked)

    def show_round(self, vote: Round) -> None:
        """The ballot of this round from now on."""
        if vote.id != self._round:
            self._round = vote.id
            self._said.hide()

    def _on_clicked(self) -> None:
        vote = self._editing.workshop.of(Round).get(self._round)
        if vote is None:
            return
        name = f"{_UNFIT.sub(' ', f'Ballot {vote.title}').strip()[:80]}.pdf"
        chosen, _kind = QFileDialog.getSaveFileName(self, "Save the ballot", name, "PDF (*.pdf)")
        if chosen:
            path = Path(chosen)
            target = (
                path if path.suffix.casefold() == ".pdf" else path.with_name(f"{path.name}.pdf")
            )
            self._editing.attempt(lambda: self._save(vote, target))

    def _save(self, vote: Round, target: Path) -> None:
        from motworkshop.exports.ballot_sheet import write_ballot_sheet

        made = write_ballot_sheet(self._editing.workshop, vote, target, paper=_paper())
        words = [f"Saved as {target.name}. Print one for each voter.", *made.changes]
        self._said.setText("\n".join(words))
        self._said.show()
        self.saved.emit(target)


def _paper() -> str:
    """The paper of this country."""
    is_metric = QLocale.system().measurementSystem() is QLocale.MeasurementSystem.MetricSystem
    return "a4" if is_metric else "letter"
