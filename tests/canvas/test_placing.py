from hypothesis import example, given
from hypothesis import strategies as st

from motworkshop.canvas.card import Card
from motworkshop.canvas.deck import Deck
from motworkshop.canvas.landing import Lander, Landing, Ways
from motworkshop.canvas.placing import local
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
SNAPS = Ways()
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


def dropped(
    deck: Deck, cards: list[Card], dx: float, dy: float, ways: Ways = SNAPS, *, copies: bool = False
) -> Landing:
    return Lander(deck, cards, cards[0], copies=copies).at(dx, dy, ways)


def after(workshop: Workshop, landing: Landing) -> Workshop:
    return workshop.applied(move_notes(workshop, {**landing.made_room, **landing.places}).change)


WAYS = st.sampled_from([SNAPS, Ways(snaps=False)])


@given(st.sampled_from(NUMBERS), st.floats(-700, 1100), st.floats(-200, 1500), WAYS)
def test_wherever_a_note_is_dropped_no_note_is_hidden(
    number: int, left: float, top: float, ways: Ways
) -> None:
    deck = Deck(FULL)
    card = deck.cards[note(FULL, number).id]
    landing = dropped(deck, [card], left - card.left, top - card.top, ways)
    assert not hidden(after(FULL, landing))


@given(
    st.lists(st.sampled_from(NUMBERS), min_size=2, unique=True),
    st.floats(-900, 900),
    st.floats(-900, 900),
    WAYS,
)
@example([1, 7, 3, 4], 17.0, 0.0, Ways(snaps=False))  # a short note beside a tall one
def test_wherever_several_notes_are_dropped_no_note_is_hidden(
    numbers: list[int], dx: float, dy: float, ways: Ways
) -> None:
    deck = Deck(FULL)
    cards = [deck.cards[note(FULL, number).id] for number in numbers]
    assert not hidden(after(FULL, dropped(deck, cards, dx, dy, ways)))


@given(st.sampled_from(NUMBERS), st.floats(-900, 900), st.floats(-900, 900), WAYS)
def test_wherever_a_copy_is_dropped_it_hides_nobody_and_not_what_it_is_a_copy_of(
    number: int, dx: float, dy: float, ways: Ways
) -> None:
    deck = Deck(FULL)
    card = deck.cards[note(FULL, number).id]
    landing = dropped(deck, [card], dx, dy, ways, copies=True)
    workshop = FULL.applied(move_notes(FULL, landing.made_room).change)
    place = landing.places[card.id]
    fields = {"stage": place.stage, "x": place.x, "y": place.y, "height": card.steps}
    copied = workshop.applied(add_notes(workshop, [Draft("copy", fields=fields)]).change)
    assert not hidden(copied)


@given(st.sampled_from(NUMBERS), st.floats(-900, 900), st.floats(-900, 900))
def test_laid_down_exactly_a_note_lies_where_it_was_held_and_nobody_moves(
    number: int, dx: float, dy: float
) -> None:
    deck = Deck(FULL)
    card = deck.cards[note(FULL, number).id]
    landing = dropped(deck, [card], dx, dy, Ways(is_exact=True))
    place = landing.places[card.id]
    left, top = deck.plan.corner((place.stage, place.lane))
    assert not landing.made_room
    assert place.x in {0.0, card.left + dx - left}
    assert place.y in {0.0, card.top + dy - top}


@given(
    st.lists(st.sampled_from(NUMBERS), min_size=1, max_size=6, unique=True),
    st.floats(-900, 900),
    st.floats(-900, 900),
    WAYS,
)
def test_a_locked_note_does_not_make_room(
    numbers: list[int], dx: float, dy: float, ways: Ways
) -> None:
    locked = [one.id for one in FULL.notes.values() if one.number % 3 == 0]
    workshop = FULL.applied(edit_notes(FULL, locked, is_locked=True).change)
    deck = Deck(workshop)
    cards = [deck.cards[note(workshop, number).id] for number in numbers]
    cards = [card for card in cards if not card.is_locked]
    if cards:
        landing = dropped(deck, cards, dx, dy, ways)
        assert not set(locked) & landing.made_room.keys()
        assert not hidden(after(workshop, landing))


def test_a_note_is_drawn_to_the_one_above_it_and_to_the_rows() -> None:
    empty = FULL.applied(add_stage(FULL, "Three").change)
    deck = Deck(empty)
    stage = next(stage for stage in empty.ordered(Stage) if stage.name == "Three")
    left = deck.plan.corner((stage.id, None))[0]
    card = deck.cards[note(empty, 1).id]
    for top, expected in ((3, 16), (40, 16), (150, 164), (185, 164), (230, 230)):
        landing = dropped(deck, [card], left + 30 - card.left, top - card.top)
        place = landing.places[card.id]
        assert (place.stage, place.x, place.y) == (stage.id, 16, expected)


def test_what_lies_outside_all_stages_belongs_to_the_nearest() -> None:
    deck = Deck(FULL)
    first, second = (stage.id for stage in FULL.ordered(Stage))
    assert local(deck, 9_000, 50)[0] == (second, None)
    assert local(deck, 10, 50)[0] == (first, None)
    assert local(deck, -9_000, 50)[0] == (None, None)


def plain_board(count: int) -> Workshop:
    """Two stages full of plain notes, two by two."""
    workshop = Workshop.titled("Test")
    for name in ("One", "Two"):
        workshop = workshop.applied(add_stage(workshop, name).change)
    for stage in workshop.ordered(Stage):
        drafts = [Draft("x", fields={"stage": stage.id})] * count
        workshop = workshop.applied(add_notes(workshop, drafts).change)
    return workshop


def test_a_group_moved_by_less_than_half_a_row_goes_back_rather_than_push_others() -> None:
    workshop = plain_board(12)
    deck = Deck(workshop)
    cards = [deck.cards[note(workshop, number).id] for number in (3, 4, 5, 6)]
    landing = dropped(deck, cards, 10, 60)
    assert after(workshop, landing) == workshop
    landing = dropped(deck, cards, 10, 100)
    assert {place.y for place in landing.places.values()} == {312, 460}
    assert not hidden(after(workshop, landing))


def test_more_than_a_hundred_notes_go_where_there_is_room() -> None:
    workshop = plain_board(120)
    deck = Deck(workshop)
    first = workshop.ordered(Stage)[0].id
    cards = [card for card in deck.cards.values() if card.cell[0] == first]
    for count, pushes in ((20, True), (120, False)):
        landing = dropped(deck, cards[:count], 416, 0)
        assert bool(landing.made_room) == pushes
        assert not hidden(after(workshop, landing))
