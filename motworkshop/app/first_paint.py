"""Something to do once a widget was on the screen, so that it does not keep it from getting there."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

UNSEEN_MS = 1000
MOST_SECONDS = 5
"""A window that is covered up or drawn by a very slow computer is waited for no longer."""
AGAIN_MS = 20
MOST_LOOKS = 150


class FirstPaint(QObject):
    """Does it after the first paint of a widget and once it `is_ready`, painted to the last corner;
    or a second later where nobody sees it."""

    def __init__(
        self,
        widget: QWidget,
        work: Callable[[], object],
        is_ready: Callable[[], bool] = lambda: True,
    ) -> None:
        super().__init__(widget)
        self._widget = widget
        self._work: Callable[[], object] | None = work
        self._is_ready = is_ready
        self._is_painted = False
        self._seconds = self._looks = 0
        widget.installEventFilter(self)
        QTimer.singleShot(UNSEEN_MS, self, self._on_unseen)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._is_painted = True
            QTimer.singleShot(0, self, self._on_painted)
        return super().eventFilter(watched, event)

    def _on_painted(self) -> None:
        self._looks += 1
        if self._is_ready() or self._looks > MOST_LOOKS:
            self._do()
        else:
            QTimer.singleShot(AGAIN_MS, self, self._on_painted)

    def _on_unseen(self) -> None:
        if self._is_painted:
            return
        self._seconds += 1
        if self._widget.isVisible() and self._seconds < MOST_SECONDS:
            QTimer.singleShot(UNSEEN_MS, self, self._on_unseen)
        else:
            self._do()

    def _do(self) -> None:
        work, self._work = self._work, None
        if work is not None:
            work()
