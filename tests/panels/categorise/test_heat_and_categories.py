import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from motworkshop.look import DARK, HIGH_CONTRAST_DARK, SMALL, Theme
from motworkshop.model.edits.categories import add_category
from motworkshop.model.edits.notes import Draft, add_notes, categorise_notes
from motworkshop.model.heatmap import heat_map
from motworkshop.model.records import Category, Stage
from motworkshop.panels.categorise.heat_head import HeatHead
from motworkshop.panels.categorise.heat_table import empty_words
from motworkshop.panels.categorise.scene import CategoriseScene
from tests.panels.phase_room import PhaseRoom

Key = Qt.Key


@pytest.fixture
def room(qtbot: QtBot) -> PhaseRoom:
    made = PhaseRoom(qtbot, CategoriseScene, stages=("Book", "Fly"))
    for name in ("Rescue", "Revenue"):
        made.document.do(add_category(made.workshop, name))
    book = made.workshop.ordered(Stage)[0].id
    rescue = category(made, "Rescue").id
    fields = {"stage": book, "category": rescue}
    drafts = [
        Draft("Late bag", fields=fields),
        Draft("Lost card", fields=fields),
        Draft("Unsorted", fields={"stage": book}),
    ]
    made.document.do(add_notes(made.workshop, drafts))
    return made


def category(room: PhaseRoom, name: str) -> Category:
    return next(one for one in room.workshop.of(Category).values() if one.name == name)


def test_a_cell_says_its_number_and_shows_its_notes(room: PhaseRoom) -> None:
    room.click("Book, Rescue: 2 notes")
    assert room.chosen == [[room.note("Late bag").id, room.note("Lost card").id]]
    assert not room.button("Fly, Rescue: no note").isEnabled()
    room.button("Book, no category: 1 note").setFocus()
    room.press(Key.Key_Space)
    assert room.chosen[-1] == [room.note("Unsorted").id]


def test_empty_cells_are_named(room: PhaseRoom) -> None:
    room.sees("Empty cells. Book: no Revenue; Fly: nothing in any category.")
    fly = room.workshop.ordered(Stage)[1].id
    drafts = [
        Draft(name, fields={"stage": stage, "category": category(room, name).id})
        for stage in (fly, room.workshop.ordered(Stage)[0].id)
        for name in ("Rescue", "Revenue")
    ]
    assert "No cell is empty." not in room.seen()
    room.document.do(add_notes(room.workshop, drafts))
    room.sees("No cell is empty.")
    assert "Empty cells." not in room.seen()
    assert room.button("Book, Rescue: 3 notes").isEnabled()


def test_many_stages_with_gaps_are_not_all_named(qtbot: QtBot) -> None:
    room = PhaseRoom(qtbot, CategoriseScene, stages=[f"Step {n}" for n in range(8)])
    for name in ("Rescue", "Revenue", "Respond"):
        room.document.do(add_category(room.workshop, name))
    words, role = empty_words(heat_map(room.workshop))
    assert words.endswith("Step 5: nothing in any category; and gaps in 2 more stages.")
    assert role == "quiet"


def test_the_table_follows_another_theme(room: PhaseRoom) -> None:
    cell = room.button("Book, Rescue: 2 notes")
    before = cell.grab().toImage()
    room.scene.set_theme(DARK)
    after = room.button("Book, Rescue: 2 notes").grab().toImage()
    assert before.pixelColor(6, 6) != after.pixelColor(6, 6)


def test_without_stages_the_table_says_what_it_needs(qtbot: QtBot) -> None:
    room = PhaseRoom(qtbot, CategoriseScene, stages=(), texts=("Late bag",))
    room.sees("No stages yet, so there is no table.")


def test_a_category_is_renamed_and_defined_and_typing_is_one_step(room: PhaseRoom) -> None:
    field = room.field("Name of category 1")
    field.setFocus()
    room.press(Key.Key_End)
    before = len(room.document.done)
    room.type("!!")
    assert category(room, "Rescue!!").style == 1
    assert len(room.document.done) == before + 1
    room.area("Meaning of Rescue!!").setFocus()
    room.type("Act first.")
    assert category(room, "Rescue!!").definition == "Act first."


def test_a_name_that_is_taken_is_refused(room: PhaseRoom) -> None:
    field = room.field("Name of category 2")
    field.setFocus()
    field.selectAll()
    room.type("Rescu")
    room.type("e")
    assert room.refusals == ["There is a category “Rescue” already."]


