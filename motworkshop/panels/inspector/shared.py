"""What several notes have in common."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from operator import attrgetter

from motworkshop.model.records import Note
from motworkshop.model.workshop import Workshop
from motworkshop.panels.controls.fields import Shared

PEOPLE = frozenset({"author"})


def shared(values: Iterable[object]) -> object:
    """The one value, or that they differ."""
    found = list(set(values))
    return found[0] if len(found) == 1 else Shared.MIXED


def shared_values(workshop: Workshop, notes: Sequence[Note]) -> Mapping[str, object]:
    """For each field of these notes the value they share; people by name."""
    names = [field.name for field in fields(Note)]
    columns = map(set, zip(*map(attrgetter(*names), notes), strict=True))
    return {
        name: shared(map(workshop.name_of, found) if name in PEOPLE else found)
        for name, found in zip(names, columns, strict=True)
    }
