"""The bar at the top: menu, title, undo, search, new note, zoom and export."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget
from typing_extensions import override

from motworkshop.app.actions import Actions
from motworkshop.app.search import Search
from motworkshop.document.editing import Editing
from motworkshop.look import CONTROL, SPACE
from motworkshop.model.edits.frame import edit_about
from motworkshop.panels.controls.buttons import action_button, icon_button, push_button
from motworkshop.panels.controls.labels import label
from motworkshop.panels.icons import Icons

BAR = 48


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
        self.search = SearchField(search, icons)
        self.zoom = ZoomButton(actions)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE, 0, SPACE, 0)
        row.setSpacing(4)
        row.addWidget(menu_button(menu, icons))
        row.addWidget(action_button(actions["toggle_rail"]))
        row.addWidget(self.title)
        row.addStretch(1)
        row.addWidget(action_button(actions["undo"]))
        row.addWidget(action_button(actions["redo"]))
        row.addSpacing(SPACE)
        row.addWidget(self.search)
        row.addWidget(self.search.count)
        row.addSpacing(SPACE)
        row.addWidget(self._note_button(actions["new_note"], icons))
        row.addSpacing(SPACE)
        row.addWidget(action_button(actions["zoom_out"]))
        row.addWidget(self.zoom)
        row.addWidget(action_button(actions["zoom_in"]))
        row.addSpacing(SPACE)
        row.addWidget(self._present_button(actions["present"], icons))
        row.addWidget(self._export_button(actions, icons))
        row.addWidget(action_button(actions["toggle_side"]))

    def _note_button(self, action: QAction, icons: Icons) -> QWidget:
        button = push_button("Note", icons.icon("plus"))
        button.setToolTip("New note (N)")
        button.setAccessibleName("New note")
        button.clicked.connect(action.trigger)
        return button

    def _present_button(self, action: QAction, icons: Icons) -> QToolButton:
        button = QToolButton()
        button.setText(" Present")
        button.setIcon(icons.icon("app-window"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setProperty("kind", "words")
        button.setToolTip("Show the room its own picture, on the projector (F5)")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(action.trigger)
        return button

    def _export_button(self, actions: Actions, icons: Icons) -> QToolButton:
        button = QToolButton()
        button.setText(" Export")
        button.setIcon(icons.icon("share"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setProperty("kind", "words")
        button.setToolTip("Write the report, the workbook or the notes (Ctrl+E is the report)")
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
    """The title of the workshop; click it to write another one."""

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self.setObjectName("title")
        self.setAccessibleName("Title of the workshop")
        self.setToolTip("Rename (Ctrl+R)")
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
        if self.text().strip() != self._editing.workshop.about.title:
            self._editing.do(edit_about, title=self.text().strip())
            self._refresh()

    def _refresh(self) -> None:
        title = self._editing.workshop.about.title
        if not self.hasFocus() or self.text().strip() == "":
            self.setText(title)
            self.setCursorPosition(0)

    def _fit(self) -> None:
        self.ensurePolished()
        width = QFontMetrics(self.font()).horizontalAdvance(self.text()) + 32
        self.setFixedWidth(max(120, min(width, 320)))


class SearchField(QLineEdit):
    """Type, then Enter for the next match, Shift+Enter for the one before, Esc to leave."""

    left = Signal()

    def __init__(self, search: Search, icons: Icons) -> None:
        super().__init__()
        self._search = search
        self.count = label("", "small")
        self.count.setMinimumWidth(0)
        self.setPlaceholderText("Search notes")
        self.setAccessibleName("Search notes")
        self.setToolTip("Search notes (Ctrl+F), Enter for the next one")
        self.setFixedWidth(192)
        self.setFixedHeight(CONTROL)
        picture = self.addAction(
            icons.icon("search", "ink_2"), QLineEdit.ActionPosition.LeadingPosition
        )
        picture.setText("Search notes")
        picture.triggered.connect(self.setFocus)
        self.setClearButtonEnabled(False)
        search.counted.connect(self._on_counted)
        self.textEdited.connect(self._on_edited)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._search.find_next(self.text(), -1 if is_back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.count.clear()
            self._search.mark("")
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _on_edited(self, text: str) -> None:
        self._search.mark(text)
        if not text:
            self.count.clear()

    def _on_counted(self, words: str) -> None:
        self.count.setText(words)


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


def menu_button(menu: QMenu, icons: Icons) -> QToolButton:
    """The ☰ button with the menu of the program."""
    button = icon_button(icons.icon("menu"), "Menu", "Alt+M")
    button.setShortcut("Alt+M")
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setMenu(menu)
    return button
