import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from motworkshop.errors import RefusedError
from motworkshop.imports.intake import Intake, Kind, Options, intake_of
from motworkshop.imports.sheet import Row, Sheet
from motworkshop.model.change import Change
from motworkshop.model.edits.clusters import merge_notes
from motworkshop.model.edits.notes import Draft, add_notes
from motworkshop.model.edits.people import add_side
from motworkshop.model.records import Ballot, Id, Participant, Round, RoundStatus, Turnout
from motworkshop.model.rounds import Terms, close_round, hand_over, start_round, start_run_off
from motworkshop.model.tally import tally_of
from motworkshop.model.voting import person_named
from motworkshop.model.workshop import Workshop

Applied = Callable[[Workshop, Intake], Workshop]
Take = Callable[..., Intake]
SECRET = Options(is_secret=True)


@pytest.fixture
def take(take_as: Callable[[Kind], Take]) -> Take:
    return take_as(Kind.BALLOTS)


def the_round(workshop: Workshop) -> Round:
    (vote,) = workshop.of(Round).values()
    return vote


def dots_of(workshop: Workshop) -> dict[str, int]:
    tally = tally_of(workshop, the_round(workshop))
    return {workshop.notes[line.note].text: line.dots for line in tally.lines if line.dots}


def reasons(intake: Intake) -> dict[int, str]:
    return {refusal.row: refusal.reason for refusal in intake.refused}


def ids(workshop: Workshop) -> dict[int, Id]:
    return {note.number: note.id for note in workshop.notes.values()}


def started(workshop: Workshop, terms: Terms | None = None) -> Workshop:
    return workshop.applied(start_round(workshop, "Vote", terms or Terms()))


def closed(workshop: Workshop) -> Workshop:
    return workshop.applied(close_round(workshop, the_round(workshop)))


def test_a_closed_round_with_all_visible_notes_is_made(
    take: Take, applied: Applied, staffed: Workshop
) -> None:
    lines = "voter,text,dots\nAstrid,Waits on hold,2\nAstrid,Loses a bag,1\nZoe,Loses a bag,40\n"
    intake = take(lines, staffed)
    after = applied(staffed, intake)
    vote = the_round(after)
    assert (vote.title, vote.status, vote.is_secret) == ("Vote", RoundStatus.CLOSED, False)
    assert (vote.budget, vote.cap, vote.cut, len(vote.notes)) == (None, None, 10, 4)
    assert dots_of(after) == {"Loses a bag": 41, "Waits on hold": 2}
    assert intake.made == {"ballots": 2, "dots": 43, "rounds": 1}
    assert intake.edits == ()
    voters = {after.name_of(ballot.voter) for ballot in after.of(Ballot).values()}
    assert voters == {"Astrid", "Zoe"}
    assert len(after.of(Participant)) == 4


def test_the_terms_of_a_new_round_are_those_that_were_said(
    take: Take, applied: Applied, staffed: Workshop
) -> None:
    options = Options(round_title=" Second  vote ", budget=3, cap=2, cut=1)
    after = applied(staffed, take("voter,number,dots\nAstrid,1,2\n", staffed, options))
    vote = the_round(after)
    assert (vote.title, vote.budget, vote.cap, vote.cut) == ("Second vote", 3, 2, 1)


@pytest.mark.parametrize(
    "note", ["Loses a bag,", "loses  A bag,", ",4", ",#4", "Loses a bag,4", ",4.0"]
)
def test_a_note_is_found_by_text_or_number(
    take: Take, applied: Applied, staffed: Workshop, note: str
) -> None:
    after = applied(staffed, take(f"voter,text,number,dots\nAstrid,{note},1\n", staffed))
    assert dots_of(after) == {"Loses a bag": 1}


