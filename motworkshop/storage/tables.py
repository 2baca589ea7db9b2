"""The schema of a workshop file, declared with SQLModel: one table per kind of record.

Fields are named as in the record, in the same order; a test keeps both in step. The rows are not
the domain (DESIGN.md): nothing outside storage imports a table, and reading does without them.
WITHOUT ROWID, so that a file does not tell in which order its rows came.
"""

from typing import Annotated, ClassVar

from sqlalchemy import BLOB, INTEGER, REAL, TEXT
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel

Text = Annotated[str, Field(sa_type=TEXT)]
TextOrNone = Annotated[str | None, Field(sa_type=TEXT)]
Whole = Annotated[int, Field(sa_type=INTEGER)]
WholeOrNone = Annotated[int | None, Field(sa_type=INTEGER)]
Flag = Annotated[bool, Field(sa_type=INTEGER)]
Real = Annotated[float, Field(sa_type=REAL)]
RealOrNone = Annotated[float | None, Field(sa_type=REAL)]
Bytes = Annotated[bytes, Field(sa_type=BLOB)]
Json = Annotated[str, Field(sa_type=TEXT)]
"""A tuple as compact JSON."""


class Row(SQLModel, registry=registry()):
    """What all tables share; their metadata is apart from SQLModel's global one."""

    __table_args__: ClassVar[dict[str, bool]] = {
        "sqlite_strict": True,
        "sqlite_with_rowid": False,
    }


class LedgerRow(Row, table=True):
    """How many rows a table holds and the sum of their checksums, modulo 2⁶³."""

    __tablename__ = "ledger"

    name: str = Field(sa_type=TEXT, primary_key=True)
    count: Whole
    sum: Whole


class RecordRow(Row):
    """A record: its id first; every table ends with a checksum over table name and values."""

    id: str = Field(sa_type=TEXT, primary_key=True)


class AboutRow(RecordRow, table=True):
    """The one title record of a workshop; its id is the id of the document."""

    __tablename__ = "about"

    title: Text
    organisation: Text
    facilitator: Text
    place: Text
    date: Text
    journey_kind: Text
    journey: Text
    segment: Text
    journey_start: Text
    journey_end: Text
    expected_departments: Json
    prompts: Json
    last_number: Whole
    checksum: Whole


class PromiseRow(RecordRow, table=True):
    """What the brand promises, in a sentence."""

    __tablename__ = "promise"

    text: Text
    position: Whole
    checksum: Whole


class PhaseRow(RecordRow, table=True):
    """The plan of one phase: minutes and the facilitator's notes."""

    __tablename__ = "phase"

    kind: Text
    planned: Whole
    notes: Text
    planned_second: Whole
    checksum: Whole


class PhaseClockRow(RecordRow, table=True):
    """What one phase has used so far, in seconds. Recorded: it stands outside undo."""

    __tablename__ = "phase_clock"

    kind: Text
    used: Real
    status: Text
    used_second: Real
    is_second: Flag
    checksum: Whole


class StageRow(RecordRow, table=True):
    """One step of the journey: a column of the board, with what the group means by it."""

    __tablename__ = "stage"

    name: Text
    definition: Text
    position: Whole
    is_collapsed: Flag
    is_locked: Flag
    checksum: Whole


class LaneRow(RecordRow, table=True):
    """An optional row of the board: a channel or an actor."""

    __tablename__ = "lane"

    name: Text
    definition: Text
    position: Whole
    is_collapsed: Flag
    is_locked: Flag
    checksum: Whole


class CategoryRow(RecordRow, table=True):
    """What kind of moment a note is; `style` 1–8 gives its key, paper, icon and pattern."""

    __tablename__ = "category"

    name: Text
    style: Whole
    definition: Text
    position: Whole
    checksum: Whole


class NoteRow(RecordRow, table=True):
    """A touchpoint on the board."""

    __tablename__ = "note"

    number: Whole
    text: Text
    details: Text
    author: Text
    department: Text
    category: TextOrNone
    channel: Text
    control: TextOrNone
    moment_type: TextOrNone
    emotion: WholeOrNone
    expectation: WholeOrNone
    experience: WholeOrNone
    importance: WholeOrNone
    colour: Text
    picture: TextOrNone
    link: Text
    is_locked: Flag
    stage: TextOrNone
    lane: TextOrNone
    x: Real
    y: Real
    height: Whole
    checksum: Whole


