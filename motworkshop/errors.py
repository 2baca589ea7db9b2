"""The failures of the world, as opposed to faults of ours (DESIGN.md, habit 7).

Each carries one sentence that says what happened and what to do. The command line maps the
classes to exit codes, the window to banners; anything else is a fault of the program.
"""


class WorkshopError(Exception):
    """Something outside the program is not as it must be; `str()` is the sentence for people."""


class RefusedError(WorkshopError):
    """A rule of the method says no; nothing was changed."""


class UnreadableInputError(WorkshopError):
    """A spreadsheet or text that was to be imported cannot be read."""


class WriteFailedError(WorkshopError):
    """A file could not be written; what stood there before is untouched."""


class WrongUseError(WorkshopError):
    """Something was asked for that does not exist or does not go together."""
