from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from motworkshop.model.edits.notes import Draft, add_notes
from motworkshop.model.edits.people import add_participants, delete_participant
from motworkshop.model.edits.stages import add_stage, delete_stage
from motworkshop.model.records import Participant, PhaseKind, Stage
from motworkshop.panels.brainstorm.scene import BrainstormScene
from motworkshop.panels.brainstorm.turns import Turns
from motworkshop.panels.phases.offers import is_offered
from tests.panels.phase_room import PhaseRoom

Key = Qt.Key
Make = Callable[..., PhaseRoom]


@pytest.fixture
def make(qtbot: QtBot) -> Make:
    def made(**given: object) -> PhaseRoom:
        room = PhaseRoom(qtbot, BrainstormScene, **given)  # type: ignore[arg-type]
        if room.buttons("Start silent writing"):
            room.click("Round robin")
        room.scene.take_focus()
        room.wanted.clear()
        return room

    return made


@pytest.fixture
def room(make: Make) -> PhaseRoom:
    return make()


def authors(room: PhaseRoom) -> list[str]:
    notes = sorted(room.workshop.notes.values(), key=lambda note: note.number)
    return [room.workshop.name_of(note.author) for note in notes]


def test_notes_get_their_author_and_department_by_whose_turn_it_is(room: PhaseRoom) -> None:
    room.type("Search is slow", enter=True)
    room.type("Prices jump", enter=True)
    room.press(Key.Key_Return)
    room.type("Login fails", enter=True)
    assert room.texts() == ["Search is slow", "Prices jump", "Login fails"]
    assert authors(room) == ["Ann", "Ann", "Bengt"]
    assert room.note("Login fails").department == "Web"
    assert "Note 3 taken in: Book." in room.seen()
    assert "2 notes" in room.seen()


def test_a_line_can_name_its_stage(room: PhaseRoom) -> None:
    room.type("fl> Cold soup", enter=True)
    room.type("nowhere> as it stands", enter=True)
    book, _board, fly = room.workshop.ordered(Stage)
    assert room.note("Cold soup").stage == fly.id
    assert room.note("nowhere> as it stands").stage == book.id
    room.sees("Nothing yet in Board.")


def test_notes_go_to_the_stage_used_last_and_never_silently_to_the_parking_lot(make: Make) -> None:
    room = make(stages=())
    room.type("Queue at the door", enter=True)
    assert room.note("Queue at the door").stage is None, "there is no stage"
    for name in ("Book", "Fly"):
        room.document.do(add_stage(room.workshop, name))
    room.type("Search is slow", enter=True)
    book, fly = room.workshop.ordered(Stage)
    assert room.note("Search is slow").stage == book.id
    room.type("fly> Cold soup", enter=True)
    again = Turns(room.editing, room.editing)
    assert again.stage == fly.id, "another sitting goes on where the last note is"


def test_the_parking_lot_can_be_chosen_and_holds(room: PhaseRoom) -> None:
    box = room.scene.contents[1].capture.stage
    box.setFocus()
    room.press(Key.Key_Up)
    box.activated.emit(box.currentIndex())
    room.type("Wherever", enter=True)
    room.type("Anywhere", enter=True)
    assert {room.note("Wherever").stage, room.note("Anywhere").stage} == {None}


def test_a_chosen_stage_holds_for_the_notes_that_follow(room: PhaseRoom) -> None:
    box = room.scene.contents[1].capture.stage
    box.setFocus()
    room.press(Key.Key_Down)
    box.activated.emit(box.currentIndex())
    room.type("Pays twice", enter=True)
    room.type("Fly> Seat is wet", enter=True)
    room.type("Waits again", enter=True)
    _book, board, fly = room.workshop.ordered(Stage)
    assert room.note("Pays twice").stage == board.id
    assert room.note("Seat is wet").stage == fly.id
    assert room.note("Waits again").stage == board.id, "a name before one note is for that note"
    room.document.do(delete_stage(room.workshop, board.id))
    room.type("Card declined", enter=True)
    assert room.note("Card declined").stage == fly.id


def test_page_keys_go_to_the_next_person_and_back(room: PhaseRoom) -> None:
    room.press(Key.Key_PageDown, Key.Key_PageDown)
    room.type("From Carin", enter=True)
    room.press(Key.Key_PageUp)
    room.type("From Bengt", enter=True)
    assert authors(room) == ["Carin", "Bengt"]


