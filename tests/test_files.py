import os
import subprocess
import sys
from errno import EFBIG, EIO, ENOENT, ENOSPC, EPERM, EROFS
from pathlib import Path

import pytest

from motworkshop.errors import WriteFailedError
from motworkshop.files import written_aside


def names(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()}


def test_the_new_file_takes_the_place_of_the_old(tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    target.write_text("old")
    target.chmod(0o640)
    with written_aside(target) as part:
        part.write_text("new")
        assert target.read_text() == "old"
        assert part.parent == tmp_path
        assert part.suffix == ".part"
    assert target.read_text() == "new"
    assert target.stat().st_mode & 0o777 == 0o640
    assert names(tmp_path) == {"report.pdf"}


def test_what_the_check_refuses_never_gets_the_name(tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    target.write_text("old")

    def check(part: Path) -> None:
        assert part.read_text() == "half"
        raise ValueError("not whole")

    with pytest.raises(ValueError, match="not whole"), written_aside(target, check) as part:
        part.write_text("half")
    assert target.read_text() == "old"
    assert names(tmp_path) == {"report.pdf"}


@pytest.mark.parametrize("number", [ENOSPC, EFBIG, EIO, EROFS])
def test_a_disk_that_gives_up_is_told_and_the_old_file_stays(tmp_path: Path, number: int) -> None:
    target = tmp_path / "report.pdf"
    target.write_text("old")
    with pytest.raises(WriteFailedError, match=r"report\.pdf"):
        _give_up(target, number)
    assert target.read_text() == "old"
    assert names(tmp_path) == {"report.pdf"}


def _give_up(target: Path, number: int) -> None:
    with written_aside(target) as part:
        part.write_text("half")
        raise OSError(number, os.strerror(number))


def test_a_fault_of_the_writer_is_not_blamed_on_the_disk(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), written_aside(tmp_path / "report.pdf"):
        raise FileNotFoundError(ENOENT, "a font")
    assert names(tmp_path) == set()


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with (
        pytest.raises(WriteFailedError, match=r"no folder .*gone"),
        written_aside(tmp_path / "gone" / "report.pdf"),
    ):
        raise AssertionError("never reached")


def test_a_folder_or_a_pipe_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    for name in ("folder", "pipe"):
        with (
            pytest.raises(WriteFailedError, match="is not a file"),
            written_aside(tmp_path / name),
        ):
            raise AssertionError("never reached")
    assert names(tmp_path) == {"folder", "pipe"}


def test_a_file_that_may_only_be_read_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "report.pdf"
    target.write_text("old")
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)  # root may write everything
    with pytest.raises(WriteFailedError, match="only be read"), written_aside(target):
        raise AssertionError("never reached")
    assert target.read_text() == "old"


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    real = tmp_path / "there" / "real.pdf"
    real.write_text("old")
    (tmp_path / "link.pdf").symlink_to(real)
    with written_aside(tmp_path / "link.pdf") as part:
        part.write_text("new")
    assert (tmp_path / "link.pdf").is_symlink()
    assert real.read_text() == "new"


@pytest.mark.parametrize("knows_links", [True, False])
def test_a_name_that_is_taken_in_the_meantime_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, knows_links: bool
) -> None:
    if not knows_links:
        monkeypatch.setattr(os, "link", _refuse_link)
    target = tmp_path / "new.motw"
    with pytest.raises(FileExistsError):
        _come_second(target)
    assert target.read_text() == "theirs"
    assert names(tmp_path) == {"new.motw"}


def _come_second(target: Path) -> None:
    with written_aside(target, may_replace=False) as part:
        part.write_text("ours")
        target.write_text("theirs")


@pytest.mark.parametrize("knows_links", [True, False])
def test_a_new_file_gets_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, knows_links: bool
) -> None:
    if not knows_links:  # a memory stick
        monkeypatch.setattr(os, "link", _refuse_link)
    with written_aside(tmp_path / "new.motw", may_replace=False) as part:
        part.write_text("ours")
    assert (tmp_path / "new.motw").read_text() == "ours"
    assert names(tmp_path) == {"new.motw"}


def _refuse_link(*_arguments: object) -> None:
    raise OSError(EPERM, "no links here")


KILLED = """
import os, signal, sys
from pathlib import Path
from motworkshop.files import written_aside
with written_aside(Path(sys.argv[1])) as part:
    part.write_text("half of it")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_killed_program_leaves_the_old_file_and_the_next_sweeps_its_part(tmp_path: Path) -> None:
    target = tmp_path / "report [1].pdf"
    target.write_text("old")
    subprocess.run([sys.executable, "-c", KILLED, target], check=False)
    assert target.read_text() == "old"
    assert len(names(tmp_path)) == 2
    with written_aside(target) as living:
        living.write_text("first")
        with written_aside(target) as part:
            part.write_text("second")
        assert living.exists()
    assert target.read_text() == "first"
    assert names(tmp_path) == {"report [1].pdf"}


def test_parts_of_other_files_are_not_swept(tmp_path: Path) -> None:
    (tmp_path / "other.pdf.1234.part").write_text("somebody's")
    with written_aside(tmp_path / "report.pdf") as part:
        part.write_text("new")
    assert (tmp_path / "other.pdf.1234.part").exists()


def test_a_folder_that_cannot_be_opened_for_its_sync_fails_nothing_that_is_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opening = os.open

    def refuse(path: str | Path, flags: int, mode: int = 0o777) -> int:
        if Path(path) == tmp_path:
            raise OSError(EIO, os.strerror(EIO))
        return opening(path, flags, mode)

    monkeypatch.setattr(os, "open", refuse)
    with written_aside(tmp_path / "new.txt") as part:
        part.write_text("whole", encoding="utf-8")
    assert (tmp_path / "new.txt").read_text(encoding="utf-8") == "whole"
