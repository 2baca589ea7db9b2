from pytestqt.qtbot import QtBot

from motworkshop.document.document import Document
from motworkshop.document.editing import Editing
from motworkshop.document.selection import Selection
from motworkshop.model.edits.frame import edit_about
from motworkshop.model.edits.notes import Draft, add_note, delete_notes, edit_notes
from motworkshop.model.phases import clock_of, run_clock
from motworkshop.model.records import PhaseKind
from motworkshop.model.workshop import Workshop


def test_a_refusal_becomes_a_sentence_and_nothing_happens(qtbot: QtBot) -> None:
    document = Document(Workshop.titled("Airline"))
    editing = Editing(document)
    with qtbot.waitSignal(editing.refused) as told:
        editing.do(edit_about, title="")
    assert told.args == ["The title is empty. Write something first."]
    assert document.done == ()
    assert document.workshop.about.title == "Airline"


def test_typing_is_one_step_as_long_as_the_fold_stays_the_same(qtbot: QtBot) -> None:
    document = Document(Workshop.titled("Airline"))
    editing = Editing(document)
    for text in ("A", "As", "Ass"):
        editing.do(edit_about, fold="visit 1", place=text)
    editing.do(edit_about, fold="visit 2", place="Assen")
    assert document.done == ("Change the title page", "Change the title page")
    document.undo()
    assert document.workshop.about.place == "Ass"
    document.undo()
    assert document.workshop.about.place == ""


def test_a_clock_is_recorded_and_leaves_no_step(qtbot: QtBot) -> None:
    document = Document(Workshop.titled("Airline"))
    Editing(document).record(run_clock, PhaseKind.VOTE, 30.0)
    assert clock_of(document.workshop, PhaseKind.VOTE).used == 30.0
    assert document.done == ()


def test_one_change_is_announced_once_and_undo_as_well(qtbot: QtBot) -> None:
    document = Document(Workshop.titled("Airline"))
    seen: list[object] = []
    document.changed.connect(seen.append)
    document.do(add_note(document.workshop, Draft("Bag is lost")))
    document.undo()
    assert len(seen) == 2


def test_an_edit_that_changes_nothing_is_no_step(qtbot: QtBot) -> None:
    document = Document(Workshop.titled("Airline"))
    seen: list[object] = []
    document.changed.connect(seen.append)
    Editing(document).do(edit_about, title="Airline")
    assert seen == []
    assert document.done == ()


def test_stepping_to_a_place_in_the_list_undoes_and_redoes(qtbot: QtBot) -> None:
    document = Document(Workshop.titled("Airline"))
    for place in ("one", "two", "three"):
        document.do(edit_about(document.workshop, place=place))
    document.step_to(1)
    assert document.workshop.about.place == "one"
    document.step_to(3)
    assert document.workshop.about.place == "three"


def test_a_note_that_goes_leaves_the_selection(qtbot: QtBot) -> None:
    document = Document(Workshop.titled("Airline"))
    for text in ("one", "two"):
        document.do(add_note(document.workshop, Draft(text)))
    one, two = document.workshop.notes
    selection = Selection(document)
    seen: list[tuple[str, ...]] = []
    selection.changed.connect(lambda: seen.append(selection.notes))
    selection.select([one, two, one])
    document.do(edit_notes(document.workshop, [one], text="more"))
    document.do(delete_notes(document.workshop, [one]))
    selection.toggle([two])
    assert seen == [(one, two), (two,), ()]
