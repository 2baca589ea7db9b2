"""Another name for a workshop file: nothing is written over, and a failure leaves the old name."""

import errno
import os
from pathlib import Path

from motworkshop.errors import WriteFailedError
from motworkshop.files import move_without_overwriting, sync_folder
from motworkshop.storage.errors import WorkshopExistsError
from motworkshop.storage.journal import journal_of, refuse_name_with_journal


def is_name_free(new: Path, old: Path) -> bool:
    """Whether a file can be called so; its own name in other letters is free for it."""
    return not os.path.lexists(new) or _is_same_in_other_letters(new, old)


def rename_file(old: Path, new: Path) -> None:
    """Give a file that nobody has open another name.

    Raises:
        WorkshopExistsError: something stands under that name. WriteFailedError: it cannot be done
        here. Either way the file has its old name.
    """
    if os.path.lexists(journal_of(old)):  # without it what was begun could not be taken back
        raise WriteFailedError(f"“{old.name}” could not be renamed: a change of it is unfinished.")
    refuse_name_with_journal(new)
    try:
        if _is_same_in_other_letters(new, old):
            old.rename(new)
        else:
            move_without_overwriting(old, new)
    except FileExistsError:
        raise WorkshopExistsError(new) from None
    except OSError as fault:
        raise WriteFailedError(_sentence(old, new, fault)) from fault
    sync_folder(new.parent)


def _is_same_in_other_letters(new: Path, old: Path) -> bool:
    """Where “Spring” and “spring” are one name, the file stands in its own way."""
    is_alike = new.name != old.name and new.name.casefold() == old.name.casefold()
    return is_alike and new.exists() and new.samefile(old)


def _sentence(old: Path, new: Path, fault: OSError) -> str:
    if fault.errno == errno.ENAMETOOLONG:
        return f"“{new.name}” is too long for the name of a file."
    if isinstance(fault, PermissionError) or fault.errno == errno.EROFS:
        return f"In the folder “{old.parent}” nothing may be renamed."
    return f"“{old.name}” could not be renamed ({fault.strerror})."
