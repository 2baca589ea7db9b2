"""Five people, twenty notes, nine phases: from an empty window to the files to take home."""

import sqlite3
from collections import Counter
from pathlib import Path
from uuid import UUID

import openpyxl
import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from motworkshop.app.program import Program
from motworkshop.model.agreement import stage_alignment
from motworkshop.model.moments import lacks, moments_of
from motworkshop.model.records import Ballot, Participant, Stage, Turnout
from motworkshop.model.rounds import round_titled
from motworkshop.model.tally import ballots_of
from motworkshop.storage.check import check_file
from motworkshop.storage.read import read_workshop
from tests.stories import traces
from tests.stories.hands import Hands
from tests.stories.spring import (
    ANNIKA,
    BAG,
    BERTIL,
    CREW,
    GATE,
    NAMES,
    PRICE,
    STAGES,
    TEXTS,
    by_number,
    close_round,
    dots,
    frame,
    give,
    merge_by_drag,
    pass_keyboard,
    sort,
    start_round,
    take_in,
    take_keyboard,
    write_alone,
)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
FORGETS = TEXTS[4]
FIRST_VOTE = {
    PRICE: (5, 5, "in"),
    BAG: (4, 4, "in"),
    GATE: (3, 3, "out"),
    CREW: (3, 3, "in"),
    FORGETS: (1, 1, "out"),
}