def test_categories_are_added_up_to_eight_each_with_its_own_key(room: PhaseRoom) -> None:
    line = room.field("New category")
    for number in range(6):
        line.setFocus()
        room.type(f"More {number}", enter=True)
    styles = sorted(one.style for one in room.workshop.of(Category).values())
    assert styles == list(range(1, 9))
    assert not line.isVisible()
    room.click("Remove More 0")
    assert line.isVisible()
    line.setFocus()
    room.type("Again", enter=True)
    assert category(room, "Again").style == 3


def test_removing_a_category_leaves_its_notes_without_one(room: PhaseRoom) -> None:
    room.click("Remove Rescue")
    assert room.note("Late bag").category is None
    room.sees("3 notes of 3 without a category")
    room.click("3 notes, no category")
    assert len(room.chosen[-1]) == 3


def test_a_number_shows_the_notes_and_gives_the_middle_back(room: PhaseRoom) -> None:
    room.click("Sort 1 note")
    room.click("2 notes, Rescue")
    assert room.wanted == [True, False]
    assert room.chosen == [[room.note("Late bag").id, room.note("Lost card").id]]


def test_the_columns_have_names_and_one_without_category_only_when_it_holds_notes(
    room: PhaseRoom,
) -> None:
    def heads() -> list[str]:
        return [
            one.accessibleName() for one in room.window.findChildren(HeatHead) if one.isVisible()
        ]

    room.qtbot.waitUntil(lambda: heads() == ["Rescue", "Revenue", "No category"])
    unsorted = room.note("Unsorted").id
    changed = categorise_notes(room.workshop, [unsorted], category(room, "Rescue").id)
    room.document.do(changed)
    room.qtbot.waitUntil(lambda: heads() == ["Rescue", "Revenue"])


@pytest.mark.parametrize("names", [(), ("Respond", "Relationship")])
def test_every_heading_stands_above_its_own_column_on_one_level(
    room: PhaseRoom, names: tuple[str, ...]
) -> None:
    for name in names:
        room.document.do(add_category(room.workshop, name))
    wanted = ["Rescue", "Revenue", *names]

    def heads() -> list[HeatHead]:
        found = [one for one in room.window.findChildren(HeatHead) if one.isVisible()]
        return found if len(found) == len(wanted) + 1 else []

    room.qtbot.waitUntil(lambda: bool(heads()))
    assert len({head.y() for head in heads()}) == 1
    assert len({head.height() for head in heads()}) == 1
    for name, head in zip(wanted, heads(), strict=False):
        cell = next(
            one
            for one in room.window.findChildren(QAbstractButton)
            if one.isVisible() and one.accessibleName().startswith(f"Book, {name}:")
        )
        assert (head.x(), head.width()) == (cell.x(), cell.width())
        room_for_words = max(head.width(), head.height() - 24)
        font = QFont(head.font())
        font.setPixelSize(SMALL)
        assert QFontMetricsF(font).horizontalAdvance(name) <= room_for_words


def test_the_shade_of_a_cell_is_grey_like_the_ink(room: PhaseRoom) -> None:
    cell = room.button("Book, Rescue: 2 notes")
    shade = cell.grab().toImage().pixelColor(6, 6)
    assert shade.lightness() < 200
    assert shade.saturation() < 40, "the accent colour is for what is to be done"


@pytest.mark.parametrize("theme", [DARK, HIGH_CONTRAST_DARK], ids=lambda theme: theme.name)
def test_the_fullest_cell_has_a_light_figure_as_all_others_in_the_dark(
    room: PhaseRoom, theme: Theme
) -> None:
    room.scene.set_theme(theme)
    image = room.button("Book, Rescue: 2 notes").grab().toImage()
    middle = image.rect().adjusted(12, 6, -12, -6)
    lights = [
        image.pixelColor(x, y).lightness()
        for x in range(middle.left(), middle.right())
        for y in range(middle.top(), middle.bottom())
    ]
    assert max(lights) > 200
    assert min(lights) > 60, "nothing black on it"


def test_a_cell_stays_while_its_number_changes(room: PhaseRoom) -> None:
    """Building two hundred cells anew takes longer than the edit itself."""
    cell = room.button("Fly, Rescue: no note")
    cell_of_two = room.button("Book, Rescue: 2 notes")
    fly = room.workshop.ordered(Stage)[1].id
    fields = {"stage": fly, "category": category(room, "Rescue").id}
    room.document.do(add_notes(room.workshop, [Draft("Seat broken", fields=fields)]))
    assert room.button("Fly, Rescue: 1 note") is cell
    assert cell.isEnabled()
    assert room.button("Book, Rescue: 2 notes") is cell_of_two
    room.sees("Empty cells. Book: no Revenue; Fly: no Revenue.")
