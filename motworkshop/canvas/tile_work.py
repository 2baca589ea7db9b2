"""What is done on tiles between two frames of a view, a slice at a time.

First what is in sight and not there; then, for the hand that pans, what comes into sight next; at
rest what lies around, and what the next gesture will ask for. No slice is so long that a hand that
begins meanwhile feels it.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from motworkshop.canvas.camera import Camera
from motworkshop.canvas.scene import Scene

SLICE = 0.002
"""Seconds that are spent at once on tiles."""
IDLE_MS = 40
"""After so long without a repaint the tiles around the view are painted."""


class TileWork(QObject):
    """Paints the tiles of a view when it has nothing else to do.

    Signal: `shown(QRegion)` when tiles in sight are there at last, in device pixels. `way` is
    where the hand goes: -1, 0 or 1 across and down.
    """

    shown = Signal(object)

    def __init__(self, view: QWidget, scene: Scene, camera: Camera) -> None:
        super().__init__(view)
        self.way = (0, 0)
        self._view = view
        self._scene = scene
        self._camera = camera
        self._follow = self._timer(self._on_follow)
        self._ahead = self._timer(self._on_ahead)
        self._idle = self._timer(self._on_idle)

    def begin(self) -> None:
        """Nothing is there yet, but all that is in sight is seen in another way."""
        self._idle.stop()
        self._follow.start(0)

    def refresh(self) -> bool:
        """Spend a slice on what is in sight; whether all of it is there. What is not follows."""
        tiles, camera = self._scene.tiles, self._camera
        is_done = tiles.refresh(camera, SLICE)
        late = tiles.late(camera)
        if not late.isEmpty():
            self.shown.emit(late)
        if is_done:
            self._follow.stop()
            self._ahead.start(0)
            self._idle.start(IDLE_MS)
        else:
            self._idle.stop()
            self._follow.start(0)
        return is_done

    def stop(self) -> None:
        """All tiles of this zoom are in vain."""
        for timer in (self._follow, self._ahead, self._idle):
            timer.stop()

    def _timer(self, slot: Callable[[], object]) -> QTimer:
        timer = QTimer(self, singleShot=True)
        timer.timeout.connect(slot)
        return timer

    def _on_follow(self) -> None:
        if self._view.isVisible():
            self.refresh()

    def _on_ahead(self) -> None:
        if self.way == (0, 0) or not self._view.isVisible():
            return
        if not self._scene.tiles.prepare_ahead(self._camera, self.way, SLICE):
            self._ahead.start(0)

    def _on_idle(self) -> None:
        self.way = (0, 0)
        if not self._view.isVisible():
            return
        scene = self._scene
        scene.tiles.gather(self._camera)
        if not (
            scene.tiles.prepare(self._camera, SLICE)
            and scene.deck.prepare(SLICE)
            and scene.veil.prepare(SLICE)
        ):
            self._idle.start(0)
