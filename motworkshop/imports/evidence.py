"""From rows to evidence, linked to notes and stages or waiting in the pool."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from motworkshop.imports.dates import date_of
from motworkshop.imports.note_finder import NoteFinder
from motworkshop.imports.outcome import Intake, Kind
from motworkshop.imports.rows import Entry, each
from motworkshop.imports.strips import Strips
from motworkshop.imports.variants import evidence_kind_words, sentiment_words
from motworkshop.model.change import Edit
from motworkshop.model.edits.evidence import add_evidence
from motworkshop.model.edits.making import edit
from motworkshop.model.records import Evidence, EvidenceKind, Stage, new_id
from motworkshop.model.voting import counted
from motworkshop.model.workshop import Workshop
from motworkshop.values import dataclass


@dataclass(frozen=True, slots=True)
class _Said:
    """What a row says; the stage is a name until it is known which rows are taken."""

    evidence: Evidence
    stage: str


def take_evidence(entries: Sequence[Entry], workshop: Workshop) -> Intake:
    """Evidence as one edit, with the stages that are missing, so that no row gets lost."""
    rows, refused = each(entries, _reader(workshop))
    if not rows:
        return Intake(Kind.EVIDENCE, refused=tuple(refused))
    stages = Strips(workshop, Stage)
    pieces = [replace(said.evidence, stage=stages.named(said.stage)) for _, said in rows]
    frame = edit(workshop, "", stages.made).change
    added = add_evidence(workshop.applied(frame), pieces)
    label = f"Import {counted(len(pieces), 'piece')} of evidence"
    made = {"evidence": len(pieces)} | ({"stages": len(stages.made)} if stages.made else {})
    whole = Edit(label, frame.then(added.change))
    return Intake(Kind.EVIDENCE, (whole,), refused=tuple(refused), made=made)


def _reader(workshop: Workshop) -> Callable[[Entry], _Said]:
    finder = NoteFinder(workshop)
    kinds, sentiments = evidence_kind_words(), sentiment_words()

    def read(entry: Entry) -> _Said:
        text = entry.needed("text")
        kind = entry.choice("kind", kinds, "gut, qualitative or quantitative")
        sentiment = entry.choice("sentiment", sentiments, "positive, neutral or negative")
        source = entry.text("source")
        day = date_of(entry, "date")
        note = entry.text("note")
        linked = finder.either(note).id if note else None
        kind = kind or EvidenceKind.QUALITATIVE
        piece = Evidence(new_id(), text, kind, source, day, linked, None, sentiment)
        return _Said(piece, entry.title("stage"))

    return read
