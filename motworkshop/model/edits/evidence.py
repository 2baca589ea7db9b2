"""Edits of evidence: into the pool, on to notes and stages, and away."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from motworkshop.model.change import Edit
from motworkshop.model.edits.making import edit, fresh, needed, one, quoted, with_fields
from motworkshop.model.records import Evidence, Id, Note, Stage
from motworkshop.model.voting import counted
from motworkshop.model.workshop import Workshop


def add_evidence(workshop: Workshop, evidence: Iterable[Evidence]) -> Edit:
    """New evidence, linked or waiting in the pool."""
    made = fresh(workshop, evidence)
    for proof in made:
        _check(workshop, proof)
    return edit(workshop, f"Add {counted(len(made), 'piece')} of evidence", made)


def edit_evidence(workshop: Workshop, evidence: Id, **values: Any) -> Edit:
    """Change evidence, or link it: `note` and `stage` are ids or None."""
    changed = with_fields(one(workshop, Evidence, evidence), values)
    _check(workshop, changed)
    return edit(workshop, f"Change evidence {quoted(changed.text)}", [changed])


def delete_evidence(workshop: Workshop, evidence: Id) -> Edit:
    """Remove evidence."""
    gone = one(workshop, Evidence, evidence)
    return edit(workshop, f"Delete evidence {quoted(gone.text)}", drop=[gone])


def _check(workshop: Workshop, evidence: Evidence) -> None:
    needed(evidence.text, "text of the evidence")
    if evidence.note is not None:
        one(workshop, Note, evidence.note)
    if evidence.stage is not None:
        one(workshop, Stage, evidence.stage)


def attach_evidence(workshop: Workshop, evidence: Iterable[Id], note: Id | None) -> Edit:
    """Link evidence to a note, or put it back into the pool (None)."""
    linked = [replace(one(workshop, Evidence, proof), note=note) for proof in evidence]
    for proof in linked:
        _check(workshop, proof)
    return edit(workshop, f"Attach {counted(len(linked), 'piece')} of evidence", linked)
