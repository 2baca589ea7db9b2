"""Edits of clusters: merging notes that say the same, and taking them apart without loss."""

from collections.abc import Iterable

from motworkshop.errors import RefusedError
from motworkshop.model.change import Edit
from motworkshop.model.edits.locking import refuse_locked
from motworkshop.model.edits.making import edit, fresh, one
from motworkshop.model.records import Cluster, Id, Note, new_id
from motworkshop.model.vacated import come_back
from motworkshop.model.voting import counted
from motworkshop.model.workshop import Workshop, cluster_led_by, lead_of


def merge_notes(
    workshop: Workshop, lead: Id, others: Iterable[Id], *, cluster_id: Id | None = None
) -> Edit:
    """Put `others` under `lead`, each with its whole cluster; notes themselves do not change.

    Locked notes neither go under another one nor take others up.
    """
    others = list(others)
    top = one(workshop, Note, lead)
    refuse_locked([top, *(one(workshop, Note, other) for other in others)], "merge it")
    leads = workshop.remember(lead_of)
    if lead in leads:
        first = one(workshop, Note, leads[lead])
        raise RefusedError(
            f"Note {top.number} lies under note {first.number}. Merge into that one instead."
        )
    led = workshop.remember(cluster_led_by)
    own = led.get(lead)
    joining = dict.fromkeys(own.members if own else ())
    absorbed: dict[Id, Cluster] = {}
    for other in others:
        if other == lead:
            raise RefusedError("A note cannot be merged into itself. Choose another one.")
        one(workshop, Note, other)
        note = leads.get(other, other)
        if note == lead:
            continue
        joining[note] = None
        if note in led:
            absorbed[led[note].id] = led[note]
            joining.update(dict.fromkeys(led[note].members))
    if not joining:
        raise RefusedError("Choose at least two notes to merge.")
    members = tuple(joining)
    if own is not None:
        merged = Cluster(own.id, lead, members)
    else:
        merged = fresh(workshop, [Cluster(cluster_id or new_id(), lead, members)])[0]
    label = f"Merge {counted(len(joining) + 1, 'note')} under note {top.number}"
    return edit(workshop, label, [merged], absorbed.values())


def split_cluster(workshop: Workshop, cluster: Id) -> Edit:
    """Take a cluster apart: every note stands by itself again where it lay, or below if another
    one lies there now."""
    gone = one(workshop, Cluster, cluster)
    lead = one(workshop, Note, gone.lead)
    refuse_locked([lead], "split its cluster")
    back = come_back(workshop, gone.members)
    return edit(workshop, f"Split the cluster of note {lead.number}", back, drop=[gone])


def take_out(workshop: Workshop, notes: Iterable[Id]) -> Edit:
    """Take single notes out of their clusters; a cluster with nobody left comes apart."""
    leaving = set(notes) & workshop.remember(lead_of).keys()
    put: list[Cluster] = []
    drop: list[Cluster] = []
    for cluster in workshop.of(Cluster).values():
        members = tuple(member for member in cluster.members if member not in leaving)
        if members == cluster.members:
            continue
        refuse_locked([one(workshop, Note, cluster.lead)], "take notes out of its cluster")
        if members:
            put.append(Cluster(cluster.id, cluster.lead, members))
        else:
            drop.append(cluster)
    if not put and not drop:
        raise RefusedError("None of these notes lies under another one.")
    back = come_back(workshop, leaving)
    label = f"Take {counted(len(leaving), 'note')} out of the cluster"
    return edit(workshop, label, [*put, *back], drop)
