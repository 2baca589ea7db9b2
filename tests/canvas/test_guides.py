"""What is looked up once for a drag is what one would find by looking at every note anew."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from motworkshop.canvas.card import Card, Cell
from motworkshop.canvas.deck import Deck
from motworkshop.canvas.guides import CLOSE, EXACT, REACH, Guides
from motworkshop.canvas.placing import PULL, between
from motworkshop.model.edits.notes import Draft, add_notes, edit_notes
from motworkshop.model.edits.stages import add_stage
from motworkshop.model.layout import GAP, NOTE_WIDTH
from motworkshop.model.records import Id, Stage
from motworkshop.model.workshop import Workshop

SPOT = st.tuples(
    st.integers(0, 2), st.sampled_from([16, 208, 400, 420]), st.integers(0, 3000), st.integers(2, 9)
)
"""Stage, x, y and how high."""


def deck_of(spots: list[tuple[int, int, int, int]]) -> tuple[Deck, list[Cell]]:
    """A board of three stages with notes there; some may lie on others, some are locked."""
    workshop = Workshop.titled("Test")
    for name in ("One", "Two", "Three"):
        workshop = workshop.applied(add_stage(workshop, name).change)
    stages = [stage.id for stage in workshop.ordered(Stage)]
    drafts = [
        Draft(f"{n}", fields={"stage": stages[stage], "x": x, "y": y, "height": high})
        for n, (stage, x, y, high) in enumerate(spots)
    ]
    workshop = workshop.applied(add_notes(workshop, drafts).change)
    locked = [note.id for note in workshop.notes.values() if note.number % 5 == 0]
    workshop = workshop.applied(edit_notes(workshop, locked, is_locked=True).change)
    return Deck(workshop), [(stage, None) for stage in stages]


def beside(deck: Deck, cell: Cell, besides: set[Id]) -> list[Card]:
    """All notes in a column and in those left and right of it."""
    names = [column.stage for column in deck.plan.columns]
    near = {names[at] for at in range(len(names)) if abs(at - names.index(cell[0])) <= 1}
    return [c for c in deck.cards.values() if c.cell[0] in near and c.id not in besides]


@given(st.lists(SPOT, min_size=1, max_size=30), st.integers(0, 3000), st.integers(0, 2))
def test_a_note_is_drawn_to_every_height_that_one_beside_it_has(
    spots: list[tuple[int, int, int, int]], y: int, stage: int
) -> None:
    deck, cells = deck_of(spots)
    held = next(iter(deck.cards))
    cell, guides = cells[stage], Guides.around(deck, {held})
    corner = deck.plan.corner(cell)[1]
    wanted = set()
    for card in beside(deck, cell, {held}):
        top = card.top - corner
        wanted |= {top, top + card.height - 120, top + (card.height - 120) / 2}
    for _again in range(2):
        lines = guides.lines(cell, y, 120.0)
        assert all(one < other for one, other in pairwise(lines))
        near = {round(line, 3) for line in lines if abs(line - y) < PULL}
        assert near == {round(line, 3) for line in wanted if abs(line - y) < PULL}


@given(st.lists(SPOT, min_size=2, max_size=30), st.integers(0, 29), st.integers(0, 2))
def test_lines_lead_to_the_nearest_on_each_side_that_share_a_height(
    spots: list[tuple[int, int, int, int]], place: int, stage: int
) -> None:
    deck, cells = deck_of(spots)
    like = list(deck.cards.values())[place % len(spots)]
    left = deck.plan.corner(cells[stage])[0] + 16
    where = QRectF(left, like.top, NOTE_WIDTH, 120.0)
    lines = Guides.around(deck, ()).to_neighbours(cells[stage], where)
    level = [one for one in lines if one.y1() == one.y2()]
    for side in (-1, 1):
        far = [
            (card.left - left) * side
            for card in beside(deck, cells[stage], set())
            if shares_a_height(card, where) and NOTE_WIDTH <= (card.left - left) * side < REACH
        ]
        found = [abs(line.dx()) + NOTE_WIDTH for line in level if line.dx() * side > 0]
        touching = [0.0] if min(far, default=0) == NOTE_WIDTH else []
        assert (found or touching) == pytest.approx(
            [min(far)] if far and not touching else touching
        )


def shares_a_height(card: Card, where: QRectF) -> bool:
    return (
        abs(card.top - where.top()) < EXACT
        or abs(card.bottom - where.bottom()) < EXACT
        or abs((card.top + card.bottom) / 2 - where.center().y()) < EXACT
    )


def test_upright_lines_lead_to_the_next_one_above_and_below() -> None:
    deck, cells = deck_of([(0, 16, 16, 3), (0, 16, 900, 3), (0, 16, 1300, 3), (0, 208, 1000, 3)])
    left, top = deck.plan.corner(cells[0])
    where = QRectF(left + 16, top + 1100, NOTE_WIDTH, 120.0)
    lines = Guides.around(deck, ()).to_neighbours(cells[0], where)
    upright = sorted((line.y1() - top, line.y2() - top) for line in lines if line.dx() == 0)
    assert upright == [(1032, 1100), (1220, 1300)]
    assert all(end - start < CLOSE for start, end in upright)


@given(st.lists(SPOT, max_size=30), st.sampled_from([16, 208, 300]), st.integers(-50, 3400))
def test_the_edge_between_notes_is_the_one_that_a_look_at_all_of_them_finds(
    spots: list[tuple[int, int, int, int]], x: int, middle: int
) -> None:
    deck, cells = deck_of(spots)
    besides = {card.id for card in deck.cards.values() if card.number % 4 == 0}
    for cell in cells:
        assert between(deck, cell, x, middle, besides) == edge(deck, cell, x, middle, besides)


def edge(deck: Deck, cell: Cell, x: float, middle: float, besides: set[Id]) -> float:
    found = float(GAP)
    for card in deck.in_cell(cell):
        if abs(card.x - x) >= NOTE_WIDTH or card.id in besides:
            continue
        if middle < card.y + card.height / 2 and not card.is_locked:
            return found
        found = card.y + card.height + GAP
    return found
