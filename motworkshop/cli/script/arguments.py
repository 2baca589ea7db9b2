"""What a script may write for an argument, and what it means in a workshop.

Notes, stages and the like go by id, number or unique name; people by name.
"""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from types import UnionType
from typing import Any, TypeAlias, TypeVar, get_args, get_type_hints

from motworkshop.errors import RefusedError
from motworkshop.model.agreement import plain_name
from motworkshop.model.records import (
    Action,
    Category,
    Cluster,
    Evidence,
    Id,
    Lane,
    Note,
    Promise,
    Record,
    Round,
    Stage,
)
from motworkshop.model.voting import person_named
from motworkshop.model.workshop import Workshop, cluster_led_by

Resolve: TypeAlias = Callable[[Workshop, Any], Any]
E = TypeVar("E", bound=StrEnum)

NUMBERED: Mapping[type[Record], str] = {Note: "number", Category: "style"}
NAMED: Mapping[type[Record], str] = {
    Note: "text",
    Evidence: "text",
    Promise: "text",
    Round: "title",
    Action: "what",
}
LARGEST = 2**53
"""Numbers beyond this are not exact in every format."""
PERSON_FIELDS = frozenset({"author", "accountable", "who", "participant"})
PEOPLE_FIELDS = frozenset({"responsible", "consulted", "informed"})
LINK_FIELDS: Mapping[str, type[Record]] = {
    "stage": Stage,
    "lane": Lane,
    "category": Category,
    "note": Note,
    "promise": Promise,
}


def text(_workshop: Workshop, value: object) -> str:
    """A text."""
    if not isinstance(value, str):
        raise RefusedError(f"{value!r} is not a text.")
    return value


def integer(_workshop: Workshop, value: object) -> int:
    """A whole number."""
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) > LARGEST:
        raise RefusedError(f"{value!r} is not a whole number that fits.")
    return value


def number(_workshop: Workshop, value: object) -> float:
    """A number."""
    if isinstance(value, bool) or not isinstance(value, int | float) or abs(value) > LARGEST:
        raise RefusedError(f"{value!r} is not a number that fits.")
    return float(value)


def flag(_workshop: Workshop, value: object) -> bool:
    """true or false."""
    if not isinstance(value, bool):
        raise RefusedError(f"{value!r} is neither true nor false.")
    return value


def person(workshop: Workshop, value: object) -> str:
    """Somebody by name: a participant if one has this name, else free text."""
    return person_named(workshop, text(workshop, value))


def record(kind: type[Record]) -> Resolve:
    """A record of this kind by id, number or unique name; its id."""
    return lambda workshop, value: _found(workshop, kind, value)


def record_or_null(kind: type[Record]) -> Resolve:
    """The same, or null for none."""
    return lambda workshop, value: None if value is None else _found(workshop, kind, value)


def cluster(workshop: Workshop, value: object) -> Id:
    """A cluster by its id, or by its lead note."""
    if isinstance(value, str) and value in workshop.of(Cluster):
        return value
    lead = _found(workshop, Note, value)
    led = workshop.remember(cluster_led_by)
    if lead not in led:
        raise RefusedError(f"Note {workshop.notes[lead].number} leads no cluster.")
    return led[lead].id


def vote(workshop: Workshop, value: object) -> Round:
    """A round by its id or title."""
    return workshop.of(Round)[_found(workshop, Round, value)]


def choice(kind: type[E]) -> Resolve:
    """One word of an enumeration."""

    def resolve(workshop: Workshop, value: object) -> E:
        wanted = text(workshop, value).casefold()
        for member in kind:
            if member.value.casefold() == wanted:
                return member
        raise RefusedError(f"{value!r} is not one of {', '.join(member.value for member in kind)}.")

    return resolve


def list_of(resolve: Resolve) -> Resolve:
    """A list of such values."""

    def resolve_all(workshop: Workshop, value: object) -> list[Any]:
        if not isinstance(value, list):
            raise RefusedError(f"{value!r} is not a list.")
        return [resolve(workshop, item) for item in value]

    return resolve_all


