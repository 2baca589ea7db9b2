"""The cards that follow each change are those that would be made anew."""

from hypothesis import given, settings

from motworkshop.canvas.deck import Deck
from motworkshop.model.change import Change
from motworkshop.model.edits.clusters import merge_notes
from motworkshop.model.edits.notes import Draft, add_notes, categorise_notes, edit_notes, move_notes
from motworkshop.model.edits.stages import edit_lane, edit_stage
from motworkshop.model.history import History
from motworkshop.model.records import Category, Lane, Place, Stage
from motworkshop.model.workshop import Workshop
from tests.model.edits.full import full_workshop
from tests.model.edits.test_any_sequence import RECORDINGS, steps, take


def difference(before: Workshop, after: Workshop) -> Change:
    old, new = ({one.id: one for one in state.records()} for state in (before, after))
    return Change.between((old.get(key), new.get(key)) for key in {*old, *new})


def lies(deck: Deck) -> tuple[object, ...]:
    """All that can be known of a deck."""
    return (
        deck.cards,
        deck.folded,
        deck.plan,
        deck.content(),
        {
            cell: [(card.y, card.x, card.id) for card in sorted(pile.order, key=lambda c: c.id)]
            for cell, pile in deck.grid.piles.items()
            if pile.cards
        },
        {cell: pile.extent() for cell, pile in deck.grid.piles.items() if pile.cards},
    )


@settings(max_examples=60)
@given(steps=steps(*RECORDINGS))
def test_cards_that_follow_any_steps_are_those_that_are_made_anew(
    steps: list[tuple[str, int]],
) -> None:
    history = History(full_workshop())
    deck = Deck(history.workshop)
    deck.show_dots(True)
    lies(deck)  # in order, so that this has to be kept up
    for what, seed in steps:
        before = history.workshop
        take(history, what, seed)
        deck.apply(history.workshop, difference(before, history.workshop))
        anew = Deck(history.workshop)
        anew.show_dots(True)
        assert lies(deck) == lies(anew)


@settings(max_examples=40)
@given(steps=steps(*RECORDINGS))
def test_cards_of_which_nobody_has_asked_for_one_follow_any_steps_as_well(
    steps: list[tuple[str, int]],
) -> None:
    history = History(full_workshop())
    for what, seed in steps:
        before, deck = history.workshop, Deck(history.workshop)
        take(history, what, seed)
        deck.apply(history.workshop, difference(before, history.workshop))
        assert lies(deck) == lies(Deck(history.workshop))


def test_a_deck_of_which_nobody_has_asked_for_a_card_counts_what_is_merged_and_split() -> None:
    history = History(Workshop.titled("Test"))
    history.do(add_notes(history.workshop, [Draft("Pays"), Draft("Waits"), Draft("Sits")]))
    lead, *members = history.workshop.notes
    deck = Deck(history.workshop)
    merged = history.do(merge_notes(history.workshop, lead, members))
    deck.apply(history.workshop, merged)
    assert lies(deck) == lies(Deck(history.workshop))
    deck = Deck(history.workshop)
    split = history.undo()
    deck.apply(history.workshop, split)
    assert lies(deck) == lies(Deck(history.workshop))


def test_what_a_collapsed_stage_or_lane_holds_is_out_of_sight_until_it_is_expanded() -> None:
    history = History(full_workshop())
    deck = Deck(history.workshop)
    for kind, edit in ((Stage, edit_stage), (Lane, edit_lane)):
        for strip in history.workshop.of(kind):
            for is_collapsed in (True, False):
                made = edit(history.workshop, strip, is_collapsed=is_collapsed)
                change = history.do(made)
                deck.apply(history.workshop, change)
                assert lies(deck) == lies(Deck(history.workshop))
    assert not deck.folded


def test_a_note_that_looks_otherwise_is_not_laid_again_and_one_that_moves_is() -> None:
    history = History(Workshop([*full_workshop().of(Category).values(), full_workshop().about]))
    history.do(add_notes(history.workshop, [Draft("Pays"), Draft("Waits")]))
    deck = Deck(history.workshop)
    note, card = next(iter(deck.cards.items()))
    category = next(iter(history.workshop.of(Category).values()))
    for edit, values in (
        (categorise_notes, {"category": category.id}),
        (edit_notes, {"text": "Comes", "height": card.steps}),
    ):
        change = history.do(edit(history.workshop, [note], **values))
        damage = deck.apply(history.workshop, change)
        assert deck.cards[note] is card
        assert damage.notes == {note}
        assert damage.areas == [card.bounds]
    assert (card.text, card.style) == ("Comes", category.style)
    before = card.bounds
    change = history.do(move_notes(history.workshop, {note: Place(None, None, card.x, 400.0)}))
    damage = deck.apply(history.workshop, change)
    assert deck.cards[note].y == 400.0
    assert damage.is_whole or {before, deck.cards[note].bounds} <= set(damage.areas)
