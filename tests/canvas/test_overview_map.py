import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from motworkshop.canvas.colours import band, mixed
from motworkshop.canvas.overview_map import MOST, RIM, OverviewMap
from motworkshop.canvas.overview_picture import OverviewPicture
from motworkshop.look import CATEGORY_STYLES, DARK, LIGHT, NO_CATEGORY, category_style
from motworkshop.model.edits.notes import Draft, add_notes, categorise_notes, move_notes
from motworkshop.model.edits.stages import edit_stage
from motworkshop.model.records import Category, Place, Stage
from motworkshop.model.workshop import Workshop

if TYPE_CHECKING:
    from tests.canvas.conftest import Wall

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def tall(make_wall: Callable[[Workshop], "Wall"], wall: "Wall") -> "Wall":
    """Three stages with so many notes that most of them are out of sight."""
    return make_wall(many(wall.workshop, 120))


def many(workshop: Workshop, count: int) -> Workshop:
    stages = [stage.id for stage in workshop.ordered(Stage)]
    drafts = [Draft(f"Note {n}", fields={"stage": stages[n % 3]}) for n in range(count)]
    return workshop.applied(add_notes(workshop, drafts).change)


def overview(wall: "Wall") -> OverviewMap:
    (found,) = wall.board.findChildren(OverviewMap)
    assert isinstance(found, OverviewMap)
    return found


def picture(wall: "Wall") -> QImage:
    wall.board.finish()
    return overview(wall).grab().toImage()


def place_of(wall: "Wall", number: int) -> QPoint:
    """The middle of a note on the overview, from the board's own arithmetic."""
    left, top, right, bottom = wall.board.scene.deck.content()
    card = wall.board.scene.deck.cards[wall.note(number).id]
    size = overview(wall).size()
    across = (size.width() - 2 * RIM) / (right - left)
    down = (size.height() - 2 * RIM) / (bottom - top)
    x = RIM + ((card.left + card.right) / 2 - left) * across
    return QPoint(round(x), round(RIM + ((card.top + card.bottom) / 2 - top) * down))


def seen_middle(wall: "Wall") -> QPointF:
    return wall.board.camera.to_board(wall.board.camera.free.center())


def middle_of(wall: "Wall", number: int) -> QPointF:
    card = wall.board.scene.deck.cards[wall.note(number).id]
    return QPointF((card.left + card.right) / 2, (card.top + card.bottom) / 2)


def test_the_overview_is_there_while_something_is_out_of_sight(tall: "Wall") -> None:
    assert overview(tall).isVisible()
    tall.board.fit_all()
    assert not overview(tall).isVisible()
    tall.board.set_zoom(1.0)
    assert overview(tall).isVisible()
    tall.board.resize(450, 380)
    assert not overview(tall).isVisible()


def test_a_board_that_is_all_in_sight_needs_no_overview(wall: "Wall") -> None:
    wall.board.fit_all()
    assert not overview(wall).isVisible()
    stage = wall.stage("Book").id
    wall.document.do(move_notes(wall.workshop, {wall.note(1).id: Place(stage, None, 16, 9000)}))
    assert overview(wall).isVisible()


def test_who_does_not_want_it_does_not_see_it(tall: "Wall") -> None:
    tall.board.set_overview_shown(False)
    tall.board.pan(-50, -50)
    assert not overview(tall).isVisible()
    tall.board.set_overview_shown(True)
    assert overview(tall).isVisible()


def test_a_press_goes_where_it_points(tall: "Wall") -> None:
    tall.board.finish()
    for number in (110, 4):
        QTest.mouseClick(overview(tall), LEFT, pos=place_of(tall, number))
        away = seen_middle(tall) - middle_of(tall, number)
        assert abs(away.y()) < 200
        rect = tall.board.note_rect(tall.note(number).id)
        assert rect is not None
        assert tall.board.camera.free.intersects(rect)


