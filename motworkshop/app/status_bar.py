"""The line at the bottom: whether everything is saved, and how much is there."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from motworkshop.app.saving import Saving, State
from motworkshop.document.document import Document
from motworkshop.model.heatmap import category_counts
from motworkshop.model.records import Stage
from motworkshop.model.voting import counted
from motworkshop.model.workshop import Workshop
from motworkshop.panels.controls.buttons import push_button
from motworkshop.panels.controls.labels import label, plain_tip, set_state
from motworkshop.panels.icons import Icons

BAR = 28


def counts(workshop: Workshop) -> str:
    """“61 notes · 7 stages”."""
    notes, stages = len(workshop.notes), len(workshop.of(Stage))
    return f"{counted(notes, 'note')} · {counted(stages, 'stage')}"


def uncategorised(workshop: Workshop) -> int:
    """How many notes on the board have no category."""
    return category_counts(workshop)[None]


class StatusBar(QWidget):
    """The truth about the file on the left, counts on the right.

    Signal: `uncategorised_pressed` when somebody wants to see the notes without a category.
    """

    uncategorised_pressed = Signal()

    def __init__(self, document: Document, saving: Saving, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("statusbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(BAR)
        self._document = document
        self._saving = saving
        self._icons = icons
        self._remark = ("", "")
        self._picture = QLabel()
        self.state = label("", "small")
        self.state.setMinimumWidth(40)
        self.counts = label("", "small")
        self.loose = push_button("")
        self.loose.setProperty("kind", "quiet")
        self.loose.setToolTip("Show the notes without a category")
        self.loose.clicked.connect(self.uncategorised_pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(6)
        row.addWidget(self._picture)
        row.addWidget(self.state, 1)
        row.addWidget(self.counts)
        row.addWidget(self.loose)
        self._soon = QTimer(self, singleShot=True, interval=50)
        self._soon.timeout.connect(self._count)
        document.changed.connect(self._soon.start)
        for signal in (saving.saving, saving.saved, saving.save_failed, icons.changed):
            signal.connect(self._show_state)
        self._show_state()
        self._count()

    def remark(self, words: str, why: str = "") -> None:
        """Say something small behind the state of the file, with more in its tooltip; "" for
        nothing any more."""
        self._remark = (words, why)
        self._show_state()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_state()

    def _show_state(self) -> None:
        state = self._saving.state
        is_bad = state in (State.NOT_SAVED, State.CUT_OFF)
        words = f"{state.value}: {self._saving.why}" if is_bad else state.value
        remark, why = self._remark
        if remark:
            words = f"{words} · {remark}"
        room = max(
            200, self.width() - self.counts.sizeHint().width() - self.loose.sizeHint().width() - 80
        )
        shown = self.state.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        self.state.setText(shown)
        self.state.setToolTip(plain_tip(words if is_bad else why))
        self.state.setAccessibleName(words)
        set_state(self.state, "role", "danger" if is_bad else "small")
        picture, role = {
            State.SAVED: ("check", "ok"),
            State.SAVING: ("refresh-cw", "ink_2"),
            State.NOT_SAVED: ("triangle-alert", "danger"),
            State.CUT_OFF: ("triangle-alert", "danger"),
            State.READ_ONLY: ("lock", "ink_2"),
        }[state]
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(self._icons.pixmap(picture, role, ratio, size=14))

    def _count(self) -> None:
        workshop = self._document.workshop
        loose = uncategorised(workshop)
        self.counts.setText(counts(workshop))
        self.loose.setText(f"{loose:,} without a category")
        self.loose.setVisible(loose > 0)
        self._show_state()
