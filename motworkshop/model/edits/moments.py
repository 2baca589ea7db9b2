"""Edits of moments of truth: decisions about ties, who answers, metrics and next steps."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from motworkshop.errors import RefusedError
from motworkshop.model.change import Edit
from motworkshop.model.edits.making import edit, needed, next_position, one, quoted, with_fields
from motworkshop.model.moments import cards_by_note
from motworkshop.model.records import (
    Action,
    Decision,
    Id,
    Metric,
    MomentOfTruth,
    Note,
    Promise,
    Record,
    Round,
    new_id,
)
from motworkshop.model.tally import tally_of
from motworkshop.model.voting import counted
from motworkshop.model.workshop import Workshop


def decide(workshop: Workshop, vote: Round, decisions: Mapping[Id, Decision], reason: str) -> Edit:
    """Settle a tie at the cut with a written reason; only notes that are tied can be decided."""
    tally = tally_of(workshop, vote)
    tied = {line.note for line in tally.tied}
    if vote.run_off_of is not None:
        raise RefusedError("Decide in the round whose places are tied, not in its run-off.")
    for note in decisions:
        if note not in tied:
            number = one(workshop, Note, note).number
            raise RefusedError(f"Note {number} is not tied at the cut of “{vote.title}”.")
    chosen = sum(1 for said in decisions.values() if said is Decision.IN)
    if chosen > tally.places_left:
        raise RefusedError(
            f"{counted(chosen, 'note')} cannot take {counted(tally.places_left, 'place')}."
        )
    reason = needed(reason, "reason")
    cards = [
        replace(_card(workshop, note), decision=said, reason=reason, decided_in=vote.id)
        for note, said in decisions.items()
    ]
    return edit(workshop, f"Decide the tie of {counted(len(cards), 'note')}", cards)


def take_back_decisions(workshop: Workshop, vote: Round) -> Edit:
    """Open a tie again that was settled with a reason."""
    cards = [
        replace(card, decision=None, reason="", decided_in=None)
        for card in workshop.of(MomentOfTruth).values()
        if card.decided_in == vote.id
    ]
    return edit(workshop, f"Take back the decision in {quoted(vote.title)}", cards)


def describe_moment(workshop: Workshop, note: Id, **values: Any) -> Edit:
    """Fill in the card of a moment of truth: promise, ideal experience, who answers for it."""
    found = one(workshop, Note, note)
    fixed = ("note", "decision", "reason", "decided_in")
    card = with_fields(_card(workshop, note), values, fixed)
    if card.promise is not None:
        one(workshop, Promise, card.promise)
    return edit(workshop, f"Describe moment {found.number}", [card])


def add_metric(workshop: Workshop, note: Id, name: str, **values: Any) -> Edit:
    """A new metric on the card of a note; makes the card if there is none."""
    card = _card(workshop, note)
    metric = Metric(new_id(), card.id, needed(name, "name of the metric"))
    position = next_position(workshop.of(Metric).values())
    metric = replace(with_fields(metric, values, ("moment", "position")), position=position)
    return edit(workshop, f"Add metric {quoted(name)}", [card, metric])


def edit_metric(workshop: Workshop, metric: Id, **values: Any) -> Edit:
    """Change a metric."""
    changed = with_fields(one(workshop, Metric, metric), values, ("moment",))
    needed(changed.name, "name of the metric")
    return edit(workshop, f"Change metric {quoted(changed.name)}", [changed])


def delete_metric(workshop: Workshop, metric: Id) -> Edit:
    """Remove a metric."""
    gone = one(workshop, Metric, metric)
    return edit(workshop, f"Delete metric {quoted(gone.name)}", drop=[gone])


def add_action(workshop: Workshop, note: Id, what: str, **values: Any) -> Edit:
    """A new next step on the card of a note; makes the card if there is none."""
    card = _card(workshop, note)
    action = Action(new_id(), card.id, needed(what, "next step"))
    position = next_position(workshop.of(Action).values())
    action = replace(with_fields(action, values, ("moment", "position")), position=position)
    return edit(workshop, f"Add next step {quoted(what)}", [card, action])


def edit_action(workshop: Workshop, action: Id, **values: Any) -> Edit:
    """Change a next step."""
    changed = with_fields(one(workshop, Action, action), values, ("moment",))
    needed(changed.what, "next step")
    return edit(workshop, f"Change next step {quoted(changed.what)}", [changed])


def delete_action(workshop: Workshop, action: Id) -> Edit:
    """Remove a next step."""
    gone: Record = one(workshop, Action, action)
    return edit(workshop, "Delete next step", drop=[gone])


def _card(workshop: Workshop, note: Id) -> MomentOfTruth:
    one(workshop, Note, note)
    return workshop.remember(cards_by_note).get(note) or MomentOfTruth(new_id(), note)
