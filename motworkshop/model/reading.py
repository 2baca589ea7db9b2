"""How the board is read out: the same words for a screen reader and for the outline."""

from collections import Counter
from collections.abc import Iterable, Mapping

from motworkshop.model.records import Category, Cluster, Id, Lane, Note, Stage
from motworkshop.model.rounds import deciding_round
from motworkshop.model.tally import tally_of
from motworkshop.model.voting import counted, merged_words
from motworkshop.model.workshop import Workshop, cluster_led_by, lead_of

PARKING_LOT = "Parking lot"
NO_LANE = "No lane"


def read_note(workshop: Workshop, note: Note, dots: int = 0) -> str:
    """“17: Bag is lost, Rescue, 3 dots”; what a note does not have is left out."""
    category = workshop.of(Category).get(note.category or "")
    words = [f"{note.number}: {' '.join(note.text.split())}"]
    words += [category.name] if category else []
    return ", ".join([*words, counted(dots, "dot")] if dots else words)


def read_face_down(note: Note) -> str:
    """What may be said of a note that lies face down."""
    return f"Note {note.number}, face down"


def read_more(workshop: Workshop, note: Note) -> str:
    """What else the board shows of a note: its lane, what lies under it, its lock."""
    lane = workshop.of(Lane).get(note.lane or "")
    cluster = workshop.remember(cluster_led_by).get(note.id)
    words = [f"lane {lane.name}"] if lane else []
    words += [f"{counted(len(cluster.members), 'note')} under it"] if cluster else []
    return ", ".join([*words, "locked"] if note.is_locked else words)


def read_stage(stage: Stage | None, count: int, merged: int = 0) -> str:
    """“Stage Book, 8 notes”, with as how many they stand if some were merged; None is the parking
    lot."""
    name = f"Stage {stage.name}" if stage else PARKING_LOT
    flags = [
        *(["collapsed"] if stage and stage.is_collapsed else []),
        *(["locked"] if stage and stage.is_locked else []),
    ]
    return ", ".join([name, merged_words(count, count - merged), *flags])


def read_lane(lane: Lane | None, count: int) -> str:
    """“Lane Web, 2 notes”; None is what lies in no lane."""
    flags = [
        *(["collapsed"] if lane and lane.is_collapsed else []),
        *(["locked"] if lane and lane.is_locked else []),
    ]
    return ", ".join([f"Lane {lane.name}" if lane else NO_LANE, counted(count, "note"), *flags])


def dots_on_board(workshop: Workshop) -> Mapping[Id, int]:
    """The dots of the round that decides, by note; {} before a vote is closed."""
    vote = deciding_round(workshop)
    lines = tally_of(workshop, vote).lines if vote is not None else ()
    return {line.note: line.dots for line in lines if line.dots}


def by_stage(workshop: Workshop) -> dict[Id | None, list[Note]]:
    """The notes that stand by themselves, in reading order; None is the parking lot.

    Every stage has its list, in the order of the stages; the parking lot comes first, as it
    lies at the left of the board.
    """
    under = workshop.remember(lead_of)
    lanes = {lane.id: place for place, lane in enumerate(workshop.ordered(Lane), start=1)}
    found: dict[Id | None, list[Note]] = {None: []}
    found.update((stage.id, []) for stage in workshop.ordered(Stage))
    for note in workshop.notes.values():
        if note.id not in under:
            found.setdefault(note.stage, []).append(note)
    return {stage: in_reading_order(notes, lanes) for stage, notes in found.items()}


def notes_under(workshop: Workshop) -> Mapping[Id | None, int]:
    """How many notes of a stage lie under others, which stand for them."""
    notes = workshop.notes
    found: Counter[Id | None] = Counter()
    for cluster in workshop.of(Cluster).values():
        found[notes[cluster.lead].stage] += len(cluster.members)
    return found


def places_in_stages(workshop: Workshop) -> Mapping[Id, int]:
    """The place of each note in the list of its stage, from 0."""
    lists = workshop.remember(by_stage).values()
    return {note.id: place for notes in lists for place, note in enumerate(notes)}


def in_reading_order(notes: Iterable[Note], lanes: Mapping[Id, int]) -> list[Note]:
    """Notes of one stage lane by lane, each from the top and the left."""
    return sorted(
        notes, key=lambda note: (lanes.get(note.lane or "", 0), note.y, note.x, note.number)
    )
