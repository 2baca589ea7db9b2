"""What the rows of a table probably are, by the names of its columns."""

from collections.abc import Collection, Mapping, Sequence

from motworkshop.imports.columns import called
from motworkshop.imports.intake import fields_of
from motworkshop.imports.outcome import Kind
from motworkshop.model.records import Category, Participant, Stage
from motworkshop.model.workshop import Workshop


def guess_kind(names: Sequence[str], default: Kind = Kind.TOUCHPOINTS) -> Kind:
    """The kind whose fields the most columns name; `default` where none has all it needs."""
    shares = {kind: _named(names, kind) for kind in Kind}
    best = max(shares, key=lambda kind: (shares[kind], kind is default))
    return best if shares[best] else default


def known_names(workshop: Workshop) -> Mapping[str, Collection[str]]:
    """By field, the names that may stand in a column without a name."""
    people = [person.name for person in workshop.of(Participant).values()]
    return {
        "stage": [stage.name for stage in workshop.of(Stage).values()],
        "category": [category.name for category in workshop.of(Category).values()],
        "author": people,
        "participant": people,
    }


def _named(names: Sequence[str], kind: Kind) -> int:
    fields = fields_of(kind)
    found = called(names, fields)
    has_all = all(one.name in found or one.or_else in found for one in fields if one.is_needed)
    return len(found) if has_all else 0
