"""A document that holds something of everything: the sample, its undo history, a named version."""

from pathlib import Path

from motworkshop.cli.session import Session
from motworkshop.imports.sample import sample_workshop
from motworkshop.model.edits.notes import Draft, add_note, delete_notes
from motworkshop.model.records import new_id
from motworkshop.storage.create import create_workshop
from motworkshop.storage.kept import KeptVersion
from motworkshop.storage.kept_versions import packed_workshop
from motworkshop.storage.store import Store


def full_document(path: Path) -> Path:
    """Write it."""
    create_workshop(path, sample_workshop())
    store = Store.open(path)
    with Session(store) as session:
        for number in range(8):
            session.do(add_note(session.workshop, Draft(f"Touchpoint {number} " * 20)))
        mine = max(session.workshop.notes.values(), key=lambda note: note.number).id
        session.do(delete_notes(session.workshop, [mine]))
        session.undo()
        content = packed_workshop(session.workshop)
        notes = len(session.workshop.notes)
        store.keep_version(
            KeptVersion(new_id(), "Before the vote", "2026-04-16T09:00:00Z", notes, content)
        )
    return path
