"""The preview of a table before it is imported: which column is what, and what comes of it.

    preview = MappingPreview(rows, guess, parent=…)

`rows` are texts, the first row first (a handful is enough, more are never shown); `guess` is a
`ColumnUse` (see `imports.table.guess_use`). Both signals are final, the owner then takes the
preview away:

    accepted(ColumnUse)   the person said what the columns are and wants them imported
    cancelled()           nothing is to happen

    use_changed(ColumnUse)  another choice, at each; an owner that knows what would come of it
                            answers with `show_verdict` (until then `show_pending` greys the button)

Without an owner that answers, the button can be pressed as soon as every needed field has a column.
It knows no workshop and applies nothing. `app.importing.Importing.open_table` is such an owner: it
takes pasted rows, shows this preview in a window, and does the import in one step.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from motworkshop.imports.fields import TOUCHPOINT_FIELDS, Field
from motworkshop.imports.outcome import Refusal
from motworkshop.imports.table import ColumnUse, missing_field
from motworkshop.imports.verdict import Verdict
from motworkshop.look import SPACE
from motworkshop.panels.controls.buttons import push_button
from motworkshop.panels.controls.choices import CheckField
from motworkshop.panels.controls.labels import label
from motworkshop.panels.controls.rows import clear
from motworkshop.panels.controls.scrolling import scrolling
from motworkshop.panels.mapping.columns import ColumnGrid

REFUSALS_HEIGHT = 96
IMPORT = "Import"


class MappingPreview(QWidget):
    """The first rows of a table, with a choice above every column. See the top of this module."""

    accepted = Signal(object)
    cancelled = Signal()
    use_changed = Signal(object)

    def __init__(
        self,
        rows: Sequence[Sequence[str]],
        guess: ColumnUse,
        fields: Sequence[Field] = TOUCHPOINT_FIELDS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._use = guess
        self._fields = fields
        self._names = CheckField("The first row names the columns")
        self._names.edited.connect(self._on_names_edited)
        self.grid = ColumnGrid(rows, fields)
        self.grid.chosen.connect(self._on_chosen)
        self._words = label("", "section", wraps=True)
        self._places = label("", "quiet", wraps=True)
        self._trouble = label("", "warn", wraps=True)
        self._refused = QVBoxLayout()
        self._refused.setSpacing(2)
        self._refusals = self._refusal_room()
        self.accept_button = push_button(IMPORT, is_primary=True)
        self.accept_button.clicked.connect(self._on_accepted)
        self.cancel_button = push_button("Cancel")
        self.cancel_button.clicked.connect(self.cancelled)
        self._lay_out()
        self._show_use()

    @property
    def use(self) -> ColumnUse:
        """What the columns are, as chosen now."""
        return self._use

    def set_table(
        self, rows: Sequence[Sequence[str]], guess: ColumnUse, fields: Sequence[Field]
    ) -> None:
        """Show another table, or the same one as something else."""
        self._use = guess
        self._fields = fields
        self.grid.set_table(rows, fields)
        self._show_use()

    def show_pending(self) -> None:
        """What would come of it is being worked out."""
        self.accept_button.setEnabled(False)

    def show_verdict(self, verdict: Verdict) -> None:
        """Say what would be imported, into where, and which rows cannot be read, and why."""
        self._words.setText(verdict.words)
        self._places.setText(verdict.places)
        self._places.setVisible(bool(verdict.places))
        self._show_trouble(verdict.trouble)
        self._show_refused(verdict)
        self.accept_button.setText(verdict.button or IMPORT)
        self.accept_button.setEnabled(bool(verdict.button))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.accept_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self._names)
        column.addWidget(self.grid)
        column.addSpacing(SPACE)
        for part in (self._words, self._places, self._trouble, self._refusals):
            column.addWidget(part)
        column.addStretch(1)
        column.addLayout(buttons)

    def _refusal_room(self) -> QWidget:
        inside = QWidget()
        inside.setLayout(self._refused)
        self._refused.setContentsMargins(0, 0, SPACE, 0)
        room = scrolling(inside)
        room.setAccessibleName("Rows that cannot be read")
        room.hide()
        return room

    def _on_names_edited(self, has_names: object) -> None:
        self._change(ColumnUse(self._use.fields, bool(has_names)))

    def _on_chosen(self, at: int, field: str) -> None:
        """A field stands in one column; the one that had it before has none now."""
        fields = {one: name for one, name in self._use.fields.items() if one != at}
        fields = {one: name for one, name in fields.items() if name != field}
        if field:
            fields[at] = field
        self._change(ColumnUse(dict(sorted(fields.items())), self._use.has_names))

    def _change(self, use: ColumnUse) -> None:
        if use == self._use:
            return
        self._use = use
        self._show_use()
        self.use_changed.emit(use)

    def _show_use(self) -> None:
        self._names.show_value(self._use.has_names)
        self.grid.show_use(self._use)
        missing = missing_field(self._use, self._fields)
        words = f"Say which column is the {missing.name}; every row needs one." if missing else ""
        self._show_trouble(words)
        self._words.setText("")
        self._places.hide()
        self._refusals.hide()
        self.accept_button.setText(IMPORT)
        self.accept_button.setEnabled(missing is None)

    def _show_trouble(self, words: str) -> None:
        self._trouble.setText(words)
        self._trouble.setVisible(bool(words))

    def _show_refused(self, verdict: Verdict) -> None:
        clear(self._refused)
        self._refusals.setVisible(bool(verdict.refused))
        if not verdict.refused:
            return
        rows = [_refusal_row(refusal, verdict.numbered_by) for refusal in verdict.refused]
        if verdict.more_refused:
            rows.append(label(f"… and {verdict.more_refused:,} more", "quiet"))
        for row in rows:
            self._refused.addWidget(row)
            row.show()  # what is hidden has no height yet
        self._refused.addStretch(1)
        needed = self._refused.heightForWidth(self.width() - SPACE * 2)
        self._refusals.setFixedHeight(min(REFUSALS_HEIGHT, needed))

    def _on_accepted(self) -> None:
        self.accepted.emit(self._use)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self.accept_button.isEnabled():
            self.accept_button.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)


def _refusal_row(refusal: Refusal, numbered_by: str) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(12)
    where = label(f"{numbered_by.capitalize()} {refusal.row:,}")
    where.setFixedWidth(88)
    line.addWidget(where, 0, Qt.AlignmentFlag.AlignTop)
    why = label(refusal.reason, "quiet", wraps=True)
    policy = why.sizePolicy()
    policy.setVerticalPolicy(policy.Policy.Preferred)
    policy.setHeightForWidth(True)  # a long reason takes two lines
    why.setSizePolicy(policy)
    why.setMinimumHeight(1)
    line.addWidget(why, 1)
    return row
