from hypothesis import given
from hypothesis import strategies as st

from motworkshop.canvas.deck import Deck
from motworkshop.canvas.placing import Room, landing, landing_together, local
from motworkshop.model.edits.notes import Draft, add_notes, edit_notes, move_notes
from motworkshop.model.edits.stages import add_stage
from motworkshop.model.layout import STEP
from motworkshop.model.records import Note, Stage
from motworkshop.model.workshop import Workshop


def full_board() -> Workshop:
    """Two stages of nine notes each, some of them tall."""
    workshop = Workshop.titled("Test")
    for name in ("One", "Two"):
        workshop = workshop.applied(add_stage(workshop, name).change)
    drafts = [
        Draft(f"note {n}", fields={"stage": stage.id, "height": 3 + n % 3})
        for stage in workshop.ordered(Stage)
        for n in range(9)
    ]
    return workshop.applied(add_notes(workshop, drafts).change)


FULL = full_board()
NUMBERS = sorted(note.number for note in FULL.notes.values())


def note(workshop: Workshop, number: int) -> Note:
    return next(note for note in workshop.notes.values() if note.number == number)


def hidden(workshop: Workshop) -> list[tuple[int, int]]:
    """Pairs of notes of which one lies over the other."""
    notes = list(workshop.notes.values())
    return [
        (one.number, two.number)
        for place, one in enumerate(notes)
        for two in notes[place + 1 :]
        if (one.stage, one.lane) == (two.stage, two.lane)
        and abs(one.x - two.x) < 176
        and one.y < two.y + two.height * STEP
        and two.y < one.y + one.height * STEP
    ]


@given(st.sampled_from(NUMBERS), st.floats(-700, 1100), st.floats(-200, 1500))
def test_wherever_a_note_is_dropped_no_note_is_hidden(number: int, left: float, top: float) -> None:
    deck = Deck(FULL)
    card = deck.cards[note(FULL, number).id]
    place, made_room = landing(deck, Room(deck, {card.id}), card, left, top)
    after = FULL.applied(move_notes(FULL, {**made_room, card.id: place}).change)
    assert not hidden(after)


@given(st.sets(st.sampled_from(NUMBERS), min_size=2), st.floats(-900, 900), st.floats(-900, 900))
def test_wherever_several_notes_are_dropped_no_note_is_hidden(
    numbers: set[int], dx: float, dy: float
) -> None:
    deck = Deck(FULL)
    cards = [deck.cards[note(FULL, number).id] for number in numbers]
    places = landing_together(deck, cards, dx, dy, {card.id for card in cards})
    assert not hidden(FULL.applied(move_notes(FULL, places).change))


def test_a_locked_note_does_not_make_room() -> None:
    locked = note(FULL, 3)
    workshop = FULL.applied(edit_notes(FULL, [locked.id], is_locked=True).change)
    deck = Deck(workshop)
    for top in range(0, 900, 30):
        card = deck.cards[note(workshop, 12).id]
        place, made_room = landing(deck, Room(deck, {card.id}), card, 20, top)
        assert locked.id not in made_room
        after = workshop.applied(move_notes(workshop, {**made_room, card.id: place}).change)
        assert not hidden(after)


def test_a_note_is_drawn_to_the_one_above_it_and_to_the_rows() -> None:
    empty = FULL.applied(add_stage(FULL, "Three").change)
    deck = Deck(empty)
    stage = next(stage for stage in empty.ordered(Stage) if stage.name == "Three")
    left = deck.plan.corner((stage.id, None))[0]
    card = deck.cards[note(empty, 1).id]
    for top, expected in ((3, 16), (40, 16), (150, 164), (185, 164), (230, 230)):
        place, _room = landing(deck, Room(deck, {card.id}), card, left + 30, top)
        assert (place.stage, place.x, place.y) == (stage.id, 16, expected)


def test_what_lies_outside_all_stages_belongs_to_the_nearest() -> None:
    deck = Deck(FULL)
    first, second = (stage.id for stage in FULL.ordered(Stage))
    assert local(deck, 9_000, 50)[0] == (second, None)
    assert local(deck, 10, 50)[0] == (first, None)
    assert local(deck, -9_000, 50)[0] == (None, None)
