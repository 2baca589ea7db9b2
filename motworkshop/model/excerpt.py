"""Notes as they travel from one workshop to another: names instead of ids, and never a vote."""

from collections.abc import Iterable

from motworkshop.model.records import (
    Category,
    Control,
    Id,
    Lane,
    MomentType,
    Note,
    Picture,
    Stage,
)
from motworkshop.model.workshop import Workshop, cluster_led_by, lead_of
from motworkshop.values import dataclass

SAME = (
    "details", "department", "channel", "control", "moment_type", "emotion", "expectation",
    "experience", "importance", "colour", "link", "height",
)  # fmt: skip
"""The fields of a note that are the same in any workshop."""


@dataclass(frozen=True, slots=True)
class CopiedNote:
    """A note without its id and number. `under` and `picture` are places in the excerpt."""

    text: str
    details: str = ""
    author: str = ""
    department: str = ""
    category: str = ""
    channel: str = ""
    control: Control | None = None
    moment_type: MomentType | None = None
    emotion: int | None = None
    expectation: int | None = None
    experience: int | None = None
    importance: int | None = None
    colour: str = ""
    link: str = ""
    stage: str = ""
    lane: str = ""
    x: float = 0.0
    y: float = 0.0
    height: int = 3
    under: int | None = None
    picture: int | None = None


@dataclass(frozen=True, slots=True)
class CopiedPicture:
    """A picture without its id."""

    media_type: str
    content: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Notes that were copied, a lead before its members, with the pictures that lie on them."""

    notes: tuple[CopiedNote, ...]
    pictures: tuple[CopiedPicture, ...] = ()


def excerpt_of(workshop: Workshop, chosen: Iterable[Id]) -> Excerpt:
    """These notes, and those that lie under them."""
    notes = with_members(workshop, chosen)
    places = {note.id: place for place, note in enumerate(notes)}
    ids = dict.fromkeys(note.picture for note in notes if note.picture is not None)
    pictures = {key: place for place, key in enumerate(ids)}
    leads = workshop.remember(lead_of)
    copied = tuple(
        _copied(workshop, note, places.get(leads.get(note.id, "")), pictures) for note in notes
    )
    records = [workshop.of(Picture)[key] for key in pictures]
    return Excerpt(
        copied, tuple(CopiedPicture(p.media_type, p.content, p.width, p.height) for p in records)
    )


def with_members(workshop: Workshop, chosen: Iterable[Id]) -> list[Note]:
    """These notes by number, each lead followed by the members of its cluster."""
    led = workshop.remember(cluster_led_by)
    first = sorted((workshop.notes[note] for note in chosen), key=lambda note: note.number)
    ids: dict[Id, None] = {}
    for note in first:
        ids[note.id] = None
        if note.id in led:
            ids.update(dict.fromkeys(led[note.id].members))
    return [workshop.notes[note] for note in ids]


def _copied(
    workshop: Workshop, note: Note, under: int | None, pictures: dict[Id, int]
) -> CopiedNote:
    return CopiedNote(
        note.text,
        author=workshop.name_of(note.author),
        category=_name(workshop, Category, note.category),
        stage=_name(workshop, Stage, note.stage),
        lane=_name(workshop, Lane, note.lane),
        x=note.x,
        y=note.y,
        under=under,
        picture=pictures[note.picture] if note.picture is not None else None,
        **{name: getattr(note, name) for name in SAME},
    )


def _name(workshop: Workshop, kind: type[Stage | Lane | Category], key: Id | None) -> str:
    found = workshop.of(kind).get(key) if key else None
    return found.name if found else ""
