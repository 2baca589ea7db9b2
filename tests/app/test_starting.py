"""Starting in a process of its own: what is imported when, and what is said without a screen."""

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from motworkshop.__main__ import opens_window
from motworkshop.app.fonts import FAMILIES, FontError, interface_font, load_font

LATE = ("sqlmodel", "sqlalchemy", "pydantic", "reportlab", "openpyxl", "typer", "uharfbuzz")
NOT_FOR_A_BOARD = (
    *LATE,
    "argparse",
    "csv",
    "filelock",
    "multiprocessing",
    "html.parser",
    "motworkshop.app.start_page",
    "motworkshop.app.command_list",
    "motworkshop.app.history_list",
    "motworkshop.app.importing",
    "motworkshop.app.outputs",
    "motworkshop.canvas.suggestions",
    "motworkshop.panels.frame.scene",
    "motworkshop.panels.inspector.inspector",
    "motworkshop.panels.outline.panel",
    "motworkshop.panels.projector.view",
    "motworkshop.panels.reveal.scene",
    "motworkshop.storage.backups",
)
NOT_FOR_THE_START_PAGE = (
    *LATE,
    "argparse",
    "filelock",
    "multiprocessing",
    "sqlite3",
    "motworkshop.app.build_desk",
    "motworkshop.app.opening",
    "motworkshop.canvas.board",
    "motworkshop.document.document",
    "motworkshop.model.records",
    "motworkshop.panels.frame.scene",
    "motworkshop.storage.read",
)
STARTED = textwrap.dedent("""
    import builtins, sys
    from motworkshop.app import plain_imports

    def run():
        from PySide6.QtCore import QEvent, QObject, QTimer
        from PySide6.QtWidgets import QApplication

        class Watch(QObject):
            def eventFilter(self, watched, event):
                if event.type() is QEvent.Type.UpdateRequest:  # what it asks for comes later
                    QTimer.singleShot(0, self, self.tell)
                return False

            def tell(self):
                for window in windows:
                    window.removeEventFilter(self)
                    if window.desk is not None and not window.desk.parts.board.is_painted():
                        raise AssertionError("painted by halves")
                print("early:", [name for name in late if name in sys.modules])
                print("looked over:", builtins.__import__ is builtins.__feature_import__)
                self.wait()

            def wait(self):
                from motworkshop.app.reading_ahead import LATER

                if all(name in sys.modules for name in LATER):
                    print("all there, sooner or later")
                    for window in windows:
                        window.close()
                else:
                    QTimer.singleShot(20, self, self.wait)

        watch = Watch()
        windows = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
        for window in windows:
            window.installEventFilter(watch)
        return run_on()

    def import_qt():
        global run_on
        go_on()
        from PySide6.QtWidgets import QApplication
        run_on, QApplication.exec = QApplication.exec, staticmethod(run)

    late = sys.argv.pop(1).split()
    go_on, plain_imports.import_qt = plain_imports.import_qt, import_qt
    from motworkshop.__main__ import main
    main()
""")
IMPORTED = "import PySide6.QtWidgets"
IMPORTED_PLAINLY = "from motworkshop.app.plain_imports import import_qt\nimport_qt()"
WRONG_CALLS = textwrap.dedent("""
    import sys
    from PySide6.QtCore import QObject, QRect
    print("there from the beginning" if "argparse" in sys.modules else "late")
    for call in (lambda: QRect("left"), lambda: QObject(1, 2, 3, 4), lambda: QRect(2).nothing):
        try:
            call()
        except (TypeError, AttributeError) as fault:
            print(fault)
    print(QRect.adjusted.__doc__)
    from PySide6.support.signature import get_signature, parser
    print(get_signature(QRect.adjusted), parser.__file__)
""")
FIRST_PAINT = textwrap.dedent("""
    import sys
    from pathlib import Path
    from PySide6.QtCore import QEvent, QObject, QSettings, QStandardPaths, QTimer
    from PySide6.QtWidgets import QApplication
    import motworkshop.__main__
    from motworkshop.app.build import build_program, dress
    from motworkshop.app.dialogs import Dialogs
    from motworkshop.app.start import start

    class Watch(QObject):
        def eventFilter(self, watched, event):
            is_paint = event.type() is QEvent.Type.Paint
            if is_paint and type(watched).__name__ == "Board" and not hasattr(self, "seen"):
                self.seen = [name for name in LATE if name in sys.modules]
                print("early:", self.seen, flush=True)
                QTimer.singleShot(0, finish)
            return False

    def finish():
        saving = program.windows[0].desk.parts.saving
        saving.opened.connect(lambda _workshop: QTimer.singleShot(0, leave))

    def leave():
        print("later:", "sqlmodel" in sys.modules, flush=True)
        program.quit()

    LATE = sys.argv[2].split()
    QStandardPaths.setTestModeEnabled(True)
    app = QApplication([])
    dress(app)
    settings = QSettings(sys.argv[1] + ".ini", QSettings.Format.IniFormat)
    program = build_program(app, settings, Dialogs())
    watch = Watch()
    app.installEventFilter(watch)
    program.open_file(Path(sys.argv[1]), program.new_window())
    sys.exit(app.exec())
""")


