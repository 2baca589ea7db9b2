"""Rolling copies of a workshop, outside its folder: what was there ten minutes ago, or last week.

One folder per document, named by its id. A file that somebody copied has the same id: it gets a
folder of its own, by its place, so that two files never mix. A copy counts only when it was read
back and found sound.
Names begin with a running number, because the order must not depend on a clock that jumps; after it
they say when and why, for people. No copies are made while a secret round is open (see `secrecy`).
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path

from motworkshop.errors import WriteFailedError
from motworkshop.files import written_aside
from motworkshop.model.records import Id
from motworkshop.storage.check import check_file
from motworkshop.storage.errors import WorkshopExistsError
from motworkshop.storage.journal import refuse_name_with_journal
from motworkshop.values import dataclass

RECENT = 12
"""So many of the newest are all kept; of those before, every second, fourth, eighth …"""

MOST_BYTES = 1024**3
MOST_BYTES_IN_ALL, MOST_IN_ALL = 1024**3, 400
"""Of the backups of all documents; the newest of each stays whatever it takes."""

NAME = re.compile(r"(\d{6,12})-(\d{8}T\d{6}Z)-([a-z-]{1,40})\.motw")
FOLDER = re.compile(r"[\w-]{1,64}")
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
        if not FOLDER.fullmatch(document):
            raise ValueError(f"{document!r} is no id of a document")
        self._root = root
        self.folder = root / document

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
        _drop(to_drop(Backups(self._root, one.document).all() for one in origins(self._root)))
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
        _drop(one for one in self.all() if one not in kept)


def restore(backup: Path, target: Path) -> None:
    """Make a new file of a backup; the backup stays, and nothing is written over.

    Raises:
        WorkshopExistsError, WriteFailedError: there is no new file.
    """
    refuse_name_with_journal(target)
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


def to_drop(documents: Iterable[Sequence[Backup]]) -> list[Backup]:
    """What must go so that the backups of all documents have room, each document's given newest
    first: what is old and thinned already before what is recent, and never a document's newest."""
    every = [list(backups) for backups in documents]
    size = sum(one.size for backups in every for one in backups)
    count = sum(map(len, every))
    older = [
        (place < RECENT or one.reason == BEFORE_MIGRATION, one.made, one.number, one)
        for backups in every
        for place, one in enumerate(backups)
        if place > 0
    ]
    dropped: list[Backup] = []
    for *_order, one in sorted(older, key=lambda found: found[:3]):
        if size <= MOST_BYTES_IN_ALL and count <= MOST_IN_ALL:
            break
        dropped.append(one)
        size -= one.size
        count -= 1
    return dropped


def backups_of(root: Path, document: Id, path: Path) -> Backups:
    """The backups of the file at `path`. Files with the same id are copies of one another, and each
    has its own; what was renamed in its folder keeps those that it had."""
    key = _folder_name(document)
    places = dict(_places(root, key))
    same = [name for name, place in places.items() if place == path]
    left = [name for name, place in places.items() if _has_left(place, path)]
    names = [key, *(f"{key}-{number}" for number in range(2, len(places) + 2))]
    free = [name for name in names if name not in places]
    return Backups(root, (same or left or free)[0])


def origins_beside(root: Path, document: Id, path: Path) -> list[Origin]:
    """Where the backups belong of other files with the same id as the one at `path`."""
    ours = backups_of(root, document, path).folder.name
    names = [name for name, _place in _places(root, _folder_name(document)) if name != ours]
    return [one for one in origins(root) if one.document in names]


def _folder_name(document: Id) -> str:
    """Its id, unless somebody wrote one into the file that no folder should have."""
    if re.fullmatch(r"[\w-]{1,48}", document):
        return document
    return blake2b(document.encode(errors="replace"), digest_size=16).hexdigest()


def _places(root: Path, key: str) -> Iterator[tuple[str, Path]]:
    """The folders for an id, each with the place of its file; the first was there first."""
    found = [one for one in origins(root) if re.fullmatch(rf"{key}(-\d+)?", one.document)]
    for one in sorted(found, key=lambda one: (len(one.document), one.document)):
        yield one.document, one.path


def _has_left(place: Path, path: Path) -> bool:
    """Whether the file that stood there is the one at `path` by now. Where the whole folder is out
    of reach (a stick that was pulled), it may come back as it was."""
    with suppress(OSError):
        if place.exists():
            return path.exists() and place.samefile(path)
        return place.parent.is_dir()
    return False


def origins(root: Path) -> list[Origin]:
    """The documents that have backups under `root`, by title."""
    folders = root.iterdir() if root.is_dir() else ()
    found = (_origin(folder) for folder in folders if FOLDER.fullmatch(folder.name))
    return sorted((one for one in found if one), key=lambda one: (one.title.casefold(), one.path))


def _origin(folder: Path) -> Origin | None:
    try:
        told = json.loads((folder / WHERE).read_text(encoding="utf-8"))
        return Origin(folder.name, Path(told["path"]), str(told["title"]))
    except (OSError, ValueError, LookupError, TypeError):
        return None  # not one of ours, or half written


def _drop(backups: Iterable[Backup]) -> None:
    for one in backups:
        with suppress(OSError):  # held by another program: the next time
            one.path.unlink()


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
