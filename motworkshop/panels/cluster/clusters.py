"""The clusters there are: look at them, take one note out, take one apart."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from motworkshop.document.editing import Editing
from motworkshop.model.edits.clusters import split_cluster, take_out
from motworkshop.model.records import Cluster, Note
from motworkshop.model.voting import merged_words
from motworkshop.model.workshop import visible_notes
from motworkshop.panels.controls.buttons import icon_button, push_button
from motworkshop.panels.controls.labels import label
from motworkshop.panels.controls.refreshing import Soon
from motworkshop.panels.controls.rows import LinkRow, clear
from motworkshop.panels.icons import Icons


class Clusters(QWidget):
    """One card to a cluster, by the numbers of their leads. Signal: `notes_chosen(ids)` to show its lead."""

    notes_chosen = Signal(object)

    def __init__(self, editing: Editing, icons: Icons) -> None:
        super().__init__()
        self._editing = editing
        self._icons = icons
        self._shown: object = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        Soon(self, editing.document, (Note, Cluster), self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the clusters as they are."""
        workshop = self._editing.workshop
        clusters = workshop.of(Cluster)
        inside = [workshop.notes[n] for one in clusters.values() for n in (one.lead, *one.members)]
        facts = (len(workshop.notes), clusters, inside)
        if facts == self._shown:
            return
        self._shown = facts
        clear(self._column)
        standing = merged_words(len(workshop.notes), len(visible_notes(workshop)))
        self._column.addWidget(label(f"On the ballot as things stand: {standing}.", "quiet",
                                     wraps=True))  # fmt: skip
        found = list(workshop.of(Cluster).values())
        if not found:
            words = "No clusters yet."
            self._column.addWidget(label(words, "quiet", wraps=True))
        notes = workshop.notes
        for cluster in sorted(found, key=lambda one: notes[one.lead].number):
            self._column.addWidget(self._card(cluster))

    def _card(self, cluster: Cluster) -> QWidget:
        notes = self._editing.workshop.notes
        lead = notes[cluster.lead]
        card = QFrame()
        card.setObjectName("banner")
        column = QVBoxLayout(card)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        head = LinkRow(f"{lead.number}  {lead.text}", "leads")
        head.setToolTip("Show on the board")
        head.chosen.connect(partial(self.notes_chosen.emit, [lead.id]))
        column.addWidget(head)
        members = (notes[member] for member in cluster.members)
        for member in sorted(members, key=lambda note: note.number):
            column.addWidget(self._member(member))
        split = push_button("Split", self._icons.icon("split"))
        split.setAccessibleName(f"Split the cluster of note {lead.number}")
        split.clicked.connect(partial(self._editing.do, split_cluster, cluster.id))
        column.addWidget(split)
        return card

    def _member(self, note: Note) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(8, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(label(f"{note.number}  {note.text}", "quiet", wraps=True), 1)
        out = icon_button(self._icons.icon("x", "ink_2"), f"Take note {note.number} out")
        out.clicked.connect(partial(self._editing.do, take_out, [note.id]))
        line.addWidget(out)
        return row
