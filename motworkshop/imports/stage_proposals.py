"""From rows to the stages as each participant sees them."""

from collections.abc import Callable, Sequence

from motworkshop.imports.outcome import Intake, Kind, Refusal
from motworkshop.imports.rows import Entry, RowError, each, in_order
from motworkshop.model.change import Change, Edit
from motworkshop.model.edits.people import propose_stages
from motworkshop.model.limits import TITLE_LENGTH
from motworkshop.model.records import Person, StageProposal
from motworkshop.model.voting import counted, person_key, person_named
from motworkshop.model.workshop import Workshop
from motworkshop.values import dataclass

POSITIONS = range(1, 100_001)


@dataclass(frozen=True, slots=True)
class _Proposed:
    key: str
    person: Person
    stage: str
    definition: str
    position: int | None


_Rows = list[tuple[Entry, _Proposed]]


def take_stage_proposals(entries: Sequence[Entry], workshop: Workshop) -> Intake:
    """Each participant's stages, by position or else in the order of the rows.

    Who is not on the roster stays as a name. Never makes stages.
    """
    rows, refused = each(entries, _reader(workshop))
    by_person: dict[str, _Rows] = {}
    for entry, row in rows:
        by_person.setdefault(row.key, []).append((entry, row))
    made = 0
    lists: list[Change] = []
    for proposed in by_person.values():
        kept, unclear = _placed(proposed)
        refused += unclear
        if kept:
            stages = [(row.stage, row.definition) for _, row in kept]
            lists.append(propose_stages(workshop, kept[0][1].person, stages).change)
            made += len(kept)
    if not lists:
        return Intake(Kind.STAGE_PROPOSALS, refused=in_order(refused))
    change = Change.between(pair for one in lists for pair in one)
    edit = Edit(f"Import the stages of {counted(len(lists), 'participant')}", change)
    counts = {"stage proposals": made, "people": len(lists)}
    return Intake(Kind.STAGE_PROPOSALS, (edit,), refused=in_order(refused), made=counts)


def _reader(workshop: Workshop) -> Callable[[Entry], _Proposed]:
    earlier = {
        person_key(workshop, proposal.participant)
        for proposal in workshop.of(StageProposal).values()
    }

    def read(entry: Entry) -> _Proposed:
        name = entry.needed("participant", TITLE_LENGTH)
        plain = person_key(workshop, name)
        if plain in earlier:
            raise RowError(f"{name} has proposed stages already.")
        return _Proposed(
            plain,
            person_named(workshop, name),
            entry.needed("stage", TITLE_LENGTH),
            entry.text("definition"),
            entry.whole("position", POSITIONS),
        )

    return read


def _placed(rows: _Rows) -> tuple[_Rows, list[Refusal]]:
    """One participant's rows in order, without those whose position is not clear."""
    if all(row.position is None for _, row in rows):
        return rows, []
    at: dict[int | None, list[Entry]] = {}
    for entry, row in rows:
        at.setdefault(row.position, []).append(entry)
    refused = [
        Refusal(entry.number, _unclear(entry, row, at[row.position]))
        for entry, row in rows
        if row.position is None or len(at[row.position]) > 1
    ]
    clear = [(row.position, entry, row) for entry, row in rows if len(at[row.position]) == 1]
    ordered = sorted((item for item in clear if item[0] is not None), key=lambda item: item[0] or 0)
    return [(entry, row) for _, entry, row in ordered], refused


def _unclear(entry: Entry, row: _Proposed, rivals: list[Entry]) -> str:
    column = entry.table.called("position")
    if row.position is None:
        return f"{column} is empty, but other rows of this participant have one."
    others = ", ".join(rival.where for rival in rivals if rival is not entry)
    return f"{column} is {row.position}, as in {others} of the same participant."
