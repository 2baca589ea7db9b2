from motworkshop.canvas.card import Card, Corner, card_of
from motworkshop.canvas.deck import Deck
from motworkshop.canvas.pile import Pile
from motworkshop.model.edits.notes import Draft, add_notes
from motworkshop.model.edits.stages import add_stage
from motworkshop.model.history import History
from motworkshop.model.records import Note, Stage
from motworkshop.model.workshop import Workshop


def test_what_is_prepared_at_rest_leaves_nothing_to_be_done_when_a_hand_comes() -> None:
    history = History(Workshop.titled("Airline"))
    history.do(add_stage(history.workshop, "Book"))
    (stage,) = history.workshop.ordered(Stage)
    drafts = [Draft(f"Note {number}", fields={"stage": stage.id}) for number in range(9)]
    history.do(add_notes(history.workshop, drafts))
    deck = Deck(history.workshop)
    assert deck.prepare(60)
    assert not any(pile.put_in_order() for pile in deck.grid.piles.values())


def test_a_pile_that_is_filled_at_once_is_as_one_that_was_filled_card_by_card() -> None:
    corner = Corner(40.0, 8.0)
    notes = [
        Note(str(n), n, "", x=n % 3 * 192.0, y=n * 37.0 % 900, height=3 + n % 4) for n in range(40)
    ]
    cards = [card_of(note, 0, note.number % 5, corner) for note in notes]
    at_once, one_by_one = Pile(corner), Pile(corner)
    for card in cards:
        one_by_one.add(card)
    at_once.fill(notes, sum(card.stacked for card in cards), lambda: cards)
    assert at_once.extent() == one_by_one.extent()
    assert at_once.cards == one_by_one.cards
    assert at_once.xs() == one_by_one.xs()
    for area in ((0, 0, 300, 300), (-90, 500, 60, 999), (500, 0, 640, 2000)):
        found = at_once.touching(*area)
        assert found == one_by_one.touching(*area)
        assert found
    for pile in (at_once, one_by_one):
        for card in cards[::2]:
            pile.remove(card)
    assert at_once.extent() == one_by_one.extent()


def test_a_pile_makes_its_cards_when_somebody_looks_there() -> None:
    asked: list[str] = []
    corner, notes = Corner(40.0, 8.0), [Note("n", 1, "One")]

    def make() -> list[Card]:
        asked.append("made")
        return [card_of(note, 0, 0, corner) for note in notes]

    pile = Pile(corner)
    pile.fill(notes, 0, make)
    assert pile.extent().count == 1
    assert pile.touching(5000, 0, 6000, 90) == []
    assert asked == []
    assert [card.id for card in pile.touching(0, 0, 300, 300)] == ["n"]
    assert list(pile.cards) == ["n"]
    assert asked == ["made"]
