"""Something to do once a widget was on the screen, so that it does not keep it from getting there."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

AT_THE_LATEST_MS = 1000


class FirstPaint(QObject):
    """Does it after the first paint of a widget, or a second later where nobody sees it."""

    def __init__(self, widget: QWidget, work: Callable[[], object]) -> None:
        super().__init__(widget)
        self._work: Callable[[], object] | None = work
        widget.installEventFilter(self)
        QTimer.singleShot(AT_THE_LATEST_MS, self, self._do)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._do)
        return super().eventFilter(watched, event)

    def _do(self) -> None:
        work, self._work = self._work, None
        if work is not None:
            work()
