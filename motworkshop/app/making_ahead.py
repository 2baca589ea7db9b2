"""Phases made before somebody turns to them, in moments in which nobody does anything.

To make one takes up to a fifth of a second when there are forty stages: who turns to a phase that is
there already does not feel it.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from motworkshop.app.desk import Desk
from motworkshop.app.first_paint import FirstPaint
from motworkshop.model.records import PhaseKind

REST_MS = 1000
"""Who has not touched key or button for so long will hardly do it within the next moment."""
BREATH_MS = 120
"""Between two steps, for whoever comes back."""
HANDS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.NativeGesture,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.InputMethod,
    }
)
"""What a window gets when somebody is at work in it."""


class MakingAhead(QObject):
    """Makes one part after the other of the phases that a desk has not shown yet, those that follow
    first; it begins when the desk was seen and ends when all are there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._on_rested)
        FirstPaint(desk, self._begin, desk.parts.middle.is_settled)

    def _begin(self) -> None:
        window = self._desk.window().windowHandle()
        if window is not None:  # it gets every key before the part of it that has the focus
            window.installEventFilter(self)
        self._rest.start(REST_MS)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in HANDS and self._rest.isActive():
            self._rest.start(REST_MS)
        return False

    def _on_rested(self) -> None:
        if self._is_in_use():
            self._rest.start(REST_MS)
        elif self._make_a_part():
            self._rest.start(BREATH_MS)
        else:
            self.deleteLater()

    def _is_in_use(self) -> bool:
        """Whether somebody holds something, is asked something, is alone with a ballot, or waits
        for what is being painted."""
        return (
            QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
            or QApplication.activePopupWidget() is not None
            or QApplication.activeModalWidget() is not None
            or self._desk.possible.is_private
            or not self._desk.parts.middle.is_settled()
        )

    def _make_a_part(self) -> bool:
        """Make the next part; whether there was one."""
        parts = self._desk.parts
        return any(
            make(kind)
            for kind in _from(parts.clock.phase)
            for make in (parts.scenes.make_ahead, parts.side.make_ahead, parts.middle.make_ahead)
        )


def _from(phase: PhaseKind) -> Sequence[PhaseKind]:
    """The phases that follow, then those that went before."""
    kinds = list(PhaseKind)
    place = kinds.index(phase) + 1
    return [*kinds[place:], *reversed(kinds[:place])]
