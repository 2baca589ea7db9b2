import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from pytestqt.qtbot import QtBot

from motworkshop.look import DARK
from motworkshop.model.edits.categories import add_category, delete_category
from motworkshop.model.edits.clusters import merge_notes
from motworkshop.model.edits.notes import categorise_notes, delete_notes
from motworkshop.model.records import Category
from motworkshop.panels.categorise.scene import CategoriseScene
from tests.panels.phase_room import PhaseRoom

Key = Qt.Key
TEXTS = ("Late bag", "Kind crew", "Cold soup", "Lost card")


@pytest.fixture
def room(qtbot: QtBot) -> PhaseRoom:
    made = PhaseRoom(qtbot, CategoriseScene, texts=TEXTS)
    for name in ("Rescue", "Revenue", "Respond", "Relationship"):
        made.document.do(add_category(made.workshop, name, f"About {name}"))
    return made


def sorted_into(room: PhaseRoom) -> dict[str, str]:
    categories = room.workshop.of(Category)
    return {
        note.text: categories[note.category].name
        for note in room.workshop.notes.values()
        if note.category is not None
    }


def shown(room: PhaseRoom) -> str:
    paper = room.scene.sorter.way.current
    return "" if paper is None else room.workshop.notes[paper].text


def test_digits_sort_one_note_after_the_other(room: PhaseRoom) -> None:
    room.click("Sort 4 notes")
    assert room.wanted == [True]
    room.type("14")
    assert sorted_into(room) == {"Late bag": "Rescue", "Kind crew": "Relationship"}
    assert "2 of 4 notes sorted." in room.seen()
    room.type("32")
    assert "All notes are sorted." in room.seen()
    assert len(room.document.done) >= 4
    room.sees("Every note has a category.")


def test_a_click_on_a_target_sorts_too(room: PhaseRoom) -> None:
    room.click("Sort 4 notes")
    room.click("Respond, key 3")
    assert sorted_into(room) == {"Late bag": "Respond"}
    room.type("1")
    assert sorted_into(room)["Kind crew"] == "Rescue"


def test_notes_for_later_come_again_at_the_end(room: PhaseRoom) -> None:
    room.click("Sort 4 notes")
    room.press(Key.Key_Space)
    room.type("1")
    room.press(Key.Key_Space)
    room.type("1")
    assert "2 of 4 notes sorted. Now the 2 notes that you left for later." in room.seen()
    assert shown(room) == "Late bag"
    room.type("23")
    assert sorted_into(room) == {
        "Late bag": "Revenue",
        "Kind crew": "Rescue",
        "Cold soup": "Respond",
        "Lost card": "Rescue",
    }


def test_backspace_goes_back_and_another_key_changes_the_decision(room: PhaseRoom) -> None:
    room.click("Sort 4 notes")
    room.type("12")
    room.press(Key.Key_Backspace)
    assert shown(room) == "Kind crew"
    assert room.button("Revenue, key 2").isChecked()
    assert "1 of 4 notes sorted." in room.seen()
    room.type("3")
    assert sorted_into(room)["Kind crew"] == "Respond"
    assert shown(room) == "Cold soup"


def test_none_takes_the_category_away_and_goes_on(room: PhaseRoom) -> None:
    rescue = next(iter(room.workshop.of(Category)))
    room.document.do(categorise_notes(room.workshop, [room.note("Late bag").id], rescue))
    room.click("Go through all 4 notes")
    room.type("0")
    assert sorted_into(room) == {}
    assert shown(room) == "Kind crew"


def test_a_digit_without_a_category_does_nothing(room: PhaseRoom) -> None:
    room.click("Sort 4 notes")
    room.type("79")
    assert sorted_into(room) == {}
    assert shown(room) == "Late bag"


def test_the_keys_belong_to_the_sorter_and_not_to_the_board(room: PhaseRoom) -> None:
    stolen: list[str] = []
    for keys in ("1", "0", "Backspace"):
        action = QAction(keys, room.window)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _checked=False, keys=keys: stolen.append(keys))
        room.window.addAction(action)
    room.click("Sort 4 notes")
    room.type("10")
    room.press(Key.Key_Backspace)
    assert stolen == []
    assert sorted_into(room) == {"Late bag": "Rescue"}


def test_escape_goes_to_the_board_and_the_rest_can_be_taken_up_again(room: PhaseRoom) -> None:
    room.click("Sort 4 notes")
    room.type("1")
    room.press(Key.Key_Escape)
    assert room.wanted == [True, False]
    room.click("Sort 3 notes")
    assert shown(room) == "Kind crew"


def test_undo_and_vanishing_notes_are_followed(room: PhaseRoom) -> None:
    room.click("Sort 4 notes")
    room.type("1")
    room.document.undo()
    assert sorted_into(room) == {}
    room.document.do(delete_notes(room.workshop, [room.note("Kind crew").id]))
    assert shown(room) == "Cold soup"
    assert "of 3 notes" in room.seen()


def test_clusters_are_sorted_by_their_lead_alone(room: PhaseRoom) -> None:
    lead, member = room.note("Late bag").id, room.note("Lost card").id
    room.document.do(merge_notes(room.workshop, lead, [member]))
    room.click("Sort 3 notes")
    room.type("111")
    assert "Lost card" not in sorted_into(room)
    assert "All notes are sorted." in room.seen()


def test_categories_that_come_and_go_change_the_targets(room: PhaseRoom) -> None:
    room.click("Sort 4 notes")
    room.document.do(add_category(room.workshop, "Reassure"))
    room.button("Reassure, key 5")
    rescue = next(one for one in room.workshop.of(Category).values() if one.style == 1)
    room.document.do(delete_category(room.workshop, rescue.id))
    assert not room.buttons("Rescue, key 1")
    room.type("15")
    assert sorted_into(room) == {"Late bag": "Reassure"}


def test_another_theme_is_painted(room: PhaseRoom) -> None:
    room.click("Sort 4 notes")
    room.scene.set_theme(DARK)
    assert room.scene.centre.grab().toImage().pixelColor(4, 4).name().upper() == DARK.board


def test_with_nothing_to_sort_nothing_is_offered(qtbot: QtBot) -> None:
    room = PhaseRoom(qtbot, CategoriseScene)
    assert "Stages and categories" not in room.seen(), "the board says what to do"
    assert not room.buttons("Sort 0 notes")
