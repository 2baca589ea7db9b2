"""Taking clusters apart on the board: nobody comes to lie on another note."""

from collections.abc import Sequence

from motworkshop.canvas.deck import Deck
from motworkshop.canvas.placing import Room
from motworkshop.model.change import Change, Edit
from motworkshop.model.edits.clusters import split_cluster
from motworkshop.model.edits.notes import move_notes
from motworkshop.model.layout import STEP
from motworkshop.model.records import Cluster, Id, Place
from motworkshop.model.voting import counted
from motworkshop.model.workshop import Workshop


def split_clusters(workshop: Workshop, clusters: Sequence[Cluster], deck: Deck) -> Edit:
    """Every note stands where it lay; if that place was taken meanwhile, in the nearest free."""
    change, label = Change(), f"Split {counted(len(clusters), 'cluster')}"
    for cluster in clusters:
        made = split_cluster(workshop, cluster.id)
        change = change.then(made.change)
        label = made.label if len(clusters) == 1 else label
    room = Room(deck)
    places = [place for cluster in clusters for place in _moved(workshop, cluster, room)]
    if places:
        moved = move_notes(workshop.applied(change), dict(places))
        change = change.then(moved.change)
    return Edit(label, change)


def _moved(workshop: Workshop, cluster: Cluster, room: Room) -> list[tuple[Id, Place]]:
    """Where the members go that cannot lie where they lay; locked ones stay in any case."""
    found = []
    for member in cluster.members:
        note = workshop.notes[member]
        cell, height = (note.stage, note.lane), float(note.height * STEP)
        x, y = note.x, note.y
        if not note.is_locked and room.is_taken(cell, x, y, height):
            x, y = room.nearest(cell, x, y, height)
            found.append((member, Place(*cell, x, y)))
        room.take(cell, x, y, height)
    return found