def test_the_frame_is_dragged_and_the_board_goes_along(tall: "Wall") -> None:
    tall.board.finish()
    QTest.mouseClick(overview(tall), LEFT, pos=place_of(tall, 60))
    start, before = place_of(tall, 60), seen_middle(tall)
    QTest.mousePress(overview(tall), LEFT, pos=start + QPoint(0, 2))
    assert seen_middle(tall) == before, "taking the frame does not move it"
    QTest.mouseMove(overview(tall), start + QPoint(0, 10))
    QApplication.processEvents()
    QTest.mouseMove(overview(tall), start + QPoint(0, 22))
    QApplication.processEvents()
    moved = seen_middle(tall) - before
    content = tall.board.scene.deck.content()
    down = (overview(tall).height() - 2 * RIM) / (content[3] - content[1])
    assert moved.y() == pytest.approx(20 / down, abs=3)
    assert moved.x() == pytest.approx(0, abs=2)
    QTest.mouseRelease(overview(tall), LEFT, pos=start + QPoint(0, 22))
    QTest.mouseMove(overview(tall), start)
    QApplication.processEvents()
    assert seen_middle(tall) - before == moved


def test_the_frame_stands_around_what_is_in_sight(tall: "Wall") -> None:
    accent = QColor(LIGHT.accent).name()

    def rows() -> list[int]:
        image = picture(tall)
        x = image.width() // 2
        return [y for y in range(image.height()) if image.pixelColor(x, y).name() == accent]

    upper = rows()
    assert upper
    QTest.mouseClick(overview(tall), LEFT, pos=place_of(tall, 110))
    assert min(rows()) > max(upper)


def test_what_is_out_of_sight_lies_in_a_haze(tall: "Wall") -> None:
    colour = mixed(NO_CATEGORY.paper, NO_CATEGORY.mark, 0.25).name()
    lower, upper = place_of(tall, 110), place_of(tall, 4)
    for there, away in ((upper, lower), (lower, upper), (upper, lower)):
        QTest.mouseClick(overview(tall), LEFT, pos=there)
        image = picture(tall)
        assert image.pixelColor(there).name() == colour
        assert image.pixelColor(away).lightness() > QColor(colour).lightness() + 10


def test_a_press_on_it_reaches_no_note(tall: "Wall") -> None:
    tall.board.select_all()
    QTest.mouseClick(overview(tall), LEFT, pos=QPoint(20, 20))
    assert len(tall.selection.notes) == len(tall.workshop.notes)


def test_it_shows_what_an_edit_has_changed(tall: "Wall") -> None:
    first = picture(tall)
    category = tall.workshop.ordered(Category)[1]
    notes = [note.id for note in tall.workshop.notes.values() if note.number > 90]
    tall.document.do(categorise_notes(tall.workshop, notes, category.id))
    style = CATEGORY_STYLES[1]
    colour = mixed(style.paper, style.mark, 0.25)
    spot = place_of(tall, 110)
    now = picture(tall).pixelColor(spot)
    assert abs(now.hue() - colour.hue()) < 25
    tall.document.undo()
    assert picture(tall) == first


def test_pieces_add_up_to_what_it_looks_like_made_anew(
    tall: "Wall", make_wall: Callable[[Workshop], "Wall"]
) -> None:
    picture(tall)
    category = tall.workshop.ordered(Category)[0]
    for number in (1, 40, 80, 119):
        made = categorise_notes(tall.workshop, [tall.note(number).id], category.id)
        tall.document.do(made)
    note = tall.note(50)
    tall.document.do(move_notes(tall.workshop, {note.id: Place(note.stage, None, 208, 60)}))
    anew = make_wall(tall.workshop)
    assert picture(tall) == picture(anew)


def test_a_collapsed_stage_makes_the_picture_anew(
    tall: "Wall", make_wall: Callable[[Workshop], "Wall"]
) -> None:
    picture(tall)
    tall.document.do(edit_stage(tall.workshop, tall.stage("Fly").id, is_collapsed=True))
    tall.look_at(0, 0)
    anew = make_wall(tall.workshop)
    assert picture(tall) == picture(anew)


def test_behind_the_curtain_it_tells_no_category(tall: "Wall") -> None:
    tall.board.set_curtain(True)
    before = picture(tall)
    category = tall.workshop.ordered(Category)[1]
    notes = [note.id for note in tall.workshop.notes.values() if note.number > 60]
    tall.document.do(categorise_notes(tall.workshop, notes, category.id))
    assert picture(tall) == before
    tall.board.set_curtain(False)
    assert picture(tall) != before


