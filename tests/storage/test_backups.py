"""Rolling backups: only sound ones, ordered without a clock, thinned but never to nothing."""

import os
import shutil
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import pytest

from motworkshop.errors import RefusedError, WriteFailedError
from motworkshop.model.change import Change
from motworkshop.model.records import About, Round, new_id
from motworkshop.model.workshop import Workshop
from motworkshop.storage import backups
from motworkshop.storage.backups import (
    BEFORE_MIGRATION,
    RECENT,
    Backup,
    Backups,
    Origin,
    backups_of,
    origins,
    origins_beside,
    to_drop,
    to_keep,
)
from motworkshop.storage.create import create_workshop
from motworkshop.storage.read import read_workshop
from motworkshop.storage.store import Store


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def _origin(path: Path) -> Origin:
    return Origin("document-1", path, "Small")


def _made(count: int, size: int = 1) -> list[Backup]:
    """That many backups one after another, thinned after each, newest first."""
    kept: list[Backup] = []
    for number in range(1, count + 1):
        made = datetime(2026, 11, 22, tzinfo=UTC)
        kept = to_keep([Backup(Path(str(number)), number, made, "ten minutes", size), *kept])
    return kept


def test_a_backup_is_a_whole_workshop_outside_its_folder(small_file: Path, root: Path) -> None:
    ours = Backups(root, "document-1")
    with Store.open(small_file) as store:
        made = ours.make(store.back_up, "new phase", _origin(small_file))
        now = store.workshop
    assert ours.all() == [made]
    assert (made.number, made.reason) == (1, "new phase")
    assert read_workshop(made.path) == now
    assert origins(root) == [_origin(small_file)]
    assert small_file.parent not in made.path.parents or made.path.parent != small_file.parent


def test_a_copy_that_is_not_sound_does_not_count(small_file: Path, root: Path) -> None:
    ours = Backups(root, "document-1")
    ours.make(lambda part: part.write_bytes(small_file.read_bytes()), "one", _origin(small_file))
    before = ours.all()

    def damaged(part: Path) -> None:
        whole = small_file.read_bytes()
        part.write_bytes(whole.replace(b"Small", b"sMALL"))

    with pytest.raises(WriteFailedError, match="not sound"):
        ours.make(damaged, "two", _origin(small_file))
    assert ours.all() == before
    assert {one.name for one in ours.folder.iterdir()} == {before[0].path.name, "where.json"}


def test_no_backup_while_a_secret_round_is_open(small_file: Path, root: Path) -> None:
    ours = Backups(root, "document-1")
    with Store.open(small_file) as store:
        store.save(Change.between([(None, Round(new_id(), "Vote"))]))
        with pytest.raises(RefusedError, match="secret vote is open"):
            ours.make(store.back_up, "ten minutes", _origin(small_file))
    assert ours.all() == []


