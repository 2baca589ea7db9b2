"""Searching, filtering and walking through matches, by keys and mouse in the real window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget
from pytestqt.qtbot import QtBot

from motworkshop.app.desk import Desk
from motworkshop.app.filter_chips import Chip
from motworkshop.app.filter_sheet import FilterSheet
from motworkshop.app.window import Window
from motworkshop.model.edits.clusters import merge_notes
from motworkshop.model.edits.notes import categorise_notes, edit_notes, move_notes
from motworkshop.model.edits.stages import delete_stage
from motworkshop.model.facets import Facet, Filter
from motworkshop.model.records import Category, Id, PhaseKind, Place, Stage
from motworkshop.model.workshop import Workshop

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desk(window: Window, qtbot: QtBot) -> Desk:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert window.desk is not None
    window.desk.parts.board.set_animated(False)
    window.desk.parts.board.setFocus()
    return window.desk


def test_what_matches_is_counted_at_every_key(desk: Desk) -> None:
    press(desk, "Ctrl+F")
    assert desk.bar.search.hasFocus()
    type_(desk, "LOST ba")
    assert desk.bar.search.count.text() == "2 of 4 notes"
    type_(desk, "x")
    assert desk.bar.search.count.text() == "No note found"


def test_f3_walks_in_reading_order_and_round_from_wherever_the_keys_are(desk: Desk) -> None:
    put_last_stage_first(desk)
    search(desk, "bag")
    desk.parts.board.setFocus()
    assert walk(desk, "F3", 3) == ["Bag is lost again", "Bag is lost", "Bag is lost again"]
    assert walk(desk, "Shift+F3", 2) == ["Bag is lost", "Bag is lost again"]
    assert desk.bar.search.count.text() == "1 of 2"


def test_what_is_moved_while_one_walks_is_found_in_its_new_turn(desk: Desk) -> None:
    search(desk, "bag")
    desk.parts.board.setFocus()
    assert walk(desk, "F3", 2) == ["Bag is lost", "Bag is lost again"]
    put_last_stage_first(desk)
    assert walk(desk, "F3", 2) == ["Bag is lost", "Bag is lost again"]
    assert desk.bar.search.count.text() == "1 of 2"


def test_enter_and_shift_enter_walk_while_one_types(desk: Desk) -> None:
    search(desk, "is")
    assert walk(desk, "Return", 2) == ["Payment is declined", "Bag is lost"]
    assert walk(desk, "Shift+Return", 2) == ["Payment is declined", "Seat is broken"]


def test_a_match_comes_into_sight(desk: Desk) -> None:
    board = desk.parts.board
    note = named(desk, "Seat is broken")
    board.set_zoom(3.0)
    board.show_note(named(desk, "Payment is declined"))
    assert not in_sight(desk, note)
    search(desk, "seat")
    press(desk, "Return")
    assert in_sight(desk, note)


def test_a_match_that_can_be_read_where_it_is_moves_nothing(desk: Desk) -> None:
    board = desk.parts.board
    board.set_zoom(1.0)
    board.show_note(named(desk, "Bag is lost"))
    before = board.camera.shot()
    search(desk, "bag")
    press(desk, "Return")
    assert board.camera.shot() == before


def test_esc_ends_the_search_and_leads_back_to_the_board(desk: Desk) -> None:
    search(desk, "bag")
    desk.parts.search.add(Filter(Facet.CATEGORY, None))
    press(desk, "Esc")
    assert desk.parts.search.sought.is_nothing
    assert (desk.bar.search.text(), desk.bar.search.count.text()) == ("", "")
    assert not desk.chips.isVisible()
    assert desk.parts.board.hasFocus()


def test_what_is_written_meanwhile_is_found(desk: Desk) -> None:
    search(desk, "train")
    assert desk.bar.search.count.text() == "No note found"
    note = named(desk, "Bag is lost")
    desk.parts.editing.do(edit_notes, [note], text="Misses the train")
    assert desk.bar.search.count.text() == "1 of 4 notes"
    desk.parts.document.undo()
    assert desk.bar.search.count.text() == "No note found"


def test_a_match_in_a_cluster_is_shown_by_its_lead(desk: Desk) -> None:
    lead, member = named(desk, "Bag is lost"), named(desk, "Bag is lost again")
    desk.parts.editing.do(merge_notes, lead, [member])
    search(desk, "again")
    press(desk, "Return")
    assert desk.parts.selection.notes == (lead,)


def test_the_status_line_leads_to_the_notes_without_a_category(desk: Desk, qtbot: QtBot) -> None:
    desk.parts.editing.do(categorise_notes, [named(desk, "Bag is lost")], category(desk))
    qtbot.waitUntil(lambda: desk.status.loose.text() == "3 without a category")
    QTest.mouseClick(desk.status.loose, LEFT)
    assert desk.bar.search.count.text() == "3 of 4 notes"
    assert chips(desk) == ["Without a category"]


def test_sorting_one_after_the_other_goes_on_with_the_next(desk: Desk) -> None:
    """F3, a category, F3, a category: no note is passed over."""
    QTest.mouseClick(desk.status.loose, LEFT)
    desk.parts.board.setFocus()
    seen = []
    for _note in range(4):
        press(desk, "F3")
        seen += [shown(desk)]
        press(desk, "1")
    texts = ["Payment is declined", "Bag is lost", "Bag is lost again", "Seat is broken"]
    assert seen == texts
    assert desk.bar.search.count.text() == "No note found"


def test_filters_are_chosen_by_keys(desk: Desk) -> None:
    press(desk, "Ctrl+Shift+F")
    sheet = filter_sheet(desk)
    assert sheet.facets.currentItem().text() == "Category"
    press(desk, "Left")
    press(desk, "Up")
    assert sheet.facets.currentItem().text() == "Stage"
    press(desk, "Right")
    press(desk, "Space")
    press(desk, "Down")
    press(desk, "Space")
    first, second = desk.parts.editing.workshop.ordered(Stage)[:2]
    assert chips(desk) == [f"Stage: {first.name}", f"Stage: {second.name}"]
    assert desk.bar.search.count.text() == "2 of 4 notes"
    press(desk, "Space")
    assert chips(desk) == [f"Stage: {first.name}"]
    press(desk, "Esc")
    assert desk.findChild(FilterSheet) is None or not filter_sheet(desk).isVisible()
    assert desk.parts.board.hasFocus()
    assert desk.bar.search.count.text() == "1 of 4 notes"


def test_filters_are_chosen_by_the_mouse_and_narrow_words_down(desk: Desk) -> None:
    search(desk, "bag")
    QTest.mouseClick(desk.bar.finder.button, LEFT)
    sheet = filter_sheet(desk)
    click_row(sheet.facets, "Stage")
    stage = desk.parts.editing.workshop.notes[named(desk, "Bag is lost")].stage
    name = desk.parts.editing.workshop.of(Stage)[stage or ""].name
    click_row(sheet.choices, name)
    assert desk.bar.search.count.text() == "1 of 4 notes"
    QTest.mouseClick(sheet, LEFT, pos=sheet.rect().bottomLeft())
    assert not sheet.isVisible()
    assert desk.bar.search.hasFocus()


def test_no_key_reaches_the_board_while_filters_are_chosen(desk: Desk) -> None:
    desk.parts.selection.select([named(desk, "Bag is lost")])
    press(desk, "Ctrl+Shift+F")
    before = desk.parts.editing.workshop
    for keys in ("1", "N", "Del", "Ctrl+D", "Ctrl+A"):
        press(desk, keys)
    assert desk.parts.editing.workshop == before
    assert len(desk.parts.selection.notes) == 1


def test_tab_stays_in_the_sheet_of_filters(desk: Desk) -> None:
    press(desk, "Ctrl+Shift+F")
    sheet = filter_sheet(desk)
    for keys in ("Tab", "Tab", "Tab", "Shift+Tab", "Shift+Tab", "Shift+Tab", "Shift+Tab"):
        press(desk, keys)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert sheet.isAncestorOf(focus)


def test_a_chip_takes_its_filter_away(desk: Desk) -> None:
    for value in (None, category(desk)):
        desk.parts.search.add(Filter(Facet.CATEGORY, value))
    assert chips(desk) == ["Without a category", "Category: Rescue"]
    first, second = chip_buttons(desk)
    QTest.mouseClick(first, LEFT)
    assert chips(desk) == ["Category: Rescue"]
    second = chip_buttons(desk)[0]
    second.setFocus()
    QTest.keyClick(second, Qt.Key.Key_Delete)
    assert not desk.chips.isVisible()
    assert desk.bar.search.count.text() == ""


def test_a_click_on_a_chip_leaves_the_keys_on_the_board(desk: Desk) -> None:
    for value in (None, category(desk)):
        desk.parts.search.add(Filter(Facet.CATEGORY, value))
    for _again in range(2):
        QTest.mouseClick(chip_buttons(desk)[0], LEFT)
        assert desk.parts.board.hasFocus()
    assert chips(desk) == []


def test_chips_taken_away_by_keys_hand_the_keys_on_and_at_last_to_the_board(desk: Desk) -> None:
    for value in (None, category(desk)):
        desk.parts.search.add(Filter(Facet.CATEGORY, value))
    last = chip_buttons(desk)[-1]
    last.setFocus()
    QTest.keyClick(last, Qt.Key.Key_Delete)
    (left,) = chip_buttons(desk)
    assert left.hasFocus()
    QTest.keyClick(left, Qt.Key.Key_Space)
    assert chips(desk) == []
    assert desk.parts.board.hasFocus()


def test_filters_of_what_is_removed_go_with_it(desk: Desk) -> None:
    stage = desk.parts.editing.workshop.ordered(Stage)[-1]
    desk.parts.search.add(Filter(Facet.STAGE, stage.id))
    desk.parts.editing.do(delete_stage, stage.id)
    assert desk.parts.search.sought.is_nothing
    assert chips(desk) == []


def test_behind_the_curtain_words_find_nothing(desk: Desk) -> None:
    """Nobody may find out what others are writing."""
    search(desk, "bag")
    desk.parts.scenes.curtain_wanted.emit(True)
    assert desk.bar.search.count.text() == "No note found"
    desk.parts.scenes.curtain_wanted.emit(False)
    assert desk.bar.search.count.text() == "2 of 4 notes"


def test_the_search_stays_while_the_phase_changes(desk: Desk) -> None:
    search(desk, "bag")
    desk.parts.clock.go_to(PhaseKind.CATEGORISE)
    assert desk.bar.search.text() == "bag"
    assert desk.parts.search.sought.words == "bag"


# ---- hands and eyes


def press(desk: Desk, keys: str) -> None:
    if QApplication.activeWindow() is None:  # a desktop sees to it; the offscreen platform does not
        desk.window().activateWindow()
    QTest.keySequence(desk.window().windowHandle(), QKeySequence(keys))


def type_(desk: Desk, text: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, text)


def search(desk: Desk, words: str) -> None:
    press(desk, "Ctrl+F")
    type_(desk, words)


def walk(desk: Desk, keys: str, times: int) -> list[str]:
    seen = []
    for _time in range(times):
        press(desk, keys)
        seen.append(shown(desk))
    return seen


def shown(desk: Desk) -> str:
    (note,) = desk.parts.selection.notes
    return workshop_of(desk).notes[note].text


def in_sight(desk: Desk, note: Id) -> bool:
    where = desk.parts.board.note_rect(note)
    return where is not None and desk.parts.board.camera.free.contains(where)


def workshop_of(desk: Desk) -> Workshop:
    return desk.parts.editing.workshop


def named(desk: Desk, text: str) -> Id:
    return next(note.id for note in workshop_of(desk).notes.values() if note.text == text)


def category(desk: Desk) -> Id:
    return workshop_of(desk).ordered(Category)[0].id


def put_last_stage_first(desk: Desk) -> None:
    """The notes “Bag is lost” and “Bag is lost again” change places."""
    notes = [named(desk, text) for text in ("Bag is lost", "Bag is lost again")]
    stages = [workshop_of(desk).notes[note].stage for note in notes]
    places = {note: Place(stage) for note, stage in zip(notes, reversed(stages), strict=True)}
    desk.parts.editing.do(move_notes, places)


def chip_buttons(desk: Desk) -> list[Chip]:
    QApplication.processEvents()  # a layout shows what it is given with the next event
    return [one for one in desk.chips.findChildren(Chip) if one.isVisible()]


def chips(desk: Desk) -> list[str]:
    return [one.text().replace("&&", "&") for one in chip_buttons(desk)]


def filter_sheet(desk: Desk) -> FilterSheet:
    sheet = desk.findChild(FilterSheet)
    assert sheet is not None
    return sheet


def click_row(rows: QListWidget, words: str) -> None:
    item = next(rows.item(row) for row in range(rows.count()) if rows.item(row).text() == words)
    rows.scrollToItem(item)
    QTest.mouseClick(rows.viewport(), LEFT, pos=rows.visualItemRect(item).center())
