"""The tables of what frames the votes: stages, how each person saw them, categories, people."""

from motworkshop.exports.facts import Facts
from motworkshop.exports.workbook.table import SCORE_WIDTH, Column, Table, Value
from motworkshop.model.agreement import plain_name
from motworkshop.model.heatmap import experience_curve, heat_map
from motworkshop.model.records import Participant, SameStage
from motworkshop.model.voting import side_of


def stages_table(facts: Facts) -> Table:
    """The stages in order, with how many notes stand in each and how it scores on average."""
    rows = tuple(
        (
            place,
            point.stage.name,
            point.stage.definition,
            point.notes,
            point.expectation,
            point.experience,
            point.emotion,
        )
        for place, point in enumerate(experience_curve(facts.workshop), start=1)
    )
    columns = (
        Column("Position", 11),
        Column("Stage", 22),
        Column("Definition", 70),
        Column("Notes", 10),
        Column("Mean expectation", SCORE_WIDTH, decimals=1),
        Column("Mean experience", SCORE_WIDTH, decimals=1),
        Column("Mean emotion", SCORE_WIDTH, decimals=1),
    )
    return Table("Stages", columns, rows, empty="There are no stages yet.")


def proposals_table(facts: Facts) -> Table:
    """The stages as each participant sees them, and what the group declared the same."""
    same = _same_names(facts)
    rows: list[tuple[Value, ...]] = []
    for person, proposals in facts.proposals.items():
        for place, proposal in enumerate(proposals, start=1):
            others = same.get(plain_name(proposal.name), ())
            rows.append((person, place, proposal.name, proposal.definition, ", ".join(others)))
    columns = (
        Column("Participant", 24),
        Column("Position", 11),
        Column("Stage", 28),
        Column("Definition", 60),
        Column("Declared the same as", 40),
    )
    return Table(
        "Stage proposals", columns, tuple(rows), empty="Nobody has written down stages yet."
    )


def _same_names(facts: Facts) -> dict[str, tuple[str, ...]]:
    """Per plain stage name the other names of its declarations."""
    others: dict[str, tuple[str, ...]] = {}
    declared = sorted(facts.workshop.of(SameStage).values(), key=lambda same: same.names)
    for same in declared:
        for name in same.names:
            rest = tuple(other for other in same.names if plain_name(other) != plain_name(name))
            others[plain_name(name)] = (*others.get(plain_name(name), ()), *rest)
    return others


def categories_table(facts: Facts) -> Table:
    """The categories with the key that sets each."""
    counts = heat_map(facts.workshop).counts
    per_category = {
        category.id: sum(count for (_stage, of), count in counts.items() if of == category.id)
        for category in facts.categories
    }
    rows = tuple(
        (category.style, category.name, category.definition, per_category[category.id])
        for category in facts.categories
    )
    columns = (
        Column("Key", 9),
        Column("Category", 22),
        Column("Definition", 80),
        Column("Notes", 10),
    )
    return Table("Categories", columns, rows, empty="There are no categories.")


def participants_table(facts: Facts) -> Table:
    """Who takes part, as they may be named."""
    rows = tuple(
        (
            facts.names.shown(participant.id),
            participant.department,
            side_of(facts.workshop, participant.id),
        )
        for participant in facts.workshop.ordered(Participant)
    )
    columns = (Column("Name", 34), Column("Department", 30), Column("Side", 22))
    return Table("Participants", columns, rows)
