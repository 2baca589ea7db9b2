"""Copies that are made while people work: when, and when not."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from motworkshop.app.backing_up import AFTER_MINUTES, AT_THE_END, BackingUp
from motworkshop.app.desk import Desk
from motworkshop.app.program import Program
from motworkshop.app.window import Window
from motworkshop.model.change import Change
from motworkshop.model.records import PhaseKind, Round, RoundStatus, new_id
from motworkshop.model.workshop import Workshop
from motworkshop.storage.backups import BEFORE_MIGRATION, Backup, Backups, origins
from motworkshop.storage.read import read_workshop

OLD = Path(__file__).parents[1] / "files" / "version-1.motw"


def test_each_phase_that_is_left_is_kept_as_it_was(
    window: Window, backups: Path, file: Path, qtbot: QtBot
) -> None:
    desk = desk_of(window)
    desk.parts.clock.go_to(PhaseKind.BRAINSTORM)
    write_note(desk)
    desk.parts.clock.go_to(PhaseKind.CLUSTER)
    qtbot.waitUntil(lambda: len(made(backups, window)) == 1)
    (one,) = made(backups, window)
    assert one.reason == "after brainstorm"
    assert read_workshop(one.path).notes == desk.parts.document.workshop.notes
    assert file.parent.resolve() not in (one.path.parent, one.path.parent.parent)
    qtbot.waitUntil(lambda: len(origins(backups)) == 1)  # written after the copy
    (origin,) = origins(backups)
    assert (origin.path, origin.title) == (file.resolve(), "Spring")


def test_without_a_change_there_is_nothing_to_keep(window: Window, backups: Path) -> None:
    desk = desk_of(window)
    for kind in (PhaseKind.BRAINSTORM, PhaseKind.CLUSTER):
        desk.parts.clock.go_to(kind)
    window.close()
    assert not backups.exists()


def test_after_so_many_minutes_of_work_a_copy_is_made_by_itself(
    window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    parts = desk_of(window).parts
    root = tmp_path / "every so often"
    keeps = BackingUp(parts.document, parts.clock, parts.saving, root, minutes=0.002)
    for count in (1, 2):
        with qtbot.waitSignal(keeps.made):
            write_note(desk_of(window))
        assert [one.reason for one in made(root, window)] == [AFTER_MINUTES] * count


def test_at_the_end_a_copy_is_made_too(window: Window, backups: Path) -> None:
    write_note(desk_of(window))
    workshop = desk_of(window).parts.document.workshop
    assert window.close()
    (one,) = Backups(backups, workshop.about.id).all()
    assert one.reason == AT_THE_END
    assert read_workshop(one.path).notes == workshop.notes


def test_while_a_secret_round_is_open_no_copy_is_made_and_nothing_said(
    window: Window, backups: Path, qtbot: QtBot
) -> None:
    desk = desk_of(window)
    vote = Round(new_id(), "Vote")
    desk.parts.document.record(Change.between([(None, vote)]))
    desk.parts.clock.go_to(PhaseKind.CLUSTER)
    write_note(desk)
    desk.parts.clock.go_to(PhaseKind.VOTE)
    assert desk.parts.saving.finish() == ""
    assert made(backups, window) == []
    assert desk.status.state.text() == "Saved"
    closed = replace(vote, status=RoundStatus.CLOSED)
    desk.parts.document.record(Change.between([(vote, closed)]))
    desk.parts.clock.go_to(PhaseKind.REVEAL)
    qtbot.waitUntil(lambda: len(made(backups, window)) == 1)


def test_a_copy_that_cannot_be_made_is_a_remark_and_no_alarm(
    window: Window, backups: Path, qtbot: QtBot
) -> None:
    backups.write_text("in the way")
    desk = desk_of(window)
    write_note(desk)
    desk.parts.clock.go_to(PhaseKind.CLUSTER)
    remark = "Saved · no backup could be made"
    qtbot.waitUntil(lambda: desk.status.state.text() == remark)
    assert str(backups) in desk.status.state.toolTip()
    assert not desk.parts.banner.isVisible()
    backups.unlink()
    desk.parts.clock.go_to(PhaseKind.CATEGORISE)
    qtbot.waitUntil(lambda: desk.status.state.text() == "Saved")
    assert len(made(backups, window)) == 1


@pytest.mark.skipif(not OLD.exists(), reason="there is no old version yet")
def test_before_a_file_is_brought_up_to_date_it_is_kept_as_it_was(
    program: Program, backups: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    old = tmp_path / "old.motw"
    old.write_bytes(OLD.read_bytes())
    was = read_workshop(old)
    window = program.new_window()
    program.open_file(old, window)
    with qtbot.waitSignal(desk_of(window).parts.saving.opened):
        pass
    (one,) = made(backups, window)
    assert one.reason == BEFORE_MIGRATION
    assert read_workshop(one.path) == was
    assert one.path.read_bytes()[60:64] == OLD.read_bytes()[60:64]


def made(root: Path, window: Window) -> list[Backup]:
    return Backups(root, workshop_of(window).about.id).all()


def write_note(desk: Desk) -> None:
    before = len(desk.parts.document.workshop.notes)
    desk.parts.board.setFocus()
    QTest.keyClick(desk.parts.board, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    if len(desk.parts.document.workshop.notes) == before:
        desk.parts.selection.select([next(iter(desk.parts.document.workshop.notes))])
        QTest.keyClick(desk.parts.board, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert len(desk.parts.document.workshop.notes) == before + 1


def workshop_of(window: Window) -> Workshop:
    return desk_of(window).parts.document.workshop


def desk_of(window: Window) -> Desk:
    assert window.desk is not None
    return window.desk
