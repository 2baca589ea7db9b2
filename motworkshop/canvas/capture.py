"""Fast capture: where the notes of the entry line go, and bringing them there."""

from PySide6.QtCore import QObject

from motworkshop.canvas.authoring import Authoring
from motworkshop.canvas.card import Cell
from motworkshop.canvas.plan import PARKING_NAME
from motworkshop.canvas.quick_entry import QuickEntry
from motworkshop.canvas.view import View
from motworkshop.document.selection import Selection
from motworkshop.model.layout import NOTE_WIDTH, STEP, FreePlaces
from motworkshop.model.quick_line import read_line
from motworkshop.model.records import Lane, Stage


class Capture(QObject):
    """The entry line and its destination: the cell of the selection, else the last one used."""

    def __init__(self, view: View, selection: Selection, authoring: Authoring) -> None:
        super().__init__(view)
        self._view = view
        self._selection = selection
        self._authoring = authoring
        self._cell: Cell = (None, None)
        self.entry = QuickEntry(view.scene.theme, view)
        self.entry.entered.connect(self._on_entered)
        self.entry.edited.connect(self.follow)
        self.entry.left.connect(view.setFocus)
        self.follow()

    def settle(self) -> None:
        """Lie at the foot of the board."""
        view = self._view
        self.entry.settle(view.width(), view.height(), view.camera.free.left())

    def follow_selection(self) -> None:
        """The next notes go to where the selected one lies."""
        cards = self._view.scene.cards(self._selection.notes[-1:])
        if cards:
            self._cell = cards[0].cell
        self.follow()

    def follow(self) -> None:
        """Say where the note that is being typed will go."""
        workshop = self._authoring.workshop
        stage, lane = self._cell
        if (stage and stage not in workshop.of(Stage)) or (lane and lane not in workshop.of(Lane)):
            self._cell = (None, None)
        self.entry.say_where(self._name(self._destination(self.entry.line.text())))

    def _on_entered(self, line: str) -> None:
        workshop = self._authoring.workshop
        cell, text = self._destination(line), read_line(workshop, line).text
        if not text:
            self._cell = cell
            self.entry.line.clear()
            return
        steps = self._view.scene.painter.texts.steps(text)
        place = FreePlaces(workshop).next(*cell, steps)
        if self._authoring.add(text, place) is None:
            return
        self._cell = cell
        self.entry.line.clear()
        left, top = self._view.scene.deck.plan.corner(cell)
        x, y = left + place.x, top + place.y
        self._view.bring_into_sight((x, y, x + NOTE_WIDTH, y + steps * STEP))

    def _destination(self, line: str) -> Cell:
        stage = read_line(self._authoring.workshop, line).stage
        return (stage, self._cell[1]) if stage else self._cell

    def _name(self, cell: Cell) -> str:
        stage = self._authoring.workshop.of(Stage).get(cell[0] or "")
        return stage.name if stage else PARKING_NAME