def test_the_board_is_painted_before_anything_heavy_is_imported(file: Path) -> None:
    ran = _run("-c", FIRST_PAINT, str(file), " ".join(LATE))
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout == "early: []\nlater: True\n"


def test_the_start_page_is_there_before_anything_that_only_a_workshop_needs(tmp_path: Path) -> None:
    ran = _started(tmp_path, NOT_FOR_THE_START_PAGE)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout == "early: []\nlooked over: False\nall there, sooner or later\n"


def test_a_workshop_is_there_before_anything_that_is_not_seen_of_it(
    file: Path, tmp_path: Path
) -> None:
    ran = _started(tmp_path, NOT_FOR_A_BOARD, str(file))
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout == "early: []\nlooked over: False\nall there, sooner or later\n"


def test_a_wrong_call_of_qt_is_told_as_ever_though_what_tells_it_comes_late() -> None:
    told = [_run("-c", f"{how}\n{WRONG_CALLS}") for how in (IMPORTED, IMPORTED_PLAINLY)]
    assert [ran.returncode for ran in told] == [0, 0], told
    plain, ours = (ran.stdout.splitlines() for ran in told)
    assert "called with wrong argument types" in "".join(plain)
    assert ours[1:] == plain[1:]
    assert (plain[0], ours[0]) == ("there from the beginning", "late")


def test_without_a_screen_it_says_so_and_ends_with_2() -> None:
    environment = {
        key: value
        for key, value in os.environ.items()
        if key not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    ran = _run("-m", "motworkshop", environment=environment)
    assert ran.returncode == 2
    assert ran.stdout == ""
    assert ran.stderr.count("\n") == 1
    assert ran.stderr.startswith("There is no screen here")


def test_a_word_that_is_neither_command_nor_file_goes_to_the_command_line() -> None:
    ran = _run("-m", "motworkshop", "nonsense")
    assert ran.returncode == 2
    assert "neither a command nor an existing file" in ran.stderr


def test_what_opens_the_window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "spring.motw").touch()
    (tmp_path / "show").touch()
    (tmp_path / "mail attachment").touch()
    assert opens_window([])
    assert opens_window(["spring.motw"])
    assert opens_window(["mail attachment"])
    assert not opens_window(["show"])
    assert not opens_window(["--selftest"])
    assert not opens_window(["autumn.motw"])


def test_a_font_that_qt_does_not_take_is_a_failure(dressed: QApplication, tmp_path: Path) -> None:
    broken = tmp_path / "broken.ttf"
    broken.write_bytes(b"no font")
    with pytest.raises(FontError, match=r"broken\.ttf"):
        load_font(str(broken))
    assert interface_font().families() == list(FAMILIES)
    assert interface_font().pixelSize() == 14


def _started(home: Path, late: tuple[str, ...], *files: str) -> "subprocess.CompletedProcess[str]":
    """The program itself, with settings and files of its own, closed when everything is there."""
    places = {"XDG_CONFIG_HOME": str(home / "config"), "XDG_DATA_HOME": str(home / "own")}
    # Not measured: what measures imports sqlite3 and multiprocessing itself.
    ours = {name: value for name, value in os.environ.items() if "COV" not in name}
    return _run("-c", STARTED, " ".join(late), *files, environment={**ours, **places})


def _run(
    *arguments: str, environment: dict[str, str] | None = None
) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
        env=environment,
    )
