"""Categories as people tell them apart: by colour, sign, icon and name together."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QFont,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QWidget
from typing_extensions import override

from motworkshop.look import CORNER, NO_CATEGORY, NOTE_INK, CategoryStyle, category_style
from motworkshop.model.records import Category, Id
from motworkshop.panels.controls.fields import Shared
from motworkshop.panels.controls.labels import plain_tip
from motworkshop.panels.controls.rows import clear
from motworkshop.panels.icons import Icons

HEIGHT = 36
CHIP = 40
WHITE = "#FFFFFF"
"""Any mark is dark enough for it (look.py)."""


class CategoryButton(QAbstractButton):
    """One category on its own paper; checked, it has a frame in the accent colour and a tick."""

    def __init__(self, name: str, style: CategoryStyle, icons: Icons) -> None:
        super().__init__()
        self._style = style
        self._icons = icons
        self.setText(name)
        self.setCheckable(True)
        self.setFixedHeight(HEIGHT)
        self.setMinimumWidth(64)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.sign = style.sign or "0"
        self.setAccessibleName(f"{name}, key {self.sign}")
        self.setToolTip(plain_tip(f"{name} ({self.sign})"))
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Expanding)
        self.setSizePolicy(policy)

    def follow(self, action: QAction) -> None:
        """Name the keys that do the same, whatever they are at present."""
        self._action = action
        action.changed.connect(self._tell_keys)
        self._tell_keys()

    def _tell_keys(self) -> None:
        keys = self._action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        name = self.text()
        self.setAccessibleName(f"{name}, key {keys}" if keys else name)
        self.setToolTip(plain_tip(f"{name} ({keys})" if keys else name))

    @override
    def sizeHint(self) -> QSize:
        return QSize(128, HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        self._paint_frame(painter, box.adjusted(-2, -2, 2, 2))
        painter.setPen(QPen(QColor(self._style.mark), 1))
        painter.setBrush(QColor(self._style.paper))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        place = QRectF(box.left() + 6, box.center().y() - 8, 16, 16)
        picture = "check" if self.isChecked() else (self._style.icon or "ban")
        self._icons.paint(painter, picture, place, self._style.mark)
        painter.setPen(QColor(NOTE_INK))
        key = QRectF(box.right() - 18, box.top(), 12, box.height())
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, self._style.sign or "0")
        painter.setPen(QColor(NOTE_INK))
        room = box.adjusted(28, 0, -20, 0)
        words = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _paint_frame(self, painter: QPainter, where: QRectF) -> None:
        """Checked: in the accent colour. With the keys: dots of ink, on that too."""
        roles = QPalette.ColorRole
        if self.isChecked():
            painter.setPen(QPen(self.palette().color(roles.Highlight), 2))
            painter.drawRoundedRect(where, CORNER, CORNER)
        if self.hasFocus():
            ink = self.palette().color(roles.WindowText)
            painter.setPen(QPen(ink, 2, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(where, CORNER, CORNER)


class CategoryField(QWidget):
    """Which category, as buttons in two columns. Signal: `edited(id | None)`."""

    edited = Signal(object)
    left = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._buttons: dict[Id | None, CategoryButton] = {}
        self._actions: Mapping[str, QAction] = {}
        self._categories: list[Category] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(2)

    def set_categories(self, categories: list[Category]) -> None:
        """Offer these categories, and none."""
        if categories == self._categories:
            return
        self._categories = list(categories)
        clear(self._grid)
        self._buttons = {}
        for category in categories:
            self._add(category.id, category.name, category_style(category.style))
        self._add(None, "None", NO_CATEGORY)

    def follow_actions(self, actions: Mapping[str, QAction]) -> None:
        """What sets a category by a key, by sign ("0" for none)."""
        self._actions = actions
        for button in self._buttons.values():
            self._follow(button)

    def show_value(self, value: object) -> None:
        """Check the category, or none of the buttons where several differ."""
        for category, button in self._buttons.items():
            button.setChecked(value is not Shared.MIXED and category == value)

    def _add(self, category: Id | None, name: str, style: CategoryStyle) -> None:
        button = CategoryButton(name, style, self._icons)
        button.clicked.connect(lambda: self.edited.emit(category))
        self._follow(button)
        place = len(self._buttons)
        self._buttons[category] = button
        self._grid.addWidget(button, place // 2, place % 2)

    def _follow(self, button: CategoryButton) -> None:
        action = self._actions.get(button.sign)
        if action is not None:
            button.follow(action)


class CategoryChip(QWidget):
    """The icon and sign of a category, white on its mark as on the notes, for lists."""

    def __init__(self, style: CategoryStyle, name: str, icons: Icons) -> None:
        super().__init__()
        self._style = style
        self._icons = icons
        self.setFixedSize(CHIP, 24)
        self.setToolTip(plain_tip(name))
        self.setAccessibleName(name)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self._style.icon:
            paint_sign(painter, box, self._style, at=QRectF(22, 0, 14, box.height()))
            self._icons.paint(painter, self._style.icon, QRectF(5, 4, 16, 16), WHITE)
        else:
            paint_sign(painter, box, self._style)


def paint_sign(
    painter: QPainter, box: QRectF, style: CategoryStyle, at: QRectF | None = None
) -> None:
    """The sign of a category, white on its mark."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(style.mark))
    painter.drawRoundedRect(box, 4, 4)
    font = QFont(painter.font())
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(QColor(WHITE))
    painter.drawText(at or box, Qt.AlignmentFlag.AlignCenter, style.sign or "–")
    painter.restore()
