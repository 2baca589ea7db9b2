"""The menus at the right button and the Menu key: what can be done with what is there."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtWidgets import QApplication, QMenu

from motworkshop.canvas.authoring import Authoring
from motworkshop.canvas.header_editor import HeaderEditing
from motworkshop.canvas.header_keys import HeaderKeys
from motworkshop.canvas.headers import HEIGHT
from motworkshop.canvas.keyboard import Keyboard
from motworkshop.canvas.plan import Column
from motworkshop.canvas.pointer import Pointer
from motworkshop.canvas.stage_authoring import StageAuthoring
from motworkshop.canvas.view import View
from motworkshop.document.selection import Selection
from motworkshop.model.records import Category, Id
from motworkshop.model.voting import counted
from motworkshop.model.workshop import cluster_led_by

Entry: TypeAlias = tuple[str, Callable[[], object]]
"""What it is called, with its key after a tab, and what it does."""


@dataclass(frozen=True, slots=True)
class ContextMenus:
    """Makes a menu from the methods that pointer and keys use too."""

    view: View
    pointer: Pointer
    keyboard: Keyboard
    header_keys: HeaderKeys
    authoring: Authoring
    stages: StageAuthoring
    headings: HeaderEditing
    selection: Selection

    def open_at(self, point: QPointF) -> None:
        """The menu for what lies under a point of the widget."""
        if self.pointer.gesture is not None:
            return
        card = self.pointer.card_at(point)
        if card is not None:
            self._open(self._note_menu(card.id), point)
        elif point.y() < HEIGHT:
            self._open(self._header_menu(self.pointer.header_at(point)), point)
        else:
            self._open(self._ground_menu(point), point)

    def open_by_key(self) -> None:
        """The menu for what has the keys: a header, a note, or the board."""
        view, note = self.view, self.keyboard.current()
        if self.header_keys.is_here:
            corner = QPointF(*self.header_keys.rect_bottom())
            self._open(self._header_menu(self.header_keys.column), corner)
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
            _add(menu, ("Edit\tEnter", self.keyboard.edit))
        self._add_categories(menu)
        are_locked = all(one.is_locked for one in records)
        _add(
            menu,
            ("Unlock\tCtrl+L" if are_locked else "Lock\tCtrl+L", authoring.turn_locks),
            ("Duplicate\tCtrl+D", authoring.duplicate),
        )
        menu.addSeparator()
        if len(notes) > 1:
            words = f"Merge {counted(len(notes), 'note')} under {workshop.notes[note].number}"
            _add(menu, (f"{words}\tCtrl+G", lambda: authoring.merge_selected(note)))
        if any(one in workshop.remember(cluster_led_by) for one in notes):
            _add(menu, ("Split the cluster\tCtrl+Shift+G", authoring.split))
        _add(menu, ("Delete\tDel", authoring.delete))
        return menu

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

    def _header_menu(self, column: Column | None) -> QMenu:
        menu, stages = QMenu(self.view), self.stages
        if column is not None and column.stage is not None:
            stage = column.stage
            leaves = "Remove stage, keep its notes\tDel" if column.count else "Remove stage\tDel"
            _add(
                menu,
                ("Rename\tF2", lambda: self.headings.rename(stage)),
                (
                    "Expand\tSpace" if column.is_collapsed else "Collapse\tSpace",
                    lambda: stages.turn(stage),
                ),
                (
                    "Unlock\tCtrl+L" if column.is_locked else "Lock\tCtrl+L",
                    lambda: stages.turn_lock(stage),
                ),
            )
            self._add_moves(menu, stage)
            _add(menu, (leaves, lambda: stages.remove(stage)))
            menu.addSeparator()
        _add(menu, ("New stage", self.headings.add))
        return menu

    def _add_moves(self, menu: QMenu, stage: Id) -> None:
        order = [column.stage for column in self.view.scene.deck.plan.stages]
        if stage != order[0]:
            _add(menu, ("Move left\tAlt+Left", lambda: self.stages.shift(stage, -1)))
        if stage != order[-1]:
            _add(menu, ("Move right\tAlt+Right", lambda: self.stages.shift(stage, 1)))

    def _ground_menu(self, point: QPointF) -> QMenu:
        menu, view = QMenu(self.view), self.view
        _add(
            menu,
            ("New note here\tN", lambda: self.pointer.write_at(point)),
            ("New stage", self.headings.add),
        )
        menu.addSeparator()
        _add(
            menu,
            ("Select all\tCtrl+A", self.keyboard.select_all),
            ("Show the whole board\tHome", view.fit_all),
        )
        return menu


def _add(menu: QMenu, *entries: Entry) -> None:
    for words, act in entries:
        menu.addAction(words).triggered.connect(lambda _checked=False, act=act: act())
