"""What can be wrong with a workshop file, each with the sentence that people are told."""

from pathlib import Path

from motworkshop.errors import UnreadableInputError, WorkshopError, WriteFailedError


class FileMissingError(WorkshopError):
    """There is no such file."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"There is no file “{path}”. Check its name, or create it.")


class NotAWorkshopError(WorkshopError):
    """The file is something else; it was not touched."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"“{path}” is not a workshop: {why}. Choose a .motw file.")


class FileTooNewError(WorkshopError):
    """The file was written by a later version of the program."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"“{path}” comes from a newer version of the program. Update the program to open it."
        )


class FileUnreadableError(UnreadableInputError):
    """The system does not let us read the file."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"“{path}” cannot be read: {why}. Ask for permission, or copy it first.")


class DamagedFileError(WorkshopError):
    """The file is a workshop, but not as it was written; it was not touched. `why` in words."""

    def __init__(
        self, path: Path, why: str, advice: str = "Use a backup or another copy of it."
    ) -> None:
        super().__init__(f"“{path}” is damaged: {why}. {advice}")
        self.why = why


class StrayJournalError(DamagedFileError):
    """A journal lies beside the file that was left by another one of its name, and that SQLite
    would put into it; neither was touched."""

    def __init__(self, path: Path, journal: Path) -> None:
        super().__init__(
            path,
            f"“{journal.name}” beside it belongs to another file",
            f"Move “{journal.name}” to another folder and open it again.",
        )


class WorkshopExistsError(WorkshopError):
    """A new workshop was to take a name that is taken."""

    def __init__(self, path: Path, what: str = "exists already and was left as it is") -> None:
        super().__init__(f"“{path}” {what}. Choose another name.")


class FileLockedError(WorkshopError):
    """Another program has the file open for writing."""


class HeldElsewhereError(FileLockedError):
    """Another computer has noted down that it has the file open; whether it still has, only people
    can know."""


class FileMovedError(WriteFailedError):
    """The open file was deleted, renamed or replaced; nothing was written."""

    def __init__(
        self, path: Path, what: str = "was moved, deleted or replaced while it was open"
    ) -> None:
        super().__init__(
            f"“{path}” {what}, so nothing was written. Put it back, or save under another name."
        )


class StaleFileError(WriteFailedError):
    """Something else has changed the open file; nothing was written."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"“{path}” was changed by another program while it was open, so nothing was written. "
            "Open it again."
        )


class WriterStoppedError(WriteFailedError):
    """A fault of ours ended the writer's thread; nothing more is saved."""

    def __init__(self) -> None:
        super().__init__("A fault in the program stopped the saving. Save a copy under a new name.")


class SilentDiskError(WriteFailedError):
    """The disk has not said for so many seconds whether it did what it was asked."""

    def __init__(self, seconds: float) -> None:
        super().__init__(
            f"The disk has not answered for {seconds:.0f} seconds. Wait until it does, or save a "
            "copy on another disk."
        )
