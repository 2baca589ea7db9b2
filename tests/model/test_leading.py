from motworkshop.imports.sample import sample_workshop
from motworkshop.model.edits.notes import Draft, add_notes
from motworkshop.model.leading import likely_lead, moments_among
from motworkshop.model.records import Note
from motworkshop.model.rounds import Terms, start_round
from motworkshop.model.workshop import Workshop


def numbered(workshop: Workshop, *numbers: int) -> list[Note]:
    by_number = {note.number: note for note in workshop.notes.values()}
    return [by_number[number] for number in numbers]


def test_the_note_with_more_dots_leads_else_the_lower_number() -> None:
    """In the sample note 41 has six dots, 20 none, 14 and 9 five each."""
    workshop = sample_workshop()
    assert likely_lead(workshop, numbered(workshop, 20, 41)).number == 41
    assert likely_lead(workshop, numbered(workshop, 14, 9)).number == 9


def test_before_a_vote_the_lower_number_leads_and_nothing_is_a_moment_of_truth() -> None:
    workshop = Workshop.titled("Test")
    workshop = workshop.applied(add_notes(workshop, [Draft("One"), Draft("Two")]).change)
    both = numbered(workshop, 2, 1)
    assert likely_lead(workshop, both).number == 1
    assert moments_among(workshop, both) == []


def test_moments_of_truth_are_named_unless_a_round_is_open() -> None:
    workshop = sample_workshop()
    some = numbered(workshop, 41, 20, 9, 53)
    assert [note.number for note in moments_among(workshop, some)] == [9, 41], "53 lost a run-off"
    voting = workshop.applied(start_round(workshop, "Again", Terms()))
    assert moments_among(voting, some) == []
