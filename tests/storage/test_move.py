import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from motworkshop.errors import WriteFailedError
from motworkshop.model.change import Change
from motworkshop.model.edits.frame import edit_about
from motworkshop.model.workshop import Workshop
from motworkshop.storage.errors import FileLockedError, FileMovedError, WorkshopExistsError
from motworkshop.storage.lock import DocumentLock
from motworkshop.storage.lock_files import beside
from motworkshop.storage.read import read_workshop
from motworkshop.storage.store import Store
from motworkshop.storage.writer import Listeners, Writer

Entries = Callable[[Path], set[str]]


def test_a_renamed_file_goes_on_being_saved_under_its_new_name(
    small_file: Path, tmp_path: Path, entries: Entries
) -> None:
    new = tmp_path / "large.motw"
    with Store.open(small_file) as store:
        store.save(titled(store.workshop, "Before"))
        store.move(new)
        store.save(titled(store.workshop, "After"))
        assert entries(tmp_path) == {"large.motw", beside(new).name, f"{beside(new).name}.json"}
    assert read_workshop(new).about.title == "After"
    assert entries(tmp_path) == {"large.motw"}


def test_the_lock_goes_along_with_the_name(small_file: Path, tmp_path: Path) -> None:
    new = tmp_path / "large.motw"
    with Store.open(small_file) as store:
        store.move(new)
        with pytest.raises(FileLockedError):
            DocumentLock(new)
        small_file.write_bytes(b"another file by now")
        DocumentLock(small_file).release()
    DocumentLock(new).release()


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_what_was_opened_through_a_link_keeps_its_name_or_the_link_would_lead_nowhere(
    small_file: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "links"
    folder.mkdir()
    link = folder / "link.motw"
    link.symlink_to(small_file)
    with Store.open(link) as store:
        with pytest.raises(WriteFailedError, match="opened through a link"):
            store.move(small_file.with_name("large.motw"))
        store.save(titled(store.workshop, "Later"))
    assert link.is_symlink()
    assert read_workshop(link).about.title == "Later"
    folder_link = tmp_path / "shortcut"
    folder_link.symlink_to(small_file.parent, target_is_directory=True)
    with Store.open(folder_link / small_file.name) as store:
        store.move(small_file.with_name("large.motw"))
    assert read_workshop(folder_link / "large.motw").about.title == "Later"


def test_a_taken_name_is_left_as_it_is_and_the_work_goes_on(
    small_file: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.motw"
    other.write_bytes(b"not to be touched")
    with Store.open(small_file) as store:
        with pytest.raises(WorkshopExistsError, match=r"other\.motw” exists already"):
            store.move(other)
        store.save(titled(store.workshop, "Later"))
    assert other.read_bytes() == b"not to be touched"
    assert read_workshop(small_file).about.title == "Later"


def test_a_name_that_is_taken_in_the_last_moment_is_left_as_it_is(
    small_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other.motw"
    other.write_bytes(b"not to be touched")
    monkeypatch.setattr("motworkshop.storage.store.is_name_free", lambda _new, _old: True)
    with Store.open(small_file) as store:
        with pytest.raises(WorkshopExistsError):
            store.move(other)
        store.save(titled(store.workshop, "Later"))
    assert other.read_bytes() == b"not to be touched"
    assert read_workshop(small_file).about.title == "Later"


@pytest.mark.parametrize("is_late", [False, True], ids=["at once", "half way"])
def test_where_nothing_may_be_renamed_the_file_keeps_its_name(
    small_file: Path,
    tmp_path: Path,
    entries: Entries,
    monkeypatch: pytest.MonkeyPatch,
    *,
    is_late: bool,
) -> None:
    """Root may write everywhere, so the system's answer is played."""

    def refuse(*_given: object, **_named: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    with Store.open(small_file) as store:
        with monkeypatch.context() as patched:
            if is_late:  # the new name is there already, the old one cannot be taken away
                patched.setattr(Path, "unlink", only_for(small_file, refuse, Path.unlink))
            else:
                patched.setattr(os, "link", refuse)
                patched.setattr(Path, "replace", refuse)
            with pytest.raises(WriteFailedError, match="nothing may be renamed"):
                store.move(tmp_path / "large.motw")
        lock = beside(small_file).name
        assert entries(tmp_path) == {"small.motw", lock, f"{lock}.json"}
        store.save(titled(store.workshop, "Later"))
    assert read_workshop(small_file).about.title == "Later"


def test_a_name_that_is_too_long_is_refused(small_file: Path, tmp_path: Path) -> None:
    with Store.open(small_file) as store:
        with pytest.raises(WriteFailedError):
            store.move(tmp_path / f"{'x' * 300}.motw")
        store.save(titled(store.workshop, "Later"))
    assert read_workshop(small_file).about.title == "Later"


def test_a_file_that_was_replaced_meanwhile_is_not_renamed(
    small_file: Path, tmp_path: Path
) -> None:
    with Store.open(small_file) as store:
        content = small_file.read_bytes()
        small_file.unlink()
        small_file.write_bytes(content)
        with pytest.raises(FileMovedError):
            store.move(tmp_path / "large.motw")
    assert not (tmp_path / "large.motw").exists()


def test_the_same_name_in_other_letters_is_another_name(small_file: Path, tmp_path: Path) -> None:
    with Store.open(small_file) as store:
        store.move(tmp_path / "Small.motw")
        store.save(titled(store.workshop, "Later"))
    assert [one.name for one in tmp_path.glob("*.motw")] == ["Small.motw"]
    assert read_workshop(tmp_path / "Small.motw").about.title == "Later"


def test_what_waits_is_saved_before_the_name_changes(small_file: Path, tmp_path: Path) -> None:
    new = tmp_path / "large.motw"
    told: list[object] = []
    writer = Writer(
        lambda: Store.open(small_file), Listeners(lambda *_: None, told.append, told.append)
    )
    workshop = read_workshop(small_file)
    for title in ("One", "Two", "Three"):
        change = titled(workshop, title)
        workshop = workshop.applied(change)
        writer.save(change)
    writer.ask(lambda store: store.move(new), told.append)
    writer.save(titled(workshop, "Four"))
    writer.start()
    assert writer.close() is None
    assert told == [3, None, 4]
    assert read_workshop(new).about.title == "Four"


def titled(workshop: Workshop, title: str) -> Change:
    return edit_about(workshop, title=title).change


def only_for(
    path: Path, instead: Callable[..., None], usual: Callable[..., None]
) -> Callable[..., None]:
    def unlink(self: Path, *given: object, **named: object) -> None:
        (instead if self == path else usual)(self, *given, **named)

    return unlink
