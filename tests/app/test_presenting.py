from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from motworkshop.app.window import Window
from motworkshop.model.records import Participant, PhaseKind, Round
from motworkshop.model.rounds import Terms, hand_over, start_round
from motworkshop.panels.projector.view import ProjectorView


def wall() -> ProjectorView | None:
    for widget in QApplication.topLevelWidgets():
        view = widget.findChild(ProjectorView)
        if view is not None and widget.isVisible():
            return view
    return None


def is_dark(view: ProjectorView) -> bool:
    return view.is_blank


def test_f5_shows_the_room_its_picture_and_takes_it_away(window: Window, qtbot: QtBot) -> None:
    assert window.desk is not None
    board = window.desk.parts.board
    assert wall() is None
    QTest.keyClick(board, Qt.Key.Key_F5)
    view = wall()
    assert view is not None
    assert view.phase.value == "frame"
    window.desk.parts.clock.go_to(PhaseKind.REPORT)
    assert view.phase.value == "report"
    QTest.keyClick(board, Qt.Key.Key_B)
    assert is_dark(view)
    QTest.keyClick(board, Qt.Key.Key_B)
    assert not is_dark(view)
    QTest.keyClick(board, Qt.Key.Key_F5)
    assert wall() is None


def test_the_wall_goes_with_the_window(window: Window, qtbot: QtBot) -> None:
    assert window.desk is not None
    present = next(
        one for one in window.desk.bar.findChildren(QToolButton) if one.text().strip() == "Present"
    )
    QTest.mouseClick(present, Qt.MouseButton.LeftButton)
    assert wall() is not None
    window.close()
    assert wall() is None


def test_an_open_secret_round_shows_the_wall_no_dots(window: Window, qtbot: QtBot) -> None:
    assert window.desk is not None
    document = window.desk.parts.document
    document.record(start_round(document.workshop, "Vote", Terms(budget=3, cap=None)))
    (vote,) = document.workshop.of(Round).values()
    note = next(iter(document.workshop.notes))
    document.record(hand_over(document.workshop, vote, "Zoe", {note: 3}))
    window.desk.parts.clock.go_to(PhaseKind.VOTE)
    QTest.keyClick(window.desk.parts.board, Qt.Key.Key_F5)
    view = wall()
    assert view is not None
    view.set_animated(False)
    qtbot.waitUntil(lambda: bool(view.words))
    text = document.workshop.notes[note].text
    assert not [words for words in view.words if text in words or "Zoe" in words]
    assert not document.workshop.of(Participant)


def test_what_is_typed_into_the_search_is_marked_on_the_board(window: Window, qtbot: QtBot) -> None:
    assert window.desk is not None
    field = window.desk.bar.search
    field.setFocus()
    told: list[list[str] | None] = []
    window.desk.parts.search.matched.connect(told.append)
    QTest.keyClicks(field, "seat")
    notes = window.desk.parts.document.workshop.notes
    assert [notes[one].text for one in told[-1] or []] == ["Seat is broken"]
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert told[-1] is None
