"""One call of each public edit function, with a `Chooser` that picks its arguments."""

from collections.abc import Callable
from dataclasses import replace

from motworkshop.model.change import Edit
from motworkshop.model.edits import (
    aligning,
    arranging,
    categories,
    clusters,
    evidence,
    frame,
    moments,
    notes,
    pasting,
    people,
    pictures,
)
from motworkshop.model.edits import stages as stages_
from motworkshop.model.excerpt import excerpt_of
from motworkshop.model.records import (
    Action,
    Category,
    Cluster,
    Control,
    Decision,
    Evidence,
    EvidenceKind,
    Id,
    Lane,
    Metric,
    Note,
    Participant,
    PhaseKind,
    Picture,
    Place,
    Promise,
    Record,
    Round,
    SameStage,
    Side,
    Stage,
)
from motworkshop.model.tally import tally_of
from motworkshop.model.workshop import Workshop, lead_of


class Chooser:
    """Picks arguments for an edit; `below(n)` gives a number from 0 to n − 1."""

    def __init__(self, workshop: Workshop, below: Callable[[int], int]) -> None:
        self.workshop = workshop
        self.below = below

    def one(self, kind: type[Record]) -> Id:
        """A record of this kind, the first by position and id; now and then one that is gone."""
        ids = [record.id for record in self.workshop.ordered(kind)]
        return ids[self.below(len(ids))] if ids and self.below(20) < 19 else "gone"

    def maybe(self, kind: type[Record]) -> Id | None:
        return None if self.below(4) == 3 else self.one(kind)

    def another(self, kind: type[Record]) -> Id | None:
        """The second of its kind, or any, or none."""
        ids = [record.id for record in self.workshop.ordered(kind)]
        return [*ids, None][(1 + self.below(len(ids) + 1)) % (len(ids) + 1)]

    def some(self, kind: type[Record]) -> list[Id]:
        return list(dict.fromkeys(self.one(kind) for _ in range(1 + self.below(3))))

    def others(self) -> list[Id]:
        """Notes besides the first one."""
        ids = [note.id for note in self.workshop.ordered(Note)]
        return [ids[(1 + self.below(len(ids))) % len(ids)]] if ids else []

    def member(self) -> Id:
        members = sorted(lead_of(self.workshop))
        return members[self.below(len(members))] if members else "gone"

    def text(self) -> str:
        return ("New words", "=1+1", "😀", " ", "x" * 10_001, "B1", "Book")[self.below(7)]

    def score(self) -> int | None:
        return (2, 1, None, 6)[self.below(4)]

    def number(self) -> float:
        return (40.0, -3.5, 1e9)[self.below(3)]

    def person(self) -> str:
        return (self.one(Participant), "Somebody", "")[self.below(3)]

    def vote(self) -> Round:
        return self.workshop.of(Round).get(self.one(Round), Round("gone", "Gone"))


def _decide(c: Chooser) -> Edit:
    vote = c.vote()
    tied = [line.note for line in tally_of(c.workshop, vote).tied]
    said = {note: list(Decision)[c.below(2)] for note in tied[: 1 + c.below(3)]}
    return moments.decide(c.workshop, vote, said, c.text())


def _add_evidence(c: Chooser) -> Edit:
    proof = Evidence("", c.text(), list(EvidenceKind)[c.below(3)], note=c.maybe(Note))
    fresh = (replace(proof, id=f"e{n}-{c.below(10**9)}") for n in range(1 + c.below(2)))
    return evidence.add_evidence(c.workshop, fresh)


def _move_notes(c: Chooser) -> Edit:
    place = Place(c.maybe(Stage), c.maybe(Lane), c.number(), c.number())
    return notes.move_notes(c.workshop, dict.fromkeys(c.some(Note), place))


def _draft(c: Chooser) -> notes.Draft:
    fields = {"stage": c.maybe(Stage), "category": c.maybe(Category), "emotion": c.score()}
    if c.below(5) == 4:
        fields["number"] = 1 + c.below(40)
    return notes.Draft(c.text(), c.person(), fields)


