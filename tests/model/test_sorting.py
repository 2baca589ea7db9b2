from motworkshop.model.sorting import Sorting


def test_undecided_notes_come_again_at_the_end() -> None:
    way = Sorting.begin("abc").after_doubt().after_decision().after_decision()
    assert (way.current, way.is_again, way.decided, way.total) == ("a", True, 2, 3)
    assert way.after_doubt().current == "a"
    done = way.after_decision()
    assert (done.current, done.decided, done.undecided) == (None, 3, ())


def test_going_back_takes_the_note_before_again() -> None:
    way = Sorting.begin("abc").after_decision().after_doubt()
    assert way.current == "c"
    assert way.back().current == "b"
    assert way.back().back().current == "a"
    assert way.back().back().decided == 0
    assert way.back().after_decision().undecided == ()
    first = Sorting.begin("abc")
    assert first.back() == first


def test_going_back_from_the_end_meets_the_last_note() -> None:
    assert Sorting.begin("ab").after_decision().after_decision().back().current == "b"


def test_nothing_happens_without_notes() -> None:
    empty = Sorting.begin("")
    assert empty.after_decision() == empty.after_doubt() == empty.back() == empty
    assert (empty.total, empty.decided) == (0, 0)


def test_notes_that_go_away_are_left_out() -> None:
    way = Sorting.begin("abcd").after_doubt().after_decision()
    assert way.among({"b", "d"}).current == "d"
    assert way.among({"b", "d"}).total == 2
    assert way.among({"a", "b"}).current == "a"
    assert way.among({"b"}).current is None
