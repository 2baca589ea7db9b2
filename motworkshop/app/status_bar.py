"""The line at the bottom: whether everything is saved, and how much is there."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from motworkshop.app.saving import Saving, State
from motworkshop.document.document import Document
from motworkshop.model.records import Stage
from motworkshop.model.voting import counted
from motworkshop.model.workshop import Workshop, visible_notes
from motworkshop.panels.controls.labels import label, set_state
from motworkshop.panels.icons import Icons

BAR = 28


def counts(workshop: Workshop) -> str:
    """“61 notes · 7 stages · 4 without a category”."""
    notes = visible_notes(workshop)
    parts = [
        counted(len(workshop.notes), "note"),
        counted(len(workshop.of(Stage)), "stage"),
    ]
    loose = sum(1 for note in notes if note.category is None)
    if loose:
        parts.append(f"{loose:,} without a category")
    return " · ".join(parts)


class StatusBar(QWidget):
    """The truth about the file on the left, counts on the right."""

    def __init__(self, document: Document, saving: Saving, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("statusbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(BAR)
        self._document = document
        self._saving = saving
        self._icons = icons
        self._picture = QLabel()
        self.state = label("", "small")
        self.state.setMinimumWidth(40)
        self.counts = label("", "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(6)
        row.addWidget(self._picture)
        row.addWidget(self.state, 1)
        row.addWidget(self.counts)
        self._soon = QTimer(self, singleShot=True, interval=50)
        self._soon.timeout.connect(self._count)
        document.changed.connect(self._soon.start)
        for signal in (saving.saving, saving.saved, saving.save_failed, icons.changed):
            signal.connect(self._show_state)
        self._show_state()
        self._count()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_state()

    def _show_state(self) -> None:
        state = self._saving.state
        is_bad = state is State.NOT_SAVED
        words = f"{state.value}: {self._saving.why}" if is_bad else state.value
        room = max(200, self.width() - self.counts.sizeHint().width() - 80)
        shown = self.state.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        self.state.setText(shown)
        self.state.setToolTip(words if is_bad else "")
        self.state.setAccessibleName(words)
        set_state(self.state, "role", "danger" if is_bad else "small")
        picture, role = {
            State.SAVED: ("check", "ok"),
            State.SAVING: ("refresh-cw", "ink_2"),
            State.NOT_SAVED: ("triangle-alert", "danger"),
        }[state]
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(self._icons.pixmap(picture, role, ratio, size=14))

    def _count(self) -> None:
        self.counts.setText(counts(self._document.workshop))
        self._show_state()
