"""Categories as people tell them apart: by colour, sign, icon and name together."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QWidget
from typing_extensions import override

from motworkshop.look import CORNER, NO_CATEGORY, NOTE_INK, CategoryStyle, category_style
from motworkshop.model.records import Category, Id
from motworkshop.panels.controls.fields import Shared
from motworkshop.panels.controls.rows import clear
from motworkshop.panels.icons import Icons

HEIGHT = 36


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
        key = style.sign or "0"
        self.setAccessibleName(f"{name}, key {key}")
        self.setToolTip(f"{name} ({key})")
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Expanding)
        self.setSizePolicy(policy)

    @override
    def sizeHint(self) -> QSize:
        return QSize(128, HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = self.palette().color(QPalette.ColorRole.Highlight)
        is_framed = self.isChecked() or self.hasFocus()
        box = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        if is_framed:
            painter.setPen(
                QPen(accent, 2, Qt.PenStyle.SolidLine if self.isChecked() else Qt.PenStyle.DotLine)
            )
            painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), CORNER, CORNER)
        painter.setPen(QPen(QColor(self._style.mark), 1))
        painter.setBrush(QColor(self._style.paper))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        place = QRectF(box.left() + 6, box.center().y() - 8, 16, 16)
        picture = "check" if self.isChecked() else (self._style.icon or "ban")
        self._icons.paint(painter, picture, place, self._style.mark)
        painter.setPen(QColor(self._style.mark))
        key = QRectF(box.right() - 18, box.top(), 12, box.height())
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, self._style.sign or "0")
        painter.setPen(QColor(NOTE_INK))
        room = box.adjusted(28, 0, -20, 0)
        words = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)


class CategoryField(QWidget):
    """Which category, as buttons in two columns. Signal: `edited(id | None)`."""

    edited = Signal(object)
    left = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._buttons: dict[Id | None, CategoryButton] = {}
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

    def show_value(self, value: object) -> None:
        """Check the category, or none of the buttons where several differ."""
        for category, button in self._buttons.items():
            button.setChecked(value is not Shared.MIXED and category == value)

    def _add(self, category: Id | None, name: str, style: CategoryStyle) -> None:
        button = CategoryButton(name, style, self._icons)
        button.clicked.connect(lambda: self.edited.emit(category))
        place = len(self._buttons)
        self._buttons[category] = button
        self._grid.addWidget(button, place // 2, place % 2)


class CategoryChip(QWidget):
    """A small square with the sign of a category, for tables and lists."""

    def __init__(self, style: CategoryStyle, name: str) -> None:
        super().__init__()
        self._style = style
        self.setFixedSize(24, 24)
        self.setToolTip(name)
        self.setAccessibleName(name)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._style.mark), 1))
        painter.setBrush(QColor(self._style.paper))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setPen(QColor(self._style.mark))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._style.sign or "–")
