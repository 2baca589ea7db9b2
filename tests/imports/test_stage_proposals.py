from collections.abc import Callable

import pytest

from motworkshop.imports.intake import Intake, Kind
from motworkshop.model.agreement import proposals_by_person
from motworkshop.model.edits.people import propose_stages
from motworkshop.model.records import Participant, Stage
from motworkshop.model.voting import person_named
from motworkshop.model.workshop import Workshop

Applied = Callable[[Workshop, Intake], Workshop]
Take = Callable[..., Intake]


@pytest.fixture
def take(take_as: Callable[[Kind], Take]) -> Take:
    return take_as(Kind.STAGE_PROPOSALS)


def stages_of(workshop: Workshop) -> dict[str, list[str]]:
    return {
        name: [proposal.name for proposal in proposals]
        for name, proposals in proposals_by_person(workshop).items()
    }


def test_stages_follow_the_position_or_else_the_rows(
    take: Take, applied: Applied, staffed: Workshop
) -> None:
    lines = "participant,position,stage\nAstrid,10,Fly\nastrid,2,Book\nBengt,,Dream\nBengt,,Pay\n"
    after = applied(staffed, take(lines, staffed))
    assert stages_of(after) == {"Astrid": ["Book", "Fly"], "Bengt": ["Dream", "Pay"]}
    assert [stage.name for stage in after.ordered(Stage)] == ["Check in"]


def test_the_roster_is_linked_and_others_stay_names(
    take: Take, applied: Applied, staffed: Workshop
) -> None:
    lines = "participant,stage,definition\nDAG,Book,Pays online\nZoe,Fly,\n"
    after = applied(staffed, take(lines, staffed))
    people = proposals_by_person(after)
    dag = after.of(Participant)[people["Dag"][0].participant]
    assert (dag.name, people["Dag"][0].definition) == ("Dag", "Pays online")
    assert people["Zoe"][0].participant == "Zoe"
    assert len(after.of(Participant)) == 4


def test_who_has_proposed_already_is_refused(
    take: Take, applied: Applied, staffed: Workshop
) -> None:
    astrid = person_named(staffed, "Astrid")
    before = staffed.applied(propose_stages(staffed, astrid, [("Book", "")]).change)
    intake = take("participant,stage\nastrid,Fly\nBengt,Pay\n", before)
    assert [(r.row, r.reason) for r in intake.refused] == [
        (2, "astrid has proposed stages already.")
    ]
    assert stages_of(applied(before, intake)) == {"Astrid": ["Book"], "Bengt": ["Pay"]}


def test_positions_that_do_not_order_the_stages_are_refused(take: Take, bare: Workshop) -> None:
    lines = "participant,position,stage\nA,1,x\nA,1,y\nA,,z\nA,two,u\nA,2,v\nB,1,x\n"
    intake = take(lines, bare)
    assert {refusal.row: refusal.reason for refusal in intake.refused} == {
        2: "“position” is 1, as in line 3 of the same participant.",
        3: "“position” is 1, as in line 2 of the same participant.",
        4: "“position” is empty, but other rows of this participant have one.",
        5: "“position” is “two”; it must be a whole number from 1 to 100,000.",
    }
    assert intake.made == {"stage proposals": 2, "people": 2}


@pytest.mark.parametrize("row", [",Book", "Astrid,"])
def test_participant_and_stage_are_needed(take: Take, bare: Workshop, row: str) -> None:
    intake = take(f"participant,stage\n{row}\n", bare)
    assert "is empty; every row needs it." in intake.refused[0].reason
    assert intake.edits == ()
