from motworkshop.model.turn_order import TurnOrder

THREE = TurnOrder.begin("abc")


def names(order: TurnOrder, steps: int) -> str:
    found = ""
    for _ in range(steps):
        found += order.current or "-"
        order = order.after_next()
    return found


def test_everybody_has_a_turn_in_each_lap() -> None:
    assert names(THREE, 7) == "abcabca"
    assert THREE.after_next().after_next().after_next().lap == 2
    assert THREE.following == "b"


def test_a_skipped_person_comes_again_at_the_end_of_the_lap() -> None:
    assert names(THREE.after_skip(), 6) == "bcaabc"


def test_nobody_can_skip_when_nobody_else_is_left_in_the_lap() -> None:
    last = THREE.after_next().after_next()
    assert last.after_skip() == last


def test_absent_people_are_passed_over_until_they_are_back() -> None:
    assert names(THREE.without("b"), 4) == "acac"
    assert names(THREE.without("a"), 4) == "bcbc"
    assert names(THREE.without("b").with_back("b"), 4) == "acba"
    assert THREE.with_back("b") == THREE


def test_with_everybody_gone_it_is_nobodys_turn() -> None:
    empty = THREE.without("a").without("b").without("c")
    assert empty.current is None
    assert empty.following is None
    assert empty.after_next().current is None
    assert empty.with_back("c").current == "c"
    assert TurnOrder.begin("").current is None


def test_back_and_forth_meets_the_same_people() -> None:
    second = THREE.after_next()
    assert second.before().current == "a"
    assert names(second.before(), 4) == "abca"
    assert THREE.before().current == "c"
    assert TurnOrder.begin("a").before().current == "a"


def test_a_turn_can_be_given_to_anybody_even_to_somebody_who_was_absent() -> None:
    given = THREE.without("c").given_to("c")
    assert given.current == "c"
    assert given.absent == frozenset()
    assert names(given, 3) == "cba"


def test_newcomers_come_last_and_leavers_are_gone() -> None:
    assert names(THREE.on_roster("bcd"), 4) == "bcdb"
    assert THREE.on_roster("abc") is THREE
    assert TurnOrder.begin("").on_roster("xy").current == "x"
