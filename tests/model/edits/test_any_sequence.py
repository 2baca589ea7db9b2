"""Any sequence of edits is reversible, with recordings in between too."""

import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from motworkshop.errors import WorkshopError
from motworkshop.model.change import Change
from motworkshop.model.history import History
from motworkshop.model.phases import run_clock
from motworkshop.model.records import (
    RECORDED,
    Note,
    PhaseKind,
    Round,
)
from motworkshop.model.rounds import (
    Terms,
    close_round,
    count_dots,
    discard_round,
    hand_over,
    reopen_round,
    start_round,
    start_run_off,
)
from tests.model.edits.calls import CALLS, Chooser
from tests.model.edits.full import dangling, full_workshop, without_recordings


def _hand_over(c: Chooser) -> Change:
    vote = c.vote()
    dots = {note: 1 for note in vote.notes if c.below(2)}
    return hand_over(c.workshop, vote, c.person() or "Guest", dots)


def _start_run_off(c: Chooser) -> Change:
    return start_run_off(c.workshop, c.vote(), f"Run-off {c.below(99)}", Terms(cap=None))


def _start_round(c: Chooser) -> Change:
    return start_round(c.workshop, f"Round {c.below(99)}", Terms(cut=1 + c.below(3)), c.some(Note))


def _count(c: Chooser) -> Change:
    vote = c.vote()
    return count_dots(c.workshop, vote, dict.fromkeys(vote.notes[:2], c.below(5)), 7)


RECORDINGS: dict[str, Callable[[Chooser], Change]] = {
    "start": _start_round,
    "hand over": _hand_over,
    "close": lambda c: close_round(c.workshop, c.vote()),
    "reopen": lambda c: reopen_round(c.workshop, c.vote()),
    "discard": lambda c: discard_round(c.workshop, c.vote()),
    "run-off": _start_run_off,
    "count": _count,
    "clock": lambda c: run_clock(c.workshop, list(PhaseKind)[c.below(9)], c.below(60)),
}


def take(history: History, what: str, seed: int) -> None:
    """One step, with arguments at random; what is refused changes nothing."""
    before, done, undone = history.workshop, history.done, history.undone
    recorded = {kind: before.of(kind) for kind in RECORDED}
    chooser = Chooser(before, random.Random(seed).randrange)
    try:
        if what == "undo":
            history.undo()
        elif what == "redo":
            history.redo()
        elif what in RECORDINGS:
            history.record(RECORDINGS[what](chooser))
            assert (history.done, history.undone) == (done, undone)
        else:
            history.do(CALLS[what](chooser))
    except WorkshopError:
        assert history.workshop is before
        assert (history.done, history.undone) == (done, undone)
    assert dangling(history.workshop) == []
    if what not in RECORDINGS:
        assert recorded == {kind: history.workshop.of(kind) for kind in RECORDED}


def steps(*besides: str) -> st.SearchStrategy[list[tuple[str, int]]]:
    names = st.sampled_from([*CALLS, *besides, "undo", "undo", "redo"])
    return st.lists(st.tuples(names, st.integers(0, 2**32)), max_size=30)


@settings(max_examples=80)
@given(steps=steps())
def test_any_sequence_of_edits_undone_in_full_gives_back_the_beginning(
    steps: list[tuple[str, int]],
) -> None:
    beginning = full_workshop()
    history = History(beginning)
    for what, seed in steps:
        take(history, what, seed)
    end, taken = history.workshop, len(history.done)
    for _ in range(taken):
        history.undo()
    assert history.workshop == beginning
    for _ in range(taken):
        history.redo()
    assert history.workshop == end


@settings(max_examples=80)
@given(steps=steps(*RECORDINGS, *RECORDINGS))
def test_with_recordings_in_between_undo_leaves_them_alone_and_brings_back_the_rest(
    steps: list[tuple[str, int]],
) -> None:
    beginning = full_workshop()
    history = History(beginning)
    for what, seed in steps:
        take(history, what, seed)
    for vote in reversed(history.workshop.ordered(Round)):
        history.record(discard_round(history.workshop, vote))
    end, taken = history.workshop, len(history.done)
    for _ in range(taken):
        history.undo()
    assert without_recordings(history.workshop) == without_recordings(beginning)
    for _ in range(taken):
        history.redo()
    assert history.workshop == end


@pytest.mark.parametrize("what", [*CALLS, *RECORDINGS])
def test_random_arguments_do_reach_a_change(what: str) -> None:
    beginning = full_workshop()
    changed = 0
    for seed in range(40):
        history = History(beginning)
        if what in {"hand over", "close"}:
            history.record(reopen_round(beginning, beginning.ordered(Round)[0]))
        before = history.workshop
        take(history, what, seed)
        changed += history.workshop is not before
    assert changed > 3
