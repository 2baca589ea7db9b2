"""A shape that moves is drawn once, and looks wherever it lies as if it were drawn there."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from motworkshop.canvas import stamps as module
from motworkshop.canvas.stamps import Stamps

pytestmark = pytest.mark.usefixtures("qapp")
SHEET = QRectF(20, 30, 60, 40)


class Shape:
    """A rounded frame that is half seen through, and how often it was drawn."""

    def __init__(self) -> None:
        self.drawn = 0

    def draw(self, painter: QPainter, where: QRectF) -> None:
        self.drawn += 1
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor("#2954C8"), 1.5))
        painter.setBrush(QColor(40, 80, 200, 60))
        painter.drawRoundedRect(where, 6, 6)


def board(dpr: float) -> QImage:
    image = QImage(round(240 * dpr), round(200 * dpr), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(dpr)
    image.fill("#F3F1EC")
    return image


def stamped(stamps: Stamps, shape: Shape, where: QRectF, dpr: float = 1.0) -> QImage:
    image = board(dpr)
    painter = QPainter(image)
    stamps.put(painter, "shape", where, shape.draw, reach=4, dpr=dpr)
    painter.end()
    return image


def straight(shape: Shape, where: QRectF, dpr: float = 1.0) -> QImage:
    image = board(dpr)
    painter = QPainter(image)
    shape.draw(painter, where)
    painter.end()
    return image


def apart(one: QImage, other: QImage) -> int:
    """By how much two pictures differ where they differ most; drawing in two steps rounds twice."""

    def channels(image: QImage) -> Iterator[int]:
        for x in range(image.width()):
            for y in range(image.height()):
                colour = image.pixelColor(x, y)
                yield from (colour.red(), colour.green(), colour.blue())

    return max(abs(a - b) for a, b in zip(channels(one), channels(other), strict=True))


@pytest.mark.parametrize("dpr", [1.0, 1.5, 2.0])
def test_it_looks_as_if_it_were_drawn_there(dpr: float) -> None:
    stamps, shape = Stamps(), Shape()
    for place in (QPointF(0, 0), QPointF(36, 18), QPointF(-40, 66)):
        where = SHEET.translated(place)
        assert apart(stamped(stamps, shape, where, dpr), straight(Shape(), where, dpr)) <= 2
    assert shape.drawn == 1


def test_another_size_is_another_shape() -> None:
    stamps, shape = Stamps(), Shape()
    taller = SHEET.adjusted(0, 0, 0, 20)
    stamped(stamps, shape, SHEET)
    assert apart(stamped(stamps, shape, taller), straight(Shape(), taller)) <= 2
    stamped(stamps, shape, SHEET)
    assert shape.drawn == 2


def test_it_lies_on_whole_pixels() -> None:
    stamps, shape = Stamps(), Shape()
    assert stamped(stamps, shape, SHEET) == stamped(stamps, shape, SHEET.translated(0.3, -0.4))


def test_what_is_too_large_to_be_kept_is_drawn_where_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "MOST", 2000)
    stamps, shape = Stamps(), Shape()
    assert stamped(stamps, shape, SHEET) == straight(Shape(), SHEET)
    stamped(stamps, shape, SHEET)
    assert shape.drawn == 2
