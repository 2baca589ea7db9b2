"""Identity of records: random ids, so that files can be merged."""

from os import urandom
from typing import TypeAlias

Id: TypeAlias = str
"""A random UUID as text."""

Person: TypeAlias = str
"""Somebody by participant id or, when not on the roster, by name as free text ("" is nobody)."""


def new_id() -> Id:
    """A fresh random id; it tells nothing about time, place or order."""
    digits = urandom(16).hex()  # a UUID of version 4, in a third of the time that `uuid4` takes
    variant = "89ab"[int(digits[16], 16) & 3]
    return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-{variant}{digits[17:20]}-{digits[20:]}"