def test_unknown_ambiguous_and_contradictory_notes_are_refused(
    take: Take, staffed: Workshop
) -> None:
    twice = staffed.applied(add_notes(staffed, [Draft("Loses a bag")]).change)
    lines = "voter,text,number,dots\nA,No such,,1\nB,Loses a bag,,1\nC,,9,1\nD,Gets a refund,1,1\nE,,,1\n"
    intake = take(lines, twice)
    assert reasons(intake) == {
        2: "There is no note “No such”.",
        3: "“Loses a bag” is the text of the notes 4 and 5; say which by its number.",
        4: "There is no note 9.",
        5: "Note 1 is “Waits on hold”, but “text” is “Gets a refund”.",
        6: "The note is missing: give its text or its number.",
    }
    assert not intake.recorded
    assert intake.made == {}


def test_a_number_tells_two_notes_of_one_text_apart(
    take: Take, applied: Applied, staffed: Workshop
) -> None:
    twice = staffed.applied(add_notes(staffed, [Draft("Loses a bag")]).change)
    after = applied(twice, take("voter,text,number,dots\nA,Loses a bag,5,1\n", twice))
    (ballot,) = after.of(Ballot).values()
    assert ballot.dots == ((ids(twice)[5], 1),)


def test_a_note_inside_a_cluster_counts_for_its_lead(
    take: Take, applied: Applied, staffed: Workshop
) -> None:
    number = ids(staffed)
    merged = staffed.applied(merge_notes(staffed, number[1], [number[2]]).change)
    lines = "voter,text,dots\nA,Gets a refund,1\nA,Waits on hold,2\nB,Gets a refund,1\n"
    after = applied(merged, take(lines, merged))
    assert dots_of(after) == {"Waits on hold": 4}
    assert len(the_round(after).notes) == 3


def test_two_notes_of_one_text_in_one_cluster_are_not_ambiguous(
    take: Take, applied: Applied, staffed: Workshop
) -> None:
    twice = staffed.applied(add_notes(staffed, [Draft("Loses a bag")]).change)
    number = ids(twice)
    merged = twice.applied(merge_notes(twice, number[4], [number[5]]).change)
    after = applied(merged, take("voter,text,dots\nA,Loses a bag,1\n", merged))
    assert dots_of(after) == {"Loses a bag": 1}


def test_a_note_that_is_not_on_the_ballot_of_the_round_is_refused(
    take: Take, staffed: Workshop
) -> None:
    before = started(staffed)
    later = before.applied(add_notes(before, [Draft("Too late")]).change)
    intake = take("voter,text,dots\nA,Too late,1\n", later)
    assert reasons(intake) == {2: "“Too late” is not on the ballot of “Vote”."}


@pytest.mark.parametrize("row", ["Astrid,,", "Astrid,,0", "Astrid,Loses a bag,0"])
def test_a_voter_without_a_dot_abstains(
    take: Take, applied: Applied, staffed: Workshop, row: str
) -> None:
    after = applied(staffed, take(f"voter,text,dots\n{row}\n", staffed))
    (ballot,) = after.of(Ballot).values()
    assert ballot.dots == ()
    assert tally_of(after, the_round(after)).turnout == 1


@pytest.mark.parametrize("dots", ["-1", "1.5", "many", "1,000", "99999999999", "9" * 5000])
def test_dots_are_whole_numbers(take: Take, staffed: Workshop, dots: str) -> None:
    intake = take(f'voter,text,dots\nA,Loses a bag,"{dots}"\n', staffed)
    assert list(reasons(intake)) == [2]
    assert not intake.recorded


def test_a_row_without_dots_or_voter_is_refused(take: Take, staffed: Workshop) -> None:
    intake = take("voter,text,dots\nA,Loses a bag,\n,Loses a bag,1\n", staffed)
    assert reasons(intake) == {
        2: "“dots” is empty; every row needs it.",
        3: "“voter” is empty; every row needs it.",
    }


