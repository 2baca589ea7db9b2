import pytest

from motworkshop.model.carrying import carries_many


@pytest.mark.parametrize(
    ("carried", "moments", "many"),
    [(2, 2, False), (3, 3, True), (3, 7, True), (3, 8, False), (4, 10, True), (3, 10, False)],
)
def test_three_or_more_and_two_in_five_are_many(carried: int, moments: int, *, many: bool) -> None:
    assert carries_many(carried, moments) is many
