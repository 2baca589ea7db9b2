"""The phase Brainstorm: silent writing, round robin, prompt cards and what has no note yet."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget
from typing_extensions import override

from motworkshop.document.editing import Editing
from motworkshop.document.selection import Selection
from motworkshop.look import Theme
from motworkshop.model.records import Participant, PhaseKind
from motworkshop.model.results import first_need
from motworkshop.panels.brainstorm.capture import CapturePanel
from motworkshop.panels.brainstorm.deck import Deck
from motworkshop.panels.brainstorm.pages import CurtainedPage, Silence, SilentPage
from motworkshop.panels.brainstorm.people import People
from motworkshop.panels.brainstorm.prompt_card import PromptCard
from motworkshop.panels.brainstorm.stage_counts import StageCounts
from motworkshop.panels.brainstorm.turns import Turns
from motworkshop.panels.controls.choices import CheckField
from motworkshop.panels.controls.rows import Section
from motworkshop.panels.controls.segments import Segments
from motworkshop.panels.controls.showing import show_part
from motworkshop.panels.icons import Icons
from motworkshop.panels.scene import Scene

SILENT, ROUND = 0, 1


class BrainstormScene(Scene):
    """Capture beside the board, or a page in its place: silence, or the curtain over the notes.

    Signals: `prompt_shown(card)` when another prompt card is up for all to see, "" for none;
    `way_changed(place)` when the group goes on to the round robin (1), or back to silence (0);
    `silence_begun` when its time is to run; `people_wanted` on the roster first.
    """

    prompt_shown = Signal(str)
    way_changed = Signal(int)
    silence_begun = Signal()
    people_wanted = Signal()
    centre: QStackedWidget

    def __init__(self, editing: Editing, selection: Selection, icons: Icons, theme: Theme) -> None:
        super().__init__(editing, selection)
        self._way = ROUND if editing.workshop.notes else SILENT
        self._is_way_chosen = False
        self._is_curtained = False
        self._silence = Silence()
        self._turns = Turns(editing, self)
        self._deck = Deck(editing, self)
        self._silent = SilentPage(theme, self._deck)
        self._page = CurtainedPage(theme, self._turns, self._deck, icons)
        self.centre = QStackedWidget()
        self.centre.addWidget(self._silent)
        self.centre.addWidget(self._page)
        self.painted = (self._silent, self._page)
        self._ways = Segments([(SILENT, "Silent writing"), (ROUND, "Round robin")])
        self._ways.show_value(self._way)
        self._curtain = CheckField("Curtain over the board")
        self._capture = CapturePanel(self._turns, icons)
        self._people = Section("In turn", People(self._turns, icons))
        self._counts = StageCounts(editing)
        self.contents = (
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
    def prompt(self) -> str:
        """The prompt card that is up and was not used yet; "" for none."""
        return "" if self._deck.is_used else self._deck.card

    def tell_time(self, time: str, *, is_begun: bool, is_over: bool) -> None:
        """What the clock of the silent writing shows."""
        self._silence = replace(self._silence, time=time, is_begun=is_begun, is_over=is_over)
        self._show_silence()

    @override
    def take_focus(self) -> bool:
        """Put the cursor where the next note is written."""
        if not self.is_centre_wanted:
            self._capture.capture.take_focus()
        elif self._way == SILENT:
            self._silent.take_focus()
        else:
            self._page.take_focus()
        return True

    def _connect(self) -> None:
        self._ways.chosen.connect(self._choose)
        self._silent.ended.connect(lambda: self._choose(ROUND))
        self._silent.begun.connect(self._on_begun)
        self._silent.stages_wanted.connect(lambda: self.phase_wanted.emit(PhaseKind.ALIGN))
        for part in (self._silent, self._capture):
            part.people_wanted.connect(self.people_wanted)
        self._editing.document.changed.connect(self._on_changed)
        self._curtain.edited.connect(self._draw)
        self._page.lifted.connect(lambda: self._draw(False))
        self._counts.notes_chosen.connect(self.notes_chosen)
        self._deck.changed.connect(lambda: self.prompt_shown.emit(self.prompt))

    def _choose(self, way: int) -> None:
        self._is_way_chosen = True
        self._go(way)

    def _on_begun(self) -> None:
        self._choose(SILENT)
        self.silence_begun.emit()

    def _show_silence(self) -> None:
        workshop = self._editing.workshop
        need = first_need(workshop, PhaseKind.BRAINSTORM)
        self._silence = replace(self._silence, need=need, has_notes=bool(workshop.notes))
        self._silent.show_state(self._silence)

    def _on_changed(self) -> None:
        self._show_people()
        self._show_silence()
        if self._way == SILENT and not self._is_way_chosen and self._editing.workshop.notes:
            self._end_silence()

    def _end_silence(self) -> None:
        """A silence that nobody asked for ends with the first note."""
        has_focus = self._capture.capture.line.hasFocus()
        self._way = ROUND
        self._ways.show_value(ROUND)
        self._show_what_fits()
        self.way_changed.emit(ROUND)
        if has_focus:
            self.take_focus()

    def _show_people(self) -> None:
        has_people = bool(self._editing.workshop.of(Participant))
        show_part(self._people, is_shown=self._way == ROUND and has_people)

    def _go(self, way: int) -> None:
        self._way = way
        self._ways.show_value(way)
        self._show_what_fits()
        self.way_changed.emit(way)
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
        # While all write on paper nothing is read out; on the page of the curtain is a line too.
        show_part(self._capture, is_shown=not is_shown)
        self._show_silence()
        show_part(self._curtain, is_shown=not is_silent)
        self._show_people()
        self._want_centre(is_wanted=is_shown)
        # Before the first note there is nothing to hide, unless somebody asked for silence.
        self._want_curtain(is_wanted=is_shown and (self._is_way_chosen or not is_silent))
