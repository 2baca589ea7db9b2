"""When a part of a panel shows anew what it tells: not at every key, and not out of sight."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from motworkshop.document.document import Document
from motworkshop.model.change import Change

SOON_MS = 50


class WhenSeen(QObject):
    """Refreshes at once while one of its parts can be seen, else as soon as one is shown."""

    def __init__(
        self, parent: QObject, parts: Sequence[QWidget], refresh: Callable[[], None]
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._refresh = refresh
        self._is_stale = False
        for part in parts:
            part.installEventFilter(self)

    def want(self) -> None:
        """Something is another now."""
        self._is_stale = not any(part.isVisible() for part in self._parts)
        if not self._is_stale:
            self._refresh()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._is_stale and event.type() is QEvent.Type.Show:
            self._is_stale = False
            self._refresh()
        return super().eventFilter(watched, event)


class Soon(QTimer):
    """Refreshes once, a moment after the last of the changes to records of some kinds; out of
    sight, as soon as it comes into sight again.

    It goes away with `part`, which must be what it refreshes.
    """

    def __init__(
        self,
        part: QWidget,
        document: Document,
        kinds: tuple[type, ...],
        refresh: Callable[[], None],
    ) -> None:
        super().__init__(part, singleShot=True, interval=SOON_MS)
        self._part = part
        self._kinds = kinds
        self._seen = WhenSeen(self, [part], refresh)
        self.timeout.connect(refresh)
        document.changed.connect(self._on_changed)

    def _on_changed(self, change: Change) -> None:
        if change.has(*self._kinds):
            # what hides itself must find out that there is a reason to show itself
            if self._part.isVisible() or self._part.isHidden():
                self.start()
            else:
                self._seen.want()
