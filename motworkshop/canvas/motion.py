"""Moving the camera so that the eye can follow: short, and not at all if motion is unwanted."""

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation

from motworkshop.canvas.camera import Shot
from motworkshop.look import MOTION_MS


class CameraMotion(QObject):
    """Carries the camera from one shot to another; `go` is called with each shot on the way."""

    def __init__(self, go: Callable[[Shot], None], parent: QObject) -> None:
        super().__init__(parent)
        self.is_animated = True
        self._go = go
        self._ends = (Shot(1, 0, 0), Shot(1, 0, 0))
        self._clock = QVariantAnimation(self)
        self._clock.setStartValue(0.0)
        self._clock.setEndValue(1.0)
        self._clock.setDuration(MOTION_MS)
        self._clock.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._clock.valueChanged.connect(self._on_tick)

    def start(self, start: Shot, end: Shot) -> None:
        """Go from one shot to the other, at once if motion is unwanted."""
        self.stop()
        self._ends = (start, end)
        if self.is_animated:
            self._clock.start()
        else:
            self._go(end)

    def stop(self) -> None:
        """Stay where the camera is, because a hand has taken it."""
        self._clock.stop()

    def _on_tick(self, part: float) -> None:
        self._go(between(*self._ends, part))


def between(start: Shot, end: Shot, part: float) -> Shot:
    """A shot on the way. What both shots show at the same point stays there all the way."""
    zoom = start.zoom * (end.zoom / start.zoom) ** part
    if abs(end.zoom - start.zoom) > 1e-6 * start.zoom:
        part = (zoom - start.zoom) / (end.zoom - start.zoom)
    return Shot(
        zoom,
        start.left + (end.left - start.left) * part,
        start.top + (end.top - start.top) * part,
    )
