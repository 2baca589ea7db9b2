import pytest
from hypothesis import given
from hypothesis import strategies as st

from motworkshop.app.ranking import rank

TEXTS = (
    "New note", "Notes (CSV)…", "No category", "New window", "Show the whole board",
    "Blank the projector", "Go to stage Prepare", "Écran plein",
)  # fmt: skip


def best(wanted: str) -> str:
    fitting = [(fit, text) for text in TEXTS if (fit := rank(wanted, text)) is not None]
    return min(fitting)[1] if fitting else ""


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        ("new", "New note"),
        ("no", "No category"),
        ("ne wi", "New window"),
        ("note new", "New note"),
        ("csv", "Notes (CSV)…"),
        ("project", "Blank the projector"),
        ("swb", "Show the whole board"),
        ("ecran", "Écran plein"),
        ("prep", "Go to stage Prepare"),
        ("xyz", ""),
    ],
)
def test_a_few_letters_find_what_is_meant(wanted: str, text: str) -> None:
    assert best(wanted) == text


def test_letters_far_apart_are_no_match() -> None:
    assert rank("nd", "New window") is not None
    assert rank("nz", "New " + 40 * "a" + " zebra") is None


@given(st.text(min_size=1), st.text())
def test_a_text_fits_itself_best(text: str, other: str) -> None:
    own = rank(text, text)
    assert own is not None
    fit = rank(text, f"{other} {text}")
    assert fit is None or fit >= own
