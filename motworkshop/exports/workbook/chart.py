"""The native bar chart of the tally: dots per note of the round that decides."""

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.data_source import AxDataSource, StrRef
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.text import (
    CharacterProperties,
    Paragraph,
    ParagraphProperties,
    RegularTextRun,
)
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from motworkshop.exports.workbook.cells import fitted
from motworkshop.exports.workbook.look import ACCENT, INK, LINE
from motworkshop.exports.workbook.sheet import table_reference
from motworkshop.exports.workbook.table import Table
from motworkshop.exports.workbook.votes import DOTS, LABEL

WIDTH, BAR_HEIGHT, FRAME_HEIGHT = 20, 0.62, 2.2  # cm
COLUMN_WIDTH, ROW_HEIGHT = 1.6, 0.5  # cm, of a sheet's own columns and rows


def add_chart(sheet: Worksheet, table: Table, rows: range, title: str) -> None:
    """Draw these rows of the tally to the right of the table, and print it on its own page."""
    chart = BarChart()
    chart.type = "bar"
    chart.style = 2
    chart.width, chart.height = WIDTH, FRAME_HEIGHT + BAR_HEIGHT * len(rows)
    chart.gapWidth = 45
    chart.legend = None
    chart.visible_cells_only = False  # the labels stand in a folded column
    chart.roundedCorners = False
    _set_title(chart, fitted(" ".join(title.split()))[0])
    chart.add_data(_reference(sheet, table, DOTS, rows))
    labels = str(_reference(sheet, table, LABEL, rows))
    chart.series[0].cat = AxDataSource(strRef=StrRef(f=labels))
    _draw_bars(chart)
    _draw_axes(chart)
    column = len(table.columns) + 2
    sheet.add_chart(chart, f"{get_column_letter(column)}2")
    last = f"{get_column_letter(column + int(WIDTH / COLUMN_WIDTH))}{int(chart.height / ROW_HEIGHT) + 3}"
    sheet.print_area = f"{table_reference(table)},{get_column_letter(column)}1:{last}"


def _reference(sheet: Worksheet, table: Table, header: str, rows: range) -> Reference:
    column = table.headers.index(header) + 1
    return Reference(
        sheet, min_col=column, max_col=column, min_row=rows.start + 2, max_row=rows.stop + 1
    )


def _set_title(chart: BarChart, text: str) -> None:
    look = CharacterProperties(sz=1300, b=True, solidFill=INK)
    line = Paragraph(ParagraphProperties(defRPr=look), r=[RegularTextRun(look, text)])
    chart.title = Title(tx=Text(rich=RichText(p=[line])), overlay=False)


def _draw_bars(chart: BarChart) -> None:
    bars = chart.series[0]
    bars.graphicalProperties = GraphicalProperties(solidFill=ACCENT)
    bars.graphicalProperties.line.noFill = True
    bars.dLbls = DataLabelList()
    bars.dLbls.showVal = True
    for shown in ("showSerName", "showCatName", "showLegendKey", "showPercent", "showBubbleSize"):
        setattr(bars.dLbls, shown, False)


def _draw_axes(chart: BarChart) -> None:
    notes, dots = chart.x_axis, chart.y_axis
    notes.scaling.orientation = "maxMin"  # the first row on top
    notes.delete = False  # openpyxl leaves it open, and Excel then draws no axis
    notes.majorTickMark = "none"
    notes.graphicalProperties = GraphicalProperties()
    notes.graphicalProperties.line.solidFill = LINE
    dots.delete = True  # every bar says its number
    dots.majorGridlines = None
    dots.scaling.min = 0
