from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from motworkshop.model.layout import GAP, NOTE_WIDTH
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
