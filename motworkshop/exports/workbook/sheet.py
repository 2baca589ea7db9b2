"""A sheet without its rows: headers, table with filter buttons, widths, print set-up."""

from collections.abc import Callable, Iterable
from math import ceil

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table as ExcelTable
from openpyxl.worksheet.table import TableColumn, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from motworkshop.exports.workbook.cells import escaped, fitted
from motworkshop.exports.workbook.look import TABLE_STYLE, header_style, remark_style
from motworkshop.exports.workbook.table import Table

A4 = 9
HEADER_HEIGHT = 33.0
PAGE_WIDTH = 175.0  # digits on A4 at eight tenths of their size
SQUEEZED = 0.2  # of a page is made to fit rather than put on a page of its own
LONGEST_TITLE = 120  # of 255 characters that a page header holds


def add_sheet(
    workbook: Workbook, table: Table, title: str, report: Callable[[str], None]
) -> Worksheet:
    """A new last sheet for the table; `title` is the workshop's, for the printed page."""
    sheet: Worksheet = workbook.create_sheet(table.title)
    headers = _headers(table, report)
    for index, header in enumerate(headers, start=1):
        cell = sheet.cell(1, index)
        cell.value = header
        cell.data_type = "s"
        header_style(cell, is_centred=table.is_numeric(index - 1))
    sheet.row_dimensions[1].height = HEADER_HEIGHT
    sheet.freeze_panes = f"{get_column_letter(table.frozen + 1)}2"
    _set_widths(sheet, table)
    _add_table(sheet, table, headers)
    _set_up_print(sheet, table, title)
    if not table.rows and table.empty:
        remark = sheet.cell(4, 1)
        remark.value = table.empty
        remark_style(remark)
    return sheet


def table_reference(table: Table) -> str:
    """The cells of a table with its header; an empty one has a blank row, since Excel needs one."""
    return f"A1:{get_column_letter(len(table.columns))}{max(2, len(table.rows) + 1)}"


def _headers(table: Table, report: Callable[[str], None]) -> list[str]:
    """Headers as a table of Excel has them: one line each, no two alike."""
    found: list[str] = []
    seen: dict[str, int] = {}
    for header in table.headers:
        text, changes = fitted(" ".join(header.split()))
        for change in changes:
            report(f"{table.title}, a header: {change}")
        seen[text.casefold()] = seen.get(text.casefold(), 0) + 1
        again = seen[text.casefold()]
        found.append(escaped(text if again == 1 else f"{text} ({again})"))
    return found


def _set_widths(sheet: Worksheet, table: Table) -> None:
    """Columns in which nothing stands are folded away under a “+” above the next one."""
    for index, column in enumerate(table.columns):
        dimension = sheet.column_dimensions[get_column_letter(index + 1)]
        dimension.width = column.width
        if table.is_out_of_sight(index):
            dimension.outlineLevel = 1
            dimension.hidden = True
            dimension.collapsed = False
            sheet.column_dimensions[get_column_letter(index + 2)].collapsed = True
            sheet.column_dimensions.max_outline = 1  # or Excel leaves no room for the “+”


def _add_table(sheet: Worksheet, table: Table, headers: Iterable[str]) -> None:
    reference = table_reference(table)
    native = ExcelTable(
        displayName=table.title.title().replace(" ", ""),
        ref=reference,
        autoFilter=AutoFilter(ref=reference),
        tableStyleInfo=TableStyleInfo(TABLE_STYLE, showRowStripes=True),
    )
    for index, header in enumerate(headers, start=1):
        native.tableColumns.append(TableColumn(id=index, name=header))
    sheet.add_table(native)


def _set_up_print(sheet: Worksheet, table: Table, title: str) -> None:
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = A4
    sheet.page_setup.fitToWidth = _pages_wide(table)
    sheet.page_setup.fitToHeight = 0
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.75
    sheet.page_setup.pageOrder = "overThenDown"
    sheet.print_title_rows = "1:1"
    if table.frozen:
        sheet.print_title_cols = f"A:{get_column_letter(table.frozen)}"
    header, footer = HeaderFooterItem(), HeaderFooterItem()
    header.left.text = _for_page(title)
    header.right.text = "&A"
    footer.right.text = "Page &P of &N"
    sheet.HeaderFooter.oddHeader, sheet.HeaderFooter.oddFooter = header, footer


def _pages_wide(table: Table) -> int:
    """On how many pages side by side the columns are still large enough to be read."""
    shown = [
        0.0 if table.is_out_of_sight(index) else column.width
        for index, column in enumerate(table.columns)
    ]
    repeated = sum(shown[: table.frozen])
    pages = (sum(shown) - repeated) / (PAGE_WIDTH - repeated)
    return max(1, ceil(pages - SQUEEZED))


def _for_page(title: str) -> str:
    line, _changes = fitted(" ".join(title.split()))
    return line[:LONGEST_TITLE].replace("&", "&&")
