"""Merging, splitting and run-offs keep every dot (METHOD.md, rules of the vote)."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from motworkshop.errors import RefusedError
from motworkshop.model.change import Edit
from motworkshop.model.edits.clusters import merge_notes, split_cluster, take_out
from motworkshop.model.records import Cluster, Id, Round
from motworkshop.model.rounds import Terms, count_dots, start_run_off
from motworkshop.model.tally import Standing, tally_of
from motworkshop.model.workshop import Workshop, lead_of

if TYPE_CHECKING:
    from tests.model.conftest import Room


def rows(workshop: Workshop, vote: Round) -> dict[Id, tuple[int, int | None]]:
    return {line.note: (line.dots, line.breadth) for line in tally_of(workshop, vote).lines}


def test_a_cluster_has_the_sum_of_the_dots_and_each_voter_once(room: "Room") -> None:
    one, two, three = room.notes("A", "B", "C")
    vote = room.vote({"Ann": {one: 2, two: 1}, "Bob": {two: 3}, "Cid": {three: 1}})
    apart = rows(room.workshop, vote)
    assert apart == {two: (4, 2), one: (2, 1), three: (1, 1)}
    room.do(merge_notes(room.workshop, one, [two]))
    assert rows(room.workshop, vote) == {one: (6, 2), three: (1, 1)}
    [cluster] = room.workshop.of(Cluster)
    room.do(split_cluster(room.workshop, cluster))
    assert rows(room.workshop, vote) == apart


def test_dots_cast_on_a_lead_stay_with_the_lead(room: "Room") -> None:
    lead, member, other = room.notes("Lead", "Member", "Other")
    room.do(merge_notes(room.workshop, lead, [member]))
    vote = room.vote({"Ann": {lead: 2}, "Bob": {other: 1}})
    room.do(split_cluster(room.workshop, next(iter(room.workshop.of(Cluster)))))
    assert rows(room.workshop, vote) == {lead: (2, 1), other: (1, 1)}
    room.do(merge_notes(room.workshop, member, [lead]))
    assert rows(room.workshop, vote) == {member: (2, 1), other: (1, 1)}


def test_a_paper_count_is_merged_too_and_its_breadth_stays_unknown(room: "Room") -> None:
    one, two = room.notes("A", "B")
    vote = room.vote({})
    room.record(count_dots(room.workshop, vote, {one: 4, two: 3}, 9))
    room.do(merge_notes(room.workshop, two, [one]))
    assert rows(room.workshop, room.round("Vote")) == {two: (7, None)}


NOTES = st.integers(0, 6)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("merge"), NOTES, st.lists(NOTES, max_size=3)),
        st.tuples(st.just("split"), NOTES, st.just([])),
        st.tuples(st.just("take out"), NOTES, st.lists(NOTES, max_size=2)),
        st.tuples(st.just("undo"), NOTES, st.just([])),
        st.tuples(st.just("run-off"), st.integers(1, 2), st.lists(NOTES, max_size=4)),
    ),
    max_size=8,
)
BALLOTS = st.lists(st.dictionaries(NOTES, st.integers(1, 3)), max_size=5)


def _edit(workshop: Workshop, notes: list[Id], what: str, at: int, others: list[int]) -> Edit:
    if what == "merge":
        return merge_notes(workshop, notes[at], [notes[other] for other in others])
    if what == "take out":
        return take_out(workshop, [notes[at], *(notes[other] for other in others)])
    clusters = sorted(workshop.of(Cluster))
    return split_cluster(workshop, clusters[at % len(clusters)] if clusters else "none")


def _step(room: "Room", notes: list[Id], vote: Round, step: tuple[str, int, list[int]]) -> None:
    what, at, others = step
    if what == "undo":
        room.history.undo()
    elif what == "run-off":
        title = f"Run-off {len(room.workshop.of(Round))}"
        room.record(start_run_off(room.workshop, vote, title, Terms(cap=at)))
        run_off = room.round(title)
        dots = dict.fromkeys({notes[other] for other in others} & set(run_off.notes), 1)
        room.cast(title, {"Ann": dots})
    else:
        room.do(_edit(room.workshop, notes, what, at, others))


@settings(max_examples=60)
@given(ballots=BALLOTS, cut=st.integers(1, 6), steps=STEPS)
def test_merge_split_and_run_off_keep_every_dot(
    new_room: "Callable[[], Room]",
    ballots: list[dict[int, int]],
    cut: int,
    steps: list[tuple[str, int, list[int]]],
) -> None:
    room = new_room()
    notes = room.notes(*"ABCDEFG")
    cast = [{notes[note]: dots for note, dots in ballot.items()} for ballot in ballots]
    vote = room.vote({f"V{n}": dots for n, dots in enumerate(cast)}, terms=Terms(cap=None, cut=cut))
    apart = rows(room.workshop, vote)
    for step in steps:
        before = room.workshop
        try:
            _step(room, notes, vote, step)
        except RefusedError:
            assert room.workshop is before
        _assert_every_dot_is_there(room, vote, cast)
    for cluster in list(room.workshop.of(Cluster)):
        room.do(split_cluster(room.workshop, cluster))
    assert rows(room.workshop, vote) == apart


def _assert_every_dot_is_there(room: "Room", vote: Round, cast: list[dict[Id, int]]) -> None:
    leads = lead_of(room.workshop)
    expected: dict[Id, tuple[int, int]] = {}
    for line in {leads.get(note, note) for note in vote.notes}:
        under = [
            [dots for note, dots in ballot.items() if leads.get(note, note) == line]
            for ballot in cast
        ]
        expected[line] = (sum(map(sum, under)), sum(1 for given in under if given))
    assert rows(room.workshop, vote) == expected
    tally = tally_of(room.workshop, vote)
    assert len(tally.standing(Standing.IN)) <= vote.cut
