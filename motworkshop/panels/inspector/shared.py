"""What several notes have in common."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields

from motworkshop.model.records import Note
from motworkshop.model.workshop import Workshop
from motworkshop.panels.controls.fields import Shared

PEOPLE = frozenset({"author"})


def shared(values: Iterable[object]) -> object:
    """The one value, or that they differ."""
    found = list(dict.fromkeys(values))
    return found[0] if len(found) == 1 else Shared.MIXED


def shared_values(workshop: Workshop, notes: Sequence[Note]) -> Mapping[str, object]:
    """For each field of these notes the value they share; people by name."""
    values: dict[str, object] = {}
    for field in fields(Note):
        found = [getattr(note, field.name) for note in notes]
        if field.name in PEOPLE:
            found = [workshop.name_of(person) for person in found]
        values[field.name] = shared(found)
    return values
