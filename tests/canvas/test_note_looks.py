"""What can be read of a note at each zoom: text, number, dots, standing, sign, stack."""

from collections.abc import Callable
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage

from motworkshop.canvas.far_text import FarTexts
from motworkshop.canvas.foot import DOT, TWO_ROWS, TYPE
from motworkshop.canvas.sheet import sheet_of
from motworkshop.canvas.words import Words
from motworkshop.look import CATEGORY_STYLES, DARK, LIGHT, NO_CATEGORY, NOTE_INK, Theme
from motworkshop.model.edits.clusters import merge_notes
from motworkshop.model.edits.notes import Draft, add_notes, categorise_notes, edit_notes
from motworkshop.model.edits.people import add_participants, edit_participant
from motworkshop.model.layout import PLAIN_STEPS
from motworkshop.model.records import Category, Participant, Round
from motworkshop.model.rounds import Terms, close_round, hand_over, start_round
from motworkshop.model.workshop import Workshop

if TYPE_CHECKING:
    from tests.canvas.conftest import Wall

INK = NOTE_INK.lower()
RED = "#b3261e"


def vote(wall: "Wall", people: int) -> None:
    """Everybody gives note 1 a dot in an open round with one place; the first voter's is red."""
    document = wall.document
    document.do(add_participants(wall.workshop, [(f"P{n}", "Sales") for n in range(people)]))
    voters = wall.workshop.ordered(Participant)
    document.do(edit_participant(wall.workshop, voters[0].id, colour=RED.upper()))
    document.record(start_round(wall.workshop, "Open", Terms(is_secret=False, cut=1)))
    (round_,) = wall.workshop.of(Round).values()
    for voter in voters:
        document.record(hand_over(wall.workshop, round_, voter.id, {wall.note(1).id: 1}))
    document.record(close_round(wall.workshop, round_))
    wall.board.set_dots_shown(True)


def give(wall: "Wall", dots: int) -> None:
    """One voter gives note 1 so many dots in a secret round of its own, in which nothing is in."""
    document = wall.document
    document.record(start_round(wall.workshop, f"{dots} dots", Terms(budget=None, cap=None, cut=1)))
    round_ = next(one for one in wall.workshop.of(Round).values() if one.title == f"{dots} dots")
    document.record(hand_over(wall.workshop, round_, "Ann", {wall.note(1).id: dots}))
    document.record(close_round(wall.workshop, round_))
    wall.board.set_dots_shown(True)


def ink_in_foot(image: QImage, zoom: float) -> int:
    """How much of the foot, beside the number, is in ink."""
    unit = max(zoom, 0.8)
    place = QRect(round(24 * unit), image.height() - round(27 * unit), image.width(), 99)
    foot = image.copy(place & image.rect().adjusted(8, 0, -8, -8))  # inside the frame
    return ink_of(foot)


def ink_of(image: QImage) -> int:
    """How many pixels are in ink."""
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(image.pixelColor(x, y).lightness() < 70 for x, y in points)


def seen(wall: "Wall", number: int, around: int = 0) -> QImage:
    """The picture of a note, with so many pixels around it."""
    wall.board.finish()
    rect = wall.board.note_rect(wall.note(number).id)
    assert rect is not None
    area = QRect(round(rect.left()), round(rect.top()), round(rect.width()), round(rect.height()))
    return wall.board.grab().toImage().copy(area.adjusted(-around, -around, around, around))


def spots(image: QImage, colour: str, tolerance: int = 90) -> QRect:
    """The smallest rectangle around all pixels that are nearly of a colour."""
    wanted = QColor(colour)

    def is_near(pixel: QColor) -> bool:
        away = (
            pixel.red() - wanted.red(),
            pixel.green() - wanted.green(),
            pixel.blue() - wanted.blue(),
        )
        return sum(map(abs, away)) <= tolerance

    return around(image, is_near)


def whitish(image: QImage, least: int) -> QRect:
    """The smallest rectangle around all pixels that are nearly white."""
    return around(image, lambda pixel: min(pixel.red(), pixel.green(), pixel.blue()) >= least)


