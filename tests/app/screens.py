"""Every screen of the program, one after the other, for tests that look at all of them."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from motworkshop.app.desk import Desk
from motworkshop.app.program import Program
from motworkshop.app.window import Window
from motworkshop.imports.sample import sample_workshop
from motworkshop.imports.template import workshop_from_template
from motworkshop.model.records import PhaseKind
from motworkshop.panels.projector.view import ProjectorView
from motworkshop.storage.create import create_workshop

SIZE = (1280, 800)


def keep_still(settings: QSettings, theme: str = "light") -> None:
    """Before the program is built: this theme, and nothing that moves."""
    settings.setValue("theme", theme)
    settings.setValue("motion", "less")


def screens(program: Program, folder: Path, qtbot: QtBot) -> Iterator[tuple[str, QWidget]]:
    """(name, window) for the start page, and for all phases of the sample and of a new workshop."""
    start = program.new_window()
    start.resize(*SIZE)
    settle()
    yield "start", start
    create_workshop(folder / "sample.motw", sample_workshop())
    create_workshop(folder / "new.motw", workshop_from_template("blank", "New"))
    for name in ("sample", "new"):
        window = open_desk(program, folder / f"{name}.motw", qtbot)
        desk = desk_of(window)
        for kind in PhaseKind:
            desk.parts.clock.go_to(kind)
            settle()
            yield f"{name}, {kind.value}", window
        yield from _besides(name, window, desk)
        window.close()
        settle()


def _besides(name: str, window: Window, desk: Desk) -> Iterator[tuple[str, QWidget]]:
    desk.parts.clock.go_to(PhaseKind.CATEGORISE)
    notes = list(desk.parts.document.workshop.notes)
    for count in {1, 3} if notes else ():
        desk.parts.selection.select(notes[:count])
        settle()
        yield f"{name}, inspector of {count}", window
    desk.parts.selection.clear()
    desk.actions_["toggle_outline"].trigger()
    settle()
    yield f"{name}, outline", window
    desk.actions_["toggle_outline"].trigger()
    if notes:
        yield from _sheets(name, window, desk)
        yield from _wall(name, window, desk)


def _sheets(name: str, window: Window, desk: Desk) -> Iterator[tuple[str, QWidget]]:
    """What opens over the desk, each by its action."""
    assert window.actions_ is not None
    actions = [desk.actions_[one] for one in ("commands", "filter", "history")]
    for action in [*actions, window.actions_["keys"], window.actions_["about"]]:
        before = set(_shown())
        action.trigger()
        settle()
        opened = [one for one in _shown() if one not in before]
        yield f"{name}, {action.text()}", opened[0] if opened else window
        for one in opened:
            one.close()
        if not opened:
            focus = QApplication.focusWidget()
            QTest.keyClick(focus or window, Qt.Key.Key_Escape)
        settle()


def _wall(name: str, window: Window, desk: Desk) -> Iterator[tuple[str, QWidget]]:
    """What the room sees, phase by phase."""
    desk.actions_["present"].trigger()
    (view,) = [one for wall in _shown() for one in wall.findChildren(ProjectorView)]
    for kind in PhaseKind:
        desk.parts.clock.go_to(kind)
        settle()
        yield f"{name}, {kind.value} on the wall", view
    desk.actions_["present"].trigger()


def _shown() -> list[QWidget]:
    return [one for one in QApplication.topLevelWidgets() if one.isVisible()]


def open_desk(program: Program, path: Path, qtbot: QtBot) -> Window:
    """A window in which this file is open, and on the disk."""
    window = program.new_window()
    window.resize(*SIZE)
    window.activateWindow()
    program.open_file(path, window)
    with qtbot.waitSignal(desk_of(window).parts.saving.opened):
        pass
    return window


def desk_of(window: Window) -> Desk:
    assert window.desk is not None
    return window.desk


def settle() -> None:
    """Let everything be laid out and painted."""
    for _round in range(3):
        QApplication.processEvents()


def picture_of(widget: QWidget, scale: float = 1.0) -> QPixmap:
    """The widget as it is, with so many device pixels for each of its own."""
    pixmap = QPixmap(widget.size() * scale)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill("#FF00FF")
    widget.render(pixmap, QPoint(0, 0))
    return pixmap
