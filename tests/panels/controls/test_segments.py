"""Joined buttons of which one is chosen."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from motworkshop.panels.controls.segments import Segments

OPTIONS = [("a", "First"), ("b", "R&D"), ("c", "Third")]


def pressed(segments: Segments, name: str) -> None:
    found = segments.findChildren(QToolButton)
    button = next(one for one in found if one.accessibleName() == name)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def checked(segments: Segments) -> list[str]:
    return [one.text() for one in segments.findChildren(QToolButton) if one.isChecked()]


def test_each_segment_chooses_its_own_value_and_says_so_whenever_it_is_pressed(
    qtbot: QtBot,
) -> None:
    segments = Segments(OPTIONS)
    qtbot.addWidget(segments)
    segments.show()
    heard: list[object] = []
    segments.chosen.connect(heard.append)
    for name in ("R&D", "First", "First", "Third"):
        pressed(segments, name)
    assert heard == ["b", "a", "a", "c"]
    assert segments.value == "c"
    assert checked(segments) == ["Third"]


def test_showing_a_value_says_nothing_and_an_ampersand_is_no_key(qtbot: QtBot) -> None:
    segments = Segments(OPTIONS)
    qtbot.addWidget(segments)
    heard: list[object] = []
    segments.chosen.connect(heard.append)
    segments.show_value("b")
    assert heard == []
    assert checked(segments) == ["R&&D"]
