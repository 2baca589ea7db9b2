"""A workshop with something of every kind, and what makes one sound."""

import re
from dataclasses import replace

from motworkshop.model.edits import moments, people
from motworkshop.model.history import History
from motworkshop.model.phases import default_phases, run_clock
from motworkshop.model.records import (
    KINDS,
    RECORDED,
    About,
    Action,
    Category,
    Cluster,
    Decision,
    Evidence,
    EvidenceKind,
    Id,
    Lane,
    Metric,
    MomentOfTruth,
    Note,
    Participant,
    PhaseKind,
    Picture,
    Promise,
    Record,
    Round,
    SameStage,
    Side,
    Stage,
    Turnout,
)
from motworkshop.model.rounds import (
    Terms,
    close_round,
    hand_over,
    start_round,
)
from motworkshop.model.workshop import Workshop


def full_workshop() -> Workshop:
    """Something of every kind. What comes first of each kind is free of rounds."""
    spare = [Stage("s0", "Dream", position=1), Stage("s1", "Book", position=2)]
    lanes = [Lane("l0", "Web", position=1), Lane("l1", "Desk", position=2)]
    free = [
        Note(f"n{n}", n, f"A{n}", stage="s0", lane="l0", category="c0", author="p0", x=n * 1.0)
        for n in range(1, 5)
    ]
    on_ballot = [Note(f"v{n}", n, f"B{n}", stage="s1", category="c1") for n in range(5, 10)]
    card = MomentOfTruth(
        "k0", "n1", promise="b0", accountable="p0", responsible=("p0", "Eva"), informed=("p0",)
    )
    free[0] = replace(free[0], picture="i0", height=5)
    records: list[Record] = [
        Picture("i0", "image/png", b"\x89PNG", 4, 3),
        About("about", "Full", last_number=9),
        *default_phases(),
        *spare,
        *lanes,
        *(Category(f"c{n}", f"Kind {n}", n + 1, position=n) for n in range(3)),
        *free,
        *on_ballot,
        Cluster("u0", "n2", ("n3",)),
        *(Participant(f"p{n}", f"Person {n}", "Crew", position=n) for n in range(4)),
        Side("d0", "Front line", ("Desk",)),
        SameStage("m0", ("Book", "Reserve")),
        Promise("b0", "On time"),
        Evidence("e0", "Felt", EvidenceKind.GUT, note="n1", stage="s0"),
        card,
        Metric("t0", "k0", "On time"),
        Action("a0", "k0", "Ask", who="p0"),
        Promise("b1", "Told first", position=1),
    ]
    history = History(Workshop(records))
    history.do(people.propose_stages(history.workshop, "p0", [("Book", "")]))
    history.record(run_clock(history.workshop, PhaseKind.VOTE, 60))
    ids = [note.id for note in on_ballot]
    history.record(start_round(history.workshop, "Vote", Terms(cut=2), ids))
    [vote] = history.workshop.of(Round).values()
    history.record(hand_over(history.workshop, vote, "p1", dict.fromkeys(ids[:4], 1)))
    history.record(close_round(history.workshop, vote))
    [vote] = history.workshop.of(Round).values()
    history.do(moments.decide(history.workshop, vote, {"v5": Decision.IN}, "safety"))
    return history.workshop


def without_recordings(workshop: Workshop) -> dict[Id, Record]:
    return {record.id: record for record in workshop.records() if type(record) not in RECORDED}


def dangling(workshop: Workshop) -> list[str]:
    """What points to nothing, stands twice or counts wrong; [] in a sound workshop."""
    there: dict[type[Record], set[Id]] = {kind: set(workshop.of(kind)) for kind in KINDS}
    links: list[tuple[str, Id | None, type[Record]]] = []
    for note in workshop.notes.values():
        links += [("stage", note.stage, Stage), ("lane", note.lane, Lane)]
        links += [("category", note.category, Category), ("picture", note.picture, Picture)]
    for cluster in workshop.of(Cluster).values():
        links += [("in cluster", id_, Note) for id_ in (cluster.lead, *cluster.members)]
    for proof in workshop.of(Evidence).values():
        links += [("evidence", proof.note, Note), ("evidence", proof.stage, Stage)]
    for card in workshop.of(MomentOfTruth).values():
        links += [("card", card.note, Note), ("promise", card.promise, Promise)]
    of_cards: list[Metric | Action] = [
        *workshop.of(Metric).values(),
        *workshop.of(Action).values(),
    ]
    links += [("of card", part.moment, MomentOfTruth) for part in of_cards]
    for vote in workshop.of(Round).values():
        links += [("on ballot", note, Note) for note in vote.notes]
        links += [("run-off", vote.run_off_of, Round)]
    for seen in workshop.of(Turnout).values():
        named = seen.voter if re.fullmatch(r"p\d", seen.voter) else None
        links += [("turnout", seen.round, Round), ("voter", named, Participant)]
    lost = [f"{what} {id_}" for what, id_, kind in links if id_ and id_ not in there[kind]]
    return lost + _standing_twice(workshop)


def _standing_twice(workshop: Workshop) -> list[str]:
    numbers = [note.number for note in workshop.notes.values()]
    leads = [cluster.lead for cluster in workshop.of(Cluster).values()]
    inside = [note for cluster in workshop.of(Cluster).values() for note in cluster.members]
    told = [card.note for card in workshop.of(MomentOfTruth).values()]
    styles = [category.style for category in workshop.of(Category).values()]
    lists: list[tuple[str, list[int] | list[Id]]] = [
        ("number", numbers),
        ("in a cluster", [*leads, *inside]),
        ("card of", told),
        ("style", styles),
    ]
    twice = [f"{what} twice" for what, list_ in lists if len(list_) != len(set(list_))]
    if max(numbers, default=0) > workshop.about.last_number:
        twice.append("last number")
    return twice + ["empty cluster" for c in workshop.of(Cluster).values() if not c.members]
