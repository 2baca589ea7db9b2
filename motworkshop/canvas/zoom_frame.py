"""The last whole picture of the view, shown larger or smaller until the tiles have followed."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap, QRegion

from motworkshop.canvas.camera import Camera, Shot


class ZoomFrame:
    """A picture of the view with the camera that took it."""

    def __init__(self) -> None:
        self._picture: QPixmap | None = None
        self._shot = Shot(1.0, 0, 0)

    def keep(self, picture: QPixmap, shot: Shot) -> None:
        """Show this one from now on."""
        self._picture, self._shot = picture, shot

    def drop(self) -> None:
        """It is not needed any more, or no longer true."""
        self._picture = None

    @property
    def is_empty(self) -> bool:
        """Whether there is no picture."""
        return self._picture is None

    def covered(self, camera: Camera) -> QRegion:
        """The device pixels of the view that the picture covers entirely."""
        if self._picture is None:
            return QRegion()
        inside = self._target(self._picture, camera).adjusted(1, 1, -1, -1)
        view = QRectF(
            -1, -1, camera.size.width() * camera.dpr + 2, camera.size.height() * camera.dpr + 2
        )
        return QRegion(inside.intersected(view).toRect())

    def _target(self, picture: QPixmap, camera: Camera) -> QRectF:
        times = camera.zoom / self._shot.zoom
        return QRectF(
            self._shot.left * times - camera.left,
            self._shot.top * times - camera.top,
            picture.width() * times,
            picture.height() * times,
        )

    def paint(self, painter: QPainter, camera: Camera) -> None:
        """Draw it, in device pixels, where the camera would see it now."""
        if self._picture is None:
            return
        times = camera.zoom / self._shot.zoom
        target = self._target(self._picture, camera)
        source = QRectF(self._picture.rect())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, times != 1.0)
        painter.drawPixmap(target, self._picture, source)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)


def blank(camera: Camera) -> QPixmap:
    """A picture of the view's size in device pixels, to be painted all over: without an alpha
    channel it is scaled in half the time."""
    return QPixmap((camera.size * camera.dpr).toSize())
