"""Pictures of the real program for people to look at: `make shots` puts them into `shots/`.

Every phase of the sample and of an empty workshop, the start page, all themes and both sizes; and
what the room sees meanwhile.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")
sys.path.insert(0, str(Path(__file__).parents[2]))  # it is run by its path

from PySide6.QtCore import QSettings, QSize, QStandardPaths
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QWidget

from motworkshop.app.build import build_program, dress
from motworkshop.app.dialogs import Dialogs
from motworkshop.app.program import Program
from motworkshop.app.window import Window
from motworkshop.imports.sample import sample_workshop
from motworkshop.imports.template import workshop_from_template
from motworkshop.model.records import PhaseKind
from motworkshop.storage.create import create_workshop
from tests.shots.walls import wait, walls

SIZES = (QSize(1280, 800), QSize(1920, 1080))
THEMES = ("light", "dark", "high contrast", "high contrast dark")
WALLS = ("light", "dark")
"""The themes in which the wall is taken as well; it paints itself from the same colours."""


def main(folder: Path) -> None:
    """Take all pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    QStandardPaths.setTestModeEnabled(True)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    dress(app)
    QCursor.setPos(640, 400)  # the pointer of the camera hovers over nothing
    for theme in THEMES:
        for size in SIZES:
            with TemporaryDirectory() as files:
                for name, widget in pictures(app, Path(files), theme, size):
                    target = folder / f"{theme.replace(' ', '-')}-{size.width()}-{name}.png"
                    widget.grab().save(str(target))
                    sys.stdout.write(f"{target}\n")


def pictures(
    app: QApplication, files: Path, theme: str, size: QSize
) -> Iterator[tuple[str, QWidget]]:
    """Each picture by name, when the widget to be taken looks as it should."""
    settings = QSettings(str(files / "settings.ini"), QSettings.Format.IniFormat)
    settings.setValue("theme", theme)
    program = build_program(app, settings, Dialogs())
    window = program.new_window()
    window.resize(size)
    wait()
    yield "0-start", window
    create_workshop(files / "Airline, spring.motw", sample_workshop())
    new = files / "New workshop.motw"
    create_workshop(new, workshop_from_template("blank", new.stem))
    program.open_file(files / "Airline, spring.motw", window)
    yield from phases(window, "sample")
    yield from phases(opened(program, new, size), "empty")
    if window.desk is not None and theme in WALLS:
        yield from walls(window.desk, size)
    for shown in list(program.windows):
        shown.close()
    wait()


def opened(program: Program, path: Path, size: QSize) -> Window:
    """Another window with this workshop."""
    window = program.new_window()
    window.resize(size)
    program.open_file(path, window)
    return window


def phases(window: Window, name: str) -> Iterable[tuple[str, QWidget]]:
    """The window in every phase."""
    if window.desk is None:
        raise ValueError("nothing is open in this window")
    for number, kind in enumerate(PhaseKind, start=1):
        window.desk.parts.clock.go_to(kind)
        wait(1800 if kind is PhaseKind.REVEAL else 400)
        board = window.desk.parts.board
        while board.isVisible() and not board.is_settled():
            wait(50)
        yield f"{name}-{number}-{kind.value}", window


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "shots"))
