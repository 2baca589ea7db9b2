"""What notes can be filtered by, and which choices a workshop offers there."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from types import MappingProxyType

from motworkshop.model.reading import PARKING_LOT, dots_on_board
from motworkshop.model.records import Category, Control, Id, Note, Participant, Stage
from motworkshop.model.rounds import deciding_round
from motworkshop.model.workshop import Workshop, cluster_led_by, lead_of
from motworkshop.values import dataclass


class Facet(Enum):
    """One way in which notes differ, in the words of people."""

    STAGE = "Stage"
    CATEGORY = "Category"
    AUTHOR = "Participant"
    DEPARTMENT = "Department"
    CONTROL = "Control"
    CLUSTER = "Cluster"
    VOTE = "Vote"


LEADS, UNDER, ALONE = "leads", "under", "alone"
VOTED, UNVOTED = "voted", "unvoted"
_WORDS: Mapping[str, str] = MappingProxyType(
    {
        LEADS: "Leads a cluster",
        UNDER: "Lies in a cluster",
        ALONE: "In no cluster",
        VOTED: "With dots",
        UNVOTED: "Without a dot",
        Control.DIRECT: "Direct",
        Control.INFLUENCE: "Influence",
        Control.NONE: "None",
    }
)
_NOTHING: Mapping[Facet, str] = MappingProxyType(
    {
        Facet.STAGE: PARKING_LOT,
        Facet.CATEGORY: "Without a category",
        Facet.AUTHOR: "Without a participant",
        Facet.DEPARTMENT: "Without a department",
        Facet.CONTROL: "Not said",
    }
)
_FIELDS: Mapping[Facet, Callable[[Note], str | None]] = MappingProxyType(
    {
        Facet.STAGE: lambda note: note.stage,
        Facet.AUTHOR: lambda note: note.author or None,
        Facet.DEPARTMENT: lambda note: note.department or None,
        Facet.CONTROL: lambda note: note.control,
    }
)


@dataclass(frozen=True, slots=True)
class Filter:
    """Notes whose facet has this value: an id, a name or a word; None is "without"."""

    facet: Facet
    value: str | None


WITHOUT_CATEGORY = Filter(Facet.CATEGORY, None)


@dataclass(frozen=True, slots=True)
class Choice:
    """A filter that is offered, with its name and the number of notes that fit."""

    filter: Filter
    name: str
    count: int


def value_of(workshop: Workshop, facet: Facet) -> Callable[[Note], str | None]:
    """The function that tells the value which a note has there."""
    if facet is Facet.CLUSTER:
        leading, under = workshop.remember(cluster_led_by), workshop.remember(lead_of)
        return lambda note: LEADS if note.id in leading else UNDER if note.id in under else ALONE
    if facet is Facet.VOTE:
        dots, under = workshop.remember(dots_on_board), workshop.remember(lead_of)
        return lambda note: VOTED if _has_dots(note.id, dots, under) else UNVOTED
    if facet is Facet.CATEGORY:
        known = workshop.of(Category)
        return lambda note: note.category if note.category in known else None
    return _FIELDS[facet]


def choices(workshop: Workshop, facet: Facet) -> list[Choice]:
    """What can be chosen there, in the order in which people know it.

    Stages and categories are all there, of people and departments those that have notes.
    """
    value = value_of(workshop, facet)
    counts = Counter(value(note) for note in workshop.notes.values())
    wanted = _known(workshop, facet, counts)
    named = ((Filter(facet, one), counts[one]) for one in wanted)
    return [Choice(one, name_of(workshop, one), count) for one, count in named]


def name_of(workshop: Workshop, chosen: Filter) -> str:
    """What a filter is called: “Book”, “Without a category”."""
    value = chosen.value
    if value is None:
        return _NOTHING[chosen.facet]
    if chosen.facet is Facet.STAGE:
        return workshop.of(Stage)[value].name
    if chosen.facet is Facet.CATEGORY:
        return workshop.of(Category)[value].name
    if chosen.facet is Facet.AUTHOR:
        return workshop.name_of(value)
    return value if chosen.facet is Facet.DEPARTMENT else _WORDS[value]


def is_standing(workshop: Workshop, chosen: Filter) -> bool:
    """Whether what the filter names is still there: a stage may have been removed since."""
    if chosen.facet is Facet.VOTE:
        return deciding_round(workshop) is not None
    if chosen.value is None:
        return True
    if chosen.facet is Facet.STAGE:
        return chosen.value in workshop.of(Stage)
    return chosen.facet is not Facet.CATEGORY or chosen.value in workshop.of(Category)


def _known(workshop: Workshop, facet: Facet, counts: Counter[str | None]) -> Iterable[str | None]:
    """All values that are offered; those of the notes alone where there are too many others."""
    used = [one for one in counts if one is not None]
    known: dict[Facet, Iterable[str | None]] = {
        Facet.STAGE: [*(stage.id for stage in workshop.ordered(Stage)), None],
        Facet.CATEGORY: [*(category.id for category in workshop.ordered(Category)), None],
        Facet.AUTHOR: [*_people(workshop, used), None],
        Facet.DEPARTMENT: [*sorted(used, key=str.casefold), None],
        Facet.CONTROL: [*Control, None],
        Facet.CLUSTER: (LEADS, UNDER, ALONE),
        Facet.VOTE: (VOTED, UNVOTED) if deciding_round(workshop) is not None else (),
    }
    return known[facet]


def _people(workshop: Workshop, used: Iterable[str]) -> list[str]:
    """Participants in their order, then names that are not on the roster."""
    places = {person.id: place for place, person in enumerate(workshop.ordered(Participant))}
    return sorted(used, key=lambda one: (places.get(one, len(places)), workshop.name_of(one)))


def _has_dots(note: Id, dots: Mapping[Id, int], under: Mapping[Id, Id]) -> bool:
    """Dots that lie on a cluster's lead lie on every note in it."""
    return note in dots or under.get(note) in dots
