"""What hangs on the selected notes: their cluster with its buttons, and their evidence."""

from collections.abc import Mapping
from functools import partial
from html import escape

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from motworkshop.document.editing import Editing
from motworkshop.document.selection import Selection
from motworkshop.look import SPACE
from motworkshop.model.edits.clusters import merge_notes, split_cluster, take_out
from motworkshop.model.links import Link, links_in
from motworkshop.model.moments import evidence_for
from motworkshop.model.records import Cluster, Id
from motworkshop.model.voting import counted
from motworkshop.model.workshop import Workshop, cluster_led_by, lead_of
from motworkshop.panels.controls.buttons import KeysTip, push_button
from motworkshop.panels.controls.labels import label
from motworkshop.panels.controls.rows import LinkRow, Section, clear
from motworkshop.panels.icons import Icons


def cluster_with(workshop: Workshop, note: Id) -> Cluster | None:
    """The cluster that a note leads or lies in."""
    lead = workshop.remember(lead_of).get(note, note)
    return workshop.remember(cluster_led_by).get(lead)


class Attached(QWidget):
    """The cluster, the evidence and the links of the selection.

    Signal: `link_chosen(Link)` when somebody wants to see where a link goes.
    """

    link_chosen = Signal(object)

    def __init__(self, editing: Editing, selection: Selection, icons: Icons) -> None:
        super().__init__()
        self._editing = editing
        self._selection = selection
        self._icons = icons
        self._shown: object = None
        self._actions: Mapping[str, QAction] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2 * SPACE)

    def refresh(self) -> None:
        """Show it anew if it is another one."""
        workshop = self._editing.workshop
        notes = [note for note in self._selection.notes if note in workshop.notes]
        facts = (
            tuple(notes),
            [cluster_with(workshop, note) for note in notes],
            [evidence_for(workshop, note) for note in notes] if len(notes) == 1 else [],
            links_in(workshop.notes[notes[0]]) if len(notes) == 1 else [],
        )
        if facts == self._shown:
            return
        self._shown = facts
        clear(self._column)
        if len(notes) > 1:
            self._column.addWidget(self._several(notes))
        elif notes:
            self._alone(notes[0])

    def follow_actions(self, actions: Mapping[str, QAction]) -> None:
        """What merges and splits by keys."""
        self._actions = actions
        self._shown = None

    def _tell_keys(self, button: QPushButton, name: str, words: str) -> None:
        action = self._actions.get(name)
        if action is None:
            button.setToolTip(words)
        else:
            KeysTip(button, action, words)

    def _several(self, notes: list[Id]) -> Section:
        lead = self._editing.workshop.notes[notes[0]]
        merge = push_button(f"Merge under note {lead.number}", self._icons.icon("merge"))
        self._tell_keys(merge, "merge", "These notes say the same")
        merge.clicked.connect(lambda: self._editing.do(merge_notes, notes[0], notes[1:]))
        return Section("Cluster", merge)

    def _alone(self, note: Id) -> None:
        workshop = self._editing.workshop
        cluster = cluster_with(workshop, note)
        if cluster is not None:
            self._column.addWidget(self._cluster(cluster, note))
        links = links_in(workshop.notes[note])
        if links:
            self._column.addWidget(self._links(links))
        evidence = evidence_for(workshop, note)
        if evidence:
            section = Section(f"Evidence · {len(evidence)}")
            for proof in evidence:
                source = f" · {proof.source}" if proof.source else ""
                section.rows.addWidget(label(proof.text, wraps=True))
                section.rows.addWidget(label(f"{proof.kind.value}{source}", "small", wraps=True))
            self._column.addWidget(section)

    def _links(self, links: list[Link]) -> Section:
        section = Section("Links" if len(links) > 1 else "Link")
        for link in links:
            row = LinkRow(link.place, "open…")
            row.setToolTip(f"<qt>{escape(link.url)}</qt>")
            row.chosen.connect(partial(self.link_chosen.emit, link))
            section.rows.addWidget(row)
        return section

    def _cluster(self, cluster: Cluster, note: Id) -> Section:
        workshop = self._editing.workshop
        section = Section(f"Cluster · {counted(len(cluster.members) + 1, 'note')}")
        for member in (cluster.lead, *cluster.members):
            other = workshop.notes[member]
            row = LinkRow(f"{other.number}  {other.text}", "lead" if member == cluster.lead else "")
            row.chosen.connect(partial(self._selection.select, [member]))
            section.rows.addWidget(row)
        if note == cluster.lead:
            split = push_button("Split the cluster", self._icons.icon("split"))
            self._tell_keys(split, "split", "Every note stands by itself again")
            split.clicked.connect(lambda: self._editing.do(split_cluster, cluster.id))
        else:
            split = push_button("Take out of the cluster", self._icons.icon("split"))
            split.clicked.connect(lambda: self._editing.do(take_out, [note]))
        section.rows.addWidget(split)
        return section
