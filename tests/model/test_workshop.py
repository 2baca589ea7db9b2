import pickle

import pytest

from motworkshop.model.change import Change
from motworkshop.model.memory import reads
from motworkshop.model.records import KINDS, About, Cluster, Note, Record, Stage
from motworkshop.model.workshop import (
    StaleChangeError,
    Workshop,
    cluster_led_by,
    lead_of,
    visible_notes,
)

BOOK, FLY = Stage("a", "Book", position=2), Stage("b", "Fly", position=1)


def test_applying_a_change_leaves_the_workshop_before_it_as_it_was() -> None:
    before = Workshop([About("w", "T"), BOOK])
    after = before.applied(Change.between([(BOOK, None), (None, FLY)]))
    assert list(before.of(Stage)) == ["a"]
    assert list(after.of(Stage)) == ["b"]


@pytest.mark.parametrize(
    "pair",
    [(Stage("a", "Other"), FLY), (None, Stage("a", "Second")), (Stage("c", "Gone"), None)],
    ids=["another old side", "a new record that is there", "a removed one that is not"],
)
def test_a_change_that_starts_from_something_else_is_stale(
    pair: tuple[Record | None, Record | None],
) -> None:
    before = Workshop([About("w", "T"), BOOK])
    good = (None, Stage("z", "Good"))
    with pytest.raises(StaleChangeError):
        before.applied(Change.between([good, pair]))
    assert before == Workshop([About("w", "T"), BOOK])


def test_equal_records_make_equal_workshops_whatever_their_order() -> None:
    one = Workshop([About("w", "T"), BOOK, FLY])
    other = Workshop([FLY, About("w", "T"), BOOK])
    assert one == other
    assert hash(one) == hash(other)
    emptied = one.applied(Change.between([(BOOK, None), (FLY, None)]))
    assert emptied == Workshop([About("w", "T")])
    assert one != emptied
    assert one != "T"


def test_stages_come_in_the_order_of_their_positions() -> None:
    assert Workshop([BOOK, FLY]).ordered(Stage) == [FLY, BOOK]


def test_any_record_is_found_by_its_id() -> None:
    workshop = Workshop([About("w", "T"), BOOK])
    assert workshop.find("a") == BOOK
    assert workshop.find("nobody") is None


def test_what_is_remembered_is_worked_out_once_and_forgotten_with_the_next_change() -> None:
    calls = []

    def count_stages(workshop: Workshop) -> int:
        calls.append(workshop)
        return len(workshop.of(Stage))

    workshop = Workshop([About("w", "T"), BOOK])
    assert [workshop.remember(count_stages) for _ in range(3)] == [1, 1, 1]
    assert len(calls) == 1
    assert workshop.applied(Change.between([(None, FLY)])).remember(count_stages) == 2


@reads(Stage, ids_of=(Note,))
def _stages_and_ids(workshop: Workshop) -> tuple[int, frozenset[str], object]:
    return len(workshop.of(Stage)), frozenset(workshop.notes), object()


def test_what_depends_on_few_kinds_outlives_a_change_of_others() -> None:
    """The object in the result is another one each time that it is worked out."""
    note = Note("n", 1, "Pays")
    workshop = Workshop([About("w", "T"), BOOK, note])
    first = workshop.remember(_stages_and_ids)
    reworded = workshop.applied(Change.between([(note, Note("n", 1, "Pays late"))]))
    assert reworded.remember(_stages_and_ids) is first
    longer = reworded.applied(Change.between([(None, Note("m", 2, "Waits"))]))
    assert longer.remember(_stages_and_ids)[:2] == (1, frozenset({"n", "m"}))
    fewer = longer.applied(Change.between([(BOOK, None)]))
    assert fewer.remember(_stages_and_ids)[:2] == (0, frozenset({"n", "m"}))
    gone = fewer.applied(Change.between([(Note("m", 2, "Waits"), None)]))
    assert gone.remember(_stages_and_ids)[:2] == (0, frozenset({"n"}))
    assert workshop.remember(_stages_and_ids) is first


def test_what_is_remembered_of_arguments_is_kept_apart() -> None:
    def stages_after(workshop: Workshop, position: int) -> int:
        return sum(stage.position > position for stage in workshop.of(Stage).values())

    workshop = Workshop([About("w", "T"), BOOK, FLY])
    assert [workshop.remember(stages_after, place) for place in (0, 1, 2, 0)] == [2, 1, 0, 2]


def test_a_workshop_can_be_handed_to_another_process() -> None:
    workshop = Workshop([About("w", "T"), BOOK, Note("n", 1, "Pays")])
    workshop.remember(lead_of)
    assert pickle.loads(pickle.dumps(workshop)) == workshop
    assert list(pickle.loads(pickle.dumps(workshop)).records()) == list(workshop.records())


def test_records_come_kind_by_kind() -> None:
    workshop = Workshop([Note("n", 1, "Pays"), BOOK, About("w", "T")])
    order = [KINDS.index(type(record)) for record in workshop.records()]
    assert order == sorted(order)
    assert len(order) == 3


def test_members_of_a_cluster_do_not_stand_on_the_board_by_themselves() -> None:
    notes = [Note("n2", 2, "b"), Note("n1", 1, "a"), Note("n3", 3, "c")]
    cluster = Cluster("k", "n1", ("n3",))
    workshop = Workshop([About("w", "T"), *notes, cluster])
    assert [note.id for note in visible_notes(workshop)] == ["n1", "n2"]
    assert lead_of(workshop) == {"n3": "n1"}
    assert cluster_led_by(workshop) == {"n1": cluster}
