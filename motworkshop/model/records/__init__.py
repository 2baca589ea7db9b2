"""The records of a workshop, each a frozen value with a random id."""

from typing import TypeAlias

from motworkshop.model.records.board import (
    Category,
    Cluster,
    Control,
    Lane,
    MomentType,
    Note,
    Picture,
    Place,
    Stage,
)
from motworkshop.model.records.frame import (
    About,
    JourneyKind,
    Phase,
    PhaseClock,
    PhaseKind,
    PhaseStatus,
    Promise,
)
from motworkshop.model.records.ids import Id, Person, new_id
from motworkshop.model.records.moments import (
    Action,
    ActionStatus,
    Decision,
    Evidence,
    EvidenceKind,
    Metric,
    MomentOfTruth,
    Sentiment,
)
from motworkshop.model.records.people import Participant, SameStage, Side, StageProposal
from motworkshop.model.records.votes import Ballot, Count, Round, RoundStatus, Turnout

Record: TypeAlias = (
    About
    | Promise
    | Phase
    | PhaseClock
    | Stage
    | Lane
    | Category
    | Note
    | Cluster
    | Picture
    | Participant
    | Side
    | StageProposal
    | SameStage
    | Evidence
    | Round
    | Ballot
    | Count
    | Turnout
    | MomentOfTruth
    | Metric
    | Action
)

KINDS: tuple[type[Record], ...] = (
    About,
    Promise,
    Phase,
    PhaseClock,
    Stage,
    Lane,
    Category,
    Note,
    Cluster,
    Picture,
    Participant,
    Side,
    StageProposal,
    SameStage,
    Evidence,
    Round,
    Ballot,
    Count,
    Turnout,
    MomentOfTruth,
    Metric,
    Action,
)
"""Every kind of record; the file has one table for each."""

RECORDED: frozenset[type[Record]] = frozenset({PhaseClock, Round, Ballot, Count, Turnout})
"""Kinds that are recorded and stand outside undo."""

__all__ = [
    "KINDS",
    "RECORDED",
    "About",
    "Action",
    "ActionStatus",
    "Ballot",
    "Category",
    "Cluster",
    "Control",
    "Count",
    "Decision",
    "Evidence",
    "EvidenceKind",
    "Id",
    "JourneyKind",
    "Lane",
    "Metric",
    "MomentOfTruth",
    "MomentType",
    "Note",
    "Participant",
    "Person",
    "Phase",
    "PhaseClock",
    "PhaseKind",
    "PhaseStatus",
    "Picture",
    "Place",
    "Promise",
    "Record",
    "Round",
    "RoundStatus",
    "SameStage",
    "Sentiment",
    "Side",
    "Stage",
    "StageProposal",
    "Turnout",
    "new_id",
]
