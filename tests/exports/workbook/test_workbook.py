"""The sheets of a workbook as Excel would find them."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from motworkshop.exports.facts import gather
from motworkshop.exports.workbook import write_workbook
from motworkshop.model.history import History
from motworkshop.model.records import (
    About,
    Action,
    Ballot,
    Decision,
    Metric,
    MomentOfTruth,
    Note,
    Participant,
    Record,
    Round,
    RoundStatus,
)
from motworkshop.model.rounds import Terms, hand_over, start_round
from motworkshop.model.workshop import Workshop

Written = Callable[..., Path]
Rows = list[dict[str, object]]

SHEETS = [
    "Notes",
    "Stages",
    "Stage proposals",
    "Categories",
    "Participants",
    "Rounds",
    "Tally",
    "Moments of truth",
    "Metrics",
    "Actions",
    "Evidence",
]


def rows_of(path: Path, sheet: str) -> Rows:
    """What stands below the headers, blank rows left out."""
    lines = load_workbook(path)[sheet].iter_rows(values_only=True)
    headers = [str(header) for header in next(lines)]
    return [dict(zip(headers, row, strict=False)) for row in lines if any(row)]


def parts(path: Path, pattern: str) -> dict[str, Element]:
    with ZipFile(path) as package:
        return {
            name: fromstring(package.read(name))
            for name in package.namelist()
            if re.fullmatch(pattern, name)
        }


def with_round(workshop: Workshop, *voters: str, is_secret: bool) -> Workshop:
    history = History(workshop)
    history.record(start_round(workshop, "Which?", Terms(budget=2, cap=1, is_secret=is_secret)))
    vote = history.workshop.ordered(Round)[-1]
    for voter in voters:
        history.record(hand_over(history.workshop, vote, voter, {"n2": 1, "n3": 1}))
    return history.workshop


def test_the_sheets_stand_in_their_order(airline: Workshop, written: Written) -> None:
    assert load_workbook(written(airline)).sheetnames == SHEETS


def test_every_sheet_is_a_table_with_filter_buttons_and_frozen_headers(
    airline: Workshop, written: Written
) -> None:
    book = load_workbook(written(airline))
    names = set()
    for sheet in book.worksheets:
        (table,) = sheet.tables.values()
        names.add(table.displayName)
        assert table.ref == f"A1:{get_column_letter(sheet.max_column)}{sheet.max_row}"
        assert table.autoFilter.ref == table.ref
        assert table.tableStyleInfo.showRowStripes
        assert [column.name for column in table.tableColumns] == [c.value for c in sheet[1]]
        assert str(sheet.freeze_panes).endswith("2")
    assert len(names) == len(SHEETS)
    assert book["Notes"].freeze_panes == "C2"


def test_every_sheet_prints_landscape_with_headers_and_page_numbers(
    airline: Workshop, written: Written
) -> None:
    path = written(airline)
    for sheet in load_workbook(path).worksheets:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.print_title_rows == "$1:$1"
    for root in parts(path, r"xl/worksheets/sheet\d+\.xml").values():
        told = {element.tag.rpartition("}")[2]: element for element in root.iter()}
        assert told["pageSetUpPr"].get("fitToPage") == "1"
        assert told["oddHeader"].text == "&LAirline, spring&R&A"
        assert told["oddFooter"].text == "&RPage &P of &N"


def test_no_cell_is_a_formula_or_an_error(airline: Workshop, written: Written) -> None:
    for sheet in parts(written(airline), r"xl/(worksheets|tables)/.*\.xml").values():
        names = {element.tag.rpartition("}")[2] for element in sheet.iter()}
        assert not names & {"f", "calculatedColumnFormula", "totalsRowFormula"}
        assert "e" not in {element.get("t") for element in sheet.iter()}


def test_the_workbook_says_whose_it_is(shop: Workshop, written: Written) -> None:
    properties = load_workbook(written(shop)).properties
    assert (properties.title, properties.creator) == ("Shop", "Ylva")
    assert load_workbook(written(shop, with_names=False)).properties.creator == "motworkshop"


def test_notes_stand_by_stage_and_number_with_their_scores(
    shop: Workshop, written: Written
) -> None:
    rows = rows_of(written(shop), "Notes")
    assert [row["Number"] for row in rows] == [2, 1, 5, 9, 3, 7]
    assert [row["Under note"] for row in rows] == [None, None, 1, 1, None, None]
    pays = rows[1]
    assert pays["Text"] == "=Pays\nat the desk"
    assert (pays["Stage"], pays["Lane"], pays["Author"]) == ("Buy", "Street", "Ada")
    assert (pays["Control"], pays["Moment type"]) == ("direct", "SMOT")
    assert (pays["Expectation"], pays["Experience"], pays["Importance"]) == (5, 2, 4)
    assert (pays["Gap"], pays["Opportunity"], pays["Emotion"]) == (3, 6, -2)


def test_notes_carry_the_result_of_the_deciding_round(airline: Workshop, written: Written) -> None:
    rows = {row["Text"]: row for row in rows_of(written(airline), "Notes")}
    cancelled = rows["Flight is cancelled at 22:40"]
    assert (cancelled["Dots"], cancelled["Place"]) == (8, "in")
    assert rows["Family is seated apart at the gate"]["Place"] == "in"
    assert rows["Asks for the refund that the law grants"]["Place"] == "out"
    assert rows["Reads reviews of our cabin"]["Dots"] is None  # they lie with its lead


def test_rounds_and_tally_say_what_was_counted(airline: Workshop, written: Written) -> None:
    path = written(airline)
    vote, run_off = rows_of(path, "Rounds")
    assert (vote["Ballot"], vote["Status"], vote["Dots per voter"]) == ("secret", "closed", 8)
    assert (vote["Turnout"], vote["Ballots"], vote["Dots given"]) == (13, 13, 104)
    assert round(float(str(vote["Vote overlap"])), 3) == 0.111
    assert run_off["Run-off of"] == "Vote"
    tally = [row for row in rows_of(path, "Tally") if row["Round"] == "Vote"]
    dots = [int(str(row["Dots"])) for row in tally]
    assert dots == sorted(dots, reverse=True)
    assert sum(dots) == 104
    assert [row["Decided by"] for row in tally].count("run-off") == 3
    assert int(str(tally[0]["Dots: Front line"])) + int(str(tally[0]["Dots: Office"])) == 8


def test_the_chart_shows_the_first_twenty_notes_of_the_deciding_round(
    airline: Workshop, written: Written
) -> None:
    path = written(airline)
    (chart,) = parts(path, r"xl/charts/chart\d+\.xml").values()
    cells = [element.text for element in chart.iter() if element.tag.endswith("}f")]
    assert cells == ["'Tally'!$O$2:$O$21", "'Tally'!$G$2:$G$21"]
    sheet = load_workbook(path)["Tally"]
    assert (sheet["O1"].value, sheet["G1"].value) == ("Label", "Dots")
    assert sheet["O2"].value == "30 · Flight is cancelled at 22:40"
    anchor = parts(path, r"xl/drawings/drawing\d+\.xml").popitem()[1]
    columns = [int(str(it.text)) for it in anchor.iter() if it.tag.endswith("}col")]
    assert min(columns) >= sheet.max_column


def test_without_a_vote_there_is_no_chart(shop: Workshop, written: Written) -> None:
    assert not parts(written(shop), r"xl/charts/.*")


def test_moments_say_who_answers_and_what_is_missing(airline: Workshop, written: Written) -> None:
    path = written(airline)
    rows = {row["Text"]: row for row in rows_of(path, "Moments of truth")}
    assert len(rows) == 10
    cancelled = rows["Flight is cancelled at 22:40"]
    assert (cancelled["Rank"], cancelled["Accountable"]) == (1, "Hedda")
    assert cancelled["Responsible"] == "Ivar, Gun"
    assert (cancelled["Missing"], cancelled["Supported by"]) == (None, "research")
    seat = rows["Picks a seat and sees the price jump"]
    assert (seat["Accountable"], seat["Missing"]) == (None, "accountable")
    assert len(rows_of(path, "Metrics")) == len(airline.of(Metric))
    assert len(rows_of(path, "Actions")) == len(airline.of(Action)) == 17


def test_a_card_of_a_note_that_is_out_is_kept_below_the_others(
    airline: Workshop, written: Written
) -> None:
    note = next(n for n in airline.notes.values() if n.text == "Adds a vegan meal")
    vote = airline.ordered(Round)[0]
    card = MomentOfTruth("m", note.id, Decision.OUT, "Too small", vote.id, freedom="Give it away")
    rows = rows_of(written(Workshop([*airline.records(), card])), "Moments of truth")
    assert (rows[-1]["Text"], rows[-1]["Place"]) == ("Adds a vegan meal", "out")
    assert rows[-1]["What the front line may do without asking"] == "Give it away"
    assert rows[-1]["Reason of the decision"] == "Too small"


def test_dates_are_dates_and_numbers_are_numbers(airline: Workshop, written: Written) -> None:
    path = written(airline)
    due = load_workbook(path)["Actions"]["E2"]
    assert due.value == datetime(2026, 5, 29)
    assert due.number_format == "yyyy-mm-dd"
    metric = rows_of(path, "Metrics")[0]
    assert (metric["Baseline"], metric["Target"]) == (34, 90)
    overlap = load_workbook(path)["Rounds"]["L2"]
    assert overlap.number_format == "0.000"


def test_long_texts_wrap_from_the_top(airline: Workshop, written: Written) -> None:
    sheet = load_workbook(written(airline))["Moments of truth"]
    cell = sheet["J2"]
    assert len(str(cell.value)) > 100
    assert (cell.alignment.wrap_text, cell.alignment.vertical) == (True, "top")
    assert float(str(sheet.row_dimensions[2].height)) >= 60


def test_columns_in_which_nothing_stands_are_folded_away(
    airline: Workshop, written: Written
) -> None:
    path = written(airline)
    (root,) = parts(path, r"xl/worksheets/sheet1\.xml").values()
    assert "1" in {element.get("outlineLevelCol") for element in root.iter()}
    sheet = load_workbook(path)["Notes"]
    folded = {
        header
        for index, header in enumerate(next(sheet.values), start=1)
        if sheet.column_dimensions[get_column_letter(index)].hidden
    }
    assert folded == {"Lane", "Details", "Author", "Moment type", "Link"}


def test_of_an_open_secret_round_there_is_the_turnout_and_nothing_else(
    shop: Workshop, written: Written
) -> None:
    path = written(with_round(shop, "p1", "p2", is_secret=True))
    (row,) = rows_of(path, "Rounds")
    assert (row["Status"], row["Turnout"]) == ("open", 2)
    results = ("Ballots", "Dots given", "Vote overlap", "Kendall's W")
    assert [row[column] for column in results] == [None] * 4
    assert rows_of(path, "Tally") == [{**dict.fromkeys(rows_of_headers(path)), "Round": EMPTY}]
    assert all(note["Dots"] is None for note in rows_of(path, "Notes"))


EMPTY = "No vote may be counted yet."


def rows_of_headers(path: Path) -> list[str]:
    return [str(cell.value) for cell in load_workbook(path)["Tally"][1]]


def test_an_open_round_that_is_not_secret_shows_its_tally(shop: Workshop, written: Written) -> None:
    rows = rows_of(written(with_round(shop, "p1", is_secret=False)), "Tally")
    assert [(row["Number"], row["Dots"]) for row in rows[:2]] == [(2, 1), (3, 1)]


def test_without_names_nobody_is_named_anywhere(airline: Workshop, written: Written) -> None:
    path = written(airline, with_names=False)
    assert rows_of(path, "Participants")[0]["Name"] == "Marketing 1"
    people = {person.name for person in airline.of(Participant).values()}
    told = {
        str(value)
        for sheet in ("Stage proposals", "Participants", "Moments of truth")
        for row in rows_of(path, sheet)
        for column, value in row.items()
        if column in {"Participant", "Name", "Accountable", "Responsible", "Consulted", "Informed"}
    }
    words = {word for text in told for word in re.split(", ", text)}
    assert not words & people
    with ZipFile(path) as package:
        assert airline.about.facilitator.encode() not in package.read("docProps/core.xml")


def test_an_empty_workshop_has_all_sheets_each_with_a_blank_row(written: Written) -> None:
    path = written(Workshop.titled("Nothing yet"))
    book = load_workbook(path)
    assert book.sheetnames == SHEETS
    for sheet in book.worksheets:
        (table,) = sheet.tables.values()
        assert table.ref.endswith("2")
        assert not any(cell.value for cell in sheet[2])
    assert book["Actions"]["A4"].value == "No next step is agreed yet."
    assert rows_of(path, "Notes") == rows_of(path, "Participants") == []


def test_sides_with_awkward_names_make_headers_that_differ(
    airline: Workshop, written: Written
) -> None:
    names = {"Front line": "desk", "Office": "DESK"}
    renamed: list[Record] = [
        replace(vote, sides=tuple(names[side] for side in vote.sides))
        for vote in airline.of(Round).values()
    ]
    renamed += [replace(it, side=names[it.side]) for it in airline.of(Ballot).values()]
    path = written(Workshop([*airline.records(), *renamed]))
    headers = [cell.value for cell in load_workbook(path)["Tally"][1]]
    assert headers[10:13] == ["Reason", "Dots: desk", "Dots: DESK (2)"]


def test_what_had_to_be_changed_is_told_with_its_row_and_column(
    shop: Workshop, tmp_path: Path
) -> None:
    notes = [replace(shop.notes["n3"], text="Goes\x01 home\x02", details="\x0b")]
    about = replace(shop.about, title="Shop\x07")
    workshop = Workshop([*shop.records(), *notes, about])
    export = write_workbook(gather(workshop), tmp_path / "book.xlsx")
    assert export.path == tmp_path / "book.xlsx"
    assert export.changes == (
        "Properties of the workbook, title: 1 character that Excel cannot hold was replaced",
        "Notes row 6, text: 2 characters that Excel cannot hold were replaced",
        "Notes row 6, details: 1 character that Excel cannot hold was replaced",
    )
    assert rows_of(export.path, "Notes")[4]["Text"] == "Goes\ufffd home\ufffd"


def test_a_title_that_looks_like_a_code_of_the_page_header_is_printed_as_it_is(
    written: Written,
) -> None:
    path = written(Workshop([About("a", 'Q&A "2026" &P\n' + "x" * 150)]))
    (sheet,) = parts(path, r"xl/worksheets/sheet1\.xml").values()
    header = next(it.text for it in sheet.iter() if it.tag.endswith("}oddHeader"))
    assert str(header).startswith('&LQ&&A "2026" &&P xxx')
    assert len(str(header)) < 255


@pytest.mark.parametrize("status", [RoundStatus.OPEN, RoundStatus.CLOSED])
def test_a_round_counted_on_paper_has_no_breadth(
    shop: Workshop, written: Written, status: RoundStatus
) -> None:
    from motworkshop.model.rounds import count_dots

    vote = Round("r", "Paper", notes=("n2", "n3"), is_secret=False, status=status)
    counted = Workshop([*shop.records(), vote])
    told = counted.applied(count_dots(counted, vote, {"n3": 4}, voters=5))
    rows = rows_of(written(told), "Tally")
    assert [(row["Number"], row["Dots"], row["Breadth"]) for row in rows] == [
        (3, 4, None),
        (2, 0, None),
    ]


def test_notes_are_not_lost_when_there_are_thousands(tmp_path: Path) -> None:
    notes = [Note(f"n{number}", number, f"=note {number}") for number in range(1, 3_001)]
    target = tmp_path / "many.xlsx"
    write_workbook(gather(Workshop([About("a", "Many"), *notes])), target)
    texts = [row[0] for row in load_workbook(target)["Notes"].iter_rows(2, None, 2, 2, True)]
    assert texts == [note.text for note in notes]
