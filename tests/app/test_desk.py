from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from motworkshop.app.desk import Desk
from motworkshop.app.history_list import HistoryList
from motworkshop.app.program import Program
from motworkshop.app.saving import State
from motworkshop.app.window import Window
from motworkshop.model.phases import clock_of
from motworkshop.model.records import Category, Cluster, Id, PhaseKind, PhaseStatus
from motworkshop.model.workshop import Workshop
from motworkshop.panels.controls.fields import LineField, TextField
from motworkshop.panels.phases.rail import PhaseButton
from motworkshop.storage.read import read_workshop


def test_an_edit_is_on_the_disk_a_moment_later_and_the_status_says_so(
    window: Window, file: Path, qtbot: QtBot
) -> None:
    desk = desk_of(window)
    desk.bar.title.setFocus()
    desk.bar.title.selectAll()
    with qtbot.waitSignal(desk.parts.saving.saved):
        QTest.keyClicks(desk.bar.title, "Autumn")
        QTest.keyClick(desk.bar.title, Qt.Key.Key_Return)
        assert desk.parts.saving.state is State.SAVING
        assert desk.status.state.text() == "Saving…"
    assert desk.status.state.text() == "Saved"
    assert workshop_of(window).about.title == "Autumn"
    assert window.windowTitle().startswith("Autumn")
    now = workshop_of(window)
    window.close()
    assert read_workshop(file.with_name("Autumn.motw")) == now


def test_an_empty_title_is_refused_with_its_sentence_in_the_banner(
    window: Window, qtbot: QtBot
) -> None:
    desk = desk_of(window)
    desk.bar.title.setFocus()
    desk.bar.title.selectAll()
    QTest.keyClick(desk.bar.title, Qt.Key.Key_Delete)
    QTest.keyClick(desk.bar.title, Qt.Key.Key_Return)
    assert desk.parts.banner.isVisible()
    assert desk.parts.banner.words == "The title is empty. Write something first."
    assert desk.bar.title.text() == "Spring"
    QTest.mouseClick(button(desk.parts.banner, "Close this message"), Qt.MouseButton.LeftButton)
    assert not desk.parts.banner.isVisible()


