"""A fault of the program: the work is saved, one dialog says so, the log holds no note texts."""

import os
import subprocess
import sys
import textwrap
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from motworkshop.app.again import Place, told_places
from motworkshop.app.crash_dialog import CrashDialog
from motworkshop.app.crash_log import MOST_BYTES, CrashLog, open_log
from motworkshop.app.crash_report import fault_of
from motworkshop.app.crash_rescue import CrashRescue
from motworkshop.app.crashes import Crashes
from motworkshop.app.desk import Desk
from motworkshop.app.program import Program
from motworkshop.app.window import Window
from motworkshop.look import LIGHT
from motworkshop.model.edits.notes import edit_notes
from motworkshop.model.records import Note
from motworkshop.panels.icons import Icons
from motworkshop.storage.read import read_workshop

LEFT = Qt.MouseButton.LeftButton
SECRET = "the note nobody may read"


class Restarts:
    """Remembers what would have been opened by a new process."""

    def __init__(self) -> None:
        self.places: list[Place] = []

    def __call__(self, places: list[Place]) -> bool:
        self.places = places
        return True


@pytest.fixture
def log(tmp_path: Path) -> Iterator[CrashLog]:
    made = CrashLog(tmp_path / "log")
    yield made
    made.close()


@pytest.fixture
def restarts() -> Restarts:
    return Restarts()


@pytest.fixture
def crashes(program: Program, log: CrashLog, restarts: Restarts) -> Iterator[Crashes]:
    """Catches what would otherwise end a test."""
    made = Crashes(log)
    CrashRescue(made, program, Icons(LIGHT, made), restarts)
    made.install()
    yield made
    made.uninstall()


def test_a_fault_at_a_click_is_told_once_and_the_work_is_in_the_file(
    window: Window, crashes: Crashes, log: CrashLog, file: Path, qtbot: QtBot
) -> None:
    break_button(window)
    change_a_note(window, SECRET)
    press_broken(window)
    dialog = opened(window, qtbot)
    assert dialog.safe.text() == "Your work is safe: everything is saved in “spring.motw”."
    assert SECRET in {note.text for note in read_in_child(file)}
    press(dialog, "Go on")
    qtbot.waitUntil(lambda: dialogs(window) == [])
    assert window.isVisible()
    change_a_note(window, "Still going")
    window.close()
    assert "Still going" in {note.text for note in read_workshop(file).notes.values()}


def test_neither_log_nor_report_holds_what_people_wrote(
    window: Window, crashes: Crashes, log: CrashLog, qtbot: QtBot
) -> None:
    break_button(window, ValueError(SECRET))
    press_broken(window)
    dialog = opened(window, qtbot)
    press(dialog, "Copy report")
    report = QGuiApplication.clipboard().text()
    for told in (report, log.path.read_text(encoding="utf-8")):
        assert "ValueError" in told
        assert "test_crash.py" in told
        assert "motworkshop 0." in told
        assert "Python 3." in told
        assert "Qt 6." in told
        assert SECRET not in told
        assert str(Path.home()) not in told
    press(dialog, "Go on")


def test_many_faults_make_one_dialog(
    window: Window, crashes: Crashes, log: CrashLog, qtbot: QtBot
) -> None:
    break_button(window)
    for _press in range(8):
        press_broken(window)
    dialog = opened(window, qtbot)
    qtbot.waitUntil(lambda: "8 mistakes by now." in words(dialog))
    assert len(dialogs(window)) == 1
    assert dialog.text.count("in fall") == 1
    assert "8 faults in all" in dialog.text
    assert log.path.read_text(encoding="utf-8").count("in fall") == 3
    press(dialog, "Go on")


def test_a_fault_that_comes_back_is_a_banner_and_another_one_a_dialog(
    window: Window, crashes: Crashes, qtbot: QtBot
) -> None:
    break_button(window)
    press_broken(window)
    press(opened(window, qtbot), "Go on")
    qtbot.waitUntil(lambda: dialogs(window) == [])
    press_broken(window)
    banner = desk_of(window).parts.banner
    qtbot.waitUntil(banner.isVisible)
    assert banner.words.startswith("The same mistake of the program happened again. Your work")
    assert dialogs(window) == []

    other = QPushButton("other", window)
    other.clicked.connect(lambda: int("no number"))
    QTest.mouseClick(other, LEFT)
    press(opened(window, qtbot), "Go on")


def test_a_fault_while_painting_does_not_lock_the_person_out(
    window: Window, crashes: Crashes, qtbot: QtBot
) -> None:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget
    from typing_extensions import override

    class Broken(QWidget):
        """Cannot be painted, ever."""

        @override
        def paintEvent(self, event: QPaintEvent) -> None:
            raise ZeroDivisionError

    broken = Broken(window)
    broken.setGeometry(0, 0, 200, 200)
    broken.show()
    press(opened(window, qtbot), "Go on")
    qtbot.waitUntil(lambda: dialogs(window) == [])
    broken.update()
    qtbot.waitUntil(desk_of(window).parts.banner.isVisible)
    assert dialogs(window) == []
    broken.deleteLater()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_fault_on_another_thread_is_told_too(
    window: Window, crashes: Crashes, log: CrashLog, qtbot: QtBot
) -> None:
    thread = threading.Thread(target=int, args=("no number",), name="a-worker")
    thread.start()
    thread.join()
    press(opened(window, qtbot), "Go on")
    assert "thread a-worker" in log.path.read_text(encoding="utf-8")


