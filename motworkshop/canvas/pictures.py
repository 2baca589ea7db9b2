"""The pictures of notes as they are drawn: decoded when first seen, and the last ones kept."""

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from motworkshop.canvas.picture_reading import LARGEST, UnreadablePictureError, decoded
from motworkshop.canvas.typeface import face
from motworkshop.look import NOTE_INK, SMALL
from motworkshop.model.layout import STEP
from motworkshop.model.records import Id, Picture
from motworkshop.model.text_room import LEFT, PICTURE_STEPS, TOP, WIDTH

KEPT_BYTES = 96_000_000
ROOM = QRectF(LEFT, TOP, WIDTH, PICTURE_STEPS * STEP - 8)
"""Where a picture lies on its note, in board pixels."""
DAMAGED = "Picture cannot be shown"


class Pictures:
    """Draws the pictures of one workshop; `find` gives the record of an id."""

    def __init__(self, find: Callable[[Id], Picture | None]) -> None:
        self._find = find
        self._kept: OrderedDict[Id, QImage] = OrderedDict()
        self._bytes = 0

    def draw(self, painter: QPainter, picture: Id, mark: str) -> None:
        """Draw one in board pixels, with the note's corner at the painter's origin."""
        image = self._image(picture)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if image.isNull():
            _draw_damaged(painter)
        else:
            where = _fitted(QSizeF(image.size()))
            painter.drawImage(where, image)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(mark), 1))
            painter.drawRect(where)
        painter.restore()

    def _image(self, picture: Id) -> QImage:
        found = self._kept.get(picture)
        if found is None:
            found = self._kept[picture] = self._decoded(picture)
            self._bytes += found.sizeInBytes()
            while self._bytes > KEPT_BYTES and len(self._kept) > 1:
                self._bytes -= self._kept.popitem(last=False)[1].sizeInBytes()
        else:
            self._kept.move_to_end(picture)
        return found

    def _decoded(self, picture: Id) -> QImage:
        """A file may hold anything: what cannot be read is told on the note."""
        record = self._find(picture)
        try:
            return QImage() if record is None else decoded(record.content, SHOWN)
        except UnreadablePictureError:
            return QImage()


SHOWN = min(LARGEST, 800)
"""Pixels of the longer side that are kept for drawing: sharp up to five times the size."""


def _fitted(size: QSizeF) -> QRectF:
    """As large as it goes, in the middle of its room."""
    size.scale(ROOM.size(), Qt.AspectRatioMode.KeepAspectRatio)
    corner = ROOM.center() - QPointF(size.width() / 2, size.height() / 2)
    return QRectF(corner, size)


def _draw_damaged(painter: QPainter) -> None:
    painter.setPen(QPen(QColor(NOTE_INK), 1, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(ROOM)
    painter.setFont(face(SMALL))
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(ROOM.adjusted(8, 4, -8, -4), flags, DAMAGED)
