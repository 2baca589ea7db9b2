"""The phase Brainstorm: silent writing, round robin, prompt cards and what has no note yet."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from motworkshop.document.editing import Editing
from motworkshop.document.selection import Selection
from motworkshop.look import Theme
from motworkshop.model.records import Participant, PhaseKind
from motworkshop.panels.brainstorm.capture import CapturePanel
from motworkshop.panels.brainstorm.deck import Deck
from motworkshop.panels.brainstorm.pages import CurtainedPage, SilentPage
from motworkshop.panels.brainstorm.people import People
from motworkshop.panels.brainstorm.prompt_card import PromptCard
from motworkshop.panels.brainstorm.stage_counts import StageCounts
from motworkshop.panels.brainstorm.turns import Turns
from motworkshop.panels.brainstorm.way import Way
from motworkshop.panels.controls.choices import CheckField
from motworkshop.panels.controls.rows import Section
from motworkshop.panels.icons import Icons

SILENT, ROUND = 0, 1


class BrainstormScene(QObject):
    """What stands in the panel, and in the middle while the board is hidden.

    Signals: `centre_wanted(bool)`; `curtain_wanted(bool)` when the notes are to be hidden
    everywhere, on the wall too; `notes_chosen(ids)` to be shown on the board;
    `phase_wanted(PhaseKind)` when nobody is on the roster and somebody goes to write it.
    """

    centre_wanted = Signal(bool)
    curtain_wanted = Signal(bool)
    notes_chosen = Signal(object)
    phase_wanted = Signal(object)

    def __init__(
        self,
        editing: Editing,
        selection: Selection,
        icons: Icons,
        theme: Theme,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._selection = selection
        self._editing = editing
        self._way = ROUND if editing.workshop.notes else SILENT
        self._is_way_chosen = False
        self._is_curtained = False
        self._is_shown = False
        self._is_hidden = False
        self._turns = Turns(editing, self)
        self._deck = Deck(editing, self)
        self._silent = SilentPage(theme, self._deck)
        self._page = CurtainedPage(theme, self._turns, self._deck, icons)
        self.centre = QStackedWidget()
        self.centre.addWidget(self._silent)
        self.centre.addWidget(self._page)
        self._ways = Way("Silent writing", "Round robin")
        self._ways.show_way(self._way)
        self._curtain = CheckField("Curtain over the board")
        self._capture = CapturePanel(self._turns, icons)
        self._people = Section("In turn", People(self._turns, icons))
        self._counts = StageCounts(editing)
        self._parts: tuple[QWidget, ...] = (
            self._ways,
            self._capture,
            self._curtain,
            Section("What about…", PromptCard(self._deck, icons)),
            self._people,
            Section("Stages", self._counts),
        )
        self._connect()
        self._show_what_fits()

    @property
    def contents(self) -> Sequence[QWidget]:
        """The parts of the panel, from top to bottom."""
        return self._parts

    @property
    def is_centre_wanted(self) -> bool:
        """Whether the middle belongs to this phase now."""
        return self._is_shown

    @property
    def is_curtain_wanted(self) -> bool:
        """Whether the notes are to be hidden now."""
        return self._is_hidden

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._silent.set_theme(theme)
        self._page.set_theme(theme)

    def take_focus(self) -> None:
        """Put the cursor where the next note is written."""
        if not self._is_shown:
            self._capture.capture.take_focus()
        elif self._way == SILENT:
            self._silent.take_focus()
        else:
            self._page.take_focus()

    def _connect(self) -> None:
        self._ways.chosen.connect(self._choose)
        self._silent.ended.connect(lambda: self._choose(ROUND))
        self._capture.roster_wanted.connect(lambda: self.phase_wanted.emit(PhaseKind.FRAME))
        self._editing.document.changed.connect(self._on_changed)
        self._curtain.edited.connect(self._draw)
        self._page.lifted.connect(lambda: self._draw(False))
        self._counts.notes_chosen.connect(self.notes_chosen)

    def _choose(self, way: int) -> None:
        self._is_way_chosen = True
        self._go(way)

    def _on_changed(self) -> None:
        self._show_people()
        if self._way == SILENT and not self._is_way_chosen and self._editing.workshop.notes:
            self._end_silence()

    def _end_silence(self) -> None:
        """A silence that nobody asked for ends with the first note."""
        has_focus = self._capture.capture.line.hasFocus()
        self._way = ROUND
        self._ways.show_way(ROUND)
        self._show_what_fits()
        if has_focus:
            self.take_focus()

    def _show_people(self) -> None:
        has_people = bool(self._editing.workshop.of(Participant))
        self._people.setVisible(self._way == ROUND and has_people)

    def _go(self, way: int) -> None:
        self._way = way
        self._ways.show_way(way)
        self._show_what_fits()
        self.take_focus()

    def _draw(self, is_curtained: bool) -> None:
        self._is_curtained = is_curtained
        self._curtain.show_value(is_curtained)
        self._show_what_fits()
        self.take_focus()

    def _show_what_fits(self) -> None:
        is_silent = self._way == SILENT
        is_shown = is_silent or self._is_curtained
        page = self._silent if is_silent else self._page
        self.centre.setCurrentWidget(page)
        self.centre.setFocusProxy(page)
        # Notes can be typed while the others write, but two lines to type into are one too many.
        self._capture.setVisible(is_silent or not is_shown)
        self._curtain.setVisible(not is_silent)
        self._show_people()
        if is_shown:
            self._selection.clear()  # or the inspector would stand where this panel belongs
        if is_shown != self._is_shown:
            self._is_shown = is_shown
            self.centre_wanted.emit(is_shown)
        # Before the first note there is nothing to hide, unless somebody asked for silence.
        is_hidden = is_shown and (self._is_way_chosen or not is_silent)
        if is_hidden != self._is_hidden:
            self._is_hidden = is_hidden
            self.curtain_wanted.emit(is_hidden)
