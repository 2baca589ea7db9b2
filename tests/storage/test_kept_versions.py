"""Named versions inside the file, and whole copies of it."""

from dataclasses import replace
from pathlib import Path

import pytest

from motworkshop.errors import RefusedError, WriteFailedError
from motworkshop.model.change import Change
from motworkshop.model.records import Ballot, Round, RoundStatus, Stage, new_id
from motworkshop.model.workshop import Workshop
from motworkshop.storage import kept_versions
from motworkshop.storage.check import check_file
from motworkshop.storage.contents import ContentError
from motworkshop.storage.kept import KeptVersion
from motworkshop.storage.kept_versions import packed_workshop, unpacked_workshop
from motworkshop.storage.read import read_workshop
from motworkshop.storage.store import Store


def _version(store: Store, name: str, made: str = "2026-11-22T10:00:00+00:00") -> KeptVersion:
    workshop = store.workshop
    return KeptVersion(new_id(), name, made, len(workshop.notes), packed_workshop(workshop))


def _opened(store: Store, *, is_secret: bool) -> Round:
    vote = Round(new_id(), "Vote", is_secret=is_secret)
    store.save(Change.between([(None, vote)]))
    return vote


def test_a_workshop_of_every_kind_comes_back_from_its_packing(rich: Workshop) -> None:
    assert unpacked_workshop(packed_workshop(rich)) == rich


def test_a_named_version_stays_as_it_was(small_file: Path) -> None:
    with Store.open(small_file) as store:
        before = store.workshop
        store.keep_version(_version(store, "Before lunch"))
        store.save(Change.between([(None, Stage(new_id(), "Book"))]))
    with Store.open(small_file) as store:
        (kept,) = store.versions()
        assert (kept.name, kept.notes, kept.content) == ("Before lunch", 0, b"")
        assert store.version(kept.id) == before
        assert store.workshop != before
    assert check_file(small_file) == []


def test_versions_are_told_oldest_first_and_can_be_forgotten(small_file: Path) -> None:
    with Store.open(small_file) as store:
        for hour in (12, 9, 10):
            store.keep_version(_version(store, f"At {hour}", f"2026-11-22T{hour:02}:00:00+00:00"))
        first = store.versions()[0]
        assert [one.name for one in store.versions()] == ["At 9", "At 10", "At 12"]
        store.forget_version(first.id)
        with pytest.raises(RefusedError, match="not in the file any more"):
            store.version(first.id)
    with Store.open(small_file) as store:
        assert [one.name for one in store.versions()] == ["At 10", "At 12"]
    assert check_file(small_file) == []


def test_a_version_is_as_safe_as_the_rest(small_file: Path) -> None:
    with Store.open(small_file) as store:
        store.keep_version(_version(store, "Before lunch"))
    whole = small_file.read_bytes()
    place = whole.rindex(b"Before lunch")
    small_file.write_bytes(whole[:place] + b"bEFORE" + whole[place + 6 :])
    assert any("kept_version" in problem for problem in check_file(small_file))


@pytest.mark.parametrize("claimed", [0, 99])
def test_a_version_of_a_format_that_nobody_wrote_is_refused(
    claimed: int, rich: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(kept_versions, "USER_VERSION", claimed)
        content = packed_workshop(rich)
    with pytest.raises(ContentError, match="impossible format"):
        unpacked_workshop(content)


def test_a_copy_holds_everything_and_is_sound(small_file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.motw"
    with Store.open(small_file) as store:
        store.keep_version(_version(store, "Before lunch"))
        store.back_up(copy)
        now = store.workshop
        with pytest.raises(WriteFailedError):
            store.back_up(tmp_path / "no such folder" / "copy.motw")
    assert read_workshop(copy) == now
    assert check_file(copy) == []
    with Store.open(copy) as store:
        assert [one.name for one in store.versions()] == ["Before lunch"]


def test_while_a_secret_round_is_open_there_are_no_copies(small_file: Path, tmp_path: Path) -> None:
    with Store.open(small_file) as store:
        vote = _opened(store, is_secret=True)
        with pytest.raises(RefusedError, match="secret vote is open"):
            store.keep_version(_version(store, "Now"))
        with pytest.raises(RefusedError, match="secret vote is open"):
            store.back_up(tmp_path / "copy.motw")
        assert not (tmp_path / "copy.motw").exists()
        ballot = Ballot(new_id(), vote.id)
        closed = replace(vote, status=RoundStatus.CLOSED)
        store.save(Change.between([(vote, closed), (None, ballot)]))
        store.keep_version(_version(store, "After the vote"))
        store.back_up(tmp_path / "copy.motw")
        (kept,) = store.versions()
        assert store.version(kept.id).of(Ballot) == store.workshop.of(Ballot)


def test_an_open_vote_that_is_not_secret_may_be_copied(small_file: Path, tmp_path: Path) -> None:
    with Store.open(small_file) as store:
        _opened(store, is_secret=False)
        store.back_up(tmp_path / "copy.motw")
        assert read_workshop(tmp_path / "copy.motw") == store.workshop
