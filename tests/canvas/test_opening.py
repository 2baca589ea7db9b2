from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from motworkshop.canvas.camera import Camera
from motworkshop.canvas.deck import Deck
from motworkshop.canvas.headers import HEIGHT
from motworkshop.canvas.opening import fitting, opening
from motworkshop.canvas.plan import Plan
from motworkshop.look import DARK, LIGHT
from motworkshop.model.edits.notes import Draft, add_notes
from motworkshop.model.edits.stages import add_stage
from motworkshop.model.records import Stage
from motworkshop.model.workshop import Workshop

if TYPE_CHECKING:
    from tests.canvas.conftest import Wall


def opened(workshop: Workshop, width: float) -> tuple[Camera, Plan]:
    deck, camera = Deck(workshop), Camera()
    camera.size, camera.insets = QSizeF(width, 720), (0.0, 60.0, 0.0, 68.0)
    left, top, right, bottom = deck.content()
    camera.take(opening(camera, deck.plan, (left, top, right + 208, bottom)))
    return camera, deck.plan


def staged(count: int) -> Workshop:
    workshop = Workshop.titled("x")
    for number in range(count):
        workshop = workshop.applied(add_stage(workshop, f"Stage {number}").change)
    first = workshop.ordered(Stage)[0]
    drafts = [Draft("A note", fields={"stage": first.id})]
    return workshop.applied(add_notes(workshop, drafts).change)


@pytest.mark.parametrize("width", [700, 785, 900, 1100, 1425, 2240])
def test_a_long_board_opens_with_whole_columns_in_sight(width: int) -> None:
    camera, plan = opened(staged(9), width)
    assert 0.55 <= camera.zoom <= 1.0
    seen = [camera.to_view(one.left, 0).x() for one in plan.stages]
    ends = [camera.to_view(one.right, 0).x() for one in plan.stages]
    assert seen[0] == pytest.approx(16 * camera.zoom, abs=1)
    cut = [n for n in range(9) if seen[n] < width - 1 and ends[n] > width]
    assert not cut


def test_a_board_that_can_be_read_whole_opens_whole() -> None:
    camera, plan = opened(staged(2), 1000)
    assert camera.zoom >= 0.7
    assert camera.to_view(plan.left, 0).x() >= 0
    assert camera.to_view(plan.right, 0).x() <= 1000


def test_all_stages_are_in_sight_at_once_where_their_notes_can_still_be_read() -> None:
    camera, plan = opened(staged(7), 1900)
    assert 0.62 <= camera.zoom < 0.7
    assert camera.to_view(0, 0).x() >= 0
    assert camera.to_view(plan.right, 0).x() <= 1900


@pytest.mark.parametrize("width", [785, 1424])
def test_a_board_too_wide_to_be_read_whole_begins_readable_at_its_left(width: int) -> None:
    camera, plan = opened(staged(7), width)
    assert camera.zoom >= 0.6
    assert 0 <= camera.to_view(plan.stages[0].left, 0).x() <= 32
    assert camera.to_view(plan.right, 0).x() > width


def test_fit_all_gives_the_room_of_empty_places_to_the_stages() -> None:
    camera, plan = opened(staged(7), 785)
    camera.take(fitting(camera, plan, (plan.left, 0, plan.right + 208, 400)))
    seen = [camera.to_view(one, 0).x() for one in (plan.stages[0].left, plan.right)]
    assert seen == [pytest.approx(16, abs=1), pytest.approx(785 - 16, abs=1)]
    parked = staged(7)
    parked = parked.applied(add_notes(parked, [Draft("parked")]).change)
    camera, plan = opened(parked, 785)
    camera.take(fitting(camera, plan, (plan.left, 0, plan.right + 208, 400)))
    assert camera.to_view(plan.left, 0).x() == pytest.approx(16, abs=1)


def test_a_parking_lot_with_notes_is_in_sight_when_the_board_opens() -> None:
    workshop = staged(7)
    workshop = workshop.applied(add_notes(workshop, [Draft("parked")]).change)
    camera, plan = opened(workshop, 785)
    assert camera.to_view(plan.left, 0).x() == pytest.approx(16 * camera.zoom, abs=1)


