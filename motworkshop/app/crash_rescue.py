"""After a fault: the work is saved first, then one dialog says so and what can be done."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from motworkshop.app.again import Place, place_of
from motworkshop.app.crash_dialog import CrashDialog
from motworkshop.app.crash_report import Fault
from motworkshop.app.crashes import Crashes
from motworkshop.app.program import Program
from motworkshop.app.window import Window
from motworkshop.panels.icons import Icons

SECONDS_TO_SAVE = 3.0
REPEATED = "The same mistake of the program happened again. "


class CrashRescue(QObject):
    """Saves, tells, and starts the program again if that is wanted. Many faults, one dialog; a
    fault that was told before comes back as a banner only."""

    def __init__(
        self,
        crashes: Crashes,
        program: Program,
        icons: Icons,
        start_again: Callable[[list[Place]], bool],
    ) -> None:
        super().__init__(crashes)
        self._program = program
        self._icons = icons
        self._start_again = start_again
        self._dialog: CrashDialog | None = None
        self._told: set[str] = set()
        crashes.happened.connect(self._on_happened)
        crashes.ended.connect(self._on_ended)

    def _on_happened(self, fault: Fault) -> None:
        if self._dialog is not None:
            self._dialog.add(fault)
        elif fault.place in self._told:
            self._tell_again(fault)
        else:
            self._told.add(fault.place)
            self._open(fault)

    def _on_ended(self, fault: Fault) -> None:
        """Nothing goes on after this, so the dialog waits for its answer."""
        dialog = CrashDialog(self._saved_words(), self._icons, None)
        dialog.add(fault)
        dialog.again_wanted.connect(self.start_again)
        dialog.exec()

    def _open(self, fault: Fault) -> None:
        dialog = CrashDialog(self._saved_words(), self._icons, self._window())
        dialog.add(fault)
        dialog.again_wanted.connect(self.start_again)
        dialog.finished.connect(self._on_finished)
        self._dialog = dialog
        dialog.open()

    def _on_finished(self) -> None:
        self._dialog = None

    def start_again(self) -> None:
        """Close all windows as usual, then open them in a new process."""
        windows = list(self._program.windows)
        places = [place_of(window) for window in windows]
        for window in windows:
            if not window.close():
                return  # something could not be saved, and the person wants to stay
        self._start_again(places)

    def _saved_words(self) -> str:
        """Save what waits everywhere, and say how that went."""
        open_windows = [window for window in self._program.windows if window.desk is not None]
        lost = []
        for window in open_windows:
            if window.desk is None:
                continue
            why = window.desk.parts.saving.finish(SECONDS_TO_SAVE)
            if why:
                lost.append(f"Not saved: {why}")
        if lost:
            return "\n".join([*lost, "Go on, and save a copy from the menu."])
        if not open_windows:
            return "No workshop was open."
        names = ", ".join(f"“{window.path.name}”" for window in open_windows if window.path)
        return f"Your work is safe: everything is saved in {names}."

    def _tell_again(self, fault: Fault) -> None:
        window = self._window()
        if window is None or window.desk is None:
            return
        words = REPEATED + self._saved_words()
        banner = window.desk.parts.banner
        if banner.isVisible() and banner.words == words:
            return  # or a fault in painting would bring itself about again
        copies = ("Copy report", lambda: QGuiApplication.clipboard().setText(fault.report))
        window.desk.say(words, "warn", copies, ("Start again", self.start_again))

    def _window(self) -> Window | None:
        active = QApplication.activeWindow()
        windows = self._program.windows
        return next((one for one in windows if one is active), windows[-1] if windows else None)
