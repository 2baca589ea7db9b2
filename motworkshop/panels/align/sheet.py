"""The sheet on which one person writes down the stages: one to a line."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from motworkshop.look import Theme
from motworkshop.panels.controls.fields import LineField
from motworkshop.panels.controls.labels import label
from motworkshop.panels.controls.rows import clear
from motworkshop.panels.pages.page import Page, large_button

SHORTEST = 6
"""Lines that are there from the start."""
FIELD = "min-height: 38px; font-size: 18px;"


class Sheet(Page):
    """Lines to write stages on, each with a definition if wanted; another line when they are full.

    Signals: `edited(line)` after somebody wrote on a line; `finished` when the person is done;
    `left` when the sheet is put away for now.
    """

    edited = Signal(int)
    finished = Signal()
    left = Signal()

    def __init__(self, theme: Theme, tick: QIcon) -> None:
        super().__init__(theme)
        self._lines: list[_Line] = []
        self._heading = self.words(36, is_bold=True)
        self._hint = self.words(18)
        self._missing = label("", "warn", wraps=True)
        self._missing.hide()
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(8)
        paper = QWidget()
        room = QVBoxLayout(paper)
        room.setContentsMargins(2, 2, 16, 2)
        room.addLayout(self._rows)
        room.addStretch(1)
        self._scroll = QScrollArea()
        self._lay_out(paper, tick)

    def _lay_out(self, paper: QWidget, tick: QIcon) -> None:
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(paper)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.viewport().setAutoFillBackground(False)
        paper.setAutoFillBackground(False)
        done = large_button("Done, hand over", tick, is_primary=True)
        done.setToolTip("Done (Ctrl+Enter)")
        done.clicked.connect(self._finish)
        put_away = large_button("Stop for now")
        put_away.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.setSpacing(16)
        buttons.addWidget(done)
        buttons.addWidget(put_away)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 40, 48, 32)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addWidget(self._hint)
        column.addSpacing(16)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._missing)
        column.addSpacing(8)
        column.addLayout(buttons)

    def ask(self, heading: str, hint: str) -> None:
        """Say whose sheet this is."""
        self._heading.setText(heading)
        self._hint.setText(hint)
        self.setAccessibleName(heading)

    def show_stages(self, stages: list[tuple[str, str]]) -> None:
        """Put these (name, definition) on the sheet, and leave lines to write on."""
        self._missing.hide()
        clear(self._rows)
        self._lines = []
        for name, definition in stages:
            self._add(name, definition)
        while len(self._lines) < max(SHORTEST, len(stages) + 1):
            self._add()

    def stages(self) -> list[tuple[str, str]]:
        """What is written: (name, definition) of each line that has a name."""
        return [
            (line.name.text().strip(), line.definition.text())
            for line in self._lines
            if line.name.text().strip()
        ]

    def take_focus(self) -> None:
        """Put the cursor on the first free line."""
        free = next((line for line in self._lines if not line.name.text()), self._lines[-1])
        free.name.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._finish()
        else:
            super().keyPressEvent(event)

    def _add(self, name: str = "", definition: str = "") -> None:
        place = len(self._lines)
        line = _Line(place + 1)
        line.name.show_value(name)
        line.definition.show_value(definition)
        for field in (line.name, line.definition):
            field.edited.connect(partial(self._on_edited, place))
        line.stepped.connect(partial(self._on_stepped, place))
        self._lines.append(line)
        self._rows.addWidget(line)

    def _on_edited(self, place: int, _text: str) -> None:
        if place == len(self._lines) - 1:
            self._add()
        self._missing.hide()
        self.edited.emit(place)

    def _on_stepped(self, place: int, step: int) -> None:
        target = max(0, min(place + step, len(self._lines) - 1))
        name = self._lines[target].name
        name.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(name)

    def _finish(self) -> None:
        for number, line in enumerate(self._lines, start=1):
            if line.definition.text().strip() and not line.name.text().strip():
                self._missing.setText(f"Line {number} says what a stage means but has no name.")
                self._missing.show()
                line.name.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.finished.emit()


class _Line(QWidget):
    """One stage: number, name, definition. Signal: `stepped(lines)` to another line."""

    stepped = Signal(int)

    def __init__(self, number: int) -> None:
        super().__init__()
        self.name = _Field("Stage", f"Stage {number}")
        self.definition = _Field("What it means, if you like", f"Definition of stage {number}")
        figure = label(str(number), "quiet")
        figure.setFixedWidth(28)
        figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(figure)
        row.addWidget(self.name, 2)
        row.addWidget(self.definition, 3)
        for field in (self.name, self.definition):
            field.installEventFilter(self)

    @override
    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        steps = {
            Qt.Key.Key_Return: 1,
            Qt.Key.Key_Enter: 1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            return False
        self.stepped.emit(step)
        return True


class _Field(LineField):
    """A large line field."""

    def __init__(self, placeholder: str, name: str) -> None:
        super().__init__(placeholder)
        self.setAccessibleName(name)
        self.setStyleSheet(f"QLineEdit {{ {FIELD} }} QLineEdit:focus {{ min-height: 36px; }}")