def test_who_is_skipped_comes_again_and_who_is_absent_does_not(room: PhaseRoom) -> None:
    room.click("Skip")
    room.click("Absent")
    assert "Carin" in room.seen()
    room.type("From Carin", enter=True)
    room.press(Key.Key_Return)
    room.type("From Ann", enter=True)
    room.press(Key.Key_Return)
    room.type("Ann again the second time round", enter=True)
    assert authors(room) == ["Carin", "Ann", "Ann"]
    assert "absent" in room.seen()
    room.click("Bengt is back")
    room.click("Bengt, none yet")
    room.scene.take_focus()
    room.type("From Bengt", enter=True)
    assert authors(room)[-1] == "Bengt"


def test_a_person_who_left_for_good_is_marked_absent_in_the_list(room: PhaseRoom) -> None:
    room.click("Bengt is absent")
    room.scene.take_focus()
    room.press(Key.Key_Return)
    room.type("From Carin", enter=True)
    assert authors(room) == ["Carin"]


def test_newcomers_and_leavers_of_the_roster_join_the_round(room: PhaseRoom) -> None:
    room.document.do(add_participants(room.workshop, [("Dag", "Web")]))
    ann = room.workshop.ordered(Participant)[0]
    room.document.do(delete_participant(room.workshop, ann.id))
    room.type("From Bengt", enter=True)
    room.press(Key.Key_Return, Key.Key_Return)
    room.type("From Dag", enter=True)
    assert authors(room) == ["Bengt", "Dag"]


def test_without_a_roster_notes_are_taken_in_without_a_name(make: Make) -> None:
    room = make(people=())
    assert "Nobody is on the roster yet." in room.seen()
    wanted: list[bool] = []
    room.scene.people_wanted.connect(lambda: wanted.append(True))
    room.click("Add who is here")
    assert wanted == [True]
    room.scene.take_focus()
    room.type("Queue at the door", enter=True)
    assert authors(room) == [""]
    room.document.do(add_participants(room.workshop, [("Ann", "Sales")]))
    room.sees("In turn")
    assert not room.buttons("Add who is here")
    assert room.field("Note that is read out").placeholderText() == "What does Ann read out?"


def test_a_workshop_without_notes_begins_in_silence_until_the_first_note(qtbot: QtBot) -> None:
    room = PhaseRoom(qtbot, BrainstormScene)
    assert room.scene.is_centre_wanted
    assert "Write in silence" in room.seen()
    assert "What is read out?" not in room.seen()
    room.document.do(add_notes(room.workshop, [Draft("Search is slow")]))
    assert room.wanted == [False]
    assert "Write in silence" not in room.seen()
    room.field("Note that is read out").setFocus()
    room.type("Prices jump", enter=True)
    assert room.texts() == ["Search is slow", "Prices jump"]
    room.document.undo()
    room.document.redo()
    assert room.wanted == [False], "the silence does not come back"


def test_a_workshop_with_notes_begins_with_the_round(qtbot: QtBot) -> None:
    room = PhaseRoom(qtbot, BrainstormScene, texts=("Search is slow",))
    assert not room.scene.is_centre_wanted
    assert room.button("Next person").isEnabled()


def test_a_silence_that_was_chosen_holds_when_notes_come(room: PhaseRoom) -> None:
    curtains: list[bool] = []
    room.scene.curtain_wanted.connect(curtains.append)
    room.click("Silent writing")
    assert curtains == [True]
    room.document.do(add_notes(room.workshop, [Draft("Search is slow")]))
    assert room.scene.is_centre_wanted


def test_a_stage_without_words_is_refused_and_the_line_stays(room: PhaseRoom) -> None:
    room.type("Book>", enter=True)
    assert room.refusals == ["The text of the note is empty. Write something first."]
    assert room.field("Note that is read out").text() == "Book>"


def test_undo_leaves_the_turn_where_it_is(room: PhaseRoom) -> None:
    room.type("Search is slow", enter=True)
    room.press(Key.Key_Return)
    room.document.undo()
    assert room.texts() == []
    room.type("Login fails", enter=True)
    assert authors(room) == ["Bengt"]


def test_the_curtain_hides_the_board_and_keeps_the_round(room: PhaseRoom) -> None:
    curtains: list[bool] = []
    room.scene.curtain_wanted.connect(curtains.append)
    room.type("Search is slow", enter=True)
    room.press(Key.Key_Return)
    room.click("Curtain over the board")
    assert (room.wanted, curtains) == ([True], [True])
    room.type("Login fails", enter=True)
    assert authors(room) == ["Ann", "Bengt"]
    room.click("Lift the curtain")
    assert (room.wanted, curtains) == ([True, False], [True, False])
    room.type("Form is long", enter=True)
    assert authors(room)[-1] == "Bengt"


