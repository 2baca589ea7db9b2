"""A table of texts before anybody has said what its columns are: a guess, and what is then read.

Files and pasted tables go the same way from here. Nothing is refused for the names of its columns:
whoever looks at the preview says which column is which.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from motworkshop.errors import UnreadableInputError
from motworkshop.imports.columns import called, key
from motworkshop.imports.fields import Field
from motworkshop.imports.sheet import (
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_ROWS,
    Row,
    Sheet,
    column_letter,
    too_long,
)

SAMPLED = 50
"""Rows that a guess looks at."""
MOST_KNOWN = 0.6
"""A column is guessed by what stands in it when so many of its cells are known names."""
NAME_LENGTH = 40


@dataclass(frozen=True)
class ColumnUse:
    """Which column is read as which field; a column that is not in `fields` is left out.

    `has_names` says that the first row holds the names of the columns and is no row of its own.
    """

    fields: Mapping[int, str] = field(default_factory=dict)
    has_names: bool = True


def table_of(rows: Sequence[Sequence[str]]) -> Sheet:
    """Rows of texts, pasted say, as a sheet; the first one stands where names would be.

    Raises:
        UnreadableInputError: there is nothing in it, or too much.
    """
    filled = [(number, row) for number, row in enumerate(rows, 1) if any(map(str.strip, row))]
    width = max((len(row) for _number, row in filled), default=0)
    if not width:
        raise UnreadableInputError("There is nothing in this table.")
    if width > MAX_COLUMNS:
        raise too_long("The table", f"{MAX_COLUMNS} columns")
    if len(filled) - 1 > min(MAX_ROWS, MAX_CELLS // width):
        raise too_long("The table", f"{min(MAX_ROWS, MAX_CELLS // width):,} rows")
    padded = [Row(number, (*row, *[""] * (width - len(row)))) for number, row in filled]
    return Sheet(padded[0].cells, tuple(padded[1:]))


def guess_use(
    rows: Sequence[Sequence[str]],
    fields: Sequence[Field],
    known: Mapping[str, Collection[str]] | None = None,
) -> ColumnUse:
    """What the columns probably are: by their names, else by what stands in them.

    `known` has, by field, the names that the workshop knows already (its stages, say).
    """
    if not rows:
        return ColumnUse()
    named = called(rows[0], fields)
    has_names = bool(named) or _looks_like_names(rows)
    below = [row for row in rows[1 if has_names else 0 :] if any(map(str.strip, row))][:SAMPLED]
    use = {at: name for name, at in named.items()}
    use |= _by_content(below, fields, known or {}, use)
    return ColumnUse(use | _needed(below, fields, use), has_names)


def missing_field(use: ColumnUse, fields: Sequence[Field]) -> Field | None:
    """The first field that every row needs and that no column is read as."""
    chosen = set(use.fields.values())
    needed = [one for one in fields if one.is_needed]
    return next((one for one in needed if not {one.name, one.or_else} & chosen), None)


def used_sheet(sheet: Sheet, use: ColumnUse) -> tuple[Sheet, Mapping[str, str]]:
    """Only the columns that are used, and what leads from their names to their fields."""
    columns = sorted(at for at in use.fields if at < len(sheet.headers))
    names = _distinct(sheet, columns, has_names=use.has_names)
    rows = sheet.rows
    if not use.has_names:
        first = rows[0].number - 1 if rows else 1
        rows = (Row(max(1, first), sheet.headers), *rows)
    kept = tuple(Row(row.number, tuple(row.cells[at] for at in columns)) for row in rows)
    mapping = {name: use.fields[at] for name, at in zip(names, columns, strict=True)}
    return Sheet(names, kept, sheet.numbered_by), mapping


def column_name(at: int) -> str:
    """What a column is called that has no name: “Column C”."""
    return f"Column {column_letter(at)}"


def _distinct(sheet: Sheet, columns: Sequence[int], *, has_names: bool) -> tuple[str, ...]:
    names: list[str] = []
    for at in columns:
        name = " ".join(sheet.headers[at].split()) if has_names else ""
        if not name or name in names:
            name = f"{name} ({column_name(at)})" if name else column_name(at)
        names.append(name)
    return tuple(names)


def _by_content(
    rows: Sequence[Sequence[str]],
    fields: Sequence[Field],
    known: Mapping[str, Collection[str]],
    use: Mapping[int, str],
) -> dict[int, str]:
    """Columns without a telling name whose cells are mostly names that the workshop knows."""
    found: dict[int, str] = {}
    for one in fields:
        words = {key(word) for word in known.get(one.name, ())}
        if not words or one.name in use.values():
            continue
        shares = {
            at: _share(rows, at, words)
            for at in range(max(map(len, rows), default=0))
            if at not in use and at not in found
        }
        best = max(shares, key=lambda at: shares[at], default=None)
        if best is not None and shares[best] >= MOST_KNOWN:
            found[best] = one.name
    return found


def _share(rows: Sequence[Sequence[str]], at: int, words: Collection[str]) -> float:
    cells = [row[at].strip() for row in rows if at < len(row) and row[at].strip()]
    return sum(key(cell) in words for cell in cells) / len(cells) if cells else 0.0


def _needed(
    rows: Sequence[Sequence[str]], fields: Sequence[Field], use: Mapping[int, str]
) -> dict[int, str]:
    """Where no name tells: the wordiest column left is the text, the first one anything else."""
    found: dict[int, str] = {}
    for one in fields:
        if not one.is_needed or {one.name, one.or_else} & {*use.values(), *found.values()}:
            continue
        lengths = {
            at: sum(len(row[at]) for row in rows if at < len(row))
            for at in range(max(map(len, rows), default=0))
            if at not in use and at not in found
        }
        filled = [at for at, length in lengths.items() if length]
        if filled:
            is_text = one.name == "text"
            found[max(filled, key=lambda at: lengths[at]) if is_text else filled[0]] = one.name
    return found


def _looks_like_names(rows: Sequence[Sequence[str]]) -> bool:
    """Short words above long texts are names, even when nobody knows them."""
    cells = [cell.strip() for cell in rows[0]]
    below = [len(cell.strip()) for row in rows[1:SAMPLED] for cell in row if cell.strip()]
    if not below or not all(cells) or any(len(cell) > NAME_LENGTH for cell in cells):
        return False
    return 2 * sum(map(len, cells)) / len(cells) < sum(below) / len(below)
