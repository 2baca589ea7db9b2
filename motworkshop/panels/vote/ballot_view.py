"""All notes of a ballot, stage by stage, in as many columns as there is room for."""

from collections.abc import Mapping, Sequence
from math import ceil

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget
from typing_extensions import override

from motworkshop.look import SPACE, Theme, category_style
from motworkshop.model.records import Category, Id, Note, Round
from motworkshop.model.workshop import Workshop
from motworkshop.panels.controls.labels import label
from motworkshop.panels.icons import Icons
from motworkshop.panels.vote.ballot import ballot_by_stage, matches
from motworkshop.panels.vote.lettering import take_focus
from motworkshop.panels.vote.row import BallotRow
from motworkshop.panels.vote.turn import Turn

COLUMN = 352
MOST_COLUMNS = 3
ARROWS: Mapping[int, tuple[int, int]] = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}


class BallotView(QScrollArea):
    """The rows of a ballot; arrow keys walk them, + and − vote.

    Signal: `typed(str)` when letters were typed on a row: they are meant for the search.
    """

    typed = Signal(str)

    def __init__(self, icons: Icons, theme: Theme) -> None:
        super().__init__()
        self._icons = icons
        self._theme = theme
        self._turn: Turn | None = None
        self._ink = ""
        self._groups: list[tuple[QLabel, list[BallotRow]]] = []
        self._rows: dict[Id, BallotRow] = {}
        self._shown: list[BallotRow] = []
        self._none = label("No note of this ballot says that.", "quiet")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sheet = QWidget()
        self.setWidget(self._sheet)
        self._none.setParent(self._sheet)
        self._none.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw everything in the colours of another theme."""
        self._theme = theme
        for row in self._rows.values():
            row.theme = theme
            row.update()

    def show_ballot(self, workshop: Workshop, vote: Round) -> None:
        """Show the notes of a round, without a dot."""
        for heading, rows in self._groups:
            for old in (heading, *rows):
                old.hide()
                old.deleteLater()
        self._rows = {}
        self._groups = [
            self._group(workshop, name, notes) for name, notes in ballot_by_stage(workshop, vote)
        ]
        self.search("")

    def show_turn(self, turn: Turn | None, ink: str = "") -> None:
        """Show and change the dots of this turn from now on; None shows none."""
        self._turn = turn
        self._ink = ink
        if turn is not None:
            turn.changed.connect(self._refresh)
        self._refresh()
        self._lay_out()  # how much room the text has depends on the cap
        self.verticalScrollBar().setValue(0)

    def search(self, words: str) -> None:
        """Show only the notes that match."""
        self._shown = []
        for heading, rows in self._groups:
            found = [row for row in rows if matches(row.note, words)]
            for row in rows:
                row.setVisible(matches(row.note, words))
            heading.setVisible(bool(found))
            self._shown += found
        self._none.setVisible(not self._shown)
        self._lay_out()

    def focus_first(self) -> None:
        """Go to the first note that is shown."""
        if self._shown:
            self._go_to(self._shown[0])

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_key = event.type() is QEvent.Type.KeyPress
        if is_key and isinstance(event, QKeyEvent) and isinstance(watched, BallotRow):
            return self._is_taken(watched, event) or super().eventFilter(watched, event)
        if event.type() is QEvent.Type.FocusIn and isinstance(watched, BallotRow):
            self.ensureWidgetVisible(watched, 0, 2 * SPACE)
        return super().eventFilter(watched, event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _group(
        self, workshop: Workshop, name: str, notes: Sequence[Note]
    ) -> tuple[QLabel, list[BallotRow]]:
        heading = label(name, "section")
        heading.setParent(self._sheet)
        rows = [self._row(workshop, note) for note in notes]
        return heading, rows

    def _row(self, workshop: Workshop, note: Note) -> BallotRow:
        category = workshop.of(Category).get(note.category or "")
        style = category_style(category.style if category else None)
        row = BallotRow(note, style, self._icons, self._theme)
        row.setParent(self._sheet)
        row.installEventFilter(self)
        row.added.connect(self._on_added)
        row.taken_back.connect(self._on_taken_back)
        self._rows[note.id] = row
        return row

    def _refresh(self) -> None:
        turn = self._turn
        for note, row in self._rows.items():
            if turn is None:
                row.show_dots(0, None, can_add=False)
            else:
                can_add = turn.can_add(note)
                row.show_dots(turn.on(note), turn.vote.cap, can_add=can_add, ink=self._ink)

    def _on_added(self, note: Id) -> None:
        if self._turn is not None:
            self._turn.add(note)

    def _on_taken_back(self, note: Id) -> None:
        if self._turn is not None:
            self._turn.take_back(note)

    def _is_taken(self, row: BallotRow, event: QKeyEvent) -> bool:
        """What a key on a row does; False leaves it to others."""
        plain = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        if event.modifiers() & ~plain:
            return False
        text = event.text()
        if event.key() in ARROWS:
            self._walk(row, *ARROWS[event.key()])
        elif text in {"+", "="} or event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            row.added.emit(row.note.id)
        elif text in {"-", "−"}:
            row.taken_back.emit(row.note.id)
        elif text.strip() and text.isprintable():
            self.typed.emit(text)
        else:
            return False
        return True

    def _walk(self, row: BallotRow, across: int, down: int) -> None:
        """Up and down go through all notes in reading order, left and right to a column beside."""
        if down:
            place = self._shown.index(row) + down
            if 0 <= place < len(self._shown):
                self._go_to(self._shown[place])
            return
        beside = [
            other
            for other in self._shown
            if (other.x() - row.x()) * across > 0 and other.y() == row.y()
        ]
        if beside:
            self._go_to(min(beside, key=lambda other: abs(other.x() - row.x())))

    def _go_to(self, row: BallotRow) -> None:
        take_focus(row)

    def _lay_out(self) -> None:
        width = self.viewport().width()
        columns = max(1, min(MOST_COLUMNS, width // COLUMN))
        top = 0
        for heading, rows in self._groups:
            found = [row for row in rows if not row.isHidden()]
            if found:
                heading.setGeometry(4, top, width - 8, 24)
                top = self._lay_out_group(found, columns, width, top + 28) + SPACE
        self._none.setGeometry(4, 0, width - 8, 32)
        self._sheet.resize(width, max(top, 32))

    def _lay_out_group(self, rows: Sequence[BallotRow], columns: int, width: int, top: int) -> int:
        """Place the rows of one stage column by column; where they end."""
        each = (width - (columns - 1) * SPACE) // columns
        deep = ceil(len(rows) / columns)
        heights = [row.height_for(each) for row in rows]
        for line in range(deep):
            places = range(line, len(rows), deep)
            height = max(heights[place] for place in places)
            for place in places:
                left = (place // deep) * (each + SPACE)
                rows[place].setGeometry(QRect(left, top, each, height))
            top += height
        return top
