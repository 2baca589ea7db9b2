"""Categories, the frame, evidence and the cards of moments."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from motworkshop.errors import RefusedError
from motworkshop.model.edits.categories import add_category, delete_category, edit_category
from motworkshop.model.edits.evidence import add_evidence, attach_evidence, edit_evidence
from motworkshop.model.edits.frame import (
    add_promise,
    delete_promise,
    edit_about,
    edit_promise,
    plan_phase,
)
from motworkshop.model.edits.moments import (
    add_action,
    add_metric,
    describe_moment,
    edit_action,
    edit_metric,
)
from motworkshop.model.limits import LimitError
from motworkshop.model.records import (
    Action,
    ActionStatus,
    Category,
    Evidence,
    Metric,
    MomentOfTruth,
    Phase,
    PhaseKind,
    Promise,
)

if TYPE_CHECKING:
    from tests.model.conftest import Room


def test_a_category_gets_the_first_free_style_and_there_are_eight_at_most(room: "Room") -> None:
    room.do(add_category(room.workshop, "Respond", style=2))
    for number in range(7):
        room.do(add_category(room.workshop, f"Kind {number}"))
    styles = [category.style for category in room.workshop.ordered(Category)]
    assert styles == [2, 1, 3, 4, 5, 6, 7, 8]
    with pytest.raises(RefusedError, match="at most 8 categories"):
        add_category(room.workshop, "Ninth")


def test_a_category_has_a_name_and_a_style_of_its_own(room: "Room") -> None:
    room.do(add_category(room.workshop, "Rescue"))
    room.do(add_category(room.workshop, "Respond"))
    rescue, respond = (category.id for category in room.workshop.ordered(Category))
    attempts: list[Callable[[], object]] = [
        lambda: add_category(room.workshop, " rescue "),
        lambda: edit_category(room.workshop, respond, name="RESCUE"),
        lambda: edit_category(room.workshop, respond, name=" "),
        lambda: edit_category(room.workshop, respond, style=1),
        lambda: add_category(room.workshop, "New", style=2),
    ]
    for make in attempts:
        with pytest.raises(RefusedError):
            make()
    for style in (0, 9):
        with pytest.raises(LimitError, match="style"):
            room.do(add_category(room.workshop, "New", style=style))
    room.do(edit_category(room.workshop, rescue, name=" RESCUE ", style=5))
    assert room.workshop.of(Category)[rescue].name == "RESCUE"


def test_the_notes_of_a_removed_category_are_without_one(room: "Room") -> None:
    room.do(add_category(room.workshop, "Rescue"))
    [rescue] = room.workshop.of(Category)
    room.notes("A", "B", category=rescue)
    room.do(delete_category(room.workshop, rescue))
    assert {note.category for note in room.workshop.notes.values()} == {None}
    room.history.undo()
    assert {note.category for note in room.workshop.notes.values()} == {rescue}


def test_the_title_page_keeps_its_title_and_its_numbers(room: "Room") -> None:
    room.do(edit_about(room.workshop, title="Air", place="Oslo", expected_departments=("Crew",)))
    assert (room.workshop.about.title, room.workshop.about.place) == ("Air", "Oslo")
    for values in ({"title": " "}, {"last_number": 0}, {"id": "x"}, {"colour": "red"}):
        with pytest.raises(RefusedError):
            edit_about(room.workshop, **values)


def test_a_removed_promise_is_served_by_no_moment(room: "Room") -> None:
    room.do(add_promise(room.workshop, "On time"))
    [promise] = room.workshop.of(Promise)
    room.do(edit_promise(room.workshop, promise, " On time, told first "))
    assert room.workshop.of(Promise)[promise].text == "On time, told first"
    [note] = room.notes("A")
    room.do(describe_moment(room.workshop, note, promise=promise))
    room.do(delete_promise(room.workshop, promise))
    assert [card.promise for card in room.workshop.of(MomentOfTruth).values()] == [None]


def test_a_phase_is_planned_whether_or_not_it_has_a_plan_yet(room: "Room") -> None:
    room.do(plan_phase(room.workshop, PhaseKind.VOTE, planned=15))
    room.do(plan_phase(room.workshop, PhaseKind.VOTE, notes="Nobody talks"))
    [phase] = room.workshop.of(Phase).values()
    assert (phase.kind, phase.planned, phase.notes) == (PhaseKind.VOTE, 15, "Nobody talks")
    with pytest.raises(RefusedError, match="no field “id”"):
        plan_phase(room.workshop, PhaseKind.VOTE, id="p")


def test_evidence_waits_in_the_pool_until_it_is_attached(room: "Room") -> None:
    [note] = room.notes("A")
    stage = room.stage("Book")
    room.do(add_evidence(room.workshop, [Evidence("e", "Seen"), Evidence("f", "Heard")]))
    room.do(attach_evidence(room.workshop, ["e"], note))
    room.do(edit_evidence(room.workshop, "f", stage=stage))
    links = {e.id: (e.note, e.stage) for e in room.workshop.of(Evidence).values()}
    assert links == {"e": (note, None), "f": (None, stage)}
    room.do(attach_evidence(room.workshop, ["e"], None))
    assert room.workshop.of(Evidence)["e"].note is None


def test_evidence_that_cannot_be_is_refused(room: "Room") -> None:
    room.do(add_evidence(room.workshop, [Evidence("e", "Seen")]))
    for made in (
        [Evidence("e", "Other words")],
        [Evidence("f", "One"), Evidence("f", "Two")],
        [Evidence("f", " ")],
        [Evidence("f", "One", note="gone")],
        [Evidence("f", "One", stage="gone")],
    ):
        with pytest.raises(RefusedError):
            add_evidence(room.workshop, made)
    with pytest.raises(RefusedError, match="no such note"):
        attach_evidence(room.workshop, ["e"], "gone")
    assert room.workshop.of(Evidence) == {"e": Evidence("e", "Seen")}


def test_a_note_has_one_card_whatever_is_written_on_it(room: "Room") -> None:
    [note] = room.notes("A")
    room.do(add_metric(room.workshop, note, "First", unit="%", target=90.0))
    room.do(add_metric(room.workshop, note, "Second"))
    room.do(add_action(room.workshop, note, "Ask", who="Eva"))
    room.do(describe_moment(room.workshop, note, freedom="Vouchers", consulted=("Eva", "Bo")))
    [card] = room.workshop.of(MomentOfTruth).values()
    assert (card.note, card.freedom, card.consulted) == (note, "Vouchers", ("Eva", "Bo"))
    metrics = room.workshop.ordered(Metric)
    assert [(m.name, m.unit, m.target, m.moment) for m in metrics] == [
        ("First", "%", 90.0, card.id),
        ("Second", "", None, card.id),
    ]
    [action] = room.workshop.of(Action).values()
    assert (action.what, action.who, action.moment) == ("Ask", "Eva", card.id)


def test_a_card_keeps_its_note_and_its_decision(room: "Room") -> None:
    [note] = room.notes("A")
    room.do(add_metric(room.workshop, note, "First"))
    room.do(add_action(room.workshop, note, "Ask"))
    [metric], [action] = room.workshop.of(Metric), room.workshop.of(Action)
    attempts: list[Callable[[], object]] = [
        lambda: describe_moment(room.workshop, note, decision=None),
        lambda: describe_moment(room.workshop, note, reason="so"),
        lambda: describe_moment(room.workshop, note, decided_in="r"),
        lambda: describe_moment(room.workshop, note, promise="gone"),
        lambda: describe_moment(room.workshop, "gone"),
        lambda: edit_metric(room.workshop, metric, moment="k"),
        lambda: edit_metric(room.workshop, metric, name=" "),
        lambda: edit_action(room.workshop, action, what=" "),
        lambda: add_metric(room.workshop, note, " "),
        lambda: add_action(room.workshop, note, "B", moment="k"),
    ]
    for make in attempts:
        with pytest.raises(RefusedError):
            make()
    room.do(edit_action(room.workshop, action, status=ActionStatus.DONE))
    assert room.workshop.of(Action)[action].status is ActionStatus.DONE
