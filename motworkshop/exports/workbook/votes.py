"""The tables of the votes: every round, and every note of every ballot that may be shown."""

from motworkshop.exports.facts import Facts, RoundFacts
from motworkshop.exports.workbook.table import MEASURE, NUMBER_WIDTH, Column, Table, Value
from motworkshop.model.moments import cards_by_note
from motworkshop.model.records import Id, Note, Round
from motworkshop.model.tally import TallyLine

CHARTED = 20
"""How many notes the chart of the tally shows."""
LABEL_LENGTH = 44
LABEL = "Label"
DOTS = "Dots"


def rounds_table(facts: Facts) -> Table:
    """One row per round; of an open secret one its terms and the turnout."""
    columns = (
        Column("Round", 24),
        Column("Question", 28),
        Column("Ballot", 9),
        Column("Status", 10),
        Column("Dots per voter", 10),
        Column("Most dots per note", 11),
        Column("Cut", NUMBER_WIDTH),
        Column("Notes on ballot", 10),
        Column("Turnout", 10),
        Column("Ballots", 10),
        Column("Dots given", 8),
        Column("Vote overlap", 10, decimals=MEASURE),
        Column("Kendall's W", 10, decimals=MEASURE),
        Column("Run-off of", 14),
    )
    rows = tuple(_round_row(facts, told) for told in facts.rounds)
    return Table("Rounds", columns, rows, frozen=1, empty="Nobody has voted yet.")


def _round_row(facts: Facts, told: RoundFacts) -> tuple[Value, ...]:
    vote, tally = told.round, told.tally
    ran_off = facts.workshop.of(Round).get(vote.run_off_of or "")
    return (
        vote.title,
        vote.question,
        "secret" if vote.is_secret else "open",
        vote.status,
        "no limit" if vote.budget is None else vote.budget,
        "no limit" if vote.cap is None else vote.cap,
        tally.cut if tally else vote.cut,
        len(vote.notes),
        told.turnout,
        tally.ballots if tally else None,
        tally.dots if tally else None,
        told.overlap,
        told.kendall_w,
        ran_off.title if ran_off else None,
    )


def tally_table(facts: Facts) -> Table:
    """One row per round and note, most dots first, with dots per side where they compare."""
    sides = tuple(dict.fromkeys(side for told in facts.rounds for side in told.sides))
    columns = (
        Column("Round", 15),
        Column("Rank", NUMBER_WIDTH),
        Column("Number", 10),
        Column("Text", 40),
        Column("Stage", 14),
        Column("Category", 14),
        Column(DOTS, NUMBER_WIDTH),
        Column("Breadth", 10),
        Column("Place", NUMBER_WIDTH),
        Column("Decided by", 11),
        Column("Reason", 30),
        *(Column(f"Dots: {side}", 11) for side in sides),
        Column("Disagreement of sides", 14, decimals=MEASURE),
        Column(LABEL, 44, is_folded=True),
    )
    rows = tuple(
        _tally_row(facts, told, line, sides)
        for told in facts.rounds
        if told.tally
        for line in told.tally.lines
    )
    return Table("Tally", columns, rows, empty="No vote may be counted yet.")


def _tally_row(
    facts: Facts, told: RoundFacts, line: TallyLine, sides: tuple[str, ...]
) -> tuple[Value, ...]:
    note = facts.workshop.notes[line.note]
    return (
        told.round.title,
        line.rank,
        note.number,
        note.text,
        facts.stage_name(note.stage),
        facts.category_name(note.category),
        line.dots,
        line.breadth,
        line.standing,
        line.decided,
        _reason(facts, told.round.id, note.id),
        *(line.by_side.get(side, 0) if side in told.sides else None for side in sides),
        told.disagreement.get(note.id),
        label(note),
    )


def _reason(facts: Facts, vote: Id, note: Id) -> str:
    card = facts.workshop.remember(cards_by_note).get(note)
    return card.reason if card and card.decided_in == vote else ""


def label(note: Note) -> str:
    """A note in one short line, for the axis of a chart: “17 · Flight is cancelled at 22:40”."""
    line = f"{note.number} · {' '.join(note.text.split())}"
    return line if len(line) <= LABEL_LENGTH else line[: LABEL_LENGTH - 1].rstrip() + "…"


def charted_rows(facts: Facts) -> range:
    """Which rows of the tally the chart shows: the first of the deciding round that have dots."""
    first = 0
    for told in facts.rounds:
        if told.tally is None:
            continue
        if told is facts.deciding:
            shown = sum(1 for line in told.tally.lines[:CHARTED] if line.dots)
            return range(first, first + shown)
        first += len(told.tally.lines)
    return range(0)
