"""Where the objects of the program are made and handed to one another."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from motworkshop.app.actions import WINDOW_COMMANDS, Actions
from motworkshop.app.appearance import Appearance
from motworkshop.app.dialogs import Dialogs
from motworkshop.app.fonts import interface_font, load_fonts
from motworkshop.app.keys import Keys
from motworkshop.app.menu import MainMenu
from motworkshop.app.program import Program
from motworkshop.app.recent import RecentFiles
from motworkshop.app.remembered import Remembered, name_program, private_folder
from motworkshop.app.settling import Settling
from motworkshop.app.system_look import SystemLook
from motworkshop.app.window import Window
from motworkshop.look import LIGHT
from motworkshop.panels.icons import Icons

if TYPE_CHECKING:
    from motworkshop.app.build_desk import DeskBuilder
    from motworkshop.app.saving import Saving
    from motworkshop.app.start_page import StartPage
    from motworkshop.app.versions import Versions
    from motworkshop.model.workshop import Workshop


def dress(app: QApplication) -> None:
    """Give the application its name, style and fonts."""
    name_program()
    app.setApplicationDisplayName("motworkshop")
    app.setStyle("Fusion")
    load_fonts()
    app.setFont(interface_font())


class Builder:
    """Makes windows and desks out of what they all share."""

    def __init__(
        self,
        app: QApplication,
        remembered: Remembered,
        dialogs: Dialogs,
        system: SystemLook,
        backups: Path | None = None,
        read: "Callable[[Path], Workshop] | None" = None,
    ) -> None:
        self._dialogs = dialogs
        self._read = read
        self.remembered = remembered
        self.icons = Icons(LIGHT, app)
        self.appearance = Appearance(app, self.icons, remembered, system)
        self.recent = RecentFiles(remembered)
        self.keys = Keys(remembered, app)
        self.backups = backups or private_folder() / "backups"
        self._desks: DeskBuilder | None = None
        self._versions: Versions | None = None
        self.settling = Settling(app)
        self._makes_ahead = False

    def program(self, *, makes_ahead: bool = False) -> Program:
        """The program, without a window yet; what all windows share goes when it goes. With
        `makes_ahead` phases are made before somebody turns to them."""
        self._makes_ahead = makes_ahead
        made = Program(
            self.window, self.put_desk, self._dialogs, self.recent, self.backups, self._read
        )
        for shared in (self.icons, self.appearance, self.keys, self.settling):
            shared.setParent(made)
        return made

    def window(self, program: Program) -> Window:
        """A window with a start page."""
        window = Window(self._dialogs, self.recent, self.remembered)
        actions = Actions(WINDOW_COMMANDS, window, self.icons, self.keys)
        opens = partial(program.open_file, window=window)
        menu = MainMenu(actions, self.appearance, self.recent, opens, window)
        window.furnish(partial(self._start_page, program), menu, actions)
        window.file_dropped.connect(opens)
        window.left_for.connect(lambda path: program.opening.go_on(path, window))
        actions["new_window"].triggered.connect(program.new_window)
        actions["open"].triggered.connect(lambda: program.ask_and_open(window))
        actions["backups"].triggered.connect(
            lambda: self.versions.show_backups(partial(program.opening.open_made, window), window)
        )
        window.versions_wanted.connect(
            lambda parts: self.versions.show_of(
                parts.document, parts.saving, partial(program.opening.open_made, window), window
            )
        )
        actions["quit"].triggered.connect(program.quit)
        return window

    def _start_page(self, program: Program, window: Window) -> "StartPage":
        from motworkshop.app.start_page import StartPage  # not where a file is opened at once

        if window.menu is None or window.actions_ is None:
            raise ValueError("a window gets its menu before its start page")
        start = StartPage(self.recent, window.actions_, window.menu, self.icons)
        start.template_chosen.connect(
            lambda name: program.opening.create_from_template(name, window)
        )
        start.file_chosen.connect(partial(program.open_file, window=window))
        start.sample_chosen.connect(lambda: program.opening.create_sample(window))
        return start

    def put_desk(self, window: Window, workshop: "Workshop", saving: "Saving") -> None:
        """Show an open workshop in a window."""
        if self._desks is None:
            from motworkshop.app.build_desk import DeskBuilder

            self._desks = DeskBuilder(
                self.icons,
                self.appearance,
                self.remembered,
                self.keys,
                self.settling,
                self.backups,
                makes_ahead=self._makes_ahead,
            )
        self._desks.put_desk(window, workshop, saving)

    @property
    def versions(self) -> "Versions":
        """What shows earlier versions; made when somebody asks for them."""
        if self._versions is None:
            from motworkshop.app.versions import Versions

            self._versions = Versions(self.backups, self.appearance)
        return self._versions


def build_program(
    app: QApplication,
    settings: QSettings,
    dialogs: Dialogs,
    system: SystemLook | None = None,
    backups: Path | None = None,
    *,
    makes_ahead: bool = False,
) -> Program:
    """Everything, ready for its first window. `system` is what the system asks of the look;
    `backups` is where they lie, if not with the other files of the program; `makes_ahead` as in
    `Builder.program`."""
    asked = system or SystemLook(app.styleHints())
    builder = Builder(app, Remembered(settings), dialogs, asked, backups)
    return builder.program(makes_ahead=makes_ahead)
