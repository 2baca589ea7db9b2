"""What the wall shows in each phase."""

import re
from collections.abc import Sequence

import pytest
from pytestqt.qtbot import QtBot

from motworkshop.look import DARK, category_style
from motworkshop.model.edits.categories import add_category
from motworkshop.model.edits.frame import add_promise, edit_about
from motworkshop.model.edits.moments import describe_moment
from motworkshop.model.edits.notes import Draft, add_notes
from motworkshop.model.edits.people import add_participants, propose_stages
from motworkshop.model.edits.stages import add_stage
from motworkshop.model.history import History
from motworkshop.model.moments import moments_of
from motworkshop.model.phases import run_clock, set_phase_status
from motworkshop.model.records import (
    Cluster,
    Metric,
    PhaseKind,
    PhaseStatus,
    Round,
    Stage,
)
from motworkshop.model.rounds import (
    Terms,
    close_round,
    hand_over,
    start_round,
)
from motworkshop.model.workshop import Workshop
from motworkshop.panels.projector.words import metric_words
from tests.panels.projector.wall_room import (
    note_id,
    put_up,
    tied,
    workshop_with_notes,
)


def test_the_frame_shows_title_ends_and_every_promise(qtbot: QtBot, sample: Workshop) -> None:
    room = put_up(qtbot, sample)
    room.view.show_phase(PhaseKind.FRAME)
    read = room.read()
    for words in (
        "Airline, spring",
        "There and back, with a suitcase",
        "A picture, a friend or a meeting puts a city in their head",
        "“What you booked is what you get.”",
        "“If something goes wrong, the first person you meet can put it right.”",
    ):
        assert words in read


def test_promises_that_do_not_fit_are_counted(qtbot: QtBot) -> None:
    room = put_up(qtbot, workshop_with_notes())
    room.view.show_phase(PhaseKind.FRAME)
    for number in range(30):
        room.document.do(add_promise(room.document.workshop, f"Promise {number}"))
    lines = room.read().splitlines()
    shown = [line for line in lines if "Promise" in line]
    assert len(shown) > 5
    assert lines[-2:] == [f"and {30 - len(shown)} more", "In the room: 4 people from 1 department"]


def test_the_frame_says_how_many_are_in_the_room_and_which_department_is_not(
    qtbot: QtBot, sample: Workshop
) -> None:
    room = put_up(qtbot, sample)
    room.view.show_phase(PhaseKind.FRAME)
    assert room.read().splitlines()[-2:] == [
        "In the room: 13 people from 8 departments",
        "Nobody from Legal and Baggage handling partner",
    ]
    document = room.document
    come = [("Nils", "Legal"), ("Olga", "Baggage handling partner"), ("Per", "")]
    document.do(add_participants(document.workshop, come))
    assert room.read().splitlines()[-1] == "In the room: 16 people from 10 departments"


def test_the_proposals_stand_side_by_side_with_the_figure(qtbot: QtBot, sample: Workshop) -> None:
    room = put_up(qtbot, sample)
    room.view.show_phase(PhaseKind.ALIGN)
    room.view.set_proposals_shown(True)
    read = room.read()
    assert "0.24" in read
    for person in ("Astrid", "Hedda", "Måns"):
        assert person in read
    assert "On the board: Dream & plan" in read


def test_a_stage_in_the_spotlight_is_told_with_its_definition(
    qtbot: QtBot, sample: Workshop
) -> None:
    room = put_up(qtbot, sample)
    stage = next(one for one in sample.ordered(Stage) if one.name == "Airport")
    for kind in (PhaseKind.ALIGN, PhaseKind.CLUSTER, PhaseKind.CATEGORISE):
        room.view.show_phase(kind)
        room.view.set_spotlight(stage.id)
        read = room.read()
        assert "From the kerb outside the terminal" in read
        assert "11 notes" in read
    room.view.set_spotlight(sample.ordered(Stage)[0].id)
    assert "8 notes, 6 after merging" in room.read()


def test_the_brainstorm_shows_the_prompt_the_count_and_the_newest_note(qtbot: QtBot) -> None:
    room = put_up(qtbot, workshop_with_notes())
    room.view.show_phase(PhaseKind.BRAINSTORM)
    assert "Go round, one note each" in room.read()
    room.view.set_prompt("The 100th order")
    read = room.read()
    assert "The 100th order" in read
    assert "6 notes so far" in read
    assert "Crew smiles" in read


def test_selected_notes_stand_in_the_spotlight_and_are_marked_on_the_board(
    qtbot: QtBot,
) -> None:
    room = put_up(qtbot, workshop_with_notes())
    room.view.show_phase(PhaseKind.CLUSTER)
    assert "Put together the notes that say the same." in room.read()
    assert room.boards[-1][1] == ()
    chosen = [note_id(room.document.workshop, text) for text in ("Bag lost", "Seat broken")]
    room.selection.select(chosen)
    read = room.read()
    assert "Bag lost" in read
    assert "Seat broken" in read
    assert room.boards[-1][1] == tuple(chosen)


