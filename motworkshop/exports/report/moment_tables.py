"""Metrics, next steps and evidence of one moment of truth."""

from motworkshop.exports.report.book import Book
from motworkshop.exports.report.look import STRONG_FIGURES
from motworkshop.exports.report.words import date_in_words, figure
from motworkshop.exports.typeset.flow import Flow
from motworkshop.exports.typeset.palette import ACCENT, OK, PAPER, WARN, Colour
from motworkshop.exports.typeset.styles import FIGURES, SMALL, STRONG, Align, TextStyle, Weight
from motworkshop.exports.typeset.table import Cell, Column, StyledCell, Table
from motworkshop.model.moments import Moment, evidence_for, is_gut_feeling_only
from motworkshop.model.records import ActionStatus, Evidence, EvidenceKind, Metric

_TAG = TextStyle(7.5, 12, Weight.SEMIBOLD, PAPER)
_STATUS = TextStyle(8.5, 12, Weight.SEMIBOLD)
KINDS = {
    EvidenceKind.GUT: "Gut feeling",
    EvidenceKind.QUALITATIVE: "Qualitative",
    EvidenceKind.QUANTITATIVE: "Quantitative",
}


def draw_metrics(flow: Flow, moment: Moment) -> None:
    """Name and unit, from baseline to target, when it warns, where it comes from."""
    if not moment.metrics:
        return
    _heading(flow, "How we measure it")
    rows = [_metric(metric) for metric in moment.metrics]
    longest = max(len(figure) for row in rows for figure in row[2:5])
    share = max(12.0, 1.8 * longest)  # a number is never broken
    columns = (
        Column("Metric", 42),
        Column("Unit", 14),
        Column("Today", share, Align.RIGHT, FIGURES),
        Column("Target", share, Align.RIGHT, STRONG_FIGURES),
        Column("Warns at", share, Align.RIGHT, FIGURES),
        Column("Source, how often", 30),
    )
    Table(columns).draw(flow, rows)
    flow.space(10)


def _metric(metric: Metric) -> list[str]:
    source = ", ".join(part for part in (metric.source, metric.how_often) if part)
    values = (metric.baseline, metric.target, metric.threshold)
    return [metric.name, metric.unit, *map(figure, values), source]


def draw_actions(book: Book, flow: Flow, moment: Moment) -> None:
    """What, who, until when, how far."""
    if not moment.actions:
        return
    _heading(flow, "Next steps")
    columns = (
        Column("What", 52),
        Column("Who", 20),
        Column("Due", 18),
        Column("Status", 9),
    )
    rows: list[list[Cell]] = [
        [
            action.what,
            book.facts.names.shown(action.who) or "–",
            date_in_words(action.due) or "–",
            StyledCell(str(action.status), _STATUS.coloured(_status_colour(action.status))),
        ]
        for action in moment.actions
    ]
    Table(columns).draw(flow, rows)
    flow.space(10)


def _status_colour(status: ActionStatus) -> Colour:
    return {ActionStatus.OPEN: WARN, ActionStatus.DOING: ACCENT, ActionStatus.DONE: OK}[status]


def draw_evidence(book: Book, flow: Flow, moment: Moment) -> None:
    """What supports it, or that it is gut feeling only."""
    evidence = evidence_for(book.facts.workshop, moment.note.id)
    for member in book.members.get(moment.note.id, []):
        evidence += evidence_for(book.facts.workshop, member.id)
    _heading(flow, "Evidence")
    if is_gut_feeling_only(evidence):
        flow.space(2)
        flow.need(16)
        flow.sheet.pill(flow.left, flow.y, "Gut feeling only", _TAG, WARN)
        x = flow.left + flow.fonts.width("Gut feeling only", _TAG) + 22
        said = "No research supports it yet." if evidence else "Nothing was put forward for it yet."
        flow.sheet.text(x, flow.y + SMALL.baseline, said, SMALL)
        flow.y += 18
    if evidence:
        columns = (
            Column("What was said or measured", 62),
            Column("Kind", 24),
            Column("Source", 26),
            Column("Date", 18.5),
        )
        Table(columns).draw(flow, [_evidence(one) for one in evidence])
    flow.space(8)


def _evidence(one: Evidence) -> list[Cell]:
    kind = KINDS[one.kind]
    said = f"{kind}, {one.sentiment}" if one.sentiment else kind
    return [one.text, said, one.source or "–", date_in_words(one.date) or "–"]


def _heading(flow: Flow, title: str) -> None:
    flow.paragraph(title, STRONG, keep=44)
    flow.space(1)
