"""A workshop as JSON: everything, records sorted by id, nothing of the file or the time."""

import base64
from dataclasses import fields
from enum import Enum
from typing import Any

from motworkshop.model.records import KINDS, Ballot, Count, Record, Round
from motworkshop.model.voting import is_hidden
from motworkshop.model.workshop import Workshop

FORMAT = 1


def dump(workshop: Workshop) -> dict[str, Any]:
    """All records by kind. Of an open secret round there are no ballots and no counts."""
    hidden = {vote.id for vote in workshop.of(Round).values() if is_hidden(vote)}
    content: dict[str, Any] = {"format": FORMAT}
    for kind in KINDS:
        records = sorted(workshop.of(kind).values(), key=lambda record: record.id)
        content[table_name(kind)] = [
            _plain(record)
            for record in records
            if not (isinstance(record, Ballot | Count) and record.round in hidden)
        ]
    return content


def table_name(kind: type[Record]) -> str:
    """The name of a kind as the dump and the file write it: `stage_proposal`."""
    name = "".join(f"_{sign.lower()}" if sign.isupper() else sign for sign in kind.__name__)
    return name.removeprefix("_")


def _plain(record: Record) -> dict[str, Any]:
    return {field.name: _value(getattr(record, field.name)) for field in fields(record)}


def _value(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, tuple):
        return [_value(part) for part in value]
    return value
