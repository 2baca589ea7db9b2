"""The phase Align on stages: turns behind a curtain, the comparison, and the agreed list."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from motworkshop.document.editing import Editing
from motworkshop.document.selection import Selection
from motworkshop.look import Theme
from motworkshop.model.agreement import proposals_by_person, stage_alignment
from motworkshop.model.change import Change
from motworkshop.model.edits.people import declare_same
from motworkshop.model.records import Participant, SameStage, Stage, StageProposal
from motworkshop.panels.align.agreed import AgreedStages
from motworkshop.panels.align.comparison import Comparison
from motworkshop.panels.align.declarations import Declarations
from motworkshop.panels.align.ghost import Ghost
from motworkshop.panels.align.people import ENOUGH, People
from motworkshop.panels.align.turn import Turn
from motworkshop.panels.align.words import share_in_words
from motworkshop.panels.controls.buttons import push_button
from motworkshop.panels.controls.labels import label, set_state
from motworkshop.panels.controls.rows import Section, clear, figure_row
from motworkshop.panels.icons import Icons


class AlignScene(QObject):
    """What stands in the panel and in the middle while the group agrees on stages.

    Signals: `centre_wanted(bool)` when the middle is to be shown or no longer; `curtain_wanted`
    likewise while somebody writes alone, so that nothing else is shown on the wall;
    `proposals_shown(bool)` when all proposals stand side by side, or no longer.
    """

    centre_wanted = Signal(bool)
    curtain_wanted = Signal(bool)
    proposals_shown = Signal(bool)

    def __init__(
        self,
        editing: Editing,
        selection: Selection,
        icons: Icons,
        theme: Theme,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._editing = editing
        self._selection = selection
        self._ghost = Ghost()
        self._people = People(editing, icons)
        self._agreed = AgreedStages(editing, icons)
        self._turn = Turn(editing, icons, theme, self)
        self._comparison = Comparison(theme, icons)
        self.centre = QStackedWidget()
        for page in (self._turn.curtain, self._turn.sheet, self._comparison):
            self.centre.addWidget(page)
        self._is_shown = False
        self._is_curtained = False
        self._was_comparing = False
        self._alone = Section("Write alone", self._people)
        self._busy = _Busy()
        self._compare = _Compare(icons)
        self._same = Section("Names that mean the same", Declarations(editing, icons))
        self._agreement = Section("Agreed stages", self._agreed)
        self._parts = (self._compare, self._alone, self._busy, self._agreement, self._same)
        self._connect()
        self._show_what_fits()
        self._tell()

    @property
    def contents(self) -> Sequence[QWidget]:
        """The parts of the panel, from top to bottom."""
        return self._parts

    @property
    def is_centre_wanted(self) -> bool:
        """Whether the middle belongs to this phase now."""
        return self._is_shown

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._turn.set_theme(theme)
        self._comparison.set_theme(theme)

    def compare(self) -> None:
        """Show all proposals side by side."""
        self._turn.person = None
        self._comparison.show_workshop(self._editing.workshop)
        self._open(self._comparison)

    def to_board(self) -> None:
        """Give the middle back to the board."""
        self._turn.person = None
        self._want(is_shown=False)

    def _connect(self) -> None:
        self._people.turn_wanted.connect(self._on_turn_wanted)
        self._turn.opened.connect(self._open)
        self._turn.closed.connect(self.to_board)
        self._turn.compared.connect(self.compare)
        self._busy.stopped.connect(self._turn.stop)
        self._compare.pressed.connect(self._on_compare_pressed)
        comparison = self._comparison
        comparison.left.connect(self.to_board)
        comparison.same_wanted.connect(lambda names: self._editing.do(declare_same, names))
        comparison.put.connect(self._agreed.put)
        comparison.dragged.connect(self._on_dragged)
        comparison.dropped.connect(self._on_dropped)
        self._editing.document.changed.connect(self._on_changed)

    def _on_turn_wanted(self, person: str, is_from_paper: bool) -> None:
        self._turn.begin(person, is_from_paper=is_from_paper)

    def _on_compare_pressed(self) -> None:
        if self._is_comparing:
            self.to_board()
        else:
            self.compare()

    @property
    def _is_comparing(self) -> bool:
        return self._is_shown and self.centre.currentWidget() is self._comparison

    def _open(self, page: QWidget) -> None:
        self.centre.setCurrentWidget(page)
        self.centre.setFocusProxy(page)
        self._want(is_shown=True)

    def _want(self, *, is_shown: bool) -> None:
        is_curtained = is_shown and self.centre.currentWidget() is not self._comparison
        if is_shown:
            self._selection.clear()  # or the inspector would stand where this panel belongs
        if is_shown != self._is_shown:
            self._is_shown = is_shown
            self.centre_wanted.emit(is_shown)
        if is_curtained != self._is_curtained:
            self._is_curtained = is_curtained
            self.curtain_wanted.emit(is_curtained)
        if self._is_comparing != self._was_comparing:
            self._was_comparing = self._is_comparing
            self.proposals_shown.emit(self._is_comparing)
        self._show_what_fits()

    def _show_what_fits(self) -> None:
        """While somebody writes alone, nothing that others wrote is in sight."""
        is_alone = self._is_shown and not self._is_comparing
        self._busy.show_name(self._turn.name)
        self._busy.setVisible(is_alone)
        self._alone.setVisible(not self._is_shown)
        for part in (self._same, self._agreement):
            part.setVisible(not is_alone)
        self._compare.setVisible(not is_alone and self._compare.has_people)
        self._compare.show_state(is_comparing=self._is_comparing)

    def _on_changed(self, change: Change) -> None:
        kinds = {type(old or new) for old, new in change}
        if kinds & {StageProposal, SameStage, Participant}:
            self._tell()
            if self._is_comparing:
                self._comparison.show_workshop(self._editing.workshop)
        elif Stage in kinds and self._is_comparing:
            self._comparison.show_agreed(self._editing.workshop)

    def _tell(self) -> None:
        workshop = self._editing.workshop
        people = len(proposals_by_person(workshop))
        self._compare.tell(people, stage_alignment(workshop))
        self._people.tell(people)
        self._show_what_fits()

    def _on_dragged(self, name: str, point: QPoint) -> None:
        self._ghost.follow(self.centre.window(), name, point)
        self._agreed.show_mark(self._agreed.place_at(point))

    def _on_dropped(self, name: str, definition: str, point: QPoint) -> None:
        self._ghost.vanish()
        self._agreed.show_mark(None)
        place = self._agreed.place_at(point)
        if place is not None:
            self._agreed.put(name, definition, place)


class _Busy(QWidget):
    """Says who has the keyboard. Signal: `stopped` to break off."""

    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._told = label("", "section", wraps=True)
        stop = push_button("Stop for now")
        stop.clicked.connect(self.stopped)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._told)
        words = "Nobody sees anybody’s stages until you compare them."
        column.addWidget(label(words, "quiet", wraps=True))
        column.addWidget(stop)

    def show_name(self, name: str) -> None:
        """Whose turn it is."""
        self._told.setText(f"{name} has the keyboard" if name else "Everybody has written")


class _Compare(Section):
    """How alike the proposals are, and the way to see them. Signal: `pressed`."""

    pressed = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__("Compare")
        self._figures = QVBoxLayout()
        self._figures.setSpacing(4)
        self._icons = icons
        self._people = 0
        self._is_comparing = False
        self._button = push_button("", icons.icon("table"))
        self._button.clicked.connect(self.pressed)
        self.rows.addLayout(self._figures)
        self.rows.addWidget(self._button)

    def show_state(self, *, is_comparing: bool) -> None:
        """Whether the comparison is on the screen."""
        self._is_comparing = is_comparing
        self._button.setText("To the board" if is_comparing else "Compare side by side")
        self._mark()

    @property
    def has_people(self) -> bool:
        """Whether anybody has written."""
        return self._people > 0

    def tell(self, people: int, alignment: float | None) -> None:
        """Show the figures."""
        self._people = people
        clear(self._figures)
        if alignment is not None:
            self._figures.addWidget(_share_row(alignment))
        self._figures.addWidget(figure_row("People who wrote down their stages", str(people)))
        self._button.setEnabled(people > 0)
        self._mark()

    def _mark(self) -> None:
        """To compare is the thing to do next once there is something to compare."""
        is_next = self._people >= ENOUGH and not self._is_comparing
        set_state(self._button, "kind", "primary" if is_next else "plain")
        self._button.setIcon(self._icons.icon("table", "on_accent" if is_next else "ink"))


def _share_row(alignment: float) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    line.addWidget(label(f"{share_in_words(alignment)}.", "section", wraps=True), 1)
    figure = label(f"{alignment:.2f}", "small")
    figure.setToolTip("Alignment, from 0 to 1")
    figure.setAccessibleName(f"Alignment {alignment:.2f}, from 0 to 1")
    line.addWidget(figure, 0, Qt.AlignmentFlag.AlignTop)
    return row
