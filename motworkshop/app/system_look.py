"""What the system asks of every program's look: dark or light, more contrast, less motion."""

import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QSettings, QStandardPaths, Qt, Signal
from PySide6.QtGui import QStyleHints

GET_CLIENT_AREA_ANIMATION = 0x1042
"""SPI_GETCLIENTAREAANIMATION: what “Show animations in Windows” switches."""


class SystemLook(QObject):
    """Asks the system, and says when it has changed its mind.

    Signal: `changed` when one of the answers may be another.
    """

    changed = Signal()

    def __init__(self, hints: QStyleHints, platform: str = sys.platform) -> None:
        super().__init__()
        self._hints = hints
        self._platform = platform
        self._gnome_moves = True
        self._asked = QProcess(self)
        self._asked.finished.connect(self._on_answer)
        hints.colorSchemeChanged.connect(self.changed)
        hints.accessibility().contrastPreferenceChanged.connect(self.changed)

    @property
    def is_dark(self) -> bool:
        """Whether windows are dark."""
        return self._hints.colorScheme() is Qt.ColorScheme.Dark

    @property
    def has_high_contrast(self) -> bool:
        """Whether a person asked for more contrast."""
        wanted = self._hints.accessibility().contrastPreference()
        return wanted is Qt.ContrastPreference.HighContrast

    @property
    def has_less_motion(self) -> bool:
        """Whether a person asked for less motion. Qt 6.11 does not know."""
        if self._platform == "win32":
            return not _windows_moves()
        if self._platform == "darwin":
            return _mac_has_less_motion()
        return not self._gnome_moves or not _kde_moves()

    def ask_desktop(self) -> None:
        """Ask GNOME, without waiting for it: `changed` follows if it wants less motion."""
        program = QStandardPaths.findExecutable("gsettings")
        if not self._platform.startswith("linux") or not program:
            return
        self._asked.start(program, ["get", "org.gnome.desktop.interface", "enable-animations"])

    def name_scheme(self, is_dark: bool | None) -> None:
        """Tell the system in which colours our window is, for its frame; None leaves it to it."""
        schemes = {None: Qt.ColorScheme.Unknown, True: Qt.ColorScheme.Dark}
        self._hints.setColorScheme(schemes.get(is_dark, Qt.ColorScheme.Light))

    def _on_answer(self) -> None:
        moves = moves_by_gnome(self._asked.readAllStandardOutput().toStdString())
        if moves != self._gnome_moves:
            self._gnome_moves = moves
            self.changed.emit()


def moves_by_gnome(answer: str) -> bool:
    """What `gsettings get … enable-animations` has said; anything but a clear no is a yes."""
    return answer.strip() != "false"


def moves_by_kde(file: Path) -> bool:
    """What the file kdeglobals says: animations that take no time are none."""
    if not file.is_file():
        return True
    settings = QSettings(str(file), QSettings.Format.IniFormat)
    factor = str(settings.value("KDE/AnimationDurationFactor", "1"))
    return factor.strip() not in {"0", "0.0"}


def _kde_moves() -> bool:
    place = QStandardPaths.StandardLocation.GenericConfigLocation
    return moves_by_kde(Path(QStandardPaths.writableLocation(place)) / "kdeglobals")


def _windows_moves() -> bool:
    import ctypes

    moves = ctypes.c_int(1)
    libraries = getattr(ctypes, "windll", None)  # there is none elsewhere
    if libraries is not None:
        libraries.user32.SystemParametersInfoW(GET_CLIENT_AREA_ANIMATION, 0, ctypes.byref(moves), 0)
    return bool(moves.value)


def _mac_has_less_motion() -> bool:
    wanted = QSettings("apple.com", "universalaccess").value("reduceMotion", False, type=bool)
    return bool(wanted)
