"""The line at the bottom: whether everything is saved, and how much is there."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from motworkshop.app.first_paint import FirstPaint
from motworkshop.app.saving import Saving, State
from motworkshop.document.document import Document
from motworkshop.model.heatmap import category_counts
from motworkshop.model.records import Stage
from motworkshop.model.voting import counted, merged_words
from motworkshop.model.workshop import Workshop, lead_of
from motworkshop.panels.controls.buttons import push_button
from motworkshop.panels.controls.labels import label, plain_tip, set_state
from motworkshop.panels.icons import Icons

BAR = 28
EDGE, GAP, PICTURE = 16, 6, 14
LEAST = 40
"""Pixels for the state of the file, whatever else there is to say."""
PICTURES = {
    State.SAVED: ("check", "ok"),
    State.SAVING: ("refresh-cw", "ink_2"),
    State.NOT_SAVED: ("triangle-alert", "danger"),
    State.CUT_OFF: ("triangle-alert", "danger"),
    State.SILENT: ("triangle-alert", "danger"),
    State.READ_ONLY: ("lock", "ink_2"),
}


def counts(workshop: Workshop) -> str:
    """“61 notes, 59 after merging · 7 stages”."""
    notes, merged = len(workshop.notes), len(workshop.remember(lead_of))
    return f"{merged_words(notes, notes - merged)} · {counted(len(workshop.of(Stage)), 'stage')}"


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
        self._shown: object = None
        self._counted: object = None
        self._pictures: dict[object, QPixmap] = {}
        self._picture = QLabel()
        self.state = label("", "small")
        self.counts = label("", "small")
        self.loose = push_button("")
        self.loose.setProperty("kind", "quiet")
        self.loose.setToolTip("Show the notes without a category")
        self.loose.clicked.connect(self.uncategorised_pressed)
        for part in (self._picture, self.state, self.counts, self.loose):
            part.setParent(self)
        self._soon = QTimer(self, singleShot=True, interval=50)
        self._soon.timeout.connect(self._count)
        document.changed.connect(self._soon.start)
        for signal in (
            saving.saving,
            saving.saved,
            saving.save_failed,
            saving.fell_silent,
            icons.changed,
        ):
            signal.connect(self._show_state)
        self._show_state()
        FirstPaint(self, self._count)  # to count ten thousand notes takes a while

    def remark(self, words: str, why: str = "") -> None:
        """Say something small behind the state of the file, with more in its tooltip; "" for
        nothing any more."""
        self._remark = (words, why)
        self._show_state()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shown = None
        self._show_state()

    def _show_state(self) -> None:
        state = self._saving.state
        remark, why = self._remark
        shown = (state, self._saving.why, remark, why, self._icons.theme, self.devicePixelRatioF())
        if shown == self._shown:
            return
        self._shown = shown
        is_bad = state in (State.NOT_SAVED, State.CUT_OFF, State.SILENT)
        words = f"{state.value}: {self._saving.why}" if is_bad else state.value
        if remark:
            words = f"{words} · {remark}"
        self.state.setToolTip(plain_tip(words if is_bad else why))
        self.state.setAccessibleName(words)
        set_state(self.state, "role", "danger" if is_bad else "small")
        picture, role = PICTURES[state]
        ratio = self.devicePixelRatioF()
        key = (picture, role, ratio, self._icons.theme)
        if key not in self._pictures:
            self._pictures[key] = self._icons.pixmap(picture, role, ratio, size=PICTURE)
        self._picture.setPixmap(self._pictures[key])
        self._settle()

    def _settle(self) -> None:
        """Put the parts in their places. A layout would lay the whole window anew at every edit,
        because words of another width have come."""
        right, middle = self.width() - EDGE, self.height() // 2
        for part in (self.loose, self.counts):
            if not part.isHidden():
                size = part.sizeHint()
                right -= size.width()
                part.setGeometry(right, middle - size.height() // 2, size.width(), size.height())
                right -= GAP
        self._picture.setGeometry(EDGE, middle - PICTURE // 2, PICTURE, PICTURE)
        left = EDGE + PICTURE + GAP
        words, room = self.state.accessibleName(), max(LEAST, right - left)
        elided = self.state.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        self.state.setText(elided)
        height = self.state.sizeHint().height()
        self.state.setGeometry(left, middle - height // 2, room, height)

    def _count(self) -> None:
        workshop = self._document.workshop
        found, loose = counts(workshop), uncategorised(workshop)
        if (found, loose) != self._counted:
            self._counted = (found, loose)
            self.counts.setText(found)
            self.loose.setText(f"{loose:,} without a category")
            self.loose.setVisible(loose > 0)
            self._settle()
