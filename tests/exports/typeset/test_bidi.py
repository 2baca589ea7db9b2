"""The order of mixed lines, checked against the examples of UAX 9 and common sense."""

import pytest

from motworkshop.exports.typeset.bidi import starts_right_to_left, visual_order


@pytest.mark.parametrize(
    ("text", "is_right_to_left", "pieces"),
    [
        ("plain", False, [("plain", False)]),
        ("the אבג word", False, [("the ", False), ("אבג", True), (" word", False)]),
        ("אב cd", True, [("cd", False), ("אב ", True)]),
        ("אב 12, 3%", True, [("3%", False), (", ", True), ("12", False), ("אב ", True)]),
        ("אב 1,200 גד", True, [(" גד", True), ("1,200", False), ("אב ", True)]),
        ("ab אב 12 גד ef", False,
         [("ab ", False), (" גד", True), ("12", False), ("אב ", True), (" ef", False)]),
        ("אב(גד) ef", False, [("אב(גד", True), (") ef", False)]),
    ],
)  # fmt: skip
def test_pieces_stand_from_left_to_right(
    text: str, is_right_to_left: bool, pieces: list[tuple[str, bool]]
) -> None:
    assert visual_order(text, is_right_to_left) == pieces


def test_nothing_is_lost_or_turned_by_directional_controls() -> None:
    text = "ab\u202ecd\u2067אב\u202c"
    assert sorted("".join(piece for piece, _ in visual_order(text, False))) == sorted(text)
    assert visual_order("ab\u202ecd", False) == [("ab\u202ecd", False)]


@pytest.mark.parametrize(
    ("text", "expected"), [("(אב) cd", True), ("cd אב", False), ("12", False), ("", False)]
)
def test_the_first_letter_decides_on_the_direction(text: str, expected: bool) -> None:
    assert starts_right_to_left(text) is expected
