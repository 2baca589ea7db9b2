"""All notes by number, and how the time was used."""

from collections.abc import Iterator

from motworkshop.exports.report.book import Book, picture_words, place_of_note
from motworkshop.exports.report.look import QUIET_FIGURES, STRONG_FIGURES
from motworkshop.exports.typeset.styles import FIGURES, Align
from motworkshop.exports.typeset.table import Cell, Column, MarkedCell, PhotoCell, StyledCell, Table
from motworkshop.model.arithmetic import half_up
from motworkshop.model.records import Note, Phase, PhaseClock, PhaseKind
from motworkshop.model.voting import counted

_NAMES = {
    PhaseKind.FRAME: "Frame",
    PhaseKind.ALIGN: "Align on stages",
    PhaseKind.BRAINSTORM: "Brainstorm",
    PhaseKind.CLUSTER: "Cluster",
    PhaseKind.CATEGORISE: "Categorise",
    PhaseKind.VOTE: "Vote",
    PhaseKind.REVEAL: "Reveal and decide",
    PhaseKind.OWN: "Own",
    PhaseKind.REPORT: "Report",
}


def draw_all_notes(book: Book) -> None:
    """Every note, members of clusters too, by number."""
    notes = book.facts.notes
    if not notes:
        book.absent.append("No touchpoints were written down.")
        return
    clustered = len(book.facts.lead_of)
    lead = f"{counted(len(notes), 'note')} by number."
    if clustered:
        lead += f" {counted(clustered, 'note')} {'lies' if clustered == 1 else 'lie'} under another one that says the same."
    if any(_scores(note) != "–" for note in notes):
        lead += " Scores: expectation / experience / importance."
    flow = book.chapter("All notes", lead)
    has_authors = any(note.author.strip() for note in notes)
    columns = [
        Column("No.", 8, Align.RIGHT, STRONG_FIGURES),
        Column("Note", 60),
        Column("Stage", 22),
        Column("Category", 25),
        Column("From" if has_authors else "Delivered by", 20),
        Column("Scores", 14, Align.CENTRE, QUIET_FIGURES),
        Column("Dots", 8, Align.RIGHT, FIGURES),
    ]
    Table(columns).draw(flow, _rows(book))


def _rows(book: Book) -> Iterator[list[Cell]]:
    marks: dict[str | None, MarkedCell] = {}
    for note in book.facts.notes:
        if note.category not in marks:
            name = book.facts.category_name(note.category) or "None"
            marks[note.category] = MarkedCell(name, book.style(note.category))
        line = book.lines.get(note.id)
        yield [
            StyledCell(str(note.number), STRONG_FIGURES, place=place_of_note(note.id)),
            _text(book, note),
            book.facts.stage_name(note.stage) or "Parking lot",
            marks[note.category],
            _origin(book, note),
            _scores(note),
            f"{line.dots:,}" if line else "–",
        ]


def _text(book: Book, note: Note) -> Cell:
    text = f"{note.text}\n{note.details}" if note.details else note.text
    lead = book.facts.lead_of.get(note.id)
    told = text if lead is None else f"{text}\nUnder {book.number(lead)}"
    photo = book.photo(note)
    return told if photo is None else PhotoCell(told, photo, picture_words(note))


def _origin(book: Book, note: Note) -> str:
    if note.author and note.department:
        return f"{book.facts.names.shown(note.author)}, {note.department}"
    return book.facts.names.shown(note.author) or note.department


def _scores(note: Note) -> str:
    scores = (note.expectation, note.experience, note.importance)
    if scores == (None, None, None):
        return "–"
    return " / ".join("–" if score is None else str(score) for score in scores)


# Time


def draw_time(book: Book) -> None:
    """Minutes planned and used by phase, with the facilitator's notes."""
    workshop = book.facts.workshop
    phases = {phase.kind: phase for phase in workshop.of(Phase).values()}
    used = {clock.kind: clock.used / 60 for clock in workshop.of(PhaseClock).values()}
    if not any(used.values()) and not any(phase.notes for phase in phases.values()):
        return
    flow = book.chapter("How the time was used", needs=300)
    flow.space(4)
    columns = (
        Column("Phase", 26),
        Column("Planned", 12, Align.RIGHT, FIGURES),
        Column("Used", 12, Align.RIGHT, STRONG_FIGURES),
        Column("The facilitator's notes", 90),
    )
    rows: list[list[Cell]] = []
    for kind, name in _NAMES.items():
        phase = phases.get(kind)
        minutes = used.get(kind, 0.0)
        if phase is None and not minutes:
            continue
        planned = f"{phase.planned} min" if phase else "–"
        took = f"{half_up(minutes)} min" if minutes else "–"
        rows.append([name, planned, took, phase.notes if phase else ""])
    total = sum(phase.planned for phase in phases.values())
    strong = STRONG_FIGURES
    in_all = half_up(sum(used.values()))
    rows.append([StyledCell("In all", strong), f"{total} min", f"{in_all} min", ""])
    Table(columns).draw(flow, rows)
