"""Writing a file so that its name never stands for half of it (safety.md, decision 9).

The new content goes to a `.part` file in the same folder, is checked, synced and moved into place;
until then whatever stood under the name is untouched. Standard library only.
"""

import os
import secrets
import shutil
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from errno import EDQUOT, EFBIG, EIO, ENOSPC, EROFS
from pathlib import Path

from motworkshop.errors import WriteFailedError

FULL = frozenset({ENOSPC, EDQUOT, EFBIG})
BROKEN = frozenset({EIO, EROFS})


@contextmanager
def written_aside(
    target: Path, check: Callable[[Path], object] | None = None, *, may_replace: bool = True
) -> Iterator[Path]:
    """Give an empty `.part` file to write to; afterwards it takes the place of `target`.

    `check` reads the part back and raises when it is not whole. After any failure the part is
    gone and `target` is as it was. Parts that a killed program left behind are swept.

    Raises:
        WriteFailedError: the folder, the disk or `target` itself does not let us write.
        FileExistsError: `target` exists and `may_replace` is False.
    """
    final = Path(os.path.realpath(target))
    _refuse_unwritable(final)
    sweep(final)
    part, descriptor = _new_part(final)
    try:
        with _disk_faults(final):
            try:
                yield part
                if check is not None:
                    check(part)
                _take_over_mode(part, final)
                sync_file(part)
            finally:
                os.close(descriptor)
        _move(part, final, may_replace=may_replace)
    finally:
        part.unlink(missing_ok=True)


def sync_file(path: Path) -> None:
    """Return only when the content of `path` is on the disk."""
    descriptor = os.open(path, os.O_RDWR)  # Windows syncs only what may be written
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Return only when the names in `folder` are on the disk, where the system can say so."""
    if sys.platform == "win32":
        return
    with suppress(OSError):  # some network drives can neither open nor sync a folder
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def move_without_overwriting(part: Path, final: Path) -> None:
    """Give `part` the name `final`, or raise FileExistsError and leave both as they are."""
    if sys.platform == "win32":
        part.rename(final)  # refuses on Windows to overwrite
        return
    try:
        os.link(part, final)
    except FileExistsError:
        raise
    except OSError:  # memory sticks (FAT) know no links: reserve the name, then replace our own
        os.close(os.open(final, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        try:
            part.replace(final)
        except OSError:
            final.unlink()
            raise
    else:
        try:
            part.unlink()
        except OSError:
            final.unlink()
            raise


def sweep(final: Path) -> None:
    """Remove parts of `final` that no living program holds."""
    for left in final.parent.glob(f"{_pattern(final.name)}.*.part"):
        with suppress(OSError):
            if _is_abandoned(left):
                left.unlink()


def _pattern(name: str) -> str:
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in name)


def _is_abandoned(part: Path) -> bool:
    if sys.platform == "win32":
        return True  # a file that is open there cannot be deleted
    import fcntl

    descriptor = os.open(part, os.O_RDWR)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(descriptor)
    return True


def _new_part(final: Path) -> tuple[Path, int]:
    """A new part and a descriptor that holds a lock on it, so that nobody sweeps it."""
    part = final.with_name(f"{final.name}.{secrets.token_hex(4)}.part")
    try:
        descriptor = os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o666)
    except FileNotFoundError:
        raise WriteFailedError(
            f"There is no folder “{final.parent}”. Make it first, or choose another."
        ) from None
    except OSError as fault:
        raise WriteFailedError(_sentence(final, fault)) from fault
    if sys.platform != "win32":
        import fcntl

        with suppress(OSError):  # a drive without locks
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    return part, descriptor


def _refuse_unwritable(final: Path) -> None:
    try:
        mode = final.stat().st_mode
    except FileNotFoundError:
        return
    except OSError as fault:
        raise WriteFailedError(_sentence(final, fault)) from fault
    if not stat.S_ISREG(mode):
        raise WriteFailedError(f"“{final}” is not a file. Choose another name.")
    if not os.access(final, os.W_OK):
        raise WriteFailedError(f"“{final}” may only be read. Choose another name.")


def _take_over_mode(part: Path, final: Path) -> None:
    with suppress(OSError):
        shutil.copymode(final, part)


def _move(part: Path, final: Path, *, may_replace: bool) -> None:
    try:
        if may_replace:
            part.replace(final)
        else:
            move_without_overwriting(part, final)
    except FileExistsError:
        raise
    except OSError as fault:
        raise WriteFailedError(_sentence(final, fault)) from fault
    sync_folder(final.parent)


@contextmanager
def _disk_faults(final: Path) -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        if fault.errno not in FULL | BROKEN:
            raise  # not the disk's doing: a fault of whoever writes
        raise WriteFailedError(_sentence(final, fault)) from fault


def _sentence(final: Path, fault: OSError) -> str:
    if fault.errno in FULL:
        return f"“{final}” was not written: the disk is full. Free some space and try again."
    if isinstance(fault, PermissionError) or fault.errno == EROFS:
        return (
            f"“{final}” cannot be written there. Close it in other programs, or choose "
            "a folder in which you may write."
        )
    return f"“{final}” was not written ({fault.strerror}). Try another folder or disk."
