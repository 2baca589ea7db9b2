"""Several people as tags that can be taken away, and a line to add the next."""

from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from motworkshop.model.records import Person
from motworkshop.panels.controls.buttons import icon_button
from motworkshop.panels.controls.fields import LineField
from motworkshop.panels.controls.labels import label, set_state
from motworkshop.panels.icons import Icons
from motworkshop.panels.own.fields import alike
from motworkshop.panels.own.flow import FlowLayout

FRAME = 4
"""Between the frame of the field and what stands in it."""

Named = tuple[Person, str]
"""Somebody, and the name to show."""


class PeopleField(QWidget):
    """Any number of people. Signal: `edited(tuple)` of people; a new one by the name as typed."""

    edited = Signal(object)
    left = Signal()

    def __init__(self, role: str, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("own_people")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("written", False)
        self._role = role
        self._icons = icons
        self._people: tuple[Named, ...] = ()
        self._tags: list[QWidget] = []
        self._flow = FlowLayout(self, between=FRAME)
        self._flow.setContentsMargins(FRAME, FRAME, FRAME, FRAME)
        self.line = _NewPerson(f"Add somebody {role}")
        self.line.returnPressed.connect(self.take_in)
        self.line.left.connect(self.take_in)
        self.line.emptied.connect(self._on_emptied)
        self.line.entered.connect(self._on_entered)
        self._flow.addWidget(self.line)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.take_in)
        self.setFocusProxy(self.line)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def suggest(self, names: list[str]) -> None:
        """Offer these names while typing."""
        is_first = self.line.completer() is None
        self.line.suggest(names)
        if is_first:  # Qt writes the name into the line after this signal, so look a moment later
            self.line.completer().activated.connect(lambda _name: self._soon.start())

    def show_value(self, value: object) -> None:
        """Show these people: pairs of person and name."""
        people: tuple[Named, ...] = value if isinstance(value, tuple) else ()
        if people == self._people:
            return
        self._people = people
        for tag in self._tags:
            self._flow.removeWidget(tag)
            tag.hide()
            tag.deleteLater()
        self._tags = [self._tag(place, name) for place, (_person, name) in enumerate(people)]
        for place, tag in enumerate(self._tags):
            self._flow.insert_widget(place, tag)
        self.updateGeometry()

    def _tag(self, place: int, name: str) -> QWidget:
        tag = QFrame(self)
        tag.setObjectName("own_tag")
        row = QHBoxLayout(tag)
        row.setContentsMargins(8, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(label(name))
        remove = icon_button(self._icons.icon("x", "ink_2"), f"{name} is not {self._role}")
        remove.clicked.connect(partial(self._on_removed, place))
        row.addWidget(remove)
        tag.setMaximumWidth(480)
        tag.show()
        return tag

    def take_in(self) -> None:
        """Add whoever stands in the line; nobody where there is nobody."""
        set_state(self, "written", self.line.hasFocus())
        name = " ".join(self.line.text().split())
        self.line.clear()
        if name and not any(alike(name, other) for _person, other in self._people):
            self.edited.emit((*(person for person, _name in self._people), name))
        self.left.emit()

    def _on_entered(self) -> None:
        """The frame around the tags is that of the line."""
        set_state(self, "written", True)

    def _on_emptied(self) -> None:
        if self._people:
            self._on_removed(len(self._people) - 1)

    def _on_removed(self, place: int) -> None:
        self.line.setFocus()
        people = tuple(person for person, _name in self._people)
        self.edited.emit(people[:place] + people[place + 1 :])


class _NewPerson(LineField):
    """The line for a name. Signals: `entered` when the focus comes; `emptied` at Backspace where
    there is nothing to rub out."""

    entered = Signal()
    emptied = Signal()

    def __init__(self, placeholder: str) -> None:
        super().__init__(placeholder)
        self.setAccessibleName(placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, super().sizeHint().height())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_empty = not self.text()
        super().keyPressEvent(event)
        if is_empty and event.key() == Qt.Key.Key_Backspace and not event.isAutoRepeat():
            self.emptied.emit()
