"""A program that is killed: what it called saved is in the file."""

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from motworkshop.storage.read import read_workshop

EDIT_AND_DIE = textwrap.dedent("""
    import os, signal, sys
    from pathlib import Path
    from PySide6.QtCore import QSettings, QStandardPaths, Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication
    from motworkshop.app.build import build_program, dress
    from motworkshop.app.dialogs import Dialogs

    QStandardPaths.setTestModeEnabled(True)
    app = QApplication([])
    dress(app)
    settings = QSettings(sys.argv[1] + ".ini", QSettings.Format.IniFormat)
    program = build_program(app, settings, Dialogs())
    window = program.new_window()
    program.open_file(Path(sys.argv[1]), window)
    desk = window.desk
    titles = ["Summer", "Autumn", "Winter"]

    def write():
        desk.bar.title.setFocus()
        desk.bar.title.selectAll()
        QTest.keyClicks(desk.bar.title, titles[0])
        QTest.keyClick(desk.bar.title, Qt.Key.Key_Return)

    def go_on():
        print(desk.status.state.text(), titles.pop(0), flush=True)
        if titles:
            write()
        else:
            os.kill(os.getpid(), signal.SIGKILL)

    desk.parts.saving.opened.connect(write)
    desk.parts.saving.saved.connect(lambda: desk.parts.document.done and go_on())
    app.exec()
""")


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
def test_what_was_called_saved_is_there_after_a_kill(file: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", EDIT_AND_DIE, str(file)],
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert ran.returncode == -signal.SIGKILL, ran.stderr
    assert ran.stdout.split("\n")[-2] == "Saved Winter"
    names = list(file.parent.glob("*.motw"))  # the file follows its title
    assert names
    assert all(read_workshop(name).about.title == "Winter" for name in names)
