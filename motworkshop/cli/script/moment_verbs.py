"""What a script can do in a vote and about moments of truth."""

from collections.abc import Callable, Mapping
from typing import Any

from motworkshop.cli.script import arguments as a
from motworkshop.cli.script.arguments import Resolve
from motworkshop.cli.script.verb import Verb, with_fields
from motworkshop.model import rounds
from motworkshop.model.change import Change, Edit
from motworkshop.model.edits import moments
from motworkshop.model.records import (
    Action,
    Decision,
    Id,
    Metric,
    MomentOfTruth,
    Note,
    Participant,
    Round,
)
from motworkshop.model.workshop import Workshop

_TERMS: Mapping[str, Resolve] = {
    "title": a.text,
    "question?": a.text,
    "budget?": a.integer,
    "cap?": a.integer,
    "cut?": a.integer,
    "secret?": a.flag,
}


def vote_verbs() -> dict[str, Verb]:
    """What is recorded of a vote, by its public name; none of it can be undone."""
    dots = a.by_note(a.integer)
    return {
        "start_round": Verb(
            "Start a round (recorded) on some notes or, if not said, all.",
            {**_TERMS, "notes?": a.list_of(a.record(Note))},
            _start_round,
        ),
        "start_run_off": Verb(
            "Start a round (recorded) among the notes that are tied at the cut of another.",
            {"round": a.vote, **{key: _TERMS[key] for key in _TERMS if key != "cut?"}},
            _start_run_off,
        ),
        "hand_over": Verb(
            "Hand over a ballot (recorded): dots by note.",
            {"round": a.vote, "voter": a.person, "dots": dots},
            _on_round(rounds.hand_over),
        ),
        "count_dots": Verb(
            "Enter dots counted on paper (recorded), and how many people voted.",
            {"round": a.vote, "dots": dots, "voters": a.integer},
            _on_round(rounds.count_dots),
        ),
        "close_round": Verb(
            "Close a round (recorded).",
            {"round": a.vote},
            _on_round(rounds.close_round),
        ),
        "reopen_round": Verb(
            "Open a round again (recorded).",
            {"round": a.vote},
            _on_round(rounds.reopen_round),
        ),
        "discard_round": Verb(
            "Discard a round (recorded) with its ballots, counts and turnout.",
            {"round": a.vote},
            _on_round(rounds.discard_round),
        ),
    }


def moment_verbs() -> dict[str, Verb]:
    """What is settled about moments of truth, by its public name."""
    note, metric, action = a.record(Note), a.record(Metric), a.record(Action)
    return {
        "decide": Verb(
            "Settle a tie at the cut with a reason: “in” or “out” by note.",
            {"round": a.vote, "decisions": a.by_note(a.choice(Decision)), "reason": a.text},
            _on_round(moments.decide),
        ),
        "describe_moment": Verb(
            "Fill in the card of a moment of truth.",
            {"note": note, "fields": a.fields_of(MomentOfTruth)},
            with_fields(moments.describe_moment),
        ),
        "add_metric": Verb(
            "Add a metric to a moment.",
            {"note": note, "name": a.text, "fields": a.fields_of(Metric)},
            with_fields(moments.add_metric),
        ),
        "edit_metric": Verb(
            "Change fields of a metric.",
            {"metric": metric, "fields": a.fields_of(Metric)},
            with_fields(moments.edit_metric),
        ),
        "delete_metric": Verb("Remove a metric.", {"metric": metric}, moments.delete_metric),
        "add_action": Verb(
            "Add a next step to a moment.",
            {"note": note, "what": a.text, "fields": a.fields_of(Action)},
            with_fields(moments.add_action),
        ),
        "edit_action": Verb(
            "Change fields of a next step.",
            {"action": action, "fields": a.fields_of(Action)},
            with_fields(moments.edit_action),
        ),
        "delete_action": Verb("Remove a next step.", {"action": action}, moments.delete_action),
    }


def _on_round(make: Callable[..., Edit | Change]) -> Callable[..., Edit | Change]:
    """The same function, with its round under the name that a script gives it."""

    def named(workshop: Workshop, round: Round, **values: Any) -> Edit | Change:
        return make(workshop, round, **values)

    return named


def _start_round(
    workshop: Workshop, title: str, notes: list[Id] | None = None, **terms: Any
) -> Change:
    return rounds.start_round(workshop, title, _terms(**terms), notes, workshop.of(Participant))


def _start_run_off(workshop: Workshop, round: Round, title: str, **terms: Any) -> Change:
    return rounds.start_run_off(workshop, round, title, _terms(**terms), workshop.of(Participant))


def _terms(
    question: str = "",
    budget: int | None = None,
    cap: int | None = None,
    cut: int = 10,
    secret: bool = True,
) -> rounds.Terms:
    return rounds.Terms(question, budget, cap, cut, secret)
