"""Which promise a moment serves: the whole sentence, and a menu of the others."""

from functools import partial

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget
from typing_extensions import override

from motworkshop.look import SPACE
from motworkshop.model.records import Id, Promise
from motworkshop.panels.controls.labels import label

NONE = "No promise chosen"


class PromiseField(QPushButton):
    """One promise or none. Signal: `edited(id | None)`."""

    edited = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._promises: list[Promise] = []
        self._value: Id | None = None
        self._text = label(NONE, wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE, 6, SPACE, 6)
        row.addWidget(self._text, 1)
        row.addWidget(_Chevron())
        self._text.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Expanding)
        policy.setVerticalPolicy(policy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self.open)

    def set_promises(self, promises: list[Promise]) -> None:
        """What can be chosen."""
        self._promises = list(promises)
        self.show_value(self._value)

    def show_value(self, value: object) -> None:
        """Show the promise with this id, or that there is none."""
        found = next((one for one in self._promises if one.id == value), None)
        self._value = found.id if found else None
        text = f"“{found.text}”" if found else NONE
        if not self._promises:
            text = "No promises are written down yet (phase Frame)"
        self._text.setText(text)
        self.setAccessibleName(f"Promise: {text}")
        self.updateGeometry()

    def open(self) -> None:
        """Offer all promises, and none."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for promise in self._promises:
            self._offer(menu, promise.text, promise.id)
        self._offer(menu, NONE, None)
        chosen = next(action for action in menu.actions() if action.isChecked())
        menu.setActiveAction(chosen)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open()
        else:
            super().keyPressEvent(event)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else self.height()

    def _offer(self, menu: QMenu, words: str, value: Id | None) -> None:
        action = menu.addAction(words.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(value == self._value)
        action.triggered.connect(partial(self.edited.emit, value))


class _Chevron(QWidget):
    """The sign that a list opens, in the colour of the text."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(16, 16)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.ButtonText), 1.5))
        painter.drawPolyline([QPointF(4, 6), QPointF(8, 10), QPointF(12, 6)])
