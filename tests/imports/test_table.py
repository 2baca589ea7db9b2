import pytest

from motworkshop.errors import UnreadableInputError
from motworkshop.imports.fields import EVIDENCE_FIELDS, PARTICIPANT_FIELDS, TOUCHPOINT_FIELDS
from motworkshop.imports.guessing import guess_kind, known_names
from motworkshop.imports.intake import Kind, Options, intake_of
from motworkshop.imports.sheet import Row, Sheet
from motworkshop.imports.table import (
    ColumnUse,
    guess_use,
    missing_field,
    table_of,
    used_sheet,
)
from motworkshop.imports.verdict import verdict_of
from motworkshop.model.records import Stage
from motworkshop.model.workshop import Workshop


def test_columns_are_known_by_their_names() -> None:
    rows = [("Phase", "Moment of truth", "Abteilung", "Farbe"), ("Book", "Pays", "Sales", "red")]
    guess = guess_use(rows, TOUCHPOINT_FIELDS)
    assert guess == ColumnUse({0: "stage", 1: "text", 2: "department"}, has_names=True)


def test_without_names_the_wordiest_column_is_the_text_and_known_words_tell_the_rest() -> None:
    rows = [
        ("Book", "Waits for twenty minutes on the phone"),
        ("Airport", "Finds the gate closed"),
        ("book", "Pays twice"),
    ]
    guess = guess_use(rows, TOUCHPOINT_FIELDS, {"stage": ["Book", "Airport"]})
    assert guess == ColumnUse({0: "stage", 1: "text"}, has_names=False)


def test_unknown_short_words_above_long_texts_are_names() -> None:
    rows = [("Q7", "X"), ("Waits for twenty minutes on the phone", "Finds the gate closed")]
    assert guess_use(rows, TOUCHPOINT_FIELDS).has_names
    assert not guess_use([("Waits", "Pays"), ("Waits", "Pays")], TOUCHPOINT_FIELDS).has_names


def test_the_first_column_is_the_name_where_nothing_tells() -> None:
    rows = [("Anna", "Sales"), ("Bo", "Ground")]
    assert guess_use(rows, PARTICIPANT_FIELDS).fields == {0: "name"}


def test_a_field_that_every_row_needs_is_missed() -> None:
    missing = missing_field(ColumnUse({0: "stage"}), TOUCHPOINT_FIELDS)
    assert missing is not None
    assert missing.name == "text"
    assert missing_field(ColumnUse({3: "text"}), TOUCHPOINT_FIELDS) is None


def test_only_columns_that_are_used_are_read_whatever_they_are_called(
    bare: Workshop,
) -> None:
    sheet = Sheet(("stage", "text", ""), (Row(2, ("Pays twice", "Book", "loose")),))
    used, mapping = used_sheet(sheet, ColumnUse({0: "text"}))
    assert used.headers == ("stage",)
    intake = intake_of(used, Kind.TOUCHPOINTS, bare, Options(mapping=mapping))
    assert intake.made == {"notes": 1}
    assert intake.ignored_columns == ()


def test_columns_of_one_name_are_told_apart() -> None:
    sheet = Sheet(("text", "text", ""), (Row(2, ("a", "b", "c")),))
    used, mapping = used_sheet(sheet, ColumnUse({0: "text", 1: "details", 2: "stage"}))
    assert used.headers == ("text", "text (Column B)", "Column C")
    assert mapping == {"text": "text", "text (Column B)": "details", "Column C": "stage"}


def test_a_first_row_that_names_nothing_is_a_row() -> None:
    sheet = table_of([("Pays twice", "Book"), ("Waits", "Book")])
    used, _mapping = used_sheet(sheet, ColumnUse({0: "text", 1: "stage"}, has_names=False))
    assert [row.cells for row in used.rows] == [("Pays twice", "Book"), ("Waits", "Book")]
    assert [row.number for row in used.rows] == [1, 2]


def test_pasted_rows_keep_their_numbers_without_the_blank_ones() -> None:
    sheet = table_of([("", " "), ("text", "stage"), ("", ""), ("Waits",)])
    assert sheet == Sheet(("text", "stage"), (Row(4, ("Waits", "")),))


@pytest.mark.parametrize(
    "rows",
    [[], [("", " ")], [("x",) * 101], [("x",)] * 100_002],
    ids=["0", "blank", "wide", "long"],
)
def test_a_table_of_nothing_or_too_much_is_refused(rows: list[tuple[str, ...]]) -> None:
    with pytest.raises(UnreadableInputError):
        table_of(rows)


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        (("text", "stage"), Kind.TOUCHPOINTS),
        (("voter", "text", "dots"), Kind.BALLOTS),
        (("participant", "position", "stage"), Kind.STAGE_PROPOSALS),
        (("Name", "Abteilung"), Kind.PARTICIPANTS),
        (("text", "source", "date", "sentiment"), Kind.EVIDENCE),
        (("a", "b"), Kind.PARTICIPANTS),
    ],
)
def test_the_names_of_the_columns_tell_what_the_rows_are(
    names: tuple[str, ...], kind: Kind
) -> None:
    default = Kind.PARTICIPANTS if names == ("a", "b") else Kind.TOUCHPOINTS
    assert guess_kind(names, default) is kind


def test_a_verdict_says_what_comes_where_and_what_does_not_come(bare: Workshop) -> None:
    stage = bare.ordered(Stage)[0].name
    rows = [
        ("text", "stage", "importance"),
        ("Waits", stage, "1"),
        ("Pays", "Elsewhere", ""),
        ("Sits", "", "9"),
        ("Goes", "", ""),
    ]
    use = guess_use(rows, TOUCHPOINT_FIELDS, known_names(bare))
    sheet, mapping = used_sheet(table_of(rows), use)
    intake = intake_of(sheet, Kind.TOUCHPOINTS, bare, Options(mapping=mapping))
    verdict = verdict_of(intake, bare)
    assert verdict.words == "3 notes and 1 new stage"
    assert verdict.places == f"Into {stage} 1 · Elsewhere (new) 1 · the parking lot 1"
    assert verdict.trouble == "1 row cannot be read and will be left out:"
    assert [one.row for one in verdict.refused] == [4]
    assert verdict.button == "Import 3 notes"


def test_of_many_refused_rows_the_first_hundred_are_listed(bare: Workshop) -> None:
    rows = [("text", "importance"), *[("Waits", "9")] * 150]
    sheet, mapping = used_sheet(table_of(rows), guess_use(rows, TOUCHPOINT_FIELDS))
    intake = intake_of(sheet, Kind.TOUCHPOINTS, bare, Options(mapping=mapping))
    verdict = verdict_of(intake, bare)
    assert (len(verdict.refused), verdict.more_refused) == (100, 50)
    assert verdict.words == "There is nothing here that can be imported."
    assert verdict.button == ""


def test_evidence_is_counted_in_pieces(bare: Workshop) -> None:
    rows = [("text", "source"), ("Waits", "survey"), ("Pays", "survey")]
    sheet, mapping = used_sheet(table_of(rows), guess_use(rows, EVIDENCE_FIELDS))
    intake = intake_of(sheet, Kind.EVIDENCE, bare, Options(mapping=mapping))
    assert verdict_of(intake, bare).words == "2 pieces of evidence"
