"""What the window asks of the board, each in one word."""

from collections.abc import Iterable, Mapping, Set
from pathlib import Path

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from motworkshop.canvas.board_parts import BoardParts
from motworkshop.canvas.deck import bounds_of
from motworkshop.canvas.opening import LEAST_OPEN, stage_in_sight
from motworkshop.canvas.view import View
from motworkshop.document.document import Document
from motworkshop.document.selection import Selection
from motworkshop.look import SPACE, Theme
from motworkshop.model.edits.aligning import Axis, Edge
from motworkshop.model.edits.arranging import Order
from motworkshop.model.records import Id
from motworkshop.model.workshop import lead_of

PLAIN = Qt.KeyboardModifier.NoModifier
SHOWN_AT_LEAST = 0.7
"""A note that is brought into sight is shown at least at this zoom."""
TOLD_APART = 0.35
"""Several notes are shown together down to this zoom."""


class BoardCommands(View):
    """A view with all that can be done on it by name: actions, menus and panels call these.

    Signals: `refused(str)`: why an edit was not made, in one sentence; `empty_pressed`: the button
    under the words that were set for the empty board; `table_pasted(rows)`: a table with several
    columns was pasted, and somebody has to say what they are; `link_chosen(Link)`: somebody wants
    to see where a link goes.
    """

    refused = Signal(str)
    empty_pressed = Signal()
    table_pasted = Signal(object)
    link_chosen = Signal(object)

    def __init__(
        self,
        document: Document,
        selection: Selection,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(document.workshop, theme, parent)
        self._document = document
        self._selection = selection
        self._matches: frozenset[Id] | None = None
        self.parts = BoardParts(self, document, selection)
        self.parts.authoring.refused.connect(self.refused)
        self.parts.clipboard.table_pasted.connect(self.table_pasted)
        self.parts.exchange.link_chosen.connect(self.link_chosen)
        self.parts.emptiness.pressed.connect(self.empty_pressed)

    def show_note(self, note: Id) -> None:
        """Select a note, or the one it lies under, and let it be seen; in a collapsed stage that is
        its column."""
        note = self._lead_of(note)
        deck = self.scene.deck
        if note in deck.cards or note in deck.folded:
            self._selection.select((note,))
        self.look_at((note,))

    def look_at(self, notes: Iterable[Id]) -> None:
        """Let notes be seen: all of them where they can be told apart then, else the first ones.
        Nothing moves that can be read where it is, and nothing is selected."""
        leads = [self._lead_of(note) for note in notes]
        cards = self.scene.cards(leads)
        if not cards:
            self._show_column_of(leads[0] if leads else "")
            return
        self.parts.keyboard.focused = cards[0].id
        places = [self.note_rect(card.id) for card in cards]
        is_seen = all(place and self.camera.free.contains(place) for place in places)
        if not is_seen or self.zoom() < LEAST_OPEN:
            most = max(self.zoom(), SHOWN_AT_LEAST)
            shot = self.camera.framing(bounds_of(cards), most, 40.0)
            if shot.zoom < TOLD_APART:
                shot = self.camera.framing(bounds_of(cards[:1]), most, 40.0)
            self.glide_to(shot)
        self.update()

    def show_stage(self, stage: Id) -> None:
        """Bring a stage to the middle, from its first notes on."""
        column = self.scene.deck.plan.column_of(stage)
        if column is not None:
            zoom = max(self.zoom(), SHOWN_AT_LEAST)
            top = self.camera.free.height() / 2 / zoom - SPACE
            self.centre_on(QPointF((column.left + column.right) / 2, top), zoom)

    def new_note(self) -> None:
        """Write a new note under the pointer, or in the middle of the view."""
        self.parts.keyboard.new_note()

    def edit_selected(self) -> None:
        """Write on the selected note, or the name of the stage or lane that has the keys."""
        if not self._press_on_strip(PLAIN, Qt.Key.Key_F2):
            self.parts.keyboard.edit()

    def select_all(self) -> None:
        """Select all notes on the board."""
        self.parts.keyboard.select_all()

    def fit_selection(self) -> None:
        """Show the selected notes as large as they go."""
        self.parts.keyboard.fit_selection()

    def delete_selected(self) -> None:
        """Remove the selected notes, or the stage or lane that has the keys."""
        if not self._press_on_strip(PLAIN, Qt.Key.Key_Delete):
            self.parts.authoring.delete()

    def duplicate_selected(self) -> None:
        """Copies of the selected notes, beside them."""
        self.parts.authoring.duplicate()

    def copy_selected(self) -> None:
        """Put the selected notes on the clipboard."""
        self.parts.clipboard.copy()

    def cut_selected(self) -> None:
        """Copy the selected notes and take them off the board."""
        self.parts.clipboard.cut()

    def add_picture(self, path: Path) -> None:
        """Lay the picture in a file on the selected note, or on a new one."""
        self.parts.pictures.add_file(path)

    def remove_pictures(self) -> None:
        """Take the pictures off the selected notes."""
        self.parts.pictures.remove()

    def paste(self) -> None:
        """Make notes of what is on the clipboard."""
        self.parts.clipboard.paste()

    def nudge(self, dx: float, dy: float) -> None:
        """Move the selected notes by board pixels."""
        self.parts.authoring.nudge(dx, dy)

    def categorise_selected(self, style: int | None) -> None:
        """Sort the selected notes into the category with this key (1–8), or out of any."""
        self.parts.authoring.categorise(style)

    def lock_selected(self) -> None:
        """Lock the selected notes, or the stage or lane that has the keys; unlock what is
        locked already."""
        if not self._press_on_strip(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_L):
            self.parts.authoring.turn_locks()

    def arrange(self, order: Order) -> None:
        """Lay the notes of a stage in order: the one whose header has the keys, else those of the
        selected notes, else the first in sight."""
        self.parts.ordering.arrange(self._stages_meant(), order)

    def align_selected(self, edge: Edge) -> None:
        """Give the selected notes an edge or a middle in common."""
        self.parts.ordering.align(edge)

    def distribute_selected(self, axis: Axis) -> None:
        """Make the distances between the selected notes equal."""
        self.parts.ordering.distribute(axis)

    def set_snapping(self, snaps: bool) -> None:
        """Whether notes that are dragged are drawn to slots, rows and neighbours."""
        self.parts.pointer.is_snapping = snaps

    def merge_selected(self) -> None:
        """Put the selected notes under the one that was selected first."""
        self.parts.authoring.merge_selected()

    def split_selected(self) -> None:
        """Take the clusters of the selected notes apart."""
        self.parts.authoring.split()

    def set_merging(self, is_merging: bool) -> None:
        """Whether a note that is dropped on another one comes to lie under it."""
        self.parts.pointer.is_merging = is_merging

    def set_dimmed(self, matches: Iterable[Id] | None) -> None:
        """Lay a veil over all notes but these and the leads of these; None takes it away."""
        self._matches = None if matches is None else frozenset(matches)
        self._dim()

    def set_keys(self, unused: Set[str], words: Mapping[str, str]) -> None:
        """Leave these combinations alone ("Ctrl+D"); in menus, say `words` for usual keys that
        are others."""
        self.parts.keyboard.unused = unused
        self.key_words = words

    def rename_stage(self, stage: Id) -> None:
        """Write another name for a stage, in its header."""
        self.parts.headings.rename(stage)

    def turn_stage(self, stage: Id) -> None:
        """Collapse a stage to a narrow column, or expand it again."""
        self.parts.stages.turn(stage)

    def turn_meant_stage(self) -> None:
        """Collapse or expand the stage whose header has the keys, else that of the selected
        notes, else the first in sight."""
        stages = [stage for stage in self._stages_meant() if stage is not None]
        if stages:
            self.parts.stages.turn(stages[0])

    def new_stage(self) -> None:
        """Name a new stage after the last one."""
        self.parts.headings.add()

    def new_lane(self) -> None:
        """Name a new lane below the last one."""
        self.parts.lane_names.add()

    def set_empty_words(self, sentence: str, button: str = "") -> None:
        """What the board says while it has no notes, and the button that helps ("" for none);
        an empty sentence brings back the usual words, whose button names a new stage."""
        self.parts.emptiness.set_words(sentence, button)
        self._follow_emptiness()

    def set_entry_shown(self, is_shown: bool) -> None:
        """Offer the entry line at the foot of the board, or not."""
        self.parts.capture.entry.setVisible(is_shown)
        self.parts.capture.hide_names()

    def focus_entry(self) -> None:
        """Put the keys into the entry line."""
        self.parts.capture.entry.line.setFocus()

    @override
    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.parts.capture.entry.set_theme(theme)
        self.parts.more.set_theme(theme)
        self.parts.emptiness.set_theme(theme)
        self.parts.overview.renew()

    @override
    def picture(self, size: QSize, notes: Iterable[Id] = ()) -> QImage:
        return super().picture(size, [self._lead_of(note) for note in notes])

    @override
    def set_curtain(self, is_drawn: bool) -> None:
        if is_drawn and not self.parts.writing.is_new:
            self.parts.writing.end()
        super().set_curtain(is_drawn)
        self.parts.overview.renew()

    def set_overview_shown(self, is_shown: bool) -> None:
        """Show the overview in the corner while something is out of sight, or never."""
        self.parts.overview.set_wanted(is_shown)

    @override
    def finish(self) -> None:
        self.parts.overview.finish()
        super().finish()

    # ----

    def _press_on_strip(self, modifiers: Qt.KeyboardModifier, key: Qt.Key) -> bool:
        header_keys = self.parts.header_keys
        return header_keys.press(modifiers, key) or header_keys.lane_keys.press(modifiers, key)

    def _stages_meant(self) -> list[Id | None]:
        column = self.parts.header_keys.column
        if column is not None:
            return [column.stage]
        notes = self.scene.cards(self._selection.notes)
        if notes:
            return list(dict.fromkeys(card.cell[0] for card in notes))
        seen = stage_in_sight(self.camera, self.scene.deck.plan)
        return [seen.stage] if seen else []

    def _follow_emptiness(self) -> None:
        is_empty = not self._document.workshop.notes
        self.parts.emptiness.follow(is_shown=is_empty and not self.parts.writing.is_open)

    def _lead_of(self, note: Id) -> Id:
        """The note itself, or the one it lies under."""
        return self._document.workshop.remember(lead_of).get(note, note)

    def _show_column_of(self, note: Id) -> None:
        card = self.scene.deck.folded.get(note)
        column = self.scene.deck.plan.column_of(card.cell[0]) if card else None
        if column is not None:
            middle = (column.left + column.right) / 2
            height = self.camera.to_board(self.camera.free.center()).y()
            row = self.scene.deck.plan.row_of(card.cell[1]) if card else None
            if row is not None and row.is_collapsed:
                height = (row.top + row.bottom) / 2
            self.centre_on(QPointF(middle, height), self.zoom())

    def _dim(self) -> None:
        leads = self._document.workshop.remember(lead_of)
        matches = self._matches
        if matches is not None and leads:
            matches = frozenset(leads.get(note, note) for note in matches)
        if matches is not None or self.scene.veil.bright is not None:
            self.scene.dim(matches)
            self.update()
