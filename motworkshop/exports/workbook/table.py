"""A table of plain values, before it becomes a sheet of the workbook or a CSV file."""

from datetime import date
from typing import TypeAlias

from motworkshop.values import dataclass

Value: TypeAlias = str | int | float | date | None
"""What a cell holds; None and "" leave it blank."""

NUMBER_WIDTH = 8.0
SCORE_WIDTH = 13.0
MEASURE = 3
"""Decimals of a measure."""
NAME_WIDTH = 18.0
TEXT_WIDTH = 44.0


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its header, and how many characters of usual width fit into a line of it.

    Fractions show so many `decimals`, or as many as they have (None). A folded column serves the
    chart and is out of sight until somebody opens it.
    """

    header: str
    width: float = NAME_WIDTH
    decimals: int | None = None
    is_folded: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """What one sheet holds. The first `frozen` columns stay in sight when the sheet is scrolled.

    `empty` is said below the headers when there is no row; "" where people may import the sheet
    again, since it would be read as a row.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    frozen: int = 0
    empty: str = ""

    @property
    def headers(self) -> tuple[str, ...]:
        """What stands above the columns."""
        return tuple(column.header for column in self.columns)

    def is_numeric(self, index: int) -> bool:
        """Whether a column holds numbers or dates."""
        return any(not isinstance(row[index], str | None) for row in self.rows)

    def is_out_of_sight(self, index: int) -> bool:
        """Whether a column is folded away: it is meant to be, or no row says anything in it."""
        if not self.rows or self.columns[index].is_folded:
            return self.columns[index].is_folded
        return all(row[index] in (None, "") for row in self.rows)


def day(text: str) -> Value:
    """A date in ISO 8601 as a date; anything else as the text that it is."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return text
    return found if text == found.isoformat() else text
