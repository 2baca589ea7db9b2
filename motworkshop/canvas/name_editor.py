"""Writing the name of a stage or lane where it stands, and naming a new one."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from motworkshop.canvas.strip_authoring import StripAuthoring
from motworkshop.canvas.typeface import bold_face
from motworkshop.canvas.view import View
from motworkshop.model.limits import TITLE_LENGTH
from motworkshop.model.records import Id


class _Line(QLineEdit):
    """Enter keeps the name, Escape does not; leaving it keeps it."""

    closed = Signal(bool)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit(False)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.closed.emit(True)
        else:
            super().keyPressEvent(event)
            event.accept()  # no key of the board while one is writing

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        passing = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}
        if self.isVisible() and event.reason() not in passing:
            self.closed.emit(True)


class NameEditing:
    """One name at a time. After a new one the next can be named at once."""

    def __init__(self, view: View, strips: StripAuthoring, what: str) -> None:
        self._view = view
        self._strips = strips
        self._strip: Id | None = None
        self._before = ""
        self.line = _Line(view)
        self.line.setMaxLength(TITLE_LENGTH)
        self.line.setFont(bold_face(15))
        self.line.setAccessibleName(f"Name of the {what}")
        self.line.setPlaceholderText(f"Name of the {what}")
        self.line.closed.connect(self._on_closed)
        self.line.hide()
        view.moved.connect(self._follow)

    def rename(self, strip: Id) -> None:
        """Write another name for a stage or lane, unless it is locked."""
        if self._strips.may_change(strip, "change it"):
            self._open(strip, self._name(strip))

    def add(self) -> None:
        """Name a new one."""
        self._show_end()
        self._open(None, "")

    def _name(self, strip: Id) -> str:
        """What it is called now."""
        raise NotImplementedError

    def _show_end(self) -> None:
        """Bring the place for a new one into sight."""
        raise NotImplementedError

    def _where(self, strip: Id | None) -> QRect:
        """Where the line lies on the widget; None is the place for a new one."""
        raise NotImplementedError

    def _hide(self, strip: Id | None) -> None:
        """Leave the drawn name out while it is written."""
        raise NotImplementedError

    def _show_all(self) -> None:
        """Draw all names again."""
        raise NotImplementedError

    def _open(self, strip: Id | None, name: str) -> None:
        theme = self._view.scene.theme
        self._strip, self._before = strip, name
        self.line.setStyleSheet(
            f"QLineEdit {{ background: {theme.panel}; color: {theme.ink}; padding: 0 8px;"
            f" border: 2px solid {theme.accent}; border-radius: 6px }}"
        )
        self.line.setText(name)
        self._hide(strip)
        self.line.show()
        self._follow()
        self.line.raise_()
        self.line.setFocus()
        self.line.selectAll()
        self._view.update()

    def _follow(self) -> None:
        if self.line.isVisibleTo(self._view):
            self.line.setGeometry(self._where(self._strip))

    def _on_closed(self, is_kept: bool) -> None:
        if not self.line.isVisibleTo(self._view):
            return
        name, had_focus = self.line.text().strip(), self.line.hasFocus()
        self.line.hide()
        self._show_all()
        self._view.update()
        if had_focus:
            self._view.setFocus()
        if not is_kept or not name or name == self._before:
            return
        if self._strip is not None:
            made = self._strips.rename(self._strip, name)
        else:
            made = self._strips.add(name)
        if made is None and had_focus:
            self._open(self._strip, name)
        elif self._strip is None and had_focus:
            self.add()
