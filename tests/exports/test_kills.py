from pathlib import Path

import pytest

from tests.torture.exports import WRITERS, kill_exports


@pytest.mark.parametrize("name", WRITERS)
def test_a_killed_export_leaves_the_old_file_whole(name: str, tmp_path: Path) -> None:
    assert kill_exports(tmp_path, 6, name).faults == []


def test_an_export_straight_into_its_place_would_be_broken(tmp_path: Path) -> None:
    """The control."""
    assert kill_exports(tmp_path, 12, "workbook.xlsx", is_direct=True).faults
