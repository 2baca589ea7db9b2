"""What all outputs say, gathered once: no output counts anything by itself.

Of an open secret round there is the turnout and nothing else. Without names, people appear as a
number in their department, the same one everywhere.
"""

from collections.abc import Mapping
from dataclasses import field

from motworkshop.model.agreement import (
    kendall_w,
    proposals_by_person,
    side_disagreement,
    side_shares,
    side_sizes,
    stage_alignment,
    vote_overlap,
)
from motworkshop.model.moments import Moment, moments_of
from motworkshop.model.records import (
    Category,
    Id,
    Lane,
    Note,
    Participant,
    Person,
    Round,
    Stage,
    StageProposal,
)
from motworkshop.model.rounds import deciding_round
from motworkshop.model.tally import Tally, tally_of, turnout_of
from motworkshop.model.voting import is_hidden, person_key
from motworkshop.model.workshop import Workshop, lead_of
from motworkshop.values import dataclass


@dataclass(frozen=True, slots=True)
class RoundFacts:
    """One round as it may be shown; `tally` is None while it is secret and open.

    `disagreement` is 0 … 1 per note, {} where sides cannot be compared; `shares` per side.
    """

    round: Round
    turnout: int | None
    tally: Tally | None = None
    overlap: float | None = None
    kendall_w: float | None = None
    sides: Mapping[str, int] = field(default_factory=dict)
    shares: Mapping[str, Mapping[Id, float]] = field(default_factory=dict)
    disagreement: Mapping[Id, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Facts:
    """Everything an output needs about a workshop, in the order in which it is shown."""

    workshop: Workshop
    stages: tuple[Stage, ...]
    lanes: tuple[Lane, ...]
    categories: tuple[Category, ...]
    notes: tuple[Note, ...]
    """All notes by number, members of clusters too."""
    lead_of: Mapping[Id, Id]
    rounds: tuple[RoundFacts, ...]
    deciding: RoundFacts | None
    """The round that says which notes are in, or None before a vote."""
    moments: tuple[Moment, ...]
    proposals: Mapping[str, tuple[StageProposal, ...]]
    """Proposed stages by the name shown for the participant."""
    stage_alignment: float | None
    names: "Names"

    @property
    def lead_notes(self) -> list[Note]:
        """The notes that stand by themselves, by number."""
        return [note for note in self.notes if note.id not in self.lead_of]

    def members(self, lead: Id) -> list[Note]:
        """The notes under this lead, by number."""
        return [note for note in self.notes if self.lead_of.get(note.id) == lead]

    def stage_name(self, stage: Id | None) -> str:
        """The name of a stage; "" for the parking lot."""
        found = self.workshop.of(Stage).get(stage or "")
        return found.name if found else ""

    def category_name(self, category: Id | None) -> str:
        """The name of a category; "" for none."""
        found = self.workshop.of(Category).get(category or "")
        return found.name if found else ""


class Names:
    """How people are named in an output: by name, or by a number in their department."""

    def __init__(self, workshop: Workshop, *, are_shown: bool) -> None:
        self.are_shown = are_shown
        self._workshop = workshop
        self._aliases: dict[str, str] = {}
        self._outsiders = 0
        seen: dict[str, int] = {}
        for participant in workshop.ordered(Participant):
            department = participant.department or "Participant"
            seen[department] = seen.get(department, 0) + 1
            key = person_key(workshop, participant.id)
            self._aliases[key] = f"{department} {seen[department]}"

    def shown(self, person: Person) -> str:
        """The name or alias of a person; "" for nobody."""
        if self.are_shown or not person.strip():
            return self._workshop.name_of(person)
        key = person_key(self._workshop, person)
        if key not in self._aliases:
            self._outsiders += 1
            self._aliases[key] = f"Somebody else {self._outsiders}"
        return self._aliases[key]


def gather(workshop: Workshop, *, with_names: bool = True, cut: int | None = None) -> Facts:
    """Gather the facts of a workshop; `cut` None takes each round's own."""
    names = Names(workshop, are_shown=with_names)
    rounds = tuple(_round_facts(workshop, vote, cut) for vote in workshop.ordered(Round))
    deciding = deciding_round(workshop)
    return Facts(
        workshop,
        tuple(workshop.ordered(Stage)),
        tuple(workshop.ordered(Lane)),
        tuple(workshop.ordered(Category)),
        tuple(sorted(workshop.notes.values(), key=lambda note: note.number)),
        workshop.remember(lead_of),
        rounds,
        next((facts for facts in rounds if facts.round == deciding), None),
        tuple(moments_of(workshop, cut)),
        {
            names.shown(stages[0].participant): tuple(stages)
            for stages in proposals_by_person(workshop).values()
        },
        stage_alignment(workshop),
        names,
    )


def _round_facts(workshop: Workshop, vote: Round, cut: int | None) -> RoundFacts:
    turnout = turnout_of(workshop, vote)
    if is_hidden(vote):
        return RoundFacts(vote, turnout)
    return RoundFacts(
        vote,
        turnout,
        tally_of(workshop, vote, None if vote.run_off_of else cut),
        vote_overlap(workshop, vote),
        kendall_w(workshop, vote),
        side_sizes(workshop, vote),
        side_shares(workshop, vote),
        side_disagreement(workshop, vote),
    )
