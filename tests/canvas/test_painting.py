import os
import subprocess
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from motworkshop.canvas import view
from motworkshop.canvas.board import Board
from motworkshop.canvas.scene import Scene
from motworkshop.document.document import Document
from motworkshop.document.selection import Selection
from motworkshop.imports.sample import sample_workshop
from motworkshop.look import CATEGORY_STYLES, DARK, HIGH_CONTRAST, LIGHT, Theme
from motworkshop.model.edits.categories import edit_category
from motworkshop.model.edits.clusters import merge_notes, split_cluster
from motworkshop.model.edits.notes import (
    Draft,
    add_notes,
    categorise_notes,
    edit_notes,
    move_notes,
)
from motworkshop.model.edits.stages import move_stage
from motworkshop.model.records import Category, Cluster, Place, Round, Stage
from motworkshop.model.rounds import Terms, close_round, hand_over, start_round
from motworkshop.model.workshop import Workshop

if TYPE_CHECKING:
    from tests.canvas.conftest import Wall


def picture(wall: "Wall") -> QImage:
    wall.board.finish()
    return wall.board.grab().toImage()


def many(workshop: Workshop, count: int) -> Workshop:
    stages = [stage.id for stage in workshop.ordered(Stage)]
    drafts = [Draft(f"Note {n}", fields={"stage": stages[n % 3]}) for n in range(count)]
    return workshop.applied(add_notes(workshop, drafts).change)


@pytest.mark.parametrize("show", ["fit_all", "zoom_to_actual"])
def test_a_repaint_of_ten_thousand_notes_calls_no_code_per_note(
    wall: "Wall", make_wall: Callable[[Workshop], "Wall"], show: str
) -> None:
    def calls_of_a_repaint(of: "Wall") -> int:
        getattr(of.board, show)()
        of.board.finish()
        calls: list[str] = []
        sys.setprofile(lambda frame, event, _argument: calls.append(event))
        of.board.repaint()
        sys.setprofile(None)
        return len(calls)

    calls_of_a_repaint(wall)  # what is made once in a process is made
    few = calls_of_a_repaint(wall)
    assert 10 < calls_of_a_repaint(make_wall(many(wall.workshop, 10_000))) < few + 100


def test_an_edit_of_one_note_makes_one_card_again(
    wall: "Wall", make_wall: Callable[[Workshop], "Wall"]
) -> None:
    big = make_wall(many(wall.workshop, 500))
    before = dict(big.board.scene.deck.cards)
    note = big.note(100)
    big.document.do(edit_notes(big.workshop, [note.id], text="Another text"))
    big.document.do(move_notes(big.workshop, {note.id: Place(note.stage, None, 16, 100_000)}))
    after = big.board.scene.deck.cards
    assert {key for key in after if after[key] is not before[key]} == {note.id}


def test_what_changes_is_painted_again_and_nothing_else(wall: "Wall") -> None:
    point, other = wall.middle(1) + QPoint(60, 20), wall.middle(2) + QPoint(60, 20)
    category = wall.workshop.ordered(Category)[1]
    wall.document.do(categorise_notes(wall.workshop, [wall.note(1).id], category.id))
    assert wall.pixel(point) == CATEGORY_STYLES[1].paper.lower()
    assert wall.pixel(other) == "#fef49a"
    wall.document.do(edit_category(wall.workshop, category.id, style=5))
    assert wall.pixel(point) == CATEGORY_STYLES[4].paper.lower()
    wall.document.undo()
    wall.document.undo()
    assert wall.pixel(point) == "#fef49a"


def test_whatever_is_done_the_board_looks_as_if_made_anew(
    wall: "Wall", make_wall: Callable[[Workshop], "Wall"]
) -> None:
    ids = [wall.note(number).id for number in (1, 2, 3, 4)]
    stage = wall.stage("Arrive").id
    wall.document.do(move_stage(wall.workshop, stage, 0))
    wall.document.do(move_notes(wall.workshop, {ids[0]: Place(stage, None, 208, 60)}))
    wall.document.do(merge_notes(wall.workshop, ids[1], [ids[2]]))
    wall.document.do(edit_notes(wall.workshop, [ids[3]], text="Boards late", is_locked=True))
    wall.document.undo()
    anew = make_wall(wall.workshop)
    assert picture(wall) == picture(anew)


