"""What comes out of reading a spreadsheet into a workshop, before anything is applied."""

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from motworkshop.imports.sheet import Numbering
from motworkshop.model.change import Change, Edit
from motworkshop.values import dataclass


class Kind(StrEnum):
    """What the rows of a spreadsheet are."""

    TOUCHPOINTS = "touchpoints"
    PARTICIPANTS = "participants"
    STAGE_PROPOSALS = "stage-proposals"
    BALLOTS = "ballots"
    EVIDENCE = "evidence"


@dataclass(frozen=True)
class Options:
    """What was said about an import besides its kind.

    `mapping` leads from columns to fields. The others from `round_title` on are for ballots: an
    existing round keeps its own terms, and what is said here may not contradict them.
    """

    mapping: Mapping[str, str] = field(default_factory=dict)
    encoding: str | None = None
    sheet: str | None = None
    round_title: str = "Vote"
    budget: int | None = None
    cap: int | None = None
    cut: int | None = None
    is_secret: bool = False


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that cannot be taken, by the number that a person sees beside it, and why."""

    row: int
    reason: str


@dataclass(frozen=True)
class Intake:
    """What a spreadsheet would change; nothing is applied yet.

    `edits` (one at the most, so one step of undo) go through `History.do`, `recorded` through
    `History.record`. They hold all rows but the `refused` ones, so apply them only if there are
    none of those or they may be skipped. `made` counts new records by noun.
    """

    kind: Kind
    edits: tuple[Edit, ...] = ()
    recorded: Change = field(default_factory=Change)
    refused: tuple[Refusal, ...] = ()
    made: Mapping[str, int] = field(default_factory=dict)
    ignored_columns: tuple[str, ...] = ()
    numbered_by: Numbering = "row"
