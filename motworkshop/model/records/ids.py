"""Identity of records: random ids, so that files can be merged."""

from typing import TypeAlias
from uuid import uuid4

Id: TypeAlias = str
"""A random UUID as text."""

Person: TypeAlias = str
"""Somebody by participant id or, when not on the roster, by name as free text ("" is nobody)."""


def new_id() -> Id:
    """A fresh random id; it tells nothing about time, place or order."""
    return str(uuid4())