def test_silent_writing_fills_the_middle_until_the_round_begins(room: PhaseRoom) -> None:
    room.click("Silent writing")
    assert room.scene.is_centre_wanted
    assert "Write in silence" in room.seen()
    begun: list[bool] = []
    room.scene.silence_begun.connect(lambda: begun.append(True))
    room.press(Key.Key_Space)
    assert (begun, room.wanted) == ([True], [True])
    room.click("Begin the round robin")
    assert room.wanted == [True, False]
    room.type("Search is slow", enter=True)
    assert authors(room) == ["Ann"]


def test_the_page_of_silence_says_what_is_next(qtbot: QtBot) -> None:
    """First who is here, then writing against the clock, then reading out."""
    room = PhaseRoom(qtbot, BrainstormScene, people=(), stages=())

    def offered() -> list[str]:
        found = room.window.findChildren(QPushButton)
        return [one.text() for one in found if one.isVisible() and is_offered(one)]

    assert offered() == ["Add who is here"]
    assert "First who is here, then the stages, then the notes." in room.seen()
    assert "Write in silence" not in room.seen(), "nobody is there to write"
    room.document.do(add_participants(room.workshop, [("Ann", "Sales"), ("Bo", "Web")]))
    assert offered() == ["Agree on the stages"]
    phases: list[PhaseKind] = []
    room.scene.phase_wanted.connect(phases.append)
    room.click("Agree on the stages")
    assert phases == [PhaseKind.ALIGN]
    room.document.do(add_stage(room.workshop, "Book"))
    assert offered() == ["Start silent writing"]
    assert "First" not in room.seen()
    assert "Write in silence" in room.seen()
    assert "Notes are written on paper; they are typed in the round robin." in room.seen()
    room.scene.tell_time("14:59", is_begun=True, is_over=False)
    assert "14:59" in room.seen()
    assert offered() == []
    room.scene.tell_time("00:01 over", is_begun=True, is_over=True)
    assert offered() == ["Begin the round robin"]
    room.click("Begin the round robin")
    assert offered() == []


def test_the_group_can_write_in_silence_before_there_are_stages(qtbot: QtBot) -> None:
    room = PhaseRoom(qtbot, BrainstormScene, stages=())
    begun: list[bool] = []
    room.scene.silence_begun.connect(lambda: begun.append(True))
    assert "First the stages, then the notes." in room.seen()
    room.click("Start silent writing")
    assert begun == [True]
    room.scene.tell_time("14:59", is_begun=True, is_over=False)
    assert "Write in silence" in room.seen()
    assert "First the stages" not in room.seen()


def test_what_is_read_out_is_written_before_the_next_person_comes(room: PhaseRoom) -> None:
    """The line stands out until a note of this turn is there; then the way to the next person
    does; and neither once everybody had a turn and nobody had any left."""

    def line() -> bool:
        return is_offered(room.field("Note that is read out"))

    def onward() -> bool:
        button = room.button("Next person")
        assert isinstance(button, QPushButton)
        return is_offered(button)

    assert (line(), onward()) == (True, False)
    room.type("Search is slow", enter=True)
    assert (line(), onward()) == (False, True)
    room.press(Key.Key_Return)
    assert (line(), onward()) == (True, False)
    room.press(Key.Key_Return, Key.Key_Return)
    assert (line(), onward()) == (True, False), "Bengt and Carin had none, Ann comes again"
    room.press(Key.Key_Return)
    assert (line(), onward()) == (False, False)
    room.type("One more", enter=True)
    assert (line(), onward()) == (False, True)


def test_notes_without_an_author_leave_open_who_wrote_how_many(qtbot: QtBot) -> None:
    room = PhaseRoom(qtbot, BrainstormScene, texts=("Search is slow",))
    assert room.button("Bengt").isEnabled()
    assert "none yet" not in room.seen()


def test_a_click_on_a_stage_shows_its_notes(room: PhaseRoom) -> None:
    room.type("Fly> Cold soup", enter=True)
    room.click("Fly, 1 note")
    assert room.chosen == [[room.note("Cold soup").id]]


def test_every_stage_named_is_said_too(room: PhaseRoom) -> None:
    room.sees("Nothing yet in Book, Board, Fly.")
    for stage in ("Book", "Board"):
        room.type(f"{stage}> Something", enter=True)
    room.sees("Nothing yet in Fly.")
    assert "Every stage has notes." not in room.seen()
    room.type("Fly> Something", enter=True)
    room.sees("Every stage has notes.")
    assert "Nothing yet" not in room.seen()