def test_starting_again_opens_the_same_file_at_the_same_place(
    window: Window,
    program: Program,
    crashes: Crashes,
    restarts: Restarts,
    file: Path,
    qtbot: QtBot,
) -> None:
    break_button(window)
    change_a_note(window, "Typed before it")
    desk_of(window).parts.board.set_animated(False)
    desk_of(window).parts.board.set_zoom(0.5)
    press_broken(window)
    press(opened(window, qtbot), "Start again")
    qtbot.waitUntil(lambda: program.windows == [])
    assert [(place.path, place.zoom) for place in restarts.places] == [(str(file), 0.5)]
    assert "Typed before it" in {note.text for note in read_workshop(file).notes.values()}


def test_what_is_not_saved_is_said(
    window: Window, crashes: Crashes, file: Path, qtbot: QtBot
) -> None:
    break_button(window)
    file.rename(file.with_name("away.motw"))
    change_a_note(window, "Not on the disk")
    press_broken(window)
    dialog = opened(window, qtbot)
    assert dialog.safe.text().startswith("Not saved: ")
    assert "Go on, and save a copy from the menu." in dialog.safe.text()
    press(dialog, "Go on")


def test_a_full_log_is_turned_over_and_one_that_cannot_be_written_does_no_harm(
    tmp_path: Path,
) -> None:
    log = CrashLog(tmp_path / "log")
    for _fault in range(40):
        log.write("x" * 40_000)
    log.close()
    sizes = [one.stat().st_size for one in (tmp_path / "log").glob("faults.log*")]
    assert len(sizes) == 4
    assert all(size <= MOST_BYTES for size in sizes)
    (tmp_path / "in the way").touch()
    elsewhere = open_log(tmp_path / "in the way")
    elsewhere.write("x")
    assert elsewhere.path.read_text(encoding="utf-8").strip() == "x"
    elsewhere.path.unlink()
    elsewhere.path.mkdir()
    elsewhere.write("nobody reads this")
    elsewhere.close()


def test_a_report_keeps_causes_and_leaves_out_messages() -> None:
    path = f"/home/anna/{SECRET}.motw"
    try:
        try:
            {"a": 1}[SECRET]
        except KeyError as fault:
            raise OSError(28, "No space left on device", path) from fault
    except OSError as fault:
        report = fault_of(type(fault), fault, fault.__traceback__).report
    assert "KeyError" in report
    assert "That led directly to:" in report
    assert "OSError: [28] No space left on device" in report
    assert "anna" not in report
    assert SECRET not in report


def test_places_that_make_no_sense_are_ignored() -> None:
    place = Place("/a.motw", "", 0.5, 1.0, 2.0)
    told = '[{"path": "/a.motw", "geometry": "", "zoom": 0.5, "x": 1.0, "y": 2.0}]'
    environment = {"MOTWORKSHOP_AGAIN": told}
    assert told_places(environment) == [place]
    assert told_places(environment) == []
    for odd in ("{", "1", '[{"nonsense": 1}]', "[1]"):
        assert told_places({"MOTWORKSHOP_AGAIN": odd}) == []


HANGS = textwrap.dedent("""
    import sys, time
    from pathlib import Path
    from PySide6.QtCore import QCoreApplication, QTimer
    from motworkshop.app.crash_log import CrashLog
    from motworkshop.app.crashes import Watch

    app = QCoreApplication([])
    log = CrashLog(Path(sys.argv[1]))
    watch = Watch(log, app, still_seconds=float(sys.argv[2]))

    def stands_still():
        time.sleep(float(sys.argv[3]))
        QTimer.singleShot(int(float(sys.argv[2]) * 1000), app.quit)

    QTimer.singleShot(0, stands_still)
    app.exec()
    watch.stop()
    log.close()
""")


def test_a_window_that_stands_still_leaves_the_stacks_of_all_threads(tmp_path: Path) -> None:
    run(HANGS, str(tmp_path), "1.5", "2.5")
    stacks = (tmp_path / "stacks.log").read_text(encoding="utf-8")
    assert "Timeout (0:00:01.5" in stacks
    assert "in stands_still" in stacks
    assert "The window stood still for " in (tmp_path / "faults.log").read_text(encoding="utf-8")


def test_a_window_that_moves_leaves_nothing(tmp_path: Path) -> None:
    run(HANGS, str(tmp_path), "4", "0.2")  # so long a busy machine may stop it
    assert (tmp_path / "stacks.log").read_bytes() == b""
    assert not (tmp_path / "faults.log").exists()