def test_both_rows_are_refused_where_a_voter_has_a_note_twice(
    take: Take, staffed: Workshop
) -> None:
    intake = take(
        "voter,text,dots\nA,Loses a bag,1\nB,,0\na,loses a BAG,1\nA,Gets a refund,1\n", staffed
    )
    assert reasons(intake) == {
        2: "A voted for the same note in line 4 too.",
        4: "A voted for the same note in line 2 too.",
        5: "The ballot of A is not taken in part; see line 2.",
    }
    assert intake.made["ballots"] == 1


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (Options(budget=3), "Ballot of A: 4 dots given; the budget is 3 for each voter."),
        (Options(cap=2), "Ballot of A: 3 dots on one note; at most 2 may lie there."),
    ],
)
def test_a_ballot_over_its_limits_is_refused_whole(
    take: Take, applied: Applied, staffed: Workshop, options: Options, reason: str
) -> None:
    lines = "voter,number,dots\nA,1,3\nB,1,1\nA,2,1\n"
    intake = take(lines, staffed, options)
    assert reasons(intake) == {2: reason, 4: reason}
    assert dots_of(applied(staffed, intake)) == {"Waits on hold": 1}


def test_half_a_ballot_is_never_taken(take: Take, applied: Applied, staffed: Workshop) -> None:
    intake = take("voter,text,dots\nA,Loses a bag,1\nA,No such,1\nB,Loses a bag,1\n", staffed)
    assert reasons(intake) == {
        2: "The ballot of A is not taken in part; see line 3.",
        3: "There is no note “No such”.",
    }
    assert dots_of(applied(staffed, intake)) == {"Loses a bag": 1}


def test_a_second_ballot_of_a_voter_is_refused(
    take: Take, applied: Applied, staffed: Workshop
) -> None:
    before = applied(staffed, take("voter,number,dots\nAstrid,1,1\nZoe,1,1\n", staffed))
    intake = take("voter,number,dots\nASTRID,2,1\nzoe,2,1\nDag,2,1\n", before)
    assert reasons(intake) == {
        2: "ASTRID has handed over in “Vote” already.",
        3: "zoe has handed over in “Vote” already.",
    }
    assert intake.made == {"ballots": 1, "dots": 1}
    assert len(applied(before, intake).of(Ballot)) == 3


def test_an_existing_round_keeps_its_terms_and_stays_open(
    take: Take, applied: Applied, staffed: Workshop
) -> None:
    before = started(staffed, Terms(budget=2, is_secret=False))
    intake = take("voter,number,dots\nA,1,1\nB,1,2\n", before, Options(round_title="VOTE"))
    assert reasons(intake) == {3: "Ballot of B: 2 dots on one note; at most 1 may lie there."}
    assert the_round(applied(before, intake)).status is RoundStatus.OPEN


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (Options(budget=5), "has a budget of 2, not 5"),
        (Options(cap=2), "has a cap of 1, not 2"),
        (Options(cut=3), "has a cut of 10, not 3"),
        (Options(is_secret=True), "is open, not secret"),
    ],
)
def test_terms_that_contradict_the_round_are_refused(
    take: Take, staffed: Workshop, options: Options, sentence: str
) -> None:
    before = started(staffed, Terms(budget=2, is_secret=False))
    with pytest.raises(RefusedError, match=sentence):
        take("voter,number,dots\nA,1,1\n", before, options)


def test_a_round_without_a_limit_says_so(take: Take, staffed: Workshop) -> None:
    with pytest.raises(RefusedError, match="has no budget, not 5"):
        take("voter,number,dots\nA,1,1\n", started(staffed), Options(budget=5))


def test_terms_that_repeat_those_of_the_round_are_good(take: Take, staffed: Workshop) -> None:
    before = started(staffed, Terms(budget=2))
    options = Options(budget=2, cap=1, cut=10, is_secret=True)
    assert take("voter,number,dots\nA,1,1\n", before, options).made == {"ballots": 1}


def test_a_round_on_which_a_run_off_stands_takes_no_more_ballots(
    take: Take, applied: Applied, staffed: Workshop
) -> None:
    lines = "voter,number,dots\nA,1,1\nB,2,1\n"
    voted = applied(staffed, take(lines, staffed, Options(cut=1)))
    run_off = start_run_off(voted, the_round(voted), "Run-off", Terms())
    with pytest.raises(RefusedError, match="run-off “Run-off” stands on “Vote”"):
        take("voter,number,dots\nC,1,1\n", voted.applied(run_off))


def test_without_notes_there_is_no_round(take: Take, bare: Workshop) -> None:
    with pytest.raises(RefusedError, match="no note to vote on"):
        take("voter,number,dots\nA,1,1\n", bare)


