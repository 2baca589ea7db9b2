"""What the program's exit code says (README, command line)."""

from enum import IntEnum

from motworkshop.errors import (
    RefusedError,
    UnreadableInputError,
    WorkshopError,
    WriteFailedError,
    WrongUseError,
)
from motworkshop.storage.errors import (
    DamagedFileError,
    FileLockedError,
    FileMissingError,
    FileTooNewError,
    NotAWorkshopError,
    WorkshopExistsError,
)


class ExitCode(IntEnum):
    """0 done · 1 fault of ours · 2 wrong use · 3 damaged or refused · 4 newer · 5 foreign · 6
    could not write."""

    DONE = 0
    FAULT = 1
    WRONG_USE = 2
    REFUSED = 3
    TOO_NEW = 4
    NOT_OURS = 5
    NOT_WRITTEN = 6


_CODES: tuple[tuple[type[WorkshopError], ExitCode], ...] = (
    (WrongUseError, ExitCode.WRONG_USE),
    (FileMissingError, ExitCode.WRONG_USE),
    (WorkshopExistsError, ExitCode.WRONG_USE),
    (FileTooNewError, ExitCode.TOO_NEW),
    (NotAWorkshopError, ExitCode.NOT_OURS),
    (FileLockedError, ExitCode.NOT_WRITTEN),
    (WriteFailedError, ExitCode.NOT_WRITTEN),
    (DamagedFileError, ExitCode.REFUSED),
    (UnreadableInputError, ExitCode.REFUSED),
    (RefusedError, ExitCode.REFUSED),
    (WorkshopError, ExitCode.REFUSED),
)


def exit_code_of(error: WorkshopError) -> ExitCode:
    """The exit code for a failure of the world."""
    return next(code for kind, code in _CODES if isinstance(error, kind))
