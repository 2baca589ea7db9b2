"""The list of all commands (Ctrl+K): type a few letters, press Enter."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from motworkshop.app.entries import Entries, Entry
from motworkshop.app.overlay import Overlay
from motworkshop.app.ranking import rank
from motworkshop.app.remembered import Remembered
from motworkshop.app.row_delegate import HEIGHT, Role, RowDelegate
from motworkshop.look import SPACE
from motworkshop.panels.controls.labels import label

WIDTH, MOST_ROWS, ABOVE = 600, 12, 56
MOST_USED = 5
"""So many of the commands used last stand first."""
MOST_KEPT = 20
STEPS = {
    Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: MOST_ROWS - 2, Qt.Key.Key_PageUp: 2 - MOST_ROWS,
}  # fmt: skip


class WantedLine(QLineEdit):
    """A field whose arrow keys belong to the list below it."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {*STEPS, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}
        if event.key() in keys:
            event.ignore()
        else:
            super().keyPressEvent(event)


class CommandList(Overlay):
    """Every command with its keys. What cannot be done now is grey, and nothing happens there."""

    def __init__(
        self, entries: Entries, remembered: Remembered, around: QWidget, home: QWidget
    ) -> None:
        super().__init__(around, home)
        self._entries = entries
        self._all = entries.all()
        self._remembered = remembered
        self._shown: list[Entry] = []
        self.wanted = WantedLine()
        self.wanted.setPlaceholderText("Type a command, a stage or the number of a note")
        self.wanted.setAccessibleName("Command")
        self.list = QListWidget()
        self.list.setAccessibleName("Commands")
        self.list.setItemDelegate(RowDelegate(self.list))
        self.list.setMouseTracking(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nothing = label("No command fits.", "quiet")
        self._nothing.setContentsMargins(12, SPACE, 12, SPACE)
        column = QVBoxLayout(self.sheet)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.setSpacing(SPACE)
        column.addWidget(self.wanted)
        column.addWidget(self.list, 1)
        column.addWidget(self._nothing)
        self.wanted.textChanged.connect(self._fill)
        self.list.itemClicked.connect(self._on_clicked)
        self._fill("")

    def open_above(self) -> None:
        """Show it in the upper middle."""
        corner = QPoint((self._around.width() - WIDTH) // 2, ABOVE)
        self.open_at(corner, QSize(WIDTH, self._height()))
        self.wanted.setFocus(Qt.FocusReason.PopupFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self._go(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_clicked(self.list.currentItem())
        else:
            super().keyPressEvent(event)

    def _fill(self, wanted: str) -> None:
        self.list.clear()
        self._shown = []
        for heading, entries in self._sections(wanted):
            if heading and entries:
                self._add_heading(heading)
            for entry in entries:
                self._add(entry)
        self.list.setVisible(bool(self._shown))
        self._nothing.setVisible(not self._shown)
        if self._shown:
            self._go(1)
        self.sheet.resize(WIDTH, min(self._height(), self.height() - ABOVE - SPACE))
        self.update()

    def _height(self) -> int:
        rows = min(MOST_ROWS, self.list.count()) or 1
        return rows * HEIGHT + self.wanted.sizeHint().height() + 4 * SPACE

    def _sections(self, wanted: str) -> list[tuple[str, list[Entry]]]:
        used = self._used()
        if wanted.strip():
            return [("", [*self._entries.numbered(wanted), *self._fitting(wanted, used)])]
        first = used[:MOST_USED]
        groups: dict[str, list[Entry]] = {"Used last": first}
        for entry in self._all:
            if entry not in first:
                groups.setdefault(entry.group, []).append(entry)
        return list(groups.items())

    def _fitting(self, wanted: str, used: list[Entry]) -> list[Entry]:
        """The best first; of those that fit alike the ones used last, then as in the tables."""
        found = []
        for place, entry in enumerate(self._all):
            fit = rank(wanted, entry.text)
            if fit is not None:
                lately = used.index(entry) if entry in used else len(used)
                found.append(((fit[0], lately, fit[1], place), entry))
        return [entry for _fit, entry in sorted(found, key=lambda one: one[0])]

    def _used(self) -> list[Entry]:
        named = {entry.name: entry for entry in self._all if entry.name}
        return [named[name] for name in self._remembered.used_commands if name in named]

    def _add_heading(self, words: str) -> None:
        item = QListWidgetItem(words)
        item.setData(Role.HEADING, True)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.list.addItem(item)

    def _add(self, entry: Entry) -> None:
        item = QListWidgetItem(entry.text)
        item.setData(Qt.ItemDataRole.UserRole, len(self._shown))
        item.setData(Role.KEYS, entry.keys)
        if self.wanted.text().strip():
            item.setData(Role.BEHIND, entry.group)
        item.setData(Role.INDENTED, True)
        if entry.icon is not None:
            item.setIcon(entry.icon)
        item.setData(Role.FADED, not entry.is_enabled)
        spoken = [entry.text, *entry.keys, *(() if entry.is_enabled else ("not possible now",))]
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(spoken))
        self._shown.append(entry)
        self.list.addItem(item)

    def _go(self, step: int) -> None:
        """Make another row the current one; headings are passed over, at the ends it stays."""
        rows = [row for row in range(self.list.count()) if not self._is_heading(row)]
        now = self.list.currentRow()
        place = rows.index(now) + step if now in rows else 0
        if rows:
            row = rows[max(0, min(len(rows) - 1, place))]
            self.list.setCurrentRow(row)
            self.list.scrollToItem(self.list.item(0 if row == rows[0] else row))
            spoken = self.list.item(row).data(Qt.ItemDataRole.AccessibleTextRole)
            self.wanted.setAccessibleDescription(spoken)

    def _is_heading(self, row: int) -> bool:
        return bool(self.list.item(row).data(Role.HEADING))

    def _on_clicked(self, item: QListWidgetItem | None) -> None:
        if item is None or item.data(Role.HEADING):
            return
        entry = self._shown[item.data(Qt.ItemDataRole.UserRole)]
        if not entry.is_enabled:
            return
        if entry.name:
            kept = [name for name in self._remembered.used_commands if name != entry.name]
            self._remembered.used_commands = [entry.name, *kept][:MOST_KEPT]
        self.leave()
        entry.run()
