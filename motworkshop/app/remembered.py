"""What this computer remembers between starts: looks, hidden panels, recent files."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QCoreApplication, QSettings, QStandardPaths

ORGANISATION = "motworkshop"
APPLICATION = "motworkshop"


def name_program() -> None:
    """Say who we are, so that settings and pictures lie where the system expects them."""
    QCoreApplication.setOrganizationName(ORGANISATION)
    QCoreApplication.setApplicationName(APPLICATION)


def private_folder() -> Path:
    """Where the program keeps files of its own; made if it is not there."""
    place = QStandardPaths.StandardLocation.AppDataLocation
    folder = Path(QStandardPaths.writableLocation(place))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def documents_folder() -> Path:
    """Where people keep their documents."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(place))
    return folder if folder.is_dir() else Path.home()


class Remembered:
    """Choices that outlive the program, each with the value it has before anybody chose."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    @property
    def theme(self) -> str:
        """“system”, or the name of a theme."""
        return str(self._settings.value("theme", "system"))

    @theme.setter
    def theme(self, name: str) -> None:
        self._settings.setValue("theme", name)

    @property
    def motion(self) -> str:
        """“system”, “full” or “less”."""
        return str(self._settings.value("motion", "system"))

    @motion.setter
    def motion(self, name: str) -> None:
        self._settings.setValue("motion", name)

    def is_shown(self, part: str, *, before: bool = True) -> bool:
        """Whether a part of the window ("rail", "side") is shown; `before` anybody chose."""
        return bool(self._settings.value(f"shown/{part}", before, type=bool))

    def set_shown(self, part: str, *, is_shown: bool) -> None:
        """Remember whether a part of the window is shown."""
        self._settings.setValue(f"shown/{part}", is_shown)

    def is_on(self, choice: str, *, before: bool = True) -> bool:
        """Whether a choice such as "snap" is on; `before` anybody chose."""
        return bool(self._settings.value(f"on/{choice}", before, type=bool))

    def set_on(self, choice: str, *, is_on: bool) -> None:
        """Remember whether a choice is on."""
        self._settings.setValue(f"on/{choice}", is_on)

    def keys_of(self, command: str) -> tuple[str, ...] | None:
        """The keys somebody chose for a command; None as long as nobody did."""
        value = self._settings.value(f"keys/{command}")
        return None if value is None else tuple(str(value).split())

    def set_keys(self, command: str, keys: Sequence[str] | None) -> None:
        """Remember other keys for a command; None forgets them."""
        if keys is None:
            self._settings.remove(f"keys/{command}")
        else:
            self._settings.setValue(f"keys/{command}", " ".join(keys))

    @property
    def geometry(self) -> QByteArray | None:
        """Where the last window was and how large."""
        value = self._settings.value("geometry")
        return value if isinstance(value, QByteArray) else None

    @geometry.setter
    def geometry(self, place: QByteArray) -> None:
        self._settings.setValue("geometry", place)

    @property
    def used_commands(self) -> list[str]:
        """The commands that were taken from the list of commands, the last one first."""
        return str(self._settings.value("commands", "")).split()

    @used_commands.setter
    def used_commands(self, names: list[str]) -> None:
        self._settings.setValue("commands", " ".join(names))

    @property
    def recent(self) -> list[str]:
        """The files that were open, the last one first."""
        value = self._settings.value("recent", [])
        return [str(item) for item in value] if isinstance(value, list) else [str(value)]

    @recent.setter
    def recent(self, paths: list[str]) -> None:
        self._settings.setValue("recent", paths)
