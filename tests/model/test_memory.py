"""What is remembered of a workshop and carried over from change to change stays true."""

from collections import Counter

from hypothesis import given, settings

from motworkshop.model.change import Change
from motworkshop.model.heatmap import category_counts, heat_map, stage_counts
from motworkshop.model.history import History
from motworkshop.model.memory import MANY, carried, reads
from motworkshop.model.note_counts import counts_by
from motworkshop.model.records import About, Note, Stage
from motworkshop.model.workshop import Workshop, visible_notes
from tests.model.edits.full import full_workshop
from tests.model.edits.test_any_sequence import RECORDINGS, steps, take

by_author = counts_by(lambda note: note.author, has_members=True)


def facts(workshop: Workshop) -> tuple[object, ...]:
    """All that is carried over."""
    return (
        visible_notes(workshop),
        heat_map(workshop),
        stage_counts(workshop),
        category_counts(workshop),
        workshop.remember(by_author),
    )


@settings(max_examples=80)
@given(steps=steps(*RECORDINGS))
def test_what_is_carried_over_is_what_is_found_by_counting_anew(
    steps: list[tuple[str, int]],
) -> None:
    history = History(full_workshop())
    facts(history.workshop)
    for what, seed in steps:
        take(history, what, seed)
        assert facts(history.workshop) == facts(Workshop(history.workshop.records()))


def test_notes_of_the_same_number_are_carried_over_too() -> None:
    one, other = Note("a", 1, "A"), Note("b", 1, "B")
    workshop = Workshop([About("w", "T"), one, other])
    visible_notes(workshop)
    reworded = workshop.applied(Change.between([(other, Note("b", 1, "Late", stage="s"))]))
    assert {note.text for note in visible_notes(reworded)} == {"A", "Late"}
    assert stage_counts(reworded) == {None: 1, "s": 1}


def test_what_a_change_does_not_touch_stays_the_same_object() -> None:
    note = Note("n", 1, "Pays", stage="s")
    workshop = Workshop([About("w", "T"), note])
    counts = heat_map(workshop).counts
    reworded = workshop.applied(Change.between([(note, Note("n", 1, "Pays late", stage="s"))]))
    assert heat_map(reworded).counts is counts
    moved = reworded.applied(Change.between([(Note("n", 1, "Pays late", stage="s"), note)]))
    staged = moved.applied(Change.between([(None, Stage("s", "Book"))]))
    assert heat_map(staged).counts is counts
    assert counts == {("s", None): 1}


def test_a_note_is_not_counted_again_for_each_change() -> None:
    worked_out = []

    def later(found: int, _before: Workshop, change: Change) -> int | None:
        return found + len(change.pairs) if found < 3 else None

    @reads(Note)
    @carried(later)
    def count(workshop: Workshop) -> int:
        worked_out.append(workshop)
        return len(workshop.notes)

    workshop = Workshop([About("w", "T")])
    assert workshop.remember(count) == 0
    for number in range(1, 6):
        change = Change.between([(None, Note(str(number), number, "Waits"))])
        workshop = workshop.applied(change)
        assert workshop.remember(count) == number
    assert len(worked_out) == 3, "at first, and where it cannot be carried over"


def test_a_change_of_very_many_notes_is_counted_anew_and_right() -> None:
    notes = [Note(str(number), number, "Waits") for number in range(MANY + 1)]
    workshop = Workshop([About("w", "T"), *notes])
    facts(workshop)
    staged = [Note(note.id, note.number, note.text, stage="s") for note in notes]
    after = workshop.applied(Change.between(zip(notes, staged, strict=True)))
    assert stage_counts(after) == Counter({"s": MANY + 1})
    assert visible_notes(after) == staged
