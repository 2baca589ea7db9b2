import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from motworkshop.errors import UnreadableInputError
from motworkshop.imports.columns import MissingColumnError
from motworkshop.imports.intake import Intake, Kind, Options, fields_of, intake_of, read_intake
from motworkshop.imports.sheet import Sheet
from motworkshop.model.agreement import kendall_w, stage_alignment, vote_overlap
from motworkshop.model.records import Evidence, Participant, Round, Stage
from motworkshop.model.tally import Standing, tally_of
from motworkshop.model.workshop import Workshop

Applied = Callable[[Workshop, Intake], Workshop]
Take = Callable[..., Intake]


def lean(number: float | None) -> float | None:
    return None if number is None else round(number, 3)


@pytest.fixture
def read(applied: Applied) -> Callable[..., Workshop]:
    """Imports a file whole, as the command line does without --skip-refused."""

    def into(workshop: Workshop, path: Path, kind: Kind, said: Options | None = None) -> Workshop:
        intake = read_intake(path, kind, workshop, said)
        assert intake.refused == ()
        return applied(workshop, intake)

    return into


def test_what_is_not_read_and_how_rows_are_numbered_is_told(
    take_as: Callable[[Kind], Take], bare: Workshop
) -> None:
    intake = take_as(Kind.TOUCHPOINTS)("text,weather,stage\na,fine,Book\n", bare)
    assert intake.ignored_columns == ("weather",)
    assert intake.numbered_by == "line"
    assert intake.kind is Kind.TOUCHPOINTS


def test_a_column_can_be_told(take_as: Callable[[Kind], Take], bare: Workshop) -> None:
    options = Options(mapping={"What happens": "text"})
    intake = take_as(Kind.TOUCHPOINTS)("What happens\na\n", bare, options)
    assert intake.made == {"notes": 1}
    with pytest.raises(MissingColumnError):
        take_as(Kind.TOUCHPOINTS)("What happens\na\n", bare)


@pytest.mark.parametrize("kind", Kind)
def test_a_sheet_without_rows_is_refused(kind: Kind, staffed: Workshop) -> None:
    headers = tuple(field.name for field in fields_of(kind))
    with pytest.raises(UnreadableInputError, match="There is nothing to import"):
        intake_of(Sheet(headers, ()), kind, staffed)


@pytest.mark.parametrize("kind", Kind)
def test_the_workshop_itself_is_not_touched(
    kind: Kind, staffed: Workshop, sheet_of: Callable[[str], Sheet]
) -> None:
    before = Workshop(staffed.records())
    headers = ",".join(field.name for field in fields_of(kind))
    intake_of(sheet_of(f"{headers}\n{'1,' * headers.count(',')}1\n"), kind, staffed)
    assert staffed == before


def test_excel_is_read_and_its_rows_are_named(tmp_path: Path, bare: Workshop) -> None:
    book = Workbook()
    assert book.active is not None
    for row in (("Text", "Importance", "Number"), ("=kept", 4, 7), (None, None, None), ("b", 9, 8)):
        book.active.append(row)
    book.active["A2"].data_type = "s"
    book.save(tmp_path / "notes.xlsx")
    intake = read_intake(tmp_path / "notes.xlsx", Kind.TOUCHPOINTS, bare)
    assert intake.numbered_by == "row"
    assert [refusal.row for refusal in intake.refused] == [4]
    assert intake.made == {"notes": 1}


def test_the_airline_workshop_gives_the_figures_of_the_method(
    read: Callable[..., Workshop], bare: Workshop, shared_data: Path
) -> None:
    folder = shared_data / "airline-workshop"
    stages = Workshop(record for record in bare.records() if not isinstance(record, Stage))
    one = read(stages, folder / "participants.csv", Kind.PARTICIPANTS)
    one = read(one, folder / "touchpoints.csv", Kind.TOUCHPOINTS)
    one = read(one, folder / "stage-proposals.csv", Kind.STAGE_PROPOSALS)
    said = Options(budget=8, cap=3, is_secret=True)
    one = read(one, folder / "ballots.csv", Kind.BALLOTS, said)
    (vote,) = one.of(Round).values()
    tally = tally_of(one, vote)
    assert (len(one.notes), len(one.of(Stage)), len(one.of(Participant))) == (61, 7, 13)
    assert (tally.ballots, tally.turnout, tally.dots) == (13, 13, 104)
    assert (len(tally.standing(Standing.IN)), len(tally.tied)) == (9, 3)
    assert lean(vote_overlap(one, vote)) == 0.111
    assert lean(kendall_w(one, vote)) == 0.159
    assert lean(stage_alignment(one)) == 0.103


def test_the_vote_of_assen_gives_its_totals(
    read: Callable[..., Workshop], bare: Workshop, shared_data: Path
) -> None:
    one = read(bare, shared_data / "assen-2024-notes.csv", Kind.TOUCHPOINTS)
    one = read(one, shared_data / "assen-2024-ballots.csv", Kind.BALLOTS)
    (vote,) = one.of(Round).values()
    tally = tally_of(one, vote)
    totals = [43, 42, 25, 24, 24, 23, 21, 19, 14, 13, 10, 10, 9, 8]
    assert [line.dots for line in tally.lines] == totals
    assert [line.dots for line in tally_of(one, vote, 4).tied] == [24, 24]
    assert tally_of(one, vote, 10).tied == []
    assert (lean(vote_overlap(one, vote)), lean(kendall_w(one, vote))) == (0.195, 0.096)


def test_no_row_of_the_feedback_gets_lost_or_changed(
    read: Callable[..., Workshop], bare: Workshop, shared_data: Path, tmp_path: Path
) -> None:
    source = shared_data / "airline-feedback.csv"
    with source.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))
    texts = [row[0].strip() for row in rows[1:]]
    one = read(bare, source, Kind.EVIDENCE)
    assert [proof.text for proof in one.of(Evidence).values()] == texts
    assert len(texts) == 14_640
    assert sum(proof.stage is not None for proof in one.of(Evidence).values()) == 7_988
    with (tmp_path / "part.csv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(rows[:3_001])
    one = read(one, tmp_path / "part.csv", Kind.TOUCHPOINTS)
    notes = sorted(one.notes.values(), key=lambda note: note.number)
    assert [note.text for note in notes] == texts[:3_000]
    assert any(text.startswith("=") for text in texts[:3_000])
