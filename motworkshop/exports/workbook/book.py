"""Puts the workbook together: sheets, chart, properties."""

from collections.abc import Callable, Sequence
from pathlib import Path

from openpyxl import Workbook

from motworkshop.exports.facts import Facts
from motworkshop.exports.workbook.cells import fitted, rows_as_xml
from motworkshop.exports.workbook.chart import add_chart
from motworkshop.exports.workbook.look import cell_styles
from motworkshop.exports.workbook.package import write_package
from motworkshop.exports.workbook.sheet import add_sheet
from motworkshop.exports.workbook.table import Table
from motworkshop.exports.workbook.votes import charted_rows

PROGRAM = "motworkshop"


def write_book(
    facts: Facts, tables: Sequence[Table], target: Path, report: Callable[[str], None]
) -> None:
    """Write the tables as a workbook; `report` is told each text that had to be changed."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.calculation.fullCalcOnLoad = False  # Excel would ask to save what nobody has changed
    title = facts.workshop.about.title
    sheets = {table.title: add_sheet(book, table, title, report) for table in tables}
    charted = charted_rows(facts)
    if charted and facts.deciding:
        tally = next(table for table in tables if table.title == "Tally")
        add_chart(sheets["Tally"], tally, charted, _chart_title(facts, len(charted)))
    _set_properties(book, facts, report)
    styles = cell_styles(book.worksheets[0])
    rows = {table.title: rows_as_xml(table, styles, report) for table in tables}
    write_package(book, tables, rows, target)


def _chart_title(facts: Facts, shown: int) -> str:
    told = facts.deciding
    if told is None or told.tally is None:
        return ""
    name = f"{told.round.title}: dots per note"
    everything = len(told.tally.lines)
    return name if shown == everything else f"{name} (the first {shown} of {everything})"


def _set_properties(book: Workbook, facts: Facts, report: Callable[[str], None]) -> None:
    about = facts.workshop.about
    creator = (about.facilitator or about.organisation) if facts.names.are_shown else ""
    for name, text in (("title", about.title), ("creator", creator or PROGRAM)):
        fit, changes = fitted(text)
        setattr(book.properties, name, fit)
        for change in changes:
            report(f"Properties of the workbook, {name}: {change}")
