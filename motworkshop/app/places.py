"""Whether a workshop lies where it is at risk, asked of the system and told in words."""

from pathlib import Path

from PySide6.QtCore import QStorageInfo

from motworkshop.storage.places import risk_of


def file_system_of(path: Path) -> str:
    """The type of the disk that a file lies on, as the system calls it."""
    return bytes(QStorageInfo(str(path.parent)).fileSystemType().data()).decode(errors="replace")


def warning_about(path: Path) -> str:
    """What to say about the place of a file; "" where nothing is at risk."""
    risk = risk_of(path, file_system_of(path))
    if not risk:
        return ""
    return (
        f"This workshop lies {risk}. There it can be slow, or an older state be put over it. "
        "Work on a copy on this computer, and put that back at the end."
    )
