"""Fast capture: where the notes of the entry line go, and bringing them there."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from motworkshop.canvas.authoring import Authoring
from motworkshop.canvas.card import Cell
from motworkshop.canvas.opening import stage_in_sight
from motworkshop.canvas.plan import PARKING_NAME, SHALLOW
from motworkshop.canvas.quick_entry import SHADOW, QuickEntry
from motworkshop.canvas.view import View
from motworkshop.document.selection import Selection
from motworkshop.look import Theme
from motworkshop.model.layout import NOTE_WIDTH, STEP, FreePlaces
from motworkshop.model.quick_line import read_line
from motworkshop.model.records import Category, Lane, Stage

if TYPE_CHECKING:
    from motworkshop.canvas.suggestions import Suggestions
    from motworkshop.model.completing import Completion

NOWHERE: Cell = (None, None)
"""The parking lot."""


class Capture(QObject):
    """The entry line and its destination: the cell last used or selected in, else the first stage
    in sight; the parking lot only where somebody chose it or there are no stages."""

    def __init__(self, view: View, selection: Selection, authoring: Authoring) -> None:
        super().__init__(view)
        self._view = view
        self._selection = selection
        self._authoring = authoring
        self._chosen: Cell | None = None
        self.entry = QuickEntry(view.scene.theme, view)
        self._names: Suggestions | None = None
        self.entry.entered.connect(self._on_entered)
        self.entry.edited.connect(self._on_edited)
        self.entry.line.focused.connect(self._on_edited)
        self.entry.left.connect(view.setFocus)
        view.moved.connect(self.follow)
        self.follow()

    def settle(self) -> None:
        """Lie at the foot of the board."""
        view = self._view
        self.entry.settle(view.width(), view.height(), view.camera.free.left())

    def follow_selection(self) -> None:
        """The next notes go to where the selected one lies; several say nothing about that."""
        cards = self._view.scene.cards(self._selection.notes[:2])
        if len(cards) == 1:
            self._chosen = cards[0].cell
        self.follow()

    def follow(self) -> None:
        """Say where the note that is being typed will go."""
        workshop, (stage, lane) = self._authoring.workshop, self._chosen or NOWHERE
        if (stage and stage not in workshop.of(Stage)) or (lane and lane not in workshop.of(Lane)):
            self._chosen = None
        self.entry.say(self._understood())

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        self.entry.set_theme(theme)
        if self._names is not None:
            self._names.set_theme(theme)

    def hide_names(self) -> None:
        """Offer no names any more."""
        self._offer([])

    def aim(self, line: str = "") -> Cell:
        """Where a note goes that is written without saying where, or with this line."""
        stage = read_line(self._authoring.workshop, line).stage
        return (stage, self._usual()[1]) if stage else self._usual()

    def _on_edited(self) -> None:
        """Tell what is understood so far, and offer names that finish the word."""
        from motworkshop.model.completing import completions  # most boards open without a word

        line = self.entry.line
        found: Sequence[Completion] = []
        if line.hasFocus() and not line.selectedText():
            workshop = self._authoring.workshop
            found = completions(workshop, line.text(), line.cursorPosition())
        self._offer(found)
        self.follow()

    def _offer(self, names: "Sequence[Completion]") -> None:
        """Show these names above the line, in a list that is made for the first of them."""
        if self._names is None and names:
            from motworkshop.canvas.suggestions import Suggestions

            self._names = Suggestions(self._view.scene.theme, self.entry.line, self._view)
            self._names.chosen.connect(self._on_name_chosen)
            self.entry.line.names = self._names
        if self._names is not None:
            corner = self.entry.geometry().topLeft()
            self._names.offer(names, corner + QPoint(SHADOW, SHADOW - 4))

    def _on_name_chosen(self, name: "Completion") -> None:
        line = self.entry.line
        line.setText(name.line)
        line.setCursorPosition(name.cursor)
        line.setFocus()

    def _understood(self) -> str:
        workshop, line = self._authoring.workshop, self.entry.line.text()
        read = read_line(workshop, line)
        category = workshop.of(Category).get(read.category or "")
        parts = [f"in {self._name(self.aim(line))}"]
        parts += [category.name] if category else []
        parts += [workshop.name_of(read.author)] if read.author else []
        is_offering = self._names is not None and self._names.isVisible()
        if not is_offering:  # else the word may still become a name
            parts += [f"“{word}” stays text" for word in read.unknown]
        return " · ".join(parts)

    def _on_entered(self, line: str) -> None:
        workshop = self._authoring.workshop
        cell, read = self.aim(line), read_line(workshop, line)
        if not read.text:
            if read.stage is not None:
                self._chosen = cell
                self.entry.line.clear()
            return
        steps = self._view.scene.painter.texts.steps(read.text)
        place = FreePlaces(workshop).next(*cell, steps)
        made = self._authoring.add(read.text, place, category=read.category, author=read.author)
        if made is None:
            return
        self._chosen = cell
        self.entry.line.clear()
        left, top = self._view.scene.deck.plan.corner(cell)
        x, y = left + place.x, top + place.y
        self._view.bring_into_sight((x, y, x + NOTE_WIDTH, y + steps * STEP))

    def _usual(self) -> Cell:
        if self._chosen is not None:
            return self._chosen
        camera, plan = self._view.camera, self._view.scene.deck.plan
        column = stage_in_sight(camera, plan)
        if column is None:
            return NOWHERE
        top = camera.seen(camera.free)[1] + SHALLOW / 2
        return plan.cell_at((column.left + column.right) / 2, top)

    def _name(self, cell: Cell) -> str:
        stage = self._authoring.workshop.of(Stage).get(cell[0] or "")
        return stage.name if stage else PARKING_NAME