def test_hints_count_the_stages_out_of_sight_and_take_one_there(
    make_wall: Callable[[Workshop], "Wall"],
) -> None:
    wall = make_wall(staged(7))
    names = hints(wall)
    assert names == {"5 more stages to the right": "5 more stages →"}
    press(wall, "5 more stages to the right")
    left = wall.board.camera.to_board(wall.board.camera.free.topLeft()).x()
    assert left == 2 * 416 - 16
    assert set(hints(wall)) == {"3 more stages to the right", "2 more stages to the left"}
    assert hints(wall)["2 more stages to the left"] == "← 2 more stages"
    for _ in range(3):
        for name in [name for name in hints(wall) if "right" in name]:
            press(wall, name)
    assert not [name for name in hints(wall) if "right" in name]
    for _ in range(5):
        for name in [name for name in hints(wall) if "left" in name]:
            press(wall, name)
    assert list(hints(wall)) == ["5 more stages to the right"]


def test_a_new_stage_out_of_sight_is_counted(wall: "Wall") -> None:
    assert list(hints(wall)) == ["1 more stage to the right"]
    wall.document.do(add_stage(wall.workshop, "Leave"))
    assert list(hints(wall)) == ["2 more stages to the right"]
    wall.board.fit_all()
    assert not hints(wall)


def hints(wall: "Wall") -> dict[str, str]:
    found = [one for one in buttons(wall) if "more stage" in one.text() and one.isVisible()]
    return {one.accessibleName(): one.text() for one in found}


def press(wall: "Wall", name: str) -> None:
    next(one for one in buttons(wall) if one.accessibleName() == name).click()


def buttons(wall: "Wall") -> list[QPushButton]:
    return wall.board.findChildren(QPushButton)


def test_hints_stand_inside_the_headers_at_their_ends(
    make_wall: Callable[[Workshop], "Wall"],
) -> None:
    wall = make_wall(staged(7))
    press(wall, "5 more stages to the right")
    for one in (one for one in buttons(wall) if "more stage" in one.text()):
        assert one.geometry().top() > 0
        assert one.geometry().bottom() < HEIGHT - 1
        at_left = "left" in one.accessibleName()
        gap = one.x() if at_left else wall.board.width() - one.geometry().right() - 1
        assert gap == 8


def test_no_name_runs_below_a_hint(make_wall: Callable[[Workshop], "Wall"]) -> None:
    wall = make_wall(staged(7))
    (hint,) = (one for one in buttons(wall) if "more stage" in one.text() and one.isVisible())
    for shift in range(0, 200, 20):
        wall.board.pan(-20, 0)
        if not hint.isVisible():
            break
        around = hint.geometry().adjusted(-7, -8, 7, 8)
        image = wall.board.grab().toImage()
        for x in (around.left(), around.right()):
            colours = {image.pixelColor(x, y).name() for y in range(around.top(), around.bottom())}
            assert colours == {LIGHT.board.lower()}, shift


def test_a_hint_looks_as_its_style_says_however_it_has_looked_before(
    make_wall: Callable[[Workshop], "Wall"], qtbot: QtBot
) -> None:
    wall = make_wall(staged(7))
    (hint,) = (one for one in buttons(wall) if "more stage" in one.text() and one.isVisible())
    seen = [shown(hint)]
    assert seen[-1] == styled(hint, LIGHT.board)
    wall.document.do(add_stage(wall.workshop, "Leave"))
    seen.append(shown(hint))
    assert seen[-1] == styled(hint, LIGHT.board)
    wall.board.set_theme(DARK)
    seen.append(shown(hint))
    assert seen[-1] == styled(hint, DARK.board)
    wall.board.activateWindow()
    hint.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(hint.hasFocus)
    seen.append(shown(hint))
    wall.board.setFocus()
    seen.append(shown(hint))
    assert seen[-1] == seen[2]
    QTest.mouseMove(hint)
    seen.append(shown(hint))
    assert all(one != other for one, other in pairwise(seen))


def shown(widget: QWidget) -> QImage:
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def styled(hint: QPushButton, ground: str) -> QImage:
    """What a plain button with the same words and style is drawn like on that ground."""
    sheet = QWidget()
    palette = sheet.palette()
    palette.setColor(sheet.backgroundRole(), QColor(ground))
    sheet.setPalette(palette)
    plain = QPushButton(hint.text(), sheet)
    plain.setFont(hint.font())
    plain.setStyleSheet(hint.styleSheet())
    plain.setGeometry(0, 0, hint.width(), hint.height())
    sheet.resize(hint.size())
    image = shown(sheet)
    sheet.deleteLater()
    return image