HANDS = textwrap.dedent("""
    # Python runs this before the program, in the first process and in the one that it starts.
    import os, sys
    if os.environ.get("CHOICE") and "-m" in sys.orig_argv:
        from pathlib import Path
        from PySide6.QtCore import QTimer, Qt
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication, QPushButton

        def window():
            tops = QApplication.topLevelWidgets()
            found = [one for one in tops if type(one).__name__ == "Window"]
            return found[0] if found and found[0].desk and found[0].desk.isVisible() else None

        def look():
            if window() is None:
                QTimer.singleShot(20, look)
            elif os.environ.get("SEEN_BEFORE"):
                window().desk.parts.saving.opened.connect(report)
            else:
                from motworkshop.app import crash_rescue
                from motworkshop.storage import writer

                os.environ["SEEN_BEFORE"] = "1"
                crash_rescue.SECONDS_TO_SAVE = writer.SILENT_SECONDS = 40.0  # a disk may be busy
                window().desk.parts.board.set_animated(False)
                window().desk.parts.board.set_zoom(0.5)
                QTimer.singleShot(0, fall)

        def fall():
            button = QPushButton("broken", window())
            button.clicked.connect(lambda: 1 / 0)
            QTimer.singleShot(0, answer)
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)

        def answer():
            tops = QApplication.topLevelWidgets()
            found = [one for one in tops if type(one).__name__ == "CrashDialog"]
            if not found or not found[0].isVisible():
                QTimer.singleShot(20, answer)
                return
            print("told:", found[0].safe.text(), flush=True)
            buttons = found[0].findChildren(QPushButton)
            pressed = next(one for one in buttons if one.text() == os.environ["CHOICE"])
            QTest.mouseClick(pressed, Qt.MouseButton.LeftButton)
            if os.environ["CHOICE"] == "Go on":
                QTimer.singleShot(0, QApplication.closeAllWindows)

        def report(_workshop):
            QTimer.singleShot(0, write)

        def write():
            zoom = window().desk.parts.board.zoom()
            Path(os.environ["REPORT"]).write_text(f"{window().path} {zoom}")
            QApplication.closeAllWindows()

        usual = QApplication.exec
        QApplication.exec = lambda app: (QTimer.singleShot(0, look), usual())[1]
""")


@pytest.mark.parametrize("choice", ["Go on", "Start again"])
def test_the_whole_program_survives_a_fault_or_starts_again(
    file: Path, tmp_path: Path, qtbot: QtBot, choice: str
) -> None:
    (tmp_path / "sitecustomize.py").write_text(HANDS, encoding="utf-8")
    seen = tmp_path / "seen.txt"
    environment = {
        **os.environ,
        "CHOICE": choice,
        "REPORT": str(seen),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "PYTHONPATH": f"{tmp_path}{os.pathsep}{Path.cwd()}",
    }
    ran = subprocess.run(
        [sys.executable, "-m", "motworkshop", str(file)],
        capture_output=True, text=True, timeout=100, check=False, env=environment,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    assert "told: Your work is safe: everything is saved in “spring.motw”." in ran.stdout
    log = tmp_path / "data" / "motworkshop" / "motworkshop" / "log" / "faults.log"
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")
    if choice == "Start again":
        qtbot.waitUntil(lambda: seen.exists() and bool(seen.read_text()))
        assert seen.read_text() == f"{file} 0.5"
    assert len(read_workshop(file).notes) == 4


def run(script: str, *arguments: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        capture_output=True, text=True, timeout=100, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr


def read_in_child(path: Path) -> list[Note]:
    """What another process reads: this one has the file open for writing."""
    import pickle

    script = (
        "import pickle, sys; from pathlib import Path; "
        "from motworkshop.storage.read import read_workshop; "
        "sys.stdout.buffer.write(pickle.dumps(list(read_workshop(Path(sys.argv[1])).notes.values())))"
    )
    ran = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, check=True)
    found: list[Note] = pickle.loads(ran.stdout)
    return found


def break_button(window: Window, fault: Exception | None = None) -> None:
    """A button in the window that makes a mistake of ours."""

    def fall() -> None:
        raise fault or ZeroDivisionError

    button = QPushButton("broken", window)
    button.setObjectName("broken")
    button.move(400, 400)
    button.clicked.connect(fall)
    button.show()


def press_broken(window: Window) -> None:
    button = window.findChild(QPushButton, "broken")
    assert button is not None
    QTest.mouseClick(button, LEFT)


def change_a_note(window: Window, text: str) -> None:
    document = desk_of(window).parts.document
    note = next(iter(document.workshop.notes))
    document.do(edit_notes(document.workshop, [note], text=text))


def opened(window: Window, qtbot: QtBot) -> CrashDialog:
    qtbot.waitUntil(lambda: any(one.isVisible() for one in dialogs(window)))
    return dialogs(window)[0]


def dialogs(window: Window) -> list[CrashDialog]:
    return [one for one in window.findChildren(CrashDialog) if one.isVisible()]


def press(dialog: CrashDialog, words: str) -> None:
    buttons = dialog.findChildren(QPushButton)
    QTest.mouseClick(next(one for one in buttons if one.text() == words), LEFT)


def words(dialog: CrashDialog) -> list[str]:
    return [one.text() for one in dialog.findChildren(QLabel)]


def desk_of(window: Window) -> Desk:
    assert window.desk is not None
    return window.desk
