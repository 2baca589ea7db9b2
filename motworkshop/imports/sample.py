"""The sample workshop: a whole one, made by the same imports and edits that people use."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from motworkshop.imports.intake import read_intake
from motworkshop.imports.outcome import Kind, Options
from motworkshop.imports.template import workshop_from_template
from motworkshop.model.change import Change, Edit
from motworkshop.model.edits import clusters, frame, moments, notes, people, stages
from motworkshop.model.history import History
from motworkshop.model.phases import go_to_time_box, run_clock, set_phase_status
from motworkshop.model.records import (
    Id,
    JourneyKind,
    Note,
    Participant,
    PhaseKind,
    PhaseStatus,
    Promise,
    Round,
    Stage,
)
from motworkshop.model.rounds import Terms, close_round, round_titled, start_round, start_run_off
from motworkshop.model.voting import person_named
from motworkshop.model.workshop import Workshop
from motworkshop.paths import resource_path

TEMPLATE = "airline"


def sample_workshop() -> Workshop:
    """The complete workshop of an airline, made from `resources/sample` phase by phase."""
    text = resource_path("sample", "workshop.json").read_text(encoding="utf-8")
    said: dict[str, Any] = json.loads(text)
    template = workshop_from_template(TEMPLATE, said["title"])
    kept = (one for one in template.records() if not isinstance(one, Stage | Promise))
    history = History(Workshop(kept))
    _frame(history, said)
    _align(history, said)
    _brainstorm(history, said)
    _vote(history, said)
    _cluster(history, said)
    _own(history, said)
    _run_phases(history, said)
    return history.workshop


def _frame(history: History, said: Mapping[str, Any]) -> None:
    journey = said["journey"]
    edit = frame.edit_about(
        history.workshop,
        organisation=said["organisation"],
        facilitator=said["facilitator"],
        place=said["place"],
        date=said["date"],
        journey_kind=JourneyKind(journey["kind"]),
        journey=journey["name"],
        segment=journey["segment"],
        journey_start=journey["start"],
        journey_end=journey["end"],
        expected_departments=tuple(said["expected_departments"]),
    )
    history.do(edit)
    for promise in said["promises"]:
        history.do(frame.add_promise(history.workshop, promise["text"]))
    _take_in(history, "participants.csv", Kind.PARTICIPANTS)
    for side in said["sides"]:
        history.do(people.add_side(history.workshop, side["name"], side["departments"]))


def _align(history: History, said: Mapping[str, Any]) -> None:
    _take_in(history, "stage-proposals.csv", Kind.STAGE_PROPOSALS)
    for names in said["same_stages"]:
        history.do(people.declare_same(history.workshop, names))
    for stage in said["stages"]:
        history.do(stages.add_stage(history.workshop, stage["name"], stage["definition"]))


def _brainstorm(history: History, said: Mapping[str, Any]) -> None:
    _take_in(history, "touchpoints.csv", Kind.TOUCHPOINTS)
    for text, emotion in said["emotions"].items():
        note = _note(history.workshop, text)
        history.do(notes.edit_notes(history.workshop, [note], emotion=emotion))
    _take_in(history, "evidence.csv", Kind.EVIDENCE)


def _vote(history: History, said: Mapping[str, Any]) -> None:
    main, later = said["round"], said["run_off"]
    voters = list(history.workshop.of(Participant))
    history.record(start_round(history.workshop, main["title"], _terms(main), voters=voters))
    _vote_from(history, "ballots.csv", main["title"])
    tied_in = _round(history.workshop, main["title"])
    terms = _terms(later)
    history.record(start_run_off(history.workshop, tied_in, later["title"], terms, voters))
    _vote_from(history, "run-off.csv", later["title"])


def _vote_from(history: History, source: str, title: str) -> None:
    _take_in(history, source, Kind.BALLOTS, Options(round_title=title, is_secret=True))
    history.record(close_round(history.workshop, _round(history.workshop, title)))


def _cluster(history: History, said: Mapping[str, Any]) -> None:
    for cluster in said["clusters"]:
        lead = _note(history.workshop, cluster["lead"])
        members = [_note(history.workshop, member) for member in cluster["members"]]
        history.do(clusters.merge_notes(history.workshop, lead, members))


def _own(history: History, said: Mapping[str, Any]) -> None:
    for moment in said["moments"]:
        history.do(_described(history.workshop, moment))
        note = _note(history.workshop, moment["note"])
        for metric in moment["metrics"]:
            history.do(moments.add_metric(history.workshop, note, **metric))
        for action in moment["actions"]:
            who = person_named(history.workshop, action["who"])
            history.do(moments.add_action(history.workshop, note, **{**action, "who": who}))


def _described(workshop: Workshop, moment: Mapping[str, Any]) -> Edit:
    promises = workshop.ordered(Promise)
    served = moment["promise"]
    return moments.describe_moment(
        workshop,
        _note(workshop, moment["note"]),
        promise=None if served is None else promises[served].id,
        ideal_experience=moment["ideal_experience"],
        freedom=moment["freedom"],
        accountable=person_named(workshop, moment["accountable"]),
        responsible=_people(workshop, moment["responsible"]),
        consulted=_people(workshop, moment["consulted"]),
        informed=_people(workshop, moment["informed"]),
    )


def _run_phases(history: History, said: Mapping[str, Any]) -> None:
    for phase in said["phases"]:
        kind = PhaseKind(phase["kind"])
        plan = frame.plan_phase(
            history.workshop, kind, planned=phase["planned"], notes=phase["notes"]
        )
        history.do(plan)
        second = phase.get("used_second", 0)
        history.record(run_clock(history.workshop, kind, (phase["used"] - second) * 60))
        if second:
            history.record(go_to_time_box(history.workshop, kind, 1))
            history.record(run_clock(history.workshop, kind, second * 60))
        history.record(set_phase_status(history.workshop, kind, PhaseStatus.DONE))


def _take_in(history: History, source: str, kind: Kind, options: Options | None = None) -> Change:
    path = resource_path("sample", source)
    intake = read_intake(path, kind, history.workshop, options or Options())
    if intake.refused:
        raise ValueError(f"{source}, row {intake.refused[0].row}: {intake.refused[0].reason}")
    for edit in intake.edits:
        history.do(edit)
    return history.record(intake.recorded)


def _terms(said: Mapping[str, Any]) -> Terms:
    return Terms(said["question"], said["budget"], said["cap"], is_secret=said["secret"])


def _round(workshop: Workshop, title: str) -> Round:
    found = round_titled(workshop, title)
    if found is None:
        raise ValueError(f"the sample has no round “{title}”")
    return found


def _note(workshop: Workshop, text: str) -> Id:
    return workshop.remember(_notes_by_text)[text]


def _notes_by_text(workshop: Workshop) -> Mapping[str, Id]:
    return {note.text: note.id for note in workshop.of(Note).values()}


def _people(workshop: Workshop, names: Sequence[str]) -> tuple[str, ...]:
    return tuple(person_named(workshop, name) for name in names)
