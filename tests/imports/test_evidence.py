from collections.abc import Callable

import pytest

from motworkshop.imports.intake import Intake, Kind
from motworkshop.model.edits.clusters import merge_notes
from motworkshop.model.edits.notes import Draft, add_notes
from motworkshop.model.records import Evidence, EvidenceKind, Sentiment, Stage
from motworkshop.model.workshop import Workshop

Applied = Callable[[Workshop, Intake], Workshop]
Take = Callable[..., Intake]


@pytest.fixture
def take(take_as: Callable[[Kind], Take]) -> Take:
    return take_as(Kind.EVIDENCE)


def by_text(workshop: Workshop) -> dict[str, Evidence]:
    return {proof.text: proof for proof in workshop.of(Evidence).values()}


def test_every_column_becomes_a_field(take: Take, applied: Applied, staffed: Workshop) -> None:
    intake = take(
        "text,note,stage,kind,source,date,sentiment\n"
        "40 min,Waits on hold,check in,Survey,NPS,05.03.2024,negativ\n",
        staffed,
    )
    after = applied(staffed, intake)
    proof = by_text(after)["40 min"]
    assert after.notes[proof.note or ""].number == 1
    assert after.of(Stage)[proof.stage or ""].name == "Check in"
    assert (proof.kind, proof.sentiment) == (EvidenceKind.QUANTITATIVE, Sentiment.NEGATIVE)
    assert (proof.source, proof.date) == ("NPS", "2024-03-05")
    assert intake.made == {"evidence": 1}


def test_evidence_alone_is_qualitative_and_waits_in_the_pool(
    take: Take, applied: Applied, bare: Workshop
) -> None:
    proof = by_text(applied(bare, take("text\n=@someone 🙂\n", bare)))["=@someone 🙂"]
    assert (proof.kind, proof.note, proof.stage) == (EvidenceKind.QUALITATIVE, None, None)
    assert (proof.sentiment, proof.date) == (None, "")


def test_missing_stages_are_made_and_told(take: Take, applied: Applied, bare: Workshop) -> None:
    intake = take("text,stage,kind\na,Fly,\nb,Ghost,hearsay\nc,Book,\nd,FLY,\n", bare)
    after = applied(bare, intake)
    assert [stage.name for stage in after.ordered(Stage)] == ["Check in", "Fly", "Book"]
    assert intake.made == {"evidence": 3, "stages": 2}
    assert intake.refused[0].reason == (
        "“kind” is “hearsay”; it must be gut, qualitative or quantitative."
    )


@pytest.mark.parametrize(
    ("written", "number"), [("2", 2), ("#2", 2), ("gets a  REFUND", 2), ("Gets a refund", 2)]
)
def test_a_note_is_found_by_its_text_or_number(
    take: Take, applied: Applied, staffed: Workshop, written: str, number: int
) -> None:
    after = applied(staffed, take(f"text,note\nx,{written}\n", staffed))
    assert after.notes[by_text(after)["x"].note or ""].number == number


def test_a_text_that_is_a_number_goes_before_the_number(
    take: Take, applied: Applied, staffed: Workshop
) -> None:
    before = staffed.applied(add_notes(staffed, [Draft("2")]).change)
    after = applied(before, take("text,note\nx,2\n", before))
    assert after.notes[by_text(after)["x"].note or ""].number == 5


def test_an_unknown_or_ambiguous_note_is_refused(take: Take, staffed: Workshop) -> None:
    before = staffed.applied(add_notes(staffed, [Draft("Loses a bag")]).change)
    intake = take("text,note\na,Loses a bag\nb,No such\nc,77\n", before)
    assert {refusal.row: refusal.reason for refusal in intake.refused} == {
        2: "“Loses a bag” is the text of the notes 4 and 5; say which by its number.",
        3: "There is no note “No such”.",
        4: "There is no note “77”.",
    }
    assert intake.edits == ()


def test_a_row_without_text_is_refused(take: Take, bare: Workshop) -> None:
    intake = take("text,source\n ,NPS\n", bare)
    assert intake.refused[0].reason == "“text” is empty; every row needs it."


def test_a_note_that_stands_by_itself_goes_before_one_inside_a_cluster(
    take: Take, applied: Applied, staffed: Workshop
) -> None:
    before = staffed.applied(add_notes(staffed, [Draft("Loses a bag")]).change)
    number = {note.number: note.id for note in before.notes.values()}
    before = before.applied(merge_notes(before, number[1], [number[4]]).change)
    after = applied(before, take("text,note\nx,Loses a bag\n", before))
    assert by_text(after)["x"].note == number[5]
