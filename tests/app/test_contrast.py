"""Every text that is really on the screen can be read (WCAG 2.2 AA), in all three themes.

What Qt paints is measured from the picture; what the program paints itself is asked of the painter.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSettings
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from motworkshop.app.build import build_program
from motworkshop.app.program import Program
from motworkshop.app.stylesheet import mixed
from tests.app.conftest import Answers
from tests.app.screens import keep_still, picture_of, screens, settle
from tests.test_look import contrast

THEMES = ("light", "dark", "high contrast", "high contrast dark")
LEAST = 4.5
LARGE, LEAST_LARGE = 24, 3.0
"""Pixels from which a text counts as large, and what is asked of it."""
SCALE = 2.0
MOSTLY = 0.8
"""Of a widget that is less in sight the text may be the part that is not."""
WRITTEN = (QLabel, QPushButton, QToolButton, QLineEdit, QPlainTextEdit, QComboBox, QSpinBox)


class Word(NamedTuple):
    """A text that the program painted: where on which widget, and how."""

    widget: QWidget
    area: QRect
    colour: str
    opacity: float
    size: int
    text: str


@pytest.fixture(params=THEMES)
def program(
    request: pytest.FixtureRequest, dressed: QApplication, settings: QSettings, answers: Answers
) -> Iterator[Program]:
    keep_still(settings, request.param)
    made = build_program(dressed, settings, answers)
    yield made
    made.quit()
    settle()


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[Word]:
    """The texts that the program has painted on widgets since the list was emptied."""
    words: list[Word] = []
    draw = QPainter.drawText

    def remember(painter: QPainter, *given: Any) -> Any:
        device = painter.device()
        if isinstance(device, QWidget) and device.isEnabled():
            words.append(_word(painter, device, given))
        return draw(painter, *given)

    monkeypatch.setattr(QPainter, "drawText", remember)
    return words


def _word(painter: QPainter, widget: QWidget, given: tuple[Any, ...]) -> Word:
    text = next(one for one in given if isinstance(one, str))
    if isinstance(given[0], QRect | QRectF):
        room = QRectF(given[0])
        is_plain = given[1] is not text  # else an option follows the text
        area = painter.boundingRect(room, int(given[1]), text) if is_plain else room
        area = area.intersected(room)
    else:
        first = QPointF(given[0]) if isinstance(given[0], QPoint | QPointF) else QPointF(*given[:2])
        metrics = painter.fontMetrics()
        area = QRectF(0, 0, metrics.horizontalAdvance(text), metrics.height())
        area.moveTopLeft(first - QPointF(0, metrics.ascent()))
    place = painter.worldTransform().mapRect(area).toRect()
    colour = painter.pen().color()
    opacity = painter.opacity() * colour.alphaF()
    return Word(widget, place, colour.name(), opacity, painter.font().pixelSize(), text)


@pytest.mark.slow
@pytest.mark.timeout(240)
def test_every_text_on_every_screen_can_be_read(
    program: Program, tmp_path: Path, qtbot: QtBot, painted: list[Word]
) -> None:
    faint: set[str] = set()
    looked_at = 0
    for name, window in screens(program, tmp_path, qtbot):
        painted.clear()
        image = picture_of(window, SCALE).toImage()
        words = [word for word in painted if word.text.strip()]
        faint |= {f"{name}: {one}" for one in _faint_painted(image, window, words)}
        faint |= {f"{name}: {one}" for one in _faint_written(image, window)}
        looked_at += len(words)
    assert not faint, "\n".join(sorted(faint))
    assert looked_at > 100


def _faint_painted(image: QImage, window: QWidget, words: list[Word]) -> Iterator[str]:
    for word in words:
        area = _pixels(image, window, word.widget, word.area)
        if area.width() < 3 or area.height() < 3 or _is_cut(word):
            continue
        ground = Counter(_colours(image, area)).most_common(1)[0][0]
        seen = mixed(word.colour, ground, word.opacity)
        least = LEAST_LARGE if word.size >= LARGE else LEAST
        if contrast(seen, ground) < least:
            yield f"{type(word.widget).__name__} “{word.text}” {seen} on {ground}"


def _is_cut(word: Word) -> bool:
    """Whether it goes on below the edge of what scrolls, where it fades out."""
    seen = word.area.intersected(word.widget.visibleRegion().boundingRect())
    return seen.height() < MOSTLY * word.area.height()


def _pixels(image: QImage, window: QWidget, widget: QWidget, area: QRect) -> QRect:
    """Where a part of a widget is in the picture, as far as it is seen."""
    seen = area.intersected(widget.visibleRegion().boundingRect())
    corner = widget.mapTo(window, seen.topLeft()) * SCALE
    return QRect(corner, (seen.size().toSizeF() * SCALE).toSize()).intersected(image.rect())


def _faint_written(image: QImage, window: QWidget) -> Iterator[str]:
    for widget in window.findChildren(QWidget):
        if not isinstance(widget, WRITTEN) or not widget.isVisible() or not widget.isEnabled():
            continue
        text = _text_of(widget)
        if not text.strip():
            continue
        if not _is_in_sight(window, widget):
            continue
        edge = 3 if widget.width() > 20 else 0
        area = _pixels(image, window, widget, widget.rect().adjusted(edge, edge, -edge, -edge))
        colours = Counter(_colours(image, area))
        if not colours:
            continue
        ground = colours.most_common(1)[0][0]
        best = max(
            (contrast(one, ground) for one, count in colours.items() if count > 6), default=1
        )
        least = LEAST_LARGE if widget.fontInfo().pixelSize() >= LARGE else LEAST
        if best < least:
            yield f"{type(widget).__name__} “{text}” on {ground}: {best:.2f}"


def _is_in_sight(window: QWidget, widget: QWidget) -> bool:
    """Whether most of it is seen, and nothing lies over it. What has an effect on it is drawn
    elsewhere in a larger picture (Qt 6.11)."""
    if widget.graphicsEffect() is not None:
        return False
    seen = widget.visibleRegion().boundingRect().size()
    if seen.width() * seen.height() < MOSTLY * widget.width() * widget.height():
        return False
    above = window.childAt(widget.mapTo(window, widget.rect().center()))
    return above is not None and (
        above is widget or above.isAncestorOf(widget) or widget.isAncestorOf(above)
    )


def _text_of(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text()
    if isinstance(widget, QLineEdit):
        return widget.text() or widget.placeholderText()
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText() or widget.placeholderText()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    return widget.text() if isinstance(widget, QSpinBox) else ""


def _colours(image: QImage, area: QRect) -> Iterator[str]:
    part = image.copy(area).convertToFormat(QImage.Format.Format_RGB32)
    for value, count in Counter(memoryview(part.constBits()).cast("I")).items():
        name = QColor.fromRgb(value).name().upper()
        yield from [name] * count
