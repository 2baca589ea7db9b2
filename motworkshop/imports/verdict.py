"""What an import would do, in words for whoever looks at its preview."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from motworkshop.imports.outcome import Intake, Refusal
from motworkshop.imports.sheet import Numbering
from motworkshop.model.change import Change
from motworkshop.model.records import Id, Note, Stage
from motworkshop.model.voting import counted
from motworkshop.model.workshop import Workshop

MOST_REFUSED = 100
"""Refused rows that are listed; nobody reads more, and building them would take time."""
MOST_PLACES = 12
PARKED = "the parking lot"
NOUNS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "people": ("person", "people"),
        "evidence": ("piece of evidence", "pieces of evidence"),
        "stages": ("new stage", "new stages"),
        "lanes": ("new lane", "new lanes"),
    }
)


@dataclass(frozen=True)
class Verdict:
    """What would be imported, and where to; which rows cannot be read, and why.

    `button` is the word for doing it, "" where there is nothing to do. `trouble` says why nothing
    can be read at all.
    """

    words: str = ""
    places: str = ""
    trouble: str = ""
    refused: tuple[Refusal, ...] = ()
    more_refused: int = 0
    numbered_by: Numbering = "row"
    button: str = ""


def verdict_of(intake: Intake, workshop: Workshop) -> Verdict:
    """An intake in words."""
    refused = len(intake.refused)
    made = " and ".join(_listed(counted_things(intake.made)))
    words = made or "There is nothing here that can be imported."
    trouble = ""
    if refused:
        rows = counted(refused, intake.numbered_by)
        trouble = f"{rows} cannot be read and will be left out:"
    return Verdict(
        words[:1].upper() + words[1:],
        _places(intake, workshop),
        trouble,
        intake.refused[:MOST_REFUSED],
        max(0, refused - MOST_REFUSED),
        intake.numbered_by,
        _button(intake),
    )


def counted_things(made: Mapping[str, int]) -> list[str]:
    """“41 notes”, “1 stage” … from the plurals of an intake."""
    return [
        f"{number:,} {NOUNS.get(noun, (noun.removesuffix('s'), noun))[number != 1]}"
        for noun, number in made.items()
    ]


def _listed(things: list[str]) -> list[str]:
    return [", ".join(things[:-1]), things[-1]] if len(things) > 1 else things


def _button(intake: Intake) -> str:
    things = counted_things(intake.made)
    return f"Import {things[0]}" if things else ""


def _places(intake: Intake, workshop: Workshop) -> str:
    """How many notes come into which stage, and which stages are new."""
    change = intake.edits[0].change if intake.edits else Change()
    notes = Counter(new.stage for old, new in change if old is None and isinstance(new, Note))
    if not notes:
        return ""
    fresh = {new.id: new.name for old, new in change if old is None and isinstance(new, Stage)}
    names = _names(workshop, fresh)
    told = [f"{names[stage]} {notes[stage]:,}" for stage in names if notes[stage]]
    if len(told) > MOST_PLACES:
        told = [*told[:MOST_PLACES], f"{len(told) - MOST_PLACES} more stages"]
    return "Into " + " · ".join(told)


def _names(workshop: Workshop, fresh: Mapping[Id, str]) -> dict[Id | None, str]:
    names: dict[Id | None, str] = {stage.id: stage.name for stage in workshop.ordered(Stage)}
    names |= {stage: f"{name} (new)" for stage, name in fresh.items()}
    names[None] = PARKED
    return names
