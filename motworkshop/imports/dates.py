"""Reads the date of a cell, and refuses one that could mean two days."""

import re
from datetime import date

from motworkshop.imports.rows import Entry

_ALLOWED = "a day such as 2024-03-05 or 05.03.2024"
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})")


def date_of(entry: Entry, field: str) -> str:
    """The day in ISO 8601, "" where the cell is empty; a time of day is left out."""
    text = entry.title(field)
    if not text:
        return ""
    days = _days(re.split(r"[T\s]", text, maxsplit=1)[0])
    if not days:
        raise entry.wrong(field, text, _ALLOWED)
    if len(days) > 1:
        raise entry.wrong(
            field, text, f"clear which is the month: write {' or '.join(sorted(days))}"
        )
    return days.pop()


def _days(text: str) -> set[str]:
    """Every day that a text may mean; with full stops the day of the month comes first."""
    if found := _YEAR_FIRST.fullmatch(text):
        return _existing([(found[1], found[3], found[4])])
    if found := _YEAR_LAST.fullmatch(text):
        first, mark, second, year = found.groups()
        readings = [(year, second, first)]
        if mark != ".":
            readings.append((year, first, second))
        return _existing(readings)
    return set()


def _existing(readings: list[tuple[str, str, str]]) -> set[str]:
    days = set()
    for year, month, day in readings:
        try:
            days.add(date(int(year), int(month), int(day)).isoformat())
        except ValueError:  # no such day, so this reading is not meant
            continue
    return days
