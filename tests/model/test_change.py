from motworkshop.model.change import Change
from motworkshop.model.records import Ballot, PhaseClock, PhaseKind, Stage

A1 = Stage("a", "Book")
A2 = Stage("a", "Book a seat")
A3 = Stage("a", "Pay")
B1 = Stage("b", "Fly")


def test_a_change_leaves_out_what_stays_equal() -> None:
    change = Change.between([(A1, Stage("a", "Book")), (None, B1), (None, None)])
    assert change.pairs == {"b": (None, B1)}


def test_a_change_without_pairs_is_false() -> None:
    assert not Change.between([(A1, A1)])
    assert Change.between([(A1, None)])


def test_an_inverted_change_swaps_both_sides() -> None:
    change = Change.between([(A1, A2), (None, B1)])
    assert change.inverted().pairs == {"a": (A2, A1), "b": (B1, None)}
    assert change.inverted().inverted() == change


def test_two_changes_fold_into_one_from_the_first_side_to_the_last() -> None:
    folded = Change.between([(A1, A2)]).then(Change.between([(A2, A3), (None, B1)]))
    assert folded.pairs == {"a": (A1, A3), "b": (None, B1)}


def test_folding_a_change_with_its_way_back_leaves_nothing() -> None:
    change = Change.between([(A1, A2), (None, B1)])
    assert not change.then(change.inverted())


def test_only_changes_with_a_recorded_kind_are_recorded() -> None:
    assert not Change.between([(A1, A2)]).is_recorded
    assert Change.between([(A1, A2), (None, Ballot("x", "r"))]).is_recorded
    assert Change.between([(PhaseClock("p", PhaseKind.VOTE), None)]).is_recorded


def test_a_change_tells_the_kinds_of_its_records() -> None:
    change = Change.between([(A1, A2), (None, Ballot("x", "r")), (B1, None)])
    assert change.kinds == {Stage, Ballot}
    assert change.has(PhaseClock, Ballot)
    assert not change.has(PhaseClock)
    assert not Change().has(Stage)
