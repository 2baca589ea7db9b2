from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QColor, QImage

from motworkshop.canvas.colours import parking_band
from motworkshop.look import CATEGORY_STYLES, HIGH_CONTRAST, LIGHT, NOTE_INK, CategoryStyle
from motworkshop.model.edits.clusters import merge_notes
from motworkshop.model.edits.notes import categorise_notes
from motworkshop.model.edits.stages import edit_stage
from motworkshop.model.records import Category

if TYPE_CHECKING:
    from tests.canvas.conftest import Wall

SIZE = QSize(960, 540)


def dark_pixels(picture: QImage, left: int, top: int, width: int, height: int) -> int:
    return sum(
        picture.pixelColor(x, y).lightness() < 60
        for x in range(left, left + width)
        for y in range(top, top + height)
    )


def test_the_overview_names_the_stages(wall: "Wall") -> None:
    before = wall.board.picture(SIZE)
    assert dark_pixels(before, 0, 0, 960, 50) > 200
    stage = wall.stage("Arrive").id
    wall.document.do(edit_stage(wall.workshop, stage, name="Come home at last, with the bags"))
    assert wall.board.picture(SIZE) != before


def test_a_small_overview_has_no_names(wall: "Wall") -> None:
    before = wall.board.picture(QSize(320, 200))
    wall.document.do(edit_stage(wall.workshop, wall.stage("Arrive").id, name="Come home"))
    assert wall.board.picture(QSize(320, 200)) == before


def test_a_parking_lot_that_is_left_out_is_not_seen_beside_the_stages(wall: "Wall") -> None:
    flat = QSize(1600, 400)
    picture = wall.board.picture(flat)
    colours = {picture.pixelColor(x, 300).name() for x in (0, 40, 1560, 1599)}
    assert colours == {LIGHT.board.lower()}


def test_marked_notes_are_framed_in_ink(wall: "Wall") -> None:
    plain = wall.board.picture(SIZE)
    framed = wall.board.picture(SIZE, [wall.note(4).id])
    assert framed != plain
    more = dark_pixels(framed, 0, 60, 960, 480) - dark_pixels(plain, 0, 60, 960, 480)
    assert more > 500
    assert wall.board.picture(SIZE, ["gone"]) == plain


def test_a_marked_note_inside_a_cluster_marks_its_lead(wall: "Wall") -> None:
    lead, member = wall.note(1).id, wall.note(2).id
    wall.document.do(merge_notes(wall.workshop, lead, [member]))
    assert wall.board.picture(SIZE, [member]) == wall.board.picture(SIZE, [lead])
    assert wall.board.picture(SIZE, [lead]) != wall.board.picture(SIZE)


def test_a_collapsed_stage_is_named_too(wall: "Wall") -> None:
    stage = wall.stage("Fly").id
    wall.document.do(edit_stage(wall.workshop, stage, is_collapsed=True))
    before = wall.board.picture(SIZE)
    wall.document.do(edit_stage(wall.workshop, stage, name="Fly far"))
    assert wall.board.picture(SIZE) != before


def test_a_number_is_written_in_ink_whatever_the_category(wall: "Wall") -> None:
    (category, *_others) = wall.workshop.ordered(Category)
    wall.document.do(categorise_notes(wall.workshop, [wall.note(1).id], category.id))
    rect = wall.board.note_rect(wall.note(1).id)
    assert rect is not None
    wall.board.finish()
    seen = wall.board.grab().toImage()
    corner = QPoint(round(rect.left()) + 18, round(rect.bottom()) - 26)
    colours = {
        seen.pixelColor(corner.x() + x, corner.y() + y).name() for x in range(12) for y in range(20)
    }
    assert NOTE_INK.lower() in colours
    assert CATEGORY_STYLES[0].mark.lower() not in colours


@pytest.mark.parametrize("style", CATEGORY_STYLES)
def test_white_can_be_read_on_every_mark(style: CategoryStyle) -> None:
    assert 1.05 / (luminance(style.mark) + 0.05) >= 4.5


def test_in_high_contrast_nothing_is_grey(wall: "Wall") -> None:
    assert parking_band(HIGH_CONTRAST).name() == HIGH_CONTRAST.board.lower()
    wall.look_at(-224, 0)
    wall.board.set_theme(HIGH_CONTRAST)
    assert wall.pixel(wall.at(None, 100, 300)) == HIGH_CONTRAST.board.lower()


def luminance(colour: str) -> float:
    parts = QColor(colour)
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (parts.redF(), parts.greenF(), parts.blueF())
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
