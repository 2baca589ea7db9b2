"""Templates: what a new workshop of some industry begins with."""

import json
from typing import Any

from motworkshop.errors import WrongUseError
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
from motworkshop.paths import resource_path

BLANK = "blank"


class NoSuchTemplateError(WrongUseError):
    """There is no template of this name; says which there are."""


def template_names() -> list[str]:
    """The names of all templates, the blank one first."""
    names = sorted(path.stem for path in resource_path("templates").glob("*.json"))
    return sorted(names, key=lambda name: name != BLANK)


def read_template(name: str) -> dict[str, Any]:
    """The content of a template: name, summary, journey, stages, lanes, categories …

    Raises:
        NoSuchTemplateError: there is none of this name.
    """
    if name not in template_names():
        there_are = ", ".join(template_names())
        raise NoSuchTemplateError(f"There is no template “{name}”. Choose one of: {there_are}.")
    text = resource_path("templates", f"{name}.json").read_text(encoding="utf-8")
    content: dict[str, Any] = json.loads(text)
    return content


def workshop_from_template(name: str, title: str) -> Workshop:
    """A new workshop with what the template gives, and nothing on the board yet."""
    content = read_template(name)
    journey = content["journey"]
    about = About(
        new_id(),
        title,
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
