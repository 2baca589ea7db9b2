"""The sample's report as its readers find it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from motworkshop.errors import WriteFailedError
from motworkshop.exports.facts import gather
from motworkshop.exports.report import write_report
from motworkshop.exports.report.chapters import report_of
from motworkshop.exports.report.check import check_pdf
from motworkshop.model.records import Evidence, MomentOfTruth, Participant, Phase
from motworkshop.model.workshop import Workshop

if TYPE_CHECKING:
    from tests.exports.report.conftest import Report, Write


def test_every_note_and_every_piece_of_evidence_is_on_some_page(
    sample: Workshop, sample_report: Report
) -> None:
    for note in sample.notes.values():
        assert "".join(note.text.split()) in sample_report.letters
    for evidence in sample.of(Evidence).values():
        assert "".join(evidence.text.split()) in sample_report.letters


def test_the_contents_give_the_page_of_every_bookmark(sample_report: Report) -> None:
    contents = sample_report.page(2)
    reader = sample_report.reader
    flat = [entry for entry in reader.outline if not isinstance(entry, list)]
    assert [entry.title for entry in flat] == [
        "The top ten",
        "The journey as a map",
        "How each of us saw the stages",
        "Stages and categories",
        "What customers expect, and what they get",
        "The vote",
        "Importance and experience, beside the vote",
        "The moments of truth, one by one",
        "Promises and people",
        "Evidence",
        "All notes",
        "How the time was used",
    ]
    for entry in flat:
        number = (reader.get_destination_page_number(entry) or 0) + 1
        assert f"{entry.title} {number}" in contents
        assert str(entry.title) in sample_report.page(number)


def test_every_page_but_the_title_page_is_numbered(sample_report: Report) -> None:
    count = len(sample_report.pages)
    assert "Page 1 of" not in sample_report.pages[0]
    for number, page in enumerate(sample_report.pages[1:], 2):
        assert f"Page {number} of {count}" in page


def test_the_title_page_says_what_where_when_and_who(sample_report: Report) -> None:
    page = sample_report.page(1)
    for said in (
        "Fjällvind Airways Airline, spring",
        "There and back, with a suitcase",
        "Room Propeller, Hangar 3, Stockholm Arlanda, 16 April 2026",
        "Ylva Sandqvist",
        "“What you booked is what you get.”",
        "Ground operations Hedda and Ivar",
        "In the room: 13 people",
        "Legal and Baggage handling partner",
        "61 touchpoints",
        "104 dots",
        "0.16",
    ):
        assert said in page, said


def test_the_file_tells_its_title_and_who_made_it(sample_report: Report) -> None:
    about = sample_report.reader.metadata
    assert about is not None
    assert (about.title, about.author) == ("Airline, spring", "Ylva Sandqvist")


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_pages_have_the_size_of_the_paper(
    write: Write, sample: Workshop, paper: str, size: tuple[int, int]
) -> None:
    report = write(sample, paper=paper)
    sizes = {
        (round(page.mediabox.width), round(page.mediabox.height)) for page in report.reader.pages
    }
    assert sizes == {size, size[::-1]}


def test_the_top_ten_names_rank_dots_accountable_and_what_is_missing(
    sample_report: Report,
) -> None:
    page = sample_report.page(3)
    assert re.search(r"30 Flight is cancelled at 22:40", page)
    assert "Accountable: Birgitta Holm, head of baggage services" in page
    assert "dots from 6 people" in page
    assert "Nobody accountable" in page
    assert "Missing: target and next step" in page
    assert (
        "A run-off (“Run-off for place ten”) settled the tie at the cut: 34 is in, 5 and 53 are out."
        in page
    )


def test_the_vote_is_told_with_its_cut_and_how_far_people_agree(sample_report: Report) -> None:
    text = sample_report.text
    assert (
        "13 people voted, 8 dots each, at most 3 on one touchpoint, 104 dots given in all" in text
    )
    assert "Cut: ten places" in text
    assert "in, by run-off" in text
    assert "21 touchpoints on the ballot got no dot" in text
    assert "vote overlap 0.111" in text
    assert "Kendall's W is 0.159" in text


def test_a_moment_has_a_page_with_all_that_was_settled(
    sample: Workshop, sample_report: Report
) -> None:
    page = sample_report.page_with("Moment of truth 1 of 10")
    for said in (
        "30 Flight is cancelled at 22:40",
        "Accountable Hedda",
        "Ivar Gun",
        "Book a hotel room and a taxi for up to 200 euros",
        "Stranded travellers with a room and a new flight within the hour",
        "34 90 75",
        "Agree on 60 standby rooms with two hotels at the airport Ivar 29 May 2026 doing",
        "Quantitative",
    ):
        assert said in page, said
    assert "Gut feeling only" not in page
    assert "Still missing: accountable" in sample_report.page_with("Moment of truth 6 of 10")
    assert "Gut feeling only" in sample_report.page_with("Moment of truth 9 of 10")
    for card in sample.of(MomentOfTruth).values():
        assert "".join(card.ideal_experience.split()) in sample_report.letters


def test_empty_cells_unkept_promises_load_and_overlooked_notes_are_named(
    sample_report: Report,
) -> None:
    text = sample_report.text
    assert "4 cells are empty: no Rescue in “Dream & plan”" in text
    assert "The widest gap is in “Book”: 2.1." in text
    assert "24 % of their stages in common" in text
    assert "A: Booking = Purchase = Book" in text
    assert "Hedda carries the most: 3 moments. Nobody answers yet for 1 moment." in text
    assert "These are the first ten of 24." in text
    assert "10 Payment is declined without a reason 1 Rescue 5 1 9 3" in text
    assert "Reads reviews of our cabin Under 3" in text


def test_planned_and_used_minutes_stand_with_the_facilitators_notes(
    sample: Workshop, sample_report: Report
) -> None:
    page = sample_report.page_with("How the time was used")
    assert "Frame 10 min 12 min" in page
    for phase in sample.of(Phase).values():
        assert " ".join(phase.notes.split()) in page


def test_without_names_nobody_of_the_roster_is_in_the_file(write: Write, sample: Workshop) -> None:
    report = write(sample, with_names=False)
    people = [one.name for one in sample.of(Participant).values()]
    for name in [*people, "Ylva Sandqvist"]:
        assert not re.search(rf"\b{name}\b", report.text), name
        assert name.encode() not in report.content
        assert name.encode("utf-16-be") not in report.content
    assert report.reader.metadata is not None
    assert report.reader.metadata.author == "Fjällvind Airways"
    assert "Ground operations 2 people" in report.text
    assert "Accountable: Ground operations 1" in report.text
    assert "Ground operations 1 will speak to both" in report.text
    assert report.export.changes == ("Names of participants were replaced in 3 texts",)


def test_with_names_nothing_is_changed(sample_report: Report) -> None:
    assert sample_report.export.changes == ()


def test_a_report_is_the_same_to_the_byte_when_the_clock_is_left_out(
    sample: Workshop, tmp_path: Path
) -> None:
    files = [tmp_path / name for name in ("one", "other")]
    for path in files:
        with path.open("wb") as file:
            report_of(gather(sample), is_invariant=True).write(file)
    assert files[0].read_bytes() == files[1].read_bytes()


def test_an_unwritable_place_is_refused_and_leaves_nothing(
    sample: Workshop, tmp_path: Path
) -> None:
    with pytest.raises(WriteFailedError, match="no folder"):
        write_report(gather(sample), tmp_path / "nowhere" / "report.pdf")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("keep", [0, 4, 2000, -20])
def test_a_part_that_is_not_whole_is_noticed(
    sample_report: Report, tmp_path: Path, keep: int
) -> None:
    part = tmp_path / "part"
    part.write_bytes(sample_report.content)
    check_pdf(part, len(sample_report.pages))
    with pytest.raises(WriteFailedError, match="did not come out whole"):
        check_pdf(part, len(sample_report.pages) + 1)
    part.write_bytes(sample_report.content[:keep])
    with pytest.raises(WriteFailedError, match="did not come out whole"):
        check_pdf(part, len(sample_report.pages))
