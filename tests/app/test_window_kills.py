from pathlib import Path

import pytest

from tests.torture.window_kills import kill_windows


@pytest.mark.slow
def test_what_a_killed_window_called_saved_or_stood_in_its_editor_is_there(tmp_path: Path) -> None:
    assert kill_windows(tmp_path, kills=4, patience=20.0).faults == []


@pytest.mark.slow
def test_a_window_that_says_saved_too_early_would_be_noticed(tmp_path: Path) -> None:
    """The control."""
    assert kill_windows(tmp_path, kills=5, is_hasty=True).faults
