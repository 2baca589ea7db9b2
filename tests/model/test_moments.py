from typing import TYPE_CHECKING

from motworkshop.model.edits.evidence import add_evidence
from motworkshop.model.edits.frame import add_promise
from motworkshop.model.edits.moments import add_action, add_metric, describe_moment, edit_metric
from motworkshop.model.moments import (
    Lack,
    broken_promises,
    evidence_for,
    is_gut_feeling_only,
    lacks,
    load_per_accountable,
    moments_of,
)
from motworkshop.model.records import (
    Decision,
    Evidence,
    EvidenceKind,
    Id,
    Metric,
    Promise,
)
from motworkshop.model.rounds import Terms

if TYPE_CHECKING:
    from tests.model.conftest import Room


def voted_on(room: "Room", *texts: str, cut: int = 10, **fields: int) -> list[Id]:
    """Notes that got dots in their order: the first one the most."""
    notes = room.notes(*texts, **fields)
    dots = {note: len(notes) - index for index, note in enumerate(notes)}
    room.vote({"Ann": dots}, terms=Terms(cap=None, cut=cut))
    return notes


def test_before_a_vote_there_are_no_moments(room: "Room") -> None:
    room.notes("A")
    assert moments_of(room.workshop) == []
    room.vote({}, close=False)
    assert moments_of(room.workshop) == []


def test_moments_are_the_notes_above_the_cut_most_dots_first(room: "Room") -> None:
    a, b, _c = voted_on(room, "A", "B", "C", cut=2)
    assert [moment.note.id for moment in moments_of(room.workshop)] == [a, b]
    assert [moment.note.id for moment in moments_of(room.workshop, 1)] == [a]


def test_a_tied_note_is_a_moment_only_once_it_was_decided(room: "Room") -> None:
    a, b = room.notes("A", "B")
    vote = room.vote({"Ann": {a: 1, b: 1}}, terms=Terms(cut=1))
    assert moments_of(room.workshop) == []
    room.decide(vote, {b: Decision.IN})
    assert [moment.note.id for moment in moments_of(room.workshop)] == [b]


def test_a_new_moment_lacks_everything_and_a_full_card_nothing(room: "Room") -> None:
    [note] = voted_on(room, "A")
    seen = [lacks(moments_of(room.workshop)[0])]
    for fields in (
        {"accountable": "Eva"},
        {"ideal_experience": "Knows before the gate"},
        {"freedom": "Vouchers up to 50"},
    ):
        room.do(describe_moment(room.workshop, note, **fields))
        seen.append(lacks(moments_of(room.workshop)[0]))
    room.do(add_metric(room.workshop, note, "Told in time", unit="%"))
    seen.append(lacks(moments_of(room.workshop)[0]))
    [metric] = room.workshop.of(Metric)
    room.do(edit_metric(room.workshop, metric, target=0.0))
    seen.append(lacks(moments_of(room.workshop)[0]))
    room.do(add_action(room.workshop, note, "Write the text message"))
    seen.append(lacks(moments_of(room.workshop)[0]))
    assert seen == [
        [Lack.ACCOUNTABLE, Lack.IDEAL_EXPERIENCE, Lack.FREEDOM, Lack.METRIC, Lack.NEXT_STEP],
        [Lack.IDEAL_EXPERIENCE, Lack.FREEDOM, Lack.METRIC, Lack.NEXT_STEP],
        [Lack.FREEDOM, Lack.METRIC, Lack.NEXT_STEP],
        [Lack.METRIC, Lack.NEXT_STEP],
        [Lack.TARGET, Lack.NEXT_STEP],
        [Lack.NEXT_STEP],
        [],
    ]


def test_blanks_are_as_good_as_nothing(room: "Room") -> None:
    [note] = voted_on(room, "A")
    blank = {"accountable": " ", "ideal_experience": "\n", "freedom": "\t"}
    room.do(describe_moment(room.workshop, note, **blank))
    assert len(lacks(moments_of(room.workshop)[0])) == 5


def test_one_metric_with_a_target_is_enough(room: "Room") -> None:
    [note] = voted_on(room, "A")
    room.do(add_metric(room.workshop, note, "First"))
    room.do(add_metric(room.workshop, note, "Second", target=3.5))
    [moment] = moments_of(room.workshop)
    assert [metric.name for metric in moment.metrics] == ["First", "Second"]
    assert Lack.TARGET not in lacks(moment)


def test_the_load_is_counted_by_person_heaviest_first(room: "Room") -> None:
    a, b, c, d = voted_on(room, "A", "B", "C", "D")
    [eva] = room.people("Eva")
    for note, who in ((a, eva), (b, "EVA"), (c, "Bo")):
        room.do(describe_moment(room.workshop, note, accountable=who))
    load = load_per_accountable(room.workshop, moments_of(room.workshop))
    by_note = [(who, [moment.note.id for moment in carried]) for who, carried in load.items()]
    assert by_note == [("Eva", [a, b]), ("", [d]), ("Bo", [c])]


def test_a_promise_is_broken_where_customers_get_less_than_they_expect(room: "Room") -> None:
    for text in ("On time", "Told first"):
        room.do(add_promise(room.workshop, text))
    on_time, told = (promise.id for promise in room.workshop.ordered(Promise))
    short = room.notes("Waits", "Unscored short", expectation=5, experience=2)
    kept = room.notes("Boards", expectation=4, experience=4)
    unscored = room.notes("Asks", expectation=4)
    room.vote({"Ann": dict.fromkeys((*short, *kept, *unscored), 1)})
    for note in (short[0], *kept, *unscored):
        room.do(describe_moment(room.workshop, note, promise=told))
    room.do(describe_moment(room.workshop, kept[0], promise=on_time))
    broken = broken_promises(room.workshop, moments_of(room.workshop))
    assert [(promise.id, [m.note.id for m in found]) for promise, found in broken] == [
        (told, [short[0]])
    ]


def test_research_comes_before_gut_feeling(room: "Room") -> None:
    a, b, c = room.notes("A", "B", "C")
    kinds = (EvidenceKind.GUT, EvidenceKind.QUALITATIVE, EvidenceKind.QUANTITATIVE)
    proofs = [Evidence(kind.value, "Seen", kind, note=a) for kind in kinds]
    room.do(add_evidence(room.workshop, [*proofs, Evidence("only", "Felt", kinds[0], note=b)]))
    found = evidence_for(room.workshop, a)
    assert [proof.kind.value for proof in found] == ["quantitative", "qualitative", "gut"]
    assert not is_gut_feeling_only(found)
    assert is_gut_feeling_only(evidence_for(room.workshop, b))
    assert evidence_for(room.workshop, c) == []
    assert is_gut_feeling_only([])
