"""Rows and buttons as they are laid out."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from motworkshop.app.stylesheet import stylesheet_for
from motworkshop.look import LIGHT, TEXT
from motworkshop.panels.controls.buttons import push_button
from motworkshop.panels.controls.rows import LinkRow
from motworkshop.panels.icons import Icons


def test_small_words_behind_a_row_stand_on_its_line(qtbot: QtBot) -> None:
    row = LinkRow("Ann", "not yet")
    row.setStyleSheet(f"QLabel {{ font-size: {TEXT}px; }} {stylesheet_for(LIGHT, '', '')}")
    qtbot.addWidget(row)
    row.resize(288, row.sizeHint().height())
    with qtbot.waitExposed(row):
        row.show()
    lines = [
        one.y() + one.contentsRect().top() + one.fontMetrics().ascent()
        for one in row.findChildren(QLabel)
    ]
    assert len(lines) == 2
    assert abs(lines[0] - lines[1]) <= 1


def test_an_icon_that_comes_later_is_as_large_as_one_from_the_start(qtbot: QtBot) -> None:
    icons = Icons(LIGHT)
    first, later = push_button("Start", icons.icon("keyboard")), push_button("Start")
    for button in (first, later):
        qtbot.addWidget(button)
    later.setIcon(icons.icon("keyboard"))
    assert later.sizeHint() == first.sizeHint()
    assert later.iconSize() == first.iconSize()
