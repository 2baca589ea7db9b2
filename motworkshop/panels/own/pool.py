"""Which pieces of evidence a search finds, and where each of them hangs now."""

from motworkshop.model.lookalikes import plain_text
from motworkshop.model.records import Evidence, EvidenceKind, Id, Stage
from motworkshop.model.workshop import Workshop

KINDS = {
    EvidenceKind.GUT: "Gut feeling",
    EvidenceKind.QUALITATIVE: "Qualitative",
    EvidenceKind.QUANTITATIVE: "Quantitative",
}


def found_evidence(workshop: Workshop, words: str, note: Id) -> list[Evidence]:
    """All evidence not on this note that holds all of these words, case and accents ignored.

    What hangs nowhere comes first. Without words: only what waits in the pool.
    """
    wanted = plain_text(words).split()
    found = [
        one
        for one in workshop.of(Evidence).values()
        if one.note != note and _holds(one, wanted) and (wanted or not is_linked(one))
    ]
    return sorted(found, key=lambda one: (is_linked(one), one.text.casefold(), one.id))


def is_linked(evidence: Evidence) -> bool:
    """Whether it supports a note or a stage already."""
    return evidence.note is not None or evidence.stage is not None


def where(workshop: Workshop, evidence: Evidence) -> str:
    """Where a piece of evidence hangs, in words."""
    note = workshop.notes.get(evidence.note or "")
    if note is not None:
        return f"on note {note.number}"
    stage = workshop.of(Stage).get(evidence.stage or "")
    return f"on the stage {stage.name}" if stage else "in the pool"


def source_words(evidence: Evidence) -> str:
    """Kind, source and date in one line."""
    parts = [KINDS[evidence.kind], evidence.source.strip(), evidence.date]
    return "  ·  ".join(part for part in parts if part)


def _holds(evidence: Evidence, wanted: list[str]) -> bool:
    text = plain_text(f"{evidence.text} {evidence.source} {KINDS[evidence.kind]}")
    return all(word in text for word in wanted)
