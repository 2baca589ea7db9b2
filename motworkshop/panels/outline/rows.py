"""The rows of the outline as Qt asks for them: stages, and under each its notes."""

from collections.abc import Mapping
from html import escape
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from motworkshop.model.change import Change
from motworkshop.model.reading import (
    dots_on_board,
    notes_under,
    read_face_down,
    read_more,
    read_note,
    read_stage,
)
from motworkshop.model.records import (
    RECORDED,
    Category,
    Cluster,
    Id,
    Lane,
    MomentOfTruth,
    Note,
    Record,
    Stage,
)
from motworkshop.model.workshop import Workshop, cluster_led_by, lead_of
from motworkshop.panels.outline.branch import Branch, Key, key_of

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NOWHERE = QModelIndex()
LAYOUT: frozenset[type[Record]] = frozenset({Stage, Lane, Cluster})
"""Kinds whose change moves whole lists: stages and lanes come and go, notes lie under others."""
COUNTING: frozenset[type[Record]] = frozenset({*RECORDED, Cluster, MomentOfTruth})
MOST_STEPS = 500
"""Beyond so many notes at once the rows are made anew, which is then quicker."""


class OutlineRows(QAbstractItemModel):
    """Follows a workshop; only the rows that a change names are touched.

    `internalId` is 0 for a stage, and the place of the stage plus 1 for its notes.
    """

    def __init__(self, workshop: Workshop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workshop = workshop
        self._branches: list[Branch] = []
        self._where: dict[Id, tuple[int, Key]] = {}
        self._dots: Mapping[Id, int] = {}
        self._has_dots = False
        self.is_face_down = False
        self._fill()

    # ---- following

    def start(self, workshop: Workshop) -> None:
        """Show this workshop, whatever was shown before."""
        self.beginResetModel()
        self._workshop = workshop
        self._fill()
        self.endResetModel()

    def follow(self, workshop: Workshop, change: Change) -> None:
        """The workshop has become another one by this change."""
        kinds = _kinds(change)
        moved = [pair for pair in change if isinstance(pair[0] or pair[1], Note)]
        if self._is_laid_anew(change, kinds) or len(moved) > MOST_STEPS:
            self.start(workshop)
            return
        self._workshop = workshop
        if kinds & COUNTING:
            self._count_dots()
        for old, new in moved:
            self._follow_note(old, new)
        if kinds & {Stage, Category} or (self._has_dots and kinds & COUNTING):
            self._tell_all()

    def show_dots(self, *, are_shown: bool) -> None:
        """Whether the dots of the deciding round are told."""
        if are_shown == self._has_dots:
            return
        self._has_dots = are_shown
        self._count_dots()
        self._tell_all()

    def set_face_down(self, *, is_face_down: bool) -> None:
        """Whether nobody may read what is written."""
        self.is_face_down = is_face_down
        self._tell_all()

    # ---- what a row is

    def note_at(self, index: Index) -> Note | None:
        """The note of a row; None for a stage."""
        if not index.isValid() or not index.internalId():
            return None
        branch = self._branches[index.internalId() - 1]
        return self._workshop.notes.get(branch[index.row()])

    def stage_at(self, index: Index) -> Stage | None:
        """The stage of a row that is one; None for the parking lot."""
        return self._workshop.of(Stage).get(self._branches[index.row()].stage or "")

    def count_at(self, index: Index) -> int:
        """How many notes a stage has, those under others too."""
        branch = self._branches[index.row()]
        return len(branch) + self._workshop.remember(notes_under).get(branch.stage, 0)

    def index_of(self, note: Id) -> QModelIndex:
        """The row of a note, or of the one it lies under; not valid if it has none."""
        note = self._workshop.remember(lead_of).get(note, note)
        if note not in self._where:
            return QModelIndex()
        branch, key = self._where[note]
        return self.createIndex(self._branches[branch].row_of(key), 0, branch + 1)

    def dots_on(self, note: Id) -> int:
        """The dots that are told of a note."""
        return self._dots.get(note, 0)

    def under(self, note: Id) -> int:
        """How many notes lie under this one."""
        cluster = self._workshop.remember(cluster_led_by).get(note)
        return len(cluster.members) if cluster is not None else 0

    def category_of(self, note: Note) -> Category | None:
        """The category that is told of a note."""
        return None if self.is_face_down else self._workshop.of(Category).get(note.category or "")

    # ---- what Qt asks

    @override
    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    @override
    def parent(self, index: Index = NOWHERE) -> QModelIndex:  # type: ignore[override]
        above = index.internalId() if index.isValid() else 0
        return self.createIndex(above - 1, 0, 0) if above else QModelIndex()

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        if not parent.isValid():
            return len(self._branches)
        is_stage = not parent.internalId() and parent.column() == 0
        return len(self._branches[parent.row()]) if is_stage else 0

    @override
    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 1

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        """It is hidden, and read aloud all the same."""
        return "Stages and notes" if role == Role.DisplayRole else None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if not index.internalId():
            return Qt.ItemFlag.ItemIsEnabled
        named = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return named | Qt.ItemFlag.ItemNeverHasChildren

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        note = self.note_at(index)
        if note is None:
            is_stage = index.isValid() and not index.internalId()
            return self._stage_words(index, role) if is_stage else None
        if self.is_face_down:
            is_told = role in {Role.DisplayRole, Role.AccessibleTextRole}
            return read_face_down(note) if is_told else None
        if role == Role.DisplayRole:
            return f"{note.number}  {' '.join(note.text.split())}"
        if role == Role.AccessibleTextRole:
            return read_note(self._workshop, note, self.dots_on(note.id))
        if role == Role.AccessibleDescriptionRole:
            return read_more(self._workshop, note)
        return f"<qt>{escape(note.text)}</qt>" if role == Role.ToolTipRole else None

    def _stage_words(self, index: Index, role: int) -> str | None:
        stage, count = self.stage_at(index), self.count_at(index)
        if role in {Role.DisplayRole, Role.AccessibleTextRole}:
            under = self._workshop.remember(notes_under)
            return read_stage(stage, count, under.get(stage.id if stage else None, 0))
        definition = stage.definition if stage is not None else ""
        if role == Role.AccessibleDescriptionRole:
            return definition
        is_told = role == Role.ToolTipRole and definition
        return f"<qt>{escape(definition)}</qt>" if is_told else None

    # ---- making

    def _fill(self) -> None:
        under, lanes = self._workshop.remember(lead_of), self._workshop.remember(_lane_places)
        stages: list[Id | None] = [None, *(stage.id for stage in self._workshop.ordered(Stage))]
        places = {stage: place for place, stage in enumerate(stages)}
        self._where = {
            note.id: (places[note.stage], key_of(note, lanes))
            for note in self._workshop.notes.values()
            if note.id not in under
        }
        keys: list[list[Key]] = [[] for _stage in stages]
        for branch, key in self._where.values():
            keys[branch].append(key)
        self._branches = [Branch(stage, keys[place]) for stage, place in places.items()]
        self._count_dots()

    def _is_laid_anew(self, change: Change, kinds: set[type[Record]]) -> bool:
        if not kinds & LAYOUT:
            return False
        return any(
            old is None or new is None or _order(old) != _order(new)
            for old, new in change
            if type(old or new) in LAYOUT
        )

    def _follow_note(self, old: Record | None, new: Record | None) -> None:
        before = self._where.get(old.id) if old is not None else None
        if isinstance(new, Note) and new.id not in self._workshop.remember(lead_of):
            after = (self._place_of(new.stage), key_of(new, self._workshop.remember(_lane_places)))
        else:
            after = None
        if before == after:
            self._tell(new)
            return
        if old is not None and before is not None:
            self._take_out(old.id, *before)
        if new is not None and after is not None:
            self._put_in(new.id, *after)

    def _take_out(self, note: Id, place: int, key: Key) -> None:
        branch = self._branches[place]
        row = branch.row_of(key)
        self.beginRemoveRows(self.createIndex(place, 0, 0), row, row)
        branch.remove(key)
        del self._where[note]
        self.endRemoveRows()
        self._tell_stage(place)

    def _put_in(self, note: Id, place: int, key: Key) -> None:
        branch = self._branches[place]
        row = branch.row_of(key)
        self.beginInsertRows(self.createIndex(place, 0, 0), row, row)
        branch.add(key)
        self._where[note] = (place, key)
        self.endInsertRows()
        self._tell_stage(place)

    def _place_of(self, stage: Id | None) -> int:
        return next(place for place, one in enumerate(self._branches) if one.stage == stage)

    def _count_dots(self) -> None:
        self._dots = self._workshop.remember(dots_on_board) if self._has_dots else {}

    # ---- telling

    def _tell(self, note: Record | None) -> None:
        index = self.index_of(note.id) if note is not None else QModelIndex()
        if index.isValid():
            self.dataChanged.emit(index, index)

    def _tell_stage(self, place: int) -> None:
        index = self.createIndex(place, 0, 0)
        self.dataChanged.emit(index, index)

    def _tell_all(self) -> None:
        for place, branch in enumerate(self._branches):
            self._tell_stage(place)
            if len(branch):
                last = self.createIndex(len(branch) - 1, 0, place + 1)
                self.dataChanged.emit(self.createIndex(0, 0, place + 1), last)


def _order(record: Record) -> object:
    """What of a stage, lane or cluster moves rows."""
    if isinstance(record, Cluster):
        return (record.lead, record.members)
    return getattr(record, "position", 0)


def _lane_places(workshop: Workshop) -> Mapping[Id, int]:
    return {lane.id: place for place, lane in enumerate(workshop.ordered(Lane), start=1)}


def _kinds(change: Change) -> set[type[Record]]:
    return {type(one) for pair in change for one in pair if one is not None}
