"""Markup in every text, path and name: shown as it stands in every window, and never followed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from motworkshop.app.dialogs import Dialogs
from motworkshop.app.program import Program
from motworkshop.app.window import Window
from motworkshop.imports.sample import sample_workshop
from motworkshop.model.edits.notes import Draft, add_note
from tests.app.marked_up import HOSTILE, SCRIPTS, marked_up, taken_for_markup
from tests.app.screens import desk_of, keep_still, screens

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
CANARY = "motworkshop-canary.png"


def test_there_are_forty_hostile_texts_and_thirteen_scripts() -> None:
    assert len(set(HOSTILE)) == 40
    assert len(set(SCRIPTS)) == 13


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="a name of a file may not hold < there")
def test_no_window_takes_what_people_wrote_for_markup(
    settings: QSettings,
    program: Program,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keep_still(settings)
    canary = str(tmp_path / CANARY)
    folder = tmp_path / f"<b>bold<img src={CANARY}>"
    folder.mkdir()
    hostile = marked_up(sample_workshop(), canary)
    monkeypatch.setattr("tests.app.screens.sample_workshop", lambda: hostile)
    found: dict[str, str] = {}
    seen: list[str] = []
    shown: set[str] = set()
    for name, window in screens(program, folder, qtbot):
        if name.startswith("new"):
            break  # the sample has said all
        if name == "sample, frame":
            write_a_note(window, f"<img src='{canary}'><b>")  # its step can be undone, by name
        seen.append(name)
        for place in taken_for_markup(window, CANARY, shown):
            found.setdefault(place, name)
    assert len(seen) > 20
    assert found == {}


def write_a_note(window: QWidget, text: str) -> None:
    assert isinstance(window, Window)
    document = desk_of(window).parts.document
    document.do(add_note(document.workshop, Draft(text)))
    document.do(add_note(document.workshop, Draft(text)))
    document.undo()


def test_questions_and_warnings_show_names_of_files_as_they_stand(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    found: list[str] = []
    seen: list[bool] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(20, look)
            return
        seen.append(any(CANARY in one.text() for one in box.findChildren(QLabel)))
        found.extend(taken_for_markup(box, CANARY))
        box.close()

    for ask in (Dialogs().tell, Dialogs().unsaved):
        QTimer.singleShot(0, look)
        ask(parent, f"“<img src='{CANARY}'>.motw” was not saved.")
    assert seen == [True, True]
    assert found == []


def test_a_label_that_reads_markup_would_be_noticed(qtbot: QtBot) -> None:
    """The control: the test above can fail."""
    label = QLabel(f"<img src='{CANARY}'>")
    label.setToolTip(f"Note <img src='{CANARY}'>")
    qtbot.addWidget(label)
    assert len(list(taken_for_markup(label, CANARY))) == 2


@pytest.mark.skipif("MOTW_TORTURE" not in os.environ, reason="part of `make torture`")
def test_nothing_that_a_text_names_is_opened_or_called(tmp_path: Path) -> None:
    """The walk above once more, under strace: no file of that name, no connection anywhere."""
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed")
    log = tmp_path / "calls"
    trace = ["strace", "-f", "-qq", "-e", "trace=openat,open,connect", "-o", str(log)]
    walk = f"{__file__}::{test_no_window_takes_what_people_wrote_for_markup.__name__}"
    calm = ["-q", "-p", "no:randomly", "-p", "no:cacheprovider", "--no-cov", "-n0"]
    subprocess.run([*trace, sys.executable, "-m", "pytest", *calm, walk], check=True)
    calls = log.read_text(errors="replace").splitlines()
    assert len(calls) > 1000
    assert [
        call for call in calls if CANARY in call and f"<b>bold<img src={CANARY}>" not in call
    ] == []
    assert [call for call in calls if "connect(" in call and "AF_INET" in call] == []
