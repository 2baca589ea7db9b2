"""The stages the group has agreed on: to name, define, put in order and remove."""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from motworkshop.document.editing import Editing
from motworkshop.model.change import Change, Edit
from motworkshop.model.edits.stages import add_stage, delete_stage, edit_stage, move_stage
from motworkshop.model.records import Id, Stage, StageProposal, new_id
from motworkshop.model.workshop import Workshop
from motworkshop.panels.align.grip import Grip
from motworkshop.panels.align.new_stage import NewStage
from motworkshop.panels.controls.kept_rows import KeptRows
from motworkshop.panels.controls.labels import label, set_state
from motworkshop.panels.controls.named_row import NamedRow
from motworkshop.panels.icons import Icons

WRITE = "No stages yet. Write down yours first, alone."
CHOOSE = "No stages yet. Compare what you have written, and choose from it."
REACH = 48
"""How far beside the list a name may be dropped and still land in it."""


def put_stage(workshop: Workshop, name: str, definition: str, index: int) -> Edit:
    """A new stage at this place among the others, as one step."""
    made = new_id()
    added = add_stage(workshop, name, definition, stage_id=made)
    moved = move_stage(workshop.applied(added.change), made, index)
    return Edit(added.label, added.change.then(moved.change))


class AgreedStages(QWidget):
    """The columns of the board, from top to bottom, and a line for one more."""

    def __init__(self, editing: Editing, icons: Icons) -> None:
        super().__init__()
        self._editing = editing
        self._icons = icons
        rows = QVBoxLayout()
        rows.setSpacing(8)
        self._rows: KeptRows[StageRow] = KeptRows(rows, self._row)
        self._empty = label("", "quiet", wraps=True)
        self._mark = QFrame(self)
        self._mark.setObjectName("dropmark")
        self._mark.setFixedHeight(4)
        self._mark.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._empty)
        column.addLayout(rows)
        column.addWidget(NewStage(editing))
        editing.document.changed.connect(self._on_changed)
        self._refresh()

    def put(self, name: str, definition: str, index: int | None = None) -> None:
        """Make a name a stage of the board, at this place or after the last one."""
        index = len(self._rows) if index is None else index
        self._editing.do(put_stage, name, definition, index)

    def place_at(self, point: QPoint) -> int | None:
        """The place among the stages that a point on the screen means; None is none of them."""
        here = self.mapFromGlobal(point)
        if not self.rect().adjusted(-REACH, -REACH, REACH, REACH).contains(here):
            return None
        middles = [row.geometry().center().y() for row in self._rows.values()]
        return sum(1 for middle in middles if middle < here.y())

    def show_mark(self, place: int | None) -> None:
        """Show where something would land, or no longer."""
        self._mark.setVisible(place is not None)
        if place is None:
            return
        rows = list(self._rows.values())
        if not rows:
            y = 0
        elif place < len(rows):
            y = rows[place].y() - 6
        else:
            y = rows[-1].geometry().bottom() + 3
        colour = self.palette().highlight().color().name()
        self._mark.setStyleSheet(f"QFrame {{ background: {colour}; border-radius: 2px; }}")
        self._mark.setGeometry(0, max(0, y), self.width(), 4)
        self._mark.raise_()

    def _on_changed(self, change: Change) -> None:
        if change.has(Stage, StageProposal):
            self._refresh()

    def _refresh(self) -> None:
        stages = self._editing.workshop.ordered(Stage)
        if self._rows.show(stage.id for stage in stages):
            self._set_tab_order()
        for number, stage in enumerate(stages, start=1):
            self._rows[stage.id].show_stage(stage, number)
        self._empty.setText(CHOOSE if self._editing.workshop.of(StageProposal) else WRITE)
        self._empty.setVisible(not stages)

    def _set_tab_order(self) -> None:
        fields = [field for row in self._rows.values() for field in row.fields()]
        for one, other in pairwise(fields):
            QWidget.setTabOrder(one, other)

    def _row(self, stage: Id) -> "StageRow":
        row = StageRow(self._icons)
        row.edited.connect(partial(self._on_edited, stage))
        row.removed.connect(partial(self._editing.do, delete_stage, stage))
        row.stepped.connect(partial(self._on_stepped, stage))
        row.grip.dragged.connect(self._on_dragged)
        row.grip.dropped.connect(partial(self._on_dropped, stage))
        return row

    def _on_edited(self, stage: Id, field: str, text: str) -> None:
        if field != "name" or text.strip():
            fold = f"stage {field} {stage}"
            self._editing.do(edit_stage, stage, fold=fold, **{field: text})

    def _on_stepped(self, stage: Id, step: int) -> None:
        index = list(self._rows).index(stage) + step
        if 0 <= index < len(self._rows):
            self._editing.do(move_stage, stage, index)

    def _on_dragged(self, point: QPoint) -> None:
        self.show_mark(self.place_at(point))

    def _on_dropped(self, stage: Id, point: QPoint) -> None:
        self.show_mark(None)
        place = self.place_at(point)
        if place is not None:
            own = list(self._rows).index(stage)
            self._editing.do(move_stage, stage, place - 1 if place > own else place)


class StageRow(NamedRow):
    """One stage. Signal: `stepped(rows)` by Alt+Up, Alt+Down and the grip."""

    stepped = Signal(int)

    def __init__(self, icons: Icons) -> None:
        super().__init__(icons, "Name of the stage", "Where it begins and ends")
        self.grip = Grip("")
        self._number = label("", "figure")
        self._number.setFixedWidth(20)
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.grip.stepped.connect(self.stepped)
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.stepped.emit, step))
        self.lay_out((self.grip, self._number), (), spacing=4, indents=(48, 36))

    def fields(self) -> list[QWidget]:
        """What can have the focus, in order."""
        return [self.grip, self.name, self.remove, self.definition]

    def show_stage(self, stage: Stage, number: int) -> None:
        """Show a stage as it is now."""
        self.show_named(stage.name, stage.definition, "its notes go to the parking lot")
        self._number.setText(str(number))
        self.name.setAccessibleName(f"Name of stage {number}")
        self.definition.setAccessibleName(f"Definition of {stage.name}")
        self.grip.setAccessibleName(f"Move {stage.name}")
        set_state(self, "stage", number)
