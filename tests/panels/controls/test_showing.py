from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from motworkshop.panels.controls.showing import show_part


def test_a_part_without_a_place_does_not_open_a_window_and_comes_up_with_its_place(
    qtbot: QtBot,
) -> None:
    whole, part = QWidget(), QWidget()
    qtbot.addWidget(whole)
    show_part(part, is_shown=False)
    show_part(part, is_shown=True)
    assert not part.isVisible()
    QVBoxLayout(whole).addWidget(part)
    whole.show()
    assert part.isVisible()
    show_part(part, is_shown=False)
    assert not part.isVisible()
    show_part(part, is_shown=True)
    assert part.isVisible()


def test_a_part_that_was_hidden_last_stays_hidden_in_its_place(qtbot: QtBot) -> None:
    whole, part = QWidget(), QWidget()
    qtbot.addWidget(whole)
    show_part(part, is_shown=True)
    show_part(part, is_shown=False)
    QVBoxLayout(whole).addWidget(part)
    whole.show()
    assert not part.isVisible()
