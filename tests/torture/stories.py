"""A script for the command line, and the workshop after each of its lines.

The ids are given, so that doing the lines again makes the very same workshop. Only a closed round
gives its ballots ids of its own (secrecy); so workshops are compared by `without_lots`.
"""

import json
import random
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from motworkshop.cli.script.lines import all_verbs
from motworkshop.errors import RefusedError
from motworkshop.model.change import Edit
from motworkshop.model.history import History
from motworkshop.model.records import Ballot, Participant, Round, Turnout
from motworkshop.model.workshop import Workshop

Line = dict[str, Any]
DRAWN = (Ballot, Turnout, Participant, Round)
"""Kinds whose ids are drawn by lot wherever the lines are done."""


def story(chance: random.Random, length: int) -> list[Line]:
    """Notes that come, change, move and go back, in about so many lines; halfway a secret vote."""
    asked: list[Line] = [{"edit": "add_stage", "name": "Book", "id": "stage"}]
    people = [f"Person {number}" for number in range(3)]
    asked += [{"edit": "add_participant", "name": name} for name in people]
    notes: list[str] = []
    while len(asked) < length:
        asked += _next_lines(chance, notes)
        if len(notes) > 2 and len(asked) >= length // 2 and people:
            asked += _secret_vote(chance, notes, people)
            people = []
    return asked


def _next_lines(chance: random.Random, notes: list[str]) -> list[Line]:
    kind = chance.choice(["add", "add", "edit", "move", "sort", "delete", "undo"])
    number = len(notes) + chance.randrange(10**6)
    if kind == "add" or not notes:
        notes.append(f"note {number}")
        text = f"Touchpoint {number} " + "é😀=" * chance.randrange(40)
        return [{"edit": "add_note", "id": notes[-1], "text": text, "stage": "stage"}]
    note = chance.choice(notes)
    if kind == "edit":
        fields = {"details": f"More {number} " * chance.randrange(1, 200)}
        return [{"edit": "edit_note", "note": note, "fields": fields}]
    if kind == "move":
        return [{"edit": "move_note", "note": note, "stage": None, "x": number % 900, "y": 1}]
    if kind == "sort":
        return [{"edit": "categorise_note", "note": note, "category": chance.randrange(1, 4)}]
    if kind == "delete":
        return [{"edit": "delete_note", "note": note}, {"undo": True}]
    return [{"undo": True}, {"redo": True}]


def _secret_vote(chance: random.Random, notes: Sequence[str], people: Sequence[str]) -> list[Line]:
    start = {"edit": "start_round", "title": "Vote", "secret": True, "budget": 3}
    ballots = [
        {
            "edit": "hand_over",
            "round": "Vote",
            "voter": name,
            "dots": dict.fromkeys(chance.sample(list(notes), 2), 1),
        }
        for name in people
    ]
    return [start, *ballots, {"edit": "close_round", "round": "Vote"}]


def as_lines(asked: Sequence[Line]) -> bytes:
    """What `script` reads."""
    return "".join(json.dumps(line) + "\n" for line in asked).encode()


def states(workshop: Workshop, asked: Sequence[Line]) -> list[object]:
    """The workshop before the first line and after each, as `without_lots` compares it. A line that
    is refused changes nothing."""
    history = History(workshop)
    after = [without_lots(workshop)]
    for line in asked:
        with suppress(RefusedError):
            _do(history, line)
        after.append(without_lots(history.workshop))
    return after


def _do(history: History, line: Line) -> None:
    if "undo" in line:
        history.undo()
    elif "redo" in line:
        history.redo()
    else:
        given = {name: value for name, value in line.items() if name != "edit"}
        made = all_verbs()[line["edit"]].edit(history.workshop, given)
        if isinstance(made, Edit):
            history.do(made)
        else:
            history.record(made)


def without_lots(workshop: Workshop) -> object:
    """All of a workshop but the ids that are drawn by lot."""
    kept = {one.id: one for one in workshop.records() if not isinstance(one, DRAWN)}
    people = sorted(one.name for one in workshop.of(Participant).values())
    votes = sorted((one.title, one.status.value) for one in workshop.of(Round).values())
    ballots = sorted(sorted(note for note, _dots in one.dots) for one in _ballots(workshop))
    return kept, people, votes, ballots, len(workshop.of(Turnout))


def _ballots(workshop: Workshop) -> list[Ballot]:
    return list(workshop.of(Ballot).values())
