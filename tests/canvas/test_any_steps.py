from unittest import mock

from tests.torture.steps import Sitting, walk


def test_model_file_and_board_agree_after_any_steps() -> None:
    assert walk(200).faults == []


def test_a_board_that_misses_a_change_would_be_noticed() -> None:
    """The control."""
    with mock.patch.object(Sitting, "forgets", True):
        assert walk(400, shrinks=False).faults
