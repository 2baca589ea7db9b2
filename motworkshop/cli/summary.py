"""What `show` tells about a workshop, as values and as text."""

from typing import Any

from motworkshop.exports.facts import Facts, RoundFacts
from motworkshop.model.moments import lacks
from motworkshop.model.phases import clock_of
from motworkshop.model.records import (
    Cluster,
    Evidence,
    Note,
    Participant,
    Phase,
    PhaseKind,
)
from motworkshop.model.tally import Standing, TallyLine
from motworkshop.model.voting import counted


def summary(facts: Facts) -> dict[str, Any]:
    """What is in a workshop, as documented in the README; what is undefined is None."""
    workshop = facts.workshop
    return {
        "title": workshop.about.title,
        "notes": len(workshop.notes),
        "participants": len(workshop.of(Participant)),
        "clusters": len(workshop.of(Cluster)),
        "evidence": len(workshop.of(Evidence)),
        "stages": [
            {"id": stage.id, "name": stage.name, "notes": _count(facts, stage=stage.id)}
            for stage in facts.stages
        ],
        "categories": [
            {"id": category.id, "name": category.name, "notes": _count(facts, category.id)}
            for category in facts.categories
        ],
        "phases": _phases(facts),
        "rounds": [_round(facts, vote) for vote in facts.rounds],
        "stage_alignment": facts.stage_alignment,
        "moments": [
            {
                "id": moment.note.id,
                "text": moment.note.text,
                "accountable": _accountable(facts, moment.card.accountable)
                if moment.card
                else None,
                "missing": [lack.value for lack in lacks(moment)],
            }
            for moment in facts.moments
        ],
    }


def _accountable(facts: Facts, person: str) -> str | None:
    return facts.names.shown(person) or None


def _count(facts: Facts, category: str | None = None, stage: str | None = None) -> int:
    def fits(note: Note) -> bool:
        return note.category == category if category else note.stage == stage

    return sum(1 for note in facts.notes if fits(note))


def _phases(facts: Facts) -> list[dict[str, Any]]:
    planned = {phase.kind: phase.planned for phase in facts.workshop.of(Phase).values()}
    return [
        {
            "kind": kind.value,
            "planned": planned[kind],
            "used": round(clock_of(facts.workshop, kind).used / 60, 1),
        }
        for kind in PhaseKind
        if kind in planned
    ]


def _round(facts: Facts, seen: RoundFacts) -> dict[str, Any]:
    tally = seen.tally
    return {
        "title": seen.round.title,
        "status": seen.round.status.value,
        "secret": seen.round.is_secret,
        "budget": seen.round.budget,
        "cap": seen.round.cap,
        "ballots": None if tally is None else tally.ballots,
        "turnout": seen.turnout,
        "tally": None if tally is None else [_line(facts, line) for line in tally.lines],
        "agreement": {"overlap": seen.overlap, "kendall_w": seen.kendall_w},
    }


def _line(facts: Facts, line: TallyLine) -> dict[str, Any]:
    note = facts.workshop.notes[line.note]
    return {
        "id": note.id,
        "number": note.number,
        "text": note.text,
        "stage": facts.stage_name(note.stage) or None,
        "category": facts.category_name(note.category) or None,
        "dots": line.dots,
        "breadth": line.breadth,
        "rank": line.rank,
        "place": line.standing.value,
        "decided": line.decided.value if line.decided else None,
    }


def summary_text(facts: Facts) -> str:
    """The same for people to read."""
    workshop = facts.workshop
    lines = [
        workshop.about.title,
        f"  {counted(len(workshop.notes), 'note')}, {counted(len(facts.stages), 'stage')}, "
        f"{counted(len(workshop.of(Participant)), 'participant')}, "
        f"{counted(len(workshop.of(Cluster)), 'cluster')}, "
        f"{counted(len(workshop.of(Evidence)), 'piece')} of evidence",
    ]
    if facts.stage_alignment is not None:
        lines.append(f"  Stage alignment {facts.stage_alignment:.3f} (1 is full agreement)")
    lines += [f"  {stage.name}: {_count(facts, stage=stage.id)}" for stage in facts.stages]
    for seen in facts.rounds:
        lines += ["", *_round_text(facts, seen)]
    if facts.moments:
        lines += ["", "Moments of truth"]
    for moment in facts.moments:
        missing = ", ".join(lack.value for lack in lacks(moment))
        lines.append(f"  {_titled(moment.note)}" + (f" (missing: {missing})" if missing else ""))
    return "\n".join(lines) + "\n"


def _round_text(facts: Facts, seen: RoundFacts) -> list[str]:
    kind = "secret" if seen.round.is_secret else "open vote"
    turnout = "turnout unknown" if seen.turnout is None else f"{seen.turnout} handed over"
    head = f"{seen.round.title} ({kind}, {seen.round.status.value}, {turnout})"
    if seen.tally is None:
        return [head, "  Nobody sees the dots until the round is closed."]
    lines = [head]
    if seen.overlap is not None and seen.kendall_w is not None:
        lines.append(f"  Vote overlap {seen.overlap:.3f}, Kendall's W {seen.kendall_w:.3f}")
    shown = seen.tally.standing(Standing.IN, Standing.TIED)
    shown += [line for line in seen.tally.lines if line.decided and line not in shown]
    lines += [_line_text(facts, line) for line in shown]
    rest = len(seen.tally.lines) - len(shown)
    return [*lines, f"  and {counted(rest, 'note')} below the cut"] if rest else lines


def _line_text(facts: Facts, line: TallyLine) -> str:
    breadth = "" if line.breadth is None else f" from {line.breadth}"
    place = line.standing.value + (f", by {line.decided.value}" if line.decided else "")
    note = facts.workshop.notes[line.note]
    return f"  {line.rank:>3}. {line.dots:>3} dots{breadth:<9} {place:<14} {_titled(note)}"


def _titled(note: Note) -> str:
    return f"{note.number} {' '.join(note.text.split())}"
