"""A picture that is kept is the one that would be drawn now."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from motworkshop.canvas.ready import ReadyPicture

FIRST = ("three stages", QSize(120, 40), 1.0)


class Drawing:
    """Fills what it is given, and counts."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, picture: QPixmap) -> None:
        self.count += 1
        picture.fill("#204060")


def test_the_same_thing_is_drawn_once(qapp: QApplication) -> None:
    ready, draw = ReadyPicture(), Drawing()
    for _frame in range(3):
        picture = ready.of(*FIRST, draw)
    assert draw.count == 1
    assert picture.toImage().pixelColor(119, 39).name() == "#204060"


@pytest.mark.parametrize(
    "other",
    [
        ("four stages", QSize(120, 40), 1.0),
        ("three stages", QSize(120, 60), 1.0),
        ("three stages", QSize(120, 40), 1.5),
    ],
    ids=["something else", "another size", "another screen"],
)
def test_what_is_other_is_drawn_again_as_large_as_it_is_now(
    qapp: QApplication, other: tuple[str, QSize, float]
) -> None:
    ready, draw = ReadyPicture(), Drawing()
    ready.of(*FIRST, draw)
    picture = ready.of(*other, draw)
    assert draw.count == 2
    _shows, size, dpr = other
    assert picture.size() == size * dpr
    assert picture.deviceIndependentSize().toSize() == size
