"""Kills, power cuts, copies, damage, hostile documents, clients at once, clocks that jump: small
here, in full by `make torture`; beside each, the control that shows that it can fail."""

from pathlib import Path
from unittest import mock

import pytest

from motworkshop.storage.check import check_file
from tests.storage.hostile import write_hostile
from tests.torture.calls import can_trace
from tests.torture.clients import write_at_once
from tests.torture.clocks import LOCK, can_jump, jump
from tests.torture.copies import copy_while_edited
from tests.torture.damage import damage
from tests.torture.disk import Kept
from tests.torture.documents import full_document
from tests.torture.faults import refuse_calls, stubborn
from tests.torture.power import careless, cut_power

needs_strace = pytest.mark.skipif(not can_trace(), reason="strace is not installed")
WAL = ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL")


@needs_strace
def test_no_acknowledged_line_is_lost_when_the_power_fails(tmp_path: Path) -> None:
    seen = cut_power(tmp_path, lines=16, points=30)
    assert seen.faults == []
    assert seen.tries == 90


@needs_strace
@pytest.mark.parametrize("synchronous", ["OFF", "FULL"])
def test_a_program_that_waits_less_for_the_disk_would_lose_lines(
    synchronous: str, tmp_path: Path
) -> None:
    """The control. FULL loses the last line alone: the journal's end is not yet on the disk."""
    program = careless(synchronous)
    assert cut_power(tmp_path, lines=16, points=40, program=program, kept=[Kept.NOTHING]).faults


@needs_strace
def test_what_a_disk_refuses_for_a_moment_is_saved_afterwards(tmp_path: Path) -> None:
    seen = refuse_calls(tmp_path, 8)
    assert seen.faults == []
    assert not seen.told.startswith("0 times")


@needs_strace
def test_who_stays_with_a_line_that_failed_would_never_be_well_again(tmp_path: Path) -> None:
    """The control."""
    assert refuse_calls(tmp_path, 8, program=stubborn()).faults


def test_a_copy_taken_while_it_is_edited_is_complete_or_refused(tmp_path: Path) -> None:
    assert copy_while_edited(tmp_path, copies=30).faults == []


def test_copies_of_a_file_with_a_log_beside_it_would_be_worthless(tmp_path: Path) -> None:
    """The control: write-ahead logging."""
    with mock.patch("motworkshop.storage.store.DURABLE", WAL):
        assert copy_while_edited(tmp_path, copies=5).faults


def test_a_damaged_document_is_read_as_written_or_refused(tmp_path: Path) -> None:
    seen = damage(full_document(tmp_path / "full.motw"), times=80)
    assert seen.faults == []


def test_damage_would_pass_without_checksums(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control."""
    path = full_document(tmp_path / "full.motw")
    monkeypatch.setattr("motworkshop.storage.contents.ne", lambda _one, _other: False)
    assert damage(path, times=100).faults


def test_three_clients_lose_nothing_through_one_writer(tmp_path: Path) -> None:
    assert write_at_once(tmp_path, times=60).faults == []


def test_clients_that_look_before_it_is_their_turn_would_lose_counts(tmp_path: Path) -> None:
    """The control."""
    assert write_at_once(tmp_path, times=5, looks_early=True).faults


@pytest.mark.skipif(not can_jump(), reason="faketime is not installed")
def test_a_clock_that_jumps_changes_nothing(tmp_path: Path) -> None:
    assert jump(tmp_path, LOCK).faults == []


def test_a_document_before_it_is_spoiled_is_taken(tmp_path: Path) -> None:
    """The control."""
    sound = {"": lambda _connection: None}
    with mock.patch("tests.storage.hostile.hostile_documents", return_value=sound):
        write_hostile(tmp_path / "sound.motw", "")
    assert check_file(tmp_path / "sound.motw") == []
