"""When the writer gets what has changed: once all have followed, and never too late."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from motworkshop.app.program import Program
from motworkshop.model.change import Change
from motworkshop.model.edits.notes import edit_notes
from motworkshop.model.history import Steps
from motworkshop.storage.read import read_workshop
from motworkshop.storage.writer import Writer
from tests.app.screens import desk_of, open_desk


def reword(program: Program, file: Path, qtbot: QtBot, text: str) -> str:
    document = desk_of(open_desk(program, file, qtbot)).parts.document
    note = next(iter(document.workshop.notes))
    document.do(edit_notes(document.workshop, [note], text=text))
    return note


def test_the_writer_gets_a_change_after_everybody_has_followed_it(
    program: Program, file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[Change] = []
    save = Writer.save

    def look(writer: Writer, change: Change, steps: Steps | None = None) -> None:
        given.append(change)
        save(writer, change, steps)

    monkeypatch.setattr(Writer, "save", look)
    note = reword(program, file, qtbot, "Waits for an hour")
    assert not any(note in change.pairs for change in given)
    qtbot.waitUntil(lambda: any(note in change.pairs for change in given))


@pytest.mark.parametrize("ends", ["finish", "close"])
def test_what_changed_a_moment_ago_is_on_the_disk_when_saving_ends(
    program: Program, file: Path, qtbot: QtBot, ends: str
) -> None:
    note = reword(program, file, qtbot, "Waits for an hour")
    saving = program.windows[0].desk.parts.saving  # type: ignore[union-attr]
    assert getattr(saving, ends)() == ""
    assert read_workshop(file).notes[note].text == "Waits for an hour"
