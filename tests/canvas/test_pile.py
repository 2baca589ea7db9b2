from motworkshop.canvas.deck import Deck
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
