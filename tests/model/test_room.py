from collections.abc import Iterator
from itertools import combinations
from math import inf

from hypothesis import given
from hypothesis import strategies as st

from motworkshop.model.layout import GAP, NOTE_WIDTH, STEP
from motworkshop.model.room import Box, Taken, made_room, settled, slot_x

PLACES = st.tuples(
    st.sampled_from([16.0, 208.0, 100.0]), st.integers(16, 900), st.integers(3, 6), st.booleans()
)


def hides(one: Box, other: Box) -> bool:
    across = abs(one.x - other.x) < NOTE_WIDTH
    return across and one.y < other.bottom and other.y < one.bottom


def laid(places: list[tuple[float, int, int, bool]], name: str) -> list[Box]:
    """Boxes at these places as far as none hides another one."""
    found: list[Box] = []
    for number, (x, y, steps, is_locked) in enumerate(places):
        box = Box(f"{name}{number}", x, float(y), steps * 44.0, is_locked)
        if not any(hides(box, other) for other in found):
            found.append(box)
    return found


@given(st.lists(PLACES, max_size=12), st.lists(PLACES, min_size=1, max_size=4))
def test_whoever_comes_hides_nobody_and_locked_ones_stay(
    there: list[tuple[float, int, int, bool]], coming: list[tuple[float, int, int, bool]]
) -> None:
    others = laid(there, "o")
    locked = [box for box in others if box.is_locked]
    placed = settled(laid(coming, "p"), locked)
    downs = made_room(placed, others)
    after = [Box(box.note, box.x, downs.get(box.note, box.y), box.height) for box in others]
    assert not [pair for pair in combinations([*placed, *after], 2) if hides(*pair)]
    assert not downs.keys() & {box.note for box in locked}
    assert all(downs[box.note] > box.y for box in others if box.note in downs)


def test_who_is_not_in_the_way_does_not_move() -> None:
    above, beside, below = Box("a", 16, 16, 132), Box("b", 208, 164, 132), Box("c", 16, 900, 132)
    assert made_room([Box("new", 16, 164, 132)], [above, beside, below]) == {}
    assert made_room([Box("new", 16, 100, 132)], [above, beside, below]) == {"a": 248}


def test_the_gap_can_be_none() -> None:
    close = Box("a", 16, 150, 132)
    assert made_room([Box("new", 16, 16, 132)], [close], gap=0) == {}
    assert made_room([Box("new", 16, 16, 132)], [close]) == {"a": 164}


def test_a_place_between_two_slots_is_in_the_way_of_both() -> None:
    taken = Taken([(112, 16, 148)])
    assert not taken.is_free(slot_x(0), 16, 132)
    assert not taken.is_free(slot_x(1), 16, 132)
    assert taken.first_below(slot_x(1), 16, 132) == 16 + 132 + GAP
    taken.add(208, 164, 296)
    assert taken.first_below(slot_x(1), 16, 132) == 164 + 132 + GAP
    assert taken.first_below(slot_x(0), 16, 132) == 164


SHEETS = st.tuples(
    st.sampled_from([16.0, 208.0, 100.0]),
    st.integers(0, 900),
    st.integers(1, 6),
    st.sampled_from([0.0, 7.5, 31.0]),
)
XS = (16.0, 208.0, 100.0, 300.0)


def gaps_of(sheets: list[tuple[float, float, float]], x: float) -> Iterator[tuple[float, float]]:
    """Where there is room at x, found by going through all of them."""
    start = float(GAP)
    for at, top, bottom in sorted(sheets, key=lambda sheet: sheet[1:]):
        if abs(at - x) < NOTE_WIDTH:
            if top - GAP - start >= STEP:
                yield start, top - GAP
            start = max(start, bottom + GAP)
    yield start, inf


@given(st.lists(SHEETS, max_size=25), st.lists(st.integers(0, 60), max_size=25))
def test_what_comes_and_goes_leaves_the_room_that_counting_all_of_it_would(
    coming: list[tuple[float, int, int, float]], going: list[int]
) -> None:
    taken, there = Taken(), list[tuple[float, float, float]]()
    for x in XS:
        taken.gaps(x)
    for place, (x, top, steps, more) in enumerate(coming):
        sheet = (x, float(top), top + steps * STEP + more)
        taken.add(*sheet)
        there.append(sheet)
        if place < len(going) and going[place] < len(there):
            taken.remove(*there.pop(going[place]))
        if place == len(coming) // 2:
            taken = taken.copy()
    assert taken.lowest == max((bottom for _x, _top, bottom in there), default=0.0)
    for x in XS:
        whole = list(gaps_of(there, x))
        assert taken.gaps(x) == whole
        assert list(Taken(there).gaps(x)) == whole


@given(
    st.lists(SHEETS, max_size=25),
    st.sampled_from(XS),
    st.integers(0, 1200),
    st.sampled_from([0, GAP]),
)
def test_a_place_is_free_where_no_sheet_is_near_and_the_next_free_one_is_below(
    places: list[tuple[float, int, int, float]], x: float, y: int, gap: int
) -> None:
    there = [(at, float(top), top + steps * STEP + more) for at, top, steps, more in places]
    taken = Taken(there)

    def is_free(at: float) -> bool:
        near = [sheet for sheet in there if abs(sheet[0] - x) < NOTE_WIDTH]
        return all(top - gap >= at + 132 or bottom + gap <= at for _x, top, bottom in near)

    assert taken.is_free(x, y, 132, gap) == is_free(y)
    below = taken.first_below(x, y, 132, gap)
    assert is_free(below)
    assert below == y or not is_free(y)
