"""What stands on a board without notes: one sentence, and the one action that helps."""

import re
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout

from motworkshop.canvas.headers import NEW_STAGE
from motworkshop.canvas.typeface import bold_face, face
from motworkshop.canvas.view import View
from motworkshop.look import CONTROL, CORNER, HEADING, TEXT, Theme

NO_STAGES = "No stages yet. Name the first one, or type notes below and sort them later."
NO_NOTES = "No notes yet. Double-click where the first one belongs, or type it below."
WIDEST = 520.0
SENTENCE_END = re.compile(r"(?<=[.?]) ")


class Emptiness(QObject):
    """Shows the card while the board is empty. Signal: `pressed`, its button, if the words are
    those that were set; otherwise the button names a new stage."""

    pressed = Signal()

    def __init__(self, view: View, new_stage: Callable[[], None]) -> None:
        super().__init__(view)
        self._view = view
        self._new_stage = new_stage
        self._words = ("", "")
        self._card = _Card(view)
        self._card.button.clicked.connect(self._on_clicked)
        self._card.dress(view.scene.theme)
        view.moved.connect(self._settle)

    def set_words(self, sentence: str, button: str) -> None:
        """Say this instead of the usual; an empty sentence brings that back."""
        self._words = (sentence, button if sentence else "")

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        self._card.dress(theme)

    def follow(self, *, is_shown: bool) -> None:
        """Show the card or take it away."""
        had_focus = self._card.button.hasFocus()
        if is_shown:
            self._card.say(*self._said(), is_next=bool(self._words[0]))
            self._settle()
        self._card.setVisible(is_shown)
        if had_focus and self._card.button.isHidden() | self._card.isHidden():
            self._view.setFocus()

    def _said(self) -> tuple[str, str]:
        if self._words[0]:
            return self._words
        return (NO_NOTES, "") if self._view.scene.deck.plan.stages else (NO_STAGES, NEW_STAGE)

    def _settle(self) -> None:
        """In the middle of what can be seen of the board."""
        free, card = self._view.camera.free, self._card
        width = round(min(WIDEST, free.width() - 32))
        height = card.heightForWidth(width)
        middle = free.center()
        card.setGeometry(
            round(middle.x() - width / 2), round(middle.y() - height / 2), width, height
        )

    def _on_clicked(self) -> None:
        if self._words[0]:
            self.pressed.emit()
        else:
            self._new_stage()


class _Card(QFrame):
    """A heading, what to do, and a button; a click beside the button is one on the board."""

    def __init__(self, view: View) -> None:
        super().__init__(view)
        self.setObjectName("emptiness")
        self._heading, self._rest = _label(), _label()
        self._heading.setFont(bold_face(HEADING))
        self._rest.setFont(face(TEXT))
        self.button = QPushButton()
        self.button.setFont(bold_face(TEXT))
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addWidget(self._rest)
        column.addSpacing(8)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.hide()

    def dress(self, theme: Theme) -> None:
        """Wear these colours."""
        self.setStyleSheet(
            f"QFrame#emptiness {{ background: {theme.panel}; border: 1px solid {theme.line};"
            f" border-radius: {CORNER}px }}"
            f"QPushButton {{ background: {theme.panel}; color: {theme.ink};"
            f" border: 2px solid {theme.border}; border-radius: {CORNER}px; padding: 0 16px;"
            f" min-height: {CONTROL - 4}px }}"
            f'QPushButton[kind="primary"] {{ background: {theme.accent};'
            f" color: {theme.on_accent}; border-color: {theme.accent} }}"
            f"QPushButton:focus {{ border-color: {theme.ink} }}"
        )
        self._heading.setStyleSheet(f"color: {theme.ink}; border: none")
        self._rest.setStyleSheet(f"color: {theme.ink_2}; border: none")

    def say(self, sentence: str, button: str, *, is_next: bool) -> None:
        """The first sentence stands large; "" takes the button away. Naming a stage is offered
        beside what the phase has to offer; only `is_next` is the thing to do next."""
        first, *rest = SENTENCE_END.split(sentence, maxsplit=1)
        self._heading.setText(first)
        self._rest.setText("".join(rest))
        self._rest.setVisible(bool(rest))
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.button.setProperty("kind", "primary" if is_next else "plain")
        self.button.style().unpolish(self.button)
        self.button.style().polish(self.button)
        self._column.invalidate()


def _label() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    label.setWordWrap(True)
    return label
