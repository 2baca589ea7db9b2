"""The phase Cluster: everything stands in the panel, the board stays in sight."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from motworkshop.document.editing import Editing
from motworkshop.document.selection import Selection
from motworkshop.look import Theme
from motworkshop.panels.cluster.clusters import Clusters
from motworkshop.panels.cluster.hint_cards import HintCards
from motworkshop.panels.cluster.hints import Hints
from motworkshop.panels.cluster.merging import Merging
from motworkshop.panels.controls.rows import Section
from motworkshop.panels.icons import Icons


class ClusterScene(QObject):
    """What stands in the panel while the group merges what is the same.

    Signals: `notes_chosen(ids)` to be shown on the board; `centre_wanted` is never emitted.
    """

    centre_wanted = Signal(bool)
    notes_chosen = Signal(object)
    centre: QWidget | None = None
    is_centre_wanted = False

    def __init__(
        self,
        editing: Editing,
        selection: Selection,
        icons: Icons,
        theme: Theme,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        del selection  # all scenes are made alike; this one works beside whatever is selected
        self.theme = theme
        self._hints = Hints(editing, self)
        cards = HintCards(editing, self._hints, icons)
        merging = Merging(editing, icons)
        clusters = Clusters(editing, icons)
        for part in (cards, clusters):
            part.notes_chosen.connect(self.notes_chosen)
        self._parts = (
            Section("Find and merge", merging),
            Section("These look alike", _Seen(self._hints, cards)),
            Section("Clusters", clusters),
        )

    @property
    def contents(self) -> Sequence[QWidget]:
        """The parts of the panel, from top to bottom."""
        return self._parts

    def set_theme(self, theme: Theme) -> None:
        """Nothing here is painted by hand."""
        self.theme = theme


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
