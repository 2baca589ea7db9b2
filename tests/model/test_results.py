import pytest

from motworkshop.imports.sample import sample_workshop
from motworkshop.imports.template import workshop_from_template
from motworkshop.model.edits.moments import describe_moment
from motworkshop.model.edits.people import add_participants
from motworkshop.model.history import History
from motworkshop.model.moments import moments_of
from motworkshop.model.records import Note, PhaseKind, new_id
from motworkshop.model.results import has_result
from motworkshop.model.workshop import Workshop


@pytest.mark.parametrize("kind", list(PhaseKind))
def test_a_new_workshop_has_no_result_in_any_phase(kind: PhaseKind) -> None:
    assert not has_result(workshop_from_template("blank", "New"), kind)


def test_the_sample_has_all_results_but_one_moment_nobody_answers_for() -> None:
    history = History(sample_workshop())
    lacking = [kind for kind in PhaseKind if not has_result(history.workshop, kind)]
    assert lacking == [PhaseKind.OWN, PhaseKind.REPORT]
    (open_moment,) = [
        moment
        for moment in moments_of(history.workshop)
        if moment.card is None or not moment.card.accountable
    ]
    history.do(describe_moment(history.workshop, open_moment.note.id, accountable="Ylva"))
    assert has_result(history.workshop, PhaseKind.OWN)


def test_the_stages_of_a_template_are_no_agreement_before_anybody_is_there() -> None:
    history = History(workshop_from_template("airline", "New"))
    assert not has_result(history.workshop, PhaseKind.ALIGN)
    history.do(add_participants(history.workshop, [("Ann", "Web")]))
    assert has_result(history.workshop, PhaseKind.ALIGN)


def test_one_note_without_a_category_leaves_sorting_undone() -> None:
    sample = sample_workshop()
    loose = Note(new_id(), 99, "Not sorted")
    assert not has_result(Workshop([*sample.records(), loose]), PhaseKind.CATEGORISE)
