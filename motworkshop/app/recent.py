"""The workshops that were open lately, each with a picture of its board."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from PySide6.QtGui import QImage

from motworkshop.app.remembered import Remembered, private_folder

MOST = 12


@dataclass(frozen=True, slots=True)
class RecentFile:
    """One of them; `picture` may not be there."""

    path: Path
    picture: Path

    @property
    def is_there(self) -> bool:
        """Whether the file still lies where it was."""
        return self.path.is_file()

    @property
    def date(self) -> str:
        """When it was last changed, or that it is missing."""
        if not self.is_there:
            return "Not found"
        changed = datetime.fromtimestamp(self.path.stat().st_mtime).astimezone()
        return f"{changed.day} {changed:%B %Y, %H:%M}"


class RecentFiles:
    """The list, kept in the settings; pictures lie in the program's own folder."""

    def __init__(self, remembered: Remembered) -> None:
        self._remembered = remembered

    def files(self) -> list[RecentFile]:
        """The last one first."""
        return [RecentFile(Path(path), _picture_of(path)) for path in self._remembered.recent]

    def add(self, path: Path) -> None:
        """Put a file first."""
        name = str(path.resolve())
        others = [known for known in self._remembered.recent if known != name]
        self._remembered.recent = [name, *others][:MOST]

    def remove(self, path: Path) -> None:
        """Take a file off the list; the file itself stays."""
        name = str(path)
        self._remembered.recent = [known for known in self._remembered.recent if known != name]
        _picture_of(name).unlink(missing_ok=True)

    def keep_picture(self, path: Path, picture: QImage) -> None:
        """Remember what the board of a file looks like."""
        picture.save(str(_picture_of(str(path.resolve()))))


def _picture_of(path: str) -> Path:
    folder = private_folder() / "pictures"
    folder.mkdir(exist_ok=True)
    return folder / f"{sha256(path.encode('utf-8', 'surrogateescape')).hexdigest()[:24]}.png"
