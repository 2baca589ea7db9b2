from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolButton
from pytestqt.qtbot import QtBot

from motworkshop.app.window import Window
from motworkshop.model.records import Participant, PhaseKind, Round
from motworkshop.model.rounds import Terms, close_round, hand_over, start_round
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


def read(view: ProjectorView) -> str:
    view.set_animated(False)
    view.grab()
    return "\n".join(view.words)


def presented(window: Window, kind: PhaseKind) -> ProjectorView:
    """The wall in a phase."""
    assert window.desk is not None
    window.desk.parts.clock.go_to(kind)
    QTest.keyClick(window.desk.parts.board, Qt.Key.Key_F5)
    view = wall()
    assert view is not None
    return view


def press(qtbot: QtBot, window: Window, words: str) -> None:
    """Click the one button that says this; what is built anew appears a moment later."""

    def found() -> list[QAbstractButton]:
        buttons = window.findChildren(QAbstractButton)
        said = [one for one in buttons if words in {one.text(), one.accessibleName()}]
        return [one for one in said if one.isVisible()]

    qtbot.waitUntil(lambda: len(found()) == 1)
    QTest.mouseClick(found()[0], Qt.MouseButton.LeftButton)


def held(window: Window, *ballots: tuple[str, ...], cut: int = 2) -> list[str]:
    """A closed vote in which each of these gave a dot to notes; the texts of all notes."""
    assert window.desk is not None
    document = window.desk.parts.document
    document.record(start_round(document.workshop, "Vote", Terms("Which?", None, 1, cut)))
    (vote,) = document.workshop.of(Round).values()
    for place, texts in enumerate(ballots):
        given = {note.id: 1 for note in document.workshop.notes.values() if note.text in texts}
        document.record(hand_over(document.workshop, vote, f"Voter {place}", given))
    document.record(close_round(document.workshop, vote))
    return [note.text for note in document.workshop.notes.values()]


def test_the_wall_shows_the_card_that_is_open_in_own(window: Window, qtbot: QtBot) -> None:
    held(window, ("Payment is declined", "Seat is broken"), ("Payment is declined",))
    view = presented(window, PhaseKind.OWN)
    assert "Payment is declined" in read(view)
    assert "Seat is broken" not in read(view)
    press(qtbot, window, "Next")
    assert "Seat is broken" in read(view)
    assert "Payment is declined" not in read(view)
    press(qtbot, window, "Matrix")
    assert "Who answers for each moment?" in read(view)
    press(qtbot, window, "Cards")
    assert "Who answers for each moment?" not in read(view)
    assert window.desk is not None
    window.desk.parts.clock.go_to(PhaseKind.CLUSTER)
    window.desk.parts.clock.go_to(PhaseKind.OWN)
    assert "Seat is broken" in read(view)


def test_the_wall_shows_the_prompt_card_until_it_is_put_back(window: Window, qtbot: QtBot) -> None:
    assert window.desk is not None
    first, second = window.desk.parts.document.workshop.about.prompts[:2]
    view = presented(window, PhaseKind.BRAINSTORM)
    assert first in read(view)
    press(qtbot, window, "Next prompt")
    assert second in read(view)
    assert first not in read(view)
    press(qtbot, window, "Used")
    assert "What about…" not in read(view)
    assert second not in read(view)
    press(qtbot, window, "Not used")
    assert second in read(view)


def test_the_wall_turns_to_the_round_that_is_looked_at_and_says_how_the_tie_was_settled(
    window: Window, qtbot: QtBot
) -> None:
    bag, again, seat = "Bag is lost", "Bag is lost again", "Seat is broken"
    held(window, (bag,), (again,), (seat,), cut=2)
    assert window.desk is not None
    document = window.desk.parts.document
    view = presented(window, PhaseKind.REVEAL)
    assert "3 notes are tied for 2 places. They are 2, 3 and 4." in read(view)
    press(qtbot, window, "Run-off among these three")
    run_off = document.workshop.ordered(Round)[-1]
    for place, texts in enumerate([(bag, seat), (seat,), (bag,)]):
        given = {note.id: 1 for note in document.workshop.notes.values() if note.text in texts}
        document.record(hand_over(document.workshop, run_off, f"Voter {place}", given))
    assert window.desk.parts.clock.phase is PhaseKind.VOTE
    document.record(close_round(document.workshop, run_off))
    window.desk.parts.clock.go_to(PhaseKind.REVEAL)
    words = read(view)
    assert "Tied for places 1 and 2. The run-off chose 2 and 4." in words
    assert "Run-off: 2 dots for 2, 2 for 4 and 0 for 3." in words
    assert again in words
    press(qtbot, window, "Show the bars of “Run-off”")
    assert "3 people voted in secret: 4 dots on 3 notes" in read(view)
    press(qtbot, window, "Back to “Vote”")
    assert "Tied for places 1 and 2." in read(view)


def moves(view: ProjectorView) -> bool:
    return view.is_moving


def test_growing_the_bars_again_grows_them_on_the_wall_too(window: Window, qtbot: QtBot) -> None:
    held(window, ("Bag is lost",))
    view = presented(window, PhaseKind.REVEAL)
    read(view)
    view.set_animated(True)
    assert not moves(view)
    press(qtbot, window, "Let the bars grow again")
    assert moves(view)
    view.set_animated(False)


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
