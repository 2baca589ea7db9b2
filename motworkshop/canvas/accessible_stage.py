"""Stages as a screen reader meets them: lists of their notes, and the place for another one."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from typing_extensions import override

from motworkshop.canvas.accessible_note import NotePart
from motworkshop.canvas.accessible_part import Family, Part, Perhaps
from motworkshop.canvas.headers import HEIGHT, NEW_STAGE, header_id, header_rect, new_stage_rect
from motworkshop.canvas.plan import Column
from motworkshop.model.reading import by_stage, places_in_stages, read_stage
from motworkshop.model.records import Id, Note, Stage


class StagePart(Part):
    """A stage, or the parking lot (""): a list of its notes. Collapsed, it has none to read."""

    def __init__(self, family: Family, stage: Id) -> None:
        does = QAccessibleActionInterface
        acts: dict[str, Callable[[], object]] = {does.setFocusAction(): self._focus}
        if stage:
            acts[does.toggleAction()] = lambda: family.board.turn_stage(stage)
        super().__init__(family, acts)
        self.id = stage

    @override
    def role(self) -> QAccessible.Role:
        return QAccessible.Role.List

    @override
    def childCount(self) -> int:
        return len(self._notes())

    @override
    def child(self, index: int) -> Perhaps:
        notes = self._notes()
        return self._family.note(notes[index].id) if 0 <= index < len(notes) else None

    @override
    def childAt(self, x: int, y: int) -> Perhaps:
        point = self._board.mapFromGlobal(QPoint(x, y)).toPointF()
        card = self._board.parts.pointer.card_at(point)
        is_mine = card is not None and (card.cell[0] or "") == self.id
        return self._family.note(card.id) if card is not None and is_mine else None

    @override
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        note = child.id if isinstance(child, NotePart) else ""
        if not self._board.scene.deck.folded:
            return self._family.workshop.remember(places_in_stages).get(note, -1)
        ids = [one.id for one in self._notes()]
        return ids.index(note) if note in ids else -1

    @override
    def _name(self) -> str:
        column = self._column()
        if column is None:
            return read_stage(self._stage(), 0)
        return read_stage(self._stage(), column.count, column.merged)

    @override
    def _more(self) -> str:
        stage = self._stage()
        return stage.definition if stage is not None else ""

    @override
    def _area(self) -> QRect:
        column = self._column()
        if column is None:
            return QRect()
        head = header_rect(self._board.camera, column).toAlignedRect()
        return QRect(head.left(), 0, head.width(), self._board.height())

    @override
    def _has_keys(self) -> bool:
        column = self._board.parts.header_keys.column
        return column is not None and (column.stage or "") == self.id

    @override
    def _add_to(self, state: QAccessible.State) -> None:
        stage = self._stage()
        if stage is not None:
            state.expandable = 1
            state.collapsed = int(stage.is_collapsed)
            state.expanded = int(not stage.is_collapsed)

    def _stage(self) -> Stage | None:
        return self._family.workshop.of(Stage).get(self.id)

    def _column(self) -> Column | None:
        return self._board.scene.deck.plan.column_of(self.id or None)

    def _notes(self) -> list[Note]:
        """Those that are seen: not what lies in collapsed stages and lanes."""
        lists, deck = self._family.workshop.remember(by_stage), self._board.scene.deck
        notes = lists.get(self.id or None, []) if self.is_here else []
        return [note for note in notes if note.id in deck.cards] if deck.folded else notes

    def _focus(self) -> None:
        column = self._column()
        if column is not None:
            self._take_keys()
            self._board.parts.header_keys.enter(header_id(column))


class NewStagePart(Part):
    """The place after the last stage, where another one is named."""

    def __init__(self, family: Family) -> None:
        does = QAccessibleActionInterface
        super().__init__(
            family,
            {does.pressAction(): family.board.new_stage, does.setFocusAction(): self._focus},
        )

    @override
    def role(self) -> QAccessible.Role:
        return QAccessible.Role.Button

    @override
    def _name(self) -> str:
        return "New stage"

    @override
    def _area(self) -> QRect:
        board = self._board
        place = new_stage_rect(board.camera, board.scene.deck.plan).toAlignedRect()
        return place.intersected(QRect(0, 0, max(board.width(), place.right()), HEIGHT))

    @override
    def _has_keys(self) -> bool:
        return self._board.marked.focused == NEW_STAGE

    def _focus(self) -> None:
        self._take_keys()
        self._board.parts.header_keys.enter(NEW_STAGE)
