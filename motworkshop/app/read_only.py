"""A workshop that is only looked at: somebody else has it, or it lies where nothing can be written."""

from pathlib import Path
from typing import NoReturn

from PySide6.QtCore import QObject
from typing_extensions import override

from motworkshop.app.saving import SECONDS_TO_FINISH, Saving, State
from motworkshop.document.document import Document

REFUSAL = "This workshop is open to look at only. Save a copy to change it."
CANNOT_RENAME = "It is open to look at only."


class ReadOnly(Saving):
    """Saves nothing, because nothing can be changed. Looks like any other to status line and desk."""

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(path, _never, parent)
        self.state = State.READ_ONLY

    @override
    def start(self) -> None:
        """There is no file to open."""

    @override
    def follow(self, document: Document) -> None:
        """Nothing changes in this document from now on but the phase that is looked at."""
        document.close_to_changes(REFUSAL)

    @override
    def retry(self) -> None:
        """There is nothing to save."""

    @override
    def move(self, path: Path) -> None:
        self.not_moved.emit(path, CANNOT_RENAME)

    @override
    def finish(self, seconds: float = SECONDS_TO_FINISH) -> str:
        return ""

    @override
    def close(self) -> str:
        return ""


def _never() -> NoReturn:
    raise AssertionError("a file that is only looked at is never opened for writing")
