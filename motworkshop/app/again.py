"""Starting again where one was: the same workshops in windows of the same place, at the same zoom.

The phase is in the file. What the next process is to do goes to it in an environment variable.
"""

import sys
from collections.abc import MutableMapping, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QPointF

from motworkshop.app.program import Program
from motworkshop.app.window import Window
from motworkshop.values import dataclass

VARIABLE = "MOTWORKSHOP_AGAIN"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a window was: its file ("" for the start page), its geometry, the board's middle."""

    path: str
    geometry: str
    zoom: float = 1.0
    x: float = 0.0
    y: float = 0.0


def place_of(window: Window) -> Place:
    """Where a window is now."""
    geometry = bytes(window.saveGeometry().toBase64().data()).decode()
    if window.desk is None:
        return Place("", geometry)
    parts = window.desk.parts
    middle = parts.board.camera.to_board(parts.board.camera.free.center())
    return Place(str(parts.path), geometry, parts.board.zoom(), middle.x(), middle.y())


def restore(window: Window, place: Place, _workshop: object = None) -> None:
    """Show the part of the board that was shown."""
    if window.desk is not None:
        board = window.desk.parts.board
        board.set_animated(False)
        board.centre_on(QPointF(place.x, place.y), place.zoom)
        board.set_animated(True)


def told_places(environment: MutableMapping[str, str]) -> list[Place]:
    """The places that the process before told this one; told once."""
    told = environment.pop(VARIABLE, "")
    if not told:
        return []
    import json

    try:
        return [Place(**place) for place in json.loads(told)]
    except (ValueError, TypeError):  # somebody else's variable
        return []


def start_again(places: list[Place]) -> bool:
    """Start the program anew in a process of its own, which opens these."""
    import json

    from PySide6.QtCore import QProcess, QProcessEnvironment

    process = QProcess()
    environment = QProcessEnvironment.systemEnvironment()
    environment.insert(VARIABLE, json.dumps([asdict(place) for place in places]))
    process.setProcessEnvironment(environment)
    process.setProgram(sys.executable)
    process.setArguments([] if getattr(sys, "frozen", False) else ["-m", "motworkshop"])
    process.setWorkingDirectory(str(Path.cwd()))
    is_started, _pid = process.startDetached()
    return bool(is_started)


def open_first(program: Program, files: Sequence[Path], places: Sequence[Place]) -> None:
    """Open the first windows: those of before, those of the files, or one with the start page."""
    for place in places:
        restores = partial(_put_where_it_was, place.geometry)
        if place.path:
            window = program.open_first(Path(place.path), restores)
        else:
            window = program.new_window()
            restores(window)
        if window.desk is not None:
            window.desk.parts.saving.opened.connect(partial(restore, window, place))
    for path in files:
        program.open_first(path)
    if not program.windows:
        program.new_window()


def _put_where_it_was(geometry: str, window: Window) -> None:
    window.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
