"""What is painted again is taken apart into a few rectangles, and nothing is left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QRegion

from motworkshop.canvas.camera import Bounds
from motworkshop.canvas.parts import MOST, WASTE, parts_of, pieces_of, region_of

NOTE = 208.0


def note(x: float, y: float) -> Bounds:
    return (x, y, x + NOTE, y + 148)


def size(bounds: Bounds) -> float:
    return (bounds[2] - bounds[0]) * (bounds[3] - bounds[1])


def is_inside(inner: Bounds, outer: Bounds) -> bool:
    return (
        outer[0] <= inner[0]
        and outer[1] <= inner[1]
        and inner[2] <= outer[2]
        and inner[3] <= outer[3]
    )


@given(st.lists(st.builds(note, st.integers(-900, 20_000), st.integers(-900, 20_000)), max_size=60))
def test_every_note_lies_in_a_piece(notes: list[Bounds]) -> None:
    pieces = pieces_of(notes)
    assert len(pieces) <= len(notes)
    assert all(any(is_inside(one, piece) for piece in pieces) for one in notes)


def test_notes_side_by_side_are_one_piece() -> None:
    block = [note(220 * column, 160 * row) for column in range(20) for row in range(30)]
    assert pieces_of(block) == [(0, 0, 220 * 19 + NOTE, 160 * 29 + 148)]


def test_what_lies_between_far_notes_is_in_no_piece() -> None:
    near, far = note(0, 0), note(9000, 7000)
    assert sorted(pieces_of([near, far])) == [near, far]


def test_pieces_hold_little_that_is_empty() -> None:
    """A block, and a few notes farther and farther from it: they do not draw it after them."""
    block = [note(220 * column, 160 * row) for column in range(20) for row in range(30)]
    strays = [note(4600 + 600 * number, 4900 + 400 * number) for number in range(12)]
    whole = pieces_of(block)[0]
    assert sum(map(size, pieces_of([*block, *strays]))) <= WASTE * (size(whole) + 12 * NOTE * 148)


def test_rectangles_far_apart_stay_apart_and_near_ones_become_one() -> None:
    assert region_of([QRectF(0, 0, 50, 50), QRectF(900, 700, 50, 50)]).rectCount() == 2
    assert region_of([QRectF(0, 0, 90, 50), QRectF(4, 3, 90, 50)]).rectCount() == 1


@pytest.mark.parametrize("count", [3, MOST, MOST + 1, 90])
def test_parts_cover_the_region_and_are_few(count: int) -> None:
    region = QRegion()
    for number in range(count):
        region += QRect(30 * number, 20 * number, 10, 10)
    parts = parts_of(region)
    assert 1 <= len(parts) <= MOST
    covered = QRegion()
    for part in parts:
        covered += part
    assert (region - covered).isEmpty()
