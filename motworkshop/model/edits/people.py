"""Edits of who takes part and of the stages as each of them sees them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from motworkshop.errors import RefusedError
from motworkshop.model.agreement import plain_name
from motworkshop.model.change import Edit
from motworkshop.model.edits.making import edit, needed, next_position, one, quoted, with_fields
from motworkshop.model.records import (
    Action,
    Id,
    MomentOfTruth,
    Note,
    Participant,
    Person,
    Record,
    SameStage,
    Side,
    StageProposal,
    new_id,
)
from motworkshop.model.voting import counted, person_key, same_person
from motworkshop.model.workshop import Workshop


def add_participants(workshop: Workshop, people: Iterable[tuple[str, str]]) -> Edit:
    """New participants from (name, department) pairs, in order; no name stands twice."""
    position = next_position(workshop.of(Participant).values())
    taken = {person_key(workshop, person.name) for person in workshop.of(Participant).values()}
    made = []
    for index, (name, department) in enumerate(people):
        name = needed(name, "name of the participant")
        key = person_key(workshop, name)
        if key in taken:
            raise RefusedError(f"{name} is on the roster already. Add a surname or an initial.")
        taken.add(key)
        made.append(Participant(new_id(), name, department.strip(), "", position + index))
    return edit(workshop, f"Add {counted(len(made), 'participant')}", made)


def edit_participant(workshop: Workshop, participant: Id, **values: Any) -> Edit:
    """Change the name, department or colour of a participant."""
    changed = with_fields(one(workshop, Participant, participant), values, fixed=("position",))
    changed = replace(changed, name=needed(changed.name, "name of the participant"))
    key = person_key(workshop, changed.name)
    for other in workshop.of(Participant).values():
        if other.id != participant and person_key(workshop, other.name) == key:
            raise RefusedError(f"{changed.name} is on the roster already.")
    return edit(workshop, f"Change participant {quoted(changed.name)}", [changed])


def delete_participant(workshop: Workshop, participant: Id) -> Edit:
    """Take somebody off the roster; where the person is named, the name stays as text."""
    gone = one(workshop, Participant, participant)
    put = [
        renamed
        for record in workshop.records()
        if (renamed := _with_name(record, participant, gone.name)) is not None
    ]
    return edit(workshop, f"Remove participant {quoted(gone.name)}", put, [gone])


def _with_name(record: Record, person: Id, name: str) -> Record | None:
    """The record with free text where it names this participant, or None if it does not."""
    named: Record = record
    if isinstance(record, Note) and record.author == person:
        named = replace(record, author=name)
    elif isinstance(record, StageProposal) and record.participant == person:
        named = replace(record, participant=name)
    elif isinstance(record, Action) and record.who == person:
        named = replace(record, who=name)
    elif isinstance(record, MomentOfTruth):
        named = replace(
            record,
            accountable=name if record.accountable == person else record.accountable,
            responsible=_renamed(record.responsible, person, name),
            consulted=_renamed(record.consulted, person, name),
            informed=_renamed(record.informed, person, name),
        )
    return None if named == record else named


def _renamed(people: tuple[Person, ...], person: Id, name: str) -> tuple[Person, ...]:
    return tuple(name if one_of_them == person else one_of_them for one_of_them in people)


def add_side(workshop: Workshop, name: str, departments: Sequence[str]) -> Edit:
    """Group departments as a side for comparing votes; a department is on one side only."""
    name = needed(name, "name of the side")
    position = next_position(workshop.of(Side).values())
    side = Side(new_id(), name, tuple(departments), position)
    _refuse_shared(workshop, side)
    return edit(workshop, f"Add side {quoted(name)}", [side])


def edit_side(workshop: Workshop, side: Id, **values: Any) -> Edit:
    """Change the name or the departments of a side."""
    changed = with_fields(one(workshop, Side, side), values, fixed=("position",))
    changed = replace(changed, name=needed(changed.name, "name of the side"))
    _refuse_shared(workshop, changed)
    return edit(workshop, f"Change side {quoted(changed.name)}", [changed])


def put_on_side(workshop: Workshop, department: str, side: Id | None) -> Edit:
    """Put a department on this side and off any other, or on none."""
    target = None if side is None else one(workshop, Side, side)
    wanted = needed(department, "name of the department")
    put = []
    for other in workshop.of(Side).values():
        kept = tuple(d for d in other.departments if d.casefold() != wanted.casefold())
        if other is target:
            kept = (*kept, wanted)
        put.append(replace(other, departments=kept))
    where = f"the side {quoted(target.name)}" if target else "no side"
    return edit(workshop, f"Put {quoted(wanted)} on {where}", put)


def delete_side(workshop: Workshop, side: Id) -> Edit:
    """Remove a side; rounds that were begun with it keep its name."""
    gone = one(workshop, Side, side)
    return edit(workshop, f"Remove side {quoted(gone.name)}", drop=[gone])


def _refuse_shared(workshop: Workshop, side: Side) -> None:
    own = {department.casefold() for department in side.departments}
    for other in workshop.of(Side).values():
        if other.id == side.id:
            continue
        if other.name.casefold() == side.name.casefold():
            raise RefusedError(f"There is a side {quoted(other.name)} already.")
        shared = [d for d in other.departments if d.casefold() in own]
        if shared:
            raise RefusedError(f"{shared[0]} is on the side {quoted(other.name)} already.")


def propose_stages(
    workshop: Workshop, participant: Person, stages: Sequence[tuple[str, str]]
) -> Edit:
    """The stages as one participant sees them, as (name, definition); replaces earlier ones."""
    if not participant.strip():
        raise RefusedError("Say whose stages these are.")
    earlier = [
        proposal
        for proposal in workshop.of(StageProposal).values()
        if same_person(workshop, proposal.participant, participant)
    ]
    made = [
        StageProposal(new_id(), participant, needed(name, "name of the stage"), definition, place)
        for place, (name, definition) in enumerate(stages, start=1)
    ]
    name = workshop.name_of(participant)
    return edit(workshop, f"Write down the stages of {name}", made, earlier)


def declare_same(workshop: Workshop, names: Sequence[str]) -> Edit:
    """Declare that these stage names mean the same."""
    given: dict[str, str] = {}
    for name in names:
        given.setdefault(plain_name(name), needed(name, "name of the stage"))
    distinct = tuple(given.values())
    if len(distinct) < 2:
        raise RefusedError("Choose at least two names that mean the same.")
    label = f"Declare {quoted(distinct[0])} and {quoted(distinct[1])} the same"
    return edit(workshop, label, [SameStage(new_id(), distinct)])


def declare_different(workshop: Workshop, same: Id) -> Edit:
    """Take back that some stage names mean the same."""
    gone = one(workshop, SameStage, same)
    return edit(workshop, f"Tell {quoted(gone.names[0])} apart again", drop=[gone])
