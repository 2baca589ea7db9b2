"""The window of an import: what the rows are, which column is what, and what would come of it."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from motworkshop.app.import_child import Order, Read, Table, Unread
from motworkshop.app.import_choices import ImportChoices
from motworkshop.app.import_letters import Letters
from motworkshop.imports.guessing import guess_kind, known_names
from motworkshop.imports.intake import fields_of
from motworkshop.imports.outcome import Kind
from motworkshop.imports.table import ColumnUse, guess_use, missing_field
from motworkshop.imports.verdict import Verdict
from motworkshop.look import SPACE
from motworkshop.model.workshop import Workshop
from motworkshop.panels.controls.labels import label
from motworkshop.panels.controls.segments import Segments
from motworkshop.panels.mapping.preview import MappingPreview

KINDS = (
    (Kind.TOUCHPOINTS, "Touchpoints"),
    (Kind.PARTICIPANTS, "Participants"),
    (Kind.STAGE_PROPOSALS, "Stage proposals"),
    (Kind.BALLOTS, "Ballots"),
    (Kind.EVIDENCE, "Evidence"),
)
WIDTH, HEIGHT = 976, 648
TYPING_MS = 150
"""Typing the title of a round asks once it rests."""
WORKING_AFTER_MS = 300


class ImportSheet(QDialog):
    """Asks what to make of a table.

    Signals: `asked(Read | Order)` at each choice; `ordered(Order, Verdict)` when it is to be done;
    `left` when not. The answers come by `show_table`, `show_unread` and `show_verdict`.
    """

    asked = Signal(object)
    ordered = Signal(object, object)
    left = Signal()

    def __init__(self, name: str, workshop: Workshop, kind: Kind, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Import")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(WIDTH, HEIGHT)
        self._workshop = workshop
        self._default = kind
        self._table = Table((), 0, ())
        self._verdict = Verdict()
        self._encoding: str | None = None
        self.kinds = Segments(KINDS)
        self.kinds.chosen.connect(self._on_kind_chosen)
        self.choices = ImportChoices(workshop)
        self.choices.changed.connect(self._on_choices_changed)
        self.choices.source_changed.connect(self._on_source_changed)
        self.preview = MappingPreview((), ColumnUse())
        self.preview.use_changed.connect(self._ask)
        self.preview.accepted.connect(self._on_accepted)
        self.preview.cancelled.connect(self.reject)
        self.finished.connect(self.left)
        self.letters = Letters()
        self.letters.chosen.connect(self._on_letters_chosen)
        self._working = label("Working out what would come of it…", "quiet")
        self._working.hide()
        self._pause = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._pause.timeout.connect(self._ask)
        self._late = QTimer(self, singleShot=True, interval=WORKING_AFTER_MS)
        self._late.timeout.connect(self._working.show)
        self._pages = QStackedWidget()
        self._lay_out(name)

    @property
    def kind(self) -> Kind:
        """What the rows are, as chosen now."""
        return Kind(str(self.kinds.value))

    def show_table(self, table: Table) -> None:
        """Show a table that was read, with what its columns probably are."""
        self._table = table
        self.choices.set_sheets(table.sheets)
        if table.rows:
            self.kinds.show_value(guess_kind(table.rows[0], self._default))
        self.kinds.show()
        self._pages.setCurrentWidget(self.preview)
        self._guess()
        self.preview.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_unread(self, unread: Unread) -> None:
        """Say why the table cannot be read, with what can be chosen against it."""
        self.letters.show_unread(unread)
        self.choices.hide()
        self.kinds.hide()
        self._pages.setCurrentWidget(self.letters)

    def show_verdict(self, verdict: Verdict) -> None:
        """Show what would come of it."""
        self._late.stop()
        self._working.hide()
        self._verdict = verdict
        self.preview.show_verdict(verdict)

    def _lay_out(self, name: str) -> None:
        self._pages.addWidget(self.preview)
        self._pages.addWidget(self.letters)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(SPACE * 2)
        title = label(f"Import {name}", "heading")
        title.setMaximumWidth(WIDTH - 48)
        column.addWidget(title)
        column.addWidget(self.kinds)
        column.addWidget(self.choices)
        column.addWidget(self._pages, 1)
        column.addWidget(self._working)

    def _on_kind_chosen(self) -> None:
        self._guess()

    def _guess(self) -> None:
        fields = fields_of(self.kind)
        rows = self._table.rows
        self.preview.set_table(rows, guess_use(rows, fields, known_names(self._workshop)), fields)
        self.choices.show_for(self.kind)
        self._ask()

    def _on_choices_changed(self) -> None:
        self.preview.show_pending()
        self._pause.start()

    def _on_source_changed(self) -> None:
        self.preview.show_pending()
        self.asked.emit(Read(self.choices.sheet_name, self._encoding))

    def _on_letters_chosen(self, encoding: str) -> None:
        self._encoding = encoding
        self._on_source_changed()

    def _ask(self) -> None:
        if missing_field(self.preview.use, fields_of(self.kind)) is None:
            self.preview.show_pending()
            self._late.start()
            self.asked.emit(self._order())

    def _order(self, *, is_final: bool = False) -> Order:
        options = self.choices.options(self.kind)
        stage = self.choices.stage_name
        return Order(self.kind, self.preview.use, options, stage, is_final)

    def _on_accepted(self) -> None:
        self.ordered.emit(self._order(is_final=True), self._verdict)


def name_of(source: Path) -> str:
    """How a file is called in a sentence."""
    return f"“{source.name}”"
