"""Edits of the frame: the title page, promises and the plan of the phases."""

from dataclasses import replace
from typing import Any

from motworkshop.model.change import Edit
from motworkshop.model.edits.making import edit, needed, next_position, one, quoted, with_fields
from motworkshop.model.records import (
    Id,
    MomentOfTruth,
    Phase,
    PhaseKind,
    Promise,
    Record,
    new_id,
)
from motworkshop.model.workshop import Workshop


def edit_about(workshop: Workshop, **values: Any) -> Edit:
    """Change fields of the title page."""
    changed = with_fields(workshop.about, values, fixed=("last_number",))
    needed(changed.title, "title")
    return edit(workshop, "Change the title page", [changed])


def add_promise(workshop: Workshop, text: str) -> Edit:
    """A new promise after the last one."""
    position = next_position(workshop.of(Promise).values())
    promise = Promise(new_id(), needed(text, "promise"), position)
    return edit(workshop, f"Add promise {quoted(text)}", [promise])


def edit_promise(workshop: Workshop, promise: Id, text: str) -> Edit:
    """Say a promise in other words."""
    changed = replace(one(workshop, Promise, promise), text=needed(text, "promise"))
    return edit(workshop, f"Change promise {quoted(text)}", [changed])


def delete_promise(workshop: Workshop, promise: Id) -> Edit:
    """Remove a promise; moments of truth that served it serve none then."""
    gone = one(workshop, Promise, promise)
    loose: list[Record] = [
        replace(card, promise=None)
        for card in workshop.of(MomentOfTruth).values()
        if card.promise == promise
    ]
    return edit(workshop, f"Remove promise {quoted(gone.text)}", loose, [gone])


def plan_phase(workshop: Workshop, kind: PhaseKind, **values: Any) -> Edit:
    """Change the planned minutes or the facilitator's notes of a phase."""
    phases = {phase.kind: phase for phase in workshop.of(Phase).values()}
    planned = phases.get(kind) or Phase(new_id(), kind, 0)
    changed = with_fields(planned, values, fixed=("kind",))
    return edit(workshop, f"Plan the phase {quoted(kind.value)}", [changed])
