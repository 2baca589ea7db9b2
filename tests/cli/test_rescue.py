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


def test_nothing_is_overwritten(damaged: Path, cli: Cli) -> None:
    before = damaged.read_bytes()
    told = cli("rescue", damaged, damaged)
    assert told.code == ExitCode.WRONG_USE
    assert "exists already" in told.err
    assert damaged.read_bytes() == before
