"""From a spreadsheet to what it would change in a workshop, for every kind of sheet."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from motworkshop.imports.ballots import take_ballots
from motworkshop.imports.evidence import take_evidence
from motworkshop.imports.fields import (
    BALLOT_FIELDS,
    EVIDENCE_FIELDS,
    PARTICIPANT_FIELDS,
    STAGE_PROPOSAL_FIELDS,
    TOUCHPOINT_FIELDS,
    Field,
)
from motworkshop.imports.outcome import Intake, Kind, Options, Refusal
from motworkshop.imports.participants import take_participants
from motworkshop.imports.rows import Entry, entries_of
from motworkshop.imports.sheet import Sheet
from motworkshop.imports.source import read_sheet
from motworkshop.imports.stage_proposals import take_stage_proposals
from motworkshop.imports.touchpoints import take_touchpoints
from motworkshop.model.workshop import Workshop

__all__ = ["Intake", "Kind", "Options", "Refusal", "fields_of", "intake_of", "read_intake"]

LIKELY_SHEETS: Mapping[Kind, tuple[str, ...]] = {
    Kind.TOUCHPOINTS: ("touchpoints", "notes"),
    Kind.PARTICIPANTS: ("participants",),
    Kind.STAGE_PROPOSALS: ("stage-proposals", "stage proposals"),
    Kind.BALLOTS: ("ballots",),
    Kind.EVIDENCE: ("evidence",),
}
"""The sheets of a workbook with several that rows of a kind are looked for in, ours among them."""


def read_intake(
    path: Path, kind: Kind, workshop: Workshop, options: Options | None = None
) -> Intake:
    """What a CSV or Excel file would change; nothing is applied.

    Raises:
        UnreadableInputError: the file, or its columns, cannot be read.
        RefusedError: the round that ballots are for cannot take them.
    """
    options = options or Options()
    likely = LIKELY_SHEETS[kind]
    sheet = read_sheet(path, encoding=options.encoding, sheet=options.sheet, likely=likely)
    return intake_of(sheet, kind, workshop, options)


def intake_of(
    sheet: Sheet, kind: Kind, workshop: Workshop, options: Options | None = None
) -> Intake:
    """What the rows of a sheet would change; see `read_intake`."""
    options = options or Options()
    table, entries = entries_of(sheet, fields_of(kind), options.mapping)
    intake = _taken(entries, kind, workshop, options)
    return replace(intake, ignored_columns=table.ignored, numbered_by=table.numbered_by)


def fields_of(kind: Kind) -> Sequence[Field]:
    """The fields that a sheet of this kind may hold."""
    return {
        Kind.TOUCHPOINTS: TOUCHPOINT_FIELDS,
        Kind.PARTICIPANTS: PARTICIPANT_FIELDS,
        Kind.STAGE_PROPOSALS: STAGE_PROPOSAL_FIELDS,
        Kind.BALLOTS: BALLOT_FIELDS,
        Kind.EVIDENCE: EVIDENCE_FIELDS,
    }[kind]


def _taken(entries: list[Entry], kind: Kind, workshop: Workshop, options: Options) -> Intake:
    match kind:
        case Kind.TOUCHPOINTS:
            return take_touchpoints(entries, workshop)
        case Kind.PARTICIPANTS:
            return take_participants(entries, workshop)
        case Kind.STAGE_PROPOSALS:
            return take_stage_proposals(entries, workshop)
        case Kind.BALLOTS:
            return take_ballots(entries, workshop, options)
        case Kind.EVIDENCE:
            return take_evidence(entries, workshop)
