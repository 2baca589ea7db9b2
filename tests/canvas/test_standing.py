from collections.abc import Callable
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage

from motworkshop.canvas.dots import standings_of
from motworkshop.model.edits.clusters import merge_notes
from motworkshop.model.edits.moments import decide
from motworkshop.model.edits.people import add_participants
from motworkshop.model.records import Decision, Participant, Round
from motworkshop.model.rounds import Terms, close_round, hand_over, start_round
from motworkshop.model.workshop import Workshop

if TYPE_CHECKING:
    from tests.canvas.conftest import Wall


def picture(wall: "Wall") -> QImage:
    wall.board.finish()
    return wall.board.grab().toImage()


def vote(wall: "Wall") -> None:
    """Note 1 gets three dots, 2 and 4 two each, 3 none; there are two places."""
    document = wall.document
    document.do(add_participants(wall.workshop, [(f"P{n}", "Sales") for n in range(3)]))
    document.record(start_round(wall.workshop, "Open", Terms(is_secret=False, cut=2)))
    (round_,) = wall.workshop.of(Round).values()
    for place, voter in enumerate(wall.workshop.ordered(Participant)):
        numbers = (1, 2, 4) if place < 2 else (1,)
        dots = {wall.note(number).id: 1 for number in numbers}
        document.record(hand_over(wall.workshop, round_, voter.id, dots))
    document.record(close_round(wall.workshop, round_))


def test_in_and_tied_stand_on_the_notes_with_the_dots(wall: "Wall") -> None:
    plain = picture(wall)
    before = {number: foot_of(wall, number) for number in (1, 2, 3, 4)}
    vote(wall)
    assert picture(wall) == plain
    wall.board.set_dots_shown(True)
    standings = {wall.workshop.notes[n].number: s for n, s in standings_of(wall.workshop).items()}
    assert standings == {1: "in", 2: "tied", 4: "tied"}
    feet = {number: foot_of(wall, number) for number in (1, 2, 3, 4)}
    assert feet[3] == before[3]
    assert feet[1] != feet[2]
    assert before[1] != feet[1] != before[2] != feet[2]
    wall.board.set_dots_shown(False)
    assert picture(wall) == plain


def foot_of(wall: "Wall", number: int) -> QImage:
    """The lower part of a note, without its number."""
    rect = wall.board.note_rect(wall.note(number).id)
    assert rect is not None
    foot = QRect(round(rect.left()) + 40, round(rect.bottom()) - 30, 136, 30)
    return picture(wall).copy(foot)


def test_in_and_tied_differ_without_colour(wall: "Wall") -> None:
    """One frame is unbroken, the other dashed; one label is filled with ink, the other is white."""
    vote(wall)
    wall.board.set_dots_shown(True)
    runs, light = {}, {}
    for number in (1, 2):
        foot = foot_of(wall, number)
        line = [foot.pixelColor(x, 26).lightness() < 80 for x in range(90)]
        runs[number] = len(list(groupby(line)))
        label = [foot.pixelColor(x, 8).lightness() for x in range(90, 130)]
        light[number] = sum(label) / len(label)
    assert runs[1] == 1
    assert runs[2] > 10
    assert light[1] + 60 < light[2]


def test_a_decision_takes_the_tie_away_from_the_notes(wall: "Wall") -> None:
    vote(wall)
    wall.board.set_dots_shown(True)
    (round_,) = wall.workshop.of(Round).values()
    decisions = {wall.note(2).id: Decision.IN}
    wall.document.do(decide(wall.workshop, round_, decisions, "It is ours"))
    cards = wall.board.scene.deck.cards
    assert [cards[wall.note(n).id].standing for n in (1, 2, 3, 4)] == ["in", "in", "", ""]


def test_what_does_not_match_is_dimmed_and_what_does_is_as_before(wall: "Wall") -> None:
    plain = picture(wall)
    points = {number: wall.middle(number) + QPoint(60, 20) for number in (1, 2, 3, 4)}
    wall.board.set_dimmed([wall.note(2).id])
    colours = {number: wall.pixel(point) for number, point in points.items()}
    assert colours[2] == "#fef49a"
    assert colours[1] == colours[3] == colours[4] != "#fef49a"
    wall.board.set_dimmed([])
    assert wall.pixel(points[2]) == colours[1]
    wall.board.set_dimmed(None)
    assert picture(wall) == plain


def test_a_match_inside_a_cluster_shows_its_lead(wall: "Wall") -> None:
    wall.board.set_dimmed([wall.note(2).id])
    wall.document.do(merge_notes(wall.workshop, wall.note(1).id, [wall.note(2).id]))
    assert wall.pixel(wall.middle(1) + QPoint(60, 20)) == "#fef49a"
    wall.document.undo()
    assert wall.pixel(wall.middle(1) + QPoint(60, 20)) != "#fef49a"


def test_the_overview_is_never_dimmed(
    wall: "Wall", make_wall: Callable[[Workshop], "Wall"]
) -> None:
    other = make_wall(wall.workshop)
    wall.board.set_dimmed([])
    size = wall.board.size()
    assert wall.board.picture(size) == other.board.picture(size)
