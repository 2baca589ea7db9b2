from collections.abc import Callable
from pathlib import Path

import pytest

from motworkshop.cli.exit_codes import ExitCode
from motworkshop.imports.sample import sample_workshop
from motworkshop.storage.create import create_workshop
from motworkshop.storage.read import read_workshop
from tests.cli.conftest import Told

Cli = Callable[..., Told]


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    path = tmp_path / "Spring.motw"
    create_workshop(path, sample_workshop())
    path.write_bytes(path.read_bytes().replace(b"Front line", b"fRONT LINE"))
    return path


def test_what_can_be_read_goes_into_a_new_file(damaged: Path, cli: Cli) -> None:
    before, new = damaged.read_bytes(), damaged.with_name("new.motw")
    assert cli("check", damaged).code == ExitCode.REFUSED
    told = cli("rescue", damaged, new)
    assert told.code == ExitCode.DONE
    assert "Lost: " in told.out
    assert f"{damaged} is as it was" in told.out
    assert len(read_workshop(new).notes) == 61
    assert damaged.read_bytes() == before


def test_what_is_lost_can_be_listed_without_writing(damaged: Path, cli: Cli) -> None:
    before = sorted(damaged.parent.iterdir()), damaged.read_bytes()
    told = cli("rescue", damaged, "--list")
    assert told.code == ExitCode.DONE
    lost = [line for line in told.out.splitlines() if line.startswith("Lost: ")]
    assert len(lost) >= 1
    assert all(line.endswith(".") and not line.endswith("..") for line in lost)
    assert "Nothing was written" in told.out
    assert (sorted(damaged.parent.iterdir()), damaged.read_bytes()) == before


def test_without_a_place_or_a_list_it_asks_for_one(damaged: Path, cli: Cli) -> None:
    told = cli("rescue", damaged)
    assert told.code == ExitCode.WRONG_USE
    assert "--list" in told.err


def test_nothing_is_overwritten(damaged: Path, cli: Cli) -> None:
    before = damaged.read_bytes()
    told = cli("rescue", damaged, damaged)
    assert told.code == ExitCode.WRONG_USE
    assert "exists already" in told.err
    assert damaged.read_bytes() == before
