"""Rolling copies of a workshop, outside its folder: what was there ten minutes ago, or last week.

One folder per document, named by its id. A copy counts only when it was read back and found sound.
Names begin with a running number, because the order must not depend on a clock that jumps; after it
they say when and why, for people. No copies are made while a secret round is open (see `secrecy`).
"""

import json
import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from motworkshop.errors import WriteFailedError
from motworkshop.files import written_aside
from motworkshop.model.records import Id
from motworkshop.storage.check import check_file
from motworkshop.storage.errors import WorkshopExistsError

RECENT = 12
"""So many of the newest are all kept; of those before, every second, fourth, eighth …"""

MOST_BYTES = 1024**3
NAME = re.compile(r"(\d{6,12})-(\d{8}T\d{6}Z)-([a-z-]{1,40})\.motw")
WHERE = "where.json"
BEFORE_MIGRATION = "before migration"


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy: `made` in UTC as the clock then had it, `reason` in lower-case words."""

    path: Path
    number: int
    made: datetime
    reason: str
    size: int


@dataclass(frozen=True, slots=True)
class Origin:
    """Which document a folder of backups belongs to, and where that was seen last."""

    document: Id
    path: Path
    title: str


class Backups:
    """The backups of one document under `root`."""

    def __init__(self, root: Path, document: Id) -> None:
        if not re.fullmatch(r"[\w-]{1,64}", document):
            raise ValueError(f"{document!r} is no id of a document")
        self.folder = root / document
        self._document = document

    def make(self, copy: Callable[[Path], object], reason: str, origin: Origin) -> Backup:
        """Keep a copy; `copy(path)` writes it, or raises and then nothing is kept.

        Raises:
            RefusedError, WriteFailedError: there is no new backup; the older ones stand.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            raise WriteFailedError(
                f"No backup was made: “{self.folder}” cannot be written ({fault.strerror})."
            ) from fault
        target = self.folder / _name(self._next_number(), datetime.now(UTC), reason)
        with written_aside(target, _refuse_unsound, may_replace=False) as part:
            copy(part)
        self._note(origin)
        self._thin()
        return _backup(target)

    def all(self) -> list[Backup]:
        """The backups that there are, newest first."""
        found = self.folder.iterdir() if self.folder.is_dir() else ()
        backups = [_backup(path) for path in found if NAME.fullmatch(path.name)]
        return sorted(backups, key=lambda one: one.number, reverse=True)

    def _next_number(self) -> int:
        return max((one.number for one in self.all()), default=0) + 1

    def _note(self, origin: Origin) -> None:
        text = json.dumps({"path": str(origin.path), "title": origin.title})
        with suppress(WriteFailedError), written_aside(self.folder / WHERE) as part:
            part.write_text(text, encoding="utf-8")

    def _thin(self) -> None:
        kept = set(to_keep(self.all()))
        for one in self.all():
            if one not in kept:
                with suppress(OSError):  # held by another program: the next time
                    one.path.unlink()


def restore(backup: Path, target: Path) -> None:
    """Make a new file of a backup; the backup stays, and nothing is written over.

    Raises:
        WorkshopExistsError, WriteFailedError: there is no new file.
    """
    try:
        with written_aside(target, _refuse_damaged, may_replace=False) as part:
            try:
                content = backup.read_bytes()
            except OSError as fault:
                raise WriteFailedError(
                    f"The backup “{backup}” cannot be read ({fault.strerror})."
                ) from fault
            part.write_bytes(content)
    except FileExistsError:
        raise WorkshopExistsError(target) from None


def to_keep(backups: Iterable[Backup]) -> list[Backup]:
    """Which backups, given newest first, are worth their room: the newest, fewer and fewer of the
    older ones, the first, and those before a migration, as long as they fit."""
    ordered = list(backups)
    kept: list[Backup] = []
    total = 0
    for place, one in enumerate(ordered):
        is_marked = one.reason == BEFORE_MIGRATION or place == len(ordered) - 1
        step = 1 << max(0, (ordered[0].number - one.number) // RECENT).bit_length()
        is_wanted = is_marked or ordered[0].number - one.number < RECENT or one.number % step == 0
        if is_wanted and (not kept or total + one.size <= MOST_BYTES):
            kept.append(one)
            total += one.size
    return kept


def origins(root: Path) -> list[Origin]:
    """The documents that have backups under `root`, by title."""
    found = (_origin(folder) for folder in root.iterdir()) if root.is_dir() else ()
    return sorted((one for one in found if one), key=lambda one: (one.title.casefold(), one.path))


def _origin(folder: Path) -> Origin | None:
    try:
        told = json.loads((folder / WHERE).read_text(encoding="utf-8"))
        return Origin(folder.name, Path(told["path"]), str(told["title"]))
    except (OSError, ValueError, LookupError, TypeError):
        return None  # not one of ours, or half written


def _name(number: int, made: datetime, reason: str) -> str:
    return f"{number:06}-{made:%Y%m%dT%H%M%SZ}-{reason.replace(' ', '-')}.motw"


def _backup(path: Path) -> Backup:
    found = NAME.fullmatch(path.name)
    if found is None:
        raise ValueError(f"{path.name} is not the name of a backup")
    made = datetime.strptime(found[2], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    size = path.stat().st_size
    return Backup(path, int(found[1]), made, found[3].replace("-", " "), size)


def _refuse_damaged(part: Path) -> None:
    problems = check_file(part)
    if problems:
        raise WriteFailedError(f"The backup is damaged: {problems[0]}. Take another one.")


def _refuse_unsound(part: Path) -> None:
    problems = check_file(part)
    if problems:
        raise WriteFailedError(f"No backup was made: the copy was not sound ({problems[0]}).")
