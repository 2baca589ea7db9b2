"""The tables of what the group settled: moments of truth, metrics, actions, and the evidence.

A card, metric or action of a note that is not in (any more) stands below those that are: what
somebody has written does not vanish with a vote.
"""

from collections.abc import Iterable

from motworkshop.exports.facts import Facts
from motworkshop.exports.workbook.table import (
    NUMBER_WIDTH,
    TEXT_WIDTH,
    Column,
    Table,
    Value,
    day,
)
from motworkshop.model.moments import evidence_for, is_gut_feeling_only, lacks
from motworkshop.model.records import (
    Action,
    Evidence,
    Id,
    Metric,
    MomentOfTruth,
    Note,
    Person,
    Promise,
)
from motworkshop.model.tally import TallyLine

NUMBER = Column("Number", 10)


def moments_table(facts: Facts) -> Table:
    """One row per moment of truth: what it must be like, who answers, what is missing."""
    columns = (
        Column("Rank", NUMBER_WIDTH),
        NUMBER,
        Column("Text", 34),
        Column("Stage", 14),
        Column("Category", 14),
        Column("Dots", NUMBER_WIDTH),
        Column("Breadth", 10),
        Column("Place", NUMBER_WIDTH),
        Column("Promise", 28),
        Column("Ideal experience", TEXT_WIDTH),
        Column("What the front line may do without asking", TEXT_WIDTH),
        Column("Accountable"),
        Column("Responsible"),
        Column("Consulted"),
        Column("Informed"),
        Column("Missing", 20),
        Column("Reason of the decision", 30),
        Column("Evidence", 11),
        Column("Supported by", 18),
    )
    missing = {moment.note.id: ", ".join(lacks(moment)) for moment in facts.moments}
    rows = tuple(
        _moment_row(facts, note, card, missing.get(note.id, "")) for note, card in _cards(facts)
    )
    return Table(
        "Moments of truth",
        columns,
        rows,
        frozen=3,
        empty="No round has found moments of truth yet.",
    )


def _cards(facts: Facts) -> list[tuple[Note, MomentOfTruth | None]]:
    """The notes that are in, then those of which somebody has settled something."""
    found = [(moment.note, moment.card) for moment in facts.moments]
    known = {note.id for note, _card in found}
    others = [
        (facts.workshop.notes[card.note], card)
        for card in facts.workshop.of(MomentOfTruth).values()
        if card.note not in known and card.note in facts.workshop.notes
    ]
    return [*found, *sorted(others, key=lambda pair: pair[0].number)]


def _moment_row(
    facts: Facts, note: Note, card: MomentOfTruth | None, missing: str
) -> tuple[Value, ...]:
    line = _line(facts, note.id)
    settled = card or MomentOfTruth("", note.id)
    promise = facts.workshop.of(Promise).get(settled.promise or "")
    evidence = evidence_for(facts.workshop, note.id)
    return (
        line.rank if line else None,
        note.number,
        note.text,
        facts.stage_name(note.stage),
        facts.category_name(note.category),
        line.dots if line else None,
        line.breadth if line else None,
        line.standing if line else None,
        promise.text if promise else "",
        settled.ideal_experience,
        settled.freedom,
        facts.names.shown(settled.accountable),
        _people(facts, settled.responsible),
        _people(facts, settled.consulted),
        _people(facts, settled.informed),
        missing,
        settled.reason,
        len(evidence),
        "gut feeling only" if is_gut_feeling_only(evidence) else "research",
    )


def _line(facts: Facts, note: Id) -> TallyLine | None:
    tally = facts.deciding.tally if facts.deciding else None
    return next((line for line in tally.lines if line.note == note), None) if tally else None


def _people(facts: Facts, people: Iterable[Person]) -> str:
    return ", ".join(facts.names.shown(person) for person in people)


def metrics_table(facts: Facts) -> Table:
    """How the moments are measured."""
    columns = (
        NUMBER,
        Column("Moment of truth", 40),
        Column("Metric", TEXT_WIDTH),
        Column("Unit", 18),
        Column("Baseline", 12),
        Column("Target", 12),
        Column("Warns at", 12),
        Column("Source", 26),
        Column("How often", 18),
    )
    by_card: dict[Id, list[Metric]] = {}
    for metric in facts.workshop.ordered(Metric):
        by_card.setdefault(metric.moment, []).append(metric)
    rows = tuple(
        (
            note.number,
            note.text,
            metric.name,
            metric.unit,
            metric.baseline,
            metric.target,
            metric.threshold,
            metric.source,
            metric.how_often,
        )
        for note, card in _cards(facts)
        for metric in by_card.get(card.id if card else "", ())
    )
    return Table("Metrics", columns, rows, frozen=2, empty="No moment of truth has a metric yet.")


def actions_table(facts: Facts) -> Table:
    """The next steps."""
    columns = (
        NUMBER,
        Column("Moment of truth", 40),
        Column("Next step", 60),
        Column("Who", 24),
        Column("Due", 13),
        Column("Status", 12),
    )
    by_card: dict[Id, list[Action]] = {}
    for action in facts.workshop.ordered(Action):
        by_card.setdefault(action.moment, []).append(action)
    rows = tuple(
        (
            note.number,
            note.text,
            action.what,
            facts.names.shown(action.who),
            day(action.due),
            action.status,
        )
        for note, card in _cards(facts)
        for action in by_card.get(card.id if card else "", ())
    )
    return Table("Actions", columns, rows, frozen=2, empty="No next step is agreed yet.")


def evidence_table(facts: Facts) -> Table:
    """All evidence by the number of its note; what waits in the pool comes last."""
    columns = (
        NUMBER,
        Column("Note", 40),
        Column("Stage", 16),
        Column("Text", 60),
        Column("Kind", 14),
        Column("Source", 34),
        Column("Date", 13),
        Column("Sentiment", 13),
    )
    proofs = sorted(facts.workshop.of(Evidence).values(), key=lambda one: _order(facts, one))
    rows = tuple(_evidence_row(facts, proof) for proof in proofs)
    return Table("Evidence", columns, rows, empty="No evidence is collected yet.")


def _order(facts: Facts, proof: Evidence) -> tuple[bool, int, str, str, str]:
    note = facts.workshop.notes.get(proof.note or "")
    return note is None, note.number if note else 0, proof.date, proof.text, proof.id


def _evidence_row(facts: Facts, proof: Evidence) -> tuple[Value, ...]:
    note = facts.workshop.notes.get(proof.note or "")
    return (
        note.number if note else None,
        note.text if note else None,
        facts.stage_name(proof.stage),
        proof.text,
        proof.kind,
        proof.source,
        day(proof.date),
        proof.sentiment,
    )