@pytest.mark.slow
def test_five_people_go_from_an_empty_window_to_the_files_to_take_home(
    hands: Hands, program: Program, file: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    frame(hands)
    hands.click("Next: Align on stages")
    agree_on_stages(hands)
    hands.click("To the board", inside=hands.desk.parts.middle)
    take_in(hands, TEXTS)
    authors = [hands.workshop.name_of(note.author) for note in by_number(hands)]
    assert authors == [NAMES[place % 5] for place in range(20)]
    merge_by_drag(hands)
    sort(hands)
    vote_in_secret_with_a_tie(hands, file, tmp_path)
    run_off(hands, file, tmp_path)
    hands.click("Next: Own")
    own(hands)
    hands.click("Next: Report")
    take_home(hands, tmp_path)
    before = hands.workshop
    hands.close()
    assert {one.name for one in tmp_path.iterdir() if one.is_file()} == {
        "Spring workshop.motw", "Spring.pdf", "Spring.xlsx", "settings.ini", "twin.db",
    }  # fmt: skip
    assert_nothing_tells_who_gave_what(file)
    assert check_file(file) == []
    again = Hands(program.new_window(), qtbot)
    again.click("Open a workshop…")
    again.wait(lambda: again.window.desk is not None)
    assert again.workshop == before
    again.wait_for("Report")
    assert dots(again, "First vote") == FIRST_VOTE
    again.close()
    assert read_workshop(file) == before


def agree_on_stages(hands: Hands) -> None:
    """Two write alone, the group compares, and drags what it agrees on to its list."""
    hands.click("Hand the keyboard to Annika")
    write_alone(hands, "Annika", ANNIKA, ())
    write_alone(hands, "Bertil", BERTIL, ("Dream", "Book"))
    hands.wait_for("Cecilia, it is your turn")
    hands.click("Somebody else")
    hands.click("Compare side by side")
    hands.wait_for("0.33")  # Fly alone is in both lists of three
    hands.click("Book, written by Annika", is_whole=False)
    hands.click("Reserve, written by Bertil", is_whole=False)
    hands.click("Declare the same")
    hands.wait_for("0.67")
    assert stage_alignment(hands.workshop) == pytest.approx(2 / 3)
    hands.click("Book, written by Annika", is_whole=False, is_double=True)
    hands.click("Complain, written by Bertil", is_whole=False)
    hands.click("Make it a stage")
    chip = hands.find("Fly, written by Annika", QAbstractButton, is_whole=False)
    second = hands.find("Name of stage 2", QLineEdit)
    hands.drag(hands.middle_of(chip), second.mapTo(hands.window, QPoint(40, -6)))
    assert [stage.name for stage in hands.workshop.ordered(Stage)] == list(STAGES)
    hands.write("Definition of Book", "From the idea to the ticket")
    hands.write("Definition of Fly", "From the gate to the gate")


def vote_in_secret_with_a_tie(hands: Hands, file: Path, folder: Path) -> None:
    """Passed from person to person, not in the order of the roster; three places, two tied."""
    start_round(hands, places=3)
    hands.click("Pass the keyboard")
    hands.wait_for("5 people, about 2 minutes each: 10 minutes.")
    hands.click("Only the voter can see it – go on")
    take_keyboard(hands, "Cecilia")
    give(hands, [PRICE, BAG, GATE, CREW, FORGETS])
    take_keyboard(hands, "Annika")
    vote_by_keys(hands)
    take_keyboard(hands, "Evert")
    assert not hands.can_press("Undo")
    give(hands, [PRICE, BAG, GATE])
    take_keyboard(hands, "Bertil")
    give(hands, [PRICE, BAG])
    hands.wait_for("4 of 5 have handed over")
    assert "dots on" not in hands.words()
    take_keyboard(hands, "Dagmar")
    give(hands, [PRICE, CREW])
    hands.wait_saved()
    open_ids = {row[0] for row in traces.ballot_rows(file)}
    assert len(open_ids) == 5
    close_round(hands)
    hands.wait_for("16 dots on 19 notes")
    hands.wait_for("2 notes are tied for 1 place. They are 3 and 4.")
    tied = {GATE: (3, 3, "tied"), CREW: (3, 3, "tied")}
    assert dots(hands, "First vote") == FIRST_VOTE | tied
    assert_closed_without_traces(file, folder, open_ids)


def vote_by_keys(hands: Hands) -> None:
    """Annika does not touch the mouse: arrows, plus, search, her own undo, Ctrl+Enter."""
    hands.wait_for("5 dots left")
    hands.type_("3")  # typed on a row: look for note 3
    hands.press("Return")
    hands.type_("+")
    hands.press("Esc")  # the whole ballot again
    hands.type_("20")
    hands.press("Return")
    hands.type_("+")
    hands.wait_for("3 dots left")
    steps = hands.desk.parts.document.done
    hands.press("Ctrl+Z")  # takes back that dot, and nothing of the workshop
    hands.wait_for("4 dots left")
    assert hands.desk.parts.document.done == steps
    for number in ("1", "2", "4"):
        hands.press("Esc")
        hands.type_(number)
        hands.press("Return")
        hands.type_("+")
    hands.wait_for("1 dot left")
    hands.press("Ctrl+Return")
    hands.wait_for("Annika has handed over. Thank you.")


def run_off(hands: Hands, file: Path, folder: Path) -> None:
    """Among the two tied ones alone; one abstains."""
    hands.click("Run-off among these two")
    hands.wait_for("Which of these two should take the last place?")
    ballots = {"Evert": [CREW], "Annika": [GATE], "Bertil": [CREW], "Cecilia": [CREW], "Dagmar": []}
    pass_keyboard(hands, ballots)
    hands.wait_saved()
    open_ids = {row[0] for row in traces.ballot_rows(file)} - {
        one.id for one in ballots_in(hands, "First vote")
    }
    assert len(open_ids) == 5
    close_round(hands)
    hands.click("Show its bars")
    hands.wait_for("4 dots on 2 notes")
    assert dots(hands, "Run-off") == {CREW: (3, 3, "in"), GATE: (1, 1, "out")}
    assert dots(hands, "First vote") == FIRST_VOTE
    assert_closed_without_traces(file, folder, open_ids)


def ballots_in(hands: Hands, title: str) -> list[Ballot]:
    vote = round_titled(hands.workshop, title)
    assert vote is not None
    return ballots_of(hands.workshop, vote)


def own(hands: Hands) -> None:
    """The card of the note that won the run-off, filled in to the end."""
    hands.wait_for("0 of 3 complete")
    hands.click(f"{hands.note(CREW).number} {CREW}. ", is_whole=False)
    hands.write("Accountable: exactly one person", "Cecilia", enter=True)
    hands.write("Add somebody responsible", "Bertil", enter=True)
    hands.write("Ideal experience", "They know before I ask")
    hands.write("What the front line may do without asking", "Give a voucher of 50")
    hands.write("New metric", "Told within ten minutes", enter=True)
    hands.type_("%")  # Enter goes on to its unit
    for value in ("40", "80", "60", "Survey", "monthly"):
        hands.press("Tab")
        hands.type_(value)
    hands.write("New next step", "Write the script", enter=True)
    hands.type_("Bertil", enter=True)  # Enter went on to who does it
    hands.press("Tab")
    hands.type_("2026-06-01")
    hands.wait_for("1 of 3 complete")
    moment = moments_of(hands.workshop)[-1]
    assert lacks(moment) == []
    assert moment.card is not None
    name_of = hands.workshop.name_of
    assert name_of(moment.card.accountable) == "Cecilia"
    assert [name_of(one) for one in moment.card.responsible] == ["Bertil"]
    assert [(one.baseline, one.target, one.threshold) for one in moment.metrics] == [(40, 80, 60)]
    assert [(one.unit, one.source, one.how_often) for one in moment.metrics] == [
        ("%", "Survey", "monthly")
    ]
    assert [(name_of(one.who), one.due) for one in moment.actions] == [("Bertil", "2026-06-01")]


def take_home(hands: Hands, folder: Path) -> None:
    """PDF and Excel through the panel, read back."""
    hands.answer_file_dialog(folder / "Spring.pdf")
    hands.click("Make the PDF")
    hands.wait_for("“Spring.pdf” is made.")
    pages = [page.extract_text() for page in PdfReader(folder / "Spring.pdf").pages]
    told = " ".join(" ".join(pages).split())
    assert f"1 1 {PRICE} 5 5 in 2 2 {BAG} 4 4 in 3 4 {CREW} 3 3 in, by run-off" in told
    assert f"3 3 {GATE} 3 3 out, by run-off 5 5 {FORGETS} 1 1" in told
    assert "Accountable Cecilia" in told
    hands.answer_file_dialog(folder / "Spring.xlsx")
    hands.click("Make the Excel file")
    hands.wait_for("“Spring.xlsx” is made.")
    book = openpyxl.load_workbook(folder / "Spring.xlsx", read_only=True)
    rows = [row for row in book["Tally"].iter_rows(values_only=True) if row[0] == "First vote"]
    assert len(rows) == 19
    assert {row[3]: (row[6], row[7], row[8]) for row in rows if row[6]} == FIRST_VOTE
    run_off = [row for row in book["Tally"].iter_rows(values_only=True) if row[0] == "Run-off"]
    assert [(row[3], row[6], row[8]) for row in run_off] == [(CREW, 3, "in"), (GATE, 1, "out")]
    book.close()


def assert_closed_without_traces(file: Path, folder: Path, open_ids: set[str]) -> None:
    """The close gave every ballot another random id and wrote the file anew."""
    rows = traces.ballot_rows(file)
    ids = [row[0] for row in rows]
    assert not open_ids & set(ids)
    assert traces.pages_with(file, open_ids) == []
    assert ids == sorted(ids)  # as they lie there: by random number, not by time
    assert {UUID(one).version for one in ids} == {4}
    handed_over = [seen.id for seen in read_workshop(file).of(Turnout).values()]
    assert traces.lie_as_written_at_once(file, ids, folder)
    assert traces.lie_as_written_at_once(file, handed_over, folder)


def assert_nothing_tells_who_gave_what(file: Path) -> None:
    kept = read_workshop(file)
    rows = traces.ballot_rows(file)
    assert len(rows) == 10
    assert {(voter, side) for _id, _round, _dots, voter, side in rows} == {("", "")}
    assert traces.names_beside_dots(file, kept) == []
    assert traces.disguised_names(file, kept) == []
    people = {one.id for one in kept.of(Participant).values()}
    turnout = Counter(seen.voter for seen in kept.of(Turnout).values())
    assert turnout == dict.fromkeys(people, 2)  # who has handed over is known, in two rounds


def test_a_name_beside_dots_would_be_found_however_it_is_spelled(tmp_path: Path) -> None:
    """What the story above says of a file is worth something only if it could fail."""
    found = []
    for number, spelling in enumerate(traces.spellings("Annika")):
        page = tmp_path / str(number)
        page.write_bytes(b"\0" * 16 + b"\x10\0" + b"\0" * 4078 + b"ballot " + spelling)
        found.append(len(traces.pages_with(page, ["Annika"])))
    assert found == [1] * 8


@pytest.mark.parametrize(("order", "expected"), [("abc", True), ("cab", False)])
def test_the_order_in_which_rows_came_would_be_seen(
    order: str, expected: bool, tmp_path: Path
) -> None:
    ids = [letter * 8 for letter in order]
    connection = sqlite3.connect(tmp_path / "votes.db", isolation_level=None)
    connection.execute("CREATE TABLE ballot (id TEXT PRIMARY KEY) WITHOUT ROWID")
    for one in ids:
        connection.execute("INSERT INTO ballot VALUES (?)", (one,))
    connection.close()
    assert traces.lie_as_written_at_once(tmp_path / "votes.db", ids, tmp_path) is expected
