"""The rows of the outline stay those of the workshop, whatever is done to it."""

import random
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from motworkshop.document.document import Document
from motworkshop.errors import WorkshopError
from motworkshop.model.edits.notes import Draft, add_notes, delete_notes, edit_notes
from motworkshop.model.edits.stages import add_stage
from motworkshop.model.records import Note, Stage
from motworkshop.model.workshop import Workshop
from motworkshop.panels.outline.rows import OutlineRows
from tests.model.edits.calls import CALLS, Chooser
from tests.model.edits.full import full_workshop
from tests.model.edits.test_any_sequence import RECORDINGS

TOLD = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)


def told(rows: OutlineRows) -> list[list[object]]:
    """Everything that the rows say, stage by stage."""
    found: list[list[object]] = []
    for place in range(rows.rowCount()):
        stage = rows.index(place, 0)
        notes = [rows.index(row, 0, stage) for row in range(rows.rowCount(stage))]
        found.append([rows.data(index, role) for index in [stage, *notes] for role in TOLD])
    return found


STEPS = st.lists(
    st.tuples(st.sampled_from([*CALLS, *RECORDINGS, "undo", "redo"]), st.integers(0, 2**32)),
    max_size=25,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, has_dots=st.booleans())
def test_rows_that_followed_are_rows_made_anew(
    qtbot: QtBot, steps: list[tuple[str, int]], has_dots: bool
) -> None:
    document = Document(full_workshop())
    rows = OutlineRows(document.workshop)
    rows.show_dots(are_shown=has_dots)
    document.changed.connect(lambda change: rows.follow(document.workshop, change))
    tester = QAbstractItemModelTester(
        rows, QAbstractItemModelTester.FailureReportingMode.Warning, document
    )
    for what, seed in steps:
        chooser = Chooser(document.workshop, random.Random(seed).randrange)
        try:
            if what in {"undo", "redo"}:
                getattr(document, what)()
            elif what in RECORDINGS:
                document.record(RECORDINGS[what](chooser))
            else:
                document.do(CALLS[what](chooser))
        except WorkshopError:
            continue
        anew = OutlineRows(document.workshop)
        anew.show_dots(are_shown=has_dots)
        assert told(rows) == told(anew), what
    assert tester.model() is rows


def test_a_change_of_one_note_touches_its_row_alone(qtbot: QtBot) -> None:
    document = Document(full_workshop())
    rows = OutlineRows(document.workshop)
    document.changed.connect(lambda change: rows.follow(document.workshop, change))
    resets: list[str] = []
    changed: list[QModelIndex] = []
    rows.modelReset.connect(lambda: resets.append("reset"))
    rows.dataChanged.connect(lambda first, _last: changed.append(first))
    note = document.workshop.ordered(Note)[0].id
    document.do(edit_notes(document.workshop, [note], text="Waits and waits"))
    assert resets == []
    assert changed == [rows.index_of(note)]
    assert "Waits and waits" in str(rows.data(rows.index_of(note)))


@pytest.mark.slow
def test_ten_thousand_notes_are_followed_without_delay(qtbot: QtBot) -> None:
    document = Document(Workshop.titled("Year"))
    document.do(add_stage(document.workshop, "Book"))
    stage = document.workshop.ordered(Stage)[0].id
    drafts = [Draft(f"Note {n}", fields={"stage": stage}) for n in range(10_000)]
    document.do(add_notes(document.workshop, drafts))
    rows = OutlineRows(document.workshop)
    begun = time.process_time()
    OutlineRows(document.workshop)
    whole = time.process_time() - begun
    spent: list[float] = []

    def follow(change: object) -> None:
        begun = time.process_time()
        rows.follow(document.workshop, change)  # type: ignore[arg-type]
        spent.append(time.process_time() - begun)

    document.changed.connect(follow)
    notes = list(document.workshop.notes)
    for note in notes[::500]:
        document.do(edit_notes(document.workshop, [note], text="Another"))
        document.do(delete_notes(document.workshop, [note]))
        document.undo()
    assert min(spent) < whole / 20, "a row costs as much as a twentieth of them all"