def test_notes_that_are_compared_lie_on_paper_of_one_height(qtbot: QtBot, sample: Workshop) -> None:
    room = put_up(qtbot, sample)
    room.view.show_phase(PhaseKind.CLUSTER)
    numbers = {note.number: note.id for note in sample.notes.values()}
    room.selection.select([numbers[27], numbers[28]])  # a short text and a long one
    picture = room.view.grab().toImage()
    paper = [category_style(style).paper.lower() for style in (2, 4)]
    lowest = [
        max(y for y in range(picture.height()) if picture.pixelColor(x, y).name() == colour)
        for x, colour in ((picture.width() // 2 - 40, paper[0]), (picture.width() - 60, paper[1]))
    ]
    assert abs(lowest[0] - lowest[1]) <= 1


def test_more_than_three_selected_notes_are_counted(qtbot: QtBot) -> None:
    room = put_up(qtbot, workshop_with_notes())
    room.view.show_phase(PhaseKind.CLUSTER)
    room.selection.select(list(room.document.workshop.notes))
    assert "and 3 more" in room.read()


def test_a_cluster_says_how_many_lie_under_it(qtbot: QtBot, sample: Workshop) -> None:
    room = put_up(qtbot, sample)
    room.view.show_phase(PhaseKind.CLUSTER)
    lead = next(iter(sample.of(Cluster).values())).lead
    room.view.set_spotlight(lead)
    assert "with 1 other" in room.read()


def test_the_board_is_taken_once_until_something_changes(qtbot: QtBot) -> None:
    room = put_up(qtbot, workshop_with_notes())
    room.view.show_phase(PhaseKind.CLUSTER)
    for _again in range(3):
        room.read()
    assert len(room.boards) == 1
    room.document.do(add_promise(room.document.workshop, "One"))
    room.read()
    assert len(room.boards) == 2


def test_the_categories_are_a_table_with_its_empty_cells_named(
    qtbot: QtBot, sample: Workshop
) -> None:
    room = put_up(qtbot, sample)
    room.view.show_phase(PhaseKind.CATEGORISE)
    read = room.read()
    assert "Dream & plan × Rescue" in read
    assert read.splitlines().count("empty") == 4
    note = next(iter(sample.notes.values()))
    room.selection.select([note.id])
    assert note.text in room.read()


def test_a_selected_moment_is_shown_as_a_card_and_else_the_list(
    qtbot: QtBot, sample: Workshop
) -> None:
    room = put_up(qtbot, sample)
    room.view.show_phase(PhaseKind.OWN)
    listed = room.read()
    assert "10 moments of truth, 1 without anybody who answers for it." in listed
    assert "nobody yet" in listed
    first = moments_of(sample)[0]
    room.selection.select([first.note.id])
    read = room.read()
    assert "Flight is cancelled at 22:40" in read
    assert "Without asking, the front line may" in read
    assert "Hedda" in read
    assert "34 %" in read
    assert "8 dots from 5 people" in read
    other = next(n for n in sample.notes if n not in [one.note.id for one in moments_of(sample)])
    room.selection.select([other])
    assert room.read() == listed


def test_what_a_moment_lacks_is_asked(qtbot: QtBot) -> None:
    base = tied(workshop_with_notes())
    room = put_up(qtbot, base)
    room.view.show_phase(PhaseKind.OWN)
    note = note_id(base, "Payment declined")
    room.view.set_spotlight(note)
    assert "Who answers for it?" in room.read()
    room.document.do(describe_moment(base, note, accountable="Ann"))
    read = room.read()
    assert "Who answers for it?" not in read
    assert "Ann" in read
    assert "How will we know?" in read


def test_the_report_shows_the_ten_with_who_answers(qtbot: QtBot, sample: Workshop) -> None:
    room = put_up(qtbot, sample)
    room.view.show_phase(PhaseKind.REPORT)
    read = room.read()
    assert "Our moments of truth" in read
    assert "Jonna" in read
    assert ":" not in read.replace("22:40", "")  # no clock any more


def test_every_phase_has_a_picture_for_an_empty_workshop(qtbot: QtBot) -> None:
    room = put_up(qtbot, Workshop.titled("New"))
    read = []
    for kind in PhaseKind:
        room.view.show_phase(kind)
        read.append(room.read())
    assert len(set(read)) == 9
    assert all(len(one.splitlines()) > 1 for one in read)


@pytest.mark.parametrize("size", [(320, 200), (200, 900), (3840, 2160), (1024, 768)])
def test_every_picture_can_be_painted_at_any_size(
    qtbot: QtBot, sample: Workshop, size: Sequence[int]
) -> None:
    room = put_up(qtbot, sample)
    room.view.set_theme(DARK)
    room.view.resize(*size)
    for kind in PhaseKind:
        room.view.show_phase(kind)
        room.view.set_proposals_shown(True)
        assert room.read()


def test_a_phase_that_begins_brings_its_picture(qtbot: QtBot, sample: Workshop) -> None:
    room = put_up(qtbot, sample)
    room.clock.go_to(PhaseKind.CLUSTER)
    shown = [room.view.phase]
    change = set_phase_status(room.document.workshop, PhaseKind.OWN, PhaseStatus.CURRENT)
    room.document.record(change)
    assert [*shown, room.view.phase] == [PhaseKind.CLUSTER, PhaseKind.OWN]


def test_a_phase_that_was_chosen_stays_while_the_clock_runs(qtbot: QtBot, sample: Workshop) -> None:
    room = put_up(qtbot, sample)
    room.clock.go_to(PhaseKind.CLUSTER)
    room.view.show_phase(PhaseKind.FRAME)
    room.clock.start()
    room.clock.pause()  # records what was used
    assert room.view.phase is PhaseKind.FRAME


def test_the_clock_stands_on_the_wall_and_says_when_time_is_over(qtbot: QtBot) -> None:
    room = put_up(qtbot, workshop_with_notes())
    room.clock.go_to(PhaseKind.VOTE)
    assert "10:00" in room.read()
    room.clock.go_to(PhaseKind.FRAME)
    assert "10:00" in room.read()
    room.view.show_phase(PhaseKind.OWN)
    assert "25:00" not in room.read()  # the clock of another phase would be misread


def test_time_that_is_over_is_told_in_words(qtbot: QtBot) -> None:
    room = put_up(qtbot, workshop_with_notes())
    for kind, minutes in ((PhaseKind.ALIGN, 22.0), (PhaseKind.CLUSTER, 19.0)):
        room.document.record(run_clock(room.document.workshop, kind, minutes * 60))
    room.clock.go_to(PhaseKind.ALIGN)
    assert "02:00\nover" in room.read()
    room.clock.go_to(PhaseKind.CLUSTER)
    assert "paused 06:00" in room.read()


def test_the_clock_of_a_phase_that_is_done_is_not_shown(qtbot: QtBot, sample: Workshop) -> None:
    room = put_up(qtbot, sample)
    for kind in (PhaseKind.FRAME, PhaseKind.CLUSTER):
        room.clock.go_to(kind)
        assert not re.search(r"\d\d:\d\d", room.read())
    room.clock.start()
    assert "06:00" in room.read()


def test_text_of_people_is_shown_as_it_is_written(qtbot: QtBot) -> None:
    room = put_up(qtbot, workshop_with_notes())
    room.view.show_phase(PhaseKind.FRAME)
    room.document.do(edit_about(room.document.workshop, title="<b>R&D</b> & more"))
    assert "<b>R&D</b> & more" in room.read()


def test_what_does_not_fit_is_counted_everywhere(qtbot: QtBot) -> None:
    """Forty people, stages and places: never a text too small, never a silent end."""
    history = History(workshop_with_notes())
    for number in range(40):
        history.do(add_stage(history.workshop, f"Stage {number}"))
        history.do(propose_stages(history.workshop, f"Person {number}", [("Ask", ""), ("Buy", "")]))
    fields = {"stage": history.workshop.ordered(Stage)[0].id}
    drafts = [Draft(f"Point {number}", fields=fields) for number in range(40)]
    history.do(add_notes(history.workshop, drafts))
    history.do(add_category(history.workshop, "Rescue"))
    notes = list(history.workshop.notes)
    history.record(start_round(history.workshop, "Vote", Terms("", None, 1, 40), notes))
    vote = next(iter(history.workshop.of(Round).values()))
    history.record(hand_over(history.workshop, vote, "Ann", dict.fromkeys(notes[:40], 1)))
    history.record(close_round(history.workshop, vote))
    room = put_up(qtbot, history.workshop)
    said = {}
    for kind in PhaseKind:
        room.view.show_phase(kind)
        room.view.set_proposals_shown(True)
        said[kind] = room.read()
    assert "more people" in said[PhaseKind.ALIGN]
    assert "more stages" in said[PhaseKind.CATEGORISE]
    assert "46 still without a category." in said[PhaseKind.CATEGORISE]
    for kind in (PhaseKind.OWN, PhaseKind.REPORT):
        assert re.search(r"and \d+ more", said[kind])
    assert re.search(r"and \d+ more; the cut: 40 are in", said[PhaseKind.REVEAL])
    room.view.show_phase(PhaseKind.CLUSTER)
    room.view.set_spotlight(fields["stage"])
    assert re.search(r"and \d+ more", room.read())


def test_moments_that_are_all_owned_are_told_so(qtbot: QtBot) -> None:
    base = tied(workshop_with_notes())
    edit = describe_moment(base, note_id(base, "Payment declined"), accountable="Ann")
    room = put_up(qtbot, base.applied(edit.change))
    room.view.show_phase(PhaseKind.OWN)
    assert "1 moment of truth, each with one person who answers for it." in room.read()


@pytest.mark.parametrize(
    ("metric", "words"),
    [
        (Metric("1", "m", "Bags late"), "Bags late"),
        (Metric("1", "m", "Bags late", "%", None, 3), "Bags late: 3 %"),
        (Metric("1", "m", "Bags late", "%", 12.5, 3), "Bags late: from 12.5 % to 3 %"),
    ],
)
def test_a_metric_is_told_in_one_line(metric: Metric, words: str) -> None:
    assert metric_words(metric) == words