def test_undo_and_redo_by_keys_reach_the_workshop_even_while_typing(
    window: Window, qtbot: QtBot
) -> None:
    desk = desk_of(window)
    note = note_named(window, "Bag is lost")
    desk.parts.selection.select([note])
    fields = desk.parts.side.findChildren(TextField)
    text = next(field for field in fields if field.accessibleName() == "Text")
    text.setFocus()
    QTest.keyClicks(text, "Why? ")
    assert workshop_of(window).notes[note].text == "Why? Bag is lost"
    assert desk.parts.document.done == ("Change “Why? Bag is lost”",)
    QTest.keyClick(text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert workshop_of(window).notes[note].text == "Bag is lost"
    assert text.toPlainText() == "Bag is lost"
    QTest.keyClick(text, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert workshop_of(window).notes[note].text == "Why? Bag is lost"


def test_ctrl_z_in_a_single_line_takes_back_the_typing_as_one_step(window: Window) -> None:
    desk = desk_of(window)
    note = note_named(window, "Bag is lost")
    desk.parts.selection.select([note])
    fields = desk.parts.side.findChildren(LineField)
    channel = next(field for field in fields if field.accessibleName() == "Channel")
    channel.setFocus()
    QTest.keyClicks(channel, "Phone")
    assert workshop_of(window).notes[note].channel == "Phone"
    QTest.keyClick(channel, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert workshop_of(window).notes[note].channel == ""
    assert channel.text() == ""
    assert desk.parts.document.undone == ("Change “Bag is lost”",)  # a step, and no new edit


def test_searching_goes_from_match_to_match_and_round(window: Window, qtbot: QtBot) -> None:
    desk = desk_of(window)
    QTest.keyClick(desk.parts.board, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    search = desk.bar.search
    assert search.hasFocus()
    QTest.keyClicks(search, "bag is")
    seen: list[tuple[Id, ...]] = []
    for _press in range(3):
        QTest.keyClick(search, Qt.Key.Key_Return)
        seen.append(desk.parts.selection.notes)
    one, two = note_named(window, "Bag is lost"), note_named(window, "Bag is lost again")
    assert seen == [(one,), (two,), (one,)]
    assert search.count.text() == "1 of 2"
    search.selectAll()
    QTest.keyClicks(search, "nowhere")
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert search.count.text() == "No note found"
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert desk.parts.board.hasFocus() or desk.parts.board.isAncestorOf(_focus(window))


def test_a_number_finds_its_note(window: Window, qtbot: QtBot) -> None:
    desk = desk_of(window)
    desk.bar.search.setFocus()
    QTest.keyClicks(desk.bar.search, "4")
    QTest.keyClick(desk.bar.search, Qt.Key.Key_Return)
    assert desk.parts.selection.notes == (note_named(window, "Seat is broken"),)


def test_the_inspector_takes_the_panels_place_while_notes_are_selected(
    window: Window, qtbot: QtBot
) -> None:
    desk = desk_of(window)
    assert not inspects(desk)
    desk.parts.selection.select([note_named(window, "Seat is broken")])
    assert inspects(desk)
    close = button(desk.parts.side, "Close the inspector")
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert desk.parts.selection.notes == ()
    assert not inspects(desk)


def test_a_digit_sorts_the_selected_notes_and_an_unknown_one_does_nothing(
    window: Window, qtbot: QtBot
) -> None:
    desk = desk_of(window)
    note = note_named(window, "Seat is broken")
    desk.parts.selection.select([note])
    desk.parts.board.setFocus()
    QTest.keyClick(desk.parts.board, Qt.Key.Key_2)
    category = workshop_of(window).notes[note].category
    assert category is not None
    assert workshop_of(window).of(Category)[category].name == "Revenue"
    QTest.keyClick(desk.parts.board, Qt.Key.Key_7)
    assert workshop_of(window).notes[note].category == category
    QTest.keyClick(desk.parts.board, Qt.Key.Key_0)
    assert workshop_of(window).notes[note].category is None


def test_merging_and_splitting_by_keys(window: Window, qtbot: QtBot) -> None:
    desk = desk_of(window)
    lead, other = note_named(window, "Bag is lost"), note_named(window, "Bag is lost again")
    before = workshop_of(window)
    desk.parts.selection.select([lead, other])
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(desk.parts.board, Qt.Key.Key_G, control)
    assert [one.lead for one in _clusters(workshop_of(window))] == [lead]
    desk.parts.selection.select([lead])
    QTest.keyClick(desk.parts.board, Qt.Key.Key_G, control | Qt.KeyboardModifier.ShiftModifier)
    assert workshop_of(window) == before


def test_hidden_panels_stay_hidden_in_the_next_window(
    window: Window, program: Program, file: Path, qtbot: QtBot
) -> None:
    QTest.keyClick(desk_of(window).parts.board, Qt.Key.Key_F8)
    QTest.keyClick(desk_of(window).parts.board, Qt.Key.Key_F9)
    assert not desk_of(window).rail.isVisible()
    assert not desk_of(window).parts.side.isVisible()
    window.close()
    again = program.new_window()
    program.open_file(file, again)
    assert not desk_of(again).rail.isVisible()
    assert not desk_of(again).parts.side.isVisible()
    QTest.mouseClick(button(desk_of(again).bar, "Panel"), Qt.MouseButton.LeftButton)
    assert desk_of(again).parts.side.isVisible()


def test_a_click_opens_any_phase_and_records_it(window: Window, qtbot: QtBot) -> None:
    desk = desk_of(window)
    buttons = desk.rail.findChildren(PhaseButton)
    vote = next(one for one in buttons if one.accessibleName().startswith("Phase 6, Vote"))
    QTest.mouseClick(vote, Qt.MouseButton.LeftButton)
    assert phase_of(desk) is PhaseKind.VOTE
    assert clock_of(workshop_of(window), PhaseKind.VOTE).status is PhaseStatus.CURRENT
    assert clock_of(workshop_of(window), PhaseKind.FRAME).status is PhaseStatus.TO_COME
    assert desk.parts.document.done == ()
    QTest.keyClick(desk.parts.board, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert phase_of(desk) is PhaseKind.CATEGORISE


@pytest.mark.parametrize("kind", list(PhaseKind))
def test_every_phase_says_what_to_do(window: Window, kind: PhaseKind) -> None:
    desk = desk_of(window)
    desk.parts.clock.go_to(kind)
    shown = [one.text() for one in desk.parts.side.findChildren(QLabel) if one.isVisible()]
    assert any(len(words) > 40 for words in shown)
    assert all(
        one.textFormat() is Qt.TextFormat.PlainText
        for one in desk.findChildren(QLabel)
        if one.text()
    )


def test_the_steps_can_be_read_and_gone_back_to(window: Window, qtbot: QtBot) -> None:
    desk = desk_of(window)
    before = workshop_of(window)
    for text in ("Bag is lost", "Seat is broken"):
        desk.parts.selection.select([note_named(window, text)])
        QTest.keyClick(desk.parts.board, Qt.Key.Key_1)
    QTest.keyClick(desk.parts.board, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)

    steps = desk.findChild(HistoryList)
    assert steps is not None
    words = [steps.list.item(row).text() for row in range(steps.list.count())]
    assert words == ["Sort note 4 into Rescue", "Sort note 2 into Rescue", "As it was opened"]
    place = steps.list.visualItemRect(steps.list.item(2)).center()
    QTest.mouseClick(steps.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert workshop_of(window) == before
    assert len(desk.parts.document.undone) == 2


def test_every_control_has_a_name_for_screen_readers(window: Window) -> None:
    desk = desk_of(window)
    desk.parts.selection.select([note_named(window, "Seat is broken")])
    nameless = [
        one
        for one in (*desk.bar.findChildren(QToolButton), *_fields(desk))
        if not (one.accessibleName() or _text(one))
    ]
    assert nameless == []


def _fields(desk: Desk) -> list[QWidget]:
    found: list[QWidget] = [*desk.parts.side.findChildren(LineField)]
    return [
        *found,
        *desk.parts.side.findChildren(QPlainTextEdit),
        *desk.bar.findChildren(QLineEdit),
    ]


def _text(widget: QWidget) -> str:
    return widget.text() or widget.toolTip() if isinstance(widget, QToolButton) else ""


def _focus(window: Window) -> QWidget:
    focus = window.focusWidget()
    assert focus is not None
    return focus


def _clusters(workshop: Workshop) -> list[Cluster]:
    return list(workshop.of(Cluster).values())


def phase_of(desk: Desk) -> PhaseKind:
    return desk.parts.clock.phase


def inspects(desk: Desk) -> bool:
    return desk.parts.side.is_inspecting


def desk_of(window: Window) -> Desk:
    assert window.desk is not None
    return window.desk


def workshop_of(window: Window) -> Workshop:
    return desk_of(window).parts.document.workshop


def note_named(window: Window, text: str) -> Id:
    return next(note.id for note in workshop_of(window).notes.values() if note.text == text)


def button(inside: QWidget, name: str) -> QToolButton:
    return next(one for one in inside.findChildren(QToolButton) if one.accessibleName() == name)
