"""The open workshop on the screen: bar, rail, board, panel and status line, connected."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from motworkshop.app.actions import Actions
from motworkshop.app.appearance import Appearance
from motworkshop.app.banner import Banner
from motworkshop.app.dots_shown import are_dots_shown, has_rounds
from motworkshop.app.empty_board import PREPARING, EmptyBoard
from motworkshop.app.filter_chips import FilterChips
from motworkshop.app.middle import Middle
from motworkshop.app.order_actions import connect_ordering
from motworkshop.app.possible import Possible
from motworkshop.app.remembered import Remembered
from motworkshop.app.saving import Saving
from motworkshop.app.scenes import Scenes
from motworkshop.app.search import Search
from motworkshop.app.side_panel import SidePanel
from motworkshop.app.status_bar import StatusBar
from motworkshop.app.top_bar import TopBar
from motworkshop.canvas.board import Board
from motworkshop.document.document import Document
from motworkshop.document.editing import Editing
from motworkshop.document.selection import Selection
from motworkshop.look import SPACE
from motworkshop.model.change import Change
from motworkshop.model.records import Category, Id, PhaseKind
from motworkshop.panels.icons import Icons
from motworkshop.panels.phases.clock import Clock
from motworkshop.panels.phases.rail import PhaseRail
from motworkshop.values import dataclass

SAFE = "Nothing is lost while this window is open."
SILENT = (
    "The disk has not answered for {seconds} seconds. What you do is kept in memory, and saved when "
    "it answers. You can save a copy on another disk."
)
HISTORY_LOST = (
    "The undo history of this file was damaged and is left out. The board is whole, and undo begins "
    "with what you do now."
)


@dataclass(frozen=True, slots=True)
class DeskParts:
    """What a desk is made of; `build` makes it."""

    document: Document
    selection: Selection
    editing: Editing
    saving: Saving
    clock: Clock
    search: Search
    board: Board
    scenes: Scenes
    middle: Middle
    side: SidePanel
    banner: Banner

    @property
    def path(self) -> Path:
        """The file, as it is called now."""
        return self.saving.path


class Desk(QWidget):
    """A workshop to work on.

    Signal: `copy_wanted` when the person asks to save a copy.
    """

    copy_wanted = Signal()

    def __init__(
        self,
        parts: DeskParts,
        actions: Actions,
        menu: QMenu,
        icons: Icons,
        appearance: Appearance,
        remembered: Remembered,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("desk")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.parts = parts
        self.actions_ = actions
        self._remembered = remembered
        self._silent_seconds = 0
        self.bar = TopBar(parts.editing, parts.search, actions, menu, icons)
        self.rail = PhaseRail(parts.document, parts.clock, icons)
        self.chips = FilterChips(parts.search, parts.document, icons)
        self.status = StatusBar(parts.document, parts.saving, icons)
        for child in (
            parts.document,
            parts.selection,
            parts.editing,
            parts.saving,
            parts.clock,
            parts.search,
            parts.scenes,
        ):
            child.setParent(self)
        parts.scenes.wings.setParent(self)
        self.possible = Possible(
            actions, parts.document, parts.selection, parts.middle, parts.scenes
        )
        self.possible.setParent(self)
        self._empty = EmptyBoard(parts.board, parts.document, parts.clock, parts.scenes, parts.side)
        self._empty.setParent(self)
        self._lay_out()
        self._connect_actions()
        self._connect_signals(appearance)
        self._fit_board(parts.clock.phase)

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(0)
        room = QVBoxLayout()
        room.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        room.addWidget(self.parts.banner)
        self._banner_room = QWidget()
        self._banner_room.setLayout(room)
        self._banner_room.hide()
        self.parts.banner.opened.connect(self._banner_room.show)
        self.parts.banner.closed.connect(self._banner_room.hide)
        middle.addWidget(self._banner_room)
        middle.addWidget(self.chips)
        middle.addWidget(self.parts.middle, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(middle, 1)
        row.addWidget(self.parts.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(row, 1)
        column.addWidget(self.status)
        self.rail.setVisible(self._remembered.is_shown("rail"))
        self.parts.side.setVisible(self._remembered.is_shown("side"))
        self.parts.board.set_overview_shown(self._remembered.is_shown("overview"))

    def _connect_signals(self, appearance: Appearance) -> None:
        parts = self.parts
        parts.editing.refused.connect(self._on_refused)
        parts.board.refused.connect(self._on_refused)
        parts.board.zoom_changed.connect(self.bar.zoom.show_zoom)
        parts.search.found.connect(self._on_found)
        parts.search.matched.connect(parts.board.set_dimmed)
        parts.side.left.connect(self._to_board)
        self.bar.search.left.connect(self._to_board)
        self.chips.left.connect(self._to_board)
        parts.saving.save_failed.connect(self._on_save_failed)
        parts.saving.fell_silent.connect(self._on_fell_silent)
        parts.saving.history_lost.connect(partial(self.say, HISTORY_LOST, "warn"))
        parts.saving.saved.connect(self._on_saved)
        appearance.changed.connect(parts.board.set_theme)
        appearance.changed.connect(parts.scenes.set_theme)
        parts.scenes.notes_chosen.connect(self._on_notes_chosen)
        parts.scenes.curtain_wanted.connect(self._on_curtain)
        parts.scenes.turn_began.connect(partial(self._set_private, is_private=True))
        parts.scenes.turn_ended.connect(partial(self._set_private, is_private=False))
        parts.clock.moved.connect(self._on_phase_moved)
        parts.document.changed.connect(self._on_changed)
        parts.middle.turned.connect(self._fit_bar)
        self.bar.zoom.show_zoom(parts.board.zoom())

    def _connect_actions(self) -> None:
        parts, actions = self.parts, self.actions_
        board = parts.board
        does = {
            "undo": partial(parts.editing.attempt, parts.document.undo),
            "redo": partial(parts.editing.attempt, parts.document.redo),
            "history": self._show_history,
            "save_copy": self.copy_wanted.emit,
            "rename": self._rename,
            "search": self._search,
            "new_note": board.new_note,
            "edit_note": board.edit_selected,
            "copy": board.copy_selected,
            "cut": board.cut_selected,
            "paste": board.paste,
            "remove_picture": board.remove_pictures,
            "duplicate": board.duplicate_selected,
            "delete": board.delete_selected,
            "select_all": board.select_all,
            "merge": board.merge_selected,
            "split": board.split_selected,
            "zoom_in": board.zoom_in,
            "zoom_out": board.zoom_out,
            "zoom_actual": board.zoom_to_actual,
            "fit_all": board.fit_all,
            "fit_selection": board.fit_selection,
            "toggle_rail": partial(self._toggle, "rail", self.rail),
            "toggle_side": partial(self._toggle, "side", parts.side),
            "toggle_overview": self._toggle_overview,
            "next_phase": partial(self._step_phase, 1),
            "previous_phase": partial(self._step_phase, -1),
            "toggle_clock": self._toggle_clock,
            "category_0": partial(board.categorise_selected, None),
        }
        for style in range(1, 9):
            does[f"category_{style}"] = partial(self._categorise, style)
        for name, work in does.items():
            actions[name].triggered.connect(lambda _checked=False, work=work: work())
        told = {name: actions[name] for name in ("merge", "split")}
        told |= {str(style): actions[f"category_{style}"] for style in range(9)}
        parts.side.follow_actions(told)
        connect_ordering(actions, board, self._remembered)

    def _toggle(self, name: str, part: QWidget) -> None:
        part.setVisible(not part.isVisible())
        self._remembered.set_shown(name, is_shown=part.isVisible())

    def _toggle_overview(self) -> None:
        is_shown = not self._remembered.is_shown("overview")
        self._remembered.set_shown("overview", is_shown=is_shown)
        self.parts.board.set_overview_shown(is_shown)

    def _rename(self) -> None:
        self.bar.title.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.title.selectAll()

    def _search(self) -> None:
        self.bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.search.selectAll()

    def _to_board(self) -> None:
        self.parts.board.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_found(self, note: str) -> None:
        self.parts.selection.select([note])
        self.parts.board.show_note(note)

    def _on_notes_chosen(self, notes: Sequence[Id]) -> None:
        self.parts.selection.point_out(notes)
        if self.parts.middle.is_board_shown and notes:
            self.parts.board.look_at(notes)

    def _on_phase_moved(self, kind: PhaseKind) -> None:
        self.parts.selection.clear()  # or the inspector would stand where the phase belongs
        if self.parts.banner.tone == "warn":
            self.parts.banner.dismiss()
        QTimer.singleShot(0, self, self.focus_phase)  # when all have turned to the phase
        self._fit_board(kind)

    def _fit_board(self, kind: PhaseKind) -> None:
        self.parts.board.set_merging(kind is PhaseKind.CLUSTER)
        self.parts.board.set_dots_shown(are_dots_shown(self.parts.document.workshop, kind))
        self.parts.board.set_entry_shown(kind in PREPARING)
        self._fit_bar()

    def _on_changed(self, change: Change) -> None:
        if has_rounds(change):
            self._fit_board(self.parts.clock.phase)

    def _fit_bar(self) -> None:
        self.bar.show_board_controls(
            is_board_shown=self.parts.middle.is_board_shown,
            has_new_note=self.parts.clock.phase is not PhaseKind.BRAINSTORM,
        )

    def focus_phase(self) -> None:
        """Keys go to what the group works on, not into the first field of a panel."""
        if not self.parts.scenes.take_focus():
            self.parts.middle.take_focus()

    def _set_private(self, *, is_private: bool) -> None:
        """While a voter is alone with the ballot, nothing else is within reach."""
        for part in (self.bar, self.rail, self.status.loose, self.chips):
            part.setEnabled(not is_private)
        self.parts.side.set_private(is_private=is_private)
        self.possible.set_private(is_private=is_private)

    def _on_curtain(self, is_drawn: bool) -> None:
        """What others wrote is out of sight, on the board behind the curtain too."""
        self.parts.board.set_curtain(is_drawn)
        if is_drawn:
            self.parts.selection.clear()
            if self.parts.banner.tone in {"warn", "ok"}:
                self.parts.banner.dismiss()

    def _categorise(self, style: int) -> None:
        styles = {category.style for category in self.parts.editing.workshop.of(Category).values()}
        if style in styles:
            self.parts.board.categorise_selected(style)

    def _step_phase(self, step: int) -> None:
        kinds = list(PhaseKind)
        place = kinds.index(self.parts.clock.phase) + step
        if 0 <= place < len(kinds):
            self.parts.clock.go_to(kinds[place])

    def _toggle_clock(self) -> None:
        clock = self.parts.clock
        if clock.is_running:
            clock.pause()
        else:
            clock.start()

    def _show_history(self) -> None:
        from motworkshop.app.history_list import HistoryList

        steps = HistoryList(self.parts.document, self.parts.editing, self)
        steps.list.left.connect(self._to_board)
        self.parts.scenes.curtain_wanted.connect(steps.close)
        steps.open_below(self.bar)

    def say(
        self, words: str, tone: str = "warn", *actions: tuple[str, Callable[[], object]]
    ) -> None:
        """Show a sentence above the board."""
        self.parts.banner.say(words, tone, actions)

    def _on_refused(self, words: str) -> None:
        self.say(words, "warn")

    def _on_save_failed(self, words: str) -> None:
        tries = ("Try again", self.parts.saving.retry)
        state = self.parts.saving.state.value
        words = f"{state}: {words} {SAFE}"
        self.say(words, "danger", tries, ("Save a copy…", self.copy_wanted.emit))

    def _on_fell_silent(self, seconds: int) -> None:
        banner, words = self.parts.banner, SILENT.format(seconds=seconds)
        if self._silent_seconds > seconds or not self._silent_seconds:
            self.say(words, "danger", ("Save a copy…", self.copy_wanted.emit))
        elif banner.words == SILENT.format(seconds=self._silent_seconds):
            banner.reword(words)
        self._silent_seconds = seconds

    def _on_saved(self) -> None:
        self._silent_seconds = 0
        if self.parts.banner.tone == "danger":
            self.parts.banner.dismiss()
