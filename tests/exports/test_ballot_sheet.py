from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from motworkshop.errors import WriteFailedError
from motworkshop.exports.ballot_sheet import write_ballot_sheet
from motworkshop.model.records import About, Note, Participant, Round
from motworkshop.model.workshop import Workshop


def room(*texts: str) -> tuple[Workshop, Round]:
    notes = [Note(f"n{number}", number, text) for number, text in enumerate(texts, start=1)]
    vote = Round("r", "Vote", "Which?", tuple(note.id for note in notes), budget=5, cap=1)
    people = [Participant("p", "Astrid", "Sales")]
    return Workshop([About("a", "Spring"), vote, *notes, *people]), vote


def pages(path: Path) -> list[str]:
    return [page.extract_text() for page in PdfReader(path).pages]


def size(path: Path) -> tuple[int, int]:
    box = PdfReader(path).pages[0].mediabox
    return round(box.width), round(box.height)


def boxes(path: Path) -> int:
    """Boxes to tick: small squares with round corners, drawn as an outline alone."""
    content = PdfReader(path).pages[0].get_contents()
    assert content is not None
    return content.get_data().decode("latin-1").count(" h S")


def test_a_short_ballot_stands_twice_on_a_page_turned_sideways(tmp_path: Path) -> None:
    workshop, vote = room("Late bag", "Kind crew")
    write_ballot_sheet(workshop, vote, tmp_path / "b.pdf")
    (text,) = pages(tmp_path / "b.pdf")
    assert text.count("Late bag") == text.count("Kind crew") == 2
    assert text.count("Which?") == 2
    assert size(tmp_path / "b.pdf") == (842, 595)
    assert boxes(tmp_path / "b.pdf") == 4


def test_a_ballot_of_sixty_notes_fits_on_one_upright_page(tmp_path: Path) -> None:
    workshop, vote = room(*(f"Touchpoint {number}" for number in range(1, 61)))
    write_ballot_sheet(workshop, vote, tmp_path / "b.pdf", paper="letter")
    (text,) = pages(tmp_path / "b.pdf")
    assert all(
        f"{number} Touchpoint {number}" in text.replace("\n", " ") for number in range(1, 61)
    )
    assert size(tmp_path / "b.pdf") == (612, 792)
    assert boxes(tmp_path / "b.pdf") == 60


def test_a_long_ballot_takes_more_pages_which_are_numbered(tmp_path: Path) -> None:
    workshop, vote = room(*(f"Touchpoint {number}" for number in range(1, 301)))
    write_ballot_sheet(workshop, vote, tmp_path / "b.pdf")
    texts = pages(tmp_path / "b.pdf")
    assert len(texts) > 2
    assert f"Page 2 of {len(texts)}" in texts[1]
    assert all("You have 5 dots" in text for text in texts)
    everything = " ".join(texts).replace("\n", " ")
    assert all(f" Touchpoint {number} " in f"{everything} " for number in range(1, 301))


def test_budget_and_cap_are_told_and_there_is_a_box_for_each_dot(tmp_path: Path) -> None:
    workshop, vote = room("Late bag", "Kind crew")
    write_ballot_sheet(workshop, replace(vote, cap=3), tmp_path / "b.pdf")
    assert "You have 5 dots, at most 3 on one touchpoint." in pages(tmp_path / "b.pdf")[0]
    assert "Tick one box for each dot. You may give fewer, or none." in pages(tmp_path / "b.pdf")[0]
    assert boxes(tmp_path / "b.pdf") == 12


@pytest.mark.parametrize(
    ("budget", "cap", "words"),
    [
        (1, 1, "You have 1 dot, at most 1 on one touchpoint."),
        (5, None, "You have 5 dots, and may put as many on one touchpoint as you like."),
        (None, 2, "Give as many dots as you like, at most 2 on one touchpoint."),
        (None, None, "Give as many dots as you like."),
    ],
)
def test_no_limit_is_told_as_such(
    budget: int | None, cap: int | None, words: str, tmp_path: Path
) -> None:
    workshop, vote = room("Late bag")
    write_ballot_sheet(workshop, replace(vote, budget=budget, cap=cap), tmp_path / "b.pdf")
    assert words in pages(tmp_path / "b.pdf")[0].replace("\n", " ")


def test_without_a_low_cap_a_number_is_written(tmp_path: Path) -> None:
    workshop, vote = room("Late bag", "Kind crew")
    write_ballot_sheet(workshop, replace(vote, cap=None), tmp_path / "b.pdf")
    assert "Write the number of dots into the box." in pages(tmp_path / "b.pdf")[0]
    assert boxes(tmp_path / "b.pdf") == 4


def test_only_an_open_ballot_asks_for_a_name_and_none_bears_one(tmp_path: Path) -> None:
    workshop, vote = room("Late bag")
    write_ballot_sheet(workshop, vote, tmp_path / "secret.pdf")
    write_ballot_sheet(workshop, replace(vote, is_secret=False), tmp_path / "open.pdf")
    secret, named = pages(tmp_path / "secret.pdf")[0], pages(tmp_path / "open.pdf")[0]
    assert "Do not write your name." in secret.replace("\n", " ")
    assert "Your name" in named
    assert "Astrid" not in secret + named


def test_a_very_long_text_is_shortened_and_that_is_told(tmp_path: Path) -> None:
    workshop, vote = room("Late bag", "word " * 400)
    made = write_ballot_sheet(workshop, vote, tmp_path / "b.pdf")
    assert made.changes == ("1 long text was shortened; the number tells which note is meant",)
    assert "…" in pages(tmp_path / "b.pdf")[0]


def test_markup_in_a_note_is_printed_as_it_stands(tmp_path: Path) -> None:
    workshop, vote = room("<b>Bag</b> & crew")
    write_ballot_sheet(workshop, vote, tmp_path / "b.pdf")
    assert "<b>Bag</b> & crew" in pages(tmp_path / "b.pdf")[0]


def test_what_stood_there_stays_if_the_ballot_cannot_be_written(tmp_path: Path) -> None:
    workshop, vote = room("Late bag")
    with pytest.raises(WriteFailedError, match="There is no folder"):
        write_ballot_sheet(workshop, vote, tmp_path / "none" / "b.pdf")
