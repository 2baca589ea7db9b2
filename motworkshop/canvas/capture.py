"""Fast capture: where the notes of the entry line go, and bringing them there."""

from PySide6.QtCore import QObject

from motworkshop.canvas.authoring import Authoring
from motworkshop.canvas.card import Cell
from motworkshop.canvas.opening import stage_in_sight
from motworkshop.canvas.plan import PARKING_NAME, SHALLOW
from motworkshop.canvas.quick_entry import QuickEntry
from motworkshop.canvas.view import View
from motworkshop.document.selection import Selection
from motworkshop.model.layout import NOTE_WIDTH, STEP, FreePlaces
from motworkshop.model.quick_line import read_line
from motworkshop.model.records import Lane, Stage

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
        self.entry.entered.connect(self._on_entered)
        self.entry.edited.connect(self.follow)
        self.entry.left.connect(view.setFocus)
        view.moved.connect(self.follow)
        self.follow()

    def settle(self) -> None:
        """Lie at the foot of the board."""
        view = self._view
        self.entry.settle(view.width(), view.height(), view.camera.free.left())

    def follow_selection(self) -> None:
        """The next notes go to where the selected one lies."""
        cards = self._view.scene.cards(self._selection.notes[-1:])
        if cards:
            self._chosen = cards[0].cell
        self.follow()

    def follow(self) -> None:
        """Say where the note that is being typed will go."""
        workshop, (stage, lane) = self._authoring.workshop, self._chosen or NOWHERE
        if (stage and stage not in workshop.of(Stage)) or (lane and lane not in workshop.of(Lane)):
            self._chosen = None
        self.entry.say_where(self._name(self._destination(self.entry.line.text())))

    def _on_entered(self, line: str) -> None:
        workshop = self._authoring.workshop
        cell, text = self._destination(line), read_line(workshop, line).text
        if not text:
            self._chosen = cell
            self.entry.line.clear()
            return
        steps = self._view.scene.painter.texts.steps(text)
        place = FreePlaces(workshop).next(*cell, steps)
        if self._authoring.add(text, place) is None:
            return
        self._chosen = cell
        self.entry.line.clear()
        left, top = self._view.scene.deck.plan.corner(cell)
        x, y = left + place.x, top + place.y
        self._view.bring_into_sight((x, y, x + NOTE_WIDTH, y + steps * STEP))

    def _destination(self, line: str) -> Cell:
        stage = read_line(self._authoring.workshop, line).stage
        return (stage, self._usual()[1]) if stage else self._usual()

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
