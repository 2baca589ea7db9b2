"""Where the parts of an open workshop are made and handed to one another.

It stands apart from `build` because it is asked for when the first workshop is opened: the start
page is on the screen before board and panels are read from the disk.
"""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from motworkshop.app.actions import Actions
from motworkshop.app.appearance import Appearance
from motworkshop.app.backing_up import BackingUp
from motworkshop.app.banner import Banner
from motworkshop.app.desk import Desk, DeskParts
from motworkshop.app.desk_commands import DESK_COMMANDS
from motworkshop.app.finding import Finding
from motworkshop.app.keys import Keys
from motworkshop.app.making_ahead import MakingAhead
from motworkshop.app.middle import Middle
from motworkshop.app.outlining import Outlining
from motworkshop.app.presenting import Presenting
from motworkshop.app.remembered import Remembered
from motworkshop.app.saving import Saving
from motworkshop.app.scenes import Scenes
from motworkshop.app.search import Search
from motworkshop.app.settling import Settling
from motworkshop.app.side_panel import SidePanel
from motworkshop.app.window import Window
from motworkshop.canvas.accessible import read_out_boards
from motworkshop.canvas.board import Board
from motworkshop.document.document import Document
from motworkshop.document.editing import Editing
from motworkshop.document.selection import Selection
from motworkshop.model.records import PhaseKind
from motworkshop.model.workshop import Workshop
from motworkshop.panels.icons import Icons
from motworkshop.panels.phases.clock import Clock
from motworkshop.panels.phases.panel import PhasePanel

if TYPE_CHECKING:
    from motworkshop.panels.inspector.inspector import Inspector

READ_OUT = "boards are read out"
"""What the application remembers, because Qt is to be told once."""
NO_BACKUP = "no backup could be made"


class DeskBuilder:
    """Makes desks out of what all windows share."""

    def __init__(
        self,
        icons: Icons,
        appearance: Appearance,
        remembered: Remembered,
        keys: Keys,
        settling: Settling,
        backups: Path,
        *,
        makes_ahead: bool,
    ) -> None:
        self.icons = icons
        self.appearance = appearance
        self.remembered = remembered
        self.keys = keys
        self.settling = settling
        self.backups = backups
        self.makes_ahead = makes_ahead
        app = QApplication.instance()
        if app is not None and not app.property(READ_OUT):
            app.setProperty(READ_OUT, True)
            read_out_boards()

    def put_desk(self, window: Window, workshop: Workshop, saving: Saving) -> None:
        """Show an open workshop in a window."""
        document = Document(workshop)
        saving.follow(document)
        parts = self._parts(window, document, saving)
        actions = Actions(DESK_COMMANDS, window, self.icons, self.keys)
        if window.menu is None or window.actions_ is None:
            raise ValueError("a window gets its menu before its desk")
        desk = Desk(
            parts,
            actions,
            window.menu,
            self.icons,
            self.appearance,
            self.remembered,
            parent=window.centralWidget(),  # else all of it is styled once more when it gets there
        )
        Finding(desk, window.actions_, self.remembered, self.appearance)
        Outlining(desk, self.icons, self.remembered)
        keeps = BackingUp(document, parts.clock, saving, self.backups)
        keeps.failed.connect(partial(desk.status.remark, NO_BACKUP))
        keeps.made.connect(partial(desk.status.remark, ""))
        desk.possible.follow_window(window.actions_)
        window.show_desk(desk)
        presenting = Presenting(parts, actions, self.appearance, window)
        self.appearance.animate(parts.board, parts.scenes)
        window.closed.connect(presenting.close)
        window.closed.connect(self.settling.on_closed)
        self.settling.on_loaded()
        if self.makes_ahead:
            MakingAhead(desk)

    def _parts(self, window: Window, document: Document, saving: Saving) -> DeskParts:
        selection = Selection(document)
        editing = Editing(document)
        clock = Clock(editing)
        theme = self.appearance.theme
        scenes = Scenes(editing, selection, clock, self.icons, theme, lambda: saving.path)
        board = Board(document, selection, theme, window)
        middle = Middle(board, scenes)

        def make_panel(kind: PhaseKind) -> QWidget:
            return PhasePanel(kind, editing, clock, self.icons, scenes.scene(kind))

        def make_inspector() -> "Inspector":
            from motworkshop.panels.inspector.inspector import Inspector

            inspector = Inspector(editing, selection, self.icons)
            inspector.link_chosen.connect(board.link_chosen)
            return inspector

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
            SidePanel(selection, clock, middle, make_inspector, make_panel),
            Banner(self.icons),
        )
