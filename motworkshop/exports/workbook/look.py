"""The calm look of the workbook: ink on light, one line in the accent, quiet bands."""

import re

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.styleable import StyleableObject
from openpyxl.worksheet.worksheet import Worksheet

from motworkshop.exports.workbook.cells import Styles

INK, INK_2, ACCENT = "1D2228", "535A63", "2954C8"  # LOOK.md, tokens of the light theme
HOVER, LINE, BAND = "ECE9E2", "E4E0D7", "F8F6F2"
TABLE_STYLE = "Motworkshop"

_NO_TABLE_STYLES = re.compile(b'<tableStyles count="0"[^>]*/>')


def header_style(cell: StyleableObject, *, is_centred: bool) -> None:
    """Make a cell the header of a column; numbers and dates stand centred, as their header does."""
    cell.font = Font(name="Calibri", size=10, bold=True, color=INK)
    cell.fill = PatternFill("solid", fgColor=HOVER)
    cell.border = Border(bottom=Side("medium", ACCENT))
    horizontal = "center" if is_centred else None
    cell.alignment = Alignment(vertical="center", horizontal=horizontal, wrap_text=True)


def remark_style(cell: StyleableObject) -> None:
    """Make a cell a sentence beside the table."""
    cell.font = Font(name="Calibri", size=11, italic=True, color=INK_2)


def cell_styles(sheet: Worksheet) -> Styles:
    """Register the styles of the cells below the headers."""
    return Styles(
        text=_style(sheet, is_text=True),
        whole=_style(sheet, "0"),
        date=_style(sheet, "yyyy-mm-dd"),
        fractions={
            None: _style(sheet, "General"),
            1: _style(sheet, "0.0"),
            3: _style(sheet, "0.000"),
        },
    )


def _style(sheet: Worksheet, number_format: str = "General", *, is_text: bool = False) -> int:
    cell = Cell(sheet, row=1, column=1)
    cell.font = Font(name="Calibri", size=11, color=INK)
    cell.border = Border(bottom=Side("hair", LINE))
    if is_text:
        cell.alignment = Alignment(vertical="top", wrap_text=True)
    else:
        cell.alignment = Alignment(vertical="top", horizontal="center")
    cell.number_format = number_format
    # Typing Enter in a cell that begins with “=” would make a formula of it otherwise.
    cell.quotePrefix = is_text
    return int(cell.style_id)


def with_table_style(styles: bytes) -> bytes:
    """The part `styles.xml` with our own style of tables, for which openpyxl has no way in."""
    band = f'<fill><patternFill patternType="solid"><bgColor rgb="FF{BAND}"/></patternFill></fill>'
    ours = (
        f'<dxfs count="1"><dxf>{band}</dxf></dxfs>'
        f'<tableStyles count="1"><tableStyle name="{TABLE_STYLE}" pivot="0" count="1">'
        '<tableStyleElement type="secondRowStripe" dxfId="0"/></tableStyle></tableStyles>'
    )
    made, found = _NO_TABLE_STYLES.subn(ours.encode(), styles)
    if found != 1 or b"<dxfs" in styles:
        raise ValueError("openpyxl writes other styles than it did")
    return made
