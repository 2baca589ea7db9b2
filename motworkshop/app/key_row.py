"""One line of the sheet of keys: what it does, its keys, and changing them by pressing others."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from motworkshop.app.command import Command
from motworkshop.app.keys import FIXED, Keys, plain, shown
from motworkshop.look import SPACE
from motworkshop.model.lookalikes import plain_text
from motworkshop.panels.controls.buttons import icon_button, push_button
from motworkshop.panels.controls.labels import label, set_state
from motworkshop.panels.controls.rows import clear
from motworkshop.panels.icons import Icons

NO_KEYS = "No keys"
PRESS = "Press the new keys"
MODIFIERS = (
    Qt.Key.Key_Control,
    Qt.Key.Key_Shift,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_unknown,
)


class KeysButton(QPushButton):
    """Shows the keys; once pressed it waits for others.

    Signals: `pressed_keys(str)` with what was pressed then; `waiting(bool)` when it began to wait
    or has ended.
    """

    pressed_keys = Signal(str)
    waiting = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self._is_waiting = False  # before anything else: events come at once
        self.setProperty("kind", "keys")
        self.setAutoDefault(False)
        self.clicked.connect(self._wait)

    def show_keys(self, keys: str) -> None:
        """Show these keys."""
        self._words = keys or NO_KEYS
        set_state(self, "empty", "false" if keys else "true")
        self._end()

    @override
    def event(self, event: QEvent) -> bool:
        if self._is_waiting and isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()  # keys that do something already may be pressed here too
                return True
            if event.type() is QEvent.Type.KeyPress:
                self._take(event)
                return True
        return super().event(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._end()

    def _wait(self) -> None:
        self._is_waiting = True
        self.setText(PRESS)
        set_state(self, "waiting", "true")
        self.waiting.emit(True)

    def _take(self, event: QKeyEvent) -> None:
        if event.key() in MODIFIERS:
            return
        self._end()
        if event.key() != Qt.Key.Key_Escape:
            self.pressed_keys.emit(keys_of_press(event))

    def _end(self) -> None:
        was_waiting, self._is_waiting = self._is_waiting, False
        self.setText(self._words)
        set_state(self, "waiting", "false")
        if was_waiting:
            self.waiting.emit(False)


class KeyRow(QWidget):
    """A command with its keys. What stands in the way of other keys is said below it."""

    def __init__(
        self, command: Command, commands: tuple[Command, ...], keys: Keys, icons: Icons
    ) -> None:
        super().__init__()
        self.command = command
        self._commands = commands
        self._keys = keys
        self.button = KeysButton()
        self.usual = icon_button(icons.icon("rotate-ccw", "ink_2"), "Usual keys")
        policy = self.usual.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.usual.setSizePolicy(policy)
        self.words = label("", "warn", wraps=True)
        self._answers = QHBoxLayout()
        self._answers.setSpacing(SPACE)
        self._lay_out()
        self.button.pressed_keys.connect(self._on_pressed)
        self.button.waiting.connect(lambda _is_waiting: self._say(""))
        self.usual.clicked.connect(self._reset)
        keys.changed.connect(self.refresh)
        self.refresh()

    def fits(self, wanted: str) -> bool:
        """Whether these words are in what it does, or in its keys."""
        text = plain_text(f"{self.command.group} {self.command.text} {self._shown()}")
        return all(word in text for word in plain_text(wanted).split())

    def refresh(self) -> None:
        """Show the keys that there are now."""
        self.button.show_keys(self._shown())
        self.button.setAccessibleName(f"{self.command.text}: {self._shown() or NO_KEYS}")
        self.button.setToolTip("Press to choose other keys")
        self.usual.setVisible(self._keys.are_chosen(self.command))
        self.usual.setAccessibleName(f"Usual keys for {self.command.text}")
        came_with = shown(self.command.keys) or "none"
        self.usual.setToolTip(f"Back to the usual keys: {came_with}")

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(SPACE)
        line.addWidget(label(self.command.text), 1)
        line.addWidget(self.button)
        line.addWidget(self.usual)
        said = QHBoxLayout()
        said.setSpacing(SPACE)
        said.addWidget(self.words, 1)
        said.addLayout(self._answers)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addLayout(said)
        self.words.hide()

    def _shown(self) -> str:
        return shown(self._keys.of(self.command))

    def _on_pressed(self, keys: str) -> None:
        native = shown([keys])
        if keys in FIXED:
            self._say(f"{native} always {FIXED[keys]}. Choose other keys.")
            return
        other = self._keys.taken_by(keys, self._commands, but=self.command)
        if other is None:
            self._keys.choose(self.command, [keys])
            return
        self._say(f"{native} does “{other.text}”.")
        self._offer("Swap", lambda: self._keys.swap(self.command, keys, other))
        self._offer("Leave it", lambda: None)

    def _reset(self) -> None:
        other = self._keys.reset(self.command, self._commands)
        if other is not None:
            usual = shown(self.command.keys)
            self._say(f"{usual}: taken by “{other.text}”. Give that other keys first.")

    def _offer(self, word: str, act: Callable[[], object]) -> None:
        button = push_button(word)
        button.clicked.connect(lambda: self._say(""))
        button.clicked.connect(lambda _checked=False: act())
        self._answers.addWidget(button)
        if self._answers.count() == 1:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, words: str) -> None:
        clear(self._answers)
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self.words.setAccessibleName(words)


def keys_of_press(event: QKeyEvent) -> str:
    """The keys that were pressed together, as they are kept.

    A sign that needs Shift ("?") is kept without it, because on another keyboard it may not.
    """
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    sign = event.text()
    is_sign = len(sign) == 1 and sign.isprintable() and not sign.isalnum() and sign != " "
    if is_sign and modifiers == Qt.KeyboardModifier.ShiftModifier:
        return plain(sign)
    return plain(QKeySequence(modifiers.value | event.key()).toString())