def around(image: QImage, is_wanted: Callable[[QColor], bool]) -> QRect:
    found = QRect()
    for y in range(image.height()):
        for x in range(image.width()):
            if is_wanted(image.pixelColor(x, y)):
                found |= QRect(x, y, 1, 1)
    return found


def write(wall: "Wall", number: int, text: str) -> None:
    wall.document.do(edit_notes(wall.workshop, [wall.note(number).id], text=text))


# ---- text


@pytest.mark.parametrize("zoom", [0.74, 0.68, 0.62, 0.5])
def test_a_text_that_fits_is_twelve_pixels_on_the_screen(fonts: None, zoom: float) -> None:
    texts = FarTexts(Words())
    for text in ("Pays", "Redeems bonus points", "Walks into a travel agent"):
        fitted = texts.fitted(text, sheet_of(3, 0, zoom))
        assert {layout.font().pixelSize() for layout, _top in fitted.paragraphs} == {12}
        assert not fitted.is_cut


def test_the_texts_of_a_usual_workshop_can_be_read_at_the_zoom_at_which_it_opens(
    fonts: None, sample: Workshop
) -> None:
    texts = FarTexts(Words())
    for note in sample.notes.values():
        fitted = texts.fitted(note.text, sheet_of(note.height, 0, 0.62))
        assert fitted.paragraphs[0][0].font().pixelSize() == 12, note.text


@pytest.mark.parametrize("zoom", [0.5, 0.62, 0.7])
def test_the_last_line_of_what_is_in_keeps_away_from_two_rows_of_dots(zoom: float) -> None:
    sheet = sheet_of(PLAIN_STEPS, 0, zoom, is_framed=True)
    dots = sheet.middle - (TWO_ROWS + DOT + 1) / 2 * sheet.unit
    assert sheet.text.bottom() <= dots - 1.5
    assert sheet.text.top() >= 5, "the letters of the first line stand apart from the frame"


def test_four_lines_of_what_is_in_are_as_large_as_on_any_other_note(fonts: None) -> None:
    texts = FarTexts(Words())
    for text in (
        "The app logs out and loses the boarding pass",
        "Spells a name wrong and wants it",
    ):
        fitted = texts.fitted(text, sheet_of(PLAIN_STEPS, 0, 0.62, is_framed=True))
        assert {layout.font().pixelSize() for layout, _top in fitted.paragraphs} == {12}


def test_no_word_is_broken_to_make_a_text_larger(fonts: None) -> None:
    texts = FarTexts(Words())
    fitted = texts.fitted("Misunderstands everything", sheet_of(3, 0, 0.45))
    ((layout, _top),) = fitted.paragraphs
    starts = [layout.lineAt(n).textStart() for n in range(layout.lineCount())]
    assert starts == [0, len("Misunderstands ")]
    assert layout.font().pixelSize() < 12