class ClusterRow(RecordRow, table=True):
    """Notes that say the same: `members` lie under `lead`, which is not among them."""

    __tablename__ = "cluster"

    lead: Text
    members: Json
    checksum: Whole


class PictureRow(RecordRow, table=True):
    """An image that lies on a note, as PNG or JPEG; `width` and `height` in pixels."""

    __tablename__ = "picture"

    media_type: Text
    content: Bytes
    width: Whole
    height: Whole
    checksum: Whole


class ParticipantRow(RecordRow, table=True):
    """Somebody on the roster, with the department that person comes from."""

    __tablename__ = "participant"

    name: Text
    department: Text
    colour: Text
    position: Whole
    checksum: Whole


class SideRow(RecordRow, table=True):
    """Departments grouped for comparing votes."""

    __tablename__ = "side"

    name: Text
    departments: Json
    position: Whole
    checksum: Whole


class StageProposalRow(RecordRow, table=True):
    """One stage as one participant sees it, written before the group talks."""

    __tablename__ = "stage_proposal"

    participant: Text
    name: Text
    definition: Text
    position: Whole
    checksum: Whole


class SameStageRow(RecordRow, table=True):
    """Stage names that the group has declared to mean the same."""

    __tablename__ = "same_stage"

    names: Json
    checksum: Whole


class EvidenceRow(RecordRow, table=True):
    """Something that supports a note or a stage, or waits in the pool. `date` is ISO 8601 or ""."""

    __tablename__ = "evidence"

    text: Text
    kind: Text
    source: Text
    date: Text
    note: TextOrNone
    stage: TextOrNone
    sentiment: TextOrNone
    checksum: Whole


class RoundRow(RecordRow, table=True):
    """One vote. `notes` is the ballot; `budget` and `cap` are None where there is no limit."""

    __tablename__ = "round"

    title: Text
    question: Text
    notes: Json
    budget: WholeOrNone
    cap: WholeOrNone
    cut: Whole
    is_secret: Flag
    status: Text
    sides: Json
    voters: WholeOrNone
    run_off_of: TextOrNone
    position: Whole
    checksum: Whole


class BallotRow(RecordRow, table=True):
    """What one voter gave: (note id, dots) pairs, dots ≥ 1."""

    __tablename__ = "ballot"

    round: Text
    dots: Json
    voter: Text
    side: Text
    checksum: Whole


class CountRow(RecordRow, table=True):
    """Dots of one note counted by hand on paper: no ballots, so breadth is unknown."""

    __tablename__ = "count"

    round: Text
    note: Text
    dots: Whole
    checksum: Whole


class TurnoutRow(RecordRow, table=True):
    """That somebody has handed over in a round; never what."""

    __tablename__ = "turnout"

    round: Text
    voter: Text
    checksum: Whole


class MomentOfTruthRow(RecordRow, table=True):
    """What was decided about a note: its place if it was tied, and who answers for it."""

    __tablename__ = "moment_of_truth"

    note: Text
    decision: TextOrNone
    reason: Text
    decided_in: TextOrNone
    promise: TextOrNone
    ideal_experience: Text
    freedom: Text
    accountable: Text
    responsible: Json
    consulted: Json
    informed: Json
    checksum: Whole


class MetricRow(RecordRow, table=True):
    """How a moment is measured; `threshold` is the value that warns."""

    __tablename__ = "metric"

    moment: Text
    name: Text
    unit: Text
    baseline: RealOrNone
    target: RealOrNone
    threshold: RealOrNone
    source: Text
    how_often: Text
    position: Whole
    checksum: Whole


class ActionRow(RecordRow, table=True):
    """A next step: what, who, until when. `due` is ISO 8601 or ""."""

    __tablename__ = "action"

    moment: Text
    what: Text
    who: Text
    due: Text
    status: Text
    position: Whole
    checksum: Whole


class KeptStepRow(RecordRow, table=True):
    """A step of the undo history."""

    __tablename__ = "kept_step"

    position: Whole
    is_done: Flag
    label: Text
    content: Bytes
    checksum: Whole


class KeptVersionRow(RecordRow, table=True):
    """The workshop as it was when somebody gave it a name."""

    __tablename__ = "kept_version"

    name: Text
    made: Text
    notes: Whole
    content: Bytes
    checksum: Whole