def test_it_wears_the_theme(tall: "Wall") -> None:
    tall.board.set_theme(DARK)
    image = picture(tall)
    assert image.pixelColor(2, image.height() // 2).name() == DARK.panel.lower()


def test_it_never_lies_on_the_entry_line(tall: "Wall") -> None:
    for width in range(530, 1300, 70):
        tall.board.resize(width, 700)
        QApplication.processEvents()
        assert overview(tall).isVisible()
        entry = tall.entry.parentWidget()
        assert entry is not None
        assert not overview(tall).geometry().intersects(entry.geometry())
        assert tall.board.rect().contains(overview(tall).geometry())


def test_it_makes_way_for_the_note_that_is_written(tall: "Wall") -> None:
    corner = overview(tall).geometry().center()
    rect = tall.board.note_rect(tall.note(6).id)
    assert rect is not None
    tall.board.pan(corner.x() - rect.center().x(), corner.y() - rect.center().y())
    tall.click(tall.middle(5))
    tall.selection.select([tall.note(6).id])
    tall.board.edit_selected()
    assert tall.editor.isVisible()
    assert not overview(tall).isVisible()
    tall.type("and more")
    tall.key(Qt.Key.Key_Escape)
    assert overview(tall).isVisible()


def test_its_cost_does_not_depend_on_the_number_of_notes(
    make_wall: Callable[[Workshop], "Wall"], wall: "Wall"
) -> None:
    def calls(count: int) -> int:
        big = make_wall(many(wall.workshop, count))
        big.board.finish()
        made: list[str] = []
        sys.setprofile(lambda frame, event, _argument: made.append(event))
        overview(big).grab()  # it alone: `repaint` paints all that waits to be painted
        sys.setprofile(None)
        return len(made)

    calls(60)  # what is made once in a process is made
    few = calls(60)
    assert 10 < calls(5000) < few + 50


def test_without_a_category_notes_are_yellow_on_it(tall: "Wall") -> None:
    colour = mixed(NO_CATEGORY.paper, NO_CATEGORY.mark, 0.25)
    now = picture(tall).pixelColor(place_of(tall, 100))
    assert abs(now.hue() - colour.hue()) < 25


def test_before_its_notes_are_drawn_it_shows_the_stages(tall: "Wall") -> None:
    fresh = OverviewPicture(tall.board.scene, MOST)
    fresh.suit(1.0)
    assert fresh.shown is not None
    at_once = fresh.shown.toImage()
    stage = tall.board.scene.deck.plan.stages[0]
    spot = fresh.mapping.rect((stage.left, 0, stage.right, 1)).center()
    column = [at_once.pixelColor(round(spot.x()), y).name() for y in range(at_once.height())]
    assert set(column) == {band(LIGHT).name()}
    while not fresh.proceed(1.0):
        pass
    assert fresh.shown is fresh.pixmap
    assert fresh.shown.toImage() != at_once


def test_of_thousands_of_notes_in_a_stage_each_colour_is_seen(
    make_wall: Callable[[Workshop], "Wall"], wall: "Wall"
) -> None:
    """Many notes to a pixel; of those of one colour one is drawn."""
    workshop = many(wall.workshop, 3600)
    category, style = next((one.id, one.style) for one in workshop.of(Category).values())
    sorted_ = [note.id for note in workshop.notes.values() if note.number % 600 > 300]
    crowd = make_wall(workshop.applied(categorise_notes(workshop, sorted_, category).change))
    drawn = OverviewPicture(crowd.board.scene, MOST)
    drawn.suit(1.0)
    while not drawn.proceed(1.0):
        pass
    assert drawn.pixmap is not None
    seen = drawn.pixmap.toImage()
    for number in range(150, 3600, 300):
        look = category_style(style if number % 600 > 300 else None)
        card = crowd.board.scene.deck.cards[crowd.note(number).id]
        at = drawn.mapping.rect((card.left, card.top, card.right, card.bottom)).center()
        found = QColor(seen.pixelColor(at.toPoint()))
        assert found.name() == mixed(look.paper, look.mark, 0.25).name(), number