def by_note(resolve: Resolve) -> Resolve:
    """An object from notes to such values."""

    def resolve_all(workshop: Workshop, value: object) -> dict[Id, Any]:
        if not isinstance(value, dict):
            raise RefusedError(f"{value!r} is not an object from notes to values.")
        return {
            _found(workshop, Note, note): resolve(workshop, given) for note, given in value.items()
        }

    return resolve_all


def named_stages(workshop: Workshop, value: object) -> list[tuple[str, str]]:
    """A list of stage names, or of [name, definition]."""
    if not isinstance(value, list):
        raise RefusedError(f"{value!r} is not a list of stages.")
    pairs = [item if isinstance(item, list) and len(item) == 2 else [item, ""] for item in value]
    return [(text(workshop, name), text(workshop, definition)) for name, definition in pairs]


def fields_of(kind: type[Record]) -> Resolve:
    """An object of fields of this kind of record and their values."""
    hints = get_type_hints(kind)

    def resolve(workshop: Workshop, value: object) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise RefusedError(f"{value!r} is not an object of fields and values.")
        for field in value:
            if field not in hints or field == "id":
                known = ", ".join(sorted(set(hints) - {"id"}))
                raise RefusedError(f"There is no field “{field}” to change; there are: {known}.")
        return {
            field: _field_value(workshop, field, hints[field], given)
            for field, given in value.items()
        }

    return resolve


def _field_value(workshop: Workshop, field: str, hint: Any, value: object) -> object:
    options = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    if value is None and type(None) in options:
        return None
    try:
        return _field_resolver(field, options)(workshop, value)
    except RefusedError as error:
        raise RefusedError(f"{field}: {error}") from None


def _field_resolver(field: str, options: Iterable[Any]) -> Resolve:
    if field in LINK_FIELDS:
        return record(LINK_FIELDS[field])
    if field in PERSON_FIELDS:
        return person
    if field in PEOPLE_FIELDS:
        return list_as_tuple(person)
    plain: dict[Any, Resolve] = {str: text, int: integer, float: number, bool: flag}
    for option in options:
        if option in plain:
            return plain[option]
        if isinstance(option, type) and issubclass(option, StrEnum):
            return choice(option)
    return list_as_tuple(text)


def list_as_tuple(resolve: Resolve) -> Resolve:
    """A list of such values, as a record holds it."""
    return lambda workshop, value: tuple(list_of(resolve)(workshop, value))


def _found(workshop: Workshop, kind: type[Record], value: object) -> Id:
    records: Mapping[Id, Record] = workshop.of(kind)
    if isinstance(value, str) and value in records:
        return value
    attribute = NAMED.get(kind, "name")
    matches = _by_number(workshop, kind, value)
    if not matches and isinstance(value, str):
        wanted = plain_name(value)
        matches = [
            key
            for key, found in records.items()
            if plain_name(getattr(found, attribute, "")) == wanted
        ]
    if len(matches) == 1:
        return matches[0]
    word = kind.__name__.lower()
    if matches:
        raise RefusedError(f"{value!r} is the {attribute} of {len(matches)} {word}s; give its id.")
    raise RefusedError(f"There is no {word} {value!r}.")


def _by_number(workshop: Workshop, kind: type[Record], value: object) -> list[Id]:
    """By a note's number, a category's key, or the place in the order of the others."""
    digits = value.removeprefix("#") if isinstance(value, str) else str(value)
    if isinstance(value, bool) or not isinstance(value, int | str) or not digits.isdecimal():
        return []
    wanted = int(digits)
    if kind in NUMBERED:
        attribute = NUMBERED[kind]
        records: Mapping[Id, Record] = workshop.of(kind)
        return [key for key, found in records.items() if getattr(found, attribute) == wanted]
    ordered = workshop.ordered(kind)
    return [ordered[wanted - 1].id] if 1 <= wanted <= len(ordered) else []