def _add_notes(c: Chooser) -> Edit:
    return notes.add_notes(c.workshop, [_draft(c) for _ in range(1 + c.below(3))])


def _describe_moment(c: Chooser) -> Edit:
    people_ = tuple(c.person() for _ in range(c.below(3)))
    promise = c.maybe(Promise)
    return moments.describe_moment(
        c.workshop, c.one(Note), promise=promise, accountable=c.person(), responsible=people_
    )


Call = Callable[[Chooser], Edit]
CALLS: dict[str, Call] = {
    "aligning.align_notes": lambda c: aligning.align_notes(
        c.workshop, [c.one(Note), *c.others()], list(aligning.Edge)[c.below(6)]
    ),
    "aligning.distribute_notes": lambda c: aligning.distribute_notes(
        c.workshop, [*c.workshop.notes][: 4 + c.below(5)], list(aligning.Axis)[1 - c.below(2)]
    ),
    "arranging.arrange_stages": lambda c: arranging.arrange_stages(
        c.workshop, [c.maybe(Stage)], list(arranging.Order)[c.below(3)]
    ),
    "arranging.close_gaps": lambda c: arranging.close_gaps(c.workshop, [c.maybe(Stage)]),
    "categories.add_category": lambda c: categories.add_category(c.workshop, c.text()),
    "categories.edit_category": lambda c: categories.edit_category(
        c.workshop, c.one(Category), name=c.text(), style=8 - c.below(9)
    ),
    "categories.delete_category": lambda c: categories.delete_category(c.workshop, c.one(Category)),
    "clusters.merge_notes": lambda c: clusters.merge_notes(c.workshop, c.one(Note), c.others()),
    "clusters.split_cluster": lambda c: clusters.split_cluster(c.workshop, c.one(Cluster)),
    "clusters.take_out": lambda c: clusters.take_out(c.workshop, [c.member(), c.one(Note)]),
    "evidence.add_evidence": _add_evidence,
    "evidence.edit_evidence": lambda c: evidence.edit_evidence(
        c.workshop, c.one(Evidence), text=c.text(), stage=c.maybe(Stage)
    ),
    "evidence.attach_evidence": lambda c: evidence.attach_evidence(
        c.workshop, c.some(Evidence), c.another(Note)
    ),
    "evidence.delete_evidence": lambda c: evidence.delete_evidence(c.workshop, c.one(Evidence)),
    "frame.edit_about": lambda c: frame.edit_about(
        c.workshop, title=c.text(), expected_departments=("Crew",)
    ),
    "frame.add_promise": lambda c: frame.add_promise(c.workshop, c.text()),
    "frame.edit_promise": lambda c: frame.edit_promise(c.workshop, c.one(Promise), c.text()),
    "frame.delete_promise": lambda c: frame.delete_promise(c.workshop, c.one(Promise)),
    "frame.plan_phase": lambda c: frame.plan_phase(
        c.workshop, list(PhaseKind)[c.below(9)], planned=55 - c.below(60), notes=c.text()
    ),
    "frame.plan_time_box": lambda c: frame.plan_time_box(
        c.workshop, list(PhaseKind)[c.below(9)], c.below(2), 25 - c.below(30)
    ),
    "moments.decide": _decide,
    "moments.take_back_decisions": lambda c: moments.take_back_decisions(c.workshop, c.vote()),
    "moments.describe_moment": _describe_moment,
    "moments.add_metric": lambda c: moments.add_metric(
        c.workshop, c.one(Note), c.text(), target=c.number()
    ),
    "moments.edit_metric": lambda c: moments.edit_metric(
        c.workshop, c.one(Metric), name=c.text(), baseline=c.number()
    ),
    "moments.delete_metric": lambda c: moments.delete_metric(c.workshop, c.one(Metric)),
    "moments.add_action": lambda c: moments.add_action(
        c.workshop, c.one(Note), c.text(), who=c.person()
    ),
    "moments.edit_action": lambda c: moments.edit_action(
        c.workshop, c.one(Action), what=c.text(), who=c.person()
    ),
    "moments.delete_action": lambda c: moments.delete_action(c.workshop, c.one(Action)),
    "notes.add_note": lambda c: notes.add_note(c.workshop, _draft(c)),
    "notes.add_notes": _add_notes,
    "notes.edit_notes": lambda c: notes.edit_notes(
        c.workshop, c.some(Note), text=c.text(), importance=c.score(), control=Control.DIRECT
    ),
    "notes.move_notes": _move_notes,
    "notes.categorise_notes": lambda c: notes.categorise_notes(
        c.workshop, c.some(Note), c.another(Category)
    ),
    "notes.delete_notes": lambda c: notes.delete_notes(c.workshop, c.some(Note)),
    "pasting.paste_lines": lambda c: pasting.paste_lines(
        c.workshop, [c.text(), "Late #kind"], c.maybe(Stage), c.maybe(Lane)
    ),
    "pasting.paste_notes": lambda c: pasting.paste_notes(
        c.workshop, excerpt_of(c.workshop, sorted(set(c.some(Note)) & set(c.workshop.notes)))
    ),
    "pictures.put_picture": lambda c: pictures.put_picture(
        c.workshop, c.one(Note), Picture(f"pic{c.below(10**9)}", "image/png", b"\x89PNG", 4, 3)
    ),
    "pictures.take_pictures": lambda c: pictures.take_pictures(
        c.workshop, sorted(c.workshop.notes)[: 1 + c.below(9)]
    ),
    "people.add_participants": lambda c: people.add_participants(
        c.workshop, [(c.text(), "Crew") for _ in range(1 + c.below(2))]
    ),
    "people.edit_participant": lambda c: people.edit_participant(
        c.workshop, c.one(Participant), name=c.text()
    ),
    "people.delete_participant": lambda c: people.delete_participant(
        c.workshop, c.one(Participant)
    ),
    "people.add_side": lambda c: people.add_side(
        c.workshop, c.text(), ["Kitchen", "Crew"][: 1 + c.below(2)]
    ),
    "people.edit_side": lambda c: people.edit_side(c.workshop, c.one(Side), name=c.text()),
    "people.put_on_side": lambda c: people.put_on_side(
        c.workshop, ["Kitchen", "Crew"][c.below(2)], c.one(Side)
    ),
    "people.delete_side": lambda c: people.delete_side(c.workshop, c.one(Side)),
    "people.propose_stages": lambda c: people.propose_stages(
        c.workshop, c.person(), [(c.text(), ""), ("Fly", "In the air")]
    ),
    "people.declare_same": lambda c: people.declare_same(c.workshop, ["Fly", c.text()]),
    "people.declare_different": lambda c: people.declare_different(c.workshop, c.one(SameStage)),
    "stages.add_stage": lambda c: stages_.add_stage(c.workshop, c.text()),
    "stages.edit_stage": lambda c: stages_.edit_stage(
        c.workshop, c.one(Stage), name=c.text(), is_locked=True
    ),
    "stages.move_stage": lambda c: stages_.move_stage(c.workshop, c.one(Stage), 2 - c.below(5)),
    "stages.delete_stage": lambda c: stages_.delete_stage(c.workshop, c.one(Stage)),
    "stages.add_lane": lambda c: stages_.add_lane(c.workshop, c.text()),
    "stages.edit_lane": lambda c: stages_.edit_lane(c.workshop, c.one(Lane), name=c.text()),
    "stages.move_lane": lambda c: stages_.move_lane(c.workshop, c.one(Lane), 2 - c.below(5)),
    "stages.delete_lane": lambda c: stages_.delete_lane(c.workshop, c.one(Lane)),
}
