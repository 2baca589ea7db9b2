"""Which column of a sheet holds which field: by name, in several languages, or as it is told."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache

from motworkshop.errors import UnreadableInputError
from motworkshop.imports.fields import Field
from motworkshop.values import dataclass

_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")  # “Importance (1–5)”
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "#": " number "})
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})


class MissingColumnError(UnreadableInputError):
    """A field that is needed has no column."""


class UnclearColumnError(UnreadableInputError):
    """Two columns could be the same field, or what was told about them cannot be."""


@dataclass(frozen=True, slots=True)
class Matching:
    """The index of the column for every field that has one, and the headers that are not read."""

    columns: dict[str, int]
    ignored: tuple[str, ...]


def match_columns(
    headers: Sequence[str], fields: Sequence[Field], overrides: Mapping[str, str]
) -> Matching:
    """Finds the fields' columns; `overrides` leads from a column to its field and comes first.

    A column that is called as a field is, is this field; only then do synonyms count.
    """
    columns = _told(headers, fields, overrides)
    for is_exact in (True, False):
        claims = _claims(headers, fields, columns, is_exact)
        for field, claimants in claims.items():
            if len(claimants) > 1:
                raise UnclearColumnError(_unclear(field, [headers[at] for at in claimants]))
            columns[field] = claimants[0]
    _refuse_missing(headers, fields, columns)
    read = set(columns.values())
    ignored = tuple(header for at, header in enumerate(headers) if header and at not in read)
    return Matching(columns, ignored)


def called(headers: Sequence[str], fields: Sequence[Field]) -> dict[str, int]:
    """The column of every field that a header names; the first one where several could be it."""
    columns: dict[str, int] = {}
    for is_exact in (True, False):
        for field, claimants in _claims(headers, fields, columns, is_exact).items():
            free = [at for at in claimants if at not in columns.values()]
            if free:
                columns[field] = free[0]
    return columns


def key(name: str) -> str:
    """What is left of a name when case, accents, punctuation, brackets and plural are gone."""
    bare = _BRACKETED.sub(" ", name)
    return _key(bare) or _key(name)


def _key(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    letters = "".join(character for character in plain if character.isalnum())
    if letters.endswith("ies") and len(letters) > 4:
        return letters[:-3] + "y"
    return letters[:-1] if letters.endswith("s") and len(letters) > 3 else letters


@cache
def _keys(field: Field, is_exact: bool) -> frozenset[str]:
    if is_exact:
        return frozenset({key(field.name)})
    return frozenset(
        key(spelling) for name in field.synonyms for spelling in (name, name.translate(_UMLAUTS))
    )


def _claims(
    headers: Sequence[str], fields: Sequence[Field], settled: dict[str, int], is_exact: bool
) -> dict[str, list[int]]:
    """Per field that is not settled yet, the columns not yet taken that it may stand in."""
    taken = set(settled.values())
    claims: dict[str, list[int]] = {}
    for field in fields:
        keys = _keys(field, is_exact)
        claimants = [at for at, it in enumerate(headers) if at not in taken and key(it) in keys]
        if claimants and field.name not in settled:
            claims[field.name] = claimants
    return claims


def _told(
    headers: Sequence[str], fields: Sequence[Field], overrides: Mapping[str, str]
) -> dict[str, int]:
    columns: dict[str, int] = {}
    for column, name in overrides.items():
        field = _field_called(name, fields)
        at = _column_called(column, headers)
        if field in columns or at in columns.values():
            raise UnclearColumnError(
                f"--map {column}={name}: a column can hold one field only, and a field can stand "
                "in one column only: leave one of them out."
            )
        columns[field] = at
    return columns


def _field_called(name: str, fields: Sequence[Field]) -> str:
    for field in fields:
        if key(field.name) == key(name):
            return field.name
    there = ", ".join(field.name for field in fields)
    raise UnclearColumnError(f"There is no field “{name}” to map a column to: there are {there}.")


def _column_called(name: str, headers: Sequence[str]) -> int:
    if name in headers:
        return headers.index(name)
    alike = [at for at, header in enumerate(headers) if header and key(header) == key(name)]
    if len(alike) == 1:
        return alike[0]
    raise UnclearColumnError(f"There is no column “{name}” to map: there are {_quoted(headers)}.")


def _refuse_missing(
    headers: Sequence[str], fields: Sequence[Field], columns: dict[str, int]
) -> None:
    for field in fields:
        if field.is_needed and field.name not in columns and field.or_else not in columns:
            wanted = f"“{field.name}”" + (f" or “{field.or_else}”" if field.or_else else "")
            free = [it for at, it in enumerate(headers) if it and at not in columns.values()]
            advice = (
                f" or say which one it is, as in {_option(free[0], field.name)}" if free else ""
            )
            raise MissingColumnError(
                f"No column holds the {wanted} that every row needs, there are only "
                f"{_quoted(headers)}: name a column so{advice}."
            )


def _unclear(field: str, names: Sequence[str]) -> str:
    return (
        f"The columns {_quoted(names)} could each hold the “{field}”: say which one does, as in "
        f"{_option(names[0], field)}."
    )


def _option(column: str, field: str) -> str:
    told = f"{column}={field}"
    return f'--map "{told}"' if re.search(r"[^\w=-]", told) else f"--map {told}"


def _quoted(names: Sequence[str]) -> str:
    return ", ".join(f"“{name}”" for name in names if name)
