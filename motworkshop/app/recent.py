"""The workshops that were open lately, each with a picture of its board."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from motworkshop.app.remembered import Remembered, private_folder
from motworkshop.values import dataclass

if TYPE_CHECKING:
    from datetime import datetime

MOST = 12


@dataclass(frozen=True, slots=True)
class RecentFile:
    """One of them."""

    path: Path

    @property
    def picture(self) -> Path:
        """The picture of its board, which may not be there."""
        return _picture_of(str(self.path))

    @property
    def is_there(self) -> bool:
        """Whether the file still lies where it was."""
        return self.path.is_file()

    @property
    def date(self) -> str:
        """When it was last changed, or that it is missing."""
        if not self.is_there:
            return "Not found"
        from datetime import datetime

        changed = datetime.fromtimestamp(self.path.stat().st_mtime).astimezone()
        return said_date(changed, datetime.now().astimezone())


class RecentFiles:
    """The list, kept in the settings; pictures lie in the program's own folder."""

    def __init__(self, remembered: Remembered) -> None:
        self._remembered = remembered

    def files(self) -> list[RecentFile]:
        """The last one first."""
        return [RecentFile(Path(path)) for path in self._remembered.recent]

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

    def move(self, old: Path, new: Path) -> None:
        """Follow a file that got another name, with its picture."""
        names = (str(old), str(new))
        others = [known for known in self._remembered.recent if known not in names]
        self._remembered.recent = [names[1], *others][:MOST]
        picture = _picture_of(names[0])
        if picture.exists():
            picture.replace(_picture_of(names[1]))

    def keep_picture(self, path: Path, picture: QImage) -> None:
        """Remember what the board of a file looks like."""
        picture.save(str(_picture_of(str(path.resolve()))))


def free_name(folder: Path, stem: str) -> Path:
    """A name in this folder that is not taken."""
    path = folder / f"{stem}.motw"
    number = 2
    while path.exists() or path.with_name(f"{path.name}-journal").exists():  # see `journal`
        path = folder / f"{stem} {number}.motw"
        number += 1
    return path


def said_date(moment: "datetime", now: "datetime") -> str:
    """A moment as people say it: the day near now, the date further away."""
    days = (now.date() - moment.date()).days
    clock = f"{moment:%H:%M}"
    if days == 0:
        return f"Today, {clock}"
    if days == 1:
        return f"Yesterday, {clock}"
    if 1 < days < 7:
        return f"{moment:%A}, {clock}"
    year = "" if moment.year == now.year else f" {moment.year}"
    return f"{moment.day} {moment:%B}{year}"


def _picture_of(path: str) -> Path:
    from hashlib import sha256

    folder = private_folder() / "pictures"
    folder.mkdir(exist_ok=True)
    return folder / f"{sha256(path.encode('utf-8', 'surrogateescape')).hexdigest()[:24]}.png"
