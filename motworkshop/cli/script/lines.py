"""The protocol of `script`: a line in, `ack N` out once line N is on disk."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from motworkshop.cli.script.arguments import text
from motworkshop.cli.script.board_verbs import board_verbs
from motworkshop.cli.script.moment_verbs import moment_verbs, vote_verbs
from motworkshop.cli.script.people_verbs import people_verbs
from motworkshop.cli.script.verb import Verb
from motworkshop.cli.session import Session
from motworkshop.errors import RefusedError
from motworkshop.model.change import Edit
from motworkshop.model.workshop import StaleChangeError


def all_verbs() -> dict[str, Verb]:
    """Every edit of a script by its public name."""
    return {**board_verbs(), **people_verbs(), **vote_verbs(), **moment_verbs()}


def answers(session: Session, lines: Iterable[str]) -> Iterator[tuple[bool, str]]:
    """Do line after line; yields (done, what to print). Blank lines count but do nothing."""
    verbs = all_verbs()
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            _do(session, verbs, line)
        except (RefusedError, StaleChangeError) as error:
            yield False, f"refused {number}: {error}"
        else:
            yield True, f"ack {number}"


def _do(session: Session, verbs: dict[str, Verb], line: str) -> None:
    asked = _object(line)
    if asked == {"undo": True}:
        session.undo()
    elif asked == {"redo": True}:
        session.redo()
    else:
        name = text(session.workshop, asked.pop("edit", None))
        if name not in verbs:
            raise RefusedError(f"There is no edit “{name}”. See “motworkshop script --help”.")
        made = verbs[name].edit(session.workshop, asked)
        if isinstance(made, Edit):
            session.do(made)
        else:
            session.record(made)


def _object(line: str) -> dict[str, Any]:
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise RefusedError(f"This is not JSON: {error}.") from None
    if not isinstance(asked, dict) or not {"edit", "undo", "redo"} & set(asked):
        raise RefusedError('A line is an object with "edit", or {"undo": true}, {"redo": true}.')
    return asked


def verbs_text() -> str:
    """All edits with their arguments, for the help, which keeps its lines as they are (\\b)."""
    lines = ["\b", "Edits (an argument in brackets may be left out):"]
    for name, verb in all_verbs().items():
        arguments = [
            f"[{argument[:-1]}]" if argument.endswith("?") else argument
            for argument in verb.arguments
        ]
        lines += [f"  {name}: {', '.join(arguments)}", f"      {verb.summary}"]
    return "\n".join(lines)
