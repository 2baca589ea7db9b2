import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from motworkshop.look import DARK
from motworkshop.model.agreement import stage_alignment
from motworkshop.model.edits.people import propose_stages
from motworkshop.model.records import Participant, SameStage, Stage
from motworkshop.panels.align.agreed import AgreedStages, StageRow
from motworkshop.panels.align.chip import NameChip
from motworkshop.panels.align.columns import Columns
from motworkshop.panels.align.grip import Grip
from motworkshop.panels.align.scene import AlignScene
from motworkshop.panels.align.tints import letter
from motworkshop.panels.align.words import alignment_sentence, share_in_words
from tests.panels.phase_room import PhaseRoom

Key = Qt.Key
LISTS = (("Search", "Book", "Fly"), ("Awareness", "Booking", "Fly"), ("Book", "Complain"))


@pytest.fixture
def room(qtbot: QtBot) -> PhaseRoom:
    made = PhaseRoom(qtbot, AlignScene, stages=())
    for person, names in zip(made.workshop.ordered(Participant), LISTS, strict=True):
        stages = [(name, f"About {name}") for name in names]
        made.document.do(propose_stages(made.workshop, person.id, stages))
    made.scene.compare()
    return made


def chip(room: PhaseRoom, name: str, person: str) -> NameChip:
    chips = room.window.findChildren(NameChip)
    found = [
        one
        for one in chips
        if one.text() == name and person in one.accessibleName() and not one.isHidden()
    ]
    assert len(found) == 1
    return found[0]


def select(room: PhaseRoom, name: str, person: str) -> None:
    QTest.mouseClick(chip(room, name, person), Qt.MouseButton.LeftButton)


def agreed(room: PhaseRoom) -> AgreedStages:
    found = room.window.findChildren(AgreedStages)
    assert isinstance(found[0], AgreedStages)
    return found[0]


def grip(room: PhaseRoom, name: str) -> Grip:
    grips = room.window.findChildren(Grip)
    return next(one for one in grips if one.accessibleName() == f"Move {name}")


def row_of(room: PhaseRoom, name: str) -> StageRow:
    rows = room.window.findChildren(StageRow)
    return next(row for row in rows if row.name.text() == name)


def test_the_same_name_stands_in_one_row_and_has_one_letter(room: PhaseRoom) -> None:
    tops = {chip(room, "Fly", person).y() for person in ("Ann", "Bengt")}
    assert len(tops) == 1
    assert "same as" in chip(room, "Fly", "Ann").accessibleName()
    assert "same as" not in chip(room, "Search", "Ann").accessibleName()
    assert [letter(number) for number in (0, 25, 26)] == ["A", "Z", "A2"]


def test_declaring_the_same_raises_the_figure_and_can_be_taken_back(room: PhaseRoom) -> None:
    before = stage_alignment(room.workshop)
    assert before is not None
    assert not room.button("Declare the same").isEnabled()
    select(room, "Book", "Ann")
    assert not room.button("Declare the same").isEnabled()
    select(room, "Booking", "Bengt")
    room.click("Declare the same")
    (same,) = room.workshop.of(SameStage).values()
    assert same.names == ("Book", "Booking")
    after = stage_alignment(room.workshop)
    assert after is not None
    assert after > before
    assert f"{after:.2f}" in room.seen()
    assert f"It was {before:.2f} before" in room.seen()
    assert chip(room, "Book", "Ann").y() == chip(room, "Booking", "Bengt").y()
    room.click("Tell Book and Booking apart again")
    assert not room.workshop.of(SameStage)
    assert stage_alignment(room.workshop) == before


def test_an_empty_list_says_what_comes_next_for_this_group(qtbot: QtBot) -> None:
    room = PhaseRoom(qtbot, AlignScene, stages=())
    room.sees("No stages yet. Write down yours first, alone.")
    (ann, *_others) = room.workshop.ordered(Participant)
    room.document.do(propose_stages(room.workshop, ann.id, [("Book", "")]))
    room.sees("No stages yet. Compare what you have written, and choose from it.")
    assert "Write down yours" not in room.seen()


def test_enter_makes_a_name_a_stage_with_its_definition(room: PhaseRoom) -> None:
    chip(room, "Book", "Ann").setFocus()
    room.press(Key.Key_Return)
    (stage,) = room.workshop.ordered(Stage)
    assert (stage.name, stage.definition) == ("Book", "About Book")
    room.press(Key.Key_Return)
    assert room.refusals == ["There is a stage “Book” already."]


