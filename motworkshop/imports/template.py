"""Templates: what a new workshop of some industry begins with."""

from typing import Any

from motworkshop.imports.template_file import (
    BLANK,
    NoSuchTemplateError,
    read_template,
    template_names,
)
from motworkshop.model.limits import UNTYPEABLE
from motworkshop.model.phases import default_phases
from motworkshop.model.records import (
    About,
    Category,
    JourneyKind,
    Lane,
    Promise,
    Record,
    Stage,
    new_id,
)
from motworkshop.model.workshop import Workshop

__all__ = [
    "BLANK",
    "NoSuchTemplateError",
    "read_template",
    "template_names",
    "workshop_from_template",
]


def workshop_from_template(name: str, title: str) -> Workshop:
    """A new workshop with what the template gives, and nothing on the board yet."""
    content = read_template(name)
    journey = content["journey"]
    about = About(
        new_id(),
        UNTYPEABLE.sub("\ufffd", title),  # the name of a file may hold half a character
        journey_kind=JourneyKind(journey["kind"]),
        journey=journey["name"],
        segment=journey["segment"],
        journey_start=journey["start"],
        journey_end=journey["end"],
        expected_departments=tuple(content["departments"]),
        prompts=tuple(content["prompts"]),
    )
    return Workshop([about, *default_phases(), *_board(content)])


def _board(content: dict[str, Any]) -> list[Record]:
    records: list[Record] = [
        Stage(new_id(), stage["name"], stage["definition"], position)
        for position, stage in enumerate(content["stages"], start=1)
    ]
    records += [
        Lane(new_id(), lane, position=position)
        for position, lane in enumerate(content["lanes"], start=1)
    ]
    records += [
        Category(new_id(), category["name"], position, category["definition"], position)
        for position, category in enumerate(content["categories"], start=1)
    ]
    records += [
        Promise(new_id(), promise, position)
        for position, promise in enumerate(content["promises"], start=1)
    ]
    return records