def test_text_grows_on_its_paper_as_the_board_goes_further_away(wall: "Wall") -> None:
    write(wall, 1, "Hip")
    heights = []
    for zoom in (0.75, 0.6, 0.45):
        wall.board.set_zoom(zoom)
        wall.look_at(0, 0)
        image = seen(wall, 1)
        upper = image.copy(8, 2, image.width() - 10, image.height() // 2)
        heights.append(dark_rows(upper))
    assert min(heights) >= 11
    assert max(heights) - min(heights) <= 1


def dark_rows(image: QImage) -> int:
    rows = [
        y
        for y in range(image.height())
        if any(image.pixelColor(x, y).lightness() < 120 for x in range(image.width()))
    ]
    return rows[-1] - rows[0] + 1


# ---- dots and standing


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("zoom", [1.0, 0.62, 0.5])
def test_dots_lie_in_the_row_of_the_number_and_are_large_enough(
    wall: "Wall", theme: Theme, zoom: float
) -> None:
    wall.board.set_theme(theme)
    vote(wall, 1)
    wall.board.set_zoom(zoom)
    wall.look_at(0, 0)
    image = seen(wall, 1)
    dot = around(image, lambda pixel: pixel.red() - pixel.green() > 60)
    assert min(dot.height(), dot.width()) >= 8
    row = QRect(0, image.height() - round(27 * max(zoom, 0.8)) - 3, image.width(), image.height())
    assert row.contains(dot)
    above = image.copy(dot.center().x(), dot.top() - 5, 1, 1)
    assert not spots(above, NO_CATEGORY.paper).isEmpty(), "there is paper around it"


@pytest.mark.parametrize("zoom", [1.0, 0.62])
def test_more_dots_are_more_ink_up_to_twelve_and_beyond(wall: "Wall", zoom: float) -> None:
    """A strong note must look strong from the back row: no heap, and no figure before thirteen."""
    wall.board.set_zoom(zoom)
    inks = []
    for dots in (1, 2, 4, 5, 6, 8, 12, 13):
        give(wall, dots)
        wall.look_at(0, 0)
        inks.append(ink_in_foot(seen(wall, 1), zoom))
    *drawn, counted = inks
    assert all(later >= 1.04 * earlier for earlier, later in pairwise(drawn))
    assert counted > drawn[-2], (inks, "a figure is as strong as ten dots")


@pytest.mark.parametrize("zoom", [0.36, 0.3, 0.26])
def test_far_away_no_note_looks_as_if_it_had_fewer_dots_than_it_has(
    wall: "Wall", zoom: float
) -> None:
    """Beside number and category there is no room for three dots: then they are counted."""
    rescue = wall.workshop.ordered(Category)[0]
    wall.document.do(categorise_notes(wall.workshop, [wall.note(1).id], rescue.id))
    wall.board.set_zoom(zoom)
    feet = []
    for dots in (1, 2, 3, 4, 9, 24):
        give(wall, dots)
        wall.look_at(0, 0)
        image = seen(wall, 1)
        feet.append(image.copy(7, image.height() - 21, image.width() - 14, 15))
    assert all(foot != other for foot, other in pairwise(feet)), "each number looks another"
    one, *more = map(ink_of, feet)
    assert one > 30
    assert all(ink > one for ink in more)


def test_dots_overlap_before_they_are_counted_in_digits(wall: "Wall") -> None:
    vote(wall, 6)
    assert spots(seen(wall, 1), RED).width() > 2
    many = seen(wall, 1)
    document = wall.document
    document.do(add_participants(wall.workshop, [(f"Q{n}", "Sales") for n in range(30)]))
    document.record(start_round(wall.workshop, "Again", Terms(is_secret=False, cut=1)))
    round_ = list(wall.workshop.of(Round).values())[-1]
    for voter in wall.workshop.ordered(Participant):
        document.record(hand_over(wall.workshop, round_, voter.id, {wall.note(1).id: 1}))
    document.record(close_round(wall.workshop, round_))
    counted = seen(wall, 1)
    assert counted != many
    assert spots(counted, RED).isEmpty()


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("zoom", [1.0, 0.62])
def test_what_is_in_has_a_frame_of_three_pixels_and_the_word(
    wall: "Wall", theme: Theme, zoom: float
) -> None:
    vote(wall, 2)
    wall.board.set_theme(theme)
    wall.board.set_zoom(zoom)
    wall.look_at(0, 0)
    image = seen(wall, 1)
    across = [image.pixelColor(x, image.height() // 2).name() for x in range(image.width())]
    end = [(colour, len(list(run))) for colour, run in groupby(reversed(across))]
    assert next(run for run in end if run[0] == INK) == (INK, 3)
    assert end[0][0] == NO_CATEGORY.mark.lower()
    label = image.copy(0, image.height() - 24, image.width(), 18)
    letters = whitish(label, 200)
    assert letters.height() >= round(0.72 * TYPE * max(zoom, 0.8)) - 1


# ---- sign


@pytest.mark.parametrize("zoom", [0.79, 0.62, 0.4, 0.3])
def test_a_small_note_shows_the_sign_of_its_category_large_enough(
    wall: "Wall", zoom: float
) -> None:
    (category, *_others) = wall.workshop.ordered(Category)
    wall.document.do(categorise_notes(wall.workshop, [wall.note(1).id], category.id))
    wall.board.set_zoom(zoom)
    wall.look_at(0, 0)
    image = seen(wall, 1)
    corner = image.copy(image.width() - 22, image.height() - 22, 20, 20)
    badge = spots(corner, CATEGORY_STYLES[0].mark.lower())
    sign = whitish(corner, 160)
    assert badge.contains(sign)
    assert sign.height() >= 8
    assert sign.width() <= 7, "an icon beside the sign would be wider"


def test_from_eighty_per_cent_on_the_icon_stands_beside_the_sign(wall: "Wall") -> None:
    (category, *_others) = wall.workshop.ordered(Category)
    wall.document.do(categorise_notes(wall.workshop, [wall.note(1).id], category.id))
    widths = {}
    for zoom in (0.8, 0.79):
        wall.board.set_zoom(zoom)
        wall.look_at(0, 0)
        image = seen(wall, 1)
        foot = image.copy(20, image.height() - 20, image.width() - 22, 14)
        widths[zoom] = whitish(foot, 160).width()
    assert widths[0.8] > 2 * widths[0.79]


# ---- stacks


@pytest.fixture
def stacks(make_wall: Callable[[Workshop], "Wall"]) -> "Wall":
    """Five notes and more, all in one stage."""
    empty = Workshop.titled("Stacks")
    made = add_notes(empty, [Draft(f"Says {n}") for n in range(8)])
    wall = make_wall(empty.applied(made.change))
    wall.look_at(-400, 0)
    return wall


@pytest.mark.parametrize(("below", "sheets"), [(0, 0), (1, 1), (2, 2), (5, 2)])
@pytest.mark.parametrize("zoom", [1.0, 0.62])
def test_a_stack_shows_a_sheet_for_each_note_below_but_no_more_than_two(
    stacks: "Wall", below: int, sheets: int, zoom: float
) -> None:
    ids = [stacks.note(number).id for number in range(1, 9)]
    if below:
        stacks.document.do(merge_notes(stacks.workshop, ids[0], ids[1 : 1 + below]))
    stacks.board.set_zoom(zoom)
    stacks.look_at(-400, 0)
    image = seen(stacks, 1)
    x = image.width() // 2
    column = [image.pixelColor(x, y).name() for y in range(image.height() - 12, image.height())]
    lines = [colour for colour, _run in groupby(column) if colour == NO_CATEGORY.mark.lower()]
    assert len(lines) == 1 + sheets


@pytest.mark.parametrize("zoom", [1.0, 0.62, 0.3])
def test_a_stack_stays_in_the_place_of_one_note(stacks: "Wall", zoom: float) -> None:
    stacks.board.set_zoom(zoom)
    stacks.look_at(-400, 0)
    plain = seen(stacks, 1, 8)
    ids = [stacks.note(number).id for number in range(1, 9)]
    stacks.document.do(merge_notes(stacks.workshop, ids[0], ids[4:7]))
    stacked = seen(stacks, 1, 8)
    for edge in (QRect(0, 0, plain.width(), 7), QRect(plain.width() - 7, 0, 7, plain.height())):
        assert stacked.copy(edge) == plain.copy(edge)
    below = QRect(0, plain.height() - 7, plain.width(), 7)
    assert stacked.copy(below) == plain.copy(below)


def test_a_header_counts_the_notes_below_others_too(stacks: "Wall") -> None:
    ids = [stacks.note(number).id for number in range(1, 9)]
    stacks.document.do(merge_notes(stacks.workshop, ids[0], ids[1:4]))
    columns = stacks.board.scene.deck.plan.columns
    assert sum(column.count for column in columns) == len(stacks.workshop.notes) == 8
