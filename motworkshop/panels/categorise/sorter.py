"""One-by-one sorting at speed: a note, large, and the categories with their keys."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from motworkshop.document.editing import Editing
from motworkshop.look import NO_CATEGORY, Theme, category_style
from motworkshop.model.change import Change
from motworkshop.model.edits.notes import categorise_notes
from motworkshop.model.records import Category, Id, Note, Stage
from motworkshop.model.sorting import Sorting
from motworkshop.model.voting import counted
from motworkshop.model.workshop import cluster_led_by
from motworkshop.panels.categorise.paper import NotePaper
from motworkshop.panels.categorise.target import CategoryTarget
from motworkshop.panels.controls.rows import clear
from motworkshop.panels.icons import Icons
from motworkshop.panels.pages.page import Page, large_button


def progress_in_words(way: Sorting) -> str:
    """“12 of 61 sorted, 3 for later.”"""
    later = len(way.undecided)
    told = f"{way.decided} of {counted(way.total, 'note')} sorted"
    if way.is_again and later:
        return f"{told}. Now the {counted(later, 'note')} that you left for later."
    return f"{told}, {later} for later." if later else f"{told}."


class Sorter(Page):
    """The note at hand and where it may go.

    Keys: 1–8 a category, 0 none, Space later, Backspace the note before, Esc away. Signals:
    `moved` after another note is at hand; `left` when the person goes back to the board.
    """

    moved = Signal()
    left = Signal()

    def __init__(self, editing: Editing, icons: Icons, theme: Theme) -> None:
        super().__init__(theme)
        self._editing = editing
        self._icons = icons
        self.way = Sorting()
        self._targets: dict[Id | None, CategoryTarget] = {}
        self._told = self.words(20)
        self._done = self.words(40, is_bold=True)
        self._done.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._paper = NotePaper(icons)
        self._room = QWidget()
        self._grid = QGridLayout(self._room)
        self._back = large_button("Back", icons.icon("undo-2"))
        self._later = large_button("Later", icons.icon("arrow-right"))
        self._away = large_button("To the board")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        self._offer()
        editing.document.changed.connect(self._on_changed)

    def begin(self, notes: list[Id]) -> None:
        """Go through these notes."""
        self.way = Sorting.begin(notes)
        self._show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for target in self._targets.values():
            target.set_scale(self.scale)

    @override
    def event(self, event: QEvent) -> bool:
        is_asked = event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_asked and isinstance(event, QKeyEvent) and self._is_own(event):
            event.accept()  # the keys of the board must wait
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        category = self._category_for(event)
        if category is not None:
            self._sort_into(category[0])
        elif event.key() == Qt.Key.Key_Backspace:
            self._go_back()
        elif event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Right}:
            self._put_off()
        elif event.key() == Qt.Key.Key_Left:
            self._go_back()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif not event.text().isdigit():
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        for button in (self._back, self._later, self._away):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._back.setToolTip("The note before (Backspace)")
        self._later.setToolTip("Comes again at the end (Space)")
        self._away.setToolTip("To the board (Esc)")
        self._back.clicked.connect(self._go_back)
        self._later.clicked.connect(self._put_off)
        self._away.clicked.connect(self.left)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addWidget(self._back)
        foot.addWidget(self._later)
        foot.addStretch(1)
        foot.addWidget(self._away)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 32, 48, 32)
        column.setSpacing(24)
        column.addWidget(self._told)
        column.addWidget(self._paper, 1)
        column.addWidget(self._done, 1)
        column.addWidget(self._room)
        column.addLayout(foot)

    def _offer(self) -> None:
        """Build the targets for the categories there are."""
        clear(self._grid)
        self._targets = {}
        categories = sorted(
            self._editing.workshop.of(Category).values(), key=lambda category: category.style
        )
        columns = 2 if len(categories) <= 4 else 4
        for category in categories:
            style = category_style(category.style)
            target = CategoryTarget(category.name, category.definition, style, self._icons)
            self._add_target(category.id, target, columns)
        none = CategoryTarget("None of these", "", NO_CATEGORY, self._icons)
        self._add_target(None, none, columns)

    def _add_target(self, category: Id | None, target: CategoryTarget, columns: int) -> None:
        place = len(self._targets)
        target.set_scale(self.scale)
        target.clicked.connect(lambda: self._sort_into(category))
        self._targets[category] = target
        span = columns if category is None and place % columns == 0 else 1
        self._grid.addWidget(target, place // columns, place % columns, 1, span)

    def _note(self) -> Note | None:
        return self._editing.workshop.notes.get(self.way.current or "")

    def _show(self) -> None:
        note = self._note()
        self._told.setText(progress_in_words(self.way))
        self._paper.setVisible(note is not None)
        self._room.setVisible(note is not None)
        self._later.setVisible(note is not None)
        self._done.setVisible(note is None)
        self._back.setEnabled(bool(self.way.seen))
        if note is None:
            self._done.setText("All notes are sorted." if self.way.total else "No notes to sort.")
        else:
            self._show_note(note)
        self.moved.emit()

    def _show_note(self, note: Note) -> None:
        workshop = self._editing.workshop
        category = workshop.of(Category).get(note.category or "")
        style = category_style(category.style) if category else NO_CATEGORY
        self._paper.show_note(note.number, note.text, self._about(note), style)
        for key, target in self._targets.items():
            target.setChecked(key is not None and key == note.category)

    def _about(self, note: Note) -> str:
        workshop = self._editing.workshop
        stage = workshop.of(Stage).get(note.stage or "")
        parts = [stage.name if stage else "Parking lot"]
        author = workshop.name_of(note.author)
        if author:
            parts.append(author)
        cluster = workshop.remember(cluster_led_by).get(note.id)
        if cluster is not None:
            parts.append(f"with {counted(len(cluster.members), 'note')} that say the same")
        return " · ".join(parts)

    def _sort_into(self, category: Id | None) -> None:
        note = self._note()
        if note is None:
            return
        self._editing.do(categorise_notes, [note.id], category)
        self.way = self.way.after_decision()
        self._show()

    def _put_off(self) -> None:
        self.way = self.way.after_doubt()
        self._show()

    def _go_back(self) -> None:
        self.way = self.way.back()
        self._show()

    def _is_own(self, event: QKeyEvent) -> bool:
        keys = {Qt.Key.Key_Backspace, Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Right}
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return is_plain and (event.key() in keys or event.text().isdigit())

    def _category_for(self, event: QKeyEvent) -> tuple[Id | None] | None:
        """The category of a digit, in a tuple since no category is one too."""
        text = event.text()
        if len(text) != 1 or not text.isascii() or not text.isdigit():
            return None
        if text == "0":
            return (None,)
        found = [c for c in self._editing.workshop.of(Category).values() if c.style == int(text)]
        return (found[0].id,) if found else None

    def _on_changed(self, change: Change) -> None:
        kinds = change.kinds
        if Category in kinds:
            self._offer()
        if self.way.total and kinds & {Category, Note, Stage}:
            self.way = self.way.among(self._editing.workshop.notes.keys())
            self._show()
