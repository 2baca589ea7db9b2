"""What a script can do about the frame: title page, promises, people, proposals, evidence."""

from typing import Any

from motworkshop.cli.script import arguments as a
from motworkshop.cli.script.verb import Verb, with_fields
from motworkshop.model.change import Edit
from motworkshop.model.edits import evidence, frame, people
from motworkshop.model.records import (
    About,
    Evidence,
    EvidenceKind,
    Note,
    Participant,
    PhaseKind,
    Promise,
    SameStage,
    Sentiment,
    Side,
    Stage,
    new_id,
)
from motworkshop.model.workshop import Workshop


def people_verbs() -> dict[str, Verb]:
    """The edits of the frame by their public names."""
    return {**_frame_verbs(), **_roster_verbs(), **_proposal_verbs(), **_evidence_verbs()}


def _frame_verbs() -> dict[str, Verb]:
    promise = a.record(Promise)
    return {
        "edit_about": Verb(
            "Change fields of the title page.",
            {"fields": a.fields_of(About)},
            with_fields(frame.edit_about),
        ),
        "add_promise": Verb("Add a promise.", {"text": a.text}, frame.add_promise),
        "edit_promise": Verb(
            "Say a promise in other words.",
            {"promise": promise, "text": a.text},
            frame.edit_promise,
        ),
        "delete_promise": Verb("Remove a promise.", {"promise": promise}, frame.delete_promise),
        "plan_phase": Verb(
            "Change the planned minutes or the notes of a phase.",
            {
                "kind": a.choice(PhaseKind),
                "planned?": a.integer,
                "planned_second?": a.integer,
                "notes?": a.text,
            },
            frame.plan_phase,
        ),
    }


def _roster_verbs() -> dict[str, Verb]:
    participant, side = a.record(Participant), a.record(Side)
    return {
        "add_participant": Verb(
            "Add a participant.",
            {"name": a.text, "department?": a.text},
            lambda workshop, name, department="": people.add_participants(
                workshop, [(name, department)]
            ),
        ),
        "edit_participant": Verb(
            "Change fields of a participant.",
            {"participant": participant, "fields": a.fields_of(Participant)},
            with_fields(people.edit_participant),
        ),
        "delete_participant": Verb(
            "Take somebody off the roster.",
            {"participant": participant},
            people.delete_participant,
        ),
        "add_side": Verb(
            "Group departments as a side.",
            {"name": a.text, "departments": a.list_of(a.text)},
            people.add_side,
        ),
        "delete_side": Verb("Remove a side.", {"side": side}, people.delete_side),
    }


def _proposal_verbs() -> dict[str, Verb]:
    return {
        "propose_stages": Verb(
            "Write down the stages as one participant sees them: names, or [name, definition].",
            {"participant": a.person, "stages": a.named_stages},
            people.propose_stages,
        ),
        "declare_same": Verb(
            "Declare that stage names mean the same.",
            {"names": a.list_of(a.text)},
            people.declare_same,
        ),
        "declare_different": Verb(
            "Take such a declaration back, by its id.",
            {"same": a.record(SameStage)},
            people.declare_different,
        ),
    }


def _evidence_verbs() -> dict[str, Verb]:
    proof = a.record(Evidence)
    return {
        "add_evidence": Verb(
            "Add evidence, linked or for the pool.",
            {
                "text": a.text,
                "kind?": a.choice(EvidenceKind),
                "source?": a.text,
                "date?": a.text,
                "note?": a.record(Note),
                "stage?": a.record(Stage),
                "sentiment?": a.choice(Sentiment),
            },
            _add_evidence,
        ),
        "edit_evidence": Verb(
            "Change fields of evidence.",
            {"evidence": proof, "fields": a.fields_of(Evidence)},
            with_fields(evidence.edit_evidence),
        ),
        "delete_evidence": Verb("Remove evidence.", {"evidence": proof}, evidence.delete_evidence),
    }


def _add_evidence(workshop: Workshop, text: str, **values: Any) -> Edit:
    return evidence.add_evidence(workshop, [Evidence(new_id(), text.strip(), **values)])