def test_a_cluster_shows_its_lead_alone_and_how_many_lie_below(wall: "Wall") -> None:
    before = picture(wall)
    ids = [wall.note(number).id for number in (1, 2, 3)]
    wall.document.do(merge_notes(wall.workshop, ids[0], ids[1:]))
    assert wall.board.note_rect(ids[1]) is None
    assert wall.board.scene.deck.cards[ids[0]].stacked == 2
    cluster = next(iter(wall.workshop.of(Cluster)))
    wall.document.do(split_cluster(wall.workshop, cluster))
    assert picture(wall) == before


def test_dots_are_drawn_only_when_they_may_be_shown(wall: "Wall") -> None:
    before = picture(wall)
    notes = [wall.note(1).id, wall.note(4).id]
    document = wall.document
    document.record(start_round(wall.workshop, "First", Terms(), notes))
    (vote,) = wall.workshop.of(Round).values()
    document.record(hand_over(wall.workshop, vote, "Ann", {notes[0]: 1}))
    assert picture(wall) == before
    wall.board.set_dots_shown(True)
    assert picture(wall) == before
    document.record(close_round(wall.workshop, vote))
    assert picture(wall) != before
    assert wall.board.scene.deck.cards[notes[0]].dots == ("",)
    wall.board.set_dots_shown(False)
    assert picture(wall) == before


@pytest.mark.parametrize("theme", [DARK, HIGH_CONTRAST])
def test_another_theme_paints_the_board_in_its_colours(wall: "Wall", theme: Theme) -> None:
    wall.board.set_theme(theme)
    between = wall.at("Book", 404, 400)
    assert wall.pixel(between) == theme.board.lower()
    wall.board.set_theme(LIGHT)
    assert wall.pixel(between) == LIGHT.board.lower()


def test_from_afar_notes_are_colour_and_number(wall: "Wall") -> None:
    wall.board.set_zoom(0.2)
    assert wall.pixel(wall.middle(1) + QPoint(8, 5)) == "#fef49a"
    wall.board.set_zoom(0.03)
    assert QImage.pixelColor(picture(wall), wall.middle(1)).yellow() > 40


