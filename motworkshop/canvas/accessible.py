"""Lets a screen reader read the board: what Qt asks for, and what is told as things change.

Nothing is made or told before a screen reader has asked for the board.
"""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface

from motworkshop.canvas.accessible_board import BoardTop
from motworkshop.canvas.accessible_keeper import Keeper
from motworkshop.canvas.accessible_lane import LanePart, NewLanePart
from motworkshop.canvas.accessible_note import NotePart
from motworkshop.canvas.accessible_part import Part
from motworkshop.canvas.accessible_stage import NewStagePart, StagePart
from motworkshop.canvas.board_commands import BoardCommands
from motworkshop.canvas.gutter import NEW_LANE, NO_LANE
from motworkshop.canvas.headers import NEW_STAGE, PARKING
from motworkshop.document.document import Document
from motworkshop.document.selection import Selection
from motworkshop.model.change import Change
from motworkshop.model.records import Id, Lane, Note, Stage
from motworkshop.model.workshop import Workshop

Event = QAccessible.Event
MOST_TOLD = 200
"""So many events for one change at most: a reader asks again for what it has not been told."""


class ReadOut(QObject):
    """The interfaces of one board, made as they are asked for."""

    def __init__(self, board: BoardCommands, document: Document, selection: Selection) -> None:
        super().__init__(board)
        self.board = board
        self._document = document
        self._selection = selection
        self._keeper: Keeper | None = None
        self._parts: dict[tuple[type[Part], Id], Part] = {}
        self._told: Part | None = None
        self._selected: frozenset[Id] = frozenset()
        document.changed.connect(self._on_changed)
        selection.changed.connect(self._on_selected)
        board.keys_moved.connect(self._tell_keys)

    @property
    def workshop(self) -> Workshop:
        """The workshop on the board."""
        return self._document.workshop

    def begin(self, keeper: Keeper) -> BoardTop:
        """A screen reader has asked for the board."""
        if self._keeper is None:
            self._keeper = keeper
            self.board.destroyed.connect(partial(keeper.let_go_of_board, self._parts))
        # Always another one: PySide changes an object's type as it gets signals, Qt then asks
        # again, and deletes each of its answers.
        top = BoardTop(self)
        keeper.keep(top)
        return top

    def top(self) -> QAccessibleInterface:
        """The board itself."""
        return QAccessible.queryAccessibleInterface(self.board)

    def stage(self, name: Id) -> Part:
        """The list of a stage; "" is the parking lot."""
        return self._kept(StagePart, name) or self._keep(StagePart(self, name), name)

    def note(self, note: Id) -> Part:
        """A note."""
        return self._kept(NotePart, note) or self._keep(NotePart(self, note), note)

    def new_stage(self) -> Part:
        """The place for a new stage."""
        return self._kept(NewStagePart, "") or self._keep(NewStagePart(self), "")

    def lane(self, lane: Id) -> Part:
        """The header of a lane; "" is what is in none."""
        return self._kept(LanePart, lane) or self._keep(LanePart(self, lane), lane)

    def new_lane(self) -> Part:
        """The place for a new lane."""
        return self._kept(NewLanePart, "") or self._keep(NewLanePart(self), "")

    def lists(self) -> list[Part]:
        """All that lies on the board itself: stages and lanes, and the places for others."""
        plan = self.board.scene.deck.plan
        stages = [*(self.stage(one.stage or "") for one in plan.columns), self.new_stage()]
        if not plan.has_lanes:
            return stages
        return [*stages, *(self.lane(row.lane or "") for row in plan.rows), self.new_lane()]

    def with_keys(self) -> Part | None:
        """The part on which the keys are."""
        here = self.board.marked.focused
        if here == NEW_STAGE:
            return self.new_stage()
        if here:
            return self.stage("" if here == PARKING else here)
        lane = self.board.lane_marked.focused
        if lane:
            return (
                self.new_lane() if lane == NEW_LANE else self.lane("" if lane == NO_LANE else lane)
            )
        note = self.board.parts.keyboard.current()
        return self.note(note) if note is not None else None

    def _kept(self, kind: type[Part], name: Id) -> Part | None:
        return self._parts.get((kind, name))

    def _keep(self, part: Part, name: Id) -> Part:
        self._parts[type(part), name] = part
        if self._keeper is not None:
            self._keeper.keep(part)
        return part

    # ---- telling

    def tell_names(self) -> None:
        """All notes are called otherwise now: a curtain, or dots."""
        known = [part for part in self._parts.values() if isinstance(part, NotePart)]
        for part in known[:MOST_TOLD] if self._is_read() else ():
            self._tell(part, Event.NameChanged)

    def _on_changed(self, change: Change) -> None:
        if not self._is_read():
            return
        gone = [key for key in self._parts if not self._is_there(*key)]
        self._drop([self._parts.pop(key) for key in gone])
        for old, new in list(change)[:MOST_TOLD]:
            if isinstance(new, Note) and new.id in self.board.scene.deck.cards:
                self._tell(self.note(new.id), Event.NameChanged if old else Event.ObjectCreated)
            elif isinstance(new, Stage | Lane):
                part = self.stage(new.id) if isinstance(new, Stage) else self.lane(new.id)
                self._tell(part, Event.NameChanged if old else Event.ObjectCreated)
        self._tell_keys()

    def _on_selected(self) -> None:
        if not self._is_read():
            return
        before, self._selected = self._selected, frozenset(self._selection.notes)
        self._tell_notes(before - self._selected, Event.SelectionRemove)
        self._tell_notes(self._selected - before, Event.SelectionAdd)
        self._tell_keys()

    def say_keys_are_here(self) -> None:
        """The keys have come to the board. Qt says "board" after this, so which part of it is said
        later still."""
        self._told = None
        QTimer.singleShot(0, self, self._tell_keys)

    def _tell_keys(self) -> None:
        """Say on which part the keys are, once."""
        if not self._is_read() or not self.board.hasFocus():
            return
        part = self.with_keys()
        if part is not None and part is not self._told:
            self._tell(part, Event.Focus)
        self._told = part

    def _tell_notes(self, notes: Iterable[Id], what: QAccessible.Event) -> None:
        there = [note for note in notes if note in self.board.scene.deck.cards]
        for note in there[:MOST_TOLD]:
            self._tell(self.note(note), what)

    def _tell(self, part: Part, what: QAccessible.Event) -> None:
        QAccessible.updateAccessibility(QAccessibleEvent(part, what))

    def _is_read(self) -> bool:
        """Whether anybody has asked for this board yet."""
        return self._keeper is not None

    # ---- taking away

    def _is_there(self, kind: type[Part], name: Id) -> bool:
        if kind is NotePart:
            return name in self.board.scene.deck.cards
        if kind is LanePart and not name:
            return any(row.lane is None for row in self.board.scene.deck.plan.rows)
        return not name or name in self.workshop.of(Stage) or name in self.workshop.of(Lane)

    def _drop(self, gone: list[Part]) -> None:
        for part in gone:
            if part is self._told:
                self._told = None
            self._tell(part, Event.ObjectDestroyed)
        if self._keeper is not None:
            self._keeper.let_go(gone)


def read_out_boards() -> None:
    """Answer Qt from now on when a screen reader asks for a board."""
    QAccessible.installFactory(partial(_interface_of, Keeper()))


def _interface_of(keeper: Keeper, _kind: str, thing: QObject) -> QAccessibleInterface | None:
    read_out = thing.findChild(ReadOut) if isinstance(thing, BoardCommands) else None
    return read_out.begin(keeper) if read_out is not None else None
