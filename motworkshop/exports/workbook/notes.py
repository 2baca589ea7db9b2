"""The table of all notes, which the workbook and the CSV file share.

Its rows stand by stage, then by number, and notes without a stage last: a new workshop makes its
stages in order of first appearance, so importing the table gives them back in their order. The
headers are the names of the fields that the import knows; the others are passed over there.
"""

from motworkshop.exports.facts import Facts
from motworkshop.exports.workbook.table import (
    NUMBER_WIDTH,
    SCORE_WIDTH,
    TEXT_WIDTH,
    Column,
    Table,
    Value,
)
from motworkshop.model.arithmetic import gap, opportunity
from motworkshop.model.records import Id, Note
from motworkshop.model.tally import TallyLine

COLUMNS = (
    Column("Number", 10),
    Column("Text", TEXT_WIDTH),
    Column("Stage", 16),
    Column("Lane", 16),
    Column("Details", 40),
    Column("Author", 16),
    Column("Department"),
    Column("Category", 15),
    Column("Channel", 16),
    Column("Control", 10.5),
    Column("Moment type", 11),
    Column("Expectation", SCORE_WIDTH),
    Column("Experience", SCORE_WIDTH),
    Column("Importance", SCORE_WIDTH),
    Column("Gap", NUMBER_WIDTH),
    Column("Opportunity", SCORE_WIDTH),
    Column("Emotion", 10.5),
    Column("Under note", 9),
    Column("Dots", NUMBER_WIDTH),
    Column("Breadth", 10.5),
    Column("Place", NUMBER_WIDTH),
    Column("Link", 30),
)


def notes_table(facts: Facts) -> Table:
    """All notes, those under another one too, with the result of the deciding round."""
    columns = {stage.id: index for index, stage in enumerate(facts.stages)}
    last = len(columns)
    ordered = sorted(
        facts.notes, key=lambda note: (columns.get(note.stage or "", last), note.number)
    )
    tally = facts.deciding.tally if facts.deciding else None
    lines = {line.note: line for line in tally.lines} if tally else {}
    rows = tuple(_row(facts, note, lines) for note in ordered)
    return Table("Notes", COLUMNS, rows, frozen=2)


def _row(facts: Facts, note: Note, lines: dict[Id, TallyLine]) -> tuple[Value, ...]:
    lanes = {lane.id: lane.name for lane in facts.lanes}
    lead = facts.workshop.notes.get(facts.lead_of.get(note.id, ""))
    line = lines.get(note.id)
    return (
        note.number,
        note.text,
        facts.stage_name(note.stage),
        lanes.get(note.lane or ""),
        note.details,
        facts.names.shown(note.author),
        note.department,
        facts.category_name(note.category),
        note.channel,
        note.control,
        note.moment_type,
        note.expectation,
        note.experience,
        note.importance,
        gap(note),
        opportunity(note),
        note.emotion,
        lead.number if lead else None,
        line.dots if line else None,
        line.breadth if line else None,
        line.standing if line else None,
        note.link,
    )
