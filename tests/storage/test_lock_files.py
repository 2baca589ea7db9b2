import os
from pathlib import Path

import pytest

from motworkshop.storage.lock import DocumentLock
from motworkshop.storage.lock_files import beside, for_inode, holder_of, is_surely_free

pytestmark = pytest.mark.skipif(os.name != "posix", reason="elsewhere only trying can tell")


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "spring.motw"
    path.touch()
    return path


def test_a_document_that_nobody_has_is_surely_free(document: Path) -> None:
    assert is_surely_free(document)
    assert [one.name for one in document.parent.iterdir()] == ["spring.motw"]


def test_one_that_somebody_has_is_not(document: Path) -> None:
    lock = DocumentLock(document)
    assert not is_surely_free(document)
    lock.release()
    assert is_surely_free(document)


def test_one_that_is_had_under_another_name_is_not(document: Path) -> None:
    other = document.with_name("linked.motw")
    os.link(document, other)
    lock = DocumentLock(document)
    assert not is_surely_free(other)
    lock.release()
    assert is_surely_free(other)


@pytest.mark.parametrize("place", [beside, for_inode])
def test_what_another_computer_noted_down_is_not_passed_over(document: Path, place: object) -> None:
    assert callable(place)
    for left in (place(document), holder_of(place(document))):
        left.touch()
        assert not is_surely_free(document)
        left.unlink()
    assert is_surely_free(document)


def test_where_no_lock_can_be_taken_it_is_not_free(
    document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "motworkshop.storage.lock_files.os.access", lambda path, _mode: path != document.parent
    )
    assert not is_surely_free(document)
