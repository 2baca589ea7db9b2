"""Evidence that is not on a moment's page: of other notes, of stages, and unlinked."""

from collections.abc import Iterator

from motworkshop.exports.report.book import Book
from motworkshop.exports.report.moment_tables import KINDS
from motworkshop.exports.report.words import date_in_words
from motworkshop.exports.typeset.table import Column, Table
from motworkshop.model.records import Evidence, EvidenceKind, Stage
from motworkshop.model.voting import counted

_KIND_ORDER = {kind: place for place, kind in enumerate(KINDS)}


def draw_evidence_pool(book: Book) -> None:
    """A table of all of it; nothing where all evidence stands on the pages of moments."""
    everything = book.facts.workshop.of(Evidence)
    if not everything:
        book.absent.append("No evidence was collected: all that is said here is gut feeling.")
        return
    rest = [one for one in everything.values() if not _is_on_a_moments_page(book, one)]
    if not rest:
        return
    on_pages = len(everything) - len(rest)
    lead = f"{counted(len(rest), 'piece')} of evidence for other touchpoints, for stages, or still unlinked."
    if on_pages:
        lead += f" {counted(on_pages, 'more piece')} stand{'s' if on_pages == 1 else ''} on the pages of the moments of truth."
    flow = book.chapter("Evidence", lead)
    columns = [
        Column("Belongs to", 20),
        Column("What was said or measured", 62),
        Column("Kind", 26),
    ]
    has_sources = any(one.source or one.date for one in rest)
    if has_sources:
        columns += [Column("Source", 27), Column("Date", 20)]
    rows = _rows(book, rest)
    Table(columns).draw(flow, (row if has_sources else row[:3] for row in rows))


def _is_on_a_moments_page(book: Book, one: Evidence) -> bool:
    note = one.note or ""
    return book.facts.lead_of.get(note, note) in book.moments


def _rows(book: Book, evidence: list[Evidence]) -> Iterator[list[str]]:
    stages = {stage.id: place for place, stage in enumerate(book.facts.stages)}
    notes = book.facts.workshop.notes
    last = len(stages)

    def order(one: Evidence) -> tuple[int, int, int, str, str]:
        note = notes.get(one.note or "")
        number = note.number if note else 0
        stage = note.stage if note else one.stage
        is_loose = not note and one.stage not in stages
        place = last + 1 if is_loose else stages.get(stage or "", last)
        return (place, number, _KIND_ORDER[EvidenceKind(one.kind)], one.date, one.text)

    for one in sorted(evidence, key=order):
        kind = KINDS[one.kind]
        shown = f"{kind}, {one.sentiment}" if one.sentiment else kind
        yield [_owner(book, one), one.text, shown, one.source, date_in_words(one.date)]


def _owner(book: Book, one: Evidence) -> str:
    note = book.facts.workshop.notes.get(one.note or "")
    if note:
        return f"No. {note.number}"
    stage = book.facts.workshop.of(Stage).get(one.stage or "")
    return stage.name if stage else "Unlinked"