@pytest.mark.parametrize("scale", ["1", "1.5", "2"])
def test_the_board_is_crisp_on_any_screen(scale: str) -> None:
    """The outline of a note is whole device pixels in one colour, with paper right behind it."""
    run = subprocess.run(
        [sys.executable, "-c", CRISP],
        env={**os.environ, "QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.split() == [scale, "#5f5200", "#fef49a", "#5f5200", "#fef49a"]


CRISP = """
import math
from PySide6.QtWidgets import QApplication
from motworkshop.canvas import view
from motworkshop.canvas.board import Board
from motworkshop.document.document import Document
from motworkshop.document.selection import Selection
from motworkshop.look import LIGHT
from motworkshop.model.edits.notes import Draft, add_notes
from motworkshop.model.workshop import Workshop
app = QApplication([])
empty = Workshop.titled("x")
made = empty.applied(add_notes(empty, [Draft(".")]).change)
document = Document(made)
board = Board(document, Selection(document), LIGHT)
board.set_animated(False)
board.resize(901, 601)
board.show()
board.set_zoom(1.0)
board.finish()
image = board.grab().toImage()
dpr = image.devicePixelRatio()
rect = board.note_rect(next(iter(made.notes)))
left, top = round(rect.left() * dpr), round(rect.top() * dpr)
middle_x, middle_y = left + round(88 * dpr), top + round(66 * dpr)
line = max(1, round(dpr))
print(f"{dpr:g}")
print(image.pixelColor(left, middle_y).name(), image.pixelColor(left + line, middle_y).name())
print(image.pixelColor(middle_x, top).name(), image.pixelColor(middle_x, top + line).name())
"""


def test_the_scene_is_thrown_away_and_made_again_without_a_difference(wall: "Wall") -> None:
    before = picture(wall)
    wall.board.scene = Scene(wall.workshop, LIGHT, wall.board.camera)
    assert picture(wall) == before


def test_moving_a_stage_lays_none_of_its_notes_again(
    wall: "Wall", make_wall: Callable[[Workshop], "Wall"]
) -> None:
    def calls_of_a_move(of: "Wall") -> int:
        calls: list[str] = []
        change = move_stage(of.workshop, of.stage("Arrive").id, 0)
        sys.setprofile(lambda frame, event, _argument: calls.append(event))
        of.document.do(change)
        sys.setprofile(None)
        return len(calls)

    calls_of_a_move(make_wall(wall.workshop))  # what is made once in a process is made
    big = make_wall(many(wall.workshop, 5000))
    before = {note: card.left for note, card in big.board.scene.deck.cards.items()}
    assert calls_of_a_move(big) < calls_of_a_move(wall) + 3000
    after = big.board.scene.deck.cards
    assert all(after[note].left != left for note, left in before.items())


def test_a_view_of_many_tiles_keeps_all_that_are_in_sight(
    wall: "Wall", make_wall: Callable[[Workshop], "Wall"]
) -> None:
    big = make_wall(many(wall.workshop, 600))
    big.board.resize(3800, 2100)
    big.look_at(-200, 0)
    before = picture(big)
    for step in (-200, 200):
        for _time in range(6):
            big.board.pan(0, step)
            big.board.finish()
            assert big.board.is_settled()
    assert picture(big) == before


def test_what_lies_around_the_view_is_painted_while_the_hand_rests(
    make_wall: Callable[[Workshop], "Wall"], wall: "Wall", qtbot: QtBot
) -> None:
    big = make_wall(many(wall.workshop, 600))
    big.board.finish()
    far = [*range(0, 512, 64), 0]

    def is_ready() -> bool:
        """Whether one can pan by a tile without anything left to be painted."""
        return big.board.scene.tiles.prepare(big.board.camera, 0.0)

    assert not is_ready()
    qtbot.waitUntil(is_ready)
    for shift in far:
        big.look_at(shift, shift)
        assert big.board.is_settled()


def test_a_patch_that_is_painted_again_fits_what_lies_around_it(
    wall: "Wall", make_wall: Callable[[Workshop], "Wall"]
) -> None:
    """At odd zooms too: not a pixel differs from a board that was painted as a whole."""
    category = wall.workshop.ordered(Category)[0]
    for zoom in (1.0, 0.83, 0.62, 0.37, 0.21):
        wall.board.set_zoom(zoom)
        wall.look_at(0, 0)
        picture(wall)
        for number in (1, 4, 2):
            note = wall.note(number)
            change = categorise_notes(wall.workshop, [note.id], category.id)
            wall.document.do(change if note.category is None else edit_notes(
                wall.workshop, [note.id], text=f"Waits at {zoom}"
            ))  # fmt: skip
        wall.board.select_all()
        wall.selection.clear()
        anew = make_wall(wall.workshop)
        anew.board.set_zoom(zoom)
        anew.look_at(0, 0)
        assert picture(wall) == picture(anew), zoom


@pytest.mark.parametrize("dpr", [1.0, 1.25, 2.0])
def test_the_first_picture_of_a_board_is_whole_and_as_its_tiles_will_be(
    qtbot: QtBot, dpr: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = Document(sample_workshop())
    board = Board(document, Selection(document), LIGHT)
    monkeypatch.setattr(board, "devicePixelRatioF", lambda: dpr)
    qtbot.addWidget(board)
    board.set_overview_shown(False)
    board.resize(1000, 700)
    first = on_paper(board, dpr)
    assert board.is_painted()
    assert not board.is_settled(), "what is out of sight was painted too"
    board.finish()
    assert first == on_paper(board, dpr)


def test_of_a_board_with_more_than_can_be_painted_at_once_the_tiles_follow(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(view, "FIRST_SECONDS", -1.0)
    document = Document(sample_workshop())
    board = Board(document, Selection(document), LIGHT)
    qtbot.addWidget(board)
    board.resize(1000, 700)
    on_paper(board, 1.0)
    assert not board.is_painted()
    board.show()
    qtbot.waitUntil(board.is_settled)
    assert board.is_painted()


def on_paper(board: Board, dpr: float) -> QImage:
    image = QImage(board.size() * dpr, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(dpr)
    board.render(image)
    return image
