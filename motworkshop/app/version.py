"""A state of a workshop that can be looked at and opened as a new file."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from motworkshop.app.recent import said_date
from motworkshop.errors import WorkshopError
from motworkshop.model.records import Id
from motworkshop.model.workshop import Workshop
from motworkshop.storage.backups import Backup
from motworkshop.storage.kept import KeptVersion
from motworkshop.values import dataclass

if TYPE_CHECKING:
    from motworkshop.storage.store import Store

Answer: TypeAlias = Callable[[Workshop | WorkshopError], None]


@dataclass(frozen=True, slots=True)
class Version:
    """One of them. `name` and `behind` are what its row says, `stem` is a name for a file of it;
    `read` gives its content or why it cannot be read, some time later. `key` is "" for a backup.
    """

    name: str
    behind: str
    stem: str
    read: Callable[[Answer], None]
    open_store: Callable[[Path, Workshop], "Store"]
    key: Id = ""

    def is_same(self, other: "Version") -> bool:
        """Whether both are the same state, listed twice."""
        return (self.name, self.behind, self.key) == (other.name, other.behind, other.key)


def version_of_backup(
    one: Backup, stem: str, now: datetime, read_file: Callable[[Path, Answer], None]
) -> Version:
    """A copy that was made while people worked."""
    from motworkshop.storage.writer import create_from_backup

    made = one.made.astimezone()
    return Version(
        said_date(made, now),
        one.reason,
        f"{stem} {made:%Y-%m-%d %H.%M}",
        lambda answer: read_file(one.path, answer),
        lambda path, _workshop: create_from_backup(path, one.path),
    )


def version_with_name(
    one: KeptVersion, now: datetime, read_kept: Callable[[Id, Answer], None]
) -> Version:
    """A version that was named, and lies in the file itself."""
    from motworkshop.storage.writer import create_new

    return Version(
        one.name,
        _said(one.made, now),
        one.name,
        lambda answer: read_kept(one.id, answer),
        lambda path, workshop: create_new(path, lambda: workshop),
        one.id,
    )


def _said(made: str, now: datetime) -> str:
    try:
        return said_date(datetime.fromisoformat(made).astimezone(), now)
    except ValueError:
        return made
