"""The phase Align on stages: turns behind a curtain, the comparison, and the agreed list."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

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
from motworkshop.panels.controls.rows import Section, clear
from motworkshop.panels.controls.showing import show_part
from motworkshop.panels.icons import Icons
from motworkshop.panels.scene import Scene


class AlignScene(Scene):
    """Turns behind the curtain, one person at a time; then all proposals and the agreed list.

    Signal: `proposals_shown(bool)` when all proposals stand side by side, or no longer.
    """

    proposals_shown = Signal(bool)
    centre: QStackedWidget

    def __init__(self, editing: Editing, selection: Selection, icons: Icons, theme: Theme) -> None:
        super().__init__(editing, selection)
        self._ghost = Ghost()
        self._people = People(editing, icons)
        self._agreed = AgreedStages(editing, icons)
        self._turn = Turn(editing, icons, theme, self)
        self._comparison = Comparison(theme, icons)
        self.centre = QStackedWidget()
        for page in (self._turn.curtain, self._turn.sheet, self._comparison):
            self.centre.addWidget(page)
        self.painted = (self._turn, self._comparison)
        self._was_comparing = False
        self._is_due = True  # until it was compared in this sitting, whatever was agreed before
        self._alone = Section("Write alone", self._people)
        self._busy = _Busy()
        self._compare = _Compare()
        self._same = Section("Names that mean the same", Declarations(editing, icons))
        self._agreement = Section("Agreed stages", self._agreed)
        self.contents = (self._compare, self._alone, self._busy, self._agreement, self._same)
        self._connect()
        self._show_what_fits()
        self._tell()

    @override
    def begin(self) -> None:
        """Name who writes first."""
        self._people.begin()

    def compare(self) -> None:
        """Show all proposals side by side."""
        self._turn.person = None
        self._is_due = False
        self._tell()
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
        return self.is_centre_wanted and self.centre.currentWidget() is self._comparison

    @property
    def _is_alone(self) -> bool:
        """Whether somebody writes, unseen by the others."""
        return self.is_centre_wanted and not self._is_comparing

    def _open(self, page: QWidget) -> None:
        self.centre.setCurrentWidget(page)
        self.centre.setFocusProxy(page)
        self._want(is_shown=True)

    def _want(self, *, is_shown: bool) -> None:
        self._want_centre(is_wanted=is_shown)
        self._want_curtain(is_wanted=self._is_alone)
        if self._is_comparing != self._was_comparing:
            self._was_comparing = self._is_comparing
            self.proposals_shown.emit(self._is_comparing)
        self._show_what_fits()

    def _show_what_fits(self) -> None:
        """While somebody writes alone, nothing that others wrote is in sight."""
        self._busy.show_name(self._turn.name)
        self._busy.setVisible(self._is_alone)
        show_part(self._alone, is_shown=not self.is_centre_wanted)
        for part in (self._same, self._agreement):
            show_part(part, is_shown=not self._is_alone)
        show_part(self._compare, is_shown=not self._is_alone and self._compare.has_people)
        self._compare.show_state(is_comparing=self._is_comparing)

    def _on_changed(self, change: Change) -> None:
        kinds = change.kinds
        if StageProposal in kinds:
            self._is_due = not self._is_comparing
        if kinds & {StageProposal, SameStage, Participant}:
            self._tell()
            if self._is_comparing:
                self._comparison.show_workshop(self._editing.workshop)
        elif Stage in kinds and self._is_comparing:
            self._comparison.show_agreed(self._editing.workshop)

    def _tell(self) -> None:
        workshop = self._editing.workshop
        people = len(proposals_by_person(workshop))
        self._compare.tell(people, stage_alignment(workshop), is_due=self._is_due)
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

    def __init__(self) -> None:
        super().__init__("Compare")
        self._figures = QVBoxLayout()
        self._figures.setSpacing(4)
        self._people = 0
        self._is_comparing = False
        self._is_due = False
        self._button = push_button("")
        self._button.clicked.connect(self.pressed)
        self.rows.addLayout(self._figures)
        self.rows.addWidget(self._button)

    def show_state(self, *, is_comparing: bool) -> None:
        """Whether the comparison is on the screen."""
        self._is_comparing = is_comparing
        self._button.setText("Back to the board" if is_comparing else "Compare side by side")
        self._mark()

    @property
    def has_people(self) -> bool:
        """Whether anybody has written."""
        return self._people > 0

    def tell(self, people: int, alignment: float | None, *, is_due: bool) -> None:
        """Show the figures; `is_due` while there is something that nobody has compared yet."""
        self._people = people
        self._is_due = is_due
        clear(self._figures)
        if alignment is not None:
            self._figures.addWidget(label(f"{share_in_words(alignment)}.", wraps=True))
            self._figures.addWidget(label(f"Stage alignment {alignment:.2f} of 1", "small"))
        self._button.setEnabled(people > 0)
        self._mark()

    def _mark(self) -> None:
        """To compare is the thing to do next once there is something to compare."""
        is_next = self._people >= ENOUGH and self._is_due and not self._is_comparing
        set_state(self._button, "kind", "primary" if is_next else "plain")
