"""Looking at earlier states of a workshop, and opening one as a new file."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPushButton
from pytestqt.qtbot import QtBot

from motworkshop.app.desk import Desk
from motworkshop.app.program import Program
from motworkshop.app.row_delegate import Role
from motworkshop.app.versions_dialog import NOTHING, VersionsDialog
from motworkshop.app.window import Window
from motworkshop.model.change import Change
from motworkshop.model.records import PhaseKind, Round, new_id
from motworkshop.storage.backups import Backups, origins
from tests.app.test_backing_up import write_note

if TYPE_CHECKING:
    from tests.app.conftest import Answers

LEFT = Qt.MouseButton.LeftButton


def test_a_version_that_was_named_is_seen_and_opens_as_a_new_file(
    window: Window,
    program: Program,
    answers: "Answers",
    file: Path,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    desk = desk_of(window)
    dialog = versions_of(window)
    assert dialog.picture.text() == NOTHING
    QTest.keyClicks(dialog.name, "Before lunch")
    QTest.mouseClick(dialog.keep_button, LEFT)
    qtbot.waitUntil(lambda: rows(dialog) == ["Named in this workshop", "Before lunch"])
    was = desk.parts.document.workshop
    dialog.reject()
    write_note(desk)
    assert desk.parts.saving.finish() == ""
    before = read_workshop_bytes(file)
    dialog = versions_of(window)
    qtbot.waitUntil(lambda: is_seen(dialog))
    assert dialog.words.text() == "“Spring”: 4 notes · 7 stages."
    answers.path = tmp_path / "Before lunch.motw"
    QTest.mouseClick(dialog.open_button, LEFT)
    qtbot.waitUntil(lambda: len(program.windows) == 2)
    qtbot.waitUntil(lambda: program.windows[1].desk is not None)
    assert desk_of(program.windows[1]).parts.document.workshop == was
    assert window.path == file.resolve()
    assert read_workshop_bytes(file) == before, "the present file stays as it is"


def test_a_named_version_can_be_removed(window: Window, qtbot: QtBot) -> None:
    dialog = versions_of(window)
    QTest.keyClicks(dialog.name, "Mistake")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Mistake" in rows(dialog))
    qtbot.waitUntil(lambda: is_seen(dialog))
    QTest.mouseClick(dialog.forget_button, LEFT)
    qtbot.waitUntil(lambda: rows(dialog) == [])
    assert dialog.picture.text() == NOTHING
    assert dialog.isVisible()


def test_copies_of_a_file_that_was_copied_are_shown_apart(
    window: Window, program: Program, file: Path, backups: Path, qtbot: QtBot
) -> None:
    write_note(desk_of(window))
    assert window.close()
    twin = file.with_name("twin.motw")
    twin.write_bytes(file.read_bytes())
    second = program.new_window()
    program.open_file(twin, second)
    with qtbot.waitSignal(desk_of(second).parts.saving.opened):
        pass
    dialog = versions_of(second)
    assert rows(dialog)[0] == f"Spring – {file.resolve()}"
    dialog.reject()
    write_note(desk_of(second))
    desk_of(second).parts.clock.go_to(PhaseKind.CLUSTER)
    assert desk_of(second).parts.saving.finish() == ""
    dialog = versions_of(second)
    headings = ("Copies made while working", f"Spring – {file.resolve()}")
    assert [row for row in rows(dialog) if row in headings] == list(headings)
    assert len(rows(dialog)) == 4
    assert len(origins(backups)) == 2


def test_copies_that_were_made_are_listed_and_reached_by_keys_alone(
    window: Window, program: Program, answers: "Answers", tmp_path: Path, qtbot: QtBot
) -> None:
    desk = desk_of(window)
    states = []
    for kind in (PhaseKind.BRAINSTORM, PhaseKind.CLUSTER, PhaseKind.CATEGORISE):
        write_note(desk)
        states.append(desk.parts.document.workshop.notes)
        desk.parts.clock.go_to(kind)
    assert desk.parts.saving.finish() == ""
    dialog = versions_of(window)
    assert [behind(dialog, row) for row in (1, 2, 3)] == [
        "after cluster",
        "after brainstorm",
        "after frame",
    ]
    assert dialog.list.item(1).text().startswith("Today, ")
    assert not dialog.forget_button.isVisible()
    QTest.keyClick(dialog.list, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: is_seen(dialog))
    answers.path = tmp_path / "from a backup.motw"
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(program.windows) == 2)
    other = program.windows[1]
    qtbot.waitUntil(lambda: other.desk is not None)
    assert desk_of(other).parts.document.workshop.notes == states[0]
    qtbot.waitUntil(lambda: bool(desk_of(other).parts.document.done))


def test_a_damaged_copy_says_so_and_is_not_opened(
    window: Window, backups: Path, qtbot: QtBot
) -> None:
    desk = desk_of(window)
    write_note(desk)
    desk.parts.clock.go_to(PhaseKind.BRAINSTORM)
    assert desk.parts.saving.finish() == ""
    (made,) = Backups(backups, desk.parts.document.workshop.about.id).all()
    damaged = bytearray(made.path.read_bytes())
    damaged[damaged.index(b"Bag is lost")] ^= 1
    made.path.write_bytes(damaged)
    dialog = versions_of(window)
    qtbot.waitUntil(lambda: "is damaged" in dialog.words.text())
    assert not dialog.open_button.isEnabled()


def test_while_a_secret_round_is_open_nothing_is_named(window: Window, qtbot: QtBot) -> None:
    desk_of(window).parts.document.record(Change.between([(None, Round(new_id(), "Vote"))]))
    dialog = versions_of(window)
    QTest.keyClicks(dialog.name, "Now")
    QTest.mouseClick(dialog.keep_button, LEFT)
    qtbot.waitUntil(lambda: "secret vote is open" in dialog.words.text())
    assert rows(dialog) == []


def test_of_a_file_that_is_lost_the_backups_are_found_from_the_start_page(
    window: Window,
    program: Program,
    answers: "Answers",
    file: Path,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    write_note(desk_of(window))
    notes = desk_of(window).parts.document.workshop.notes
    assert window.close()
    file.unlink()
    start = program.new_window()
    assert start.start is not None
    button = next(one for one in start.findChildren(QPushButton) if one.text() == "Backups…")
    QTest.mouseClick(button, LEFT)
    (dialog,) = start.findChildren(VersionsDialog)
    assert rows(dialog)[0] == f"Spring – {file.resolve()}"
    assert not dialog.name.isVisible()
    qtbot.waitUntil(lambda: is_seen(dialog))
    answers.path = tmp_path / "found again.motw"
    QTest.mouseClick(dialog.open_button, LEFT)
    qtbot.waitUntil(lambda: start.desk is not None)
    assert desk_of(start).parts.document.workshop.notes == notes


def test_a_taken_name_is_left_alone(
    window: Window, program: Program, answers: "Answers", tmp_path: Path, qtbot: QtBot
) -> None:
    desk = desk_of(window)
    write_note(desk)
    desk.parts.clock.go_to(PhaseKind.BRAINSTORM)
    assert desk.parts.saving.finish() == ""
    taken = tmp_path / "taken.motw"
    taken.write_text("mine")
    dialog = versions_of(window)
    qtbot.waitUntil(lambda: is_seen(dialog))
    answers.path = taken
    QTest.mouseClick(dialog.open_button, LEFT)
    other = program.windows[1].start
    assert other is not None
    qtbot.waitUntil(lambda: "exists already" in other.banner.words)
    assert taken.read_text() == "mine"


def test_behind_the_curtain_no_earlier_texts_are_shown(window: Window, qtbot: QtBot) -> None:
    desk = desk_of(window)
    assert window.actions_ is not None
    desk.parts.clock.go_to(PhaseKind.BRAINSTORM)
    for is_drawn in (True, False):
        words = "Curtain over the board" if is_drawn else "Lift the curtain"
        QTest.mouseClick(
            next(one for one in desk.findChildren(QAbstractButton) if one.text() == words), LEFT
        )
        assert desk.parts.scenes.is_curtained is is_drawn
        assert desk.actions_["versions"].isEnabled() is not is_drawn
        assert window.actions_["backups"].isEnabled() is not is_drawn


def versions_of(window: Window) -> VersionsDialog:
    desk_of(window).actions_["versions"].trigger()
    return next(one for one in window.findChildren(VersionsDialog) if one.isVisible())


def rows(dialog: VersionsDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def behind(dialog: VersionsDialog, row: int) -> str:
    return str(dialog.list.item(row).data(Role.BEHIND))


def is_seen(dialog: VersionsDialog) -> bool:
    return dialog.open_button.isEnabled() and not dialog.picture.pixmap().isNull()


def read_workshop_bytes(file: Path) -> object:
    """What is on the disk, read by another process, because this one has it open."""
    import subprocess
    import sys

    words = "import sys,hashlib;print(hashlib.sha256(open(sys.argv[1],'rb').read()).hexdigest())"
    done = subprocess.run([sys.executable, "-c", words, str(file)], check=True, capture_output=True)
    return done.stdout


def desk_of(window: Window) -> Desk:
    assert window.desk is not None
    return window.desk
