"""What a person is told after a fault of the program: what is safe, and how to go on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from motworkshop.app.crash_report import Fault
from motworkshop.look import SPACE
from motworkshop.panels.controls.buttons import push_button
from motworkshop.panels.controls.labels import label
from motworkshop.panels.icons import Icons

WIDTH = 560
PICTURE = 28
LINES = 12
MOST_REPORTS = 5
WHAT = (
    "The program made a mistake and could not finish what it was doing. This is not your fault, "
    "and you can go on working."
)


class CrashDialog(QDialog):
    """One for all faults that come while it is open. Signal: `again_wanted` to start again."""

    again_wanted = Signal()

    def __init__(self, safe: str, icons: Icons, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Something went wrong")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(WIDTH)
        self._reports: dict[str, str] = {}
        self._count = 0
        self.safe = label(safe, "section", wraps=True)
        self._more = label("", "quiet", wraps=True)
        self._more.hide()
        self.report = QPlainTextEdit()
        self.report.setReadOnly(True)
        self.report.setAccessibleName("Report")
        self.report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.report.setFixedHeight(self.report.fontMetrics().lineSpacing() * LINES)
        self.report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.report.hide()
        self._lay_out(icons)

    def add(self, fault: Fault) -> None:
        """Add a fault to the report; of many only the first few are told in full."""
        self._count += 1
        if len(self._reports) < MOST_REPORTS:
            self._reports.setdefault(fault.place, fault.report)
        if self._count > 1:
            self._more.setText(f"{self._count:,} mistakes by now.")
            self._more.show()
        self.report.setPlainText(self.text)

    @property
    def text(self) -> str:
        """The report as it is copied."""
        last = [f"{self._count:,} faults in all"] if self._count > 1 else []
        return "\n\n".join([*self._reports.values(), *last])

    def _lay_out(self, icons: Icons) -> None:
        picture = QLabel()
        ratio = self.devicePixelRatioF()
        picture.setPixmap(icons.pixmap("circle-alert", "danger", ratio, PICTURE))
        words = QVBoxLayout()
        words.setSpacing(SPACE)
        for part in (label("Something went wrong", "heading"), label(WHAT, wraps=True), self.safe):
            words.addWidget(part)
        words.addWidget(self._more)
        row = QHBoxLayout()
        row.setSpacing(SPACE * 2)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(SPACE * 2)
        column.addLayout(row)
        column.addWidget(self.report)
        column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        shows = push_button("Show report")
        shows.clicked.connect(lambda: self.report.setVisible(not self.report.isVisible()))
        copies = push_button("Copy report")
        copies.setToolTip("Versions and places in the program, nothing that you wrote")
        copies.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text))
        again = push_button("Start again")
        again.setToolTip("Close the program and open the same workshops at the same place")
        again.clicked.connect(self._on_again)
        on = push_button("Go on", is_primary=True)
        on.setDefault(True)
        on.clicked.connect(self.accept)
        on.setFocus(Qt.FocusReason.OtherFocusReason)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(shows)
        row.addWidget(copies)
        row.addStretch(1)
        row.addWidget(again)
        row.addWidget(on)
        return row

    def _on_again(self) -> None:
        self.accept()
        self.again_wanted.emit()
