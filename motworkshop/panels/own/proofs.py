"""The evidence of a moment, and a search over all evidence to attach more."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from motworkshop.document.editing import Editing
from motworkshop.look import SPACE
from motworkshop.model.edits.evidence import add_evidence, attach_evidence
from motworkshop.model.moments import Moment, evidence_for, is_gut_feeling_only
from motworkshop.model.records import Evidence, EvidenceKind, Id, new_id
from motworkshop.model.voting import counted
from motworkshop.model.workshop import Workshop
from motworkshop.panels.controls.buttons import push_button
from motworkshop.panels.controls.fields import LineField
from motworkshop.panels.controls.labels import label
from motworkshop.panels.controls.rows import clear
from motworkshop.panels.icons import Icons
from motworkshop.panels.own.pool import found_evidence, source_words, where

MOST = 6
"""So many results are shown at once."""
GUT_ONLY = "Gut feeling only: no research supports this moment yet."


class Proofs(QWidget):
    """What supports the moment that is shown."""

    def __init__(self, editing: Editing, icons: Icons) -> None:
        super().__init__()
        self._editing = editing
        self._icons = icons
        self._note: Id = ""
        self._shown: object = None
        self._attached = _column()
        self._gut = label(GUT_ONLY, "warn", wraps=True)
        self.search = LineField()
        self.search.setAccessibleName("Search all evidence")
        self.search.edited.connect(self._on_searched)
        self._found = _column()
        self._told = label("", "small", wraps=True)
        self._write = push_button("", icons.icon("plus"))
        self._write.clicked.connect(self._on_written)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        column.addWidget(self._gut)
        column.addLayout(self._attached)
        column.addWidget(self.search)
        column.addWidget(self._told)
        column.addLayout(self._found)
        column.addWidget(self._write, 0, Qt.AlignmentFlag.AlignLeft)

    def show_moment(self, workshop: Workshop, moment: Moment) -> None:
        """Show the evidence of a moment; another moment begins with an empty search."""
        if moment.note.id != self._note:
            self._note = moment.note.id
            self.search.clear()
        self._refresh(workshop)

    def _refresh(self, workshop: Workshop) -> None:
        attached = evidence_for(workshop, self._note)
        words = self.search.text().strip()
        found = found_evidence(workshop, words, self._note)
        places = [where(workshop, one) for one in found[:MOST]]
        facts = (self._note, attached, words, found[:MOST], places, len(found))
        if facts == self._shown:
            return
        self._shown = facts
        everything = len(workshop.of(Evidence))
        self._gut.setVisible(is_gut_feeling_only(attached))
        self.search.setPlaceholderText(f"Search {counted(everything, 'piece')} of evidence")
        self.search.setVisible(everything > 0 or bool(words))
        clear(self._attached)
        for one in attached:
            self._attached.addWidget(self._proof(one, "", "Detach", None))
        clear(self._found)
        for one, place in zip(found, places, strict=False):
            verb = "Attach" if one.note is None else "Move here"
            self._found.addWidget(self._proof(one, place, verb, self._note))
        self._told.setText(found_words(len(found), words, everything))
        self._told.setVisible(bool(self._told.text()))
        self._write.setVisible(bool(words) and not found)
        self._write.setText("Write it down as gut feeling")

    def _proof(self, one: Evidence, place: str, verb: str, note: Id | None) -> QWidget:
        """One piece with the button that puts it on `note`, or back into the pool."""
        row = QFrame()
        row.setObjectName("own_proof")
        line = QHBoxLayout(row)
        line.setContentsMargins(12, 0, 0, 0)
        line.setSpacing(2 * SPACE)
        said = QVBoxLayout()
        said.setSpacing(4)
        said.addWidget(label(one.text, wraps=True))
        source = source_words(one)
        said.addWidget(label(f"{source}  ·  {place}" if place else source, "small", wraps=True))
        line.addLayout(said, 1)
        button = push_button(verb)
        button.setAccessibleName(f"{verb}: {one.text}")
        button.clicked.connect(partial(self._on_put, one.id, note))
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _on_searched(self) -> None:
        self._refresh(self._editing.workshop)

    def _on_put(self, evidence: Id, note: Id | None) -> None:
        self.search.setFocus()
        self._editing.do(attach_evidence, [evidence], note)

    def _on_written(self) -> None:
        text = self.search.text().strip()
        self.search.clear()
        self.search.setFocus()
        made = Evidence(new_id(), text, EvidenceKind.GUT, note=self._note)
        self._editing.do(add_evidence, [made])


def found_words(found: int, words: str, everything: int) -> str:
    """What stands above the results."""
    if not everything:
        return "No evidence has been collected." if not words else ""
    if not words:
        pieces = f"{counted(found, 'piece')} in the pool, attached to nothing yet"
        return _first(pieces, found) if found else ""
    return _first(f"{counted(found, 'piece')} found", found) if found else "Nothing found."


def _first(told: str, found: int) -> str:
    return f"{told}. These are the first {MOST}; search to see others." if found > MOST else told


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(2 * SPACE)
    return column
