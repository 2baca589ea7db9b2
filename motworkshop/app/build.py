"""Where the objects of the program are made and handed to one another."""

import gc
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from motworkshop.app.actions import DESK_COMMANDS, WINDOW_COMMANDS, Actions
from motworkshop.app.appearance import Appearance
from motworkshop.app.banner import Banner
from motworkshop.app.desk import Desk, DeskParts
from motworkshop.app.dialogs import Dialogs
from motworkshop.app.fonts import interface_font, load_fonts
from motworkshop.app.menu import MainMenu
from motworkshop.app.middle import Middle
from motworkshop.app.presenting import Presenting
from motworkshop.app.program import Program
from motworkshop.app.recent import RecentFiles
from motworkshop.app.remembered import Remembered, name_program
from motworkshop.app.saving import Saving
from motworkshop.app.scenes import Scenes
from motworkshop.app.search import Search
from motworkshop.app.side_panel import SidePanel
from motworkshop.app.start_page import StartPage
from motworkshop.app.window import Window
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


def dress(app: QApplication) -> None:
    """Give the application its name, style and fonts."""
    name_program()
    app.setApplicationDisplayName("motworkshop")
    app.setStyle("Fusion")
    load_fonts()
    app.setFont(interface_font())


class Builder:
    """Makes windows and desks out of what they all share."""

    def __init__(self, app: QApplication, remembered: Remembered, dialogs: Dialogs) -> None:
        self._dialogs = dialogs
        self.remembered = remembered
        self.icons = Icons(LIGHT, app)
        self.appearance = Appearance(app, self.icons, remembered)
        self.recent = RecentFiles(remembered)

    def program(self) -> Program:
        """The program, without a window yet."""
        return Program(self.window, self.put_desk, self._dialogs, self.recent)

    def window(self, program: Program) -> Window:
        """A window with a start page."""
        window = Window(self._dialogs, self.recent, self.remembered)
        actions = Actions(WINDOW_COMMANDS, window, self.icons)
        opens = program.open_file
        menu = MainMenu(
            actions, self.appearance, self.recent, lambda path: opens(path, window), window
        )
        start = StartPage(self.recent, actions, menu, self.icons)
        window.furnish(start, menu, actions)
        start.template_chosen.connect(lambda name: program.create_from_template(name, window))
        start.file_chosen.connect(lambda path: opens(path, window))
        start.sample_chosen.connect(lambda: program.create_sample(window))
        actions["new_window"].triggered.connect(program.new_window)
        actions["open"].triggered.connect(lambda: program.ask_and_open(window))
        actions["quit"].triggered.connect(program.quit)
        return window

    def put_desk(self, window: Window, path: Path, workshop: Workshop, saving: Saving) -> None:
        """Show an open workshop in a window."""
        document = Document(workshop)
        saving.follow(document)
        parts = self._parts(window, path, document, saving)
        actions = Actions(DESK_COMMANDS, window, self.icons)
        if window.menu is None:
            raise ValueError("a window gets its menu before its desk")
        desk = Desk(parts, actions, window.menu, self.icons, self.appearance, self.remembered)
        window.show_desk(desk)
        presenting = Presenting(parts, actions, self.appearance, window)
        window.closed.connect(presenting.close)
        QTimer.singleShot(SETTLED_MS, desk, _settle)

    def _parts(self, window: Window, path: Path, document: Document, saving: Saving) -> DeskParts:
        selection = Selection(document)
        editing = Editing(document)
        clock = Clock(editing)
        inspector = Inspector(editing, selection, self.icons)
        theme = self.appearance.theme
        scenes = Scenes(editing, selection, clock, self.icons, theme, lambda: path)
        board = Board(document, selection, theme, window)
        middle = Middle(board, scenes)

        def make_panel(kind: PhaseKind) -> QWidget:
            return PhasePanel(kind, editing, clock, self.icons, scenes.scene(kind).contents)

        return DeskParts(
            path,
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


def build_program(app: QApplication, settings: QSettings, dialogs: Dialogs) -> Program:
    """Everything, ready for its first window."""
    return Builder(app, Remembered(settings), dialogs).program()


def _settle() -> None:
    """What is loaded now is here to stay; the collector need not look through it again."""
    gc.collect()
    gc.freeze()
