"""The menus at the right button and the Menu key: what can be done with what is there."""

from functools import partial

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtWidgets import QApplication, QMenu

from motworkshop.canvas.authoring import Authoring
from motworkshop.canvas.exchange_menu import ExchangeMenu
from motworkshop.canvas.header_keys import HeaderKeys
from motworkshop.canvas.headers import HEIGHT
from motworkshop.canvas.key_words import with_keys
from motworkshop.canvas.keyboard import Keyboard
from motworkshop.canvas.menu_entries import add_entries
from motworkshop.canvas.ordering import Ordering
from motworkshop.canvas.pointer import Pointer
from motworkshop.canvas.strip_menu import StripMenus
from motworkshop.canvas.view import View
from motworkshop.document.selection import Selection
from motworkshop.model.edits.aligning import Axis, Edge
from motworkshop.model.records import Category, Id
from motworkshop.model.voting import counted
from motworkshop.model.workshop import cluster_led_by
from motworkshop.values import dataclass

WORDS = {
    Edge.LEFT: "Left edges",
    Edge.CENTRE: "Centres",
    Edge.RIGHT: "Right edges",
    Edge.TOP: "Upper edges",
    Edge.MIDDLE: "Middles",
    Edge.BOTTOM: "Lower edges",
}


@dataclass(frozen=True, slots=True)
class ContextMenus:
    """Makes a menu from the methods that pointer and keys use too."""

    view: View
    pointer: Pointer
    keyboard: Keyboard
    header_keys: HeaderKeys
    authoring: Authoring
    selection: Selection
    strips: StripMenus
    ordering: Ordering
    exchange: ExchangeMenu

    def open_at(self, point: QPointF) -> None:
        """The menu for what lies under a point of the widget."""
        if self.pointer.gesture is not None:
            return
        card = self.pointer.card_at(point)
        if card is not None:
            self._open(self._note_menu(card.id), point)
        elif point.y() < HEIGHT:
            self._open(self.strips.of_column(self.pointer.strips.header_at(point)), point)
        elif self.pointer.strips.is_at(point):
            self._open(self.strips.of_row(self.pointer.strips.row_at(point)), point)
        else:
            self._open(self._ground_menu(point), point)

    def open_by_key(self) -> None:
        """The menu for what has the keys: a header, a note, or the board."""
        if self.pointer.gesture is not None:
            return
        view, note = self.view, self.keyboard.current()
        if self.header_keys.is_here:
            corner = QPointF(*self.header_keys.rect_bottom())
            self._open(self.strips.of_column(self.header_keys.column), corner)
            return
        if self.header_keys.lane_keys.is_here:
            corner = QPointF(*self.header_keys.lane_keys.corner())
            self._open(self.strips.of_row(self.header_keys.lane_keys.row), corner)
            return
        where = view.note_rect(note) if note else None
        if note is None or where is None:
            self._open(self._ground_menu(view.camera.free.center()), view.camera.free.center())
        else:
            if note not in self.selection:
                self.selection.select((note,))
            self._open(self._note_menu(note), where.center())

    def _open(self, menu: QMenu, point: QPointF) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        if QApplication.activePopupWidget() is not None:  # some systems tell of one key twice
            menu.deleteLater()
            return
        inside = self.view.rect().adjusted(2, 2, -2, -2)
        corner = point.toPoint()
        x = max(inside.left(), min(corner.x(), inside.right()))
        y = max(inside.top(), min(corner.y(), inside.bottom()))
        menu.popup(self.view.mapToGlobal(QPoint(x, y)))

    def _note_menu(self, note: Id) -> QMenu:
        authoring, notes = self.authoring, self.selection.notes
        workshop = authoring.workshop
        records = [workshop.notes[one] for one in notes]
        menu = QMenu(self.view)
        if len(notes) == 1 and not self.view.scene.painter.is_face_down:
            add_entries(menu, ("Edit\tEnter", self.keyboard.edit))
        self._add_categories(menu)
        are_locked = all(one.is_locked for one in records)
        add_entries(
            menu,
            ("Unlock\tCtrl+L" if are_locked else "Lock\tCtrl+L", authoring.turn_locks),
            ("Duplicate\tCtrl+D", authoring.duplicate),
        )
        self.exchange.add_for_notes(menu, records)
        menu.addSeparator()
        if len(notes) > 1:
            self._add_alignments(menu)
            words = f"Merge {counted(len(notes), 'note')} under {workshop.notes[note].number}"
            add_entries(menu, (f"{words}\tCtrl+G", lambda: authoring.merge_selected(note)))
        if any(one in workshop.remember(cluster_led_by) for one in notes):
            add_entries(menu, ("Split the cluster\tCtrl+Shift+G", authoring.split))
        add_entries(menu, ("Delete\tDel", authoring.delete))
        return with_keys(menu, self.view.key_words)

    def _add_categories(self, menu: QMenu) -> None:
        """Which category; the one that all selected notes have is ticked."""
        workshop = self.authoring.workshop
        have = {workshop.notes[note].category for note in self.selection.notes}
        submenu = menu.addMenu("Category")
        choices: list[tuple[Id | None, str, int | None]] = [
            (one.id, one.name, one.style) for one in workshop.ordered(Category)
        ]
        for category, name, style in (*choices, (None, "No category", None)):
            plain = name.replace("&", "&&").replace("\t", " ")
            action = submenu.addAction(f"{plain}\t{style or 0}")
            action.setCheckable(True)
            action.setChecked(have == {category})
            action.triggered.connect(
                lambda _checked=False, style=style: self.authoring.categorise(style)
            )

    def _add_alignments(self, menu: QMenu) -> None:
        submenu = menu.addMenu("Align")
        for edge in Edge:
            add_entries(submenu, (WORDS[edge], partial(self.ordering.align, edge)))
        if len(self.selection.notes) > 2:
            submenu.addSeparator()
            for axis in Axis:
                words = f"Distribute {axis.value}"
                add_entries(submenu, (words, partial(self.ordering.distribute, axis)))

    def _ground_menu(self, point: QPointF) -> QMenu:
        menu, view = QMenu(self.view), self.view
        add_entries(
            menu,
            ("New note here\tN", lambda: self.pointer.write_at(point)),
            *self.strips.new_ones(),
        )
        self.exchange.add_for_ground(menu, point)
        menu.addSeparator()
        add_entries(
            menu,
            ("Select all\tCtrl+A", self.keyboard.select_all),
            ("Show the whole board\tHome", view.fit_all),
        )
        return with_keys(menu, self.view.key_words)