def test_a_double_click_makes_a_name_a_stage_and_selects_nothing(room: PhaseRoom) -> None:
    one = chip(room, "Search", "Ann")
    QTest.mouseClick(one, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(one, Qt.MouseButton.LeftButton)
    assert room.stages() == ["Search"]
    assert not one.isChecked()


def test_several_selected_names_become_stages_at_once(room: PhaseRoom) -> None:
    select(room, "Search", "Ann")
    select(room, "Complain", "Carin")
    room.click("Make them stages")
    assert room.stages() == ["Search", "Complain"]


def test_a_name_is_dragged_to_its_place_among_the_stages(room: PhaseRoom) -> None:
    chip(room, "Search", "Ann").setFocus()
    room.press(Key.Key_Return)
    chip(room, "Fly", "Ann").setFocus()
    room.press(Key.Key_Return)
    target = agreed(room)
    room.qtbot.waitUntil(lambda: room.field("Name of stage 2").y() >= 0)
    second = room.field("Name of stage 2")
    at = second.mapTo(target, QPoint(0, -8))
    room.drag(chip(room, "Book", "Carin"), target, at)
    assert room.stages() == ["Search", "Book", "Fly"]
    assert room.document.done[-1] == "Add stage “Book”"
    room.document.undo()
    assert room.stages() == ["Search", "Fly"]


def test_a_name_that_is_dropped_beside_the_list_stays_a_proposal(room: PhaseRoom) -> None:
    one = chip(room, "Book", "Carin")
    room.drag(one, room.scene.centre, QPoint(40, 400))
    assert room.stages() == []
    assert not one.isChecked()


def test_arrow_keys_go_from_name_to_name_and_space_selects(room: PhaseRoom) -> None:
    chip(room, "Search", "Ann").setFocus()
    room.press(Key.Key_Down, Key.Key_Right)
    assert room.focused() is chip(room, "Booking", "Bengt")
    room.press(Key.Key_Space)
    assert chip(room, "Booking", "Bengt").isChecked()
    room.press(Key.Key_Up, Key.Key_Up, Key.Key_Left, Key.Key_Left)
    assert room.focused() is chip(room, "Search", "Ann")


def test_an_arrow_key_brings_a_column_out_of_sight_into_view(room: PhaseRoom) -> None:
    for number in range(12):
        room.document.do(propose_stages(room.workshop, f"Guest {number:02}", [("Book", "")]))
    columns = room.window.findChildren(Columns)[0]
    end = chip(room, "Book", "Guest 11").geometry().right()
    room.qtbot.waitUntil(lambda: columns.width() > end)
    chip(room, "Search", "Ann").setFocus()
    room.press(*[Key.Key_Right] * 14)
    last = room.focused()
    assert "Guest 11" in last.accessibleName()
    assert last.visibleRegion().boundingRect() == last.rect()


def test_stages_are_named_defined_reordered_and_removed_in_the_list(room: PhaseRoom) -> None:
    for name in ("Search", "Fly"):
        chip(room, name, "Ann").setFocus()
        room.press(Key.Key_Return)
    room.qtbot.waitUntil(lambda: len(room.buttons("Remove Fly")) == 1)
    second = room.field("Name of stage 2")
    second.setFocus()
    room.press(Key.Key_End)
    room.type("!")
    assert room.stages() == ["Search", "Fly!"]
    room.press(Key.Key_Up, held=Qt.KeyboardModifier.AltModifier)
    assert room.stages() == ["Fly!", "Search"]
    assert room.focused() is second
    room.press(Key.Key_Down, held=Qt.KeyboardModifier.AltModifier)
    room.press(Key.Key_Down, held=Qt.KeyboardModifier.AltModifier)
    assert room.stages() == ["Search", "Fly!"]
    room.area("Definition of Search").setFocus()
    room.type("Ends with an offer. ")
    assert room.workshop.ordered(Stage)[0].definition == "Ends with an offer. About Search"
    room.click("Remove Search")
    assert room.stages() == ["Fly!"]


def test_a_row_is_dragged_by_its_grip(room: PhaseRoom) -> None:
    for name in ("Search", "Book", "Fly"):
        chip(room, name, "Ann").setFocus()
        room.press(Key.Key_Return)
    room.qtbot.waitUntil(lambda: len(room.buttons("Remove Fly")) == 1)
    room.drag(grip(room, "Search"), agreed(room), row_of(room, "Fly").geometry().bottomLeft())
    assert room.stages() == ["Book", "Fly", "Search"]
    grip(room, "Search").setFocus()
    room.press(Key.Key_Up)
    assert room.stages() == ["Book", "Search", "Fly"]


def test_the_comparison_gives_the_middle_back(room: PhaseRoom) -> None:
    assert room.wanted == [True]
    QTest.mouseClick(room.buttons("To the board")[0], Qt.MouseButton.LeftButton)
    assert room.wanted == [True, False]
    assert not room.scene.is_centre_wanted


def test_another_theme_is_painted(room: PhaseRoom) -> None:
    room.scene.set_theme(DARK)
    picture = room.scene.centre.grab().toImage()
    assert picture.pixelColor(4, 4).name().upper() == DARK.board


@pytest.mark.parametrize(
    ("lists", "expected"),
    [
        ((), "Two people and more"),
        ((("a",),), "Two people and more"),
        ((("a", "b"), ("A", " b ")), "Two people, one answer. Everybody sees the same journey."),
        ((("a",), ("b",), ("c",)), "Three people, three answers. Hardly any"),
        ((("a", "b", "c"), ("a", "b", "d")), "Two people, two answers. Much of it"),
    ],
)
def test_the_figure_is_said_in_a_sentence(
    qtbot: QtBot, lists: tuple[tuple[str, ...], ...], expected: str
) -> None:
    room = PhaseRoom(qtbot, AlignScene, stages=())
    for person, names in zip("xyz", lists, strict=False):
        edit = propose_stages(room.workshop, person, [(name, "") for name in names])
        room.document.do(edit)
    assert alignment_sentence(room.workshop).startswith(expected)


@pytest.mark.parametrize(
    ("alignment", "expected"),
    [
        (0, "You share none of the stages"),
        (0.01, "You share hardly any of the stages"),
        (0.24, "You share about a quarter of the stages"),
        (2 / 3, "You share about two thirds of the stages"),
        (0.99, "You share nearly all of the stages"),
        (1, "You share all of the stages"),
    ],
)
def test_the_figure_is_said_in_words(alignment: float, expected: str) -> None:
    assert share_in_words(alignment) == expected
