"""Where the objects of the program are made and handed to one another."""

import gc
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from motworkshop.app.actions import DESK_COMMANDS, WINDOW_COMMANDS, Actions
from motworkshop.app.appearance import Appearance
from motworkshop.app.backing_up import BackingUp
from motworkshop.app.banner import Banner
from motworkshop.app.desk import Desk, DeskParts
from motworkshop.app.dialogs import Dialogs
from motworkshop.app.finding import Finding
from motworkshop.app.fonts import interface_font, load_fonts
from motworkshop.app.keys import Keys
from motworkshop.app.menu import MainMenu
from motworkshop.app.middle import Middle
from motworkshop.app.outlining import Outlining
from motworkshop.app.presenting import Presenting
from motworkshop.app.program import Program
from motworkshop.app.recent import RecentFiles
from motworkshop.app.remembered import Remembered, name_program, private_folder
from motworkshop.app.saving import Saving
from motworkshop.app.scenes import Scenes
from motworkshop.app.search import Search
from motworkshop.app.side_panel import SidePanel
from motworkshop.app.start_page import StartPage
from motworkshop.app.system_look import SystemLook
from motworkshop.app.versions import Versions
from motworkshop.app.window import Window
from motworkshop.canvas.accessible import read_out_boards
from motworkshop.canvas.board import Board
from motworkshop.document.document import Document
from motworkshop.document.editing import Editing
from motworkshop.document.selection import Selection
from motworkshop.look import LIGHT
from motworkshop.model.records import PhaseKind
from motworkshop.model.workshop import Workshop
from motworkshop.panels.icons import Icons
from motworkshop.panels.inspector.inspector import Inspector
from motworkshop.panels.phases.clock import Clock
from motworkshop.panels.phases.panel import PhasePanel

SETTLED_MS = 1000
NO_BACKUP = "no backup could be made"


def dress(app: QApplication) -> None:
    """Give the application its name, style and fonts."""
    name_program()
    app.setApplicationDisplayName("motworkshop")
    app.setStyle("Fusion")
    load_fonts()
    app.setFont(interface_font())
    read_out_boards()


class Builder:
    """Makes windows and desks out of what they all share."""

    def __init__(
        self,
        app: QApplication,
        remembered: Remembered,
        dialogs: Dialogs,
        system: SystemLook,
        backups: Path | None = None,
    ) -> None:
        self._dialogs = dialogs
        self.remembered = remembered
        self.icons = Icons(LIGHT, app)
        self.appearance = Appearance(app, self.icons, remembered, system)
        self.recent = RecentFiles(remembered)
        self.keys = Keys(remembered, app)
        self.backups = backups or private_folder() / "backups"
        self.versions = Versions(self.backups, self.appearance)

    def program(self) -> Program:
        """The program, without a window yet."""
        return Program(self.window, self.put_desk, self._dialogs, self.recent, self.backups)

    def window(self, program: Program) -> Window:
        """A window with a start page."""
        window = Window(self._dialogs, self.recent, self.remembered)
        actions = Actions(WINDOW_COMMANDS, window, self.icons, self.keys)
        opens = program.open_file
        menu = MainMenu(
            actions, self.appearance, self.recent, lambda path: opens(path, window), window
        )
        start = StartPage(self.recent, actions, menu, self.icons)
        window.furnish(start, menu, actions)
        start.template_chosen.connect(lambda name: program.create_from_template(name, window))
        start.file_chosen.connect(lambda path: opens(path, window))
        window.file_dropped.connect(lambda path: opens(path, window))
        window.left_for.connect(lambda path: program.go_on(path, window))
        start.sample_chosen.connect(lambda: program.create_sample(window))
        actions["new_window"].triggered.connect(program.new_window)
        actions["open"].triggered.connect(lambda: program.ask_and_open(window))
        makes = partial(program.open_made, window)
        actions["backups"].triggered.connect(lambda: self.versions.show_backups(makes, window))
        window.versions_wanted.connect(
            lambda parts: self.versions.show_of(parts.document, parts.saving, makes, window)
        )
        actions["quit"].triggered.connect(program.quit)
        return window

    def put_desk(self, window: Window, workshop: Workshop, saving: Saving) -> None:
        """Show an open workshop in a window."""
        document = Document(workshop)
        saving.follow(document)
        parts = self._parts(window, document, saving)
        actions = Actions(DESK_COMMANDS, window, self.icons, self.keys)
        if window.menu is None or window.actions_ is None:
            raise ValueError("a window gets its menu before its desk")
        desk = Desk(parts, actions, window.menu, self.icons, self.appearance, self.remembered)
        Finding(desk, window.actions_, self.remembered)
        Outlining(desk, self.icons, self.remembered)
        keeps = BackingUp(document, parts.clock, saving, self.backups)
        keeps.failed.connect(partial(desk.status.remark, NO_BACKUP))
        keeps.made.connect(partial(desk.status.remark, ""))
        desk.possible.follow_window(window.actions_)
        window.show_desk(desk)
        presenting = Presenting(parts, actions, self.appearance, window)
        self.appearance.animate(parts.board, parts.scenes, presenting.view)
        window.closed.connect(presenting.close)
        QTimer.singleShot(SETTLED_MS, desk, _settle)

    def _parts(self, window: Window, document: Document, saving: Saving) -> DeskParts:
        selection = Selection(document)
        editing = Editing(document)
        clock = Clock(editing)
        inspector = Inspector(editing, selection, self.icons)
        theme = self.appearance.theme
        scenes = Scenes(editing, selection, clock, self.icons, theme, lambda: saving.path)
        board = Board(document, selection, theme, window)
        inspector.link_chosen.connect(board.link_chosen)
        middle = Middle(board, scenes)

        def make_panel(kind: PhaseKind) -> QWidget:
            return PhasePanel(kind, editing, clock, self.icons, scenes.scene(kind))

        return DeskParts(
            document,
            selection,
            editing,
            saving,
            clock,
            Search(document),
            board,
            scenes,
            middle,
            SidePanel(selection, clock, middle, inspector, make_panel),
            Banner(self.icons),
        )


def build_program(
    app: QApplication,
    settings: QSettings,
    dialogs: Dialogs,
    system: SystemLook | None = None,
    backups: Path | None = None,
) -> Program:
    """Everything, ready for its first window. `system` is what the system asks of the look;
    `backups` is where they lie, if not with the other files of the program."""
    asked = system or SystemLook(app.styleHints())
    return Builder(app, Remembered(settings), dialogs, asked, backups).program()


def _settle() -> None:
    """What is loaded now is here to stay; the collector need not look through it again."""
    gc.collect()
    gc.freeze()
