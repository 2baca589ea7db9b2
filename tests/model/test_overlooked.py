from motworkshop.imports.sample import sample_workshop
from motworkshop.model.arithmetic import opportunity
from motworkshop.model.edits.notes import edit_notes
from motworkshop.model.moments import moments_of
from motworkshop.model.overlooked import overlooked_notes, scored_notes


def test_what_matters_more_than_it_goes_well_and_was_not_voted_in_is_overlooked() -> None:
    workshop = sample_workshop()
    moments = moments_of(workshop)
    found = overlooked_notes(workshop, moments)
    assert found[0].number == 10  # importance 5, experience 1, and no place in the top ten
    assert not {note.id for note in found} & {moment.note.id for moment in moments}
    assert all((note.importance or 0) > (note.experience or 0) for note in found)
    order = [(-(opportunity(note) or 0), note.number) for note in found]
    assert order == sorted(order)


def test_a_note_without_both_scores_is_neither_scored_nor_overlooked() -> None:
    workshop = sample_workshop()
    first = overlooked_notes(workshop, [])[0]
    changed = workshop.applied(edit_notes(workshop, [first.id], experience=None).change)
    assert first.id not in [note.id for note in overlooked_notes(changed, [])]
    assert first.id not in [note.id for note in scored_notes(changed)]
