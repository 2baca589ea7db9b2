"""The window of versions: a list to look through, a picture of each, and what can be done with it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from motworkshop.app.row_delegate import Role, RowDelegate
from motworkshop.app.version import Version
from motworkshop.look import SPACE
from motworkshop.model.limits import TITLE_LENGTH
from motworkshop.panels.controls.buttons import push_button
from motworkshop.panels.controls.fields import LineField
from motworkshop.panels.controls.labels import label, set_state

WIDTH, HEIGHT, LIST = 976, 620, 328
PICTURE = QSize(584, 384)
NOTHING = "Nothing is kept yet. A copy is made after ten minutes of work and at each phase."


class VersionsDialog(QDialog):
    """Shows versions in groups, each with a heading.

    Signals: `chosen(Version)` when one is to be shown, by `show_picture` or `show_fault`;
    `open_wanted(Version)`, `forget_wanted(Version)`; `naming_wanted(str)` when the present state is
    to be kept under a name.
    """

    chosen = Signal(object)
    open_wanted = Signal(object)
    forget_wanted = Signal(object)
    naming_wanted = Signal(str)

    def __init__(self, title: str, parent: QWidget, *, can_name: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(WIDTH, HEIGHT)
        self._versions: list[Version] = []
        self.list = QListWidget()
        self.list.setAccessibleName("Versions, the last one first")
        self.list.setItemDelegate(RowDelegate(self.list))
        self.list.setMouseTracking(True)
        self.list.setFixedWidth(LIST)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(self._on_current)
        self.list.itemActivated.connect(self._on_open)
        self.picture = QLabel()
        self.picture.setFixedSize(PICTURE)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setTextFormat(Qt.TextFormat.PlainText)
        self.picture.setWordWrap(True)
        self.words = label("", "quiet", wraps=True)
        self.open_button = push_button("Open as a new file…", is_primary=True)
        self.open_button.clicked.connect(self._on_open)
        self.forget_button = push_button("Remove this version")
        self.forget_button.clicked.connect(self._on_forget)
        self.name = LineField("Name of the present state, such as “Before lunch”")
        self.name.setAccessibleName("Name of the present state")
        self.name.setMaxLength(TITLE_LENGTH)
        self.name.returnPressed.connect(self._on_named)
        self.keep_button = push_button("Keep it")
        self.keep_button.clicked.connect(self._on_named)
        self._lay_out(can_name=can_name)

    @property
    def version(self) -> Version | None:
        """The one that is shown."""
        row = self.list.currentRow()
        return self._at(row) if row >= 0 else None

    def show_versions(self, groups: Sequence[tuple[str, Sequence[Version]]]) -> None:
        """Show these, each group under its heading; the current one stays if it is among them."""
        before = self.version
        self.list.blockSignals(True)
        self.list.clear()
        self._versions = []
        for heading, versions in groups:
            if versions:
                self._add_heading(heading)
            for version in versions:
                self._add(version)
        self.list.blockSignals(False)
        rows = [row for row in range(self.list.count()) if self._place(row) is not None]
        same = (row for row in rows if before and self._at(row).is_same(before))
        self.list.setCurrentRow(next(same, rows[0] if rows else -1))
        if not rows:
            self._on_current(None)
        self.list.setFocus()

    def show_picture(self, picture: QImage, words: str) -> None:
        """Show what the chosen version looks like, and say what is in it."""
        self.picture.setPixmap(QPixmap.fromImage(picture))
        self.picture.setAccessibleName(f"Its board. {words}")
        self.say(words)
        self.open_button.setEnabled(True)

    def show_fault(self, words: str) -> None:
        """Say why the chosen version cannot be shown."""
        self.picture.clear()
        self.say(words, is_bad=True)

    def say(self, words: str, *, is_bad: bool = False) -> None:
        """Say something below the picture."""
        self.words.setText(words)
        set_state(self.words, "role", "danger" if is_bad else "quiet")

    def _lay_out(self, *, can_name: bool) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        buttons.addWidget(self.forget_button)
        buttons.addStretch(1)
        buttons.addWidget(self.open_button)
        right = QVBoxLayout()
        right.setSpacing(SPACE * 2)
        right.addWidget(self.picture)
        right.addWidget(self.words)
        right.addStretch(1)
        right.addLayout(buttons)
        row = QHBoxLayout()
        row.setSpacing(SPACE * 2)
        row.addWidget(self.list)
        row.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(SPACE * 2)
        if can_name:
            naming = QHBoxLayout()
            naming.setSpacing(SPACE)
            naming.addWidget(self.name, 1)
            naming.addWidget(self.keep_button)
            column.addLayout(naming)
        column.addLayout(row, 1)

    def _add_heading(self, words: str) -> None:
        item = QListWidgetItem(words)
        item.setData(Role.HEADING, True)
        item.setToolTip(words)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.list.addItem(item)

    def _add(self, version: Version) -> None:
        item = QListWidgetItem(version.name)
        item.setData(Role.BEHIND, version.behind)
        item.setData(Qt.ItemDataRole.UserRole, len(self._versions))
        self._versions.append(version)
        self.list.addItem(item)

    def _place(self, row: int) -> int | None:
        place: int | None = self.list.item(row).data(Qt.ItemDataRole.UserRole)
        return place

    def _at(self, row: int) -> Version:
        return self._versions[self._place(row) or 0]

    def _on_current(self, _item: QListWidgetItem | None) -> None:
        version = self.version
        self.picture.clear()
        self.picture.setAccessibleName("")
        self.open_button.setEnabled(False)
        self.forget_button.setVisible(version is not None and bool(version.key))
        if version is None:
            self.picture.setText("" if self._versions else NOTHING)
            self.say("")
        else:
            self.say("Reading…")
            self.chosen.emit(version)

    def _on_open(self) -> None:
        if self.version is not None and self.open_button.isEnabled():
            self.open_wanted.emit(self.version)

    def _on_forget(self) -> None:
        if self.version is not None:
            self.forget_wanted.emit(self.version)

    def _on_named(self) -> None:
        name = self.name.text().strip()
        if name:
            self.naming_wanted.emit(name)
        else:
            self.name.setFocus()
