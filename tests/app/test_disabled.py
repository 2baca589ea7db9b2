"""What cannot be pressed looks so, and alike, in every theme."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from motworkshop.app.stylesheet import stylesheet_for
from motworkshop.document.document import Document
from motworkshop.document.editing import Editing
from motworkshop.look import DARK, HIGH_CONTRAST, HIGH_CONTRAST_DARK, LIGHT, Theme
from motworkshop.model.workshop import Workshop
from motworkshop.panels.controls.buttons import push_button
from motworkshop.panels.icons import Icons
from motworkshop.panels.phases.clock import Clock
from motworkshop.panels.phases.rail import PhaseRail


def _words() -> QToolButton:
    made = QToolButton()
    made.setText("Present")
    return made


def picture_of(button: QPushButton) -> QImage:
    return button.grab().toImage()


def edge_of(picture: QImage) -> QColor:
    """The colour in the middle of the left edge."""
    return picture.pixelColor(0, picture.height() // 2)


@pytest.mark.parametrize("theme", [LIGHT, DARK, HIGH_CONTRAST, HIGH_CONTRAST_DARK])
def test_buttons_that_cannot_be_pressed_look_alike_in_every_theme(
    qtbot: QtBot, theme: Theme
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setStyleSheet(stylesheet_for(theme, "", ""))
    row = QHBoxLayout(window)
    first, second, usual = (
        push_button("Make the file", is_primary=is_primary) for is_primary in (True, False, False)
    )
    for button in (first, second, usual):
        row.addWidget(button)
        button.setFixedWidth(160)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    first.setEnabled(False)
    second.setEnabled(False)
    with qtbot.waitExposed(window):
        window.show()
    assert picture_of(first) == picture_of(second)
    pale, full = edge_of(picture_of(second)), edge_of(picture_of(usual))
    assert full == QColor(theme.border)
    panel = QColor(theme.panel).lightness()
    assert abs(pale.lightness() - panel) < abs(full.lightness() - panel) * 0.7


@pytest.mark.parametrize("theme", [LIGHT, DARK, HIGH_CONTRAST, HIGH_CONTRAST_DARK])
@pytest.mark.parametrize("make", [QLineEdit, QSpinBox, _words])
def test_fields_and_words_that_are_out_of_reach_are_pale_too(
    qtbot: QtBot, theme: Theme, make: Callable[[], QWidget]
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setObjectName("side")
    window.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    window.setStyleSheet(stylesheet_for(theme, "", ""))
    row, one, other = QHBoxLayout(window), make(), make()
    for widget in (one, other):
        row.addWidget(widget)
        widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if isinstance(widget, QLineEdit):
            widget.setText("Ann")
    other.setEnabled(False)
    with qtbot.waitExposed(window):
        window.show()
    assert farthest(other, theme) < farthest(one, theme) * 0.7


def farthest(widget: QWidget, theme: Theme) -> int:
    """How far the strongest stroke is from the ground that it stands on."""
    picture = widget.window().grab(widget.geometry()).toImage()
    ground = QColor(theme.panel).lightness()
    return max(
        abs(picture.pixelColor(x, y).lightness() - ground)
        for x in range(picture.width())
        for y in range(picture.height())
    )


def test_phases_that_are_out_of_reach_are_written_faintly_but_for_the_open_one(
    qtbot: QtBot,
) -> None:
    document = Document(Workshop.titled("Spring"))
    rail = PhaseRail(document, Clock(Editing(document, document)), Icons(LIGHT, document))
    rail.setObjectName("side")
    rail.setStyleSheet(stylesheet_for(LIGHT, "", ""))
    qtbot.addWidget(rail)
    with qtbot.waitExposed(rail):
        rail.show()
    first, second = [
        one for one in rail.findChildren(QAbstractButton) if "Phase" in one.accessibleName()
    ][:2]
    before = farthest(first, LIGHT), farthest(second, LIGHT)
    rail.setEnabled(False)
    assert farthest(first, LIGHT) == before[0], "it is open"
    assert farthest(second, LIGHT) < before[1] * 0.7
