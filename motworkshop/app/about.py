"""What this program is, which parts it is made of, and under which licences they stand."""

import platform
from importlib.metadata import version

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from motworkshop import __version__
from motworkshop.look import SPACE
from motworkshop.panels.controls.labels import label
from motworkshop.panels.controls.rows import figure_row

PARTS = (
    ("Inter and Noto fonts", "SIL Open Font License 1.1"),
    ("Lucide icons", "ISC"),
    ("SQLModel, reportlab, openpyxl", "MIT, BSD, MIT"),
)
LGPL = (
    "Qt and PySide6 are used under the GNU Lesser General Public License, version 3. They are "
    "separate libraries that you may replace with your own builds. Their source code is at "
    "code.qt.io."
)


class About(QDialog):
    """Versions and licences."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("About motworkshop")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(480)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(SPACE)
        column.addWidget(label("motworkshop", "title"))
        words = "Run Moments of Truth workshops on one computer and one projector."
        column.addWidget(label(words, "quiet", wraps=True))
        column.addSpacing(SPACE)
        column.addWidget(figure_row("motworkshop, MIT licence", __version__))
        column.addWidget(figure_row("Qt", qVersion()))
        column.addWidget(figure_row("PySide6", version("PySide6_Essentials")))
        column.addWidget(figure_row("Python", platform.python_version()))
        for name, licence in PARTS:
            column.addWidget(figure_row(name, licence))
        column.addSpacing(SPACE)
        column.addWidget(label(LGPL, "small", wraps=True))
