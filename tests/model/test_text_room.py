from hypothesis import given
from hypothesis import strategies as st

from motworkshop.model.layout import MOST_STEPS, PLAIN_STEPS
from motworkshop.model.text_room import steps_for


def test_longer_texts_and_more_lines_make_higher_notes_up_to_a_limit() -> None:
    assert steps_for("Pays") == PLAIN_STEPS
    assert steps_for("The page asks for the same three things. " * 3) == PLAIN_STEPS
    assert steps_for("The page asks for the same three things. " * 5) > PLAIN_STEPS
    assert steps_for("a\n" * 12) > PLAIN_STEPS
    assert steps_for("x" * 10_000) == MOST_STEPS


def test_wide_letters_need_more_room_than_narrow_ones() -> None:
    assert steps_for("値" * 200) > steps_for("x" * 200) > steps_for("i" * 200)


@given(st.text(max_size=400), st.text(max_size=40))
def test_more_text_never_needs_less_room(text: str, more: str) -> None:
    assert PLAIN_STEPS <= steps_for(text) <= MOST_STEPS
    assert steps_for(f"{text} {more}") >= steps_for(text.rstrip(" "))
