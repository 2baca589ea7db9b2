from motworkshop.canvas.card import Card, Corner
from motworkshop.canvas.deck import Deck
from motworkshop.canvas.pile import Pile
from motworkshop.model.edits.notes import Draft, add_notes
from motworkshop.model.edits.stages import add_stage
from motworkshop.model.history import History
from motworkshop.model.records import Stage
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
    cards = [
        Card(str(n), n, "", (None, None), n % 3 * 192.0, n * 37.0 % 900, 3 + n % 4, 0, n % 5, False)
        for n in range(40)
    ]
    at_once, one_by_one = Pile(corner), Pile(corner)
    for card in cards:
        one_by_one.add(card)
    at_once.fill(cards)
    assert at_once.cards == one_by_one.cards
    assert at_once.extent() == one_by_one.extent()
    assert at_once.xs() == one_by_one.xs()
    for area in ((0, 0, 300, 300), (-90, 500, 60, 999), (500, 0, 640, 2000)):
        found = at_once.touching(*area)
        assert found == one_by_one.touching(*area)
        assert found
    for pile in (at_once, one_by_one):
        for card in cards[::2]:
            pile.remove(card)
    assert at_once.extent() == one_by_one.extent()
