"""The bar at the top: menu, title, undo, search, new note, zoom and export."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget
from typing_extensions import override

from motworkshop.app.actions import Actions
from motworkshop.app.bar import BAR, menu_button
from motworkshop.app.search import Search
from motworkshop.app.search_field import FindBox
from motworkshop.document.editing import Editing
from motworkshop.look import CONTROL, SPACE
from motworkshop.model.edits.frame import edit_about
from motworkshop.panels.controls.buttons import KeysTip, action_button, push_button
from motworkshop.panels.controls.rows import beside
from motworkshop.panels.icons import Icons


class TopBar(QWidget):
    """Everything that is wanted in every phase."""

    def __init__(
        self, editing: Editing, search: Search, actions: Actions, menu: QMenu, icons: Icons
    ) -> None:
        super().__init__()
        self.setObjectName("topbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(BAR)
        self.title = TitleField(editing)
        KeysTip(self.title, actions["rename"])
        self.finder = FindBox(search, actions["filter"], icons)
        self.search = self.finder.field
        KeysTip(self.search, actions["search"])
        KeysTip(self.finder.button, actions["filter"])
        self.zoom = ZoomButton(actions)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE, 0, SPACE, 0)
        row.setSpacing(4)
        row.addWidget(menu_button(menu, icons))
        row.addWidget(action_button(actions["toggle_rail"]))
        row.addWidget(self.title)
        row.addStretch(1)
        self._note = self._note_button(actions["new_note"], icons)
        self._zooming = beside(
            action_button(actions["zoom_out"]), self.zoom, action_button(actions["zoom_in"]),
        )  # fmt: skip
        # What comes and goes stands beside the empty stretch: nothing else changes its place.
        row.addWidget(self._note)
        row.addSpacing(SPACE)
        row.addWidget(self._zooming)
        row.addSpacing(SPACE)
        row.addWidget(action_button(actions["undo"]))
        row.addWidget(action_button(actions["redo"]))
        row.addSpacing(SPACE)
        row.addWidget(self.finder)
        row.addSpacing(SPACE)
        row.addWidget(self._present_button(actions["present"], icons))
        row.addWidget(self._export_button(actions, icons))
        row.addWidget(action_button(actions["toggle_side"]))

    def show_board_controls(self, *, is_board_shown: bool, has_new_note: bool) -> None:
        """What only does something to the board is there only while it is in sight; where notes
        are written in the panel, there is no second way beside it."""
        self._note.setVisible(is_board_shown and has_new_note)
        self._zooming.setVisible(is_board_shown)

    def _note_button(self, action: QAction, icons: Icons) -> QWidget:
        button = push_button("Note", icons.icon("plus"))
        KeysTip(button, action)
        button.setAccessibleName("New note")
        button.clicked.connect(action.trigger)
        button.setEnabled(action.isEnabled())
        action.enabledChanged.connect(button.setEnabled)
        return button

    def _present_button(self, action: QAction, icons: Icons) -> QToolButton:
        button = QToolButton()
        button.setText(" Present")
        button.setIcon(icons.icon("app-window"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setProperty("kind", "words")
        KeysTip(button, action, "Show the room its own picture, on the projector")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(action.trigger)
        return button

    def _export_button(self, actions: Actions, icons: Icons) -> QToolButton:
        button = QToolButton()
        button.setText(" Export")
        button.setIcon(icons.icon("share"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setProperty("kind", "words")
        KeysTip(button, actions["export_report"], "Write the report, the workbook or the notes")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        for name in ("export_report", "export_workbook", "export_notes"):
            menu.addAction(actions[name])
        menu.addSeparator()
        menu.addAction(actions["with_names"])
        button.setMenu(menu)
        return button


class TitleField(QLineEdit):
    """The title of the workshop; click it to write another one.

    Signal: `renamed(old, new)` after somebody wrote another title.
    """

    renamed = Signal(str, str)

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self.setObjectName("title")
        self.setAccessibleName("Title of the workshop")
        self.setFixedHeight(CONTROL)
        self._editing = editing
        self.editingFinished.connect(self._on_finished)
        self.textChanged.connect(self._fit)
        editing.document.changed.connect(self._refresh)
        self._refresh()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._editing.workshop.about.title)
            self.clearFocus()
        else:
            super().keyPressEvent(event)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.clearFocus()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.setCursorPosition(0)

    def _on_finished(self) -> None:
        old = self._editing.workshop.about.title
        if self.text().strip() != old:
            self._editing.do(edit_about, title=self.text().strip())
            self._refresh()
            new = self._editing.workshop.about.title
            if new != old:
                self.renamed.emit(old, new)

    def _refresh(self) -> None:
        title = self._editing.workshop.about.title
        is_free = not self.hasFocus() or self.text().strip() == ""
        if is_free and self.text() != title:
            self.setText(title)
            self.setCursorPosition(0)

    def _fit(self) -> None:
        self.ensurePolished()
        width = QFontMetrics(self.font()).horizontalAdvance(self.text()) + 32
        self.setFixedWidth(max(120, min(width, 320)))


class ZoomButton(QToolButton):
    """How large the board is shown, and a menu to change it."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.setProperty("kind", "words")
        self.setFixedSize(64, CONTROL)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        for name in ("zoom_actual", "fit_all", "fit_selection"):
            menu.addAction(actions[name])
        self.setMenu(menu)
        self.show_zoom(1.0)

    def show_zoom(self, zoom: float) -> None:
        """Show how large the board is, 1.0 for 100 %."""
        self.setText(f"{round(zoom * 100)} %")
        self.setAccessibleName(f"Zoom, {round(zoom * 100)} percent")
        self.setToolTip("Zoom")
