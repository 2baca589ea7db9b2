"""What cannot be pressed looks so, and alike, in every theme."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from motworkshop.app.stylesheet import stylesheet_for
from motworkshop.look import DARK, HIGH_CONTRAST, HIGH_CONTRAST_DARK, LIGHT, Theme
from motworkshop.panels.controls.buttons import push_button


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
    window.show()
    qtbot.waitExposed(window)
    assert picture_of(first) == picture_of(second)
    pale, full = edge_of(picture_of(second)), edge_of(picture_of(usual))
    assert full == QColor(theme.border)
    panel = QColor(theme.panel).lightness()
    assert abs(pale.lightness() - panel) < abs(full.lightness() - panel) * 0.7
