"""Renaming a stage in its header, and naming a new one in the place for it."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from motworkshop.canvas.headers import HEIGHT, NEW_STAGE, header_rect, new_stage_rect
from motworkshop.canvas.plan import BETWEEN, SLIM
from motworkshop.canvas.stage_authoring import StageAuthoring
from motworkshop.canvas.typeface import bold_face
from motworkshop.canvas.view import View
from motworkshop.model.limits import TITLE_LENGTH
from motworkshop.model.records import Id

NARROWEST = 200.0


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


class HeaderEditing:
    """One header at a time. After a new stage the next one can be named at once."""

    def __init__(self, view: View, stages: StageAuthoring) -> None:
        self._view = view
        self._stages = stages
        self._stage: Id | None = None
        self._before = ""
        self.line = _Line(view)
        self.line.setMaxLength(TITLE_LENGTH)
        self.line.setFont(bold_face(15))
        self.line.setAccessibleName("Name of the stage")
        self.line.setPlaceholderText("Name of the stage")
        self.line.closed.connect(self._on_closed)
        self.line.hide()
        view.moved.connect(self._follow)

    def rename(self, stage: Id) -> None:
        """Write another name for a stage."""
        column = next(one for one in self._view.scene.deck.plan.stages if one.stage == stage)
        self._open(stage, column.name)

    def add(self) -> None:
        """Name a new stage."""
        end = self._view.scene.deck.plan.right + BETWEEN
        top = self._view.camera.seen(self._view.camera.free)[1]
        self._view.bring_into_sight((end, top + 20, end + SLIM + 24, top + 21))
        self._open(None, "")

    def _open(self, stage: Id | None, name: str) -> None:
        theme = self._view.scene.theme
        self._stage, self._before = stage, name
        self.line.setStyleSheet(
            f"QLineEdit {{ background: {theme.panel}; color: {theme.ink}; padding: 0 8px;"
            f" border: 2px solid {theme.accent}; border-radius: 6px }}"
        )
        self.line.setText(name)
        self._view.marked = self._view.marked._replace(hidden=stage or NEW_STAGE)
        self.line.show()
        self._follow()
        self.line.raise_()
        self.line.setFocus()
        self.line.selectAll()
        self._view.update()

    def _follow(self) -> None:
        if not self.line.isVisibleTo(self._view):
            return
        where = self._where()
        width = max(NARROWEST, where.width() - 8)
        x = min(max(4.0, where.left() + 4), max(4.0, self._view.width() - width - 4))
        self.line.setGeometry(round(x), 10, round(width), HEIGHT - 20)

    def _where(self) -> QRectF:
        camera, plan = self._view.camera, self._view.scene.deck.plan
        for column in plan.stages:
            if column.stage == self._stage:
                return header_rect(camera, column)
        return new_stage_rect(camera, plan)

    def _on_closed(self, is_kept: bool) -> None:
        if not self.line.isVisibleTo(self._view):
            return
        name, had_focus = self.line.text().strip(), self.line.hasFocus()
        self.line.hide()
        self._view.marked = self._view.marked._replace(hidden="")
        self._view.update()
        if had_focus:
            self._view.setFocus()
        if not is_kept or not name or name == self._before:
            return
        if self._stage is not None:
            made = self._stages.rename(self._stage, name)
        else:
            made = self._stages.add(name)
        if made is None and had_focus:
            self._open(self._stage, name)
        elif self._stage is None and had_focus:
            self.add()
