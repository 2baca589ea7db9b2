"""A picture of the view until its tiles have followed: the first one, or the last before a zoom."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap, QRegion

from motworkshop.canvas.camera import Camera, Shot


class ZoomFrame:
    """A picture of the view with the camera that took it.

    The last one that was given up is painted on again: pictures of this size, fetched and given
    back all the time, leave holes in the memory that nothing else fits in.
    """

    def __init__(self) -> None:
        self._picture: QPixmap | None = None
        self._spare: QPixmap | None = None
        self._shot = Shot(1.0, 0, 0)
        self._is_whole = False

    def keep(self, picture: QPixmap, shot: Shot, *, is_whole: bool = False) -> None:
        """Show this one from now on; `is_whole`: nothing in it waits to be painted."""
        self.drop()
        self._picture, self._shot, self._is_whole = picture, shot, is_whole

    def drop(self) -> None:
        """It is not needed any more, or no longer true."""
        if self._picture is not None:
            self._spare, self._picture = self._picture, None

    def blank(self, camera: Camera) -> QPixmap:
        """A picture of the view's size in device pixels, to be painted all over and then kept:
        without an alpha channel it is scaled in half the time."""
        size = (camera.size * camera.dpr).toSize()
        spare, self._spare = self._spare, None
        return spare if spare is not None and spare.size() == size else QPixmap(size)

    @property
    def is_empty(self) -> bool:
        """Whether there is no picture."""
        return self._picture is None

    def is_whole_at(self, camera: Camera) -> bool:
        """Whether it shows all that this camera sees."""
        return self._picture is not None and self._is_whole and self._shot == camera.shot()

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

    def paint(self, painter: QPainter, camera: Camera, part: QRect, *, is_smooth: bool) -> None:
        """Draw it in a part of the view, in device pixels, where the camera would see it now.
        Smoothly takes four times as long: too long for a hand that zooms."""
        if self._picture is None:
            return
        painter.save()
        painter.setClipRect(part, Qt.ClipOperation.IntersectClip)
        times = camera.zoom / self._shot.zoom
        target = self._target(self._picture, camera)
        source = QRectF(self._picture.rect())
        is_smooth = is_smooth and times != 1.0
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, is_smooth)
        painter.drawPixmap(target, self._picture, source)
        painter.restore()