def test_a_secret_ballot_carries_no_name_and_no_order(
    take: Take, applied: Applied, staffed: Workshop
) -> None:
    names = [f"Voter {number}" for number in range(40)]
    rows = "".join(
        f"{name},{n % 4 + 1},1\n{name},{(n + 2) % 4 + 1},1\n" for n, name in enumerate(names)
    )
    intake = take("voter,number,dots\n" + rows, staffed, SECRET)
    after = applied(staffed, intake)
    ballots = list(after.of(Ballot).values())
    assert {ballot.voter for ballot in ballots} == {""}
    assert all(list(ballot.dots) == sorted(ballot.dots) for ballot in ballots)
    stored = [key for key in intake.recorded.pairs if key in after.of(Ballot)]
    turnout = [seen.voter for seen in after.of(Turnout).values()]
    assert stored == sorted(stored)
    assert sorted(turnout) == sorted(names)
    assert turnout != names
    assert the_round(after).is_secret


def test_ballots_added_to_a_closed_secret_round_cannot_be_told_from_the_others(
    take: Take, applied: Applied, staffed: Workshop
) -> None:
    before = applied(staffed, take("voter,number,dots\nA,1,1\nB,2,1\n", staffed, SECRET))
    after = applied(before, take("voter,number,dots\nC,3,1\n", before))
    assert len(after.of(Ballot)) == 3
    assert not set(before.of(Ballot)) & set(after.of(Ballot))
    assert dots_of(after) == {"Waits on hold": 1, "Gets a refund": 1, "Hears the crew": 1}


def test_an_open_secret_round_tells_only_how_many_ballots_came(
    take: Take, applied: Applied, staffed: Workshop
) -> None:
    before = started(staffed)
    first = hand_over(before, the_round(before), person_named(before, "Astrid"), {})
    before = before.applied(first)
    intake = take("voter,number,dots\nBengt,1,1\n", before)
    assert intake.made == {"ballots": 1}
    after = applied(before, intake)
    assert the_round(after).status is RoundStatus.OPEN
    assert dots_of(closed(after)) == {"Waits on hold": 1}


def test_sides_are_fixed_over_the_voters_whose_ballots_are_taken(
    take: Take, applied: Applied, staffed: Workshop
) -> None:
    people = [
        replace(person, name=f"P{at}", department="Front" if at < 3 else "Office", id=f"p{at}")
        for at, person in enumerate(list(staffed.of(Participant).values()) * 2)
    ]
    with_people = staffed.applied(Change.between((None, person) for person in people[:6]))
    for side in ("Front", "Office"):
        with_people = with_people.applied(add_side(with_people, f"{side} line", [side]).change)
    lines = "voter,number,dots\n" + "".join(f"P{at},1,1\n" for at in range(6))
    after = applied(with_people, take(lines, with_people, SECRET))
    assert the_round(after).sides == ("Front line", "Office line")
    assert {ballot.side for ballot in after.of(Ballot).values()} == {"Front line", "Office line"}
    fewer = applied(with_people, take(lines.replace("P5,1", "P5,99"), with_people, SECRET))
    assert the_round(fewer).sides == ()
    assert {ballot.side for ballot in fewer.of(Ballot).values()} == {""}


def test_a_thousand_voters_take_about_a_second(bare: Workshop, applied: Applied) -> None:
    drafts = [Draft(f"Note {number}") for number in range(200)]
    workshop = bare.applied(add_notes(bare, drafts).change)
    options = Options(is_secret=True, budget=20)
    began = time.process_time()
    for hundred in "ab":
        rows = tuple(
            Row(at + 2, (f"Voter {hundred}{at // 20}", f"Note {at * 7 % 200}", "1"))
            for at in range(20_000)
        )
        sheet = Sheet(("voter", "text", "dots"), rows)
        intake = intake_of(sheet, Kind.BALLOTS, workshop, options)
        assert intake.made["dots"] == 20_000
        workshop = applied(workshop, intake)
    assert sum(dots_of(workshop).values()) == 40_000
    assert time.process_time() - began < 8  # 0.8 s where it was written
