"""Who falls on which side, before a round fixes it."""

from PySide6.QtWidgets import QWidget

from motworkshop.model.records import Participant, Side
from motworkshop.model.voting import SIDE_SIZE, VOTERS_FOR_SIDES, counted, side_of, sides_for
from motworkshop.model.workshop import Workshop
from motworkshop.panels.controls.labels import label
from motworkshop.panels.vote.words import listed


def sides_preview(workshop: Workshop) -> list[QWidget]:
    """A line for each side with its people, and in words what will not be compared, and why."""
    people = workshop.ordered(Participant)
    if not workshop.of(Side):
        words = "No sides are set, so the votes of departments are not compared."
        return [label(words, "small", wraps=True)]
    if len(people) < VOTERS_FOR_SIDES:
        words = (
            f"With {counted(len(people), 'voter')} there are no sides: below {VOTERS_FOR_SIDES} "
            "they would give away who gave which dots."
        )
        return [label(words, "small", wraps=True)]
    told = sides_for(workshop, [person.id for person in people])
    if not told:
        words = f"No two sides have at least {SIDE_SIZE} people each, so none are compared."
        return [*_told(workshop, people), label(words, "small", wraps=True)]
    return _told(workshop, people)


def _told(workshop: Workshop, people: list[Participant]) -> list[QWidget]:
    rows: list[QWidget] = []
    kept = sides_for(workshop, [person.id for person in people])
    for side in workshop.ordered(Side):
        members = [one for one in people if side_of(workshop, one.id) == side.name]
        is_small = bool(members) and side.name not in kept.values()
        rows.append(label(f"{side.name} · {len(members)}", "section", wraps=True))
        names = listed([one.name for one in members]) or "Nobody"
        few = f" (fewer than {SIDE_SIZE}: not told apart)" if is_small else ""
        rows.append(label(f"{names}{few}", "small", wraps=True))
    others = [one.name for one in people if not side_of(workshop, one.id)]
    if others:
        rows.append(label(f"On no side: {listed(others)}", "small", wraps=True))
    return rows
