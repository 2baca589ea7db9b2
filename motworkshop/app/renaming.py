"""The file follows the title: whoever renames a workshop renames its file with it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from motworkshop.app.desk import Desk
from motworkshop.app.file_name import file_stem, is_named_after
from motworkshop.app.recent import RecentFiles, free_name
from motworkshop.model.change import Change
from motworkshop.model.records import About

SEEN_MS = 6000
RENAME_TOO = "Rename the file too"


class Renaming(QObject):
    """Renames the file of a desk after a new title, as long as it carried the old one.

    A file that somebody called otherwise keeps its name, and renaming it is offered once. Undo
    changes the title alone: a name may have been given to others by then.
    """

    def __init__(self, desk: Desk, recent: RecentFiles) -> None:
        super().__init__(desk)
        self._desk = desk
        self._recent = recent
        self._has_offered = False
        self._unexplained: tuple[str, str] | None = None
        desk.bar.title.renamed.connect(self._on_renamed)
        desk.parts.document.changed.connect(self._on_changed)
        desk.parts.saving.moved.connect(self._on_moved)
        desk.parts.saving.not_moved.connect(self._on_not_moved)

    @property
    def _path(self) -> Path:
        return self._desk.parts.path

    def _on_renamed(self, old: str, new: str) -> None:
        self._unexplained = None
        wanted = self._wanted(new)
        if is_named_after(self._path.stem, new):
            return
        if is_named_after(self._path.stem, old):
            self._move(wanted)
        elif not self._has_offered:
            self._has_offered = True
            words = f"The title is changed. The file is still called “{self._path.name}”."
            self._desk.say(words, "ok", (RENAME_TOO, partial(self._move, wanted)))

    def _on_changed(self, change: Change) -> None:
        """A title that changes without being typed came back by undo or redo."""
        about = self._desk.parts.document.workshop.about
        old, new = change.pairs.get(about.id, (None, None))
        if isinstance(old, About) and isinstance(new, About) and old.title != new.title:
            self._unexplained = (old.title, new.title)
            QTimer.singleShot(0, self, self._explain)

    def _explain(self) -> None:
        told, self._unexplained = self._unexplained, None
        if told is None or not is_named_after(self._path.stem, told[0]):
            return
        if is_named_after(self._path.stem, told[1]):
            return
        words = f"The title went back. The file is still called “{self._path.name}”."
        self._desk.say(words, "ok", (RENAME_TOO, partial(self._move, self._wanted(told[1]))))

    def _wanted(self, title: str) -> Path:
        return self._path.with_name(f"{file_stem(title)}{self._path.suffix}")

    def _move(self, path: Path) -> None:
        self._desk.parts.saving.move(path)

    def _on_moved(self, old: Path, new: Path) -> None:
        self._recent.move(old, new)
        words = f"The file is called “{new.name}” now."
        self._desk.say(words, "ok")
        QTimer.singleShot(SEEN_MS, self, partial(self._take_away, words))

    def _take_away(self, words: str) -> None:
        banner = self._desk.parts.banner
        if banner.words == words and banner.isVisible():
            banner.dismiss()

    def _on_not_moved(self, path: Path, why: str) -> None:
        words = f"The file is still called “{self._path.name}”. {why}"
        free = free_name(path.parent, path.stem)
        offers = []
        if free != path:
            offers.append((f"Call it “{free.stem}”", partial(self._move, free)))
        self._desk.say(words, "warn", *offers)
