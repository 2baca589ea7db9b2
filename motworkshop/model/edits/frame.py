"""Edits of the frame: the title page, promises and the plan of the phases."""

from dataclasses import replace
from typing import Any

from motworkshop.errors import RefusedError
from motworkshop.model.change import Edit
from motworkshop.model.edits.making import edit, needed, next_position, one, quoted, with_fields
from motworkshop.model.phases import phase_of, with_minutes, with_total
from motworkshop.model.records import Id, MomentOfTruth, PhaseKind, Promise, Record, new_id
from motworkshop.model.voting import counted
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
    """Change the planned minutes or the facilitator's notes of a phase.

    With `planned` alone, two time boxes keep their proportion.
    """
    old = phase_of(workshop, kind)
    changed = with_fields(old, values, fixed=("kind",))
    if "planned" in values and "planned_second" not in values:
        changed = replace(with_total(old, changed.planned), notes=changed.notes)
    if changed.planned_second > changed.planned:
        raise RefusedError(
            f"The second time box has {counted(changed.planned_second, 'minute')}, the whole phase "
            f"only {changed.planned}. Give the phase more, or the time box fewer."
        )
    return edit(workshop, f"Plan the phase {quoted(kind.value)}", [changed])


def plan_time_box(workshop: Workshop, kind: PhaseKind, place: int, minutes: int) -> Edit:
    """Change the minutes of the first (0) or second (1) time box of a phase."""
    if minutes < 0:
        raise RefusedError(f"A time box cannot have {minutes} minutes.")
    changed = with_minutes(phase_of(workshop, kind), place, minutes)
    return edit(workshop, f"Plan the phase {quoted(kind.value)}", [changed])
