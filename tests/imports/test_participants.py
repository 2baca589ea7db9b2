from collections.abc import Callable

import pytest

from motworkshop.imports.intake import Intake, Kind
from motworkshop.model.records import Participant
from motworkshop.model.workshop import Workshop

Applied = Callable[[Workshop, Intake], Workshop]
Take = Callable[..., Intake]


@pytest.fixture
def take(take_as: Callable[[Kind], Take]) -> Take:
    return take_as(Kind.PARTICIPANTS)


def test_people_join_the_roster_in_order(take: Take, applied: Applied, staffed: Workshop) -> None:
    intake = take("Name,Dept\nEva, IT \nFinn,\n", staffed)
    roster = [(one.name, one.department) for one in applied(staffed, intake).ordered(Participant)]
    assert roster[-2:] == [("Eva", "IT"), ("Finn", "")]
    assert intake.made == {"participants": 2}
    assert intake.edits[0].label == "Import 2 participants"


def test_a_name_is_refused_that_stands_on_the_roster_or_further_up(
    take: Take, staffed: Workshop
) -> None:
    intake = take("name\nASTRID\nEva\n eva\n", staffed)
    assert [(refusal.row, refusal.reason) for refusal in intake.refused] == [
        (2, "ASTRID is on the roster already; add a surname or an initial."),
        (4, "eva is in line 3 already; add a surname or an initial."),
    ]
    assert intake.made == {"participants": 1}


def test_a_row_without_a_name_is_refused(take: Take, bare: Workshop) -> None:
    intake = take("name,department\n,Sales\n", bare)
    assert intake.refused[0].reason == "“name” is empty; every row needs it."
    assert intake.edits == ()


def test_a_name_of_more_than_two_hundred_characters_is_refused(take: Take, bare: Workshop) -> None:
    intake = take(f"name\n{'n' * 201}\n", bare)
    assert intake.refused[0].reason == "“name” has 201 characters; at most 200 fit."
