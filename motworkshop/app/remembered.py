"""What this computer remembers between starts: looks, hidden panels, recent files."""

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

    def is_shown(self, part: str) -> bool:
        """Whether a part of the window ("rail", "panel") is shown."""
        return bool(self._settings.value(f"shown/{part}", True, type=bool))

    def set_shown(self, part: str, *, is_shown: bool) -> None:
        """Remember whether a part of the window is shown."""
        self._settings.setValue(f"shown/{part}", is_shown)

    @property
    def geometry(self) -> QByteArray | None:
        """Where the last window was and how large."""
        value = self._settings.value("geometry")
        return value if isinstance(value, QByteArray) else None

    @geometry.setter
    def geometry(self, place: QByteArray) -> None:
        self._settings.setValue("geometry", place)

    @property
    def recent(self) -> list[str]:
        """The files that were open, the last one first."""
        value = self._settings.value("recent", [])
        return [str(item) for item in value] if isinstance(value, list) else [str(value)]

    @recent.setter
    def recent(self, paths: list[str]) -> None:
        self._settings.setValue("recent", paths)
