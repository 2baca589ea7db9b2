"""The phase Cluster: everything stands in the panel, the board stays in sight."""

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from motworkshop.document.editing import Editing
from motworkshop.document.selection import Selection
from motworkshop.look import Theme
from motworkshop.panels.cluster.clusters import Clusters
from motworkshop.panels.cluster.gaps import Gaps
from motworkshop.panels.cluster.hint_cards import HintCards
from motworkshop.panels.cluster.hints import Hints
from motworkshop.panels.cluster.merging import Merging
from motworkshop.panels.controls.rows import Section
from motworkshop.panels.controls.showing import show_part
from motworkshop.panels.icons import Icons
from motworkshop.panels.scene import Scene


class ClusterScene(Scene):
    """Finding and merging what is the same, and what is merged already."""

    def __init__(self, editing: Editing, selection: Selection, icons: Icons, _theme: Theme) -> None:
        super().__init__(editing, selection)
        self._hints = Hints(editing, self)
        cards = HintCards(editing, self._hints, icons)
        merging = Merging(editing, icons)
        clusters = Clusters(editing, icons)
        for part in (cards, clusters):
            part.notes_chosen.connect(self.notes_chosen)
        merging.ready.connect(lambda is_ready: cards.set_next(is_next=not is_ready))
        self.contents = (
            Section("These look alike", _Seen(self._hints, cards)),
            Section("Find and merge", merging),
            Section("Clusters", Gaps(editing), clusters),
        )
        editing.document.changed.connect(self._show_what_fits)
        self._show_what_fits()

    def _show_what_fits(self) -> None:
        """Without notes there is nothing to do here, and the board says so."""
        for part in self.contents:
            show_part(part, is_shown=bool(self._editing.workshop.notes))


class _Seen(QWidget):
    """Looks for hints only while somebody can see them."""

    def __init__(self, hints: Hints, cards: HintCards) -> None:
        super().__init__()
        self._hints = hints
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(cards)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._hints.want()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._hints.rest()
