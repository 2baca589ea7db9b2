from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from motworkshop.app.first_paint import FirstPaint


class Painted(QWidget):
    """Notes when it is painted."""

    def __init__(self, told: list[str]) -> None:
        super().__init__()
        self._told = told

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._told.append("painted")


def test_what_can_wait_comes_after_the_first_paint_and_once(
    qapp: QApplication, qtbot: QtBot
) -> None:
    told: list[str] = []
    widget = Painted(told)
    qtbot.addWidget(widget)
    FirstPaint(widget, lambda: told.append("done"))
    qapp.processEvents()
    assert told == []
    widget.show()
    qtbot.waitUntil(lambda: "done" in told)
    assert told[:2] == ["painted", "done"]
    widget.repaint()
    qapp.processEvents()
    assert told.count("done") == 1


def test_what_is_painted_in_parts_is_waited_for(qapp: QApplication, qtbot: QtBot) -> None:
    told: list[str] = []
    looks: list[bool] = []

    def is_ready() -> bool:
        looks.append("done" in told)
        return len(looks) > 3

    widget = Painted(told)
    qtbot.addWidget(widget)
    FirstPaint(widget, lambda: told.append("done"), is_ready)
    widget.show()
    qtbot.waitUntil(lambda: "done" in told)
    assert looks == [False] * 4


def test_where_nobody_sees_it_it_is_done_all_the_same(qapp: QApplication, qtbot: QtBot) -> None:
    told: list[str] = []
    widget = Painted(told)
    qtbot.addWidget(widget)
    FirstPaint(widget, lambda: told.append("done"))
    qtbot.waitUntil(lambda: told == ["done"])