@pytest.mark.skipif(os.getuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_told(small_file: Path, root: Path) -> None:
    root.mkdir(mode=0o555)
    with pytest.raises(WriteFailedError, match="No backup was made"):
        Backups(root, "document-1").make(lambda part: None, "one", _origin(small_file))


def test_a_file_in_the_place_of_the_folder_is_told(small_file: Path, root: Path) -> None:
    root.write_text("not a folder")
    with pytest.raises(WriteFailedError, match="No backup was made"):
        Backups(root, "document-1").make(lambda part: None, "one", _origin(small_file))


def test_the_order_does_not_depend_on_the_clock(
    small_file: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = Backups(root, "document-1")

    years = iter((2026, 1999, 2031))
    clock = SimpleNamespace(
        now=lambda _zone: datetime(next(years), 1, 1, tzinfo=UTC), strptime=datetime.strptime
    )
    monkeypatch.setattr(backups, "datetime", clock)
    content = small_file.read_bytes()
    for reason in ("one", "two", "three"):
        ours.make(lambda part: part.write_bytes(content), reason, _origin(small_file))
    assert [one.reason for one in ours.all()] == ["three", "two", "one"]


def test_the_newest_are_all_kept_and_ever_fewer_of_the_older() -> None:
    kept = [one.number for one in _made(1000)]
    assert kept[:RECENT] == list(range(1000, 1000 - RECENT, -1))
    assert kept[-1] == 1
    assert len(kept) < 60
    gaps = [one - other for one, other in pairwise(kept)]
    assert gaps[:-1] == sorted(gaps[:-1])


def test_when_room_runs_out_the_newest_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backups, "MOST_BYTES", 50)
    assert [one.number for one in _made(20, size=10)] == [20, 19, 18, 17, 16]
    assert [one.number for one in _made(20, size=100)] == [20]


def test_what_was_before_a_migration_is_kept() -> None:
    made = datetime(2026, 11, 22, tzinfo=UTC)
    marked = Backup(Path("m"), 3, made, BEFORE_MIGRATION, 1)
    others = [Backup(Path(str(n)), n, made, "ten minutes", 1) for n in range(900, 3, -1)]
    assert marked in to_keep([*others, marked, Backup(Path("1"), 1, made, "new phase", 1)])


def test_folders_that_are_not_ours_are_not_listed(root: Path) -> None:
    (root / "stranger").mkdir(parents=True)
    (root / "broken").mkdir()
    (root / "broken" / "where.json").write_text("[")
    assert origins(root) == []
    assert origins(root / "missing") == []


def _keep(root: Path, path: Path, reason: str = "new phase") -> Backup:
    """A backup of the file at `path`, as the program makes it."""
    with Store.open(path) as store:
        about = store.workshop.about
        ours = backups_of(root, about.id, path)
        return ours.make(store.back_up, reason, Origin(about.id, path, about.title))


def _id(path: Path) -> str:
    return read_workshop(path).about.id


def test_a_copy_of_a_file_has_backups_of_its_own(
    small_file: Path, root: Path, tmp_path: Path
) -> None:
    """It has the same id, and yet it is another file."""
    copy = tmp_path / "elsewhere" / "copy.motw"
    copy.parent.mkdir()
    shutil.copy(small_file, copy)
    first, second = _keep(root, small_file), _keep(root, copy)
    again = _keep(root, small_file)
    assert backups_of(root, _id(copy), small_file).all() == [again, first]
    assert backups_of(root, _id(copy), copy).all() == [second]
    assert {one.path for one in origins(root)} == {small_file, copy}
    assert [one.path for one in origins_beside(root, _id(copy), copy)] == [small_file]
    third = tmp_path / "third.motw"
    shutil.copy(small_file, third)
    assert backups_of(root, _id(copy), third).all() == []


def test_a_file_that_was_renamed_keeps_its_backups(small_file: Path, root: Path) -> None:
    first = _keep(root, small_file)
    new = small_file.rename(small_file.with_name("new.motw"))
    second = _keep(root, new)
    assert backups_of(root, _id(new), new).all() == [second, first]
    assert [one.path for one in origins(root)] == [new]


@pytest.mark.parametrize("key", ["../../elsewhere", "x" * 300, "a.b*", ""])
def test_an_id_that_no_folder_should_have_is_kept_under_another_name(
    root: Path, tmp_path: Path, key: str
) -> None:
    path = tmp_path / "forged.motw"
    create_workshop(path, Workshop([About(key, "Forged")]))
    made = _keep(root, path)
    assert made.path.parent.parent == root
    assert backups_of(root, key, path).all() == [made]
    assert [one.path for one in origins(root)] == [path]


def test_a_file_on_a_stick_that_was_pulled_keeps_its_backups_from_its_copy(
    small_file: Path, root: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    on_stick = stick / "small.motw"
    shutil.copy(small_file, on_stick)
    first = _keep(root, on_stick)
    pulled = stick.rename(tmp_path / "pulled")
    _keep(root, small_file)
    pulled.rename(stick)
    assert backups_of(root, _id(on_stick), on_stick).all() == [first]


def _of_a_document(name: str, count: int, size: int, day: int = 1) -> list[Backup]:
    """Newest first, one each minute from a day on."""
    start = datetime(2026, 11, day, tzinfo=UTC)
    return [
        Backup(Path(f"{name}{number}"), number, start + timedelta(minutes=number), "phase", size)
        for number in range(count, 0, -1)
    ]


def test_over_all_documents_the_oldest_go_first_and_the_newest_of_each_stays(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(backups, "MOST_BYTES_IN_ALL", 100)
    old, new = _of_a_document("old", 5, 10), _of_a_document("new", 9, 10, day=2)
    gone = [str(one.path) for one in to_drop([old, new])]
    assert gone == ["old1", "old2", "old3", "old4"]
    huge = [_of_a_document(str(number), 2, 1000) for number in range(3)]
    assert sorted(str(one.path) for one in to_drop(huge)) == ["01", "11", "21"]
    assert to_drop([_of_a_document("small", 9, 1)]) == []


def test_what_was_thinned_goes_before_what_is_recent_and_many_files_are_too_many(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(backups, "MOST_IN_ALL", RECENT + 4)
    recent, long = _of_a_document("recent", 4, 1), _of_a_document("long", RECENT + 3, 1, day=2)
    assert [str(one.path) for one in to_drop([recent, long])] == ["long1", "long2", "long3"]


def test_making_a_backup_makes_room_for_it(
    small_file: Path, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other.motw"
    create_workshop(other, Workshop.titled("Other"))
    for _time in range(3):
        _keep(root, other)
    monkeypatch.setattr(backups, "MOST_IN_ALL", 2)
    last = _keep(root, small_file)
    (left,) = backups_of(root, _id(other), other).all()
    assert left.number == 3
    assert backups_of(root, _id(small_file), small_file).all() == [last]


@pytest.mark.parametrize("document", ["", "../x", "a/b", "."])
def test_an_id_never_leads_out_of_the_folder(root: Path, document: str) -> None:
    with pytest.raises(ValueError, match="no id"):
        Backups(root, document)
