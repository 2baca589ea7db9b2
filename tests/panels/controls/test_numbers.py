"""Fields for whole numbers."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from motworkshop.look import SPACE
from motworkshop.panels.controls.numbers import NumberField


def open_field(qtbot: QtBot, number: int) -> NumberField:
    field = NumberField(0, 999_999)
    field.setValue(number)
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    qtbot.waitUntil(field.isActiveWindow)
    return field


def test_a_number_keeps_off_the_left_edge_however_long_it_is(qtbot: QtBot) -> None:
    field = open_field(qtbot, 999_999)
    field.setFixedWidth(field.fontMetrics().horizontalAdvance("999999") + 2 * SPACE)
    line = field.findChild(QLineEdit)
    assert line is not None
    line.home(False)
    line.setReadOnly(True)  # no cursor in the picture
    image = line.grab().toImage()
    paper = image.pixelColor(1, 1)
    inked = [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y) != paper for y in range(4, image.height() - 4))
    ]
    assert inked, "the number is not there"
    assert inked[0] >= SPACE


def test_a_number_is_ready_to_be_typed_over_and_the_wheel_passes_over_it(qtbot: QtBot) -> None:
    field = open_field(qtbot, 15)
    field.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(field, "8")
    assert field.value() == 8
    middle = QPointF(field.rect().center())
    turn = QWheelEvent(
        middle,
        field.mapToGlobal(middle),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, turn)
    assert field.value() == 8
    assert not turn.isAccepted()
